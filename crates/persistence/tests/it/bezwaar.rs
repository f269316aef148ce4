//! The database refuses by itself what may not happen to an objection: to what was not made known, out of order, without a
//! hearing or a mandate, by who took the decision, on behalf of another organ, or afterwards.

use diesel_async::SimpleAsyncConnection;
use domain::bezwaar::{Bestredenbesluit, Bezwaarstand};
use persistence::migratie::{gemeente_migraties, render};
use persistence::{DbRol, TenantTx, bezwaar};
use primitives::AanvraagId;
use testkit::{TestDb, winterswijk};

use crate::aanvraag::attempt;

const ID: &str = "00000000-0000-7000-8000-0000000000c3";
const AANVRAAG: &str = "00000000-0000-7000-8000-0000000000c4";
const HERZIENING: &str = "00000000-0000-7000-8000-0000000000c5";
const NIEUW: &str = "00000000-0000-7000-8000-0000000000c6";
/// Another resident.
const ANDER: &str = "00000000-0000-7000-8000-0000000000d4";
const INWONER: &str = "00000000-0000-7000-8000-0000000000d3";

fn received(id: &str, kolom: &str, besluit: &str, nummer: i32, bekend: &str, door: &str) -> String {
    format!(
        "insert into bezwaar (id, inwoner, {kolom}, nummer, regeling, bekendgemaakt_op, beslisser) values \
         ('{id}', '{INWONER}', '{besluit}', {nummer}, 'algemene-bijstand', '{bekend}', '{door}');"
    )
}

fn akte(nummer: i32, stand: &str, door: &str, inhoud: &str) -> String {
    let soort = inhoud.split('"').nth(3).unwrap();
    format!(
        "insert into bezwaarakte (bezwaar_id, nummer, soort, inhoud, stand, op, door_id, door) values \
         ('{ID}', {nummer}, '{soort}', '{inhoud}', '{stand}', now(), '{door}', 'N');"
    )
}

fn act(nummer: i32, stand: &str, soort: &str) -> String {
    akte(nummer, stand, "a", &format!("{{\"soort\":\"{soort}\"}}"))
}

fn decided(nummer: i32, door: &str, namens: &str) -> String {
    let inhoud = format!(
        "{{\"soort\":\"besloten\",\"beslotenOp\":\"2026-11-21\",\"rol\":\"teamleider\",\"namens\":\"{namens}\"}}"
    );
    akte(nummer, "besloten", door, &inhoud)
}

fn recalculated(nummer: i32, door: &str) -> String {
    let inhoud = "{\"soort\":\"heroverwogen\",\"nieuw\":{\"voorstel\":{\"besluit\":\"toekenning\",\"bedrag\":\"10.00\",\"afwegingen\":[]}}}";
    akte(nummer, "in-behandeling", door, inhoud)
}

/// A decision with a new calculation.
fn replaced(nummer: i32, door: &str, met: i32, uitkomst: &str) -> String {
    let meer = format!("\"uitkomst\":\"{uitkomst}\",\"heroverweging\":{met},\"rol\"");
    decided(nummer, door, "dagelijks-bestuur").replace("\"rol\"", &meer)
}

/// By a role that decides on objections alone, and grants with a second person.
fn by_consulent(sql: String) -> String {
    sql.replace("teamleider", "consulent")
}

/// A review in the objection.
fn begun(inwoner: &str) -> String {
    format!(
        "insert into herziening (id, inwoner, van, tot_en_met, bezwaar_id) values ('{NIEUW}', '{inwoner}', '2026-03-01', '2026-04-01', '{ID}'); \
         insert into herzieningakte (herziening_id, nummer, soort, inhoud, stand, op, door_id, door) values \
         ('{NIEUW}', 1, 'begonnen', '{{\"soort\":\"begonnen\"}}', 'in-bewerking', now(), 'a', 'A');"
    )
}

fn proposed(stand: &str) -> String {
    format!(
        "insert into herzieningakte (herziening_id, nummer, soort, inhoud, stand, op, door_id, door) values \
         ('{NIEUW}', 2, 'voorgesteld', '{{\"soort\":\"voorgesteld\"}}', '{stand}', now(), 'a', 'A');"
    )
}

