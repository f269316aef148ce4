//! The quarterly report: the same bytes each time, accessible, traceable.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Cursor;
use std::process::Command;

use calamine::{Data, Ods, Reader, Xlsx};
use reports::kwartaal::{Rapportformaat, render_kwartaalrapport};
use serde_json::Value;

use crate::voorbeeld::rapport;

fn render(formaat: Rapportformaat) -> Vec<u8> {
    render_kwartaalrapport(&rapport(), formaat).unwrap()
}

/// One number over all forms of the report; std's hasher has no chance in it when made this way.
fn digest() -> String {
    let mut som = DefaultHasher::new();
    for formaat in Rapportformaat::ALLE {
        render(formaat).hash(&mut som);
    }
    format!("digest {:016x}", som.finish())
}

#[test]
fn prints_the_digest_of_all_forms() {
    println!("{}", digest());
}

#[test]
fn another_process_gives_the_same_bytes() {
    let ander = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "kwartaal::prints_the_digest_of_all_forms",
            "--nocapture",
        ])
        .output()
        .unwrap();
    assert!(ander.status.success());
    let uitvoer = String::from_utf8_lossy(&ander.stdout).into_owned();
    let eigen = std::thread::spawn(digest).join().unwrap();
    assert!(uitvoer.contains(&eigen), "{eigen} is not in:\n{uitvoer}");
    assert_eq!(digest(), eigen, "and so does the same process, once more");
}

#[test]
fn another_closing_gives_another_file() {
    let mut later = rapport();
    later.sluiting.versie = 2;
    for formaat in Rapportformaat::ALLE {
        assert_ne!(
            render_kwartaalrapport(&later, formaat).unwrap(),
            render(formaat),
            "{formaat:?}"
        );
    }
}

#[test]
fn the_pdf_declares_its_standards_its_language_and_its_dates() {
    let pdf = render(Rapportformaat::Pdf);
    let tekst = String::from_utf8_lossy(&pdf);
    for kenmerk in [
        "%PDF-1.7",
        "<pdfuaid:part>1</pdfuaid:part>",
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<dc:language><rdf:Bag><rdf:li>nl-NL</rdf:li></rdf:Bag></dc:language>",
        "Kwartaalrapportage Participatiewet Nijkerk, 1e kwartaal 2026",
        "<xmp:CreateDate>2026-04-20T12:30:00+00:00</xmp:CreateDate>",
    ] {
        assert!(tekst.contains(kenmerk), "{kenmerk} is missing");
    }
}

#[test]
fn a_report_without_figures_history_or_meeting_is_a_report_too() {
    let mut kaal = rapport();
    kaal.andere_gemeenten = 0;
    kaal.aandachtspunten.clear();
    kaal.overleg = None;
    kaal.opdracht.clear();
    kaal.samenvatting.clear();
    for indicator in kaal
        .hoofdstukken
        .iter_mut()
        .flat_map(|hoofdstuk| &mut hoofdstuk.indicatoren)
    {
        indicator.trend.clear();
        indicator.verdelingen.clear();
        indicator.is_kerncijfer = false;
        indicator.stand = None;
    }
    kaal.hoofdstukken.truncate(1);
    for formaat in Rapportformaat::ALLE {
        render_kwartaalrapport(&kaal, formaat).unwrap();
    }
    kaal.hoofdstukken.clear();
    for formaat in Rapportformaat::ALLE {
        render_kwartaalrapport(&kaal, formaat).unwrap();
    }
}

#[test]
fn text_of_people_is_never_read_as_markup() {
    let mut stout = rapport();
    let tekst = "#panic() = kop *vet* $x$ <label> @verwijzing \\ \u{202e} =1+1 // ]] \u{1} \u{2705} \u{1f600} \u{4e2d}\u{6587} \u{627}";
    stout.samenvatting = vec![tekst.to_owned()];
    stout.hoofdstukken[0].titel = tekst.to_owned();
    stout.hoofdstukken[0].indicatoren[0].naam = tekst.to_owned();
    stout.hoofdstukken[0].indicatoren[0].toelichting = Some(tekst.to_owned());
    for formaat in Rapportformaat::ALLE {
        render_kwartaalrapport(&stout, formaat).unwrap();
    }
}

#[test]
fn the_sheets_hold_numbers_definitions_and_explanations() {
    let namen = [
        "Cijfers",
        "Opdracht",
        "Verloop",
        "Definities",
        "Toelichting",
        "Afspraken",
        "Verantwoording",
    ];
    let mut xlsx: Xlsx<_> = Xlsx::new(Cursor::new(render(Rapportformaat::Xlsx))).unwrap();
    let mut ods: Ods<_> = Ods::new(Cursor::new(render(Rapportformaat::Ods))).unwrap();
    assert_eq!(xlsx.sheet_names(), namen);
    assert_eq!(ods.sheet_names(), namen);
    for blad in [
        xlsx.worksheet_range("Cijfers").unwrap(),
        ods.worksheet_range("Cijfers").unwrap(),
    ] {
        assert_eq!(
            blad.get_value((0, 10)),
            Some(&Data::String("Waarde".to_owned()))
        );
        assert_eq!(blad.get_value((1, 10)), Some(&Data::Float(507.0)));
        let onderdrukt = Data::String("niet getoond".to_owned());
        assert!(
            blad.rows().any(
                |rij| rij[10] == onderdrukt && rij[11] == Data::String("onderdrukt".to_owned())
            )
        );
    }
}

