//! An application, and what may happen to it.

use primitives::{AanvraagId, Datum, DossierId, Veldfouten, datum_in_nederland};

use super::termijn::{Stilstand, Termijn, Uitstel};
use super::{
    Aanvraagakte, Aanvraaghandeling, Aanvraagstand, Besluit, Besluitsoort, Besluitvoorstel,
    MandaatOntbreekt, Mandaatregister, Namens, Termijndag,
};
use crate::beleid::Persoon;
use crate::bevoegdheid::Rol;
use crate::recht::{Normentabel, Regeling};

/// What stays the same through the life of an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aanvraagkop {
    /// Its id.
    pub id: AanvraagId,
    /// Of whom.
    pub dossier: DossierId,
    /// What is asked for.
    pub regeling: Regeling,
}

/// An application with everything that happened to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aanvraag {
    pub(super) kop: Aanvraagkop,
    pub(super) akten: Vec<Aanvraagakte>,
    pub(super) stand: Aanvraagstand,
    pub(super) ontvangen_op: Datum,
    pub(super) gemeld_op: Datum,
    pub(super) laatste_dag: Datum,
    pub(super) stilstanden: Vec<Stilstand>,
    pub(super) herstel: Option<Herstel>,
    pub(super) verdaagd: Option<Uitstel>,
    pub(super) bekendgemaakt_op: Option<Datum>,
}

/// What was asked to be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Herstel {
    pub(super) gevraagd_op: Datum,
    pub(super) uiterlijk: Datum,
    pub(super) aangevuld: Option<(Datum, bool)>,
}

/// Why something may not happen to an application. Displays as a Dutch sentence.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AanvraagGeweigerd {
    /// It has come too far, or not far enough.
    #[error("dat kan nu niet: deze aanvraag is {0}")]
    Stand(&'static str),
    /// A life begins with the receipt, once.
    #[error("een aanvraag begint met de ontvangst")]
    GeenBegin,
    /// A field breaks a rule.
    #[error(transparent)]
    Invoer(#[from] Veldfouten),
    /// The last day was moved before.
    #[error("het besluit is al een keer verdaagd: dat kan maar één keer")]
    AlVerdaagd,
    /// Nothing was asked to be added, or there is still time for it.
    #[error(
        "niet behandelen kan pas als om aanvulling is gevraagd en die niet of niet volledig kwam (Awb art. 4:5 lid 1)"
    )]
    GeenHersteltermijn,
    /// The four weeks in which it could be left untreated are over.
    #[error(
        "de vier weken om de aanvraag niet te behandelen zijn voorbij (Awb art. 4:5 lid 4): neem een besluit op het recht"
    )]
    BuitenBehandelingTeLaat,
    /// Who proposed it wants to decide on it.
    #[error("u stelde dit besluit zelf voor: een collega beslist, want twee mensen kijken ernaar")]
    EigenVoorstel,
    /// The application does not ask for bijstand, so there is no advance.
    #[error(
        "een voorschot is er alleen bij een aanvraag voor algemene bijstand (Participatiewet art. 52 lid 1)"
    )]
    GeenVoorschot,
    /// The register does not let this role decide.
    #[error(transparent)]
    Mandaat(#[from] MandaatOntbreekt),
}

impl Aanvraag {
    /// The application to which these acts happened, in order.
    pub fn restore(
        kop: Aanvraagkop,
        akten: impl IntoIterator<Item = Aanvraagakte>,
    ) -> Result<Self, AanvraagGeweigerd> {
        let mut akten = akten.into_iter();
        let eerste = akten.next().ok_or(AanvraagGeweigerd::GeenBegin)?;
        akten.try_fold(Self::try_new(kop, eerste)?, Self::apply)
    }

