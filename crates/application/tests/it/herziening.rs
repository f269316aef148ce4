//! A review on a real database: facts, proposal, decision by the register; what was decided before stays as it was.

use application::aanvraag::Afzender;
use application::herziening::{
    HerzieningError, Herzieningsvoorstelopdracht, begin_herziening, load_herziening,
    load_herzieningsbrief, record_herzieningsbesluit, record_herzieningshandeling,
    record_herzieningsvoorstel,
};
use domain::aanvraag::Besluitsoort;
use domain::bevoegdheid::Actor;
use domain::herziening::{
    Feitwijziging, Herzieningshandeling, Herzieningsinvoer, Herzieningsstand, Herzieningsuitkomst,
    Herzieningszaak, Oordeel, Oorzaakoordeel, Wijziging, ZaakGeweigerd,
};
use domain::recht::herziening::Oorzaak;
use persistence::{TenantTx, herziening};
use primitives::{DossierId, Geld, Maand, SystemIds, datum_in_nederland, parse_datum};
use testkit::{TestDb, consulent, nu};

use crate::aanvraag::{arrange, decide, proposal, propose, receive, teamleider};
use crate::dossier::arrange::{count, fingerprint, in_tenant, last_audit};

pub async fn act(
    test: &TestDb,
    zaak: &Herzieningszaak,
    handeling: Herzieningshandeling,
) -> Result<Herzieningszaak, HerzieningError> {
    let kop = zaak.kop();
    let gezien = zaak.akten().len();
    in_tenant(test, async |tx: &mut TenantTx| {
        let wat = (kop.dossier, kop.id);
        let handeling = handeling.clone();
        record_herzieningshandeling(tx, &consulent(), nu(), wat, gezien, handeling).await
    })
    .await
}

async fn begin(test: &TestDb, dossier: DossierId) -> Result<Herzieningszaak, HerzieningError> {
    let oktober = Maand::parse("2026-10").unwrap();
    in_tenant(test, async |tx: &mut TenantTx| {
        let wat = (dossier, (oktober, oktober), "een loonstrook");
        begin_herziening(tx, &consulent(), nu(), &SystemIds, wat).await
    })
    .await
}

/// A review in which an income of 500 euro was not told.
async fn judged(test: &TestDb, dossier: DossierId) -> Herzieningszaak {
    let zaak = begin(test, dossier).await.unwrap();
    let feit = Feitwijziging {
        vanaf: parse_datum("2026-10-01").unwrap(),
        tot_en_met: None,
        wat: Wijziging::Inkomen {
            bedrag: Geld::from_cents(50_000),
        },
    };
    let zaak = act(test, &zaak, Herzieningshandeling::FeitVastgelegd { feit })
        .await
        .unwrap();
    let oordeel = Oordeel {
        dag: datum_in_nederland(nu()),
        oorzaken: vec![Oorzaakoordeel::new(Oorzaak::Inlichtingenplicht)],
        vakantietoeslag_betaald: None,
        bruto: None,
    };
    act(test, &zaak, Herzieningshandeling::Beoordeeld { oordeel })
        .await
        .unwrap()
}

pub async fn suggest(
    test: &TestDb,
    zaak: &Herzieningszaak,
) -> Result<Herzieningszaak, HerzieningError> {
    let opdracht = Herzieningsvoorstelopdracht {
        dossier: zaak.kop().dossier,
        herziening: zaak.kop().id,
        gezien: zaak.akten().len(),
        motivering: "U werkte.".to_owned(),
        afwegingen: Vec::new(),
    };
    in_tenant(test, async |tx: &mut TenantTx| {
        record_herzieningsvoorstel(tx, &consulent(), nu(), &opdracht).await
    })
    .await
}

fn sender() -> Afzender {
    Afzender {
        organisatie: "Werk".to_owned(),
        ..Afzender::default()
    }
}

async fn settle(
    test: &TestDb,
    wie: &Actor,
    zaak: &Herzieningszaak,
) -> Result<Herzieningszaak, HerzieningError> {
    let kop = zaak.kop();
    in_tenant(test, async |tx: &mut TenantTx| {
        let gezien = zaak.akten().len();
        record_herzieningsbesluit(tx, wie, nu(), (kop.dossier, kop.id), gezien, &sender()).await
    })
    .await
}