/// Winterswijk with a decision on an application and one on months, both taken by b and made known on 20 November 2026.
async fn arrange() -> TestDb {
    let test = TestDb::new().await;
    let acts = |tabel: &str, kolom: &str, id: &str| {
        format!(
            "insert into gm0294.{tabel} ({kolom}, nummer, soort, inhoud, stand, op, door_id, door) values \
             ('{id}', 3, 'besloten', '{{\"soort\":\"besloten\"}}', 'besloten', now(), 'b', 'B'), \
             ('{id}', 4, 'bekendgemaakt', '{{\"soort\":\"bekendgemaakt\",\"bekendgemaaktOp\":\"2026-11-20\"}}', 'bekendgemaakt', now(), 'a', 'A'); "
        )
    };
    let begin = format!(
        "set session_replication_role = replica; \
         insert into gm0294.inwoner (id, bsn_geheim, bsn_zoek, geboortedatum, geslacht, herkomst) values \
         ('{INWONER}', 'x', decode(repeat('03', 32), 'hex'), '1990-01-01', '1', '{ID}'), \
         ('{ANDER}', 'x', decode(repeat('04', 32), 'hex'), '1990-01-01', '1', '{ID}'); \
         insert into gm0294.aanvraag (id, inwoner, regeling, ontvangen_op) values ('{AANVRAAG}', '{INWONER}', 'algemene-bijstand', '2026-11-02'); \
         insert into gm0294.herziening (id, inwoner, van, tot_en_met) values ('{HERZIENING}', '{INWONER}', '2026-03-01', '2026-04-01'); \
         {}{} \
         insert into gm0294.beschikking (aanvraag_id, nummer, voorstelnummer, brief) values ('{AANVRAAG}', 3, 2, '{{}}'); \
         insert into gm0294.herzieningsbesluit (herziening_id, nummer, voorstelnummer, brief) values ('{HERZIENING}', 3, 2, '{{}}'); \
         set session_replication_role = origin; \
         insert into gm0294.mandaat (regeling, besluit, rol, van, tot, vier_ogen, vier_ogen_vanaf, bron, vastgelegd_op, vastgelegd_door_id, vastgelegd_door) values \
         ('algemene-bijstand', 'bezwaar', 'teamleider', '2026-01-01', null, 'altijd', null, 'voorbeeld', now(), 'c', 'C'), \
         ('algemene-bijstand', 'bezwaar', 'consulent', '2026-01-01', null, 'nooit', null, 'voorbeeld', now(), 'c', 'C'), \
         ('algemene-bijstand', 'toekenning', 'consulent', '2026-01-01', null, 'altijd', null, 'voorbeeld', now(), 'c', 'C')",
        acts("aanvraagakte", "aanvraag_id", AANVRAAG),
        acts("herzieningakte", "herziening_id", HERZIENING)
    );
    test.superuser().await.batch_execute(&begin).await.unwrap();
    test
}

#[tokio::test]
async fn the_database_judges_the_decision_order_hearing_mandate_and_organ() {
    let test = arrange().await;
    let (db, dag) = ("dagelijks-bestuur", "2026-11-20");
    let to_aanvraag = received(ID, "aanvraag_id", AANVRAAG, 1, dag, "b");
    let begin = act(1, "in-behandeling", "ontvangen");
    let plain = to_aanvraag.clone() + &begin;
    let review = received(ID, "herziening_id", HERZIENING, 1, dag, "b") + &begin;
    let heard = |zaak: &str| zaak.to_owned() + &act(2, "in-behandeling", "gehoord");
    for (naam, sql, uitkomst) in [
        ("by another", heard(&plain) + &decided(3, "c", db), Ok(())),
        ("to a review", heard(&review) + &decided(3, "c", db), Ok(())),
        (
            "with why not heard",
            plain.clone() + &act(2, "in-behandeling", "niet-gehoord") + &decided(3, "c", db),
            Ok(()),
        ),
        (
            "not heard",
            plain.clone() + &decided(2, "c", db),
            Err("bezwaarakte_gehoord"),
        ),
        (
            "by who decided on the application",
            heard(&plain) + &decided(3, "b", db),
            Err("bezwaarakte_eerste_besluit"),
        ),
        (
            "by who decided on the review",
            heard(&review) + &decided(3, "b", db),
            Err("bezwaarakte_eerste_besluit"),
        ),
        (
            "another organ",
            heard(&plain) + &decided(3, "c", "college"),
            Err("bezwaarakte_namens"),
        ),
        (
            "no mandate",
            heard(&plain) + &decided(3, "c", db).replace("teamleider", "directie"),
            Err("bezwaarakte_mandaat"),
        ),
        (
            "made known before it is decided on",
            plain.clone() + &act(2, "afgehandeld", "bekendgemaakt"),
            Err("bezwaarakte_volgorde"),
        ),
        (
            "two to one decision",
            plain.clone() + &received(HERZIENING, "aanvraag_id", AANVRAAG, 2, dag, "b"),
            Ok(()),
        ),
        (
            "two by somebody who saw none",
            plain.clone() + &received(HERZIENING, "aanvraag_id", AANVRAAG, 1, dag, "b"),
            Err("bezwaar_aanvraag_nummer"),
        ),
        (
            "another day than it was made known",
            received(ID, "aanvraag_id", AANVRAAG, 1, "2026-11-01", "b"),
            Err("bezwaar_bestreden"),
        ),
        (
            "another one decided",
            received(ID, "aanvraag_id", AANVRAAG, 1, dag, "c"),
            Err("bezwaar_bestreden"),
        ),
        (
            "of another resident",
            to_aanvraag.replace(INWONER, ID),
            Err("bezwaar_bestreden"),
        ),
        (
            "how it stands, by hand",
            plain.clone() + "update bezwaarstand set termijn = null;",
            Err("permission denied for table bezwaarstand"),
        ),
        (
            "changed",
            plain.clone() + "update bezwaarakte set stand = 'besloten';",
            Err("permission denied for table bezwaarakte"),
        ),
        (
            "deleted",
            plain + "delete from bezwaar;",
            Err("permission denied for table bezwaar"),
        ),
    ] {
        let gevonden = attempt(&test, &sql).await;
        assert_eq!(gevonden, uitkomst.map_err(str::to_owned), "{naam}");
    }
}

