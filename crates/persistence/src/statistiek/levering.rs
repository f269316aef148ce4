//! Deliveries of files, and the months that they describe.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::statistiek::{Berichtgevercode, Code, Leveringskop, Release};
use jiff_diesel::ToDiesel;
use primitives::{LeveringId, Maand, Moment};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::db::Slot;
use crate::schema::{levering, levering_maand};
use crate::{DbError, TenantTx};

/// The kind of a delivered file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leveringsoort {
    /// Benefits.
    Bus,
    /// Ladder and provisions.
    Srg,
}

impl Leveringsoort {
    /// The lasting name in the table.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Bus => "bus",
            Self::Srg => "srg",
        }
    }

    fn parse(naam: &str) -> Option<Self> {
        [Self::Bus, Self::Srg]
            .into_iter()
            .find(|soort| soort.naam() == naam)
    }
}

/// How many records of a delivery were new, other than before, the same, or no longer there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Telling {
    /// Not known before, or known and lapsed.
    pub nieuw: usize,
    /// Known with other values.
    pub gewijzigd: usize,
    /// Known with the same values.
    pub ongewijzigd: usize,
    /// Known of the same months, and not delivered any more.
    pub vervallen: usize,
}

impl Telling {
    /// Whether nothing has to be written.
    pub const fn is_gelijk(&self) -> bool {
        self.nieuw + self.gewijzigd + self.vervallen == 0
    }

    /// The number of delivered records.
    pub const fn regels(&self) -> usize {
        self.nieuw + self.gewijzigd + self.ongewijzigd
    }
}

/// A delivery to be recorded.
#[derive(Clone, Debug)]
pub struct NieuweLevering {
    /// Its id.
    pub id: LeveringId,
    /// The kind of file.
    pub soort: Leveringsoort,
    /// SHA-256 of the file.
    pub vingerafdruk: [u8; 32],
    /// When the municipality knew it.
    pub bekend_op: Moment,
    /// When it was imported.
    pub ingelezen_op: Moment,
    /// Who imported it.
    pub ingelezen_door: String,
    /// What it changed.
    pub telling: Telling,
    /// How many residents appeared for the first time.
    pub inwoners_nieuw: usize,
}

/// A recorded delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Levering {
    /// Its id.
    pub id: LeveringId,
    /// The kind of file.
    pub soort: Leveringsoort,
    /// The first month that it describes.
    pub eerste_maand: Maand,
    /// The last month that it describes.
    pub laatste_maand: Maand,
    /// What it changed.
    pub telling: Telling,
    /// How many residents appeared for the first time.
    pub inwoners_nieuw: usize,
    /// When the municipality knew it.
    pub bekend_op: Moment,
    /// When it was imported.
    pub ingelezen_op: Moment,
    /// Who imported it.
    pub ingelezen_door: String,
}

#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = levering)]
#[diesel(check_for_backend(diesel::pg::Pg))]
struct LeveringRow {
    id: Uuid,
    soort: String,
    vingerafdruk: Vec<u8>,
    regels: i32,
    nieuw: i32,
    gewijzigd: i32,
    ongewijzigd: i32,
    vervallen: i32,
    inwoners_nieuw: i32,
    bekend_op: jiff_diesel::Timestamp,
    ingelezen_op: jiff_diesel::Timestamp,
    ingelezen_door: String,
}

#[derive(Insertable)]
#[diesel(table_name = levering_maand)]
struct MaandRow<'a> {
    levering: Uuid,
    maand: jiff_diesel::Date,
    berichtgevercode: String,
    softwarepakket: &'static str,
    release: Option<&'a str>,
}

