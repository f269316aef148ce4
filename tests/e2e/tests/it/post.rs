//! From a closed quarter and the documents of a meeting to the mail that people get.

use anyhow::ensure;
use e2e::{Aanbieder, Brief, Browser, Systeem, poll};
use persistence::jobs::{self, MislukteJob};
use persistence::{DbError, PlatformTx};
use primitives::{
    Clock, Datum, GemeenteCode, Kwartaal, Maand, SystemClock, datum_in_nederland, datum_kort,
};
use testkit::{fill_bestand, nijkerk, winterswijk};

const TOELICHTING: &str = "De formatie volgt.";

fn vandaag() -> Datum {
    datum_in_nederland(SystemClock.now())
}

/// The last quarter that is over, by the clock of the machine: the programs under test have no other.
fn kwartaal() -> Kwartaal {
    Kwartaal::of(vandaag()).plus(-1)
}

/// A system with residents in both municipalities, known up to the end of the quarter.
async fn filled() -> anyhow::Result<Systeem> {
    let systeem = Systeem::start(Aanbieder::Ontwikkel).await?;
    let maanden = (
        Maand::of(kwartaal().plus(-4).first_day()),
        Maand::of(kwartaal().last_day()),
    );
    let mut superuser = systeem.db.superuser().await;
    for gemeente in [winterswijk(), nijkerk()] {
        fill_bestand(&mut superuser, gemeente, 100, maanden).await;
    }
    Ok(systeem)
}

async fn add_ontvanger(
    systeem: &Systeem,
    gemeente: GemeenteCode,
    rol: &str,
    email: &str,
) -> anyhow::Result<()> {
    let code = gemeente.to_string();
    let ontvanger = [
        "kwartaal",
        "ontvanger",
        &code,
        "--rol",
        rol,
        "--email",
        email,
    ];
    systeem.must(&ontvanger).await.map(drop)
}

async fn close(systeem: &Systeem, gemeente: GemeenteCode) -> anyhow::Result<()> {
    let (code, kwartaal) = (gemeente.to_string(), kwartaal().to_string());
    let sluit = ["kwartaal", "sluit", &kwartaal, "--gemeente", &code];
    let waarom = ["--toelichting", TOELICHTING];
    systeem
        .must(&[sluit.as_slice(), &waarom].concat())
        .await
        .map(drop)
}

async fn list_failed(systeem: &Systeem) -> Result<Vec<MislukteJob>, DbError> {
    let werk = async |tx: &mut PlatformTx| jobs::list_failed(tx).await;
    systeem.db.db.in_platform("list_failed", werk).await
}

fn receivers(brieven: &[Brief]) -> Vec<&str> {
    brieven.iter().map(|brief| brief.aan.as_str()).collect()
}

/// A message leaves the house: nothing in it tells about a resident, and no figure at all.
fn check_nothing_personal(brief: &Brief) -> anyhow::Result<()> {
    let (_, inhoud) = brief.tekst.split_once("\r\n\r\n").unwrap_or_default();
    // The lines between the parts bear a random word, which may hold anything.
    let regels = inhoud.lines().filter(|regel| !regel.starts_with("--"));
    let inhoud: String = regels.collect::<Vec<_>>().join("\n");
    for woord in ["bsn", "geboren", "inwoner", TOELICHTING] {
        ensure!(!inhoud.contains(woord), "{woord} staat in {inhoud}");
    }
    let cijfers = inhoud.split(|teken: char| !teken.is_ascii_digit());
    ensure!(
        cijfers
            .max_by_key(|getal| getal.len())
            .unwrap_or_default()
            .len()
            < 8,
        "{inhoud}"
    );
    ensure!(
        inhoud.contains("In deze e-mail staan geen cijfers"),
        "{inhoud}"
    );
    Ok(())
}

#[tokio::test]
async fn a_closed_quarter_reaches_commissioner_and_board_of_that_municipality_only()
-> anyhow::Result<()> {
    let systeem = filled().await?;
    let browser = Browser::start(1280, true).await?;
    browser
        .log_in(&systeem.adres, "demo-opdrachtgever-winterswijk")
        .await?;
    let lijst = format!("{}/GM0294/kwartalen/ontvangers", systeem.adres);
    browser.open(&lijst).await?;
    for (rol, email) in [
        ("opdrachtgever", "olga@winterswijk.example"),
        ("bestuur", "betty@regio.example"),
    ] {
        browser.fill("email", email).await?;
        browser.choose("rol", rol).await?;
        browser.click("Toevoegen").await?;
        browser.wait_for_text("Het adres is toegevoegd.").await?;
        browser.wait_for_text(email).await?;
    }
    browser.check_accessibility().await?;
    browser.close().await?;
    add_ontvanger(&systeem, nijkerk(), "opdrachtgever", "otto@nijkerk.example").await?;

    let browser = Browser::start(1280, true).await?;
    browser.log_in(&systeem.adres, "demo-directie").await?;
    let pagina = format!("{}/GM0294/kwartalen/{}", systeem.adres, kwartaal());
    browser.open(&format!("{pagina}/sluiten")).await?;
    browser.fill("toelichting", TOELICHTING).await?;
    browser.click("Sluiten").await?;
    browser.wait_for_text("is gesloten (versie 1)").await?;
    browser.close().await?;

    let brieven = systeem.post.wait_for(2).await?;
    let verwacht = ["betty@regio.example", "olga@winterswijk.example"];
    assert_eq!(receivers(&brieven), verwacht);
    for brief in &brieven {
        let onderwerp = format!(
            "Kwartaalrapport van Winterswijk over het {}e kwartaal van {}",
            kwartaal().nummer(),
            kwartaal().jaar()
        );
        assert_eq!(brief.onderwerp, onderwerp);
        assert!(brief.tekst.contains(&pagina), "{}", brief.tekst);
        assert!(!brief.tekst.contains("GM0267") && !brief.tekst.contains("Nijkerk"));
        check_nothing_personal(brief)?;
    }
    // Now the other municipality: its own commissioner, and nobody else.
    close(&systeem, nijkerk()).await?;
    let brieven = systeem.post.wait_for(3).await?;
    let [_, _, otto] = brieven.as_slice() else {
        panic!("three messages: {:?}", receivers(&brieven))
    };
    assert_eq!(otto.aan, "otto@nijkerk.example");
    assert!(
        otto.tekst
            .contains(&format!("/GM0267/kwartalen/{}", kwartaal()))
    );
    assert!(!otto.tekst.contains("GM0294"));
    assert_eq!(systeem.stop().await?, Some(0));
    Ok(())
}

