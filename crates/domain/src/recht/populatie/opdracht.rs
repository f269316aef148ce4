//! What a population run is asked to do.

use primitives::{Datum, Percentage, Veldcontrole, Veldfouten};

use crate::beleid::{Notatie, Soort, Waarde};
use crate::recht::Normentabel;

/// The longest name.
const NAAM_MAX: usize = 120;
/// What a form proposes as the limit of a large change, in per cent. Our choice, not a rule of the law: who starts the
/// run sets it.
pub const GRENS_VOORSTEL: u32 = 10;

/// By what households are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Populatiemaatstaf {
    /// The day before the change.
    pub van: Datum,
    /// The day after it.
    pub tot: Datum,
    /// A change by more than this part of the old amount is a reason to look.
    pub grens: Percentage,
}

/// The name of a run, on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Populatierunnaam(String);

/// A run as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Populatierunopdracht {
    /// Its name.
    pub naam: Populatierunnaam,
    /// The two days, and the limit.
    pub maatstaf: Populatiemaatstaf,
}

/// What somebody typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Populatieruninvoer {
    /// The name.
    pub naam: String,
    /// The day before the change.
    pub van: String,
    /// The day after it.
    pub tot: String,
    /// The limit of a large change, in per cent.
    pub grens: String,
}

impl Populatieruninvoer {
    /// Reads what was asked, or names every wrong field: `naam`, `van`, `tot`, `grens`.
    pub fn parse(&self, notatie: Notatie) -> Result<Populatierunopdracht, Veldfouten> {
        let mut controle = Veldcontrole::default();
        let naam = Populatierunnaam::parse(&self.naam);
        if naam.is_none() {
            let melding =
                format!("geef een naam van 1 tot {NAAM_MAX} leesbare tekens, op één regel");
            controle.refuse("naam", melding);
        }
        let van = parse_dag(notatie, "van", &self.van, &mut controle);
        let tot = parse_dag(notatie, "tot", &self.tot, &mut controle);
        if van.zip(tot).is_some_and(|(van, tot)| tot <= van) {
            controle.refuse("tot", "kies een dag na de eerste dag");
        }
        let grens = notatie.parse_waarde(Soort::Percentage, &self.grens);
        let grens = match controle.take("grens", grens) {
            Some(Waarde::Percentage(grens)) => Some(grens),
            _ => None,
        };
        controle.finish()?;
        // Without one of them there is a fault above, so nothing is taken in silence.
        let faults = || Veldfouten::single("naam", "vul alle velden in");
        let maatstaf = Populatiemaatstaf {
            van: van.ok_or_else(faults)?,
            tot: tot.ok_or_else(faults)?,
            grens: grens.ok_or_else(faults)?,
        };
        Ok(Populatierunopdracht {
            naam: naam.ok_or_else(faults)?,
            maatstaf,
        })
    }
}

/// A day of which the amounts of the law are known.
fn parse_dag(
    notatie: Notatie,
    veld: &str,
    tekst: &str,
    controle: &mut Veldcontrole,
) -> Option<Datum> {
    let Some(dag) = notatie.parse_datum(tekst) else {
        let voorbeeld = notatie.voorbeelddatum();
        controle.refuse(
            veld,
            format!("vul een bestaande datum in, zoals {voorbeeld}"),
        );
        return None;
    };
    if Normentabel::wettelijk().op(dag).is_none() {
        controle.refuse(veld, "voor deze dag zijn geen bedragen van de wet bekend");
    }
    Some(dag)
}

impl Populatierunnaam {
    /// Reads a name; spaces around it fall away.
    pub fn parse(tekst: &str) -> Option<Self> {
        let tekst = tekst.trim();
        let is_naam =
            (1..=NAAM_MAX).contains(&tekst.chars().count()) && !tekst.chars().any(char::is_control);
        is_naam.then(|| Self(tekst.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
