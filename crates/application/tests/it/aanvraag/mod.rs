//! An application from its receipt to the letter, on a real database.

mod toekenning;
mod voorschot;
mod werklijst;

use application::aanvraag::{
    AanvraagError, Afzender, Ontvangstopdracht, Voorschotopdracht, Voorstelopdracht,
    list_aanvragen, list_wachtend, load_aanvraag, load_aanvraagvoorraad, load_brief,
    preview_voorschot, record_besluit, record_handeling, record_mandaten, record_ontvangst,
    record_voorschot, record_voorstel,
};
use domain::aanvraag::{
    Aanvraag, AanvraagGeweigerd, Aanvraaghandeling, Aanvraagstand, Afweegpunt, Afweging,
    Bekendmaakwijze, Besluitsoort, Brief, Kanaal, Mandaat, Mandaatbesluit, Ontheffinggrond,
    Opschortgrond, Rekenfeiten, VierOgen, Voorschotgrond,
};
use domain::bevoegdheid::{Actor, Rol};
use domain::herziening::Herzieningsbesluit;
use domain::recht::Regeling;
use persistence::{DbRol, TenantTx};
use primitives::{Datum, DossierId, Geld, SystemIds, parse_datum};
use testkit::{TestDb, actor, collega, consulent, nijkerk, nu, winterswijk};

use crate::dossier::arrange::{
    count, dossier_of, in_tenant, last_audit, month, take_over, text_of,
};

const ORGANISATIE: &str = "Werkleerbedrijf Test";

pub fn sender() -> Afzender {
    Afzender {
        organisatie: ORGANISATIE.to_owned(),
        adres_organisatie: vec!["Postbus 100 (voorbeeld)".to_owned()],
        adres_gemeente: Vec::new(),
    }
}

pub fn dag(tekst: &str) -> Datum {
    parse_datum(tekst).unwrap()
}

pub fn teamleider() -> Actor {
    actor(Rol::Teamleider, winterswijk())
}

/// Winterswijk with one resident and a register: a teamleider decides, refusals and what was weighed by two people.
pub async fn arrange() -> (TestDb, DossierId) {
    let test = TestDb::new().await;
    take_over(&test, month("10").alleenstaande(1), nu()).await;
    let dossier = dossier_of(&test, 1).await;
    give_mandate(&test).await;
    (test, dossier)
}

async fn give_mandate(test: &TestDb) {
    let mandaat = |besluit: Besluitsoort, rol| Mandaat {
        regeling: Regeling::AlgemeneBijstand,
        besluit: besluit.into(),
        rol,
        vier_ogen: match besluit {
            Besluitsoort::Afwijzing => VierOgen::Altijd,
            _ => VierOgen::BijAfweging,
        },
        vier_ogen_vanaf: None,
        van: dag("2026-01-01"),
        tot: None,
        bron: "voorbeeld".to_owned(),
    };
    let over_maanden = Herzieningsbesluit::ALL.iter().map(|b| (*b).into());
    let overig = over_maanden.chain([Mandaatbesluit::Bezwaar]);
    let mandaten: Vec<_> = Besluitsoort::ALL
        .iter()
        .map(|besluit| mandaat(*besluit, Rol::Teamleider))
        .chain([mandaat(Besluitsoort::Toekenning, Rol::Consulent)])
        .chain(overig.map(|besluit| Mandaat {
            besluit,
            ..mandaat(Besluitsoort::Toekenning, Rol::Teamleider)
        }))
        .collect();
    record_register(test, &mandaten).await;
}

async fn record_register(test: &TestDb, mandaten: &[Mandaat]) {
    let college = actor(Rol::College, winterswijk());
    test.db
        .in_tenant("test", winterswijk(), DbRol::College, async |tx| {
            record_mandaten(tx, &college, nu(), mandaten).await
        })
        .await
        .unwrap();
}

