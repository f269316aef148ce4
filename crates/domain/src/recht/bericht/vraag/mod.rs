//! The question: one household, one calendar month (contract 2.1).

mod huishouden;
mod inkomst;
mod middelen;
mod parameters;
mod regelingen;
mod toeslag;

use primitives::{Datum, GemeenteCode, Moment, Veldfouten};
use serde::Deserialize;

pub(super) use self::huishouden::read_huishouden;
pub(super) use self::inkomst::PERSOON;
pub(super) use self::inkomst::{Gelezen as GelezenInkomst, read_inkomst};
use self::middelen::check_partner;
pub(super) use self::middelen::read_maatregel;
pub(super) use self::middelen::read_vermogen;
use self::parameters::{Parameters, read_parameters};
use self::regelingen::read_feiten;
use self::toeslag::read_toeslag;
use super::json::Json;
use super::lezer::{Lezer, Pad};
use crate::beleid::Beleid;
use crate::recht::regelingen::{Regelingsfeiten, Waarden};
use crate::recht::{
    Bijstandsbeleid, Huishouden, Inkomst, Regeling, Toeslagfeiten, Verlaging, Vermogen,
    ZonderVakantietoeslag,
};

/// More persons or incomes than this are no household.
pub(super) const REGELS_MAX: usize = 100;

/// A question that is well formed; facts may still be missing.
#[derive(Clone, Debug)]
pub struct Vraag {
    /// Whose council's values hold.
    pub gemeente: GemeenteCode,
    /// The former municipality in whose area the household lives, if its own rules may still hold.
    pub gebied: Option<GemeenteCode>,
    /// The day whose facts hold for the month.
    pub peildatum: Datum,
    /// What is asked.
    pub regeling: Regeling,
    pub(super) feiten: Result<Vraagfeiten, Vec<String>>,
    /// The day on which the amounts of the law were known; none for the latest.
    pub(super) bekend_op: Option<Datum>,
    /// The values for every scheme but algemene bijstand.
    pub(super) waarden: Option<Waarden>,
    pub(super) bijstandsbeleid: Option<Bijstandsbeleid>,
}

/// The facts of a question.
#[derive(Clone, Debug)]
pub(super) struct Vraagfeiten {
    pub(super) huishouden: Huishouden,
    pub(super) inkomsten: Vec<Inkomst>,
    /// Those of them without their holiday pay.
    pub(super) zonder_vakantietoeslag: Vec<ZonderVakantietoeslag>,
    pub(super) vermogen: Option<Vermogen>,
    pub(super) verlaging: Option<Verlaging>,
    pub(super) toeslag: Option<Toeslagfeiten>,
    /// Those of another scheme.
    pub(super) regeling: Option<Box<Regelingsfeiten>>,
}

/// A question as it was sent: valid JSON, of which nothing else is known yet.
#[derive(Deserialize)]
#[serde(transparent)]
pub struct RuweVraag(Json);

impl RuweVraag {
    /// Reads the question and names every wrong field at once, never its value.
    pub fn parse(&self) -> Result<Vraag, Veldfouten> {
        Vraag::read(&self.0)
    }
}

impl Vraag {
    /// Reads a question as JSON and names every wrong field at once, never its value.
    pub fn parse(json: &[u8]) -> Result<Self, Veldfouten> {
        Self::read(&Json::parse(json)?)
    }

    fn read(waarde: &Json) -> Result<Self, Veldfouten> {
        let (gelezen, ontbrekend) = Lezer::read(waarde, read_vraag)?;
        let (gemeente, gebied, peildatum, regeling, bekend_op, feiten, beleid) = gelezen;
        let (waarden, bijstandsbeleid) = beleid.unzip();
        Ok(Self {
            gemeente,
            gebied,
            peildatum,
            regeling,
            feiten: ontbrekend.or(feiten),
            bekend_op,
            waarden: waarden.flatten(),
            bijstandsbeleid,
        })
    }

    /// Whether the council's values in force are needed: they are asked for and not given in the question.
    pub fn needs_beleid(&self) -> bool {
        match self.regeling {
            Regeling::AlgemeneBijstand => self.bijstandsbeleid.is_none() && self.is_beleid_asked(),
            _ => self.waarden.is_none(),
        }
    }

    /// Whether a fact stands in the question about which the college may have a value.
    fn is_beleid_asked(&self) -> bool {
        self.feiten.as_ref().is_ok_and(|feiten| {
            feiten.huishouden.normfeiten.asks_beleid()
                || feiten.inkomsten.iter().any(|i| i.soort.is_gift())
        })
    }

    /// The same question with the values in force on its day, as known on a moment.
    #[must_use]
    pub fn with_geldend_beleid(mut self, beleid: &Beleid, bekend_op: Moment) -> Self {
        let dag = self.peildatum;
        self.bijstandsbeleid = Some(Bijstandsbeleid::in_force(beleid, dag, bekend_op));
        if self.regeling == Regeling::AlgemeneBijstand {
            return self;
        }
        let gebruik = self.regeling.gebruik();
        self.with_waarden(Waarden::in_force(gebruik, beleid, dag, bekend_op))
    }

