//! `stuurhuis bereken` as a process: the contract's own figures, faults, and a stream.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::io::Write;
use std::process::{Command, Output, Stdio};
use std::thread;

use serde_json::Value;

/// The example of contract 2.1 with the household to which its figures belong.
const VRAAG: &str = r#"{ "gemeente": "GM0294", "peildatum": "2026-03-01", "regeling": "algemene-bijstand",
  "huishouden": { "aanvrager": { "geboortedatum": "1988-04-12" },
    "partner": { "geboortedatum": "1990-01-30", "heeftRecht": true },
    "kinderen": [ { "geboortedatum": "2015-06-01" } ], "huisvesting": "huurder" },
  "inkomsten": [ { "persoon": "aanvrager", "soort": "arbeid", "bedrag": "800.00", "vrijlating": "n", "maandenGebruikt": 2 } ],
  "vermogen": { "bezittingen": "5000.00", "schulden": "0.00", "overwaardeWoning": "0.00" } }"#;

fn bereken(opties: &[&str], invoer: Vec<u8>) -> Output {
    let mut proces = Command::new(env!("CARGO_BIN_EXE_stuurhuis"))
        // No settings are read, since no council value is needed.
        .args(["--config", "/bestaat/niet.toml", "bereken"])
        .args(opties)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = proces.stdin.take().unwrap();
    let schrijver = thread::spawn(move || stdin.write_all(&invoer));
    let uitvoer = proces.wait_with_output().unwrap();
    // Who refuses a question does not read it to its end.
    schrijver.join().unwrap().unwrap_or_default();
    uitvoer
}

fn lines(uitvoer: &Output) -> Vec<Value> {
    let tekst = String::from_utf8(uitvoer.stdout.clone()).unwrap();
    tekst
        .lines()
        .map(|regel| serde_json::from_str(regel).unwrap())
        .collect()
}

#[test]
fn the_figures_of_the_contract_come_out() {
    let uitvoer = bereken(&[], VRAAG.into());
    assert_eq!(uitvoer.status.code(), Some(0));
    let [antwoord] = &lines(&uitvoer)[..] else {
        panic!("one line");
    };
    for (veld, waarde) in [
        ("uitkomst", "recht"),
        ("norm", "2002.13"),
        ("middelen", "600.00"),
        ("verlaging", "0.00"),
        ("bedrag", "1402.13"),
        ("vakantietoeslag", "70.11"),
        ("uitbetaling", "1332.02"),
    ] {
        assert_eq!(antwoord[veld], waarde, "{veld}");
    }
    assert_eq!(antwoord["reden"], Value::Null);
    assert_eq!(antwoord["uitleg"][0]["stap"], "norm");
    assert_eq!(
        antwoord["uitleg"][0]["grondslag"],
        "Participatiewet art. 21 onder b"
    );
}

#[test]
fn the_explanation_can_be_left_out() {
    let antwoord = lines(&bereken(&["--zonder-uitleg"], VRAAG.into())).remove(0);
    assert_eq!(antwoord["bedrag"], "1402.13");
    assert_eq!(antwoord["uitleg"], Value::Array(Vec::new()));
}

#[test]
fn every_wrong_field_is_named_on_standard_error() {
    let vraag = VRAAG
        .replace("2026-03-01", "2026-02-30")
        .replace("800.00", "800.005");
    let uitvoer = bereken(&[], vraag.into());
    assert_eq!(uitvoer.status.code(), Some(1));
    assert!(uitvoer.stdout.is_empty());
    let fout = String::from_utf8(uitvoer.stderr).unwrap();
    assert!(
        fout.contains("- peildatum: deze datum bestaat niet"),
        "{fout}"
    );
    assert!(
        fout.contains("- inkomsten[0].bedrag: te veel decimalen"),
        "{fout}"
    );
    assert!(!fout.contains("800.005"), "{fout}");
    for kapot in ["", "{", "niets"] {
        assert_eq!(bereken(&[], kapot.into()).status.code(), Some(1), "{kapot}");
    }
    assert_eq!(bereken(&[], vec![b' '; 2_000_000]).status.code(), Some(1));
    assert_eq!(bereken(&["--onbekend"], Vec::new()).status.code(), Some(2));
}

