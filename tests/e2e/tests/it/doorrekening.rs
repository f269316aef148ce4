//! What a change of policy is made of, in the browser: a clerk simulates an amount and keeps the calculation, makes a
//! proposal of it, a colleague submits it, the council adopts it with an amendment, a colleague publishes it; a case
//! worker then calculates with the new amount from that day on, and in that municipality only.

use e2e::{Aanbieder, Browser, Systeem};
use primitives::GemeenteCode;
use testkit::{Maandbestand, bsn, nijkerk, winterswijk};

/// The first day of the new amount: before the meeting, which favours residents.
const INGANG: &str = "1-11-2026";
const DE_DAG_ERVOOR: &str = "31-10-2026";
const NAAM: &str = "Toeslag naar 300 euro";
/// What the demo ordinance of Winterswijk gives a single person in 2026.
const VOORHEEN: &str = "€ 200,00";

#[tokio::test]
async fn a_simulation_becomes_a_decision_with_which_a_case_worker_calculates() -> anyhow::Result<()>
{
    let verhaal = Verhaal {
        systeem: Systeem::start(Aanbieder::Ontwikkel).await?,
    };
    verhaal.fill(winterswijk(), 0).await?;
    verhaal.fill(nijkerk(), 100).await?;
    assert_eq!(verhaal.toeslag("winterswijk", 0, INGANG).await?, VOORHEEN);
    let nijkerk_voor = verhaal.toeslag("nijkerk", 100, INGANG).await?;

    let een = verhaal.log_in("griffie-winterswijk", 1280).await?;
    // The second clerk reads on a telephone.
    let twee = verhaal.log_in("griffie2-winterswijk", 360).await?;
    verhaal.simulate(&een).await?;
    verhaal.propose(&een).await?;
    verhaal.submit(&twee).await?;
    verhaal.vote(&een).await?;
    verhaal.publish(&twee).await?;
    een.close().await?;
    twee.close().await?;

    assert_eq!(
        verhaal.toeslag("winterswijk", 0, DE_DAG_ERVOOR).await?,
        VOORHEEN,
        "the day before"
    );
    assert_eq!(
        verhaal.toeslag("winterswijk", 0, INGANG).await?,
        "€ 325,00",
        "as amended, not as simulated"
    );
    assert_eq!(
        verhaal.toeslag("nijkerk", 100, INGANG).await?,
        nijkerk_voor,
        "another municipality"
    );
    assert_eq!(verhaal.systeem.stop().await?, Some(0));
    Ok(())
}

struct Verhaal {
    systeem: Systeem,
}

impl Verhaal {
    /// The ordinances of the demo, and twenty-five single residents.
    async fn fill(&self, gemeente: GemeenteCode, eerste: usize) -> anyhow::Result<()> {
        let mut bestand = Maandbestand::new(gemeente, "09");
        for nummer in 0..25 {
            bestand = bestand.alleenstaande(eerste + nummer);
        }
        let bus = self.systeem.map().join(format!("{gemeente}.csv"));
        std::fs::write(&bus, bestand.bus().unwrap_or_default())?;
        let code = gemeente.to_string();
        let besluiten = format!(
            "{}/../../crates/demo/data/beleid/{code}.json",
            env!("CARGO_MANIFEST_DIR")
        );
        self.systeem
            .must(&["beleid", "importeer", &code, &besluiten])
            .await?;
        let bus = bus.display().to_string();
        self.systeem
            .must(&["gemeente", "importeer", &code, "--bus", &bus])
            .await?;
        Ok(())
    }

    async fn log_in(&self, wie: &str, breedte: u32) -> anyhow::Result<Browser> {
        let browser = Browser::start(breedte, true).await?;
        browser
            .log_in(&self.systeem.adres, &format!("demo-{wie}"))
            .await?;
        Ok(browser)
    }

    async fn open(&self, browser: &Browser, pad: &str) -> anyhow::Result<()> {
        browser
            .open(&format!("{}{pad}", self.systeem.adres))
            .await?;
        browser.check_accessibility().await
    }

    /// What a case worker finds as the toeslag of a resident on a day.
    async fn toeslag(&self, naam: &str, nummer: usize, dag: &str) -> anyhow::Result<String> {
        let code = match naam {
            "nijkerk" => nijkerk(),
            _ => winterswijk(),
        };
        let browser = self.log_in(&format!("consulent-{naam}"), 1280).await?;
        self.open(&browser, &format!("/{code}/inwoners")).await?;
        browser.fill("zoek", bsn(nummer).expose()).await?;
        browser.click("Zoeken").await?;
        browser.wait_for_heading("Naam onbekend").await?;
        browser.click("Recht").await?;
        browser.click("Individuele inkomenstoeslag").await?;
        browser
            .wait_for_heading("Individuele inkomenstoeslag")
            .await?;
        browser.fill("peildatum", dag).await?;
        browser.fill("maandenLaagInkomen", "60").await?;
        browser.fill("bezittingen", "1.200").await?;
        browser.fill("schulden", "0").await?;
        browser.choose("uitzichtOpVerbetering", "nee").await?;
        browser.click("Berekenen").await?;
        let bedrag = browser.text_of(".sh-bedrag strong").await?;
        browser.close().await?;
        Ok(bedrag)
    }

