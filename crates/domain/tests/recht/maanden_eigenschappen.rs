//! What holds for every case over months.

use domain::recht::bericht::{Reeksvraag, Vraag};
use jiff::ToSpan;
use primitives::{Datum, Geld, Maand};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

const EERSTE: i32 = 24;

/// A month from January 2024 on.
fn maand(aantal: i32) -> Maand {
    Maand::try_new(2024, 1).unwrap().plus(aantal)
}

fn dag(aantal: i64) -> Datum {
    Datum::new(2025, 12, 1)
        .unwrap()
        .checked_add(aantal.days())
        .unwrap()
}

fn bedrag(tot: i32) -> impl Strategy<Value = String> {
    (0..=tot).prop_map(|cents| Geld::from_cents(cents).to_string())
}

fn huishouden() -> impl Strategy<Value = Value> {
    let geboren = (1950i16..=2010, 1i8..=12, 1i8..=28)
        .prop_map(|(j, m, d)| Datum::new(j, m, d).unwrap().to_string());
    let partner = geboren
        .clone()
        .prop_map(|dag| json!({ "geboortedatum": dag, "heeftRecht": true }));
    let kinderen = prop::collection::vec(
        (2009i16..=2023).prop_map(|jaar| json!({ "geboortedatum": format!("{jaar}-05-14") })),
        0..3,
    );
    (geboren, option::of(partner), kinderen).prop_map(|(aanvrager, partner, kinderen)| {
        json!({ "aanvrager": { "geboortedatum": aanvrager }, "partner": partner, "kinderen": kinderen,
            "huisvesting": "huurder" })
    })
}

/// Incomes, each with a source of its own so that none is given twice.
fn inkomsten() -> impl Strategy<Value = Vec<Value>> {
    let letter = select(vec!["n", "r", "y", "z", "aa", "34a.1.a", "34a.1.b"]);
    let rij = (
        select(vec!["arbeid", "arbeid", "uitkering", "gift", "premie"]),
        bedrag(180_000),
        (20i32..36, 0i32..12),
        option::of((0i64..300, 0i64..40)),
        option::of(letter),
    );
    prop::collection::vec(rij, 0..4).prop_map(|rijen| {
        let rijen = rijen.into_iter().enumerate();
        let to_json = |(plek, (soort, bedrag, (eerste, lengte), dagen, letter))| {
            let mut rij = json!({ "persoon": "aanvrager", "soort": soort, "bedrag": bedrag, "vrijlating": letter,
                "bron": format!("bron-{plek}"), "teltAls": "inkomen", "doelgroepLoonkostensubsidie": true });
            if let Some((van, lengte)) = dagen {
                rij["van"] = json!(dag(van));
                rij["totEnMet"] = json!(dag(van + lengte));
            } else {
                rij["maand"] = json!(maand(eerste));
                rij["totEnMetMaand"] = json!(maand(eerste + lengte));
            }
            rij
        };
        rijen.map(to_json).collect()
    })
}

fn gebeurtenissen() -> impl Strategy<Value = Vec<Value>> {
    let dagen = (0i64..300, 0i64..50);
    let gebeurtenis = (
        select(vec!["detentie", "buitenland", "opschorting", "adres"]),
        dagen,
    )
        .prop_map(|(soort, (van, lengte))| {
            let (van, tot) = (dag(van), dag(van + lengte));
            match soort {
                "detentie" => {
                    json!({ "soort": "uitsluiting", "persoon": "aanvrager", "grond": "13.1.a",
                    "van": van, "totEnMet": tot })
                }
                "buitenland" => {
                    json!({ "soort": soort, "persoon": "aanvrager", "van": van, "totEnMet": tot })
                }
                soort => json!({ "soort": soort, "van": van, "totEnMet": tot, "afloop": "open" }),
            }
        });
    prop::collection::vec(gebeurtenis, 0..3)
}

