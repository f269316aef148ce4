//! Putting right what was recorded wrongly. The wrong value stays, and so does what was known then.

use primitives::{
    BesluitId, GemeenteCode, IdGenerator, Moment, Periode, Veldfouten, VoorstelId, WaardeId,
};
use serde::Deserialize;

use super::besluit::{BekendmakingGeweigerd, BeslotenWaarde, Besluit, Besluitstand};
use super::gelding::Vastgesteld;
use super::invoer::Omgeving;
use super::lezer::Lezer;
use super::rules::check_waarde;
use super::samenhang::check_samenhang;
use super::{Beleid, Orgaan, Sleutel, Waarde};

/// A recorded mistake put right: what the decision really says, or that it does not set this value at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correctie {
    /// Its id.
    pub id: WaardeId,
    /// The decision.
    pub besluit: BesluitId,
    /// Who decided.
    pub orgaan: Orgaan,
    /// The parameter.
    pub sleutel: Sleutel,
    /// The value or correction that was wrong.
    pub corrigeert: WaardeId,
    /// What the decision really says; none where it does not set this value.
    pub waarde: Option<Waarde>,
    /// From when until when.
    pub periode: Periode,
    /// The area for which it holds: that of the value which it corrects.
    pub gebied: Option<GemeenteCode>,
    /// What went wrong.
    pub reden: String,
}

/// A correction with who recorded it and since when it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correctieakte {
    /// The correction.
    pub correctie: Correctie,
    /// When it was recorded.
    pub vastgelegd_op: Moment,
    /// Name of who recorded it.
    pub vastgelegd_door: String,
}

/// A decision as it lies in the file: with who recorded it, and the corrections since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Besluitakte {
    /// The decision as recorded.
    pub besluit: Besluit,
    /// When it was recorded.
    pub vastgelegd_op: Moment,
    /// Name of who recorded it.
    pub vastgelegd_door: String,
    /// How it came into the file.
    pub herkomst: Herkomst,
    /// Corrections, in order.
    pub correcties: Vec<Correctieakte>,
}

/// How a decision came into the file, which tells who may record its publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Herkomst {
    /// Recorded by somebody, with the lasting id by which two people are told apart.
    Vastgelegd {
        /// The id.
        sub: String,
    },
    /// Arose from a proposal that the organ adopted.
    Voorstel {
        /// Id of who recorded the meeting.
        sub: String,
        /// The proposal.
        voorstel: VoorstelId,
    },
    /// Taken over from a file: it was decided and published before this system knew of it.
    Overname,
}

impl Herkomst {
    /// The name in data.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Vastgelegd { .. } => "vastgelegd",
            Self::Voorstel { .. } => "voorstel",
            Self::Overname => "overname",
        }
    }

    /// Who recorded it; none where it was taken over.
    pub fn sub(&self) -> Option<&str> {
        match self {
            Self::Vastgelegd { sub } | Self::Voorstel { sub, .. } => Some(sub),
            Self::Overname => None,
        }
    }

    /// The proposal from which it arose.
    pub const fn voorstel(&self) -> Option<VoorstelId> {
        match self {
            Self::Voorstel { voorstel, .. } => Some(*voorstel),
            Self::Vastgelegd { .. } | Self::Overname => None,
        }
    }
}

/// A correction as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct CorrectieInvoer {
    /// What the decision really says; empty where it does not set this value.
    pub waarde: String,
    /// The first day, or empty for the day of the wrong value.
    pub van: String,
    /// The first day after it, or empty.
    pub tot: String,
    /// What went wrong.
    pub reden: String,
}

/// A value as it stands now: the last correction of it, or the value itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Huidig {
    /// Id of the last correction, or of the value itself.
    pub id: WaardeId,
    /// The value; none where a correction took it back.
    pub waarde: Option<Waarde>,
    /// From when until when.
    pub periode: Periode,
}

impl Besluitakte {
    /// Refuses unless the decision was taken, is not published yet, and somebody else recorded it than `sub`.
    pub fn check_bekend_te_maken(&self, sub: &str) -> Result<(), BekendmakingGeweigerd> {
        self.besluit.check_bekend_te_maken()?;
        if self.herkomst.sub() == Some(sub) {
            Err(BekendmakingGeweigerd::ZelfdePersoon)
        } else {
            Ok(())
        }
    }

    /// How a value of the decision stands now.
    pub fn find_huidig(&self, besloten: &BeslotenWaarde) -> Huidig {
        let mut huidig = Huidig {
            id: besloten.id,
            waarde: Some(besloten.waarde.clone()),
            periode: besloten.periode,
        };
        // A correction is recorded after what it corrects, so one pass in order follows the chain.
        for akte in &self.correcties {
            if akte.correctie.corrigeert == huidig.id {
                huidig = Huidig {
                    id: akte.correctie.id,
                    waarde: akte.correctie.waarde.clone(),
                    periode: akte.correctie.periode,
                };
            }
        }
        huidig
    }

