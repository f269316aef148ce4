//! The charts of the report.

use primitives::Kwartaal;
use rust_decimal::Decimal;

use super::model::{Indicatorcijfer, Kwartaalrapport, Trendpunt, Verdeling, kwartaal_in_words};
use crate::grafiek::{Deel, Lijngrafiek, Opschrift, Reeks, Reekssoort, Stapel, Stapelgrafiek, Tik};
use crate::{Cijfer, Eenheid, NIET_GETOOND};

/// The trend of an indicator, own municipality against the median of its group; none when fewer than two
/// figures are known.
pub fn trend_chart(rapport: &Kwartaalrapport, indicator: &Indicatorcijfer) -> Option<Lijngrafiek> {
    let bekend = |punt: &&Trendpunt| punt.cijfer.waarde().is_some();
    if indicator.trend.iter().filter(bekend).count() < 2 {
        return None;
    }
    let reeks = |naam: &str, soort, cijfers: Vec<Cijfer>| Reeks {
        naam: naam.to_owned(),
        soort,
        cijfers,
    };
    let eigen = indicator.trend.iter().map(|punt| punt.cijfer).collect();
    let mediaan: Vec<Cijfer> = indicator
        .trend
        .iter()
        .map(|punt| punt.groepsmediaan)
        .collect();
    let mut reeksen = vec![reeks(&rapport.gemeentenaam, Reekssoort::Eigen, eigen)];
    if mediaan.iter().any(|cijfer| cijfer.waarde().is_some()) {
        reeksen.push(reeks(
            "mediaan van de andere gemeenten",
            Reekssoort::Mediaan,
            mediaan,
        ));
    }
    Some(Lijngrafiek {
        opschrift: Opschrift {
            id: format!("trend-{}", indicator.sleutel),
            titel: format!("{}, {}", indicator.naam, rapport.gemeentenaam),
            omschrijving: describe_trend(indicator),
        },
        eenheid: indicator.eenheid,
        tikken: indicator
            .trend
            .iter()
            .map(|punt| Tik::from(punt.kwartaal))
            .collect(),
        reeksen,
        kleur: rapport.kleur,
    })
}

/// First, last, lowest and highest figure, for who does not see the line.
fn describe_trend(indicator: &Indicatorcijfer) -> String {
    let bekend: Vec<(Kwartaal, Decimal)> = indicator
        .trend
        .iter()
        .filter_map(|punt| Some((punt.kwartaal, punt.cijfer.waarde()?)))
        .collect();
    let (Some(eerste), Some(laatste)) = (bekend.first(), bekend.last()) else {
        return format!("{}: er zijn geen cijfers om te tonen.", indicator.naam);
    };
    let laagste = bekend
        .iter()
        .min_by_key(|(_, waarde)| *waarde)
        .unwrap_or(eerste);
    let hoogste = bekend
        .iter()
        .max_by_key(|(_, waarde)| *waarde)
        .unwrap_or(laatste);
    let toon = |(kwartaal, waarde): &(Kwartaal, Decimal)| {
        let getal = Cijfer::Bekend(*waarde).render_nl(indicator.eenheid);
        format!("{getal} in het {}", kwartaal_in_words(*kwartaal))
    };
    let weg = indicator.trend.len() - bekend.len();
    let mut tekst = format!(
        "Lijngrafiek van {} over {} kwartalen. De lijn begint met {} en eindigt met {}. Het laagste cijfer \
         is {}, het hoogste cijfer is {}.",
        indicator.naam.to_lowercase(),
        indicator.trend.len(),
        toon(eerste),
        toon(laatste),
        toon(laagste),
        toon(hoogste),
    );
    if weg > 0 {
        tekst.push_str(&format!(
            " Voor {weg} van deze kwartalen is er geen cijfer te tonen."
        ));
    }
    tekst
}

/// The division over a ladder, this quarter above the previous one.
pub fn ladder_chart(rapport: &Kwartaalrapport, verdeling: &Verdeling) -> Stapelgrafiek {
    let delen = verdeling.regels.iter().zip(1..).map(|(regel, trede)| Deel {
        code: trede.to_string(),
        naam: strip_number(&regel.naam, trede),
    });
    let mut stapels = vec![Stapel {
        naam: named_with_total(rapport.kwartaal, verdeling.aantal),
        cijfers: verdeling.regels.iter().map(|regel| regel.cijfer).collect(),
        totaal: verdeling.totaal,
    }];
    let vorig: Vec<Cijfer> = verdeling
        .regels
        .iter()
        .map(|regel| regel.vorig_kwartaal)
        .collect();
    // The first quarter has none before it.
    if vorig.iter().any(|cijfer| *cijfer != Cijfer::Ontbreekt) {
        stapels.push(Stapel {
            naam: kwartaal_in_words(rapport.kwartaal.plus(-1)),
            cijfers: vorig,
            totaal: previous_total(verdeling),
        });
    }
    Stapelgrafiek {
        opschrift: Opschrift {
            id: "ladder".to_owned(),
            titel: format!("{}, {}", verdeling.naam, rapport.gemeentenaam),
            omschrijving: describe_ladder(rapport.kwartaal, verdeling),
        },
        delen: delen.collect(),
        stapels,
        kleur: rapport.kleur,
    }
}

/// Shares add up to the same whole in every quarter; of counts the earlier whole is not known.
fn previous_total(verdeling: &Verdeling) -> Option<Decimal> {
    let is_bekend = verdeling
        .regels
        .iter()
        .any(|regel| regel.vorig_kwartaal.waarde().is_some());
    let is_deel = verdeling.eenheid == Eenheid::Procent;
    verdeling.totaal.filter(|_| is_bekend && is_deel)
}

fn named_with_total(kwartaal: Kwartaal, aantal: Option<Decimal>) -> String {
    let naam = kwartaal_in_words(kwartaal);
    match aantal {
        Some(aantal) => format!("{naam}: {} inwoners", primitives::getal_nl(aantal, 0)),
        None => naam,
    }
}

/// The name of a step without its number in front, which the chart writes itself.
fn strip_number(naam: &str, trede: i32) -> String {
    naam.strip_prefix(&format!("{trede} "))
        .unwrap_or(naam)
        .to_owned()
}

fn describe_ladder(kwartaal: Kwartaal, verdeling: &Verdeling) -> String {
    let regels: Vec<String> = verdeling
        .regels
        .iter()
        .map(|regel| {
            format!(
                "{}: {}",
                regel.naam,
                part_in_words(regel.cijfer, verdeling.eenheid)
            )
        })
        .collect();
    format!(
        "Staaf die laat zien hoe de inwoners in het {} verdeeld zijn. {}.",
        kwartaal_in_words(kwartaal),
        regels.join("; ")
    )
}

fn part_in_words(cijfer: Cijfer, eenheid: Eenheid) -> String {
    match cijfer {
        Cijfer::Onderdrukt => NIET_GETOOND.to_owned(),
        ander => ander.render_nl(eenheid),
    }
}
