//! The database refuses by itself what the law does not allow, whatever the program does.

use diesel_async::{AsyncPgConnection, SimpleAsyncConnection};
use testkit::TestDb;

const BESLUIT: &str = "00000000-0000-7000-8000-000000000001";

/// Tries statements in the role of an organ in one transaction, and tells which constraint refused them.
async fn attempt(test: &TestDb, rol: &str, sql: &str) -> Result<(), String> {
    let mut conn = test.connect_as("stuurhuis_bestuur").await;
    begin(&mut conn, rol).await;
    let uitkomst = conn.batch_execute(sql).await;
    let uitkomst = match uitkomst {
        Ok(()) => conn.batch_execute("commit").await,
        fout => fout,
    };
    uitkomst.map_err(|fout| match fout {
        diesel::result::Error::DatabaseError(_, info) => {
            let naam = info.constraint_name().unwrap_or(info.message());
            naam.to_owned()
        }
        anders => anders.to_string(),
    })
}

async fn begin(conn: &mut AsyncPgConnection, rol: &str) {
    let context = format!(
        "begin; set local role gm0294_{rol}; set local search_path = gm0294, pg_catalog, pg_temp"
    );
    conn.batch_execute(&context).await.unwrap();
}

fn besluit(orgaan: &str, beslissing: &str) -> String {
    format!(
        "insert into besluit (id, orgaan, nummer, titel, vergaderdatum, inwerkingtreding, beslissing, vastgelegd_op, \
         vastgelegd_door, vastgelegd_door_id) values ('{BESLUIT}', '{orgaan}', '1', 'V', '2024-12-12', '2025-01-01', '{beslissing}', now(), 'G', 'g');"
    )
}

fn waarde(orgaan: &str, sleutel: &str, waarde: &str, van: &str, tot: &str) -> String {
    format!(
        "insert into parameterwaarde (id, besluit_id, orgaan, volgnummer, sleutel, waarde, geldig_van, geldig_tot) values \
         ('00000000-0000-7000-8000-000000000002', '{BESLUIT}', '{orgaan}', 0, '{sleutel}', '{waarde}', '{van}', {tot});"
    )
}

fn bekendmaking(orgaan: &str, inwerkingtreding: &str) -> String {
    format!(
        "insert into bekendmaking (besluit_id, orgaan, plaats, nummer, datum, inwerkingtreding, bekend_op, vastgelegd_door, vastgelegd_door_id) \
         values ('{BESLUIT}', '{orgaan}', 'cvdr', 'CVDR1', '2024-12-19', '{inwerkingtreding}', now(), 'H', 'h');"
    )
}

/// Organ, parameter, value, from, until, and the constraint that must refuse it.
type Geval = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    Result<(), &'static str>,
);