pub async fn receive(
    test: &TestDb,
    wie: &Actor,
    dossier: DossierId,
    op: &str,
) -> Result<Aanvraag, AanvraagError> {
    let opdracht = Ontvangstopdracht {
        dossier,
        regeling: Regeling::AlgemeneBijstand,
        ontvangen_op: dag(op),
        gemeld_op: dag(op),
        kanaal: Kanaal::Balie,
    };
    in_tenant(test, async |tx: &mut TenantTx| {
        record_ontvangst(tx, wie, nu(), &SystemIds, &opdracht).await
    })
    .await
}

fn facts(bezittingen: i32) -> Rekenfeiten {
    Rekenfeiten {
        peildatum: dag("2026-11-02"),
        partner: None,
        kinderen: Vec::new(),
        medebewoners: Vec::new(),
        huisvesting: "huurder",
        inkomsten: Vec::new(),
        bezittingen: Geld::from_cents(bezittingen),
        schulden: Geld::NUL,
        overwaarde_woning: None,
        toeslag: None,
        regeling: None,
        woonkosten: "gewoon",
    }
}

pub fn proposal(aanvraag: &Aanvraag, besluit: Besluitsoort, bezittingen: i32) -> Voorstelopdracht {
    Voorstelopdracht {
        dossier: aanvraag.kop().dossier,
        aanvraag: aanvraag.kop().id,
        gezien: aanvraag.akten().len(),
        besluit,
        ingang: Some(dag("2026-11-02")),
        motivering: "Uw inkomen en vermogen zijn laag genoeg.".to_owned(),
        afwegingen: Vec::new(),
        ontheffing: None,
        feiten: Some(facts(bezittingen)),
    }
}

pub async fn propose(
    test: &TestDb,
    wie: &Actor,
    opdracht: &Voorstelopdracht,
) -> Result<Aanvraag, AanvraagError> {
    in_tenant(test, async |tx: &mut TenantTx| {
        record_voorstel(tx, wie, nu(), opdracht).await
    })
    .await
}

pub async fn decide(
    test: &TestDb,
    wie: &Actor,
    aanvraag: &Aanvraag,
) -> Result<Aanvraag, AanvraagError> {
    let kop = aanvraag.kop();
    in_tenant(test, async |tx: &mut TenantTx| {
        let gezien = aanvraag.akten().len();
        record_besluit(tx, wie, nu(), (kop.dossier, kop.id), gezien, &sender()).await
    })
    .await
}

pub async fn act(
    test: &TestDb,
    wie: &Actor,
    aanvraag: &Aanvraag,
    handeling: Aanvraaghandeling,
) -> Result<Aanvraag, AanvraagError> {
    let kop = aanvraag.kop();
    in_tenant(test, async |tx: &mut TenantTx| {
        let gezien = aanvraag.akten().len();
        let wat = (kop.dossier, kop.id);
        record_handeling(tx, wie, nu(), wat, gezien, handeling.clone()).await
    })
    .await
}

async fn letter(test: &TestDb, aanvraag: &Aanvraag) -> Result<Brief, AanvraagError> {
    let kop = aanvraag.kop();
    in_tenant(test, async |tx: &mut TenantTx| {
        let wat = (kop.dossier, kop.id);
        load_brief(tx, &consulent(), nu(), wat, &sender()).await
    })
    .await
    .map(|(brief, _)| brief)
}

