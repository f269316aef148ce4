//! How many households a core calculates per second: `cargo bench -p domain --bench recht`.
//!
//! The mix follows a caseload of algemene bijstand: mostly singles, a fifth with children, a fifth couples,
//! housemates who share, one in twelve with income from work and an exemption, a few with a maatregel. A
//! household goes in as persons with dates of birth and comes out as amounts, so distilling it is counted. One
//! in twenty has every rule on: young, raised and lowered, with an exemption, a gift, child benefit and a maatregel.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use domain::beleid::Geldend;
use domain::recht::bericht::{Reeksvraag, Vraag};
use domain::recht::uitleg::render_bijstand_in;
use domain::recht::{
    Bijstandsbeleid, Bijstandsfeiten, Huishouden, Huisvesting, Inkomst, Inkomstensoort, Kader,
    Medebewoner, Normfeiten, Onderdeel, Ouders, Partnerfeiten, Persoon, Persoonsfeiten,
    SoortMedebewoner, Verlaging, Vermogen, Vrijlating, Woonkosten, calculate_bijstand_in,
};
use primitives::{Datum, Geld, Percentage};

const PEILDATUM: Datum = Datum::constant(2026, 3, 1);
const METING: Duration = Duration::from_secs(3);

struct Geval {
    huishouden: Huishouden,
    inkomsten: Vec<Inkomst>,
    vermogen: Option<Vermogen>,
    verlaging: Option<Verlaging>,
}

fn geboren(jaar: i32, nummer: i32) -> Datum {
    let jaar = i16::try_from(jaar).unwrap_or(1980);
    let maand = i8::try_from(1 + nummer.rem_euclid(12)).unwrap_or(1);
    Datum::new(jaar, maand, 15).unwrap_or(PEILDATUM)
}

/// Sixty households by fixed remainders, so that every run measures the same.
fn gevallen() -> Vec<Geval> {
    let is_alles = |nummer: i32| nummer.rem_euclid(20) == 7;
    let geval = |nummer| {
        if is_alles(nummer) {
            alle_regels(nummer)
        } else {
            geval(nummer)
        }
    };
    (0..60).map(geval).collect()
}

/// A household in which every rule of the norm, the income and the means has a part.
fn alle_regels(nummer: i32) -> Geval {
    let van = |soort, cents, vrijlating| Inkomst {
        persoon: Persoon::Aanvrager,
        soort,
        bedrag: Geld::from_cents(cents),
        vrijlating,
        maanden_gebruikt: None,
    };
    let gift = Inkomstensoort::Gift {
        eerder: Geld::from_cents(40_000),
        aard: None,
    };
    Geval {
        huishouden: Huishouden {
            aanvrager: geboren(2006, nummer),
            partner: Some(Partnerfeiten {
                geboortedatum: geboren(1998, nummer),
                heeft_recht: true,
                huisvesting: None,
            }),
            kinderen: vec![geboren(2022, nummer), geboren(2024, nummer)],
            medebewoners: vec![Medebewoner {
                geboortedatum: geboren(1970, nummer),
                soort: SoortMedebewoner::Commercieel,
            }],
            huisvesting: Huisvesting::Huurder,
            normfeiten: Normfeiten {
                aanvrager: Persoonsfeiten {
                    ouders: Some(Ouders::NietToereikend),
                    ..Persoonsfeiten::GEEN
                },
                woonkosten: Woonkosten::Lager,
                ..Normfeiten::GEEN
            },
        },
        inkomsten: vec![
            van(Inkomstensoort::Arbeid, 60_000, Some(Vrijlating::Y)),
            van(gift, 20_000, None),
            van(
                Inkomstensoort::Vrijgesteld(Onderdeel::Kinderbijslag),
                25_000,
                None,
            ),
        ],
        vermogen: Some(Vermogen {
            bezittingen: Geld::from_cents(900_000),
            schulden: Geld::from_cents(100_000),
            overwaarde_woning: Geld::from_cents(6_000_000),
            spaargeld: Geld::from_cents(50_000),
            ..Vermogen::GEEN
        }),
        verlaging: Some(Verlaging::Percentage(Percentage::from_whole(30))),
    }
}

