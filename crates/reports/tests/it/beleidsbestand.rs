//! Policy as a file: there and back for every kind of value, and files that nobody should send.

use std::io::{Cursor, Write};
use std::time::{Duration, Instant};

use domain::beleid::{
    Beleid, Beleidsbestand, Beleidsbestandinvoer, Beleidsregel, Besluitverwijzing, Bestandsbron,
    Notatie, Omgeving, Orgaan, Parameter, Proefrapport, Soort, Uitslag, Vastgesteld, Waarde,
    catalogus,
};
use primitives::{
    BesluitId, Datum, GemeenteCode, IdGenerator, Moment, Periode, SystemIds, WaardeId, parse_datum,
};
use reports::beleidsbestand::{
    BESTAND_MAX, Beleidsformaat, BestandError, parse_beleidsbestand, render_beleidsbestand,
};
use rust_xlsxwriter::{Formula, Workbook};
use zip::write::SimpleFileOptions;

const FORMATEN: [Beleidsformaat; 2] = [Beleidsformaat::Yaml, Beleidsformaat::Xlsx];

fn dag(tekst: &str) -> Datum {
    parse_datum(tekst).unwrap()
}

fn nu() -> Moment {
    "2026-11-28T09:00:00Z".parse().unwrap()
}

fn gemeente() -> GemeenteCode {
    GemeenteCode::parse("GM0294").unwrap()
}

/// A value of a kind that is awkward to write: signs, lines, what looks like a formula.
fn waarde(soort: Soort) -> Waarde {
    let tekst = match soort {
        Soort::Bedrag => "176.00",
        Soort::Percentage => "99.5",
        Soort::Maanden => "3",
        Soort::Weken => "8",
        Soort::Uren => "12.5",
        Soort::Getal => "20",
        Soort::JaNee => "ja",
        Soort::Datum => "2027-07-01",
        Soort::Lijst => "=1+1\nwie \"zorgt\": ja\n- niemand",
        Soort::Tarieven => "Uitvaart: 4300.00\nKoelkast #2: 0.50",
        Soort::Staffel => "tot 110: 0\ntot 150.5: 50\ndaarboven: 100",
        Soort::Regel => "@wie?\n\n  ingesprongen: [a, b]\nslot # geen commentaar",
        Soort::Document => "Plan ‘Meedoen’ & {anker}: https://example.nl/?a=1&b=*2",
    };
    Waarde::parse(soort, tekst).unwrap()
}

/// A parameter of each kind about which somebody decides, with a value.
fn soorten() -> Vec<(&'static Parameter, Waarde)> {
    let van = |soort: Soort| {
        let parameter = catalogus().parameters().iter().find(|p| {
            let regime = p.regime_on(dag("2026-03-01"));
            p.soort == soort && regime.is_some_and(|r| r.bevoegd.orgaan().is_some())
        });
        parameter.map(|p| (p, waarde(soort)))
    };
    Soort::ALL.into_iter().filter_map(van).collect()
}

