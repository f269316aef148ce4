//! Exactly one casusregisseur.

use application::dossier::{
    DossierError, OverdrachtOpdracht, Overdrachtpagina, load_overdracht, record_overdracht,
};
use diesel_async::SimpleAsyncConnection;
use domain::dossier::{Casusregie, Overdracht, Reden};
use jiff::civil::date;
use persistence::TenantTx;
use primitives::{DossierId, Moment};
use testkit::{TestDb, nu};

use super::arrange::{
    colleagues, collega, count, dossier_of, in_tenant, last_audit, month, take_over,
};

async fn one_resident() -> (TestDb, DossierId) {
    let test = TestDb::new().await;
    take_over(&test, month("10").alleenstaande(1), nu()).await;
    colleagues(&test, &["Anna", "Bram", "Chris"]).await;
    let dossier = dossier_of(&test, 1).await;
    (test, dossier)
}

fn opdracht(dossier: DossierId, naar: &str, gezien_volgnummer: u16) -> OverdrachtOpdracht {
    OverdrachtOpdracht {
        dossier,
        naar: naar.to_lowercase(),
        gezien_volgnummer,
        overlegd_op: Some(date(2026, 11, 20)),
        reden: Some(Reden::parse("De hoofdvraag is nu werk.").unwrap()),
    }
}

async fn hand_over(
    test: &TestDb,
    now: Moment,
    opdracht: &OverdrachtOpdracht,
) -> Result<Overdracht, DossierError> {
    in_tenant(test, async |tx: &mut TenantTx| {
        record_overdracht(tx, &collega("Anna"), now, opdracht).await
    })
    .await
}

async fn pagina(test: &TestDb, dossier: DossierId) -> Overdrachtpagina {
    in_tenant(test, async |tx: &mut TenantTx| {
        load_overdracht(tx, &collega("Anna"), nu(), dossier).await
    })
    .await
    .unwrap()
}

#[tokio::test]
async fn a_handover_ends_one_and_begins_the_next() {
    let (test, dossier) = one_resident().await;
    let later = nu() + jiff::SignedDuration::from_hours(1);
    hand_over(&test, nu(), &opdracht(dossier, "Anna", 0))
        .await
        .unwrap();
    hand_over(&test, later, &opdracht(dossier, "Bram", 1))
        .await
        .unwrap();
    assert_eq!(
        last_audit(&test).await,
        format!("overdracht | dossier {dossier} | van Anna naar Bram, besproken op 2026-11-20")
    );
    let pagina = pagina(&test, dossier).await;
    let Casusregie::Bij(nu) = &pagina.hoofd.kop.casusregie else {
        panic!("nobody directs the case");
    };
    assert_eq!(
        (nu.medewerker.naam.as_str(), nu.volgnummer, nu.sinds),
        ("Bram", 2, later)
    );
    assert_eq!(
        pagina.hoofd.kop.inwoner.casusregisseur.as_deref(),
        Some("Bram")
    );
    assert_eq!(pagina.overdrachten.len(), 2);
    assert_eq!(
        pagina.overdrachten[0].van.as_ref().unwrap().medewerker.naam,
        "Anna"
    );
    let namen: Vec<_> = pagina.collegas.iter().map(|c| c.naam.as_str()).collect();
    assert_eq!(namen, ["Anna", "Bram", "Chris"]);
}

#[tokio::test]
async fn two_handovers_at_once_leave_one_casusregisseur() {
    let (test, dossier) = one_resident().await;
    hand_over(&test, nu(), &opdracht(dossier, "Anna", 0))
        .await
        .unwrap();
    let (naar_bram, naar_chris) = (opdracht(dossier, "Bram", 1), opdracht(dossier, "Chris", 1));
    let (een, twee) = tokio::join!(
        hand_over(&test, nu(), &naar_bram),
        hand_over(&test, nu(), &naar_chris)
    );
    let gelukt = usize::from(een.is_ok()) + usize::from(twee.is_ok());
    let fout = een.err().or(twee.err()).unwrap();
    assert_eq!(gelukt, 1);
    let DossierError::Verouderd(melding) = fout else {
        panic!("{fout:?}");
    };
    assert!(melding.starts_with("de casusregisseur is intussen veranderd: nu is dat "));
    assert_eq!(count(&test, "casusregie where tot is null").await, 1);
    assert_eq!(count(&test, "casusregie").await, 2);
}

#[tokio::test]
async fn a_handover_without_consultation_reason_or_known_colleague_is_refused() {
    let (test, dossier) = one_resident().await;
    let onbekend = hand_over(&test, nu(), &opdracht(dossier, "Dirk", 0))
        .await
        .unwrap_err();
    assert!(matches!(onbekend, DossierError::Invoer(velden) if velden.list()[0].veld == "naar"));
    hand_over(&test, nu(), &opdracht(dossier, "Anna", 0))
        .await
        .unwrap();
    let kaal = OverdrachtOpdracht {
        overlegd_op: None,
        reden: None,
        ..opdracht(dossier, "Anna", 1)
    };
    let fout = hand_over(&test, nu(), &kaal).await.unwrap_err();
    let DossierError::Invoer(velden) = fout else {
        panic!("{fout:?}");
    };
    let velden: Vec<_> = velden
        .list()
        .iter()
        .map(|fout| fout.veld.as_str())
        .collect();
    assert_eq!(velden, ["naar", "overlegdOp", "reden"]);
}

/// The database itself holds the chain, whatever a program does.
#[tokio::test]
async fn the_database_refuses_a_second_casusregisseur_and_a_gap() {
    let (test, dossier) = one_resident().await;
    hand_over(&test, nu(), &opdracht(dossier, "Anna", 0))
        .await
        .unwrap();
    let mut conn = test.superuser().await;
    conn.batch_execute("set search_path = gm0294, pg_catalog")
        .await
        .unwrap();
    let row = |volgnummer, vanaf: &str| {
        format!(
            "insert into casusregie (inwoner, volgnummer, medewerker, vanaf, overlegd_op, reden, vastgelegd_door) \
             values ('{dossier}', {volgnummer}, 'bram', '{vanaf}', '2026-11-20', 'r', 'x')"
        )
    };
    let eind = |moment: &str| format!("update casusregie set tot = '{moment}' where tot is null; ");
    let (nu, later) = ("2026-11-21T12:00:00Z", "2026-11-21T13:00:00Z");
    for (sql, constraint) in [
        (row(2, nu), "casusregie_een_tegelijk"),
        (row(1, nu), "casusregie_pkey"),
        (eind(nu) + &row(2, later), "casusregie_sluit_aan"),
        (eind(nu) + &row(3, nu), "casusregie_sluit_aan"),
        (eind("2026-11-20T00:00:00Z"), "casusregie_tot_na_vanaf"),
    ] {
        let fout = conn.batch_execute(&sql).await.unwrap_err();
        let diesel::result::Error::DatabaseError(_, info) = &fout else {
            panic!("{fout}");
        };
        assert_eq!(info.constraint_name(), Some(constraint), "{sql}");
    }
    conn.batch_execute(&(eind(nu) + &row(2, nu))).await.unwrap();
}
