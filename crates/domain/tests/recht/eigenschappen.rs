//! What holds for every household.

use domain::recht::uitleg::{Stap, render_bijstand};
use domain::recht::{
    Bijstandsfeiten, Huishouden, Huisvesting, Inkomst, Inkomstensoort, Medebewoner, Normfeiten,
    Partnerfeiten, Persoon, Reden, SoortMedebewoner, Verlaging, Vermogen, Vrijlating,
    calculate_bijstand,
};
use primitives::{Datum, Geld, Percentage};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::artikelen;

#[derive(Clone, Debug)]
struct Geval {
    peildatum: Datum,
    huishouden: Huishouden,
    inkomsten: Vec<Inkomst>,
    vermogen: Option<Vermogen>,
    verlaging: Option<Verlaging>,
}

fn datum(van: i16, tot: i16) -> impl Strategy<Value = Datum> {
    (van..=tot, 1i8..=12, 1i8..=28).prop_map(|(j, m, d)| Datum::new(j, m, d).unwrap())
}

fn bedrag(tot: i32) -> impl Strategy<Value = Geld> {
    (0..=tot).prop_map(Geld::from_cents)
}

fn huishouden() -> impl Strategy<Value = Huishouden> {
    let huisvesting = || {
        select(vec![
            Huisvesting::Huurder,
            Huisvesting::Eigenaar,
            Huisvesting::Adresloos,
            Huisvesting::Inrichting,
        ])
    };
    let partner = (datum(1945, 2008), any::<bool>(), option::of(huisvesting())).prop_map(
        |(geboortedatum, heeft_recht, huisvesting)| Partnerfeiten {
            geboortedatum,
            heeft_recht,
            huisvesting,
        },
    );
    let soort = select(vec![
        SoortMedebewoner::Overig,
        SoortMedebewoner::Commercieel,
        SoortMedebewoner::Student,
        SoortMedebewoner::Ouder,
        SoortMedebewoner::Kind,
    ]);
    let medebewoner = (datum(1945, 2022), soort).prop_map(|(geboortedatum, soort)| Medebewoner {
        geboortedatum,
        soort,
    });
    (
        datum(1945, 2008),
        option::of(partner),
        prop::collection::vec(datum(2000, 2022), 0..3),
        prop::collection::vec(medebewoner, 0..4),
        huisvesting(),
    )
        .prop_map(
            |(aanvrager, partner, kinderen, medebewoners, huisvesting)| Huishouden {
                aanvrager,
                partner,
                kinderen,
                medebewoners,
                huisvesting,
                normfeiten: Normfeiten::GEEN,
            },
        )
}

fn inkomst() -> impl Strategy<Value = Inkomst> {
    (
        select(vec![Persoon::Aanvrager, Persoon::Partner]),
        select(vec![Inkomstensoort::Arbeid, Inkomstensoort::Uitkering]),
        bedrag(250_000),
        option::of(select(Vrijlating::ALL.to_vec())),
        option::of(0u32..40),
    )
        .prop_map(
            |(persoon, soort, bedrag, vrijlating, maanden_gebruikt)| Inkomst {
                persoon,
                soort,
                bedrag,
                vrijlating,
                maanden_gebruikt,
            },
        )
}

fn geval() -> impl Strategy<Value = Geval> {
    let vermogen = (bedrag(2_000_000), bedrag(500_000), bedrag(9_000_000)).prop_map(
        |(bezittingen, schulden, overwaarde_woning)| Vermogen {
            bezittingen,
            schulden,
            overwaarde_woning,
            ..Vermogen::GEEN
        },
    );
    let verlaging = prop_oneof![
        (0u32..=100).prop_map(|p| Verlaging::Percentage(Percentage::from_whole(p))),
        bedrag(250_000).prop_map(Verlaging::Bedrag),
    ];
    (
        datum(2023, 2026),
        huishouden(),
        prop::collection::vec(inkomst(), 0..4),
        option::of(vermogen),
        option::of(verlaging),
    )
        .prop_map(
            |(peildatum, huishouden, inkomsten, vermogen, verlaging)| Geval {
                peildatum,
                huishouden,
                inkomsten,
                vermogen,
                verlaging,
            },
        )
}

