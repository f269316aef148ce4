//! An objection, and what may happen to it.

use primitives::{BezwaarId, Datum, Veldfouten, datum_in_nederland, datum_lang};

use super::{
    Bestreden, Bezwaarakte, Bezwaarbesluit, Bezwaarhandeling, Bezwaarstand, Indiener, Indienersoort,
};
use crate::aanvraag::MandaatOntbreekt;
use crate::aanvraag::termijn::{Stilstand, Termijn, Uitstel};
use crate::aanvraag::termijnenwet::plus_weken;

/// What stays the same through the life of an objection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bezwaarkop {
    /// Its id.
    pub id: BezwaarId,
    /// To which decision.
    pub bestreden: Bestreden,
    /// The how manieth objection to that decision, from 1.
    pub nummer: u32,
}

/// An objection with everything that happened to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bezwaar {
    pub(super) kop: Bezwaarkop,
    pub(super) akten: Vec<Bezwaarakte>,
    pub(super) stand: Bezwaarstand,
    pub(super) ontvangst: Ontvangst,
    pub(super) laatste_dag: Datum,
    pub(super) stilstanden: Vec<Stilstand>,
    pub(super) uitstellen: Vec<Uitstel>,
    pub(super) besluit: Option<Bezwaarbesluit>,
    pub(super) bekendgemaakt_op: Option<Datum>,
}

/// How it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ontvangst {
    pub(super) ontvangen_op: Datum,
    pub(super) verzonden_op: Option<Datum>,
    pub(super) met_commissie: bool,
    pub(super) reden_te_laat: Option<String>,
    pub(super) indiener: Indiener,
}

/// Why something may not happen to an objection. Displays as a Dutch sentence.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BezwaarGeweigerd {
    /// It has come too far, or not far enough.
    #[error("dat kan nu niet: dit bezwaar is {0}")]
    Stand(&'static str),
    /// A life begins with the receipt, once.
    #[error("een bezwaar begint met de ontvangst")]
    GeenBegin,
    /// The decision was not made known here, so there is nothing to object to yet.
    #[error(
        "tegen dit besluit kan hier geen bezwaar worden vastgelegd: het is niet bekendgemaakt, of de gemeente beslist zelf"
    )]
    NietBekendgemaakt,
    /// A field breaks a rule.
    #[error(transparent)]
    Invoer(#[from] Veldfouten),
    /// The last day was moved before.
    #[error(
        "het besluit is al een keer verdaagd: dat kan maar één keer. Verder uitstel kan met instemming (Awb art. 7:10 lid 4)"
    )]
    AlVerdaagd,
    /// Who took the first decision wants to decide. Awb art. 10:3 lid 3.
    #[error(
        "u nam het besluit waartegen het bezwaar gaat: een collega beslist op het bezwaar (Awb art. 10:3 lid 3)"
    )]
    EigenBesluit,
    /// Neither a hearing nor why there was none is recorded. Awb arts 7:2 and 7:3.
    #[error("leg eerst vast dat de indiener is gehoord, of waarom niet (Awb art. 7:2 en 7:3)")]
    NietGehoord,
    /// A new calculation of something else than what is objected to.
    #[error("deze berekening gaat niet over het besluit waartegen het bezwaar is gericht")]
    AnderBesluit,
    /// The register does not let this role decide.
    #[error(transparent)]
    Mandaat(#[from] MandaatOntbreekt),
}

impl Bezwaar {
    /// The objection to which these acts happened, in order.
    pub fn restore(
        kop: Bezwaarkop,
        akten: impl IntoIterator<Item = Bezwaarakte>,
    ) -> Result<Self, BezwaarGeweigerd> {
        let mut akten = akten.into_iter();
        let eerste = akten.next().ok_or(BezwaarGeweigerd::GeenBegin)?;
        akten.try_fold(Self::try_new(kop, eerste)?, Self::apply)
    }