#[tokio::test]
async fn a_busy_server_is_tried_again_and_a_wrong_address_does_not_bring_others_down()
-> anyhow::Result<()> {
    let systeem = filled().await?;
    for email in [
        "nooit@winterswijk.example",
        "straks@winterswijk.example",
        "olga@winterswijk.example",
    ] {
        add_ontvanger(&systeem, winterswijk(), "opdrachtgever", email).await?;
    }
    close(&systeem, winterswijk()).await?;
    let brieven = systeem.post.wait_for(1).await?;
    assert_eq!(receivers(&brieven), ["olga@winterswijk.example"]);

    // The server took the second message at the second try only.
    let brieven = poll("het bericht van een tweede poging", async || {
        systeem.db.end_pauses().await;
        let brieven = systeem.post.read()?;
        Ok((brieven.len() == 2).then_some(brieven))
    })
    .await?;
    assert_eq!(
        receivers(&brieven),
        ["olga@winterswijk.example", "straks@winterswijk.example"]
    );
    let mislukt = poll("de geweigerde job", async || {
        let mislukt = list_failed(&systeem).await?;
        Ok((!mislukt.is_empty()).then_some(mislukt))
    })
    .await?;
    let [job] = mislukt.as_slice() else {
        panic!("one job: {mislukt:?}")
    };
    assert_eq!((job.soort.as_str(), job.pogingen), ("meld_sluiting", 1));
    assert_eq!(job.gemeente, Some(winterswijk()));
    let fout = job.laatste_fout.as_deref().unwrap_or_default();
    assert!(fout.contains("weigert") && !fout.contains('@'), "{fout}");
    Ok(())
}

#[tokio::test]
async fn the_documents_of_a_meeting_reach_every_member_once() -> anyhow::Result<()> {
    let systeem = filled().await?;
    close(&systeem, winterswijk()).await?;
    for (gemeente, rol, email) in [
        (winterswijk(), "opdrachtgever", "olga@winterswijk.example"),
        (winterswijk(), "bestuur", "betty@regio.example"),
        (nijkerk(), "opdrachtgever", "otto@nijkerk.example"),
        (nijkerk(), "bestuur", "betty@regio.example"),
    ] {
        add_ontvanger(&systeem, gemeente, rol, email).await?;
    }
    let browser = Browser::start(360, true).await?;
    browser
        .log_in(&systeem.adres, "demo-opdrachtgever-winterswijk")
        .await?;
    browser.open(&format!("{}/overleg", systeem.adres)).await?;
    browser.fill("datum", &datum_kort(vandaag())).await?;
    browser.fill("plaats", "Raadhuis Winterswijk").await?;
    browser.click("Overleg plannen").await?;
    browser.wait_for_heading("Overleg van").await?;
    browser.click("Stukken versturen").await?;
    browser.wait_for_heading("Stukken versturen").await?;
    browser.check_accessibility().await?;
    let vraag = browser.text().await?;
    assert!(
        vraag.contains("olga@winterswijk.example") && !vraag.contains("otto@"),
        "{vraag}"
    );
    browser.click("Stukken versturen").await?;
    browser
        .wait_for_text("De ontvangers krijgen een e-mail.")
        .await?;
    browser.close().await?;

    let brieven = systeem.post.wait_for(3).await?;
    let verwacht = [
        "betty@regio.example",
        "olga@winterswijk.example",
        "otto@nijkerk.example",
    ];
    assert_eq!(receivers(&brieven), verwacht);
    let pagina = format!("{}/overleg/{}", systeem.adres, vandaag());
    for brief in &brieven {
        assert!(brief.onderwerp.starts_with("Opdrachtgeversoverleg van "));
        assert!(brief.tekst.contains(&pagina), "{}", brief.tekst);
        check_nothing_personal(brief)?;
    }
    assert_eq!(systeem.stop().await?, Some(0));
    Ok(())
}
