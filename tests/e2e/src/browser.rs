//! A real browser with an empty profile.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, ensure};
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::process::Command;

use crate::proces::Proces;

const WACHTTIJD: Duration = Duration::from_secs(20);
/// How often the driver may find its port taken.
const POGINGEN: u32 = 5;
const AXE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../node_modules/axe-core/axe.min.js"
);

/// Chromium under the test, through its driver.
pub struct Browser {
    /// The driver's client, for what this type has no word for.
    pub client: Client,
    axe: Option<String>,
    _driver: Proces,
    _profiel: Profiel,
}

/// The directory of a browser. A test that fails ends the driver before it could end the browser, which then would
/// go on for ever: it is ended here, by the number that it writes in its own directory.
struct Profiel(TempDir);

impl Drop for Profiel {
    fn drop(&mut self) {
        let slot = std::fs::read_link(self.0.path().join("SingletonLock")).unwrap_or_default();
        let slot = slot.to_string_lossy();
        let Some((_, pid)) = slot.rsplit_once('-') else {
            return;
        };
        // Where it ended by itself meanwhile, there is nothing to end.
        let kill = std::process::Command::new("kill")
            .args(["-KILL", pid])
            .output();
        drop(kill);
    }
}

impl Browser {
    /// A browser of `breedte` pixels wide. `scripts`: whether pages may run scripts.
    pub async fn start(breedte: u32, scripts: bool) -> anyhow::Result<Self> {
        let (driver, poort) = start_driver().await?;
        let profiel = Profiel(TempDir::new()?);
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities(breedte, scripts, profiel.0.path())?)
            .connect(&format!("http://127.0.0.1:{poort}"))
            .await
            .context("de browser start niet")?;
        let axe = scripts
            .then(|| std::fs::read_to_string(AXE).context("axe-core ontbreekt: npm ci in tests/"));
        Ok(Self {
            client,
            axe: axe.transpose()?,
            _driver: driver,
            _profiel: profiel,
        })
    }

    /// Logs in as a user of the development provider, whose page lists them.
    pub async fn log_in(&self, adres: &str, gebruiker: &str) -> anyhow::Result<()> {
        self.client.goto(&format!("{adres}/login")).await?;
        self.wait_for(Locator::Id(gebruiker)).await?.click().await?;
        // The page after it is ours, with the way out; or the one that says that there is no role.
        self.wait_for(Locator::Css("form[action='/uitloggen'], .sh-inhoud"))
            .await?;
        Ok(())
    }

    /// Goes to an address and waits for its heading; gives the text of it.
    pub async fn open(&self, adres: &str) -> anyhow::Result<String> {
        self.client.goto(adres).await?;
        self.heading().await
    }

    /// The text of the heading of the page.
    pub async fn heading(&self) -> anyhow::Result<String> {
        Ok(self.wait_for(Locator::Css("h1")).await?.text().await?)
    }

    /// Waits for the page whose heading holds `tekst`, such as after a click.
    pub async fn wait_for_heading(&self, tekst: &str) -> anyhow::Result<()> {
        self.wait_for(Locator::XPath(&format!("//h1[contains(., '{tekst}')]")))
            .await
            .map(|_| ())
    }

    /// Waits for an element.
    pub async fn wait_for(
        &self,
        wat: Locator<'_>,
    ) -> anyhow::Result<fantoccini::elements::Element> {
        let gevonden = self.client.wait().at_most(WACHTTIJD).for_element(wat).await;
        gevonden.with_context(|| format!("{wat:?} staat niet op de pagina"))
    }

    /// Types in a field by its `name`, in place of what was there.
    pub async fn fill(&self, naam: &str, tekst: &str) -> anyhow::Result<()> {
        let veld = self
            .wait_for(Locator::Css(&format!("[name='{naam}']")))
            .await?;
        veld.clear().await?;
        Ok(veld.send_keys(tekst).await?)
    }

    /// Chooses a radio button or a choice of a list by the value that it sends.
    pub async fn choose(&self, naam: &str, waarde: &str) -> anyhow::Result<()> {
        let pad = format!(
            "input[name='{naam}'][value='{waarde}'], select[name='{naam}'] option[value='{waarde}']"
        );
        Ok(self.wait_for(Locator::Css(&pad)).await?.click().await?)
    }

    /// Hands a file to a field by its `name`.
    pub async fn attach(&self, naam: &str, bestand: &Path) -> anyhow::Result<()> {
        let veld = self
            .wait_for(Locator::Css(&format!("[name='{naam}']")))
            .await?;
        Ok(veld.send_keys(&bestand.display().to_string()).await?)
    }

    /// Waits for a page that says `tekst`, such as the message after a change.
    pub async fn wait_for_text(&self, tekst: &str) -> anyhow::Result<()> {
        self.wait_for(Locator::XPath(&format!(
            "//main//*[contains(., '{tekst}')]"
        )))
        .await
        .map(|_| ())
    }

    /// Clicks the button or link with this text.
    pub async fn click(&self, tekst: &str) -> anyhow::Result<()> {
        let pad =
            format!("//*[self::a or self::button or self::summary][normalize-space(.)='{tekst}']");
        Ok(self.wait_for(Locator::XPath(&pad)).await?.click().await?)
    }

    /// The text of the first element of a CSS path.
    pub async fn text_of(&self, css: &str) -> anyhow::Result<String> {
        Ok(self.wait_for(Locator::Css(css)).await?.text().await?)
    }

    /// Everything that the page says.
    pub async fn text(&self) -> anyhow::Result<String> {
        Ok(self.wait_for(Locator::Css("body")).await?.text().await?)
    }

    /// The paths of our own to which the page links, without what stands behind a `#`.
    pub async fn list_links(&self) -> anyhow::Result<Vec<String>> {
        let vraag = "return [...document.querySelectorAll('a[href^=\"/\"]')]\
            .map((a) => a.getAttribute('href').split('#')[0])";
        let links = self.client.execute(vraag, vec![]).await?;
        Ok(serde_json::from_value(links)?)
    }

    /// Fetches a path as this person, and gives the type and the number of bytes.
    pub async fn fetch(&self, pad: &str) -> anyhow::Result<(String, u64)> {
        let vraag = "const [pad, klaar] = arguments; fetch(pad).then(async (r) => \
            klaar([r.ok ? r.headers.get('content-type') : `status ${r.status}`, (await r.arrayBuffer()).byteLength]))";
        let antwoord = self.client.execute_async(vraag, vec![json!(pad)]).await?;
        let soort = antwoord.get(0).and_then(Value::as_str).unwrap_or_default();
        let grootte = antwoord.get(1).and_then(Value::as_u64).unwrap_or_default();
        Ok((soort.to_owned(), grootte))
    }

    /// Refuses a page with a violation of WCAG 2.2 A or AA, or one that is wider than the window. Where pages may
    /// not run scripts, axe cannot either: then only the width counts.
    pub async fn check_accessibility(&self) -> anyhow::Result<()> {
        let url = self.client.current_url().await?;
        if let Some(axe) = &self.axe {
            self.check_axe(axe, &url).await?;
        }
        let breedtes = self
            .client
            .execute(
                "return [document.documentElement.scrollWidth, window.innerWidth]",
                vec![],
            )
            .await?;
        let getal = |plek: usize| {
            breedtes
                .get(plek)
                .and_then(Value::as_i64)
                .unwrap_or_default()
        };
        ensure!(
            getal(0) <= getal(1),
            "{url}: {} pixels breed in een venster van {}",
            getal(0),
            getal(1)
        );
        Ok(())
    }

    async fn check_axe(&self, axe: &str, url: &impl std::fmt::Display) -> anyhow::Result<()> {
        self.client.execute(axe, vec![]).await?;
        let vraag = "const klaar = arguments[arguments.length - 1]; \
            axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })\
              .then(r => klaar(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', '))))";
        let fouten = self.client.execute_async(vraag, vec![]).await?;
        ensure!(fouten == json!([]), "{url}: {fouten}");
        Ok(())
    }

    /// Writes a picture of the page.
    pub async fn take_picture(&self, bestand: &Path) -> anyhow::Result<()> {
        Ok(std::fs::write(bestand, self.client.screenshot().await?)?)
    }

    /// Ends the browser.
    pub async fn close(self) -> anyhow::Result<()> {
        Ok(self.client.close().await?)
    }
}

