//! The whole line as a newcomer walks it, by hand in a browser: two councils decide, their caseload comes in, a
//! right is explained, progress is measured, the quarter is closed, the figures lie before the meeting. Everybody
//! logs in and out at a certified identity provider.

use std::path::PathBuf;

use e2e::{Aanbieder, Browser, Systeem};
use primitives::{
    Clock, GemeenteCode, Kwartaal, SystemClock, datum_in_nederland, datum_kort, datum_lang,
};
use testkit::{Maandbestand, bsn, nijkerk, winterswijk};

/// What differs between the two municipalities.
struct Gemeente {
    code: GemeenteCode,
    naam: &'static str,
    /// The toeslag for a single person, as the clerk types it and as the pages show it.
    toeslag: &'static str,
    getoond: &'static str,
    /// Everybody in the file of Nijkerk has a number of its own, so that nobody is resident of both.
    eerste: usize,
}

fn gemeenten() -> [Gemeente; 2] {
    [
        Gemeente {
            code: winterswijk(),
            naam: "winterswijk",
            toeslag: "450",
            getoond: "€ 450,00",
            eerste: 0,
        },
        Gemeente {
            code: nijkerk(),
            naam: "nijkerk",
            toeslag: "312,50",
            getoond: "€ 312,50",
            eerste: 100,
        },
    ]
}

#[tokio::test]
async fn two_municipalities_with_their_own_policy_go_the_whole_line() -> anyhow::Result<()> {
    let systeem = Systeem::start(Aanbieder::Gecertificeerd).await?;
    let [een, twee] = gemeenten();
    // The second time on a telephone, and without scripts.
    for (gemeente, breedte, scripts) in [(&een, 1280, true), (&twee, 360, false)] {
        for wie in [
            Wie::Griffie,
            Wie::TweedeGriffie,
            Wie::Teamleider,
            Wie::Consulent,
        ] {
            let browser = Browser::start(breedte, scripts).await?;
            let gebruiker = format!("demo-{}-{}", wie.rol(), gemeente.naam);
            browser.log_in(&systeem.adres, &gebruiker).await?;
            let stap = Stap {
                systeem: &systeem,
                browser: &browser,
                gemeente,
            };
            match wie {
                Wie::Griffie => stap.decide_toeslag().await?,
                Wie::TweedeGriffie => stap.publish_toeslag().await?,
                Wie::Teamleider => stap.hand_in().await?,
                Wie::Consulent => {
                    stap.explain_right().await?;
                    stap.measure_step().await?;
                }
            }
            log_out(browser).await?;
        }
    }
    close_quarter(&systeem).await?;
    prepare_meeting(&systeem).await?;
    assert_eq!(systeem.stop().await?, Some(0));
    Ok(())
}

#[derive(Clone, Copy)]
enum Wie {
    Griffie,
    TweedeGriffie,
    Teamleider,
    Consulent,
}

impl Wie {
    const fn rol(self) -> &'static str {
        match self {
            Self::Griffie => "griffie",
            Self::TweedeGriffie => "griffie2",
            Self::Teamleider => "teamleider",
            Self::Consulent => "consulent",
        }
    }
}

/// A person at work in a municipality.
struct Stap<'a> {
    systeem: &'a Systeem,
    browser: &'a Browser,
    gemeente: &'a Gemeente,
}

