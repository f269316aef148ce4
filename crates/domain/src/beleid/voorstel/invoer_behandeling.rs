//! The treatment of a proposal in a meeting as typed, and the decision that arises from it.

use primitives::{IdGenerator, Veldfouten};
use serde::Deserialize;

use super::invoer::add_fout;
use super::{Behandeling, Voorstel, Voorsteltekst};
use crate::beleid::invoer::{BesluitInvoer, IntrekkingInvoer, Omgeving, WaardeInvoer};
use crate::beleid::lezer::Lezer;
use crate::beleid::{Beslissingsoort, Besluit, UitkomstInvoer};

/// The treatment of a proposal as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct BehandelingInvoer {
    /// The day of the meeting.
    pub vergaderdatum: String,
    /// The decision form.
    pub uitkomst: UitkomstInvoer,
    /// The number of the decision, where the organ took it.
    pub nummer: String,
    /// The day on which it enters into force; empty for the one in the proposal.
    pub inwerkingtreding: String,
    /// Why it works back in time; empty for the reason in the proposal.
    pub terugwerkend: String,
    /// The frames after an amendment; none for those of the proposal.
    pub kaders: Option<Vec<String>>,
    /// Every value after an amendment; none for those of the proposal.
    pub waarden: Option<Vec<WaardeInvoer>>,
    /// Every withdrawal after an amendment; none for those of the proposal.
    pub intrekkingen: Option<Vec<IntrekkingInvoer>>,
}

/// What a treatment leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behandeluitkomst {
    /// The act.
    pub behandeling: Behandeling,
    /// The decision, where the organ took it.
    pub besluit: Option<Besluit>,
}

impl BehandelingInvoer {
    /// Reads and judges the treatment of `voorstel`; every fault at once, each at its field.
    pub fn parse(
        &self,
        voorstel: &Voorstel,
        omgeving: Omgeving<'_>,
        ids: &dyn IdGenerator,
    ) -> Result<Behandeluitkomst, Veldfouten> {
        let soort = Beslissingsoort::from_code(self.uitkomst.beslissing.trim());
        let uitkomst = if soort.is_none_or(Beslissingsoort::is_aanvaard) {
            self.parse_aanvaard(voorstel, omgeving, ids)
        } else {
            self.parse_niet_aanvaard(voorstel, omgeving)
        };
        let vergaderdatum = match &uitkomst {
            Ok(uitkomst) => Some(uitkomst.behandeling.vergaderdatum),
            Err(_) => {
                Lezer::new(omgeving.notatie).parse_datum("vergaderdatum", &self.vergaderdatum)
            }
        };
        let vorige = voorstel.last_behandeling().map(|b| b.vergaderdatum);
        if vergaderdatum.is_some_and(|dag| vorige.is_some_and(|vorige| dag <= vorige)) {
            let melding = "dit voorstel is al behandeld op deze dag of later: vul de dag van een latere vergadering in";
            return Err(add_fout(uitkomst.err(), "vergaderdatum", melding));
        }
        uitkomst
    }

    /// The organ took it: the decision is judged as any other, and may differ from the proposal by amendment only.
    fn parse_aanvaard(
        &self,
        voorstel: &Voorstel,
        omgeving: Omgeving<'_>,
        ids: &dyn IdGenerator,
    ) -> Result<Behandeluitkomst, Veldfouten> {
        let voorgesteld = voorstel.tekst();
        let besluit = self.as_besluit(voorgesteld, omgeving);
        let besluit = besluit.parse(voorstel.kop().orgaan, omgeving, ids)?;
        let is_gewijzigd = !Voorsteltekst::from(&besluit).says_the_same(voorgesteld);
        if is_gewijzigd && besluit.kop().uitkomst.beslissing.amendement().is_none() {
            let melding = "de waarden of kaders wijken af van het voorstel: kies ‘aangenomen met amendement’, of herstel wat is voorgesteld";
            return Err(Veldfouten::single("uitkomst.beslissing", melding));
        }
        let kop = besluit.kop();
        Ok(Behandeluitkomst {
            behandeling: Behandeling {
                vergaderdatum: kop.vergaderdatum,
                uitkomst: kop.uitkomst.clone(),
                besluit: Some(kop.id),
            },
            besluit: Some(besluit),
        })
    }

    fn parse_niet_aanvaard(
        &self,
        voorstel: &Voorstel,
        omgeving: Omgeving<'_>,
    ) -> Result<Behandeluitkomst, Veldfouten> {
        let mut lezer = Lezer::new(omgeving.notatie);
        let vergaderdatum = lezer.parse_vergaderdatum(&self.vergaderdatum, omgeving.vandaag);
        let uitkomst = self.uitkomst.parse(voorstel.kop().orgaan, &mut lezer);
        lezer.controle.finish()?;
        match (vergaderdatum, uitkomst) {
            (Some(vergaderdatum), Some(uitkomst)) => Ok(Behandeluitkomst {
                behandeling: Behandeling {
                    vergaderdatum,
                    uitkomst,
                    besluit: None,
                },
                besluit: None,
            }),
            _ => Err(Veldfouten::single("", "de behandeling is niet volledig")),
        }
    }

    fn as_besluit(&self, voorgesteld: &Voorsteltekst, omgeving: Omgeving<'_>) -> BesluitInvoer {
        let tekst = voorgesteld.to_invoer(omgeving.notatie);
        let inwerkingtreding = if self.inwerkingtreding.trim().is_empty() {
            tekst.inwerkingtreding
        } else {
            self.inwerkingtreding.clone()
        };
        BesluitInvoer {
            nummer: self.nummer.clone(),
            titel: tekst.titel,
            vergaderdatum: self.vergaderdatum.clone(),
            toelichting: tekst.toelichting,
            kaders: self.kaders.clone().unwrap_or(tekst.kaders),
            uitkomst: self.uitkomst.clone(),
            inwerkingtreding,
            terugwerkend: if self.terugwerkend.trim().is_empty() {
                tekst.terugwerkend
            } else {
                self.terugwerkend.clone()
            },
            waarden: self.waarden.clone().unwrap_or(tekst.waarden),
            intrekkingen: self.intrekkingen.clone().unwrap_or(tekst.intrekkingen),
        }
    }
}
