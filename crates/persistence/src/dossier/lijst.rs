//! The list of residents: filtered, sorted by what is due first, page by page.

use diesel::dsl::count_star;
use diesel::expression::AsExpression;
use diesel::prelude::*;
use diesel::sql_types::{Date, Record, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use domain::ontwikkeling::Trede;
use jiff_diesel::ToDiesel;
use primitives::{Datum, DossierId};

use super::rows::InwonerregelRow;
use crate::schema::{dossierstand, inwoner, medewerker};
use crate::{DbError, TenantTx};

// A row comparison, which one index answers: (sleutel, id) > ($1, $2).
diesel::infix_operator!(KomtNa, " > ");

/// A resident as a row of a list.
#[derive(Clone, PartialEq, Eq)]
pub struct Inwonerregel {
    /// Key.
    pub dossier: DossierId,
    /// The name, where it is known.
    pub naam: Option<String>,
    /// The date of birth.
    pub geboortedatum: Datum,
    /// Whether the resident belongs to the caseload of the last delivery.
    pub is_actief: bool,
    /// Whether there is a benefit for the cost of living.
    pub heeft_uitkering: bool,
    /// The last measurement: its step and its day.
    pub meting: Option<(Trede, Datum)>,
    /// The last contact.
    pub contact_op: Option<Datum>,
    /// The name of the casusregisseur.
    pub casusregisseur: Option<String>,
}

/// Whose residents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wie {
    /// Everyone in the caseload.
    Iedereen,
    /// Those whose case this colleague (`sub`) directs.
    Van(String),
    /// Those without a casusregisseur.
    ZonderCasusregisseur,
}

/// Which of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wat {
    /// All.
    Alles,
    /// Those who were not measured since this day.
    NietGemetenSinds(Datum),
    /// Those with whom there was no contact and no measurement since this day.
    NietGezienSinds(Datum),
}

/// What is asked of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lijstvraag {
    /// Whose residents.
    pub wie: Wie,
    /// Which of them.
    pub wat: Wat,
}

/// After which row a page begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bladwijzer {
    /// The day on which the list is sorted; the year 1 where there never was one.
    pub sleutel: Datum,
    /// The resident.
    pub dossier: DossierId,
}

impl Bladwijzer {
    const NOOIT: Datum = jiff::civil::date(1, 1, 1);

    /// The place of a row in the list that `wat` sorts.
    pub fn of(regel: &Inwonerregel, wat: Wat) -> Self {
        let gemeten = regel.meting.map(|(_, dag)| dag);
        let sleutel = match wat {
            Wat::Alles | Wat::NietGemetenSinds(_) => gemeten,
            Wat::NietGezienSinds(_) => gemeten.max(regel.contact_op),
        };
        Self {
            sleutel: sleutel.unwrap_or(Self::NOOIT),
            dossier: regel.dossier,
        }
    }
}

impl std::fmt::Debug for Inwonerregel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Inwonerregel({})", self.dossier)
    }
}

/// The conditions of the question, for the list and for its count.
macro_rules! filter_by {
    ($query:expr, $vraag:expr) => {{
        let query = $query.filter(dossierstand::is_actief);
        let query = match &$vraag.wie {
            Wie::Iedereen => query,
            Wie::Van(sub) => query.filter(dossierstand::casusregisseur.eq(sub.as_str())),
            Wie::ZonderCasusregisseur => query.filter(dossierstand::casusregisseur.is_null()),
        };
        match $vraag.wat {
            Wat::Alles => query,
            Wat::NietGemetenSinds(dag) => {
                query.filter(dossierstand::meting_sleutel.lt(dag.to_diesel()))
            }
            Wat::NietGezienSinds(dag) => {
                query.filter(dossierstand::gezien_sleutel.lt(dag.to_diesel()))
            }
        }
    }};
}

/// At most `aantal` residents of the caseload, who was measured (or seen) longest ago first.
pub async fn list_inwoners(
    tx: &mut TenantTx,
    vraag: &Lijstvraag,
    na: Option<Bladwijzer>,
    aantal: i64,
) -> Result<Vec<Inwonerregel>, DbError> {
    let query = dossierstand::table
        .inner_join(inwoner::table)
        .left_join(medewerker::table)
        .select(InwonerregelRow::as_select())
        .limit(aantal)
        .into_boxed();
    let query = filter_by!(query, vraag);
    let query = match vraag.wat {
        Wat::Alles | Wat::NietGemetenSinds(_) => {
            let query = query.order((dossierstand::meting_sleutel, dossierstand::inwoner));
            match na {
                None => query,
                Some(na) => query.filter(KomtNa::new(
                    place(dossierstand::meting_sleutel, dossierstand::inwoner),
                    place(na.sleutel.to_diesel(), na.dossier.uuid()),
                )),
            }
        }
        Wat::NietGezienSinds(_) => {
            let query = query.order((dossierstand::gezien_sleutel, dossierstand::inwoner));
            match na {
                None => query,
                Some(na) => query.filter(KomtNa::new(
                    place(dossierstand::gezien_sleutel, dossierstand::inwoner),
                    place(na.sleutel.to_diesel(), na.dossier.uuid()),
                )),
            }
        }
    };
    let rows: Vec<InwonerregelRow> = query.load(tx.conn()).await?;
    rows.into_iter().map(Inwonerregel::try_from).collect()
}

/// How many residents the list has over all its pages.
pub async fn count_inwoners(tx: &mut TenantTx, vraag: &Lijstvraag) -> Result<u64, DbError> {
    let query = dossierstand::table.select(count_star()).into_boxed();
    let aantal: i64 = filter_by!(query, vraag).first(tx.conn()).await?;
    Ok(u64::try_from(aantal).unwrap_or_default())
}

/// Whether the list has more residents than `aantal`: counting nine thousand takes ten times as long as showing twenty.
pub async fn has_more_inwoners(
    tx: &mut TenantTx,
    vraag: &Lijstvraag,
    aantal: u64,
) -> Result<bool, DbError> {
    let query = dossierstand::table
        .select(dossierstand::inwoner)
        .offset(i64::try_from(aantal).unwrap_or(i64::MAX))
        .limit(1)
        .into_boxed();
    let volgende: Vec<uuid::Uuid> = filter_by!(query, vraag).load(tx.conn()).await?;
    Ok(!volgende.is_empty())
}

fn place<D, I>(dag: D, id: I) -> <(D, I) as AsExpression<Record<(Date, SqlUuid)>>>::Expression
where
    (D, I): AsExpression<Record<(Date, SqlUuid)>>,
{
    (dag, id).as_expression()
}