    async fn simulate(&self, browser: &Browser) -> anyhow::Result<()> {
        self.open(browser, "/GM0294/doorrekenen").await?;
        browser.fill("vanaf", INGANG).await?;
        browser.fill("iit.bedrag.alleenstaande", "300").await?;
        // The navigation has a link of the same name.
        let knop = fantoccini::Locator::Css("form[data-doorrekenen] button");
        browser.wait_for(knop).await?.click().await?;
        browser
            .wait_for(fantoccini::Locator::Id("tabel-wijzigingen"))
            .await?;
        browser.check_accessibility().await?;
        browser.fill("naam", NAAM).await?;
        browser.click("Bewaren").await?;
        browser.wait_for_heading(NAAM).await?;
        browser.check_accessibility().await
    }

    async fn propose(&self, browser: &Browser) -> anyhow::Result<()> {
        browser
            .click("Maak hiervan een voorstel aan de raad")
            .await?;
        browser
            .wait_for_heading("Voorstel aan de raad opstellen")
            .await?;
        browser.check_accessibility().await?;
        browser.click("Voorstel bewaren").await?;
        // It works back in time, so a reason is asked; what the calculation filled in stays.
        browser.wait_for_text("terugwerkende kracht").await?;
        let reden = "Inwoners krijgen meer, ook over november.";
        browser.fill("terugwerkend", reden).await?;
        browser.click("Voorstel bewaren").await?;
        browser.wait_for_text("Het voorstel is opgesteld").await?;
        browser.check_accessibility().await?;
        let tekst = browser.text().await?;
        assert!(
            tekst.contains("€ 300,00") && tekst.contains(reden),
            "{tekst}"
        );
        Ok(())
    }

    async fn submit(&self, browser: &Browser) -> anyhow::Result<()> {
        browser.open(&self.systeem.adres).await?;
        let taak = format!("Nalezen: Lees na en dien in: {NAAM}");
        browser.click(&taak).await?;
        browser.wait_for_heading("Nalezen en indienen").await?;
        browser.click(NAAM).await?;
        browser.wait_for_heading(NAAM).await?;
        browser.check_accessibility().await?;
        browser
            .click(&format!("{NAAM}, vanaf 1 november 2026"))
            .await?;
        browser.wait_for_text("is gelijk aan de bewaarde").await?;
        self.open(browser, "/GM0294/voorstellen").await?;
        browser.click(NAAM).await?;
        browser.click("Nalezen en indienen").await?;
        browser.wait_for_heading("Nalezen en indienen").await?;
        browser.click("Indienen").await?;
        browser.wait_for_text("Het voorstel is ingediend").await
    }

    async fn vote(&self, browser: &Browser) -> anyhow::Result<()> {
        self.open(browser, "/GM0294/voorstellen").await?;
        browser.click(NAAM).await?;
        browser.click("Behandeling vastleggen").await?;
        browser.wait_for_heading("Behandeling vastleggen").await?;
        browser.fill("vergaderdatum", "12-11-2026").await?;
        browser.fill("nummer", "2026-150").await?;
        browser
            .choose("uitkomst.beslissing", "aangenomen-met-amendement")
            .await?;
        browser.choose("uitkomst.stemming", "geteld").await?;
        browser.fill("uitkomst.stemmenVoor", "12").await?;
        browser.fill("uitkomst.stemmenTegen", "7").await?;
        browser
            .click("Aangenomen met amendement: wat is er veranderd?")
            .await?;
        browser
            .fill("uitkomst.amendement", "Het bedrag wordt € 325.")
            .await?;
        browser.fill("waarden.0.waarde", "325").await?;
        browser.click("Behandeling vastleggen").await?;
        browser.wait_for_heading("Raadsbesluit 2026-150").await?;
        browser.check_accessibility().await
    }

    async fn publish(&self, browser: &Browser) -> anyhow::Result<()> {
        self.open(browser, "/GM0294/besluiten").await?;
        browser.click("Raadsbesluit 2026-150").await?;
        browser.wait_for_heading("Raadsbesluit 2026-150").await?;
        browser.click("Bekendmaking vastleggen").await?;
        browser.wait_for_heading("Bekendmaking").await?;
        browser.choose("plaats", "gemeenteblad").await?;
        browser.fill("nummer", "2026, 210").await?;
        browser.fill("datum", "16-11-2026").await?;
        browser.click("Bekendmaking vastleggen").await?;
        browser.wait_for_heading("Raadsbesluit 2026-150").await?;
        browser.check_accessibility().await
    }
}
