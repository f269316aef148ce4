//! Fictional caseloads: monthly files of BUS and SRG that look like those of a municipality.
//!
//! A household starts, earns a little, is measured on the ladder, leaves; the files of each month show what the
//! administration knew of it by then. The same seed gives the same files to the byte. What is published sets the
//! shares (docs/demo-gegevens.md); everything else is a *voorbeeldwaarde*.

mod bedragen;
mod begeleiding;
mod bsn;
mod gemeenten;
mod huishouden;
mod ladder;
mod namen;
mod notities;
mod regels;
mod regisseurs;
mod toeval;
mod verloop;
mod vertrek;
mod werk;

#[cfg(test)]
mod tests;

use anyhow::Context;
use domain::dossier::{Notitielijst, Regisseurlijst};
use domain::statistiek::{BusBestand, Namenbestand, SrgBestand};
use primitives::{GemeenteCode, Maand};

pub use gemeenten::{DEMO_GEMEENTEN, Omvang};

/// What is generated.
#[derive(Clone, Copy, Debug)]
pub struct Opdracht {
    /// Of which municipality.
    pub gemeente: GemeenteCode,
    /// Which block of fictional bsns, 0 to 9: two municipalities with another block never share a person.
    pub reeks: u32,
    /// How many people stand where at the end of the last month.
    pub omvang: Omvang,
    /// The months.
    pub tijdvak: Tijdvak,
    /// The seed.
    pub zaad: u64,
}

/// A run of months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tijdvak {
    eerste: Maand,
    aantal: i32,
}

/// The files of one month.
#[derive(Clone, Debug)]
pub struct Maandbestanden {
    /// The month.
    pub maand: Maand,
    /// Benefits.
    pub bus: BusBestand,
    /// Ladder and provisions.
    pub srg: SrgBestand,
}

/// A caseload over the months.
#[derive(Clone, Debug)]
pub struct Bestanden {
    /// The files by month, in order.
    pub maanden: Vec<Maandbestanden>,
    /// Fictional names of everyone in the files.
    pub namen: Namenbestand,
    /// Who directs which case, of those in the files of the last month.
    pub regisseurs: Regisseurlijst,
    /// What they wrote down lately.
    pub notities: Notitielijst,
}

impl Tijdvak {
    /// From `eerste` to `laatste`, both included; at most ten years.
    pub fn try_new(eerste: Maand, laatste: Maand) -> anyhow::Result<Self> {
        let aantal = (1..=120).find(|aantal| eerste.plus(*aantal - 1) == laatste);
        let aantal = aantal.context("de laatste maand ligt niet binnen tien jaar na de eerste")?;
        Ok(Self { eerste, aantal })
    }

    /// Every month with its place, from 0.
    pub(self) fn maanden(self) -> impl Iterator<Item = (i32, Maand)> {
        (0..self.aantal).map(move |plek| (plek, self.maand(plek)))
    }

    /// The month at a place; places before 0 are months before.
    pub(self) fn maand(self, plek: i32) -> Maand {
        self.eerste.plus(plek)
    }

    /// The place of the last month.
    pub(self) const fn laatste(self) -> i32 {
        self.aantal - 1
    }
}

/// Generates the files of one municipality.
pub fn generate(opdracht: &Opdracht) -> anyhow::Result<Bestanden> {
    let wereld = verloop::simulate(opdracht)?;
    let mut maanden = Vec::new();
    for (plek, maand) in opdracht.tijdvak.maanden() {
        maanden.push(regels::write_month(opdracht, &wereld, plek, maand)?);
    }
    let namen = namen::of_wereld(opdracht.gemeente, &wereld)?;
    let regisseurs = regisseurs::of_maanden(opdracht.gemeente, &maanden)?;
    let tijdvak = opdracht.tijdvak;
    let laatste_dag = tijdvak.maand(tijdvak.laatste()).last_day();
    Ok(Bestanden {
        maanden,
        namen,
        notities: notities::of_regisseurs(&regisseurs, laatste_dag)?,
        regisseurs,
    })
}
