//! The pages of residents: who gets in, what they show, what the forms do.

mod bestand;
mod recht;
mod regelingen;
mod vorderingen;
mod werken;

use actix_web::http::StatusCode;
use domain::bevoegdheid::{Actor, Rol, Toekenning, Werkgebied};
use http_base::testing::{Bezoeker, TestAntwoord, TestApp};
use scraper::{Html, Selector};
use testkit::{TestDb, actor, bsn, consulent, nijkerk, winterswijk};

use crate::app_on;

pub use bestand::{caseload, caseload_in, decide_beleid, deliver, take_over};

/// The address of the dossier of a person by number, found as people find it.
pub async fn find(app: &TestApp, wie: &Bezoeker, nummer: usize) -> String {
    let antwoord = app
        .post(
            wie,
            "/GM0294/inwoners/_zoek",
            &[("zoek", bsn(nummer).expose())],
        )
        .await;
    assert_eq!(
        antwoord.status,
        StatusCode::SEE_OTHER,
        "{}",
        antwoord.tekst()
    );
    antwoord.kop("location").to_owned()
}

const GEVONDEN: &str = "/GM0294/inwoners/gevonden";

/// What a search shows that finds nobody or several people: the page to which the form leads.
async fn search(app: &TestApp, wie: &Bezoeker, zoek: &str) -> TestAntwoord {
    let gezocht = app
        .post(wie, "/GM0294/inwoners/_zoek", &[("zoek", zoek)])
        .await;
    assert_eq!(gezocht.status, StatusCode::SEE_OTHER);
    assert_eq!(gezocht.kop("location"), GEVONDEN);
    app.get(wie, GEVONDEN).await
}

/// How many looks at residents the officer sees in the processing log: a line per resident in its file.
async fn reads(app: &TestApp) -> usize {
    let fg = app.login(actor(Rol::Fg, winterswijk())).await;
    let bestand = app
        .get(&fg, "/GM0294/inzagelog/lijst.csv?soort=alles")
        .await;
    assert_eq!(bestand.status, StatusCode::OK);
    bestand.tekst().lines().count() - 1
}

pub fn count(antwoord: &TestAntwoord, css: &str) -> usize {
    Html::parse_document(&antwoord.tekst())
        .select(&Selector::parse(css).unwrap())
        .count()
}

pub fn hrefs(antwoord: &TestAntwoord, css: &str) -> Vec<String> {
    attributes(antwoord, css, "href")
}

/// An attribute of every element that has it.
pub fn attributes(antwoord: &TestAntwoord, css: &str, naam: &str) -> Vec<String> {
    Html::parse_document(&antwoord.tekst())
        .select(&Selector::parse(css).unwrap())
        .filter_map(|e| e.attr(naam).map(str::to_owned))
        .collect()
}