    /// An objection that came in.
    pub fn try_new(kop: Bezwaarkop, akte: Bezwaarakte) -> Result<Self, BezwaarGeweigerd> {
        let Bezwaarhandeling::Ontvangen {
            ontvangen_op,
            verzonden_op,
            met_commissie,
            ref reden_te_laat,
            ref indiener,
        } = akte.handeling
        else {
            return Err(BezwaarGeweigerd::GeenBegin);
        };
        if ontvangen_op > datum_in_nederland(akte.op) {
            return Err(refuse("ontvangenOp", "deze dag moet nog komen"));
        }
        if ontvangen_op < kop.bestreden.bekendgemaakt_op {
            let melding = "het besluit is pas later bekendgemaakt";
            return Err(refuse("ontvangenOp", melding));
        }
        if verzonden_op.is_some_and(|dag| dag > ontvangen_op) {
            let melding = "het bezwaar is niet later verstuurd dan ontvangen";
            return Err(refuse("verzondenOp", melding));
        }
        if verzonden_op.is_some_and(|dag| dag < kop.bestreden.bekendgemaakt_op) {
            let melding = "het besluit is pas later bekendgemaakt";
            return Err(refuse("verzondenOp", melding));
        }
        if indiener.naam.is_none() != (indiener.wie == Indienersoort::Inwoner) {
            let melding =
                "vul de naam in van wie bezwaar maakt, en laat dit leeg als het de inwoner zelf is";
            return Err(refuse("naam", melding));
        }
        let ontvangst = Ontvangst {
            ontvangen_op,
            verzonden_op,
            met_commissie,
            reden_te_laat: reden_te_laat.clone(),
            indiener: indiener.clone(),
        };
        Ok(Self {
            kop,
            akten: vec![akte],
            stand: Bezwaarstand::InBehandeling,
            ontvangst,
            laatste_dag: ontvangen_op,
            stilstanden: Vec::new(),
            uitstellen: Vec::new(),
            besluit: None,
            bekendgemaakt_op: None,
        })
    }

    /// The objection after one more act, or why that may not happen.
    pub fn apply(mut self, akte: Bezwaarakte) -> Result<Self, BezwaarGeweigerd> {
        use Bezwaarhandeling as H;
        self.check_dag(&akte)?;
        match &akte.handeling {
            H::Ontvangen { .. } => return Err(BezwaarGeweigerd::GeenBegin),
            H::HerstelGevraagd {
                gevraagd_op,
                uiterlijk,
                ..
            } => self.ask_herstel(*gevraagd_op, *uiterlijk)?,
            H::Aangevuld { aangevuld_op } => self.complete(*aangevuld_op)?,
            H::Verdaagd {
                meegedeeld_op,
                uiterlijk,
                ..
            } => self.postpone(*meegedeeld_op, *uiterlijk)?,
            H::Uitgesteld {
                afgesproken_op,
                uiterlijk,
                ..
            } => self.postpone_further(*afgesproken_op, *uiterlijk)?,
            H::Gehoord(_) | H::NietGehoord { .. } => self.check_open()?,
            H::Heroverwogen(heroverweging) => self.check_heroverweging(heroverweging)?,
            H::Besloten(besluit) => {
                self.check_besluit(besluit, &akte.door, datum_in_nederland(akte.op))?;
                self.besluit = Some((**besluit).clone());
                self.stand = Bezwaarstand::Besloten;
            }
            H::Bekendgemaakt {
                bekendgemaakt_op, ..
            } => {
                self.check_stand(Bezwaarstand::Besloten)?;
                self.bekendgemaakt_op = Some(*bekendgemaakt_op);
                self.stand = Bezwaarstand::Afgehandeld;
            }
            H::Ingetrokken { .. } => {
                self.check_open()?;
                self.stand = Bezwaarstand::Ingetrokken;
            }
        }
        self.laatste_dag = akte.handeling.dag();
        self.akten.push(akte);
        Ok(self)
    }

    fn ask_herstel(
        &mut self,
        gevraagd_op: Datum,
        uiterlijk: Datum,
    ) -> Result<(), BezwaarGeweigerd> {
        self.check_stand(Bezwaarstand::InBehandeling)?;
        if uiterlijk <= gevraagd_op {
            let melding = "geef de indiener tijd: kies een latere dag";
            return Err(refuse("uiterlijk", melding));
        }
        self.stilstanden.push(Stilstand {
            van: next_day(gevraagd_op),
            tot: Some(next_day(uiterlijk)),
            artikel: "Awb art. 7:10 lid 2",
        });
        self.stand = Bezwaarstand::Herstel { uiterlijk };
        Ok(())
    }

