use primitives::{BesluitId, GemeenteCode, Periode, WaardeId, id_at, parse_datum};

use super::Standaardhuishouden as S;
use super::*;
use crate::beleid::{Besluitverwijzing, Orgaan, Sleutel, Vastgesteld, Waarde, catalogus};

fn dag(tekst: &str) -> Datum {
    parse_datum(tekst).unwrap()
}

fn beleid(waarden: &[(&str, &str)]) -> Beleid {
    let waarde = |(nummer, (sleutel, waarde)): (usize, &(&str, &str))| {
        let parameter = catalogus().find(sleutel).unwrap();
        let nummer = u64::try_from(nummer).unwrap();
        let regime = parameter.regime_on(dag("2026-01-01")).unwrap();
        Vastgesteld {
            id: WaardeId::new(id_at(Moment::UNIX_EPOCH, nummer)),
            sleutel: Sleutel::parse(sleutel).unwrap(),
            waarde: Some(Waarde::parse(parameter.soort, waarde).unwrap()),
            periode: Periode::try_new(dag("2026-01-01"), None).unwrap(),
            gebied: None,
            besluit: Besluitverwijzing {
                id: BesluitId::new(id_at(Moment::UNIX_EPOCH, nummer)),
                gemeente: GemeenteCode::parse("GM0294").unwrap(),
                orgaan: regime.bevoegd.orgaan().unwrap_or(Orgaan::Raad),
                nummer: "1".into(),
                titel: "Verordening".into(),
                vergaderdatum: dag("2025-12-01"),
            },
            bekend_op: Moment::UNIX_EPOCH,
            corrigeert: None,
        }
    };
    Beleid::new(waarden.iter().enumerate().map(waarde).collect())
}

fn beeld(beleid: &Beleid, wie: Standaardhuishouden, procent: u32) -> Jaarbeeld {
    let plek = INKOMENS.iter().position(|p| *p == procent).unwrap();
    let beelden = wie.calculate_jaarbeelden(beleid, dag("2026-03-01"), Moment::MAX);
    beelden.unwrap()[plek].clone()
}

fn totaal(beleid: &Beleid, wie: Standaardhuishouden, procent: u32) -> String {
    beeld(beleid, wie, procent).totaal().unwrap().to_string()
}

const IIT: [(&str, &str); 7] = [
    ("iit.bedrag.alleenstaande", "350.00"),
    ("iit.bedrag.alleenstaande-ouder", "450.00"),
    ("iit.bedrag.gehuwden", "500.00"),
    ("iit.referteperiode", "36"),
    ("iit.inkomensgrens", "110"),
    ("iit.kindtoeslag.eerste", "130.00"),
    ("iit.kindtoeslag.volgende", "68.00"),
];

#[test]
fn a_scheme_stops_above_its_own_limit() {
    let beleid = beleid(
        &[
            IIT.as_slice(),
            &[
                ("meedoen.inkomensgrens", "120"),
                ("meedoen.bedrag.volwassene", "100.00"),
                ("meedoen.bedrag.kind-tot-12", "200.00"),
                ("meedoen.bedrag.kind-vanaf-12", "250.00"),
                ("zorgverzekering.inkomensgrens", "130"),
                ("zorgverzekering.bijdrage", "10.00"),
            ],
        ]
        .concat(),
    );
    for (wie, procent, verwacht) in [
        (S::Alleenstaande, 100, "570.00"),
        (S::Alleenstaande, 110, "570.00"),
        (S::Alleenstaande, 120, "220.00"),
        (S::Alleenstaande, 130, "120.00"),
        (S::Alleenstaande, 140, "0.00"),
        // 450 + 130 of the toeslag, 100 + 200 to take part, 120 of the insurance.
        (S::AlleenstaandeOuder, 100, "1000.00"),
        (S::Paar, 100, "940.00"),
        // 500 + 130 + 68, 2 x 100 + 200 + 250, 240.
        (S::PaarMetTweeKinderen, 100, "1588.00"),
        (S::PaarMetTweeKinderen, 150, "0.00"),
    ] {
        assert_eq!(
            totaal(&beleid, wie, procent),
            verwacht,
            "{wie:?} {procent}%"
        );
    }
}

#[test]
fn a_second_test_on_the_day_itself_counts_too() {
    let grens = [IIT.as_slice(), &[("iit.inkomensgrens.peildatum", "105")]].concat();
    let beleid = beleid(&grens);
    assert_eq!(totaal(&beleid, S::Paar, 100), "500.00");
    assert_eq!(totaal(&beleid, S::Paar, 110), "0.00");
}

#[test]
fn what_was_not_decided_is_named_and_not_counted_as_nothing() {
    let gedeeltelijk = beeld(&beleid(&IIT), S::Paar, 100);
    assert_eq!(
        gedeeltelijk.niet_vastgesteld,
        ["meedoenregeling", "collectieve zorgverzekering"]
    );
    assert_eq!(
        gedeeltelijk.delen[0].besluit.as_deref(),
        Some("Raadsbesluit 1 (GM0294)")
    );
    let leeg = beeld(&Beleid::default(), S::Paar, 100);
    assert_eq!((leeg.delen.as_slice(), leeg.totaal()), (&[][..], None));
}

#[test]
fn an_amount_without_an_income_limit_is_not_known_and_not_nothing() {
    let zonder_grens: Vec<_> = IIT
        .into_iter()
        .filter(|(sleutel, _)| *sleutel != "iit.inkomensgrens")
        .collect();
    let beeld = beeld(&beleid(&zonder_grens), S::Paar, 100);
    assert_eq!(beeld.niet_vastgesteld[0], "individuele inkomenstoeslag");
    assert_eq!(beeld.totaal(), None);
}

#[test]
fn who_has_no_children_needs_no_amount_for_children() {
    let meedoen = beleid(&[
        ("meedoen.inkomensgrens", "120"),
        ("meedoen.bedrag.volwassene", "100.00"),
    ]);
    assert_eq!(totaal(&meedoen, S::Paar, 100), "200.00");
    assert_eq!(beeld(&meedoen, S::AlleenstaandeOuder, 100).totaal(), None);
}
