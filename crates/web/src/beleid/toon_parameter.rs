//! `/{gemeente}/beleid/{sleutel}`: one parameter: the law, what holds, its history, the other municipalities.

use actix_web::web::{Data, Path, Query};
use askama::Template;
use domain::beleid::{Beleid, Bevoegd, Parameter, Regime, Stand, Tijdvak, catalogus};
use domain::bevoegdheid::Permission;
use http_base::{AppState, Fout, InGemeente, list_deelnemers};
use primitives::{Datum, Moment, Veldfouten, datum_lang, moment_nl};
use serde::Deserialize;

use super::grafiek::Grafiek;
use super::lezen::{
    beleid_of, einde_of, link_to, organen_of, parse_dag, render_grenszin, render_periode,
    render_stand,
};
use crate::formuliervelden::Fouten;
use crate::onderdelen::{Link, Status, Toon};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;
use crate::werkinstructie::{Werkregel, list_werkregels};

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Vraag {
    #[serde(default)]
    bekend_op: String,
}

#[derive(Template)]
#[template(path = "beleid/parameter.html")]
struct ParameterPagina {
    schil: Schil,
    vraag: Vraag,
    fouten: Fouten,
    uitleg: String,
    nu: Huidig,
    wet: Vec<Wetsregel>,
    gebruik: String,
    grafiek: Option<Grafiek>,
    geschiedenis: Vec<Regel>,
    elders: Vec<Elders>,
    /// How the organisation works with it.
    werkregels: Vec<Werkregel>,
    nieuw: Option<Link>,
}

struct Huidig {
    waarde: String,
    besluit: Option<Link>,
    toelichting: String,
    status: Option<Status>,
}

struct Wetsregel {
    periode: String,
    orgaan: &'static str,
    artikel: String,
    is_verplicht: bool,
    grenzen: Vec<String>,
    zonder_besluit: String,
    toelichting: Option<String>,
}

struct Regel {
    periode: String,
    waarde: String,
    bron: String,
    besluit: Option<Link>,
    bekend_op: String,
}

struct Elders {
    gemeente: String,
    waarde: String,
    bron: String,
    verloop: Vec<String>,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
    vraag: Query<Vraag>,
) -> Antwoord {
    wie.require(Permission::BeleidLezen)?;
    let (_, sleutel) = pad.into_inner();
    let parameter = catalogus().find(&sleutel).ok_or_else(Fout::niet_gevonden)?;
    let vraag = vraag.into_inner();
    let (vandaag, now) = (state.clock.today(), state.clock.now());
    let (bekend_op, fouten) = match parse_dag(&vraag.bekend_op) {
        Ok(dag) => (dag.map_or(now, einde_of), Fouten::geen()),
        Err(melding) => (now, Veldfouten::single("bekendOp", melding).into()),
    };
    let beleid = beleid_of(&state, &wie).await?;
    let vakken = beleid.list_tijdvakken(parameter, bekend_op);
    let nieuw = can_decide(&wie, parameter, vandaag).then(|| {
        let pad = format!("/{}/besluiten/nieuw?thema={}", wie.code(), parameter.thema);
        Link::new("Besluit vastleggen", pad)
    });
    let schil = Schil::in_gemeente(&state, &wie, "/beleid", &parameter.naam)
        .kruimel("Beleid", format!("/{}/beleid", wie.code()));
    let schil = if vraag.bekend_op.is_empty() {
        schil
    } else {
        schil.stand(format!("Zoals bekend op {}.", moment_nl(bekend_op)))
    };
    render(&ParameterPagina {
        schil,
        uitleg: parameter.uitleg.clone(),
        nu: huidig(parameter, &beleid, vandaag, bekend_op),
        wet: parameter
            .regimes
            .iter()
            .rev()
            .map(|r| wetsregel(parameter, r))
            .collect(),
        gebruik: parameter
            .gebruik
            .iter()
            .map(|g| g.naam())
            .collect::<Vec<_>>()
            .join(", "),
        grafiek: Grafiek::draw(parameter, &vakken, vandaag),
        geschiedenis: vakken
            .iter()
            .rev()
            .map(|vak| regel(parameter, vak))
            .collect(),
        elders: list_elders(&state, &wie, parameter, vandaag).await?,
        werkregels: list_werkregels(&state, &wie, parameter, &beleid, (vandaag, bekend_op)).await?,
        vraag,
        fouten,
        nieuw,
    })
}

fn can_decide(wie: &InGemeente, parameter: &Parameter, vandaag: Datum) -> bool {
    let regime = parameter.regime_on(vandaag).or(parameter.regimes.last());
    regime.is_some_and(|regime| {
        regime
            .bevoegd
            .orgaan()
            .is_some_and(|orgaan| organen_of(wie).contains(&orgaan))
    })
}

