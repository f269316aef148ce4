//! An objection to a decision: in time or not, by when it must be decided on, and the decision. Awb chapters 6 and 7.
//!
//! The Awb is not among our sources: `docs/beschikking.md` names every article that is cited from general knowledge.

use primitives::{Datum, datum_in_nederland, datum_lang};
use serde::{Deserialize, Serialize};

use super::handeling::keuze;
use super::state::refuse;
use super::termijn::{Klok, Klokbegin, Stilstand, Termijn};
use super::termijnenwet::plus_weken;
use super::{
    Aanvraag, AanvraagGeweigerd, Aanvraagakte, Aanvraaghandeling, Aanvraagstand, Beslistermijn,
    Bezwaarstand, Mandaatbesluit, Mandaatregister, Namens, Termijndag,
};
use crate::beleid::Persoon;
use crate::bevoegdheid::Rol;

/// What comes of an objection. Awb art. 7:11.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bezwaaruitkomst {
    /// Who objects is right: the decision is withdrawn, and another one takes its place where that is needed.
    Gegrond,
    /// The decision stays.
    Ongegrond,
    /// The objection is not judged: too late, or something is missing in it.
    NietOntvankelijk,
}

keuze!(Bezwaaruitkomst {
    Gegrond => "gegrond", "Gegrond: de inwoner krijgt gelijk";
    Ongegrond => "ongegrond", "Ongegrond: het besluit blijft";
    NietOntvankelijk => "niet-ontvankelijk", "Niet-ontvankelijk: het bezwaar wordt niet beoordeeld";
});

/// A decision on an objection as it was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Bezwaarbesluit {
    /// On which day.
    pub besloten_op: Datum,
    /// What.
    pub uitkomst: Bezwaaruitkomst,
    /// Why, for who objected. Awb art. 7:12 lid 1.
    pub motivering: String,
    /// What takes the place of the first decision; only where the objection is gegrond. Awb art. 7:11 lid 2.
    pub in_plaats_daarvan: Option<String>,
    /// Why being late is excusable; only where it was late and is judged all the same. Awb art. 6:11.
    pub verschoonbaar: Option<String>,
    /// On whose behalf.
    pub namens: Namens,
    /// The role by which the mandate was given.
    pub rol: Rol,
}

/// What must be known of an objection to count its term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bezwaar {
    ontvangen_op: Datum,
    verzonden_op: Option<Datum>,
    met_commissie: bool,
    stilstanden: Vec<Stilstand>,
    verdaagd: Option<(Datum, Datum)>,
    besluit: Option<Bezwaarbesluit>,
    bekendgemaakt_op: Option<Datum>,
}

impl Aanvraag {
    /// What happens to an objection, or why that may not happen.
    pub(super) fn apply_bezwaar(&mut self, akte: &Aanvraagakte) -> Result<(), AanvraagGeweigerd> {
        use Aanvraaghandeling as H;
        match &akte.handeling {
            H::BezwaarOntvangen {
                ontvangen_op,
                verzonden_op,
                met_commissie,
                ..
            } => self.receive_bezwaar(*ontvangen_op, *verzonden_op, *met_commissie)?,
            H::BezwaarHerstelGevraagd {
                gevraagd_op,
                uiterlijk,
                ..
            } => self.ask_bezwaarherstel(*gevraagd_op, *uiterlijk)?,
            H::BezwaarAangevuld { aangevuld_op } => self.complete_bezwaar(*aangevuld_op)?,
            H::BezwaarVerdaagd {
                meegedeeld_op,
                uiterlijk,
                ..
            } => self.postpone_bezwaar(*meegedeeld_op, *uiterlijk)?,
            H::BezwaarBesloten(besluit) => {
                self.check_bezwaarbesluit(besluit, &akte.door, datum_in_nederland(akte.op))?;
                self.open_bezwaar()?.besluit = Some((**besluit).clone());
                self.stand = Aanvraagstand::BezwaarBesloten;
            }
            H::BezwaarBekendgemaakt {
                bekendgemaakt_op, ..
            } => {
                self.check_stand(&[Aanvraagstand::BezwaarBesloten])?;
                self.open_bezwaar()?.bekendgemaakt_op = Some(*bekendgemaakt_op);
                self.stand = Aanvraagstand::BezwaarAfgehandeld;
            }
            H::BezwaarIngetrokken { .. } => {
                self.check_open_bezwaar()?;
                self.stand = Aanvraagstand::Bekendgemaakt;
            }
            _ => return Err(self.refused_stand()),
        }
        Ok(())
    }