const GEVALLEN: &[Geval] = &[
    (
        "raad",
        "handhaving.verordening",
        "Verordening tegen misbruik, CVDR1",
        "2025-01-01",
        "null",
        Ok(()),
    ),
    (
        "raad",
        "maatregel.waarschuwing",
        "misschien",
        "2025-01-01",
        "null",
        Err("parameterwaarde_vorm"),
    ),
    (
        "raad",
        "iit.overgang.einddatum",
        "1 juli",
        "2025-01-01",
        "null",
        Err("parameterwaarde_vorm"),
    ),
    (
        "college",
        "bijzondere-bijstand.kosten",
        "Uitvaart: 4300.00\nMortuarium: 750.00",
        "2025-01-01",
        "null",
        Ok(()),
    ),
    (
        "college",
        "bijzondere-bijstand.kosten",
        "Uitvaart",
        "2025-01-01",
        "null",
        Err("parameterwaarde_vorm"),
    ),
    (
        "college",
        "bijzondere-bijstand.draagkracht.staffel",
        "tot 110: 0\ndaarboven: 100",
        "2025-01-01",
        "null",
        Ok(()),
    ),
    (
        "college",
        "bijzondere-bijstand.draagkracht.staffel",
        "tot 110: 0",
        "2025-01-01",
        "null",
        Err("parameterwaarde_vorm"),
    ),
    (
        "college",
        "bijzondere-bijstand.draagkracht.staffel",
        "tot 110: 101\ndaarboven: 100",
        "2025-01-01",
        "null",
        Err("parameterwaarde_grens"),
    ),
    (
        "raad",
        "maatregel.duur.derde",
        "3",
        "2025-01-01",
        "null",
        Err("parameterwaarde_bevoegd"),
    ),
    (
        "college",
        "betaling.inleverdag",
        "5",
        "2025-01-01",
        "null",
        Err("parameterwaarde_bevoegd"),
    ),
    (
        "raad",
        "iit.referteperiode",
        "36",
        "2025-01-01",
        "null",
        Ok(()),
    ),
    (
        "raad",
        "tegenprestatie.vrijstellingen",
        "mantelzorgers",
        "2025-01-01",
        "null",
        Ok(()),
    ),
    (
        "raad",
        "bestaat.niet",
        "1",
        "2025-01-01",
        "null",
        Err("parameterwaarde_bestaat"),
    ),
    (
        "college",
        "bufferbudget.bedrag",
        "1",
        "2026-12-31",
        "null",
        Err("parameterwaarde_bestaat"),
    ),
    (
        "college",
        "iit.referteperiode",
        "36",
        "2025-01-01",
        "null",
        Err("parameterwaarde_bevoegd"),
    ),
    (
        "raad",
        "iit.referteperiode",
        "lang",
        "2025-01-01",
        "null",
        Err("parameterwaarde_vorm"),
    ),
    (
        "raad",
        "iit.bedrag.gehuwden",
        "-1",
        "2025-01-01",
        "null",
        Err("parameterwaarde_vorm"),
    ),
    (
        "raad",
        "maatregel.duur.eerste",
        "4",
        "2025-01-01",
        "null",
        Err("parameterwaarde_grens"),
    ),
    (
        "raad",
        "maatregel.duur.eerste",
        "0",
        "2025-01-01",
        "null",
        Err("parameterwaarde_grens"),
    ),
    (
        "college",
        "bijzondere-bijstand.drempel",
        "170.01",
        "2025-01-01",
        "'2026-01-01'",
        Err("parameterwaarde_grens"),
    ),
    (
        "college",
        "bijzondere-bijstand.drempel",
        "176.00",
        "2026-01-01",
        "null",
        Ok(()),
    ),
    (
        "college",
        "voorschot.percentage",
        "90",
        "2025-01-01",
        "null",
        Err("parameterwaarde_grens"),
    ),
    (
        "college",
        "voorschot.percentage",
        "90",
        "2025-01-01",
        "'2026-01-01'",
        Ok(()),
    ),
    (
        "college",
        "studietoeslag.18",
        "300.00",
        "2025-01-01",
        "null",
        Err("parameterwaarde_grens"),
    ),
];

#[tokio::test]
async fn a_value_outside_the_law_is_refused_by_the_database_itself() {
    let test = TestDb::new().await;
    for (orgaan, sleutel, tekst, van, tot, verwacht) in GEVALLEN {
        let sql =
            besluit(orgaan, "aangenomen") + &waarde(orgaan, sleutel, tekst, van, tot) + "rollback";
        let uitkomst = attempt(&test, orgaan, &sql).await;
        assert_eq!(
            uitkomst,
            verwacht.map_err(str::to_owned),
            "{sleutel} {tekst}"
        );
    }
}

#[tokio::test]
async fn a_value_comes_with_its_decision_and_never_later() {
    let test = TestDb::new().await;
    attempt(&test, "raad", &besluit("raad", "aangenomen"))
        .await
        .unwrap();
    let later = waarde("raad", "iit.referteperiode", "36", "2025-01-01", "null");
    let uitkomst = attempt(&test, "raad", &later).await;
    assert_eq!(uitkomst, Err("parameterwaarde_met_besluit".to_owned()));
}

#[tokio::test]
async fn only_a_decision_that_was_taken_is_published_and_once() {
    let test = TestDb::new().await;
    let verworpen = besluit("raad", "verworpen") + &bekendmaking("raad", "2025-01-01");
    let uitkomst = attempt(&test, "raad", &verworpen).await;
    assert_eq!(uitkomst, Err("bekendmaking_besluit".to_owned()));
    let goed = besluit("raad", "conform-voorstel") + &bekendmaking("raad", "2025-01-01");
    attempt(&test, "raad", &goed).await.unwrap();
    let opnieuw = attempt(&test, "raad", &bekendmaking("raad", "2025-01-01")).await;
    assert_eq!(opnieuw, Err("bekendmaking_pkey".to_owned()));
    let van_ander = attempt(&test, "college", &bekendmaking("college", "2025-01-01")).await;
    assert!(van_ander.is_err());
}

#[tokio::test]
async fn entry_into_force_moves_a_value_into_other_bounds_only_if_they_allow_it() {
    let test = TestDb::new().await;
    let sql = besluit("college", "aangenomen")
        + &waarde(
            "college",
            "voorschot.percentage",
            "92",
            "2025-01-01",
            "'2026-01-01'",
        );
    attempt(&test, "college", &sql).await.unwrap();
    // From 2026 on it has ended, so nothing is left to refuse; before that it is lawful.
    attempt(&test, "college", &bekendmaking("college", "2026-02-01"))
        .await
        .unwrap();
}

