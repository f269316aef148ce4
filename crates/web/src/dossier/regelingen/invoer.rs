//! What a caseworker fills in about a scheme.

use application::recht::{Regelingspagina, Regelingsvraag};
use domain::recht::Vermogen;
use domain::recht::regelingen::{
    Bijzonderfeiten, Deelnemers, Kostenoordeel, Kostenpost, Leengrond, Minimafeiten, Minimasoort,
    Regelingsfeiten,
};
use primitives::{Datum, Geld, Veldcontrole, Veldfouten, datum_kort, geld_nl};
use serde::Deserialize;

use super::Soort;
use crate::dossier::regelingvelden::{
    DAG, take_aantal, take_dag, take_geld, take_ja_nee, take_maanden, take_or_leeg, take_vermogen,
};

/// The longest name of a kind of costs.
const KOSTEN_MAX: usize = 200;

#[derive(Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(in crate::dossier) struct Invoer {
    pub(super) regeling: String,
    pub(super) peildatum: String,
    pub(super) inkomen: String,
    pub(super) bezittingen: String,
    pub(super) schulden: String,
    pub(super) overwaarde_woning: String,
    pub(super) soort_kosten: String,
    pub(super) kosten: String,
    pub(super) noodzakelijk: String,
    pub(super) bijzonder: String,
    pub(super) voorliggend: String,
    pub(super) eerdere_kosten: String,
    pub(super) draagkracht_gebruikt: String,
    pub(super) draagkracht_maanden: String,
    pub(super) leengrond: String,
    pub(super) lening: String,
    pub(super) kinderen_tot12: String,
    pub(super) kinderen_vanaf12: String,
}

impl Invoer {
    /// The fields as far as they are known: who lives on bijstand has an income of the norm.
    pub(super) fn proposed(pagina: &Regelingspagina, vandaag: Datum) -> Self {
        let norm = pagina.bekend.as_ref().and_then(|bekend| bekend.norm);
        Self {
            peildatum: datum_kort(vandaag),
            inkomen: norm
                .map(|norm| geld_nl(norm).trim_start_matches("€\u{a0}").to_owned())
                .unwrap_or_default(),
            eerdere_kosten: "0".to_owned(),
            draagkracht_gebruikt: "0".to_owned(),
            ..Self::default()
        }
    }

    pub(super) fn parse(&self, soort: Soort) -> Result<Regelingsvraag, Veldfouten> {
        let mut controle = Veldcontrole::default();
        let c = &mut controle;
        let peildatum = take_dag(c, "peildatum", &self.peildatum);
        let inkomen = take_geld(c, "inkomen", &self.inkomen);
        let vermogen = match soort {
            Soort::Zorgverzekering => Some(Vermogen::GEEN),
            Soort::Bijzonder | Soort::Meedoen => take_vermogen(
                c,
                [&self.bezittingen, &self.schulden, &self.overwaarde_woning],
            ),
        };
        let feiten = match soort {
            Soort::Bijzonder => self
                .take_bijzonder(c, inkomen)
                .map(Regelingsfeiten::BijzondereBijstand),
            Soort::Meedoen => self
                .take_minima(c, inkomen)
                .map(Regelingsfeiten::Minimaregeling),
            Soort::Zorgverzekering => inkomen.map(|inkomen| {
                Regelingsfeiten::Minimaregeling(Minimafeiten {
                    soort: Minimasoort::Zorgverzekering,
                    inkomen,
                    deelnemers: Deelnemers::GEEN_KINDEREN,
                })
            }),
        };
        controle.finish()?;
        let (Some(peildatum), Some(vermogen), Some(feiten)) = (peildatum, vermogen, feiten) else {
            // What is absent was refused above.
            return Err(Veldfouten::single("peildatum", DAG));
        };
        Ok(Regelingsvraag {
            peildatum,
            vermogen,
            feiten,
        })
    }

    fn take_minima(&self, c: &mut Veldcontrole, inkomen: Option<Geld>) -> Option<Minimafeiten> {
        let tot_12 = take_aantal(c, "kinderenTot12", &self.kinderen_tot12);
        let vanaf_12 = take_aantal(c, "kinderenVanaf12", &self.kinderen_vanaf12);
        Some(Minimafeiten {
            soort: Minimasoort::Meedoen,
            inkomen: inkomen?,
            deelnemers: Deelnemers {
                kinderen_tot_12: tot_12?,
                kinderen_vanaf_12: vanaf_12?,
            },
        })
    }

