//! Keeping a calculation, and `/{gemeente}/doorrekenen/{doorrekening}`: a kept one, made again.

use actix_web::web::{Data, Path};
use application::doorrekening::{
    DoorrekeningError, find_doorrekening, orgaan_of, recalculate_doorrekening, record_doorrekening,
};
use askama::Template;
use domain::beleid::Orgaan;
use domain::bevoegdheid::Permission;
use domain::doorrekening::{Doorrekeningakte, Doorrekeningnaam};
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente, TenantTx};
use primitives::{DoorrekeningId, Veldfouten, moment_nl};

use super::doorrekenen::show_invoer;
use super::effect::Effect;
use super::lezen::{Velden, calculate, invoer_of, parse};
use crate::beleid::list_organen;
use crate::onderdelen::Link;
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "doorrekening/bewaard.html")]
struct BewaardPagina {
    schil: Schil,
    effect: Effect,
    is_gelijk: bool,
    hash: String,
    pad: String,
    /// To begin a proposal with these values, per organ for which the reader records.
    voorstellen: Vec<Link>,
}

/// Keeps the calculation that the page shows, under a name.
pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    Formulier(velden): Formulier<Velden>,
) -> Antwoord {
    wie.require(Permission::BeleidDoorrekenen)?;
    let orgaan = orgaan_of(wie.actor(), wie.code())?;
    let invoer = invoer_of(&velden, state.clock.today());
    let veld = velden.iter().find(|(veld, _)| veld == "naam");
    let getypt = veld.map_or("", |(_, tekst)| tekst);
    let (naam, vraag) = match (
        Doorrekeningnaam::parse(getypt),
        parse(&invoer, state.clock.today()),
    ) {
        (Ok(naam), Ok(vraag)) => (naam, vraag),
        (Err(fout), _) => {
            let fouten = Veldfouten::single("naam", fout.to_string());
            return show_invoer(&state, &wie, invoer, Some((getypt.to_owned(), fouten))).await;
        }
        (_, Err(_)) => return show_invoer(&state, &wie, invoer, None).await,
    };
    let berekend = calculate(&state, &wie, &vraag).await?;
    let (actor, now) = (wie.actor(), state.clock.now());
    let werk = async |tx: &mut TenantTx| {
        record_doorrekening(tx, actor, now, &*state.ids, (&naam, &berekend)).await
    };
    let rol = application::beleid::db_rol(orgaan);
    let uitkomst = state
        .db
        .in_tenant("record_doorrekening", wie.code(), rol, werk)
        .await;
    match uitkomst {
        Ok(id) => {
            let pad = format!("/doorrekenen/{id}");
            wie.redirect(&state, &pad, "De doorrekening is bewaard.")
                .await
        }
        Err(DoorrekeningError::Invoer(fouten)) => {
            show_invoer(&state, &wie, invoer, Some((getypt.to_owned(), fouten))).await
        }
        Err(fout) => Err(fout.into()),
    }
}

/// A kept calculation, made again from what it was made of.
pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
) -> Antwoord {
    wie.require(Permission::BeleidDoorrekenen)?;
    // A text that is no id is no calculation either.
    let Ok(id) = DoorrekeningId::parse(&pad.1) else {
        return Err(Fout::niet_gevonden());
    };
    let actor = wie.actor();
    let find = async |tx: &mut TenantTx| find_doorrekening(tx, actor, id).await;
    let db = &state.db;
    let akte = db
        .in_tenant("find_doorrekening", wie.code(), DbRol::Opdrachtgever, find)
        .await?;
    let again = async |tx: &mut TenantTx| recalculate_doorrekening(tx, actor, &akte).await;
    let (berekend, is_gelijk) = db
        .in_tenant(
            "recalculate_doorrekening",
            wie.code(),
            DbRol::Rapportage,
            again,
        )
        .await?;
    let lijst = format!("/{}/doorrekenen", wie.code());
    let schil = Schil::in_gemeente(&state, &wie, "/doorrekenen", akte.naam.as_str())
        .kruimel("Beleid doorrekenen", &lijst)
        .stand(format!(
            "Bewaard op {} door {}.",
            moment_nl(akte.gemaakt_op),
            akte.gemaakt_door
        ));
    render(&BewaardPagina {
        schil,
        effect: Effect::new(&wie, &berekend),
        is_gelijk,
        hash: akte.controlegetal(),
        pad: lijst,
        voorstellen: list_voorstellinks(&wie, &akte),
    })
}

fn list_voorstellinks(wie: &InGemeente, akte: &Doorrekeningakte) -> Vec<Link> {
    let organen = list_organen(akte).into_iter();
    let link = |orgaan: Orgaan| {
        let tekst = match orgaan {
            Orgaan::Raad => "Maak hiervan een voorstel aan de raad",
            Orgaan::College => "Maak hiervan een voorstel aan het college",
        };
        let vraag = format!("orgaan={}&doorrekening={}", orgaan.code(), akte.id);
        Link::new(tekst, format!("/{}/voorstellen/nieuw?{vraag}", wie.code()))
    };
    organen
        .filter(|orgaan| wie.may(orgaan.permission()))
        .map(link)
        .collect()
}
