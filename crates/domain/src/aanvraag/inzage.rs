//! What follows from the acts of an application: terms, the proposal, the decision.

use primitives::Datum;

use super::termijn::{Klok, Termijn, bezwaar_uiterlijk};
use super::{
    Aanvraag, Aanvraagakte, Aanvraaghandeling, Aanvraagkop, Aanvraagstand, Beslistermijn, Besluit,
    Besluitvoorstel, Bezwaarstand, Termijndag,
};
use crate::beleid::Persoon;
use crate::recht::Regeling;

impl Aanvraag {
    /// By when must be decided, as it stands on a day, with its arithmetic.
    pub fn beslistermijn(&self, vandaag: Datum) -> Beslistermijn {
        let klok = Klok {
            ontvangen_op: self.ontvangen_op,
            stilstanden: &self.stilstanden,
            verdaagd: self.verdaagd,
            besloten_op: self.find_besluit().map(|besluit| besluit.besloten_op),
        };
        klok.beslistermijn(vandaag)
    }

    /// The last day for an objection; none before the decision is made known. Awb arts 6:7 and 6:8.
    pub fn bezwaar_uiterlijk(&self) -> Option<Termijndag> {
        self.bekendgemaakt_op.map(bezwaar_uiterlijk)
    }

    /// How the last objection stands.
    pub fn bezwaarstand(&self) -> Option<Bezwaarstand> {
        let bekend = self.bekendgemaakt_op?;
        self.akten
            .iter()
            .rev()
            .find_map(|akte| match akte.handeling {
                Aanvraaghandeling::BezwaarOntvangen {
                    ontvangen_op,
                    verzonden_op,
                } => Some(Bezwaarstand::of(bekend, ontvangen_op, verzonden_op)),
                _ => None,
            })
    }

    /// By when an advance is due; only for algemene bijstand that is not decided on. Participatiewet art. 52 lid 1.
    pub fn voorschot_uiterlijk(&self) -> Option<Termijndag> {
        (self.kop.regeling == Regeling::AlgemeneBijstand && self.stand.is_open())
            .then(|| Termijn::Voorschot.laatste_dag(self.ontvangen_op))
    }

    /// The proposal that waits, or on which was decided.
    pub fn find_voorstel(&self) -> Option<&Besluitvoorstel> {
        let telt = !matches!(
            self.stand,
            Aanvraagstand::InBehandeling
                | Aanvraagstand::Herstel { .. }
                | Aanvraagstand::Opgeschort
                | Aanvraagstand::Ingetrokken
        );
        self.last_voorstel()
            .filter(|_| telt)
            .map(|(voorstel, _)| voorstel)
    }

    /// The number of the act that proposed last, from 1.
    pub fn voorstelnummer(&self) -> Option<u32> {
        let plek = self
            .akten
            .iter()
            .rposition(|akte| matches!(akte.handeling, Aanvraaghandeling::Voorgesteld(_)))?;
        u32::try_from(plek + 1).ok()
    }

    pub(super) fn last_voorstel(&self) -> Option<(&Besluitvoorstel, &Persoon)> {
        self.akten
            .iter()
            .rev()
            .find_map(|akte| match &akte.handeling {
                Aanvraaghandeling::Voorgesteld(voorstel) => Some((&**voorstel, &akte.door)),
                _ => None,
            })
    }

    /// The decision.
    pub fn find_besluit(&self) -> Option<&Besluit> {
        self.akten
            .iter()
            .rev()
            .find_map(|akte| match &akte.handeling {
                Aanvraaghandeling::Besloten(besluit) => Some(besluit),
                _ => None,
            })
    }

    /// Who wrote the last proposal.
    pub fn voorsteller(&self) -> Option<&Persoon> {
        self.last_voorstel().map(|(_, wie)| wie)
    }

    /// What was asked to be added, with the last day for it.
    pub fn hersteldag(&self) -> Option<(Datum, Datum)> {
        self.herstel
            .map(|herstel| (herstel.gevraagd_op, herstel.uiterlijk))
    }

    /// What stays the same.
    pub const fn kop(&self) -> Aanvraagkop {
        self.kop
    }

    /// Everything that happened, in order; the first act has number 1.
    pub fn akten(&self) -> &[Aanvraagakte] {
        &self.akten
    }

    /// How far it has come.
    pub const fn stand(&self) -> Aanvraagstand {
        self.stand
    }

    /// The day of receipt.
    pub const fn ontvangen_op(&self) -> Datum {
        self.ontvangen_op
    }

    /// The day on which the applicant reported.
    pub const fn gemeld_op(&self) -> Datum {
        self.gemeld_op
    }

    /// The day on which the decision was made known.
    pub const fn bekendgemaakt_op(&self) -> Option<Datum> {
        self.bekendgemaakt_op
    }
}
