//! A caseload made by SQL: many residents in little time, the same every time.

use diesel_async::{
    AnsiTransactionManager, AsyncPgConnection, SimpleAsyncConnection, TransactionManager,
};
use primitives::{GemeenteCode, Maand};

use crate::TestDb;

const SQL: &str = include_str!("bestand.sql");
const HUISHOUDENS: &str = include_str!("huishoudens.sql");

/// Fills the schema of a municipality with so many residents over these months, through a superuser.
///
/// Of every ten residents seven have a benefit all the time, one enters, one leaves and one is guided without a
/// benefit. Every month is known on the eleventh of the next.
pub async fn fill_bestand(
    superuser: &mut AsyncPgConnection,
    gemeente: GemeenteCode,
    aantal: u32,
    (eerste, laatste): (Maand, Maand),
) {
    let sql = SQL
        .replace("{{schema}}", &gemeente.schema())
        .replace("{{aantal}}", &aantal.to_string())
        .replace("{{eerste}}", &eerste.first_day().to_string())
        .replace("{{laatste}}", &laatste.first_day().to_string());
    AnsiTransactionManager::begin_transaction(superuser)
        .await
        .expect("a transaction");
    superuser.batch_execute(&sql).await.expect("a caseload");
    AnsiTransactionManager::commit_transaction(superuser)
        .await
        .expect("a commit");
}

/// Tells what households the benefits of [`fill_bestand`] are of, so that their right can be calculated.
pub async fn fill_huishoudens(superuser: &mut AsyncPgConnection, gemeente: GemeenteCode) {
    let sql = HUISHOUDENS.replace("{{schema}}", &gemeente.schema());
    AnsiTransactionManager::begin_transaction(superuser)
        .await
        .expect("a transaction");
    superuser.batch_execute(&sql).await.expect("households");
    AnsiTransactionManager::commit_transaction(superuser)
        .await
        .expect("a commit");
}

impl TestDb {
    /// Counts what the tables hold, as a server that runs for a day has done by itself.
    pub async fn analyze(&self, superuser: &mut AsyncPgConnection) {
        superuser
            .batch_execute("analyze")
            .await
            .expect("statistics");
    }

    /// Lets waiting jobs run now, as when the pause after a failed try is over.
    pub async fn end_pauses(&self) {
        let sql = "update platform.job set uit_te_voeren_op = now() - interval '1 second' where status = 'wacht'";
        let mut superuser = self.superuser().await;
        superuser.batch_execute(sql).await.expect("an update");
    }

    /// Takes a municipality out of the scheme, since yesterday.
    pub async fn leave(&self, gemeente: GemeenteCode) {
        let sql = format!(
            "update platform.gemeente set uitgetreden_op = current_date - 1 where code = '{gemeente}'"
        );
        let mut superuser = self.superuser().await;
        superuser.batch_execute(&sql).await.expect("an update");
    }
}
