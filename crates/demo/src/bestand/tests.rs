//! The shares that are published, and the sizes of the seeds.

use std::collections::{BTreeSet, HashMap, HashSet};

use domain::statistiek::{BusRegel, Ontheffing, RedenEinde, SoortInkomsten, TypeVoorziening};
use primitives::{Bsn, Datum, Kwartaal, leeftijd_op};

use super::*;

const NIJKERK: usize = 4;

fn opdracht(plek: usize) -> Opdracht {
    let (code, omvang) = DEMO_GEMEENTEN[plek];
    let maand = |tekst| Maand::parse(tekst).unwrap();
    Opdracht {
        gemeente: GemeenteCode::parse(code).unwrap(),
        reeks: u32::try_from(plek).unwrap(),
        omvang,
        tijdvak: Tijdvak::try_new(maand("2024-07"), maand("2026-10")).unwrap(),
        zaad: 2026,
    }
}

fn bsns<'a>(regels: impl Iterator<Item = &'a Bsn>) -> HashSet<Bsn> {
    regels.cloned().collect()
}

fn share(deel: usize, geheel: usize) -> usize {
    deel * 1_000 / geheel
}

#[test]
fn nijkerk_ends_with_the_numbers_of_the_seed() {
    let bestanden = generate(&opdracht(NIJKERK)).unwrap();
    assert_eq!(bestanden.maanden.len(), 28);
    let laatste = bestanden.maanden.last().unwrap();
    let met = bsns(
        laatste
            .bus
            .regels()
            .iter()
            .map(|regel| &regel.persoon.wie.bsn),
    );
    assert_eq!((laatste.bus.regels().len(), met.len()), (507, 507));
    assert!(
        laatste
            .bus
            .regels()
            .iter()
            .all(|regel| regel.persoon.einde.is_none())
    );
    let in_srg = bsns(laatste.srg.regels().iter().map(|regel| &regel.wie.bsn));
    assert_eq!(in_srg.difference(&met).count(), 124);
    assert_eq!(in_srg.union(&met).count(), 631);
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_does_not() {
    let bytes = |zaad| {
        let maand = Maand::parse("2026-01").unwrap();
        let opdracht = Opdracht {
            zaad,
            tijdvak: Tijdvak::try_new(maand, maand.plus(3)).unwrap(),
            ..opdracht(NIJKERK)
        };
        let bestanden = generate(&opdracht).unwrap();
        bestanden
            .maanden
            .iter()
            .flat_map(|maand| [maand.bus.render_csv(), maand.srg.render_csv()])
            .collect::<Vec<_>>()
    };
    let eerste = bytes(1);
    assert_eq!(eerste, bytes(1));
    assert_ne!(eerste, bytes(2));
}

#[test]
fn the_caseloads_have_their_size_and_look_like_the_country() {
    let alles: Vec<_> = (0..DEMO_GEMEENTEN.len())
        .map(|plek| generate(&opdracht(plek)).unwrap())
        .collect();
    check_people(&alles);
    let maanden: Vec<_> = alles.into_iter().flat_map(|b| b.maanden).collect();
    check_composition(&maanden);
    check_flow(&maanden);
    check_ladder(&maanden);
}

fn check_people(alles: &[Bestanden]) {
    let mut iedereen = HashSet::new();
    for ((code, omvang), bestanden) in DEMO_GEMEENTEN.into_iter().zip(alles) {
        let laatste = bestanden.maanden.last().unwrap();
        assert_eq!(laatste.bus.regels().len(), omvang.met_uitkering, "{code}");
        let hier: BTreeSet<_> = bestanden.namen.regels().iter().map(|r| &r.bsn).collect();
        for bsn in hier {
            assert!(bsn.expose().starts_with("99"), "fictional");
            assert!(iedereen.insert(bsn), "{code} shares a person");
        }
    }
}

fn check_composition(maanden: &[Maandbestanden]) {
    let regels: Vec<&BusRegel> = maanden
        .iter()
        .flat_map(|maand| maand.bus.regels())
        .collect();
    let aantal = regels.len();
    let leeftijd = |regel: &&&BusRegel| {
        leeftijd_op(regel.persoon.wie.geboortedatum, regel.kop.maand.last_day()).unwrap()
    };
    let jong = share(regels.iter().filter(|r| leeftijd(r) < 27).count(), aantal);
    let oud = share(regels.iter().filter(|r| leeftijd(r) >= 45).count(), aantal);
    assert!(
        (82..=125).contains(&jong),
        "of 1000 are younger than 27: {jong}, CBS 102"
    );
    assert!(
        (520..=600).contains(&oud),
        "of 1000 are 45 or older: {oud}, CBS 559"
    );
    let werk: Vec<i32> = regels
        .iter()
        .filter(|r| r.persoon.soort_inkomsten == Some(SoortInkomsten::Arbeid))
        .map(|r| r.persoon.bedrag_inkomsten.unwrap().euros())
        .collect();
    let werkt = share(werk.len(), aantal);
    assert!(
        (72..=88).contains(&werkt),
        "of 1000 earn something: {werkt}, Divosa 80"
    );
    let gemiddeld = werk.iter().sum::<i32>() / i32::try_from(werk.len()).unwrap();
    assert!(
        (500..=560).contains(&gemiddeld),
        "they earn {gemiddeld}, Divosa 530"
    );
    let ontheven = regels
        .iter()
        .filter(|r| r.persoon.ontheffing != Some(Ontheffing::Geen))
        .count();
    let ontheven = share(ontheven, aantal);
    assert!(
        (85..=115).contains(&ontheven),
        "of 1000 are exempt: {ontheven}, Divosa 100"
    );
    let loonwaarden: Vec<u32> = maanden
        .iter()
        .flat_map(|maand| maand.srg.regels())
        .filter_map(|regel| regel.voorziening.as_ref())
        .filter(|v| v.soort == TypeVoorziening::Loonkostensubsidie)
        .filter_map(|v| v.loonwaarde.map(|l| u32::from(l.procent())))
        .collect();
    let gemiddeld = loonwaarden.iter().sum::<u32>() / u32::try_from(loonwaarden.len()).unwrap();
    assert!(
        (48..=54).contains(&gemiddeld),
        "loonwaarde {gemiddeld}, Divosa 51"
    );
}

fn check_flow(maanden: &[Maandbestanden]) {
    let mut aanvang: HashSet<(Bsn, Datum)> = HashSet::new();
    let mut einde: HashMap<(Bsn, Datum), RedenEinde> = HashMap::new();
    for regel in maanden.iter().flat_map(|maand| maand.bus.regels()) {
        let wie = regel.persoon.wie.bsn.clone();
        aanvang.insert((wie.clone(), regel.persoon.aanvangsdatum));
        if let Some(gezien) = regel.persoon.einde {
            einde.insert((wie, gezien.datum), gezien.reden);
        }
    }
    let voorraad: usize = DEMO_GEMEENTEN
        .iter()
        .map(|(_, omvang)| omvang.met_uitkering)
        .sum();
    let begin = Kwartaal::parse("2024-K4").unwrap();
    for kwartaal in (0..7).map(|verder| begin.plus(verder)) {
        let dagen = kwartaal.first_day()..=kwartaal.last_day();
        let in_kwartaal = aanvang
            .iter()
            .filter(|(_, dag)| dagen.contains(dag))
            .count();
        let uit_kwartaal = einde.keys().filter(|(_, dag)| dagen.contains(dag)).count();
        let (in_kwartaal, uit_kwartaal) =
            (share(in_kwartaal, voorraad), share(uit_kwartaal, voorraad));
        assert!(
            (44..=66).contains(&in_kwartaal),
            "{kwartaal}: {in_kwartaal} of 1000 came, CBS 54"
        );
        assert!(
            (42..=63).contains(&uit_kwartaal),
            "{kwartaal}: {uit_kwartaal} of 1000 left, CBS 52"
        );
    }
    let naar_werk = einde
        .values()
        .filter(|reden| **reden == RedenEinde::Arbeid)
        .count();
    assert!((250..=450).contains(&share(naar_werk, einde.len())));
    assert!(
        einde
            .values()
            .any(|reden| *reden == RedenEinde::AowLeeftijd)
    );
}

fn check_ladder(maanden: &[Maandbestanden]) {
    let (mut gezien, mut recent, mut op, mut neer) = (0, 0, 0, 0);
    let mut vorige = HashMap::new();
    for maand in maanden
        .iter()
        .filter(|m| m.maand == m.maand.kwartaal().last_month())
    {
        let mut al = HashSet::new();
        for regel in maand
            .srg
            .regels()
            .iter()
            .filter(|regel| al.insert(regel.wie.bsn.clone()))
        {
            gezien += 1;
            let Some(positie) = regel.positie else {
                continue;
            };
            recent += usize::from(positie.begindatum >= maand.maand.kwartaal().first_day());
            let eerder = vorige.insert(regel.wie.bsn.clone(), positie.trede);
            op += usize::from(eerder.is_some_and(|eerder| eerder < positie.trede));
            neer += usize::from(eerder.is_some_and(|eerder| eerder > positie.trede));
        }
    }
    let dekking = share(recent, gezien);
    assert!(
        (860..=970).contains(&dekking),
        "of 1000 are measured in the quarter: {dekking}"
    );
    assert!(
        op > neer && neer > gezien / 100,
        "up {op}, down {neer} of {gezien}"
    );
}

#[test]
fn a_single_month_of_any_size_can_be_made() {
    let maand = Maand::parse("2026-03").unwrap();
    let opdracht = Opdracht {
        omvang: Omvang {
            met_uitkering: 1_000,
            zonder_uitkering: 100,
        },
        tijdvak: Tijdvak::try_new(maand, maand).unwrap(),
        reeks: 9,
        ..opdracht(0)
    };
    let bestanden = generate(&opdracht).unwrap();
    assert_eq!(bestanden.maanden[0].bus.regels().len(), 1_000);
    assert!(Tijdvak::try_new(maand, maand.plus(-1)).is_err());
}

#[test]
fn the_users_of_the_demo_have_a_list_of_their_own_and_few_residents_have_nobody() {
    for (plek, (code, omvang)) in DEMO_GEMEENTEN.into_iter().enumerate() {
        let bestanden = generate(&opdracht(plek)).unwrap();
        let caseload = omvang.met_uitkering + omvang.zonder_uitkering;
        let met = bestanden.regisseurs.regels().len();
        assert!((955..=985).contains(&share(met, caseload)), "{code}: {met}");
        let notities = share(bestanden.notities.regels().len(), caseload);
        assert!(
            (390..=490).contains(&notities),
            "{code}: {notities} of 1000 have a note"
        );
        let of = |sub: &str| {
            let regels = bestanden.regisseurs.regels().iter();
            regels.filter(|r| r.medewerker.sub == sub).count()
        };
        assert!(of("demo-consulent-regio") > 0, "{code}");
        if code == "GM0294" {
            let eigen = of("demo-consulent-winterswijk");
            assert!((60..=90).contains(&eigen), "Kim Hofstra has {eigen}");
        }
        let eerste = bestanden
            .regisseurs
            .regels()
            .iter()
            .filter_map(|r| r.sinds)
            .min();
        assert!(eerste.unwrap() > jiff::civil::date(2022, 7, 1));
    }
}

#[test]
fn new_benefits_are_entered_in_time_but_in_one_municipality() {
    for (plek, (code, _)) in DEMO_GEMEENTEN.into_iter().enumerate() {
        let bestanden = generate(&opdracht(plek)).unwrap();
        let regels = bestanden
            .maanden
            .iter()
            .flat_map(|maand| maand.bus.regels());
        let nieuw: HashMap<_, _> = regels
            .filter(|r| r.persoon.aanvangsdatum >= jiff::civil::date(2024, 7, 1))
            .map(|r| (r.uitkering.registratienummer.as_str(), r))
            .collect();
        let tijdig = nieuw.values().filter(|r| {
            let dagen = r.uitkering.datum_invoering.unwrap() - r.persoon.aanvangsdatum;
            dagen.get_days() <= 56
        });
        let tijdig = share(tijdig.count(), nieuw.len());
        if code == "GM1509" {
            assert!((600..=770).contains(&tijdig), "{code}: {tijdig}");
        } else {
            assert!(tijdig >= 940, "{code}: {tijdig}");
        }
    }
}
