//! Reading and adding. What a role may see of an assignment, the database decides.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::beleid::Orgaan;
use domain::opdracht::{
    Kader, Kaderverwijzing, Opdracht, Opdrachtakte, Opdrachtbeeld, Standmelding, Uitvoeringsplan,
};
use primitives::{BesluitId, Datum};
use uuid::Uuid;

use super::rows::{OnderdeelstandRow, OpdrachtakteRow, UitvoeringsplanRow};
use crate::schema::{besluit, onderdeelstand, opdrachtakte, uitvoeringsplan};
use crate::{DbError, TenantTx};

/// More acts than any assignment of a year has.
const AKTEN_MAX: i64 = 1_000;
/// More states than the items of a year have together, each recorded many times.
const STANDEN_MAX: i64 = 10_000;
/// More decisions with frames than a municipality takes in twenty years.
const BESLUITEN_MAX: i64 = 500;
/// The years of a list.
const JAREN_MAX: i64 = 50;

/// The assignment of a year, as far as the role may see it; without acts when nobody began.
pub async fn load_opdracht(tx: &mut TenantTx, jaar: i16) -> Result<Opdracht, DbError> {
    let rows: Vec<OpdrachtakteRow> = opdrachtakte::table
        .filter(opdrachtakte::jaar.eq(jaar))
        .order(opdrachtakte::nummer)
        .limit(AKTEN_MAX)
        .select(OpdrachtakteRow::as_select())
        .load(tx.conn())
        .await?;
    let akten = rows.into_iter().map(TryInto::try_into);
    let akten = akten.collect::<Result<_, DbError>>()?;
    Opdracht::restore(jaar, akten)
        .map_err(|_| DbError::inconsistent("opdrachtakte", "nummer", jaar))
}

/// The assignment of a year with plan, states and frames.
pub async fn load_beeld(tx: &mut TenantTx, jaar: i16) -> Result<Opdrachtbeeld, DbError> {
    Ok(Opdrachtbeeld {
        opdracht: load_opdracht(tx, jaar).await?,
        plan: find_plan(tx, jaar).await?,
        standen: list_standen(tx, jaar).await?,
        kaders: list_kaders(tx).await?,
    })
}

/// The years for which the role sees an assignment, the last first.
pub async fn list_jaren(tx: &mut TenantTx) -> Result<Vec<i16>, DbError> {
    Ok(opdrachtakte::table
        .distinct()
        .order(opdrachtakte::jaar.desc())
        .limit(JAREN_MAX)
        .select(opdrachtakte::jaar)
        .load(tx.conn())
        .await?)
}

/// The frames of decisions that were taken, the newest decision first.
pub async fn list_kaders(tx: &mut TenantTx) -> Result<Vec<Kader>, DbError> {
    type Row = (Uuid, String, String, jiff_diesel::Date, Vec<String>);
    let rows: Vec<Row> = besluit::table
        .filter(besluit::aanvaard)
        .filter(besluit::kaders.ne(Vec::<String>::new()))
        .order((besluit::vergaderdatum.desc(), besluit::id.desc()))
        .limit(BESLUITEN_MAX)
        .select((
            besluit::id,
            besluit::orgaan,
            besluit::nummer,
            besluit::vergaderdatum,
            besluit::kaders,
        ))
        .load(tx.conn())
        .await?;
    let mut kaders = Vec::new();
    for (id, orgaan, nummer, vergaderdatum, teksten) in rows {
        let orgaan = Orgaan::from_code(&orgaan)
            .ok_or_else(|| DbError::inconsistent("besluit", "orgaan", id))?;
        let vergaderdatum: Datum = vergaderdatum.to_jiff();
        kaders.extend((1u16..).zip(teksten).map(|(kader, tekst)| Kader {
            verwijzing: Kaderverwijzing {
                besluit: BesluitId::new(id),
                kader,
            },
            tekst,
            orgaan,
            besluitnummer: nummer.clone(),
            vergaderdatum,
        }));
    }
    Ok(kaders)
}

/// Adds an act. Who acts on what he did not see is refused by the constraint `opdrachtakte_pkey`.
pub async fn insert_akte(tx: &mut TenantTx, jaar: i16, akte: &Opdrachtakte) -> Result<(), DbError> {
    diesel::insert_into(opdrachtakte::table)
        .values(OpdrachtakteRow::new(jaar, akte)?)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Adds a version of the plan; two at once are refused by the constraint `uitvoeringsplan_pkey`.
pub async fn insert_plan(tx: &mut TenantTx, plan: &Uitvoeringsplan) -> Result<(), DbError> {
    diesel::insert_into(uitvoeringsplan::table)
        .values(UitvoeringsplanRow::try_from(plan)?)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Adds how an item stands; two at once are refused by the constraint `onderdeelstand_pkey`.
pub async fn insert_stand(tx: &mut TenantTx, melding: &Standmelding) -> Result<(), DbError> {
    diesel::insert_into(onderdeelstand::table)
        .values(OnderdeelstandRow::try_from(melding)?)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The last version of the plan of a year.
async fn find_plan(tx: &mut TenantTx, jaar: i16) -> Result<Option<Uitvoeringsplan>, DbError> {
    let row: Option<UitvoeringsplanRow> = uitvoeringsplan::table
        .filter(uitvoeringsplan::jaar.eq(jaar))
        .order(uitvoeringsplan::nummer.desc())
        .select(UitvoeringsplanRow::as_select())
        .first(tx.conn())
        .await
        .optional()?;
    row.map(TryInto::try_into).transpose()
}

/// The last state of every item and quarter of a year.
async fn list_standen(tx: &mut TenantTx, jaar: i16) -> Result<Vec<Standmelding>, DbError> {
    let rows: Vec<OnderdeelstandRow> = onderdeelstand::table
        .filter(onderdeelstand::kwartaal.like(format!("{jaar}-%")))
        .distinct_on((onderdeelstand::kwartaal, onderdeelstand::onderdeel))
        .order((
            onderdeelstand::kwartaal,
            onderdeelstand::onderdeel,
            onderdeelstand::nummer.desc(),
        ))
        .limit(STANDEN_MAX)
        .select(OnderdeelstandRow::as_select())
        .load(tx.conn())
        .await?;
    rows.into_iter().map(TryInto::try_into).collect()
}
