//! Objections on a real database: to an application and to a review, two to one decision, the hearing, the decision.

use application::bezwaar::{
    BezwaarError, Bezwaarontvangst, Bezwaaropdracht, list_wachtend, load_bezwaar,
    load_bezwaarbrief, load_bezwaarvoorraad, record_bezwaar, record_bezwaarbesluit,
    record_bezwaarhandeling,
};
use domain::aanvraag::{Aanvraag, Aanvraaghandeling, Bekendmaakwijze, Besluitsoort};
use domain::bevoegdheid::{Actor, Rol};
use domain::bezwaar::{
    Bestredenbesluit, Bezwaar, BezwaarGeweigerd, Bezwaarhandeling, Bezwaaruitkomst, Gehoord,
    Hoorgrond, Indiener, Indienersoort, Uitstelgrond,
};
use domain::herziening::Herzieningshandeling;
use persistence::TenantTx;
use primitives::{DossierId, SystemIds};
use testkit::{TestDb, actor, collega, consulent, nu, winterswijk};

use crate::aanvraag::{
    act as act_aanvraag, arrange, dag, decide, proposal, propose, receive, sender, teamleider,
};
use crate::dossier::arrange::{count, in_tenant, last_audit, text_of};
use crate::herziening;

/// A refusal, decided by the teamleider and made known today.
pub async fn refused(test: &TestDb, dossier: DossierId) -> Aanvraag {
    let ontvangen = receive(test, &consulent(), dossier, "2026-11-02")
        .await
        .unwrap();
    let opdracht = proposal(&ontvangen, Besluitsoort::Afwijzing, 5_000_000);
    let voorgesteld = propose(test, &consulent(), &opdracht).await.unwrap();
    let besloten = decide(test, &teamleider(), &voorgesteld).await.unwrap();
    let bekend = Aanvraaghandeling::Bekendgemaakt {
        bekendgemaakt_op: dag("2026-11-21"),
        wijze: Bekendmaakwijze::Post,
    };
    act_aanvraag(test, &consulent(), &besloten, bekend)
        .await
        .unwrap()
}

pub fn partner() -> Indiener {
    Indiener {
        wie: Indienersoort::Partner,
        naam: Some("P. Voorbeeld".to_owned()),
    }
}

pub async fn object(
    test: &TestDb,
    (dossier, tegen): (DossierId, Bestredenbesluit),
    gezien: usize,
    indiener: Indiener,
) -> Result<Bezwaar, BezwaarError> {
    let ontvangst = Bezwaarontvangst {
        dossier,
        tegen,
        gezien,
        ontvangen_op: dag("2026-11-21"),
        verzonden_op: None,
        met_commissie: false,
        reden_te_laat: None,
        indiener,
    };
    in_tenant(test, async |tx: &mut TenantTx| {
        record_bezwaar(tx, &consulent(), nu(), &SystemIds, &ontvangst).await
    })
    .await
}

pub fn resident() -> Indiener {
    Indiener {
        wie: Indienersoort::Inwoner,
        naam: None,
    }
}

pub async fn act(
    test: &TestDb,
    bezwaar: &Bezwaar,
    handeling: Bezwaarhandeling,
) -> Result<Bezwaar, BezwaarError> {
    let kop = bezwaar.kop();
    in_tenant(test, async |tx: &mut TenantTx| {
        let wat = (kop.bestreden.dossier, kop.id);
        let gezien = bezwaar.akten().len();
        record_bezwaarhandeling(tx, &consulent(), nu(), wat, gezien, handeling.clone()).await
    })
    .await
}

pub fn heard() -> Bezwaarhandeling {
    Bezwaarhandeling::Gehoord(Gehoord {
        gehoord_op: dag("2026-11-21"),
        wie: "u en de bezwaarcommissie".to_owned(),
        verslag: "U vertelde over uw spaargeld.".to_owned(),
    })
}

pub fn objection(bezwaar: &Bezwaar, uitkomst: Bezwaaruitkomst) -> Bezwaaropdracht {
    Bezwaaropdracht {
        dossier: bezwaar.kop().bestreden.dossier,
        bezwaar: bezwaar.kop().id,
        gezien: bezwaar.akten().len(),
        uitkomst,
        motivering: "U heeft meer spaargeld dan mag.".to_owned(),
        in_plaats_daarvan: (uitkomst == Bezwaaruitkomst::Gegrond).then(|| "Toch.".to_owned()),
        met_berekening: false,
        verschoonbaar: None,
        afzender: sender(),
    }
}

