//! Who directs the case of a resident, from moment to moment.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::dossier::{Casusregie, Overdracht, Reden};
use jiff_diesel::ToDiesel;
use primitives::DossierId;
use uuid::Uuid;

use super::rows::{CasusregieRow, NewCasusregieRow};
use crate::schema::{casusregie, dossierstand, medewerker};
use crate::{DbError, TenantTx};

/// More handovers than anyone lives to see.
const OVERDRACHTEN_MAX: i64 = 500;

/// Who directs the case now, with the dossier locked against other acts until the end of the transaction; none when
/// there is no such resident in this municipality.
pub async fn load_casusregie_for_update(
    tx: &mut TenantTx,
    dossier: DossierId,
) -> Result<Option<Casusregie>, DbError> {
    let slot: Option<Uuid> = dossierstand::table
        .find(dossier.uuid())
        .select(dossierstand::inwoner)
        .for_update()
        .first(tx.conn())
        .await
        .optional()?;
    if slot.is_none() {
        return Ok(None);
    }
    let row: Option<CasusregieRow> = casusregie::table
        .inner_join(medewerker::table)
        .filter(casusregie::inwoner.eq(dossier.uuid()))
        .filter(casusregie::tot.is_null())
        .select(CasusregieRow::as_select())
        .first(tx.conn())
        .await
        .optional()?;
    Ok(Some(match row {
        None => Casusregie::Geen,
        Some(row) => Casusregie::Bij(row.casusregisseur()?),
    }))
}

/// Ends the present casusregie and begins the next at the same moment. `door` is the `sub` of who records it.
pub async fn insert_overdracht(
    tx: &mut TenantTx,
    dossier: DossierId,
    overdracht: &Overdracht,
    door: &str,
) -> Result<(), DbError> {
    let naar = &overdracht.naar;
    diesel::update(casusregie::table)
        .filter(casusregie::inwoner.eq(dossier.uuid()))
        .filter(casusregie::tot.is_null())
        .set(casusregie::tot.eq(naar.sinds.to_diesel()))
        .execute(tx.conn())
        .await?;
    let volgnummer = i16::try_from(naar.volgnummer)
        .map_err(|_| DbError::inconsistent("casusregie", "volgnummer", dossier))?;
    diesel::insert_into(casusregie::table)
        .values(NewCasusregieRow {
            inwoner: dossier.uuid(),
            volgnummer,
            medewerker: &naar.medewerker.sub,
            vanaf: naar.sinds.to_diesel(),
            overlegd_op: overdracht.overlegd_op.map(ToDiesel::to_diesel),
            reden: overdracht.reden.as_ref().map(Reden::as_str),
            vastgelegd_door: door,
        })
        .execute(tx.conn())
        .await?;
    diesel::update(dossierstand::table.find(dossier.uuid()))
        .set(dossierstand::casusregisseur.eq(&naar.medewerker.sub))
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Every handover, the newest first.
pub async fn list_overdrachten(
    tx: &mut TenantTx,
    dossier: DossierId,
) -> Result<Vec<Overdracht>, DbError> {
    let rows: Vec<CasusregieRow> = casusregie::table
        .inner_join(medewerker::table)
        .filter(casusregie::inwoner.eq(dossier.uuid()))
        .order(casusregie::volgnummer.desc())
        .limit(OVERDRACHTEN_MAX)
        .select(CasusregieRow::as_select())
        .load(tx.conn())
        .await?;
    let vorige = rows.iter().skip(1).map(Some).chain([None]);
    rows.iter()
        .zip(vorige)
        .map(|(row, vorige)| row.overdracht(vorige))
        .collect()
}
