//! Households that somebody should look at.

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, Nullable, Numeric, Text, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use domain::recht::populatie::{Populatievergelijking, Signaal, Signalen};
use primitives::{DossierId, Geld, PopulatierunId, UitkeringId};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::schema::{inwoner, populatieuitzondering};
use crate::{DbError, TenantTx};

/// A household with what two days give it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uitzondering {
    /// The benefit.
    pub uitkering: UitkeringId,
    /// The first of those who hold it.
    pub dossier: DossierId,
    /// What was found.
    pub vergelijking: Populatievergelijking,
}

/// The same in a list, with the name where it is known.
#[derive(Clone, PartialEq, Eq)]
pub struct Uitzonderingregel {
    /// What was found.
    pub uitzondering: Uitzondering,
    /// The name of the resident.
    pub naam: Option<String>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = populatieuitzondering)]
#[diesel(check_for_backend(diesel::pg::Pg))]
struct UitzonderingRow {
    uitkering: Uuid,
    inwoner: Uuid,
    signalen: Vec<String>,
    reden: Option<String>,
    oud: Option<Decimal>,
    nieuw: Option<Decimal>,
    #[diesel(select_expression = inwoner::naam)]
    naam: Option<String>,
}

/// Adds what a batch found, in one statement.
pub async fn insert_uitzonderingen(
    tx: &mut TenantTx,
    run: PopulatierunId,
    nieuw: &[Uitzondering],
) -> Result<(), DbError> {
    if nieuw.is_empty() {
        return Ok(());
    }
    let bedragen = |bedrag: fn(&Populatievergelijking) -> Option<Geld>| -> Vec<Option<Decimal>> {
        let van = |u: &Uitzondering| bedrag(&u.vergelijking).map(Geld::decimal);
        nieuw.iter().map(van).collect()
    };
    let uitkeringen: Vec<_> = nieuw.iter().map(|u| u.uitkering.uuid()).collect();
    let inwoners: Vec<_> = nieuw.iter().map(|u| u.dossier.uuid()).collect();
    let signalen: Vec<_> = nieuw
        .iter()
        .map(|u| codes(u.vergelijking.signalen))
        .collect();
    let redenen: Vec<_> = nieuw
        .iter()
        .map(|u| u.vergelijking.reden.as_deref())
        .collect();
    sql_query(
        "insert into populatieuitzondering (run, uitkering, inwoner, signalen, reden, oud, nieuw) \
         select $1, u, i, string_to_array(s, ','), r, o, n \
         from unnest($2, $3, $4, $5, $6, $7) as t (u, i, s, r, o, n)",
    )
    .bind::<SqlUuid, _>(run.uuid())
    .bind::<Array<SqlUuid>, _>(uitkeringen)
    .bind::<Array<SqlUuid>, _>(inwoners)
    .bind::<Array<Text>, _>(signalen)
    .bind::<Array<Nullable<Text>>, _>(redenen)
    .bind::<Array<Nullable<Numeric>>, _>(bedragen(|v| v.oud))
    .bind::<Array<Nullable<Numeric>>, _>(bedragen(|v| v.nieuw))
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// At most so many exceptions of a run after a benefit, in order of the id of the benefit; those with one reason only, or all.
pub async fn list_uitzonderingen(
    tx: &mut TenantTx,
    run: PopulatierunId,
    signaal: Option<Signaal>,
    na: Option<UitkeringId>,
    aantal: i64,
) -> Result<Vec<Uitzonderingregel>, DbError> {
    let mut vraag = populatieuitzondering::table
        .inner_join(inwoner::table)
        .filter(populatieuitzondering::run.eq(run.uuid()))
        .filter(populatieuitzondering::uitkering.gt(na.map_or(Uuid::nil(), UitkeringId::uuid)))
        .order(populatieuitzondering::uitkering)
        .limit(aantal)
        .select(UitzonderingRow::as_select())
        .into_boxed();
    if let Some(signaal) = signaal {
        vraag = vraag.filter(populatieuitzondering::signalen.contains(vec![signaal.code()]));
    }
    let rows: Vec<UitzonderingRow> = vraag.load(tx.conn()).await?;
    rows.into_iter().map(Uitzonderingregel::try_from).collect()
}

fn codes(signalen: Signalen) -> String {
    signalen
        .list()
        .map(Signaal::code)
        .collect::<Vec<_>>()
        .join(",")
}

impl TryFrom<UitzonderingRow> for Uitzonderingregel {
    type Error = DbError;

    fn try_from(row: UitzonderingRow) -> Result<Self, DbError> {
        let bedrag = |bedrag: Option<Decimal>, kolom| {
            let bedrag = bedrag.map(Geld::try_new).transpose();
            bedrag.map_err(|_| DbError::inconsistent("populatieuitzondering", kolom, row.uitkering))
        };
        Ok(Self {
            uitzondering: Uitzondering {
                uitkering: UitkeringId::new(row.uitkering),
                dossier: DossierId::new(row.inwoner),
                vergelijking: Populatievergelijking {
                    oud: bedrag(row.oud, "oud")?,
                    nieuw: bedrag(row.nieuw, "nieuw")?,
                    signalen: Signalen::from_codes(row.signalen.iter().map(String::as_str)),
                    reden: row.reden,
                },
            },
            naam: row.naam,
        })
    }
}
