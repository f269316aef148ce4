//! What a caseworker fills in about a scheme, to look what it would be and to propose a decision alike.

use domain::recht::regelingen::{
    Bijzonderfeiten, Deelnemers, Minimafeiten, Minimasoort, Regelingsfeiten,
};
use primitives::{Geld, Veldcontrole, geld_nl};

use super::Soort;
use super::kosten::{POSTEN_MAX, Post};
use super::lezen::{take_aantal, take_dag, take_geld, take_maanden, take_or_leeg};
use crate::formuliervelden::find_veld;

/// The longest reason for giving something else than the rules.
const REDEN_MAX: usize = 500;

macro_rules! invoer {
    ($($veld:ident: $naam:literal),+ $(,)?) => {
        /// What was typed; a missing field is an empty one.
        #[derive(Clone, Default)]
        pub(crate) struct Regelinginvoer {
            $(pub(crate) $veld: String,)+
            /// The costs of bijzondere bijstand, one or more.
            pub(crate) posten: Vec<Post>,
        }

        impl Regelinginvoer {
            /// The form that was sent.
            pub(crate) fn of(velden: &[(String, String)]) -> Self {
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
    inkomen: "inkomen",
    eerdere_kosten: "eerdereKosten",
    draagkracht_gebruikt: "draagkrachtGebruikt",
    draagkracht_maanden: "draagkrachtMaanden",
    draagkracht_begin: "draagkrachtBegin",
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

/// How a form asks about the children of a household.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kindervraag {
    /// How many there are, by age.
    Aantallen,
    /// When they were born, in a field of the household itself.
    Geboortedata,
}

impl Regelinginvoer {
    /// The fields as far as they are known: who lives on bijstand has an income of the norm.
    pub(crate) fn proposed(norm: Option<Geld>) -> Self {
        Self {
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

    /// The form with one more cost, as far as one may be added.
    #[must_use]
    pub(crate) fn with_post(mut self) -> Self {
        if self.posten.len() < POSTEN_MAX {
            self.posten.push(Post::new(self.posten.len() + 1));
        }
        self
    }

    /// The facts of a scheme; every fault by its field. The children of `meedoen` are counted where they are asked for.
    pub(crate) fn read(
        &self,
        c: &mut Veldcontrole,
        soort: Soort,
        kinderen: Kindervraag,
    ) -> Option<Regelingsfeiten> {
        let inkomen = if soort.asks_inkomen() {
            take_geld(c, "inkomen", &self.inkomen)
        } else {
            None
        };
        match soort {
            Soort::Bijzonder => self
                .take_bijzonder(c, inkomen)
                .map(Regelingsfeiten::BijzondereBijstand),
            Soort::Meedoen => self
                .take_minima(c, inkomen, kinderen)
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
        }
    }

    fn take_minima(
        &self,
        c: &mut Veldcontrole,
        inkomen: Option<Geld>,
        kinderen: Kindervraag,
    ) -> Option<Minimafeiten> {
        let (tot_12, vanaf_12) = match kinderen {
            Kindervraag::Aantallen => (
                take_aantal(c, "kinderenTot12", &self.kinderen_tot12),
                take_aantal(c, "kinderenVanaf12", &self.kinderen_vanaf12),
            ),
            Kindervraag::Geboortedata => (Some(0), Some(0)),
        };
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
        let begin = &self.draagkracht_begin;
        let draagkracht_begin = take_or_leeg(c, "draagkrachtBegin", begin, take_dag);
        let afwijking = take_or_leeg(c, "afwijking", &self.afwijking, take_geld);
        self.check_reden(c);
        Some(Bijzonderfeiten {
            kosten: posten.into_iter().collect::<Option<_>>()?,
            eerdere_kosten: eerdere_kosten?,
            inkomen: inkomen?,
            draagkracht_gebruikt: gebruikt?,
            draagkracht_maanden,
            draagkracht_begin,
            afwijking,
        })
    }

    /// Whether it says why something else than the rules is given, in a text that is not too long.
    pub(crate) fn has_reden(&self) -> bool {
        (1..=REDEN_MAX).contains(&self.afwijking_reden.trim().chars().count())
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
    use primitives::Veldfouten;

    fn velden(invoer: &Regelinginvoer, soort: Soort) -> Vec<String> {
        let mut controle = Veldcontrole::default();
        invoer.read(&mut controle, soort, Kindervraag::Aantallen);
        let fouten = controle.finish().err();
        let lijst = fouten.iter().flat_map(Veldfouten::list);
        lijst.map(|fout| fout.veld.clone()).collect()
    }

    #[test]
    fn every_wrong_field_is_named_for_its_scheme_only() {
        let leeg = Regelinginvoer {
            posten: vec![Post::default()],
            ..Regelinginvoer::default()
        };
        assert_eq!(
            velden(&leeg, Soort::Bijzonder),
            [
                "inkomen",
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
            ["inkomen", "kinderenTot12", "kinderenVanaf12",]
        );
        assert_eq!(velden(&leeg, Soort::Zorgverzekering), ["inkomen"]);
        assert_eq!(
            velden(&leeg, Soort::Studietoeslag),
            [
                "kanNietWerken",
                "studiefinanciering",
                "wajong",
                "stageInkomsten"
            ]
        );
        assert_eq!(
            velden(&leeg, Soort::Loonkosten),
            [
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
        let invoer = Regelinginvoer::of(&[
            sent("soortKosten", "Uitvaart"),
            sent("leengrond", "x"),
            sent("soortKosten.2", "Bril"),
            sent("kosten.2", "veel"),
            sent("draagkrachtMaanden", "1,5"),
            sent("kostenMaanden.2", "0"),
            sent("draagkrachtBegin", "morgen"),
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
            "kostenMaanden.2",
            "draagkrachtBegin",
            "afwijkingReden",
        ] {
            assert!(velden.contains(&veld.to_owned()), "{veld} in {velden:?}");
        }
    }
}
