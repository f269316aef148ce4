//! What holds for every household.

use domain::beleid::Geldend;
use domain::recht::uitleg::{Stap, render_bijstand_in};
use domain::recht::{
    Aanvangsvermogen, Bijstandsbeleid, Bijstandsfeiten, Giftaard, Huishouden, Huisvesting, Inkomst,
    Inkomstensoort, Kader, Leefsituatie, Medebewoner, Normbedrag, Normentabel, Normfeiten,
    Onderdeel, Ouders, Partnerfeiten, Persoon, Persoonsfeiten, Premie, Reden, SoortMedebewoner,
    Verlaging, Vermogen, Vrijlating, Woonkosten, calculate_bijstand, calculate_bijstand_in,
};
use primitives::{Datum, Geld, Percentage};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::artikelen;

#[derive(Clone, Debug)]
struct Geval {
    bekend_op: Option<Datum>,
    beleid: Bijstandsbeleid,
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

fn normfeiten() -> impl Strategy<Value = Normfeiten> {
    let persoon = || {
        let ouders = select(vec![
            Ouders::Toereikend,
            Ouders::NietToereikend,
            Ouders::NietTeGelde,
        ]);
        let opleiding = prop::option::weighted(0.1, datum(2023, 2026));
        (option::of(ouders), prop::bool::weighted(0.1), opleiding).prop_map(
            |(ouders, is_mantelzorger_elders, opleiding_beeindigd)| Persoonsfeiten {
                ouders,
                is_mantelzorger_elders,
                opleiding_beeindigd,
            },
        )
    };
    let woonkosten = select(vec![
        Woonkosten::Gewoon,
        Woonkosten::Lager,
        Woonkosten::Nachtopvang,
    ]);
    (persoon(), persoon(), woonkosten).prop_map(|(aanvrager, partner, woonkosten)| Normfeiten {
        aanvrager,
        partner,
        woonkosten,
    })
}

fn beleid() -> impl Strategy<Value = Bijstandsbeleid> {
    let deel = || (0u32..=100).prop_map(|p| Some(Geldend::given(Percentage::from_whole(p))));
    (
        deel(),
        option::of(deel()),
        deel(),
        0u32..=6,
        option::of(bedrag(300_000)),
    )
        .prop_map(
            |(woonsituatie, nachtopvang, schoolverlater, duur, giften)| Bijstandsbeleid {
                woonsituatie,
                nachtopvang: nachtopvang.flatten(),
                schoolverlater,
                schoolverlater_duur: Some(Geldend::given(duur)),
                giften_grens: giften.map(Geldend::given),
            },
        )
}

fn soort() -> impl Strategy<Value = Inkomstensoort> {
    let vast = select(vec![
        Inkomstensoort::Aow,
        Inkomstensoort::Pensioen,
        Inkomstensoort::Alimentatie,
        Inkomstensoort::Studiefinanciering,
    ]);
    let premie =
        (bedrag(400_000), 0u32..4, any::<bool>()).prop_map(|(eerder, keren, is_doelgroep)| {
            Inkomstensoort::Premie(Premie {
                eerder,
                keren,
                is_doelgroep,
            })
        });
    let aard = || option::of(select(vec![Giftaard::Inkomen, Giftaard::Vermogen]));
    prop_oneof![
        4 => Just(Inkomstensoort::Arbeid),
        2 => Just(Inkomstensoort::Uitkering),
        2 => vast,
        1 => premie,
        1 => bedrag(250_000).prop_map(|eerder| Inkomstensoort::Vrijwilligersvergoeding { eerder }),
        1 => (bedrag(150_000), aard()).prop_map(|(eerder, aard)| Inkomstensoort::Gift { eerder, aard }),
        1 => bedrag(150_000).prop_map(|eerder| Inkomstensoort::Kostenbesparing { eerder }),
        1 => select(Onderdeel::ALL.to_vec()).prop_map(Inkomstensoort::Vrijgesteld),
    ]
}

fn inkomst() -> impl Strategy<Value = Inkomst> {
    (
        select(vec![Persoon::Aanvrager, Persoon::Partner]),
        soort(),
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
    let aanvang = (-300_000..1_000_000, bedrag(1_000_000)).prop_map(|(vermogen, ontvangen)| {
        Aanvangsvermogen {
            vermogen: Geld::from_cents(vermogen),
            ontvangen,
        }
    });
    let vermogen = (
        bedrag(2_000_000),
        bedrag(500_000),
        bedrag(9_000_000),
        bedrag(200_000),
        option::of(aanvang),
    )
        .prop_map(
            |(bezittingen, schulden, overwaarde_woning, spaargeld, aanvang)| Vermogen {
                bezittingen,
                schulden,
                overwaarde_woning,
                spaargeld: spaargeld.min(bezittingen),
                aanvang,
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
        (option::of(datum(2023, 2026)), beleid(), normfeiten()),
    )
        .prop_map(
            |(peildatum, huishouden, inkomsten, vermogen, verlaging, bijzonder)| Geval {
                bekend_op: bijzonder.0,
                beleid: bijzonder.1,
                peildatum,
                huishouden: Huishouden {
                    normfeiten: bijzonder.2,
                    ..huishouden
                },
                inkomsten,
                vermogen,
                verlaging,
            },
        )
}

/// No norm is above that of a couple of pension age.
fn hoogste_norm(situatie: &Leefsituatie, peildatum: Datum) -> Geld {
    let normen = Normentabel::wettelijk();
    let eerst_bekend = normen.as_known(peildatum, peildatum).unwrap();
    let hoogste = [
        normen
            .op(peildatum)
            .unwrap()
            .bedrag(Normbedrag::PensioenBeiden)
            .unwrap(),
        eerst_bekend.bedrag(Normbedrag::PensioenBeiden).unwrap(),
    ];
    let hoogste = hoogste[0].max(hoogste[1]);
    // Art. 23 lid 3 adds the norm of the one at home to that in the institution.
    match situatie.partner() {
        Some(_) => hoogste + hoogste,
        None => hoogste,
    }
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
    if let ([wet], [norm]) = (
        &waarden(stappen, "norm-wet")[..],
        &waarden(stappen, "norm")[..],
    ) {
        let verhoging: Geld = waarden(stappen, "norm-verhoging").into_iter().sum();
        let verlaging: Geld = waarden(stappen, "norm-verlaging").into_iter().sum();
        assert_eq!((*wet + verhoging - verlaging).not_below_zero(), *norm);
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
        let kader = Kader {
            bekend_op: geval.bekend_op,
            beleid: &geval.beleid,
        };
        let berekening = calculate_bijstand_in(&kader, &feiten);
        prop_assert_eq!(&calculate_bijstand_in(&kader, &feiten), &berekening);
        match &berekening.uitkomst {
            Ok(bedragen) => {
                let norm = berekening.norm.unwrap().bedrag;
                prop_assert!(Geld::NUL <= bedragen.bedrag && bedragen.bedrag <= norm);
                prop_assert!(norm <= hoogste_norm(&situatie, geval.peildatum));
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
        let stappen = render_bijstand_in(&kader, &feiten, &berekening);
        prop_assert_eq!(&render_bijstand_in(&kader, &feiten, &berekening), &stappen);
        check_stappen(&geval, &stappen);
    }

    #[test]
    fn work_within_the_exemption_never_leaves_less_than_no_work(
        huishouden in huishouden(), peildatum in datum(2023, 2026), loon in bedrag(120_000),
        letter in select(Vrijlating::ALL.to_vec()), maanden in 0u32..40,
    ) {
        let Ok(situatie) = huishouden.leefsituatie(peildatum) else {
            return Ok(());
        };
        let right = |inkomsten: &[Inkomst]| {
            let feiten = Bijstandsfeiten {
                peildatum,
                situatie: &situatie,
                inkomsten,
                vermogen: None,
                verlaging: None,
            };
            calculate_bijstand(&feiten)
        };
        let zonder = right(&[]);
        let met = right(&[Inkomst {
            persoon: Persoon::Aanvrager,
            soort: Inkomstensoort::Arbeid,
            bedrag: loon,
            vrijlating: Some(letter),
            maanden_gebruikt: Some(maanden),
        }]);
        if let (Ok(zonder), Ok(met), Some(inkomen)) = (&zonder.uitkomst, &met.uitkomst, &met.inkomen) {
            let vrij: Geld = inkomen.vrijlatingen.iter().filter_map(|t| t.uitkomst.ok()).map(|v| v.bedrag).sum();
            // Together never less than without work, and never more than the exemption gives.
            prop_assert_eq!(met.bedrag + loon, zonder.bedrag + vrij);
        }
    }

    #[test]
    fn a_college_that_takes_more_off_never_leaves_more(
        geval in geval(), een in 0u32..=100, meer in 0u32..=100,
    ) {
        let Ok(situatie) = geval.huishouden.leefsituatie(geval.peildatum) else {
            return Ok(());
        };
        let norm = |procent: u32| {
            let beleid = Bijstandsbeleid {
                woonsituatie: Some(Geldend::given(Percentage::from_whole(procent))),
                ..geval.beleid.clone()
            };
            let kader = Kader { bekend_op: geval.bekend_op, beleid: &beleid };
            let feiten = Bijstandsfeiten {
                peildatum: geval.peildatum,
                situatie: &situatie,
                inkomsten: &[],
                vermogen: None,
                verlaging: None,
            };
            calculate_bijstand_in(&kader, &feiten).norm.map(|norm| norm.bedrag)
        };
        let (laag, hoog) = (een.min(meer), een.max(meer));
        prop_assert!(norm(hoog) <= norm(laag));
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
