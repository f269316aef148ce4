//! Migrations: up, down, up gives the same tables; an interrupted or failing run does no harm.

use diesel::QueryableByName;
use diesel::sql_types::Text;
use diesel_async::{AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection};
use persistence::audit::{self, Handeling, Ketenstand};
use persistence::migratie::{gemeente_migraties, platform_migraties, render};
use persistence::{DbError, DbRol, TenantTx};
use primitives::GemeenteCode;
use testkit::{TestDb, consulent, nu, winterswijk};

#[derive(QueryableByName)]
struct Regel {
    #[diesel(sql_type = Text)]
    regel: String,
}

/// Everything that the catalogue says of one schema, in an order that does not depend on history.
async fn describe(conn: &mut AsyncPgConnection, schema: &str) -> Vec<String> {
    // Names are written with or without their schema depending on the path.
    conn.batch_execute("reset role; set search_path = pg_catalog")
        .await
        .unwrap();
    let regels: Vec<Regel> = diesel::sql_query(include_str!("beschrijving.sql"))
        .bind::<Text, _>(schema)
        .load(conn)
        .await
        .unwrap();
    regels
        .into_iter()
        .map(|rij| rij.regel.replace(schema, "SCHEMA"))
        .collect()
}

#[tokio::test]
async fn a_municipality_goes_down_and_up_again_to_the_same_tables() {
    let test = TestDb::new().await;
    let mut conn = test.superuser().await;
    let voor = describe(&mut conn, "gm0294").await;
    assert!(voor.len() > 10);
    let owner = "set role gm0294_eigenaar; set search_path = gm0294, pg_catalog;";
    for stap in gemeente_migraties().iter().rev() {
        conn.batch_execute(&format!(
            "{owner}{}; reset role;",
            render(stap.down, "gm0294")
        ))
        .await
        .unwrap();
    }
    assert_eq!(describe(&mut conn, "gm0294").await, Vec::<String>::new());
    conn.batch_execute("reset role; delete from platform.migratie where schema = 'gm0294'")
        .await
        .unwrap();
    test.beheer.migrate_gemeente(winterswijk()).await.unwrap();
    let na = describe(&mut conn, "gm0294").await;
    let anders: Vec<_> = na.iter().filter(|regel| !voor.contains(regel)).collect();
    let weg: Vec<_> = voor.iter().filter(|regel| !na.contains(regel)).collect();
    assert_eq!(
        (anders, weg),
        (Vec::<&String>::new(), Vec::<&String>::new())
    );
    assert!(na == voor, "the same lines in another order");
}

#[tokio::test]
async fn the_shared_schemas_go_down_and_up_again_to_the_same_tables() {
    let test = TestDb::new().await;
    let mut conn = test.superuser().await;
    // The municipalities' own tables lean on shared ones, so they go first.
    for gemeente in ["gm0294", "gm0267"] {
        let owner =
            format!("set role {gemeente}_eigenaar; set search_path = {gemeente}, pg_catalog;");
        for stap in gemeente_migraties().iter().rev() {
            conn.batch_execute(&format!(
                "{owner}{}; reset role;",
                render(stap.down, gemeente)
            ))
            .await
            .unwrap();
        }
    }
    let mut voor = Vec::new();
    for schema in ["platform", "sturing", "bedrijf"] {
        voor.extend(describe(&mut conn, schema).await);
    }
    for stap in platform_migraties().iter().rev() {
        let owner = "set role stuurhuis_eigenaar; set search_path = platform, pg_catalog;";
        conn.batch_execute(&format!("{owner}{}; reset role;", stap.down))
            .await
            .unwrap();
    }
    conn.batch_execute("reset role; truncate platform.migratie")
        .await
        .unwrap();
    test.beheer.migrate_platform().await.unwrap();
    let mut na = Vec::new();
    for schema in ["platform", "sturing", "bedrijf"] {
        na.extend(describe(&mut conn, schema).await);
    }
    assert!(na == voor);
    // Without the catalogue every value would be refused.
    let gevuld = conn.batch_execute("select 1 / count(*) from platform.catalogus");
    gevuld.await.unwrap();
}

/// Takes the steps of a municipality back, the newest first, until one refuses; gives its words.
async fn take_back(conn: &mut AsyncPgConnection, gemeente: &str) -> Option<String> {
    for stap in gemeente_migraties().iter().rev() {
        let uitkomst = conn
            .batch_execute(&format!(
                "begin; set local role {gemeente}_eigenaar; set local search_path = {gemeente}, pg_catalog; {}; commit;",
                render(stap.down, gemeente)
            ))
            .await;
        if let Err(fout) = uitkomst {
            conn.batch_execute("rollback").await.unwrap();
            return Some(fout.to_string());
        }
    }
    None
}

#[tokio::test]
async fn going_down_never_breaks_the_audit_chain() {
    let test = TestDb::new().await;
    let schrijf = async |tx: &mut TenantTx| -> Result<(), DbError> {
        audit::record(
            tx,
            &consulent(),
            nu(),
            Handeling::Dossier,
            "dossier 1",
            None,
        )
        .await
    };
    test.db
        .in_tenant("test", winterswijk(), DbRol::Uitvoering, schrijf)
        .await
        .unwrap();
    let mut conn = test.superuser().await;
    let geweigerd = take_back(&mut conn, "gm0294").await.unwrap();
    assert!(geweigerd.contains("auditketen"), "{geweigerd}");
    let stand = test.beheer.verify_keten(winterswijk()).await.unwrap();
    assert_eq!(stand, Ketenstand::Heel { regels: 1 });
    // Where nothing was written yet, nothing is lost.
    assert_eq!(take_back(&mut conn, "gm0267").await, None);
}

