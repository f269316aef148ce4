//! The effect of other values on a caseload: who gains and loses, and what it costs.

use primitives::{Datum, Geld, Maand};
use serde::Serialize;

use super::effect::{Effect, Onbekend};
use super::kosten::{Jaarkosten, Jaarsom, list_jaarkosten};
use super::rekengroep::{Rekenbestand, Rekengroep};
use super::verdeling::{Staaf, Verdeling};
use super::werken_loont::WerkenLoont;
use super::{Inkomensklasse, Rekenparameter, Rekenset, Rekensets, Rekenvraag};
use crate::beleid::Waarde;
use crate::recht::Leefvorm;

/// What a question gives on a caseload. Every count is zero or at least ten: see [`Rekenbestand`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Doorrekening {
    /// The month of the caseload, whose norms hold.
    #[serde(serialize_with = "serialize_maand")]
    pub maand: Maand,
    /// From which day the other values hold.
    pub vanaf: Datum,
    /// What holds on that day in the whole municipality, and what was asked instead.
    pub waarden: Vec<Waardepaar>,
    /// How many households were calculated.
    pub huishoudens: u32,
    /// How many were not: too little is known of them, or too few are like them.
    pub buiten_berekening: u32,
    /// Gainers and losers.
    pub totaal: Telling,
    /// The same by form of living.
    pub leefvormen: Vec<Groepstelling>,
    /// The same by own income.
    pub inkomensklassen: Vec<Groepstelling>,
    /// How much households gain or lose in a whole year.
    pub verdeling: Vec<Staaf>,
    /// Why the effect of some is not known.
    pub onbepaald: Vec<Redentelling>,
    /// Who has a benefit for too short a time for the toeslag: a low income before it is not known.
    pub te_kort: TeKort,
    /// What it costs in each year of the budget.
    pub kosten: Vec<Jaarkosten>,
    /// What one hour of work more gives; none where the law's amounts are not known for the month.
    pub werken_loont: Option<WerkenLoont>,
}

/// A parameter with its value before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Waardepaar {
    /// The parameter.
    pub sleutel: Rekenparameter,
    /// What holds; none when nothing was decided.
    pub nu: Option<Waarde>,
    /// What was asked; the same when it is not changed.
    pub straks: Option<Waarde>,
}

/// How many households gain and lose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Telling {
    /// Get more.
    pub wint: u32,
    /// Get less.
    pub verliest: u32,
    /// Get the same.
    pub gelijk: u32,
    /// The facts in the record do not tell.
    pub onbepaald: u32,
}

/// The households of one form of living, or of one class of income.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Groepstelling {
    /// The name in data: `alleenstaande-ouder`.
    pub groep: &'static str,
    /// As people read it.
    #[serde(skip)]
    pub naam: &'static str,
    /// The households.
    #[serde(flatten)]
    pub telling: Telling,
}

/// For how many households a fact is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Redentelling {
    /// What is missing, in a sentence.
    pub reden: &'static str,
    /// How many households.
    pub aantal: u32,
}

/// Households whose benefit is shorter than the reference period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TeKort {
    /// By what holds.
    pub nu: u32,
    /// By what was asked.
    pub straks: u32,
}

/// Calculates a question on a caseload. `nu` is the policy of the first day of the question.
pub fn calculate_doorrekening(
    bestand: &Rekenbestand,
    maand: Maand,
    nu: &Rekensets,
    vraag: &Rekenvraag,
) -> Doorrekening {
    let straks = nu.with(vraag.wijzigingen());
    let mut stand = Stand::default();
    for groep in bestand.groepen() {
        let gebied = groep.kenmerken.gebied;
        stand.add(groep, nu.in_gebied(gebied), straks.in_gebied(gebied));
    }
    let (nu, straks) = (nu.heel(), straks.heel());
    let paar = |sleutel: Rekenparameter| Waardepaar {
        sleutel,
        nu: nu.waarde(sleutel),
        straks: straks.waarde(sleutel),
    };
    Doorrekening {
        maand,
        vanaf: vraag.vanaf(),
        waarden: Rekenparameter::ALL.into_iter().map(paar).collect(),
        huishoudens: bestand.berekend(),
        buiten_berekening: bestand.buiten(),
        totaal: stand.totaal,
        leefvormen: stand.leefvormen(),
        inkomensklassen: stand.inkomensklassen(),
        verdeling: stand.verdeling.staven(),
        onbepaald: stand.redenen(),
        te_kort: stand.te_kort,
        kosten: list_jaarkosten(vraag.vanaf(), &stand.kosten),
        werken_loont: WerkenLoont::calculate(maand, nu, straks),
    }
}

/// The forms of living, in the order of the pages.
const LEEFVORMEN: [Leefvorm; 3] = [
    Leefvorm::Alleenstaande,
    Leefvorm::AlleenstaandeOuder,
    Leefvorm::Gehuwden,
];

