//! What holds for every caseload.

use std::collections::BTreeMap;

use jiff::Span;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;

/// A benefit of up to two persons, by days from 1 December 2024; those beyond the quarter are still running.
fn random_deel() -> impl Strategy<Value = (u64, u64, i64, i64, u8)> {
    (0u64..40, 0u64..40, 0i64..480, 1i64..480, 0u8..4)
}

fn caseload(delen: &[(u64, u64, i64, i64, u8)]) -> Bestand {
    caseload_of(25, delen)
}

fn caseload_of(vaste_kern: u64, delen: &[(u64, u64, i64, i64, u8)]) -> Bestand {
    let mut bestand = Bestand::new().with_lopend(1_000, vaste_kern);
    let dag = |dagen| date(2024, 12, 1).saturating_add(Span::new().days(dagen));
    for (nummer, (persoon, uitkering, begin, lengte, reden)) in (0u32..).zip(delen) {
        let tot = dag(begin + lengte);
        let mut nieuw = deel(
            *persoon,
            dag(*begin),
            (tot < date(2026, 4, 1)).then_some(tot),
        );
        nieuw.uitkering = UitkeringId::new(id(*uitkering));
        nieuw.eindreden = match reden {
            0 => None,
            1 => Some(Eindreden::Werk),
            2 => Some(Eindreden::AowLeeftijd),
            _ => Some(Eindreden::Anders),
        };
        bestand = bestand.with(nieuw);
        if nummer % 2 == 0 {
            bestand = bestand.with_meting(*persoon, dag(*begin), reden + 1);
            bestand = bestand.with_meting(*persoon, dag(*begin + 90), reden + 2);
        }
        if nummer % 3 == 0 {
            bestand = bestand.with_inkomen(*persoon, "100.00");
        }
        if nummer % 5 == 0 {
            bestand = bestand.with_begeleiding(*uitkering + 2_000, None);
        }
    }
    bestand
}

fn count(cijfers: &Kwartaalcijfers, populatie: Populatie) -> i64 {
    let aantal = cijfers.tabellen.aantallen()[&Cel::from(populatie)];
    i64::try_from(aantal).unwrap()
}

/// Every benefit run that starts or ends in the quarter, the rule of 30 days and AOW left aside.
fn raw_starts_and_ends(bestand: &Bestand) -> (i64, i64) {
    let verloop = super::super::verloop::Verloop::new(&bestand.feiten.uitkeringen);
    let dagen = kwartaal().first_day()..=kwartaal().last_day();
    let starts = verloop
        .lopen
        .iter()
        .filter(|l| dagen.contains(&l.van))
        .count();
    let ends = verloop
        .lopen
        .iter()
        .filter(|l| l.tot.is_some_and(|t| dagen.contains(&t)))
        .count();
    (i64::try_from(starts).unwrap(), i64::try_from(ends).unwrap())
}

/// Cells that follow from published cells and the sums that a reader knows, by elimination over the rationals.
fn derivable(vergelijkingen: &[Vec<(Cel, i64)>], verborgen: &[Cel]) -> Vec<Cel> {
    let plek: BTreeMap<Cel, usize> = verborgen.iter().copied().zip(0..).collect();
    let mut rijen: Vec<Vec<Decimal>> = vergelijkingen
        .iter()
        .map(|vergelijking| {
            let mut rij = vec![Decimal::ZERO; verborgen.len()];
            for (cel, factor) in vergelijking {
                if let Some(&kolom) = plek.get(cel) {
                    rij[kolom] += Decimal::from(*factor);
                }
            }
            rij
        })
        .collect();
    let mut spil = 0;
    for kolom in 0..verborgen.len() {
        let Some(gevonden) = (spil..rijen.len()).find(|&r| !rijen[r][kolom].is_zero()) else {
            continue;
        };
        rijen.swap(spil, gevonden);
        let deler = rijen[spil][kolom];
        rijen[spil].iter_mut().for_each(|x| *x /= deler);
        let spilrij = rijen[spil].clone();
        for (r, rij) in rijen.iter_mut().enumerate() {
            let factor = rij[kolom];
            if r != spil && !factor.is_zero() {
                rij.iter_mut()
                    .zip(&spilrij)
                    .for_each(|(x, s)| *x -= factor * s);
            }
        }
        spil += 1;
    }
    let alone = |rij: &Vec<Decimal>| {
        let gevuld: Vec<usize> = (0..rij.len()).filter(|&k| !rij[k].is_zero()).collect();
        (gevuld.len() == 1).then(|| verborgen[gevuld[0]])
    };
    rijen.iter().filter_map(alone).collect()
}

