//! Logging in and out, at our own provider and at a certified one.

use e2e::{Aanbieder, Browser, Systeem};

#[tokio::test]
async fn a_case_worker_logs_in_and_out() -> anyhow::Result<()> {
    let systeem = Systeem::start(Aanbieder::Ontwikkel).await?;
    let browser = Browser::start(1280, true).await?;
    browser
        .log_in(&systeem.adres, "demo-consulent-winterswijk")
        .await?;
    assert_eq!(browser.heading().await?, "Werklijst");
    assert!(browser.text().await?.contains("Kim Hofstra"));
    browser.check_accessibility().await?;
    browser.click("Uitloggen").await?;
    browser.wait_for_heading("uitgelogd").await?;
    browser.check_accessibility().await?;
    browser.open(&format!("{}/GM0294", systeem.adres)).await?;
    assert!(
        browser
            .client
            .current_url()
            .await?
            .as_str()
            .starts_with(&systeem.issuer)
    );
    browser.close().await?;
    assert_eq!(systeem.stop().await?, Some(0));
    Ok(())
}

#[tokio::test]
async fn somebody_without_a_role_gets_a_page_that_says_what_is_missing() -> anyhow::Result<()> {
    let systeem = Systeem::start(Aanbieder::Ontwikkel).await?;
    let browser = Browser::start(360, true).await?;
    browser.log_in(&systeem.adres, "demo-zonder-rol").await?;
    let tekst = browser.text().await?;
    assert!(tekst.contains("rollen"), "{tekst}");
    browser.check_accessibility().await?;
    browser.close().await
}

#[tokio::test]
async fn another_municipality_does_not_exist_for_who_has_no_role_there() -> anyhow::Result<()> {
    let systeem = Systeem::start(Aanbieder::Ontwikkel).await?;
    let browser = Browser::start(1280, true).await?;
    browser
        .log_in(&systeem.adres, "demo-consulent-winterswijk")
        .await?;
    let kop = browser.open(&format!("{}/GM0267", systeem.adres)).await?;
    assert_eq!(
        kop,
        browser.open(&format!("{}/GM9999", systeem.adres)).await?
    );
    browser.check_accessibility().await?;
    browser.close().await
}