#[tokio::test]
async fn a_correction_belongs_to_the_same_decision_and_parameter() {
    let test = TestDb::new().await;
    let sql = besluit("raad", "aangenomen")
        + &waarde("raad", "iit.referteperiode", "63", "2025-01-01", "null")
        + &bekendmaking("raad", "2025-01-01");
    attempt(&test, "raad", &sql).await.unwrap();
    let correctie = |id: u8, sleutel: &str, waarde: &str, corrigeert: u8| {
        format!(
            "insert into parameterwaarde (id, besluit_id, orgaan, volgnummer, sleutel, waarde, geldig_van, corrigeert, \
             bekend_op, reden, vastgelegd_door) values ('00000000-0000-7000-8000-00000000000{id}', '{BESLUIT}', 'raad', 0, \
             '{sleutel}', {waarde}, '2025-01-01', '00000000-0000-7000-8000-00000000000{corrigeert}', now(), 'typefout', 'G')"
        )
    };
    let ander = attempt(
        &test,
        "raad",
        &correctie(3, "iit.inkomensgrens", "'110'", 2),
    )
    .await;
    assert_eq!(ander, Err("parameterwaarde_corrigeert".to_owned()));
    attempt(
        &test,
        "raad",
        &correctie(3, "iit.referteperiode", "'36'", 2),
    )
    .await
    .unwrap();
    let dubbel = attempt(
        &test,
        "raad",
        &correctie(4, "iit.referteperiode", "null", 2),
    )
    .await;
    assert_eq!(dubbel, Err("parameterwaarde_een_correctie".to_owned()));
    attempt(
        &test,
        "raad",
        &correctie(4, "iit.referteperiode", "null", 3),
    )
    .await
    .unwrap();
}

#[tokio::test]
async fn a_value_for_an_area_is_of_a_former_municipality_and_ends_in_time() {
    let test = TestDb::new().await;
    let mut eigenaar = test.connect_as("stuurhuis_beheer").await;
    eigenaar
        .batch_execute(
            "set role stuurhuis_eigenaar; insert into platform.gebied (code, naam, opgegaan_in, opgegaan_op) \
             values ('GM9991', 'Voorbeelddorp', 'GM0294', '2025-01-01'), ('GM9992', 'Elders', 'GM0267', '2025-01-01')",
        )
        .await
        .unwrap();
    for (gebied, tot, verwacht) in [
        ("GM9991", "'2027-01-01'", Ok(())),
        ("GM9991", "'2027-01-02'", Err("parameterwaarde_gebied")),
        ("GM9991", "null", Err("parameterwaarde_gebied")),
        ("GM9992", "'2026-01-01'", Err("parameterwaarde_gebied")),
        ("GM0294", "'2026-01-01'", Err("parameterwaarde_gebied")),
        ("Dorp", "'2026-01-01'", Err("parameterwaarde_gebied")),
    ] {
        let sql = format!(
            "{} insert into parameterwaarde (id, besluit_id, orgaan, volgnummer, sleutel, waarde, geldig_van, geldig_tot, gebied) \
             values ('00000000-0000-7000-8000-000000000002', '{BESLUIT}', 'raad', 0, 'iit.referteperiode', '12', '2025-01-01', {tot}, '{gebied}'); rollback",
            besluit("raad", "aangenomen")
        );
        let uitkomst = attempt(&test, "raad", &sql).await;
        assert_eq!(uitkomst, verwacht.map_err(str::to_owned), "{gebied} {tot}");
    }
    for (gebied, van, verwacht) in [
        ("GM9991", "2026-12-31", Ok(())),
        ("GM9991", "2027-01-01", Err("parameterwaarde_gebied")),
        ("GM9992", "2026-01-01", Err("parameterwaarde_gebied")),
    ] {
        let sql = format!(
            "{} insert into parameterwaarde (id, besluit_id, orgaan, volgnummer, sleutel, waarde, geldig_van, geldig_tot, gebied) \
             values ('00000000-0000-7000-8000-000000000002', '{BESLUIT}', 'raad', 0, 'iit.referteperiode', null, '{van}', null, '{gebied}'); rollback",
            besluit("raad", "aangenomen")
        );
        let uitkomst = attempt(&test, "raad", &sql).await;
        assert_eq!(uitkomst, verwacht.map_err(str::to_owned), "{gebied} {van}");
    }
}