/// What a reader knows: classes and rest sum to their whole, and the movements make the stock.
fn equations(cijfers: &Kwartaalcijfers) -> Vec<Vec<(Cel, i64)>> {
    use Populatie as P;
    let mut uit = vec![
        vec![
            (P::Caseload.into(), 1),
            (P::Personen.into(), -1),
            (P::ZonderUitkering.into(), -1),
        ],
        vec![
            (P::Uitkeringen.into(), 1),
            (P::UitkeringenBegin.into(), -1),
            (P::Instroom.into(), -1),
            (P::Uitstroom.into(), 1),
        ],
    ];
    for (deel, geheel) in [
        (P::UitstroomNaarWerk, P::Uitstroom),
        (P::Teruggekeerd, P::UitstroomJaarEerder),
        (P::MetInkomenUitWerk, P::Personen),
        (P::Ontheven, P::Personen),
    ] {
        uit.push(vec![
            (geheel.into(), 1),
            (deel.into(), -1),
            (Cel::Rest(deel), -1),
        ]);
    }
    for (populatie, dimensie) in [
        (P::Uitkeringen, Dimensie::Regeling),
        (P::Uitkeringen, Dimensie::Duur),
        (P::Personen, Dimensie::Leeftijd),
        (P::OpDeLadder, Dimensie::Trede),
        (P::TweemaalGemeten, Dimensie::Beweging),
        (P::MetLoonwaarde, Dimensie::Loonwaarde),
    ] {
        let mut vergelijking = vec![(populatie.into(), 1)];
        vergelijking.extend(dimensie.klassen().map(|k| (Cel::Telling(populatie, k), -1)));
        uit.push(vergelijking);
    }
    let bekend = cijfers.tabellen.aantallen();
    assert!(
        uit.iter()
            .flatten()
            .all(|(cel, _)| bekend.contains_key(cel)),
        "every cell exists"
    );
    uit
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_stock_moves_by_what_starts_and_ends(delen in prop::collection::vec(random_deel(), 0..60)) {
        let bestand = caseload(&delen);
        let cijfers = bestand.calculate();
        let (starts, ends) = raw_starts_and_ends(&bestand);
        let groei = count(&cijfers, Populatie::Uitkeringen) - count(&cijfers, Populatie::UitkeringenBegin);
        prop_assert_eq!(groei, starts - ends);
        // The rule of 30 days and AOW only ever take away from both sides.
        prop_assert!(count(&cijfers, Populatie::Instroom) <= starts);
        prop_assert!(count(&cijfers, Populatie::Uitstroom) <= ends);
        prop_assert!(count(&cijfers, Populatie::UitstroomNaarWerk) <= count(&cijfers, Populatie::Uitstroom));
    }

    #[test]
    fn without_breaks_and_aow_inflow_less_outflow_is_the_change(
        perioden in prop::collection::vec((0i64..480, 1i64..480), 0..60),
    ) {
        // Every person has one benefit once, so that no break is possible.
        let delen: Vec<_> = (0u64..).zip(&perioden).map(|(n, (b, l))| (n, n, *b, *l, 1)).collect();
        let cijfers = caseload(&delen).calculate();
        let groei = count(&cijfers, Populatie::Uitkeringen) - count(&cijfers, Populatie::UitkeringenBegin);
        let saldo = count(&cijfers, Populatie::Instroom) - count(&cijfers, Populatie::Uitstroom);
        prop_assert_eq!(groei, saldo);
    }

    #[test]
    fn the_order_of_the_facts_does_not_matter(delen in prop::collection::vec(random_deel(), 0..40)) {
        let bestand = caseload(&delen);
        let mut omgekeerd = bestand.feiten.clone();
        omgekeerd.uitkeringen.reverse();
        omgekeerd.maanden.reverse();
        omgekeerd.begeleiding.reverse();
        let anders = calculate_kwartaalcijfers(kwartaal(), bekend_op(), Rekenwijze::STANDAARD, &omgekeerd);
        prop_assert_eq!(bestand.calculate(), anders);
    }

    #[test]
    fn classes_sum_to_their_whole_and_shares_to_a_hundred(delen in prop::collection::vec(random_deel(), 0..60)) {
        let cijfers = caseload(&delen).calculate();
        let som = |indicator, dimensie: Dimensie| -> Decimal {
            let van = cijfers.cijfers.iter().filter(|c| c.indicator == indicator);
            van.filter(|c| c.klasse.dimensie() == dimensie).filter_map(|c| c.waarde).sum()
        };
        let personen = Decimal::from(count(&cijfers, Populatie::Personen));
        prop_assert_eq!(som(Indicator::BestandPersonen, Dimensie::Leeftijd), personen);
        let uitkeringen = Decimal::from(count(&cijfers, Populatie::Uitkeringen));
        prop_assert_eq!(som(Indicator::BestandUitkeringen, Dimensie::Regeling), uitkeringen);
        prop_assert_eq!(som(Indicator::BestandUitkeringen, Dimensie::Duur), uitkeringen);
        for (indicator, dimensie) in [
            (Indicator::TredeVerdeling, Dimensie::Trede),
            (Indicator::TredeBeweging, Dimensie::Beweging),
        ] {
            let som = som(indicator, dimensie);
            prop_assert!(som == Decimal::ONE_HUNDRED || som.is_zero(), "{}", som);
        }
    }

    #[test]
    fn nothing_held_back_follows_from_what_is_published(
        vaste_kern in 0u64..25,
        delen in prop::collection::vec(random_deel(), 0..90),
    ) {
        let cijfers = caseload_of(vaste_kern, &delen).calculate();
        let geheim = cijfers.tabellen.suppress(DREMPEL);
        let aantallen = cijfers.tabellen.aantallen();
        for (cel, aantal) in aantallen {
            prop_assert!(!(1..DREMPEL).contains(aantal) || geheim.contains(cel), "{cel:?} is published");
        }
        // Only cells that stand in a published figure are known to a reader.
        let publiek = cijfers.publish(DREMPEL);
        let gezien: Vec<Cel> = cijfers
            .cijfers
            .iter()
            .zip(&publiek)
            .filter(|(_, p)| p.uitkomst != Uitkomst::Onderdrukt)
            .flat_map(|(c, _)| c.cellen.iter().copied())
            .collect();
        prop_assert!(gezien.iter().all(|cel| !geheim.contains(cel)));
        let onbekend: Vec<Cel> = aantallen.keys().copied().filter(|cel| geheim.contains(cel)).collect();
        let afgeleid = derivable(&equations(&cijfers), &onbekend);
        prop_assert!(afgeleid.is_empty(), "{afgeleid:?}");
    }
}
