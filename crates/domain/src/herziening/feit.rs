//! Facts that are different from what was delivered, each from a day on.

use primitives::{Datum, Geld, Maand, Percentage, datum_lang, geld_nl};
use serde::{Deserialize, Serialize};

use super::oordeel::percent;
use crate::aanvraag::keuze;
use crate::recht::Vrijlating;
use crate::statistiek::{Code, Huisvesting};

/// A fact with the days on which it holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Feitwijziging {
    /// The first day.
    pub vanaf: Datum,
    /// The last day; none for until the last month of the review.
    pub tot_en_met: Option<Datum>,
    /// What is different.
    pub wat: Wijziging,
}

/// What is different. A later fact of the same kind takes the place of an earlier one on its days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "soort",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Wijziging {
    /// Another income that counts, in a whole month, after exemption. Participatiewet arts 31 and 32.
    Inkomen {
        /// Per month.
        bedrag: Geld,
    },
    /// Income from work in a whole month, before an exemption. Participatiewet art. 31 lid 2 onder n, y, z and aa.
    Loon {
        /// Per month, net.
        bedrag: Geld,
        /// The exemption that the college grants.
        vrijlating: Vrijlating,
        /// For how many months it was used before the first month of this fact; none where nobody told.
        maanden_gebruikt: Option<u32>,
    },
    /// Somebody came or went who shares the costs. Participatiewet art. 22a.
    Kostendelers {
        /// How many people share them, those entitled included.
        aantal: u8,
    },
    /// Lives together with a partner. Participatiewet art. 3.
    Partner {
        /// The partner's date of birth.
        geboortedatum: Datum,
        /// Whether the partner has a right to bijstand.
        heeft_recht: bool,
    },
    /// Lives without the partner.
    ZonderPartner {
        /// Whether children stay whom the resident maintains. Participatiewet art. 4.
        met_kinderen: bool,
    },
    /// Lives in another way; in an institution another norm holds. Participatiewet art. 23.
    Woonsituatie {
        /// How.
        huisvesting: Huisvesting,
    },
    /// What the household owns and owes. Participatiewet art. 34.
    Vermogen {
        /// Possessions, the own home not included.
        bezittingen: Geld,
        /// Debts, the mortgage not included.
        schulden: Geld,
        /// The value of the own home above its mortgage.
        overwaarde_woning: Geld,
    },
    /// A maatregel, as a percentage of the norm. Participatiewet art. 18.
    Maatregel {
        /// How much; 0 for none.
        percentage: Percentage,
    },
    /// There is no right any more.
    Einde {
        /// Why.
        grond: Eindegrond,
    },
}

/// Why there is no right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Eindegrond {
    /// In detention.
    Detentie,
    /// Abroad beyond four weeks. The days given are those without a right.
    Buitenland,
    /// Lives in another municipality.
    Verhuizing,
}

keuze!(Eindegrond {
    Detentie => "detentie", "De inwoner zit vast";
    Buitenland => "buitenland", "De inwoner is langer dan vier weken in het buitenland";
    Verhuizing => "verhuizing", "De inwoner woont in een andere gemeente";
});

impl Eindegrond {
    /// The article.
    pub const fn artikel(self) -> &'static str {
        match self {
            Self::Detentie => "Participatiewet art. 13 lid 1 onder a",
            Self::Buitenland => "Participatiewet art. 13 lid 1 onder e",
            Self::Verhuizing => "Participatiewet art. 40 lid 1",
        }
    }
}

impl Wijziging {
    /// The kinds, by their name in an address, with what a page calls them.
    pub const SOORTEN: [(&'static str, &'static str); 9] = [
        ("inkomen", "Een ander inkomen"),
        ("loon", "Loon met een vrijlating"),
        ("kostendelers", "Iemand kwam erbij wonen of ging weg"),
        ("partner", "Gaat samenwonen"),
        ("zonder-partner", "Woont niet meer samen"),
        ("woonsituatie", "Woont anders"),
        ("vermogen", "Ander vermogen"),
        ("maatregel", "Een maatregel"),
        ("einde", "Geen recht meer"),
    ];

