//! What a caseworker fills in about a claim.

use application::recht::Vorderingsvraag;
use domain::recht::herziening::{Aflosverloop, Bestemming, Leenvorm, Lening};
use domain::recht::regelingen::Leengrond;
use primitives::{Geld, Veldcontrole, Veldfouten};
use serde::Deserialize;

use super::Soort;
use crate::dossier::regelingvelden::{
    take_geld, take_ja_nee, take_leengrond, take_maanden, take_or_leeg,
};
use crate::formuliervelden::Keuze;

macro_rules! invoer {
    ($($veld:ident: $naam:literal, $label:literal);+ $(;)?) => {
        /// What was typed; a missing field is an empty one.
        #[derive(Clone, Default, Deserialize)]
        pub(in crate::dossier) struct Invoer {
            $(#[serde(default, rename = $naam)] pub(super) $veld: String,)+
        }

        /// What the page calls a field, by its name.
        pub(super) fn label(naam: &str) -> &'static str {
            match naam {
                $($naam => $label,)+
                _ => "",
            }
        }
    };
}
invoer! {
    soort: "soort", "";
    bedrag: "bedrag", "Hoeveel was het?";
    afgelost: "afgelost", "Hoeveel is al terugbetaald?";
    nagekomen: "verplichtingenNagekomen", "Houdt de inwoner zich aan de afspraken?";
    leengrond: "leengrond", "Waarom was het een lening of borgtocht?";
    bijstand: "bijstand", "Hoeveel bijstand was er voor het doel?";
    vergoeding: "vergoeding", "Hoeveel kreeg de inwoner daarna?";
    zelfde: "zelfdeBestemming", "Was dat voor hetzelfde doel?";
    krijgt_bijstand: "algemeneBijstand", "De inwoner krijgt nu algemene bijstand";
    volledig: "maandenVolledigBetaald", "Hoeveel maanden achter elkaar betaalde de inwoner alles?";
    lopend: "maandenLopend", "Hoeveel maanden moet de inwoner al betalen?";
    achterstand: "achterstandBetaald", "Is alle achterstand over tien jaar alsnog betaald, met rente en kosten?";
    zonder: "maandenZonderBetaling", "Hoeveel maanden achter elkaar betaalde de inwoner niets?";
    verwacht: "betalingTeVerwachten", "Verwacht u dat de inwoner nog gaat betalen?";
    restsom: "restsom", "Hoeveel is nog over?";
    ineens: "inEenKeer", "Hoeveel betaalt de inwoner nu in één keer?";
}

impl Invoer {
    pub(super) fn parse(&self, soort: Soort) -> Result<Vorderingsvraag, Veldfouten> {
        let mut controle = Veldcontrole::default();
        let c = &mut controle;
        let vraag = match soort {
            Soort::Lening => self
                .take_lening(c, Leenvorm::Geldlening)
                .map(Vorderingsvraag::Lening),
            Soort::Borgtocht => self
                .take_lening(c, Leenvorm::Borgtocht)
                .map(Vorderingsvraag::Lening),
            Soort::Vergoeding => self.take_bestemming(c).map(Vorderingsvraag::Bestemming),
            Soort::Kwijtschelding => Some(Vorderingsvraag::Kwijtschelding(self.take_verloop(c))),
        };
        controle.finish()?;
        vraag.ok_or_else(|| Veldfouten::single("bedrag", "vul het formulier opnieuw in"))
    }

    fn take_lening(&self, c: &mut Veldcontrole, vorm: Leenvorm) -> Option<Lening> {
        let bedrag = take_geld(c, "bedrag", &self.bedrag);
        let afgelost = take_or_leeg(c, "afgelost", &self.afgelost, take_geld).unwrap_or(Geld::NUL);
        if bedrag.is_some_and(|bedrag| afgelost > bedrag) {
            c.refuse("afgelost", "er is niet meer terugbetaald dan het bedrag");
        }
        let nagekomen = &self.nagekomen;
        let is_nagekomen = take_or_leeg(c, "verplichtingenNagekomen", nagekomen, take_ja_nee);
        let grond = take_or_leeg(c, "leengrond", &self.leengrond, take_leengrond);
        Some(Lening {
            vorm,
            bedrag: bedrag?,
            afgelost,
            is_nagekomen,
            grond,
            krijgt_bijstand: self.krijgt_bijstand == "ja",
        })
    }

    fn take_bestemming(&self, c: &mut Veldcontrole) -> Option<Bestemming> {
        let bijstand = take_geld(c, "bijstand", &self.bijstand);
        let vergoeding = take_or_leeg(c, "vergoeding", &self.vergoeding, take_geld);
        let is_zelfde = take_or_leeg(c, "zelfdeBestemming", &self.zelfde, take_ja_nee);
        Some(Bestemming {
            bijstand: bijstand?,
            vergoeding,
            is_zelfde,
        })
    }

    fn take_verloop(&self, c: &mut Veldcontrole) -> Aflosverloop {
        let maanden = |c: &mut Veldcontrole, veld: &str, tekst: &str| {
            take_or_leeg(c, veld, tekst, take_maanden)
        };
        let ja_nee = |c: &mut Veldcontrole, veld: &str, tekst: &str| {
            take_or_leeg(c, veld, tekst, take_ja_nee)
        };
        Aflosverloop {
            maanden_volledig: maanden(c, "maandenVolledigBetaald", &self.volledig),
            maanden_lopend: maanden(c, "maandenLopend", &self.lopend),
            achterstand_betaald: ja_nee(c, "achterstandBetaald", &self.achterstand),
            maanden_zonder: maanden(c, "maandenZonderBetaling", &self.zonder),
            betaling_te_verwachten: ja_nee(c, "betalingTeVerwachten", &self.verwacht),
            restsom: take_or_leeg(c, "restsom", &self.restsom, take_geld),
            in_een_keer: take_or_leeg(c, "inEenKeer", &self.ineens, take_geld),
        }
    }
}

/// Why the law allowed a loan or a guarantee.
pub(super) fn list_leengronden() -> Vec<Keuze> {
    let gronden = Leengrond::ALL.into_iter();
    gronden
        .map(|(naam, grond)| {
            let artikel = grond.grondslag().trim_start_matches("Participatiewet ");
            Keuze::new(naam, format!("Want {} ({artikel})", grond.omschrijving()))
        })
        .collect()
}
