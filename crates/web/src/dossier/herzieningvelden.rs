//! The fields of the form with which earlier months are calculated again.

use application::recht::Herzieningsopdracht;
use domain::recht::herziening::{Herzieningsfeiten, Oorzaak, Oorzaakperiode};
use primitives::{Datum, Geld, Maand, Veldcontrole, Veldfouten, datum_kort, parse_datum_nl};

use crate::formuliervelden::parse_bedrag;

/// Two years at once are enough to look at.
const MAANDEN_MAX: i32 = 24;
const INKOMSTEN: &str = "inkomsten.";

/// What was typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Invoer {
    pub(super) van: String,
    pub(super) tot_en_met: String,
    pub(super) dag: String,
    pub(super) oorzaak: String,
    pub(super) begrijpelijk: String,
    pub(super) dringend: bool,
    pub(super) vakantietoeslag: String,
    inkomsten: Vec<(String, String)>,
}

impl Invoer {
    /// The form that is opened for the months in the address.
    pub(super) fn open(van: &str, tot_en_met: &str, vandaag: Datum) -> Self {
        Self {
            van: van.to_owned(),
            tot_en_met: tot_en_met.to_owned(),
            dag: datum_kort(vandaag),
            ..Self::default()
        }
    }

    /// The form that was sent.
    pub(super) fn of(velden: &[(String, String)]) -> Self {
        let find = |naam: &str| {
            let gevonden = velden.iter().find(|(veld, _)| veld == naam);
            gevonden
                .map(|(_, waarde)| waarde.clone())
                .unwrap_or_default()
        };
        let inkomsten = velden.iter().filter_map(|(veld, waarde)| {
            let maand = veld.strip_prefix(INKOMSTEN)?;
            Some((maand.to_owned(), waarde.clone()))
        });
        Self {
            van: find("van"),
            tot_en_met: find("totEnMet"),
            dag: find("dag"),
            oorzaak: find("oorzaak"),
            begrijpelijk: find("begrijpelijk"),
            dringend: find("dringendeRedenen") == "ja",
            vakantietoeslag: find("vakantietoeslag"),
            inkomsten: inkomsten
                .take(usize::try_from(MAANDEN_MAX).unwrap_or(0))
                .collect(),
        }
    }

    /// The name of the field of a month.
    pub(super) fn inkomstenveld(maand: Maand) -> String {
        format!("{INKOMSTEN}{maand}")
    }

    /// What was typed for a month.
    pub(super) fn inkomsten(&self, maand: Maand) -> Option<&str> {
        let naam = maand.to_string();
        let gevonden = self.inkomsten.iter().find(|(maand, _)| *maand == naam)?;
        Some(&gevonden.1)
    }

    /// The months that were chosen; none before a choice.
    pub(super) fn bereik(&self) -> Result<Option<(Maand, Maand)>, Veldfouten> {
        if self.van.is_empty() && self.tot_en_met.is_empty() {
            return Ok(None);
        }
        let mut controle = Veldcontrole::default();
        let month = |tekst: &str| Maand::parse(tekst).map_err(|_| "kies een maand uit de lijst");
        let van = controle.take("van", month(&self.van));
        let tot = controle.take("totEnMet", month(&self.tot_en_met));
        if let (Some(van), Some(tot)) = (van, tot) {
            if tot < van {
                controle.refuse(
                    "totEnMet",
                    "kies een maand die niet voor de eerste maand ligt",
                );
            } else if tot >= van.plus(MAANDEN_MAX) {
                controle.refuse("totEnMet", format!("kies hoogstens {MAANDEN_MAX} maanden"));
            }
        }
        controle.finish()?;
        Ok(van.zip(tot))
    }

