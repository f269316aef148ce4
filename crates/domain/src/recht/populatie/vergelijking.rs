//! One household on two days.

use primitives::{Datum, Geld};

use super::{Normdag, Populatiemaatstaf};
use crate::recht::{
    Bijstandsberekening, Bijstandsfeiten, Deelsoort, Kader, Maandbeeld, Norm, Opbouw, Reden,
    calculate_bijstand_in,
};

/// A record holds whole euros: an amount is the same when it differs by less than this.
const HELE_EURO: Geld = Geld::from_cents(100);

/// A reason to look at a household.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Signaal {
    /// On one of the two days the right cannot be determined.
    Onbepaald,
    /// A right on the first day, none on the second.
    GeenRechtMeer,
    /// No right on either day, while there is a benefit.
    GeenRecht,
    /// No right on the first day, a right on the second.
    RechtErbij,
    /// Another norm holds, by age for instance: not only its amount changed.
    AndereNorm,
    /// The amount falls.
    Daling,
    /// The amount changes by more than the limit of the run.
    GrootVerschil,
    /// The delivered norm is not the one of the law in the month of the record.
    NormWijktAf,
}

/// Reasons to look at a household; none is the rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signalen(u16);

/// What two days give one household. Holds no text but that of a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Populatievergelijking {
    /// Per month on the first day, holiday pay included; nothing without a right, none when it cannot be determined.
    pub oud: Option<Geld>,
    /// The same on the second day.
    pub nieuw: Option<Geld>,
    /// Why somebody should look.
    pub signalen: Signalen,
    /// Why there is no right, or why it cannot be determined: of the second day, or else of the first.
    pub reden: Option<String>,
}

impl Populatievergelijking {
    /// Lays two days beside each other. `levering` is the day whose facts hold for the record, and the norm that was
    /// applied then, in whole euros.
    pub fn calculate(
        beeld: &Maandbeeld,
        (leverdag, geleverd): (Datum, Option<Geld>),
        maatstaf: &Populatiemaatstaf,
    ) -> Self {
        let oud = Dag::calculate(beeld, maatstaf.van);
        let nieuw = Dag::calculate(beeld, maatstaf.tot);
        let mut signalen = Signalen::default();
        signalen.add_uitkomsten(&oud, &nieuw, maatstaf);
        if is_andere_norm(&oud, &nieuw) {
            signalen.add(Signaal::AndereNorm);
        }
        if geleverd.is_some_and(|norm| differs(beeld, leverdag, norm)) {
            signalen.add(Signaal::NormWijktAf);
        }
        Self {
            oud: oud.bedrag(),
            nieuw: nieuw.bedrag(),
            signalen,
            reden: nieuw
                .uitkomst
                .err()
                .or_else(|| oud.uitkomst.err())
                .map(|w| w.zin),
        }
    }

    /// The second day less the first; none when one of them cannot be determined.
    pub fn verschil(&self) -> Option<Geld> {
        Some(self.nieuw? - self.oud?)
    }
}

/// The right on a day.
struct Dag {
    norm: Option<Norm>,
    uitkomst: Result<Geld, Waarom>,
}

/// Why there is no amount.
struct Waarom {
    is_onbepaald: bool,
    zin: String,
}

impl Dag {
    fn calculate(beeld: &Maandbeeld, dag: Normdag) -> Self {
        let kader = Kader {
            bekend_op: dag.bekend_op,
            ..Kader::WET
        };
        let in_kader = |feiten: &Bijstandsfeiten<'_>| calculate_bijstand_in(&kader, feiten);
        match beeld.with_feiten(dag.dag, in_kader) {
            Ok(berekening) => Self::from(berekening),
            Err(fout) => Self {
                norm: None,
                uitkomst: Err(Waarom {
                    is_onbepaald: true,
                    zin: fout.to_string(),
                }),
            },
        }
    }

    /// Nothing where there is no right; none where that cannot be determined.
    fn bedrag(&self) -> Option<Geld> {
        match &self.uitkomst {
            Ok(bedrag) => Some(*bedrag),
            Err(waarom) => (!waarom.is_onbepaald).then_some(Geld::NUL),
        }
    }
}

impl From<Bijstandsberekening> for Dag {
    fn from(berekening: Bijstandsberekening) -> Self {
        let waarom = |reden: Reden| Waarom {
            is_onbepaald: matches!(reden, Reden::Onbepaald(_)),
            zin: reden.to_string(),
        };
        Self {
            norm: berekening.norm,
            uitkomst: berekening.uitkomst.map(|b| b.bedrag).map_err(waarom),
        }
    }
}

/// Whether the norms are not the same amounts of the law: another age, another article.
fn is_andere_norm(oud: &Dag, nieuw: &Dag) -> bool {
    let (Some(oud), Some(nieuw)) = (&oud.norm, &nieuw.norm) else {
        return false;
    };
    soorten(&oud.opbouw) != soorten(&nieuw.opbouw)
}

