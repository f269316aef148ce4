//! The decision form as ticked, and the outcome that it says.

use serde::Deserialize;

use super::Orgaan;
use super::lezer::Lezer;
use super::uitkomst::{Beslissing, Beslissingsoort, Stemming, Stemmingsoort, Uitkomst};

/// The decision form as ticked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct UitkomstInvoer {
    /// Code of the [`Beslissingsoort`].
    pub beslissing: String,
    /// The change, with `aangenomen-met-amendement`.
    pub amendement: String,
    /// Code of the [`Stemmingsoort`], or empty.
    pub stemming: String,
    /// Votes for, with `geteld`.
    pub stemmen_voor: String,
    /// Votes against, with `geteld`.
    pub stemmen_tegen: String,
    /// The agenda item at which the paper was handed out.
    pub uitgereikt_bij: String,
    /// Remarks and promises.
    pub opmerkingen: String,
}

impl UitkomstInvoer {
    pub(super) fn parse(&self, orgaan: Orgaan, lezer: &mut Lezer) -> Option<Uitkomst> {
        let amendement = lezer.parse_alinea("uitkomst.amendement", &self.amendement);
        let uitgereikt_bij = lezer.parse_alinea("uitkomst.uitgereiktBij", &self.uitgereikt_bij);
        let opmerkingen = lezer.parse_alinea("uitkomst.opmerkingen", &self.opmerkingen);
        let stemming = self.parse_stemming(lezer);
        let Some(soort) = Beslissingsoort::from_code(self.beslissing.trim()) else {
            lezer
                .controle
                .refuse("uitkomst.beslissing", "kies wat er is besloten");
            return None;
        };
        let beslissing = match (soort, amendement) {
            (Beslissingsoort::AangenomenMetAmendement, Some(amendement)) => {
                Beslissing::AangenomenMetAmendement { amendement }
            }
            (Beslissingsoort::AangenomenMetAmendement, None) => {
                lezer.controle.refuse(
                    "uitkomst.amendement",
                    "schrijf wat het amendement verandert",
                );
                return None;
            }
            (_, Some(_)) => {
                lezer.controle.refuse("uitkomst.amendement", "een amendement hoort bij ‘aangenomen met amendement’: kies dat, of maak dit veld leeg");
                return None;
            }
            (Beslissingsoort::InHandenVanBenw, None) if orgaan == Orgaan::College => {
                lezer.controle.refuse(
                    "uitkomst.beslissing",
                    "alleen de raad stelt een voorstel in handen van B&W",
                );
                return None;
            }
            (Beslissingsoort::ConformVoorstel, None) => Beslissing::ConformVoorstel,
            (Beslissingsoort::Aangenomen, None) => Beslissing::Aangenomen,
            (Beslissingsoort::Aangehouden, None) => Beslissing::Aangehouden,
            (Beslissingsoort::Verworpen, None) => Beslissing::Verworpen,
            (Beslissingsoort::InHandenVanBenw, None) => {
                Beslissing::InHandenVanBurgemeesterEnWethouders
            }
        };
        let Ok(stemming) = stemming else { return None };
        let uitkomst = Uitkomst {
            beslissing,
            stemming,
            uitgereikt_bij,
            opmerkingen,
        };
        lezer
            .controle
            .take("uitkomst.stemmenVoor", uitkomst.check_stemming())?;
        Some(uitkomst)
    }

    /// The vote: none where nothing was ticked, a fault (already noted) where it was ticked wrongly.
    fn parse_stemming(&self, lezer: &mut Lezer) -> Result<Option<Stemming>, Afgekeurd> {
        let code = self.stemming.trim();
        let soort = Stemmingsoort::from_code(code);
        if soort.is_none() && !code.is_empty() {
            let controle = &mut lezer.controle;
            controle.refuse("uitkomst.stemming", "kies hoe er is gestemd");
            return Err(Afgekeurd);
        }
        if soort == Some(Stemmingsoort::Geteld) {
            let voor = lezer.parse_stemmen("uitkomst.stemmenVoor", &self.stemmen_voor);
            let tegen = lezer.parse_stemmen("uitkomst.stemmenTegen", &self.stemmen_tegen);
            let (voor, tegen) = voor.zip(tegen).ok_or(Afgekeurd)?;
            return Ok(Some(Stemming::Geteld { voor, tegen }));
        }
        for (veld, tekst) in [
            ("uitkomst.stemmenVoor", &self.stemmen_voor),
            ("uitkomst.stemmenTegen", &self.stemmen_tegen),
        ] {
            if !tekst.trim().is_empty() {
                let melding =
                    "aantallen horen bij ‘stemmen geteld’: kies dat, of maak dit veld leeg";
                lezer.controle.refuse(veld, melding);
                return Err(Afgekeurd);
            }
        }
        Ok(match soort {
            Some(Stemmingsoort::ZonderHoofdelijkeStemming) => {
                Some(Stemming::ZonderHoofdelijkeStemming)
            }
            Some(Stemmingsoort::AlgemeneStemmen) => Some(Stemming::AlgemeneStemmen),
            Some(Stemmingsoort::Geteld) | None => None,
        })
    }
}

/// A field was refused, and its fault noted.
struct Afgekeurd;
