//! `/{gemeente}/inwoners/{dossier}/recht/herziening/{herziening}/handelingen/{soort}`: one act, one page.

use actix_web::web::Data;
use askama::Template;
use domain::aanvraag::Bekendmaakwijze;
use domain::bevoegdheid::Permission;
use domain::dossier::Reden;
use domain::herziening::Herzieningshandeling;
use http_base::{AppState, Formulier, Fout, InGemeente};
use primitives::{Veldcontrole, Veldfouten, datum_in_nederland, datum_kort, parse_datum_nl};
use serde::Deserialize;

use super::adres::{Soortpad, Wat, href, ids_of, load, record_act, shell, under};
use super::akten::list_mogelijk;
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "herziening/handeling.html")]
struct HandelingPagina {
    schil: Schil,
    fouten: Fouten,
    vorm: Vorm,
    invoer: Invoer,
    wijzen: Vec<Keuze>,
    kan_niet: bool,
    terug: String,
}

/// An act with a form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Vorm {
    Teruggegeven,
    Bekendgemaakt,
    Gestaakt,
}

#[derive(Default, Deserialize)]
pub(super) struct Invoer {
    #[serde(default)]
    gezien: String,
    #[serde(default)]
    dag: String,
    #[serde(default)]
    wijze: String,
    #[serde(default)]
    tekst: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Soortpad) -> Antwoord {
    let (wat, vorm) = read(&wie, &pad)?;
    let invoer = Invoer {
        dag: datum_kort(datum_in_nederland(state.clock.now())),
        ..Invoer::default()
    };
    render(&page(&state, &wie, wat, vorm, invoer, Fouten::geen()).await?)
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Soortpad,
    Formulier(invoer): Formulier<Invoer>,
) -> Antwoord {
    let (wat, vorm) = read(&wie, &pad)?;
    let fouten = match invoer.parse(vorm) {
        Ok(handeling) => match record_act(&state, &wie, wat, &invoer.gezien, &handeling).await {
            Ok(_) => {
                return wie
                    .redirect(&state, &under(wat), "Het is vastgelegd.")
                    .await;
            }
            Err(fout) => fout.into_fouten(vorm.first_field())?,
        },
        Err(fouten) => fouten,
    };
    render_invalid(&page(&state, &wie, wat, vorm, invoer, fouten.into()).await?)
}

impl Vorm {
    fn of(soort: &str) -> Option<Self> {
        [Self::Teruggegeven, Self::Bekendgemaakt, Self::Gestaakt]
            .into_iter()
            .find(|vorm| vorm.soort() == soort)
    }

    const fn soort(self) -> &'static str {
        match self {
            Self::Teruggegeven => "teruggegeven",
            Self::Bekendgemaakt => "bekendgemaakt",
            Self::Gestaakt => "gestaakt",
        }
    }

    const fn titel(self) -> &'static str {
        match self {
            Self::Teruggegeven => "Het voorstel teruggeven",
            Self::Bekendgemaakt => "Bekendmaken",
            Self::Gestaakt => "Stoppen met deze herziening",
        }
    }

    const fn uitleg(self) -> &'static str {
        match self {
            Self::Teruggegeven => "De behandelaar past het voorstel aan en stelt het opnieuw voor.",
            Self::Bekendgemaakt => {
                "De bezwaartermijn van zes weken begint op de dag na deze dag (Awb art. 6:8). Deze dag komt boven de brief te staan: leg hem eerst vast en verstuur dan de brief."
            }
            Self::Gestaakt => {
                "Het eerdere besluit blijft zoals het is. Wat hier is vastgelegd, blijft te lezen."
            }
        }
    }

    const fn has_dag(self) -> bool {
        matches!(self, Self::Bekendgemaakt)
    }

    const fn first_field(self) -> &'static str {
        if self.has_dag() { "dag" } else { "tekst" }
    }
}

impl Invoer {
    fn parse(&self, vorm: Vorm) -> Result<Herzieningshandeling, Veldfouten> {
        let mut controle = Veldcontrole::default();
        let handeling = if vorm.has_dag() {
            let melding = "vul een dag in die bestaat, zoals 21-11-2026";
            let dag = controle.take("dag", parse_datum_nl(&self.dag).ok_or(melding));
            let wijze = Bekendmaakwijze::from_code(&self.wijze).ok_or("kies hoe de brief weggaat");
            let wijze = controle.take("wijze", wijze);
            dag.zip(wijze).map(
                |(bekendgemaakt_op, wijze)| Herzieningshandeling::Bekendgemaakt {
                    bekendgemaakt_op,
                    wijze,
                },
            )
        } else {
            let reden = controle.take("tekst", Reden::parse(&self.tekst));
            let reden = reden.map(|reden| reden.as_str().to_owned());
            reden.map(|reden| match vorm {
                Vorm::Teruggegeven => Herzieningshandeling::Teruggegeven { reden },
                _ => Herzieningshandeling::Gestaakt { reden },
            })
        };
        controle.finish()?;
        handeling
            .ok_or_else(|| Veldfouten::single(vorm.first_field(), "vul het formulier opnieuw in"))
    }
}

fn read(wie: &InGemeente, pad: &Soortpad) -> Result<(Wat, Vorm), Fout> {
    let vorm = Vorm::of(&pad.3);
    wie.require(match vorm {
        Some(Vorm::Teruggegeven) => Permission::BeschikkingNemen,
        _ => Permission::AanvraagBehandelen,
    })?;
    Ok((
        ids_of(&pad.1, &pad.2)?,
        vorm.ok_or_else(Fout::niet_gevonden)?,
    ))
}

async fn page(
    state: &AppState,
    wie: &InGemeente,
    wat: Wat,
    vorm: Vorm,
    invoer: Invoer,
    fouten: Fouten,
) -> Result<HandelingPagina, Fout> {
    let beeld = load(state, wie, wat).await?;
    let pad = format!("handelingen/{}", vorm.soort());
    let kan = list_mogelijk(&beeld.zaak)
        .iter()
        .any(|(mogelijk, _)| *mogelijk == pad);
    Ok(HandelingPagina {
        schil: shell(state, wie, &beeld, vorm.titel()),
        fouten,
        vorm,
        invoer: Invoer {
            gezien: beeld.zaak.akten().len().to_string(),
            ..invoer
        },
        wijzen: Bekendmaakwijze::ALL
            .iter()
            .map(|een| Keuze::new(een.code(), een.naam()))
            .collect(),
        kan_niet: !kan,
        terug: href(wie, &beeld.zaak),
    })
}
