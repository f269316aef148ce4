//! A round as typed, held against the terms of the law.

use primitives::{Datum, Veldfouten, ZienswijzerondeId, datum_lang};
use serde::Deserialize;

use super::{Rondekop, Rondesoort, Rondetermijnen, Termijn};
use crate::beleid::Notatie;
use crate::beleid::lezer::Lezer;

/// The years of which the terms are known.
const JAREN: std::ops::RangeInclusive<i16> = 2016..=2199;

/// A round as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct RondeInvoer {
    /// Code of the [`Rondesoort`].
    pub soort: String,
    /// The subject.
    pub titel: String,
    /// The year that it is about.
    pub jaar: String,
    /// What is asked.
    pub toelichting: String,
    /// Where the documents can be found.
    pub verwijzing: String,
    /// The day on which the documents go to the councils.
    pub verzonden_op: String,
    /// The last day for councils; empty for that of the law.
    pub uiterlijk: String,
    /// The day on which the general board is planned to treat it.
    pub bestuur_op: String,
}

/// How a round ends, as typed: the list of decisions, or why it is taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct EindeInvoer {
    /// The text.
    pub tekst: String,
}

/// The days of a round that were read.
#[derive(Clone, Copy)]
struct Dagen {
    verzonden_op: Datum,
    uiterlijk: Option<Datum>,
    bestuur_op: Option<Datum>,
}

impl RondeInvoer {
    /// Reads a round and holds its days against the terms of the law; every fault at once.
    pub fn parse(&self, id: ZienswijzerondeId, notatie: Notatie) -> Result<Rondekop, Veldfouten> {
        let mut lezer = Lezer::new(notatie);
        let soort = Rondesoort::from_code(self.soort.trim());
        if soort.is_none() {
            let melding = "kies waarover de raden hun zienswijze geven";
            lezer.controle.refuse("soort", melding);
        }
        let titel = lezer.parse_regel("titel", &self.titel, 200);
        let jaar = parse_jaar(&mut lezer, &self.jaar);
        let toelichting = lezer.parse_alinea("toelichting", &self.toelichting);
        let verwijzing = lezer.parse_optionele_regel("verwijzing", &self.verwijzing, 300);
        let verzonden_op = lezer.parse_datum("verzondenOp", &self.verzonden_op);
        let getypt = !self.uiterlijk.trim().is_empty();
        let uiterlijk = getypt.then(|| lezer.parse_datum("uiterlijk", &self.uiterlijk));
        let bestuur_op = lezer.parse_datum("bestuurOp", &self.bestuur_op);
        let uiterlijk = match (soort, jaar, verzonden_op) {
            (Some(soort), Some(jaar), Some(verzonden_op)) => {
                let termijnen = Rondetermijnen::new(soort, jaar, verzonden_op);
                let dagen = Dagen {
                    verzonden_op,
                    uiterlijk: uiterlijk.unwrap_or(termijnen.laatste_dag_raden.map(|t| t.dag)),
                    bestuur_op,
                };
                // A last day that was typed and could not be read has its fault already.
                if dagen.uiterlijk.is_none() && !getypt {
                    let melding = "vul een dag in: de wet noemt hiervoor geen termijn";
                    lezer.controle.refuse("uiterlijk", melding);
                }
                check_dagen(&mut lezer, termijnen, dagen);
                dagen.uiterlijk
            }
            _ => None,
        };
        lezer.controle.finish()?;
        match (soort, titel, jaar, verzonden_op, uiterlijk, bestuur_op) {
            (
                Some(soort),
                Some(titel),
                Some(jaar),
                Some(verzonden_op),
                Some(uiterlijk),
                Some(bestuur_op),
            ) => Ok(Rondekop {
                id,
                soort,
                titel,
                jaar,
                toelichting,
                verwijzing,
                verzonden_op,
                uiterlijk,
                bestuur_op,
            }),
            _ => Err(Veldfouten::single("titel", "de ronde is niet volledig")),
        }
    }
}

impl EindeInvoer {
    /// Reads the text.
    pub fn parse(&self) -> Result<String, Veldfouten> {
        let mut lezer = Lezer::new(Notatie::Uitwisseling);
        let tekst = lezer.parse_tekst("tekst", &self.tekst);
        lezer.controle.finish()?;
        tekst.ok_or_else(|| Veldfouten::single("tekst", "vul dit in"))
    }
}

fn parse_jaar(lezer: &mut Lezer, tekst: &str) -> Option<i16> {
    let jaar = tekst
        .trim()
        .parse()
        .ok()
        .filter(|jaar| JAREN.contains(jaar));
    if jaar.is_none() {
        lezer.controle.refuse("jaar", "vul een jaar in, zoals 2027");
    }
    jaar
}

/// Every way in which the days break a term of the law, or each other.
fn check_dagen(lezer: &mut Lezer, termijnen: Rondetermijnen, dagen: Dagen) {
    let mut refuse = |veld: &str, melding: String| lezer.controle.refuse(veld, melding);
    let van_de_wet = |zin: &str, termijn: Termijn| {
        format!("{zin} {} ({})", datum_lang(termijn.dag), termijn.artikel)
    };
    if let Some(termijn) = termijnen.toezending
        && dagen.verzonden_op > termijn.dag
    {
        let melding = van_de_wet("stuur de stukken uiterlijk op", termijn);
        refuse("verzondenOp", melding);
    }
    if let Some(uiterlijk) = dagen.uiterlijk {
        if uiterlijk <= dagen.verzonden_op {
            refuse(
                "uiterlijk",
                "kies een dag na de dag van verzending".to_owned(),
            );
        } else if let Some(termijn) = termijnen.laatste_dag_raden
            && uiterlijk < termijn.dag
        {
            let melding = van_de_wet("geef de raden de tijd tot en met", termijn);
            refuse("uiterlijk", melding);
        }
    }
    let Some(bestuur_op) = dagen.bestuur_op else {
        return;
    };
    if let Some(termijn) = termijnen.eerste_dag_bestuur
        && bestuur_op < termijn.dag
    {
        let melding = van_de_wet(
            "bied de stukken niet eerder aan het algemeen bestuur aan dan op",
            termijn,
        );
        refuse("bestuurOp", melding);
    } else if dagen.uiterlijk.is_some_and(|dag| bestuur_op < dag) {
        let melding =
            "het algemeen bestuur beslist niet voordat de termijn van de raden voorbij is";
        refuse("bestuurOp", melding.to_owned());
    }
    if let Some(termijn) = termijnen.laatste_dag_bestuur
        && bestuur_op > termijn.dag
    {
        let melding = van_de_wet(
            "het algemeen bestuur stelt de begroting eerder vast: zij gaat naar Gedeputeerde Staten uiterlijk op",
            termijn,
        );
        refuse("bestuurOp", melding);
    }
}