#[test]
fn the_assignment_stands_in_every_form_and_leaves_no_trace_where_there_is_none() {
    let json = String::from_utf8(render(Rapportformaat::Json)).unwrap();
    assert!(
        json.contains("\"oordeel\": \"niet-vast-te-stellen\"")
            && json.contains("\"stand\": \"aandacht\"")
    );
    let csv = String::from_utf8(render(Rapportformaat::Csv)).unwrap();
    let regels: Vec<_> = csv
        .lines()
        .filter(|regel| regel.contains(";opdracht;"))
        .collect();
    assert_eq!(regels.len(), 3);
    assert!(
        regels[0].contains(";stand;tekst;aandacht;bekend;"),
        "{}",
        regels[0]
    );
    assert!(regels[1].contains(";norm;tekst;niet-vast-te-stellen;bekend;"));
    assert!(regels[2].contains(";stand;tekst;;ontbreekt;"));
    let mut xlsx: Xlsx<_> = Xlsx::new(Cursor::new(render(Rapportformaat::Xlsx))).unwrap();
    let blad = xlsx.worksheet_range("Opdracht").unwrap();
    assert_eq!(
        blad.get_value((1, 6)),
        Some(&Data::String("aandacht nodig".to_owned()))
    );
    let mut zonder = rapport();
    zonder.opdracht.clear();
    for formaat in [Rapportformaat::Json, Rapportformaat::Csv] {
        let tekst = render_kwartaalrapport(&zonder, formaat).unwrap();
        assert!(!String::from_utf8(tekst).unwrap().contains("opdracht\""));
    }
}

#[test]
fn the_csv_has_one_figure_a_row() {
    let csv = String::from_utf8(render(Rapportformaat::Csv)).unwrap();
    let mut regels = csv.lines();
    assert_eq!(
        regels.next(),
        Some(
            "gemeentecode;gemeente;kwartaal;versie;bekend_op;nummer;indicator;naam;klasse;eenheid;waarde;\
             status;teller;noemer;vorig_kwartaal;jaar_eerder;groepsmediaan;datakwaliteit"
        )
    );
    assert_eq!(
        regels.next(),
        Some(
            "GM0267;Nijkerk;2026-K1;1;2026-04-20;1;bestand-uitkeringen;Uitkeringen op de laatste dag;totaal;\
             aantal;507;bekend;;;512;530;577;goed"
        )
    );
    assert!(csv.contains(";trede-6;aantal;niet getoond;onderdrukt;"));
}

#[test]
fn the_json_keeps_to_the_contract() {
    let json: Value = serde_json::from_slice(&render(Rapportformaat::Json)).unwrap();
    assert_eq!(json["gemeente"], "GM0267");
    assert_eq!(json["kwartaal"], "2026-K1");
    assert_eq!(json["sluiting"]["bekendOp"], "2026-04-20");
    assert_eq!(json["sluiting"]["geslotenOp"], "2026-04-20T12:30:00Z");
    let eerste = &json["hoofdstukken"][0]["indicatoren"][0];
    assert_eq!(eerste["cijfer"]["waarde"], 507.0);
    assert_eq!(eerste["vorigKwartaal"]["status"], "bekend");
    let euro = &json["hoofdstukken"][3]["indicatoren"][2]["cijfer"];
    assert_eq!(euro["waarde"], "16100.00");
    let onderdrukt = &json["hoofdstukken"][1]["indicatoren"][3]["cijfer"];
    assert_eq!(
        *onderdrukt,
        serde_json::json!({ "status": "onderdrukt", "waarde": null })
    );
}

#[test]
fn who_closes_before_the_others_is_told_why_nothing_is_compared_and_what_to_do() {
    let vergelijking = |anderen| {
        let mut eerste = rapport();
        eerste.andere_gemeenten = anderen;
        let json = render_kwartaalrapport(&eerste, Rapportformaat::Json).unwrap();
        let json: Value = serde_json::from_slice(&json).unwrap();
        json["geenVergelijking"].as_str().map(ToOwned::to_owned)
    };
    let niemand = vergelijking(0).unwrap();
    assert!(niemand.contains("toen Nijkerk sloot, had nog geen andere gemeente"));
    assert!(niemand.contains("sluit het kwartaal daarvoor opnieuw"));
    let twee = vergelijking(2).unwrap();
    assert!(twee.contains("pas 2 andere gemeenten") && twee.contains("minstens 3"));
    assert_eq!(vergelijking(3), None);
}

#[test]
fn files_are_named_as_the_contract_says() {
    let namen = Rapportformaat::ALLE.map(|formaat| rapport().file_name(formaat));
    assert_eq!(namen[0], "kwartaalrapportage-GM0267-2026-K1.pdf");
    assert_eq!(namen[4], "kwartaalrapportage-GM0267-2026-K1.json");
    assert_eq!(Rapportformaat::parse("ods"), Some(Rapportformaat::Ods));
    assert_eq!(Rapportformaat::parse("exe"), None);
}
