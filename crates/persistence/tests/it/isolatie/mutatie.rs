//! Breaking the isolation in one way at a time: the proof or the lint must notice each.
//!
//! Role attributes and memberships belong to the whole server, which other tests use at the same time; those
//! mutations run inside a transaction that is rolled back, and are seen by the lint of that transaction only.

use diesel_async::SimpleAsyncConnection;
use testkit::TestDb;

use super::bewijs::list_verrassingen;
use super::lint::list_overtredingen;

#[tokio::test]
async fn a_breach_inside_the_database_is_noticed() {
    for breuk in [
        "grant usage on schema gm0267 to gm0294_uitvoering; grant select on gm0267.audit to gm0294_uitvoering",
        "grant update on gm0294.audit to gm0294_uitvoering",
        "grant select on gm0294.verwerking to gm0294_raad",
        "grant select (toelichting) on gm0294.audit to gm0294_toezicht",
        "grant select (naam) on gm0294.inwoner to gm0294_toezicht",
        "grant select on gm0294.audit to gm0294_uitvoering",
        "grant usage on schema gm0294 to public; grant select on gm0294.audit to public",
        "alter table gm0294.audit owner to gm0294_uitvoering",
        "grant insert on gm0294.parameterwaarde to gm0294_uitvoering",
        "grant update (waarde) on gm0294.parameterwaarde to gm0294_raad",
        "alter table gm0294.besluit disable row level security",
        "alter table gm0294.voorstelakte disable row level security",
        "grant insert on gm0294.voorstelakte to gm0294_uitvoering",
        "grant update (stand) on gm0294.voorstelakte to gm0294_raad",
        "create policy ruim on gm0294.besluit for insert to gm0294_raad with check (true)",
        "drop trigger toets_parameterwaarde on gm0294.parameterwaarde",
        "alter function gm0294.audit_schakel() reset search_path",
        "grant execute on function gm0294.audit_schakel() to public",
        "grant execute on function pg_catalog.set_config(text, text, boolean) to public",
        "grant usage on language plpgsql to public",
        "grant select on platform.gemeente to stuurhuis_uitvoering",
        "grant select on platform.job to gm0294_uitvoering",
        "do $$ begin execute format('grant temp on database %I to public', current_database()); end $$",
        "create table gm0294.extra (i int); alter table gm0294.extra owner to gm0294_eigenaar",
    ] {
        let test = TestDb::new().await;
        let mut conn = test.superuser().await;
        conn.batch_execute(breuk).await.unwrap();
        let lint = list_overtredingen(&mut conn).await;
        let bewijs = list_verrassingen(&test).await;
        assert!(
            !lint.is_empty() || !bewijs.is_empty(),
            "nobody noticed: {breuk}"
        );
    }
}

#[tokio::test]
async fn a_breach_in_the_roles_is_noticed() {
    let test = TestDb::new().await;
    for breuk in [
        "alter role stuurhuis_uitvoering inherit",
        "alter role gm0294_uitvoering bypassrls",
        "grant gm0294_eigenaar to stuurhuis_uitvoering",
        "grant gm0294_raad to stuurhuis_uitvoering",
        "grant gm0267_uitvoering to gm0294_uitvoering",
        "grant pg_read_all_data to gm0294_rapportage",
        "grant platform_dienst to stuurhuis_sturing",
    ] {
        let mut conn = test.superuser().await;
        conn.batch_execute("begin").await.unwrap();
        conn.batch_execute(breuk).await.unwrap();
        let lint = list_overtredingen(&mut conn).await;
        conn.batch_execute("rollback").await.unwrap();
        assert!(!lint.is_empty(), "nobody noticed: {breuk}");
    }
}