    /// An application that came in.
    pub fn try_new(kop: Aanvraagkop, akte: Aanvraagakte) -> Result<Self, AanvraagGeweigerd> {
        let Aanvraaghandeling::Ontvangen {
            ontvangen_op,
            gemeld_op,
            ..
        } = akte.handeling
        else {
            return Err(AanvraagGeweigerd::GeenBegin);
        };
        if ontvangen_op > datum_in_nederland(akte.op) {
            return Err(refuse("ontvangenOp", "deze dag moet nog komen"));
        }
        for (veld, dag) in [("ontvangenOp", ontvangen_op), ("gemeldOp", gemeld_op)] {
            if Normentabel::wettelijk()
                .perioden()
                .first()
                .is_some_and(|eerste| dag < eerste.van())
            {
                let melding =
                    "over deze dag kent Stuurhuis geen bedragen: kijk of het jaartal klopt";
                return Err(refuse(veld, melding));
            }
        }
        if gemeld_op > ontvangen_op {
            return Err(refuse(
                "gemeldOp",
                "de melding is niet later dan de aanvraag (Participatiewet art. 44 lid 2)",
            ));
        }
        Ok(Self {
            kop,
            akten: vec![akte],
            stand: Aanvraagstand::InBehandeling,
            ontvangen_op,
            gemeld_op,
            laatste_dag: ontvangen_op,
            stilstanden: Vec::new(),
            herstel: None,
            verdaagd: None,
            bekendgemaakt_op: None,
        })
    }

    /// The application after one more act, or why that may not happen.
    pub fn apply(mut self, akte: Aanvraagakte) -> Result<Self, AanvraagGeweigerd> {
        self.check_dag(&akte)?;
        let vandaag = datum_in_nederland(akte.op);
        match &akte.handeling {
            Aanvraaghandeling::Ontvangen { .. } => return Err(AanvraagGeweigerd::GeenBegin),
            Aanvraaghandeling::HerstelGevraagd {
                gevraagd_op,
                uiterlijk,
                ..
            } => self.ask_herstel(*gevraagd_op, *uiterlijk)?,
            Aanvraaghandeling::Aangevuld {
                aangevuld_op,
                volledig,
            } => self.complete_herstel(*aangevuld_op, *volledig)?,
            Aanvraaghandeling::Opgeschort { vanaf, grond, .. } => {
                self.check_stand(&[Aanvraagstand::InBehandeling])?;
                self.stilstanden.push(Stilstand {
                    van: *vanaf,
                    tot: None,
                    artikel: grond.artikel(),
                });
                self.stand = Aanvraagstand::Opgeschort;
            }
            Aanvraaghandeling::Hervat { hervat_op } => {
                self.check_stand(&[Aanvraagstand::Opgeschort])?;
                self.end_stilstand(*hervat_op);
                self.stand = Aanvraagstand::InBehandeling;
            }
            Aanvraaghandeling::Verdaagd {
                meegedeeld_op,
                uiterlijk,
                ..
            } => self.postpone(*meegedeeld_op, *uiterlijk)?,
            Aanvraaghandeling::Voorgesteld(voorstel) => {
                self.check_voorstellen(voorstel, vandaag)?;
                self.stand = Aanvraagstand::Voorgesteld;
            }
            Aanvraaghandeling::Teruggegeven { .. } => {
                self.check_stand(&[Aanvraagstand::Voorgesteld])?;
                self.stand = Aanvraagstand::InBehandeling;
            }
            Aanvraaghandeling::Besloten(besluit) => {
                self.check_besluiten(besluit, &akte.door)?;
                self.stand = match besluit.namens {
                    Namens::AdviesAanCollege => Aanvraagstand::Geadviseerd,
                    Namens::DagelijksBestuur | Namens::College => Aanvraagstand::Besloten,
                };
            }
            Aanvraaghandeling::Bekendgemaakt {
                bekendgemaakt_op, ..
            } => {
                self.check_stand(&[Aanvraagstand::Besloten])?;
                self.bekendgemaakt_op = Some(*bekendgemaakt_op);
                self.stand = Aanvraagstand::Bekendgemaakt;
            }
            Aanvraaghandeling::VoorschotVerleend(_)
            | Aanvraaghandeling::VoorschotGeweigerd { .. } => self.check_voorschot()?,
            Aanvraaghandeling::BeslotenDoorCollege { .. } => {
                self.check_stand(&[Aanvraagstand::Geadviseerd])?;
                self.stand = Aanvraagstand::DoorCollegeBesloten;
            }
            Aanvraaghandeling::Ingetrokken { .. } => {
                self.check_open()?;
                self.stand = Aanvraagstand::Ingetrokken;
            }
        }
        self.laatste_dag = akte.handeling.dag().unwrap_or(self.laatste_dag);
        self.akten.push(akte);
        Ok(self)
    }

