//! The steps of a household, and where a scheme stops.

use primitives::Geld;
use rust_decimal::Decimal;
use serde::Serialize;

use super::regeling::{Lokaleregeling, RegelingNietBekend};
use super::rekenaar::{Werkpunt, Werkrekenaar};
use crate::recht::Onbepaald;

/// A step: € 100 of gross wage a month.
pub const BRUTO_STAP: Geld = Geld::from_cents(10_000);
/// The highest gross wage that is shown. Our choice: above it no scheme of a municipality known to us goes on.
pub const BRUTO_MAX: Geld = Geld::from_cents(400_000);

/// What more work gives a household.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Armoedeval {
    /// The norm of the household, holiday pay included.
    pub norm: Geld,
    /// From no wage to the highest that is shown.
    pub punten: Vec<Werkpunt>,
    /// Each step to the next point.
    pub stappen: Vec<Werkstap>,
    /// The schemes that count.
    pub regelingen: Vec<Lokaleregeling>,
    /// The schemes that do not, because it is not known what they give.
    pub niet_bekend: Vec<RegelingNietBekend>,
    /// Where a scheme stops.
    pub kliffen: Vec<Klif>,
    /// Where the right to bijstand ends; none when there is none without a wage either, or still some at the highest wage.
    pub bijstandseinde: Option<Klif>,
    /// Where the exemption ends that was asked for; none where nothing is exempt.
    pub vrijlatingseinde: Option<Vrijlatingseinde>,
    /// The highest gross wage at which there is bijstand; none when there is none without a wage either, or still some at
    /// the highest wage.
    pub bijstand_tot: Option<Geld>,
    /// Where the rates of tax and credits were found.
    pub bron_loonheffing: String,
}

/// One step of gross wage more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Werkstap {
    /// From this gross wage.
    pub van: Geld,
    /// To this one.
    pub tot: Geld,
    /// What there is to spend more; less than nothing where it falls.
    pub over: Geld,
    /// The marginal pressure: which part of the step is not left, in per cent with one decimal.
    pub druk: Decimal,
}

/// The end of an exemption: with bijstand itself, and by time. Participatiewet art. 31 lid 2 onder n, r, y, z and aa.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Vrijlatingseinde {
    /// Its letter.
    pub vrijlating: &'static str,
    /// The highest gross wage of which a part is exempt; none where it still is at the highest wage.
    pub tot: Option<Geld>,
    /// For how many months there still is an exemption; none where it does not end by time.
    pub maanden: Option<u32>,
    /// What there is at most less to spend per month when it has ended.
    pub verlies: Geld,
    /// The article.
    pub grondslag: &'static str,
}

/// The end of a scheme, or of a part of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Klif {
    /// The scheme.
    pub regeling: &'static str,
    /// As people read it.
    #[serde(skip)]
    pub naam: &'static str,
    /// The highest gross wage at which it is given; a cent more and it is gone.
    pub tot: Geld,
    /// What is lost per month.
    pub verlies: Geld,
    /// The article that lets the municipality have the scheme.
    pub grondslag: &'static str,
    /// The decision that set the limit.
    pub besluit: Option<String>,
    /// Whether the ordinance still gives a part above the limit, of a size that is not known: then less is lost.
    pub is_deels_daarboven: bool,
}

/// What there is of a scheme up to an end, and what is left beyond it.
struct Daling {
    wel: Geld,
    over: Geld,
}

impl Armoedeval {
    /// Calculates every step of a household.
    pub fn calculate(rekenaar: &Werkrekenaar) -> Result<Self, Onbepaald> {
        let mut punten = Vec::new();
        let mut bruto = Geld::NUL;
        while bruto <= BRUTO_MAX {
            punten.push(rekenaar.calculate(bruto)?);
            bruto = bruto + BRUTO_STAP;
        }
        let mut kliffen = Vec::new();
        for (plek, regeling) in rekenaar.regelingen().iter().enumerate() {
            for daling in Daling::list(regeling) {
                let has =
                    |punt: &Werkpunt| punt.regelingen.get(plek).is_some_and(|b| *b >= daling.wel);
                kliffen.extend(find_last(rekenaar, &punten, has)?.map(|tot| Klif {
                    regeling: regeling.sleutel,
                    naam: regeling.naam,
                    tot,
                    verlies: daling.wel - daling.over,
                    grondslag: regeling.grondslag,
                    besluit: regeling.besluit.clone(),
                    is_deels_daarboven: regeling.is_deels_daarboven,
                }));
            }
        }
        kliffen.sort_by_key(|klif| klif.tot);
        let bijstand_tot = find_last(rekenaar, &punten, |punt| !punt.bijstand.is_nul())?;
        let bijstandseinde = match bijstand_tot {
            Some(tot) => Some(Klif::of_bijstand(tot, rekenaar.calculate(tot)?.bijstand)),
            None => None,
        };
        Ok(Self {
            norm: rekenaar.norm(),
            stappen: punten.windows(2).filter_map(Werkstap::of).collect(),
            bijstand_tot,
            bijstandseinde,
            vrijlatingseinde: Vrijlatingseinde::find(rekenaar, &punten)?,
            punten,
            regelingen: rekenaar.regelingen().to_vec(),
            niet_bekend: rekenaar.niet_bekend().to_vec(),
            kliffen,
            bron_loonheffing: rekenaar.bron_loonheffing().to_owned(),
        })
    }

