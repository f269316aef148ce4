//! The letter of a decision: its text, its standards, the same bytes each time.

use std::io::Write;
use std::process::{Command, Stdio};

use domain::aanvraag::{
    Aanvraag, Aanvraagakte, Aanvraaghandeling, Aanvraagkop, Afweegpunt, Afweging, Beschikkingsstap,
    Besluitsoort, Besluitvoorstel, Brief, Briefgegevens, Kanaal, Namens,
};
use domain::beleid::Persoon;
use domain::recht::Regeling;
use primitives::{AanvraagId, Datum, DossierId, Geld, Moment, id_at, parse_datum};
use reports::Kleur;
use reports::brief::render_brief;

fn nu() -> Moment {
    "2026-11-21T11:00:00Z".parse().unwrap()
}

fn dag(tekst: &str) -> Datum {
    parse_datum(tekst).unwrap()
}

fn akte(handeling: Aanvraaghandeling) -> Aanvraagakte {
    let door = Persoon {
        sub: "a".to_owned(),
        naam: "A. Bakker".to_owned(),
    };
    Aanvraagakte {
        handeling,
        door,
        op: nu(),
    }
}

/// An application with a hersteltermijn that went by, on which this is proposed.
fn aanvraag(besluit: Besluitsoort) -> Aanvraag {
    let kop = Aanvraagkop {
        id: AanvraagId::new(id_at(nu(), 1)),
        dossier: DossierId::new(id_at(nu(), 2)),
        regeling: Regeling::AlgemeneBijstand,
    };
    let stap = Beschikkingsstap {
        tekst: "De norm voor een alleenstaande is € 1.401,50.".to_owned(),
        grondslag: "Participatiewet art. 21 onder a".to_owned(),
        besluit: None,
    };
    let is_toegekend = besluit.is_toekenning();
    let voorstel = Besluitvoorstel {
        besluit,
        ingang: is_toegekend.then(|| dag("2026-09-08")),
        motivering: "Uw situatie is bekeken. \u{2705}".to_owned(),
        afwegingen: vec![Afweging {
            punt: Afweegpunt::Individualisering,
            keuze: "Wij wijken niet af.".to_owned(),
            reden: "Uw kosten zijn gewoon.".to_owned(),
        }],
        stappen: vec![stap],
        bedrag: is_toegekend.then(|| Geld::from_cents(140_150)),
        uitbetaling: is_toegekend.then(|| Geld::from_cents(133_143)),
        ontheffing: None,
        met_plan: false,
        uitkeringswijze: None,
    };
    let begin = Aanvraaghandeling::Ontvangen {
        ontvangen_op: dag("2026-10-08"),
        gemeld_op: dag("2026-09-08"),
        kanaal: Kanaal::Post,
    };
    let herstel = Aanvraaghandeling::HerstelGevraagd {
        gevraagd_op: dag("2026-10-20"),
        uiterlijk: dag("2026-11-10"),
        wat: "bankafschriften".to_owned(),
    };
    let voorstel = Aanvraaghandeling::Voorgesteld(Box::new(voorstel));
    Aanvraag::try_new(kop, akte(begin))
        .and_then(|een| een.apply(akte(herstel)))
        .and_then(|een| een.apply(akte(voorstel)))
        .unwrap()
}

fn brief(besluit: Besluitsoort, namens: Namens) -> Brief {
    let gegevens = Briefgegevens {
        naam: Some("J. de Vries".to_owned()),
        gemeente: "Winterswijk".to_owned(),
        organisatie: "Werkleerbedrijf Test".to_owned(),
        beslisser: "B. Jansen".to_owned(),
        adres_organisatie: vec!["Postbus 100".to_owned(), "7100 AA Winterswijk".to_owned()],
        adres_gemeente: vec!["Postbus 200".to_owned(), "7100 BB Winterswijk".to_owned()],
    };
    Brief::try_new(&aanvraag(besluit), namens, &gegevens).unwrap()
}

fn sent(besluit: Besluitsoort, namens: Namens) -> Brief {
    let bezwaar = domain::aanvraag::Termijndag {
        dag: dag("2027-01-04"),
        artikel: "Awb art. 6:7",
    };
    brief(besluit, namens).with_bekendmaking(dag("2026-11-21"), bezwaar)
}

fn render(brief: &Brief) -> Vec<u8> {
    render_brief(brief, Kleur::parse("#0b5e54").unwrap(), nu()).unwrap()
}

/// The text of a PDF as a reader program takes it out, in one line.
fn text_of(pdf: &[u8]) -> String {
    let mut lezer = Command::new("pdftotext")
        .args(["-layout", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    lezer.stdin.take().unwrap().write_all(pdf).unwrap();
    let uitvoer = lezer.wait_with_output().unwrap().stdout;
    let tekst = String::from_utf8(uitvoer).unwrap();
    tekst.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_outcome_says_what_why_by_which_rules_and_how_to_object() {
    use Besluitsoort as B;
    let altijd = [
        "J. de Vries",
        "21 november 2026",
        "Waarom dit besluit? Uw situatie is bekeken.",
        "Participatiewet art. 21 onder a",
        "Participatiewet art. 18 lid 1",
        "tot en met 4 januari 2027",
        "Bent u het niet eens",
    ];
    for (besluit, namens, eigen) in [
        (
            B::Toekenning,
            Namens::DagelijksBestuur,
            [
                "U krijgt algemene bijstand vanaf 8 september 2026. Over een hele maand is dat € 1.401,50",
                "Elke maand betalen wij u € 1.331,43",
                "Participatiewet art. 17",
                "Het dagelijks bestuur van Werkleerbedrijf Test",
            ],
        ),
        (
            B::Afwijzing,
            Namens::College,
            [
                "U krijgt geen algemene bijstand",
                "Wij wijzen uw aanvraag daarom af",
                "Stuur uw bezwaar naar: Burgemeester en wethouders van Winterswijk",
                "namens hen, B. Jansen, Werkleerbedrijf Test",
            ],
        ),
        (
            B::BuitenBehandeling,
            Namens::College,
            [
                "Wij behandelen uw aanvraag voor algemene bijstand niet",
                "Op 20 oktober 2026 vroegen wij u",
                "Dat kon tot en met 10 november 2026",
                "art. 4:5",
            ],
        ),
    ] {
        let tekst = text_of(&render(&sent(besluit, namens))).replace('\u{a0}', " ");
        for deel in altijd.iter().chain(&eigen) {
            assert!(
                tekst.contains(deel),
                "{besluit:?}: {deel} is not in:\n{tekst}"
            );
        }
    }
}

#[test]
fn a_draft_says_so_and_holds_no_term() {
    let tekst = text_of(&render(&brief(Besluitsoort::Toekenning, Namens::College)));
    assert!(tekst.contains("Concept: dit is nog geen besluit"));
    assert!(!tekst.contains("bezwaar maken"));
}

#[test]
fn it_is_accessible_and_the_same_each_time() {
    let een = render(&sent(Besluitsoort::Toekenning, Namens::College));
    assert_eq!(
        een,
        render(&sent(Besluitsoort::Toekenning, Namens::College))
    );
    let tekst = String::from_utf8_lossy(&een);
    for kenmerk in ["<pdfuaid:part>1</pdfuaid:part>", "<rdf:li>nl-NL</rdf:li>"] {
        assert!(tekst.contains(kenmerk), "{kenmerk} is missing");
    }
}
