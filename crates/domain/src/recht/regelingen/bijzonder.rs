//! Bijzondere bijstand for costs out of special circumstances. Participatiewet arts 35, 48 and 51.

use primitives::{Datum, Geld};

use super::draagkracht::{Draagkracht, calculate_draagkracht};
use super::{Bijzonderbeleid, Leemte, Regelingsaanvraag, Weigering, check_partner, normen_op};
use crate::recht::{GeenRecht, Norm, Reden};

/// What decides besides the household and its means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bijzonderfeiten {
    /// The costs that are asked for.
    pub kosten: Vec<Kostenpost>,
    /// Special costs in the same twelve months, before these.
    pub eerdere_kosten: Geld,
    /// The income per month, of both spouses together.
    pub inkomen: Geld,
    /// What the household paid itself before in the same period.
    pub draagkracht_gebruikt: Geld,
    /// The months over which the college weighs income for this application; read where it has no rule.
    pub draagkracht_maanden: Option<u32>,
    /// The first day of the period, which the college chooses for this application; read where it has no rule.
    pub draagkracht_begin: Option<Datum>,
    /// What the college gives instead, in view of the circumstances. Participatiewet art. 18 lid 1.
    pub afwijking: Option<Geld>,
}

/// A cost, with what the college judged about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kostenpost {
    /// The kind, as the list of the college names it.
    pub soort: String,
    /// What it costs: once, or every month.
    pub bedrag: Geld,
    /// For how many months, where the costs come back every month; at least one.
    pub maanden: Option<u32>,
    /// What the college judged.
    pub oordeel: Kostenoordeel,
    /// Why the law would allow a loan.
    pub leengrond: Option<Leengrond>,
    /// The college lends for this application; read where its list does not name the costs.
    pub is_lening: bool,
}

/// What the college judged about a cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kostenoordeel {
    /// Necessary, out of special circumstances, and not paid by anybody else. Participatiewet art. 35 lid 1.
    Telt,
    /// Not a necessary cost of living.
    NietNoodzakelijk,
    /// Not out of special circumstances.
    NietBijzonder,
    /// Somebody else pays it. Participatiewet art. 15 lid 1.
    EldersVergoed,
}

/// Why bijzondere bijstand may be a loan; else it is a gift. Participatiewet arts 48 lid 1 and 2, 51 lid 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leengrond {
    /// None.
    Geen,
    /// Enough means soon. Art. 48 lid 2 onder a.
    SpoedigMiddelen,
    /// Lack of responsibility. Art. 48 lid 2 onder b.
    TekortschietendBesef,
    /// A deposit. Art. 48 lid 2 onder c.
    Waarborgsom,
    /// Debts. Art. 48 lid 2 onder d.
    Schulden,
    /// Durable goods. Art. 51 lid 1.
    DuurzaamGebruiksgoed,
}

/// In which form it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vorm {
    /// Not to be paid back. Participatiewet art. 48 lid 1.
    Gift,
    /// To be paid back, on the ground named.
    Lening(Leengrond),
}

/// What of a cost counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kostentelling {
    /// What counts; nothing where it is not necessary, not special, or paid elsewhere.
    pub telt: Geld,
    /// The most for this kind of costs.
    pub hoogstens: Option<Geld>,
    /// In which form; none where nothing counts.
    pub vorm: Option<Vorm>,
}

/// A calculation with everything it went through, as far as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bijzonderberekening {
    /// Each cost, in the order of the application.
    pub kosten: Vec<Kostentelling>,
    /// What counts of them together.
    pub totaal: Geld,
    /// The norm that the income is measured by.
    pub norm: Option<Norm>,
    /// What the household can pay itself.
    pub draagkracht: Option<Draagkracht>,
    /// The amount, or why there is none.
    pub uitkomst: Result<Geld, Reden>,
}

/// Calculates bijzondere bijstand on an application of a day. Participatiewet art. 35 lid 1 and 2.
pub(super) fn calculate(
    aanvraag: &Regelingsaanvraag<'_>,
    feiten: &Bijzonderfeiten,
    beleid: &Bijzonderbeleid,
) -> Bijzonderberekening {
    let mut berekening = Bijzonderberekening {
        kosten: Vec::with_capacity(feiten.kosten.len()),
        totaal: Geld::NUL,
        norm: None,
        draagkracht: None,
        uitkomst: Ok(Geld::NUL),
    };
    berekening.uitkomst = weigh(aanvraag, feiten, beleid, &mut berekening);
    berekening
}

