//! The households of the comparison.

use domain::recht::armoedeval::Kindertelling;
use domain::recht::regelingen::Deelnemers;
use domain::recht::{
    Kinderen, Leefsituatie, Leeftijd, Normfeiten, Partner, Persoonsfeiten, Verblijf, Vermogen,
    Woonkosten,
};
use primitives::{Geld, parse_datum};

/// A household with everything that a scheme asks about it.
#[derive(Clone, Debug)]
pub struct Huishouden {
    pub naam: &'static str,
    pub situatie: Leefsituatie,
    pub kinderen: Vec<u8>,
    pub vermogen: Option<Vermogen>,
}

impl Huishouden {
    pub fn telling(&self) -> Kindertelling {
        Kindertelling::of_ages(self.kinderen.iter().copied())
    }

    pub fn deelnemers(&self) -> Deelnemers {
        let telling = self.telling();
        Deelnemers {
            kinderen_tot_12: telling.tot_12,
            kinderen_vanaf_12: telling.vanaf_12,
        }
    }

    fn with_normfeiten(self, naam: &'static str, normfeiten: Normfeiten) -> Self {
        let situatie = self.situatie.with_normfeiten(normfeiten);
        Self {
            naam,
            situatie,
            ..self
        }
    }

    fn with_bezittingen(self, naam: &'static str, euros: i32) -> Self {
        let bezittingen = Geld::from_cents(euros * 100);
        let vermogen = Vermogen {
            bezittingen,
            ..Vermogen::GEEN
        };
        Self {
            naam,
            vermogen: Some(vermogen),
            ..self
        }
    }
}

fn leeftijd(geboren: &str) -> Leeftijd {
    let dag = parse_datum("2026-03-01").unwrap();
    Leeftijd::op(parse_datum(geboren).unwrap(), dag).unwrap()
}

fn partner(geboren: &str, heeft_recht: bool) -> Partner {
    Partner {
        leeftijd: Some(leeftijd(geboren)),
        heeft_recht,
    }
}

fn huishouden(
    naam: &'static str,
    geboren: &str,
    partner: Option<Partner>,
    kinderen: &[u8],
    medebewoners: u16,
) -> Huishouden {
    let ten_laste = kinderen.iter().min().map(|jongste| Kinderen::TenLaste {
        jongste: Some(*jongste),
    });
    let situatie = Leefsituatie::try_new(
        leeftijd(geboren),
        partner,
        ten_laste.unwrap_or(Kinderen::Geen),
        medebewoners,
        Verblijf::Woning,
    );
    Huishouden {
        naam,
        situatie: situatie.unwrap(),
        kinderen: kinderen.to_vec(),
        vermogen: None,
    }
}

/// Each form of living, what lowers a norm, partners of whom a scheme asks more, and means around the limit.
pub fn huishoudens() -> Vec<Huishouden> {
    let alleen = || huishouden("alleenstaande", "1988-01-01", None, &[], 0);
    let paar = |naam, geboren, heeft_recht| {
        huishouden(
            naam,
            "1988-01-01",
            Some(partner(geboren, heeft_recht)),
            &[],
            0,
        )
    };
    let ouders = huishouden(
        "paar met drie kinderen",
        "1988-01-01",
        Some(partner("1990-01-01", true)),
        &[4, 13, 17],
        0,
    );
    let woonkosten = |woonkosten| Normfeiten {
        woonkosten,
        ..Normfeiten::GEEN
    };
    let schoolverlater = Normfeiten {
        aanvrager: Persoonsfeiten {
            opleiding_beeindigd: Some(parse_datum("2026-01-15").unwrap()),
            ..Persoonsfeiten::GEEN
        },
        ..Normfeiten::GEEN
    };
    vec![
        alleen(),
        huishouden("alleenstaande ouder", "1988-01-01", None, &[5], 0),
        huishouden("ouder met twee kinderen", "1988-01-01", None, &[11, 12], 0),
        huishouden("ouder en kostendeler", "1988-01-01", None, &[5], 2),
        huishouden("kostendeler", "1988-01-01", None, &[], 1),
        paar("paar", "1990-01-01", true),
        huishouden(
            "paar met kostendelers",
            "1988-01-01",
            Some(partner("1990-01-01", true)),
            &[],
            2,
        ),
        ouders,
        alleen().with_normfeiten("lagere woonkosten", woonkosten(Woonkosten::Lager)),
        alleen().with_normfeiten("nachtopvang", woonkosten(Woonkosten::Nachtopvang)),
        alleen().with_normfeiten("schoolverlater", schoolverlater),
        huishouden("jongere van 20", "2005-06-01", None, &[], 0),
        huishouden("net 21", "2005-03-01", None, &[], 0),
        paar("partner van 20", "2005-06-01", true),
        paar("partner met pensioen", "1950-01-01", true),
        paar("partner zonder recht", "1990-01-01", false),
        alleen().with_bezittingen("vermogen onder de grens", 1_000),
        alleen().with_bezittingen("vermogen boven de grens", 40_000),
        paar("", "1990-01-01", true).with_bezittingen("paar met vermogen", 10_000),
        paar("", "1990-01-01", true).with_bezittingen("rijk paar", 40_000),
    ]
}
