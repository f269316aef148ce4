//! A small caseload in Winterswijk, taken over as the statutory records deliver it.

use application::dossier::{DossierError, Lijstfilter, Zoekpagina, list_gevonden};
use application::statistiek::{Leveringsopdracht, Ontvangen, Wijze, record_levering};
use diesel::sql_types::{BigInt, Text};
use diesel::{QueryableByName, sql_query};
use diesel_async::RunQueryDsl;
use domain::bevoegdheid::{Actor, Rol};
use domain::dossier::{Medewerker, Zoekopdracht};
use persistence::dossier::record_gezien;
use persistence::{DbError, DbRol, TenantTx};
use primitives::{DossierId, Moment, SystemIds, datum_in_nederland};
use testkit::{Maandbestand, TestDb, actor, bsn, consulent, nu, winterswijk};

/// The files of a month of 2026 in Winterswijk, written as `10`.
pub fn month(maand: &'static str) -> Maandbestand {
    Maandbestand::new(winterswijk(), maand)
}

/// Takes the files of a month over.
pub async fn take_over(test: &TestDb, bestand: Maandbestand, now: Moment) {
    let (bus, srg) = (bestand.bus(), bestand.srg());
    let ontvangen = Ontvangen {
        bus: bus.as_deref().map(str::as_bytes),
        srg: srg.as_deref().map(str::as_bytes),
        namen: None,
    };
    let opdracht = Leveringsopdracht::parse(winterswijk(), ontvangen, Wijze::Definitief).unwrap();
    let teamleider = actor(Rol::Teamleider, winterswijk());
    in_tenant(test, async |tx: &mut TenantTx| {
        record_levering(tx, &teamleider, now, &SystemIds, &opdracht).await
    })
    .await
    .unwrap();
}

/// Work in Winterswijk as the execution does it.
pub async fn in_tenant<T, E, F>(test: &TestDb, werk: F) -> Result<T, E>
where
    F: AsyncFn(&mut TenantTx) -> Result<T, E>,
    E: From<DbError> + std::error::Error + 'static,
{
    test.db
        .in_tenant("test", winterswijk(), DbRol::Uitvoering, werk)
        .await
}

/// What is found by a search.
pub async fn search(test: &TestDb, tekst: &str) -> Zoekpagina {
    let opdracht = Zoekopdracht::parse(tekst).unwrap();
    in_tenant(test, async |tx: &mut TenantTx| {
        list_gevonden(tx, &consulent(), nu(), &opdracht, None).await
    })
    .await
    .unwrap()
}

/// The dossier of a person by number.
pub async fn dossier_of(test: &TestDb, nummer: usize) -> DossierId {
    let gevonden = search(test, bsn(nummer).expose()).await;
    gevonden.regels.as_slice().first().unwrap().dossier
}

/// The filter of the whole list.
pub fn alles() -> Lijstfilter {
    Lijstfilter::default()
}

/// Makes colleagues known here.
pub async fn colleagues(test: &TestDb, namen: &[&str]) {
    in_tenant(
        test,
        async |tx: &mut TenantTx| -> Result<(), DossierError> {
            for naam in namen {
                let (sub, naam) = (naam.to_lowercase(), (*naam).to_owned());
                record_gezien(tx, &Medewerker { sub, naam }, datum_in_nederland(nu())).await?;
            }
            Ok(())
        },
    )
    .await
    .unwrap();
}

/// A case worker of Winterswijk by name.
pub fn collega(naam: &str) -> Actor {
    Actor {
        sub: naam.to_lowercase(),
        naam: naam.to_owned(),
        ..consulent()
    }
}

#[derive(QueryableByName)]
struct Aantal {
    #[diesel(sql_type = BigInt)]
    aantal: i64,
}

/// How many rows a condition holds for, seen by a superuser.
pub async fn count(test: &TestDb, van: &str) -> i64 {
    let rij: Aantal = sql_query(format!("select count(*) as aantal from gm0294.{van}"))
        .get_result(&mut test.superuser().await)
        .await
        .unwrap();
    rij.aantal
}

#[derive(QueryableByName)]
struct Tekst {
    #[diesel(sql_type = Text)]
    tekst: String,
}

/// The column `tekst` of the one row that a query gives, seen by a superuser.
pub async fn text_of(test: &TestDb, sql: &str) -> String {
    let rij: Tekst = sql_query(sql)
        .get_result(&mut test.superuser().await)
        .await
        .unwrap();
    rij.tekst
}

/// The last audit row as `handeling | object | toelichting`.
pub async fn last_audit(test: &TestDb) -> String {
    let sql = "select concat_ws(' | ', handeling, object, toelichting) as tekst from gm0294.audit order by nummer desc limit 1";
    text_of(test, sql).await
}

/// One text for all that a table holds, seen by a superuser: the same as long as nothing in it changes.
pub async fn fingerprint(test: &TestDb, tabel: &str) -> String {
    let vraag = format!(
        "select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as tekst from gm0294.{tabel} t"
    );
    let rij: Tekst = sql_query(vraag)
        .get_result(&mut test.superuser().await)
        .await
        .unwrap();
    rij.tekst
}
