//! Maatregelen over months. Participatiewet art. 18.

mod herhaling;
mod samenloop;

use primitives::{Datum, Maand, Percentage};
use rust_decimal::Decimal;

use self::herhaling::{Herhalingsregel, Lid, Verleden};
pub(super) use self::samenloop::find_on;
pub use self::samenloop::{Dagmaatregel, Maatregelgrond, Samenloop};
use super::beleid::{Beleidsbron, required};
use super::{MaandOnbepaald, Reeksregel};
use crate::beleid::Geldend;
use crate::recht::Onbepaald;

/// A maatregel as the college imposed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Maatregel {
    /// For what.
    pub soort: Maatregelsoort,
    /// The day of the conduct.
    pub gedrag_op: Datum,
    /// The day of the decision.
    pub opgelegd_op: Datum,
    /// The month from which bijstand is lower.
    pub vanaf: Maand,
    /// Whether anybody is to blame. Lid 9.
    pub is_verwijtbaar: bool,
    /// The percentage that was decided instead of the one of law or ordinance. Lid 10.
    pub percentage: Option<Percentage>,
    /// The months that were decided instead of those of the ordinance. Lid 10.
    pub duur: Option<u32>,
    /// The day from which it no longer holds, after reassessment or review. Lid 3, lid 11.
    pub herzien_vanaf: Option<Datum>,
    /// The day on which it was reassessed. Lid 3.
    pub heroverwogen_op: Option<Datum>,
}

/// For what a maatregel is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Maatregelsoort {
    /// An obligation of lid 4: the law sets the percentage.
    Arbeid,
    /// A lighter or heavier other obligation: category of the ordinance.
    Categorie1,
    /// As above.
    Categorie2,
    /// As above.
    Categorie3,
    /// Too little sense of responsibility.
    Besef,
    /// Very serious misconduct. Art. 9 lid 6.
    Misdraging,
    /// A withdrawn exemption of a single parent. Art. 9a lid 12.
    OntheffingIngetrokken,
}

/// What a maatregel does, month by month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Maatregelplan {
    /// The maatregel.
    pub maatregel: Maatregel,
    /// The paragraph that sets it.
    pub grondslag: &'static str,
    /// The decision of the council on which its duration or percentage rests.
    pub besluit: Option<String>,
    /// Whether it follows on an earlier one within the term of the ordinance.
    pub is_herhaling: bool,
    /// The percentage of the norm in each month from the first on, or why that is not known.
    pub maanden: Result<Vec<Percentage>, MaandOnbepaald>,
}

/// What each maatregel does, in the order of the decisions.
pub(super) fn plan_maatregelen(
    maatregelen: &[Maatregel],
    bron: &Beleidsbron,
) -> Vec<Maatregelplan> {
    let mut op_volgorde = maatregelen.to_vec();
    op_volgorde.sort_by_key(|m| (m.opgelegd_op, m.gedrag_op, m.soort as u8, m.vanaf));
    let mut verleden = Verleden::default();
    op_volgorde
        .into_iter()
        .map(|maatregel| {
            let lid = verleden.find_lid(&maatregel);
            let herhaling = verleden.find_herhaling(&maatregel, bron);
            verleden.add(&maatregel, lid.as_ref().ok());
            plan(maatregel, lid, herhaling, bron)
        })
        .collect()
}

fn plan(
    maatregel: Maatregel,
    lid: Result<Lid, MaandOnbepaald>,
    herhaling: Result<bool, MaandOnbepaald>,
    bron: &Beleidsbron,
) -> Maatregelplan {
    let grondslag = match (&lid, maatregel.is_verwijtbaar) {
        (_, false) => "Participatiewet art. 18 lid 9",
        (Ok(lid), true) => lid.grondslag(),
        (Err(_), true) => "Participatiewet art. 18 lid 4",
    };
    let mut besluit = None;
    let maanden = if maatregel.is_verwijtbaar {
        lid.and_then(|lid| match lid {
            Lid::Twee => plan_eigen(&maatregel, herhaling.clone(), bron, &mut besluit),
            _ => plan_uniform(&maatregel, lid, bron, &mut besluit),
        })
    } else {
        Ok(Vec::new())
    };
    Maatregelplan {
        maatregel,
        grondslag,
        besluit,
        is_herhaling: maatregel.is_verwijtbaar && herhaling.unwrap_or_default(),
        maanden,
    }
}

