//! What follows from the acts of an objection: its term, the hearing, the decision.

use primitives::{Datum, datum_lang};

use super::{
    Bezwaar, Bezwaarakte, Bezwaarbesluit, Bezwaarhandeling, Bezwaarkop, Bezwaarstand, Horen,
    Indiener, Tijdigheid,
};
use crate::aanvraag::termijn::{Klok, Klokbegin, Termijn};
use crate::aanvraag::{Beslistermijn, Termijndag};

impl Bezwaar {
    /// By when must be decided, as it stands on a day, with its arithmetic. Awb art. 7:10.
    pub fn beslistermijn(&self, vandaag: Datum) -> Beslistermijn {
        let einde = self.kop.bestreden.bezwaar_uiterlijk().dag;
        let klok = Klok {
            begin: Klokbegin {
                termijn: if self.ontvangst.met_commissie {
                    Termijn::BezwaarBeslissenCommissie
                } else {
                    Termijn::BezwaarBeslissen
                },
                na: einde,
                zin: format!("Bezwaar maken kon tot en met {}.", datum_lang(einde)),
            },
            stilstanden: &self.stilstanden,
            uitstellen: &self.uitstellen,
            besloten_op: self.besluit.as_ref().map(|besluit| besluit.besloten_op),
        };
        klok.beslistermijn(vandaag)
    }

    /// The last day to decide and to make it known if nothing else happens; none where nothing waits.
    pub fn termijneinde(&self) -> Option<Datum> {
        self.stand
            .is_wachtend()
            .then(|| self.beslistermijn(Datum::MAX).uiterlijk)
    }

    /// Whether it came in time. Awb arts 6:7 to 6:9.
    pub fn tijdigheid(&self) -> Tijdigheid {
        let bekend = self.kop.bestreden.bekendgemaakt_op;
        Tijdigheid::of(
            bekend,
            self.ontvangst.ontvangen_op,
            self.ontvangst.verzonden_op,
        )
    }

    /// How it went with the hearing; none where nothing is recorded of it.
    pub fn horen(&self) -> Option<Horen<'_>> {
        self.akten
            .iter()
            .rev()
            .find_map(|akte| match &akte.handeling {
                Bezwaarhandeling::Gehoord(gehoord) => Some(Horen::Gehoord(gehoord)),
                Bezwaarhandeling::NietGehoord { grond, reden, .. } => {
                    Some(Horen::NietGehoord(*grond, reden))
                }
                _ => None,
            })
    }

    /// Whether the last day was moved by a message to who objects, which is possible once. Awb art. 7:10 lid 3.
    pub fn is_verdaagd(&self) -> bool {
        let is_verdaagd =
            |akte: &Bezwaarakte| matches!(akte.handeling, Bezwaarhandeling::Verdaagd { .. });
        self.akten.iter().any(is_verdaagd)
    }

    /// What stays the same.
    pub const fn kop(&self) -> &Bezwaarkop {
        &self.kop
    }

    /// Everything that happened, in order; the first act has number 1.
    pub fn akten(&self) -> &[Bezwaarakte] {
        &self.akten
    }

    /// How far it has come.
    pub const fn stand(&self) -> Bezwaarstand {
        self.stand
    }

    /// The day of receipt.
    pub const fn ontvangen_op(&self) -> Datum {
        self.ontvangst.ontvangen_op
    }

    /// Who objects.
    pub const fn indiener(&self) -> &Indiener {
        &self.ontvangst.indiener
    }

    /// Why it is late, as who objects said.
    pub fn reden_te_laat(&self) -> Option<&str> {
        self.ontvangst.reden_te_laat.as_deref()
    }

    /// The decision.
    pub const fn besluit(&self) -> Option<&Bezwaarbesluit> {
        self.besluit.as_ref()
    }

    /// The day on which the decision was made known, and the last day for an appeal. Awb arts 6:7 and 8:1.
    pub fn beroep_uiterlijk(&self) -> Option<(Datum, Termijndag)> {
        let dag = self.bekendgemaakt_op?;
        Some((dag, Termijn::Beroep.laatste_dag(dag)))
    }
}