#[tokio::test]
async fn an_application_goes_from_receipt_to_the_letter() {
    let (test, dossier) = arrange().await;
    let ontvangen = receive(&test, &consulent(), dossier, "2026-11-02")
        .await
        .unwrap();
    let id = ontvangen.kop().id;
    let object = format!("aanvraag | aanvraag {id} van dossier {dossier} | ontvangen");
    assert_eq!(last_audit(&test).await, object);
    let opdracht = proposal(&ontvangen, Besluitsoort::Toekenning, 100_000);
    let voorgesteld = propose(&test, &consulent(), &opdracht).await.unwrap();
    let inhoud = voorgesteld.find_voorstel().unwrap();
    assert!(inhoud.bedrag.is_some() && !inhoud.stappen.is_empty());
    assert!(letter(&test, &voorgesteld).await.unwrap().datum.is_none());
    let besloten = decide(&test, &consulent(), &voorgesteld).await.unwrap();
    assert_eq!(besloten.stand(), Aanvraagstand::Besloten);
    let object = format!("beschikking | aanvraag {id} van dossier {dossier} | besloten");
    assert_eq!(last_audit(&test).await, object);
    let bekend = act(
        &test,
        &consulent(),
        &besloten,
        Aanvraaghandeling::Bekendgemaakt {
            bekendgemaakt_op: dag("2026-11-21"),
            wijze: Bekendmaakwijze::Post,
        },
    )
    .await
    .unwrap();
    let brief = letter(&test, &bekend).await.unwrap();
    assert_eq!(brief.datum.as_deref(), Some("21 november 2026"));
    let eind = brief.blokken.last().unwrap();
    assert!(
        eind.alineas[1].contains("tot en met 4 januari 2027"),
        "{eind:?}"
    );
    assert_eq!(
        brief.ondertekening[0],
        format!("Het dagelijks bestuur van {ORGANISATIE}")
    );
    let beeld = in_tenant(&test, async |tx: &mut TenantTx| {
        load_aanvraag(tx, &consulent(), nu(), dossier, id).await
    })
    .await
    .unwrap();
    let vraag = beeld.berekening.unwrap().vraag;
    assert!(vraag.contains("\"peildatum\":\"2026-11-02\""), "{vraag}");
    assert_eq!(count(&test, "beschikking").await, 1);
    let lijst = in_tenant(&test, async |tx: &mut TenantTx| {
        list_aanvragen(tx, &consulent(), nu(), dossier).await
    });
    assert_eq!(lijst.await.unwrap().aanvragen.len(), 1);
}

#[tokio::test]
async fn a_decision_follows_from_the_calculation_and_never_from_a_guess() {
    let (test, dossier) = arrange().await;
    let ontvangen = receive(&test, &consulent(), dossier, "2026-11-02")
        .await
        .unwrap();
    let mut bestaat_niet = proposal(&ontvangen, Besluitsoort::Toekenning, 100);
    if let Some(feiten) = &mut bestaat_niet.feiten {
        feiten.kinderen = vec![dag("2030-01-01")];
    }
    let mut zonder = proposal(&ontvangen, Besluitsoort::Toekenning, 100);
    zonder.feiten = None;
    let mut vroeg = proposal(&ontvangen, Besluitsoort::Toekenning, 100);
    vroeg.ingang = Some(dag("2026-08-01"));
    for (opdracht, veld) in [
        (
            proposal(&ontvangen, Besluitsoort::Afwijzing, 100),
            "besluit",
        ),
        (
            proposal(&ontvangen, Besluitsoort::Toekenning, 5_000_000),
            "besluit",
        ),
        (zonder, "besluit"),
        (vroeg, "afweging"),
    ] {
        let fout = propose(&test, &consulent(), &opdracht).await.unwrap_err();
        let AanvraagError::Invoer(fouten) = fout else {
            panic!("{fout:?}")
        };
        assert_eq!(fouten.list()[0].veld, veld, "{fouten}");
    }
    assert!(propose(&test, &consulent(), &bestaat_niet).await.is_err());
    assert_eq!(count(&test, "aanvraagakte").await, 1, "nothing was written");
    assert_eq!(count(&test, "aanvraagberekening").await, 0);
}

