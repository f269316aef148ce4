//! `/{gemeente}/inwoners/{dossier}/recht/herziening/{herziening}/oordeel/maanden`: another cause for some of the months.

use actix_web::web::Data;
use application::herziening::Herzieningsbeeld;
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::herziening::{Herzieningshandeling, Herzieningsstand, Oordeel, Oorzaakoordeel};
use http_base::{AppState, Formulier, Fout, InGemeente};
use primitives::{Maand, Veldcontrole, Veldfouten};
use serde::Deserialize;

use super::adres::{Zaakpad, href, ids_of, load, record_act, shell, under};
use super::oordeel::list_maanden;
use super::oorzaakvelden::{Oorzaakinvoer, Oorzaakkeuzes};
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "herziening/maanden.html")]
struct MaandenPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: Invoer,
    keuzes: Oorzaakkeuzes,
    maanden: Vec<Keuze>,
    kan_niet: bool,
    /// Whether there is something from which these months differ.
    is_beoordeeld: bool,
    terug: String,
}

#[derive(Clone, Default, Deserialize)]
pub(super) struct Invoer {
    #[serde(default)]
    gezien: String,
    #[serde(default)]
    van: String,
    #[serde(default, rename = "totEnMet")]
    tot_en_met: String,
    #[serde(flatten)]
    oorzaak: Oorzaakinvoer,
}

/// Which cause goes, by its place.
#[derive(Deserialize)]
pub(super) struct Vervallen {
    #[serde(default)]
    gezien: String,
    #[serde(default)]
    plek: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Zaakpad) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let beeld = load(&state, &wie, ids_of(&pad.1, &pad.2)?).await?;
    let (invoer, fouten) = (Invoer::default(), Fouten::geen());
    render(&context(&state, &wie, &beeld, invoer, fouten))
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
                    let melding = "De oorzaak van deze maanden is vastgelegd.";
                    return wie.redirect(&state, &under(wat), melding).await;
                }
                Err(fout) => fout.into_fouten("van")?,
            }
        }
        Err(fouten) => fouten,
    };
    render_invalid(&context(&state, &wie, &beeld, invoer, fouten.into()))
}

pub(super) async fn drop(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Zaakpad,
    Formulier(invoer): Formulier<Vervallen>,
) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let wat = ids_of(&pad.1, &pad.2)?;
    let beeld = load(&state, &wie, wat).await?;
    let oordeel = beeld.zaak.find_oordeel().cloned();
    let mut oordeel = oordeel.ok_or_else(Fout::niet_gevonden)?;
    let plek = invoer.plek.parse().ok();
    let plek = plek.filter(|plek: &usize| *plek < oordeel.oorzaken.len());
    oordeel
        .oorzaken
        .remove(plek.ok_or_else(Fout::niet_gevonden)?);
    let handeling = Herzieningshandeling::Beoordeeld { oordeel };
    record_act(&state, &wie, wat, &invoer.gezien, &handeling).await?;
    wie.redirect(&state, &under(wat), "Deze oorzaak telt niet meer mee.")
        .await
}

impl Invoer {
    fn parse(&self, eerder: Option<&Oordeel>) -> Result<Oordeel, Veldfouten> {
        let mut controle = Veldcontrole::default();
        let month = |tekst: &str| Maand::parse(tekst).map_err(|_| "kies een maand uit de lijst");
        let van = controle.take("van", month(&self.van));
        let tot_en_met = controle.take("totEnMet", month(&self.tot_en_met));
        let oorzaak = self.oorzaak.take(&mut controle);
        controle.finish()?;
        let ontbreekt = || {
            let melding = "leg eerst vast wat er in de meeste maanden aan de hand was";
            Veldfouten::single("van", melding)
        };
        let (oorzaak, eerder) = oorzaak.zip(eerder).ok_or_else(ontbreekt)?;
        let mut oordeel = eerder.clone();
        oordeel.oorzaken.push(Oorzaakoordeel {
            van,
            tot_en_met,
            ..oorzaak
        });
        Ok(oordeel)
    }
}

fn context(
    state: &AppState,
    wie: &InGemeente,
    beeld: &Herzieningsbeeld,
    invoer: Invoer,
    fouten: Fouten,
) -> MaandenPagina {
    let zaak = &beeld.zaak;
    MaandenPagina {
        schil: shell(state, wie, beeld, "Een andere oorzaak voor sommige maanden"),
        fouten,
        invoer: Invoer {
            gezien: zaak.akten().len().to_string(),
            ..invoer
        },
        keuzes: Oorzaakkeuzes::new(None),
        maanden: list_maanden(beeld),
        kan_niet: zaak.stand() != Herzieningsstand::InBewerking,
        is_beoordeeld: zaak.find_oordeel().is_some(),
        terug: href(wie, zaak),
    }
}
