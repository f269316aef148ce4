//! Reading published figures: of one closing, and of all members side by side.

use std::collections::{BTreeMap, HashMap};

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::sturing::{Indicator, Kwaliteitsregel, Meetpunt, Oordeel, PubliekCijfer, judge};
use jiff_diesel::ToDiesel;
use primitives::{GemeenteCode, Kwartaal, Moment, SluitingId};
use uuid::Uuid;

use super::rows::{CijferRow, KwaliteitRow};
use crate::schema::sturing::{cijfer, kwaliteit, sluiting};
use crate::{DbError, TenantTx};

/// More figures than a closing has.
const CIJFERS_MAX: i64 = 1_000;
/// Eight quarters of every municipality of the country.
const SLUITINGEN_MAX: i64 = 4_000;
/// All figures of those closings, for the few indicators that are asked for at a time.
const MEETPUNTEN_MAX: i64 = 400_000;

/// The figures of a closing, in the order of the catalogue.
pub async fn list_cijfers(
    tx: &mut TenantTx,
    van: SluitingId,
) -> Result<Vec<PubliekCijfer>, DbError> {
    let rows: Vec<CijferRow> = cijfer::table
        .filter(cijfer::sluiting.eq(van.uuid()))
        .order((cijfer::indicator, cijfer::klasse))
        .limit(CIJFERS_MAX)
        .select(CijferRow::as_select())
        .load(tx.conn())
        .await?;
    let mut cijfers: Vec<PubliekCijfer> = rows
        .into_iter()
        .map(TryInto::try_into)
        .collect::<Result<_, _>>()?;
    cijfers.sort_by_key(|c| (c.indicator, c.klasse));
    Ok(cijfers)
}

/// How well the registrations behind the figures of a closing were kept.
pub async fn list_kwaliteit(
    tx: &mut TenantTx,
    van: SluitingId,
) -> Result<BTreeMap<Kwaliteitsregel, Oordeel>, DbError> {
    let rows: Vec<KwaliteitRow> = kwaliteit::table
        .filter(kwaliteit::sluiting.eq(van.uuid()))
        .order(kwaliteit::regel)
        .limit(CIJFERS_MAX)
        .select(KwaliteitRow::as_select())
        .load(tx.conn())
        .await?;
    rows.into_iter().map(|row| row.restore()).collect()
}

/// The published figures of these indicators and quarters of every municipality whose figures may be seen, by
/// the closings that counted on a moment.
pub async fn list_meetpunten(
    tx: &mut TenantTx,
    indicatoren: &[Indicator],
    kwartalen: &[Kwartaal],
    op: Moment,
) -> Result<Vec<(Indicator, Meetpunt)>, DbError> {
    let sluitingen = list_geldende(tx, kwartalen, op).await?;
    let ids: Vec<Uuid> = sluitingen.keys().copied().collect();
    let oordelen = list_oordelen(tx, &ids).await?;
    let sleutels: Vec<&str> = indicatoren.iter().map(|i| i.definitie().sleutel).collect();
    let rows: Vec<CijferRow> = cijfer::table
        .filter(cijfer::sluiting.eq_any(&ids))
        .filter(cijfer::indicator.eq_any(sleutels))
        .order((cijfer::sluiting, cijfer::indicator, cijfer::klasse))
        .limit(MEETPUNTEN_MAX)
        .select(CijferRow::as_select())
        .load(tx.conn())
        .await?;
    let leeg = BTreeMap::new();
    let read = |row: CijferRow| {
        let id = row.sluiting;
        let van = sluitingen.get(&id).copied();
        let (gemeente, kwartaal) =
            van.ok_or_else(|| DbError::inconsistent("cijfer", "sluiting", id))?;
        let cijfer = PubliekCijfer::try_from(row)?;
        let punt = Meetpunt {
            gemeente,
            kwartaal,
            klasse: cijfer.klasse,
            uitkomst: cijfer.uitkomst,
            oordeel: judge(cijfer.indicator, oordelen.get(&id).unwrap_or(&leeg)),
        };
        Ok((cijfer.indicator, punt))
    };
    rows.into_iter().map(read).collect()
}

/// The closing that counted on a moment, for each municipality and quarter.
async fn list_geldende(
    tx: &mut TenantTx,
    kwartalen: &[Kwartaal],
    op: Moment,
) -> Result<HashMap<Uuid, (GemeenteCode, Kwartaal)>, DbError> {
    let namen: Vec<String> = kwartalen.iter().map(ToString::to_string).collect();
    let rows: Vec<(Uuid, String, String)> = sluiting::table
        .filter(sluiting::kwartaal.eq_any(namen))
        .filter(sluiting::gesloten_op.le(op.to_diesel()))
        .distinct_on((sluiting::kwartaal, sluiting::gemeente))
        .order((
            sluiting::kwartaal,
            sluiting::gemeente,
            sluiting::versie.desc(),
        ))
        .limit(SLUITINGEN_MAX)
        .select((sluiting::id, sluiting::gemeente, sluiting::kwartaal))
        .load(tx.conn())
        .await?;
    let read = |(id, gemeente, kwartaal): (Uuid, String, String)| {
        let inconsistent = |kolom| DbError::inconsistent("sluiting", kolom, id);
        let gemeente = GemeenteCode::parse(&gemeente).map_err(|_| inconsistent("gemeente"))?;
        let kwartaal = Kwartaal::parse(&kwartaal).map_err(|_| inconsistent("kwartaal"))?;
        Ok((id, (gemeente, kwartaal)))
    };
    rows.into_iter().map(read).collect()
}

async fn list_oordelen(
    tx: &mut TenantTx,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, BTreeMap<Kwaliteitsregel, Oordeel>>, DbError> {
    let rows: Vec<KwaliteitRow> = kwaliteit::table
        .filter(kwaliteit::sluiting.eq_any(ids))
        .order((kwaliteit::sluiting, kwaliteit::regel))
        .limit(MEETPUNTEN_MAX)
        .select(KwaliteitRow::as_select())
        .load(tx.conn())
        .await?;
    let mut oordelen: HashMap<Uuid, BTreeMap<Kwaliteitsregel, Oordeel>> = HashMap::new();
    for row in rows {
        let id = row.sluiting;
        let (regel, oordeel) = row.restore()?;
        oordelen.entry(id).or_default().insert(regel, oordeel);
    }
    Ok(oordelen)
}

impl KwaliteitRow {
    fn restore(&self) -> Result<(Kwaliteitsregel, Oordeel), DbError> {
        let inconsistent = |kolom| DbError::inconsistent("kwaliteit", kolom, self.sluiting);
        let regel = Kwaliteitsregel::from_sleutel(&self.regel);
        let oordeel = Oordeel::from_sleutel(&self.oordeel);
        Ok((
            regel.ok_or_else(|| inconsistent("regel"))?,
            oordeel.ok_or_else(|| inconsistent("oordeel"))?,
        ))
    }
}