    fn complete(&mut self, dag: Datum) -> Result<(), BezwaarGeweigerd> {
        let Bezwaarstand::Herstel { uiterlijk } = self.stand else {
            return Err(self.refused());
        };
        if let Some(stilstand) = self.stilstanden.last_mut() {
            // What comes too late ends nothing: the term ran again already.
            if dag <= uiterlijk {
                stilstand.tot = Some(dag.max(stilstand.van));
            }
        }
        self.stand = Bezwaarstand::InBehandeling;
        Ok(())
    }

    fn postpone(&mut self, dag: Datum, uiterlijk: Datum) -> Result<(), BezwaarGeweigerd> {
        const ARTIKEL: &str = "Awb art. 7:10 lid 3";
        let nu = self.check_uitstel(dag, ARTIKEL)?;
        if self
            .uitstellen
            .iter()
            .any(|uitstel| uitstel.artikel == ARTIKEL)
        {
            return Err(BezwaarGeweigerd::AlVerdaagd);
        }
        let langst = plus_weken(nu, Termijn::BezwaarVerdagen.regel(dag).weken);
        if uiterlijk <= nu || uiterlijk > langst {
            let melding = format!(
                "kies een dag na {}, en niet later dan {} ({ARTIKEL})",
                datum_lang(nu),
                datum_lang(langst)
            );
            return Err(refuse("uiterlijk", &melding));
        }
        self.uitstellen.push(Uitstel {
            op: dag,
            uiterlijk,
            wat: "is aan de indiener gemeld dat het besluit later komt",
            artikel: ARTIKEL,
        });
        Ok(())
    }

    /// As often as it is agreed, and as far: the law has no longest day for it. Awb art. 7:10 lid 4.
    fn postpone_further(&mut self, dag: Datum, uiterlijk: Datum) -> Result<(), BezwaarGeweigerd> {
        const ARTIKEL: &str = "Awb art. 7:10 lid 4";
        let nu = self.check_uitstel(dag, ARTIKEL)?;
        if uiterlijk <= nu {
            let melding = format!("kies een dag na {} ({ARTIKEL})", datum_lang(nu));
            return Err(refuse("uiterlijk", &melding));
        }
        self.uitstellen.push(Uitstel {
            op: dag,
            uiterlijk,
            wat: "is verder uitstel vastgelegd",
            artikel: ARTIKEL,
        });
        Ok(())
    }

    /// The last day as it stood on the day of moving it; moving it is only possible before.
    fn check_uitstel(&self, dag: Datum, artikel: &str) -> Result<Datum, BezwaarGeweigerd> {
        self.check_open()?;
        let nu = self.beslistermijn(dag).uiterlijk;
        if dag > nu {
            let melding =
                format!("de termijn was toen al voorbij: uitstel kan alleen ervoor ({artikel})");
            return Err(refuse("dag", &melding));
        }
        Ok(nu)
    }

    fn check_dag(&self, akte: &Bezwaarakte) -> Result<(), BezwaarGeweigerd> {
        let dag = akte.handeling.dag();
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

    fn check_stand(&self, goed: Bezwaarstand) -> Result<(), BezwaarGeweigerd> {
        if self.stand == goed {
            Ok(())
        } else {
            Err(self.refused())
        }
    }

    /// Refuses where nothing has to be decided any more.
    pub const fn check_open(&self) -> Result<(), BezwaarGeweigerd> {
        if self.stand.is_open() {
            Ok(())
        } else {
            Err(self.refused())
        }
    }

    pub(super) const fn refused(&self) -> BezwaarGeweigerd {
        BezwaarGeweigerd::Stand(self.stand.naam())
    }
}

pub(super) fn refuse(veld: &str, melding: &str) -> BezwaarGeweigerd {
    Veldfouten::single(veld, melding).into()
}

fn next_day(dag: Datum) -> Datum {
    dag.tomorrow().unwrap_or(dag)
}