/// A maatregel of lid 5 to 8: the law sets 100%, the ordinance the duration of the first two.
fn plan_uniform(
    maatregel: &Maatregel,
    lid: Lid,
    bron: &Beleidsbron,
    besluit: &mut Option<String>,
) -> Result<Vec<Percentage>, MaandOnbepaald> {
    let op = maatregel.opgelegd_op;
    let duur = match (maatregel.duur, lid) {
        (Some(duur), _) => duur,
        (None, Lid::Zes) => {
            let eerste = first_duration(bron, op)?.waarde;
            let herhaling = required(
                bron.maanden("maatregel.duur.herhaling", op),
                "maatregel.duur.herhaling",
            )?;
            if herhaling.waarde <= eerste {
                return Err(MaandOnbepaald::DuurPastNiet);
            }
            *besluit = herhaling.besluit;
            herhaling.waarde
        }
        (None, Lid::Zeven | Lid::Acht) => Reeksregel::DerdeDuur.aantal(op)?,
        (None, _) => {
            let eerste = first_duration(bron, op)?;
            *besluit = eerste.besluit;
            eerste.waarde
        }
    };
    // Lid 10 lets the college depart downwards only: nothing allows it more than the law's three months.
    if duur > Reeksregel::MaatregelDuur.aantal(op)? {
        return Err(MaandOnbepaald::DuurPastNiet);
    }
    let percentage = match maatregel.percentage {
        Some(percentage) => percentage,
        None => Reeksregel::MaatregelPercentage.percentage(op)?,
    };
    if lid == Lid::Vijf {
        return spread(percentage, duur, bron, op);
    }
    Ok(repeat(percentage, duur))
}

/// The duration of a first maatregel by the ordinance: at least one month.
fn first_duration(bron: &Beleidsbron, op: Datum) -> Result<Geldend<u32>, MaandOnbepaald> {
    let eerste = required(
        bron.maanden("maatregel.duur.eerste", op),
        "maatregel.duur.eerste",
    )?;
    if eerste.waarde == 0 {
        return Err(MaandOnbepaald::DuurPastNiet);
    }
    Ok(eerste)
}

/// Divides a reduction over the month of the maatregel and the next ones. Lid 5, second sentence: at least a
/// third in the first month, at most three months; never more than all of a month.
fn spread(
    percentage: Percentage,
    duur: u32,
    bron: &Beleidsbron,
    op: Datum,
) -> Result<Vec<Percentage>, MaandOnbepaald> {
    let over = bron
        .maanden("maatregel.spreiding.maanden", op)
        .map_or(1, |m| m.waarde);
    if over <= 1 || duur == 0 {
        return Ok(repeat(percentage, duur));
    }
    let heel = Percentage::HONDERD.hundredths();
    let totaal = percentage.hundredths() * duur;
    let deel = required(
        bron.percentage("maatregel.spreiding.eerste-maand", op),
        "maatregel.spreiding.eerste-maand",
    )?;
    let eerste = ((totaal * deel.waarde.hundredths() + 5_000) / 10_000).min(heel);
    let is_te_weinig = eerste * Reeksregel::SpreidingDeel.aantal(op)? < totaal;
    if is_te_weinig || over > Reeksregel::SpreidingMaanden.aantal(op)? {
        return Err(MaandOnbepaald::SpreidingPastNiet);
    }
    let rest = totaal - eerste;
    let elk = rest / (over - 1);
    let laatste = rest - elk * (over - 2);
    if laatste > heel {
        return Err(MaandOnbepaald::SpreidingPastNiet);
    }
    let mut maanden = vec![eerste];
    maanden.extend((2..over).map(|_| elk));
    maanden.push(laatste);
    maanden.into_iter().map(from_hundredths).collect()
}

