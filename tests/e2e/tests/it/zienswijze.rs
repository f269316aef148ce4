//! A round of zienswijzen in the browser: management opens it, a clerk records points on a telephone without scripts, a colleague
//! brings them in, the board answers, the council sees it; and the mail that goes with it.

use std::path::PathBuf;
use std::time::Duration;

use e2e::{Aanbieder, Browser, Systeem};
use primitives::{Clock, Datum, SystemClock, datum_in_nederland, datum_kort};

const PDF: &str = "%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n";
const TITEL: &str = "Nota samenwerking";

/// Today, by the clock of the machine: the programs under test have no other.
fn vandaag() -> Datum {
    datum_in_nederland(SystemClock.now())
}

/// A day some days ahead.
fn over(dagen: u64) -> String {
    datum_kort(vandaag().saturating_add(Duration::from_hours(24 * dagen)))
}

#[tokio::test]
async fn a_council_gives_its_view_and_sees_the_answer() -> anyhow::Result<()> {
    let systeem = Systeem::start(Aanbieder::Ontwikkel).await?;
    for (code, email) in [
        ("GM0294", "griffie@winterswijk.example"),
        ("GM0267", "griffie@nijkerk.example"),
    ] {
        let ontvanger = ["kwartaal", "ontvanger", code, "--rol", "griffie"];
        let adres = ["--email", email];
        systeem
            .must(&[ontvanger.as_slice(), &adres].concat())
            .await?;
    }
    let lijn = Lijn { systeem: &systeem };
    let directie = lijn.log_in("demo-directie", 1280, true).await?;
    lijn.open_round(&directie).await?;
    let een = lijn.log_in("demo-griffie-winterswijk", 360, false).await?;
    lijn.write(&een).await?;
    let twee = lijn.log_in("demo-griffie2-winterswijk", 360, true).await?;
    lijn.submit(&twee).await?;
    twee.close().await?;
    lijn.prepare_answer(&directie).await?;
    directie.close().await?;
    let bestuur = lijn.log_in("demo-bestuur", 1280, true).await?;
    lijn.confirm(&bestuur).await?;
    bestuur.close().await?;
    lijn.read_answer(&een).await?;
    een.close().await?;

    let brieven = systeem.post.wait_for(3).await?;
    let mut onderwerpen: Vec<_> = brieven
        .iter()
        .map(|brief| format!("{}: {}", brief.aan, brief.onderwerp))
        .collect();
    onderwerpen.sort();
    assert_eq!(
        onderwerpen,
        [
            "griffie@nijkerk.example: Zienswijze van de raad van Nijkerk gevraagd: Nota samenwerking",
            "griffie@winterswijk.example: Antwoord op de zienswijze van Winterswijk: Nota samenwerking",
            "griffie@winterswijk.example: Zienswijze van de raad van Winterswijk gevraagd: Nota samenwerking",
        ]
    );
    for brief in &brieven {
        assert!(!brief.tekst.contains("werkplan"), "{}", brief.tekst);
    }
    assert_eq!(systeem.stop().await?, Some(0));
    Ok(())
}

struct Lijn<'a> {
    systeem: &'a Systeem,
}

