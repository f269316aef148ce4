//! A whole file of records: read, checked within and between its rows, written back.

use std::collections::{BTreeMap, BTreeSet};

use primitives::{GemeenteCode, Maand};

use super::error::{Bestandsfouten, Fouten};
use super::lezer::{Rij, csv_bytes, read_rows};
use super::state::{BusRegel, Leveringskop, SrgRegel};
use super::veld::Veld;

/// A rule that a record breaks by the relation of its fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overtreding {
    /// The column at which the fault is shown.
    pub veld: &'static str,
    /// What is expected, in Dutch.
    pub voorschrift: &'static str,
}

/// A kind of record: its attributes, its reading and writing, its rules.
pub trait Regel: Sized {
    /// The attributes in the order of the file.
    const VELDEN: &'static [Veld];

    /// Reads the fields in order; none after noting every fault.
    fn read(rij: &mut Rij<'_>) -> Option<Self>;

    /// The values in the order of the attributes, in the law's form; empty where there is none.
    fn waarden(&self) -> Vec<String>;

    /// The relations between the fields of one record that are broken.
    fn overtredingen(&self) -> Vec<Overtreding>;

    /// Notes the relations between records that are broken; each record comes with its line.
    fn check_samenhang(regels: &[(u64, Self)], fouten: &mut Fouten);
}

/// A record that describes one month.
pub trait Maandregel: Regel {
    /// Of which month and municipality.
    fn kop(&self) -> &Leveringskop;
}

impl Maandregel for BusRegel {
    fn kop(&self) -> &Leveringskop {
        &self.kop
    }
}

impl Maandregel for SrgRegel {
    fn kop(&self) -> &Leveringskop {
        &self.kop
    }
}

/// A file without faults, of one municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bestand<R> {
    gemeente: GemeenteCode,
    regels: Vec<R>,
}

/// A file of BUS.
pub type BusBestand = Bestand<BusRegel>;
/// A file of SRG.
pub type SrgBestand = Bestand<SrgRegel>;

impl<R: Regel> Bestand<R> {
    /// Reads a CSV file of `gemeente`: all of it, or every fault.
    pub fn parse(bytes: &[u8], gemeente: GemeenteCode) -> Result<Self, Bestandsfouten> {
        let mut fouten = Fouten::default();
        let regels = read_rows(bytes, gemeente, R::VELDEN, &mut fouten, R::read);
        Self::check(gemeente, regels, fouten)
    }

    /// Accepts records from elsewhere that keep the rules; faults count the header as line 1.
    pub fn try_new(gemeente: GemeenteCode, regels: Vec<R>) -> Result<Self, Bestandsfouten> {
        Self::check(gemeente, (2..).zip(regels).collect(), Fouten::default())
    }

    /// The municipality.
    pub const fn gemeente(&self) -> GemeenteCode {
        self.gemeente
    }

    /// The records in the order of the file.
    pub fn regels(&self) -> &[R] {
        &self.regels
    }

    /// The file as CSV in UTF-8 with semicolons, in the law's form.
    pub fn render_csv(&self) -> Vec<u8> {
        csv_bytes(
            R::VELDEN.iter().map(|veld| veld.naam),
            self.regels.iter().map(R::waarden),
        )
    }

    fn check(
        gemeente: GemeenteCode,
        regels: Vec<(u64, R)>,
        mut fouten: Fouten,
    ) -> Result<Self, Bestandsfouten> {
        for (regel, record) in &regels {
            for overtreding in record.overtredingen() {
                refuse(
                    record,
                    *regel,
                    overtreding.veld,
                    overtreding.voorschrift.into(),
                    &mut fouten,
                );
            }
        }
        R::check_samenhang(&regels, &mut fouten);
        fouten.finish()?;
        let regels = regels.into_iter().map(|(_, record)| record).collect();
        Ok(Self { gemeente, regels })
    }
}

impl<R: Maandregel> Bestand<R> {
    /// The months that the file describes, in order.
    pub fn maanden(&self) -> BTreeSet<Maand> {
        self.regels.iter().map(|regel| regel.kop().maand).collect()
    }

    /// The head of each month, in order; all records of a month have the same.
    pub fn koppen(&self) -> BTreeMap<Maand, &Leveringskop> {
        self.regels
            .iter()
            .map(|regel| (regel.kop().maand, regel.kop()))
            .collect()
    }
}

/// Notes that a record breaks a rule at the column `naam`.
pub(super) fn refuse<R: Regel>(
    record: &R,
    regel: u64,
    naam: &'static str,
    voorschrift: super::waarde::Voorschrift,
    fouten: &mut Fouten,
) {
    let waarden = record.waarden();
    if let Some((veld, waarde)) = R::VELDEN
        .iter()
        .zip(&waarden)
        .find(|(veld, _)| veld.naam == naam)
    {
        fouten.refuse(regel, veld, waarde, voorschrift);
    }
}