fn from_hundredths(hundredths: u32) -> Result<Percentage, MaandOnbepaald> {
    Percentage::try_new(Decimal::new(i64::from(hundredths), 2))
        .map_err(|_| MaandOnbepaald::SpreidingPastNiet)
}

fn repeat(percentage: Percentage, duur: u32) -> Vec<Percentage> {
    (0..duur).map(|_| percentage).collect()
}

/// A maatregel of lid 2: the ordinance sets percentage and duration, and what a repetition adds to them.
fn plan_eigen(
    maatregel: &Maatregel,
    herhaling: Result<bool, MaandOnbepaald>,
    bron: &Beleidsbron,
    besluit: &mut Option<String>,
) -> Result<Vec<Percentage>, MaandOnbepaald> {
    let op = maatregel.opgelegd_op;
    let (sleutel, duursleutel) = maatregel.soort.sleutels();
    let is_beslist = maatregel.percentage.is_some() && maatregel.duur.is_some();
    let toeslag = if !is_beslist && herhaling? {
        Herhalingsregel::on(bron, op)?
    } else {
        Herhalingsregel::default()
    };
    let percentage = if let Some(percentage) = maatregel.percentage {
        percentage
    } else {
        let geldend = toeslag.raise(required(bron.percentage(sleutel, op), sleutel)?);
        *besluit = geldend.besluit;
        geldend.waarde
    };
    let volgens = toeslag
        .duur
        .or_else(|| duursleutel.and_then(|sleutel| bron.maanden(sleutel, op)));
    let is_ten_hoogste = maatregel.soort == Maatregelsoort::Besef;
    let duur = match (maatregel.duur, volgens, duursleutel) {
        (Some(duur), Some(hoogste), _) if is_ten_hoogste && duur > hoogste.waarde => {
            return Err(MaandOnbepaald::DuurPastNiet);
        }
        (Some(duur), _, _) => duur,
        (None, Some(duur), _) if !is_ten_hoogste => {
            *besluit = besluit.take().or(duur.besluit);
            duur.waarde
        }
        (None, _, Some(sleutel)) if !is_ten_hoogste => {
            return Err(Onbepaald::BeleidOntbreekt(sleutel).into());
        }
        (None, ..) => return Err(MaandOnbepaald::DuurOnbekend),
    };
    Ok(repeat(percentage, duur))
}

impl Maatregelsoort {
    /// Every one, with its name in a question.
    pub const ALL: [(&'static str, Self); 7] = [
        ("arbeid", Self::Arbeid),
        ("categorie-1", Self::Categorie1),
        ("categorie-2", Self::Categorie2),
        ("categorie-3", Self::Categorie3),
        ("besef", Self::Besef),
        ("misdraging", Self::Misdraging),
        ("ontheffing-ingetrokken", Self::OntheffingIngetrokken),
    ];

    /// Whether it is about an obligation of a category of the ordinance.
    const fn is_categorie(self) -> bool {
        matches!(self, Self::Categorie1 | Self::Categorie2 | Self::Categorie3)
    }

    /// The keys of its percentage and of its duration, where the catalogue has one.
    const fn sleutels(self) -> (&'static str, Option<&'static str>) {
        let categorie = Some("maatregel.categorie.duur");
        match self {
            Self::Arbeid => ("maatregel.duur.eerste", None),
            Self::Categorie1 => ("maatregel.categorie.1", categorie),
            Self::Categorie2 => ("maatregel.categorie.2", categorie),
            Self::Categorie3 => ("maatregel.categorie.3", categorie),
            Self::Besef => ("maatregel.besef.percentage", Some("maatregel.besef.duur")),
            Self::Misdraging => (
                "maatregel.misdraging.percentage",
                Some("maatregel.misdraging.duur"),
            ),
            Self::OntheffingIngetrokken => ("maatregel.ontheffing-ingetrokken.percentage", None),
        }
    }
}