impl Lijn<'_> {
    async fn log_in(&self, wie: &str, breedte: u32, scripts: bool) -> anyhow::Result<Browser> {
        let browser = Browser::start(breedte, scripts).await?;
        browser.log_in(&self.systeem.adres, wie).await?;
        Ok(browser)
    }

    fn document(&self) -> anyhow::Result<PathBuf> {
        let pad = self.systeem.map().join("nota.pdf");
        std::fs::write(&pad, PDF)?;
        Ok(pad)
    }

    async fn open_round(&self, browser: &Browser) -> anyhow::Result<()> {
        let nieuw = format!("{}/zienswijzen/nieuw", self.systeem.adres);
        browser.open(&nieuw).await?;
        browser.click("Ronde openen").await?;
        browser.wait_for_text("Er zijn").await?;
        browser.check_accessibility().await?;
        browser.choose("soort", "nota").await?;
        browser.fill("titel", TITEL).await?;
        // Yesterday: the first message goes at once, whatever the hour.
        let gisteren = vandaag().yesterday()?;
        browser.fill("verzondenOp", &datum_kort(gisteren)).await?;
        browser.fill("uiterlijk", &over(40)).await?;
        browser.fill("bestuurOp", &over(60)).await?;
        browser.click("Ronde openen").await?;
        browser.wait_for_text("De ronde is geopend").await?;
        browser.click("Stuk toevoegen").await?;
        browser.wait_for_heading("Stuk toevoegen").await?;
        browser.attach("bestand", &self.document()?).await?;
        browser.click("Bijlage toevoegen").await?;
        browser.wait_for_text("Het stuk is toegevoegd").await?;
        browser.check_accessibility().await?;
        let planning = format!("{}/planning", self.systeem.adres);
        browser.open(&planning).await?;
        browser.check_accessibility().await
    }

    async fn write(&self, browser: &Browser) -> anyhow::Result<()> {
        browser.open(&self.systeem.adres).await?;
        browser
            .click("Opstellen: Zienswijze van de raad: Nota samenwerking")
            .await?;
        browser.wait_for_heading("Zienswijze opstellen").await?;
        browser.click("Zienswijze bewaren").await?;
        browser.wait_for_text("Er is 1 fout").await?;
        browser.check_accessibility().await?;
        browser.choose("strekking", "punten").await?;
        browser.fill("punten.0.onderwerp", "Werkplan").await?;
        browser
            .fill("punten.0.tekst", "Neem in het werkplan een doel op.")
            .await?;
        browser.click("Zienswijze bewaren").await?;
        browser.wait_for_text("De zienswijze is bewaard").await?;
        browser.check_accessibility().await
    }

    async fn submit(&self, browser: &Browser) -> anyhow::Result<()> {
        browser.open(&self.systeem.adres).await?;
        browser
            .click("Nalezen en indienen: Zienswijze van de raad: Nota samenwerking")
            .await?;
        browser.wait_for_heading("Nalezen en indienen").await?;
        browser.fill("nummer", "2026-88").await?;
        browser.fill("datum", &over(0)).await?;
        browser.check_accessibility().await?;
        browser.click("Indienen").await?;
        browser.wait_for_text("De zienswijze is ingediend").await?;
        browser.check_accessibility().await
    }

    async fn prepare_answer(&self, browser: &Browser) -> anyhow::Result<()> {
        browser.open(&self.systeem.adres).await?;
        browser
            .click("Antwoorden: Bereid het antwoord voor op de zienswijze: Nota samenwerking")
            .await?;
        browser.wait_for_heading("Antwoord voorbereiden").await?;
        browser
            .choose("reacties.0.oordeel", "deels-overgenomen")
            .await?;
        browser
            .fill("reacties.0.toelichting", "Dat komt in het plan van 2027.")
            .await?;
        browser.check_accessibility().await?;
        browser.click("Antwoord bewaren").await?;
        browser.wait_for_text("Het antwoord is bewaard").await
    }

    async fn confirm(&self, browser: &Browser) -> anyhow::Result<()> {
        browser.open(&self.systeem.adres).await?;
        browser
            .click("Nalezen: Stel het antwoord vast op de zienswijze: Nota samenwerking")
            .await?;
        browser.wait_for_heading("Antwoord vaststellen").await?;
        browser.check_accessibility().await?;
        browser.click("Antwoord vaststellen").await?;
        browser.wait_for_text("Het antwoord is vastgesteld").await
    }

    async fn read_answer(&self, browser: &Browser) -> anyhow::Result<()> {
        let lijst = format!("{}/GM0294/zienswijzen", self.systeem.adres);
        browser.open(&lijst).await?;
        browser.check_accessibility().await?;
        browser.click(TITEL).await?;
        browser.wait_for_heading(TITEL).await?;
        let tekst = browser.text().await?;
        assert!(tekst.contains("Dat komt in het plan van 2027."), "{tekst}");
        assert!(tekst.contains("deels overgenomen"), "{tekst}");
        browser.check_accessibility().await
    }
}
