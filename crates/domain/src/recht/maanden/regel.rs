//! Terms, percentages and amounts of the law that work across months, as dated data with a source.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use primitives::{Datum, Geld, Percentage};
use serde::Deserialize;

use super::MaandOnbepaald;

static WETTELIJK: LazyLock<Vec<Reeks>> = LazyLock::new(|| {
    // The text is compiled in and a test parses it, so this holds in every build that passes its tests.
    parse(include_str!("../../../data/reeksregels.json"))
        .expect("data/reeksregels.json is parsed by a test")
});

/// Writes the list of keys together with their articles, so that data and code cannot part.
macro_rules! regels {
    ($($variant:ident = $sleutel:literal, $grondslag:literal;)*) => {
        /// A value of the law that works across months.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Reeksregel {
            $(#[doc = $grondslag] $variant,)*
        }

        impl Reeksregel {
            /// Every one, in the order of the law.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The key in `data/reeksregels.json`.
            pub const fn sleutel(self) -> &'static str {
                match self {
                    $(Self::$variant => $sleutel,)*
                }
            }

            /// The article, as people cite it.
            pub const fn grondslag(self) -> &'static str {
                match self {
                    $(Self::$variant => $grondslag,)*
                }
            }
        }
    };
}

regels! {
    ParticipatieplaatsMaanden = "10a.6", "Participatiewet art. 10a lid 6";
    Minimumloon = "10d.4.minimumloon", "Participatiewet art. 10d lid 4";
    Vakantiebijslag = "10d.4.vakantiebijslag", "Participatiewet art. 10d lid 4";
    Werkgeverslasten = "10d.4.werkgeverslasten", "Participatiewet art. 10d lid 4";
    Subsidieuren = "10d.4.uren", "Participatiewet art. 10d lid 4";
    ForfaitMaanden = "10d.5.maanden", "Participatiewet art. 10d lid 5";
    BuitenlandWeken = "13.1.e", "Participatiewet art. 13 lid 1 onder e";
    BuitenlandWekenPensioen = "13.4", "Participatiewet art. 13 lid 4";
    HeroverwegingMaanden = "18.3", "Participatiewet art. 18 lid 3";
    MaatregelPercentage = "18.5.procent", "Participatiewet art. 18 lid 5";
    MaatregelDuur = "18.5.duur", "Participatiewet art. 18 lid 5";
    SpreidingMaanden = "18.5.spreiding", "Participatiewet art. 18 lid 5";
    SpreidingDeel = "18.5.deel", "Participatiewet art. 18 lid 5";
    HerhalingMaanden = "18.6", "Participatiewet art. 18 lid 6";
    DerdeDuur = "18.7", "Participatiewet art. 18 lid 7";
    WaarschuwingJaren = "18a.4", "Participatiewet art. 18a lid 4";
    BoeteHerhaling = "18a.5.procent", "Participatiewet art. 18a lid 5";
    BoeteJaren = "18a.5.jaren", "Participatiewet art. 18a lid 5";
    BoeteJarenGevangenis = "18a.6", "Participatiewet art. 18a lid 6";
    PremieKeer = "31.2.j.keer", "Participatiewet art. 31 lid 2 onder j";
    ArbeidPercentage = "34a.1.procent", "Participatiewet art. 34a lid 1";
    ArbeidMaanden = "34a.1.a.maanden", "Participatiewet art. 34a lid 1 onder a";
    ArbeidPensioenPercentage = "34a.1.c.procent", "Participatiewet art. 34a lid 1 onder c";
    ArbeidPensioenMaximum = "34a.1.c.maximum", "Participatiewet art. 34a lid 1 onder c";
    Bufferbudget = "34b.1", "Participatiewet art. 34b lid 1";
    StagevergoedingVrij = "36b.5", "Participatiewet art. 36b lid 5";
    ZoektermijnWeken = "41.4", "Participatiewet art. 41 lid 4";
    TerugwerkendMaanden = "44.5", "Participatiewet art. 44 lid 5";
    VakantietoeslagMaanden = "45.1", "Participatiewet art. 45 lid 1";
    OnderbrekingDagen = "45.3.a", "Participatiewet art. 45 lid 3 onder a";
    OverlijdenMaanden = "45.5", "Participatiewet art. 45 lid 5";
    VoorschotWeken = "52.1", "Participatiewet art. 52 lid 1";
    OpschortingWeken = "54.1", "Participatiewet art. 54 lid 1";
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Bestand {
    #[expect(dead_code, reason = "explains the file to its reader")]
    toelichting: String,
    bronnen: BTreeMap<String, String>,
    regels: Vec<Reeks>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reeks {
    sleutel: String,
    grondslag: String,
    #[expect(dead_code, reason = "explains the value to its reader")]
    eenheid: String,
    waarden: Vec<Waarde>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Waarde {
    van: Datum,
    aantal: Option<u32>,
    bedrag: Option<Geld>,
    procent: Option<String>,
    ontbreekt: Option<String>,
    bron: Option<String>,
    zekerheid: Option<String>,
}

/// Why the table is not sound.
#[derive(Debug, thiserror::Error)]
enum RegelError {
    #[error("the table does not parse")]
    Vorm(#[from] serde_json::Error),
    #[error(
        "{0}: not one value with a known source per day, in order, with the article of the code"
    )]
    Regel(String),
}

fn parse(json: &str) -> Result<Vec<Reeks>, RegelError> {
    let bestand: Bestand = serde_json::from_str(json)?;
    if bestand.regels.len() != Reeksregel::ALL.len() {
        return Err(RegelError::Regel("aantal".to_owned()));
    }
    let mut gevonden = Vec::with_capacity(bestand.regels.len());
    for (regel, reeks) in Reeksregel::ALL.iter().zip(bestand.regels) {
        let is_zelfde = reeks.sleutel == regel.sleutel() && reeks.grondslag == regel.grondslag();
        let is_op_volgorde = reeks
            .waarden
            .iter()
            .zip(reeks.waarden.iter().skip(1))
            .all(|(een, twee)| een.van < twee.van);
        let is_goed = reeks.waarden.iter().all(|w| w.is_sound(&bestand.bronnen));
        if !is_zelfde || !is_op_volgorde || !is_goed {
            return Err(RegelError::Regel(reeks.sleutel));
        }
        gevonden.push(reeks);
    }
    Ok(gevonden)
}

impl Waarde {
    fn is_sound(&self, bronnen: &BTreeMap<String, String>) -> bool {
        let procent = self.procent.as_deref().map(Percentage::parse);
        let gevuld = [
            self.aantal.is_some(),
            self.bedrag.is_some(),
            matches!(procent, Some(Ok(_))),
            self.ontbreekt.is_some(),
        ];
        let heeft_bron = match &self.bron {
            Some(bron) => bronnen.contains_key(bron),
            None => self.ontbreekt.is_some(),
        };
        gevuld.iter().filter(|is_gevuld| **is_gevuld).count() == 1 && heeft_bron
    }
}

impl Reeksregel {
    /// The first day for which there is a value.
    pub fn ingang(self) -> Option<Datum> {
        let reeks = WETTELIJK.get(self as usize)?;
        reeks.waarden.first().map(|waarde| waarde.van)
    }

    /// A number of weeks, months, years, days or times on a day.
    pub fn aantal(self, dag: Datum) -> Result<u32, MaandOnbepaald> {
        self.find(dag, |waarde| waarde.aantal)
    }

    /// An amount on a day.
    pub fn bedrag(self, dag: Datum) -> Result<Geld, MaandOnbepaald> {
        self.find(dag, |waarde| waarde.bedrag)
    }

    /// A percentage on a day.
    pub fn percentage(self, dag: Datum) -> Result<Percentage, MaandOnbepaald> {
        self.find(dag, |w| Percentage::parse(w.procent.as_deref()?).ok())
    }

    /// What is not certain about the value of a day, as a sentence; none where nothing is.
    pub fn zekerheid(self, dag: Datum) -> Option<&'static str> {
        self.waarde(dag)?.zekerheid.as_deref()
    }

    fn waarde(self, dag: Datum) -> Option<&'static Waarde> {
        let reeks = WETTELIJK.get(self as usize)?;
        reeks.waarden.iter().rev().find(|w| w.van <= dag)
    }

    fn find<T>(self, dag: Datum, read: impl Fn(&Waarde) -> Option<T>) -> Result<T, MaandOnbepaald> {
        self.waarde(dag)
            .and_then(read)
            .ok_or(MaandOnbepaald::RegelOntbreekt {
                grondslag: self.grondslag(),
                dag,
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_finds_its_value_and_a_missing_one_is_named() {
        let buffer = |dag| Reeksregel::Bufferbudget.bedrag(dag);
        assert_eq!(buffer(date(2027, 1, 1)), Ok(Geld::from_cents(100_000)));
        let reden = buffer(date(2026, 12, 31)).unwrap_err().to_string();
        assert!(reden.contains("art. 34b lid 1"), "{reden}");
        assert!(
            Reeksregel::TerugwerkendMaanden
                .aantal(date(2025, 12, 31))
                .is_err()
        );
        assert_eq!(
            Reeksregel::TerugwerkendMaanden.aantal(date(2026, 1, 1)),
            Ok(3)
        );
        assert_eq!(Reeksregel::Bufferbudget.ingang(), Some(date(2027, 1, 1)));
    }

    #[test]
    fn every_value_has_the_kind_that_its_rule_asks_for() {
        let dag = date(2027, 1, 1);
        for regel in [
            Reeksregel::MaatregelPercentage,
            Reeksregel::BoeteHerhaling,
            Reeksregel::ArbeidPercentage,
            Reeksregel::ArbeidPensioenPercentage,
        ] {
            assert!(regel.percentage(dag).is_ok(), "{regel:?}");
        }
        assert!(Reeksregel::ArbeidPensioenMaximum.bedrag(dag).is_ok());
        assert!(Reeksregel::Bufferbudget.bedrag(dag).is_ok());
    }
}
