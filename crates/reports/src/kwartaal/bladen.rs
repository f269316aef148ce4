//! The report as sheets: figures, trend, definitions, explanation and agreements.

use primitives::Geld;

use super::model::{Indicatorcijfer, Kwartaalrapport, Stand, Verdeling, Verdelingsregel};
use super::opdracht;
use crate::lijst::{Cel, Kolom, Lijst};
use crate::{Cijfer, Eenheid, NIET_GETOOND};

/// The sheets of the spreadsheet.
pub(super) fn all(rapport: &Kwartaalrapport) -> Vec<Lijst> {
    let bladen = [
        Some(readable_figures(rapport)),
        opdracht::sheet(rapport),
        Some(trend(rapport)),
        Some(definitions(rapport)),
        Some(explanations(rapport)),
        Some(agreements(rapport)),
        Some(account(rapport)),
    ];
    bladen.into_iter().flatten().collect()
}

/// One figure a row, and the items of the assignment after them: the CSV form of the report.
pub(super) fn rows_for_programs(rapport: &Kwartaalrapport) -> Lijst {
    let mut lijst = figures(rapport);
    lijst.rijen.extend(opdracht::csv_rows(rapport));
    lijst
}

fn columns(kolommen: &[(&str, u8)]) -> Vec<Kolom> {
    kolommen
        .iter()
        .map(|(naam, breedte)| Kolom::new(naam, *breedte))
        .collect()
}

/// The columns of the figures: the name for programs, the name for people, the width.
const KOLOMMEN: [(&str, &str, u8); 18] = [
    ("gemeentecode", "Gemeentecode", 13),
    ("gemeente", "Gemeente", 20),
    ("kwartaal", "Kwartaal", 10),
    ("versie", "Versie", 8),
    ("bekend_op", "Bekend op", 12),
    ("nummer", "Nummer", 9),
    ("indicator", "Indicator", 28),
    ("naam", "Naam", 44),
    ("klasse", "Klasse", 22),
    ("eenheid", "Eenheid", 12),
    ("waarde", "Waarde", 14),
    ("status", "Status", 12),
    ("teller", "Teller", 14),
    ("noemer", "Noemer", 14),
    ("vorig_kwartaal", "Vorig kwartaal", 14),
    ("jaar_eerder", "Jaar eerder", 14),
    ("groepsmediaan", "Mediaan andere gemeenten", 14),
    ("datakwaliteit", "Datakwaliteit", 14),
];

/// One figure a row, under names for programs.
fn figures(rapport: &Kwartaalrapport) -> Lijst {
    let rijen = rapport.indicatoren().flat_map(|indicator| {
        let delen = indicator.verdelingen.iter().flat_map(move |verdeling| {
            verdeling
                .regels
                .iter()
                .map(move |regel| class_row(rapport, indicator, verdeling, regel))
        });
        let geheel = indicator
            .stand
            .as_ref()
            .map(|stand| figure_row(rapport, indicator, stand));
        geheel.into_iter().chain(delen)
    });
    Lijst {
        titel: "Cijfers".to_owned(),
        kolommen: columns(&KOLOMMEN.map(|(naam, _, breedte)| (naam, breedte))),
        rijen: rijen.collect(),
    }
}

/// The same rows under names for people.
fn readable_figures(rapport: &Kwartaalrapport) -> Lijst {
    Lijst {
        kolommen: columns(&KOLOMMEN.map(|(_, naam, breedte)| (naam, breedte))),
        ..figures(rapport)
    }
}

fn figure_row(rapport: &Kwartaalrapport, indicator: &Indicatorcijfer, stand: &Stand) -> Vec<Cel> {
    let part = |cijfer: Option<Cijfer>| {
        cijfer.map_or(Cel::Leeg, |cijfer| cell(cijfer, counted(indicator)))
    };
    let mut rij = head(rapport, indicator);
    rij.extend([
        Cel::text("totaal"),
        Cel::text(indicator.eenheid.sleutel()),
        cell(stand.cijfer, indicator.eenheid),
        Cel::text(stand.cijfer.status()),
        part(stand.teller),
        part(stand.noemer),
        cell(stand.vorig_kwartaal, indicator.eenheid),
        cell(stand.jaar_eerder, indicator.eenheid),
        cell(stand.groepsmediaan, indicator.eenheid),
        Cel::text(indicator.datakwaliteit.oordeel.sleutel()),
    ]);
    rij
}

