//! The forms of a proposal and of an advance.

use super::*;

/// The proposal with more fields, on what was seen last.
fn with<'a>(gezien: &'a str, meer: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let vast = VOORSTEL.into_iter().filter(|(veld, _)| *veld != "gezien");
    let meer = meer.iter().copied();
    [("gezien", gezien)]
        .into_iter()
        .chain(vast)
        .chain(meer)
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn more_than_one_choice_and_an_exemption_are_asked_for_without_a_script() {
    let (app, wie) = caseload().await;
    let pad = format!("{}/voorstel", receive(&app, &wie).await);
    let leeg = app.get(&wie, &pad).await;
    assert_eq!(count(&leeg, "fieldset.sh-groep"), 1);
    let labels = texts(&leeg, "label");
    let label = |begin: &str| {
        labels
            .iter()
            .find(|label| label.starts_with(begin))
            .unwrap()
    };
    assert!(label("Bezittingen").contains("(leeg bij niet behandelen)"));
    assert!(label("Loon per maand").contains("(niet verplicht)"));
    assert!(!label("Waarom dit besluit").contains('('));
    let eerste = [
        ("afweging-1", "ontheffing"),
        ("keuze-1", "Een half jaar."),
        ("waarom-1", "U zorgt voor uw moeder."),
    ];
    let meer = with("1", &[eerste[0], eerste[1], eerste[2], ("meer", "ja")]);
    let twee = app.post(&wie, &pad, &meer).await;
    assert_eq!(twee.status, StatusCode::OK);
    assert_eq!(count(&twee, "fieldset.sh-groep"), 2);
    assert!(
        twee.tekst().contains("U zorgt voor uw moeder."),
        "what was typed is kept"
    );
    let fout = with(
        "1",
        &[
            eerste[0],
            eerste[1],
            eerste[2],
            ("afweging-2", "ontheffing"),
            ("keuze-2", "x"),
            ("waarom-2", "y"),
            ("ontheffing", "dringende-redenen"),
            ("ontheffingTot", "morgen"),
        ],
    );
    let antwoord = app.post(&wie, &pad, &fout).await;
    assert_eq!(antwoord.status, StatusCode::BAD_REQUEST);
    assert_eq!(
        count(
            &antwoord,
            "#veld-afweging-2[aria-invalid=true], #veld-ontheffingTot[aria-invalid=true]"
        ),
        2
    );
    let goed = with(
        "1",
        &[
            eerste[0],
            eerste[1],
            eerste[2],
            ("afweging-3", "individualisering"),
            ("keuze-3", "Geen."),
            ("waarom-3", "Gewone kosten."),
            ("ontheffing", "dringende-redenen"),
            ("ontheffingTot", "1-5-2027"),
        ],
    );
    let terug = accepted(&app, &wie, &pad, &goed).await;
    let pagina = app.get(&wie, &terug).await;
    assert!(pagina.tekst().contains("Hoeft geen werk te zoeken"));
    assert!(pagina.tekst().contains("tot en met 1 mei 2027"));
    assert!(pagina.tekst().contains("Gewone kosten."));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_advance_is_a_task_is_granted_and_is_shown() {
    let (app, wie) = caseload().await;
    give_mandate(&app).await;
    let dossier = find(&app, &wie, 3).await;
    let velden = [
        ("regeling", "algemene-bijstand"),
        ("ontvangenOp", "12-10-2026"),
        ("kanaal", "balie"),
    ];
    let pad = accepted(&app, &wie, &format!("{dossier}/aanvragen/nieuw"), &velden).await;
    assert!(
        app.get(&wie, "/")
            .await
            .tekst()
            .contains("Verleen 1 voorschot")
    );
    let formulier = format!("{pad}/voorschot");
    assert_eq!(app.get(&wie, &formulier).await.status, StatusCode::OK);
    let leeg = app
        .post(&wie, &formulier, &[("gezien", "1"), ("loon", "veel")])
        .await;
    assert_eq!(leeg.status, StatusCode::BAD_REQUEST);
    let fout = [
        "peildatum",
        "huisvesting",
        "loon",
        "bezittingen",
        "schulden",
    ]
    .map(|veld| format!("#veld-{veld}[aria-invalid=true]"));
    assert_eq!(count(&leeg, &fout.join(", ")), 5);
    let rijk = [
        ("gezien", "1"),
        ("peildatum", "21-11-2026"),
        ("huisvesting", "huurder"),
        ("bezittingen", "50.000"),
        ("schulden", "0"),
    ];
    let geen = app.post(&wie, &formulier, &rijk).await;
    assert!(
        geen.tekst().contains("volgt geen bijstand"),
        "{}",
        geen.tekst()
    );
    let arm = rijk.map(|(veld, waarde)| {
        if veld == "bezittingen" {
            (veld, "0")
        } else {
            (veld, waarde)
        }
    });
    let eerst = app.post(&wie, &formulier, &arm).await;
    assert_eq!(eerst.status, StatusCode::OK, "shown before it is granted");
    assert!(eerst.tekst().contains("95% van"), "{}", eerst.tekst());
    let gezien = app.get(&wie, &pad).await;
    assert_eq!(count(&gezien, "article"), 1, "nothing was written");
    let anders = [arm.as_slice(), &[("aanpassen", "ja"), ("verlenen", "ja")]].concat();
    let anders = app.post(&wie, &formulier, &anders).await;
    assert_eq!(count(&anders, "#veld-bezittingen"), 1, "the fields again");
    let oud = [arm.as_slice(), &[("verlenen", "ja"), ("getoond", "1.00")]].concat();
    let oud = app.post(&wie, &formulier, &oud).await;
    assert_eq!(oud.status, StatusCode::BAD_REQUEST);
    assert!(oud.tekst().contains("een ander bedrag dan u zag"));
    let bedrag = attributes(&eerst, "input[name=getoond]", "value").concat();
    let verlenen = [
        arm.as_slice(),
        &[("verlenen", "ja"), ("getoond", bedrag.as_str())],
    ]
    .concat();
    accepted(&app, &wie, &formulier, &verlenen).await;
    let pagina = app.get(&wie, &pad).await.tekst();
    assert!(pagina.contains("95% van"), "{pagina}");
    assert!(pagina.contains("Volgend voorschot uiterlijk"), "{pagina}");
    assert!(
        !app.get(&wie, "/")
            .await
            .tekst()
            .contains("Verleen 1 voorschot")
    );
}