fn beleid() -> Bijstandsbeleid {
    let besluit = |waarde| Geldend {
        waarde: Percentage::from_whole(waarde),
        besluit: Some("Besluit van het college 2026-12 (GM0294)".to_owned()),
    };
    Bijstandsbeleid {
        woonsituatie: Some(besluit(20)),
        nachtopvang: Some(besluit(10)),
        schoolverlater: Some(besluit(10)),
        schoolverlater_duur: Some(Geldend::given(6)),
        giften_grens: Some(Geldend::given(Geld::from_cents(180_000))),
    }
}

fn geval(nummer: i32) -> Geval {
    let is_each = |deler: i32| nummer.rem_euclid(deler) == 0;
    let partner = is_each(5).then(|| Partnerfeiten {
        geboortedatum: geboren(1970 + nummer.rem_euclid(25), nummer),
        heeft_recht: !is_each(20),
        huisvesting: None,
    });
    let medebewoner = Medebewoner {
        geboortedatum: geboren(1960 + nummer.rem_euclid(30), nummer),
        soort: SoortMedebewoner::Overig,
    };
    let inkomst = Inkomst {
        persoon: Persoon::Aanvrager,
        soort: Inkomstensoort::Arbeid,
        bedrag: Geld::from_cents(30_000 + nummer * 1_000),
        vrijlating: Some(Vrijlating::N),
        maanden_gebruikt: Some(2),
    };
    Geval {
        huishouden: Huishouden {
            aanvrager: geboren(1958 + nummer.rem_euclid(48), nummer),
            partner,
            kinderen: if is_each(4) {
                vec![geboren(2015, nummer)]
            } else {
                Vec::new()
            },
            medebewoners: if is_each(6) {
                vec![medebewoner]
            } else {
                Vec::new()
            },
            huisvesting: Huisvesting::Huurder,
            normfeiten: Normfeiten::GEEN,
        },
        inkomsten: if is_each(12) {
            vec![inkomst]
        } else {
            Vec::new()
        },
        vermogen: is_each(2).then_some(Vermogen {
            bezittingen: Geld::from_cents(nummer * 10_000),
            ..Vermogen::GEEN
        }),
        verlaging: is_each(30).then_some(Verlaging::Percentage(Percentage::from_whole(30))),
    }
}