    /// The decision that somebody with these roles takes by the register, or why not.
    pub fn decide(
        &self,
        namens: Namens,
        register: &Mandaatregister,
        door: &Persoon,
        rollen: &[Rol],
        besloten_op: Datum,
    ) -> Result<Besluit, AanvraagGeweigerd> {
        let voorstel = self.find_voorstel().ok_or(self.refused_stand())?;
        let wat = voorstel.besluit.into();
        let mandaat = register.find(self.kop.regeling, wat, besloten_op, rollen)?;
        let besluit = Besluit {
            besloten_op,
            namens,
            rol: mandaat.rol,
            vier_ogen: mandaat.needs_vier_ogen(voorstel),
        };
        self.check_besluiten(&besluit, door)?;
        Ok(besluit)
    }

    fn ask_herstel(
        &mut self,
        gevraagd_op: Datum,
        uiterlijk: Datum,
    ) -> Result<(), AanvraagGeweigerd> {
        self.check_stand(&[Aanvraagstand::InBehandeling])?;
        if uiterlijk <= gevraagd_op {
            return Err(refuse(
                "uiterlijk",
                "geef de aanvrager tijd: kies een latere dag",
            ));
        }
        self.stilstanden.push(Stilstand {
            van: gevraagd_op.saturating_add(jiff::Span::new().days(1)),
            tot: Some(uiterlijk.saturating_add(jiff::Span::new().days(1))),
            artikel: "Awb art. 4:15 lid 1 onder a",
        });
        self.herstel = Some(Herstel {
            gevraagd_op,
            uiterlijk,
            aangevuld: None,
        });
        self.stand = Aanvraagstand::Herstel { uiterlijk };
        Ok(())
    }

    fn complete_herstel(&mut self, dag: Datum, volledig: bool) -> Result<(), AanvraagGeweigerd> {
        let Aanvraagstand::Herstel { uiterlijk } = self.stand else {
            return Err(self.refused_stand());
        };
        if dag <= uiterlijk {
            self.end_stilstand(dag);
        }
        if let Some(herstel) = &mut self.herstel {
            herstel.aangevuld = Some((dag, volledig));
        }
        self.stand = Aanvraagstand::InBehandeling;
        Ok(())
    }

    fn postpone(&mut self, dag: Datum, uiterlijk: Datum) -> Result<(), AanvraagGeweigerd> {
        self.check_open()?;
        if self.verdaagd.is_some() {
            return Err(AanvraagGeweigerd::AlVerdaagd);
        }
        let nu = self.beslistermijn(dag).uiterlijk;
        if dag > nu {
            let melding =
                "de termijn was toen al voorbij: verdagen kan alleen ervoor (Awb art. 4:14)";
            return Err(refuse("dag", melding));
        }
        if uiterlijk <= nu {
            return Err(refuse(
                "uiterlijk",
                "kies een dag na de laatste dag die nu geldt",
            ));
        }
        self.verdaagd = Some(Uitstel {
            op: dag,
            uiterlijk,
            wat: "is aan de aanvrager gemeld dat het besluit later komt",
            artikel: "Awb art. 4:14 lid 3",
        });
        Ok(())
    }