/// A whole case: twelve months of 2026 with two households and a melding somewhere.
fn geval() -> impl Strategy<Value = Value> {
    let maatregel = (26i32..34, 0u32..=100, 0u32..4).prop_map(|(vanaf, percentage, duur)| {
        json!({ "soort": "categorie-1", "gedragOp": "2026-01-02", "opgelegdOp": "2026-01-20",
            "vanaf": maand(vanaf), "verwijtbaar": true, "percentage": percentage, "duur": duur })
    });
    let voorschot = (0i64..300, bedrag(300_000))
        .prop_map(|(op, bedrag)| json!({ "op": dag(op), "bedrag": bedrag }));
    let boete = (bedrag(50_000), bedrag(20_000)).prop_map(|(bedrag, per_maand)| {
        json!({ "overtredingOp": "2025-06-01", "opgelegdOp": "2026-01-05", "bedrag": bedrag,
            "benadelingsbedrag": "300.00", "opzet": false, "vanaf": "2026-02", "perMaand": per_maand })
    });
    let buffer = prop::collection::vec((24i32..36, bedrag(60_000)), 0..4);
    (
        (huishouden(), huishouden(), 0i64..300),
        (0i64..120, option::of(100i64..300)),
        inkomsten(),
        gebeurtenissen(),
        (option::of(maatregel), option::of(boete), buffer, option::of(voorschot)),
    )
        .prop_map(
            |((een, twee, wissel), (melding, einde), inkomsten, gebeurtenissen, (maatregel, boete, buffer, voorschot))| {
                let buffer: Vec<Value> = buffer
                    .into_iter()
                    .map(|(m, bedrag)| json!({ "maand": maand(m), "bedrag": bedrag }))
                    .collect();
                json!({
                    "gemeente": "GM0294", "van": maand(EERSTE), "totEnMet": maand(EERSTE + 11),
                    "perioden": [ { "melding": dag(melding), "laatsteDag": einde.map(|e| dag(melding + e)),
                        "eindreden": einde.map(|_| "overig") } ],
                    "huishoudens": [ { "vanaf": "2025-11-30", "huishouden": een },
                        { "vanaf": dag(wissel), "huishouden": twee } ],
                    "inkomsten": inkomsten, "gebeurtenissen": gebeurtenissen,
                    "maatregelen": maatregel.into_iter().collect::<Vec<_>>(), "boete": boete,
                    "bufferbudget": buffer, "voorschotten": voorschot.into_iter().collect::<Vec<_>>(),
                    "tellers": { "jaar": 2025 },
                    "parameters": { "vooruitlopen.vrijlating": true, "vooruitlopen.bufferbudget": true }
                })
            },
        )
}

fn answer(vraag: &Value) -> Value {
    let vraag = Reeksvraag::parse(&serde_json::to_vec(vraag).unwrap()).unwrap();
    serde_json::to_value(vraag.calculate()).unwrap()
}

fn maanden(antwoord: &Value) -> &Vec<Value> {
    antwoord["maanden"].as_array().unwrap()
}

fn geld(waarde: &Value) -> Geld {
    Geld::parse(waarde.as_str().unwrap()).unwrap()
}

