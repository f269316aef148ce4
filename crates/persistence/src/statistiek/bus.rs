//! BUS: comparing a file with what was known of its months, writing what differs, reading a month back.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::statistiek::{BusBestand, BusRegel};
use jiff_diesel::ToDiesel;
use primitives::{Datum, DossierId, IdGenerator, Maand, Moment};
use uuid::Uuid;

use super::inwoner::Inwoners;
use super::levering::{Leveringsoort, NieuweLevering, Telling, days, load_kop};
use super::maandregel::{Maandinhoud, MaandregelRow};
use super::versie::{Bekend, Verschil, compare};
use crate::geheim::Soort;
use crate::schema::{inwoner, maandregel, uitkering};
use crate::{DbError, TenantTx};

/// PostgreSQL takes 65.535 parameters a statement; a row has 32.
const BLOK: usize = 2_000;

/// The key of a record: month, benefit, resident.
type Sleutel = (Datum, Uuid, Uuid);

/// What a file of BUS changes.
pub struct BusVerschil {
    verschil: Verschil<Sleutel, Maandinhoud>,
    uitkeringen_nieuw: Vec<(Uuid, String)>,
}

impl BusVerschil {
    /// The numbers.
    pub fn telling(&self) -> Telling {
        Telling::of(
            self.verschil.standen.values().copied(),
            self.verschil.vervallen,
        )
    }
}

/// Compares a file with what was known of its months. Writes nothing.
pub async fn calculate_bus_verschil(
    tx: &mut TenantTx,
    ids: &dyn IdGenerator,
    bestand: &BusBestand,
    inwoners: &Inwoners,
) -> Result<BusVerschil, DbError> {
    let (uitkeringen, uitkeringen_nieuw) = load_uitkeringen(tx, ids, bestand).await?;
    let geleverd = bestand
        .regels()
        .iter()
        .filter_map(|regel| {
            // Both maps were made from this file, so that nothing is left out here.
            let uitkering = uitkeringen.get(regel.uitkering.registratienummer.as_str())?;
            let inwoner = inwoners.get(&regel.persoon.wie.bsn)?;
            let sleutel = (regel.kop.maand.first_day(), *uitkering, inwoner.uuid());
            Some((sleutel, Maandinhoud::from(regel)))
        })
        .collect();
    let bekend = load_bekend(tx, bestand).await?;
    Ok(BusVerschil {
        verschil: compare(bekend, geleverd),
        uitkeringen_nieuw,
    })
}

/// Writes what a file changes. The delivery and its residents stand there already.
pub async fn insert_bus(
    tx: &mut TenantTx,
    levering: &NieuweLevering,
    verschil: BusVerschil,
) -> Result<(), DbError> {
    for blok in verschil.uitkeringen_nieuw.chunks(BLOK) {
        let rows: Vec<_> = blok
            .iter()
            .map(|(id, nummer)| {
                (
                    uitkering::id.eq(id),
                    uitkering::registratienummer.eq(nummer),
                    uitkering::herkomst.eq(levering.id.uuid()),
                )
            })
            .collect();
        diesel::insert_into(uitkering::table)
            .values(rows)
            .execute(tx.conn())
            .await?;
    }
    let mut rows = verschil
        .verschil
        .wijzigingen
        .into_iter()
        .map(|wijziging| MaandregelRow {
            maand: wijziging.sleutel.0.to_diesel(),
            uitkering: wijziging.sleutel.1,
            inwoner: wijziging.sleutel.2,
            bekend_op: levering.bekend_op.to_diesel(),
            levering: levering.id.uuid(),
            vervallen: wijziging.vervallen,
            inhoud: wijziging.inhoud,
        });
    loop {
        let blok: Vec<_> = rows.by_ref().take(BLOK).collect();
        if blok.is_empty() {
            return Ok(());
        }
        diesel::insert_into(maandregel::table)
            .values(blok)
            .execute(tx.conn())
            .await?;
    }
}

