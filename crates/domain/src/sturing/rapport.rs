//! The quarterly report: everything that its documents show, read from one closing.

use std::collections::BTreeMap;

use primitives::Moment;

use super::benchmark::Reekspunt;
use super::cijfer::{PubliekCijfer, Uitkomst};
use super::indicator::Indicator;
use super::klasse::Klasse;
use super::kwaliteit::{Kwaliteitsregel, Oordeel};
use super::overleg::Overleg;
use super::rekenwijze::Rekenwijze;
use super::sluiting::Sluiting;
use crate::opdracht::Opdrachtregel;

/// The quarterly report of one municipality.
///
/// A function of the closing alone: other quarters, other municipalities and comments count as they were at the
/// moment of closing, so that the same closing gives the same documents for ever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kwartaalrapport {
    /// The name of the municipality.
    pub gemeente_naam: String,
    /// The closing.
    pub sluiting: Sluiting,
    /// The values that decided how was calculated.
    pub rekenwijze: Rekenwijze,
    /// The published figures, in the order of the catalogue.
    pub cijfers: Vec<PubliekCijfer>,
    /// How well the registrations behind the figures are kept.
    pub kwaliteit: BTreeMap<Kwaliteitsregel, Oordeel>,
    /// The remarks that were there at closing, each a sentence.
    pub aandachtspunten: Vec<String>,
    /// What people said about the figures, oldest first.
    pub toelichtingen: Vec<Toelichting>,
    /// The last meeting that was held before the closing, with its agreements as they then were.
    pub overleg: Option<Overleg>,
    /// The items of the assignment as they stood at the closing; none where there was no assignment.
    pub opdracht: Vec<Opdrachtregel>,
    /// Eight quarters of each indicator beside the group, oldest quarter first.
    pub verloop: BTreeMap<(Indicator, Klasse), Vec<Reekspunt>>,
}

/// What somebody said about a figure, or about the quarter as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toelichting {
    /// About which indicator; none is about the whole.
    pub indicator: Option<Indicator>,
    /// What.
    pub tekst: String,
    /// Who, by name.
    pub door: String,
    /// In which capacity: the name of the role.
    pub rol: String,
    /// When.
    pub op: Moment,
}

impl Kwartaalrapport {
    /// The published figure of an indicator and class.
    pub fn find(&self, indicator: Indicator, klasse: Klasse) -> Option<Uitkomst> {
        self.cijfers
            .iter()
            .find(|c| c.indicator == indicator && c.klasse == klasse)
            .map(|c| c.uitkomst)
    }

    /// The published classes of an indicator, in the order of a table.
    pub fn list_klassen(&self, indicator: Indicator) -> impl Iterator<Item = &PubliekCijfer> {
        self.cijfers
            .iter()
            .filter(move |c| c.indicator == indicator && c.klasse != Klasse::Totaal)
    }

    /// How far the figures of an indicator can be trusted: the worst of its rules.
    pub fn oordeel(&self, indicator: Indicator) -> Oordeel {
        judge(indicator, &self.kwaliteit)
    }

    /// What the rules of an indicator found, in the order in which the definition lists them.
    pub fn list_bevindingen(
        &self,
        indicator: Indicator,
    ) -> impl Iterator<Item = (Kwaliteitsregel, Oordeel)> {
        let regels = indicator.definitie().kwaliteitsregels.iter();
        regels.filter_map(|regel| Some((*regel, *self.kwaliteit.get(regel)?)))
    }
}

/// How far the figures of an indicator can be trusted: the worst of its rules that apply.
pub fn judge(indicator: Indicator, kwaliteit: &BTreeMap<Kwaliteitsregel, Oordeel>) -> Oordeel {
    let regels = indicator.definitie().kwaliteitsregels.iter();
    regels
        .filter_map(|regel| kwaliteit.get(regel))
        .max()
        .copied()
        .unwrap_or(Oordeel::Goed)
}
