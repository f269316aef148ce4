//! The database refuses by itself what may not happen to a proposal: out of order, by one person, by another organ.

use diesel_async::SimpleAsyncConnection;
use testkit::TestDb;

const VOORSTEL: &str = "00000000-0000-7000-8000-0000000000a1";
const BESLUIT: &str = "00000000-0000-7000-8000-0000000000b1";

/// Tries statements in the role of an organ in one transaction, and tells which constraint refused them.
async fn attempt(test: &TestDb, rol: &str, sql: &str) -> Result<(), String> {
    let mut conn = test.connect_as("stuurhuis_bestuur").await;
    let alles = format!(
        "begin; set local role gm0294_{rol}; set local search_path = gm0294, pg_catalog, pg_temp; {sql}"
    );
    let uitkomst = conn.batch_execute(&alles).await;
    uitkomst.map_err(|fout| match fout {
        diesel::result::Error::DatabaseError(_, info) => {
            let naam = info.constraint_name().unwrap_or(info.message());
            naam.to_owned()
        }
        anders => anders.to_string(),
    })
}

fn voorstel() -> String {
    format!("insert into voorstel (id, orgaan) values ('{VOORSTEL}', 'raad');")
}

fn akte(nummer: i32, soort: &str, stand: &str, door: &str) -> String {
    format!(
        "insert into voorstelakte (voorstel_id, nummer, orgaan, soort, inhoud, stand, op, door_id, door) values \
         ('{VOORSTEL}', {nummer}, 'raad', '{soort}', '{{}}', '{stand}', now(), '{door}', 'N');"
    )
}

fn concept() -> String {
    voorstel() + &akte(1, "opgesteld", "concept", "a")
}

#[tokio::test]
async fn acts_come_in_order_and_who_wrote_does_not_submit() {
    let test = TestDb::new().await;
    let ingediend = concept() + &akte(2, "ingediend", "ingediend", "b");
    for (sql, uitkomst) in [
        (ingediend.clone(), Ok(())),
        (
            concept() + &akte(2, "ingediend", "ingediend", "a"),
            Err("voorstelakte_tweede_persoon"),
        ),
        (
            concept()
                + &akte(2, "gewijzigd", "concept", "b")
                + &akte(3, "ingediend", "ingediend", "b"),
            Err("voorstelakte_tweede_persoon"),
        ),
        (
            concept() + &akte(2, "behandeld", "verworpen", "b"),
            Err("voorstelakte_volgorde"),
        ),
        (
            concept() + &akte(3, "ingediend", "ingediend", "b"),
            Err("voorstelakte_volgorde"),
        ),
        (
            concept() + &akte(2, "ingetrokken", "ingetrokken", "b"),
            Err("voorstelakte_volgorde"),
        ),
        (
            ingediend.clone() + &akte(3, "gewijzigd", "concept", "a"),
            Err("voorstelakte_volgorde"),
        ),
        (
            ingediend.clone() + &akte(3, "behandeld", "aangenomen", "a"),
            Err("voorstelakte_aangenomen"),
        ),
        (
            ingediend.clone() + &akte(2, "ingediend", "ingediend", "c"),
            Err("voorstelakte_pkey"),
        ),
        (
            voorstel() + &akte(1, "ingediend", "ingediend", "b"),
            Err("voorstelakte_begin"),
        ),
        (
            concept() + "update voorstelakte set stand = 'ingediend'",
            Err("permission denied for table voorstelakte"),
        ),
        (
            concept() + "delete from voorstelakte",
            Err("permission denied for table voorstelakte"),
        ),
    ] {
        let verwacht = uitkomst.map_err(str::to_owned);
        assert_eq!(attempt(&test, "raad", &sql).await, verwacht, "{sql}");
    }
    let als_college = attempt(&test, "college", &concept()).await;
    assert!(als_college.is_err_and(|fout| fout.contains("row-level security")));
}

#[tokio::test]
async fn a_second_person_publishes_and_takeover_is_for_the_command_line() {
    let test = TestDb::new().await;
    let besluit = |herkomst: &str, door: &str| {
        format!(
            "insert into besluit (id, orgaan, nummer, titel, vergaderdatum, inwerkingtreding, beslissing, vastgelegd_op, \
             vastgelegd_door, vastgelegd_door_id, herkomst) values ('{BESLUIT}', 'raad', '1', 'V', '2024-12-12', '2025-01-01', \
             'aangenomen', now(), 'N', '{door}', '{herkomst}');"
        )
    };
    let bekend = |door: &str| {
        format!(
            "insert into bekendmaking (besluit_id, orgaan, plaats, nummer, datum, inwerkingtreding, bekend_op, \
             vastgelegd_door, vastgelegd_door_id) values ('{BESLUIT}', 'raad', 'cvdr', 'CVDR1', '2024-12-19', '2025-01-01', \
             now(), 'N', '{door}');"
        )
    };
    for (sql, uitkomst) in [
        (besluit("vastgelegd", "a") + &bekend("b"), Ok(())),
        (
            besluit("vastgelegd", "a") + &bekend("a"),
            Err("bekendmaking_tweede_persoon"),
        ),
        (
            besluit("overname", "systeem:opdrachtregel") + &bekend("systeem:opdrachtregel"),
            Ok(()),
        ),
        (besluit("overname", "a"), Err("besluit_overname")),
        (besluit("voorstel", "a"), Err("besluit_uit_voorstel")),
        (
            besluit("vastgelegd", ""),
            Err("besluit_vastgelegd_door_id_gevuld"),
        ),
    ] {
        let verwacht = uitkomst.map_err(str::to_owned);
        assert_eq!(attempt(&test, "raad", &sql).await, verwacht, "{sql}");
    }
}

