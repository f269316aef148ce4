//! Checking the chain: does each row still hold what was written, and does it follow the row before it?

use diesel::sql_types::{BigInt, Bytea, Nullable, Text};
use diesel::{QueryableByName, sql_query};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use sha2::{Digest, Sha256};

use crate::DbError;

const BLOK: i64 = 10_000;

/// What a check of the chain found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ketenstand {
    /// Every row fits; so many are there.
    Heel {
        /// Number of rows.
        regels: i64,
    },
    /// The first row that does not fit.
    Gebroken {
        /// Number of that row.
        nummer: i64,
        /// What is wrong with it.
        breuk: Breuk,
    },
}

/// How a chain can be broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breuk {
    /// The row before this number is gone.
    Ontbreekt,
    /// The row holds something else than was written.
    Gewijzigd,
    /// The row does not follow the one before it.
    SluitNietAan,
    /// Rows at the end are gone: the head of the chain knows of more.
    Ingekort,
}

#[derive(QueryableByName)]
struct Schakel {
    #[diesel(sql_type = BigInt)]
    nummer: i64,
    #[diesel(sql_type = BigInt)]
    micros: i64,
    #[diesel(sql_type = Text)]
    actor: String,
    #[diesel(sql_type = Text)]
    actor_naam: String,
    #[diesel(sql_type = Text)]
    rol: String,
    #[diesel(sql_type = Text)]
    handeling: String,
    #[diesel(sql_type = Text)]
    object: String,
    #[diesel(sql_type = Nullable<Text>)]
    toelichting: Option<String>,
    #[diesel(sql_type = Bytea)]
    trace: Vec<u8>,
    #[diesel(sql_type = Nullable<Text>)]
    rollen: Option<String>,
    #[diesel(sql_type = Bytea)]
    vorige_hash: Vec<u8>,
    #[diesel(sql_type = Bytea)]
    hash: Vec<u8>,
}

#[derive(QueryableByName)]
struct Kop {
    #[diesel(sql_type = BigInt)]
    nummer: i64,
    #[diesel(sql_type = Bytea)]
    hash: Vec<u8>,
}

/// Checks the whole chain of the municipality on whose search path `conn` works, as owner of its schema.
pub async fn verify_keten(conn: &mut AsyncPgConnection) -> Result<Ketenstand, DbError> {
    let mut vorige: (i64, Vec<u8>) = (0, Vec::new());
    loop {
        let blok: Vec<Schakel> = sql_query(
            "select nummer, (extract(epoch from moment) * 1000000)::bigint as micros, actor, actor_naam, rol, \
             handeling, object, toelichting, trace, rollen, vorige_hash, hash \
             from audit where nummer > $1 order by nummer limit $2",
        )
        .bind::<BigInt, _>(vorige.0)
        .bind::<BigInt, _>(BLOK)
        .load(conn)
        .await?;
        if blok.is_empty() {
            break;
        }
        for schakel in blok {
            if let Some(breuk) = schakel.breuk_na(&vorige) {
                return Ok(Ketenstand::Gebroken {
                    nummer: schakel.nummer,
                    breuk,
                });
            }
            vorige = (schakel.nummer, schakel.hash);
        }
    }
    let kop: Kop = sql_query("select nummer, hash from audit_kop")
        .get_result(conn)
        .await?;
    if (kop.nummer, &kop.hash) == (vorige.0, &vorige.1) {
        Ok(Ketenstand::Heel { regels: vorige.0 })
    } else {
        Ok(Ketenstand::Gebroken {
            nummer: vorige.0 + 1,
            breuk: Breuk::Ingekort,
        })
    }
}

impl Schakel {
    fn breuk_na(&self, vorige: &(i64, Vec<u8>)) -> Option<Breuk> {
        if self.nummer != vorige.0 + 1 {
            Some(Breuk::Ontbreekt)
        } else if self.vorige_hash != vorige.1 {
            Some(Breuk::SluitNietAan)
        } else if self.expected_hash() != self.hash {
            Some(Breuk::Gewijzigd)
        } else {
            None
        }
    }

    /// The same text as the database function `audit_schakel` makes.
    fn expected_hash(&self) -> Vec<u8> {
        let nummer = self.nummer.to_string();
        let micros = self.micros.to_string();
        let trace = hex::encode(&self.trace);
        let velden = [
            Some(nummer.as_str()),
            Some(&micros),
            Some(&self.actor),
            Some(&self.actor_naam),
            Some(&self.rol),
            Some(&self.handeling),
            Some(&self.object),
            self.toelichting.as_deref(),
            Some(&trace),
        ];
        let mut tekst: String = velden.into_iter().map(audit_veld).collect();
        // A row from before the roles were kept has no such field at all.
        if let Some(rollen) = &self.rollen {
            tekst.push_str(&audit_veld(Some(rollen)));
        }
        Sha256::new()
            .chain_update(&self.vorige_hash)
            .chain_update(tekst)
            .finalize()
            .to_vec()
    }
}

fn audit_veld(waarde: Option<&str>) -> String {
    waarde.map_or_else(
        || "-".to_owned(),
        |tekst| format!("{}:{tekst}", tekst.len()),
    )
}
