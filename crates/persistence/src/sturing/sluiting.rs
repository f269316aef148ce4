//! Storing and finding closings.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::beleid::Geldend;
use domain::sturing::{
    Cijferhash, Kwaliteitsregel, Oordeel, PubliekCijfer, Rekenwijze, Sluiting, Uitkomst,
    render_vastgelegd,
};
use jiff_diesel::ToDiesel;
use primitives::{Datum, GemeenteCode, Kwartaal, Moment, SluitingId};
use sha2::{Digest, Sha256};

use super::rows::{CijferRow, Gemeentenaam, KwaliteitRow, SluitingRow};
use crate::schema::platform::gemeente;
use crate::schema::sturing::{cijfer, kwaliteit, sluiting};
use crate::{DbError, TenantTx};

/// No list of closings is longer than this: 25 years of quarters.
const SLUITINGEN_MAX: i64 = 100;
/// At most this many municipalities are in a scheme: all of the country.
const GEMEENTEN_MAX: i64 = 400;

/// A closing with all that belongs to it besides its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sluitingakte {
    /// The closing.
    pub sluiting: Sluiting,
    /// How was calculated.
    pub rekenwijze: Rekenwijze,
    /// The remarks that were there at closing, each a sentence.
    pub aandachtspunten: Vec<String>,
}

/// The SHA-256 over figures as they are stored.
pub fn calculate_hash(cijfers: &[PubliekCijfer]) -> Cijferhash {
    Cijferhash::new(Sha256::digest(render_vastgelegd(cijfers)).into())
}