impl Stap<'_> {
    async fn open(&self, pad: &str) -> anyhow::Result<String> {
        let adres = format!("{}/{}{pad}", self.systeem.adres, self.gemeente.code);
        let kop = self.browser.open(&adres).await?;
        self.browser.check_accessibility().await?;
        Ok(kop)
    }

    /// The council decides what the toeslag is.
    async fn decide_toeslag(&self) -> anyhow::Result<()> {
        let browser = self.browser;
        self.open("/besluiten/nieuw?thema=iit").await?;
        browser.fill("nummer", "2025-118").await?;
        browser
            .fill("titel", "Verordening individuele inkomenstoeslag")
            .await?;
        browser.fill("vergaderdatum", "11-12-2025").await?;
        browser
            .choose("uitkomst.beslissing", "conform-voorstel")
            .await?;
        browser.fill("inwerkingtreding", "1-1-2026").await?;
        let waarden = [self.gemeente.toeslag, "600", "700", "36", "105"];
        for (nummer, waarde) in waarden.into_iter().enumerate() {
            browser
                .fill(&format!("waarden.{nummer}.waarde"), waarde)
                .await?;
        }
        browser.click("Vastleggen").await?;
        browser.wait_for_heading("Raadsbesluit 2025-118").await?;
        browser.check_accessibility().await?;
        assert!(browser.text().await?.contains("gelden nog niet"));
        Ok(())
    }

    /// A second clerk records that it was published: from then on it binds.
    async fn publish_toeslag(&self) -> anyhow::Result<()> {
        let browser = self.browser;
        self.open("/besluiten").await?;
        browser.click("Raadsbesluit 2025-118").await?;
        browser.wait_for_heading("Raadsbesluit 2025-118").await?;
        browser.click("Bekendmaking vastleggen").await?;
        browser.wait_for_heading("Bekendmaking").await?;
        browser.check_accessibility().await?;
        browser.choose("plaats", "gemeenteblad").await?;
        browser.fill("nummer", "2025, 118234").await?;
        browser.fill("datum", "18-12-2025").await?;
        browser.fill("inwerkingtreding", "1-1-2026").await?;
        browser.click("Bekendmaking vastleggen").await?;
        browser.wait_for_heading("Raadsbesluit 2025-118").await?;
        self.open("/beleid/iit.bedrag.alleenstaande").await?;
        let geldt = browser.text_of(".sh-paneel").await?;
        assert!(geldt.contains(self.gemeente.getoond), "{geldt}");
        Ok(())
    }

    /// The file of September comes in: first wrong, then tried, then for good.
    async fn hand_in(&self) -> anyhow::Result<()> {
        let browser = self.browser;
        let bestand = self.caseload();
        self.open("/bestand").await?;
        let fout = self.write("fout.csv", &bestand.0.replace("19880412", "19880431"))?;
        browser.attach("bus", &fout).await?;
        browser.click("Inlezen").await?;
        browser
            .wait_for(fantoccini::Locator::Id("fouten-bus"))
            .await?;
        browser.check_accessibility().await?;
        assert!(browser.text().await?.contains("Er is niets overgenomen"));
        self.open("/bestand").await?;
        browser
            .attach("bus", &self.write("bus.csv", &bestand.0)?)
            .await?;
        browser
            .attach("srg", &self.write("srg.csv", &bestand.1)?)
            .await?;
        browser.click("Inlezen").await?;
        browser
            .wait_for(fantoccini::Locator::Id("leveringen"))
            .await?;
        browser.check_accessibility().await?;
        Ok(())
    }

    /// This month's amount by the law, and the toeslag by this council, each with where it comes from.
    async fn explain_right(&self) -> anyhow::Result<()> {
        let browser = self.browser;
        self.open_resident(3).await?;
        browser.click("Recht").await?;
        browser.wait_for(fantoccini::Locator::Id("stappen")).await?;
        browser.check_accessibility().await?;
        let tekst = browser.text().await?;
        assert!(tekst.contains("€ 1.348,49") && tekst.contains("Participatiewet art. 21 onder a"));
        browser.click("Individuele inkomenstoeslag").await?;
        browser
            .wait_for_heading("Individuele inkomenstoeslag")
            .await?;
        browser.check_accessibility().await?;
        browser.fill("peildatum", "1-10-2026").await?;
        browser.fill("maandenLaagInkomen", "40").await?;
        browser.fill("bezittingen", "1.200").await?;
        browser.fill("schulden", "0").await?;
        browser.choose("uitzichtOpVerbetering", "nee").await?;
        browser.click("Berekenen").await?;
        let bedrag = browser.text_of(".sh-bedrag strong").await?;
        assert_eq!(bedrag, self.gemeente.getoond);
        browser.check_accessibility().await?;
        browser.click("Raadsbesluit 2025-118").await?;
        browser.wait_for_heading("Besluiten").await?;
        Ok(())
    }

    /// The position on the ladder follows from the answers.
    async fn measure_step(&self) -> anyhow::Result<()> {
        let browser = self.browser;
        self.open_resident(4).await?;
        browser.click("Ontwikkeling").await?;
        browser.click("Meten").await?;
        browser.wait_for_heading("Trede meten").await?;
        browser.check_accessibility().await?;
        for (vraag, antwoord) in [
            ("contract", "nee"),
            ("onbetaald-werk", "ja"),
            ("verantwoordelijkheid", "ja"),
            ("wekelijks-samen", "ja"),
        ] {
            browser.choose(vraag, antwoord).await?;
        }
        browser.click("Vastleggen").await?;
        browser
            .wait_for(fantoccini::Locator::Css(".sh-meldingen"))
            .await?;
        browser.check_accessibility().await?;
        let tekst = browser.text().await?;
        assert!(
            tekst.contains("Vastgelegd: trede 4 Onbetaald werk"),
            "{tekst}"
        );
        Ok(())
    }

    /// Finds a resident by bsn, as at the desk.
    async fn open_resident(&self, nummer: usize) -> anyhow::Result<()> {
        self.open("/inwoners").await?;
        let bsn = bsn(self.gemeente.eerste + nummer);
        self.browser.fill("zoek", bsn.expose()).await?;
        self.browser.click("Zoeken").await?;
        self.browser.wait_for_heading("Naam onbekend").await?;
        self.browser.check_accessibility().await
    }

    /// Twenty-five single residents, twelve of them on the ladder.
    fn caseload(&self) -> (String, String) {
        let mut bestand = Maandbestand::new(self.gemeente.code, "09");
        for nummer in 0..25 {
            bestand = bestand.alleenstaande(self.gemeente.eerste + nummer);
        }
        for nummer in 0..12 {
            bestand = bestand.op_trede(self.gemeente.eerste + nummer, 3, "20260803");
        }
        (
            bestand.bus().unwrap_or_default(),
            bestand.srg().unwrap_or_default(),
        )
    }

    fn write(&self, naam: &str, inhoud: &str) -> anyhow::Result<PathBuf> {
        let pad = self
            .systeem
            .map()
            .join(format!("{}-{naam}", self.gemeente.code));
        std::fs::write(&pad, inhoud)?;
        Ok(pad)
    }
}