/// What is divided and by what: things, or euros where the figure is in euros.
pub(super) const fn counted(indicator: &Indicatorcijfer) -> Eenheid {
    match indicator.eenheid {
        Eenheid::Euro => Eenheid::Euro,
        _ => Eenheid::Aantal,
    }
}

fn class_row(
    rapport: &Kwartaalrapport,
    indicator: &Indicatorcijfer,
    verdeling: &Verdeling,
    regel: &Verdelingsregel,
) -> Vec<Cel> {
    let mut rij = head(rapport, indicator);
    rij.extend([
        Cel::text(regel.sleutel.clone()),
        Cel::text(verdeling.eenheid.sleutel()),
        cell(regel.cijfer, verdeling.eenheid),
        Cel::text(regel.cijfer.status()),
        Cel::Leeg,
        Cel::Leeg,
        cell(regel.vorig_kwartaal, verdeling.eenheid),
        Cel::Leeg,
        Cel::Leeg,
        Cel::text(indicator.datakwaliteit.oordeel.naam()),
    ]);
    rij
}

fn head(rapport: &Kwartaalrapport, indicator: &Indicatorcijfer) -> Vec<Cel> {
    vec![
        Cel::text(rapport.gemeente.to_string()),
        Cel::text(rapport.gemeentenaam.clone()),
        Cel::text(rapport.kwartaal.to_string()),
        Cel::number(rapport.sluiting.versie),
        Cel::Datum(rapport.sluiting.bekend_op),
        Cel::number(indicator.nummer),
        Cel::text(indicator.sleutel.clone()),
        Cel::text(indicator.naam.clone()),
    ]
}

/// A known figure is a number that can be calculated with; the reason why there is none is text.
fn cell(cijfer: Cijfer, eenheid: Eenheid) -> Cel {
    match (cijfer, eenheid) {
        (Cijfer::Bekend(waarde), Eenheid::Procent) => Cel::Procent(waarde),
        (Cijfer::Bekend(waarde), Eenheid::Euro) => Cel::Bedrag(Geld::round_half_up(waarde)),
        (Cijfer::Bekend(waarde), _) => Cel::Getal {
            waarde,
            decimalen: eenheid.decimalen(),
        },
        (Cijfer::Onderdrukt, _) => Cel::text(NIET_GETOOND),
        (Cijfer::Ontbreekt, _) => Cel::Leeg,
    }
}

/// The numbers behind the charts.
fn trend(rapport: &Kwartaalrapport) -> Lijst {
    let rijen = rapport.indicatoren().flat_map(|indicator| {
        indicator.trend.iter().map(|punt| {
            vec![
                Cel::number(indicator.nummer),
                Cel::text(indicator.naam.clone()),
                Cel::text(punt.kwartaal.to_string()),
                Cel::text(indicator.eenheid.naam()),
                cell(punt.cijfer, indicator.eenheid),
                cell(punt.groepsmediaan, indicator.eenheid),
            ]
        })
    });
    Lijst {
        titel: "Verloop".to_owned(),
        kolommen: columns(&[
            ("Nummer", 8),
            ("Indicator", 44),
            ("Kwartaal", 10),
            ("Eenheid", 16),
            ("Gemeente", 14),
            ("Mediaan andere gemeenten", 14),
        ]),
        rijen: rijen.collect(),
    }
}