    /// Refuses unless a decision may be proposed.
    pub fn check_voorstellen(
        &self,
        voorstel: &Besluitvoorstel,
        vandaag: Datum,
    ) -> Result<(), AanvraagGeweigerd> {
        let is_verstreken =
            matches!(self.stand, Aanvraagstand::Herstel { uiterlijk } if vandaag > uiterlijk);
        if self.stand != Aanvraagstand::InBehandeling && !is_verstreken {
            return Err(self.refused_stand());
        }
        if voorstel.besluit == Besluitsoort::BuitenBehandeling {
            self.check_buiten_behandeling(vandaag)?;
        }
        Ok(voorstel.check_afwegingen(self.gemeld_op)?)
    }

    fn check_besluiten(&self, besluit: &Besluit, door: &Persoon) -> Result<(), AanvraagGeweigerd> {
        self.check_stand(&[Aanvraagstand::Voorgesteld])?;
        let (voorstel, voorsteller) = self.last_voorstel().ok_or(self.refused_stand())?;
        if besluit.vier_ogen && voorsteller.sub == door.sub {
            return Err(AanvraagGeweigerd::EigenVoorstel);
        }
        if voorstel.besluit == Besluitsoort::BuitenBehandeling {
            self.check_buiten_behandeling(besluit.besloten_op)?;
        }
        Ok(())
    }

    fn check_buiten_behandeling(&self, dag: Datum) -> Result<(), AanvraagGeweigerd> {
        let uiterlijk = self
            .buiten_behandeling_uiterlijk(dag)
            .ok_or(AanvraagGeweigerd::GeenHersteltermijn)?;
        if dag > uiterlijk.dag {
            return Err(AanvraagGeweigerd::BuitenBehandelingTeLaat);
        }
        Ok(())
    }

    /// By when it can be left untreated; none where that cannot be. Awb art. 4:5 lid 4.
    pub fn buiten_behandeling_uiterlijk(&self, vandaag: Datum) -> Option<Termijndag> {
        let herstel = self.herstel?;
        let vanaf = match herstel.aangevuld {
            Some((_, true)) => return None,
            Some((dag, false)) => dag,
            None if vandaag > herstel.uiterlijk => herstel.uiterlijk,
            None => return None,
        };
        Some(Termijn::BuitenBehandeling.laatste_dag(vanaf))
    }

    fn end_stilstand(&mut self, dag: Datum) {
        if let Some(stilstand) = self.stilstanden.last_mut() {
            stilstand.tot = Some(dag.max(stilstand.van));
        }
    }

    fn check_dag(&self, akte: &Aanvraagakte) -> Result<(), AanvraagGeweigerd> {
        let Some(dag) = akte.handeling.dag() else {
            return Ok(());
        };
        if dag > datum_in_nederland(akte.op) {
            return Err(refuse("dag", "deze dag moet nog komen"));
        }
        if dag < self.laatste_dag {
            let melding =
                "deze dag ligt vóór wat al is vastgelegd: de handelingen staan op volgorde";
            return Err(refuse("dag", melding));
        }
        Ok(())
    }

    pub(super) fn check_stand(&self, goed: &[Aanvraagstand]) -> Result<(), AanvraagGeweigerd> {
        if goed.contains(&self.stand) {
            Ok(())
        } else {
            Err(self.refused_stand())
        }
    }

    pub(super) const fn check_open(&self) -> Result<(), AanvraagGeweigerd> {
        if self.stand.is_open() {
            Ok(())
        } else {
            Err(self.refused_stand())
        }
    }

    pub(super) const fn refused_stand(&self) -> AanvraagGeweigerd {
        AanvraagGeweigerd::Stand(self.stand.naam())
    }
}

pub(super) fn refuse(veld: &str, melding: &str) -> AanvraagGeweigerd {
    Veldfouten::single(veld, melding).into()
}