    fn receive_bezwaar(
        &mut self,
        ontvangen_op: Datum,
        verzonden_op: Option<Datum>,
        met_commissie: bool,
    ) -> Result<(), AanvraagGeweigerd> {
        self.check_stand(&[Aanvraagstand::Bekendgemaakt])?;
        if verzonden_op.is_some_and(|dag| dag > ontvangen_op) {
            let melding = "het bezwaar is niet later verstuurd dan ontvangen";
            return Err(refuse("uiterlijk", melding));
        }
        self.bezwaar = Some(Bezwaar {
            ontvangen_op,
            verzonden_op,
            met_commissie,
            stilstanden: Vec::new(),
            verdaagd: None,
            besluit: None,
            bekendgemaakt_op: None,
        });
        self.stand = Aanvraagstand::Bezwaar;
        Ok(())
    }

    fn ask_bezwaarherstel(
        &mut self,
        gevraagd_op: Datum,
        uiterlijk: Datum,
    ) -> Result<(), AanvraagGeweigerd> {
        self.check_stand(&[Aanvraagstand::Bezwaar])?;
        if uiterlijk <= gevraagd_op {
            let melding = "geef de inwoner tijd: kies een latere dag";
            return Err(refuse("uiterlijk", melding));
        }
        let stilstand = Stilstand {
            van: next_day(gevraagd_op),
            tot: Some(next_day(uiterlijk)),
            artikel: "Awb art. 7:10 lid 2",
        };
        self.open_bezwaar()?.stilstanden.push(stilstand);
        self.stand = Aanvraagstand::BezwaarHerstel { uiterlijk };
        Ok(())
    }

    fn complete_bezwaar(&mut self, dag: Datum) -> Result<(), AanvraagGeweigerd> {
        let Aanvraagstand::BezwaarHerstel { uiterlijk } = self.stand else {
            return Err(self.refused_stand());
        };
        if let Some(stilstand) = self.open_bezwaar()?.stilstanden.last_mut() {
            // What comes too late ends nothing: the term ran again already.
            if dag <= uiterlijk {
                stilstand.tot = Some(dag.max(stilstand.van));
            }
        }
        self.stand = Aanvraagstand::Bezwaar;
        Ok(())
    }

    fn postpone_bezwaar(&mut self, dag: Datum, uiterlijk: Datum) -> Result<(), AanvraagGeweigerd> {
        self.check_open_bezwaar()?;
        let nu = self.bezwaartermijn(dag).ok_or(self.refused_stand())?;
        if self.open_bezwaar()?.verdaagd.is_some() {
            return Err(AanvraagGeweigerd::AlVerdaagd);
        }
        if dag > nu.uiterlijk {
            let melding =
                "de termijn was toen al voorbij: verdagen kan alleen ervoor (Awb art. 7:10 lid 3)";
            return Err(refuse("dag", melding));
        }
        let langst = plus_weken(nu.uiterlijk, Termijn::BezwaarVerdagen.regel(dag).weken);
        if uiterlijk <= nu.uiterlijk || uiterlijk > langst {
            let melding = format!(
                "kies een dag na {}, en niet later dan {} (Awb art. 7:10 lid 3)",
                datum_lang(nu.uiterlijk),
                datum_lang(langst)
            );
            return Err(refuse("uiterlijk", &melding));
        }
        self.open_bezwaar()?.verdaagd = Some((dag, uiterlijk));
        Ok(())
    }

    /// The decision on the objection that somebody with these roles takes by the register, or why not.
    pub fn decide_bezwaar(
        &self,
        namens: Namens,
        register: &Mandaatregister,
        door: &Persoon,
        rollen: &[Rol],
        besloten_op: Datum,
    ) -> Result<Rol, AanvraagGeweigerd> {
        self.check_bezwaarbeslisser(door, besloten_op)?;
        if namens == Namens::AdviesAanCollege {
            return Err(self.refused_stand());
        }
        let regeling = self.kop.regeling;
        let mandaat = register.find(regeling, Mandaatbesluit::Bezwaar, besloten_op, rollen)?;
        Ok(mandaat.rol)
    }

