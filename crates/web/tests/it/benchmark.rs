//! The benchmark: an indicator over time and beside the others.

use actix_web::http::StatusCode;
use domain::bevoegdheid::Rol;
use testkit::{actor, nijkerk, winterswijk};

use crate::sturing::{check_form, close, filled};

#[tokio::test(flavor = "multi_thread")]
async fn the_benchmark_shows_every_indicator_beside_the_others() {
    let app = filled().await;
    close(&app, winterswijk()).await;
    close(&app, nijkerk()).await;
    let lezer = app.login(actor(Rol::Opdrachtgever, winterswijk())).await;
    for indicator in domain::sturing::Indicator::ALL {
        let sleutel = indicator.definitie().sleutel;
        let antwoord = app
            .get(&lezer, &format!("/GM0294/benchmark?indicator={sleutel}"))
            .await;
        assert_eq!(antwoord.status, StatusCode::OK, "{sleutel}");
        let html = antwoord.tekst();
        assert!(html.contains(indicator.definitie().formule), "{sleutel}");
        assert!(
            html.contains("Nijkerk") && html.contains("Winterswijk"),
            "{sleutel}"
        );
        check_form(&html);
    }
    let html = app
        .get(&lezer, "/GM0294/benchmark?indicator=inkomen-uit-werk")
        .await
        .tekst();
    assert!(html.contains("<svg") && html.contains("role=\"img\""));
    assert!(
        html.contains("te weinig gemeenten om te vergelijken: 1 andere gemeente heeft een cijfer")
    );
    assert!(
        !html.contains("Mediaan van de andere gemeenten:"),
        "the median of one is its own figure"
    );
    let verdeling = app
        .get(&lezer, "/GM0294/benchmark?indicator=trede-verdeling")
        .await;
    assert!(verdeling.tekst().contains("sh-kaart__cijfer\">Trede "));
    let lijst = "/GM0294/benchmark/lijst.csv?indicator=inkomen-uit-werk&kwartaal=2026-K3";
    let csv = app.get(&lezer, lijst).await.tekst();
    assert!(csv.contains("Nijkerk;2026-K3;Totaal;"), "{csv}");
    for fout in [
        "indicator=geluk",
        "kwartaal=2026-K9",
        "kwartaal=%27%20or%201=1",
    ] {
        let antwoord = app.get(&lezer, &format!("/GM0294/benchmark?{fout}")).await;
        assert_eq!(antwoord.status, StatusCode::NOT_FOUND, "{fout}");
    }
}
