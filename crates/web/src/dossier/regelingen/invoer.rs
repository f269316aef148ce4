//! What a caseworker fills in about a scheme.

use application::recht::{Regelingspagina, Regelingsvraag};
use domain::recht::Vermogen;
use domain::recht::regelingen::{
    Bijzonderfeiten, Deelnemers, Minimafeiten, Minimasoort, Regelingsfeiten,
};
use primitives::{Datum, Geld, Veldcontrole, Veldfouten, datum_kort, geld_nl};

use super::Soort;
use super::kosten::Post;
use crate::dossier::regelingvelden::{
    DAG, take_aantal, take_dag, take_geld, take_maanden, take_or_leeg, take_vermogen,
};

/// The longest reason for giving something else than the rules.
const REDEN_MAX: usize = 500;

macro_rules! invoer {
    ($($veld:ident: $naam:literal),+ $(,)?) => {
        /// What was typed; a missing field is an empty one.
        #[derive(Clone, Default)]
        pub(in crate::dossier) struct Invoer {
            $(pub(super) $veld: String,)+
            /// The costs of bijzondere bijstand, one or more.
            pub(super) posten: Vec<Post>,
        }

        impl Invoer {
            /// The form that was sent.
            pub(super) fn of(velden: &[(String, String)]) -> Self {
                let find = |naam: &str| find_veld(velden, naam);
                Self {
                    $($veld: find($naam),)+
                    posten: Post::list(velden),
                }
            }
        }
    };
}
invoer! {
    regeling: "regeling",
    peildatum: "peildatum",
    inkomen: "inkomen",
    bezittingen: "bezittingen",
    schulden: "schulden",
    overwaarde_woning: "overwaardeWoning",
    eerdere_kosten: "eerdereKosten",
    draagkracht_gebruikt: "draagkrachtGebruikt",
    draagkracht_maanden: "draagkrachtMaanden",
    afwijking: "afwijking",
    afwijking_reden: "afwijkingReden",
    kinderen_tot12: "kinderenTot12",
    kinderen_vanaf12: "kinderenVanaf12",
    kan_niet_werken: "kanNietWerken",
    studiefinanciering: "studiefinanciering",
    wajong: "wajong",
    stage: "stageInkomsten",
    doelgroep: "doelgroep",
    begin: "begin",
    uren: "uren",
    voltijd_uren: "voltijdUren",
    loonwaarde: "loonwaarde",
    sociale_werkvoorziening: "socialeWerkvoorziening",
    andere_subsidie: "andereSubsidie",
    premie: "premie",
    akkoord: "akkoordCollege",
    maanden_gewerkt: "maandenGewerkt",
    maanden_bijstand: "maandenBijstand",
    eerder_bedrag: "eerderDitJaar",
    eerder_keer: "keerEerderDitJaar",
}