/// The amounts of the steps of one kind.
fn waarden(stappen: &[Stap], soort: &str) -> Vec<Geld> {
    stappen
        .iter()
        .filter(|stap| stap.stap == soort)
        .map(|stap| Geld::parse(stap.waarde.as_ref().unwrap()).unwrap())
        .collect()
}

fn check_stappen(geval: &Geval, stappen: &[Stap]) {
    for stap in stappen {
        artikelen::assert_exists(stap.grondslag);
        assert!(
            stap.tekst.ends_with('.') || stap.tekst.ends_with(")."),
            "{}",
            stap.tekst
        );
        assert!(!stap.tekst.contains("  "), "{}", stap.tekst);
    }
    let middelen = waarden(stappen, "middelen");
    let heeft_recht = geval
        .huishouden
        .partner
        .as_ref()
        .is_none_or(|p| p.heeft_recht);
    if let [middelen] = middelen[..]
        && heeft_recht
    {
        let inkomen: Geld = waarden(stappen, "inkomen").into_iter().sum();
        let vrij: Geld = waarden(stappen, "vrijlating").into_iter().sum();
        assert_eq!(inkomen - vrij, middelen);
    }
    if let ([bedrag], [middelen], [norm]) = (
        &waarden(stappen, "bedrag")[..],
        &middelen[..],
        &waarden(stappen, "norm")[..],
    ) {
        let verlaging: Geld = waarden(stappen, "verlaging").into_iter().sum();
        assert_eq!((*norm - *middelen - verlaging).not_below_zero(), *bedrag);
        let delen = [
            waarden(stappen, "vakantietoeslag"),
            waarden(stappen, "uitbetaling"),
        ]
        .concat();
        assert_eq!(delen.into_iter().sum::<Geld>(), *bedrag);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn a_right_lies_between_nothing_and_the_norm_and_is_explained(geval in geval()) {
        let Ok(situatie) = geval.huishouden.leefsituatie(geval.peildatum) else {
            return Ok(());
        };
        let feiten = Bijstandsfeiten {
            peildatum: geval.peildatum,
            situatie: &situatie,
            inkomsten: &geval.inkomsten,
            vermogen: geval.vermogen,
            verlaging: geval.verlaging,
        };
        let berekening = calculate_bijstand(&feiten);
        prop_assert_eq!(&calculate_bijstand(&feiten), &berekening);
        match &berekening.uitkomst {
            Ok(bedragen) => {
                let norm = berekening.norm.unwrap().bedrag;
                prop_assert!(Geld::NUL <= bedragen.bedrag && bedragen.bedrag <= norm);
                prop_assert!(Geld::NUL <= bedragen.vakantietoeslag);
                prop_assert_eq!(bedragen.vakantietoeslag + bedragen.uitbetaling, bedragen.bedrag);
                prop_assert!(!situatie.aanvrager().is_minderjarig());
            }
            Err(Reden::GeenRecht(reden)) => artikelen::assert_exists(reden.grondslag()),
            Err(Reden::Onbepaald(reden)) => prop_assert!(reden.to_string().ends_with('.')),
        }
        if let Some(inkomen) = &berekening.inkomen {
            prop_assert!(inkomen.middelen >= Geld::NUL);
            let alles: Geld = geval.inkomsten.iter().map(|i| i.bedrag).sum();
            prop_assert!(inkomen.middelen <= alles);
        }
        check_stappen(&geval, &render_bijstand(&feiten, &berekening));
    }

    #[test]
    fn more_income_without_exemption_never_gives_more(
        huishouden in huishouden(), peildatum in datum(2023, 2026), een in bedrag(200_000), meer in bedrag(50_000),
    ) {
        let Ok(situatie) = huishouden.leefsituatie(peildatum) else {
            return Ok(());
        };
        let right = |bedrag| {
            let inkomsten = [Inkomst {
                persoon: Persoon::Aanvrager,
                soort: Inkomstensoort::Uitkering,
                bedrag,
                vrijlating: None,
                maanden_gebruikt: None,
            }];
            let feiten = Bijstandsfeiten {
                peildatum,
                situatie: &situatie,
                inkomsten: &inkomsten,
                vermogen: None,
                verlaging: None,
            };
            calculate_bijstand(&feiten).uitkomst.map_or(Geld::NUL, |b| b.bedrag)
        };
        prop_assert!(right(een + meer) <= right(een));
    }
}