/// SHA-256 of a file, to recognise it.
pub fn vingerafdruk(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// Waits until no other import of this municipality runs and no key is rotated, and holds the place until the
/// transaction ends. What is written after it is encrypted with the newest key.
pub async fn lock_import(tx: &mut TenantTx) -> Result<(), DbError> {
    Slot::Identificatie.take(tx).await?;
    tx.refresh_sleutels()
}

/// The last moment of which a delivery of this kind is known for any of these months.
pub async fn load_laatst_bekend(
    tx: &mut TenantTx,
    soort: Leveringsoort,
    maanden: impl IntoIterator<Item = Maand>,
) -> Result<Option<Moment>, DbError> {
    let laatst: Option<jiff_diesel::Timestamp> = levering::table
        .inner_join(levering_maand::table)
        .filter(levering::soort.eq(soort.naam()))
        .filter(levering_maand::maand.eq_any(days(maanden)))
        .select(diesel::dsl::max(levering::bekend_op))
        .first(tx.conn())
        .await?;
    Ok(laatst.map(jiff_diesel::Timestamp::to_jiff))
}

/// Records a delivery with the months that it describes; `koppen` holds one head for each month.
pub async fn insert_levering(
    tx: &mut TenantTx,
    nieuw: &NieuweLevering,
    koppen: &[&Leveringskop],
) -> Result<(), DbError> {
    let row = LeveringRow {
        id: nieuw.id.uuid(),
        soort: nieuw.soort.naam().to_owned(),
        vingerafdruk: nieuw.vingerafdruk.to_vec(),
        regels: as_i32(nieuw.telling.regels()),
        nieuw: as_i32(nieuw.telling.nieuw),
        gewijzigd: as_i32(nieuw.telling.gewijzigd),
        ongewijzigd: as_i32(nieuw.telling.ongewijzigd),
        vervallen: as_i32(nieuw.telling.vervallen),
        inwoners_nieuw: as_i32(nieuw.inwoners_nieuw),
        bekend_op: nieuw.bekend_op.to_diesel(),
        ingelezen_op: nieuw.ingelezen_op.to_diesel(),
        ingelezen_door: nieuw.ingelezen_door.clone(),
    };
    diesel::insert_into(levering::table)
        .values(row)
        .execute(tx.conn())
        .await?;
    let maanden: Vec<_> = koppen
        .iter()
        .map(|kop| MaandRow {
            levering: nieuw.id.uuid(),
            maand: kop.maand.first_day().to_diesel(),
            berichtgevercode: kop.berichtgevercode.to_string(),
            softwarepakket: kop.softwarepakket.code(),
            release: kop.release.as_ref().map(Release::as_str),
        })
        .collect();
    diesel::insert_into(levering_maand::table)
        .values(maanden)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The last month of which a delivery of this kind is known.
pub async fn load_laatste_maand(
    tx: &mut TenantTx,
    soort: Leveringsoort,
) -> Result<Option<Maand>, DbError> {
    let laatste: Option<jiff_diesel::Date> = levering_maand::table
        .inner_join(levering::table)
        .filter(levering::soort.eq(soort.naam()))
        .select(diesel::dsl::max(levering_maand::maand))
        .first(tx.conn())
        .await?;
    Ok(laatste.map(|dag| Maand::of(dag.to_jiff())))
}

/// Who delivered a month last, as known on `bekend_op`; none when no delivery held the month.
pub(super) async fn load_kop(
    tx: &mut TenantTx,
    soort: Leveringsoort,
    maand: Maand,
    bekend_op: Moment,
) -> Result<Option<Leveringskop>, DbError> {
    let gevonden: Option<(Uuid, String, String, Option<String>)> = levering::table
        .inner_join(levering_maand::table)
        .filter(levering::soort.eq(soort.naam()))
        .filter(levering::bekend_op.le(bekend_op.to_diesel()))
        .filter(levering_maand::maand.eq(maand.first_day().to_diesel()))
        .order(levering::bekend_op.desc())
        .select((
            levering::id,
            levering_maand::berichtgevercode,
            levering_maand::softwarepakket,
            levering_maand::release,
        ))
        .first(tx.conn())
        .await
        .optional()?;
    let Some((id, berichtgevercode, softwarepakket, release)) = gevonden else {
        return Ok(None);
    };
    let fout = |kolom| DbError::inconsistent("levering_maand", kolom, id);
    let release = release.as_deref().map(Release::parse).transpose();
    Ok(Some(Leveringskop {
        maand,
        berichtgevercode: Berichtgevercode::parse(&berichtgevercode)
            .map_err(|_| fout("berichtgevercode"))?,
        gemeente: tx.gemeente(),
        softwarepakket: Code::parse(&softwarepakket).map_err(|_| fout("softwarepakket"))?,
        release: release.map_err(|_| fout("release"))?,
    }))
}

/// The last deliveries, the newest first; with `voor` those before that one. Ids sort by age.
pub async fn list_leveringen(
    tx: &mut TenantTx,
    voor: Option<LeveringId>,
    aantal: i64,
) -> Result<Vec<Levering>, DbError> {
    let mut vraag = levering::table
        .order(levering::id.desc())
        .limit(aantal)
        .select(LeveringRow::as_select())
        .into_boxed();
    if let Some(voor) = voor {
        vraag = vraag.filter(levering::id.lt(voor.uuid()));
    }
    let rows: Vec<LeveringRow> = vraag.load(tx.conn()).await?;
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let grenzen: Vec<(Uuid, Option<jiff_diesel::Date>, Option<jiff_diesel::Date>)> =
        levering_maand::table
            .filter(levering_maand::levering.eq_any(ids))
            .group_by(levering_maand::levering)
            .select((
                levering_maand::levering,
                diesel::dsl::min(levering_maand::maand),
                diesel::dsl::max(levering_maand::maand),
            ))
            .load(tx.conn())
            .await?;
    rows.into_iter()
        .map(|row| {
            let grens = grenzen.iter().find(|(id, _, _)| *id == row.id);
            match grens {
                Some((_, Some(eerste), Some(laatste))) => {
                    row.levering(eerste.to_jiff(), laatste.to_jiff())
                }
                _ => Err(DbError::inconsistent("levering_maand", "maand", row.id)),
            }
        })
        .collect()
}

impl LeveringRow {
    fn levering(
        self,
        eerste: primitives::Datum,
        laatste: primitives::Datum,
    ) -> Result<Levering, DbError> {
        let soort = Leveringsoort::parse(&self.soort)
            .ok_or_else(|| DbError::inconsistent("levering", "soort", self.id))?;
        // Counts are never negative: the database holds what `insert_levering` wrote.
        let aantal = |getal: i32| usize::try_from(getal).unwrap_or_default();
        Ok(Levering {
            id: LeveringId::new(self.id),
            soort,
            eerste_maand: Maand::of(eerste),
            laatste_maand: Maand::of(laatste),
            telling: Telling {
                nieuw: aantal(self.nieuw),
                gewijzigd: aantal(self.gewijzigd),
                ongewijzigd: aantal(self.ongewijzigd),
                vervallen: aantal(self.vervallen),
            },
            inwoners_nieuw: aantal(self.inwoners_nieuw),
            bekend_op: self.bekend_op.to_jiff(),
            ingelezen_op: self.ingelezen_op.to_jiff(),
            ingelezen_door: self.ingelezen_door,
        })
    }
}

/// The first days of months, as the tables name them.
pub(super) fn days(maanden: impl IntoIterator<Item = Maand>) -> Vec<jiff_diesel::Date> {
    maanden
        .into_iter()
        .map(|maand| maand.first_day().to_diesel())
        .collect()
}

fn as_i32(aantal: usize) -> i32 {
    // A file of two thousand million records does not fit in memory.
    i32::try_from(aantal).unwrap_or(i32::MAX)
}
