//! The charts of the benchmark. The tables beside them show the same numbers.

use application::sturing::Gemeentenaam;
use domain::sturing::{Benchmark, Uitkomst};
use http_base::InGemeente;
use reports::Cijfer;
use reports::grafiek::{
    Deel, Grens, Lijngrafiek, Opschrift, Reeks, Reekssoort, Staaf, Staafgrafiek, Stapel,
    Stapelgrafiek, Tik, render_lijngrafiek, render_staafgrafiek, render_stapelgrafiek,
};
use rust_decimal::Decimal;

use super::benchmark::name_of;
use super::weergave::{kleur_of, render_kwartaal, render_uitkomst};

/// The own figure over eight quarters with the median of the others; none when nothing is known.
pub(super) fn draw_verloop(benchmark: &Benchmark, wie: &InGemeente) -> Option<String> {
    let punten = &benchmark.reeksen.first()?.punten;
    let indicator = benchmark.indicator;
    let definitie = indicator.definitie();
    let eigen: Vec<Cijfer> = punten.iter().map(|p| cijfer_of(p.eigen)).collect();
    if eigen.iter().all(|cijfer| cijfer.waarde().is_none()) {
        return None;
    }
    let mediaan: Vec<Cijfer> = punten
        .iter()
        .map(|punt| punt.groep.filter(|_| indicator.is_vergelijkbaar()))
        .map(|groep| groep.map_or(Cijfer::Ontbreekt, |g| Cijfer::Bekend(g.mediaan)))
        .collect();
    let mut reeksen = vec![Reeks {
        naam: wie.gemeente.naam.clone(),
        soort: Reekssoort::Eigen,
        cijfers: eigen,
    }];
    if mediaan.iter().any(|cijfer| cijfer.waarde().is_some()) {
        reeksen.push(Reeks {
            naam: "mediaan van de andere gemeenten".to_owned(),
            soort: Reekssoort::Mediaan,
            cijfers: mediaan,
        });
    }
    Some(render_lijngrafiek(&Lijngrafiek {
        opschrift: Opschrift {
            id: "verloop".to_owned(),
            titel: format!("{}, {}", definitie.naam, wie.gemeente.naam),
            omschrijving: describe_verloop(benchmark),
        },
        eenheid: definitie.eenheid,
        tikken: benchmark.kwartalen.iter().copied().map(Tik::from).collect(),
        reeksen,
        kleur: kleur_of(&wie.gemeente),
    }))
}

/// Every municipality as a bar; none when fewer than two have a figure.
pub(super) fn draw_staven(
    benchmark: &Benchmark,
    wie: &InGemeente,
    gemeenten: &[Gemeentenaam],
) -> Option<String> {
    let bekend = benchmark
        .stand
        .iter()
        .filter(|m| m.uitkomst.waarde().is_some());
    if bekend.count() < 2 {
        return None;
    }
    let definitie = benchmark.indicator.definitie();
    let kwartaal = benchmark.kwartalen.last().copied().map(render_kwartaal)?;
    let staaf = |punt: &domain::sturing::Meetpunt| Staaf {
        naam: name_of(gemeenten, punt.gemeente),
        cijfer: cijfer_of(Some(punt.uitkomst)),
        is_eigen: punt.gemeente == wie.code(),
    };
    let laatste = benchmark.reeksen.first()?.punten.last()?;
    let groep = laatste
        .groep
        .filter(|_| benchmark.indicator.is_vergelijkbaar());
    let omschrijving: Vec<String> = benchmark
        .stand
        .iter()
        .map(|m| {
            let waarde = render_uitkomst(Some(m.uitkomst), definitie.eenheid);
            format!("{} {waarde}", name_of(gemeenten, m.gemeente))
        })
        .collect();
    Some(render_staafgrafiek(&Staafgrafiek {
        opschrift: Opschrift {
            id: "gemeenten".to_owned(),
            titel: format!("{} per gemeente, {kwartaal}", definitie.naam),
            omschrijving: format!("Staafgrafiek: {}.", omschrijving.join(", ")),
        },
        eenheid: definitie.eenheid,
        staven: benchmark.stand.iter().map(staaf).collect(),
        grens: groep.map(|g| Grens {
            naam: "mediaan van de andere gemeenten".to_owned(),
            waarde: g.mediaan,
        }),
        kleur: kleur_of(&wie.gemeente),
    }))
}

/// The division over the classes in each quarter, newest on top; none when nothing is known.
pub(super) fn draw_klassen(benchmark: &Benchmark, wie: &InGemeente) -> Option<String> {
    let definitie = benchmark.indicator.definitie();
    let stapel = |plek: usize, naam: String| {
        let punten = benchmark
            .reeksen
            .iter()
            .filter_map(|reeks| reeks.punten.get(plek));
        let cijfers: Vec<Cijfer> = punten.map(|punt| cijfer_of(punt.eigen)).collect();
        let is_bekend = cijfers.iter().any(|cijfer| cijfer.waarde().is_some());
        is_bekend.then_some(Stapel {
            naam,
            cijfers,
            totaal: Some(Decimal::ONE_HUNDRED),
        })
    };
    let stapels: Vec<Stapel> = benchmark
        .kwartalen
        .iter()
        .enumerate()
        .rev()
        .filter_map(|(plek, kwartaal)| stapel(plek, render_kwartaal(*kwartaal)))
        .collect();
    if stapels.is_empty() {
        return None;
    }
    let delen = benchmark
        .reeksen
        .iter()
        .zip(1..)
        .map(|(reeks, nummer): (_, u32)| Deel {
            code: nummer.to_string(),
            naam: reeks
                .klasse
                .naam()
                .trim_start_matches(|c: char| c.is_ascii_digit())
                .trim()
                .to_owned(),
        });
    Some(render_stapelgrafiek(&Stapelgrafiek {
        opschrift: Opschrift {
            id: "klassen".to_owned(),
            titel: format!("{}, {}", definitie.naam, wie.gemeente.naam),
            omschrijving: format!(
                "Gestapelde staven over {} kwartalen; de tabel eronder geeft dezelfde aandelen.",
                stapels.len()
            ),
        },
        delen: delen.collect(),
        stapels,
        kleur: kleur_of(&wie.gemeente),
    }))
}

fn cijfer_of(uitkomst: Option<Uitkomst>) -> Cijfer {
    uitkomst.map_or(Cijfer::Ontbreekt, Cijfer::from)
}

/// First and last known figure, for who does not see the line.
fn describe_verloop(benchmark: &Benchmark) -> String {
    let eenheid = benchmark.indicator.definitie().eenheid;
    let punten = benchmark
        .reeksen
        .first()
        .map(|r| r.punten.as_slice())
        .unwrap_or_default();
    let bekend: Vec<_> = punten
        .iter()
        .filter(|p| p.eigen.is_some_and(|u| u.waarde().is_some()))
        .collect();
    let in_words = |punt: &domain::sturing::Reekspunt| {
        format!(
            "{} in het {}",
            render_uitkomst(punt.eigen, eenheid),
            render_kwartaal(punt.kwartaal)
        )
    };
    match (bekend.first(), bekend.last()) {
        (Some(eerste), Some(laatste)) if bekend.len() > 1 => format!(
            "Lijngrafiek over {} kwartalen. De lijn begint met {} en eindigt met {}. De tabel eronder geeft alle cijfers.",
            benchmark.kwartalen.len(),
            in_words(eerste),
            in_words(laatste)
        ),
        (Some(enige), _) => format!("Eén cijfer: {}.", in_words(enige)),
        _ => "Er zijn geen cijfers om te tonen.".to_owned(),
    }
}