    fn take_bijzonder(
        &self,
        c: &mut Veldcontrole,
        inkomen: Option<Geld>,
    ) -> Option<Bijzonderfeiten> {
        let post = self.take_kosten(c);
        let eerdere_kosten = take_geld(c, "eerdereKosten", &self.eerdere_kosten);
        let gebruikt = take_geld(c, "draagkrachtGebruikt", &self.draagkracht_gebruikt);
        let maanden = &self.draagkracht_maanden;
        let draagkracht_maanden = take_or_leeg(c, "draagkrachtMaanden", maanden, take_maanden);
        Some(Bijzonderfeiten {
            kosten: vec![post?],
            eerdere_kosten: eerdere_kosten?,
            inkomen: inkomen?,
            draagkracht_gebruikt: gebruikt?,
            draagkracht_maanden,
            afwijking: None,
        })
    }

    fn take_kosten(&self, c: &mut Veldcontrole) -> Option<Kostenpost> {
        let soort = self.soort_kosten.trim();
        let is_leesbaar = !soort.is_empty()
            && soort.chars().count() <= KOSTEN_MAX
            && !soort.chars().any(char::is_control);
        let soort = is_leesbaar
            .then(|| soort.to_owned())
            .ok_or("vul in waarvoor de kosten zijn, in hoogstens 200 tekens");
        let soort = c.take("soortKosten", soort);
        let bedrag = take_geld(c, "kosten", &self.kosten);
        let noodzakelijk = take_ja_nee(c, "noodzakelijk", &self.noodzakelijk);
        let bijzonder = take_ja_nee(c, "bijzonder", &self.bijzonder);
        let elders = take_ja_nee(c, "voorliggend", &self.voorliggend);
        let leengrond = take_or_leeg(c, "leengrond", &self.leengrond, take_leengrond);
        Some(Kostenpost {
            soort: soort?,
            bedrag: bedrag?,
            oordeel: Kostenoordeel::of(noodzakelijk?, bijzonder?, elders?),
            leengrond,
            is_lening: self.lening == "ja",
        })
    }
}

fn take_leengrond(controle: &mut Veldcontrole, veld: &str, tekst: &str) -> Option<Leengrond> {
    let mut gronden = Leengrond::ALL.into_iter();
    let grond = gronden
        .find(|(naam, _)| *naam == tekst)
        .map(|(_, grond)| grond);
    controle.take(veld, grond.ok_or("kies een reden uit de lijst"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn velden(invoer: &Invoer, soort: Soort) -> Vec<String> {
        let fouten = invoer.parse(soort).err();
        let lijst = fouten.iter().flat_map(Veldfouten::list);
        lijst.map(|fout| fout.veld.clone()).collect()
    }

    #[test]
    fn every_wrong_field_is_named_for_its_scheme_only() {
        let leeg = Invoer::default();
        assert_eq!(
            velden(&leeg, Soort::Bijzonder),
            [
                "peildatum",
                "inkomen",
                "bezittingen",
                "schulden",
                "soortKosten",
                "kosten",
                "noodzakelijk",
                "bijzonder",
                "voorliggend",
                "eerdereKosten",
                "draagkrachtGebruikt",
            ]
        );
        assert_eq!(
            velden(&leeg, Soort::Meedoen),
            [
                "peildatum",
                "inkomen",
                "bezittingen",
                "schulden",
                "kinderenTot12",
                "kinderenVanaf12",
            ]
        );
        assert_eq!(
            velden(&leeg, Soort::Zorgverzekering),
            ["peildatum", "inkomen"]
        );
        let fout = Invoer {
            leengrond: "x".to_owned(),
            draagkracht_maanden: "1,5".to_owned(),
            ..leeg
        };
        let velden = velden(&fout, Soort::Bijzonder);
        assert!(velden.contains(&"leengrond".to_owned()));
        assert!(velden.contains(&"draagkrachtMaanden".to_owned()));
    }
}
