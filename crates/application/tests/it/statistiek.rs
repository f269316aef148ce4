//! Taking a caseload over and writing it back.

use application::statistiek::{
    Importverslag, LeveringError, Leveringenlijst, Leveringsopdracht, Ontvangen, Telling,
    UitvoerError, Wijze, find_ontbrekende_maand, list_leveringen, load_bus_bestand,
    load_srg_bestand, record_levering,
};
use diesel::sql_types::{BigInt, Text};
use diesel::{QueryableByName, sql_query};
use diesel_async::RunQueryDsl;
use domain::bevoegdheid::{Actor, Geweigerd, Rol};
use persistence::audit::{Ketenstand, verify_keten};
use persistence::statistiek::load_bus;
use persistence::{DbError, DbRol, TenantTx};
use primitives::{Datum, LeveringId, Maand, Moment, SystemIds, parse_datum};
use testkit::{TestDb, actor, nijkerk, nu, winterswijk};

const BUS_KOP: &str = "statistiekjaar;statistiekmaand;berichtgevercode;gemeentecode;softwarepakket;release;\
registratienummer;statistiekcode;classificatie_bbz;leefvorm;aantal_kostendelers;bedrag_norm;bedrag_vermindering;\
bedrag_inkomsten;betaalbaar_gesteld;datum_invoering;cluster_bijzondere_bijstand;bsn;geboortedatum;geslacht;\
huisvesting;aanvangsdatum;einddatum;ontheffing;einddatum_ontheffing;reden_einde_ontheffing;tegenprestatie;\
reden_vermindering;aanvang_vermindering;einde_vermindering;soort_inkomsten;bedrag_inkomsten_persoon;vrijlating;\
reden_einde";
const SRG_KOP: &str = "statistiekjaar;statistiekmaand;statistiekcode;softwarepakket;release;gemeentecode;\
berichtgevercode;bsn;geboortedatum;geslacht;trede;begindatum_trede;arbeidsvermogen;registratienummer_voorziening;\
type_voorziening;begindatum;einddatum;reden_einde;loonwaarde";

const ALLEEN: &str = "2026;03;0267;0267;gws;2026.1;U1;01;;1;01;1402;+0000;+0530;000828;20250402;;111222333;\
19880412;2;1;20250401;;2;;;2;;;;11;+0530;1;";
const PARTNER_A: &str = "2026;03;0267;0267;gws;2026.1;U2;01;;3;02;2002;+0000;+0000;001902;20250402;;010464554;\
19800101;1;1;20250401;20260315;2;;;2;01;20260301;20260331;;;2;11";
const PARTNER_B: &str = "2026;03;0267;0267;gws;2026.1;U2;01;;3;02;2002;+0000;+0000;001902;20250402;;123456782;\
19820202;2;1;20250401;20260315;5;20270101;;2;;;;;;;97";
const LADDER_1: &str =
    "2026;03;10;gws;2026.1;0267;0267;111222333;19880412;2;3;20260212;1;V1;04;20250901;;;051";
const LADDER_2: &str =
    "2026;03;10;gws;2026.1;0267;0267;111222333;19880412;2;3;20260212;1;V2;06;20250901;20260228;1;";
const ZONDER_UITKERING: &str = "2026;03;10;gws;2026.1;0267;0267;999990007;19990909;1;;;;;;;;;";

fn file(kop: &str, regels: &[&str]) -> String {
    format!("{kop}\n{}\n", regels.join("\n"))
}

fn bus(regels: &[&str]) -> Leveringsopdracht {
    delivery(&file(BUS_KOP, regels), None, Wijze::Definitief)
}

fn delivery(bus: &str, srg: Option<&str>, wijze: Wijze) -> Leveringsopdracht {
    let ontvangen = Ontvangen {
        bus: Some(bus.as_bytes()),
        srg: srg.map(str::as_bytes),
        namen: None,
    };
    Leveringsopdracht::parse(nijkerk(), ontvangen, wijze).unwrap()
}

fn teamleider() -> Actor {
    actor(Rol::Teamleider, nijkerk())
}

fn maart() -> Maand {
    Maand::parse("2026-03").unwrap()
}

fn day(tekst: &str) -> Datum {
    parse_datum(tekst).unwrap()
}

fn later(uren: i64) -> Moment {
    nu() + jiff::SignedDuration::from_hours(uren)
}

async fn take_over(
    test: &TestDb,
    now: Moment,
    opdracht: &Leveringsopdracht,
) -> Result<Importverslag, LeveringError> {
    test.db
        .in_tenant(
            "test",
            nijkerk(),
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| {
                record_levering(tx, &teamleider(), now, &SystemIds, opdracht).await
            },
        )
        .await
}

