//! What more work gives a household: the ages of children are typed, sent, and stand in no address.

use actix_web::http::StatusCode;
use domain::bevoegdheid::Rol;
use http_base::testing::{Bezoeker, TestAntwoord, TestApp};
use testkit::{Maandbestand, actor, consulent, nijkerk, winterswijk};

use super::{attributes, count, decide_beleid, find, reads, take_over, texts};
use crate::app;

/// The page of a couple, of whom the record does not tell whether they have children, and that of somebody alone.
async fn arrange() -> (TestApp, Bezoeker, [String; 2]) {
    let app = app().await;
    let bestand = Maandbestand::new(winterswijk(), "10");
    take_over(&app, &bestand.gehuwden(0, 1).alleenstaande(2)).await;
    let meedoen = [
        ("meedoen.inkomensgrens", "120"),
        ("meedoen.vermogenstoets", "nee"),
        ("meedoen.bedrag.volwassene", "240"),
        ("meedoen.bedrag.kind-tot-12", "144"),
        ("meedoen.bedrag.kind-vanaf-12", "216"),
    ];
    decide_beleid(&app, Rol::Griffie, ("minima", "2025-118"), &meedoen).await;
    let wie = app.login(consulent()).await;
    let paden = [find(&app, &wie, 0).await, find(&app, &wie, 2).await];
    (app, wie, paden.map(|pad| format!("{pad}/recht/werken")))
}

const fn question(kinderen: &str) -> [(&str, &str); 3] {
    [
        ("vrijlating", "n"),
        ("bruto", "1.200"),
        ("kinderen", kinderen),
    ]
}

