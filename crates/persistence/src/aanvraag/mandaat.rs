//! The mandate register, and how the municipality has the law executed.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::aanvraag::{Mandaat, Mandaatbesluit, Mandaatregister, VierOgen};
use domain::beleid::Persoon;
use domain::bevoegdheid::Rol;
use domain::gemeente::Uitvoeringsvorm;
use domain::recht::Regeling;
use primitives::{Datum, Geld, Moment};
use rust_decimal::Decimal;

use crate::schema::mandaat;
use crate::schema::platform::gemeente;
use crate::{DbError, TenantTx};

/// More rows than a register has in twenty years.
const MANDATEN_MAX: i64 = 2_000;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = mandaat)]
#[diesel(check_for_backend(diesel::pg::Pg))]
struct MandaatRow {
    regeling: String,
    besluit: String,
    rol: String,
    #[diesel(serialize_as = jiff_diesel::Date, deserialize_as = jiff_diesel::Date)]
    van: Datum,
    #[diesel(serialize_as = jiff_diesel::NullableDate, deserialize_as = jiff_diesel::NullableDate)]
    tot: Option<Datum>,
    vier_ogen: String,
    vier_ogen_vanaf: Option<Decimal>,
    bron: String,
}

/// Every row of the register, in order.
pub async fn load_mandaatregister(tx: &mut TenantTx) -> Result<Mandaatregister, DbError> {
    let rows: Vec<MandaatRow> = mandaat::table
        .order((
            mandaat::regeling,
            mandaat::besluit,
            mandaat::rol,
            mandaat::van,
        ))
        .limit(MANDATEN_MAX)
        .select(MandaatRow::as_select())
        .load(tx.conn())
        .await?;
    let mandaten = rows.into_iter().map(Mandaat::try_from);
    Ok(Mandaatregister::new(mandaten.collect::<Result<_, _>>()?))
}

/// Adds rows. One that is there already is refused by the constraint `mandaat_pkey`.
pub async fn insert_mandaten(
    tx: &mut TenantTx,
    mandaten: &[Mandaat],
    door: &Persoon,
    op: Moment,
) -> Result<(), DbError> {
    for een in mandaten {
        diesel::insert_into(mandaat::table)
            .values((
                MandaatRow::from(een),
                mandaat::vastgelegd_op.eq(jiff_diesel::Timestamp::from(op)),
                mandaat::vastgelegd_door_id.eq(&door.sub),
                mandaat::vastgelegd_door.eq(&door.naam),
            ))
            .execute(tx.conn())
            .await?;
    }
    Ok(())
}

/// How the municipality of this transaction has the law executed, with its name.
pub async fn load_uitvoeringsvorm(tx: &mut TenantTx) -> Result<(Uitvoeringsvorm, String), DbError> {
    let code = tx.gemeente().to_string();
    let (naam, vorm): (String, String) = gemeente::table
        .find(&code)
        .select((gemeente::naam, gemeente::uitvoeringsvorm))
        .first(tx.conn())
        .await?;
    let vorm = Uitvoeringsvorm::parse(&vorm)
        .ok_or_else(|| DbError::inconsistent("gemeente", "uitvoeringsvorm", code))?;
    Ok((vorm, naam))
}

impl From<&Mandaat> for MandaatRow {
    fn from(mandaat: &Mandaat) -> Self {
        Self {
            regeling: mandaat.regeling.naam().to_owned(),
            besluit: mandaat.besluit.code().to_owned(),
            rol: mandaat.rol.claim().to_owned(),
            van: mandaat.van,
            tot: mandaat.tot,
            vier_ogen: mandaat.vier_ogen.code().to_owned(),
            vier_ogen_vanaf: mandaat.vier_ogen_vanaf.map(Geld::decimal),
            bron: mandaat.bron.clone(),
        }
    }
}

impl TryFrom<MandaatRow> for Mandaat {
    type Error = DbError;

    fn try_from(row: MandaatRow) -> Result<Self, DbError> {
        let inconsistent = |kolom| DbError::inconsistent("mandaat", kolom, row.van);
        let bedrag = row.vier_ogen_vanaf.map(Geld::try_new);
        Ok(Self {
            regeling: Regeling::from_code(&row.regeling).ok_or_else(|| inconsistent("regeling"))?,
            besluit: Mandaatbesluit::from_code(&row.besluit)
                .ok_or_else(|| inconsistent("besluit"))?,
            rol: Rol::from_claim(&row.rol).ok_or_else(|| inconsistent("rol"))?,
            vier_ogen: VierOgen::from_code(&row.vier_ogen)
                .ok_or_else(|| inconsistent("vier_ogen"))?,
            vier_ogen_vanaf: bedrag
                .transpose()
                .map_err(|_| inconsistent("vier_ogen_vanaf"))?,
            van: row.van,
            tot: row.tot,
            bron: row.bron,
        })
    }
}
