//! The quarter, the benchmark, the meeting.

mod feiten;
mod formatie;
mod isolatie;
mod overleg;
mod overlegbericht;
mod rapport;
mod sluiten;

use application::sturing::{SluitError, Sluitopdracht, close_kwartaal};
use domain::bevoegdheid::{Actor, Rol};
use domain::sturing::Sluiting;
use persistence::{DbError, DbRol, TenantTx};
use primitives::{GemeenteCode, Kwartaal, Maand, Moment, SystemIds};
use testkit::{TestDb, actor, fill_bestand, nu};

/// The last quarter that is over when tests happen.
fn kwartaal() -> Kwartaal {
    Kwartaal::parse("2026-K3").unwrap()
}

/// So many residents, known over the seven quarters up to and including 2026-K3.
async fn fill(test: &TestDb, gemeente: GemeenteCode, aantal: u32) {
    let maanden = ["2025-01", "2026-09"].map(|maand| Maand::parse(maand).unwrap());
    let mut superuser = test.superuser().await;
    fill_bestand(&mut superuser, gemeente, aantal, maanden.into()).await;
}

fn directie(gemeente: GemeenteCode) -> Actor {
    actor(Rol::Directie, gemeente)
}

fn opdrachtgever(gemeente: GemeenteCode) -> Actor {
    actor(Rol::Opdrachtgever, gemeente)
}

/// Closes as management does, with the words that remarks ask for.
async fn close(test: &TestDb, gemeente: GemeenteCode) -> Result<Sluiting, SluitError> {
    let opdracht = Sluitopdracht {
        aanleiding: application::sturing::Aanleiding::Cijfers,
        kwartaal: kwartaal(),
        bekend_op: None,
        toelichting: Some("De formatie volgt.".into()),
    };
    close_as(test, &directie(gemeente), gemeente, nu(), &opdracht).await
}

async fn close_as(
    test: &TestDb,
    actor: &Actor,
    gemeente: GemeenteCode,
    now: Moment,
    opdracht: &Sluitopdracht,
) -> Result<Sluiting, SluitError> {
    test.db
        .in_tenant(
            "test",
            gemeente,
            DbRol::Rapportage,
            async |tx: &mut TenantTx| close_kwartaal(tx, actor, now, &SystemIds, opdracht).await,
        )
        .await
}

/// Runs as the commissioner's database role.
async fn read<T, E, F>(test: &TestDb, gemeente: GemeenteCode, werk: F) -> Result<T, E>
where
    F: AsyncFn(&mut TenantTx) -> Result<T, E>,
    E: From<DbError> + std::error::Error + 'static,
{
    test.db
        .in_tenant("test", gemeente, DbRol::Opdrachtgever, werk)
        .await
}
