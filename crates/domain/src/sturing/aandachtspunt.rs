//! What somebody should look at before a quarter is closed.

use primitives::{Datum, Maand, datum_lang};

use super::feiten::Leveringsoort;
use super::kwaliteit::{Kwaliteitsregel, Oordeel};

/// Something that makes figures less certain, found before closing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Aandachtspunt {
    /// No statutory file of a month of the quarter was received.
    LeveringOntbreekt {
        /// Which file.
        soort: Leveringsoort,
        /// Of which month.
        maand: Maand,
    },
    /// A rule of data quality does not hold.
    Registratie {
        /// The rule.
        regel: Kwaliteitsregel,
        /// How far it is broken.
        oordeel: Oordeel,
    },
    /// The reference moment lies before the last statutory file had to be there: four weeks after the month.
    VroegBekend {
        /// From this day on every file had to be there.
        volledig_vanaf: Datum,
    },
}

impl Aandachtspunt {
    /// What is wrong, in one sentence.
    pub fn tekst(self) -> String {
        match self {
            Self::LeveringOntbreekt { soort, maand } => {
                format!(
                    "Het {}-bestand van {maand} is niet ontvangen.",
                    soort.naam()
                )
            }
            Self::Registratie { regel, oordeel } => regel.bevinding(oordeel).to_owned(),
            Self::VroegBekend { volledig_vanaf } => format!(
                "De cijfers zijn van vóór {}. Bestanden van de laatste maand mogen tot die dag nog binnenkomen.",
                datum_lang(volledig_vanaf)
            ),
        }
    }

    /// What to do about it, in one sentence.
    pub const fn advies(self) -> &'static str {
        match self {
            Self::LeveringOntbreekt { .. } => {
                "Lever het bestand alsnog aan, of leg uit waarom het er niet is."
            }
            Self::Registratie { regel, .. } => match regel {
                Kwaliteitsregel::LadderBekend => "Meet de trede van inwoners zonder meting.",
                Kwaliteitsregel::FormatieBekend => "Leg de formatie vast.",
                Kwaliteitsregel::LoonwaardeBekend => "Vul de loonwaarde aan.",
                Kwaliteitsregel::EindredenBekend => "Vul de redenen van beëindiging aan.",
                Kwaliteitsregel::TijdigGeregistreerd => {
                    "Sluit later, of zeg erbij dat er nog uitkeringen kunnen bijkomen."
                }
                Kwaliteitsregel::BusVolledig | Kwaliteitsregel::SrgVolledig => {
                    "Lever het bestand alsnog aan."
                }
            },
            Self::VroegBekend { .. } => "Sluit later, of zeg erbij dat de cijfers voorlopig zijn.",
        }
    }
}