fn huidig(parameter: &Parameter, beleid: &Beleid, vandaag: Datum, bekend_op: Moment) -> Huidig {
    let stand = beleid.stand_on(parameter, vandaag, bekend_op);
    let is_verplicht = parameter.regime_on(vandaag).is_some_and(|r| r.is_verplicht);
    let (toelichting, status) = match &stand {
        Stand::Besloten(v) => (
            format!(
                "{}, geldig {}.",
                v.besluit.titel,
                render_periode(v.periode.van(), v.periode.tot())
            ),
            None,
        ),
        Stand::InStrijd(_, strijd) => (
            format!("Deze waarde wordt niet gebruikt: {strijd}."),
            Some(Status::new(Toon::Fout, "in strijd met de wet")),
        ),
        Stand::ZonderBesluit(standaard) => {
            let is_rijk = parameter
                .regime_on(vandaag)
                .is_some_and(|r| r.bevoegd == Bevoegd::Rijk);
            let status = if is_rijk {
                Status::new(Toon::Neutraal, "bepaalt de wet")
            } else if is_verplicht {
                Status::new(Toon::Aandacht, "nog te besluiten")
            } else {
                Status::new(Toon::Neutraal, "zonder besluit")
            };
            (standaard.tekst.clone(), Some(status))
        }
        Stand::BestaatNiet => (
            bestaan(parameter),
            Some(Status::new(Toon::Neutraal, "nu niet van kracht")),
        ),
    };
    Huidig {
        waarde: render_stand(parameter, &stand),
        besluit: stand.vastgesteld().map(|v| link_to(&v.besluit)),
        toelichting,
        status,
    }
}

fn bestaan(parameter: &Parameter) -> String {
    match parameter.bestaat() {
        Some((van, None)) => format!("Dit gegeven bestaat vanaf {}.", datum_lang(van)),
        Some((van, Some(tot))) => {
            format!(
                "Dit gegeven bestaat van {} tot {}.",
                datum_lang(van),
                datum_lang(tot)
            )
        }
        None => String::new(),
    }
}

fn wetsregel(parameter: &Parameter, regime: &Regime) -> Wetsregel {
    Wetsregel {
        periode: render_periode(regime.periode.van(), regime.periode.tot()),
        orgaan: regime.bevoegd.code(),
        artikel: regime.artikel.clone(),
        is_verplicht: regime.is_verplicht,
        grenzen: regime
            .grenzen
            .iter()
            .map(|grens| render_grenszin(parameter, grens))
            .collect(),
        zonder_besluit: regime.zonder_besluit.tekst.clone(),
        toelichting: regime.gesloten.clone().or(regime.toelichting.clone()),
    }
}

fn regel(parameter: &Parameter, vak: &Tijdvak<'_>) -> Regel {
    let vastgesteld = vak.stand.vastgesteld();
    Regel {
        periode: render_periode(vak.periode.van(), vak.periode.tot()),
        waarde: render_stand(parameter, &vak.stand),
        bron: match &vak.stand {
            Stand::Besloten(v) => v.besluit.titel.clone(),
            Stand::InStrijd(_, strijd) => format!("Niet gebruikt: {strijd}"),
            Stand::ZonderBesluit(standaard) => standaard.tekst.clone(),
            Stand::BestaatNiet => String::new(),
        },
        besluit: vastgesteld.map(|v| link_to(&v.besluit)),
        bekend_op: vastgesteld.map_or_else(String::new, |v| moment_nl(v.bekend_op)),
    }
}

/// What the other municipalities decided, now and over time.
async fn list_elders(
    state: &AppState,
    wie: &InGemeente,
    parameter: &Parameter,
    vandaag: Datum,
) -> Result<Vec<Elders>, Fout> {
    let now = state.clock.now();
    let deelnemers = list_deelnemers(state, wie.actor(), wie.code()).await?;
    let elders = deelnemers.iter().filter(|d| d.gemeente != wie.code());
    Ok(elders
        .map(|deelnemer| {
            let stand = deelnemer.beleid.stand_on(parameter, vandaag, now);
            let bron = stand.vastgesteld().map_or_else(
                || "Geen besluit".to_owned(),
                |v| format!("{}, {}", v.besluit, v.besluit.titel),
            );
            Elders {
                gemeente: deelnemer.naam.clone(),
                waarde: render_stand(parameter, &stand),
                bron,
                verloop: list_verloop(parameter, &deelnemer.beleid, now),
            }
        })
        .collect())
}

/// Each change in one municipality, the newest first.
fn list_verloop(parameter: &Parameter, beleid: &Beleid, now: Moment) -> Vec<String> {
    let vakken = beleid.list_tijdvakken(parameter, now);
    let besloten = vakken
        .iter()
        .rev()
        .filter(|vak| vak.stand.vastgesteld().is_some());
    besloten
        .map(|vak| {
            let periode = render_periode(vak.periode.van(), vak.periode.tot());
            format!("{periode}: {}", render_stand(parameter, &vak.stand))
        })
        .collect()
}
