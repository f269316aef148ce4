//! What letters say of an exemption, an advance, a plan, an address, an objection; and when an exemption can be given.

use primitives::Geld;

use super::*;

fn feiten(kinderen: &[&str], met_partner: bool) -> Rekenfeiten {
    Rekenfeiten {
        peildatum: dag("2026-11-02"),
        partner: met_partner.then(|| Partnerfeiten {
            geboortedatum: dag("1990-01-01"),
            heeft_recht: true,
        }),
        kinderen: kinderen.iter().map(|kind| dag(kind)).collect(),
        medebewoners: Vec::new(),
        huisvesting: "huurder",
        inkomsten: Vec::new(),
        bezittingen: Geld::NUL,
        schulden: Geld::NUL,
        overwaarde_woning: None,
        toeslag: None,
    }
}

#[test]
fn an_exemption_follows_the_law() {
    use Ontheffinggrond as G;
    for (naam, grond, tot, feiten, veld) in [
        (
            "urgent",
            G::DringendeRedenen,
            "2027-05-01",
            feiten(&[], false),
            None,
        ),
        (
            "ended before",
            G::DringendeRedenen,
            "2026-11-01",
            feiten(&[], false),
            Some("ontheffingTot"),
        ),
        (
            "parent",
            G::AlleenstaandeOuder,
            "2028-03-31",
            feiten(&["2015-01-01", "2023-04-01"], false),
            None,
        ),
        (
            "the child is five",
            G::AlleenstaandeOuder,
            "2028-04-01",
            feiten(&["2023-04-01"], false),
            Some("ontheffingTot"),
        ),
        (
            "no child under five",
            G::AlleenstaandeOuder,
            "2027-01-01",
            feiten(&["2021-11-02"], false),
            Some("ontheffing"),
        ),
        (
            "with a partner",
            G::AlleenstaandeOuder,
            "2027-01-01",
            feiten(&["2023-04-01"], true),
            Some("ontheffing"),
        ),
    ] {
        let uitkomst = Ontheffing::try_new(grond, dag("2026-11-02"), dag(tot), &feiten);
        let fout = uitkomst.err().map(|fouten| fouten.list()[0].veld.clone());
        assert_eq!(fout.as_deref(), veld, "{naam}");
    }
}

#[test]
fn an_exemption_for_urgent_reasons_must_be_weighed() {
    let ontheffing = Ontheffing {
        grond: Ontheffinggrond::DringendeRedenen,
        tot_en_met: dag("2027-05-01"),
    };
    let mut inhoud = voorstel(Besluitsoort::Toekenning)
        .with_ontheffing(ontheffing, Regeling::AlgemeneBijstand)
        .unwrap();
    assert_eq!(
        inhoud.open_afweegpunten(dag("2026-09-08")),
        [Afweegpunt::Ontheffing]
    );
    inhoud.afwegingen.push(Afweging {
        punt: Afweegpunt::Ontheffing,
        keuze: "Een half jaar.".to_owned(),
        reden: "U zorgt voor uw vader.".to_owned(),
    });
    assert!(inhoud.open_afweegpunten(dag("2026-09-08")).is_empty());
    for (besluit, regeling) in [
        (Besluitsoort::Afwijzing, Regeling::AlgemeneBijstand),
        (Besluitsoort::Toekenning, Regeling::Studietoeslag),
    ] {
        assert!(
            voorstel(besluit)
                .with_ontheffing(ontheffing, regeling)
                .is_err()
        );
    }
}

fn gegevens() -> Briefgegevens {
    Briefgegevens {
        naam: Some("J. Jansen".to_owned()),
        gemeente: "Winterswijk".to_owned(),
        organisatie: "Werkbedrijf".to_owned(),
        beslisser: "T. Meinen".to_owned(),
        adres_organisatie: vec!["Postbus 1".to_owned(), "7100 AA Winterswijk".to_owned()],
        adres_gemeente: vec!["Postbus 2".to_owned(), "7100 BB Winterswijk".to_owned()],
    }
}

