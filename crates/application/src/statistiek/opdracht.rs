//! What is delivered: bytes in, files without faults out. Needs no database, so it happens before the transaction.

use domain::dossier::{Notitielijst, Regisseurlijst, Woongebiedlijst};
use domain::statistiek::{
    Bestand, Bestandsfouten, BusRegel, Maandregel, Namenbestand, Regel, SrgRegel,
};
use persistence::statistiek::vingerafdruk;
use primitives::{Datum, GemeenteCode};

/// Whether a delivery is taken over or only tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wijze {
    /// Compares and reports; writes nothing.
    Proef,
    /// Takes over.
    Definitief,
}

/// The bytes of the files, as they came in.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ontvangen<'a> {
    /// Benefits.
    pub bus: Option<&'a [u8]>,
    /// Ladder and provisions.
    pub srg: Option<&'a [u8]>,
    /// Names: no statutory record, because BUS and SRG hold none.
    pub namen: Option<&'a [u8]>,
}

/// Lists of our own beside the statutory records, for taking over the history of another administration.
#[derive(Clone, Debug, Default)]
pub struct Lijsten {
    /// Who directs which case.
    pub regisseurs: Option<Regisseurlijst>,
    /// Notes.
    pub notities: Option<Notitielijst>,
    /// Who lives in which part of the municipality.
    pub woongebieden: Option<Woongebiedlijst>,
}

/// The faults of each file; one faulty file keeps the others out too.
#[derive(Debug, Default, thiserror::Error)]
#[error("de bestanden bevatten fouten; er is niets overgenomen")]
pub struct Ontvangstfouten {
    /// Of the file of BUS.
    pub bus: Option<Bestandsfouten>,
    /// Of the file of SRG.
    pub srg: Option<Bestandsfouten>,
    /// Of the list of names.
    pub namen: Option<Bestandsfouten>,
}

/// A file without faults, with what recognises it.
#[derive(Clone, Debug)]
pub(super) struct Aanlevering<R> {
    pub(super) bestand: Bestand<R>,
    pub(super) vingerafdruk: [u8; 32],
}

/// Files of one municipality that can be taken over.
#[derive(Clone, Debug)]
pub struct Leveringsopdracht {
    pub(super) bus: Option<Aanlevering<BusRegel>>,
    pub(super) srg: Option<Aanlevering<SrgRegel>>,
    pub(super) namen: Option<Namenbestand>,
    pub(super) lijsten: Lijsten,
    pub(super) bekend_op: Option<Datum>,
    pub(super) wijze: Wijze,
}

impl Leveringsopdracht {
    /// Reads the files of `gemeente`: all of them, or the faults of each.
    pub fn parse(
        gemeente: GemeenteCode,
        ontvangen: Ontvangen<'_>,
        wijze: Wijze,
    ) -> Result<Self, Ontvangstfouten> {
        let mut fouten = Ontvangstfouten::default();
        let opdracht = Self {
            bus: read(gemeente, ontvangen.bus, &mut fouten.bus),
            srg: read(gemeente, ontvangen.srg, &mut fouten.srg),
            namen: ontvangen
                .namen
                .and_then(|bytes| keep(Namenbestand::parse(bytes, gemeente), &mut fouten.namen)),
            lijsten: Lijsten::default(),
            bekend_op: None,
            wijze,
        };
        if fouten.bus.is_none() && fouten.srg.is_none() && fouten.namen.is_none() {
            Ok(opdracht)
        } else {
            Err(fouten)
        }
    }

    /// The same delivery with lists of our own beside it.
    pub fn with_lijsten(mut self, lijsten: Lijsten) -> Self {
        self.lijsten = lijsten;
        self
    }

    /// The same delivery, known since a day in the past: for taking over the history of another administration.
    pub fn known_on(mut self, bekend_op: Datum) -> Self {
        self.bekend_op = Some(bekend_op);
        self
    }
}

fn read<R: Maandregel>(
    gemeente: GemeenteCode,
    bytes: Option<&[u8]>,
    fouten: &mut Option<Bestandsfouten>,
) -> Option<Aanlevering<R>> {
    let bytes = bytes?;
    let bestand = keep(Bestand::parse(bytes, gemeente), fouten)?;
    Some(Aanlevering {
        bestand,
        vingerafdruk: vingerafdruk(bytes),
    })
}

fn keep<R: Regel>(
    uitkomst: Result<Bestand<R>, Bestandsfouten>,
    fouten: &mut Option<Bestandsfouten>,
) -> Option<Bestand<R>> {
    uitkomst.map_err(|fout| *fouten = Some(fout)).ok()
}
