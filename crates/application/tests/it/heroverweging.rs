//! The right calculated again inside an objection, on a real database: old beside new, who decides with it, what holds.

use application::aanvraag::Voorstelopdracht;
use application::bezwaar::{
    BezwaarError, Bezwaaropdracht, begin_heroverweging, load_bezwaar, load_bezwaarbrief,
    load_heroverweging, record_heroverweging,
};
use application::herziening::HerzieningError;
use domain::aanvraag::{Afweegpunt, Afweging, Bekendmaakwijze, Besluitsoort};
use domain::bevoegdheid::{Actor, Rol};
use domain::bezwaar::{Bestredenbesluit, Bezwaar, BezwaarGeweigerd, Bezwaaruitkomst};
use domain::herziening::{Herzieningshandeling, Herzieningsstand};
use persistence::TenantTx;
use primitives::SystemIds;
use testkit::{TestDb, actor, collega, consulent, nu, winterswijk};

use crate::aanvraag::{arrange, dag, proposal};
use crate::bezwaar::{act, heard, object, objection, partner, refused, resident, settle};
use crate::dossier::arrange::{count, fingerprint, in_tenant, last_audit};
use crate::herziening;

async fn recalculate(
    test: &TestDb,
    wie: &Actor,
    bezwaar: &Bezwaar,
    opdracht: &Voorstelopdracht,
) -> Result<Bezwaar, BezwaarError> {
    let id = bezwaar.kop().id;
    in_tenant(test, async |tx: &mut TenantTx| {
        record_heroverweging(tx, wie, nu(), id, opdracht).await
    })
    .await
}

/// What is weighed is decided by two people.
fn weighed() -> Afweging {
    Afweging {
        punt: Afweegpunt::Individualisering,
        keuze: "Zo.".to_owned(),
        reden: "Daarom.".to_owned(),
    }
}

async fn letter(test: &TestDb, bezwaar: &Bezwaar) -> String {
    let wat = (bezwaar.kop().bestreden.dossier, bezwaar.kop().id);
    let gelezen = in_tenant(test, async |tx: &mut TenantTx| {
        load_bezwaarbrief(tx, &consulent(), nu(), wat).await
    });
    let (brief, _) = gelezen.await.unwrap();
    serde_json::to_string(&brief).unwrap()
}

#[tokio::test]
async fn a_new_calculation_takes_the_place_of_a_refusal_that_stays_as_it_was() {
    let (test, dossier) = arrange().await;
    let aanvraag = refused(&test, dossier).await;
    let tegen = (dossier, Bestredenbesluit::Aanvraag(aanvraag.kop().id));
    let bezwaar = object(&test, tegen, 0, resident()).await.unwrap();
    let bezwaar = act(&test, &bezwaar, heard()).await.unwrap();
    let voor = fingerprint(&test, "aanvraagakte").await;
    let begin = in_tenant(&test, async |tx: &mut TenantTx| {
        load_heroverweging(tx, &consulent(), nu(), (dossier, bezwaar.kop().id)).await
    });
    let vraag = begin.await.unwrap().vraag.unwrap();
    assert!(vraag.contains("50000.00"), "as it was decided on: {vraag}");
    let opdracht = Voorstelopdracht {
        gezien: bezwaar.akten().len(),
        afwegingen: vec![weighed()],
        ..proposal(&aanvraag, Besluitsoort::Toekenning, 100_000)
    };
    let past_niet = Voorstelopdracht {
        besluit: Besluitsoort::Afwijzing,
        ..opdracht.clone()
    };
    let past_niet = recalculate(&test, &consulent(), &bezwaar, &past_niet).await;
    assert!(
        matches!(past_niet, Err(BezwaarError::Invoer(_))),
        "{past_niet:?}"
    );
    let verouderd = Voorstelopdracht {
        gezien: 1,
        ..opdracht.clone()
    };
    let verouderd = recalculate(&test, &consulent(), &bezwaar, &verouderd).await;
    assert!(matches!(verouderd, Err(BezwaarError::Verouderd)));
    let sociaal = actor(Rol::SociaalTeam, winterswijk());
    let mag_niet = recalculate(&test, &sociaal, &bezwaar, &opdracht).await;
    assert!(matches!(mag_niet, Err(BezwaarError::Geweigerd(_))));
    assert_eq!(count(&test, "bezwaarberekening").await, 0);
    let bezwaar = recalculate(&test, &consulent(), &bezwaar, &opdracht)
        .await
        .unwrap();
    let id = bezwaar.kop().id;
    let regel = format!("bezwaar | bezwaar {id} van dossier {dossier} | heroverwogen");
    assert_eq!(last_audit(&test).await, regel);
    assert_eq!(count(&test, "bezwaarberekening").await, 1);
    // The last calculation is what the form begins with.
    let weer = in_tenant(&test, async |tx: &mut TenantTx| {
        load_heroverweging(tx, &consulent(), nu(), (dossier, id)).await
    });
    assert!(weer.await.unwrap().vraag.unwrap().contains("1000.00"));
    let ander = collega(Rol::Teamleider, winterswijk());
    let besluit = Bezwaaropdracht {
        in_plaats_daarvan: None,
        met_berekening: true,
        ..objection(&bezwaar, Bezwaaruitkomst::Gegrond)
    };
    let beslist = settle(&test, &ander, &besluit).await.unwrap();
    assert!(beslist.vervanging().is_some());
    assert!(beslist.besluit().unwrap().vier_ogen);
    let brief = letter(&test, &beslist).await;
    for deel in [
        "Eerst wezen wij uw aanvraag af. Dat besluit geldt niet meer.",
        "U krijgt algemene bijstand vanaf 2 november 2026.",
        "Participatiewet art. 21",
        "7:11 en 7:12",
        "Wat moet u doen?",
    ] {
        assert!(brief.contains(deel), "{deel}: {brief}");
    }
    assert_eq!(fingerprint(&test, "aanvraagakte").await, voor);
}

