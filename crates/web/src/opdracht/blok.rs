//! The items of the assignment on the page of a quarter.

use domain::bevoegdheid::Permission;
use domain::opdracht::{Normoordeel, Opdrachtregel};
use domain::sturing::{Klasse, PubliekCijfer};
use http_base::InGemeente;
use primitives::Kwartaal;
use reports::Cijfer;
use reports::kwartaal::render_norm;

use super::lezen::{pad_of, render_onderdeelstand};
use crate::onderdelen::{Status, Toon};

/// The items beside the figures of a quarter, and where more stands.
pub(crate) struct Opdrachtblok {
    pub(crate) rijen: Vec<Rij>,
    /// Where the assignment of the year stands.
    pub(crate) pad: String,
    /// Where management says how the items stand.
    pub(crate) standen_pad: Option<String>,
}

/// An item with how it stands and whether its norm is met.
pub(crate) struct Rij {
    pub(crate) nummer: u16,
    pub(crate) prestatie: String,
    pub(crate) stand: Option<Status>,
    pub(crate) toelichting: String,
    pub(crate) norm: Option<Normregel>,
}

/// A norm, the figure of the quarter and the outcome.
pub(crate) struct Normregel {
    pub(crate) naam: &'static str,
    pub(crate) norm: String,
    pub(crate) cijfer: String,
    pub(crate) oordeel: Status,
}

impl Opdrachtblok {
    /// The block of a quarter; none where there is no assignment.
    pub(crate) fn new(
        wie: &InGemeente,
        kwartaal: Kwartaal,
        regels: &[Opdrachtregel],
        cijfers: &[PubliekCijfer],
    ) -> Option<Self> {
        let pad = pad_of(wie, kwartaal.jaar());
        let standen_pad = wie
            .may(Permission::UitvoeringsplanVastleggen)
            .then(|| format!("{pad}/standen/{kwartaal}"));
        (!regels.is_empty()).then(|| Self {
            rijen: list_rijen(regels, cijfers),
            pad,
            standen_pad,
        })
    }
}

fn list_rijen(regels: &[Opdrachtregel], cijfers: &[PubliekCijfer]) -> Vec<Rij> {
    let rij = |regel: &Opdrachtregel| Rij {
        nummer: regel.nummer,
        prestatie: regel.prestatie.clone(),
        stand: regel
            .stand
            .as_ref()
            .map(|(stand, _)| render_onderdeelstand(*stand)),
        toelichting: regel
            .stand
            .as_ref()
            .map_or_else(String::new, |(_, waarom)| waarom.clone()),
        norm: regel.norm.map(|van| {
            let definitie = van.norm.indicator.definitie();
            let cijfer = cijfers
                .iter()
                .find(|c| c.indicator == van.norm.indicator && c.klasse == Klasse::Totaal);
            let cijfer = cijfer.map_or(Cijfer::Ontbreekt, |c| c.uitkomst.into());
            Normregel {
                naam: definitie.naam,
                norm: render_norm(&van.norm),
                cijfer: cijfer.render_nl(definitie.eenheid),
                oordeel: render_oordeel(van.oordeel),
            }
        }),
    };
    regels.iter().map(rij).collect()
}

fn render_oordeel(oordeel: Normoordeel) -> Status {
    let toon = match oordeel {
        Normoordeel::Gehaald => Toon::Goed,
        Normoordeel::BinnenMarge => Toon::Aandacht,
        Normoordeel::NietGehaald => Toon::Fout,
        Normoordeel::NietVastTeStellen => Toon::Neutraal,
    };
    Status::new(toon, oordeel.naam())
}
