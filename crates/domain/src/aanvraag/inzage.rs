//! What follows from the acts of an application: terms, the proposal, the decision.

use primitives::{Datum, datum_lang};

use super::termijn::{Klok, Klokbegin, Termijn, bezwaar_uiterlijk};
use super::{
    Aanvraag, Aanvraagakte, Aanvraaghandeling, Aanvraagkop, Aanvraagstand, Beslistermijn, Besluit,
    Besluitvoorstel, Namens, Termijndag,
};
use crate::beleid::Persoon;
use crate::bezwaar::{Bestreden, Bestredenbesluit};

impl Aanvraag {
    /// By when must be decided, as it stands on a day, with its arithmetic. After advice the college must still decide.
    pub fn beslistermijn(&self, vandaag: Datum) -> Beslistermijn {
        let besloten_op = self
            .akten
            .iter()
            .rev()
            .find_map(|akte| match &akte.handeling {
                Aanvraaghandeling::Besloten(besluit) => {
                    (besluit.namens != Namens::AdviesAanCollege).then_some(besluit.besloten_op)
                }
                Aanvraaghandeling::BeslotenDoorCollege { besloten_op, .. } => Some(*besloten_op),
                _ => None,
            });
        let klok = Klok {
            begin: Klokbegin {
                termijn: Termijn::Beslissen,
                na: self.ontvangen_op,
                zin: format!(
                    "De aanvraag is ontvangen op {}.",
                    datum_lang(self.ontvangen_op)
                ),
            },
            stilstanden: &self.stilstanden,
            uitstellen: self.verdaagd.as_slice(),
            besloten_op,
        };
        klok.beslistermijn(vandaag)
    }

    /// The last day to act if nothing else happens: to decide, to make known. None where nothing waits, and while the clock stands still without an end (Awb art. 4:15): then there is no such day.
    pub fn termijneinde(&self) -> Option<Datum> {
        let later = Datum::MAX;
        match self.stand {
            Aanvraagstand::Opgeschort => None,
            stand => stand
                .is_wachtend()
                .then(|| self.beslistermijn(later).uiterlijk),
        }
    }

    /// The last day for an objection; none before the decision is made known. Awb arts 6:7 and 6:8.
    pub fn bezwaar_uiterlijk(&self) -> Option<Termijndag> {
        self.bekendgemaakt_op.map(bezwaar_uiterlijk)
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

    /// Who took the decision.
    pub fn beslisser(&self) -> Option<&Persoon> {
        self.akten
            .iter()
            .rev()
            .find(|akte| matches!(akte.handeling, Aanvraaghandeling::Besloten(_)))
            .map(|akte| &akte.door)
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

    /// The decision as an objection can be made to it; none before it is made known, and where the college decides itself.
    pub fn bestreden(&self) -> Option<Bestreden> {
        Some(Bestreden {
            besluit: Bestredenbesluit::Aanvraag(self.kop.id),
            dossier: self.kop.dossier,
            regeling: self.kop.regeling,
            bekendgemaakt_op: self.bekendgemaakt_op?,
            beslisser: self.beslisser()?.sub.clone(),
        })
    }

    /// The day on which the decision was made known.
    pub const fn bekendgemaakt_op(&self) -> Option<Datum> {
        self.bekendgemaakt_op
    }
}