#[test]
fn a_stream_keeps_its_order_and_answers_a_wrong_line_in_its_place() {
    let goed = VRAAG.replace('\n', " ");
    let met_inkomen = |euros: usize| goed.replace("800.00", &format!("{euros}.00"));
    let mut invoer = String::new();
    for euros in 0..2_000 {
        invoer.push_str(&met_inkomen(euros));
        invoer.push('\n');
    }
    let antwoorden = lines(&bereken(&["--stroom", "--zonder-uitleg"], invoer.into()));
    assert_eq!(antwoorden.len(), 2_000);
    assert_eq!(antwoorden.first().unwrap()["middelen"], "0.00");
    assert_eq!(antwoorden.get(400).unwrap()["middelen"], "300.00");
    assert_eq!(antwoorden.last().unwrap()["middelen"], "1714.00");

    let te_lang = "x".repeat(3_000_000);
    let invoer = format!("{goed}\n{{\"gemeente\": 1}}\n\n{te_lang}\n{goed}");
    let uitvoer = bereken(&["--stroom"], invoer.into());
    assert_eq!(uitvoer.status.code(), Some(1));
    let antwoorden = lines(&uitvoer);
    let uitkomsten: Vec<_> = antwoorden
        .iter()
        .map(|a| a["uitkomst"].as_str().unwrap())
        .collect();
    assert_eq!(uitkomsten, ["recht", "fout", "fout", "recht"]);
    let [_, fout, te_lang, _] = &antwoorden[..] else {
        panic!("four lines");
    };
    assert_eq!(fout["regel"], 2);
    assert_eq!(fout["fouten"][0]["veld"], "gemeente");
    assert_eq!(te_lang["regel"], 4);
    let klacht = String::from_utf8(uitvoer.stderr).unwrap();
    assert!(klacht.contains("2 vragen kloppen niet"), "{klacht}");
}

/// A case over months, of which nothing needs the database.
const REEKS: &str = r#"{ "gemeente": "GM0294", "van": "2026-01", "totEnMet": "2026-07",
  "perioden": [ { "melding": "2026-01-01" } ],
  "huishoudens": [ { "vanaf": "2026-01-01", "huishouden": { "aanvrager": { "geboortedatum": "1988-04-12" }, "huisvesting": "huurder" } } ],
  "inkomsten": [ { "persoon": "aanvrager", "soort": "arbeid", "bedrag": "800.00", "maand": "2026-01", "totEnMetMaand": "2026-07", "vrijlating": "n" } ] }"#;

#[test]
fn an_earlier_decision_is_laid_beside_what_is_known_now() {
    let mut oud: Value = serde_json::from_str(REEKS).unwrap();
    oud["bekendOp"] = "2026-08-31".into();
    let inkomsten = serde_json::json!([{ "persoon": "aanvrager", "soort": "arbeid", "bedrag": "700.00",
        "maand": "2026-01", "totEnMetMaand": "2026-07", "vrijlating": "n" }]);
    let vraag =
        serde_json::json!({ "dag": "2026-09-15", "oud": oud, "nieuw": { "inkomsten": inkomsten } });
    let uitvoer = bereken(
        &["--herziening", "--zonder-uitleg"],
        vraag.to_string().into(),
    );
    assert_eq!(uitvoer.status.code(), Some(0), "{uitvoer:?}");
    let antwoord = lines(&uitvoer).remove(0);
    // Of 100 euros a quarter was exempt for six months: 75 come back, and 100 in the seventh.
    assert_eq!(antwoord["maanden"][5]["verschil"], "75.00");
    assert_eq!(antwoord["maanden"][6]["verschil"], "100.00");
    let fout = bereken(&["--herziening"], "{}".into());
    assert_eq!(fout.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&fout.stderr).contains("dag: dit veld ontbreekt"));
}

#[test]
fn months_are_answered_one_by_one_with_their_counters() {
    let uitvoer = bereken(&["--maanden"], REEKS.into());
    assert_eq!(uitvoer.status.code(), Some(0), "{uitvoer:?}");
    let antwoord = lines(&uitvoer).remove(0);
    let maanden = antwoord["maanden"].as_array().unwrap();
    assert_eq!(maanden.len(), 7);
    for (maand, middelen, n) in [(0, "600.00", 1), (5, "600.00", 6), (6, "800.00", 6)] {
        assert_eq!(maanden[maand]["middelen"], middelen);
        assert_eq!(maanden[maand]["tellers"]["aanvrager"]["n"], n);
    }
    assert_eq!(maanden[0]["uitleg"][0]["stap"], "norm");
    let zonder = lines(&bereken(&["--maanden", "--zonder-uitleg"], REEKS.into())).remove(0);
    assert_eq!(zonder["bedrag"], antwoord["bedrag"]);
    assert_eq!(zonder["maanden"][0]["uitleg"], Value::Array(Vec::new()));
}

#[test]
fn months_go_through_a_stream_and_faults_are_named() {
    let regel = REEKS.replace('\n', " ");
    let kapot = regel.replace("2026-07", "2026-13");
    let uitvoer = bereken(
        &["--maanden", "--stroom"],
        format!("{regel}\n{kapot}\n").into(),
    );
    assert_eq!(uitvoer.status.code(), Some(1));
    let antwoorden = lines(&uitvoer);
    assert_eq!(antwoorden[0]["onbepaald"], 0);
    assert_eq!(antwoorden[1]["uitkomst"], "fout");
    assert_eq!(antwoorden[1]["fouten"][0]["veld"], "totEnMet");
    // A question about one month is none about months.
    let uitvoer = bereken(&["--maanden"], VRAAG.into());
    assert_eq!(uitvoer.status.code(), Some(1));
    let fouten = String::from_utf8(uitvoer.stderr).unwrap();
    assert!(
        fouten.contains("peildatum") && fouten.contains("totEnMet"),
        "{fouten}"
    );
}
