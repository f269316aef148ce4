//! What the law lets the college do with a claim: chosen, filled in, answered, and for whom.

use actix_web::http::StatusCode;
use domain::bevoegdheid::Rol;
use testkit::{collega, winterswijk};

use super::{caseload, count, find, hrefs, texts};

#[tokio::test(flavor = "multi_thread")]
async fn each_question_is_answered_with_its_article() {
    let (app, wie) = caseload().await;
    let basis = find(&app, &wie, 6).await;
    let vorderingen = format!("{basis}/recht/vorderingen");
    let recht = app.get(&wie, &format!("{basis}/recht")).await;
    assert!(hrefs(&recht, "main a").contains(&vorderingen));
    let keuze = app.get(&wie, &vorderingen).await;
    for slug in ["lening", "borgtocht", "vergoeding", "kwijtschelding"] {
        let adres = format!("{vorderingen}?soort={slug}");
        assert!(hrefs(&keuze, "main a").contains(&adres), "{slug}");
        assert_eq!(app.get(&wie, &adres).await.status, StatusCode::OK);
    }
    let onbekend = app.get(&wie, &format!("{vorderingen}?soort=x")).await;
    assert_eq!(onbekend.status, StatusCode::BAD_REQUEST);
    for (velden, bevat) in [
        (
            &[
                ("soort", "lening"),
                ("bedrag", "1.000"),
                ("afgelost", "250,00"),
                ("verplichtingenNagekomen", "nee"),
                ("leengrond", "c"),
                ("algemeneBijstand", "ja"),
            ][..],
            &["750,00", "58 lid 2 onder b", "48 lid 2 onder c", "48 lid 4"][..],
        ),
        (
            &[
                ("soort", "lening"),
                ("bedrag", "1.000"),
                ("leengrond", "geen"),
            ],
            &["niets terug", "48 lid 1"],
        ),
        (
            &[("soort", "borgtocht"), ("bedrag", "800")],
            &["800,00", "58 lid 2 onder c"],
        ),
        (
            &[
                ("soort", "vergoeding"),
                ("bijstand", "400"),
                ("vergoeding", "250"),
                ("zelfdeBestemming", "ja"),
            ],
            &["250,00", "onder f sub 2°"],
        ),
        (
            &[
                ("soort", "kwijtschelding"),
                ("maandenVolledigBetaald", "120"),
            ],
            &["mag kwijt", "58 lid 7 onder a"],
        ),
    ] {
        let antwoord = app.post(&wie, &vorderingen, velden).await;
        assert_eq!(antwoord.status, StatusCode::OK, "{velden:?}");
        let tekst = antwoord.tekst();
        for stuk in bevat {
            assert!(tekst.contains(stuk), "{stuk} in {tekst}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_is_asked_by_its_field_and_faults_keep_what_was_typed() {
    let (app, wie) = caseload().await;
    let pad = format!("{}/recht/vorderingen", find(&app, &wie, 6).await);
    let deels = [
        ("soort", "kwijtschelding"),
        ("maandenVolledigBetaald", "24"),
        ("maandenLopend", "130"),
        ("maandenZonderBetaling", "0"),
        ("restsom", "900"),
        ("inEenKeer", "0"),
    ];
    let deels = app.post(&wie, &pad, &deels).await;
    assert_eq!(hrefs(&deels, ".sh-paneel a"), ["#veld-achterstandBetaald"]);
    assert_eq!(count(&deels, "#veld-achterstandBetaald"), 1);
    let fout = [
        ("soort", "lening"),
        ("bedrag", "100"),
        ("afgelost", "150"),
        ("leengrond", "x"),
    ];
    let fout = app.post(&wie, &pad, &fout).await;
    assert_eq!(fout.status, StatusCode::BAD_REQUEST);
    assert_eq!(texts(&fout, "[data-foutoverzicht] li").len(), 2);
    assert_eq!(count(&fout, "input#veld-afgelost[value='150']"), 1);
    let zonder = app.post(&wie, &pad, &[("bedrag", "100")]).await;
    assert_eq!(zonder.status, StatusCode::BAD_REQUEST);
    let sociaal = app.login(collega(Rol::SociaalTeam, winterswijk())).await;
    let anders = [("soort", "lening"), ("bedrag", "9")];
    let anders = app.post(&sociaal, &pad, &anders).await.status;
    let mag = app.get(&sociaal, &pad).await.status;
    assert_eq!(anders, mag, "who may see it may ask");
}
