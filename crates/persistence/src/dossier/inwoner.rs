//! One resident: the header of the page, and the name.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::dossier::Casusregie;
use domain::statistiek::Naam;
use primitives::{Datum, DossierId};

use super::lijst::Inwonerregel;
use super::rows::{CasusregieRow, InwonerregelRow};
use crate::schema::{casusregie, dossierstand, inwoner, medewerker};
use crate::{DbError, TenantTx};

/// Who somebody is and how the dossier stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossierkop {
    /// The resident, as in the list.
    pub inwoner: Inwonerregel,
    /// Who directs the case, since when.
    pub casusregie: Casusregie,
}

/// The header of a dossier; none when there is no such resident in this municipality.
pub async fn find_dossierkop(
    tx: &mut TenantTx,
    dossier: DossierId,
) -> Result<Option<Dossierkop>, DbError> {
    let row: Option<(InwonerregelRow, Option<CasusregieRow>)> = dossierstand::table
        .inner_join(inwoner::table)
        .left_join(
            casusregie::table.on(casusregie::inwoner
                .eq(dossierstand::inwoner)
                .and(casusregie::tot.is_null())),
        )
        .left_join(
            medewerker::table.on(medewerker::sub.nullable().eq(dossierstand::casusregisseur)),
        )
        .filter(dossierstand::inwoner.eq(dossier.uuid()))
        .select((
            InwonerregelRow::as_select(),
            Option::<CasusregieRow>::as_select(),
        ))
        .first(tx.conn())
        .await
        .optional()?;
    let Some((regel, regie)) = row else {
        return Ok(None);
    };
    let casusregie = match regie {
        None => Casusregie::Geen,
        Some(row) => Casusregie::Bij(row.casusregisseur()?),
    };
    Ok(Some(Dossierkop {
        inwoner: regel.try_into()?,
        casusregie,
    }))
}

/// The date of birth of a resident; none when there is no such resident in this municipality.
pub async fn find_geboortedatum(
    tx: &mut TenantTx,
    dossier: DossierId,
) -> Result<Option<Datum>, DbError> {
    let geboren: Option<jiff_diesel::Date> = inwoner::table
        .find(dossier.uuid())
        .select(inwoner::geboortedatum)
        .first(tx.conn())
        .await
        .optional()?;
    Ok(geboren.map(jiff_diesel::Date::to_jiff))
}

/// Gives a resident a name. Whether there is such a resident.
pub async fn update_naam(
    tx: &mut TenantTx,
    dossier: DossierId,
    naam: &Naam,
) -> Result<bool, DbError> {
    let aantal = diesel::update(inwoner::table.find(dossier.uuid()))
        .set(inwoner::naam.eq(naam.as_str()))
        .execute(tx.conn())
        .await?;
    Ok(aantal == 1)
}

/// The names of residents; none where a name is not known.
pub async fn load_namen(
    tx: &mut TenantTx,
    dossiers: &[DossierId],
) -> Result<HashMap<DossierId, Option<String>>, DbError> {
    let ids: Vec<_> = dossiers.iter().map(|dossier| dossier.uuid()).collect();
    let rows: Vec<(uuid::Uuid, Option<String>)> = inwoner::table
        .filter(inwoner::id.eq_any(ids))
        .select((inwoner::id, inwoner::naam))
        .load(tx.conn())
        .await?;
    let rows = rows.into_iter();
    Ok(rows.map(|(id, naam)| (DossierId::new(id), naam)).collect())
}
