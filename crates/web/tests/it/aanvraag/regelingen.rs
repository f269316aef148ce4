//! Proposals about the schemes beside algemene bijstand: the same fields as the page that calculates one.

use super::*;

const HUISHOUDEN: [(&str, &str); 7] = [
    ("gezien", "1"),
    ("besluit", "toekenning"),
    ("ingang", "2-11-2026"),
    ("huisvesting", "huurder"),
    ("bezittingen", "1.000"),
    ("schulden", "0"),
    ("motivering", "U heeft deze kosten."),
];

const KOSTEN: [(&str, &str); 9] = [
    ("inkomen", "1.000"),
    ("soortKosten", "Verhuizing"),
    ("kosten", "500"),
    ("noodzakelijk", "ja"),
    ("bijzonder", "ja"),
    ("voorliggend", "nee"),
    ("eerdereKosten", "0"),
    ("draagkrachtGebruikt", "0"),
    ("draagkrachtMaanden", "12"),
];

fn join<'a>(delen: &[&[(&'a str, &'a str)]]) -> Vec<(&'a str, &'a str)> {
    delen.concat()
}

#[tokio::test(flavor = "multi_thread")]
async fn special_costs_are_proposed_with_a_deviation_that_is_kept_as_a_choice() {
    let (app, wie) = caseload().await;
    let pad = receive_for(&app, &wie, "bijzondere-bijstand").await;
    let voorstel = format!("{pad}/voorstel");
    let leeg = app.get(&wie, &voorstel).await;
    let labels = texts(&leeg, "label");
    for begin in ["Waarvoor zijn de kosten?", "Bezittingen"] {
        assert!(
            labels.iter().any(|label| label.starts_with(begin)),
            "{begin}"
        );
    }
    assert!(
        !labels
            .iter()
            .any(|label| label.starts_with("Loon per maand"))
    );

    // One more cost keeps what was typed.
    let meer = join(&[&HUISHOUDEN, &KOSTEN, &[("meerKosten", "ja")]]);
    let twee = app.post(&wie, &voorstel, &meer).await;
    assert_eq!(twee.status, StatusCode::OK);
    assert_eq!(count(&twee, "#veld-soortKosten\\.2"), 1);
    assert_eq!(count(&twee, "#veld-soortKosten[value=Verhuizing]"), 1);

    // Every fault at its field, at once.
    let fout = [("kosten", "veel"), ("afwijking", "300")];
    let fout = app
        .post(&wie, &voorstel, &join(&[&HUISHOUDEN, &fout]))
        .await;
    assert_eq!(fout.status, StatusCode::BAD_REQUEST);
    for veld in ["kosten", "soortKosten", "inkomen", "afwijkingReden"] {
        let invalid = format!("#veld-{veld}[aria-invalid=true]");
        assert_eq!(count(&fout, &invalid), 1, "{veld}");
    }

    // One fault is told once.
    let zonder_reden = join(&[&HUISHOUDEN, &KOSTEN, &[("afwijking", "300")]]);
    let een = app.post(&wie, &voorstel, &zonder_reden).await;
    assert_eq!(count(&een, "a[href='#veld-afwijkingReden']"), 1);
    assert!(een.tekst().contains("Er is 1 fout in het formulier"));

    let anders = [
        ("afwijking", "300"),
        ("afwijkingReden", "U verhuist door de brand."),
    ];
    let dubbel = [
        ("afweging-1", "individualisering"),
        ("keuze-1", "x"),
        ("waarom-1", "y"),
    ];
    let dubbel = join(&[&HUISHOUDEN, &KOSTEN, &anders, &dubbel]);
    let dubbel = app.post(&wie, &voorstel, &dubbel).await;
    assert_eq!(dubbel.status, StatusCode::BAD_REQUEST);
    assert_eq!(count(&dubbel, "#veld-afwijkingReden[aria-invalid=true]"), 1);

    let goed = join(&[&HUISHOUDEN, &KOSTEN, &anders]);
    let terug = accepted(&app, &wie, &voorstel, &goed).await;
    let pagina = app.get(&wie, &terug).await.tekst();
    for deel in [
        "300,00",
        "U verhuist door de brand.",
        "art. 18 lid 1",
        "Dit is een gift",
    ] {
        assert!(pagina.contains(deel), "{deel} in {pagina}");
    }
    let brief = app.get(&wie, &format!("{pad}/brief.pdf")).await;
    assert!(brief.inhoud.starts_with(b"%PDF-1.7"));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_other_scheme_has_its_own_fields_and_its_outcome_decides() {
    let (app, wie) = caseload().await;
    let basis: Vec<_> = HUISHOUDEN[..4]
        .iter()
        .chain(&HUISHOUDEN[6..])
        .copied()
        .collect();
    let studie = [
        ("kanNietWerken", "ja"),
        ("studiefinanciering", "ja"),
        ("wajong", "ja"),
        ("stageInkomsten", "0"),
    ];
    let loonkosten = [
        ("doelgroep", "nee"),
        ("begin", "1-10-2026"),
        ("uren", "32"),
        ("socialeWerkvoorziening", "nee"),
        ("andereSubsidie", "nee"),
    ];
    let premie = [
        ("premie", "uitstroom"),
        ("akkoordCollege", "nee"),
        ("maandenBijstand", "14"),
        ("eerderDitJaar", "0"),
        ("keerEerderDitJaar", "0"),
        ("doelgroep", "nee"),
    ];
    for (regeling, velden, weigering) in [
        ("studietoeslag", &studie[..], "Wajong"),
        ("loonkostensubsidie", &loonkosten[..], "doelgroep"),
        ("premie", &premie[..], "arbeidsinschakeling"),
    ] {
        let pad = receive_for(&app, &wie, regeling).await;
        let voorstel = format!("{pad}/voorstel");
        // The calculation gives no right: granting is refused with why, rejecting is accepted.
        let fout = app.post(&wie, &voorstel, &join(&[&basis, velden])).await;
        assert_eq!(fout.status, StatusCode::BAD_REQUEST, "{regeling}");
        assert!(
            fout.tekst().contains(weigering),
            "{regeling}: {}",
            fout.tekst()
        );
        let mut goed = join(&[&basis, velden]);
        goed.retain(|(veld, _)| *veld != "besluit");
        goed.push(("besluit", "afwijzing"));
        let terug = accepted(&app, &wie, &voorstel, &goed).await;
        assert!(app.get(&wie, &terug).await.tekst().contains("Afwijzen"));
    }

    let pad = receive_for(&app, &wie, "minimaregeling").await;
    let voorstel = format!("{pad}/voorstel");
    let inkomen = [("inkomen", "9.000")];
    let fout = app
        .post(&wie, &voorstel, &join(&[&HUISHOUDEN, &inkomen]))
        .await;
    assert_eq!(fout.status, StatusCode::BAD_REQUEST);
    assert!(
        fout.tekst().contains("kies welke regeling het is"),
        "{}",
        fout.tekst()
    );
}