    /// The question; every wrong field at once.
    pub(super) fn parse(&self) -> Result<((Maand, Maand), Herzieningsopdracht), Veldfouten> {
        let bereik = self
            .bereik()?
            .ok_or_else(|| Veldfouten::single("van", "kies een maand uit de lijst"))?;
        let mut controle = Veldcontrole::default();
        let dag = parse_datum_nl(&self.dag);
        let dag = controle.take(
            "dag",
            dag.ok_or("vul een dag in die bestaat, zoals 21-11-2026"),
        );
        let mut inkomsten = Vec::new();
        for (maand, tekst) in &self.inkomsten {
            let veld = format!("{INKOMSTEN}{maand}");
            let Ok(maand) = Maand::parse(maand) else {
                continue;
            };
            if let Some(bedrag) = controle.take(&veld, parse_geld(tekst)) {
                inkomsten.push((maand, bedrag));
            }
        }
        let oorzaak = self.parse_oorzaak(&mut controle);
        let vakantietoeslag_betaald = (!self.vakantietoeslag.is_empty())
            .then(|| {
                let maand = Maand::parse(&self.vakantietoeslag);
                controle.take(
                    "vakantietoeslag",
                    maand.map_err(|_| "kies een maand uit de lijst"),
                )
            })
            .flatten();
        controle.finish()?;
        let Some(dag) = dag else {
            return Err(Veldfouten::single("dag", "vul een dag in"));
        };
        let feiten = Herzieningsfeiten {
            dag,
            oorzaken: oorzaak.into_iter().collect(),
            vakantietoeslag_betaald,
        };
        Ok((bereik, Herzieningsopdracht { inkomsten, feiten }))
    }

    fn parse_oorzaak(&self, controle: &mut Veldcontrole) -> Option<Oorzaakperiode> {
        if self.oorzaak.is_empty() {
            return None;
        }
        let gevonden = Oorzaak::ALL.into_iter().find(|o| o.naam() == self.oorzaak);
        let oorzaak = controle.take("oorzaak", gevonden.ok_or("kies een oorzaak uit de lijst"))?;
        let is_begrijpelijk = match (oorzaak, self.begrijpelijk.as_str()) {
            (Oorzaak::Betaling, "ja") => Some(true),
            (Oorzaak::Betaling, "nee") => Some(false),
            (Oorzaak::Betaling, _) => {
                controle.refuse(
                    "begrijpelijk",
                    "kies ja of nee: er is meer betaald dan besloten",
                );
                None
            }
            _ => None,
        };
        Some(Oorzaakperiode {
            oorzaak,
            van: None,
            tot_en_met: None,
            is_begrijpelijk,
            has_dringende_redenen: self.dringend,
        })
    }
}

fn parse_geld(tekst: &str) -> Result<Geld, &'static str> {
    parse_bedrag(tekst).ok_or("vul een bedrag in euro's in, zoals 401,50")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn invoer(velden: &[(&str, &str)]) -> Invoer {
        let velden: Vec<_> = velden
            .iter()
            .map(|(naam, waarde)| ((*naam).to_owned(), (*waarde).to_owned()))
            .collect();
        Invoer::of(&velden)
    }

    fn fouten(velden: &[(&str, &str)]) -> Vec<String> {
        let fouten = invoer(velden).parse().unwrap_err();
        fouten.list().iter().map(|fout| fout.veld.clone()).collect()
    }

    #[test]
    fn every_wrong_field_is_named() {
        let velden = [
            ("van", "2026-03"),
            ("totEnMet", "2026-04"),
            ("dag", "31-02-2026"),
            ("inkomsten.2026-03", "veel"),
            ("oorzaak", "onverschuldigd-betaald"),
            ("vakantietoeslag", "mei"),
        ];
        assert_eq!(
            fouten(&velden),
            [
                "dag",
                "inkomsten.2026-03",
                "begrijpelijk",
                "vakantietoeslag"
            ]
        );
        assert_eq!(
            fouten(&[("van", "2026-03"), ("totEnMet", "2026-02")]),
            ["totEnMet"]
        );
        assert_eq!(
            fouten(&[("van", "2024-03"), ("totEnMet", "2026-03")]),
            ["totEnMet"]
        );
        assert_eq!(fouten(&[]), ["van"]);
    }

    #[test]
    fn a_form_becomes_a_question() {
        let (bereik, opdracht) = invoer(&[
            ("van", "2026-03"),
            ("totEnMet", "2026-04"),
            ("dag", "15-09-2026"),
            ("inkomsten.2026-03", "401,50"),
            ("oorzaak", "naderhand-middelen"),
            ("dringendeRedenen", "ja"),
        ])
        .parse()
        .unwrap();
        let maart = Maand::parse("2026-03").unwrap();
        assert_eq!(bereik, (maart, maart.plus(1)));
        assert_eq!(
            opdracht.inkomsten,
            [(maart, Geld::parse("401.50").unwrap())]
        );
        assert!(opdracht.feiten.oorzaken[0].has_dringende_redenen);
    }
}
