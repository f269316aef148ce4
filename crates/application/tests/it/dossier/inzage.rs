//! Who may see what, and that it is written down.

use application::dossier::{DossierError, list_inwoners, load_dossier};
use domain::bevoegdheid::{Geweigerd, Permission, Rol};
use persistence::audit::{Ketenstand, verify_keten};
use persistence::{DbRol, TenantTx};
use testkit::{TestDb, actor, consulent, nijkerk, nu, winterswijk};

use super::arrange::{alles, count, dossier_of, in_tenant, month, take_over};

async fn two_residents() -> TestDb {
    let test = TestDb::new().await;
    take_over(&test, month("10").alleenstaande(1).alleenstaande(2), nu()).await;
    test
}

#[tokio::test]
async fn a_list_leaves_one_audit_row_and_a_row_for_each_resident_shown() {
    let test = two_residents().await;
    in_tenant(&test, async |tx: &mut TenantTx| {
        list_inwoners(tx, &consulent(), nu(), alles(), None).await
    })
    .await
    .unwrap();
    assert_eq!(
        count(&test, "audit where object = 'inwonerslijst'").await,
        1
    );
    let gelezen = "verwerking v join gm0294.audit a using (trace) where a.object = 'inwonerslijst'";
    assert_eq!(count(&test, gelezen).await, 2);
    let mut conn = test.superuser().await;
    diesel_async::SimpleAsyncConnection::batch_execute(
        &mut conn,
        "set search_path = gm0294, pg_catalog",
    )
    .await
    .unwrap();
    assert!(matches!(
        verify_keten(&mut conn).await.unwrap(),
        Ketenstand::Heel { .. }
    ));
}

#[tokio::test]
async fn a_role_without_permission_sees_nobody() {
    let test = two_residents().await;
    for rol in [
        Rol::Griffie,
        Rol::Opdrachtgever,
        Rol::Beheerder,
        Rol::Financien,
    ] {
        let wie = actor(rol, winterswijk());
        let fout = in_tenant(&test, async |tx: &mut TenantTx| {
            list_inwoners(tx, &wie, nu(), alles(), None).await
        })
        .await
        .unwrap_err();
        assert!(
            matches!(fout, DossierError::Geweigerd(_)),
            "{rol:?}: {fout:?}"
        );
    }
    assert_eq!(
        count(&test, "audit where handeling = 'raadpleging'").await,
        0
    );
}

/// Even when a program forgets to ask: the database roles of the council and the figures have no right here.
#[tokio::test]
async fn the_database_roles_of_the_council_cannot_read_a_dossier() {
    let test = two_residents().await;
    for rol in [
        DbRol::Raad,
        DbRol::College,
        DbRol::Opdrachtgever,
        DbRol::Rapportage,
    ] {
        let uitkomst = test
            .db
            .in_tenant("test", winterswijk(), rol, async |tx: &mut TenantTx| {
                list_inwoners(tx, &consulent(), nu(), alles(), None).await
            })
            .await;
        assert!(matches!(uitkomst, Err(DossierError::Db(_))), "{rol:?}");
    }
}

#[tokio::test]
async fn another_municipality_is_absent_both_ways() {
    let test = two_residents().await;
    let dossier = dossier_of(&test, 1).await;
    for (wie, is_gevonden) in [
        (consulent(), Err(Some(Geweigerd::GeenRol(nijkerk())))),
        // Somebody of Nijkerk with the id of a dossier in Winterswijk.
        (actor(Rol::Consulent, nijkerk()), Err(None)),
    ] {
        let uitkomst = test
            .db
            .in_tenant(
                "test",
                nijkerk(),
                DbRol::Uitvoering,
                async |tx: &mut TenantTx| load_dossier(tx, &wie, nu(), dossier).await,
            )
            .await;
        let uitkomst = uitkomst.map(|_| ()).map_err(|fout| match fout {
            DossierError::Geweigerd(geweigerd) => Some(geweigerd),
            DossierError::NietGevonden => None,
            anders => panic!("{anders:?}"),
        });
        assert_eq!(uitkomst, is_gevonden);
    }
    assert!(!Permission::DossierLezen.is_given_to(Rol::Griffie));
}
