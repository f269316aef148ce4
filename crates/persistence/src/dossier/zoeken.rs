//! Searching for residents, whether they belong to the caseload or not.

use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use domain::dossier::Zoekopdracht;
use jiff_diesel::ToDiesel;
use primitives::DossierId;

use super::lijst::Inwonerregel;
use super::rows::InwonerregelRow;
use crate::schema::{dossierstand, inwoner, levering_maand, maandregel, medewerker, uitkering};
use crate::{DbError, TenantTx};

/// The words of a name without accents, as the index `inwoner_naamwoorden` has them.
macro_rules! zonder_accenten {
    ($tekst:literal) => {
        concat!(
            "translate(lower(",
            $tekst,
            "), 'áàâäãåéèêëíìîïóòôöõúùûüýÿçñ', 'aaaaaaeeeeiiiiooooouuuuyycn')"
        )
    };
}

/// After which resident a page of what was found begins.
#[derive(Clone, PartialEq, Eq)]
pub struct Zoekbladwijzer {
    /// The name in small letters; empty where it is not known.
    pub naam: String,
    /// The resident.
    pub dossier: DossierId,
}

impl Zoekbladwijzer {
    /// The place of a row.
    pub fn of(regel: &Inwonerregel) -> Self {
        Self {
            naam: regel.naam.as_deref().unwrap_or_default().to_lowercase(),
            dossier: regel.dossier,
        }
    }
}

impl std::fmt::Debug for Zoekbladwijzer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Zoekbladwijzer({})", self.dossier)
    }
}

type Voorwaarde = Box<dyn BoxableExpression<Bron, Pg, SqlType = Bool>>;
type Bron = diesel::dsl::LeftJoinQuerySource<
    diesel::dsl::InnerJoinQuerySource<dossierstand::table, inwoner::table>,
    medewerker::table,
>;

/// At most `aantal` residents who fit, in the order of their names.
pub async fn list_gevonden(
    tx: &mut TenantTx,
    opdracht: &Zoekopdracht,
    na: Option<&Zoekbladwijzer>,
    aantal: i64,
) -> Result<Vec<Inwonerregel>, DbError> {
    let Some(voorwaarde) = condition(tx, opdracht).await? else {
        return Ok(Vec::new());
    };
    let naam = || diesel::dsl::sql::<Text>("coalesce(lower(inwoner.naam), '')");
    let mut query = dossierstand::table
        .inner_join(inwoner::table)
        .left_join(medewerker::table)
        .select(InwonerregelRow::as_select())
        .filter(voorwaarde)
        .order((naam(), dossierstand::inwoner))
        .limit(aantal)
        .into_boxed();
    if let Some(na) = na {
        query = query.filter(
            diesel::dsl::sql::<Bool>(
                "(coalesce(lower(inwoner.naam), ''), dossierstand.inwoner) > (",
            )
            .bind::<Text, _>(na.naam.clone())
            .sql(", ")
            .bind::<SqlUuid, _>(na.dossier.uuid())
            .sql(")"),
        );
    }
    let rows: Vec<InwonerregelRow> = query.load(tx.conn()).await?;
    rows.into_iter().map(Inwonerregel::try_from).collect()
}

/// The place of a resident in the order of names; none when there is no such resident.
pub async fn find_bladwijzer(
    tx: &mut TenantTx,
    dossier: DossierId,
) -> Result<Option<Zoekbladwijzer>, DbError> {
    let naam: Option<String> = inwoner::table
        .find(dossier.uuid())
        .select(diesel::dsl::sql::<Text>(
            "coalesce(lower(inwoner.naam), '')",
        ))
        .first(tx.conn())
        .await
        .optional()?;
    Ok(naam.map(|naam| Zoekbladwijzer { naam, dossier }))
}

/// What the database compares; none when nobody can fit.
async fn condition(
    tx: &mut TenantTx,
    opdracht: &Zoekopdracht,
) -> Result<Option<Voorwaarde>, DbError> {
    let voorwaarde: Voorwaarde = match opdracht {
        Zoekopdracht::Bsn(bsn) => Box::new(inwoner::bsn_zoek.eq(tx.sleutels().zoekwaarde(bsn))),
        Zoekopdracht::Geboortedatum(dag) => Box::new(inwoner::geboortedatum.eq(dag.to_diesel())),
        Zoekopdracht::Dossier(dossier) => Box::new(dossierstand::inwoner.eq(dossier.uuid())),
        Zoekopdracht::Registratienummer(nummer) => {
            let houders = list_houders(tx, nummer).await?;
            Box::new(dossierstand::inwoner.eq_any(houders))
        }
        Zoekopdracht::Naam(naam) => match name_query(naam) {
            None => return Ok(None),
            Some(woorden) => Box::new(
                diesel::dsl::sql::<Bool>(concat!(
                    "to_tsvector('simple', ",
                    zonder_accenten!("inwoner.naam"),
                    ") @@ to_tsquery('simple', "
                ))
                .sql("translate(lower(")
                .bind::<Text, _>(woorden)
                .sql("), 'áàâäãåéèêëíìîïóòôöõúùûüýÿçñ', 'aaaaaaeeeeiiiiooooouuuuyycn'))"),
            ),
        },
    };
    Ok(Some(voorwaarde))
}

/// `jans de` becomes `jans:* & de:*`: every word must begin a word of the name.
fn name_query(naam: &str) -> Option<String> {
    let woorden: Vec<_> = naam
        .split(|c: char| !c.is_alphanumeric())
        .filter(|woord| !woord.is_empty())
        .map(|woord| format!("{woord}:*"))
        .collect();
    (!woorden.is_empty()).then(|| woorden.join(" & "))
}

/// Who holds or held the benefit of a number. Asked month by month, because the records are kept in that order.
async fn list_houders(tx: &mut TenantTx, nummer: &str) -> Result<Vec<uuid::Uuid>, DbError> {
    let gevonden: Option<uuid::Uuid> = uitkering::table
        .filter(uitkering::registratienummer.eq(nummer))
        .select(uitkering::id)
        .first(tx.conn())
        .await
        .optional()?;
    let Some(uitkering) = gevonden else {
        return Ok(Vec::new());
    };
    let maanden: Vec<jiff_diesel::Date> = levering_maand::table
        .distinct()
        .select(levering_maand::maand)
        .load(tx.conn())
        .await?;
    Ok(maandregel::table
        .filter(maandregel::maand.eq_any(maanden))
        .filter(maandregel::uitkering.eq(uitkering))
        .filter(maandregel::vervallen.eq(false))
        .distinct()
        .select(maandregel::inwoner)
        .load(tx.conn())
        .await?)
}

#[cfg(test)]
mod tests {
    use super::name_query;

    #[test]
    fn every_word_is_searched_by_its_beginning() {
        for (naam, query) in [
            ("jansen", Some("jansen:*")),
            ("j. de vries-ja", Some("j:* & de:* & vries:* & ja:*")),
            ("d'hondt & (x | !y)", Some("d:* & hondt:* & x:* & y:*")),
            ("'':*", None),
            ("--", None),
        ] {
            assert_eq!(name_query(naam).as_deref(), query, "{naam}");
        }
    }
}
