//! Figures before and after the suppression of small cells.

use std::collections::BTreeMap;

use primitives::{Kwartaal, Moment};
use rust_decimal::Decimal;

use super::aandachtspunt::Aandachtspunt;
use super::indicator::Indicator;
use super::klasse::Klasse;
use super::kwaliteit::{Kwaliteitsregel, Oordeel};
use super::onderdrukking::Tabellen;
use super::rekenwijze::Rekenwijze;

/// The count below which a cell is secret, unless a municipality sets it higher.
pub const DREMPEL: u64 = 10;

/// A group of residents, benefits or provisions that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(
    missing_docs,
    reason = "each is defined by the indicator that counts it"
)]
pub enum Populatie {
    Uitkeringen,
    UitkeringenBegin,
    UitkeringenJaarEerder,
    Personen,
    Instroom,
    Uitstroom,
    UitstroomNaarWerk,
    InstroomJaarEerder,
    UitstroomJaarEerder,
    Teruggekeerd,
    Ingevoerd,
    IngevoerdOpTijd,
    MetInkomenUitWerk,
    Ontheven,
    Loonkostensubsidies,
    MetLoonwaarde,
    ZonderUitkering,
    Caseload,
    InBeeld,
    OpDeLadder,
    TweemaalGemeten,
    InKwartaalGemeten,
}

/// One count: a group, one class of it, or those of the whole who do not belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Cel {
    /// A class of a group, or all of it.
    Telling(Populatie, Klasse),
    /// Those of the denominator who are not in the group. Never published, yet a reader can work it out.
    Rest(Populatie),
}

impl From<Populatie> for Cel {
    fn from(populatie: Populatie) -> Self {
        Self::Telling(populatie, Klasse::Totaal)
    }
}

/// A calculated figure, still with every count: never leaves the municipality's own transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cijfer {
    /// What is measured.
    pub indicator: Indicator,
    /// Of which class.
    pub klasse: Klasse,
    /// The number above the line, or the count itself.
    pub teller: Decimal,
    /// The number below the line, for figures that are a quotient.
    pub noemer: Option<Decimal>,
    /// The figure, rounded to its unit; none where the denominator is zero.
    pub waarde: Option<Decimal>,
    /// The counts that the figure gives away.
    pub cellen: Vec<Cel>,
}

/// All figures of one municipality and quarter, as known on one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kwartaalcijfers {
    /// The quarter.
    pub kwartaal: Kwartaal,
    /// The moment up to which registrations count.
    pub bekend_op: Moment,
    /// The council's and college's values that the calculation used.
    pub rekenwijze: Rekenwijze,
    /// The figures, in the order of the catalogue.
    pub cijfers: Vec<Cijfer>,
    /// How well the registrations behind the figures are kept; a rule that does not apply is absent.
    pub kwaliteit: BTreeMap<Kwaliteitsregel, Oordeel>,
    /// What somebody should look at before closing.
    pub aandachtspunten: Vec<Aandachtspunt>,
    /// The counts and what a reader knows about their sums.
    pub(super) tabellen: Tabellen<Cel>,
}

/// What a reader gets to see of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Uitkomst {
    /// The figure, with the numbers above and below the line.
    Bekend {
        /// The figure, rounded to its unit.
        waarde: Decimal,
        /// The number above the line, or the count itself.
        teller: Decimal,
        /// The number below the line, where there is one.
        noemer: Option<Decimal>,
    },
    /// Left out: it, or what follows from it, is about fewer than ten persons.
    Onderdrukt,
    /// There is nothing to divide by, or nothing was registered.
    Ontbreekt,
}

impl Uitkomst {
    /// The figure, where it may be seen.
    pub const fn waarde(self) -> Option<Decimal> {
        match self {
            Self::Bekend { waarde, .. } => Some(waarde),
            Self::Onderdrukt | Self::Ontbreekt => None,
        }
    }

    /// The name for machines.
    pub const fn sleutel(self) -> &'static str {
        match self {
            Self::Bekend { .. } => "bekend",
            Self::Onderdrukt => "onderdrukt",
            Self::Ontbreekt => "ontbreekt",
        }
    }
}

/// A figure as it may be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PubliekCijfer {
    /// What is measured.
    pub indicator: Indicator,
    /// The version of the definition by which it was measured.
    pub versie: u16,
    /// Of which class.
    pub klasse: Klasse,
    /// What a reader gets to see.
    pub uitkomst: Uitkomst,
}

impl Kwartaalcijfers {
    /// The figures as they may be published, small cells suppressed together with what would give them away.
    pub fn publish(&self, drempel: u64) -> Vec<PubliekCijfer> {
        let verborgen = self.tabellen.suppress(drempel);
        let publish = |cijfer: &Cijfer| {
            let is_verborgen = cijfer.cellen.iter().any(|cel| verborgen.contains(cel));
            let uitkomst = match cijfer.waarde {
                _ if is_verborgen => Uitkomst::Onderdrukt,
                None => Uitkomst::Ontbreekt,
                Some(waarde) => Uitkomst::Bekend {
                    waarde,
                    teller: cijfer.teller,
                    noemer: cijfer.noemer,
                },
            };
            PubliekCijfer {
                indicator: cijfer.indicator,
                versie: cijfer.indicator.definitie().versie,
                klasse: cijfer.klasse,
                uitkomst,
            }
        };
        self.cijfers.iter().map(publish).collect()
    }

    /// Whether nobody was registered, neither now nor in the quarter before: there is nothing to close.
    pub fn is_leeg(&self) -> bool {
        let aantallen = self.tabellen.aantallen();
        [Populatie::Caseload, Populatie::UitkeringenBegin]
            .into_iter()
            .all(|populatie| {
                aantallen
                    .get(&populatie.into())
                    .is_none_or(|aantal| *aantal == 0)
            })
    }

    /// The figure of an indicator and class, if it is calculated at all.
    pub fn find(&self, indicator: Indicator, klasse: Klasse) -> Option<&Cijfer> {
        self.cijfers
            .iter()
            .find(|c| c.indicator == indicator && c.klasse == klasse)
    }
}

/// The text over which the hash of a closing is taken: one line for each figure, in catalogue order.
///
/// Holds only what is stored, so that anybody who reads the stored figures can take the hash again.
pub fn render_vastgelegd(cijfers: &[PubliekCijfer]) -> String {
    let mut tekst = String::new();
    for cijfer in cijfers {
        let (waarde, teller, noemer) = match cijfer.uitkomst {
            Uitkomst::Bekend {
                waarde,
                teller,
                noemer,
            } => (plain(Some(waarde)), plain(Some(teller)), plain(noemer)),
            Uitkomst::Onderdrukt | Uitkomst::Ontbreekt => Default::default(),
        };
        let velden = [
            cijfer.indicator.definitie().sleutel,
            &cijfer.versie.to_string(),
            cijfer.klasse.sleutel(),
            cijfer.uitkomst.sleutel(),
            &waarde,
            &teller,
            &noemer,
        ];
        tekst.push_str(&velden.join(";"));
        tekst.push('\n');
    }
    tekst
}

/// A number without trailing zeros, because the database does not keep them.
fn plain(getal: Option<Decimal>) -> String {
    getal.map(|g| g.normalize().to_string()).unwrap_or_default()
}