#[tokio::test]
async fn who_calculated_does_not_decide_with_it_and_may_in_words() {
    let (test, dossier) = arrange().await;
    let aanvraag = refused(&test, dossier).await;
    let tegen = (dossier, Bestredenbesluit::Aanvraag(aanvraag.kop().id));
    let bezwaar = object(&test, tegen, 0, resident()).await.unwrap();
    let bezwaar = act(&test, &bezwaar, heard()).await.unwrap();
    let ander = collega(Rol::Teamleider, winterswijk());
    let opdracht = Voorstelopdracht {
        gezien: bezwaar.akten().len(),
        afwegingen: vec![weighed()],
        ..proposal(&aanvraag, Besluitsoort::Toekenning, 100_000)
    };
    let bezwaar = recalculate(&test, &ander, &bezwaar, &opdracht)
        .await
        .unwrap();
    let zelf = Bezwaaropdracht {
        met_berekening: true,
        ..objection(&bezwaar, Bezwaaruitkomst::Gegrond)
    };
    match settle(&test, &ander, &zelf).await.unwrap_err() {
        BezwaarError::Invoer(fouten) => assert_eq!(fouten.list()[0].veld, "nieuw"),
        anders => panic!("{anders:?}"),
    }
    let in_woorden = objection(&bezwaar, Bezwaaruitkomst::Gegrond);
    let beslist = settle(&test, &ander, &in_woorden).await.unwrap();
    assert_eq!(beslist.vervanging(), None);
}

#[tokio::test]
async fn a_second_objection_is_laid_beside_what_holds_since_the_first() {
    let (test, dossier) = arrange().await;
    let aanvraag = refused(&test, dossier).await;
    let tegen = (dossier, Bestredenbesluit::Aanvraag(aanvraag.kop().id));
    let een = object(&test, tegen, 0, resident()).await.unwrap();
    let twee = object(&test, tegen, 1, partner()).await.unwrap();
    let calculated = async |bezwaar: &Bezwaar, ingang: &str| {
        let opdracht = Voorstelopdracht {
            gezien: bezwaar.akten().len(),
            ingang: Some(dag(ingang)),
            ..proposal(&aanvraag, Besluitsoort::Toekenning, 100_000)
        };
        recalculate(&test, &consulent(), bezwaar, &opdracht)
            .await
            .unwrap()
    };
    let een = act(&test, &een, heard()).await.unwrap();
    let twee = act(&test, &twee, heard()).await.unwrap();
    let een = calculated(&een, "2026-11-05").await;
    let twee = calculated(&twee, "2026-11-03").await;
    let ander = collega(Rol::Teamleider, winterswijk());
    let with = |bezwaar: &Bezwaar| Bezwaaropdracht {
        in_plaats_daarvan: None,
        met_berekening: true,
        ..objection(bezwaar, Bezwaaruitkomst::Gegrond)
    };
    settle(&test, &ander, &with(&een)).await.unwrap();
    match settle(&test, &ander, &with(&twee)).await.unwrap_err() {
        BezwaarError::Invoer(fouten) => {
            assert!(fouten.list()[0].melding.contains("intussen"), "{fouten:?}");
        }
        anders => panic!("{anders:?}"),
    }
    let twee = calculated(&twee, "2026-11-03").await;
    let beslist = settle(&test, &ander, &with(&twee)).await.unwrap();
    let brief = letter(&test, &beslist).await;
    assert!(
        brief.contains("Het begint nu op 3 november 2026 en niet op 5 november 2026."),
        "{brief}"
    );
}

