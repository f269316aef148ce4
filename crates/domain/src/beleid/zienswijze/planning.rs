//! The calendar of the planning and control cycle: what is due when in a year, and what is late.

use primitives::{Datum, Moment, Veldfouten, ZienswijzerondeId};
use serde::Deserialize;

use super::termijn::begroting_naar_raden;
use super::{Planstap, Ronde, Rondesoort, Rondestand, Termijn};
use crate::beleid::Notatie;
use crate::beleid::lezer::Lezer;

/// What is due in a calendar year, first due first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planning {
    /// The year.
    pub jaar: i16,
    /// What is due.
    pub punten: Vec<Planpunt>,
}

/// Something that is due on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planpunt {
    /// The day.
    pub dag: Datum,
    /// What.
    pub wat: String,
    /// The article that sets the day; none where it was agreed.
    pub artikel: Option<&'static str>,
    /// How it stands.
    pub stand: Planstand,
    /// The round that it belongs to.
    pub ronde: Option<ZienswijzerondeId>,
    /// The step of the law that somebody can say is done.
    pub stap: Option<(Planstap, i16)>,
}

/// How something that is due stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Planstand {
    /// Done, on this day where it is known.
    Gedaan(Option<Datum>),
    /// To come.
    Komt,
    /// The day has passed and it is not done.
    TeLaat,
}

/// A step of the cycle of which somebody recorded that it is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GedaneStap {
    /// The step.
    pub stap: Planstap,
    /// The year that it is about.
    pub jaar: i16,
    /// The day on which it was done.
    pub gedaan_op: Datum,
    /// When that was recorded.
    pub op: Moment,
}

/// That a step is done, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct StapInvoer {
    /// Code of the [`Planstap`].
    pub stap: String,
    /// The year that it is about.
    pub jaar: String,
    /// The day on which it was done.
    pub gedaan_op: String,
}

impl Planning {
    /// What is due in a year: the days of the law, and those of the rounds, each with how it stands today. `binnen` is
    /// how many councils of how many brought in their view, by round.
    pub fn new(
        jaar: i16,
        rondes: &[Ronde],
        gedaan: &[GedaneStap],
        binnen: impl Fn(ZienswijzerondeId) -> (usize, usize),
        vandaag: Datum,
    ) -> Self {
        let wet = Planstap::ALL
            .into_iter()
            .filter_map(|stap| stap_punt(stap, jaar, rondes, gedaan, vandaag));
        let begroting = begroting_punt(jaar, rondes, vandaag);
        let lopend = rondes
            .iter()
            .filter(|ronde| !matches!(ronde.stand, Rondestand::Ingetrokken(_)))
            .flat_map(|ronde| ronde_punten(ronde, binnen(ronde.kop.id), vandaag));
        let in_jaar = |punt: &Planpunt| punt.dag.year() == jaar;
        let alle = wet.chain(begroting).chain(lopend);
        let mut punten: Vec<_> = alle.filter(in_jaar).collect();
        punten.sort_by_key(|punt| punt.dag);
        Self { jaar, punten }
    }
}

/// A day of the law. The frames are done when a round with them was sent; of the others somebody records it.
fn stap_punt(
    stap: Planstap,
    kalenderjaar: i16,
    rondes: &[Ronde],
    gedaan: &[GedaneStap],
    vandaag: Datum,
) -> Option<Planpunt> {
    let jaar = stap.jaar_in(kalenderjaar);
    let termijn = stap.uiterlijk(jaar)?;
    let ronde = match stap {
        Planstap::KadersNaarRaden => find_ronde(rondes, Rondesoort::Kadernota, jaar),
        _ => None,
    };
    let vastgelegd = gedaan.iter().find(|g| g.stap == stap && g.jaar == jaar);
    let gedaan_op = ronde
        .map(|ronde| ronde.kop.verzonden_op)
        .filter(|dag| *dag <= vandaag)
        .or(vastgelegd.map(|gedaan| gedaan.gedaan_op));
    let stand = stand_of(termijn, gedaan_op, vandaag);
    Some(Planpunt {
        dag: termijn.dag,
        wat: stap.naam(jaar),
        artikel: Some(termijn.artikel),
        stand,
        ronde: ronde.map(|ronde| ronde.kop.id),
        stap: (gedaan_op.is_none() && ronde.is_none()).then_some((stap, jaar)),
    })
}

