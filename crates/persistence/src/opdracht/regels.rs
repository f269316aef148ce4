//! The table `sturing.opdrachtregel`: the items as they stood at a closing.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::opdracht::{Norm, Normkant, Normoordeel, Onderdeelstand, Opdrachtregel, Regelnorm};
use domain::sturing::Indicator;
use primitives::{Datum, SluitingId};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::schema::sturing::opdrachtregel;
use crate::{DbError, TenantTx};

/// No assignment has more items (domain::opdracht).
const REGELS_MAX: i64 = 100;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = opdrachtregel)]
#[diesel(check_for_backend(diesel::pg::Pg))]
struct OpdrachtregelRow {
    sluiting: Uuid,
    gemeente: String,
    nummer: i32,
    opdrachtversie: i32,
    prestatie: String,
    grond: Vec<String>,
    aanpak: Option<String>,
    trekker: Option<String>,
    #[diesel(serialize_as = jiff_diesel::NullableDate, deserialize_as = jiff_diesel::NullableDate)]
    gereed: Option<Datum>,
    stand: Option<String>,
    toelichting: Option<String>,
    indicator: Option<String>,
    kant: Option<String>,
    norm: Option<Decimal>,
    marge: Option<Decimal>,
    oordeel: Option<String>,
}

/// Stores the items of a closing. Runs as reporting, in the transaction of the closing.
pub async fn insert_regels(
    tx: &mut TenantTx,
    sluiting: SluitingId,
    regels: &[Opdrachtregel],
) -> Result<(), DbError> {
    if regels.is_empty() {
        return Ok(());
    }
    let gemeente = tx.gemeente().to_string();
    let rows = regels
        .iter()
        .map(|regel| OpdrachtregelRow::new(sluiting, &gemeente, regel))
        .collect::<Result<Vec<_>, DbError>>()?;
    diesel::insert_into(opdrachtregel::table)
        .values(rows)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The items as they stood at a closing of this municipality, in order; none where there was no assignment.
pub async fn list_regels(
    tx: &mut TenantTx,
    sluiting: SluitingId,
) -> Result<Vec<Opdrachtregel>, DbError> {
    let rows: Vec<OpdrachtregelRow> = opdrachtregel::table
        .filter(opdrachtregel::sluiting.eq(sluiting.uuid()))
        .filter(opdrachtregel::gemeente.eq(tx.gemeente().to_string()))
        .order(opdrachtregel::nummer)
        .limit(REGELS_MAX)
        .select(OpdrachtregelRow::as_select())
        .load(tx.conn())
        .await?;
    rows.into_iter().map(TryInto::try_into).collect()
}

impl OpdrachtregelRow {
    fn new(sluiting: SluitingId, gemeente: &str, regel: &Opdrachtregel) -> Result<Self, DbError> {
        let versie = i32::try_from(regel.opdrachtversie);
        let (stand, toelichting) = regel.stand.clone().unzip();
        let norm = regel.norm.map(|van| van.norm);
        Ok(Self {
            sluiting: sluiting.uuid(),
            gemeente: gemeente.to_owned(),
            nummer: i32::from(regel.nummer),
            opdrachtversie: versie
                .map_err(|_| DbError::inconsistent("opdrachtregel", "opdrachtversie", sluiting))?,
            prestatie: regel.prestatie.clone(),
            grond: regel.grond.clone(),
            aanpak: regel.aanpak.clone(),
            trekker: regel.trekker.clone(),
            gereed: regel.gereed,
            stand: stand.map(|stand| stand.code().to_owned()),
            toelichting,
            indicator: norm.map(|norm| norm.indicator.definitie().sleutel.to_owned()),
            kant: norm.map(|norm| norm.kant.code().to_owned()),
            norm: norm.map(|norm| norm.waarde),
            marge: norm.map(|norm| norm.marge),
            oordeel: regel.norm.map(|van| van.oordeel.code().to_owned()),
        })
    }

    fn parse_norm(&self) -> Result<Option<Regelnorm>, DbError> {
        let inconsistent = || {
            DbError::inconsistent(
                "opdrachtregel",
                "norm",
                format!("{}:{}", self.sluiting, self.nummer),
            )
        };
        let velden = (
            &self.indicator,
            &self.kant,
            self.norm,
            self.marge,
            &self.oordeel,
        );
        match velden {
            (None, None, None, None, None) => Ok(None),
            (Some(indicator), Some(kant), Some(waarde), Some(marge), Some(oordeel)) => {
                Ok(Some(Regelnorm {
                    norm: Norm {
                        indicator: Indicator::from_sleutel(indicator).ok_or_else(inconsistent)?,
                        kant: Normkant::from_code(kant).ok_or_else(inconsistent)?,
                        waarde,
                        marge,
                    },
                    oordeel: Normoordeel::from_code(oordeel).ok_or_else(inconsistent)?,
                }))
            }
            _ => Err(inconsistent()),
        }
    }
}

impl TryFrom<OpdrachtregelRow> for Opdrachtregel {
    type Error = DbError;

    fn try_from(row: OpdrachtregelRow) -> Result<Self, DbError> {
        let norm = row.parse_norm()?;
        let inconsistent = |kolom| {
            DbError::inconsistent(
                "opdrachtregel",
                kolom,
                format!("{}:{}", row.sluiting, row.nummer),
            )
        };
        let stand = match (&row.stand, row.toelichting) {
            (None, None) => None,
            (Some(code), Some(toelichting)) => {
                let stand = Onderdeelstand::from_code(code).ok_or_else(|| inconsistent("stand"))?;
                Some((stand, toelichting))
            }
            _ => return Err(inconsistent("stand")),
        };
        let versie = u32::try_from(row.opdrachtversie);
        Ok(Self {
            nummer: u16::try_from(row.nummer).map_err(|_| inconsistent("nummer"))?,
            opdrachtversie: versie.map_err(|_| inconsistent("opdrachtversie"))?,
            prestatie: row.prestatie,
            grond: row.grond,
            aanpak: row.aanpak,
            trekker: row.trekker,
            gereed: row.gereed,
            stand,
            norm,
        })
    }
}
