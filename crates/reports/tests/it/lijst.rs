//! Lists as CSV, XLSX and ODS, read back by another library.

use std::io::{Cursor, Read};

use calamine::{Data, Ods, Reader, Xlsx};
use jiff::civil::date;
use primitives::{Geld, Moment};
use reports::RapportError;
use reports::lijst::{Cel, Kolom, Lijst, Lijstformaat, render_lijst};

fn moment() -> Moment {
    "2026-04-20T12:30:00Z".parse().unwrap()
}

fn lijst() -> Lijst {
    Lijst {
        titel: "Betalingen: maart/april [2026]".to_owned(),
        kolommen: vec![
            Kolom::new("Omschrijving", 30),
            Kolom::new("Aantal", 8),
            Kolom::new("Deel", 8),
            Kolom::new("Bedrag", 12),
            Kolom::new("Datum", 12),
        ],
        rijen: vec![
            vec![
                Cel::text("=SOM(A1:A9); \"x\"\nregel twee <b>"),
                Cel::number(1234),
                Cel::Procent("12.5".parse().unwrap()),
                Cel::Bedrag(Geld::parse("-1401.50").unwrap()),
                Cel::Datum(date(2026, 3, 1)),
            ],
            vec![
                Cel::text("gewone tekst"),
                Cel::Getal {
                    waarde: "-72.5".parse().unwrap(),
                    decimalen: 1,
                },
                Cel::Leeg,
                Cel::Leeg,
                Cel::Datum(date(1899, 3, 1)),
            ],
        ],
    }
}

#[test]
fn csv_has_semicolons_points_and_no_formula() {
    let csv = render_lijst(&lijst(), Lijstformaat::Csv, moment()).unwrap();
    assert_eq!(
        String::from_utf8(csv).unwrap(),
        "Omschrijving;Aantal;Deel;Bedrag;Datum\r\n\
         \"'=SOM(A1:A9); \"\"x\"\"\nregel twee <b>\";1234;12.5;-1401.50;2026-03-01\r\n\
         gewone tekst;-72.5;;;1899-03-01\r\n"
    );
}

fn check_sheet<RS: std::io::Read + std::io::Seek, R: Reader<RS>>(
    mut boek: R,
) -> calamine::Range<Data>
where
    R::Error: std::fmt::Debug,
{
    assert_eq!(boek.sheet_names(), ["Betalingen  maart april  2026"]);
    let blad = boek.worksheet_range_at(0).unwrap().unwrap();
    assert_eq!(
        blad.get_value((0, 3)),
        Some(&Data::String("Bedrag".to_owned()))
    );
    assert_eq!(blad.get_value((1, 1)), Some(&Data::Float(1234.0)));
    assert_eq!(blad.get_value((1, 2)), Some(&Data::Float(0.125)));
    assert_eq!(blad.get_value((1, 3)), Some(&Data::Float(-1401.5)));
    assert_eq!(blad.get_value((2, 1)), Some(&Data::Float(-72.5)));
    assert_eq!(
        blad.get_value((2, 2)).map(ToString::to_string),
        Some(String::new())
    );
    blad
}

#[test]
fn xlsx_keeps_numbers_numbers_and_text_text() {
    let bytes = render_lijst(&lijst(), Lijstformaat::Xlsx, moment()).unwrap();
    let mut boek: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let formules = boek
        .worksheet_formula("Betalingen  maart april  2026")
        .unwrap();
    assert!(formules.is_empty());
    let blad = check_sheet(boek);
    let tekst = Data::String("=SOM(A1:A9); \"x\"\nregel twee <b>".to_owned());
    assert_eq!(blad.get_value((1, 0)), Some(&tekst));
    assert!(matches!(blad.get_value((1, 4)), Some(Data::DateTime(_))));
    assert_eq!(
        blad.get_value((2, 4)),
        Some(&Data::String("1899-03-01".to_owned()))
    );
}

#[test]
fn ods_keeps_numbers_numbers_and_text_text() {
    let bytes = render_lijst(&lijst(), Lijstformaat::Ods, moment()).unwrap();
    let blad = check_sheet(Ods::new(Cursor::new(bytes)).unwrap());
    let tekst = Data::String("=SOM(A1:A9); \"x\"\nregel twee <b>".to_owned());
    assert_eq!(blad.get_value((1, 0)), Some(&tekst));
    assert_eq!(
        blad.get_value((1, 4)),
        Some(&Data::DateTimeIso("2026-03-01".to_owned()))
    );
}

#[test]
fn ods_is_packed_as_the_specification_asks() {
    let bytes = render_lijst(&lijst(), Lijstformaat::Ods, moment()).unwrap();
    assert_eq!(
        &bytes[30..38],
        b"mimetype",
        "the first file, at a fixed place"
    );
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let namen = [
        "META-INF/manifest.xml",
        "meta.xml",
        "styles.xml",
        "content.xml",
    ];
    for naam in namen {
        let mut tekst = String::new();
        zip.by_name(naam)
            .unwrap()
            .read_to_string(&mut tekst)
            .unwrap();
        roxmltree::Document::parse(&tekst).unwrap();
    }
}

#[test]
fn the_same_list_gives_the_same_bytes() {
    for formaat in Lijstformaat::ALLE {
        let een = render_lijst(&lijst(), formaat, moment()).unwrap();
        assert_eq!(
            render_lijst(&lijst(), formaat, moment()).unwrap(),
            een,
            "{formaat:?}"
        );
        assert_eq!(Lijstformaat::parse(formaat.extension()), Some(formaat));
    }
    assert_eq!(Lijstformaat::parse("pdf"), None);
}

#[test]
fn a_row_of_another_length_is_refused() {
    let mut scheef = lijst();
    scheef.rijen[1].pop();
    for formaat in Lijstformaat::ALLE {
        let fout = render_lijst(&scheef, formaat, moment()).unwrap_err();
        assert!(
            matches!(
                fout,
                RapportError::Kolommen {
                    rij: 2,
                    cellen: 4,
                    kolommen: 5
                }
            ),
            "{fout}"
        );
    }
}

#[test]
fn an_empty_list_without_title_is_a_file_too() {
    for formaat in Lijstformaat::ALLE {
        render_lijst(&Lijst::default(), formaat, moment()).unwrap();
    }
}