    /// The same question with the values of council and college for its scheme.
    #[must_use]
    pub fn with_waarden(mut self, waarden: Waarden) -> Self {
        self.waarden = Some(waarden);
        self
    }
}

type Gelezen = (
    GemeenteCode,
    Option<GemeenteCode>,
    Datum,
    Regeling,
    Option<Datum>,
    Option<Vraagfeiten>,
    Option<(Option<Waarden>, Bijstandsbeleid)>,
);

const BEKEND: [&str; 17] = [
    "gemeente",
    "gebied",
    "peildatum",
    "bekendOp",
    "regeling",
    "huishouden",
    "inkomsten",
    "vermogen",
    "maatregel",
    "toeslag",
    "bijzondereBijstand",
    "minima",
    "studie",
    "loonkosten",
    "beschut",
    "premie",
    "parameters",
];

fn read_vraag(lezer: &mut Lezer, waarde: &Json) -> Option<Gelezen> {
    let vraag = lezer.object(waarde, &Pad::Wortel, &BEKEND)?;
    let gemeente = lezer.required(&vraag, "gemeente", Lezer::gemeente);
    let gebied = lezer.optional(&vraag, "gebied", Lezer::gemeente);
    let peildatum = lezer.required(&vraag, "peildatum", Lezer::datum);
    let bekend_op = lezer.optional(&vraag, "bekendOp", Lezer::datum);
    let regeling = lezer.required(&vraag, "regeling", |l, w, p| l.choice(w, p, &Regeling::ALL));
    let huishouden = lezer.required(&vraag, "huishouden", |l, w, p| {
        read_huishouden(l, w, p, peildatum)
    });
    let inkomsten = lezer.optional(&vraag, "inkomsten", |l, w, p| {
        l.list(w, p, REGELS_MAX, read_inkomst)
    });
    let inkomsten = inkomsten.map(split_inkomsten);
    let vermogen = lezer.optional(&vraag, "vermogen", |l, w, p| {
        read_vermogen(l, w, p, peildatum)
    });
    let verlaging = lezer.optional(&vraag, "maatregel", read_maatregel);
    let kinderen = huishouden
        .as_ref()
        .zip(peildatum)
        .map(|(huishouden, peildatum)| huishouden.count_minderjarig(peildatum));
    let toeslag = match regeling {
        Some(Regeling::IndividueleInkomenstoeslag) => lezer.fact(&vraag, "toeslag", |l, w, p| {
            read_toeslag(l, w, p, peildatum, kinderen)
        }),
        _ => lezer.optional(&vraag, "toeslag", |l, w, p| {
            read_toeslag(l, w, p, peildatum, kinderen)
        }),
    };
    let feiten_regeling = read_feiten(lezer, &vraag, regeling, peildatum, huishouden.as_ref());
    let gegeven = lezer.optional(&vraag, "parameters", read_parameters);
    if let (Some(huishouden), Some((inkomsten, _))) = (&huishouden, &inkomsten) {
        check_partner(lezer, huishouden, inkomsten);
    }
    let beleid = split_beleid(lezer, gegeven, regeling, peildatum);
    // Whatever was present and wrong is noted by now, so a missing part here is a missing fact.
    let (inkomsten, zonder_vakantietoeslag) = inkomsten.unwrap_or_default();
    let feiten = huishouden.map(|huishouden| Vraagfeiten {
        huishouden,
        inkomsten,
        zonder_vakantietoeslag,
        vermogen,
        verlaging,
        toeslag,
        regeling: feiten_regeling.map(Box::new),
    });
    Some((
        gemeente?, gebied, peildatum?, regeling?, bekend_op, feiten, beleid,
    ))
}

/// The given values for the scheme that is asked for, beside those for algemene bijstand. Where the law alone decides
/// its values are there without being given.
fn split_beleid(
    lezer: &mut Lezer,
    gegeven: Option<Parameters>,
    regeling: Option<Regeling>,
    peildatum: Option<Datum>,
) -> Option<(Option<Waarden>, Bijstandsbeleid)> {
    let (regeling, peildatum) = (regeling?, peildatum?);
    let gegeven = match gegeven {
        None if regeling.is_van_de_wet() => Parameters::default(),
        gegeven => gegeven?,
    };
    let bijstand = gegeven.bijstand.clone();
    let waarden = (regeling != Regeling::AlgemeneBijstand)
        .then(|| gegeven.waarden_of(lezer, regeling, peildatum));
    Some((waarden, bijstand))
}

/// The incomes, and which of them came without their holiday pay.
pub(super) fn split_inkomsten(
    gelezen: Vec<GelezenInkomst>,
) -> (Vec<Inkomst>, Vec<ZonderVakantietoeslag>) {
    let mut zonder = Vec::new();
    let mut inkomsten = Vec::with_capacity(gelezen.len());
    for (plek, (inkomst, is_zonder_heffingskorting)) in gelezen.into_iter().enumerate() {
        inkomsten.push(inkomst);
        zonder.extend(is_zonder_heffingskorting.map(|is_zonder_heffingskorting| {
            ZonderVakantietoeslag {
                plek,
                is_zonder_heffingskorting,
            }
        }));
    }
    (inkomsten, zonder)
}