/// The records of a month as known on `bekend_op`, with the dossier of each; none when no delivery held the month.
///
/// In the order in which benefits and residents first appeared.
pub async fn load_bus(
    tx: &mut TenantTx,
    maand: Maand,
    bekend_op: Moment,
) -> Result<Option<Vec<(DossierId, BusRegel)>>, DbError> {
    let Some(kop) = load_kop(tx, Leveringsoort::Bus, maand, bekend_op).await? else {
        return Ok(None);
    };
    let rows: Vec<(MaandregelRow, String, Vec<u8>)> = maandregel::table
        .inner_join(uitkering::table)
        .inner_join(inwoner::table)
        .filter(maandregel::maand.eq(maand.first_day().to_diesel()))
        .filter(maandregel::bekend_op.le(bekend_op.to_diesel()))
        .distinct_on((maandregel::uitkering, maandregel::inwoner))
        .order((
            maandregel::uitkering,
            maandregel::inwoner,
            maandregel::bekend_op.desc(),
        ))
        .select((
            MaandregelRow::as_select(),
            uitkering::registratienummer,
            inwoner::bsn_geheim,
        ))
        .load(tx.conn())
        .await?;
    let sleutels = tx.sleutels();
    let mut regels = Vec::with_capacity(rows.len());
    for (row, nummer, geheim) in rows.into_iter().filter(|(row, _, _)| !row.vervallen) {
        let bsn = sleutels.decrypt(Soort::Bsn, &geheim)?;
        let bsn = primitives::Bsn::parse(&bsn)
            .map_err(|_| DbError::inconsistent("inwoner", "bsn_geheim", row.inwoner))?;
        regels.push((
            DossierId::new(row.inwoner),
            row.regel(kop.clone(), &nummer, bsn)?,
        ));
    }
    Ok(Some(regels))
}

/// The benefits of a file by their number, and those that are new.
async fn load_uitkeringen<'a>(
    tx: &mut TenantTx,
    ids: &dyn IdGenerator,
    bestand: &'a BusBestand,
) -> Result<(HashMap<&'a str, Uuid>, Vec<(Uuid, String)>), DbError> {
    let nummers = bestand
        .regels()
        .iter()
        .map(|regel| regel.uitkering.registratienummer.as_str());
    // In the order of the file, so that ids sort in that order too.
    let mut gezien = HashSet::new();
    let volgorde: Vec<_> = nummers.filter(|nummer| gezien.insert(*nummer)).collect();
    let bekend: Vec<(String, Uuid)> = uitkering::table
        .filter(uitkering::registratienummer.eq_any(&volgorde))
        .select((uitkering::registratienummer, uitkering::id))
        .load(tx.conn())
        .await?;
    let bekend: HashMap<_, _> = bekend.into_iter().collect();
    let mut nieuw = Vec::new();
    let mut per_nummer = HashMap::with_capacity(volgorde.len());
    for nummer in volgorde {
        let id = bekend.get(nummer).copied().unwrap_or_else(|| {
            let id = ids.next();
            nieuw.push((id, nummer.to_owned()));
            id
        });
        per_nummer.insert(nummer, id);
    }
    Ok((per_nummer, nieuw))
}

/// The last version of every record of the file's months.
async fn load_bekend(
    tx: &mut TenantTx,
    bestand: &BusBestand,
) -> Result<HashMap<Sleutel, Bekend<Maandinhoud>>, DbError> {
    let rows: Vec<MaandregelRow> = maandregel::table
        .filter(maandregel::maand.eq_any(days(bestand.maanden())))
        .distinct_on((
            maandregel::maand,
            maandregel::uitkering,
            maandregel::inwoner,
        ))
        .order((
            maandregel::maand,
            maandregel::uitkering,
            maandregel::inwoner,
            maandregel::bekend_op.desc(),
        ))
        .select(MaandregelRow::as_select())
        .load(tx.conn())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let sleutel = (row.maand.to_jiff(), row.uitkering, row.inwoner);
            let (inhoud, vervallen) = (row.inhoud, row.vervallen);
            (sleutel, Bekend { inhoud, vervallen })
        })
        .collect())
}