/// Stores a closing with its figures, once and for all.
///
/// Two who close the same quarter at the same moment cannot both succeed: see [`DbError::is_refused_by`] with
/// the constraint `sluiting_versie_uniek`.
pub async fn insert_sluiting(
    tx: &mut TenantTx,
    akte: &Sluitingakte,
    cijfers: &[PubliekCijfer],
    oordelen: &BTreeMap<Kwaliteitsregel, Oordeel>,
) -> Result<(), DbError> {
    let row = SluitingRow::try_from(akte)?;
    let (id, gemeente) = (row.id, row.gemeente.clone());
    diesel::insert_into(sluiting::table)
        .values(row)
        .execute(tx.conn())
        .await?;
    let cijfers: Vec<CijferRow> = cijfers
        .iter()
        .map(|c| CijferRow::new(akte.sluiting.id, &gemeente, c))
        .collect::<Result<_, _>>()?;
    diesel::insert_into(cijfer::table)
        .values(cijfers)
        .execute(tx.conn())
        .await?;
    let oordelen: Vec<KwaliteitRow> = oordelen
        .iter()
        .map(|(regel, oordeel)| KwaliteitRow {
            sluiting: id,
            gemeente: gemeente.clone(),
            regel: regel.sleutel().to_owned(),
            oordeel: oordeel.sleutel().to_owned(),
        })
        .collect();
    diesel::insert_into(kwaliteit::table)
        .values(oordelen)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The closing of a quarter of this municipality that counts: the last version.
pub async fn find_sluiting(
    tx: &mut TenantTx,
    kwartaal: Kwartaal,
) -> Result<Option<Sluitingakte>, DbError> {
    let row: Option<SluitingRow> = sluiting::table
        .filter(sluiting::gemeente.eq(tx.gemeente().to_string()))
        .filter(sluiting::kwartaal.eq(kwartaal.to_string()))
        .order(sluiting::versie.desc())
        .select(SluitingRow::as_select())
        .first(tx.conn())
        .await
        .optional()?;
    row.map(Sluitingakte::try_from).transpose()
}

/// A closing of this municipality.
pub async fn find_sluiting_by_id(
    tx: &mut TenantTx,
    id: SluitingId,
) -> Result<Option<Sluitingakte>, DbError> {
    let row: Option<SluitingRow> = sluiting::table
        .find(id.uuid())
        .filter(sluiting::gemeente.eq(tx.gemeente().to_string()))
        .select(SluitingRow::as_select())
        .first(tx.conn())
        .await
        .optional()?;
    row.map(Sluitingakte::try_from).transpose()
}

/// The last closing of every quarter of this municipality, newest quarter first.
pub async fn list_sluitingen(tx: &mut TenantTx) -> Result<Vec<Sluiting>, DbError> {
    let rows: Vec<SluitingRow> = sluiting::table
        .filter(sluiting::gemeente.eq(tx.gemeente().to_string()))
        .distinct_on(sluiting::kwartaal)
        .order((sluiting::kwartaal.desc(), sluiting::versie.desc()))
        .limit(SLUITINGEN_MAX)
        .select(SluitingRow::as_select())
        .load(tx.conn())
        .await?;
    rows.into_iter().map(Sluiting::try_from).collect()
}

/// The last closing of a quarter of every municipality whose figures may be seen, as they were on a moment.
pub async fn list_sluitingen_van_kwartaal(
    tx: &mut TenantTx,
    kwartaal: Kwartaal,
    op: Moment,
) -> Result<Vec<Sluiting>, DbError> {
    let rows: Vec<SluitingRow> = sluiting::table
        .filter(sluiting::kwartaal.eq(kwartaal.to_string()))
        .filter(sluiting::gesloten_op.le(op.to_diesel()))
        .distinct_on(sluiting::gemeente)
        .order((sluiting::gemeente, sluiting::versie.desc()))
        .limit(GEMEENTEN_MAX)
        .select(SluitingRow::as_select())
        .load(tx.conn())
        .await?;
    rows.into_iter().map(Sluiting::try_from).collect()
}

/// Every municipality that is or was in the scheme, by name.
pub async fn list_gemeenten(tx: &mut TenantTx) -> Result<Vec<Gemeentenaam>, DbError> {
    let rows: Vec<(String, String)> = gemeente::table
        .order(gemeente::naam)
        .limit(GEMEENTEN_MAX)
        .select((gemeente::code, gemeente::naam))
        .load(tx.conn())
        .await?;
    restore_namen(rows)
}

/// The municipalities that are in the scheme on a day, by name.
pub async fn list_leden(tx: &mut TenantTx, dag: Datum) -> Result<Vec<Gemeentenaam>, DbError> {
    let is_gebleven = gemeente::uitgetreden_op
        .is_null()
        .or(gemeente::uitgetreden_op.gt(dag.to_diesel()));
    let rows: Vec<(String, String)> = gemeente::table
        .filter(gemeente::aangesloten_op.le(dag.to_diesel()))
        .filter(is_gebleven.assume_not_null())
        .order(gemeente::naam)
        .limit(GEMEENTEN_MAX)
        .select((gemeente::code, gemeente::naam))
        .load(tx.conn())
        .await?;
    restore_namen(rows)
}

fn restore_namen(rows: Vec<(String, String)>) -> Result<Vec<Gemeentenaam>, DbError> {
    let read = |(code, naam): (String, String)| match GemeenteCode::parse(&code) {
        Ok(code) => Ok(Gemeentenaam { code, naam }),
        Err(_) => Err(DbError::inconsistent("gemeente", "code", code)),
    };
    rows.into_iter().map(read).collect()
}

impl TryFrom<&Sluitingakte> for SluitingRow {
    type Error = DbError;

    fn try_from(akte: &Sluitingakte) -> Result<Self, DbError> {
        let Sluiting { id, .. } = akte.sluiting;
        let inconsistent = |kolom| DbError::inconsistent("sluiting", kolom, id);
        let termijn = i16::try_from(akte.rekenwijze.inbeeld_termijn.waarde);
        Ok(Self {
            id: id.uuid(),
            gemeente: akte.sluiting.gemeente.to_string(),
            kwartaal: akte.sluiting.kwartaal.to_string(),
            versie: i16::try_from(akte.sluiting.versie).map_err(|_| inconsistent("versie"))?,
            bekend_op: akte.sluiting.bekend_op,
            gesloten_op: akte.sluiting.gesloten_op,
            gesloten_door: akte.sluiting.gesloten_door.clone(),
            toelichting: akte.sluiting.toelichting.clone(),
            hash: akte.sluiting.hash.bytes().to_vec(),
            inbeeld_termijn: termijn.map_err(|_| inconsistent("inbeeld_termijn"))?,
            inbeeld_besluit: akte.rekenwijze.inbeeld_termijn.besluit.clone(),
            aandachtspunten: akte.aandachtspunten.clone(),
        })
    }
}

impl TryFrom<SluitingRow> for Sluitingakte {
    type Error = DbError;

    fn try_from(row: SluitingRow) -> Result<Self, DbError> {
        let waarde = u32::try_from(row.inbeeld_termijn)
            .map_err(|_| DbError::inconsistent("sluiting", "inbeeld_termijn", row.id))?;
        let rekenwijze = Rekenwijze {
            inbeeld_termijn: Geldend {
                waarde,
                besluit: row.inbeeld_besluit.clone(),
            },
        };
        Ok(Self {
            rekenwijze,
            aandachtspunten: row.aandachtspunten.clone(),
            sluiting: row.try_into()?,
        })
    }
}

impl CijferRow {
    fn new(sluiting: SluitingId, gemeente: &str, van: &PubliekCijfer) -> Result<Self, DbError> {
        let (waarde, teller, noemer) = match van.uitkomst {
            Uitkomst::Bekend {
                waarde,
                teller,
                noemer,
            } => (Some(waarde), Some(teller), noemer),
            Uitkomst::Onderdrukt | Uitkomst::Ontbreekt => (None, None, None),
        };
        let versie = i16::try_from(van.versie);
        Ok(Self {
            sluiting: sluiting.uuid(),
            gemeente: gemeente.to_owned(),
            indicator: van.indicator.definitie().sleutel.to_owned(),
            klasse: van.klasse.sleutel().to_owned(),
            versie: versie.map_err(|_| DbError::inconsistent("cijfer", "versie", sluiting))?,
            uitkomst: van.uitkomst.sleutel().to_owned(),
            waarde,
            teller,
            noemer,
        })
    }
}
