//! What the report says, without saying how it looks.

use domain::sturing::{MINSTENS_ANDERE, Oordeel};
use primitives::{Datum, GemeenteCode, Kwartaal, Moment, SluitingId};
use rust_decimal::Decimal;

use super::Rapportformaat;
use super::opdracht::Opdrachtonderdeel;
use crate::{Cijfer, Eenheid, Kleur};

/// The report of one municipality over one quarter, as closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kwartaalrapport {
    /// The municipality.
    pub gemeente: GemeenteCode,
    /// Its name.
    pub gemeentenaam: String,
    /// The organisation that executes for it.
    pub organisatie: String,
    /// The colour of its theme.
    pub kleur: Kleur,
    /// The quarter.
    pub kwartaal: Kwartaal,
    /// The closing from which all figures come.
    pub sluiting: Sluiting,
    /// How many other municipalities had closed the quarter when this one was closed.
    pub andere_gemeenten: u32,
    /// What held besides the figures, by name, such as a value of the college that decides what counts.
    pub kenmerken: Vec<(String, String)>,
    /// What is said about the quarter as a whole, a paragraph each.
    pub samenvatting: Vec<String>,
    /// What makes the figures of this quarter less certain, a sentence each.
    pub aandachtspunten: Vec<String>,
    /// The figures by subject.
    pub hoofdstukken: Vec<Hoofdstuk>,
    /// The items of the assignment; none where there was no assignment at the closing.
    pub opdracht: Vec<Opdrachtonderdeel>,
    /// What was agreed in the last meeting.
    pub overleg: Option<Overlegverslag>,
}

impl Kwartaalrapport {
    /// The title of the document.
    pub fn title(&self) -> String {
        format!(
            "Kwartaalrapportage Participatiewet {}, {}",
            self.gemeentenaam,
            kwartaal_in_words(self.kwartaal)
        )
    }

    /// The name of the file: `kwartaalrapportage-GM0267-2026-K1.pdf` (contract 2.3).
    pub fn file_name(&self, formaat: Rapportformaat) -> String {
        let extensie = formaat.extension();
        format!(
            "kwartaalrapportage-{}-{}.{extensie}",
            self.gemeente, self.kwartaal
        )
    }

    /// Why nothing is compared with the others, and how that comes later; none where there is a comparison.
    pub fn explain_no_comparison(&self) -> Option<String> {
        let waarom = match self.andere_gemeenten {
            0 => "had nog geen andere gemeente dit kwartaal gesloten".to_owned(),
            1 => format!(
                "had pas 1 andere gemeente dit kwartaal gesloten; er zijn er minstens {MINSTENS_ANDERE} nodig"
            ),
            aantal if usize::try_from(aantal).is_ok_and(|aantal| aantal < MINSTENS_ANDERE) => {
                format!(
                    "hadden pas {aantal} andere gemeenten dit kwartaal gesloten; er zijn er minstens \
                 {MINSTENS_ANDERE} nodig"
                )
            }
            _ => return None,
        };
        Some(format!(
            "Deze rapportage heeft geen vergelijking met andere gemeenten: toen {} sloot, {waarom}. De \
             vergelijking komt in een nieuwe versie van de rapportage: sluit het kwartaal daarvoor opnieuw \
             nadat de andere gemeenten hebben gesloten.",
            self.gemeentenaam
        ))
    }

    /// All indicators, in the order of the report.
    pub fn indicatoren(&self) -> impl Iterator<Item = &Indicatorcijfer> {
        self.hoofdstukken
            .iter()
            .flat_map(|hoofdstuk| &hoofdstuk.indicatoren)
    }
}

/// The act that froze the figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sluiting {
    /// Its id.
    pub id: SluitingId,
    /// The first closing of a quarter is 1; closing again with better figures gives the next number.
    pub versie: u32,
    /// Up to and including which day facts count that became known later than the quarter.
    pub bekend_op: Datum,
    /// When it was closed. All dates in the files come from here.
    pub gesloten_op: Moment,
    /// Who closed it, by name or function.
    pub gesloten_door: String,
    /// The hash over the frozen figures, in hexadecimal digits.
    pub controlegetal: String,
}

/// Indicators about one subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hoofdstuk {
    /// The subject.
    pub titel: String,
    /// What this chapter is about, in a sentence or two; may be empty.
    pub inleiding: String,
    /// The indicators in order.
    pub indicatoren: Vec<Indicatorcijfer>,
}

