//! What a caseworker fills in about the schemes of study and work.

use domain::recht::regelingen::{Loonkostenfeiten, Premiefeiten, Premiesoort, Studiefeiten};
use primitives::{Percentage, Veldcontrole, parse_getal_nl};
use rust_decimal::Decimal;

use super::invoer::Regelinginvoer;
use super::lezen::{take_aantal, take_dag, take_geld, take_ja_nee, take_maanden, take_or_leeg};

/// The kinds of premium, by their names in a form, with what a page calls them.
pub(super) const PREMIES: [(&str, Premiesoort, &str); 4] = [
    (
        "participatieplaats",
        Premiesoort::Participatieplaats,
        "Zes maanden gewerkt op een participatieplaats (art. 10a lid 6)",
    ),
    ("uitstroom", Premiesoort::Uitstroom, "Werk gevonden"),
    (
        "proefplaats",
        Premiesoort::Proefplaats,
        "Een proefplaats afgemaakt",
    ),
    (
        "leerstage",
        Premiesoort::Leerstage,
        "Een leerstage afgemaakt",
    ),
];

impl Regelinginvoer {
    pub(super) fn take_studie(&self, c: &mut Veldcontrole) -> Option<Studiefeiten> {
        let kan_niet_werken = take_ja_nee(c, "kanNietWerken", &self.kan_niet_werken);
        let studiefinanciering = take_ja_nee(c, "studiefinanciering", &self.studiefinanciering);
        let wajong = take_ja_nee(c, "wajong", &self.wajong);
        let stage = take_geld(c, "stageInkomsten", &self.stage);
        Some(Studiefeiten {
            kan_niet_werken: kan_niet_werken?,
            heeft_studiefinanciering: studiefinanciering?,
            heeft_wajong: wajong?,
            stage: stage?,
        })
    }

    pub(super) fn take_loonkosten(&self, c: &mut Veldcontrole) -> Option<Loonkostenfeiten> {
        let doelgroep = take_ja_nee(c, "doelgroep", &self.doelgroep);
        let begin = take_dag(c, "begin", &self.begin);
        let uren = take_uren(c, "uren", &self.uren);
        let voltijd_uren = take_or_leeg(c, "voltijdUren", &self.voltijd_uren, take_uren);
        let loonwaarde = take_or_leeg(c, "loonwaarde", &self.loonwaarde, take_percentage);
        let wsw = take_ja_nee(c, "socialeWerkvoorziening", &self.sociale_werkvoorziening);
        let subsidie = take_ja_nee(c, "andereSubsidie", &self.andere_subsidie);
        Some(Loonkostenfeiten {
            is_doelgroep: doelgroep?,
            begin: begin?,
            uren: uren?,
            voltijd_uren,
            loonwaarde,
            is_sociale_werkvoorziening: wsw?,
            heeft_andere_subsidie: subsidie?,
        })
    }

    pub(super) fn take_premie(&self, c: &mut Veldcontrole) -> Option<Premiefeiten> {
        let soort = PREMIES.iter().find(|(code, ..)| *code == self.premie);
        let soort = soort
            .map(|(_, soort, _)| *soort)
            .ok_or("kies een premie uit de lijst");
        let soort = c.take("premie", soort);
        let akkoord = take_ja_nee(c, "akkoordCollege", &self.akkoord);
        let gewerkt = take_or_leeg(c, "maandenGewerkt", &self.maanden_gewerkt, take_maanden);
        let bijstand = take_or_leeg(c, "maandenBijstand", &self.maanden_bijstand, take_maanden);
        let eerder = take_geld(c, "eerderDitJaar", &self.eerder_bedrag);
        let keer = take_aantal(c, "keerEerderDitJaar", &self.eerder_keer);
        let doelgroep = take_ja_nee(c, "doelgroep", &self.doelgroep);
        Some(Premiefeiten {
            soort: soort?,
            is_akkoord_college: akkoord?,
            maanden_gewerkt: gewerkt,
            maanden_bijstand: bijstand,
            eerder_dit_jaar: eerder?,
            keer_eerder_dit_jaar: keer?,
            is_doelgroep: doelgroep?,
        })
    }
}

fn take_uren(controle: &mut Veldcontrole, veld: &str, tekst: &str) -> Option<Decimal> {
    let uren = parse_getal_nl(tekst).filter(|uren| {
        *uren > Decimal::ZERO && *uren <= Decimal::from(60) && uren.normalize().scale() <= 2
    });
    controle.take(
        veld,
        uren.ok_or("vul een aantal uren van meer dan 0 tot en met 60 in, zoals 32"),
    )
}

fn take_percentage(controle: &mut Veldcontrole, veld: &str, tekst: &str) -> Option<Percentage> {
    let percentage = parse_getal_nl(tekst)
        .and_then(|getal| Percentage::try_new(getal).ok())
        .filter(|percentage| *percentage <= Percentage::from_whole(100));
    controle.take(
        veld,
        percentage.ok_or("vul een percentage van 0 tot en met 100 in"),
    )
}
