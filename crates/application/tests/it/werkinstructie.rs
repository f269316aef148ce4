//! Work rules on a real database: only management, only what nobody else decides, never in place of another's version.

use application::werkinstructie::{
    RecordWerkinstructie, WerkinstructieError, list_werkinstructies, record_werkinstructie,
};
use diesel_async::SimpleAsyncConnection;
use domain::beleid::Notatie;
use domain::bevoegdheid::{Actor, Geweigerd, Rol};
use domain::werkinstructie::{Werkinstructie, WerkinstructieInvoer, WerkwaardeInvoer};
use persistence::audit::{Ketenstand, verify_keten};
use persistence::{DbRol, TenantTx};
use primitives::{SystemIds, WerkinstructieId};
use testkit::{TestDb, actor, nijkerk, nu, winterswijk};

fn invoer(sleutel: &str, waarde: &str) -> WerkinstructieInvoer {
    WerkinstructieInvoer {
        titel: "Inkomstenformulier".into(),
        tekst: "Wij vragen het formulier vóór de vijfde.".into(),
        sleutels: vec!["iit.referteperiode".into()],
        waarden: vec![WerkwaardeInvoer {
            sleutel: sleutel.into(),
            waarde: waarde.into(),
        }],
        van: "1-1-2026".into(),
        tot: String::new(),
    }
}

async fn record(
    test: &TestDb,
    wie: &Actor,
    wijzigt: Option<(WerkinstructieId, u32)>,
    invoer: &WerkinstructieInvoer,
) -> Result<WerkinstructieId, WerkinstructieError> {
    let opdracht = RecordWerkinstructie {
        wijzigt,
        invoer,
        notatie: Notatie::Formulier,
    };
    test.db
        .in_tenant(
            "test",
            winterswijk(),
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| {
                record_werkinstructie(tx, wie, nu(), &SystemIds, &opdracht).await
            },
        )
        .await
}

async fn list(test: &TestDb) -> Vec<Werkinstructie> {
    let lezer = actor(Rol::Opdrachtgever, nijkerk());
    test.db
        .in_tenant(
            "test",
            nijkerk(),
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| list_werkinstructies(tx, &lezer).await,
        )
        .await
        .unwrap()
}

#[tokio::test]
async fn management_records_and_every_municipality_reads_the_same() {
    let test = TestDb::new().await;
    let directie = actor(Rol::Directie, winterswijk());
    let goed = invoer("betaling.inleverdag", "5");
    for rol in [Rol::Griffie, Rol::College, Rol::Opdrachtgever, Rol::Bestuur] {
        let fout = record(&test, &actor(rol, winterswijk()), None, &goed).await;
        assert!(
            matches!(
                fout.unwrap_err(),
                WerkinstructieError::Geweigerd(Geweigerd::RolSchietTekort(_))
            ),
            "{rol:?}"
        );
    }
    let id = record(&test, &directie, None, &goed).await.unwrap();
    let gelezen = list(&test).await;
    assert_eq!(gelezen.len(), 1);
    assert_eq!(gelezen[0].laatste.waarden[0].waarde.to_string(), "5");

    // A next version is another row; who saw an older one is told so.
    let anders = invoer("betaling.inleverdag", "7");
    record(&test, &directie, Some((id, 1)), &anders)
        .await
        .unwrap();
    let laat = record(&test, &directie, Some((id, 1)), &goed).await;
    assert!(matches!(laat.unwrap_err(), WerkinstructieError::Verouderd));
    let gelezen = list(&test).await;
    assert_eq!(gelezen[0].laatste.nummer, 2);
    assert_eq!(gelezen[0].eerdere[0].waarden[0].waarde.to_string(), "5");
    let dubbel = record(&test, &directie, None, &goed).await.unwrap_err();
    assert!(matches!(dubbel, WerkinstructieError::Invoer(_)));
    let mut conn = test.owner_of(winterswijk()).await;
    let keten = verify_keten(&mut conn).await.unwrap();
    assert!(matches!(keten, Ketenstand::Heel { regels: 2 }), "{keten:?}");
}

#[tokio::test]
async fn a_value_of_state_council_or_college_is_refused_by_domain_and_database() {
    let test = TestDb::new().await;
    let directie = actor(Rol::Directie, winterswijk());
    for (sleutel, waarde) in [
        ("iit.referteperiode", "24"),
        ("norm.verlaging.woonsituatie", "20"),
        ("maatregel.duur.derde", "3"),
    ] {
        let fout = record(&test, &directie, None, &invoer(sleutel, waarde)).await;
        let WerkinstructieError::Invoer(fouten) = fout.unwrap_err() else {
            panic!("{sleutel}");
        };
        assert_eq!(fouten.list()[0].veld, format!("waarden.{sleutel}"));
    }
    let id = record(&test, &directie, None, &invoer("betaling.inleverdag", "5"))
        .await
        .unwrap();
    // Around the domain: the database judges by its own copy of the catalogue.
    let mut superuser = test.superuser().await;
    let om_het_domein = format!(
        "set role gm0294_uitvoering; insert into bedrijf.werkwaarde (werkinstructie, nummer, sleutel, waarde) \
         values ('{id}', 1, 'iit.referteperiode', '24')"
    );
    let fout = superuser.batch_execute(&om_het_domein).await.unwrap_err();
    assert!(
        fout.to_string().contains("not for the organisation"),
        "{fout}"
    );
    let wijzigen = "set role gm0294_uitvoering; update bedrijf.werkinstructie set tekst = 'x'";
    let fout = superuser.batch_execute(wijzigen).await.unwrap_err();
    assert!(fout.to_string().contains("permission denied"), "{fout}");
}
