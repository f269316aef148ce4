//! Taking over an assignment with its plan and states from a file.

use domain::beleid::{Notatie, Orgaan};
use domain::bevoegdheid::{Actor, Permission, Rol};
use domain::opdracht::{
    AntwoordInvoer, Kader, OnderdeelInvoer, Opdracht, OpdrachtGeweigerd, OpdrachtInvoer,
    PlanInvoer, StandInvoer,
};
use persistence::{TenantTx, opdracht};
use primitives::{Kwartaal, Moment, Veldfouten};
use serde::Deserialize;

use super::lezen::check_jaar;
use super::record_concept::{Conceptopdracht, insert_last, record_concept};
use super::record_plan::{Planopdracht, record_plan};
use super::record_standen::{Standopdracht, record_standen};
use super::{OpdrachtError, Opdrachtjaar};

/// The assignment of a year in a file.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Opdrachtbestand {
    /// The year.
    pub jaar: Opdrachtjaar,
    /// The items.
    pub onderdelen: Vec<Onderdeelbestand>,
    /// The answers.
    #[serde(default)]
    pub antwoorden: Vec<AntwoordInvoer>,
    /// How items stood, by quarter.
    #[serde(default)]
    pub standen: Vec<Kwartaalbestand>,
}

/// An item in a file: frames are named by the number of their decision, which no id of a database is.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Onderdeelbestand {
    /// What must be reached.
    pub prestatie: String,
    /// From which frames it follows.
    #[serde(default)]
    pub kaders: Vec<Kaderbestand>,
    /// Why it follows from none.
    #[serde(default)]
    pub zonder_kader: String,
    /// The name of a figure for machines.
    #[serde(default)]
    pub indicator: String,
    /// `minstens` or `hoogstens`.
    #[serde(default)]
    pub kant: String,
    /// The number of the norm.
    #[serde(default)]
    pub norm: String,
    /// The tolerance.
    #[serde(default)]
    pub marge: String,
}

/// A frame in a file.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Kaderbestand {
    /// Who decided.
    pub orgaan: Orgaan,
    /// The number by which people cite the decision.
    pub besluit: String,
    /// The number of the frame.
    pub kader: u16,
}

/// The states of a quarter in a file.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Kwartaalbestand {
    /// The quarter.
    pub kwartaal: Kwartaal,
    /// How items stood.
    pub standen: Vec<StandInvoer>,
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opdrachtovername {
    /// It was recorded.
    Vastgelegd,
    /// There is an assignment for the year already: nothing was done.
    WasBekend,
}

/// Records what the municipality asks, as written by one system actor and given by another. Runs as college.
///
/// Answers and states of the file are read here too, so that a fault in them stops the whole of it.
pub async fn record_opdrachtbestand(
    tx: &mut TenantTx,
    schrijver: &Actor,
    now: Moment,
    bestand: &Opdrachtbestand,
) -> Result<Opdrachtovername, OpdrachtError> {
    schrijver.require(Permission::OpdrachtVoorbereiden, tx.gemeente())?;
    check_jaar(bestand.jaar)?;
    let bekend = opdracht::load_opdracht(tx, bestand.jaar).await?;
    if bekend.laatste_nummer() > 0 {
        return Ok(Opdrachtovername::WasBekend);
    }
    let kaders = opdracht::list_kaders(tx).await?;
    let concept = Conceptopdracht {
        jaar: bestand.jaar,
        gezien: 0,
        invoer: &bestand.invoer(&kaders)?,
    };
    let geschreven = record_concept(tx, schrijver, now, &concept).await?;
    // Taken over: who gave it is not known here, so it is the command line in another capacity.
    let verstrekker = Actor::system("overname college", Rol::College);
    let verstrekt = geschreven.give((&verstrekker).into(), now)?;
    bestand.check_antwoorden(&verstrekt)?;
    insert_last(tx, &verstrekker, now, &verstrekt).await?;
    Ok(Opdrachtovername::Vastgelegd)
}

/// Records the plan and the states of a file whose assignment was taken over. Runs as execution.
pub async fn record_planbestand(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    bestand: &Opdrachtbestand,
) -> Result<(), OpdrachtError> {
    if !bestand.antwoorden.is_empty() {
        let plan = Planopdracht {
            jaar: bestand.jaar,
            gezien: 0,
            opdrachtversie: 1,
            invoer: &PlanInvoer {
                antwoorden: bestand.antwoorden.clone(),
            },
            notatie: Notatie::Uitwisseling,
        };
        record_plan(tx, actor, now, &plan).await?;
    }
    for kwartaal in &bestand.standen {
        let standen = Standopdracht {
            kwartaal: kwartaal.kwartaal,
            standen: &kwartaal.standen,
        };
        record_standen(tx, actor, now, &standen).await?;
    }
    Ok(())
}

impl Opdrachtbestand {
    /// Refuses answers and states that do not fit the assignment that was given.
    fn check_antwoorden(&self, opdracht: &Opdracht) -> Result<(), OpdrachtError> {
        let verstrekt = opdracht.verstrekt();
        let verstrekt = verstrekt.ok_or(OpdrachtGeweigerd::NietVerstrekt)?;
        let plan = PlanInvoer {
            antwoorden: self.antwoorden.clone(),
        };
        plan.parse(verstrekt, Notatie::Uitwisseling)?;
        for kwartaal in &self.standen {
            for (plek, stand) in kwartaal.standen.iter().enumerate() {
                stand.parse(plek)?;
            }
        }
        Ok(())
    }

    /// The items with the frames by the ids that their decisions have here.
    fn invoer(&self, kaders: &[Kader]) -> Result<OpdrachtInvoer, Veldfouten> {
        let mut onderdelen = Vec::with_capacity(self.onderdelen.len());
        for (plek, onderdeel) in self.onderdelen.iter().enumerate() {
            let find = |gezocht: &Kaderbestand| {
                let kader = kaders.iter().find(|kader| {
                    kader.orgaan == gezocht.orgaan
                        && kader.besluitnummer == gezocht.besluit
                        && kader.verwijzing.kader == gezocht.kader
                });
                kader.map(|kader| kader.verwijzing.to_string())
            };
            let gevonden: Option<Vec<_>> = onderdeel.kaders.iter().map(find).collect();
            let Some(kaders) = gevonden else {
                let melding = "dit kader staat niet in een genomen besluit van deze gemeente";
                return Err(Veldfouten::single(
                    format!("onderdelen.{plek}.kaders"),
                    melding,
                ));
            };
            onderdelen.push(OnderdeelInvoer {
                nummer: String::new(),
                prestatie: onderdeel.prestatie.clone(),
                kaders,
                zonder_kader: onderdeel.zonder_kader.clone(),
                indicator: onderdeel.indicator.clone(),
                kant: onderdeel.kant.clone(),
                norm: onderdeel.norm.clone(),
                marge: onderdeel.marge.clone(),
            });
        }
        Ok(OpdrachtInvoer { onderdelen })
    }
}