#[tokio::test]
async fn the_database_judges_what_takes_the_place_of_a_decision() {
    let test = arrange().await;
    let (db, dag) = ("dagelijks-bestuur", "2026-11-20");
    let begin = act(1, "in-behandeling", "ontvangen");
    let plain = received(ID, "aanvraag_id", AANVRAAG, 1, dag, "b") + &begin;
    let review = received(ID, "herziening_id", HERZIENING, 1, dag, "b") + &begin;
    let heard = |zaak: &str| zaak.to_owned() + &act(2, "in-behandeling", "gehoord");
    for (naam, sql, uitkomst) in [
        (
            "with the last new calculation",
            heard(&plain) + &recalculated(3, "a") + &replaced(4, "c", 3, "gegrond"),
            Ok(()),
        ),
        (
            "with an earlier one",
            heard(&plain)
                + &recalculated(3, "a")
                + &recalculated(4, "a")
                + &replaced(5, "c", 3, "gegrond"),
            Err("bezwaarakte_heroverweging"),
        ),
        (
            "with none",
            heard(&plain) + &replaced(3, "c", 2, "gegrond"),
            Err("bezwaarakte_heroverweging"),
        ),
        (
            "with one that is not right",
            heard(&plain) + &recalculated(3, "a") + &replaced(4, "c", 3, "ongegrond"),
            Err("bezwaarakte_heroverweging"),
        ),
        (
            "by who calculated",
            heard(&plain) + &recalculated(3, "c") + &replaced(4, "c", 3, "gegrond"),
            Err("bezwaarakte_tweede_persoon"),
        ),
        (
            "by who calculated what two people grant",
            heard(&plain) + &recalculated(3, "c") + &by_consulent(replaced(4, "c", 3, "gegrond")),
            Err("bezwaarakte_tweede_persoon"),
        ),
        (
            "by who calculated what one refuses",
            heard(&plain)
                + &recalculated(3, "c").replace("toekenning", "afwijzing")
                + &by_consulent(replaced(4, "c", 3, "gegrond")),
            Ok(()),
        ),
        (
            "who calculated decides in words",
            heard(&plain) + &recalculated(3, "c") + &decided(4, "c", db),
            Ok(()),
        ),
        (
            "calculated afterwards",
            heard(&plain) + &decided(3, "c", db) + &recalculated(4, "a"),
            Err("bezwaarakte_volgorde"),
        ),
        (
            "a calculation under another act",
            plain.clone()
                + &format!(
                    "insert into bezwaarberekening (bezwaar_id, nummer, vraag, antwoord, bekend_op, hash) \
                     values ('{ID}', 9, '{{}}', '{{}}', now(), sha256(convert_to('{{}}' || E'\\n' || '{{}}', 'UTF8')));"
                ),
            Err("bezwaarberekening_akte"),
        ),
        (
            "a calculation with another hash",
            plain.clone()
                + &format!(
                    "insert into bezwaarberekening (bezwaar_id, nummer, vraag, antwoord, bekend_op, hash) \
                     values ('{ID}', 1, '{{}}', '{{}}', now(), sha256('x'));"
                ),
            Err("bezwaarberekening_heel"),
        ),
        (
            "months in the objection",
            review.clone() + &begun(INWONER) + &proposed("in-bezwaar"),
            Ok(()),
        ),
        (
            "months in the objection to be decided apart",
            review.clone() + &begun(INWONER) + &proposed("voorgesteld"),
            Err("herzieningakte_volgorde"),
        ),
        (
            "months of another resident",
            review + &begun(ANDER),
            Err("herziening_in_bezwaar"),
        ),
    ] {
        let gevonden = attempt(&test, &sql).await;
        assert_eq!(gevonden, uitkomst.map_err(str::to_owned), "{naam}");
    }
}

