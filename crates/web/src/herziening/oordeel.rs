//! `/{gemeente}/inwoners/{dossier}/recht/herziening/{herziening}/oordeel`: why the bijstand was too high, and what is left.
//! What holds for some of the months has a page of its own.

use actix_web::web::Data;
use application::herziening::Herzieningsbeeld;
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::herziening::{Herzieningshandeling, Herzieningsstand, Oordeel};
use http_base::{AppState, Formulier, InGemeente};
use primitives::{
    Maand, Veldcontrole, Veldfouten, datum_in_nederland, datum_kort, maand_lang, parse_datum_nl,
};
use serde::Deserialize;

use super::adres::{Zaakpad, href, ids_of, load, record_act, shell, under};
use super::oorzaakvelden::{Oorzaakinvoer, Oorzaakkeuzes};
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

/// What the form sends where the bijstand was not too high.
const NIET_TE_HOOG: &str = "niet-te-hoog";

#[derive(Template)]
#[template(path = "herziening/oordeel.html")]
struct OordeelPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: Invoer,
    keuzes: Oorzaakkeuzes,
    maanden: Vec<Keuze>,
    /// Whether some months have a cause of their own.
    heeft_eigen_maanden: bool,
    kan_niet: bool,
    terug: String,
}

#[derive(Clone, Default, Deserialize)]
pub(super) struct Invoer {
    #[serde(default)]
    gezien: String,
    #[serde(flatten)]
    oorzaak: Oorzaakinvoer,
    #[serde(default)]
    dag: String,
    #[serde(default)]
    vakantietoeslag: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Zaakpad) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let beeld = load(&state, &wie, ids_of(&pad.1, &pad.2)?).await?;
    let vandaag = datum_in_nederland(state.clock.now());
    let invoer = beeld.zaak.find_oordeel().map_or_else(
        || Invoer {
            dag: datum_kort(vandaag),
            ..Invoer::default()
        },
        Invoer::from,
    );
    render(&context(&state, &wie, &beeld, invoer, Fouten::geen()))
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Zaakpad,
    Formulier(invoer): Formulier<Invoer>,
) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let wat = ids_of(&pad.1, &pad.2)?;
    let beeld = load(&state, &wie, wat).await?;
    let fouten = match invoer.parse(beeld.zaak.find_oordeel()) {
        Ok(oordeel) => {
            let handeling = Herzieningshandeling::Beoordeeld { oordeel };
            match record_act(&state, &wie, wat, &invoer.gezien, &handeling).await {
                Ok(_) => {
                    let melding = "Uw oordeel is vastgelegd.";
                    return wie.redirect(&state, &under(wat), melding).await;
                }
                Err(fout) => fout.into_fouten("oorzaak")?,
            }
        }
        Err(fouten) => fouten,
    };
    render_invalid(&context(&state, &wie, &beeld, invoer, fouten.into()))
}

impl Invoer {
    /// What the college found, with what stands on pages of its own as it was.
    fn parse(&self, eerder: Option<&Oordeel>) -> Result<Oordeel, Veldfouten> {
        let mut controle = Veldcontrole::default();
        let hoofd = if self.oorzaak.oorzaak == NIET_TE_HOOG {
            None
        } else {
            self.oorzaak.take(&mut controle)
        };
        let melding = "vul een dag in die bestaat, zoals 21-11-2026";
        let dag = controle.take("dag", parse_datum_nl(&self.dag).ok_or(melding));
        let vakantietoeslag_betaald = if self.vakantietoeslag.is_empty() {
            None
        } else {
            let maand = Maand::parse(&self.vakantietoeslag);
            controle.take(
                "vakantietoeslag",
                maand.map_err(|_| "kies een maand uit de lijst"),
            )
        };
        controle.finish()?;
        let dag = dag.ok_or_else(|| Veldfouten::single("dag", melding))?;
        let oordeel = Oordeel {
            dag,
            oorzaken: eerder.map_or_else(Vec::new, |eerder| eerder.oorzaken.clone()),
            vakantietoeslag_betaald,
            bruto: eerder.and_then(|eerder| eerder.bruto.clone()),
        };
        Ok(oordeel.with_hoofdoorzaak(hoofd))
    }
}

impl From<&Oordeel> for Invoer {
    fn from(oordeel: &Oordeel) -> Self {
        let zonder = || Oorzaakinvoer {
            oorzaak: NIET_TE_HOOG.to_owned(),
            ..Oorzaakinvoer::default()
        };
        Self {
            gezien: String::new(),
            oorzaak: oordeel
                .find_hoofdoorzaak()
                .map_or_else(zonder, Oorzaakinvoer::from),
            dag: datum_kort(oordeel.dag),
            vakantietoeslag: oordeel
                .vakantietoeslag_betaald
                .map(|maand| maand.to_string())
                .unwrap_or_default(),
        }
    }
}

fn context(
    state: &AppState,
    wie: &InGemeente,
    beeld: &Herzieningsbeeld,
    invoer: Invoer,
    fouten: Fouten,
) -> OordeelPagina {
    let zaak = &beeld.zaak;
    let niet = "De bijstand was te laag, of alleen de reden verandert";
    let mut eerder = zaak
        .find_oordeel()
        .into_iter()
        .flat_map(|een| &een.oorzaken);
    OordeelPagina {
        schil: shell(state, wie, beeld, "Waarom te hoog of te laag?"),
        fouten,
        invoer: Invoer {
            gezien: zaak.akten().len().to_string(),
            ..invoer
        },
        keuzes: Oorzaakkeuzes::new(Some(Keuze::new(NIET_TE_HOOG, niet))),
        maanden: list_maanden(beeld),
        heeft_eigen_maanden: eerder.any(|een| !een.is_hoofd()),
        kan_niet: zaak.stand() != Herzieningsstand::InBewerking,
        terug: href(wie, zaak),
    }
}

/// The months of a review to choose from.
pub(super) fn list_maanden(beeld: &Herzieningsbeeld) -> Vec<Keuze> {
    let maanden = beeld.maanden.iter().map(|levering| levering.maand);
    maanden
        .map(|maand| Keuze::new(maand.to_string(), maand_lang(maand)))
        .collect()
}
