//! Every amount of the law on a day, as people look it up, with its source. The rules do not read it.

use std::sync::LazyLock;

use primitives::{Datum, Geld, Percentage};

use super::bestand::{Bestand, Reeks, Toonbestand, Waarde, parse_bestand, parse_toonbestand};
use super::{NORMEN, Normentabel};

static BESTANDEN: LazyLock<(Bestand, Toonbestand)> = LazyLock::new(|| {
    // The texts are compiled in and a test parses them, so this holds in every build that passes its tests.
    let normen = parse_bestand(NORMEN).expect("data/normen.json is parsed by a test");
    let ioa = parse_toonbestand(include_str!("../../../data/ioaw-ioaz.json"));
    (
        normen,
        ioa.expect("data/ioaw-ioaz.json is parsed by a test"),
    )
});

/// What is known for the half year of a day.
#[derive(Clone, Debug)]
pub struct Wetsoverzicht {
    /// The first day of the half year.
    pub van: Datum,
    /// The last day.
    pub tot_en_met: Datum,
    /// The amounts in the order of the law.
    pub bedragen: Vec<Wetsbedrag>,
}

/// An amount, percentage or term of the law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wetsbedrag {
    /// The key in the data, such as `21.b`.
    pub sleutel: &'static str,
    /// What it is about.
    pub groep: Wetsgroep,
    /// For whom or what, in words.
    pub naam: &'static str,
    /// The article that sets it, as people cite it.
    pub grondslag: &'static str,
    /// What holds on the day.
    pub waarde: Wetswaarde,
    /// What held on the day before the half year; none before the first one that is known.
    pub daarvoor: Option<Wetswaarde>,
    /// Where the value was read; none where there is no value.
    pub bron: Option<&'static str>,
}

/// What an amount is about, in the order of the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wetsgroep {
    /// How much bijstand is. Participatiewet arts 19 to 24.
    Normen,
    /// Income that is free. Participatiewet arts 31 and 33.
    Inkomen,
    /// Means that are free. Participatiewet art. 34.
    Vermogen,
    /// The individuele inkomenstoeslag. Participatiewet art. 36.
    Inkomenstoeslag,
    /// IOAW and IOAZ, of which the text of the law is not in our sources.
    Ioa,
}

/// A value, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wetswaarde {
    /// Euros.
    Bedrag(Geld),
    /// A percentage.
    Percentage(Percentage),
    /// Whole months.
    Maanden(u32),
    /// The sources do not give it.
    Onbekend,
    /// The law had no such rule yet.
    GeldtNiet,
}

impl Wetsoverzicht {
    /// What is known on a day; none outside the years of the table.
    pub fn on(dag: Datum) -> Option<Self> {
        let norms_on = |dag| Normentabel::wettelijk().op(dag);
        let normen = norms_on(dag)?;
        let ervoor = normen.van().yesterday().ok();
        let ervoor = ervoor.filter(|dag| norms_on(*dag).is_some());
        let (tabel, ioa) = &*BESTANDEN;
        let reeksen = [&tabel.bedragen, &tabel.percentages, &tabel.termijnen];
        let wet = reeksen.into_iter().flatten();
        let mut bedragen: Vec<Wetsbedrag> = wet
            .map(|reeks| (reeks, &tabel.bronnen))
            .chain(ioa.reeksen.iter().map(|reeks| (reeks, &ioa.bronnen)))
            .map(|(reeks, bronnen)| {
                let op = reeks.on(dag);
                let read =
                    |waarde: Option<&Waarde>| waarde.map_or(Wetswaarde::Onbekend, Waarde::read);
                Wetsbedrag {
                    sleutel: &reeks.sleutel,
                    groep: Wetsgroep::of(&reeks.sleutel),
                    naam: &reeks.naam,
                    grondslag: &reeks.grondslag,
                    waarde: read(op),
                    daarvoor: ervoor.map(|dag| read(reeks.on(dag))),
                    bron: op
                        .and_then(|waarde| bronnen.get(waarde.bron.as_ref()?))
                        .map(String::as_str),
                }
            })
            .collect();
        bedragen.sort_by_key(|bedrag| bedrag.groep);
        Some(Self {
            van: normen.van(),
            tot_en_met: normen.tot_en_met(),
            bedragen,
        })
    }
}

impl Reeks {
    fn on(&self, dag: Datum) -> Option<&Waarde> {
        let mut waarden = self.waarden.iter();
        waarden.find(|waarde| (waarde.van..=waarde.tot_en_met).contains(&dag))
    }
}

impl Waarde {
    fn read(&self) -> Wetswaarde {
        let bedrag = self.bedrag.map(Wetswaarde::Bedrag);
        let procent = self.percentage().map(Wetswaarde::Percentage);
        let maanden = self.maanden.map(Wetswaarde::Maanden);
        bedrag
            .or(procent)
            .or(maanden)
            .unwrap_or(if self.geldt_niet.is_some() {
                Wetswaarde::GeldtNiet
            } else {
                Wetswaarde::Onbekend
            })
    }
}

impl Wetsgroep {
    /// Every one, in order.
    pub const ALL: [Self; 5] = [
        Self::Normen,
        Self::Inkomen,
        Self::Vermogen,
        Self::Inkomenstoeslag,
        Self::Ioa,
    ];

    /// By the article in a key: `31.2.n`.
    fn of(sleutel: &str) -> Self {
        match sleutel
            .split_once('.')
            .map_or(sleutel, |(artikel, _)| artikel)
        {
            "31" | "33" => Self::Inkomen,
            "34" => Self::Vermogen,
            "36" => Self::Inkomenstoeslag,
            "ioaw" | "ioaz" | "ais" => Self::Ioa,
            _ => Self::Normen,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_shows_every_amount_with_its_source_and_what_held_before() {
        let overzicht = Wetsoverzicht::on(date(2026, 2, 1)).unwrap();
        assert_eq!(overzicht.van, date(2026, 1, 1));
        assert_eq!(overzicht.bedragen.len(), 33 + 9 + 4 + 26);
        let find = |sleutel| overzicht.bedragen.iter().find(|b| b.sleutel == sleutel);
        let gehuwden = find("21.b").unwrap();
        let euro = |tekst| Wetswaarde::Bedrag(Geld::parse(tekst).unwrap());
        assert_eq!(gehuwden.waarde, euro("2002.13"));
        assert_eq!(gehuwden.daarvoor, Some(euro("1955.80")));
        assert!(gehuwden.bron.unwrap().contains("Normenbrief 1-1-2026"));
        let grondslag = find("ioaw.grondslag.1").unwrap();
        assert_eq!(
            (grondslag.groep, grondslag.waarde),
            (Wetsgroep::Ioa, euro("2303.12"))
        );
    }

    #[test]
    fn what_is_not_in_the_sources_is_said_and_not_carried_over() {
        let na = Wetsoverzicht::on(date(2026, 7, 1)).unwrap();
        let ioaw = na
            .bedragen
            .iter()
            .find(|b| b.sleutel == "ioaw.5.3")
            .unwrap();
        assert_eq!((ioaw.waarde, ioaw.bron), (Wetswaarde::Onbekend, None));
        let eerste = Wetsoverzicht::on(date(2023, 1, 1)).unwrap();
        assert!(eerste.bedragen.iter().all(|b| b.daarvoor.is_none()));
        assert!(Wetsoverzicht::on(date(2027, 1, 1)).is_none());
    }
}
