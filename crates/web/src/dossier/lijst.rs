//! `/{gemeente}/inwoners`: the residents of the caseload, what is due first on top.

use actix_web::web::{Data, Query};
use application::dossier::{
    Bladwijzer, Inwonerpagina, Lijstfilter, Nodig, Totaal, Van, list_inwoners,
};
use askama::Template;
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, Fout, InGemeente, Soort};
use primitives::{DossierId, datum_in_nederland, getal_nl, parse_datum};
use serde::Deserialize;

use super::regels::Rij;
use crate::formuliervelden::{Fouten, Keuze};
use crate::onderdelen::{Bladeren, Downloads};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "dossier/lijst.html")]
struct LijstPagina {
    schil: Schil,
    fouten: Fouten,
    vraag: Lijstvraag,
    van: Vec<Keuze>,
    nodig: Vec<Keuze>,
    aantal: String,
    volgorde: &'static str,
    rijen: Vec<Rij>,
    bladeren: Bladeren,
    downloads: Downloads,
    leeg: (&'static str, &'static str),
}

/// The question in the address. Nothing in it is personal.
#[derive(Clone, Default, Deserialize)]
pub(super) struct Lijstvraag {
    #[serde(default)]
    van: String,
    #[serde(default)]
    nodig: String,
    #[serde(default)]
    na: String,
}

const VAN: [(&str, Van, &str); 3] = [
    ("", Van::Iedereen, "Alle inwoners"),
    ("mij", Van::Mij, "Waar ik casusregisseur van ben"),
    ("niemand", Van::Niemand, "Zonder casusregisseur"),
];

const NODIG: [(&str, Nodig, &str); 3] = [
    ("", Nodig::Alles, "Alles"),
    ("meting", Nodig::Meting, "Een meting dit kwartaal"),
    ("contact", Nodig::Contact, "Contact: te lang niet gezien"),
];

/// The query that leads to a filtered list, with its question mark.
pub(super) fn query_of(filter: Lijstfilter) -> String {
    let van = VAN.iter().find(|(_, van, _)| *van == filter.van);
    let nodig = NODIG.iter().find(|(_, nodig, _)| *nodig == filter.nodig);
    let deel = |naam: &str, waarde: Option<&str>| match waarde {
        Some(waarde) if !waarde.is_empty() => format!("{naam}={waarde}"),
        _ => String::new(),
    };
    let delen = [
        deel("van", van.map(|(naam, ..)| *naam)),
        deel("nodig", nodig.map(|(naam, ..)| *naam)),
    ];
    let vraag = delen
        .iter()
        .filter(|deel| !deel.is_empty())
        .cloned()
        .collect::<Vec<_>>()
        .join("&");
    if vraag.is_empty() {
        vraag
    } else {
        format!("?{vraag}")
    }
}

impl Lijstvraag {
    /// The filter; a value that is not in the lists is no list of ours.
    pub(super) fn filter(&self) -> Result<Lijstfilter, Fout> {
        let van = VAN.iter().find(|(naam, ..)| *naam == self.van);
        let nodig = NODIG.iter().find(|(naam, ..)| *naam == self.nodig);
        match (van, nodig) {
            (Some((_, van, _)), Some((_, nodig, _))) => Ok(Lijstfilter {
                van: *van,
                nodig: *nodig,
            }),
            _ => Err(onbekende_waarde()),
        }
    }

    fn bladwijzer(&self) -> Result<Option<Bladwijzer>, Fout> {
        if self.na.is_empty() {
            return Ok(None);
        }
        let gelezen = self.na.split_once('_').and_then(|(dag, dossier)| {
            Some(Bladwijzer {
                sleutel: parse_datum(dag)?,
                dossier: DossierId::parse(dossier).ok()?,
            })
        });
        gelezen.map(Some).ok_or_else(onbekende_waarde)
    }
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    Query(vraag): Query<Lijstvraag>,
) -> Antwoord {
    wie.require(Permission::DossierLezen)?;
    let (filter, na) = (vraag.filter()?, vraag.bladwijzer()?);
    let (actor, now) = (wie.actor(), state.clock.now());
    let pagina = state
        .db
        .in_tenant("list_inwoners", wie.code(), DbRol::Uitvoering, async |tx| {
            list_inwoners(tx, actor, now, filter, na).await
        })
        .await?;
    render(&page(&state, &wie, vraag, filter, &pagina))
}

