//! The work list by the database: its terms are those of the domain, its pages in their order.

use testkit::Maandbestand;

use super::*;

/// What the database holds of how an application stands: number, state, last day, next advance.
async fn standing(test: &TestDb, aanvraag: &Aanvraag) -> String {
    let id = aanvraag.kop().id;
    let sql = format!(
        "select concat_ws(' ', nummer, stand, coalesce(termijn::text, '-'), coalesce(voorschot_op::text, '-')) as tekst \
         from gm0294.aanvraagstand where aanvraag_id = '{id}'"
    );
    text_of(test, &sql).await
}

/// The same, by the arithmetic of the domain: the term on the last day of time, as nothing else happens.
fn expected(aanvraag: &Aanvraag) -> String {
    let later = Datum::MAX;
    let stand = aanvraag.stand();
    let termijn = if stand == Aanvraagstand::Opgeschort || !stand.is_wachtend() {
        None
    } else {
        Some(aanvraag.beslistermijn(later))
    };
    let day = |dag: Option<Datum>| dag.map_or_else(|| "-".to_owned(), |dag| dag.to_string());
    format!(
        "{} {} {} {}",
        aanvraag.akten().len(),
        stand.code(),
        day(termijn.map(|termijn| termijn.uiterlijk)),
        day(aanvraag.voorschot_uiterlijk().map(|termijn| termijn.dag))
    )
}

/// Acts one after another; after each the database holds what the domain counts.
async fn act_all(
    test: &TestDb,
    aanvraag: Aanvraag,
    handelingen: Vec<Aanvraaghandeling>,
) -> Aanvraag {
    let mut aanvraag = aanvraag;
    for handeling in handelingen {
        aanvraag = act(test, &consulent(), &aanvraag, handeling).await.unwrap();
        assert_eq!(standing(test, &aanvraag).await, expected(&aanvraag));
    }
    aanvraag
}

fn before_decision() -> Vec<Aanvraaghandeling> {
    use Aanvraaghandeling as H;
    vec![
        H::HerstelGevraagd {
            gevraagd_op: dag("2026-09-10"),
            uiterlijk: dag("2026-09-24"),
            wat: "x".to_owned(),
        },
        H::Aangevuld {
            aangevuld_op: dag("2026-09-21"),
            volledig: true,
        },
        H::Opgeschort {
            vanaf: dag("2026-10-01"),
            grond: Opschortgrond::Overmacht,
            toelichting: "x".to_owned(),
        },
        H::Hervat {
            hervat_op: dag("2026-10-08"),
        },
        H::Verdaagd {
            meegedeeld_op: dag("2026-10-10"),
            uiterlijk: dag("2026-12-05"),
            reden: "x".to_owned(),
        },
        H::VoorschotGeweigerd {
            geweigerd_op: dag("2026-10-12"),
            grond: Voorschotgrond::Medewerking,
            reden: "x".to_owned(),
        },
    ]
}

fn after_decision(vandaag: Datum) -> Vec<Aanvraaghandeling> {
    use Aanvraaghandeling as H;
    vec![H::Bekendgemaakt {
        bekendgemaakt_op: vandaag,
        wijze: Bekendmaakwijze::Post,
    }]
}

#[tokio::test]
async fn the_term_in_the_database_is_that_of_the_domain_after_every_act() {
    use Aanvraaghandeling as H;
    let (test, dossier) = arrange().await;
    let begin = receive(&test, &consulent(), dossier, "2026-09-01")
        .await
        .unwrap();
    assert_eq!(
        standing(&test, &begin).await,
        "1 in-behandeling 2026-10-27 2026-09-29"
    );
    let mut aanvraag = begin;
    aanvraag = act_all(&test, aanvraag, before_decision()).await;
    let advance = Voorschotopdracht {
        dossier,
        aanvraag: aanvraag.kop().id,
        gezien: aanvraag.akten().len(),
        feiten: facts(0),
        getoond: None,
    };
    aanvraag = in_tenant(&test, async |tx: &mut TenantTx| {
        record_voorschot(tx, &consulent(), nu(), &advance).await
    })
    .await
    .unwrap();
    assert_eq!(standing(&test, &aanvraag).await, expected(&aanvraag));
    let opdracht = proposal(&aanvraag, Besluitsoort::Toekenning, 100);
    aanvraag = propose(&test, &consulent(), &opdracht).await.unwrap();
    assert_eq!(standing(&test, &aanvraag).await, expected(&aanvraag));
    let terug = H::Teruggegeven {
        reden: "x".to_owned(),
    };
    aanvraag = act(&test, &consulent(), &aanvraag, terug).await.unwrap();
    assert_eq!(standing(&test, &aanvraag).await, expected(&aanvraag));
    let opdracht = proposal(&aanvraag, Besluitsoort::Toekenning, 100);
    aanvraag = propose(&test, &consulent(), &opdracht).await.unwrap();
    aanvraag = decide(&test, &consulent(), &aanvraag).await.unwrap();
    assert_eq!(standing(&test, &aanvraag).await, expected(&aanvraag));
    let vandaag = dag("2026-11-21");
    aanvraag = act_all(&test, aanvraag, after_decision(vandaag)).await;
    assert_eq!(standing(&test, &aanvraag).await, "13 bekendgemaakt - -");
    let ander = receive(&test, &consulent(), dossier, "2026-11-02")
        .await
        .unwrap();
    let weg = H::Ingetrokken {
        ingetrokken_op: vandaag,
        reden: "x".to_owned(),
    };
    let ander = act(&test, &consulent(), &ander, weg).await.unwrap();
    assert_eq!(standing(&test, &ander).await, expected(&ander));
}

#[tokio::test]
async fn the_work_list_is_read_page_by_page_in_the_order_of_its_terms() {
    let test = TestDb::new().await;
    let bestand = (0..45).fold(month("10"), Maandbestand::alleenstaande);
    take_over(&test, bestand, nu()).await;
    // Twelve days of receipt, so that several have the same last day, and one that stands still without an end.
    let mut stil = None;
    for nummer in 0..45 {
        let dossier = dossier_of(&test, nummer).await;
        let op = format!("2026-10-{:02}", 30 - nummer % 12);
        let aanvraag = receive(&test, &consulent(), dossier, &op).await.unwrap();
        if nummer == 11 {
            let opgeschort = Aanvraaghandeling::Opgeschort {
                vanaf: dag("2026-11-02"),
                grond: Opschortgrond::Instemming,
                toelichting: "x".to_owned(),
            };
            act(&test, &consulent(), &aanvraag, opgeschort)
                .await
                .unwrap();
            stil = Some(aanvraag.kop().id);
        }
    }
    let (mut gezien, mut na, mut paginas) = (Vec::new(), None, 0);
    loop {
        let pagina = in_tenant(&test, async |tx: &mut TenantTx| {
            list_wachtend(tx, &consulent(), nu(), na).await
        });
        let pagina = pagina.await.unwrap();
        assert_eq!(pagina.aantal, 45);
        gezien.extend(pagina.rijen.into_iter().map(|rij| rij.aanvraag));
        paginas += 1;
        na = pagina.volgende;
        if na.is_none() {
            break;
        }
    }
    assert_eq!((paginas, gezien.len()), (3, 45));
    let volgorde: Vec<_> = gezien
        .iter()
        .map(|een| (een.termijneinde().unwrap_or(Datum::MAX), een.kop().id))
        .collect();
    assert!(
        volgorde.windows(2).all(|paar| paar[0] < paar[1]),
        "in order, each once"
    );
    assert_eq!(
        volgorde.last().map(|(_, id)| *id),
        stil,
        "without an end comes last"
    );
}