#[tokio::test]
async fn every_municipality_has_the_same_tables() {
    let test = TestDb::new().await;
    let mut conn = test.superuser().await;
    assert_eq!(
        describe(&mut conn, "gm0294").await,
        describe(&mut conn, "gm0267").await
    );
}

#[tokio::test]
async fn a_failing_municipality_is_named_and_does_not_stop_the_others() {
    let test = TestDb::new().await;
    let mut conn = test.superuser().await;
    // Both must run the last step again; in one of them something stands in its way.
    let laatste = gemeente_migraties().pop().unwrap();
    for gemeente in ["gm0294", "gm0267"] {
        let owner =
            format!("set role {gemeente}_eigenaar; set search_path = {gemeente}, pg_catalog;");
        conn.batch_execute(&format!(
            "{owner}{}; reset role;",
            render(laatste.down, gemeente)
        ))
        .await
        .unwrap();
    }
    conn.batch_execute(&format!(
        "reset role; delete from platform.migratie where schema <> 'platform' and versie = '{}'",
        laatste.versie
    ))
    .await
    .unwrap();
    conn.batch_execute(
        "alter schema gm0294 owner to platform; revoke all on schema gm0294 from gm0294_eigenaar",
    )
    .await
    .unwrap();
    let verslag = test.beheer.migrate(&|_| {}).await.unwrap();
    assert_eq!(verslag.toegepast, [format!("gm0267 {}", laatste.versie)]);
    assert_eq!(
        verslag
            .mislukt
            .iter()
            .map(|fout| fout.schema.as_str())
            .collect::<Vec<_>>(),
        ["gm0294"]
    );
    conn.batch_execute("alter schema gm0294 owner to gm0294_eigenaar; grant all on schema gm0294 to gm0294_eigenaar").await.unwrap();
    let verslag = test.beheer.migrate(&|_| {}).await.unwrap();
    assert_eq!(verslag.toegepast, [format!("gm0294 {}", laatste.versie)]);
}

/// Roles belong to the whole server, which may live longer than a run: this code is used by this test only.
#[tokio::test]
async fn a_municipality_from_before_a_role_gets_it_with_its_migrations() {
    let test = TestDb::new().await;
    let vorige = "do $$ declare rol text; begin \
        for rol in select rolname from pg_roles where rolname ^@ 'gm9998_' loop \
        execute format('drop role %I', rol); end loop; end $$";
    test.superuser().await.batch_execute(vorige).await.unwrap();
    let mut conn = test.beheer.connect().await.unwrap();
    conn.batch_execute(
        "create role gm9998_eigenaar nologin inherit; grant stuurhuis_ddl to gm9998_eigenaar; \
         grant gm9998_eigenaar to stuurhuis_beheer; create schema gm9998 authorization gm9998_eigenaar",
    )
    .await
    .unwrap();
    let code = GemeenteCode::parse("GM9998").unwrap();
    let stappen = test.beheer.migrate_gemeente(code).await.unwrap();
    assert_eq!(stappen.len(), gemeente_migraties().len());
    let mut uitvoering = test.connect_as("stuurhuis_uitvoering").await;
    uitvoering
        .batch_execute("begin; set local role gm9998_toezicht; select nummer from gm9998.audit")
        .await
        .unwrap();
}

#[tokio::test]
async fn schema_rs_says_what_the_database_has() {
    let test = TestDb::new().await;
    let kolommen: Vec<Regel> = diesel::sql_query(
        "select table_schema || '.' || table_name || ' ' || column_name || ' ' || is_nullable as regel \
         from information_schema.columns where table_schema in ('gm0294', 'platform', 'sturing', 'bedrijf') \
         and table_name not in ('migratie', 'audit_kop')",
    )
    .load(&mut test.superuser().await)
    .await
    .unwrap();
    let mut database: Vec<String> = kolommen
        .into_iter()
        .map(|rij| rij.regel.replace("gm0294.", ""))
        .collect();
    let mut diesel = list_columns();
    database.sort();
    diesel.sort();
    assert_eq!(diesel, database);
}

/// Every `table column nullable` of the files in `src/schema`, as `table!` writes them: one column a line.
fn list_columns() -> Vec<String> {
    let map = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/schema");
    let mut kolommen = Vec::new();
    for bestand in std::fs::read_dir(map).unwrap().flatten() {
        let tekst = std::fs::read_to_string(bestand.path()).unwrap();
        let mut tabel = String::new();
        let is_kolom_of_tabel = |regel: &&str| !regel.starts_with("diesel::");
        for regel in tekst.lines().map(str::trim).filter(is_kolom_of_tabel) {
            if let Some((kolom, soort)) = regel.split_once(" -> ") {
                let kan_leeg = if soort.starts_with("Nullable<") {
                    "YES"
                } else {
                    "NO"
                };
                kolommen.push(format!("{tabel} {kolom} {kan_leeg}"));
            } else if let Some((naam, _)) = regel
                .strip_suffix(") {")
                .and_then(|kop| kop.split_once(" ("))
            {
                naam.clone_into(&mut tabel);
            }
        }
    }
    kolommen
}
