//! The database refuses by itself what may not happen to an application: out of order, without a mandate, by one person,
//! on behalf of another organ, or afterwards.

use diesel_async::SimpleAsyncConnection;
use testkit::TestDb;

const ID: &str = "00000000-0000-7000-8000-0000000000c1";
const INWONER: &str = "00000000-0000-7000-8000-0000000000d1";

/// Tries statements in the role of the execution in one transaction, and tells which constraint refused them.
pub async fn attempt(test: &TestDb, sql: &str) -> Result<(), String> {
    let mut conn = test.connect_as("stuurhuis_uitvoering").await;
    let alles = format!(
        "begin; set local role gm0294_uitvoering; set local search_path = gm0294, pg_catalog, pg_temp; \
         set local timezone = 'Europe/Amsterdam'; {sql}"
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

fn akte(nummer: i32, stand: &str, door: &str, inhoud: &str) -> String {
    let soort = inhoud.split('"').nth(3).unwrap();
    format!(
        "insert into aanvraagakte (aanvraag_id, nummer, soort, inhoud, stand, op, door_id, door) values \
         ('{ID}', {nummer}, '{soort}', '{inhoud}', '{stand}', now(), '{door}', 'N');"
    )
}

fn proposed(afwegingen: &str) -> String {
    let voorstel = format!(
        "{{\"soort\":\"voorgesteld\",\"besluit\":\"toekenning\",\"bedrag\":\"900.00\",\"afwegingen\":{afwegingen}}}"
    );
    format!(
        "insert into aanvraag (id, inwoner, regeling, ontvangen_op) values ('{ID}', '{INWONER}', 'algemene-bijstand', '2026-11-02');"
    ) + &akte(1, "in-behandeling", "a", r#"{"soort":"ontvangen"}"#)
        + &akte(2, "voorgesteld", "a", &voorstel)
}

fn decided(nummer: i32, door: &str, rol: &str, namens: &str) -> String {
    let stand = if namens == "advies-aan-college" {
        "geadviseerd"
    } else {
        "besloten"
    };
    let inhoud = format!(
        "{{\"soort\":\"besloten\",\"beslotenOp\":\"2026-11-21\",\"rol\":\"{rol}\",\"namens\":\"{namens}\",\"vierOgen\":false}}"
    );
    akte(nummer, stand, door, &inhoud)
}

/// Winterswijk with a resident and a register.
async fn arrange() -> TestDb {
    let test = TestDb::new().await;
    let begin = format!(
        "set session_replication_role = replica; \
         insert into gm0294.inwoner (id, bsn_geheim, bsn_zoek, geboortedatum, geslacht, herkomst) values \
         ('{INWONER}', 'x', decode(repeat('01', 32), 'hex'), '1990-01-01', '1', '{ID}'); \
         set session_replication_role = origin; \
         insert into gm0294.mandaat (regeling, besluit, rol, van, tot, vier_ogen, vier_ogen_vanaf, bron, vastgelegd_op, vastgelegd_door_id, vastgelegd_door) values \
         ('algemene-bijstand', 'toekenning', 'teamleider', '2026-01-01', null, 'bij-afweging', 1000, 'voorbeeld', now(), 'c', 'C'), \
         ('algemene-bijstand', 'bezwaar', 'teamleider', '2026-01-01', null, 'altijd', null, 'voorbeeld', now(), 'c', 'C'), \
         ('algemene-bijstand', 'toekenning', 'consulent', '2026-01-01', '2026-11-01', 'nooit', null, 'voorbeeld', now(), 'c', 'C')"
    );
    test.superuser().await.batch_execute(&begin).await.unwrap();
    test
}

#[tokio::test]
async fn the_database_judges_order_mandate_organ_and_second_person() {
    let test = arrange().await;
    let plain = proposed("[]");
    let weighed = proposed(r#"[{"punt":"individualisering"}]"#);
    let db = "dagelijks-bestuur";
    for (naam, sql, uitkomst) in [
        (
            "alone",
            plain.clone() + &decided(3, "a", "teamleider", db),
            Ok(()),
        ),
        (
            "weighed, the same",
            weighed.clone() + &decided(3, "a", "teamleider", db),
            Err("aanvraagakte_tweede_persoon"),
        ),
        (
            "weighed, another",
            weighed.clone() + &decided(3, "b", "teamleider", db),
            Ok(()),
        ),
        (
            "the mandate ended",
            plain.clone() + &decided(3, "b", "consulent", db),
            Err("aanvraagakte_mandaat"),
        ),
        (
            "another organ",
            plain.clone() + &decided(3, "b", "teamleider", "college"),
            Err("aanvraagakte_namens"),
        ),
        (
            "only advice",
            plain.clone() + &decided(3, "b", "teamleider", "advies-aan-college"),
            Err("aanvraagakte_namens"),
        ),
        (
            "skipped",
            plain.clone() + &decided(4, "b", "teamleider", db),
            Err("aanvraagakte_volgorde"),
        ),
        (
            "the same number",
            plain.clone() + &akte(2, "ingetrokken", "b", r#"{"soort":"ingetrokken"}"#),
            Err("aanvraagakte_pkey"),
        ),
        (
            "made known before",
            plain.clone() + &akte(3, "bekendgemaakt", "b", r#"{"soort":"bekendgemaakt"}"#),
            Err("aanvraagakte_volgorde"),
        ),
        (
            "how it stands, by hand",
            plain.clone() + "update aanvraagstand set termijn = null;",
            Err("permission denied for table aanvraagstand"),
        ),
        (
            "changed",
            plain.clone() + "update aanvraagakte set stand = 'besloten';",
            Err("permission denied for table aanvraagakte"),
        ),
        (
            "deleted",
            plain.clone() + "delete from aanvraagakte;",
            Err("permission denied for table aanvraagakte"),
        ),
        (
            "a mandate for itself",
            plain + "insert into mandaat select * from mandaat;",
            Err("permission denied for table mandaat"),
        ),
    ] {
        let gevonden = attempt(&test, &sql).await;
        assert_eq!(gevonden, uitkomst.map_err(str::to_owned), "{naam}");
    }
}