async fn written_bus(test: &TestDb) -> Result<String, UitvoerError> {
    let bestand = test
        .db
        .in_tenant(
            "test",
            nijkerk(),
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| {
                load_bus_bestand(tx, &teamleider(), later(100), maart()).await
            },
        )
        .await?;
    Ok(String::from_utf8(bestand.render_csv()).unwrap())
}

async fn known_norms(test: &TestDb, bekend_op: Moment) -> Option<Vec<i32>> {
    let regels = test
        .db
        .in_tenant(
            "test",
            nijkerk(),
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| -> Result<_, DbError> {
                load_bus(tx, maart(), bekend_op).await
            },
        )
        .await
        .unwrap()?;
    let norm = |regel: &domain::statistiek::BusRegel| regel.uitkering.bedrag_norm.unwrap().euros();
    Some(regels.iter().map(|(_, regel)| norm(regel)).collect())
}

#[derive(QueryableByName)]
struct Aantal {
    #[diesel(sql_type = BigInt)]
    aantal: i64,
}

/// The rows of every table of the municipality.
async fn count_rows(test: &TestDb) -> i64 {
    let tellers = [
        "levering",
        "levering_maand",
        "inwoner",
        "uitkering",
        "maandregel",
        "deelname",
        "voorziening",
        "trede_meting",
        "audit",
        "verwerking",
    ]
    .map(|tabel| format!("select count(*) as n from gm0267.{tabel}"))
    .join(" union all ");
    let telling: Aantal = sql_query(format!(
        "select sum(n)::bigint as aantal from ({tellers}) x"
    ))
    .get_result(&mut test.superuser().await)
    .await
    .unwrap();
    telling.aantal
}

#[tokio::test]
async fn what_was_delivered_is_written_back() {
    let test = TestDb::new().await;
    let bus = file(BUS_KOP, &[ALLEEN, PARTNER_A, PARTNER_B]);
    let srg = file(SRG_KOP, &[LADDER_1, LADDER_2, ZONDER_UITKERING]);
    let verslag = take_over(&test, nu(), &delivery(&bus, Some(&srg), Wijze::Definitief))
        .await
        .unwrap();
    let (van_bus, van_srg) = (verslag.bus.unwrap(), verslag.srg.unwrap());
    assert_eq!(
        (
            van_bus.inwoners,
            van_bus.inwoners_nieuw,
            van_bus.telling.nieuw
        ),
        (3, 3, 3)
    );
    // Both files count the person who is in both; that one is made once.
    assert_eq!(
        (
            van_srg.inwoners,
            van_srg.inwoners_nieuw,
            van_srg.telling.nieuw
        ),
        (2, 2, 3)
    );
    assert_eq!(written_bus(&test).await.unwrap(), bus);
    let bestand = test
        .db
        .in_tenant(
            "test",
            nijkerk(),
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| load_srg_bestand(tx, &teamleider(), later(1), maart()).await,
        )
        .await
        .unwrap();
    assert_eq!(String::from_utf8(bestand.render_csv()).unwrap(), srg);
}

#[tokio::test]
async fn the_same_files_again_change_nothing() {
    let test = TestDb::new().await;
    let bus = file(BUS_KOP, &[ALLEEN, PARTNER_A, PARTNER_B]);
    let srg = file(SRG_KOP, &[LADDER_1, LADDER_2, ZONDER_UITKERING]);
    let opdracht = delivery(&bus, Some(&srg), Wijze::Definitief);
    take_over(&test, nu(), &opdracht).await.unwrap();
    let voor = count_rows(&test).await;
    let verslag = take_over(&test, later(1), &opdracht).await.unwrap();
    assert_eq!(count_rows(&test).await, voor);
    let (van_bus, van_srg) = (verslag.bus.unwrap(), verslag.srg.unwrap());
    assert_eq!((van_bus.levering, van_srg.levering), (None, None));
    assert_eq!(
        (van_bus.telling.ongewijzigd, van_srg.telling.ongewijzigd),
        (3, 3)
    );
    // Also when it says that it was known earlier.
    let eerder = opdracht.known_on(day("2026-04-20"));
    take_over(&test, later(2), &eerder).await.unwrap();
    assert_eq!(count_rows(&test).await, voor);
}

#[tokio::test]
async fn a_trial_writes_nothing_and_tells_what_would_happen() {
    let test = TestDb::new().await;
    let bestand = file(BUS_KOP, &[ALLEEN, PARTNER_A, PARTNER_B]);
    let voor = count_rows(&test).await;
    let verslag = take_over(&test, nu(), &delivery(&bestand, None, Wijze::Proef))
        .await
        .unwrap();
    assert_eq!(count_rows(&test).await, voor);
    let van_bus = verslag.bus.unwrap();
    assert_eq!((van_bus.telling.nieuw, van_bus.inwoners_nieuw), (3, 3));
    assert!(matches!(
        written_bus(&test).await,
        Err(UitvoerError::GeenLevering(_))
    ));
}

