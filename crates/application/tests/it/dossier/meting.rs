//! Measuring the ladder.

use application::dossier::DossierError;
use application::ontwikkeling::{Ladderpagina, Metingopdracht, load_ladder, record_meting};
use domain::ontwikkeling::{Antwoord, Antwoorden, Criterium, Meetstand, Metingbron, Trede, Vraag};
use jiff::civil::date;
use persistence::TenantTx;
use persistence::dossier::refresh_dossierstand;
use primitives::{Datum, DossierId, Moment};
use testkit::{TestDb, consulent, nu};

use super::arrange::{count, dossier_of, in_tenant, last_audit, month, search, take_over};

async fn one_resident() -> (TestDb, DossierId) {
    let test = TestDb::new().await;
    take_over(
        &test,
        month("10").alleenstaande(1).op_trede(1, 2, "20260212"),
        nu(),
    )
    .await;
    let dossier = dossier_of(&test, 1).await;
    (test, dossier)
}

fn antwoorden(paren: &[(Vraag, Antwoord)]) -> Antwoorden {
    paren.iter().copied().collect()
}

fn vrijwilliger() -> Antwoorden {
    antwoorden(&[
        (Vraag::Contract, Antwoord::Nee),
        (Vraag::OnbetaaldWerk, Antwoord::Ja),
        (Vraag::Verantwoordelijkheid, Antwoord::Ja),
        (Vraag::WekelijksSamen, Antwoord::Ja),
    ])
}

async fn measure(
    test: &TestDb,
    now: Moment,
    dossier: DossierId,
    gemeten_op: Datum,
    antwoorden: Antwoorden,
) -> Result<Trede, DossierError> {
    let opdracht = Metingopdracht {
        dossier,
        gemeten_op,
        antwoorden,
    };
    in_tenant(test, async |tx: &mut TenantTx| {
        let meting = record_meting(tx, &consulent(), now, &opdracht).await?;
        Ok(meting.vaststelling.trede())
    })
    .await
}

async fn ladder(test: &TestDb, dossier: DossierId) -> Ladderpagina {
    in_tenant(test, async |tx: &mut TenantTx| {
        load_ladder(tx, &consulent(), nu(), dossier).await
    })
    .await
    .unwrap()
}

#[tokio::test]
async fn answers_become_a_step_with_its_grounds() {
    let (test, dossier) = one_resident().await;
    let vandaag = date(2026, 11, 21);
    let trede = measure(&test, nu(), dossier, vandaag, vrijwilliger())
        .await
        .unwrap();
    assert_eq!(trede, Trede::OnbetaaldWerk);
    assert_eq!(
        last_audit(&test).await,
        format!(
            "meting | dossier {dossier} | trede 4 door verantwoordelijk-werk, gemeten op 2026-11-21"
        )
    );
    let pagina = ladder(&test, dossier).await;
    assert_eq!(pagina.meetstand, Meetstand::DitKwartaal(vandaag));
    let [nieuw, oud] = pagina.metingen.as_slice() else {
        panic!("two measurements, got {:?}", pagina.metingen);
    };
    assert_eq!(
        (oud.datum, oud.trede, &oud.bron),
        (date(2026, 2, 12), Trede::SocialeContacten, &Metingbron::Srg)
    );
    let criterium = Criterium::VerantwoordelijkWerk;
    let door = consulent().naam;
    assert_eq!(nieuw.bron, Metingbron::Stuurhuis { criterium, door });
    assert_eq!(
        pagina.hoofd.kop.inwoner.meting,
        Some((Trede::OnbetaaldWerk, vandaag))
    );
}

#[tokio::test]
async fn incomplete_answers_are_refused_at_the_question_that_is_next_and_nothing_is_written() {
    let (test, dossier) = one_resident().await;
    let voor = count(&test, "trede_meting").await;
    for (gegeven, gemeten_op, veld) in [
        (antwoorden(&[]), date(2026, 11, 21), "contract"),
        (
            antwoorden(&[(Vraag::Contract, Antwoord::Ja)]),
            date(2026, 11, 21),
            "aanvullende-uitkering",
        ),
        (vrijwilliger(), date(2026, 11, 22), "gemetenOp"),
        (vrijwilliger(), date(1988, 4, 11), "gemetenOp"),
    ] {
        let fout = measure(&test, nu(), dossier, gemeten_op, gegeven)
            .await
            .unwrap_err();
        let DossierError::Invoer(velden) = fout else {
            panic!("{fout:?}");
        };
        assert_eq!(velden.list()[0].veld, veld);
    }
    assert_eq!(count(&test, "trede_meting").await, voor);
}

#[tokio::test]
async fn a_second_measurement_of_the_day_puts_the_first_right_and_both_are_kept() {
    let (test, dossier) = one_resident().await;
    let vandaag = date(2026, 11, 21);
    measure(&test, nu(), dossier, vandaag, vrijwilliger())
        .await
        .unwrap();
    let anders = antwoorden(&[
        (Vraag::Contract, Antwoord::Nee),
        (Vraag::OnbetaaldWerk, Antwoord::Nee),
        (Vraag::GeorganiseerdeActiviteit, Antwoord::Ja),
    ]);
    let later = nu() + jiff::SignedDuration::from_mins(5);
    measure(&test, later, dossier, vandaag, anders)
        .await
        .unwrap();
    let pagina = ladder(&test, dossier).await;
    assert_eq!(pagina.metingen.len(), 2);
    assert_eq!(pagina.metingen[0].trede, Trede::GeorganiseerdeActiviteiten);
    assert_eq!(
        count(&test, "trede_meting where bron = 'stuurhuis'").await,
        2
    );
}

#[tokio::test]
async fn the_state_that_the_list_sorts_on_is_what_would_be_made_again() {
    let (test, dossier) = one_resident().await;
    measure(&test, nu(), dossier, date(2026, 11, 20), vrijwilliger())
        .await
        .unwrap();
    // One of an earlier day that is entered later does not become the last.
    let vroeger = measure(
        &test,
        nu(),
        dossier,
        date(2026, 11, 1),
        antwoorden(&[
            (Vraag::Contract, Antwoord::Ja),
            (Vraag::Begeleiding, Antwoord::Ja),
        ]),
    );
    vroeger.await.unwrap();
    let veranderd = in_tenant(&test, async |tx: &mut TenantTx| {
        refresh_dossierstand(tx).await
    })
    .await
    .unwrap();
    assert_eq!(veranderd, 0);
    let gevonden = search(&test, "12-04-1988").await;
    assert_eq!(
        gevonden.regels[0].meting,
        Some((Trede::OnbetaaldWerk, date(2026, 11, 20)))
    );
}
