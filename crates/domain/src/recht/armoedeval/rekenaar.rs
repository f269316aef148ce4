//! What a household has to spend at a gross wage.

use primitives::{Datum, Geld};
use serde::Serialize;

use super::loon::Loonjaar;
use super::regeling::{
    Kindertelling, Lokaalbeleid, Lokaleregeling, RegelingNietBekend, list_regelingen,
};
use crate::recht::{
    Bijstandsbeleid, Bijstandsberekening, Bijstandsfeiten, Inkomst, Inkomstensoort, Kader,
    Leefsituatie, Normentabel, Onbepaald, Persoon, Reden, Verlaging, Vermogen, Vrijlating,
    calculate_bijstand_in,
};

/// A household of which the applicant goes to work, or works more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Werkvraag {
    /// The day whose amounts and facts hold.
    pub dag: Datum,
    /// The household.
    pub situatie: Leefsituatie,
    /// Its children; none where they were not told.
    pub kinderen: Option<Kindertelling>,
    /// The incomes that it has and keeps, net and with holiday pay.
    pub inkomsten: Vec<Inkomst>,
    /// What it owns and owes; told or not.
    pub vermogen: Option<Vermogen>,
    /// The reduction by a maatregel.
    pub verlaging: Option<Verlaging>,
    /// The exemption that the college grants for the wage.
    pub vrijlating: Option<Vrijlating>,
    /// How many months of it were used before.
    pub maanden_gebruikt: Option<u32>,
}

/// What a household has in a month at a gross wage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Werkpunt {
    /// Gross wage.
    pub bruto: Geld,
    /// Net wage.
    pub netto: Geld,
    /// The part of it that does not count.
    pub vrijgelaten: Geld,
    /// Bijstand, holiday pay included.
    pub bijstand: Geld,
    /// What each scheme gives, in the order of [`Werkrekenaar::regelingen`].
    pub regelingen: Vec<Geld>,
    /// Wage, other income, bijstand and schemes together.
    pub besteedbaar: Geld,
}

/// Calculates any wage of one household.
#[derive(Clone, Debug)]
pub struct Werkrekenaar {
    vraag: Werkvraag,
    beleid: Bijstandsbeleid,
    jaar: &'static Loonjaar,
    norm: Geld,
    overig: Geld,
    regelingen: Vec<Lokaleregeling>,
    niet_bekend: Vec<RegelingNietBekend>,
}

impl Werkrekenaar {
    /// Prepares a household; refuses where its norm, or tax on a wage, is not known.
    pub fn try_new(vraag: Werkvraag, beleid: &Lokaalbeleid) -> Result<Self, Onbepaald> {
        let jaar = Loonjaar::op(vraag.dag).ok_or(Onbepaald::LoonheffingOnbekend(vraag.dag))?;
        if vraag.situatie.aanvrager().is_pensioengerechtigd() {
            return Err(Onbepaald::LoonheffingPensioen);
        }
        let kader = Kader {
            bekend_op: None,
            beleid: &beleid.bijstand,
        };
        let begin = calculate_bijstand_in(&kader, &vraag.feiten(&vraag.inkomsten));
        let norm = match (begin.norm, begin.uitkomst) {
            (_, Err(Reden::Onbepaald(reden))) => return Err(reden),
            (Some(norm), _) => norm.bedrag,
            // Who is excluded has no norm, and no bijstand to lose.
            (None, _) => Geld::NUL,
        };
        let (regelingen, niet_bekend) = list_regelingen(beleid, &vraag, norm);
        Ok(Self {
            overig: vraag.inkomsten.iter().map(|inkomst| inkomst.bedrag).sum(),
            vraag,
            beleid: beleid.bijstand.clone(),
            jaar,
            norm,
            regelingen,
            niet_bekend,
        })
    }

    /// The norm of the household, which the limits are a part of.
    pub const fn norm(&self) -> Geld {
        self.norm
    }

    /// The schemes that count.
    pub fn regelingen(&self) -> &[Lokaleregeling] {
        &self.regelingen
    }

    /// The schemes of which it is not known what they give, so that they do not count.
    pub fn niet_bekend(&self) -> &[RegelingNietBekend] {
        &self.niet_bekend
    }

    /// Where the rates of tax and credits were found.
    pub fn bron_loonheffing(&self) -> &str {
        self.jaar.bron()
    }