#[tokio::test]
async fn a_correction_is_a_new_version_and_the_old_one_stays_known() {
    let test = TestDb::new().await;
    take_over(&test, nu(), &bus(&[ALLEEN, PARTNER_A, PARTNER_B]))
        .await
        .unwrap();
    let hoger = ALLEEN.replace(";1402;", ";1403;");
    let verslag = take_over(&test, later(2), &bus(&[&hoger])).await.unwrap();
    let telling = Telling {
        nieuw: 0,
        gewijzigd: 1,
        ongewijzigd: 0,
        vervallen: 2,
    };
    assert_eq!(verslag.bus.unwrap().telling, telling);
    assert_eq!(
        known_norms(&test, later(1)).await,
        Some(vec![1402, 2002, 2002])
    );
    assert_eq!(known_norms(&test, later(3)).await, Some(vec![1403]));
    assert_eq!(known_norms(&test, later(-1)).await, None);
    // What had lapsed can come back.
    take_over(&test, later(4), &bus(&[ALLEEN, PARTNER_A, PARTNER_B]))
        .await
        .unwrap();
    assert_eq!(
        known_norms(&test, later(5)).await,
        Some(vec![1402, 2002, 2002])
    );
    assert_eq!(known_norms(&test, later(3)).await, Some(vec![1403]));
}

#[tokio::test]
async fn history_is_taken_over_with_the_date_on_which_it_was_known() {
    let test = TestDb::new().await;
    let april = day("2026-04-20");
    take_over(&test, nu(), &bus(&[ALLEEN]).known_on(april))
        .await
        .unwrap();
    let op_die_dag: Moment = "2026-04-19T22:00:00Z".parse().unwrap();
    assert_eq!(known_norms(&test, op_die_dag).await, Some(vec![1402]));
    let hoger = ALLEEN.replace(";1402;", ";1403;");
    let proef = delivery(&file(BUS_KOP, &[&hoger]), None, Wijze::Proef).known_on(april);
    let fout = take_over(&test, nu(), &proef).await;
    assert!(
        matches!(fout, Err(LeveringError::AlNieuwerBekend(_))),
        "a trial tells it too"
    );
    for eerder in ["2026-04-20", "2026-04-01"] {
        let fout = take_over(&test, nu(), &bus(&[&hoger]).known_on(day(eerder))).await;
        assert!(matches!(fout, Err(LeveringError::AlNieuwerBekend(dag)) if dag == april));
    }
    let fout = take_over(&test, nu(), &bus(&[&hoger]).known_on(day("2026-11-22"))).await;
    assert!(matches!(fout, Err(LeveringError::BekendInToekomst)));
    take_over(&test, nu(), &bus(&[&hoger]).known_on(day("2026-05-20")))
        .await
        .unwrap();
    assert_eq!(known_norms(&test, op_die_dag).await, Some(vec![1402]));
}

#[tokio::test]
async fn only_who_may_import_here_imports() {
    let test = TestDb::new().await;
    let opdracht = bus(&[ALLEEN]);
    let voor = count_rows(&test).await;
    for (rol, gemeente) in [
        (Rol::Consulent, nijkerk()),
        (Rol::Teamleider, winterswijk()),
    ] {
        let fout = test
            .db
            .in_tenant(
                "test",
                nijkerk(),
                DbRol::Uitvoering,
                async |tx: &mut TenantTx| {
                    record_levering(tx, &actor(rol, gemeente), nu(), &SystemIds, &opdracht).await
                },
            )
            .await;
        assert!(matches!(
            fout,
            Err(LeveringError::Geweigerd(
                Geweigerd::GeenRol(_) | Geweigerd::RolSchietTekort(_)
            ))
        ));
    }
    assert_eq!(count_rows(&test).await, voor);
}