    fn check_bezwaarbesluit(
        &self,
        besluit: &Bezwaarbesluit,
        door: &Persoon,
        vandaag: Datum,
    ) -> Result<(), AanvraagGeweigerd> {
        self.check_bezwaarbeslisser(door, vandaag)?;
        let is_beoordeeld = besluit.uitkomst != Bezwaaruitkomst::NietOntvankelijk;
        let is_te_laat = self.bezwaarstand() == Some(Bezwaarstand::TeLaat);
        if is_te_laat && is_beoordeeld && besluit.verschoonbaar.is_none() {
            let melding = "het bezwaar kwam te laat: schrijf op waarom dat te begrijpen is, of kies niet-ontvankelijk (Awb art. 6:11)";
            return Err(refuse("verschoonbaar", melding));
        }
        if besluit.verschoonbaar.is_some() && !(is_te_laat && is_beoordeeld) {
            let melding = "laat dit leeg: het bezwaar kwam op tijd of wordt niet beoordeeld";
            return Err(refuse("verschoonbaar", melding));
        }
        if (besluit.uitkomst == Bezwaaruitkomst::Gegrond) != besluit.in_plaats_daarvan.is_some() {
            let melding =
                "vul dit in als het bezwaar gegrond is, en anders niet (Awb art. 7:11 lid 2)";
            return Err(refuse("inPlaatsDaarvan", melding));
        }
        Ok(())
    }

    /// Not by who took the first decision. Awb art. 10:3 lid 3. While something may still be added, nothing is decided.
    fn check_bezwaarbeslisser(&self, door: &Persoon, dag: Datum) -> Result<(), AanvraagGeweigerd> {
        let is_verstreken =
            matches!(self.stand, Aanvraagstand::BezwaarHerstel { uiterlijk } if dag > uiterlijk);
        if self.stand != Aanvraagstand::Bezwaar && !is_verstreken {
            return Err(self.refused_stand());
        }
        if self.beslisser().is_some_and(|wie| wie.sub == door.sub) {
            return Err(AanvraagGeweigerd::EigenBesluit);
        }
        Ok(())
    }

    /// By when must be decided on the objection, as it stands on a day, with its arithmetic. Awb art. 7:10.
    pub fn bezwaartermijn(&self, vandaag: Datum) -> Option<Beslistermijn> {
        let bezwaar = self.bezwaar.as_ref()?;
        let einde = self.bezwaar_uiterlijk()?.dag;
        let klok = Klok {
            begin: Klokbegin {
                termijn: if bezwaar.met_commissie {
                    Termijn::BezwaarBeslissenCommissie
                } else {
                    Termijn::BezwaarBeslissen
                },
                na: einde,
                zin: format!("Bezwaar maken kon tot en met {}.", datum_lang(einde)),
                verdagen: "Awb art. 7:10 lid 3",
            },
            stilstanden: &bezwaar.stilstanden,
            verdaagd: bezwaar.verdaagd,
            besloten_op: bezwaar.besluit.as_ref().map(|besluit| besluit.besloten_op),
        };
        Some(klok.beslistermijn(vandaag))
    }

    /// How the objection stands to its term.
    pub fn bezwaarstand(&self) -> Option<Bezwaarstand> {
        let bezwaar = self.bezwaar.as_ref()?;
        let bekend = self.bekendgemaakt_op?;
        let (ontvangen_op, verzonden_op) = (bezwaar.ontvangen_op, bezwaar.verzonden_op);
        Some(Bezwaarstand::of(bekend, ontvangen_op, verzonden_op))
    }

    /// The day on which the objection came in.
    pub fn bezwaar_ontvangen_op(&self) -> Option<Datum> {
        self.bezwaar.as_ref().map(|bezwaar| bezwaar.ontvangen_op)
    }

    /// Why the objection is late, as who objects said.
    pub fn reden_te_laat(&self) -> Option<&str> {
        self.akten
            .iter()
            .rev()
            .find_map(|akte| match &akte.handeling {
                Aanvraaghandeling::BezwaarOntvangen { reden_te_laat, .. } => {
                    Some(reden_te_laat.as_deref())
                }
                _ => None,
            })
            .flatten()
    }

    /// The decision on the objection.
    pub fn bezwaarbesluit(&self) -> Option<&Bezwaarbesluit> {
        self.bezwaar.as_ref()?.besluit.as_ref()
    }

    /// The day on which the decision on the objection was made known, and the last day for an appeal. Awb arts 6:7 and 8:1.
    pub fn beroep_uiterlijk(&self) -> Option<(Datum, Termijndag)> {
        let dag = self.bezwaar.as_ref()?.bekendgemaakt_op?;
        Some((dag, Termijn::Beroep.laatste_dag(dag)))
    }

    fn open_bezwaar(&mut self) -> Result<&mut Bezwaar, AanvraagGeweigerd> {
        let reden = self.refused_stand();
        self.bezwaar.as_mut().ok_or(reden)
    }

    fn check_open_bezwaar(&self) -> Result<(), AanvraagGeweigerd> {
        if self.stand.is_open_bezwaar() {
            Ok(())
        } else {
            Err(self.refused_stand())
        }
    }
}

fn next_day(dag: Datum) -> Datum {
    dag.tomorrow().unwrap_or(dag)
}
