//! `/{gemeente}/doorrekenen`: what other values would mean for the own caseload.

use actix_web::web::{Data, Query};
use application::doorrekening::{DoorrekeningError, list_doorrekeningen};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::doorrekening::{Doorrekeningkop, Rekenvraag, RekenvraagInvoer};
use http_base::{AppState, DbRol, Fout, InGemeente, TenantTx};
use primitives::{Veldfouten, datum_kort, maand_lang};

use super::effect::{Bewaarrij, Effect};
use super::lezen::{Velden, beleid_of, calculate, invoer_of, next_year, parse};
use super::waarden::{Belemmerd, Geldig, Groep, list_belemmerd};
use crate::formuliervelden::Fouten;
use crate::onderdelen::Link;
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "doorrekening/doorrekenen.html")]
struct DoorrekenPagina {
    schil: Schil,
    fouten: Fouten,
    pad: String,
    vanaf: String,
    groepen: Vec<Groep>,
    belemmerd: Vec<Belemmerd>,
    effect: Result<Effect, String>,
    bewaard: Vec<Bewaarrij>,
}

/// The part of the page that the script replaces, or the reason why there is none.
#[derive(Template)]
#[template(path = "doorrekening/fragment.html")]
struct Fragment {
    effect: Result<Effect, String>,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    Query(velden): Query<Velden>,
) -> Antwoord {
    wie.require(Permission::BeleidDoorrekenen)?;
    let invoer = invoer_of(&velden, state.clock.today());
    show_invoer(&state, &wie, invoer, None).await
}

/// Only the effect, for the script. Wrong values give their faults in words, and 400.
pub(super) async fn show_effect(
    state: Data<AppState>,
    wie: InGemeente,
    Query(velden): Query<Velden>,
) -> Antwoord {
    wie.require(Permission::BeleidDoorrekenen)?;
    let invoer = invoer_of(&velden, state.clock.today());
    match parse(&invoer, state.clock.today()) {
        Ok(vraag) => {
            let effect = effect_of(&state, &wie, &vraag).await?;
            render(&Fragment { effect })
        }
        Err(fouten) => render_invalid(&Fragment {
            effect: Err(format!("Nog niet goed ingevuld: {fouten}.")),
        }),
    }
}

/// The whole page with what was typed; `geweigerd` is the name that was refused, and why.
pub(super) async fn show_invoer(
    state: &AppState,
    wie: &InGemeente,
    invoer: RekenvraagInvoer,
    geweigerd: Option<(String, Veldfouten)>,
) -> Antwoord {
    let vandaag = state.clock.today();
    let beleid = beleid_of(state, wie).await?;
    let gelezen = parse(&invoer, vandaag);
    let dag = gelezen
        .as_ref()
        .map_or_else(|_| next_year(vandaag), Rekenvraag::vanaf);
    let (effect, fouten) = match gelezen {
        Ok(vraag) => {
            let mut effect = effect_of(state, wie, &vraag).await?;
            let fouten = geweigerd.map_or_else(Fouten::geen, |(naam, fouten)| {
                if let Some(bewaren) = effect.as_mut().ok().and_then(|e| e.bewaren.as_mut()) {
                    bewaren.naam = naam;
                    bewaren.fouten = fouten.clone().into();
                }
                fouten.into()
            });
            (effect, fouten)
        }
        Err(fouten) => {
            let waarom = "Herstel eerst de genoemde velden: dan ziet u hier het effect.";
            (Err(waarom.to_owned()), fouten.into())
        }
    };
    let geldig = Geldig {
        beleid: &beleid,
        dag,
        bekend_op: state.clock.now(),
    };
    let is_fout = !fouten.list().is_empty();
    let pagina = DoorrekenPagina {
        schil: Schil::in_gemeente(state, wie, "/doorrekenen", "Beleid doorrekenen"),
        fouten,
        pad: format!("/{}/doorrekenen", wie.code()),
        groepen: geldig.groepen(&invoer),
        vanaf: invoer.vanaf,
        belemmerd: list_belemmerd(dag),
        effect,
        bewaard: list_bewaard(state, wie).await?,
    };
    if is_fout {
        render_invalid(&pagina)
    } else {
        render(&pagina)
    }
}

/// The effect, or in words why there is nothing to calculate with.
async fn effect_of(
    state: &AppState,
    wie: &InGemeente,
    vraag: &Rekenvraag,
) -> Result<Result<Effect, String>, Fout> {
    match calculate(state, wie, vraag).await {
        Ok(berekend) => Ok(Ok(Effect::new(wie, &berekend).with_bewaren(wie, &berekend))),
        Err(fout @ (DoorrekeningError::GeenBestand | DoorrekeningError::TeKlein(_))) => {
            Ok(Err(Fout::from(fout).melding().detail.to_string()))
        }
        Err(fout) => Err(fout.into()),
    }
}

async fn list_bewaard(state: &AppState, wie: &InGemeente) -> Result<Vec<Bewaarrij>, Fout> {
    let actor = wie.actor();
    let list = async |tx: &mut TenantTx| list_doorrekeningen(tx, actor).await;
    let db = &state.db;
    let koppen = db
        .in_tenant(
            "list_doorrekeningen",
            wie.code(),
            DbRol::Opdrachtgever,
            list,
        )
        .await?;
    let rij = |kop: Doorrekeningkop| Bewaarrij {
        link: Link::new(kop.naam, format!("/{}/doorrekenen/{}", wie.code(), kop.id)),
        vanaf: datum_kort(kop.vanaf),
        maand: maand_lang(kop.maand),
        wie: kop.gemaakt_door,
    };
    Ok(koppen.into_iter().map(rij).collect())
}