/// The driver, and the port that it listens on.
///
/// It takes a port of IPv4 that is free and wants the same one of IPv6, which something else may have: then it stops at
/// once, and another try gets another port.
async fn start_driver() -> anyhow::Result<(Proces, String)> {
    let mut poging = 1;
    loop {
        let mut driver = Command::new("chromedriver");
        driver.arg("--port=0");
        match Proces::start(driver, "started successfully on port").await {
            Ok((driver, regel)) => {
                let poort = regel.rsplit(' ').next().unwrap_or_default();
                return Ok((driver, poort.trim_end_matches('.').to_owned()));
            }
            Err(fout) if poging < POGINGEN && fout.to_string().contains("bind() failed") => {
                poging += 1;
            }
            Err(fout) => return Err(fout),
        }
    }
}

fn capabilities(breedte: u32, scripts: bool, profiel: &Path) -> anyhow::Result<Capabilities> {
    let opties = json!({
        "args": [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            // A page that is still scrolling to a button moves the button away from the click.
            "--force-prefers-reduced-motion", "--force-device-scale-factor=1", "--hide-scrollbars",
            format!("--window-size={breedte},1000"),
            format!("--user-data-dir={}", profiel.display()),
        ],
        "prefs": { "profile.managed_default_content_settings.javascript": if scripts { 1 } else { 2 } },
        "mobileEmulation": if breedte < 500 { json!({ "deviceMetrics": { "width": breedte, "height": 800, "pixelRatio": 1.0, "touch": false } }) } else { Value::Null },
    });
    let mut caps = Capabilities::new();
    let mut opties = opties.as_object().cloned().context("opties")?;
    opties.retain(|_, waarde| !waarde.is_null());
    caps.insert("goog:chromeOptions".to_owned(), Value::Object(opties));
    Ok(caps)
}