/// What is lost per month where the scheme to take part stops; none where it is not in the table.
fn loss(pagina: &TestAntwoord) -> Option<String> {
    let namen = texts(pagina, "#kliffen ~ tbody th, #kliffen tbody th");
    let plek = namen.iter().position(|naam| naam == "Meedoenregeling")?;
    let cellen = texts(pagina, "#kliffen ~ tbody td, #kliffen tbody td");
    cellen.get(plek * 3 + 1).cloned()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_ages_that_are_sent_decide_what_a_scheme_gives_and_so_what_is_lost() {
    let (app, wie, [paar, alleen]) = arrange().await;
    for (kinderen, verlies) in [
        // (2 x 240 + 144 + 216) / 12, (2 x 240 + 216) / 12, 2 x 240 / 12.
        ("4, 13", Some("€\u{a0}70,00")),
        ("12", Some("€\u{a0}58,00")),
        ("geen", Some("€\u{a0}40,00")),
        ("", None),
    ] {
        let pagina = app.post(&wie, &paar, &question(kinderen)).await;
        assert_eq!(pagina.status, StatusCode::OK, "{}", pagina.tekst());
        let tekst = pagina.tekst();
        assert_eq!(loss(&pagina).as_deref(), verlies, "{kinderen}: {tekst}");
        assert!(tekst.contains("Uitgelegd: €\u{a0}1.200,00 brutoloon"));
        let bewaard = attributes(&pagina, "#veld-kinderen", "value");
        assert!(
            bewaard.iter().all(|waarde| waarde == kinderen),
            "{bewaard:?}"
        );
        let is_onbekend = tekst.contains("hoeveel kinderen");
        assert_eq!(is_onbekend, kinderen.is_empty(), "{kinderen}: {tekst}");
    }
    // Ages that contradict the record give no outcome but say so.
    let pagina = app.post(&wie, &alleen, &question("4")).await;
    assert_eq!(pagina.status, StatusCode::OK);
    assert!(
        pagina
            .tekst()
            .contains("Volgens de levering zijn er geen kinderen")
    );
    assert_eq!(count(&pagina, "#loonstappen"), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_the_children_stands_in_an_address_or_is_read_from_one() {
    let (app, wie, [paar, _]) = arrange().await;
    let pagina = app.post(&wie, &paar, &question("4, 13")).await;
    for (css, naam) in [("[href]", "href"), ("[action]", "action"), ("[src]", "src")] {
        for adres in attributes(&pagina, css, naam) {
            assert!(!adres.contains("kinderen"), "{adres}");
            assert!(!adres.contains("4,") && !adres.contains("4%2C"), "{adres}");
        }
    }
    assert_eq!(count(&pagina, "form[method=post] #veld-kinderen"), 1);
    assert_eq!(pagina.kop("location"), "", "no address to go to");
    assert!(pagina.kop("cache-control").contains("no-store"));
    let gelezen = app
        .get(&wie, &format!("{paar}?kinderen=4,13&bruto=900"))
        .await;
    assert_eq!(gelezen.status, StatusCode::OK);
    assert!(!gelezen.tekst().contains("4,13"), "not from an address");
    assert_eq!(attributes(&gelezen, "#veld-bruto", "value"), ["900"]);
    assert_eq!(loss(&gelezen), None, "the ages were not told");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_wrong_field_is_told_at_once_and_what_was_typed_stays() {
    let (app, wie, [paar, _]) = arrange().await;
    for kinderen in ["18", "-1", "4;11", "4, elf", "4,,11"] {
        let fout = app.post(&wie, &paar, &question(kinderen)).await;
        assert_eq!(fout.status, StatusCode::BAD_REQUEST, "{kinderen}");
        assert_eq!(count(&fout, "#veld-kinderen[aria-invalid=true]"), 1);
        assert_eq!(attributes(&fout, "#veld-kinderen", "value"), [kinderen]);
        assert_eq!(attributes(&fout, "#veld-bruto", "value"), ["1.200"]);
        assert_eq!(texts(&fout, "[data-foutoverzicht] li").len(), 1);
    }
    let alle = [("vrijlating", "q"), ("bruto", "veel"), ("kinderen", "<b>")];
    let fout = app.post(&wie, &paar, &alle).await;
    assert_eq!(texts(&fout, "[data-foutoverzicht] li").len(), 3);
    for veld in ["vrijlating", "bruto", "kinderen"] {
        assert_eq!(
            count(&fout, &format!("a[href='#veld-{veld}']")),
            1,
            "{veld}"
        );
    }
    assert!(!fout.tekst().contains("<b>"), "what was typed is escaped");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_calculates_rights_here_gets_an_answer_and_it_is_logged() {
    let (app, wie, [paar, _]) = arrange().await;
    let vraag = question("4, 13");
    for (rol, gemeente, status) in [
        (Rol::Griffie, winterswijk(), StatusCode::FORBIDDEN),
        (Rol::College, winterswijk(), StatusCode::FORBIDDEN),
        (Rol::Opdrachtgever, winterswijk(), StatusCode::FORBIDDEN),
        (Rol::Consulent, nijkerk(), StatusCode::NOT_FOUND),
    ] {
        let ander = app.login(actor(rol, gemeente)).await;
        let antwoord = app.post(&ander, &paar, &vraag).await;
        assert_eq!(antwoord.status, status, "{rol:?}");
        assert_eq!(count(&antwoord, "#veld-kinderen"), 0, "{rol:?}");
    }
    let elders = app.login(actor(Rol::Consulent, nijkerk())).await;
    let ander_pad = paar.replace("GM0294", "GM0267");
    let antwoord = app.post(&elders, &ander_pad, &vraag).await;
    assert_eq!(antwoord.status, StatusCode::NOT_FOUND, "of another one");
    let niemand = app.post(&Bezoeker::default(), &paar, &vraag).await;
    assert_eq!(count(&niemand, "#veld-kinderen"), 0);
    assert_eq!(niemand.status, StatusCode::UNAUTHORIZED);
    assert!(!niemand.kop("location").contains("13"), "{niemand:?}");
    let vervalst = Bezoeker {
        csrf: String::new(),
        ..wie.clone()
    };
    let antwoord = app.post(&vervalst, &paar, &vraag).await;
    assert_eq!(antwoord.status, StatusCode::FORBIDDEN);

    let voor = reads(&app).await;
    app.post(&wie, &paar, &vraag).await;
    assert_eq!(reads(&app).await - voor, 2, "for both who hold the benefit");
}