    /// The exemption that was asked for, and how many months of it were used before.
    pub(super) const fn vrijlating(&self) -> Option<(Vrijlating, u32)> {
        match (self.vraag.vrijlating, self.vraag.maanden_gebruikt) {
            (Some(vrijlating), Some(gebruikt)) => Some((vrijlating, gebruikt)),
            _ => None,
        }
    }

    /// For how many months there is still an exemption; none where it does not end by time.
    pub(super) fn maanden_over(&self, vrijlating: Vrijlating, gebruikt: u32) -> Option<u32> {
        let termijn = vrijlating.termijn(self.vraag.situatie.aanvrager())?;
        let normen = Normentabel::wettelijk().op(self.vraag.dag)?;
        Some(normen.termijn(termijn).ok()?.saturating_sub(gebruikt))
    }

    /// The same household when the exemption has ended.
    pub(super) fn without_vrijlating(&self) -> Self {
        let mut zonder = self.clone();
        zonder.vraag.vrijlating = None;
        zonder
    }

    /// What there is to spend at a gross wage.
    pub fn calculate(&self, bruto: Geld) -> Result<Werkpunt, Onbepaald> {
        let netto = self.jaar.calculate_netto(bruto);
        let berekening = self.bijstand(netto);
        let bijstand = match &berekening.uitkomst {
            Ok(bedragen) => bedragen.bedrag,
            Err(Reden::GeenRecht(_)) => Geld::NUL,
            Err(Reden::Onbepaald(reden)) => return Err(reden.clone()),
        };
        let eigen = netto + self.overig;
        // What is exempt is no income: with bijstand the income is the norm, without it what is earned.
        let inkomen = if bijstand.is_nul() { eigen } else { self.norm };
        let regelingen: Vec<_> = self.regelingen.iter().map(|r| r.at(inkomen)).collect();
        Ok(Werkpunt {
            bruto,
            netto,
            vrijgelaten: exempted(&berekening),
            bijstand,
            besteedbaar: eigen + bijstand + regelingen.iter().copied().sum(),
            regelingen,
        })
    }

    /// The facts of the household at a net wage, for amounts and explanation alike.
    pub(super) fn with_feiten<T>(
        &self,
        netto: Geld,
        calculate: impl FnOnce(&Kader<'_>, &Bijstandsfeiten<'_>) -> T,
    ) -> T {
        let loon = Inkomst {
            persoon: Persoon::Aanvrager,
            soort: Inkomstensoort::Arbeid,
            bedrag: netto,
            vrijlating: self.vraag.vrijlating,
            maanden_gebruikt: self.vraag.maanden_gebruikt,
        };
        let mut inkomsten = self.vraag.inkomsten.clone();
        inkomsten.extend((!netto.is_nul()).then_some(loon));
        let kader = Kader {
            bekend_op: None,
            beleid: &self.beleid,
        };
        calculate(&kader, &self.vraag.feiten(&inkomsten))
    }

    /// The net wage of a gross one.
    pub(super) fn netto(&self, bruto: Geld) -> Geld {
        self.jaar.calculate_netto(bruto)
    }

    fn bijstand(&self, netto: Geld) -> Bijstandsberekening {
        self.with_feiten(netto, calculate_bijstand_in)
    }
}

impl Werkvraag {
    fn feiten<'a>(&'a self, inkomsten: &'a [Inkomst]) -> Bijstandsfeiten<'a> {
        Bijstandsfeiten {
            peildatum: self.dag,
            situatie: &self.situatie,
            inkomsten,
            vermogen: self.vermogen,
            verlaging: self.verlaging,
        }
    }
}

impl Lokaleregeling {
    /// What it gives at an income.
    fn at(&self, inkomen: Geld) -> Geld {
        if inkomen <= self.grens {
            return self.bedrag;
        }
        let mut treden = self.daarboven.iter();
        let trede = treden.find(|trede| trede.tot.is_none_or(|tot| inkomen <= tot));
        trede.map_or(Geld::NUL, |trede| trede.bedrag)
    }
}

fn exempted(berekening: &Bijstandsberekening) -> Geld {
    let Some(inkomen) = &berekening.inkomen else {
        return Geld::NUL;
    };
    let toegepast = inkomen
        .vrijlatingen
        .iter()
        .filter_map(|toets| toets.uitkomst.ok());
    toegepast.map(|vrij| vrij.bedrag).sum()
}
