//! What a population run is asked to do.

use primitives::{Datum, Percentage, Veldcontrole, Veldfouten};

use crate::beleid::{Notatie, Soort, Waarde};
use crate::recht::Normentabel;

/// The longest name.
const NAAM_MAX: usize = 120;
/// What a form proposes as the limit of a large change, in per cent. Our choice, not a rule of the law: who starts the
/// run sets it.
pub const GRENS_VOORSTEL: u32 = 10;

/// A day, with the amounts of the law as they were known on another: a published amount can be corrected afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Normdag {
    /// The day whose facts and amounts hold.
    pub dag: Datum,
    /// When the amounts were known; none for the latest.
    pub bekend_op: Option<Datum>,
}

/// By what households are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Populatiemaatstaf {
    /// The day before the change, or the day as it was known before.
    pub van: Normdag,
    /// The day after it, or the same day as it was known later.
    pub tot: Normdag,
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
    /// When the amounts of the first day were known; empty for the latest.
    pub van_bekend_op: String,
    /// The same of the second day.
    pub tot_bekend_op: String,
    /// The limit of a large change, in per cent.
    pub grens: String,
}

impl Populatieruninvoer {
    /// Reads what was asked, or names every wrong field: `naam`, `van`, `van_bekend_op`, `tot`, `tot_bekend_op`, `grens`.
    /// Amounts can be known until `vandaag`.
    pub fn parse(
        &self,
        notatie: Notatie,
        vandaag: Datum,
    ) -> Result<Populatierunopdracht, Veldfouten> {
        let mut controle = Veldcontrole::default();
        let naam = Populatierunnaam::parse(&self.naam);
        if naam.is_none() {
            let melding =
                format!("geef een naam van 1 tot {NAAM_MAX} leesbare tekens, op één regel");
            controle.refuse("naam", melding);
        }
        let mut dag = |veld, (tekst, bekend_op): (&str, &str)| {
            let dag = parse_dag(notatie, veld, tekst, &mut controle);
            let veld = format!("{veld}_bekend_op");
            let bekend_op = parse_bekend_op(notatie, (&veld, bekend_op), vandaag, &mut controle);
            Some(Normdag {
                dag: dag?,
                bekend_op: bekend_op.ok()?,
            })
        };
        let van = dag("van", (&self.van, &self.van_bekend_op));
        let tot = dag("tot", (&self.tot, &self.tot_bekend_op));
        if van.zip(tot).is_some_and(|(van, tot)| !van.is_voor(tot)) {
            let melding =
                "kies een dag na de eerste dag, of dezelfde dag met bedragen die later bekend zijn";
            controle.refuse("tot", melding);
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

/// A day on which amounts were known, none for the latest; a fault is noted.
fn parse_bekend_op(
    notatie: Notatie,
    (veld, tekst): (&str, &str),
    vandaag: Datum,
    controle: &mut Veldcontrole,
) -> Result<Option<Datum>, ()> {
    if tekst.trim().is_empty() {
        return Ok(None);
    }
    let dag = notatie.parse_datum(tekst).filter(|dag| *dag <= vandaag);
    if dag.is_none() {
        let voorbeeld = notatie.voorbeelddatum();
        let melding = format!("vul een datum in tot en met vandaag, zoals {voorbeeld}, of niets");
        controle.refuse(veld, melding);
    }
    dag.map(Some).ok_or(())
}

impl Normdag {
    /// A day with the latest amounts.
    pub const fn latest(dag: Datum) -> Self {
        Self {
            dag,
            bekend_op: None,
        }
    }

    /// Whether this day comes before another, or is the same as it was known earlier.
    fn is_voor(self, ander: Self) -> bool {
        let bekend = |dag: Self| dag.bekend_op.unwrap_or(Datum::MAX);
        (self.dag, bekend(self)) < (ander.dag, bekend(ander))
    }

    /// As people read it, by how dates are written there: `01-01-2024, zoals bekend op 20-11-2026`.
    pub fn render(self, datum: fn(Datum) -> String) -> String {
        let dag = datum(self.dag);
        match self.bekend_op {
            None => dag,
            Some(bekend_op) => format!("{dag}, zoals bekend op {}", datum(bekend_op)),
        }
    }
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