    /// The steps after which there is less to spend than before.
    pub fn dalingen(&self) -> impl Iterator<Item = &Werkstap> {
        self.stappen.iter().filter(|stap| stap.over < Geld::NUL)
    }
}

impl Klif {
    /// Who has an income of the norm has no bijstand any more. Participatiewet art. 19 lid 1 onder a.
    const fn of_bijstand(tot: Geld, verlies: Geld) -> Self {
        Self {
            regeling: "bijstand",
            naam: "Algemene bijstand",
            tot,
            verlies,
            grondslag: "Participatiewet art. 19 lid 1 onder a",
            besluit: None,
            is_deels_daarboven: false,
        }
    }
}

impl Daling {
    /// From the whole amount down over the parts above the limit, wherever there is less.
    fn list(regeling: &Lokaleregeling) -> Vec<Self> {
        let mut wel = regeling.bedrag;
        let mut dalingen = Vec::new();
        let altijd = regeling.daarboven.iter().any(|trede| trede.tot.is_none());
        let delen = regeling.daarboven.iter().map(|trede| trede.bedrag);
        for over in delen.chain((!altijd).then_some(Geld::NUL)) {
            if over < wel {
                dalingen.push(Self { wel, over });
                wel = over;
            }
        }
        dalingen
    }
}

impl Vrijlatingseinde {
    fn find(rekenaar: &Werkrekenaar, punten: &[Werkpunt]) -> Result<Option<Self>, Onbepaald> {
        let Some((vrijlating, gebruikt)) = rekenaar.vrijlating() else {
            return Ok(None);
        };
        let is_vrij = |punt: &Werkpunt| !punt.vrijgelaten.is_nul() && !punt.bijstand.is_nul();
        if !punten.iter().any(is_vrij) {
            return Ok(None);
        }
        let zonder = rekenaar.without_vrijlating();
        let mut verlies = Geld::NUL;
        for punt in punten.iter().filter(|punt| is_vrij(punt)) {
            let over = zonder.calculate(punt.bruto)?.besteedbaar;
            verlies = verlies.max(punt.besteedbaar - over);
        }
        // The last point with both is before the last with bijstand: from no wage on there is bijstand, and nothing exempt.
        let tot = find_last(rekenaar, punten, |punt| {
            is_vrij(punt) || punt.bruto.is_nul()
        })?;
        Ok(Some(Self {
            vrijlating: vrijlating.letter(),
            tot,
            maanden: rekenaar.maanden_over(vrijlating, gebruikt),
            verlies,
            grondslag: vrijlating.grondslag(),
        }))
    }
}

impl Werkstap {
    fn of(paar: &[Werkpunt]) -> Option<Self> {
        let [van, tot] = paar else { return None };
        let (erbij, over) = (tot.bruto - van.bruto, tot.besteedbaar - van.besteedbaar);
        let deel = over.decimal().checked_div(erbij.decimal())?;
        Some(Self {
            van: van.bruto,
            tot: tot.bruto,
            over,
            druk: ((Decimal::ONE - deel) * Decimal::ONE_HUNDRED).round_dp(1),
        })
    }
}

/// To the cent the highest gross wage at which something is so: it is from no wage on, and ends once. None where it never is,
/// or still is at the last point.
fn find_last(
    rekenaar: &Werkrekenaar,
    punten: &[Werkpunt],
    is_zo: impl Fn(&Werkpunt) -> bool,
) -> Result<Option<Geld>, Onbepaald> {
    let Some(paar) = punten
        .windows(2)
        .rfind(|paar| paar.first().is_some_and(&is_zo))
    else {
        return Ok(None);
    };
    let [wel, niet] = paar else { return Ok(None) };
    if is_zo(niet) {
        return Ok(None);
    }
    let cent = Geld::from_cents(1);
    let (mut laag, mut hoog) = (wel.bruto, niet.bruto);
    while hoog - laag > cent {
        let midden = laag + (hoog - laag).fraction(1, 2);
        if is_zo(&rekenaar.calculate(midden)?) {
            laag = midden;
        } else {
            hoog = midden;
        }
    }
    Ok(Some(laag))
}
