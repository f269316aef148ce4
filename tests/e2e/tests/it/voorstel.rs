//! A proposal in the browser: drafted with advice and an attachment, submitted by a second clerk, adopted with an
//! amendment, published by the second clerk; a case worker of this municipality then sees the amended value.

use std::path::{Path, PathBuf};

use e2e::{Aanbieder, Browser, Systeem};

const PDF: &str = "%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n";

#[tokio::test]
async fn a_proposal_goes_from_draft_to_a_value_that_binds() -> anyhow::Result<()> {
    let systeem = Systeem::start(Aanbieder::Ontwikkel).await?;
    // The second time on a telephone, and without scripts.
    for (code, naam, breedte, scripts) in [
        ("GM0294", "winterswijk", 1280, true),
        ("GM0267", "nijkerk", 360, false),
    ] {
        let lijn = Lijn {
            systeem: &systeem,
            code,
            naam,
            breedte,
            scripts,
        };
        lijn.walk().await?;
    }
    assert_eq!(systeem.stop().await?, Some(0));
    Ok(())
}

/// One municipality, one kind of browser.
struct Lijn<'a> {
    systeem: &'a Systeem,
    code: &'a str,
    naam: &'a str,
    breedte: u32,
    scripts: bool,
}

impl Lijn<'_> {
    async fn walk(&self) -> anyhow::Result<()> {
        let een = self.log_in("griffie").await?;
        self.draft(&een).await?;
        self.advise(&een).await?;
        let twee = self.log_in("griffie2").await?;
        self.submit(&twee).await?;
        self.treat(&een).await?;
        self.publish(&twee).await?;
        een.close().await?;
        twee.close().await?;
        let consulent = self.log_in("consulent").await?;
        self.open(&consulent, "/beleid/iit.bedrag.alleenstaande")
            .await?;
        let tekst = consulent.text().await?;
        assert!(tekst.contains("475,00"), "{tekst}");
        self.open(&consulent, "/voorstellen").await?;
        self.look(&consulent, "lijst").await?;
        consulent.close().await
    }

    async fn log_in(&self, rol: &str) -> anyhow::Result<Browser> {
        let browser = Browser::start(self.breedte, self.scripts).await?;
        let gebruiker = format!("demo-{rol}-{}", self.naam);
        browser.log_in(&self.systeem.adres, &gebruiker).await?;
        Ok(browser)
    }

    async fn open(&self, browser: &Browser, pad: &str) -> anyhow::Result<()> {
        let adres = format!("{}/{}{pad}", self.systeem.adres, self.code);
        browser.open(&adres).await?;
        Ok(())
    }

    /// Judges the page, and leaves a picture of it where `STUURHUIS_BEELDEN` says.
    async fn look(&self, browser: &Browser, naam: &str) -> anyhow::Result<()> {
        browser.check_accessibility().await?;
        if let Some(map) = std::env::var_os("STUURHUIS_BEELDEN") {
            browser
                .client
                .set_window_size(self.breedte + 20, 3000)
                .await?;
            let bestand = Path::new(&map).join(format!("{naam}-{}.png", self.breedte));
            browser.take_picture(&bestand).await?;
        }
        Ok(())
    }

    async fn draft(&self, browser: &Browser) -> anyhow::Result<()> {
        self.open(browser, "/voorstellen/nieuw").await?;
        self.look(browser, "keuze").await?;
        self.open(browser, "/voorstellen/nieuw?thema=iit").await?;
        browser.fill("titel", "Inkomenstoeslag 2027").await?;
        browser.click("Voorstel bewaren").await?;
        browser.wait_for_text("Er zijn").await?;
        self.look(browser, "opstellen-fouten").await?;
        browser
            .fill(
                "kaders",
                "in beeld brengen en houden van alle inwoners\nsamen werken aan verbindingen",
            )
            .await?;
        browser.fill("inwerkingtreding", "1-1-2027").await?;
        browser.fill("waarden.0.waarde", "450").await?;
        browser.fill("waarden.1.waarde", "600").await?;
        browser.fill("waarden.2.waarde", "650").await?;
        browser.click("Voorstel bewaren").await?;
        browser.wait_for_text("Het voorstel is opgesteld").await?;
        self.look(browser, "voorstel-concept").await
    }

    async fn advise(&self, browser: &Browser) -> anyhow::Result<()> {
        browser.click("Advies of zienswijze vastleggen").await?;
        browser.wait_for_heading("Advies of zienswijze").await?;
        self.look(browser, "advies").await?;
        browser.fill("van", "Adviesraad Samen Doen").await?;
        browser.fill("datum", "1-10-2026").await?;
        browser
            .choose("strekking", "positief-met-opmerkingen")
            .await?;
        browser.fill("tekst", "Houd de regeling eenvoudig.").await?;
        browser.click("Vastleggen").await?;
        browser.wait_for_text("Vastgelegd.").await?;
        let link = "Reactie van het college vastleggen op Advies van Adviesraad Samen Doen, 1 oktober 2026";
        browser.click(link).await?;
        browser.wait_for_heading("Reactie van het college").await?;
        self.look(browser, "reactie").await?;
        browser.fill("datum", "6-10-2026").await?;
        browser.fill("tekst", "Dat doen wij.").await?;
        browser.click("Reactie vastleggen").await?;
        browser.wait_for_text("is vastgelegd").await?;
        browser.click("Bijlage toevoegen").await?;
        browser.wait_for_heading("Bijlage toevoegen").await?;
        self.look(browser, "bijlage").await?;
        browser.attach("bestand", &self.letter()?).await?;
        browser.click("Bijlage toevoegen").await?;
        browser.wait_for_text("De bijlage is toegevoegd").await?;
        browser.click("Tekst wijzigen").await?;
        browser.wait_for_heading("Tekst wijzigen").await?;
        self.look(browser, "wijzigen").await
    }

    fn letter(&self) -> anyhow::Result<PathBuf> {
        let pad = self.systeem.map().join("brief.pdf");
        std::fs::write(&pad, PDF)?;
        Ok(pad)
    }

    async fn submit(&self, browser: &Browser) -> anyhow::Result<()> {
        browser.open(&self.systeem.adres).await?;
        self.look(browser, "werklijst").await?;
        browser
            .click("Nalezen: Lees na en dien in: Inkomenstoeslag 2027")
            .await?;
        browser.wait_for_heading("Nalezen en indienen").await?;
        self.look(browser, "indienen").await?;
        browser.click("Indienen").await?;
        browser.wait_for_text("Het voorstel is ingediend").await?;
        self.look(browser, "voorstel-ingediend").await
    }

    async fn treat(&self, browser: &Browser) -> anyhow::Result<()> {
        self.open(browser, "/voorstellen").await?;
        browser.click("Inkomenstoeslag 2027").await?;
        browser.wait_for_heading("Inkomenstoeslag 2027").await?;
        browser.click("Voorstel intrekken").await?;
        browser.wait_for_heading("Voorstel intrekken").await?;
        self.look(browser, "intrekken").await?;
        browser.click("Annuleren").await?;
        browser.wait_for_heading("Inkomenstoeslag 2027").await?;
        browser.click("Behandeling vastleggen").await?;
        browser.wait_for_heading("Behandeling vastleggen").await?;
        browser.fill("vergaderdatum", "5-11-2026").await?;
        browser.fill("nummer", "2026-140").await?;
        browser
            .choose("uitkomst.beslissing", "aangenomen-met-amendement")
            .await?;
        browser.choose("uitkomst.stemming", "geteld").await?;
        browser.fill("uitkomst.stemmenVoor", "15").await?;
        browser.fill("uitkomst.stemmenTegen", "8").await?;
        browser
            .click("Aangenomen met amendement: wat is er veranderd?")
            .await?;
        browser
            .fill("uitkomst.amendement", "Het bedrag wordt € 475.")
            .await?;
        browser.fill("waarden.0.waarde", "475").await?;
        self.look(browser, "behandeling").await?;
        browser.click("Behandeling vastleggen").await?;
        browser.wait_for_heading("Raadsbesluit 2026-140").await?;
        self.look(browser, "besluit").await
    }

    async fn publish(&self, browser: &Browser) -> anyhow::Result<()> {
        self.open(browser, "/besluiten").await?;
        self.look(browser, "besluiten").await?;
        browser.click("Raadsbesluit 2026-140").await?;
        browser.wait_for_heading("Raadsbesluit 2026-140").await?;
        browser.click("Bekendmaking vastleggen").await?;
        browser.wait_for_heading("Bekendmaking").await?;
        browser.choose("plaats", "gemeenteblad").await?;
        browser.fill("nummer", "2026, 200").await?;
        browser.fill("datum", "6-11-2026").await?;
        browser.click("Bekendmaking vastleggen").await?;
        browser.wait_for_heading("Raadsbesluit 2026-140").await?;
        browser.click("Voorstel, adviezen en behandeling").await?;
        browser.wait_for_heading("Inkomenstoeslag 2027").await?;
        self.look(browser, "voorstel-aangenomen").await
    }
}
