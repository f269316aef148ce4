//! What members see of each other: views from the moment at which they are brought in, answers once confirmed.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::beleid::zienswijze::{
    Antwoord, Ingediend, Oordeel, Punt, Raadsbesluit, Reactie, Zienswijzestrekking, Zienswijzetekst,
};
use jiff_diesel::ToDiesel;
use primitives::{GemeenteCode, ZienswijzerondeId};
use uuid::Uuid;

use crate::schema::zienswijzen::{
    zienswijze, zienswijzeantwoord, zienswijzepunt, zienswijzereactie,
};
use crate::{DbError, TenantTx};

/// More municipalities than there are, in more rounds than are shown together.
const ZIENSWIJZEN_MAX: i64 = 100_000;

type Zienswijzerij = (
    Uuid,
    String,
    String,
    Option<String>,
    Option<jiff_diesel::Date>,
    jiff_diesel::Timestamp,
);
type Puntrij = (Uuid, String, Option<String>, String);
type Antwoordrij = (Uuid, String, jiff_diesel::Timestamp);
type Reactierij = (Uuid, String, String, String);

/// Stores what this municipality's council brings in, for all members to read. Runs as council.
pub async fn insert_ingediend(tx: &mut TenantTx, nieuw: &Ingediend) -> Result<(), DbError> {
    let gemeente = nieuw.gemeente.to_string();
    let besluit = nieuw.besluit.as_ref();
    diesel::insert_into(zienswijze::table)
        .values((
            zienswijze::ronde.eq(nieuw.ronde.uuid()),
            zienswijze::gemeente.eq(&gemeente),
            zienswijze::strekking.eq(nieuw.tekst.strekking.code()),
            zienswijze::besluit_nummer.eq(besluit.map(|besluit| &besluit.nummer)),
            zienswijze::besluit_datum.eq(besluit.map(|besluit| besluit.datum.to_diesel())),
            zienswijze::op.eq(nieuw.op.to_diesel()),
        ))
        .execute(tx.conn())
        .await?;
    for (nummer, punt) in (1_i16..).zip(&nieuw.tekst.punten) {
        diesel::insert_into(zienswijzepunt::table)
            .values((
                zienswijzepunt::ronde.eq(nieuw.ronde.uuid()),
                zienswijzepunt::gemeente.eq(&gemeente),
                zienswijzepunt::nummer.eq(nummer),
                zienswijzepunt::onderwerp.eq(&punt.onderwerp),
                zienswijzepunt::tekst.eq(&punt.tekst),
            ))
            .execute(tx.conn())
            .await?;
    }
    Ok(())
}

/// The views on these rounds that this role may see, by round and municipality.
pub async fn list_ingediend(
    tx: &mut TenantTx,
    rondes: &[ZienswijzerondeId],
) -> Result<Vec<Ingediend>, DbError> {
    let ids: Vec<Uuid> = rondes.iter().map(|id| id.uuid()).collect();
    let rijen: Vec<Zienswijzerij> = zienswijze::table
        .filter(zienswijze::ronde.eq_any(&ids))
        .order((zienswijze::ronde, zienswijze::gemeente))
        .limit(ZIENSWIJZEN_MAX)
        .select((
            zienswijze::ronde,
            zienswijze::gemeente,
            zienswijze::strekking,
            zienswijze::besluit_nummer,
            zienswijze::besluit_datum,
            zienswijze::op,
        ))
        .load(tx.conn())
        .await?;
    let mut punten: Vec<Puntrij> = zienswijzepunt::table
        .filter(zienswijzepunt::ronde.eq_any(&ids))
        .order((
            zienswijzepunt::ronde,
            zienswijzepunt::gemeente,
            zienswijzepunt::nummer,
        ))
        .limit(ZIENSWIJZEN_MAX)
        .select((
            zienswijzepunt::ronde,
            zienswijzepunt::gemeente,
            zienswijzepunt::onderwerp,
            zienswijzepunt::tekst,
        ))
        .load(tx.conn())
        .await?;
    let mut ingediend = Vec::with_capacity(rijen.len());
    for rij in rijen {
        let eigen = punten.extract_if(.., |punt| (punt.0, &punt.1) == (rij.0, &rij.1));
        let eigen = eigen.map(|(_, _, onderwerp, tekst)| Punt { onderwerp, tekst });
        let eigen = eigen.collect();
        ingediend.push(restore_ingediend(rij, eigen)?);
    }
    Ok(ingediend)
}

/// What the council of this municipality brought in on a round.
pub async fn find_ingediend(
    tx: &mut TenantTx,
    ronde: ZienswijzerondeId,
) -> Result<Option<Ingediend>, DbError> {
    let gemeente = tx.gemeente();
    let alle = list_ingediend(tx, &[ronde]).await?;
    Ok(alle.into_iter().find(|deze| deze.gemeente == gemeente))
}

