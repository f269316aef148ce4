//! How many households a core calculates per second: `cargo bench -p domain --bench recht`.
//!
//! The mix follows a caseload of algemene bijstand: mostly singles, a fifth with children, a fifth couples,
//! housemates who share, one in twelve with income from work and an exemption, a few with a maatregel. A
//! household goes in as persons with dates of birth and comes out as amounts, so distilling it is counted.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use domain::recht::bericht::Vraag;
use domain::recht::uitleg::render_bijstand;
use domain::recht::{
    Bijstandsfeiten, Huishouden, Huisvesting, Inkomst, Inkomstensoort, Medebewoner, Normfeiten,
    Partnerfeiten, Persoon, SoortMedebewoner, Verlaging, Vermogen, Vrijlating, calculate_bijstand,
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
    (0..60).map(geval).collect()
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

fn main() {
    let gevallen = gevallen();
    measure("algemene bijstand zonder uitleg", &gevallen, |geval| {
        black_box(with_feiten(geval, calculate_bijstand));
    });
    measure("algemene bijstand met uitleg", &gevallen, |geval| {
        black_box(with_feiten(geval, |feiten| {
            render_bijstand(feiten, &calculate_bijstand(feiten))
        }));
    });
    let json = [VRAAG.as_bytes()];
    measure("JSON in, JSON uit, zonder uitleg", &json, |json| {
        let antwoord = Vraag::parse(json).map(|vraag| vraag.calculate_zonder_uitleg());
        black_box(antwoord.map(|antwoord| serde_json::to_vec(&antwoord))).ok();
    });
    measure("JSON in, JSON uit, met uitleg", &json, |json| {
        let antwoord = Vraag::parse(json).map(|vraag| vraag.calculate());
        black_box(antwoord.map(|antwoord| serde_json::to_vec(&antwoord))).ok();
    });
}

const VRAAG: &str = r#"{"gemeente":"GM0294","peildatum":"2026-03-01","regeling":"algemene-bijstand",
"huishouden":{"aanvrager":{"geboortedatum":"1988-04-12"},"partner":{"geboortedatum":"1990-01-30","heeftRecht":true},
"kinderen":[{"geboortedatum":"2015-06-01"}],"huisvesting":"huurder"},
"inkomsten":[{"persoon":"aanvrager","soort":"arbeid","bedrag":"800.00","vrijlating":"n","maandenGebruikt":2}],
"vermogen":{"bezittingen":"5000.00","schulden":"0.00","overwaardeWoning":"0.00"}}"#;
