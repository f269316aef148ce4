//! `/{gemeente}/inwoners/{dossier}/recht`: the right of a month, step by step, beside what was delivered.

use actix_web::web::{Data, Query};
use application::recht::{Maandrecht, Rechtpagina, load_recht};
use askama::Template;
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, Fout, InGemeente, Soort};
use primitives::{Geld, GemeenteCode, Maand, datum_lang, geld_nl, maand_lang};
use serde::Deserialize;

use super::hoofd::{Hoofd, Tab, address, shell};
use super::stappen::{Stapregel, list_stappen, outcome};
use super::{Dossierpad, dossier_of};
use crate::formuliervelden::{Fouten, Keuze};
use crate::onderdelen::{Link, Status, Toon};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "dossier/recht.html")]
struct RechtPagina {
    schil: Schil,
    hoofd: Hoofd,
    fouten: Fouten,
    gekozen: String,
    maanden: Vec<Keuze>,
    recht: Option<Recht>,
    /// The pages of other calculations.
    rekenpaginas: [Link; 5],
}

/// The month in the address.
#[derive(Deserialize)]
pub(super) struct Rechtvraag {
    #[serde(default)]
    maand: String,
}

struct Recht {
    maand: String,
    peildatum: Option<String>,
    uitkomst: Status,
    uitbetaling: Option<String>,
    reden: Option<String>,
    stappen: Vec<Stapregel>,
    vergelijking: Vec<Vergelijking>,
}

struct Vergelijking {
    wat: &'static str,
    wet: String,
    geleverd: String,
    status: Option<Status>,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Dossierpad,
    Query(vraag): Query<Rechtvraag>,
) -> Antwoord {
    wie.require(Permission::DossierLezen)?;
    let dossier = dossier_of(&pad)?;
    let maand = vraag.maand()?;
    let (actor, now) = (wie.actor(), state.clock.now());
    let pagina = state
        .db
        .in_tenant("load_recht", wie.code(), DbRol::Uitvoering, async |tx| {
            load_recht(tx, actor, now, dossier, maand).await
        })
        .await?;
    render(&context(&state, &wie, &pagina))
}

impl Rechtvraag {
    fn maand(&self) -> Result<Option<Maand>, Fout> {
        if self.maand.is_empty() {
            return Ok(None);
        }
        Maand::parse(&self.maand).map(Some).map_err(|_| {
            Fout::new(
                Soort::OngeldigeInvoer,
                "Deze maand bestaat niet. Ga terug en kies een maand uit de lijst.",
            )
        })
    }
}

fn context(state: &AppState, wie: &InGemeente, pagina: &Rechtpagina) -> RechtPagina {
    let keuze = |maand: &Maand| Keuze::new(maand.to_string(), maand_lang(*maand));
    let basis = address(wie, pagina.hoofd.kop.inwoner.dossier);
    RechtPagina {
        schil: shell(state, wie, &pagina.hoofd),
        hoofd: Hoofd::new(state, wie, &pagina.hoofd, Tab::Recht),
        fouten: Fouten::geen(),
        gekozen: pagina
            .recht
            .as_ref()
            .map(|recht| recht.maand.to_string())
            .unwrap_or_default(),
        maanden: pagina.maanden.iter().map(keuze).collect(),
        recht: pagina.recht.as_ref().map(|r| Recht::new(wie.code(), r)),
        rekenpaginas: [
            Link::new(
                "Individuele inkomenstoeslag",
                format!("{basis}/recht/toeslag"),
            ),
            Link::new("Andere regelingen", format!("{basis}/recht/regelingen")),
            Link::new(
                "Wat levert meer werken op?",
                format!("{basis}/recht/werken"),
            ),
            Link::new(
                "Eerdere maanden opnieuw",
                format!("{basis}/recht/herziening"),
            ),
            Link::new(
                "Leningen en kwijtschelden",
                format!("{basis}/recht/vorderingen"),
            ),
        ],
    }
}

impl Recht {
    fn new(gemeente: GemeenteCode, recht: &Maandrecht) -> Self {
        let antwoord = &recht.antwoord;
        Self {
            maand: maand_lang(recht.maand),
            peildatum: recht
                .is_deel_van_maand()
                .then(|| datum_lang(recht.peildatum)),
            uitkomst: outcome(antwoord),
            uitbetaling: antwoord.uitbetaling.map(geld_nl),
            reden: antwoord.reden.clone(),
            stappen: list_stappen(gemeente, antwoord),
            vergelijking: compare(recht),
        }
    }
}

/// The law beside the delivery, which holds whole euros: less than a euro apart is the same.
fn compare(recht: &Maandrecht) -> Vec<Vergelijking> {
    let antwoord = &recht.antwoord;
    let rij = |wat, wet: Option<Geld>, geleverd: Option<Geld>| Vergelijking {
        wat,
        wet: wet.map(geld_nl).unwrap_or_default(),
        geleverd: geleverd.map(geld_nl).unwrap_or_default(),
        status: wet
            .zip(geleverd)
            .map(|(wet, geleverd)| difference(wet - geleverd)),
    };
    let uitbetaling = antwoord.uitbetaling.filter(|_| !recht.is_deel_van_maand());
    vec![
        rij("Norm", antwoord.norm, recht.geleverde_norm),
        rij(
            "Inkomen dat meetelt",
            antwoord.middelen,
            Some(recht.geleverde_inkomsten),
        ),
        rij(
            "Uitbetaling zonder vakantietoeslag",
            uitbetaling,
            Some(recht.betaalbaar_gesteld),
        ),
    ]
}

fn difference(verschil: Geld) -> Status {
    let euro = Geld::from_cents(100);
    if verschil < euro && -verschil < euro {
        Status::new(Toon::Goed, "gelijk")
    } else {
        Status::new(Toon::Aandacht, format!("verschil {}", geld_nl(verschil)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn less_than_a_euro_apart_is_the_same() {
        for (cents, woord) in [
            (0, "gelijk"),
            (99, "gelijk"),
            (-99, "gelijk"),
            (100, "verschil €\u{a0}1,00"),
            (-250, "verschil €\u{a0}-2,50"),
        ] {
            assert_eq!(difference(Geld::from_cents(cents)).woord, woord);
        }
    }

    #[test]
    fn a_month_that_is_none_is_refused() {
        let maand = |tekst: &str| {
            Rechtvraag {
                maand: tekst.to_owned(),
            }
            .maand()
        };
        assert_eq!(maand("").ok(), Some(None));
        assert_eq!(maand("2026-10").ok(), Some(Maand::parse("2026-10").ok()));
        assert!(maand("2026-13").is_err());
    }
}
