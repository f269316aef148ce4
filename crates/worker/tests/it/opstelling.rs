//! A mailer that remembers, a closed quarter, people to tell.

use std::sync::{Arc, Mutex};

use application::sturing::{Ontvangeropdracht, Sluitopdracht, close_kwartaal, record_ontvanger};
use domain::bevoegdheid::Rol;
use domain::sturing::Sluiting;
use mail::{Bericht, MailError, Mailer, Verzending};
use persistence::jobs::{self, Telling};
use persistence::{DbError, DbRol, PlatformTx, TenantTx};
use primitives::{FixedClock, GemeenteCode, Kwartaal, Maand, Moment, SystemIds};
use testkit::{TestDb, actor, fill_bestand, nu, winterswijk};
use worker::{Gereedschap, Worker, WorkerInstellingen};

/// Remembers what it was given; refuses where told to.
#[derive(Default)]
pub struct Geheugen {
    pub verstuurd: Mutex<Vec<Bericht>>,
    pub is_weg: bool,
    /// Rung at every message.
    pub bel: tokio::sync::Notify,
}

impl Mailer for Geheugen {
    fn send<'a>(&'a self, bericht: &'a Bericht) -> Verzending<'a> {
        Box::pin(async move {
            if self.is_weg {
                return Err(MailError::Instelling {
                    sleutel: "mail.host",
                    reden: "weg".to_owned(),
                });
            }
            self.verstuurd.lock().unwrap().push(bericht.clone());
            self.bel.notify_one();
            Ok(())
        })
    }
}

pub fn kwartaal() -> Kwartaal {
    Kwartaal::parse("2026-K3").unwrap()
}

/// Has somebody told on behalf of a municipality.
pub async fn add_ontvanger(test: &TestDb, gemeente: GemeenteCode, rol: &str, email: &str) {
    let opdrachtgever = actor(Rol::Opdrachtgever, gemeente);
    let ontvanger = Ontvangeropdracht {
        rol: rol.to_owned(),
        email: email.to_owned(),
    };
    test.db
        .in_tenant(
            "test",
            gemeente,
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| {
                record_ontvanger(tx, &opdrachtgever, nu(), &SystemIds, &ontvanger).await
            },
        )
        .await
        .unwrap();
}

/// Closes the quarter of Winterswijk.
pub async fn close(test: &TestDb) -> Sluiting {
    let gemeente = winterswijk();
    let maanden = ["2025-01", "2026-09"].map(|maand| Maand::parse(maand).unwrap());
    fill_bestand(&mut test.superuser().await, gemeente, 300, maanden.into()).await;
    let directie = actor(Rol::Directie, gemeente);
    let opdracht = Sluitopdracht {
        aanleiding: application::sturing::Aanleiding::Cijfers,
        kwartaal: kwartaal(),
        bekend_op: None,
        toelichting: Some("De formatie volgt.".into()),
    };
    test.db
        .in_tenant(
            "test",
            gemeente,
            DbRol::Rapportage,
            async |tx: &mut TenantTx| {
                close_kwartaal(tx, &directie, nu(), &SystemIds, &opdracht).await
            },
        )
        .await
        .unwrap()
}

pub fn worker(test: &TestDb, mailer: Option<Arc<dyn Mailer>>) -> Worker {
    worker_at(test, mailer, nu())
}

/// A worker whose clock stands at a moment.
pub fn worker_at(test: &TestDb, mailer: Option<Arc<dyn Mailer>>, op: Moment) -> Worker {
    let gereedschap = Gereedschap {
        mailer,
        ids: Arc::new(SystemIds),
        publieke_url: "https://stuurhuis.example".to_owned(),
        organisatie: "Werkleerbedrijf Voorbeeld".to_owned(),
    };
    let klok = Arc::new(FixedClock(op));
    Worker::new(
        test.db.clone(),
        klok,
        gereedschap,
        WorkerInstellingen::default(),
    )
}

pub async fn count(test: &TestDb) -> Telling {
    test.db
        .in_platform("test", async |tx: &mut PlatformTx| -> Result<_, DbError> {
            jobs::count(tx).await
        })
        .await
        .unwrap()
}