/// Sums while the groups go by; nothing in it grows with their number.
#[derive(Default)]
struct Stand {
    totaal: Telling,
    leefvormen: [Telling; 3],
    klassen: [Telling; 4],
    redenen: [u32; 4],
    verdeling: Verdeling,
    te_kort: TeKort,
    kosten: Jaarsom,
}

impl Stand {
    fn add(&mut self, groep: &Rekengroep, nu: &Rekenset, straks: &Rekenset) {
        let effect = groep.effect(nu, straks);
        self.kosten.add(groep, &effect, nu, straks);
        if groep.is_te_kort(nu) {
            self.te_kort.nu += groep.aantal;
        }
        if groep.is_te_kort(straks) {
            self.te_kort.straks += groep.aantal;
        }
        let verschil = effect.verschil();
        let leefvorm = self.leefvormen.get_mut(groep.kenmerken.leefvorm as usize);
        let klasse = self.klassen.get_mut(groep.kenmerken.klasse as usize);
        for telling in [Some(&mut self.totaal), leefvorm, klasse]
            .into_iter()
            .flatten()
        {
            telling.add(verschil, groep.aantal);
        }
        match verschil {
            Ok(verschil) => self.verdeling.add(verschil, groep.aantal),
            Err(reden) => {
                if let Some(aantal) = self.redenen.get_mut(reden as usize) {
                    *aantal += groep.aantal;
                }
            }
        }
    }

    fn leefvormen(&self) -> Vec<Groepstelling> {
        let telling = |(leefvorm, telling): (Leefvorm, Telling)| Groepstelling {
            groep: code_of(leefvorm),
            naam: leefvorm.omschrijving(),
            telling,
        };
        LEEFVORMEN
            .into_iter()
            .zip(self.leefvormen)
            .map(telling)
            .collect()
    }

    fn inkomensklassen(&self) -> Vec<Groepstelling> {
        let telling = |(klasse, telling): (Inkomensklasse, Telling)| Groepstelling {
            groep: klasse.code(),
            naam: klasse.omschrijving(),
            telling,
        };
        Inkomensklasse::ALL
            .into_iter()
            .zip(self.klassen)
            .map(telling)
            .collect()
    }

    fn redenen(&self) -> Vec<Redentelling> {
        let telling = |(reden, aantal): (Onbekend, u32)| Redentelling {
            reden: reden.zin(),
            aantal,
        };
        let alle = Onbekend::ALL.into_iter().zip(self.redenen).map(telling);
        alle.filter(|telling| telling.aantal > 0).collect()
    }
}

impl Effect {
    /// What the household gains (or loses, below zero) in a year over all schemes.
    fn verschil(&self) -> Result<Geld, Onbekend> {
        Ok(self.bijstand? + self.toeslag?)
    }
}

impl Telling {
    fn add(&mut self, verschil: Result<Geld, Onbekend>, aantal: u32) {
        let plek = match verschil {
            Err(_) => &mut self.onbepaald,
            Ok(verschil) if verschil > Geld::NUL => &mut self.wint,
            Ok(verschil) if verschil < Geld::NUL => &mut self.verliest,
            Ok(_) => &mut self.gelijk,
        };
        *plek += aantal;
    }

    /// All of them.
    pub const fn alle(&self) -> u32 {
        self.wint + self.verliest + self.gelijk + self.onbepaald
    }
}

impl Onbekend {
    /// Every reason.
    pub const ALL: [Self; 4] = [
        Self::GeenBesluit,
        Self::Partner,
        Self::Woonlasten,
        Self::Maatregel,
    ];

    /// What is missing, in a sentence.
    pub const fn zin(self) -> &'static str {
        match self {
            Self::GeenBesluit => {
                "De raad heeft niet alles over de inkomenstoeslag vastgesteld: bedrag, referteperiode en inkomensgrens zijn alle drie nodig."
            }
            Self::Partner => {
                "Van een partner die niet in het bestand staat, is de leeftijd niet bekend."
            }
            Self::Woonlasten => {
                "Het huishouden woont bij iemand in: of dat iets kost, staat niet in het bestand."
            }
            Self::Maatregel => {
                "De verlaging past niet bij precies één categorie van de verordening."
            }
        }
    }
}

/// The name of a form of living in keys: `alleenstaande-ouder`.
pub(super) const fn code_of(leefvorm: Leefvorm) -> &'static str {
    match leefvorm {
        Leefvorm::Alleenstaande => "alleenstaande",
        Leefvorm::AlleenstaandeOuder => "alleenstaande-ouder",
        Leefvorm::Gehuwden => "gehuwden",
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
fn serialize_maand<S: serde::Serializer>(maand: &Maand, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(maand)
}
