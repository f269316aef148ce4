//! Every page that a role can reach by links: no violation of WCAG 2.2 A or AA, and never wider than the window.

use std::collections::BTreeSet;
use std::path::Path;

use e2e::{Aanbieder, Browser, Systeem};
use fantoccini::Locator;

/// One user of each kind that sees pages of its own: who decides, who executes, who steers and supervises.
const BESLISSERS: [&str; 3] = [
    "demo-griffie-winterswijk",
    "demo-college-winterswijk",
    "demo-opdrachtgever-winterswijk",
];
const UITVOERDERS: [&str; 2] = ["demo-consulent-winterswijk", "demo-teamleider-winterswijk"];
const STUURDERS: [&str; 4] = [
    "demo-directie",
    "demo-bestuur",
    "demo-fg-winterswijk",
    "demo-beheerder",
];

/// More than any role has.
const PAGINAS_MAX: usize = 60;

#[tokio::test]
async fn every_page_of_who_decides_is_accessible() -> anyhow::Result<()> {
    judge_pages(&BESLISSERS).await
}

#[tokio::test]
async fn every_page_of_who_executes_is_accessible() -> anyhow::Result<()> {
    judge_pages(&UITVOERDERS).await
}

#[tokio::test]
async fn every_page_of_who_steers_is_accessible() -> anyhow::Result<()> {
    judge_pages(&STUURDERS).await
}

async fn judge_pages(gebruikers: &[&str]) -> anyhow::Result<()> {
    let systeem = Systeem::start(Aanbieder::Ontwikkel).await?;
    systeem.fill().await?;
    for gebruiker in gebruikers {
        let browser = Browser::start(1280, true).await?;
        browser.log_in(&systeem.adres, gebruiker).await?;
        let gezien = crawl(&systeem, (&browser, gebruiker), &mut BTreeSet::new()).await?;
        assert!(gezien.len() > 3, "{gebruiker}: {gezien:?}");
        browser.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn every_page_fits_a_telephone() -> anyhow::Result<()> {
    let systeem = Systeem::start(Aanbieder::Ontwikkel).await?;
    systeem.fill().await?;
    // A page that several roles see is looked at once.
    let mut eerder = BTreeSet::new();
    for gebruiker in BESLISSERS.iter().chain(&UITVOERDERS).chain(&STUURDERS) {
        let browser = Browser::start(360, true).await?;
        browser.log_in(&systeem.adres, gebruiker).await?;
        // Each role begins at its own work list.
        eerder.remove(&shape("/"));
        crawl(&systeem, (&browser, gebruiker), &mut eerder).await?;
        browser.close().await?;
    }
    assert!(eerder.len() > 20, "{eerder:?}");
    Ok(())
}

/// The picture of the README: the right of a resident, explained. Written where `STUURHUIS_BEELD` says:
/// `STUURHUIS_BEELD=docs/beeld/recht.png cargo nextest run -p e2e -E 'test(picture)'`.
#[tokio::test]
async fn the_right_of_a_resident_makes_a_picture() -> anyhow::Result<()> {
    let systeem = Systeem::start(Aanbieder::Ontwikkel).await?;
    systeem.fill().await?;
    let browser = Browser::start(1280, true).await?;
    browser
        .log_in(&systeem.adres, "demo-consulent-winterswijk")
        .await?;
    browser
        .open(&format!("{}/GM0294/inwoners", systeem.adres))
        .await?;
    browser
        .wait_for(Locator::Css("tbody tr:nth-child(3) th a"))
        .await?
        .click()
        .await?;
    browser.click("Recht").await?;
    browser.wait_for(Locator::Id("stappen")).await?;
    let beeld = match std::env::var_os("STUURHUIS_BEELD") {
        // Tests run in the directory of their crate.
        Some(pad) => Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../..")
            .join(pad),
        None => systeem.map().join("recht.png"),
    };
    browser.take_picture(&beeld).await?;
    assert!(std::fs::metadata(&beeld)?.len() > 10_000);
    browser.close().await
}

/// Follows links from the first page on, one page of each shape that is not in `eerder`. No page may offer what is
/// not there: the page of an error, or one of a municipality in which this person has no role.
async fn crawl(
    systeem: &Systeem,
    (browser, gebruiker): (&Browser, &str),
    eerder: &mut BTreeSet<String>,
) -> anyhow::Result<Vec<String>> {
    let mut wachtend = vec!["/".to_owned()];
    let mut gezien = Vec::new();
    while let Some(pad) = wachtend.pop() {
        if is_file(&pad) || !eerder.insert(shape(&pad)) {
            continue;
        }
        anyhow::ensure!(gezien.len() < PAGINAS_MAX, "te veel pagina's: {gezien:?}");
        let kop = browser.open(&format!("{}{pad}", systeem.adres)).await?;
        let is_fout = ["Niet gevonden", "Niet toegestaan", "Storing"].contains(&kop.as_str());
        anyhow::ensure!(!is_fout, "{gebruiker} krijgt op {pad}: {kop}");
        browser.check_accessibility().await?;
        for link in browser
            .client
            .find_all(Locator::Css("a[href^='/']"))
            .await?
        {
            let href = link.attr("href").await?.unwrap_or_default();
            let (pad, _) = href.split_once('#').unwrap_or((&href, ""));
            let is_elders = gebruiker.ends_with("winterswijk")
                && pad.starts_with("/GM")
                && !pad.starts_with("/GM0294");
            anyhow::ensure!(!is_elders, "{gebruiker} ziet een link naar {pad}");
            wachtend.push(pad.to_owned());
        }
        gezien.push(pad);
    }
    Ok(gezien)
}

/// Downloads, and the way out.
fn is_file(pad: &str) -> bool {
    let (pad, _) = pad.split_once('?').unwrap_or((pad, ""));
    pad.starts_with("/v1/")
        || pad.starts_with("/login")
        || pad.rsplit('/').next().is_some_and(|deel| {
            [
                ".pdf", ".xlsx", ".ods", ".csv", ".json", ".xml", ".txt", ".yaml",
            ]
            .iter()
            .any(|eind| deel.ends_with(eind))
        })
}

/// An address with its names of things left out: `/GM/inwoners/X/recht?maand`.
fn shape(pad: &str) -> String {
    let (pad, vraag) = pad.split_once('?').unwrap_or((pad, ""));
    let deel = |deel: &str| {
        let is_ding = deel.contains('.') || deel.bytes().any(|b| b.is_ascii_digit());
        if is_ding { "X" } else { deel }.to_owned()
    };
    let delen: Vec<String> = pad.split('/').map(deel).collect();
    let velden: Vec<&str> = vraag
        .split('&')
        .map(|veld| veld.split('=').next().unwrap_or_default())
        .collect();
    format!("{}?{}", delen.join("/"), velden.join("&"))
}