#[tokio::test]
async fn an_import_leaves_its_trace_and_no_bsn() {
    #[derive(QueryableByName)]
    struct Tekst {
        #[diesel(sql_type = Text)]
        tekst: String,
    }
    let test = TestDb::new().await;
    let bestand = file(BUS_KOP, &[ALLEEN, PARTNER_A, PARTNER_B]);
    take_over(&test, nu(), &delivery(&bestand, None, Wijze::Definitief))
        .await
        .unwrap();
    let mut conn = test.superuser().await;
    let inhoud: Vec<Tekst> = sql_query(
        "select i::text as tekst from gm0267.inwoner i union all select m::text from gm0267.maandregel m \
         union all select u::text from gm0267.uitkering u union all select a::text from gm0267.audit a",
    )
    .load(&mut conn)
    .await
    .unwrap();
    // bytea prints as hexadecimal: the digits of a bsn would show as 3x3x3x.
    let hex = |bsn: &str| -> String { bsn.chars().flat_map(|cijfer| ['3', cijfer]).collect() };
    for bsn in ["111222333", "010464554", "123456782"] {
        assert!(
            inhoud
                .iter()
                .all(|rij| !rij.tekst.contains(bsn) && !rij.tekst.contains(&hex(bsn)))
        );
    }
    let audit = inhoud
        .iter()
        .find(|rij| rij.tekst.contains("import"))
        .unwrap();
    assert!(
        audit
            .tekst
            .contains("bus 2026-03 tot en met 2026-03: 3 nieuw"),
        "{}",
        audit.tekst
    );
    let gelezen: Aantal = sql_query("select count(*) as aantal from gm0267.verwerking")
        .get_result(&mut conn)
        .await
        .unwrap();
    assert_eq!(gelezen.aantal, 3);
    sql_query("set search_path = gm0267, pg_catalog")
        .execute(&mut conn)
        .await
        .unwrap();
    assert_eq!(
        verify_keten(&mut conn).await.unwrap(),
        Ketenstand::Heel { regels: 1 }
    );
}

#[tokio::test]
async fn names_come_from_their_own_list() {
    let test = TestDb::new().await;
    let ontvangen = Ontvangen {
        bus: Some(&file(BUS_KOP, &[ALLEEN]).into_bytes()),
        srg: None,
        namen: Some(b"bsn;naam\n111222333;Noor van der Veen\n123456782;Onbekende Inwoner\n"),
    };
    let opdracht = Leveringsopdracht::parse(nijkerk(), ontvangen, Wijze::Definitief).unwrap();
    let verslag = take_over(&test, nu(), &opdracht).await.unwrap();
    let namen = verslag.namen.unwrap();
    assert_eq!((namen.regels, namen.gewijzigd), (2, Some(1)));
    let verslag = take_over(&test, later(1), &opdracht).await.unwrap();
    assert_eq!(verslag.namen.unwrap().gewijzigd, Some(0));
}

#[tokio::test]
async fn the_history_of_deliveries_tells_what_each_did() {
    let test = TestDb::new().await;
    let april = ALLEEN.replace("2026;03", "2026;04");
    take_over(&test, nu(), &bus(&[ALLEEN, &april]))
        .await
        .unwrap();
    let hoger = april.replace(";1402;", ";1403;");
    take_over(&test, later(1), &bus(&[&hoger])).await.unwrap();
    let eerste = page_of(&test, None, 1).await;
    let tweede = page_of(&test, eerste.volgende, 1).await;
    assert_eq!(tweede.volgende, None);
    let ([nieuwste], [oudste]) = (eerste.leveringen.as_slice(), tweede.leveringen.as_slice())
    else {
        panic!("one delivery on each page");
    };
    assert_eq!(
        (
            oudste.eerste_maand,
            oudste.laatste_maand,
            oudste.telling.nieuw,
            oudste.inwoners_nieuw
        ),
        (maart(), maart().plus(1), 2, 1)
    );
    assert_eq!(
        (nieuwste.eerste_maand, nieuwste.telling.gewijzigd),
        (maart().plus(1), 1)
    );
    assert_eq!(nieuwste.ingelezen_door, "Test teamleider");
}

async fn page_of(test: &TestDb, voor: Option<LeveringId>, aantal: usize) -> Leveringenlijst {
    test.db
        .in_tenant(
            "test",
            nijkerk(),
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| list_leveringen(tx, &teamleider(), voor, aantal).await,
        )
        .await
        .unwrap()
}

#[tokio::test]
async fn a_month_is_due_until_its_file_came_in() {
    let test = TestDb::new().await;
    let due = async || {
        test.db
            .in_tenant(
                "test",
                nijkerk(),
                DbRol::Uitvoering,
                async |tx: &mut TenantTx| find_ontbrekende_maand(tx, &teamleider(), nu()).await,
            )
            .await
            .unwrap()
    };
    let oktober = Maand::parse("2026-10").unwrap();
    take_over(&test, nu(), &bus(&[ALLEEN])).await.unwrap();
    assert_eq!(due().await, Some(oktober));
    let van_oktober = ALLEEN.replace("2026;03", "2026;10");
    take_over(&test, later(-1), &bus(&[&van_oktober]))
        .await
        .unwrap();
    assert_eq!(due().await, None);
}

#[test]
fn one_faulty_file_keeps_the_others_out() {
    let ontvangen = Ontvangen {
        bus: Some(&file(BUS_KOP, &[ALLEEN]).into_bytes()),
        srg: Some(b"geen kop"),
        namen: None,
    };
    let fouten = Leveringsopdracht::parse(nijkerk(), ontvangen, Wijze::Definitief).unwrap_err();
    assert!(fouten.bus.is_none() && fouten.srg.is_some());
}
