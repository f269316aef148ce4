//! A decision of council or college as a legal act: adopted or not, published or not.

use primitives::{BesluitId, Datum, GemeenteCode, Moment, Periode, WaardeId};

use super::gelding::{Besluitverwijzing, Vastgesteld};
use super::{Bekendmaking, Orgaan, Sleutel, Uitkomst, Waarde};

/// A decision with its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Besluit {
    kop: Besluitkop,
    waarden: Vec<BeslotenWaarde>,
    intrekkingen: Vec<Intrekking>,
    stand: Besluitstand,
}

/// What stands at the top of a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Besluitkop {
    /// Its id.
    pub id: BesluitId,
    /// The municipality.
    pub gemeente: GemeenteCode,
    /// Who decided.
    pub orgaan: Orgaan,
    /// The number by which people cite it, such as `2018-077`.
    pub nummer: String,
    /// The title.
    pub titel: String,
    /// The day of the meeting.
    pub vergaderdatum: Datum,
    /// What it is about.
    pub toelichting: Option<String>,
    /// Frames in words, each a sentence of its own (seed 004 has five).
    pub kaders: Vec<String>,
    /// The day on which it is meant to enter into force.
    pub inwerkingtreding: Datum,
    /// Why it works back in time, where it does; only what favours residents may.
    pub terugwerkend: Option<String>,
    /// What the meeting decided.
    pub uitkomst: Uitkomst,
}

/// A value that a decision sets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BeslotenWaarde {
    /// Its id.
    pub id: WaardeId,
    /// The parameter.
    pub sleutel: Sleutel,
    /// The value.
    pub waarde: Waarde,
    /// From when until when, as the decision says; never before the decision enters into force.
    pub periode: Periode,
    /// The former municipality for whose area it holds; none for the whole municipality.
    pub gebied: Option<GemeenteCode>,
}

/// Takes back what earlier decisions of the same organ set, from a day on: nothing is decided from then. In the area
/// of a former municipality only its own values end, and those of the whole municipality hold there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intrekking {
    /// Its id.
    pub id: WaardeId,
    /// The parameter.
    pub sleutel: Sleutel,
    /// The first day without a value; never before the decision enters into force.
    pub vanaf: Datum,
    /// The former municipality whose own values end; none where those of the whole municipality do.
    pub gebied: Option<GemeenteCode>,
}

/// How far a decision has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Besluitstand {
    /// The organ did not take it: kept, rejected, referred.
    NietAanvaard,
    /// Taken, not yet published: its values bind nobody.
    Aanvaard,
    /// Taken and published.
    Bekendgemaakt {
        /// Where and when, and the entry into force.
        bekendmaking: Bekendmaking,
        /// When that was recorded.
        bekend_op: Moment,
    },
}

/// Why a decision cannot be published.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BekendmakingGeweigerd {
    /// It was not taken.
    #[error("dit besluit is niet genomen ({0}): er is niets bekend te maken")]
    NietAanvaard(Uitkomst),
    /// It was published before.
    #[error("dit besluit is al bekendgemaakt: een fout daarin herstelt u met een nieuw besluit")]
    AlBekendgemaakt,
    /// Who recorded the decision wants to record its publication too.
    #[error(
        "u legde dit besluit zelf vast: een collega legt de bekendmaking vast, want twee mensen kijken ernaar"
    )]
    ZelfdePersoon,
}

impl Besluit {
    /// A decision that was just recorded; taken or not by its outcome.
    pub fn new(
        kop: Besluitkop,
        waarden: Vec<BeslotenWaarde>,
        intrekkingen: Vec<Intrekking>,
    ) -> Self {
        let stand = if kop.uitkomst.is_aanvaard() {
            Besluitstand::Aanvaard
        } else {
            Besluitstand::NietAanvaard
        };
        Self {
            kop,
            waarden,
            intrekkingen,
            stand,
        }
    }

    /// A decision with the publication that the database gave back, if there was one.
    pub fn restore(
        kop: Besluitkop,
        waarden: Vec<BeslotenWaarde>,
        intrekkingen: Vec<Intrekking>,
        bekendmaking: Option<(Bekendmaking, Moment)>,
    ) -> Result<Self, BekendmakingGeweigerd> {
        let besluit = Self::new(kop, waarden, intrekkingen);
        match bekendmaking {
            Some((bekendmaking, bekend_op)) => besluit.publish(bekendmaking, bekend_op),
            None => Ok(besluit),
        }
    }

    /// The decision after its publication.
    pub fn publish(
        self,
        bekendmaking: Bekendmaking,
        bekend_op: Moment,
    ) -> Result<Self, BekendmakingGeweigerd> {
        self.check_bekend_te_maken()?;
        Ok(Self {
            stand: Besluitstand::Bekendgemaakt {
                bekendmaking,
                bekend_op,
            },
            ..self
        })
    }