#[tokio::test]
async fn two_people_decide_where_the_register_says_so() {
    let (test, dossier) = arrange().await;
    let ontvangen = receive(&test, &consulent(), dossier, "2026-11-02")
        .await
        .unwrap();
    let voorraad = async |wie: Actor| {
        in_tenant(&test, async |tx: &mut TenantTx| {
            load_aanvraagvoorraad(tx, &wie, nu()).await
        })
        .await
        .unwrap()
    };
    assert_eq!(
        voorraad(consulent()).await.telling.eerste_termijn,
        Some(dag("2026-12-28"))
    );
    // Weighed: an earlier first day than the melding.
    let mut opdracht = proposal(&ontvangen, Besluitsoort::Toekenning, 100);
    opdracht.ingang = Some(dag("2026-10-20"));
    opdracht.afwegingen = vec![Afweging {
        punt: Afweegpunt::EerdereIngang,
        keuze: "Vanaf 20 oktober.".to_owned(),
        reden: "U lag in het ziekenhuis.".to_owned(),
    }];
    let voorgesteld = propose(&test, &teamleider(), &opdracht).await.unwrap();
    let zelf = decide(&test, &teamleider(), &voorgesteld)
        .await
        .unwrap_err();
    let AanvraagError::Stand(reden) = zelf else {
        panic!("{zelf:?}")
    };
    assert_eq!(reden, AanvraagGeweigerd::EigenVoorstel);
    assert_eq!(voorraad(teamleider()).await.te_beslissen, 0);
    let ander = collega(Rol::Teamleider, winterswijk());
    assert_eq!(voorraad(ander.clone()).await.te_beslissen, 1);
    let terug = Aanvraaghandeling::Teruggegeven {
        reden: "Leg de opname uit.".to_owned(),
    };
    let terug = act(&test, &ander, &voorgesteld, terug).await.unwrap();
    assert!(matches!(
        decide(&test, &ander, &terug).await,
        Err(AanvraagError::Stand(_))
    ));
    opdracht.gezien = terug.akten().len();
    let opnieuw = propose(&test, &teamleider(), &opdracht).await.unwrap();
    let oud = decide(&test, &ander, &voorgesteld).await;
    assert!(matches!(oud, Err(AanvraagError::Verouderd)), "{oud:?}");
    let besloten = decide(&test, &ander, &opnieuw).await.unwrap();
    assert!(besloten.find_besluit().unwrap().vier_ogen);
    let wachtend = in_tenant(&test, async |tx: &mut TenantTx| {
        list_wachtend(tx, &consulent(), nu(), None).await
    })
    .await
    .unwrap();
    assert_eq!(wachtend.rijen.len(), 1, "it must still be made known");
}

#[tokio::test]
async fn who_may_not_is_refused_and_elsewhere_nothing_is_there() {
    let (test, dossier) = arrange().await;
    for wie in [
        actor(Rol::SociaalTeam, winterswijk()),
        actor(Rol::Kwaliteit, winterswijk()),
        actor(Rol::Consulent, nijkerk()),
    ] {
        let uitkomst = receive(&test, &wie, dossier, "2026-11-02").await;
        assert!(
            matches!(uitkomst, Err(AanvraagError::Geweigerd(_))),
            "{uitkomst:?}"
        );
    }
    let ontvangen = receive(&test, &consulent(), dossier, "2026-11-02")
        .await
        .unwrap();
    let nogmaals = receive(&test, &consulent(), dossier, "2026-11-02").await;
    assert!(
        matches!(nogmaals, Err(AanvraagError::Invoer(_))),
        "{nogmaals:?}"
    );
    let opdracht = proposal(&ontvangen, Besluitsoort::Afwijzing, 5_000_000);
    let voorgesteld = propose(&test, &consulent(), &opdracht).await.unwrap();
    let geen_mandaat = decide(&test, &consulent(), &voorgesteld).await;
    assert!(
        matches!(
            geen_mandaat,
            Err(AanvraagError::Stand(AanvraagGeweigerd::Mandaat(_)))
        ),
        "{geen_mandaat:?}"
    );
    let besluit = Aanvraaghandeling::Teruggegeven {
        reden: "x".to_owned(),
    };
    let sociaal = actor(Rol::SociaalTeam, winterswijk());
    let uitkomst = act(&test, &sociaal, &voorgesteld, besluit).await;
    assert!(matches!(uitkomst, Err(AanvraagError::Geweigerd(_))));
    decide(&test, &teamleider(), &voorgesteld).await.unwrap();
}