/// Management closes the quarter of both municipalities.
async fn close_quarter(systeem: &Systeem) -> anyhow::Result<()> {
    let browser = Browser::start(1280, true).await?;
    browser.log_in(&systeem.adres, "demo-directie").await?;
    for gemeente in gemeenten() {
        let kwartaal = format!("{}/{}/kwartalen/2026-K3", systeem.adres, gemeente.code);
        browser.open(&format!("{kwartaal}/sluiten")).await?;
        browser.check_accessibility().await?;
        browser.click("Sluiten").await?;
        browser.check_accessibility().await?;
        assert!(
            browser.heading().await?.starts_with("Sluit"),
            "a reason is asked"
        );
        browser
            .fill("toelichting", "De formatie volgt in het vierde kwartaal.")
            .await?;
        browser.click("Sluiten").await?;
        browser
            .wait_for_heading("Cijfers van het 3e kwartaal")
            .await?;
        browser.check_accessibility().await?;
        assert!(browser.text().await?.contains("De formatie volgt"));
    }
    log_out(browser).await
}

async fn log_out(browser: Browser) -> anyhow::Result<()> {
    browser.click("Uitloggen").await?;
    browser.wait_for_heading("Uitloggen").await?;
    browser.click("Ja, uitloggen").await?;
    browser.wait_for_heading("uitgelogd").await?;
    browser.close().await
}

/// The commissioner compares, takes the report along and plans the meeting.
async fn prepare_meeting(systeem: &Systeem) -> anyhow::Result<()> {
    let browser = Browser::start(1280, true).await?;
    browser
        .log_in(&systeem.adres, "demo-opdrachtgever-winterswijk")
        .await?;
    browser.check_accessibility().await?;
    let benchmark = "/GM0294/benchmark?indicator=bestand-personen&kwartaal=2026-K3";
    browser
        .open(&format!("{}{benchmark}", systeem.adres))
        .await?;
    browser.check_accessibility().await?;
    let tekst = browser.text().await?;
    assert!(
        tekst.contains("Winterswijk") && tekst.contains("Nijkerk"),
        "{tekst}"
    );
    let rapport = "/GM0294/kwartalen/2026-K3/rapport.pdf";
    let (soort, grootte) = browser.fetch(rapport).await?;
    assert!(
        soort.starts_with("application/pdf") && grootte > 10_000,
        "{soort} {grootte}"
    );
    browser.open(&format!("{}/overleg", systeem.adres)).await?;
    browser.check_accessibility().await?;
    // The form offers the quarters around today only, whatever quarter was closed above.
    let vandaag = datum_in_nederland(SystemClock.now());
    let kwartaal = Kwartaal::of(vandaag).plus(-1);
    browser.fill("datum", &datum_kort(vandaag)).await?;
    browser.choose("kwartaal", &kwartaal.to_string()).await?;
    browser.fill("plaats", "Raadhuis Winterswijk").await?;
    browser.click("Overleg plannen").await?;
    browser.wait_for_heading(&datum_lang(vandaag)).await?;
    browser.check_accessibility().await?;
    log_out(browser).await
}