/// The draft of a budget goes to the councils so early that every later term fits.
fn begroting_punt(kalenderjaar: i16, rondes: &[Ronde], vandaag: Datum) -> Option<Planpunt> {
    let jaar = kalenderjaar.checked_add(1)?;
    let termijn = begroting_naar_raden(jaar)?;
    let ronde = find_ronde(rondes, Rondesoort::Ontwerpbegroting, jaar);
    let gedaan_op = ronde
        .map(|ronde| ronde.kop.verzonden_op)
        .filter(|dag| *dag <= vandaag);
    Some(Planpunt {
        dag: termijn.dag,
        wat: format!("Ontwerpbegroting {jaar} naar de raden"),
        artikel: Some(termijn.artikel),
        stand: stand_of(termijn, gedaan_op, vandaag),
        ronde: ronde.map(|ronde| ronde.kop.id),
        stap: None,
    })
}

/// The days of a round: the term of the councils, and the meeting of the board.
fn ronde_punten(ronde: &Ronde, (binnen, van): (usize, usize), vandaag: Datum) -> [Planpunt; 2] {
    let kop = &ronde.kop;
    let is_af = matches!(ronde.stand, Rondestand::Afgerond(_));
    let stand = |is_gedaan: bool, dag: Datum| {
        if is_gedaan {
            Planstand::Gedaan(None)
        } else if dag < vandaag {
            Planstand::TeLaat
        } else {
            Planstand::Komt
        }
    };
    let termijnen = kop.termijnen();
    let punt = |dag, wat, artikel, is_gedaan| Planpunt {
        dag,
        wat,
        artikel,
        stand: stand(is_gedaan, dag),
        ronde: Some(kop.id),
        stap: None,
    };
    let raden = termijnen
        .laatste_dag_raden
        .filter(|t| t.dag == kop.uiterlijk);
    [
        punt(
            kop.uiterlijk,
            format!(
                "Zienswijze van de raden op {} ({binnen} van {van} binnen)",
                kop.titel
            ),
            raden.map(|termijn| termijn.artikel),
            is_af || binnen >= van,
        ),
        punt(
            kop.bestuur_op,
            format!("Algemeen bestuur behandelt {}", kop.titel),
            None,
            is_af,
        ),
    ]
}

fn find_ronde(rondes: &[Ronde], soort: Rondesoort, jaar: i16) -> Option<&Ronde> {
    rondes.iter().find(|ronde| {
        ronde.kop.soort == soort
            && ronde.kop.jaar == jaar
            && !matches!(ronde.stand, Rondestand::Ingetrokken(_))
    })
}

fn stand_of(termijn: Termijn, gedaan_op: Option<Datum>, vandaag: Datum) -> Planstand {
    match gedaan_op {
        Some(dag) => Planstand::Gedaan(Some(dag)),
        None if termijn.dag < vandaag => Planstand::TeLaat,
        None => Planstand::Komt,
    }
}

impl StapInvoer {
    /// Reads that a step was done by `vandaag`; every fault at once.
    pub fn parse(
        &self,
        notatie: Notatie,
        vandaag: Datum,
        now: Moment,
    ) -> Result<GedaneStap, Veldfouten> {
        let mut lezer = Lezer::new(notatie);
        let stap = Planstap::from_code(self.stap.trim());
        let jaar: Option<i16> = self.jaar.trim().parse().ok();
        // Both come from the page, not from the keyboard.
        let bekend = stap
            .zip(jaar)
            .filter(|(stap, jaar)| stap.uiterlijk(*jaar).is_some());
        if bekend.is_none() {
            let melding = "kies een stap uit de planning";
            lezer.controle.refuse("stap", melding);
        }
        let gedaan_op = lezer.parse_datum("gedaanOp", &self.gedaan_op);
        if gedaan_op.is_some_and(|dag| dag > vandaag) {
            let melding = "deze dag ligt in de toekomst: leg het vast als het is gedaan";
            lezer.controle.refuse("gedaanOp", melding);
        }
        lezer.controle.finish()?;
        match (bekend, gedaan_op) {
            (Some((stap, jaar)), Some(gedaan_op)) => Ok(GedaneStap {
                stap,
                jaar,
                gedaan_op,
                op: now,
            }),
            _ => Err(Veldfouten::single("stap", "dit is niet volledig")),
        }
    }
}
