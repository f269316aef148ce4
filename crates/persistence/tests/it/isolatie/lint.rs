//! The catalogue read as a whole: every row of `lint.sql` is a violation.

use diesel::sql_types::Text;
use diesel::{QueryableByName, sql_query};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use testkit::TestDb;

#[derive(QueryableByName)]
struct Overtreding {
    #[diesel(sql_type = Text)]
    overtreding: String,
}

/// Every violation of the rules of isolation.
pub async fn list_overtredingen(conn: &mut AsyncPgConnection) -> Vec<String> {
    let rijen: Vec<Overtreding> = sql_query(include_str!("lint.sql"))
        .load(conn)
        .await
        .unwrap();
    rijen.into_iter().map(|rij| rij.overtreding).collect()
}

#[tokio::test]
async fn the_catalogue_has_no_violation() {
    let test = TestDb::new().await;
    assert_eq!(
        list_overtredingen(&mut test.superuser().await).await,
        Vec::<String>::new()
    );
}