/// A field that was sent, or nothing.
pub(crate) fn find_veld(velden: &[(String, String)], naam: &str) -> String {
    let gevonden = velden.iter().find(|(veld, _)| veld == naam);
    gevonden
        .map(|(_, waarde)| waarde.clone())
        .unwrap_or_default()
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
            eerder_bedrag: "0".to_owned(),
            eerder_keer: "0".to_owned(),
            stage: "0".to_owned(),
            posten: vec![Post::default()],
            ..Self::default()
        }
    }

    pub(super) fn parse(&self, soort: Soort) -> Result<Regelingsvraag, Veldfouten> {
        let mut controle = Veldcontrole::default();
        let c = &mut controle;
        let peildatum = take_dag(c, "peildatum", &self.peildatum);
        let inkomen = if soort.asks_inkomen() {
            take_geld(c, "inkomen", &self.inkomen)
        } else {
            None
        };
        let vermogen = if soort.asks_vermogen() {
            let velden = [&self.bezittingen, &self.schulden, &self.overwaarde_woning];
            take_vermogen(c, velden.map(String::as_str))
        } else {
            Some(Vermogen::GEEN)
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
            Soort::Studietoeslag => self.take_studie(c).map(Regelingsfeiten::Studietoeslag),
            Soort::Loonkosten => self
                .take_loonkosten(c)
                .map(Regelingsfeiten::Loonkostensubsidie),
            Soort::Premie => self.take_premie(c).map(Regelingsfeiten::Premie),
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
        let posten: Vec<_> = self.posten.iter().map(|post| post.take(c)).collect();
        let eerdere_kosten = take_geld(c, "eerdereKosten", &self.eerdere_kosten);
        let gebruikt = take_geld(c, "draagkrachtGebruikt", &self.draagkracht_gebruikt);
        let maanden = &self.draagkracht_maanden;
        let draagkracht_maanden = take_or_leeg(c, "draagkrachtMaanden", maanden, take_maanden);
        let afwijking = take_or_leeg(c, "afwijking", &self.afwijking, take_geld);
        self.check_reden(c);
        Some(Bijzonderfeiten {
            kosten: posten.into_iter().collect::<Option<_>>()?,
            eerdere_kosten: eerdere_kosten?,
            inkomen: inkomen?,
            draagkracht_gebruikt: gebruikt?,
            draagkracht_maanden,
            afwijking,
        })
    }

    /// Who gives something else than the rules says why: the college weighs the circumstances. Participatiewet art. 18 lid 1.
    fn check_reden(&self, c: &mut Veldcontrole) {
        let reden = self.afwijking_reden.trim();
        match (self.afwijking.trim().is_empty(), reden.is_empty()) {
            (false, true) => c.refuse(
                "afwijkingReden",
                "schrijf op waarom u afwijkt van de regels (Participatiewet art. 18 lid 1)",
            ),
            (true, false) => c.refuse("afwijking", "vul in welk bedrag u in plaats daarvan geeft"),
            _ if reden.chars().count() > REDEN_MAX => c.refuse(
                "afwijkingReden",
                format!("deze tekst is te lang: hoogstens {REDEN_MAX} tekens"),
            ),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::regelingen::kosten::Post;

    fn velden(invoer: &Invoer, soort: Soort) -> Vec<String> {
        let fouten = invoer.parse(soort).err();
        let lijst = fouten.iter().flat_map(Veldfouten::list);
        lijst.map(|fout| fout.veld.clone()).collect()
    }

    #[test]
    fn every_wrong_field_is_named_for_its_scheme_only() {
        let leeg = Invoer {
            posten: vec![Post::default()],
            ..Invoer::default()
        };
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
        assert_eq!(
            velden(&leeg, Soort::Studietoeslag),
            [
                "peildatum",
                "kanNietWerken",
                "studiefinanciering",
                "wajong",
                "stageInkomsten"
            ]
        );
        assert_eq!(
            velden(&leeg, Soort::Loonkosten),
            [
                "peildatum",
                "doelgroep",
                "begin",
                "uren",
                "socialeWerkvoorziening",
                "andereSubsidie"
            ]
        );
        assert_eq!(
            velden(&leeg, Soort::Premie),
            [
                "peildatum",
                "premie",
                "akkoordCollege",
                "eerderDitJaar",
                "keerEerderDitJaar",
                "doelgroep"
            ]
        );
    }

    #[test]
    fn every_cost_and_a_deviation_without_its_reason_is_named() {
        let sent = |naam: &str, waarde: &str| (naam.to_owned(), waarde.to_owned());
        let invoer = Invoer::of(&[
            sent("soortKosten", "Uitvaart"),
            sent("leengrond", "x"),
            sent("soortKosten.2", "Bril"),
            sent("kosten.2", "veel"),
            sent("draagkrachtMaanden", "1,5"),
            sent("afwijking", "100"),
        ]);
        assert_eq!(invoer.posten.len(), 2);
        let velden = velden(&invoer, Soort::Bijzonder);
        for veld in [
            "leengrond",
            "kosten",
            "kosten.2",
            "noodzakelijk.2",
            "draagkrachtMaanden",
            "afwijkingReden",
        ] {
            assert!(velden.contains(&veld.to_owned()), "{veld} in {velden:?}");
        }
    }
}
