//! `/{gemeente}/zienswijzen/{ronde}/opstellen`: writing the view of the council; who was overtaken by a colleague sees both.

use actix_web::web::{Data, Path};
use application::beleid::zienswijze::{
    Rondebeeld, WijzigZienswijze, ZienswijzeError, record_zienswijze,
};
use askama::Template;
use domain::beleid::zienswijze::{PuntInvoer, Zienswijze, ZienswijzeInvoer, Zienswijzestrekking};
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente, TenantTx};
use primitives::{ZienswijzerondeId, datum_lang};

use super::lezen::{pad_in, ronde_in, schil_in, zienswijze_of};
use super::weergave::{Puntregel, list_punten};
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_conflict, render_invalid};
use crate::schil::Schil;

/// As many points the empty form has, and a button adds.
const RIJEN: usize = 3;
/// More rows than this the page does not make; the domain refuses more than fifty points.
const RIJEN_MAX: usize = 60;

#[derive(Template)]
#[template(path = "beleid/zienswijze/opstellen.html")]
struct OpstellenPagina {
    schil: Schil,
    fouten: Fouten,
    strekking: String,
    strekkingen: Vec<Keuze>,
    punten: Vec<PuntInvoer>,
    versie: u32,
    uiterlijk: String,
    is_te_laat: bool,
    /// What a colleague wrote meanwhile: who, what it comes down to, the points.
    intussen: Option<(String, &'static str, Vec<Puntregel>)>,
    annuleren: String,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
) -> Antwoord {
    let (beeld, eerder) = load(&state, &wie, &pad.1).await?;
    let invoer = eerder
        .as_ref()
        .map(|eerder| ZienswijzeInvoer::from(eerder.tekst()));
    let versie = eerder.map_or(0, |eerder| eerder.versie());
    let invoer = invoer.unwrap_or_default();
    render(&page(&state, &wie, &beeld, with_rijen(invoer), versie))
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
    form: Formulier<Vec<(String, String)>>,
) -> Antwoord {
    let (beeld, _) = load(&state, &wie, &pad.1).await?;
    let velden = form.0;
    let invoer = read_invoer(&velden);
    // A version that is no number was never shown: it counts as overtaken.
    let versie = get(&velden, "versie").parse().unwrap_or(u32::MAX);
    if get(&velden, "actie") == "rij" {
        let pagina = page(&state, &wie, &beeld, with_rijen(invoer), versie);
        return render(&pagina);
    }
    let id = beeld.ronde.kop.id;
    let mut uitkomst = update(&state, &wie, id, versie, &invoer).await;
    if matches!(uitkomst, Err(ZienswijzeError::Tegelijk)) {
        // At the very same moment: now the text of the other is there to compare with.
        uitkomst = update(&state, &wie, id, versie, &invoer).await;
    }
    match uitkomst {
        Ok(_) => {
            let melding = "De zienswijze is bewaard. Een collega die er niet aan schreef, leest haar na en dient haar in.";
            wie.redirect(&state, &format!("/zienswijzen/{id}"), melding)
                .await
        }
        Err(ZienswijzeError::Invoer(fouten)) => {
            let mut pagina = page(&state, &wie, &beeld, invoer, versie);
            pagina.fouten = fouten.into();
            render_invalid(&pagina)
        }
        Err(ZienswijzeError::ZienswijzeVerouderd(nu)) => {
            let mut pagina = page(&state, &wie, &beeld, invoer, nu.versie());
            pagina.intussen = intussen(&nu);
            render_conflict(&pagina)
        }
        Err(fout) => Err(fout.into()),
    }
}

async fn update(
    state: &AppState,
    wie: &InGemeente,
    ronde: ZienswijzerondeId,
    versie: u32,
    invoer: &ZienswijzeInvoer,
) -> Result<Zienswijze, ZienswijzeError> {
    let opdracht = WijzigZienswijze {
        ronde,
        versie,
        invoer,
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    state
        .db
        .in_tenant(
            "record_zienswijze",
            wie.code(),
            DbRol::Raad,
            async |tx: &mut TenantTx| record_zienswijze(tx, actor, now, opdracht).await,
        )
        .await
}

/// The round and the draft so far, if this person may write on it now.
async fn load(
    state: &AppState,
    wie: &InGemeente,
    kenmerk: &str,
) -> Result<(Rondebeeld, Option<Zienswijze>), Fout> {
    let beeld = ronde_in(state, wie, kenmerk).await?;
    wie.require(Permission::ZienswijzeVastleggen)?;
    beeld
        .ronde
        .check_zienswijze()
        .map_err(ZienswijzeError::from)?;
    let eerder = zienswijze_of(state, wie.actor(), wie.code(), beeld.ronde.kop.id).await?;
    if let Some(eerder) = &eerder {
        eerder.check_wijzigen().map_err(ZienswijzeError::from)?;
    }
    Ok((beeld, eerder))
}

fn page(
    state: &AppState,
    wie: &InGemeente,
    beeld: &Rondebeeld,
    invoer: ZienswijzeInvoer,
    versie: u32,
) -> OpstellenPagina {
    let kop = &beeld.ronde.kop;
    OpstellenPagina {
        schil: schil_in(state, wie, beeld, "Zienswijze opstellen"),
        fouten: Fouten::geen(),
        strekking: invoer.strekking,
        strekkingen: Zienswijzestrekking::ALL
            .map(|strekking| Keuze::new(strekking.code(), strekking.naam()))
            .to_vec(),
        punten: invoer.punten,
        versie,
        uiterlijk: datum_lang(kop.uiterlijk),
        is_te_laat: kop.is_te_laat(state.clock.now()),
        intussen: None,
        annuleren: pad_in(wie.code(), kop.id),
    }
}

fn intussen(nu: &Zienswijze) -> Option<(String, &'static str, Vec<Puntregel>)> {
    let door = nu.laatste()?.door.naam.clone();
    let tekst = nu.tekst();
    Some((
        door,
        tekst.strekking.naam(),
        list_punten(&tekst.punten, None),
    ))
}

/// With empty rows after those that are filled.
fn with_rijen(mut invoer: ZienswijzeInvoer) -> ZienswijzeInvoer {
    let aantal = (invoer.punten.len() + RIJEN).min(RIJEN_MAX);
    invoer.punten.resize(aantal, PuntInvoer::default());
    invoer
}

/// The first value of a name; empty when absent.
pub(super) fn get<'a>(velden: &'a [(String, String)], naam: &str) -> &'a str {
    let paar = velden.iter().find(|(sleutel, _)| sleutel == naam);
    paar.map_or("", |(_, waarde)| waarde)
}

fn read_invoer(velden: &[(String, String)]) -> ZienswijzeInvoer {
    let is_rij = |plek: &usize| {
        let naam = format!("punten.{plek}.tekst");
        velden.iter().any(|(sleutel, _)| *sleutel == naam)
    };
    let punt = |plek: usize| PuntInvoer {
        onderwerp: get(velden, &format!("punten.{plek}.onderwerp")).to_owned(),
        tekst: get(velden, &format!("punten.{plek}.tekst")).to_owned(),
    };
    ZienswijzeInvoer {
        strekking: get(velden, "strekking").to_owned(),
        punten: (0..RIJEN_MAX).take_while(is_rij).map(punt).collect(),
    }
}
