//! Sessions on the server: the cookie holds a token of 256 bits and nothing else.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use domain::bevoegdheid::Actor;
use persistence::geheim::Sessiesleutel;
use persistence::sessie::{self, Inhoud, TokenHash};
use persistence::{Db, DbError, PlatformTx};
use primitives::{GemeenteCode, Moment};
use serde_json::Value;

use crate::Token;

/// However much it is used, a session ends after a working day.
const LANGSTE_DUUR: Duration = Duration::from_hours(10);
/// Without use it ends sooner.
const RUST: Duration = Duration::from_hours(1);
/// A login that is under way must be finished within this time.
const AANMELDING_DUUR: Duration = Duration::from_mins(10);
/// How long a search is kept: long enough to look at somebody and come back.
const ZOEKVRAAG_DUUR: Duration = Duration::from_mins(15);
/// How often use is written down.
const GEZIEN_INTERVAL: Duration = Duration::from_mins(1);
/// How long a session is believed without asking the database: a session that another process ended lives on
/// for at most this long, and a page needs no second transaction.
const ONTHOUDEN: Duration = Duration::from_secs(5);
/// How many sessions are remembered.
const ONTHOUDEN_MAX: usize = 10_000;

/// Somebody who is logged in.
#[derive(Clone, Debug)]
pub struct Sessie {
    /// Who.
    pub actor: Arc<Actor>,
    /// The secret of its forms.
    pub csrf: Token,
    /// What to tell at the top of the next page.
    pub melding: Option<String>,
    /// Token of the identity provider, to log out there too.
    pub id_token: Option<String>,
}

/// The sessions of this installation.
#[derive(Clone)]
pub struct Sessies {
    db: Db,
    onthouden: Arc<Mutex<HashMap<TokenHash, (Moment, Sessie)>>>,
}

impl Sessies {
    /// The sessions in this database.
    pub fn new(db: Db) -> Self {
        Self {
            db,
            onthouden: Arc::default(),
        }
    }

    /// Begins a session for who has logged in; the token goes into the cookie.
    pub async fn insert(
        &self,
        now: Moment,
        actor: Actor,
        id_token: Option<String>,
    ) -> Result<Token, DbError> {
        self.begin(now, Inhoud::Actor(actor), id_token, LANGSTE_DUUR)
            .await
    }

    /// Keeps a login that is under way; the token goes into the cookie until the visitor comes back.
    pub async fn insert_aanmelding(&self, now: Moment, stand: Value) -> Result<Token, DbError> {
        self.begin(now, Inhoud::Aanmelding(stand), None, AANMELDING_DUUR)
            .await
    }

    /// The session of a token, if it still holds.
    pub async fn find(&self, token: &Token, now: Moment) -> Result<Option<Sessie>, DbError> {
        let hash = token.hash();
        if let Some(sessie) = self.remembered(&hash, now) {
            return Ok(Some(sessie));
        }
        let gevonden = self.load(&hash, now).await?;
        let Some(sessie::Sessie {
            inhoud: Inhoud::Actor(actor),
            csrf,
            melding,
            id_token,
            ..
        }) = gevonden
        else {
            return Ok(None);
        };
        let csrf =
            Token::parse(&csrf).ok_or_else(|| DbError::inconsistent("sessie", "csrf", "?"))?;
        let sessie = Sessie {
            actor: Arc::new(actor),
            csrf,
            melding,
            id_token,
        };
        self.remember(hash, now, &sessie);
        Ok(Some(sessie))
    }

    /// Takes the login that is under way: a second answer to the same login finds nothing.
    pub async fn take_aanmelding(
        &self,
        token: &Token,
        now: Moment,
    ) -> Result<Option<Value>, DbError> {
        let hash = token.hash();
        let gevonden = self
            .db
            .in_platform("take_aanmelding", async |tx: &mut PlatformTx| {
                let gevonden = sessie::find(tx, &hash, now, now - AANMELDING_DUUR).await?;
                if matches!(&gevonden, Some(sessie) if matches!(sessie.inhoud, Inhoud::Aanmelding(_))) {
                    sessie::delete(tx, &hash).await?;
                }
                Ok::<_, DbError>(gevonden)
            })
            .await?;
        Ok(gevonden.and_then(|sessie| match sessie.inhoud {
            Inhoud::Aanmelding(stand) => Some(stand),
            Inhoud::Actor(_) => None,
        }))
    }

    /// Leaves a message for the next page, or takes it away after it was shown.
    pub async fn update_melding(
        &self,
        token: &Token,
        melding: Option<&str>,
    ) -> Result<(), DbError> {
        let hash = token.hash();
        self.forget(&hash);
        self.db
            .in_platform("update_melding", async |tx: &mut PlatformTx| {
                sessie::update_melding(tx, &hash, melding).await
            })
            .await
    }

