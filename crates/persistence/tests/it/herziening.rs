//! The database refuses by itself what may not happen in a review: out of order, without a mandate for each decision, by
//! one person, on behalf of another organ, or afterwards.

use diesel_async::SimpleAsyncConnection;
use testkit::TestDb;

use crate::aanvraag::attempt;

const ID: &str = "00000000-0000-7000-8000-0000000000c2";
const INWONER: &str = "00000000-0000-7000-8000-0000000000d2";

fn akte(nummer: i32, stand: &str, door: &str, inhoud: &str) -> String {
    let soort = inhoud.split('"').nth(3).unwrap();
    format!(
        "insert into herzieningakte (herziening_id, nummer, soort, inhoud, stand, op, door_id, door) values \
         ('{ID}', {nummer}, '{soort}', '{inhoud}', '{stand}', now(), '{door}', 'N');"
    )
}

fn proposed(besluiten: &str, afwegingen: &str) -> String {
    let voorstel = format!(
        "{{\"soort\":\"voorgesteld\",\"besluiten\":{besluiten},\"bedrag\":\"900.00\",\"afwegingen\":{afwegingen}}}"
    );
    format!(
        "insert into herziening (id, inwoner, van, tot_en_met) values ('{ID}', '{INWONER}', '2026-03-01', '2026-04-01');"
    ) + &akte(1, "in-bewerking", "a", r#"{"soort":"begonnen"}"#)
        + &akte(2, "voorgesteld", "a", &voorstel)
}

fn decided(nummer: i32, door: &str, namens: &str) -> String {
    let inhoud = format!(
        "{{\"soort\":\"besloten\",\"beslotenOp\":\"2026-11-21\",\"rol\":\"teamleider\",\"namens\":\"{namens}\",\"vierOgen\":false}}"
    );
    akte(nummer, "besloten", door, &inhoud)
}

#[tokio::test]
async fn the_database_judges_order_mandates_organ_and_second_person() {
    let test = TestDb::new().await;
    let begin = format!(
        "set session_replication_role = replica; \
         insert into gm0294.inwoner (id, bsn_geheim, bsn_zoek, geboortedatum, geslacht, herkomst) values \
         ('{INWONER}', 'x', decode(repeat('02', 32), 'hex'), '1990-01-01', '1', '{ID}'); \
         set session_replication_role = origin; \
         insert into gm0294.mandaat (regeling, besluit, rol, van, tot, vier_ogen, vier_ogen_vanaf, bron, vastgelegd_op, vastgelegd_door_id, vastgelegd_door) values \
         ('algemene-bijstand', 'herziening', 'teamleider', '2026-01-01', null, 'bij-afweging', null, 'voorbeeld', now(), 'c', 'C'), \
         ('algemene-bijstand', 'terugvordering', 'teamleider', '2026-01-01', null, 'nooit', 1000, 'voorbeeld', now(), 'c', 'C')"
    );
    test.superuser().await.batch_execute(&begin).await.unwrap();
    let beide = r#"["herziening","terugvordering"]"#;
    let plain = proposed(beide, "[]");
    let weighed = proposed(beide, r#"[{"artikel":"58"}]"#);
    let withdrawn = proposed(r#"["intrekking","terugvordering"]"#, "[]");
    let db = "dagelijks-bestuur";
    for (naam, sql, uitkomst) in [
        ("alone", plain.clone() + &decided(3, "a", db), Ok(())),
        (
            "weighed, the same",
            weighed.clone() + &decided(3, "a", db),
            Err("herzieningakte_tweede_persoon"),
        ),
        ("weighed, another", weighed + &decided(3, "b", db), Ok(())),
        (
            "one of the decisions has no mandate",
            withdrawn + &decided(3, "b", db),
            Err("herzieningakte_mandaat"),
        ),
        (
            "decides nothing",
            proposed("[]", "[]") + &decided(3, "b", db),
            Err("herzieningakte_mandaat"),
        ),
        (
            "another organ",
            plain.clone() + &decided(3, "b", "college"),
            Err("herzieningakte_namens"),
        ),
        (
            "skipped",
            plain.clone() + &decided(4, "b", db),
            Err("herzieningakte_volgorde"),
        ),
        (
            "a fact after the proposal",
            plain.clone() + &akte(3, "voorgesteld", "a", r#"{"soort":"feit-vastgelegd"}"#),
            Err("herzieningakte_volgorde"),
        ),
        (
            "changed",
            plain.clone() + "update herzieningakte set stand = 'besloten';",
            Err("permission denied for table herzieningakte"),
        ),
        (
            "deleted",
            plain + "delete from herzieningakte;",
            Err("permission denied for table herzieningakte"),
        ),
    ] {
        let gevonden = attempt(&test, &sql).await;
        assert_eq!(gevonden, uitkomst.map_err(str::to_owned), "{naam}");
    }
}