/// The text of every element, without space around it.
pub fn texts(antwoord: &TestAntwoord, css: &str) -> Vec<String> {
    Html::parse_document(&antwoord.tekst())
        .select(&Selector::parse(css).unwrap())
        .map(|e| e.text().collect::<String>().trim().to_owned())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_has_pages_of_twenty_and_a_file() {
    let (app, wie) = caseload().await;
    let pagina = app.get(&wie, "/GM0294/inwoners").await;
    assert_eq!(pagina.status, StatusCode::OK);
    assert!(pagina.tekst().contains("25 inwoners") && pagina.tekst().contains("Naam onbekend"));
    assert_eq!(count(&pagina, "table tbody tr"), 20);
    let [volgende] = hrefs(&pagina, "a[rel=next]").try_into().unwrap();
    let tweede = app.get(&wie, &format!("/GM0294/inwoners{volgende}")).await;
    assert_eq!(count(&tweede, "table tbody tr"), 5);
    assert_eq!(count(&tweede, "a[rel=next]"), 0);
    let te_meten = app.get(&wie, "/GM0294/inwoners?nodig=meting").await;
    assert!(te_meten.tekst().contains("24 inwoners"));
    for (formaat, begin) in [
        ("csv", &b"\xef\xbb\xbf"[..]),
        ("xlsx", b"PK"),
        ("ods", b"PK"),
    ] {
        let bestand = app
            .get(&wie, &format!("/GM0294/inwoners/lijst.{formaat}"))
            .await;
        assert_eq!(bestand.status, StatusCode::OK, "{formaat}");
        assert!(
            bestand.inhoud.starts_with(begin) || formaat == "csv",
            "{formaat}"
        );
        assert!(
            bestand
                .kop("content-disposition")
                .starts_with("attachment; filename=\"inwoners-GM0294-")
        );
    }
    for pad in [
        "/GM0294/inwoners/lijst.exe",
        "/GM0294/inwoners/1",
        "/GM0294/inwoners/x/notities",
    ] {
        assert_eq!(
            app.get(&wie, pad).await.status,
            StatusCode::NOT_FOUND,
            "{pad}"
        );
    }
    for pad in ["/GM0294/inwoners?van=hen", "/GM0294/inwoners?na=x"] {
        assert_eq!(
            app.get(&wie, pad).await.status,
            StatusCode::BAD_REQUEST,
            "{pad}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn searching_leads_to_the_one_or_shows_the_many_and_leaves_nothing_in_an_address() {
    let (app, wie) = caseload().await;
    let pad = find(&app, &wie, 3).await;
    assert!(pad.starts_with("/GM0294/inwoners/") && !pad.contains(bsn(3).expose()));
    let veel = search(&app, &wie, "12-04-1988").await;
    assert_eq!(count(&veel, "table tbody tr"), 20);
    let volgende = hrefs(&veel, "a[rel=next]").remove(0);
    assert!(volgende.starts_with(GEVONDEN) && !volgende.contains("1988"));
    let rest = app.get(&wie, &volgende).await;
    assert_eq!(count(&rest, "table tbody tr"), 5);
    let terug = app.get(&wie, GEVONDEN).await;
    assert_eq!(count(&terug, "table tbody tr"), 20, "back asks nothing");
    let niemand = search(&app, &wie, "Zonderling").await;
    assert!(niemand.tekst().contains("Er is niemand gevonden."));
    for zoek in ["", "x", "30-02-1990"] {
        let fout = app
            .post(&wie, "/GM0294/inwoners/_zoek", &[("zoek", zoek)])
            .await;
        assert_eq!(fout.status, StatusCode::BAD_REQUEST, "{zoek}");
        assert_eq!(count(&fout, "#veld-zoek[aria-invalid=true]"), 1, "{zoek}");
    }
    assert_eq!(
        app.get(&wie, "/GM0294/inwoners/_zoek").await.status,
        StatusCode::METHOD_NOT_ALLOWED
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_is_of_one_session_and_one_municipality() {
    let (app, wie) = caseload().await;
    let leeg = app.get(&wie, GEVONDEN).await;
    assert_eq!(leeg.status, StatusCode::OK);
    assert!(leeg.tekst().contains("Er is geen zoekopdracht bewaard."));
    search(&app, &wie, "12-04-1988").await;
    let ander = app.login(consulent()).await;
    assert_eq!(count(&app.get(&ander, GEVONDEN).await, "table tbody tr"), 0);
    let mut twee = consulent();
    twee.toekenningen.push(Toekenning {
        rol: Rol::Consulent,
        werkgebied: Werkgebied::Gemeenten(vec![nijkerk()]),
    });
    let twee = app.login(twee).await;
    search(&app, &twee, "12-04-1988").await;
    let elders = app.get(&twee, "/GM0267/inwoners/gevonden").await;
    assert!(!elders.tekst().contains("12-04-1988"));
    for na in ["x", "01890a5d-ac96-774b-bcce-b302099a8057"] {
        let vreemd = app.get(&wie, &format!("{GEVONDEN}?na={na}")).await;
        assert_eq!(vreemd.status, StatusCode::NOT_FOUND, "{na}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_look_at_what_was_found_is_in_the_processing_log() {
    let (app, wie) = caseload().await;
    let voor = reads(&app).await;
    search(&app, &wie, "12-04-1988").await;
    let eerste = reads(&app).await;
    app.get(&wie, GEVONDEN).await;
    let tweede = reads(&app).await;
    find(&app, &wie, 3).await;
    let enige = reads(&app).await;
    assert_eq!(
        [eerste - voor, tweede - eerste, enige - tweede],
        [20, 20, 1],
        "the form itself shows nobody, unless one is found"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_is_measured_in_one_form_and_the_page_says_why() {
    let (app, wie) = caseload().await;
    let lijst = app.get(&wie, "/GM0294/inwoners?nodig=meting").await;
    let meten = hrefs(&lijst, "table a")
        .into_iter()
        .find(|h| h.ends_with("/meten"))
        .unwrap();
    let form = app.get(&wie, &meten).await;
    assert_eq!(form.status, StatusCode::OK);
    let half = app
        .post(
            &wie,
            &meten,
            &[
                ("gemetenOp", "2026-11-21"),
                ("contract", "nee"),
                ("onbetaald-werk", "ja"),
            ],
        )
        .await;
    assert_eq!(half.status, StatusCode::BAD_REQUEST);
    assert_eq!(
        count(
            &half,
            "#veld-verantwoordelijkheid.utrecht-form-field--invalid"
        ),
        1
    );
    assert_eq!(
        count(&half, "input[name=onbetaald-werk][value=ja][checked]"),
        1
    );
    let klaar = app
        .post(
            &wie,
            &meten,
            &[
                ("gemetenOp", "2026-11-21"),
                ("contract", "nee"),
                ("onbetaald-werk", "ja"),
                ("verantwoordelijkheid", "ja"),
                ("wekelijks-samen", "ja"),
            ],
        )
        .await;
    assert_eq!(klaar.status, StatusCode::SEE_OTHER, "{}", klaar.tekst());
    let pagina = app.get(&wie, klaar.kop("location")).await;
    let tekst = pagina.tekst();
    assert!(tekst.contains("Vastgelegd: trede 4 Onbetaald werk. De inwoner doet onbetaald werk"));
    assert!(tekst.contains("Waarom deze trede:") && tekst.contains("Dit kwartaal is gemeten"));
}

#[tokio::test(flavor = "multi_thread")]
async fn notes_names_and_handovers_keep_what_was_typed_until_it_is_right() {
    let (app, wie) = caseload().await;
    let basis = find(&app, &wie, 4).await;
    let naam = app
        .post(&wie, &format!("{basis}/naam"), &[("naam", "<script>")])
        .await;
    assert_eq!(naam.status, StatusCode::BAD_REQUEST);
    assert!(
        naam.tekst().contains("&#60;script&#62;"),
        "{}",
        naam.tekst()
    );
    let goed = app
        .post(&wie, &format!("{basis}/naam"), &[("naam", "Anna d'Hondt")])
        .await;
    assert_eq!(goed.kop("location"), basis);

    let notities = format!("{basis}/notities");
    let met_bsn = format!("Het bsn is {}.", bsn(9).expose());
    let velden = [
        ("soort", "gesprek"),
        ("datum", "2026-11-22"),
        ("tekst", met_bsn.as_str()),
    ];
    let fout = app.post(&wie, &notities, &velden).await;
    assert_eq!(fout.status, StatusCode::BAD_REQUEST);
    assert_eq!(count(&fout, "#veld-tekst[aria-invalid=true]"), 1);
    let velden = [
        ("soort", "gesprek"),
        ("datum", "22-11-2026"),
        ("tekst", "Over werk."),
    ];
    let morgen = app.post(&wie, &notities, &velden).await;
    assert_eq!(count(&morgen, "#veld-datum[aria-invalid=true]"), 1);
    let velden = [
        ("soort", "gesprek"),
        ("datum", "20-11-2026"),
        ("tekst", "Over werk & <b>inkomen</b>."),
    ];
    let goed = app.post(&wie, &notities, &velden).await;
    assert_eq!(goed.kop("location"), notities);
    let pagina = app.get(&wie, &notities).await;
    assert!(
        pagina
            .tekst()
            .contains("Over werk &#38; &#60;b&#62;inkomen&#60;/b&#62;."),
        "{}",
        pagina.tekst()
    );

    let overdracht = format!("{basis}/overdracht");
    let vorm = app.get(&wie, &overdracht).await;
    assert_eq!(
        count(&vorm, "select#veld-naar option[value=test-consulent]"),
        1
    );
    let velden = [("naar", "test-consulent"), ("gezienVolgnummer", "0")];
    let goed = app.post(&wie, &overdracht, &velden).await;
    assert_eq!(goed.status, StatusCode::SEE_OTHER, "{}", goed.tekst());
    let te_laat = app.post(&wie, &overdracht, &velden).await;
    assert_eq!(te_laat.status, StatusCode::BAD_REQUEST);
    assert!(
        te_laat
            .tekst()
            .contains("de casusregisseur is intussen veranderd")
    );
    let tijdlijn = app.get(&wie, &format!("{basis}/tijdlijn")).await.tekst();
    for gebeurtenis in [
        "Casusregisseur: Test consulent",
        "Uitkering begonnen",
        "Over werk",
    ] {
        assert!(tijdlijn.contains(gebeurtenis), "{gebeurtenis}");
    }
    let overzicht = app.get(&wie, &basis).await.tekst();
    assert!(overzicht.contains("Anna d&#39;Hondt") && overzicht.contains("Meet de trede"));
}

#[tokio::test(flavor = "multi_thread")]
async fn where_somebody_lives_is_asked_only_where_it_matters() {
    let (overal, wie) = caseload().await;
    let basis = find(&overal, &wie, 6).await;
    let pad = format!("{basis}/woongebied");
    let link = format!("a[href='{pad}']");
    assert_eq!(count(&overal.get(&wie, &basis).await, &link), 0);
    let leeg = overal.get(&wie, &pad).await;
    assert!(leeg.tekst().contains("gelden overal dezelfde regels"));
    assert_eq!(count(&leeg, "form.sh-formulier"), 0);

    let test = TestDb::new().await;
    test.merge("GM9991", "Voorbeelddorp", winterswijk(), "2026-01-01")
        .await;
    let (app, wie) = caseload_in(app_on(test)).await;
    let basis = find(&app, &wie, 6).await;
    let pad = format!("{basis}/woongebied");
    let link = format!("a[href='{pad}']");
    assert_eq!(count(&app.get(&wie, &basis).await, &link), 1);
    let fout = app
        .post(&wie, &pad, &[("gebied", "GM0267"), ("sinds", "1-13-2026")])
        .await;
    assert_eq!(fout.status, StatusCode::BAD_REQUEST);
    assert_eq!(count(&fout, "#veld-sinds[aria-invalid=true]"), 1);
    assert_eq!(count(&fout, "#veld-sinds[value='1-13-2026']"), 1);
    let fout = app
        .post(&wie, &pad, &[("gebied", "GM0267"), ("sinds", "01-03-2026")])
        .await;
    assert_eq!(count(&fout, "#fout-gebied"), 1);
    let goed = app
        .post(&wie, &pad, &[("gebied", "GM9991"), ("sinds", "01-03-2026")])
        .await;
    assert_eq!(goed.kop("location"), basis);
    let overzicht = app.get(&wie, &basis).await.tekst();
    assert!(overzicht.contains("Voorbeelddorp"));
    let pagina = app.get(&wie, &pad).await;
    assert_eq!(count(&pagina, "table tbody tr"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_work_list_tells_what_waits_and_leads_there() {
    let (app, wie) = caseload().await;
    let lijst = app.get(&wie, "/").await;
    assert!(
        lijst
            .tekst()
            .contains("Wijs een casusregisseur aan voor 25 inwoners")
    );
    let naar = hrefs(&lijst, ".sh-taak a");
    assert_eq!(naar, ["/GM0294/inwoners?van=niemand"]);
    let teamleider = app.login(actor(Rol::Teamleider, winterswijk())).await;
    let lijst = app.get(&teamleider, "/").await.tekst();
    assert!(
        lijst.contains("Meet de trede van 24 inwoners") && lijst.contains("Spreek 24 inwoners")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gets_further_than_their_role_and_municipality() {
    let (app, wie) = caseload().await;
    let basis = find(&app, &wie, 5).await;
    let elders = basis.replace("GM0294", "GM0267");
    let paden = [
        "",
        "/recht",
        "/recht/toeslag",
        "/recht/regelingen",
        "/recht/regelingen?regeling=bijzondere-bijstand",
        "/recht/herziening",
        "/recht/vorderingen",
        "/recht/vorderingen?soort=lening",
        "/tijdlijn",
        "/notities",
        "/overdracht",
        "/naam",
        "/woongebied",
        "/ontwikkeling",
        "/ontwikkeling/meten",
    ];
    let griffie = app.login(actor(Rol::Griffie, winterswijk())).await;
    let nijkerker = app.login(actor(Rol::Consulent, nijkerk())).await;
    let beheer = app.login(Actor::system("beheer", Rol::Beheerder)).await;
    for pad in paden {
        let status =
            async |wie: &Bezoeker, basis: &str| app.get(wie, &format!("{basis}{pad}")).await.status;
        assert_eq!(
            status(&Bezoeker::default(), &basis).await,
            StatusCode::SEE_OTHER,
            "{pad}"
        );
        assert_eq!(
            status(&griffie, &basis).await,
            StatusCode::FORBIDDEN,
            "{pad}"
        );
        assert_eq!(
            status(&nijkerker, &basis).await,
            StatusCode::NOT_FOUND,
            "{pad}"
        );
        assert_eq!(
            status(&nijkerker, &elders).await,
            StatusCode::NOT_FOUND,
            "{pad}"
        );
        assert_eq!(
            status(&beheer, &basis).await,
            StatusCode::NOT_FOUND,
            "{pad}"
        );
        assert_eq!(status(&wie, &basis).await, StatusCode::OK, "{pad}");
    }
    // Quality reads, and changes nothing.
    let kwaliteit = app.login(actor(Rol::Kwaliteit, winterswijk())).await;
    let pagina = app.get(&kwaliteit, &format!("{basis}/notities")).await;
    assert_eq!(
        (pagina.status, count(&pagina, "main form")),
        (StatusCode::OK, 0)
    );
    let velden = [
        ("soort", "notitie"),
        ("datum", "20-11-2026"),
        ("tekst", "x"),
    ];
    let schrijven = app
        .post(&kwaliteit, &format!("{basis}/notities"), &velden)
        .await;
    assert_eq!(schrijven.status, StatusCode::FORBIDDEN);
}