pub async fn settle(
    test: &TestDb,
    wie: &Actor,
    opdracht: &Bezwaaropdracht,
) -> Result<Bezwaar, BezwaarError> {
    in_tenant(test, async |tx: &mut TenantTx| {
        record_bezwaarbesluit(tx, wie, nu(), opdracht).await
    })
    .await
}

fn reason(uitkomst: Result<Bezwaar, BezwaarError>) -> BezwaarGeweigerd {
    match uitkomst.unwrap_err() {
        BezwaarError::Stand(reden) => reden,
        anders => panic!("{anders:?}"),
    }
}

#[tokio::test]
async fn an_objection_is_decided_by_somebody_else_after_a_hearing_with_a_letter() {
    let (test, dossier) = arrange().await;
    let aanvraag = refused(&test, dossier).await;
    let tegen = (dossier, Bestredenbesluit::Aanvraag(aanvraag.kop().id));
    let bezwaar = object(&test, tegen, 0, resident()).await.unwrap();
    let id = bezwaar.kop().id;
    let regel = format!("bezwaar | bezwaar {id} van dossier {dossier} | ontvangen");
    assert_eq!(last_audit(&test).await, regel);
    let voorraad = in_tenant(&test, async |tx: &mut TenantTx| {
        load_bezwaarvoorraad(tx, &consulent()).await
    });
    let voorraad = voorraad.await.unwrap();
    // Objecting is possible until 4 January 2027; six weeks later is 15 February.
    assert_eq!(voorraad.eerste_termijn, Some(dag("2027-02-15")));
    let ander = collega(Rol::Teamleider, winterswijk());
    let opdracht = objection(&bezwaar, Bezwaaruitkomst::Gegrond);
    let ongehoord = reason(settle(&test, &ander, &opdracht).await);
    assert_eq!(ongehoord, BezwaarGeweigerd::NietGehoord);
    let bezwaar = act(&test, &bezwaar, heard()).await.unwrap();
    let opdracht = objection(&bezwaar, Bezwaaruitkomst::Gegrond);
    let zelf = reason(settle(&test, &teamleider(), &opdracht).await);
    assert_eq!(zelf, BezwaarGeweigerd::EigenBesluit);
    let geen = reason(settle(&test, &consulent(), &opdracht).await);
    assert!(matches!(geen, BezwaarGeweigerd::Mandaat(_)), "{geen:?}");
    let sociaal = actor(Rol::SociaalTeam, winterswijk());
    let mag_niet = settle(&test, &sociaal, &opdracht).await;
    assert!(matches!(mag_niet, Err(BezwaarError::Geweigerd(_))));
    let beslist = settle(&test, &ander, &opdracht).await.unwrap();
    let regel = format!("beschikking | bezwaar {id} van dossier {dossier} | besloten");
    assert_eq!(last_audit(&test).await, regel);
    let (brief, _) = in_tenant(&test, async |tx: &mut TenantTx| {
        load_bezwaarbrief(tx, &consulent(), nu(), (dossier, id)).await
    })
    .await
    .unwrap();
    assert_eq!(
        (brief.datum, brief.titel.as_str()),
        (None, "U krijgt gelijk met uw bezwaar")
    );
    assert_eq!(brief.adres, ["Postbus 100 (voorbeeld)"]);
    assert_eq!(count(&test, "bezwaarbesluit").await, 1);
    let beeld = in_tenant(&test, async |tx: &mut TenantTx| {
        load_bezwaar(tx, &consulent(), nu(), (dossier, id)).await
    });
    assert_eq!(beeld.await.unwrap().bezwaar, beslist);
}