#[tokio::test]
async fn months_are_calculated_again_in_a_review_of_the_objection() {
    let (test, dossier) = arrange().await;
    let eerste = herziening::decided(&test, dossier).await;
    let bekend = Herzieningshandeling::Bekendgemaakt {
        bekendgemaakt_op: dag("2026-11-21"),
        wijze: Bekendmaakwijze::Post,
    };
    let eerste = herziening::act(&test, &eerste, bekend).await.unwrap();
    let tegen = (dossier, Bestredenbesluit::Herziening(eerste.kop().id));
    let bezwaar = object(&test, tegen, 0, resident()).await.unwrap();
    let bezwaar = act(&test, &bezwaar, heard()).await.unwrap();
    let wat = (dossier, bezwaar.kop().id);
    let begin = async || {
        in_tenant(&test, async |tx: &mut TenantTx| {
            begin_heroverweging(tx, &consulent(), nu(), &SystemIds, wat).await
        })
        .await
        .unwrap()
    };
    let zaak = begin().await;
    assert_eq!(zaak.bereik(), eerste.bereik());
    assert_eq!(zaak.list_feiten().len(), 1, "the facts come along");
    assert_eq!(zaak.find_oordeel(), eerste.find_oordeel());
    assert_eq!(begin().await, zaak, "one that was begun goes on");
    let weg = Herzieningshandeling::FeitVervallen { nummer: 2 };
    let leeg = herziening::act(&test, &zaak, weg).await.unwrap();
    let niets = herziening::suggest(&test, &leeg).await;
    assert!(
        matches!(niets, Err(HerzieningError::Invoer(_))),
        "nothing changes"
    );
    let feit = domain::herziening::Feitwijziging {
        vanaf: dag("2026-10-01"),
        tot_en_met: None,
        wat: domain::herziening::Wijziging::Inkomen {
            bedrag: primitives::Geld::from_cents(20_000),
        },
    };
    let anders = Herzieningshandeling::FeitVastgelegd { feit };
    let zaak = herziening::act(&test, &leeg, anders).await.unwrap();
    let zaak = herziening::suggest(&test, &zaak).await.unwrap();
    assert_eq!(zaak.stand(), Herzieningsstand::InBezwaar);
    assert_eq!(count(&test, "bezwaarberekening").await, 1);
    let beeld = in_tenant(&test, async |tx: &mut TenantTx| {
        load_bezwaar(tx, &consulent(), nu(), wat).await
    });
    let bezwaar = beeld.await.unwrap().bezwaar;
    let (_, heroverweging) = bezwaar.find_heroverweging().unwrap();
    assert_eq!(heroverweging.herziening, Some(zaak.kop().id));
    assert!(!heroverweging.is_slechter());
    let besluit = Bezwaaropdracht {
        in_plaats_daarvan: None,
        met_berekening: true,
        ..objection(&bezwaar, Bezwaaruitkomst::Gegrond)
    };
    let ander = collega(Rol::Teamleider, winterswijk());
    let beslist = settle(&test, &ander, &besluit).await.unwrap();
    let brief = letter(&test, &beslist).await;
    for deel in [
        "In ons eerdere besluit stond: u betaalt",
        "475,00 terug. Dat besluit geldt niet meer. Dit besluiten wij nu: u betaalt",
        "190,00 terug.",
        "Wat verandert er per maand?",
    ] {
        assert!(brief.contains(deel), "{deel}: {brief}");
    }
    let afgedaan = in_tenant(&test, async |tx: &mut TenantTx| {
        begin_heroverweging(tx, &consulent(), nu(), &SystemIds, wat).await
    });
    let afgedaan = afgedaan.await.unwrap_err();
    assert!(
        matches!(afgedaan, BezwaarError::Stand(BezwaarGeweigerd::Stand(_))),
        "{afgedaan:?}"
    );
}