/// What a norm is made of, without the amounts.
fn soorten(opbouw: &Opbouw) -> [Option<(u8, usize)>; 2] {
    let soort = |soort: Deelsoort| match soort {
        Deelsoort::Tabel(norm) => (0, norm as usize),
        Deelsoort::Inrichting { norm, .. } => (1, norm as usize),
        Deelsoort::Kostendeler { gehuwdennorm, .. } => (2, gehuwdennorm as usize),
    };
    match opbouw {
        Opbouw::Enkel(deel) => [Some(soort(deel.soort)), None],
        Opbouw::Som {
            delen: [een, twee], ..
        } => [Some(soort(een.soort)), Some(soort(twee.soort))],
        Opbouw::Helft { van, .. } => [None, Some(soort(van.soort))],
    }
}

/// Whether the law gives another norm than the delivered one on the day of the record.
fn differs(beeld: &Maandbeeld, leverdag: Datum, geleverd: Geld) -> bool {
    let norm = Dag::calculate(beeld, Normdag::latest(leverdag)).norm;
    norm.is_some_and(|norm| {
        let verschil = norm.bedrag - geleverd;
        verschil >= HELE_EURO || -verschil >= HELE_EURO
    })
}

impl Signalen {
    /// Reasons as they were stored; names that are not known any more are left out.
    pub fn from_codes<'a>(codes: impl IntoIterator<Item = &'a str>) -> Self {
        let mut signalen = Self::default();
        codes
            .into_iter()
            .filter_map(Signaal::from_code)
            .for_each(|s| signalen.add(s));
        signalen
    }

    /// Whether there is nothing to look at.
    pub const fn is_leeg(self) -> bool {
        self.0 == 0
    }

    /// Whether this is one of the reasons.
    pub const fn contains(self, signaal: Signaal) -> bool {
        self.0 & signaal.bit() != 0
    }

    /// The reasons, in the order of the pages.
    pub fn list(self) -> impl Iterator<Item = Signaal> {
        Signaal::ALL
            .into_iter()
            .filter(move |signaal| self.contains(*signaal))
    }

    const fn add(&mut self, signaal: Signaal) {
        self.0 |= signaal.bit();
    }

    fn add_uitkomsten(&mut self, oud: &Dag, nieuw: &Dag, maatstaf: &Populatiemaatstaf) {
        match (&oud.uitkomst, &nieuw.uitkomst) {
            (Ok(oud), Ok(nieuw)) => self.add_bedragen(*oud, *nieuw, maatstaf),
            (Err(waarom), _) | (_, Err(waarom)) if waarom.is_onbepaald => {
                self.add(Signaal::Onbepaald);
            }
            (Err(_), Err(waarom)) if waarom.is_onbepaald => self.add(Signaal::Onbepaald),
            (Ok(_), Err(_)) => self.add(Signaal::GeenRechtMeer),
            (Err(_), Ok(_)) => self.add(Signaal::RechtErbij),
            (Err(_), Err(_)) => self.add(Signaal::GeenRecht),
        }
    }

    fn add_bedragen(&mut self, oud: Geld, nieuw: Geld, maatstaf: &Populatiemaatstaf) {
        let verschil = nieuw - oud;
        if verschil < Geld::NUL {
            self.add(Signaal::Daling);
        }
        let omvang = verschil.max(-verschil);
        if omvang > oud.part(maatstaf.grens) {
            self.add(Signaal::GrootVerschil);
        }
    }
}

impl Signaal {
    /// Every reason, in the order of the pages.
    pub const ALL: [Self; 8] = [
        Self::Onbepaald,
        Self::GeenRechtMeer,
        Self::GeenRecht,
        Self::RechtErbij,
        Self::AndereNorm,
        Self::Daling,
        Self::GrootVerschil,
        Self::NormWijktAf,
    ];

    const fn bit(self) -> u16 {
        1 << self as u16
    }

    /// The name in data and addresses: `geen-recht-meer`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Onbepaald => "onbepaald",
            Self::GeenRechtMeer => "geen-recht-meer",
            Self::GeenRecht => "geen-recht",
            Self::RechtErbij => "recht-erbij",
            Self::AndereNorm => "andere-norm",
            Self::Daling => "daling",
            Self::GrootVerschil => "groot-verschil",
            Self::NormWijktAf => "norm-wijkt-af",
        }
    }

    /// The reason of a name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|signaal| signaal.code() == code)
    }

    /// As people read it.
    pub const fn omschrijving(self) -> &'static str {
        match self {
            Self::Onbepaald => "niet te bepalen",
            Self::GeenRechtMeer => "geen recht meer",
            Self::GeenRecht => "op beide dagen geen recht",
            Self::RechtErbij => "nu wel recht",
            Self::AndereNorm => "andere norm",
            Self::Daling => "bedrag daalt",
            Self::GrootVerschil => "groot verschil",
            Self::NormWijktAf => "norm wijkt af van de levering",
        }
    }
}