/// The acts of an application with two objections after another as they stood before: one taken back, one decided on.
const OUD: [(i32, &str, &str, &str); 5] = [
    (
        5,
        "bezwaar",
        r#"{"soort":"bezwaar-ontvangen","ontvangenOp":"2026-11-20","verzondenOp":null}"#,
        "2027-02-15",
    ),
    (
        6,
        "bekendgemaakt",
        r#"{"soort":"bezwaar-ingetrokken","ingetrokkenOp":"2026-11-20","reden":"x"}"#,
        "",
    ),
    (
        7,
        "bezwaar",
        r#"{"soort":"bezwaar-ontvangen","ontvangenOp":"2026-11-21","verzondenOp":null,"metCommissie":true,"redenTeLaat":"x"}"#,
        "2027-03-29",
    ),
    (
        8,
        "bezwaar",
        r#"{"soort":"bezwaar-verdaagd","meegedeeldOp":"2026-11-21","uiterlijk":"2027-04-01","reden":"x"}"#,
        "2027-04-01",
    ),
    (
        9,
        "bezwaar-besloten",
        r#"{"soort":"bezwaar-besloten","beslotenOp":"2026-11-21","uitkomst":"ongegrond","motivering":"x","inPlaatsDaarvan":null,"verschoonbaar":null,"namens":"dagelijks-bestuur","rol":"teamleider"}"#,
        "2027-04-01",
    ),
];

#[tokio::test]
async fn objections_from_before_move_with_their_acts_and_are_read_back() {
    let test = arrange().await;
    let mut conn = test.superuser().await;
    let owner = "set role gm0294_eigenaar; set search_path = gm0294, pg_catalog;";
    let alle = gemeente_migraties();
    let stappen: Vec<_> = alle
        .iter()
        .rev()
        .take_while(|stap| stap.versie >= "2026-11-29-1400")
        .collect();
    for stap in &stappen {
        let sql = format!("{owner}{}; reset role;", render(stap.down, "gm0294"));
        conn.batch_execute(&sql).await.unwrap();
    }
    let akten: Vec<_> = OUD
        .iter()
        .map(|(nummer, stand, inhoud, termijn)| {
            let soort = inhoud.split('"').nth(3).unwrap();
            format!(
                "insert into gm0294.aanvraagakte (aanvraag_id, nummer, soort, inhoud, stand, op, door_id, door, termijn) values \
                 ('{AANVRAAG}', {nummer}, '{soort}', '{inhoud}', '{stand}', now(), 'c', 'C', nullif('{termijn}', '')::date);"
            )
        })
        .collect();
    let oud = format!(
        "set session_replication_role = replica; {} \
         insert into gm0294.aanvraagstand (aanvraag_id, nummer, stand, termijn) values ('{AANVRAAG}', 9, 'bezwaar-besloten', '2027-04-01'); \
         insert into gm0294.bezwaarbesluit (aanvraag_id, nummer, brief) values ('{AANVRAAG}', 9, '{{\"kenmerk\":\"x\"}}'); \
         set session_replication_role = origin;",
        akten.concat()
    );
    conn.batch_execute(&oud).await.unwrap();
    for stap in stappen.iter().rev() {
        let sql = format!("{owner}{}; reset role;", render(stap.up, "gm0294"));
        conn.batch_execute(&sql).await.unwrap();
    }
    let tegen = Bestredenbesluit::Aanvraag(AanvraagId::parse(AANVRAAG).unwrap());
    let bezwaren = test
        .db
        .in_tenant(
            "test",
            winterswijk(),
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| bezwaar::list_bezwaren(tx, tegen).await,
        )
        .await
        .unwrap();
    let standen: Vec<_> = bezwaren
        .iter()
        .map(|een| (een.kop().nummer, een.stand(), een.akten().len()))
        .collect();
    assert_eq!(
        standen,
        [
            (1, Bezwaarstand::Ingetrokken, 2),
            (2, Bezwaarstand::Besloten, 3)
        ]
    );
    assert_eq!(bezwaren[1].reden_te_laat(), Some("x"));
    let weg = "do $$ begin assert (select count(*) = 2 from gm0294.aanvraagakte where soort in ('besloten', 'bekendgemaakt') \
               and aanvraag_id = '00000000-0000-7000-8000-0000000000c4'); \
               assert (select stand = 'bekendgemaakt' and nummer = 4 from gm0294.aanvraagstand); \
               assert (select count(*) = 1 from gm0294.bezwaarbesluit); end $$;";
    conn.batch_execute(weg).await.unwrap();
}