fn with_feiten<T>(geval: &Geval, calculate: impl Fn(&Bijstandsfeiten<'_>) -> T) -> Option<T> {
    let situatie = geval.huishouden.leefsituatie(black_box(PEILDATUM)).ok()?;
    Some(calculate(&Bijstandsfeiten {
        peildatum: PEILDATUM,
        situatie: &situatie,
        inkomsten: &geval.inkomsten,
        vermogen: geval.vermogen,
        verlaging: geval.verlaging,
    }))
}

/// Runs over the households until the time is up and prints how many there were per second.
fn measure<G>(naam: &str, gevallen: &[G], mut calculate: impl FnMut(&G)) {
    for geval in gevallen.iter().cycle().take(20_000) {
        calculate(geval);
    }
    let begin = Instant::now();
    let mut aantal: u128 = 0;
    while begin.elapsed() < METING {
        for geval in gevallen {
            calculate(black_box(geval));
        }
        aantal += gevallen.len() as u128;
    }
    let per_seconde = aantal * 1_000_000_000 / begin.elapsed().as_nanos();
    println!("{naam:<44} {per_seconde:>10} per seconde per kern");
}

/// Prints how often and how much memory is asked for, per household.
fn count_allocations<G>(naam: &str, gevallen: &[G], mut calculate: impl FnMut(&G)) {
    let gemeten = allocation_counter::measure(|| gevallen.iter().for_each(&mut calculate));
    let aantal = gevallen.len() as u64;
    let honderdsten = gemeten.count_total * 100 / aantal;
    println!(
        "{naam:<44} {:>6},{:02} allocaties en {:>6} bytes per huishouden",
        honderdsten / 100,
        honderdsten % 100,
        gemeten.bytes_total / aantal
    );
}

fn main() {
    let beleid = beleid();
    let kader = Kader {
        bekend_op: None,
        beleid: &beleid,
    };
    let right = |geval: &Geval| {
        black_box(with_feiten(geval, |feiten| {
            calculate_bijstand_in(&kader, feiten)
        }));
    };
    let explained = |geval: &Geval| {
        black_box(with_feiten(geval, |feiten| {
            render_bijstand_in(&kader, feiten, &calculate_bijstand_in(&kader, feiten))
        }));
    };
    let gevallen = gevallen();
    let alles = [alle_regels(7)];
    measure("algemene bijstand zonder uitleg", &gevallen, right);
    measure("algemene bijstand met uitleg", &gevallen, explained);
    measure("alle regels tegelijk, zonder uitleg", &alles, right);
    measure("alle regels tegelijk, met uitleg", &alles, explained);
    count_allocations("algemene bijstand zonder uitleg", &gevallen, right);
    count_allocations("algemene bijstand met uitleg", &gevallen, explained);
    count_allocations("alle regels tegelijk, zonder uitleg", &alles, right);
    count_allocations("alle regels tegelijk, met uitleg", &alles, explained);
    let json = [VRAAG.as_bytes()];
    measure("JSON in, JSON uit, zonder uitleg", &json, |json| {
        let antwoord = Vraag::parse(json).map(|vraag| vraag.calculate_zonder_uitleg());
        black_box(antwoord.map(|antwoord| serde_json::to_vec(&antwoord))).ok();
    });
    measure("JSON in, JSON uit, met uitleg", &json, |json| {
        let antwoord = Vraag::parse(json).map(|vraag| vraag.calculate());
        black_box(antwoord.map(|antwoord| serde_json::to_vec(&antwoord))).ok();
    });
    // Read once: what is measured is the calculation of twelve months, not the JSON.
    if let Ok(reeks) = Reeksvraag::parse(REEKS.as_bytes()) {
        let reeks = [reeks];
        let calculate = |reeks: &Reeksvraag| {
            black_box(reeks.calculate_zonder_uitleg());
        };
        measure("reeks van twaalf maanden, zonder uitleg", &reeks, calculate);
        count_allocations("reeks van twaalf maanden, zonder uitleg", &reeks, calculate);
        measure("reeks van twaalf maanden, met uitleg", &reeks, |reeks| {
            black_box(reeks.calculate());
        });
    }
}

/// One household, twelve months, a wage with exemption n and a gift.
const REEKS: &str = r#"{"gemeente":"GM0294","van":"2026-01","totEnMet":"2026-12",
"perioden":[{"melding":"2026-01-15"}],
"huishoudens":[{"vanaf":"2026-01-01","huishouden":{"aanvrager":{"geboortedatum":"1988-04-12"},"huisvesting":"huurder"}}],
"inkomsten":[{"persoon":"aanvrager","soort":"arbeid","bedrag":"800.00","maand":"2026-01","totEnMetMaand":"2026-12","vrijlating":"n"},
{"persoon":"aanvrager","soort":"gift","bedrag":"150.00","van":"2026-05-05","totEnMet":"2026-05-05","teltAls":"inkomen"}],
"vermogens":[{"vanaf":"2026-01-01","vermogen":{"bezittingen":"5000.00"}}],"parameters":{}}"#;

const VRAAG: &str = r#"{"gemeente":"GM0294","peildatum":"2026-03-01","regeling":"algemene-bijstand",
"huishouden":{"aanvrager":{"geboortedatum":"1988-04-12"},"partner":{"geboortedatum":"1990-01-30","heeftRecht":true},
"kinderen":[{"geboortedatum":"2015-06-01"}],"huisvesting":"huurder"},
"inkomsten":[{"persoon":"aanvrager","soort":"arbeid","bedrag":"800.00","vrijlating":"n","maandenGebruikt":2}],
"vermogen":{"bezittingen":"5000.00","schulden":"0.00","overwaardeWoning":"0.00"}}"#;
