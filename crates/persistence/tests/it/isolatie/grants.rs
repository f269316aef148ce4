//! Every right of every role, as one golden file. A change of it is a decision, seen in review.

use diesel::sql_types::Text;
use diesel::{QueryableByName, sql_query};
use diesel_async::RunQueryDsl;
use testkit::TestDb;

#[derive(QueryableByName)]
struct Recht {
    #[diesel(sql_type = Text)]
    recht: String,
}

const RECHTEN: &str = "
    with recht as (
      select n.nspname, c.relname || coalesce('(' || string_agg(t.attname, ', ' order by t.attnum) || ')', '') as ding, a.privilege_type, r.rolname
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute t on t.attrelid = c.oid cross join lateral aclexplode(t.attacl) a join pg_roles r on r.oid = a.grantee
      group by n.nspname, c.relname, a.privilege_type, r.rolname
      union all
      select n.nspname, c.relname, a.privilege_type, r.rolname
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      cross join lateral aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee
    )
    select rolname || ' ' || privilege_type || ' ' || nspname || '.' || ding as recht from recht
    where nspname in ('gm0294', 'platform', 'sturing', 'bedrijf') and rolname !~ '_eigenaar$'
    order by 1";

#[tokio::test]
async fn every_right_is_in_the_golden_file() {
    let test = TestDb::new().await;
    let rechten: Vec<Recht> = sql_query(RECHTEN)
        .load(&mut test.superuser().await)
        .await
        .unwrap();
    let lijst = rechten
        .into_iter()
        .map(|rij| rij.recht)
        .collect::<Vec<_>>()
        .join("\n");
    insta::assert_snapshot!("rechten", lijst);
}