/// A review on which the teamleider decided.
pub async fn decided(test: &TestDb, dossier: DossierId) -> Herzieningszaak {
    let zaak = suggest(test, &judged(test, dossier).await).await.unwrap();
    settle(test, &teamleider(), &zaak).await.unwrap()
}

/// Everything that is kept of decisions on applications, and the delivered months.
async fn decided_before(test: &TestDb) -> Vec<String> {
    let mut teksten = Vec::new();
    for tabel in [
        "aanvraag",
        "aanvraagakte",
        "aanvraagberekening",
        "beschikking",
        "maandregel",
    ] {
        let tekst = fingerprint(test, tabel).await;
        assert!(!tekst.is_empty(), "{tabel}");
        teksten.push(tekst);
    }
    teksten
}

#[tokio::test]
async fn a_review_is_decided_by_two_people_and_the_earlier_decision_stays() {
    let (test, dossier) = arrange().await;
    let ontvangen = receive(&test, &consulent(), dossier, "2026-11-02")
        .await
        .unwrap();
    let opdracht = proposal(&ontvangen, Besluitsoort::Toekenning, 100_000);
    let voorgesteld = propose(&test, &consulent(), &opdracht).await.unwrap();
    decide(&test, &consulent(), &voorgesteld).await.unwrap();
    let voor = decided_before(&test).await;
    let zaak = judged(&test, dossier).await;
    let zaak = suggest(&test, &zaak).await.unwrap();
    let id = zaak.kop().id;
    let object = format!("herziening | herziening {id} van dossier {dossier} | voorgesteld");
    assert_eq!(last_audit(&test).await, object);
    let geen_mandaat = settle(&test, &consulent(), &zaak).await.unwrap_err();
    assert!(matches!(
        geen_mandaat,
        HerzieningError::Stand(ZaakGeweigerd::Mandaat(_))
    ));
    let besloten = settle(&test, &teamleider(), &zaak).await.unwrap();
    assert_eq!(besloten.stand(), Herzieningsstand::Besloten);
    let object = format!("beschikking | herziening {id} van dossier {dossier} | besloten");
    assert_eq!(last_audit(&test).await, object);
    assert_eq!(
        decided_before(&test).await,
        voor,
        "what was decided stays as it was"
    );
    let (brief, _) = in_tenant(&test, async |tx: &mut TenantTx| {
        load_herzieningsbrief(tx, &consulent(), nu(), (dossier, id), &sender()).await
    })
    .await
    .unwrap();
    assert!(brief.datum.is_none() && brief.ondertekening.concat().contains("Werk"));
}

#[tokio::test]
async fn what_was_proposed_is_frozen_with_its_inputs_and_gives_the_same_again() {
    let (test, dossier) = arrange().await;
    let zaak = suggest(&test, &judged(&test, dossier).await).await.unwrap();
    let berekening = in_tenant(&test, async |tx: &mut TenantTx| {
        herziening::find_berekening(tx, &zaak).await
    });
    let berekening = berekening.await.unwrap().unwrap();
    let invoer: Herzieningsinvoer = serde_json::from_str(&berekening.vraag).unwrap();
    let uitkomst: Herzieningsuitkomst = serde_json::from_str(&berekening.antwoord).unwrap();
    assert_eq!(invoer.calculate(datum_in_nederland(nu())), uitkomst);
    assert_eq!(uitkomst.terugvordering, Geld::from_cents(47_500));
    let beeld = in_tenant(&test, async |tx: &mut TenantTx| {
        load_herziening(tx, &consulent(), nu(), (dossier, zaak.kop().id)).await
    });
    assert_eq!(beeld.await.unwrap().uitkomst, uitkomst);
}

#[tokio::test]
async fn nothing_is_written_when_it_is_refused() {
    let (test, dossier) = arrange().await;
    let zaak = begin(&test, dossier).await.unwrap();
    assert!(matches!(
        suggest(&test, &zaak).await,
        Err(HerzieningError::Invoer(_))
    ));
    let stop = || Herzieningshandeling::Gestaakt {
        reden: "vergissing".to_owned(),
    };
    let gestopt = act(&test, &zaak, stop()).await.unwrap();
    assert!(matches!(
        act(&test, &zaak, stop()).await,
        Err(HerzieningError::Verouderd)
    ));
    assert!(matches!(
        act(&test, &gestopt, stop()).await,
        Err(HerzieningError::Stand(_))
    ));
    assert_eq!(count(&test, "herzieningakte").await, 2);
    assert_eq!(count(&test, "herzieningsberekening").await, 0);
}