    /// The decision with its corrections worked in, to publish what it really says.
    pub fn corrected(&self) -> Besluit {
        let waarden = self.besluit.waarden().iter().filter_map(|besloten| {
            let huidig = self.find_huidig(besloten);
            Some(BeslotenWaarde {
                id: huidig.id,
                sleutel: besloten.sleutel.clone(),
                waarde: huidig.waarde?,
                periode: huidig.periode,
                gebied: besloten.gebied,
            })
        });
        self.besluit.with_waarden(waarden.collect())
    }
}

impl CorrectieInvoer {
    /// Reads and judges a correction of `besloten`; every fault at once, each at its field.
    pub fn parse(
        &self,
        akte: &Besluitakte,
        besloten: &BeslotenWaarde,
        omgeving: Omgeving<'_>,
        ids: &dyn IdGenerator,
    ) -> Result<Correctie, Veldfouten> {
        let mut lezer = Lezer::new(omgeving.notatie);
        let huidig = akte.find_huidig(besloten);
        let kop = akte.besluit.kop();
        let reden = lezer.parse_regel("reden", &self.reden, 400);
        let van = if self.van.trim().is_empty() {
            Some(huidig.periode.van())
        } else {
            lezer.parse_datum("van", &self.van)
        };
        let tot = (!self.tot.trim().is_empty()).then(|| lezer.parse_datum("tot", &self.tot));
        let periode = van.and_then(|van| {
            let periode = Periode::try_new(van, tot.flatten());
            lezer.controle.take("tot", periode)
        });
        if van.is_some_and(|van| van < kop.inwerkingtreding) {
            let melding = "een waarde gaat niet in vóór het besluit zelf";
            lezer.controle.refuse("van", melding);
        }
        let parameter = omgeving.catalogus.find(besloten.sleutel.as_str());
        let mut waarde = None;
        if let Some(parameter) = parameter.filter(|_| !self.waarde.trim().is_empty()) {
            let gelezen = lezer.notatie.parse_waarde(parameter.soort, &self.waarde);
            waarde = lezer.controle.take("waarde", gelezen);
        }
        let is_gelijk = huidig.waarde == waarde && periode == Some(huidig.periode);
        if is_gelijk && lezer.controle.is_schoon() {
            let melding = "dit is wat er al staat: verander de waarde of een datum";
            lezer.controle.refuse("waarde", melding);
        }
        lezer.controle.finish()?;
        let (Some(reden), Some(periode)) = (reden, periode) else {
            return Err(Veldfouten::single("", "de correctie is niet volledig"));
        };
        let correctie = Correctie {
            id: WaardeId::new(ids.next()),
            besluit: kop.id,
            orgaan: kop.orgaan,
            sleutel: besloten.sleutel.clone(),
            corrigeert: huidig.id,
            waarde,
            periode,
            gebied: besloten.gebied,
            reden,
        };
        correctie.check(&akte.besluit, omgeving)?;
        Ok(correctie)
    }
}

impl Correctie {
    /// Holds the corrected value against the law and against the other values.
    fn check(&self, besluit: &Besluit, omgeving: Omgeving<'_>) -> Result<(), Veldfouten> {
        let parameter = omgeving.catalogus.find(self.sleutel.as_str());
        let inwerkingtreding = match besluit.stand() {
            Besluitstand::NietAanvaard => return Ok(()),
            Besluitstand::Aanvaard => besluit.kop().inwerkingtreding,
            Besluitstand::Bekendgemaakt { bekendmaking, .. } => bekendmaking.inwerkingtreding,
        };
        let bindend =
            Periode::try_new(self.periode.van().max(inwerkingtreding), self.periode.tot());
        let (Some(parameter), Some(waarde), Ok(periode)) = (parameter, &self.waarde, bindend)
        else {
            return Ok(());
        };
        let mut straks = omgeving.beleid.waarden().to_vec();
        straks.push(Vastgesteld {
            id: self.id,
            sleutel: self.sleutel.clone(),
            waarde: self.waarde.clone(),
            periode,
            gebied: self.gebied,
            besluit: besluit.verwijzing(),
            bekend_op: Moment::MAX,
            corrigeert: Some(self.corrigeert),
        });
        check_waarde(parameter, waarde, self.orgaan, periode)
            .and_then(|()| {
                let straks = Beleid::new(straks).in_gebied(self.gebied);
                check_samenhang(omgeving.catalogus, parameter, &straks, periode)
            })
            .map_err(|strijd| Veldfouten::single("waarde", strijd.to_string()))
    }
}