    /// Refuses unless the decision was taken and not published yet.
    pub fn check_bekend_te_maken(&self) -> Result<(), BekendmakingGeweigerd> {
        match self.stand {
            Besluitstand::Aanvaard => Ok(()),
            Besluitstand::NietAanvaard => {
                let uitkomst = self.kop.uitkomst.clone();
                Err(BekendmakingGeweigerd::NietAanvaard(uitkomst))
            }
            Besluitstand::Bekendgemaakt { .. } => Err(BekendmakingGeweigerd::AlBekendgemaakt),
        }
    }

    /// The same decision with other values.
    pub(super) fn with_waarden(&self, waarden: Vec<BeslotenWaarde>) -> Self {
        Self {
            kop: self.kop.clone(),
            waarden,
            intrekkingen: self.intrekkingen.clone(),
            stand: self.stand.clone(),
        }
    }

    /// What stands at the top.
    pub const fn kop(&self) -> &Besluitkop {
        &self.kop
    }

    /// The values, in the order of the decision.
    pub fn waarden(&self) -> &[BeslotenWaarde] {
        &self.waarden
    }

    /// What it takes back, in the order of the decision.
    pub fn intrekkingen(&self) -> &[Intrekking] {
        &self.intrekkingen
    }

    /// How far it has come.
    pub const fn stand(&self) -> &Besluitstand {
        &self.stand
    }

    /// The publication, if there was one.
    pub const fn bekendmaking(&self) -> Option<&Bekendmaking> {
        match &self.stand {
            Besluitstand::Bekendgemaakt { bekendmaking, .. } => Some(bekendmaking),
            Besluitstand::Aanvaard | Besluitstand::NietAanvaard => None,
        }
    }

    /// What people need to cite it.
    pub fn verwijzing(&self) -> Besluitverwijzing {
        Besluitverwijzing {
            id: self.kop.id,
            gemeente: self.kop.gemeente,
            orgaan: self.kop.orgaan,
            nummer: self.kop.nummer.clone(),
            titel: self.kop.titel.clone(),
            vergaderdatum: self.kop.vergaderdatum,
        }
    }

    /// The values that bind; none before publication.
    pub fn list_vastgesteld(&self) -> Vec<Vastgesteld> {
        match &self.stand {
            Besluitstand::Bekendgemaakt {
                bekendmaking,
                bekend_op,
            } => self.list_vastgesteld_from(bekendmaking.inwerkingtreding, *bekend_op),
            Besluitstand::Aanvaard | Besluitstand::NietAanvaard => Vec::new(),
        }
    }

    /// The values as they would bind with this entry into force, known since `bekend_op`.
    pub(super) fn list_vastgesteld_from(
        &self,
        inwerkingtreding: Datum,
        bekend_op: Moment,
    ) -> Vec<Vastgesteld> {
        let bindend = |besloten: &BeslotenWaarde| {
            Some(Vastgesteld {
                id: besloten.id,
                sleutel: besloten.sleutel.clone(),
                waarde: Some(besloten.waarde.clone()),
                periode: besloten.periode_from(inwerkingtreding)?,
                gebied: besloten.gebied,
                besluit: self.verwijzing(),
                bekend_op,
                corrigeert: None,
            })
        };
        let ingetrokken = |intrekking: &Intrekking| {
            let vanaf = intrekking.vanaf.max(inwerkingtreding);
            Some(Vastgesteld {
                id: intrekking.id,
                sleutel: intrekking.sleutel.clone(),
                waarde: None,
                periode: Periode::try_new(vanaf, None).ok()?,
                gebied: intrekking.gebied,
                besluit: self.verwijzing(),
                bekend_op,
                corrigeert: None,
            })
        };
        let waarden = self.waarden.iter().filter_map(bindend);
        let intrekkingen = self.intrekkingen.iter().filter_map(ingetrokken);
        waarden.chain(intrekkingen).collect()
    }
}

impl BeslotenWaarde {
    /// When the value binds if its decision enters into force on a day; none if it has ended by then.
    pub fn periode_from(&self, inwerkingtreding: Datum) -> Option<Periode> {
        let van = self.periode.van().max(inwerkingtreding);
        Periode::try_new(van, self.periode.tot()).ok()
    }
}

impl Besluitstand {
    /// The state as a page names it.
    pub const fn naam(&self) -> &'static str {
        match self {
            Self::NietAanvaard => "niet genomen",
            Self::Aanvaard => "genomen, nog niet bekendgemaakt",
            Self::Bekendgemaakt { .. } => "bekendgemaakt",
        }
    }
}
