//! `/{gemeente}/inwoners/{dossier}/recht/herziening/{herziening}/oordeel`: why the bijstand was too high, and what is left.

use actix_web::web::Data;
use application::herziening::Herzieningsbeeld;
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::dossier::Reden;
use domain::herziening::{Herzieningshandeling, Herzieningsstand, Oordeel};
use domain::recht::herziening::Oorzaak;
use http_base::{AppState, Formulier, InGemeente};
use primitives::{
    Maand, Veldcontrole, Veldfouten, datum_in_nederland, datum_kort, maand_lang, parse_datum_nl,
};
use serde::Deserialize;

use super::adres::{Zaakpad, href, ids_of, load, record_act, shell, under};
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
    oorzaken: Vec<Keuze>,
    ja_nee: Vec<Keuze>,
    maanden: Vec<Keuze>,
    kan_niet: bool,
    terug: String,
}

#[derive(Clone, Default, Deserialize)]
pub(super) struct Invoer {
    #[serde(default)]
    gezien: String,
    #[serde(default)]
    oorzaak: String,
    #[serde(default)]
    begrijpelijk: String,
    #[serde(default, rename = "dringendeRedenen")]
    dringende_redenen: String,
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
    let fouten = match invoer.parse() {
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
    let beeld = load(&state, &wie, wat).await?;
    render_invalid(&context(&state, &wie, &beeld, invoer, fouten.into()))
}

impl Invoer {
    fn parse(&self) -> Result<Oordeel, Veldfouten> {
        let mut controle = Veldcontrole::default();
        let oorzaak = controle.take("oorzaak", self.read_oorzaak());
        let begrijpelijk = match (oorzaak.flatten(), self.begrijpelijk.as_str()) {
            (Some(Oorzaak::Betaling), "ja") => Some(true),
            (Some(Oorzaak::Betaling), "nee") => Some(false),
            (Some(Oorzaak::Betaling), _) => {
                let melding = "kies ja of nee: er is meer betaald dan besloten";
                controle.refuse("begrijpelijk", melding);
                None
            }
            _ => None,
        };
        let dringend = if self.dringende_redenen.trim().is_empty() {
            None
        } else {
            controle.take("dringendeRedenen", Reden::parse(&self.dringende_redenen))
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
        match (oorzaak, dag) {
            (Some(oorzaak), Some(dag)) => Ok(Oordeel {
                dag,
                oorzaak,
                begrijpelijk,
                dringende_redenen: dringend.map(|reden| reden.as_str().to_owned()),
                vakantietoeslag_betaald,
            }),
            _ => Err(Veldfouten::single(
                "oorzaak",
                "vul het formulier opnieuw in",
            )),
        }
    }

    fn read_oorzaak(&self) -> Result<Option<Oorzaak>, &'static str> {
        if self.oorzaak == NIET_TE_HOOG {
            return Ok(None);
        }
        let gevonden = Oorzaak::ALL
            .into_iter()
            .find(|een| een.naam() == self.oorzaak);
        gevonden.map(Some).ok_or("kies wat er aan de hand was")
    }
}

impl From<&Oordeel> for Invoer {
    fn from(oordeel: &Oordeel) -> Self {
        let ja_nee = |ja: bool| if ja { "ja" } else { "nee" };
        Self {
            gezien: String::new(),
            oorzaak: oordeel
                .oorzaak
                .map_or(NIET_TE_HOOG, Oorzaak::naam)
                .to_owned(),
            begrijpelijk: oordeel
                .begrijpelijk
                .map(ja_nee)
                .unwrap_or_default()
                .to_owned(),
            dringende_redenen: oordeel.dringende_redenen.clone().unwrap_or_default(),
            dag: datum_kort(oordeel.dag),
            vakantietoeslag: oordeel
                .vakantietoeslag_betaald
                .map(|maand| maand.to_string())
                .unwrap_or_default(),
        }
    }
}

/// A cause in the words of a form.
pub(super) const fn describe(oorzaak: Oorzaak) -> &'static str {
    match oorzaak {
        Oorzaak::Inlichtingenplicht => "De inwoner gaf informatie niet of te laat door",
        Oorzaak::Middelen => "De inwoner kreeg later geld over deze maanden",
        Oorzaak::Verlening => "De bijstand was te hoog vastgesteld, bijvoorbeeld door een fout",
        Oorzaak::Voorschot => "Het was een voorschot, en er bleek geen recht te zijn",
        Oorzaak::Betaling => "Er is meer betaald dan was besloten",
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
    let oorzaken = Oorzaak::ALL.map(|oorzaak| Keuze::new(oorzaak.naam(), describe(oorzaak)));
    let maand = |levering: &domain::herziening::Maandlevering| {
        Keuze::new(levering.maand.to_string(), maand_lang(levering.maand))
    };
    OordeelPagina {
        schil: shell(state, wie, beeld, "Waarom te hoog of te laag?"),
        fouten,
        invoer: Invoer {
            gezien: zaak.akten().len().to_string(),
            ..invoer
        },
        oorzaken: [Keuze::new(
            NIET_TE_HOOG,
            "De bijstand was te laag, of alleen de reden verandert",
        )]
        .into_iter()
        .chain(oorzaken)
        .collect(),
        ja_nee: vec![Keuze::new("ja", "Ja"), Keuze::new("nee", "Nee")],
        maanden: beeld.maanden.iter().map(maand).collect(),
        kan_niet: zaak.stand() != Herzieningsstand::InBewerking,
        terug: href(wie, zaak),
    }
}