/// The parts of a month are all its days, once and in order, and add up to it.
fn check_delen(maand: &Value) {
    let eerste = Maand::parse(maand["maand"].as_str().unwrap()).unwrap();
    let delen = maand["delen"].as_array().unwrap();
    let mut verwacht = eerste.first_day();
    for deel in delen {
        assert_eq!(deel["van"], json!(verwacht));
        let tot: Datum = deel["totEnMet"].as_str().unwrap().parse().unwrap();
        assert!(tot >= verwacht);
        verwacht = tot.tomorrow().unwrap();
    }
    assert_eq!(verwacht, eerste.plus(1).first_day());
    if maand["uitkomst"] != "onbepaald" {
        let som: Geld = delen.iter().map(|deel| geld(&deel["bedrag"])).sum();
        assert_eq!(som, geld(&maand["bedrag"]));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn every_month_lies_between_nothing_and_its_norm(geval in geval()) {
        for maand in maanden(&answer(&geval)) {
            check_delen(maand);
            if maand["uitkomst"] == "onbepaald" {
                prop_assert_eq!(&maand["bedrag"], &Value::Null);
                prop_assert!(maand["reden"].as_str().unwrap().ends_with('.'));
                continue;
            }
            let bedrag = geld(&maand["bedrag"]);
            prop_assert!(Geld::NUL <= bedrag);
            let delen = geld(&maand["vakantietoeslag"]) + geld(&maand["uitbetaling"]);
            prop_assert_eq!(delen, bedrag);
            if maand["uitkomst"] == "recht" {
                prop_assert!(bedrag <= geld(&maand["norm"]));
                prop_assert!(Geld::NUL <= geld(&maand["teBetalen"]));
            }
        }
    }

    #[test]
    fn counters_never_exceed_their_term(geval in geval()) {
        let antwoord = answer(&geval);
        let mut met_r = 0;
        for maand in maanden(&antwoord) {
            let vrij = |grondslag: &str| {
                maand["uitleg"].as_array().unwrap().iter().any(|stap| {
                    stap["stap"] == "vrijlating" && stap["grondslag"] == grondslag && geld(&stap["waarde"]) > Geld::NUL
                })
            };
            met_r += i32::from(vrij("Participatiewet art. 31 lid 2 onder r"));
            let tellers = &maand["tellers"];
            if tellers.is_null() {
                continue;
            }
            for persoon in ["aanvrager", "partner"] {
                prop_assert!(tellers[persoon]["n"].as_u64().unwrap() <= 6);
            }
            prop_assert!(geld(&tellers["bufferbudget"]) <= Geld::from_cents(100_000));
            if let Some(boete) = geval["boete"].as_object() {
                let hoogste = geld(&boete["bedrag"]).min(geld(&boete["benadelingsbedrag"]));
                prop_assert!(geld(&tellers["boete"]) <= hoogste);
            }
        }
        prop_assert!(met_r <= 30);
    }

    #[test]
    fn a_series_equals_its_months_asked_one_by_one(geval in geval()) {
        let antwoord = answer(&geval);
        let mut tellers = geval["tellers"].clone();
        for maand in maanden(&antwoord) {
            let mut los = geval.clone();
            los["van"] = maand["maand"].clone();
            los["totEnMet"] = maand["maand"].clone();
            // A counter that is not known can only be left out after the first day of the benefit.
            let begin: Datum = geval["perioden"][0]["melding"].as_str().unwrap().parse().unwrap();
            let is_begonnen = json!(Maand::of(begin)).as_str() < maand["maand"].as_str();
            if tellers.is_null() && !is_begonnen {
                break;
            }
            los["tellers"] = tellers;
            let alleen = answer(&los);
            prop_assert_eq!(&maanden(&alleen)[0], maand);
            tellers = maand["tellers"].clone();
        }
    }

    #[test]
    fn the_order_of_the_question_does_not_matter(geval in geval()) {
        let mut omgekeerd = Map::new();
        for (veld, waarde) in geval.as_object().unwrap().iter().rev() {
            let mut waarde = waarde.clone();
            if let Some(lijst) = waarde.as_array_mut() {
                lijst.reverse();
            }
            omgekeerd.insert(veld.clone(), waarde);
        }
        let omgekeerd = Value::Object(omgekeerd);
        prop_assert_eq!(answer(&geval).to_string(), answer(&omgekeerd).to_string());
    }

    #[test]
    fn the_same_question_gives_the_same_bytes(geval in geval()) {
        let bytes = || serde_json::to_vec(&answer(&geval)).unwrap();
        prop_assert_eq!(bytes(), bytes());
    }

    /// A whole month without anything that only a series knows is answered as contract 2.1 answers it, to the sentence.
    #[test]
    fn a_whole_month_gives_what_a_single_question_gives(
        huishouden in huishouden(), m in 0i32..36, bedrag in bedrag(200_000), gebruikt in 0u32..8,
        soort in select(vec!["arbeid", "uitkering"]), bezit in bedrag(1_000_000),
    ) {
        let maand = maand(m);
        let vermogen = json!({ "bezittingen": bezit });
        let reeks = json!({
            "gemeente": "GM0294", "van": maand, "totEnMet": maand,
            "perioden": [ { "melding": "2023-12-01" } ],
            "huishoudens": [ { "vanaf": "2023-12-01", "huishouden": huishouden } ],
            "inkomsten": [ { "persoon": "aanvrager", "soort": soort, "bedrag": bedrag, "maand": maand, "vrijlating": "n" } ],
            "vermogens": [ { "vanaf": "2023-12-01", "vermogen": vermogen } ],
            "tellers": { "aanvrager": { "n": gebruikt } }
        });
        let los = json!({
            "gemeente": "GM0294", "peildatum": maand.first_day(), "regeling": "algemene-bijstand",
            "huishouden": huishouden, "vermogen": vermogen,
            "inkomsten": [ { "persoon": "aanvrager", "soort": soort, "bedrag": bedrag, "vrijlating": "n",
                "maandenGebruikt": gebruikt } ]
        });
        let (Ok(reeks), Ok(los)) = (
            Reeksvraag::parse(&serde_json::to_vec(&reeks).unwrap()),
            Vraag::parse(&serde_json::to_vec(&los).unwrap()),
        ) else {
            // A child born after the first day of one of the two.
            return Ok(());
        };
        let reeks = serde_json::to_value(reeks.calculate()).unwrap();
        let van_reeks = &maanden(&reeks)[0];
        let is_heel = van_reeks["delen"].as_array().unwrap().len() == 1;
        let van_los = serde_json::to_value(los.calculate()).unwrap();
        // Nothing of an income of 0.00 belongs to any day, so a series has no step for it.
        if is_heel && bedrag != "0.00" {
            for (veld, waarde) in van_los.as_object().unwrap() {
                prop_assert_eq!(&van_reeks[veld], waarde, "{}", veld);
            }
        }
    }

    /// Thirteen periods of four weeks over a year and some days: not a cent is lost or counted twice.
    #[test]
    fn wages_over_four_weeks_add_up_over_the_months(begin in 0i64..28, cents in 1i32..60_000) {
        let loon = Geld::from_cents(cents);
        let rij = |plek: i64| {
            let van = begin + plek * 28;
            json!({ "persoon": "aanvrager", "soort": "uitkering", "bedrag": loon.to_string(),
                "van": dag(van), "totEnMet": dag(van + 27) })
        };
        let rijen: Vec<Value> = (0..13).map(rij).collect();
        let vraag = json!({
            "gemeente": "GM0294", "van": "2025-12", "totEnMet": "2026-12",
            "perioden": [ { "melding": "2025-12-01" } ],
            "huishoudens": [ { "vanaf": "2025-12-01", "huishouden": {
                "aanvrager": { "geboortedatum": "1988-04-12" }, "huisvesting": "huurder" } } ],
            "inkomsten": rijen
        });
        let antwoord = answer(&vraag);
        let telt: Geld = maanden(&antwoord).iter().map(|maand| geld(&maand["middelen"])).sum();
        prop_assert_eq!(telt, (0..13).map(|_| loon).sum());
    }

    #[test]
    fn what_became_known_later_does_not_matter(geval in geval(), cents in 0i32..100_000) {
        let mut eerst = geval.clone();
        eerst["bekendOp"] = json!("2026-10-01");
        let mut later = eerst.clone();
        let rijen = later["inkomsten"].as_array_mut().unwrap();
        let correcties: Vec<Value> = rijen
            .iter()
            .map(|rij| {
                let mut rij = rij.clone();
                rij["bedrag"] = json!(Geld::from_cents(cents).to_string());
                rij["bekendOp"] = json!("2026-10-02");
                rij
            })
            .collect();
        rijen.extend(correcties);
        prop_assert_eq!(answer(&eerst).to_string(), answer(&later).to_string());
    }
}
