//! Schemes beside algemene bijstand, granted by what is typed: proposed, decided by another person, and what the letter says.

use application::aanvraag::{Afzender, load_brief};
use domain::aanvraag::Brief;
use primitives::{AanvraagId, DossierId};

use super::*;
use crate::dossier::decide_beleid;

const BASIS: [(&str, &str); 5] = [
    ("gezien", "1"),
    ("besluit", "toekenning"),
    ("ingang", "2-11-2026"),
    ("huisvesting", "huurder"),
    ("motivering", "U voldoet aan de voorwaarden."),
];

const STUDIE: [(&str, &str); 4] = [
    ("kanNietWerken", "ja"),
    ("studiefinanciering", "ja"),
    ("wajong", "nee"),
    ("stageInkomsten", "0"),
];

const LOONKOSTEN: [(&str, &str); 6] = [
    ("doelgroep", "ja"),
    ("begin", "1-10-2026"),
    ("uren", "32"),
    ("loonwaarde", "60"),
    ("socialeWerkvoorziening", "nee"),
    ("andereSubsidie", "nee"),
];

const PREMIE: [(&str, &str); 6] = [
    ("premie", "uitstroom"),
    ("akkoordCollege", "ja"),
    ("maandenBijstand", "14"),
    ("eerderDitJaar", "0"),
    ("keerEerderDitJaar", "0"),
    ("doelgroep", "nee"),
];

/// The letter of an application by its address: the text of what the page gives as a PDF.
async fn letter(app: &TestApp, pad: &str) -> Brief {
    let delen: Vec<_> = pad.split('/').collect();
    let [_, _, _, dossier, _, aanvraag] = delen[..] else {
        panic!("{pad}")
    };
    let wat = (
        DossierId::parse(dossier).unwrap(),
        AanvraagId::parse(aanvraag).unwrap(),
    );
    let afzender = Afzender {
        organisatie: "Werkleerbedrijf Test".to_owned(),
        adres_organisatie: Vec::new(),
        adres_gemeente: Vec::new(),
    };
    let consulent = testkit::consulent();
    let brief = app
        .state
        .db
        .in_tenant("test", winterswijk(), DbRol::Uitvoering, async |tx| {
            load_brief(tx, &consulent, nu(), wat, &afzender).await
        });
    brief.await.unwrap().0
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_is_granted_by_another_person_and_told_in_the_letter() {
    let (app, wie) = caseload().await;
    let studie = [("studietoeslag.21-en-ouder", "400")];
    decide_beleid(&app, Rol::College, ("studietoeslag", "2025-77"), &studie).await;
    let treden = "tot 12: 500\ntot 24: 900\ndaarboven: 1.200";
    let premie = [("premie.uitstroom", treden)];
    decide_beleid(&app, Rol::College, ("werk", "2025-78"), &premie).await;
    let twee = app.login(collega(Rol::Teamleider, winterswijk())).await;
    for (regeling, velden, bedrag, zin, regels) in [
        (
            Regeling::Studietoeslag,
            &STUDIE[..],
            "400,00",
            "U krijgt €\u{a0}400,00 per maand vanaf 2 november 2026.",
            &["Participatiewet art. 36b", "Collegebesluit 2025-77"][..],
        ),
        (
            Regeling::Loonkostensubsidie,
            &LOONKOSTEN,
            "1.108,29",
            "Uw werkgever krijgt €\u{a0}1.108,29 per maand vanaf 2 november 2026.",
            &["Participatiewet art. 10d"],
        ),
        (
            Regeling::Premie,
            &PREMIE,
            "900,00",
            "U krijgt één keer €\u{a0}900,00.",
            &[
                "Participatiewet art. 31 lid 2 onder j",
                "Collegebesluit 2025-78",
            ],
        ),
    ] {
        give_mandate_for(&app, regeling).await;
        let pad = receive_for(&app, &wie, regeling.naam()).await;
        let alles = [&BASIS, velden].concat();
        accepted(&app, &wie, &format!("{pad}/voorstel"), &alles).await;
        let gezien = [("gezien", "2")];
        let zelf = app.post(&wie, &format!("{pad}/besluit"), &gezien).await;
        assert_eq!(zelf.status, StatusCode::CONFLICT, "{regeling:?}");
        let lezen = app.get(&twee, &format!("{pad}/besluit")).await.tekst();
        assert!(lezen.contains(bedrag), "{lezen}");
        accepted(&app, &twee, &format!("{pad}/besluit"), &gezien).await;
        let bekend = [("gezien", "3"), ("dag", "21-11-2026"), ("keuze", "post")];
        let handeling = format!("{pad}/handelingen/bekendgemaakt");
        accepted(&app, &wie, &handeling, &bekend).await;

        let pagina = app.get(&wie, &pad).await;
        let gegevens = texts(&pagina, "dd");
        assert!(gegevens.iter().any(|dd| dd == "Toekennen"), "{gegevens:?}");
        assert!(
            gegevens.iter().any(|dd| dd.contains(bedrag)),
            "{gegevens:?}"
        );
        assert!(pagina.tekst().contains("komt er hetzelfde uit"));
        let pdf = app.get(&wie, &format!("{pad}/brief.pdf")).await;
        assert!(pdf.inhoud.starts_with(b"%PDF-1.7"), "{regeling:?}");
        let brief = letter(&app, &pad).await;
        assert_eq!(brief.datum.as_deref(), Some("21 november 2026"));
        let mut alineas = brief.blokken.iter().flat_map(|blok| &blok.alineas);
        assert!(alineas.any(|alinea| alinea == zin), "{:?}", brief.blokken);
        let punten = || brief.blokken.iter().flat_map(|blok| &blok.punten);
        for regel in regels {
            let is_genoemd = punten().any(|punt| punt.starts_with(regel));
            assert!(is_genoemd, "{regel} in {:?}", brief.blokken);
        }
    }
    let dossier = find(&app, &wie, 3).await;
    let lijst = app.get(&wie, &format!("{dossier}/beschikkingen")).await;
    assert_eq!(count(&lijst, "table tbody tr"), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn facts_left_out_are_named_at_their_fields_and_nothing_is_proposed() {
    let (app, wie) = caseload().await;
    for (regeling, velden, weg) in [
        (Regeling::Studietoeslag, &STUDIE[..], "kanNietWerken"),
        (Regeling::Loonkostensubsidie, &LOONKOSTEN, "uren"),
        (Regeling::Premie, &PREMIE, "akkoordCollege"),
    ] {
        let pad = receive_for(&app, &wie, regeling.naam()).await;
        let voorstel = format!("{pad}/voorstel");
        let mut zonder = [&BASIS, velden].concat();
        zonder.retain(|(veld, _)| *veld != weg);
        let fout = app.post(&wie, &voorstel, &zonder).await;
        assert_eq!(fout.status, StatusCode::BAD_REQUEST, "{regeling:?}");
        let fouten = texts(&fout, "[data-foutoverzicht] li");
        assert_eq!(fouten.len(), 1, "{fouten:?}");
        assert_eq!(count(&fout, &format!("a[href='#veld-{weg}']")), 1, "{weg}");
        let pagina = app.get(&wie, &pad).await.tekst();
        assert!(!pagina.contains("Voorgesteld door"), "{regeling:?}");
    }
}
