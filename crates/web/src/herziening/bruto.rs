//! `/{gemeente}/inwoners/{dossier}/recht/herziening/{herziening}/bruto`: whether taxes and premiums are claimed too, why,
//! and what the payroll administration tells by year. Participatiewet art. 58 lid 5.

use actix_web::web::Data;
use application::herziening::Herzieningsbeeld;
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::dossier::Reden;
use domain::herziening::{Belastingjaar, Bruto, Herzieningshandeling, Herzieningsstand, Oordeel};
use http_base::{AppState, Formulier, InGemeente};
use primitives::{Veldcontrole, Veldfouten, geld_nl};

use super::adres::{Zaakpad, href, ids_of, load, record_act, shell, under};
use crate::dossier::find_veld;
use crate::formuliervelden::{Fouten, Keuze, parse_bedrag};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

const NETTO: &str = "netto";
const BRUTO: &str = "bruto";

#[derive(Template)]
#[template(path = "herziening/bruto.html")]
struct BrutoPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: Invoer,
    keuzes: Vec<Keuze>,
    /// A year of which the taxes can still be set off.
    dit_jaar: Option<i16>,
    kan_niet: bool,
    terug: String,
}

/// What was typed, with the years before that of the decision in which something is claimed.
#[derive(Clone, Default)]
struct Invoer {
    gezien: String,
    vorm: String,
    waarom: String,
    jaren: Vec<Jaarveld>,
}

/// The amount over a year.
#[derive(Clone)]
struct Jaarveld {
    jaar: i16,
    /// The name of the field.
    naam: String,
    label: String,
    bedrag: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Zaakpad) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let beeld = load(&state, &wie, ids_of(&pad.1, &pad.2)?).await?;
    let invoer = Invoer::recorded(&beeld);
    render(&context(&state, &wie, &beeld, invoer, Fouten::geen()))
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Zaakpad,
    Formulier(velden): Formulier<Vec<(String, String)>>,
) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let wat = ids_of(&pad.1, &pad.2)?;
    let beeld = load(&state, &wie, wat).await?;
    let invoer = Invoer::sent(&beeld, &velden);
    let fouten = match invoer.parse(beeld.zaak.find_oordeel()) {
        Ok(oordeel) => {
            let handeling = Herzieningshandeling::Beoordeeld { oordeel };
            match record_act(&state, &wie, wat, &invoer.gezien, &handeling).await {
                Ok(_) => {
                    let melding = "Uw keuze is vastgelegd.";
                    return wie.redirect(&state, &under(wat), melding).await;
                }
                Err(fout) => fout.into_fouten("vorm")?,
            }
        }
        Err(fouten) => fouten,
    };
    render_invalid(&context(&state, &wie, &beeld, invoer, fouten.into()))
}

impl Invoer {
    /// The form as it was filled in before; net where nothing was.
    fn recorded(beeld: &Herzieningsbeeld) -> Self {
        let bruto = beeld.zaak.find_oordeel().and_then(|een| een.bruto.as_ref());
        let mut invoer = Self::with(beeld, |_| String::new());
        if let Some(bruto) = bruto {
            BRUTO.clone_into(&mut invoer.vorm);
            invoer.waarom.clone_from(&bruto.waarom);
            for veld in &mut invoer.jaren {
                let bekend = bruto.belasting.iter().find(|een| een.jaar == veld.jaar);
                if let Some(bekend) = bekend {
                    let bedrag = geld_nl(bekend.bedrag);
                    bedrag
                        .trim_start_matches("€\u{a0}")
                        .clone_into(&mut veld.bedrag);
                }
            }
        } else {
            NETTO.clone_into(&mut invoer.vorm);
        }
        invoer
    }

    /// The form that was sent.
    fn sent(beeld: &Herzieningsbeeld, velden: &[(String, String)]) -> Self {
        let find = |naam: &str| find_veld(velden, naam);
        Self {
            gezien: find("gezien"),
            vorm: find("vorm"),
            waarom: find("waarom"),
            ..Self::with(beeld, find)
        }
    }

    fn with(beeld: &Herzieningsbeeld, find: impl Fn(&str) -> String) -> Self {
        let jaar = beeld.zaak.find_oordeel().map(|oordeel| oordeel.dag.year());
        let eerder = beeld.uitkomst.list_jaren().into_iter();
        let eerder = eerder.filter(|een| jaar.is_some_and(|jaar| *een < jaar));
        let veld = |jaar: i16| {
            let naam = format!("jaar-{jaar}");
            Jaarveld {
                jaar,
                label: format!("Belasting en premies over {jaar}"),
                bedrag: find(&naam),
                naam,
            }
        };
        Self {
            jaren: eerder.map(veld).collect(),
            ..Self::default()
        }
    }

    fn parse(&self, eerder: Option<&Oordeel>) -> Result<Oordeel, Veldfouten> {
        let eerst = "leg eerst vast waarom de bijstand te hoog was";
        let mut oordeel = eerder
            .cloned()
            .ok_or_else(|| Veldfouten::single("vorm", eerst))?;
        let mut controle = Veldcontrole::default();
        oordeel.bruto = match self.vorm.as_str() {
            NETTO => None,
            BRUTO => self.take_bruto(&mut controle),
            _ => {
                controle.refuse("vorm", "kies netto of bruto");
                None
            }
        };
        controle.finish()?;
        Ok(oordeel)
    }

    fn take_bruto(&self, controle: &mut Veldcontrole) -> Option<Bruto> {
        let waarom = controle.take("waarom", Reden::parse(&self.waarom));
        let melding = "vul een bedrag in, zoals 1.250,50; laat leeg wat u nog niet weet";
        let mut belasting = Vec::new();
        for veld in self
            .jaren
            .iter()
            .filter(|een| !een.bedrag.trim().is_empty())
        {
            let bedrag = controle.take(&veld.naam, parse_bedrag(&veld.bedrag).ok_or(melding));
            let jaar = veld.jaar;
            belasting.extend(bedrag.map(|bedrag| Belastingjaar { jaar, bedrag }));
        }
        Some(Bruto {
            waarom: waarom?.as_str().to_owned(),
            belasting,
        })
    }
}

fn context(
    state: &AppState,
    wie: &InGemeente,
    beeld: &Herzieningsbeeld,
    invoer: Invoer,
    fouten: Fouten,
) -> BrutoPagina {
    let zaak = &beeld.zaak;
    let jaar = zaak.find_oordeel().map(|oordeel| oordeel.dag.year());
    let jaren = beeld.uitkomst.list_jaren();
    BrutoPagina {
        schil: shell(state, wie, beeld, "Netto of bruto terugvorderen"),
        fouten,
        invoer: Invoer {
            gezien: zaak.akten().len().to_string(),
            ..invoer
        },
        keuzes: vec![
            Keuze::new(NETTO, "Netto: alleen wat de inwoner kreeg"),
            Keuze::new(
                BRUTO,
                "Bruto: ook de belasting en premies over eerdere jaren",
            ),
        ],
        dit_jaar: jaar.filter(|jaar| jaren.contains(jaar)),
        kan_niet: zaak.stand() != Herzieningsstand::InBewerking || jaren.is_empty(),
        terug: href(wie, zaak),
    }
}