fn text(brief: &Brief) -> String {
    let blok = |blok: &Briefblok| {
        format!(
            "{}\n{}\n{}\n",
            blok.kop,
            blok.alineas.join("\n"),
            blok.punten.join("\n")
        )
    };
    brief.blokken.iter().map(blok).collect()
}

#[test]
fn a_grant_tells_of_advance_exemption_plan_and_address() {
    let inhoud = voorstel(Besluitsoort::Toekenning)
        .with_ontheffing(
            Ontheffing {
                grond: Ontheffinggrond::AlleenstaandeOuder,
                tot_en_met: dag("2028-03-31"),
            },
            Regeling::AlgemeneBijstand,
        )
        .unwrap();
    let inhoud = Besluitvoorstel {
        met_plan: true,
        ..inhoud
    };
    let aanvraag = [
        later(Aanvraaghandeling::VoorschotVerleend(voorschot(
            "2026-10-01",
        ))),
        later(Aanvraaghandeling::Voorgesteld(Box::new(inhoud))),
    ]
    .into_iter()
    .try_fold(ontvangen("2026-09-08"), Aanvraag::apply)
    .unwrap();
    let jong = Brief::try_new(&aanvraag, Namens::DagelijksBestuur, &gegevens()).unwrap();
    let tekst = text(&jong);
    for deel in [
        "een voorschot van in totaal",
        "1.330,00. Dat halen wij af",
        "Participatiewet art. 52 lid 4",
        "Dat geldt tot en met 31 maart 2028 (Participatiewet art. 9a lid 1",
        "plan van aanpak, als bijlage",
    ] {
        assert!(tekst.contains(deel), "{deel}: {tekst}");
    }
    assert_eq!(jong.adres[0], "Postbus 1");
    let bekend = jong.with_bekendmaking(
        dag("2026-11-21"),
        Termijndag {
            dag: dag("2027-01-04"),
            artikel: "",
        },
    );
    assert!(
        text(&bekend)
            .contains("Het dagelijks bestuur van Werkbedrijf, Postbus 1, 7100 AA Winterswijk.")
    );
    let ouder = Brief::try_new(&aanvraag, Namens::College, &gegevens()).unwrap();
    assert_eq!(
        ouder.adres[0], "Postbus 2",
        "the college is written to at the municipality"
    );
}

#[test]
fn a_refusal_tells_that_the_advance_was_a_loan() {
    let aanvraag = [
        later(Aanvraaghandeling::VoorschotVerleend(voorschot(
            "2026-10-01",
        ))),
        later(voorgesteld(Besluitsoort::Afwijzing)),
    ]
    .into_iter()
    .try_fold(ontvangen("2026-09-08"), Aanvraag::apply)
    .unwrap();
    let brief = Brief::try_new(&aanvraag, Namens::College, &gegevens()).unwrap();
    let tekst = text(&brief);
    assert!(tekst.contains("Dat was een lening."), "{tekst}");
    assert!(tekst.contains("art. 58 lid 2 onder d"), "{tekst}");
}

#[test]
fn a_plan_comes_with_a_grant_of_bijstand_to_who_is_eighteen_to_twenty_six() {
    let voorstel = |besluit| Besluitvoorstel {
        ingang: Some(dag("2026-11-02")),
        ..voorstel(besluit)
    };
    let (ja, nee) = (Besluitsoort::Toekenning, Besluitsoort::Afwijzing);
    let bijstand = Regeling::AlgemeneBijstand;
    for (besluit, regeling, geboren, met_plan) in [
        (ja, bijstand, vec!["1999-11-03"], true),
        (ja, bijstand, vec!["1999-11-02"], false),
        (ja, bijstand, vec!["2008-11-02"], true),
        (ja, bijstand, vec!["2008-11-03"], false),
        (ja, bijstand, vec!["1980-01-01", "2001-01-01"], true),
        (nee, bijstand, vec!["2001-01-01"], false),
        (ja, Regeling::Studietoeslag, vec!["2001-01-01"], false),
    ] {
        let dagen = geboren.iter().map(|geboren| dag(geboren));
        let voorstel = voorstel(besluit).with_plan(regeling, dagen);
        assert_eq!(voorstel.met_plan, met_plan, "{besluit:?} {geboren:?}");
    }
}
