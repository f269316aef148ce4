//! Terms and causes of a claim, and that nothing is lost between the amounts.

use super::*;
use crate::recht::herziening::Afzien;
use jiff::civil::date;
use primitives::Percentage;
use proptest::prelude::*;

fn maand(tekst: &str) -> Maand {
    Maand::parse(tekst).unwrap()
}

fn stand(centen: i32) -> Maandstand {
    Maandstand {
        bedrag: Geld::from_cents(centen),
        vakantietoeslag: Geld::from_cents(centen / 20),
        has_recht: centen > 0,
    }
}

fn review_one(oorzaak: Oorzaak, in_maand: &str, begrijpelijk: Option<bool>) -> Voorstel {
    let feiten = Herzieningsfeiten {
        dag: date(2026, 9, 15),
        oorzaken: vec![Oorzaakperiode {
            oorzaak,
            van: None,
            tot_en_met: None,
            is_begrijpelijk: begrijpelijk,
            afzien: None,
        }],
        vakantietoeslag_betaald: None,
    };
    let paar = Maandpaar {
        maand: maand(in_maand),
        oud: Some(stand(100_000)),
        nieuw: Some(stand(80_000)),
    };
    calculate_herziening(&[paar], &feiten).maanden[0].voorstel
}

#[test]
fn means_are_set_off_in_whole_months_of_the_last_six() {
    let bedrag = Geld::from_cents(19_000);
    assert_eq!(
        review_one(Oorzaak::Middelen, "2026-04", None),
        Voorstel::Verrekening(bedrag)
    );
    assert_eq!(
        review_one(Oorzaak::Middelen, "2026-03", None),
        Voorstel::Terugvordering(bedrag, Oorzaak::Middelen),
        "15 March is six months before, and the month began earlier"
    );
}

#[test]
fn what_was_paid_without_a_ground_comes_back_for_two_years_from_who_could_know() {
    let bedrag = Geld::from_cents(19_000);
    let betaling = |in_maand, begrijpelijk| review_one(Oorzaak::Betaling, in_maand, begrijpelijk);
    assert_eq!(
        betaling("2024-10", Some(true)),
        Voorstel::Terugvordering(bedrag, Oorzaak::Betaling)
    );
    assert_eq!(
        betaling("2024-09", Some(true)),
        Voorstel::Geen(GeenReden::TeLangGeleden)
    );
    assert_eq!(
        betaling("2026-09", Some(false)),
        Voorstel::Geen(GeenReden::NietBegrijpelijk)
    );
    assert_eq!(
        betaling("2026-09", None),
        Voorstel::Onbepaald(Herzieningonbepaald::Begrijpelijk)
    );
}

#[test]
fn an_advance_comes_back_only_without_a_right() {
    assert_eq!(
        review_one(Oorzaak::Voorschot, "2026-09", None),
        Voorstel::Onbepaald(Herzieningonbepaald::VoorschotMetRecht)
    );
}

fn stands() -> impl Strategy<Value = Option<Maandstand>> {
    prop_oneof![4 => (0_i32..200_000).prop_map(|centen| Some(stand(centen))), 1 => Just(None)]
}

fn left() -> impl Strategy<Value = Option<Afzien>> {
    prop_oneof![
        Just(None),
        Just(Some(Afzien::Geheel)),
        (1_u32..=100).prop_map(|deel| Some(Afzien::Percentage(Percentage::from_whole(deel)))),
        (1_i32..500_000).prop_map(|centen| Some(Afzien::Bedrag(Geld::from_cents(centen)))),
    ]
}

fn facts() -> impl Strategy<Value = Herzieningsfeiten> {
    let oorzaak = (0_usize..5, any::<Option<bool>>(), left());
    let oorzaak = proptest::option::of(oorzaak);
    (oorzaak, any::<bool>()).prop_map(|(oorzaak, betaald)| Herzieningsfeiten {
        dag: date(2026, 9, 15),
        oorzaken: oorzaak
            .map(|(soort, is_begrijpelijk, afzien)| Oorzaakperiode {
                oorzaak: Oorzaak::ALL[soort],
                van: None,
                tot_en_met: None,
                is_begrijpelijk,
                afzien,
            })
            .into_iter()
            .collect(),
        vakantietoeslag_betaald: betaald.then(|| maand("2026-05")),
    })
}

proptest! {
    #[test]
    fn what_is_paid_and_reserved_is_the_difference(
        paren in proptest::collection::vec((stands(), stands()), 1..30),
        feiten in facts(),
    ) {
        let paren: Vec<_> = (0..).zip(paren).map(|(plek, (oud, nieuw))| Maandpaar {
            maand: maand("2024-06").plus(plek),
            oud,
            nieuw,
        }).collect();
        let uit = calculate_herziening(&paren, &feiten);
        for maand in &uit.maanden {
            let verschil = maand.paar.verschil();
            let gaat = match maand.voorstel {
                Voorstel::Nabetaling(bedrag) => bedrag,
                Voorstel::Verrekening(bedrag) | Voorstel::Terugvordering(bedrag, _) => Geld::NUL - bedrag,
                Voorstel::Geen(
                    GeenReden::Gelijk
                    | GeenReden::AlleenReservering
                    | GeenReden::DringendeRedenen,
                ) => Geld::NUL,
                Voorstel::Geen(_) | Voorstel::Onbepaald(_) => continue,
            };
            prop_assert_eq!(verschil, Some(gaat - maand.afgezien + maand.reservering));
            prop_assert!(maand.afgezien >= Geld::NUL);
        }
        prop_assert!(uit.salderen() <= uit.nabetaling && uit.salderen() <= uit.terugvordering);
        // Without a cause nothing is ever claimed back.
        let zonder = Herzieningsfeiten { oorzaken: Vec::new(), ..feiten };
        let uit = calculate_herziening(&paren, &zonder);
        prop_assert!(uit.terugvordering.is_nul() && uit.verrekening.is_nul());
    }
}