/// Stores the answer to this municipality's council, for all members to read. Runs as execution.
pub async fn insert_antwoord(tx: &mut TenantTx, nieuw: &Antwoord) -> Result<(), DbError> {
    let gemeente = nieuw.gemeente.to_string();
    diesel::insert_into(zienswijzeantwoord::table)
        .values((
            zienswijzeantwoord::ronde.eq(nieuw.ronde.uuid()),
            zienswijzeantwoord::gemeente.eq(&gemeente),
            zienswijzeantwoord::op.eq(nieuw.op.to_diesel()),
        ))
        .execute(tx.conn())
        .await?;
    for (nummer, reactie) in (1_i16..).zip(&nieuw.reacties) {
        diesel::insert_into(zienswijzereactie::table)
            .values((
                zienswijzereactie::ronde.eq(nieuw.ronde.uuid()),
                zienswijzereactie::gemeente.eq(&gemeente),
                zienswijzereactie::nummer.eq(nummer),
                zienswijzereactie::oordeel.eq(reactie.oordeel.code()),
                zienswijzereactie::toelichting.eq(&reactie.toelichting),
            ))
            .execute(tx.conn())
            .await?;
    }
    Ok(())
}

/// The confirmed answers in these rounds that this role may see, by round and municipality.
pub async fn list_antwoorden(
    tx: &mut TenantTx,
    rondes: &[ZienswijzerondeId],
) -> Result<Vec<Antwoord>, DbError> {
    let ids: Vec<Uuid> = rondes.iter().map(|id| id.uuid()).collect();
    let rijen: Vec<Antwoordrij> = zienswijzeantwoord::table
        .filter(zienswijzeantwoord::ronde.eq_any(&ids))
        .order((zienswijzeantwoord::ronde, zienswijzeantwoord::gemeente))
        .limit(ZIENSWIJZEN_MAX)
        .select((
            zienswijzeantwoord::ronde,
            zienswijzeantwoord::gemeente,
            zienswijzeantwoord::op,
        ))
        .load(tx.conn())
        .await?;
    let mut reacties: Vec<Reactierij> = zienswijzereactie::table
        .filter(zienswijzereactie::ronde.eq_any(&ids))
        .order((
            zienswijzereactie::ronde,
            zienswijzereactie::gemeente,
            zienswijzereactie::nummer,
        ))
        .limit(ZIENSWIJZEN_MAX)
        .select((
            zienswijzereactie::ronde,
            zienswijzereactie::gemeente,
            zienswijzereactie::oordeel,
            zienswijzereactie::toelichting,
        ))
        .load(tx.conn())
        .await?;
    let mut antwoorden = Vec::with_capacity(rijen.len());
    for (ronde, gemeente, op) in rijen {
        let eigen = reacties.extract_if(.., |r| (r.0, &r.1) == (ronde, &gemeente));
        let eigen = eigen.map(restore_reactie).collect::<Result<Vec<_>, _>>()?;
        antwoorden.push(Antwoord {
            ronde: ZienswijzerondeId::new(ronde),
            gemeente: parse_gemeente("zienswijzeantwoord", &gemeente)?,
            reacties: eigen,
            op: op.to_jiff(),
        });
    }
    Ok(antwoorden)
}

fn restore_ingediend(rij: Zienswijzerij, punten: Vec<Punt>) -> Result<Ingediend, DbError> {
    let (ronde, gemeente, strekking, nummer, datum, op) = rij;
    let strekking = Zienswijzestrekking::from_code(&strekking)
        .ok_or_else(|| DbError::inconsistent("zienswijze", "strekking", ronde))?;
    let besluit = nummer.zip(datum).map(|(nummer, datum)| Raadsbesluit {
        nummer,
        datum: datum.to_jiff(),
    });
    Ok(Ingediend {
        ronde: ZienswijzerondeId::new(ronde),
        gemeente: parse_gemeente("zienswijze", &gemeente)?,
        tekst: Zienswijzetekst { strekking, punten },
        besluit,
        op: op.to_jiff(),
    })
}

fn restore_reactie((ronde, _, oordeel, toelichting): Reactierij) -> Result<Reactie, DbError> {
    let oordeel = Oordeel::from_code(&oordeel)
        .ok_or_else(|| DbError::inconsistent("zienswijzereactie", "oordeel", ronde))?;
    Ok(Reactie {
        oordeel,
        toelichting,
    })
}

fn parse_gemeente(tabel: &'static str, code: &str) -> Result<GemeenteCode, DbError> {
    GemeenteCode::parse(code).map_err(|_| DbError::inconsistent(tabel, "gemeente", code))
}