fn beleid() -> Beleid {
    let vastgesteld =
        |(nummer, (parameter, waarde)): (u16, (&'static Parameter, Waarde))| Vastgesteld {
            id: WaardeId::new(SystemIds.next()),
            sleutel: parameter.sleutel.clone(),
            waarde: Some(waarde),
            periode: Periode::try_new(dag("2026-01-01"), Some(dag("2030-01-01"))).unwrap(),
            gebied: None,
            besluit: Besluitverwijzing {
                id: BesluitId::new(SystemIds.next()),
                gemeente: gemeente(),
                orgaan: parameter
                    .regime_on(dag("2026-03-01"))
                    .and_then(|r| r.bevoegd.orgaan())
                    .unwrap(),
                nummer: format!("2025-{nummer}"),
                titel: "Voorbeeld".into(),
                vergaderdatum: dag("2025-12-01"),
            },
            bekend_op: nu(),
            corrigeert: None,
        };
    Beleid::new((1..).zip(soorten()).map(vastgesteld).collect())
}

fn compare(invoer: &Beleidsbestandinvoer, beleid: &Beleid) -> Proefrapport {
    let omgeving = Omgeving {
        catalogus: catalogus(),
        beleid,
        gemeente: gemeente(),
        gebieden: &[],
        vandaag: dag("2026-11-28"),
        notatie: Notatie::Formulier,
    };
    let mut invoer = invoer.clone();
    if invoer.peildatum.is_empty() {
        invoer.peildatum = "2026-11-28".into();
    }
    invoer.compare("2027-01-01", omgeving, &SystemIds).unwrap()
}

fn bestand() -> Beleidsbestand {
    Beleidsbestand::of_beleid(gemeente(), &beleid(), &[], (dag("2026-11-28"), nu()))
}

#[test]
fn every_kind_of_value_comes_back_as_it_went() {
    let bestand = bestand();
    assert!(bestand.regels.len() >= 12, "{}", bestand.regels.len());
    for formaat in FORMATEN {
        let bytes = render_beleidsbestand(&bestand, formaat, nu()).unwrap();
        let invoer = parse_beleidsbestand(&bytes, formaat).unwrap();
        assert_eq!(invoer.regels.len(), bestand.regels.len());
        let rapport = compare(&invoer, &beleid());
        assert!(
            rapport.is_zonder_verschil(),
            "{formaat:?}: {:?}",
            rapport.regels
        );
        let opnieuw = render_beleidsbestand(&bestand, formaat, nu()).unwrap();
        assert_eq!(bytes, opnieuw, "the same policy gives the same bytes");
    }
}

#[test]
fn kinds_that_nobody_decides_yet_come_back_too() {
    let mut regels = bestand().regels;
    for soort in Soort::ALL {
        let parameter = catalogus().parameters().iter().find(|p| p.soort == soort);
        let Some(parameter) = parameter else { continue };
        regels.push(Beleidsregel {
            parameter,
            gebied: None,
            waarde: waarde(soort),
            van: dag("2027-01-01"),
            tot: None,
            orgaan: None,
            besluit: None,
            uitleg: Some("Waarom: \"zo\"".into()),
        });
    }
    let bestand = Beleidsbestand {
        bron: Bestandsbron::Basisset {
            naam: "Samen: # & * \"".into(),
            versie: 2,
        },
        peildatum: dag("2027-01-01"),
        regels,
    };
    for formaat in FORMATEN {
        let bytes = render_beleidsbestand(&bestand, formaat, nu()).unwrap();
        let invoer = parse_beleidsbestand(&bytes, formaat).unwrap();
        for (regel, gelezen) in bestand.regels.iter().zip(&invoer.regels) {
            let waarde = Waarde::parse_invoer(regel.parameter.soort, &gelezen.waarde);
            assert_eq!(waarde.as_ref(), Ok(&regel.waarde), "{formaat:?}");
        }
    }
}

#[test]
fn a_changed_a_new_and_a_wrong_line_are_told_at_once() {
    let tekst = "vorm: stuurhuis-beleid-1
peildatum: 2026-11-28
waarden:
- sleutel: iit.referteperiode
  waarde: 24
  orgaan: raad
- sleutel: voorschot.percentage
  waarde: \"50\"
- sleutel: iit.bestaat-niet
  waarde: \"1\"
- sleutel: iit.kindtoeslag.eerste
  waarde: veel
  van: ooit
- sleutel: iit.referteperiode
  waarde: 12
- sleutel: maatregel.duur.derde
  waarde: 3
- sleutel: iit.kindtoeslag.volgende
  waarde: 10,50
  orgaan: college
  gebied: GM0267
";
    let invoer = parse_beleidsbestand(tekst.as_bytes(), Beleidsformaat::Yaml).unwrap();
    let rapport = compare(&invoer, &Beleid::default());
    let fouten = |plek: usize| match &rapport.regels[plek].uitslag {
        Uitslag::Geweigerd(fouten) => fouten
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("; "),
        anders => anders.naam().to_owned(),
    };
    assert_eq!(fouten(0), "nieuw");
    assert!(fouten(1).contains("waarde: te laag"), "{}", fouten(1));
    assert!(fouten(2).contains("staat niet in de catalogus"));
    assert!(
        fouten(3).contains("waarde: schrijf een bedrag")
            && fouten(3).contains("van: vul een datum")
    );
    assert!(fouten(4).contains("staat ook op regel 4"), "{}", fouten(4));
    assert!(fouten(5).contains("beslist de wet zelf"), "{}", fouten(5));
    assert!(fouten(6).contains("gebied"), "{}", fouten(6));
    assert!(!rapport.is_over_te_nemen());
    let plaatsen: Vec<_> = rapport.regels.iter().map(|r| r.plaats).collect();
    assert_eq!(plaatsen, [4, 7, 9, 11, 14, 16, 18]);
    assert!(
        rapport
            .voorstellen
            .iter()
            .any(|(o, v)| *o == Orgaan::Raad && v.waarden.len() == 1)
    );
}

/// Refused at once, whatever it is: within two seconds without optimisation on a machine that does other things too.
fn refuse(inhoud: &[u8], formaat: Beleidsformaat) -> BestandError {
    let begin = Instant::now();
    let fout = parse_beleidsbestand(inhoud, formaat).unwrap_err();
    assert!(
        begin.elapsed() < Duration::from_secs(2),
        "{fout}: {:?}",
        begin.elapsed()
    );
    fout
}

#[test]
fn yaml_that_explodes_or_is_none_is_refused_in_dutch() {
    let yaml = |tekst: &str| refuse(tekst.as_bytes(), Beleidsformaat::Yaml);
    let mut bom =
        String::from("vorm: stuurhuis-beleid-1\nwaarden:\n- &a0 [x, x, x, x, x, x, x, x, x]\n");
    for n in 1..12 {
        let vorige = format!("*a{}", n - 1);
        bom += &format!("- &a{n} [{}]\n", [vorige.as_str(); 9].join(", "));
    }
    assert_eq!(yaml(&bom), BestandError::Ankers { regel: 3 });
    let diep = format!("vorm: stuurhuis-beleid-1\nwaarden: {}", "[".repeat(20_000));
    assert!(
        matches!(
            yaml(&diep),
            BestandError::TeVeel { .. } | BestandError::GeenYaml { .. }
        ),
        "{}",
        yaml(&diep)
    );
    let veel = format!(
        "vorm: stuurhuis-beleid-1\nwaarden:\n{}",
        "- {sleutel: a, waarde: b}\n".repeat(30_000)
    );
    assert!(matches!(yaml(&veel), BestandError::TeVeel { .. }));
    let dubbel = "vorm: stuurhuis-beleid-1\nwaarden:\n- sleutel: a\n  waarde: 1\n  waarde: 2\n";
    assert_eq!(
        yaml(dubbel),
        BestandError::Dubbel {
            regel: 5,
            naam: "waarde".into()
        }
    );
    let onbekend = "vorm: stuurhuis-beleid-1\nwaarden:\n- sleutel: a\n  waarde: 1\n  bedrag: 2\n";
    assert!(
        yaml(onbekend)
            .to_string()
            .contains("‘bedrag’ kennen wij hier niet")
    );
    let weg = "vorm: stuurhuis-beleid-1\nwaarden:\n- sleutel: a\n";
    assert_eq!(
        yaml(weg),
        BestandError::Ontbreekt {
            regel: 3,
            naam: "waarde".into()
        }
    );
    let lijst = "vorm: stuurhuis-beleid-1\nwaarden:\n- sleutel: a\n  waarde: [1, 2]\n";
    assert!(
        matches!(yaml(lijst), BestandError::GeenWaarde { .. }),
        "{:?}",
        yaml(lijst)
    );
    assert!(matches!(
        yaml("vorm: x\nwaarden: []\n"),
        BestandError::AndereVorm(_)
    ));
    for geen in [
        "",
        "a: b: c\n\t- d",
        "{",
        "\"",
        "vorm: [",
        "%PDF-1.7",
        "---\na: 1\n---\nb: 2\n",
    ] {
        let fout = yaml(geen);
        assert!(!fout.to_string().contains("error"), "{geen}: {fout}");
    }
    assert_eq!(
        refuse(&[0xff, 0xfe, 0x00], Beleidsformaat::Yaml),
        BestandError::GeenTekst
    );
    assert_eq!(
        refuse(&vec![b'a'; BESTAND_MAX + 1], Beleidsformaat::Yaml),
        BestandError::TeGroot
    );
}

fn werkmap(vul: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut boek = Workbook::new();
    vul(&mut boek);
    boek.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_that_is_none_or_too_much_is_refused_in_dutch() {
    let xlsx = |inhoud: &[u8]| refuse(inhoud, Beleidsformaat::Xlsx);
    for geen in [&b""[..], b"PK\x03\x04", b"%PDF-1.7", &[0; 4096]] {
        assert_eq!(xlsx(geen), BestandError::GeenWerkmap);
    }
    let mut bom = zip::ZipWriter::new(Cursor::new(Vec::new()));
    bom.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default())
        .unwrap();
    for _ in 0..200 {
        bom.write_all(&vec![b' '; 1024 * 1024]).unwrap();
    }
    let bom = bom.finish().unwrap().into_inner();
    assert!(bom.len() < BESTAND_MAX, "{}", bom.len());
    assert_eq!(xlsx(&bom), BestandError::TeGrootUitgepakt);

    let ander = werkmap(|boek| {
        boek.add_worksheet().set_name("Blad1").unwrap();
    });
    assert_eq!(xlsx(&ander), BestandError::GeenBlad("Beleid"));
    let leeg = werkmap(|boek| {
        boek.add_worksheet().set_name("Beleid").unwrap();
    });
    assert_eq!(
        xlsx(&leeg),
        BestandError::GeenKolom(vec!["sleutel", "waarde"])
    );
    let formule = werkmap(|boek| {
        let blad = boek.add_worksheet().set_name("Beleid").unwrap();
        blad.write_string(0, 0, "sleutel").unwrap();
        blad.write_string(0, 1, "waarde").unwrap();
        blad.write_string(1, 0, "iit.referteperiode").unwrap();
        blad.write_formula(1, 1, Formula::new("=12*3").set_result("36"))
            .unwrap();
    });
    assert_eq!(xlsx(&formule), BestandError::Formules(vec!["B2".into()]));
    let ver = werkmap(|boek| {
        let blad = boek.add_worksheet().set_name("Beleid").unwrap();
        blad.write_string(0, 0, "sleutel").unwrap();
        blad.write_string(0, 1, "waarde").unwrap();
        blad.write_string(1_048_575, 0, "x").unwrap();
    });
    assert_eq!(xlsx(&ver), BestandError::TeVeelRijen(1000));
}

#[test]
fn numbers_and_days_that_a_spreadsheet_program_made_are_read_as_typed() {
    let inhoud = werkmap(|boek| {
        let blad = boek.add_worksheet().set_name("Beleid").unwrap();
        for (kolom, naam) in (0..).zip(["Waarde", "sleutel", "van", "opmerking"]) {
            blad.write_string(0, kolom, naam).unwrap();
        }
        blad.write_number(1, 0, 36).unwrap();
        blad.write_string(1, 1, "iit.referteperiode").unwrap();
        let dag = rust_xlsxwriter::ExcelDateTime::from_ymd(2027, 3, 1).unwrap();
        let opmaak = rust_xlsxwriter::Format::new().set_num_format("dd-mm-yyyy");
        blad.write_datetime_with_format(1, 2, &dag, &opmaak)
            .unwrap();
        blad.write_string(1, 3, "van ons").unwrap();
        blad.write_number(2, 0, 450.5).unwrap();
        blad.write_string(2, 1, "iit.kindtoeslag.eerste").unwrap();
    });
    let invoer = parse_beleidsbestand(&inhoud, Beleidsformaat::Xlsx).unwrap();
    let [een, twee] = invoer.regels.as_slice() else {
        panic!("{invoer:?}")
    };
    assert_eq!(
        (een.waarde.as_str(), een.van.as_str(), een.plaats),
        ("36", "2027-03-01", 2)
    );
    let bedrag = Waarde::parse_invoer(Soort::Bedrag, &twee.waarde).unwrap();
    assert_eq!(bedrag.invoer_nl(), "450,50");
}