/// One indicator with its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicatorcijfer {
    /// The number in the catalogue of indicators, such as `29`.
    pub nummer: u32,
    /// The name for machines, such as `bestand-uitkeringen`.
    pub sleutel: String,
    /// The name for people.
    pub naam: String,
    /// What is counted, in words.
    pub definitie: String,
    /// The version of the definition; figures of different versions are not compared.
    pub definitieversie: u32,
    /// Where the definition comes from.
    pub bron: String,
    /// The unit.
    pub eenheid: Eenheid,
    /// Whether it is one of the few figures on the first page.
    pub is_kerncijfer: bool,
    /// The figures of the whole; none for an indicator that is only split into classes.
    pub stand: Option<Stand>,
    /// How good the facts behind the figure are.
    pub datakwaliteit: Datakwaliteit,
    /// What is said about the figure.
    pub toelichting: Option<String>,
    /// The figures over time, from old to new, this quarter last; empty when there is no history.
    pub trend: Vec<Trendpunt>,
    /// The figure split into classes.
    pub verdelingen: Vec<Verdeling>,
}

/// The figures of an indicator as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    /// The figure of this quarter.
    pub cijfer: Cijfer,
    /// Of a share: what is divided.
    pub teller: Option<Cijfer>,
    /// Of a share: by what is divided.
    pub noemer: Option<Cijfer>,
    /// The figure of the previous quarter.
    pub vorig_kwartaal: Cijfer,
    /// The figure of the same quarter one year earlier.
    pub jaar_eerder: Cijfer,
    /// The median of the other municipalities; missing where they cannot be compared.
    pub groepsmediaan: Cijfer,
}

impl Stand {
    /// The change since the previous quarter, in the unit of the figure (per cent become points of per cent).
    pub fn change(&self) -> Cijfer {
        difference(self.cijfer, self.vorig_kwartaal)
    }
}

/// The change from `vroeger` to `nu`. Suppressed when either is: the difference would give the figure away.
pub(super) fn difference(nu: Cijfer, vroeger: Cijfer) -> Cijfer {
    match (nu, vroeger) {
        (Cijfer::Bekend(nu), Cijfer::Bekend(vroeger)) => nu
            .checked_sub(vroeger)
            .map_or(Cijfer::Ontbreekt, Cijfer::Bekend),
        (Cijfer::Onderdrukt, _) | (_, Cijfer::Onderdrukt) => Cijfer::Onderdrukt,
        _ => Cijfer::Ontbreekt,
    }
}

/// The judgement on the facts behind a figure, which stands next to it (SRG quality study of CBS, 2025).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Datakwaliteit {
    /// The judgement.
    pub oordeel: Oordeel,
    /// Why, in a sentence.
    pub toelichting: String,
}

/// One moment of a trend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trendpunt {
    /// The quarter.
    pub kwartaal: Kwartaal,
    /// The figure of the municipality.
    pub cijfer: Cijfer,
    /// The median of the other municipalities.
    pub groepsmediaan: Cijfer,
}

/// A figure split into classes that do not overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdeling {
    /// By what is split, such as `Trede van de Participatieladder`.
    pub naam: String,
    /// The unit of the parts, which may differ from that of the figure.
    pub eenheid: Eenheid,
    /// The classes in order.
    pub regels: Vec<Verdelingsregel>,
    /// The whole in that unit, where it is known: 100 for shares.
    pub totaal: Option<Decimal>,
    /// How many were divided over the classes, where that is known.
    pub aantal: Option<Decimal>,
    /// Whether the classes are steps of one ladder, which are drawn as one stacked bar.
    pub is_ladder: bool,
}

/// One class of a split figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdelingsregel {
    /// The name of the class for machines.
    pub sleutel: String,
    /// The name of the class for people.
    pub naam: String,
    /// The figure of this quarter.
    pub cijfer: Cijfer,
    /// The figure of the previous quarter.
    pub vorig_kwartaal: Cijfer,
}

/// What was agreed in a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlegverslag {
    /// The day of the meeting.
    pub datum: Datum,
    /// The agreements.
    pub afspraken: Vec<Afspraakregel>,
}

/// One agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Afspraakregel {
    /// What was agreed.
    pub tekst: String,
    /// Who does it.
    pub houder: String,
    /// By when.
    pub uiterlijk: Option<Datum>,
    /// How it stands, in a word or two.
    pub stand: String,
}

/// `1e kwartaal 2026`.
pub(super) fn kwartaal_in_words(kwartaal: Kwartaal) -> String {
    format!("{}e kwartaal {}", kwartaal.nummer(), kwartaal.jaar())
}