fn definitions(rapport: &Kwartaalrapport) -> Lijst {
    let rijen = rapport.indicatoren().map(|indicator| {
        vec![
            Cel::number(indicator.nummer),
            Cel::text(indicator.naam.clone()),
            Cel::text(indicator.definitie.clone()),
            Cel::text(indicator.eenheid.naam()),
            Cel::text(indicator.bron.clone()),
            Cel::number(indicator.definitieversie),
        ]
    });
    Lijst {
        titel: "Definities".to_owned(),
        kolommen: columns(&[
            ("Nummer", 8),
            ("Indicator", 36),
            ("Definitie", 80),
            ("Eenheid", 16),
            ("Bron", 24),
            ("Versie", 8),
        ]),
        rijen: rijen.collect(),
    }
}

fn explanations(rapport: &Kwartaalrapport) -> Lijst {
    let rijen = rapport.indicatoren().map(|indicator| {
        vec![
            Cel::number(indicator.nummer),
            Cel::text(indicator.naam.clone()),
            indicator.toelichting.clone().map_or(Cel::Leeg, Cel::Tekst),
            Cel::text(indicator.datakwaliteit.oordeel.naam()),
            Cel::text(indicator.datakwaliteit.toelichting.clone()),
        ]
    });
    Lijst {
        titel: "Toelichting".to_owned(),
        kolommen: columns(&[
            ("Nummer", 8),
            ("Indicator", 36),
            ("Toelichting", 80),
            ("Datakwaliteit", 14),
            ("Uitleg datakwaliteit", 60),
        ]),
        rijen: rijen.collect(),
    }
}

fn agreements(rapport: &Kwartaalrapport) -> Lijst {
    let rijen = rapport.overleg.iter().flat_map(|overleg| {
        overleg.afspraken.iter().map(|afspraak| {
            vec![
                Cel::Datum(overleg.datum),
                Cel::text(afspraak.tekst.clone()),
                Cel::text(afspraak.houder.clone()),
                afspraak.uiterlijk.map_or(Cel::Leeg, Cel::Datum),
                Cel::text(afspraak.stand.clone()),
            ]
        })
    });
    Lijst {
        titel: "Afspraken".to_owned(),
        kolommen: columns(&[
            ("Overleg van", 12),
            ("Afspraak", 80),
            ("Wie", 24),
            ("Uiterlijk", 12),
            ("Stand", 16),
        ]),
        rijen: rijen.collect(),
    }
}

/// Where the figures come from, so that a sheet that goes its own way can still be traced.
fn account(rapport: &Kwartaalrapport) -> Lijst {
    let sluiting = &rapport.sluiting;
    let rij = |naam: &str, waarde: Cel| vec![Cel::text(naam), waarde];
    let mut rijen = vec![
        rij(
            "Gemeente",
            Cel::text(format!("{} ({})", rapport.gemeentenaam, rapport.gemeente)),
        ),
        rij("Kwartaal", Cel::text(rapport.kwartaal.to_string())),
        rij(
            "Uitvoerende organisatie",
            Cel::text(rapport.organisatie.clone()),
        ),
        rij("Bekend op", Cel::Datum(sluiting.bekend_op)),
        rij(
            "Gesloten op",
            Cel::text(primitives::moment_nl(sluiting.gesloten_op)),
        ),
        rij("Gesloten door", Cel::text(sluiting.gesloten_door.clone())),
        rij("Versie van de sluiting", Cel::number(sluiting.versie)),
        rij(
            "Kenmerk van de sluiting",
            Cel::text(sluiting.id.to_string()),
        ),
        rij("Controlegetal", Cel::text(sluiting.controlegetal.clone())),
        rij(
            "Aantal andere gemeenten",
            Cel::number(rapport.andere_gemeenten),
        ),
    ];
    rijen.extend(
        rapport
            .kenmerken
            .iter()
            .map(|(naam, waarde)| rij(naam, Cel::text(waarde.clone()))),
    );
    rijen.extend(
        rapport
            .explain_no_comparison()
            .map(|waarom| rij("Vergelijking", Cel::text(waarom))),
    );
    rijen.extend(
        rapport
            .aandachtspunten
            .iter()
            .map(|punt| rij("Let op", Cel::text(punt.clone()))),
    );
    Lijst {
        titel: "Verantwoording".to_owned(),
        kolommen: columns(&[("Gegeven", 32), ("Waarde", 80)]),
        rijen,
    }
}