#[tokio::test]
async fn what_works_back_says_why() {
    let test = TestDb::new().await;
    let terug = |reden: &str| {
        format!(
            "insert into besluit (id, orgaan, nummer, titel, vergaderdatum, inwerkingtreding, beslissing, vastgelegd_op, \
             vastgelegd_door, vastgelegd_door_id, terugwerkend) values ('{BESLUIT}', 'raad', '1', 'V', '2025-06-12', \
             '2025-01-01', 'aangenomen', now(), 'N', 'a', {reden}); \
             insert into bekendmaking (besluit_id, orgaan, plaats, nummer, datum, inwerkingtreding, bekend_op, \
             vastgelegd_door, vastgelegd_door_id) values ('{BESLUIT}', 'raad', 'cvdr', 'CVDR1', '2025-06-19', '2025-01-01', \
             now(), 'N', 'b');"
        )
    };
    let gevuld = attempt(&test, "raad", &terug("'aangekondigd'")).await;
    assert_eq!(gevuld, Ok(()));
    for (reden, verwacht) in [
        ("null", "besluit_niet_terug"),
        ("''", "besluit_terugwerkend_gevuld"),
    ] {
        let geweigerd = attempt(&test, "raad", &terug(reden)).await;
        assert_eq!(geweigerd, Err(verwacht.to_owned()));
    }
}

#[tokio::test]
async fn a_withdrawal_is_for_the_organ_that_decides_and_has_no_end() {
    let test = TestDb::new().await;
    let besluit = format!(
        "insert into besluit (id, orgaan, nummer, titel, vergaderdatum, inwerkingtreding, beslissing, vastgelegd_op, \
         vastgelegd_door, vastgelegd_door_id) values ('{BESLUIT}', 'raad', '1', 'V', '2024-12-12', '2025-01-01', \
         'aangenomen', now(), 'N', 'a');"
    );
    let intrekking = |sleutel: &str, tot: &str| {
        format!(
            "{besluit} insert into parameterwaarde (id, besluit_id, orgaan, volgnummer, sleutel, waarde, geldig_van, geldig_tot) \
             values ('00000000-0000-7000-8000-0000000000c1', '{BESLUIT}', 'raad', 0, '{sleutel}', null, '2025-01-01', {tot});"
        )
    };
    for (sql, uitkomst) in [
        (intrekking("iit.referteperiode", "null"), Ok(())),
        (
            intrekking("iit.referteperiode", "'2026-01-01'"),
            Err("parameterwaarde_correctie"),
        ),
        (
            intrekking("voorschot.percentage", "null"),
            Err("parameterwaarde_bevoegd"),
        ),
    ] {
        let verwacht = uitkomst.map_err(str::to_owned);
        assert_eq!(attempt(&test, "raad", &sql).await, verwacht, "{sql}");
    }
}

#[tokio::test]
async fn a_file_is_whole_and_a_pdf() {
    let test = TestDb::new().await;
    let bijlage = |inhoud: &str, hash_van: &str| {
        format!(
            "{} insert into bijlage (id, orgaan, voorstel_id, naam, omvang, sha256, inhoud, op, door_id, door) values \
             ('00000000-0000-7000-8000-0000000000d1', 'raad', '{VOORSTEL}', 'a.pdf', octet_length('{inhoud}'::bytea), \
             sha256('{hash_van}'::bytea), '{inhoud}', now(), 'a', 'N');",
            concept()
        )
    };
    for (sql, uitkomst) in [
        (bijlage("%PDF-1.7", "%PDF-1.7"), Ok(())),
        (bijlage("%PDF-1.7", "%PDF-1.6"), Err("bijlage_heel")),
        (bijlage("<html>", "<html>"), Err("bijlage_pdf")),
    ] {
        let verwacht = uitkomst.map_err(str::to_owned);
        assert_eq!(attempt(&test, "raad", &sql).await, verwacht, "{sql}");
    }
}