fn weigh(
    aanvraag: &Regelingsaanvraag<'_>,
    feiten: &Bijzonderfeiten,
    beleid: &Bijzonderbeleid,
    berekening: &mut Bijzonderberekening,
) -> Result<Geld, Reden> {
    if aanvraag.situatie.aanvrager().is_minderjarig() {
        return Err(GeenRecht::JongerDan18.into());
    }
    let normen = normen_op(aanvraag.peildatum)?;
    for (plek, post) in feiten.kosten.iter().enumerate() {
        berekening.kosten.push(beleid.count(post, plek)?);
    }
    let totaal = berekening.kosten.iter().map(|telling| telling.telt).sum();
    berekening.totaal = totaal;
    if totaal == Geld::NUL {
        return Err(Weigering::GeenBijzondereKosten.into());
    }
    if let Some(bedrag) = feiten.afwijking {
        return match bedrag {
            Geld::NUL => Err(Weigering::NaOmstandigheden.into()),
            bedrag => Ok(bedrag),
        };
    }
    beleid.check_drempel(totaal + feiten.eerdere_kosten)?;
    check_partner(aanvraag.situatie)?;
    let norm = beleid.norm(aanvraag, normen)?;
    berekening.norm = Some(norm);
    let draagkracht = calculate_draagkracht(aanvraag, feiten, beleid, &norm, normen)?;
    let over = draagkracht.over;
    let lang = feiten.kosten.iter().filter_map(|post| post.maanden).max();
    if lang.is_some_and(|maanden| maanden > draagkracht.maanden) {
        return Err(Leemte::KostenNaPeriode.into());
    }
    berekening.draagkracht = Some(draagkracht);
    if over >= totaal {
        return Err(Weigering::Draagkracht {
            kosten: totaal,
            draagkracht: over,
        }
        .into());
    }
    if over > Geld::NUL && berekening.is_gift_en_lening() {
        return Err(Leemte::GiftEnLening.into());
    }
    Ok(totaal - over)
}

impl Bijzonderberekening {
    fn is_gift_en_lening(&self) -> bool {
        let mut vormen = self.kosten.iter().filter_map(|telling| telling.vorm);
        let is_gift = |vorm: Vorm| vorm == Vorm::Gift;
        vormen
            .next()
            .is_some_and(|eerste| vormen.any(|vorm| is_gift(vorm) != is_gift(eerste)))
    }
}

impl Kostenpost {
    /// What it costs in all the months that were asked for.
    pub fn totaal(&self) -> Geld {
        self.bedrag
            .fraction(i64::from(self.maanden.unwrap_or(1)), 1)
    }
}

impl Kostenoordeel {
    /// From the three answers of the college; the first that stands in the way counts.
    pub const fn of(noodzakelijk: bool, bijzonder: bool, elders: bool) -> Self {
        match (noodzakelijk, bijzonder, elders) {
            (false, _, _) => Self::NietNoodzakelijk,
            (true, false, _) => Self::NietBijzonder,
            (true, true, true) => Self::EldersVergoed,
            (true, true, false) => Self::Telt,
        }
    }
}

impl Leengrond {
    /// Every one, with its name in a question: the letter of art. 48 lid 2, or art. 51.
    pub const ALL: [(&'static str, Self); 6] = [
        ("geen", Self::Geen),
        ("a", Self::SpoedigMiddelen),
        ("b", Self::TekortschietendBesef),
        ("c", Self::Waarborgsom),
        ("d", Self::Schulden),
        ("duurzaam", Self::DuurzaamGebruiksgoed),
    ];

    /// The article.
    pub const fn grondslag(self) -> &'static str {
        match self {
            Self::Geen => "Participatiewet art. 48 lid 1",
            Self::SpoedigMiddelen => "Participatiewet art. 48 lid 2 onder a",
            Self::TekortschietendBesef => "Participatiewet art. 48 lid 2 onder b",
            Self::Waarborgsom => "Participatiewet art. 48 lid 2 onder c",
            Self::Schulden => "Participatiewet art. 48 lid 2 onder d",
            Self::DuurzaamGebruiksgoed => "Participatiewet art. 51 lid 1",
        }
    }

    /// As people read it after "want".
    pub const fn omschrijving(self) -> &'static str {
        match self {
            Self::Geen => "er is geen reden voor een lening",
            Self::SpoedigMiddelen => "er is binnenkort genoeg geld",
            Self::TekortschietendBesef => "iemand had de kosten kunnen voorkomen",
            Self::Waarborgsom => "het gaat om een waarborgsom",
            Self::Schulden => "het gaat om schulden",
            Self::DuurzaamGebruiksgoed => "het gaat om iets dat lang meegaat",
        }
    }
}
