//! The audit chain notices every change.

use diesel_async::SimpleAsyncConnection;
use domain::bevoegdheid::Rol;
use persistence::audit::{self, Breuk, Handeling, Ketenstand, verify_keten};
use persistence::{DbError, DbRol, TenantTx};
use testkit::{TestDb, actor, consulent, nijkerk, nu, winterswijk};

async fn keten(aantal: usize) -> TestDb {
    let test = TestDb::new().await;
    test.db
        .in_tenant(
            "test",
            winterswijk(),
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| -> Result<(), DbError> {
                for nummer in 0..aantal {
                    let toelichting = (nummer % 2 == 0).then_some("reden – met é en een | streep");
                    // Without a role here the row looks like one from before roles were kept.
                    let wie = if nummer == 3 {
                        actor(Rol::Consulent, nijkerk())
                    } else {
                        consulent()
                    };
                    audit::record(tx, &wie, nu(), Handeling::Dossier, "dossier 1", toelichting)
                        .await?;
                }
                Ok(())
            },
        )
        .await
        .unwrap();
    test
}

async fn stand_na(test: &TestDb, sql: &str) -> Ketenstand {
    let mut conn = test.superuser().await;
    conn.batch_execute("set search_path = gm0294, pg_catalog")
        .await
        .unwrap();
    conn.batch_execute(sql).await.unwrap();
    verify_keten(&mut conn).await.unwrap()
}

#[tokio::test]
async fn an_untouched_chain_is_whole() {
    let test = keten(5).await;
    assert_eq!(stand_na(&test, "").await, Ketenstand::Heel { regels: 5 });
}

#[tokio::test]
async fn every_kind_of_tampering_is_found_and_the_first_broken_row_is_named() {
    for (sql, nummer, breuk) in [
        (
            "update audit set object = 'dossier 2' where nummer = 3",
            3,
            Breuk::Gewijzigd,
        ),
        (
            "update audit set toelichting = null where nummer = 1",
            1,
            Breuk::Gewijzigd,
        ),
        (
            "update audit set actor = 'iemand-anders' where nummer = 4",
            4,
            Breuk::Gewijzigd,
        ),
        (
            "update audit set rollen = 'kwaliteit' where nummer = 2",
            2,
            Breuk::Gewijzigd,
        ),
        (
            "update audit set rollen = null where nummer = 2",
            2,
            Breuk::Gewijzigd,
        ),
        (
            "update audit set rollen = 'consulent' where nummer = 4",
            4,
            Breuk::Gewijzigd,
        ),
        ("delete from audit where nummer = 2", 3, Breuk::Ontbreekt),
        ("delete from audit where nummer = 5", 5, Breuk::Ingekort),
        ("delete from audit", 1, Breuk::Ingekort),
        (
            "update audit set vorige_hash = hash where nummer = 2",
            2,
            Breuk::SluitNietAan,
        ),
    ] {
        let test = keten(5).await;
        assert_eq!(
            stand_na(&test, sql).await,
            Ketenstand::Gebroken { nummer, breuk },
            "{sql}"
        );
    }
}