    /// Keeps the last search of a session, in the place of the one before. Only its cookie can read it.
    pub async fn update_zoekvraag(
        &self,
        token: &Token,
        now: Moment,
        gemeente: GemeenteCode,
        zoek: &str,
    ) -> Result<(), DbError> {
        let hash = token.hash();
        let sleutel = Sessiesleutel::new(token.expose());
        let geheim = sleutel.encrypt(&format!("{gemeente} {zoek}"))?;
        self.db
            .in_platform("update_zoekvraag", async |tx: &mut PlatformTx| {
                sessie::delete_zoekvragen(tx, now - ZOEKVRAAG_DUUR).await?;
                sessie::update_zoekvraag(tx, &hash, now, Some(&geheim)).await
            })
            .await
    }

    /// Forgets the last search of a session.
    pub async fn delete_zoekvraag(&self, token: &Token, now: Moment) -> Result<(), DbError> {
        let hash = token.hash();
        self.db
            .in_platform("delete_zoekvraag", async |tx: &mut PlatformTx| {
                sessie::update_zoekvraag(tx, &hash, now, None).await
            })
            .await
    }

    /// The last search of a session, if it was made in this municipality and not long ago.
    pub async fn find_zoekvraag(
        &self,
        token: &Token,
        now: Moment,
        gemeente: GemeenteCode,
    ) -> Result<Option<String>, DbError> {
        let hash = token.hash();
        let gevonden = self
            .db
            .in_platform("find_zoekvraag", async |tx: &mut PlatformTx| {
                sessie::find_zoekvraag(tx, &hash, now - ZOEKVRAAG_DUUR).await
            })
            .await?;
        let Some(geheim) = gevonden else {
            return Ok(None);
        };
        let tekst = Sessiesleutel::new(token.expose()).decrypt(&geheim)?;
        let zoek = tekst.strip_prefix(&format!("{gemeente} "));
        Ok(zoek.map(ToOwned::to_owned))
    }

    /// Ends a session.
    pub async fn delete(&self, token: &Token) -> Result<(), DbError> {
        let hash = token.hash();
        self.forget(&hash);
        self.db
            .in_platform("delete_sessie", async |tx: &mut PlatformTx| {
                sessie::delete(tx, &hash).await
            })
            .await
    }

    async fn begin(
        &self,
        now: Moment,
        inhoud: Inhoud,
        id_token: Option<String>,
        duur: Duration,
    ) -> Result<Token, DbError> {
        let token = Token::random();
        let nieuw = sessie::Sessie {
            inhoud,
            csrf: Token::random().expose().to_owned(),
            melding: None,
            id_token,
            aangemaakt_op: now,
            gezien_op: now,
            verloopt_op: now + duur,
        };
        self.db
            .in_platform("insert_sessie", async |tx: &mut PlatformTx| {
                sessie::delete_ended(tx, now).await?;
                sessie::delete_zoekvragen(tx, now - ZOEKVRAAG_DUUR).await?;
                sessie::insert(tx, &token.hash(), &nieuw).await
            })
            .await?;
        Ok(token)
    }

    async fn load(&self, hash: &TokenHash, now: Moment) -> Result<Option<sessie::Sessie>, DbError> {
        self.db
            .in_platform("find_sessie", async |tx: &mut PlatformTx| {
                let gevonden = sessie::find(tx, hash, now, now - RUST).await?;
                if matches!(&gevonden, Some(sessie) if sessie.gezien_op < now - GEZIEN_INTERVAL) {
                    sessie::update_gezien(tx, hash, now).await?;
                }
                Ok::<_, DbError>(gevonden)
            })
            .await
    }

    fn remembered(&self, hash: &TokenHash, now: Moment) -> Option<Sessie> {
        let onthouden = self.lock();
        let (sinds, sessie) = onthouden.get(hash)?;
        let is_vers = *sinds <= now && now < *sinds + ONTHOUDEN;
        is_vers.then(|| sessie.clone())
    }

    fn remember(&self, hash: TokenHash, now: Moment, sessie: &Sessie) {
        let mut onthouden = self.lock();
        if onthouden.len() >= ONTHOUDEN_MAX {
            onthouden.clear();
        }
        onthouden.insert(hash, (now, sessie.clone()));
    }

    fn forget(&self, hash: &TokenHash) {
        self.lock().remove(hash);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<TokenHash, (Moment, Sessie)>> {
        // Each change is one insert or remove, so a panic elsewhere leaves the map whole.
        self.onthouden
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}