    /// The kind, as in [`Self::SOORTEN`].
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Inkomen { .. } => "inkomen",
            Self::Loon { .. } => "loon",
            Self::Kostendelers { .. } => "kostendelers",
            Self::Partner { .. } => "partner",
            Self::ZonderPartner { .. } => "zonder-partner",
            Self::Woonsituatie { .. } => "woonsituatie",
            Self::Vermogen { .. } => "vermogen",
            Self::Maatregel { .. } => "maatregel",
            Self::Einde { .. } => "einde",
        }
    }

    /// The article by which it counts.
    pub const fn artikel(&self) -> &'static str {
        match self {
            Self::Inkomen { .. } => "Participatiewet art. 32 lid 1",
            Self::Loon { vrijlating, .. } => vrijlating.grondslag(),
            Self::Kostendelers { .. } => "Participatiewet art. 22a",
            Self::Partner { .. } | Self::ZonderPartner { .. } => "Participatiewet art. 3",
            Self::Woonsituatie { .. } => "Participatiewet art. 23",
            Self::Vermogen { .. } => "Participatiewet art. 34",
            Self::Maatregel { .. } => "Participatiewet art. 18",
            Self::Einde { grond } => grond.artikel(),
        }
    }

    /// As a sentence without its days, for the page and the letter.
    fn describe(&self) -> String {
        match self {
            Self::Inkomen { bedrag } => {
                format!("het inkomen dat meetelt is {} per maand", geld_nl(*bedrag))
            }
            Self::Loon {
                bedrag, vrijlating, ..
            } => format!(
                "het loon is {} per maand, met een vrijlating (onder {})",
                geld_nl(*bedrag),
                vrijlating.letter()
            ),
            Self::Kostendelers { aantal } => format!(
                "{} de kosten van het wonen",
                match aantal {
                    0 | 1 => "niemand anders deelt".to_owned(),
                    _ => format!("{aantal} mensen delen samen"),
                }
            ),
            Self::Partner { heeft_recht, .. } => format!(
                "woont samen met een partner die {} recht heeft op bijstand",
                if *heeft_recht { "ook" } else { "geen" }
            ),
            Self::ZonderPartner { met_kinderen } => format!(
                "woont niet meer samen met een partner, {} kinderen",
                if *met_kinderen { "met" } else { "zonder" }
            ),
            Self::Woonsituatie { huisvesting } => {
                format!("woont als: {}", huisvesting.naam())
            }
            Self::Vermogen {
                bezittingen,
                schulden,
                overwaarde_woning,
            } => format!(
                "bezittingen van {}, schulden van {} en overwaarde van de eigen woning van {}",
                geld_nl(*bezittingen),
                geld_nl(*schulden),
                geld_nl(*overwaarde_woning)
            ),
            Self::Maatregel { percentage } => {
                format!("een maatregel van {}% van de norm", percent(*percentage))
            }
            Self::Einde { grond } => {
                let naam = grond.naam();
                format!("geen recht op bijstand: {}", naam.to_lowercase())
            }
        }
    }
}

impl Wijziging {
    /// Whether it says what income counts, so that a later one takes its place.
    pub(super) const fn is_inkomen(&self) -> bool {
        matches!(self, Self::Inkomen { .. } | Self::Loon { .. })
    }
}

impl Feitwijziging {
    /// Whether it holds on a day.
    pub fn is_geldig(&self, dag: Datum) -> bool {
        self.vanaf <= dag && self.tot_en_met.is_none_or(|tot| dag <= tot)
    }

    /// Whether it holds on some day of a month.
    pub fn touches(&self, maand: Maand) -> bool {
        self.vanaf <= maand.last_day() && self.tot_en_met.is_none_or(|tot| maand.first_day() <= tot)
    }

    /// As a sentence: `Vanaf 10 maart 2026: ...`.
    pub fn zin(&self) -> String {
        let vanaf = datum_lang(self.vanaf);
        let dagen = match self.tot_en_met {
            Some(tot) => format!("Van {vanaf} tot en met {}", datum_lang(tot)),
            None => format!("Vanaf {vanaf}"),
        };
        format!("{dagen}: {}.", self.wat.describe())
    }
}
