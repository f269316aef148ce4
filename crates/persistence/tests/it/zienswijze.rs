//! The database refuses by itself what may not happen to a view or an answer: out of order, by one person, for another.

use diesel_async::SimpleAsyncConnection;
use testkit::TestDb;

const RONDE: &str = "00000000-0000-7000-8000-0000000000c1";

/// Tries statements in a role in one transaction, and tells which constraint or message refused them.
async fn attempt(test: &TestDb, (login, rol): (&str, &str), sql: &str) -> Result<(), String> {
    let mut conn = test.connect_as(login).await;
    let schema = rol.split('_').next().unwrap_or_default();
    let alles = format!(
        "begin; set local role {rol}; set local search_path = {schema}, pg_catalog, pg_temp; {sql}; commit"
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

fn akte(tabel: &str, nummer: i32, soort: &str, door: &str) -> String {
    format!(
        "insert into {tabel} (ronde_id, nummer, soort, inhoud, op, door_id, door) values \
         ('{RONDE}', {nummer}, '{soort}', '{{}}', now(), '{door}', 'N');"
    )
}

const RAAD: (&str, &str) = ("stuurhuis_bestuur", "gm0294_raad");
const RAAD_ELDERS: (&str, &str) = ("stuurhuis_bestuur", "gm0267_raad");
const COLLEGE: (&str, &str) = ("stuurhuis_bestuur", "gm0294_college");
const UITVOERING: (&str, &str) = ("stuurhuis_uitvoering", "gm0294_uitvoering");
const LEZER: (&str, &str) = ("stuurhuis_sturing", "gm0294_opdrachtgever");

#[tokio::test]
async fn acts_come_in_order_and_who_wrote_does_not_confirm() {
    let test = TestDb::new().await;
    for (tabel, rol) in [("zienswijzeakte", RAAD), ("antwoordakte", UITVOERING)] {
        let begin = akte(tabel, 1, "opgesteld", "a");
        let weg = format!("delete from {tabel}");
        for (sql, uitkomst) in [
            (
                begin.clone() + &akte(tabel, 2, "bevestigd", "a"),
                "tweede_persoon",
            ),
            (
                begin.clone() + &akte(tabel, 3, "bevestigd", "b"),
                "volgorde",
            ),
            (begin.clone() + &akte(tabel, 1, "opgesteld", "b"), "pkey"),
            (akte(tabel, 1, "bevestigd", "b"), "begin"),
            (
                begin.clone()
                    + &akte(tabel, 2, "bevestigd", "b")
                    + &akte(tabel, 3, "gewijzigd", "a"),
                "volgorde",
            ),
        ] {
            let fout = attempt(&test, rol, &sql).await.unwrap_err();
            assert_eq!(fout, format!("{tabel}_{uitkomst}"), "{sql}");
        }
        let goed = begin + &akte(tabel, 2, "bevestigd", "b");
        attempt(&test, rol, &goed).await.unwrap();
        let fout = attempt(&test, rol, &weg).await.unwrap_err();
        assert!(fout.contains("permission denied"), "{fout}");
    }
}

#[tokio::test]
async fn each_side_reads_its_own_draft_and_nobody_writes_for_another_council() {
    let test = TestDb::new().await;
    let open = format!(
        "insert into sturing.zienswijzeronde (id, soort, titel, jaar, verzonden_op, uiterlijk, bestuur_op, geopend_op, door_id, door) \
         values ('{RONDE}', 'nota', 'N', 2027, '2026-11-02', '2026-12-28', '2027-01-20', now(), 'd', 'D')"
    );
    let dien_in = |gemeente: &str| {
        format!(
            "insert into sturing.zienswijze (ronde, gemeente, strekking, besluit_nummer, besluit_datum, op) \
             values ('{RONDE}', '{gemeente}', 'punten', '1', '2026-11-19', now()); \
             insert into sturing.zienswijzepunt (ronde, gemeente, nummer, tekst) values ('{RONDE}', '{gemeente}', 1, 'T')"
        )
    };
    let antwoord = |gemeente: &str| {
        format!(
            "insert into sturing.zienswijzeantwoord (ronde, gemeente, op) values ('{RONDE}', '{gemeente}', now())"
        )
    };
    let wijzig = "update sturing.zienswijzepunt set tekst = 'x'".to_owned();

    let (zienswijzen, antwoorden) = (
        "select * from zienswijzeakte".to_owned(),
        "select * from antwoordakte".to_owned(),
    );
    for (wie, sql, mag) in [
        (LEZER, open.clone(), false),
        (RAAD, open.clone(), false),
        (UITVOERING, open, true),
        (RAAD, zienswijzen.clone(), true),
        (RAAD, antwoorden.clone(), false),
        (UITVOERING, antwoorden.clone(), true),
        (UITVOERING, zienswijzen.clone(), false),
        (COLLEGE, zienswijzen.clone(), false),
        (LEZER, zienswijzen, false),
        (LEZER, antwoorden, false),
        (RAAD_ELDERS, dien_in("GM0294"), false),
        (COLLEGE, dien_in("GM0294"), false),
        (LEZER, dien_in("GM0294"), false),
        (UITVOERING, dien_in("GM0294"), false),
        (RAAD, dien_in("GM0294"), true),
        (RAAD_ELDERS, dien_in("GM0267"), true),
        (RAAD, wijzig.clone(), false),
        (UITVOERING, wijzig, false),
        (
            LEZER,
            "update sturing.zienswijzereactie set nummer = 2".to_owned(),
            false,
        ),
        (
            UITVOERING,
            "delete from sturing.zienswijzeronde".to_owned(),
            false,
        ),
        (
            RAAD,
            "select * from gm0267.zienswijzeakte".to_owned(),
            false,
        ),
        (RAAD, antwoord("GM0294"), false),
        (UITVOERING, antwoord("GM0267"), false),
        (UITVOERING, antwoord("GM0294"), true),
        (
            LEZER,
            "select gemeente from sturing.zienswijze".to_owned(),
            true,
        ),
    ] {
        let uitkomst = attempt(&test, wie, &sql).await;
        assert_eq!(uitkomst.is_ok(), mag, "{wie:?} {sql}: {uitkomst:?}");
    }
}
