//! Every kind reads what it writes, and refuses what it is not.

use super::*;

#[test]
fn every_kind_reads_what_it_writes() {
    for (soort, tekst) in [
        (Soort::Bedrag, "450.00"),
        (Soort::Percentage, "12.5"),
        (Soort::Maanden, "36"),
        (Soort::Weken, "8"),
        (Soort::Uren, "12.5"),
        (Soort::Getal, "20"),
        (Soort::JaNee, "nee"),
        (Soort::Datum, "2026-07-01"),
        (Soort::Lijst, "mantelzorgers\nstatushouders"),
        (
            Soort::Tarieven,
            "Uitvaart: 4300.00\nMortuarium: kist: 750.00",
        ),
        (Soort::Staffel, "tot 110: 0\ntot 150.5: 50\ndaarboven: 100"),
        (
            Soort::Regel,
            "Verdubbel de duur.\nTen hoogste drie maanden.",
        ),
        (Soort::Document, "Beleidsplan 2026, te lezen bij de griffie"),
    ] {
        let waarde = Waarde::parse(soort, tekst).unwrap();
        assert_eq!(waarde.to_string(), tekst);
        assert_eq!(waarde.soort(), soort);
        assert_eq!(
            Waarde::parse_invoer(soort, &waarde.invoer_nl()).as_ref(),
            Ok(&waarde)
        );
    }
}

#[test]
fn every_kind_refuses_what_it_is_not() {
    for (soort, fout, teksten) in [
        (
            Soort::Bedrag,
            WaardeError::Bedrag,
            ["", "abc", "-1", "1,234", "9999999999999"],
        ),
        (
            Soort::Percentage,
            WaardeError::Percentage,
            ["", "x", "-5", "1001", "1,234"],
        ),
        (
            Soort::Maanden,
            WaardeError::Maanden,
            ["", "1,5", "-1", "241", "één"],
        ),
        (
            Soort::Getal,
            WaardeError::Getal,
            ["", "veel", "-1", "1001", "0,001"],
        ),
        (
            Soort::Weken,
            WaardeError::Weken,
            ["", "1,5", "-1", "521", "acht"],
        ),
        (
            Soort::Uren,
            WaardeError::Uren,
            ["", "veel", "-1", "169", "0,001"],
        ),
        (
            Soort::JaNee,
            WaardeError::JaNee,
            ["", "misschien", "ja nee", "1", "true"],
        ),
        (
            Soort::Datum,
            WaardeError::Datum,
            ["", "31-02-2026", "morgen", "2026", "1-13-2026"],
        ),
        (
            Soort::Lijst,
            WaardeError::Lijst,
            ["", " \n ", "a\na", "nul\0", "tab\tin"],
        ),
        (
            Soort::Tarieven,
            WaardeError::Tarieven,
            ["", "Uitvaart", "Uitvaart: veel", ": 10", "a: 1\na: 2"],
        ),
        (
            Soort::Staffel,
            WaardeError::Staffel,
            [
                "",
                "tot 110: 0",
                "110: 0",
                "daarboven",
                "tot x: 1\ndaarboven: 2",
            ],
        ),
        (
            Soort::Regel,
            WaardeError::Tekst,
            ["", " ", "\n", "a\0", "a\tb"],
        ),
        (
            Soort::Document,
            WaardeError::Tekst,
            ["", " ", "\n", "a\0", "a\tb"],
        ),
    ] {
        for tekst in teksten {
            assert_eq!(Waarde::parse_invoer(soort, tekst), Err(fout), "{tekst:?}");
        }
    }
}

#[test]
fn people_read_and_type_the_dutch_notation() {
    let bedrag = Waarde::parse_invoer(Soort::Bedrag, "€ 1.234,5").unwrap();
    assert_eq!(bedrag.to_string(), "1234.50");
    assert_eq!(bedrag.tekst_nl(), "€\u{a0}1.234,50");
    let procent = Waarde::parse_invoer(Soort::Percentage, "12,5 %").unwrap();
    assert_eq!(procent.tekst_nl(), "12,5%");
    assert_eq!(
        Waarde::parse(Soort::Maanden, "1").unwrap().tekst_nl(),
        "1 maand"
    );
}

#[test]
fn the_api_writes_amounts_as_text_and_other_numbers_as_numbers() {
    let json = |soort, tekst| serde_json::to_string(&Waarde::parse(soort, tekst).unwrap()).unwrap();
    assert_eq!(json(Soort::Bedrag, "450.00"), "\"450.00\"");
    assert_eq!(json(Soort::Percentage, "110"), "110");
    assert_eq!(json(Soort::Percentage, "12.5"), "12.5");
    assert_eq!(json(Soort::Maanden, "36"), "36");
    assert_eq!(json(Soort::Lijst, "a\nb"), "[\"a\",\"b\"]");
    assert_eq!(json(Soort::JaNee, "ja"), "true");
    assert_eq!(json(Soort::Datum, "2026-07-01"), "\"2026-07-01\"");
    assert_eq!(
        json(Soort::Tarieven, "Uitvaart: 4300.00"),
        r#"[{"naam":"Uitvaart","bedrag":"4300.00"}]"#
    );
    assert_eq!(
        json(Soort::Staffel, "tot 110: 0\ndaarboven: 12.5"),
        r#"[{"tot":110,"waarde":0},{"tot":null,"waarde":12.5}]"#
    );
}