fn page(
    state: &AppState,
    wie: &InGemeente,
    vraag: Lijstvraag,
    filter: Lijstfilter,
    pagina: &Inwonerpagina,
) -> LijstPagina {
    let vandaag = datum_in_nederland(state.clock.now());
    let query = query_of(filter);
    let volgende = pagina.volgende.map(|na| {
        let teken = if query.is_empty() { "?" } else { "&" };
        format!("{query}{teken}na={}_{}", na.sleutel, na.dossier)
    });
    let rijen = pagina
        .regels
        .iter()
        .map(|regel| Rij::new(wie, regel, vandaag));
    LijstPagina {
        schil: Schil::in_gemeente(state, wie, "/inwoners", "Inwoners"),
        fouten: Fouten::geen(),
        vraag,
        van: VAN.map(|(naam, _, tekst)| Keuze::new(naam, tekst)).to_vec(),
        nodig: NODIG
            .map(|(naam, _, tekst)| Keuze::new(naam, tekst))
            .to_vec(),
        aantal: count_words(pagina.totaal),
        volgorde: match filter.nodig {
            Nodig::Alles | Nodig::Meting => "langst geleden gemeten bovenaan",
            Nodig::Contact => "langst geleden gezien bovenaan",
        },
        rijen: rijen.collect(),
        bladeren: Bladeren {
            vorige: None,
            volgende,
        },
        downloads: Downloads {
            basis: format!("/{}/inwoners/lijst", wie.code()),
            vraag: query,
        },
        leeg: empty_words(filter),
    }
}

/// `41 inwoners`.
fn count_words(totaal: Totaal) -> String {
    match totaal {
        Totaal::Precies(1) => "1 inwoner".to_owned(),
        Totaal::Precies(aantal) => format!("{} inwoners", getal_nl(aantal.into(), 0)),
        Totaal::MeerDan(aantal) => format!("Meer dan {} inwoners", getal_nl(aantal.into(), 0)),
    }
}

/// Why the list is empty, and what to do.
const fn empty_words(filter: Lijstfilter) -> (&'static str, &'static str) {
    match (filter.van, filter.nodig) {
        (_, Nodig::Meting) => (
            "Alle inwoners van deze lijst zijn dit kwartaal gemeten.",
            "In het volgende kwartaal staan zij hier weer.",
        ),
        (_, Nodig::Contact) => (
            "Alle inwoners van deze lijst zijn in beeld.",
            "Wie te lang niet is gezien, komt hier vanzelf te staan.",
        ),
        (Van::Mij, Nodig::Alles) => (
            "U bent van niemand casusregisseur.",
            "Kies ‘Zonder casusregisseur’ om te zien wie er nog geen heeft.",
        ),
        (Van::Niemand, Nodig::Alles) => (
            "Alle inwoners hebben een casusregisseur.",
            "Hier hoeft nu niets te gebeuren.",
        ),
        (Van::Iedereen, Nodig::Alles) => (
            "Er zijn nog geen inwoners.",
            "Een teamleider kan het bestand inlezen bij Bestand.",
        ),
    }
}

fn onbekende_waarde() -> Fout {
    Fout::new(
        Soort::OngeldigeInvoer,
        "Het adres bevat een waarde die niet kan. Ga terug en kies opnieuw.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_says_what_is_asked_and_back() {
        for (_, van, _) in VAN {
            for (_, nodig, _) in NODIG {
                let filter = Lijstfilter { van, nodig };
                let query = query_of(filter);
                let Query(vraag) =
                    Query::<Lijstvraag>::from_query(query.trim_start_matches('?')).unwrap();
                assert_eq!(vraag.filter().ok(), Some(filter), "{query}");
            }
        }
        assert_eq!(query_of(Lijstfilter::default()), "");
    }

    #[test]
    fn values_that_are_not_ours_are_refused() {
        for (van, nodig, na) in [
            ("hen", "", ""),
            ("", "geld", ""),
            ("", "", "2026-02-12"),
            ("", "", "2026-02-30_01890a5d-ac96-774b-bcce-b302099a8057"),
            ("", "", "2026-02-12_x"),
        ] {
            let vraag = Lijstvraag {
                van: van.into(),
                nodig: nodig.into(),
                na: na.into(),
            };
            assert!(
                vraag.filter().is_err() || vraag.bladwijzer().is_err(),
                "{van} {nodig} {na}"
            );
        }
    }

    #[test]
    fn counts_are_words() {
        assert_eq!(count_words(Totaal::Precies(0)), "0 inwoners");
        assert_eq!(count_words(Totaal::Precies(1)), "1 inwoner");
        assert_eq!(
            count_words(Totaal::MeerDan(1000)),
            "Meer dan 1.000 inwoners"
        );
    }
}