#[tokio::test]
async fn a_review_is_objected_to_like_any_decision() {
    let (test, dossier) = arrange().await;
    let zaak = herziening::decided(&test, dossier).await;
    let tegen = (dossier, Bestredenbesluit::Herziening(zaak.kop().id));
    let nog_niet = reason(object(&test, tegen, 0, resident()).await);
    assert_eq!(nog_niet, BezwaarGeweigerd::NietBekendgemaakt);
    let bekend = Herzieningshandeling::Bekendgemaakt {
        bekendgemaakt_op: dag("2026-11-21"),
        wijze: Bekendmaakwijze::Post,
    };
    herziening::act(&test, &zaak, bekend).await.unwrap();
    let bezwaar = object(&test, tegen, 0, partner()).await.unwrap();
    let bezwaar = act(&test, &bezwaar, heard()).await.unwrap();
    let opdracht = objection(&bezwaar, Bezwaaruitkomst::Ongegrond);
    let zelf = reason(settle(&test, &teamleider(), &opdracht).await);
    assert_eq!(zelf, BezwaarGeweigerd::EigenBesluit);
    let ander = collega(Rol::Teamleider, winterswijk());
    let beslist = settle(&test, &ander, &opdracht).await.unwrap();
    assert!(beslist.besluit().is_some());
}

#[tokio::test]
async fn two_objections_to_one_decision_have_each_a_life_of_their_own() {
    let (test, dossier) = arrange().await;
    let aanvraag = refused(&test, dossier).await;
    let tegen = (dossier, Bestredenbesluit::Aanvraag(aanvraag.kop().id));
    let een = object(&test, tegen, 0, resident()).await.unwrap();
    let twee_keer = object(&test, tegen, 0, partner()).await.unwrap_err();
    assert!(matches!(twee_keer, BezwaarError::Verouderd));
    let twee = object(&test, tegen, 1, partner()).await.unwrap();
    assert_eq!((een.kop().nummer, twee.kop().nummer), (1, 2));
    let weg = Bezwaarhandeling::Ingetrokken {
        ingetrokken_op: dag("2026-11-21"),
        reden: "x".to_owned(),
    };
    act(&test, &een, weg).await.unwrap();
    let twee = act(&test, &twee, heard()).await.unwrap();
    let ander = collega(Rol::Teamleider, winterswijk());
    let opdracht = objection(&twee, Bezwaaruitkomst::Ongegrond);
    settle(&test, &ander, &opdracht).await.unwrap();
    let lijst = in_tenant(&test, async |tx: &mut TenantTx| {
        list_wachtend(tx, &consulent(), nu(), None).await
    });
    let lijst = lijst.await.unwrap();
    assert_eq!((lijst.aantal, lijst.rijen.len()), (1, 1));
    assert_eq!(lijst.rijen[0].bezwaar.kop().id, twee.kop().id);
}

#[tokio::test]
async fn the_term_in_the_database_is_that_of_the_domain_after_every_act() {
    use Bezwaarhandeling as H;
    let (test, dossier) = arrange().await;
    let aanvraag = refused(&test, dossier).await;
    let tegen = (dossier, Bestredenbesluit::Aanvraag(aanvraag.kop().id));
    let mut bezwaar = object(&test, tegen, 0, resident()).await.unwrap();
    let vandaag = dag("2026-11-21");
    for handeling in [
        H::HerstelGevraagd {
            gevraagd_op: vandaag,
            uiterlijk: dag("2027-01-20"),
            wat: "x".to_owned(),
        },
        H::Aangevuld {
            aangevuld_op: vandaag,
        },
        H::Verdaagd {
            meegedeeld_op: vandaag,
            uiterlijk: dag("2027-03-01"),
            reden: "x".to_owned(),
        },
        H::Uitgesteld {
            afgesproken_op: vandaag,
            uiterlijk: dag("2027-06-01"),
            grond: Uitstelgrond::Indiener,
            wie: "de inwoner".to_owned(),
        },
        H::NietGehoord {
            afgezien_op: vandaag,
            grond: Hoorgrond::GeenWens,
            reden: "x".to_owned(),
        },
    ] {
        bezwaar = act(&test, &bezwaar, handeling).await.unwrap();
        let sql = format!(
            "select concat_ws(' ', nummer, stand, termijn) as tekst from gm0294.bezwaarstand where bezwaar_id = '{}'",
            bezwaar.kop().id
        );
        let verwacht = format!(
            "{} {} {}",
            bezwaar.akten().len(),
            bezwaar.stand().code(),
            bezwaar.termijneinde().unwrap()
        );
        assert_eq!(text_of(&test, &sql).await, verwacht);
    }
    assert_eq!(bezwaar.termijneinde(), Some(dag("2027-06-01")));
}
