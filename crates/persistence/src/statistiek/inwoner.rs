//! Residents: found by the keyed hash of their bsn, or made.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::{Array, Bytea, Date, Text, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use domain::statistiek::{Code, Naamregel, Persoonsgegevens};
use jiff_diesel::ToDiesel;
use primitives::{Bsn, DossierId, IdGenerator, LeveringId};
use uuid::Uuid;

use crate::geheim::Soort;
use crate::schema::inwoner;
use crate::{DbError, TenantTx};

/// PostgreSQL takes 65.535 parameters a statement; a row has six.
const BLOK: usize = 10_000;

/// The residents of a delivery, by bsn: known ones, new ones, and known ones whose particulars changed.
pub struct Inwoners {
    per_bsn: HashMap<Bsn, DossierId>,
    nieuw: Vec<(DossierId, Vec<u8>, Persoonsgegevens)>,
    gewijzigd: Vec<(DossierId, Persoonsgegevens)>,
}

impl Inwoners {
    /// The dossier of a resident of the delivery.
    pub fn get(&self, bsn: &Bsn) -> Option<DossierId> {
        self.per_bsn.get(bsn).copied()
    }

    /// Every resident of the delivery.
    pub fn dossiers(&self) -> Vec<DossierId> {
        self.per_bsn.values().copied().collect()
    }

    /// Who appears for the first time.
    pub fn nieuw(&self) -> impl Iterator<Item = &Bsn> {
        self.nieuw.iter().map(|(_, _, wie)| &wie.bsn)
    }
}

#[derive(Insertable)]
#[diesel(table_name = inwoner)]
struct NewInwonerRow {
    id: Uuid,
    bsn_geheim: Vec<u8>,
    bsn_zoek: Vec<u8>,
    geboortedatum: jiff_diesel::Date,
    geslacht: &'static str,
    herkomst: Uuid,
}

/// Finds the residents of a delivery, and gives an id to who is new. Writes nothing.
///
/// Of a person who stands there more than once the last particulars count.
pub async fn load_inwoners(
    tx: &mut TenantTx,
    ids: &dyn IdGenerator,
    personen: impl Iterator<Item = &Persoonsgegevens>,
) -> Result<Inwoners, DbError> {
    let mut volgorde = Vec::new();
    let mut laatste: HashMap<&Bsn, &Persoonsgegevens> = HashMap::new();
    for wie in personen {
        if laatste.insert(&wie.bsn, wie).is_none() {
            volgorde.push(&wie.bsn);
        }
    }
    let sleutels = tx.sleutels();
    let zoekwaarden: Vec<_> = volgorde
        .iter()
        .map(|bsn| sleutels.zoekwaarde(bsn))
        .collect();
    let gevonden: Vec<(Vec<u8>, Uuid, jiff_diesel::Date, String)> = inwoner::table
        .filter(inwoner::bsn_zoek.eq_any(&zoekwaarden))
        .select((
            inwoner::bsn_zoek,
            inwoner::id,
            inwoner::geboortedatum,
            inwoner::geslacht,
        ))
        .load(tx.conn())
        .await?;
    let bekend: HashMap<_, _> = gevonden
        .into_iter()
        .map(|(zoek, id, geboren, geslacht)| (zoek, (id, geboren.to_jiff(), geslacht)))
        .collect();
    let mut uit = Inwoners {
        per_bsn: HashMap::with_capacity(volgorde.len()),
        nieuw: Vec::new(),
        gewijzigd: Vec::new(),
    };
    for (bsn, zoek) in volgorde.into_iter().zip(zoekwaarden) {
        let Some(wie) = laatste.get(bsn).copied() else {
            continue;
        };
        let id = if let Some((id, geboortedatum, geslacht)) = bekend.get(&zoek) {
            let id = DossierId::new(*id);
            if (*geboortedatum, geslacht.as_str()) != (wie.geboortedatum, wie.geslacht.code()) {
                uit.gewijzigd.push((id, wie.clone()));
            }
            id
        } else {
            let id = DossierId::new(ids.next());
            uit.nieuw.push((id, zoek, wie.clone()));
            id
        };
        uit.per_bsn.insert(bsn.clone(), id);
    }
    Ok(uit)
}

/// Writes the residents who are new, each with the delivery in which it appeared, and the particulars that changed.
pub async fn insert_inwoners(
    tx: &mut TenantTx,
    herkomst: impl Fn(&Bsn) -> LeveringId,
    inwoners: &Inwoners,
) -> Result<(), DbError> {
    let sleutels = tx.sleutels();
    for blok in inwoners.nieuw.chunks(BLOK) {
        let rows: Vec<_> = blok
            .iter()
            .map(|(id, zoek, wie)| {
                Ok(NewInwonerRow {
                    id: id.uuid(),
                    bsn_geheim: sleutels.encrypt(Soort::Bsn, wie.bsn.expose())?,
                    bsn_zoek: zoek.clone(),
                    geboortedatum: wie.geboortedatum.to_diesel(),
                    geslacht: wie.geslacht.code(),
                    herkomst: herkomst(&wie.bsn).uuid(),
                })
            })
            .collect::<Result<_, DbError>>()?;
        diesel::insert_into(inwoner::table)
            .values(rows)
            .execute(tx.conn())
            .await?;
    }
    update_particulars(tx, &inwoners.gewijzigd).await
}

async fn update_particulars(
    tx: &mut TenantTx,
    gewijzigd: &[(DossierId, Persoonsgegevens)],
) -> Result<(), DbError> {
    if gewijzigd.is_empty() {
        return Ok(());
    }
    let ids: Vec<_> = gewijzigd.iter().map(|(id, _)| id.uuid()).collect();
    let geboren: Vec<_> = gewijzigd
        .iter()
        .map(|(_, wie)| wie.geboortedatum.to_diesel())
        .collect();
    let geslachten: Vec<_> = gewijzigd
        .iter()
        .map(|(_, wie)| wie.geslacht.code())
        .collect();
    diesel::sql_query(
        "update inwoner set geboortedatum = n.geboortedatum, geslacht = n.geslacht \
         from unnest($1, $2, $3) as n (id, geboortedatum, geslacht) where inwoner.id = n.id",
    )
    .bind::<Array<SqlUuid>, _>(ids)
    .bind::<Array<Date>, _>(geboren)
    .bind::<Array<Text>, _>(geslachten)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Gives residents their names; who is not known is passed over. Those whose name changed.
pub async fn update_namen(
    tx: &mut TenantTx,
    namen: &[Naamregel],
) -> Result<Vec<DossierId>, DbError> {
    #[derive(QueryableByName)]
    struct Gewijzigd {
        #[diesel(sql_type = SqlUuid)]
        id: Uuid,
    }
    let sleutels = tx.sleutels();
    let zoekwaarden: Vec<_> = namen
        .iter()
        .map(|regel| sleutels.zoekwaarde(&regel.bsn))
        .collect();
    let teksten: Vec<_> = namen.iter().map(|regel| regel.naam.as_str()).collect();
    let gewijzigd: Vec<Gewijzigd> = diesel::sql_query(
        "update inwoner set naam = n.naam from unnest($1, $2) as n (zoek, naam) \
         where inwoner.bsn_zoek = n.zoek and inwoner.naam is distinct from n.naam returning inwoner.id",
    )
    .bind::<Array<Bytea>, _>(zoekwaarden)
    .bind::<Array<Text>, _>(teksten)
    .load(tx.conn())
    .await?;
    Ok(gewijzigd
        .into_iter()
        .map(|rij| DossierId::new(rij.id))
        .collect())
}
