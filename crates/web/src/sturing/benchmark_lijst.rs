//! `/{gemeente}/benchmark/lijst.{formaat}`: the trend and the other municipalities as a file.

use actix_web::web::{Data, Path, Query};
use domain::bevoegdheid::Permission;
use domain::sturing::{Eenheid, Indicator, Meetpunt, Uitkomst};
use http_base::{AppState, Fout, InGemeente};
use primitives::Geld;
use reports::NIET_GETOOND;
use reports::lijst::{Cel, Kolom, Lijst, Lijstformaat};

use super::benchmark::{Bron, Vraag, load, name_of};
use crate::pagina::{Antwoord, render_lijstbestand};

pub(super) async fn download(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
    Query(vraag): Query<Vraag>,
) -> Antwoord {
    wie.require(Permission::CijfersLezen)?;
    let formaat = Lijstformaat::parse(&pad.1).ok_or_else(Fout::niet_gevonden)?;
    let (indicator, bron) = load(&state, &wie, &vraag).await?;
    let naam = format!(
        "benchmark-{}-{}-{}",
        wie.code(),
        indicator.definitie().sleutel,
        bron.kwartaal()
    );
    render_lijstbestand(
        &list_of(indicator, &bron),
        formaat,
        &naam,
        state.clock.now(),
    )
}

/// The own trend, quarter by quarter, and then every municipality in the chosen quarter.
fn list_of(indicator: Indicator, bron: &Bron) -> Lijst {
    let eenheid = indicator.definitie().eenheid;
    let benchmark = &bron.benchmark;
    let eigen = name_of(&bron.gemeenten, benchmark.gemeente);
    let verloop = benchmark.reeksen.iter().flat_map(|reeks| {
        let naam = reeks.klasse.naam();
        let eigen = eigen.clone();
        reeks
            .punten
            .iter()
            .filter(|p| p.kwartaal != bron.kwartaal())
            .map(move |punt| {
                row(
                    &eigen,
                    &punt.kwartaal.to_string(),
                    naam,
                    punt.eigen,
                    eenheid,
                )
            })
    });
    let stand = benchmark.stand.iter().map(|punt: &Meetpunt| {
        let gemeente = name_of(&bron.gemeenten, punt.gemeente);
        let kwartaal = punt.kwartaal.to_string();
        row(
            &gemeente,
            &kwartaal,
            punt.klasse.naam(),
            Some(punt.uitkomst),
            eenheid,
        )
    });
    Lijst {
        titel: indicator.definitie().naam.to_owned(),
        kolommen: vec![
            Kolom::new("gemeente", 24),
            Kolom::new("kwartaal", 10),
            Kolom::new("klasse", 40),
            Kolom::new("waarde", 14),
            Kolom::new("teller", 14),
            Kolom::new("noemer", 14),
        ],
        rijen: verloop.chain(stand).collect(),
    }
}

fn row(
    gemeente: &str,
    kwartaal: &str,
    klasse: &str,
    uitkomst: Option<Uitkomst>,
    eenheid: Eenheid,
) -> Vec<Cel> {
    let mut rij = vec![Cel::text(gemeente), Cel::text(kwartaal), Cel::text(klasse)];
    let count = |waarde: rust_decimal::Decimal| Cel::Getal {
        waarde,
        decimalen: waarde.normalize().scale().min(2),
    };
    match uitkomst {
        Some(Uitkomst::Bekend {
            waarde,
            teller,
            noemer,
        }) => {
            let cel = match eenheid {
                Eenheid::Procent => Cel::Procent(waarde),
                Eenheid::Euro => Cel::Bedrag(Geld::round_half_up(waarde)),
                _ => count(waarde),
            };
            rij.extend([cel, count(teller), noemer.map_or(Cel::Leeg, count)]);
        }
        Some(Uitkomst::Onderdrukt) => rij.extend([Cel::text(NIET_GETOOND), Cel::Leeg, Cel::Leeg]),
        Some(Uitkomst::Ontbreekt) | None => rij.extend([Cel::Leeg, Cel::Leeg, Cel::Leeg]),
    }
    rij
}
