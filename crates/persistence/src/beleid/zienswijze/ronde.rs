//! Storing and finding rounds.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::beleid::Persoon;
use domain::beleid::zienswijze::{Ronde, Rondeeinde, Rondekop, Rondesoort, Rondestand};
use primitives::{Datum, Moment, ZienswijzerondeId};
use uuid::Uuid;

use crate::schema::zienswijzen::{zienswijzeronde, zienswijzeronde_einde};
use crate::{DbError, TenantTx};

/// Twenty years of rounds.
const RONDES_MAX: i64 = 200;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = zienswijzeronde)]
#[diesel(check_for_backend(diesel::pg::Pg))]
struct RondeRow {
    id: Uuid,
    soort: String,
    titel: String,
    jaar: i16,
    toelichting: Option<String>,
    verwijzing: Option<String>,
    #[diesel(serialize_as = jiff_diesel::Date, deserialize_as = jiff_diesel::Date)]
    verzonden_op: Datum,
    #[diesel(serialize_as = jiff_diesel::Date, deserialize_as = jiff_diesel::Date)]
    uiterlijk: Datum,
    #[diesel(serialize_as = jiff_diesel::Date, deserialize_as = jiff_diesel::Date)]
    bestuur_op: Datum,
    #[diesel(serialize_as = jiff_diesel::Timestamp, deserialize_as = jiff_diesel::Timestamp)]
    geopend_op: Moment,
    door_id: String,
    door: String,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = zienswijzeronde_einde)]
#[diesel(check_for_backend(diesel::pg::Pg))]
struct EindeRow {
    ronde: Uuid,
    soort: String,
    tekst: String,
    #[diesel(serialize_as = jiff_diesel::Timestamp, deserialize_as = jiff_diesel::Timestamp)]
    op: Moment,
    door_id: String,
    door: String,
}

/// The rounds, the last sent first.
pub async fn list_rondes(tx: &mut TenantTx) -> Result<Vec<Ronde>, DbError> {
    let rijen: Vec<(RondeRow, Option<EindeRow>)> = zienswijzeronde::table
        .left_join(zienswijzeronde_einde::table)
        .order((
            zienswijzeronde::verzonden_op.desc(),
            zienswijzeronde::id.desc(),
        ))
        .limit(RONDES_MAX)
        .select((RondeRow::as_select(), Option::<EindeRow>::as_select()))
        .load(tx.conn())
        .await?;
    rijen.into_iter().map(restore).collect()
}

/// A round, if it exists.
pub async fn find_ronde(
    tx: &mut TenantTx,
    id: ZienswijzerondeId,
) -> Result<Option<Ronde>, DbError> {
    let rij: Option<(RondeRow, Option<EindeRow>)> = zienswijzeronde::table
        .left_join(zienswijzeronde_einde::table)
        .filter(zienswijzeronde::id.eq(id.uuid()))
        .select((RondeRow::as_select(), Option::<EindeRow>::as_select()))
        .first(tx.conn())
        .await
        .optional()?;
    rij.map(restore).transpose()
}

/// Stores a new round. Runs as execution.
pub async fn insert_ronde(tx: &mut TenantTx, nieuw: &Ronde) -> Result<(), DbError> {
    let kop = &nieuw.kop;
    let row = RondeRow {
        id: kop.id.uuid(),
        soort: kop.soort.code().to_owned(),
        titel: kop.titel.clone(),
        jaar: kop.jaar,
        toelichting: kop.toelichting.clone(),
        verwijzing: kop.verwijzing.clone(),
        verzonden_op: kop.verzonden_op,
        uiterlijk: kop.uiterlijk,
        bestuur_op: kop.bestuur_op,
        geopend_op: nieuw.geopend_op,
        door_id: nieuw.geopend_door.sub.clone(),
        door: nieuw.geopend_door.naam.clone(),
    };
    diesel::insert_into(zienswijzeronde::table)
        .values(row)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Stores how a round ended; false when somebody else ended it before, or it has not ended. Runs as execution.
pub async fn insert_ronde_einde(tx: &mut TenantTx, ronde: &Ronde) -> Result<bool, DbError> {
    let Some(einde) = ronde.stand.einde() else {
        return Ok(false);
    };
    let row = EindeRow {
        ronde: ronde.kop.id.uuid(),
        soort: ronde.stand.code().to_owned(),
        tekst: einde.tekst.clone(),
        op: einde.op,
        door_id: einde.door.sub.clone(),
        door: einde.door.naam.clone(),
    };
    let aantal = diesel::insert_into(zienswijzeronde_einde::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(tx.conn())
        .await?;
    Ok(aantal == 1)
}

fn restore((row, einde): (RondeRow, Option<EindeRow>)) -> Result<Ronde, DbError> {
    let id = row.id;
    let inconsistent = |tabel, kolom| DbError::inconsistent(tabel, kolom, id);
    let soort = Rondesoort::from_code(&row.soort);
    let stand = einde.map_or(Some(Rondestand::Lopend), restore_einde);
    Ok(Ronde {
        kop: Rondekop {
            id: ZienswijzerondeId::new(id),
            soort: soort.ok_or_else(|| inconsistent("zienswijzeronde", "soort"))?,
            titel: row.titel,
            jaar: row.jaar,
            toelichting: row.toelichting,
            verwijzing: row.verwijzing,
            verzonden_op: row.verzonden_op,
            uiterlijk: row.uiterlijk,
            bestuur_op: row.bestuur_op,
        },
        geopend_op: row.geopend_op,
        geopend_door: Persoon {
            sub: row.door_id,
            naam: row.door,
        },
        stand: stand.ok_or_else(|| inconsistent("zienswijzeronde_einde", "soort"))?,
    })
}

fn restore_einde(row: EindeRow) -> Option<Rondestand> {
    let einde = Rondeeinde {
        tekst: row.tekst,
        op: row.op,
        door: Persoon {
            sub: row.door_id,
            naam: row.door,
        },
    };
    match row.soort.as_str() {
        "afgerond" => Some(Rondestand::Afgerond(einde)),
        "ingetrokken" => Some(Rondestand::Ingetrokken(einde)),
        _ => None,
    }
}
