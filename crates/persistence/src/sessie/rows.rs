//! Rows of the table `platform.sessie`.

use diesel::{Insertable, Queryable, Selectable};
use domain::bevoegdheid::Actor;
use primitives::Moment;
use serde_json::Value;

use crate::DbError;
use crate::schema::platform::sessie;

/// SHA-256 of the token in the cookie.
pub type TokenHash = [u8; 32];

/// What a session is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inhoud {
    /// Somebody is logged in.
    Actor(Actor),
    /// A login is under way; what the login wants to find back, in a form of its own.
    Aanmelding(Value),
}

/// A session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sessie {
    /// Who, or which login.
    pub inhoud: Inhoud,
    /// The secret of its forms.
    pub csrf: String,
    /// What to tell at the top of the next page.
    pub melding: Option<String>,
    /// Token of the identity provider, to log out there too.
    pub id_token: Option<String>,
    /// When it began.
    pub aangemaakt_op: Moment,
    /// When it was last used, to the minute.
    pub gezien_op: Moment,
    /// When it ends, whatever happens.
    pub verloopt_op: Moment,
}

#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = sessie)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct SessieRow {
    token_hash: Vec<u8>,
    actor: Option<Value>,
    aanmelding: Option<Value>,
    csrf: String,
    melding: Option<String>,
    id_token: Option<String>,
    #[diesel(serialize_as = jiff_diesel::Timestamp, deserialize_as = jiff_diesel::Timestamp)]
    aangemaakt_op: Moment,
    #[diesel(serialize_as = jiff_diesel::Timestamp, deserialize_as = jiff_diesel::Timestamp)]
    gezien_op: Moment,
    #[diesel(serialize_as = jiff_diesel::Timestamp, deserialize_as = jiff_diesel::Timestamp)]
    verloopt_op: Moment,
}

impl SessieRow {
    pub(super) fn new(token_hash: &TokenHash, nieuw: &Sessie) -> Result<Self, DbError> {
        let (actor, aanmelding) = match &nieuw.inhoud {
            Inhoud::Actor(actor) => {
                let actor = serde_json::to_value(actor).map_err(|fout| {
                    DbError::Query(diesel::result::Error::SerializationError(Box::new(fout)))
                })?;
                (Some(actor), None)
            }
            Inhoud::Aanmelding(aanmelding) => (None, Some(aanmelding.clone())),
        };
        Ok(Self {
            token_hash: token_hash.to_vec(),
            actor,
            aanmelding,
            csrf: nieuw.csrf.clone(),
            melding: nieuw.melding.clone(),
            id_token: nieuw.id_token.clone(),
            aangemaakt_op: nieuw.aangemaakt_op,
            gezien_op: nieuw.gezien_op,
            verloopt_op: nieuw.verloopt_op,
        })
    }
}

impl TryFrom<SessieRow> for Sessie {
    type Error = DbError;

    fn try_from(row: SessieRow) -> Result<Self, DbError> {
        // The key of the row is as good as secret, so the fault names none.
        let inconsistent = |kolom| DbError::inconsistent("sessie", kolom, "?");
        let inhoud = match (row.actor, row.aanmelding) {
            (Some(actor), None) => {
                Inhoud::Actor(serde_json::from_value(actor).map_err(|_| inconsistent("actor"))?)
            }
            (None, Some(aanmelding)) => Inhoud::Aanmelding(aanmelding),
            _ => return Err(inconsistent("aanmelding")),
        };
        Ok(Self {
            inhoud,
            csrf: row.csrf,
            melding: row.melding,
            id_token: row.id_token,
            aangemaakt_op: row.aangemaakt_op,
            gezien_op: row.gezien_op,
            verloopt_op: row.verloopt_op,
        })
    }
}
