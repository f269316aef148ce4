//! The other schemes of a resident: chosen, filled in, explained, and for whom.

use actix_web::http::StatusCode;
use domain::bevoegdheid::Rol;
use testkit::{actor, collega, nijkerk, winterswijk};

use super::{caseload, count, find, hrefs};

/// The answers of a caseworker about a cost of a thousand euros.
const KOSTEN: [(&str, &str); 13] = [
    ("regeling", "bijzondere-bijstand"),
    ("peildatum", "21-11-2026"),
    ("inkomen", "1.000,00"),
    ("bezittingen", "5.000"),
    ("schulden", "0"),
    ("soortKosten", "Uitvaart"),
    ("kosten", "1.000"),
    ("noodzakelijk", "ja"),
    ("bijzonder", "ja"),
    ("voorliggend", "nee"),
    ("eerdereKosten", "0"),
    ("draagkrachtGebruikt", "0"),
    ("draagkrachtMaanden", "12"),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_scheme_is_chosen_filled_in_and_explained() {
    let (app, wie) = caseload().await;
    let basis = find(&app, &wie, 6).await;
    let recht = app.get(&wie, &format!("{basis}/recht")).await;
    let regelingen = format!("{basis}/recht/regelingen");
    let links = hrefs(&recht, "main a");
    assert!(links.contains(&regelingen), "{links:?}");
    let keuze = app.get(&wie, &regelingen).await;
    for slug in [
        "bijzondere-bijstand",
        "meedoen",
        "zorgverzekering",
        "studietoeslag",
        "loonkostensubsidie",
        "premie",
    ] {
        let adres = format!("{regelingen}?regeling={slug}");
        assert!(hrefs(&keuze, "main a").contains(&adres), "{slug}");
        assert_eq!(app.get(&wie, &adres).await.status, StatusCode::OK);
    }
    let onbekend = app.get(&wie, &format!("{regelingen}?regeling=x")).await;
    assert_eq!(onbekend.status, StatusCode::BAD_REQUEST);
    let zonder = app.post(&wie, &regelingen, &KOSTEN).await;
    assert_eq!(zonder.status, StatusCode::OK);
    let tekst = zonder.tekst();
    assert!(
        tekst.contains("<strong>€\u{a0}1.000,00</strong> voor deze kosten"),
        "{tekst}"
    );
    assert!(tekst.contains("Participatiewet art. 48 lid 1"), "a gift");
    let college = app.login(actor(Rol::College, winterswijk())).await;
    let besluit = [
        ("orgaan", "college"),
        ("thema", "bijzondere-bijstand"),
        ("nummer", "2025-77"),
        ("titel", "Beleidsregels bijzondere bijstand"),
        ("vergaderdatum", "11-12-2025"),
        ("uitkomst.beslissing", "conform-voorstel"),
        ("inwerkingtreding", "1-1-2026"),
        ("waarden.0.sleutel", "bijzondere-bijstand.kosten"),
        ("waarden.0.waarde", "Uitvaart: 800,00"),
        ("waarden.1.sleutel", "bijzondere-bijstand.drempel"),
        ("waarden.1.waarde", "150"),
    ];
    let genomen = app
        .post(&college, "/GM0294/besluiten/nieuw", &besluit)
        .await;
    assert_eq!(genomen.status, StatusCode::SEE_OTHER, "{}", genomen.tekst());
    let pad = format!("{}/bekendmaking", genomen.kop("location"));
    let ander = app.login(collega(Rol::College, winterswijk())).await;
    let bekendmaking = [
        ("plaats", "cvdr"),
        ("nummer", "CVDR741635"),
        ("datum", "18-12-2025"),
        ("inwerkingtreding", "1-1-2026"),
    ];
    let bekend = app.post(&ander, &pad, &bekendmaking).await;
    assert_eq!(bekend.status, StatusCode::SEE_OTHER, "{}", bekend.tekst());
    let met = app.post(&wie, &regelingen, &KOSTEN).await;
    let tekst = met.tekst();
    assert!(tekst.contains("<strong>€\u{a0}800,00</strong>"), "{tekst}");
    let bron = "#stappen ~ tbody a[href='/GM0294/besluiten?zoek=2025%2D77']";
    assert_eq!(count(&met, bron), 2, "the list of costs and the threshold");
    let mut laag = KOSTEN;
    laag[6].1 = "150";
    let laag = app.post(&wie, &regelingen, &laag).await.tekst();
    assert!(
        laag.contains("geen recht") && laag.contains("drempel"),
        "{laag}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_field_of_a_scheme_is_named_and_what_was_typed_stays() {
    let (app, wie) = caseload().await;
    let regelingen = format!("{}/recht/regelingen", find(&app, &wie, 6).await);
    let invoer = [
        ("regeling", "meedoen"),
        ("peildatum", "31-02-2026"),
        ("inkomen", "1,005"),
        ("kinderenTot12", "twee"),
    ];
    let fout = app.post(&wie, &regelingen, &invoer).await;
    assert_eq!(fout.status, StatusCode::BAD_REQUEST);
    assert_eq!(count(&fout, "[data-foutoverzicht] li"), 6);
    assert_eq!(count(&fout, "input#veld-kinderenTot12[value='twee']"), 1);
    let goed = [
        ("regeling", "meedoen"),
        ("peildatum", "21-11-2026"),
        ("inkomen", "1.000"),
        ("bezittingen", "0"),
        ("schulden", "0"),
        ("kinderenTot12", "1"),
        ("kinderenVanaf12", "0"),
    ];
    let goed = app.post(&wie, &regelingen, &goed).await;
    assert_eq!(goed.status, StatusCode::OK);
    let tekst = goed.tekst();
    assert!(
        tekst.contains("niet te bepalen") && tekst.contains("meedoen.inkomensgrens"),
        "no decision yet: {tekst}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_calculates_a_scheme_without_the_right_to() {
    let (app, wie) = caseload().await;
    let regelingen = format!("{}/recht/regelingen", find(&app, &wie, 6).await);
    let griffie = app.login(actor(Rol::Griffie, winterswijk())).await;
    let nijkerker = app.login(actor(Rol::Consulent, nijkerk())).await;
    for (wie, status) in [
        (&griffie, StatusCode::FORBIDDEN),
        (&nijkerker, StatusCode::NOT_FOUND),
        (&wie, StatusCode::OK),
    ] {
        assert_eq!(app.post(wie, &regelingen, &KOSTEN).await.status, status);
    }
    let fg = app.login(actor(Rol::Fg, winterswijk())).await;
    let log = app.get(&fg, "/GM0294/inzagelog").await.tekst();
    assert!(log.contains("regelingen"), "{log}");
}

#[tokio::test(flavor = "multi_thread")]
async fn study_and_work_have_a_form_of_their_own_with_an_answer_to_the_article() {
    let (app, wie) = caseload().await;
    let regelingen = format!("{}/recht/regelingen", find(&app, &wie, 6).await);
    for (velden, verwacht) in [
        (
            &[
                ("regeling", "loonkostensubsidie"),
                ("peildatum", "1-3-2026"),
                ("doelgroep", "ja"),
                ("begin", "1-1-2026"),
                ("uren", "36"),
                ("loonwaarde", "60"),
                ("socialeWerkvoorziening", "nee"),
                ("andereSubsidie", "nee"),
            ][..],
            &["per maand", "Participatiewet art. 10d lid 4"][..],
        ),
        (
            &[
                ("regeling", "studietoeslag"),
                ("peildatum", "1-3-2026"),
                ("kanNietWerken", "ja"),
                ("studiefinanciering", "ja"),
                ("wajong", "nee"),
                ("stageInkomsten", "0"),
            ],
            &["per maand", "Participatiewet art. 36b"],
        ),
        (
            &[
                ("regeling", "premie"),
                ("peildatum", "1-3-2026"),
                ("premie", "uitstroom"),
                ("akkoordCollege", "ja"),
                ("maandenBijstand", "14"),
                ("eerderDitJaar", "0"),
                ("keerEerderDitJaar", "0"),
                ("doelgroep", "nee"),
            ],
            &["niet te bepalen", "premie.uitstroom"],
        ),
    ] {
        let antwoord = app.post(&wie, &regelingen, velden).await;
        assert_eq!(antwoord.status, StatusCode::OK, "{}", antwoord.tekst());
        for tekst in verwacht {
            assert!(
                antwoord.tekst().contains(tekst),
                "{tekst}: {}",
                antwoord.tekst()
            );
        }
        let (regeling, rest) = velden.split_first().unwrap();
        let leeg = app.post(&wie, &regelingen, &[*regeling]).await;
        assert_eq!(leeg.status, StatusCode::BAD_REQUEST);
        assert!(count(&leeg, "[data-foutoverzicht] li") >= rest.len() - 2);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn costs_can_be_several_and_a_deviation_has_a_reason() {
    let (app, wie) = caseload().await;
    let regelingen = format!("{}/recht/regelingen", find(&app, &wie, 6).await);
    let mut meer = KOSTEN.to_vec();
    meer.push(("meerKosten", "ja"));
    let meer = app.post(&wie, &regelingen, &meer).await;
    assert_eq!(meer.status, StatusCode::OK);
    assert_eq!(
        count(&meer, "input[name='soortKosten'][value='Uitvaart']"),
        1
    );
    assert_eq!(count(&meer, "input[name='soortKosten.2']"), 1);
    let mut twee = KOSTEN.to_vec();
    twee.extend([
        ("soortKosten.2", "Bril"),
        ("kosten.2", "200"),
        ("noodzakelijk.2", "ja"),
        ("bijzonder.2", "ja"),
        ("voorliggend.2", "nee"),
    ]);
    let samen = app.post(&wie, &regelingen, &twee).await.tekst();
    assert!(
        samen.contains("<strong>€\u{a0}1.200,00</strong>"),
        "{samen}"
    );
    twee.push(("afwijking", "900"));
    let zonder = app.post(&wie, &regelingen, &twee).await;
    assert_eq!(count(&zonder, "#fout-afwijkingReden"), 1);
    twee.push(("afwijkingReden", "De inwoner kreeg korting."));
    let met = app.post(&wie, &regelingen, &twee).await.tekst();
    assert!(met.contains("<strong>€\u{a0}900,00</strong>"), "{met}");
    assert!(met.contains("U wijkt af van de regels: De inwoner kreeg korting."));
}
