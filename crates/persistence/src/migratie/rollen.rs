//! The database roles of a municipality.

use diesel_async::{AsyncPgConnection, SimpleAsyncConnection};

use crate::DbError;
use crate::db::{DbRol, Login};

/// Makes the roles of one municipality and their memberships, as far as they are not there: also for one that
/// was provided for before a role was thought of. Safe to repeat.
pub(crate) async fn ensure_roles(
    conn: &mut AsyncPgConnection,
    schema: &str,
) -> Result<(), DbError> {
    create_roles(conn, schema).await?;
    Ok(conn.batch_execute(&grants_sql(schema)).await?)
}

/// Makes the roles of one municipality that are not there yet. Roles belong to the whole server, where another
/// database (of a test) may have made them already, or be making them now.
async fn create_roles(conn: &mut AsyncPgConnection, schema: &str) -> Result<(), DbError> {
    for naam in ["eigenaar"].into_iter().chain(DbRol::ALL.map(DbRol::naam)) {
        let gemaakt = conn
            .batch_execute(&format!("create role {schema}_{naam} nologin inherit"))
            .await;
        match gemaakt.map_err(DbError::from) {
            Err(fout) if !fout.is_already_there() => return Err(fout),
            _ => {}
        }
    }
    Ok(())
}

/// Memberships of one municipality's roles. The owner may make tables; the others only what migrations grant.
fn grants_sql(schema: &str) -> String {
    let mut sql = format!("grant stuurhuis_ddl to {schema}_eigenaar;\n");
    sql += &format!("grant {schema}_eigenaar to {};\n", Login::Beheer.naam());
    for rol in DbRol::ALL {
        sql += &format!("grant {schema}_{} to {};\n", rol.naam(), rol.login().naam());
    }
    // What every municipality's role of this kind may do with shared tables is granted to the kind as a whole.
    for rol in DbRol::ALL.into_iter().filter(|rol| rol.uses_platform()) {
        sql += &format!("grant platform_{0} to {schema}_{0};\n", rol.naam());
    }
    sql
}
