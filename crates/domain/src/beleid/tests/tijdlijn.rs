//! One answer for each date and each moment of knowledge, whatever was decided and corrected.

use super::*;
use crate::beleid::Stand;
use proptest::prelude::*;

const SLEUTEL: &str = "iit.bedrag.alleenstaande";

#[test]
fn what_the_organ_must_decide_and_did_not_is_listed() {
    let open = |beleid: &Beleid, orgaan| {
        let open = beleid.list_te_besluiten(orgaan, dag("2026-11-21"), moment("2026-11-21"));
        open.iter()
            .any(|parameter| parameter.sleutel.as_str() == SLEUTEL)
    };
    assert!(open(&Beleid::default(), Orgaan::Raad));
    assert!(
        !open(&Beleid::default(), Orgaan::College),
        "the council decides this one"
    );
    let besloten = vastgesteld(
        1,
        SLEUTEL,
        "450.00",
        ("2024-01-01", None),
        ("2023-12-01", "2023-12-05"),
    );
    assert!(!open(&Beleid::new(vec![besloten]), Orgaan::Raad));
}

#[test]
fn the_later_decision_goes_first_and_the_earlier_one_returns_after_it() {
    let beleid = Beleid::new(vec![
        vastgesteld(
            1,
            SLEUTEL,
            "450.00",
            ("2024-01-01", None),
            ("2023-12-01", "2023-12-05"),
        ),
        vastgesteld(
            2,
            SLEUTEL,
            "500.00",
            ("2025-01-01", Some("2026-01-01")),
            ("2024-12-01", "2024-12-05"),
        ),
    ]);
    let parameter = catalogus().find(SLEUTEL).unwrap();
    let vakken = beleid.list_tijdvakken(parameter, moment("2026-11-21"));
    let kort: Vec<_> = vakken
        .iter()
        .map(|vak| {
            let waarde = vak
                .stand
                .waarde()
                .map(ToString::to_string)
                .unwrap_or_default();
            (vak.periode.van().to_string(), waarde)
        })
        .collect();
    let verwacht = [
        ("2015-01-01", ""),
        ("2024-01-01", "450.00"),
        ("2025-01-01", "500.00"),
        ("2026-01-01", "450.00"),
    ];
    assert_eq!(
        kort,
        verwacht.map(|(van, waarde)| (van.to_owned(), waarde.to_owned()))
    );
}

#[test]
fn a_withdrawal_ends_what_was_decided_and_no_older_value_returns() {
    let jaar = |nummer, waarde, van, tot, vergadering, bekend| {
        vastgesteld(nummer, SLEUTEL, waarde, (van, tot), (vergadering, bekend))
    };
    let eerste = jaar(1, "400.00", "2023-01-01", None, "2022-12-01", "2022-12-05");
    let tweede = jaar(2, "450.00", "2024-01-01", None, "2023-12-01", "2023-12-05");
    let intrekking = Vastgesteld {
        waarde: None,
        ..jaar(3, "1.00", "2025-01-01", None, "2024-12-01", "2024-12-05")
    };
    let later = jaar(4, "500.00", "2026-07-01", None, "2026-06-01", "2026-06-05");
    let beleid = Beleid::new(vec![eerste, tweede, intrekking, later]);
    let parameter = catalogus().find(SLEUTEL).unwrap();
    let op = |peil, bekend| {
        let stand = beleid.stand_on(parameter, dag(peil), moment(bekend));
        stand.waarde().map(ToString::to_string)
    };
    assert_eq!(op("2024-12-31", "2026-11-21").as_deref(), Some("450.00"));
    assert_eq!(op("2025-01-01", "2026-11-21"), None);
    assert_eq!(op("2026-07-01", "2026-11-21").as_deref(), Some("500.00"));
    let voor_de_intrekking = op("2025-01-01", "2024-12-04");
    assert_eq!(voor_de_intrekking.as_deref(), Some("450.00"));
}

#[test]
fn an_old_decision_that_is_recorded_late_does_not_beat_a_newer_one() {
    let beleid = Beleid::new(vec![
        vastgesteld(
            1,
            SLEUTEL,
            "500.00",
            ("2026-01-01", None),
            ("2025-12-01", "2025-12-05"),
        ),
        vastgesteld(
            2,
            SLEUTEL,
            "450.00",
            ("2024-01-01", None),
            ("2023-12-01", "2026-03-01"),
        ),
    ]);
    let parameter = catalogus().find(SLEUTEL).unwrap();
    let op = |tekst| {
        let stand = beleid.stand_on(parameter, dag(tekst), moment("2026-11-21"));
        stand.waarde().map(ToString::to_string)
    };
    assert_eq!(op("2025-06-01").as_deref(), Some("450.00"));
    assert_eq!(op("2026-06-01").as_deref(), Some("500.00"));
}

#[test]
fn a_correction_replaces_one_value_from_the_moment_it_is_known() {
    let fout = vastgesteld(
        1,
        SLEUTEL,
        "540.00",
        ("2026-01-01", None),
        ("2025-12-01", "2025-12-05"),
    );
    let goed = Vastgesteld {
        corrigeert: Some(fout.id),
        ..vastgesteld(
            2,
            SLEUTEL,
            "450.00",
            ("2026-01-01", None),
            ("2025-12-01", "2026-02-01"),
        )
    };
    let terug = Vastgesteld {
        waarde: None,
        corrigeert: Some(goed.id),
        ..vastgesteld(
            3,
            SLEUTEL,
            "1.00",
            ("2026-01-01", None),
            ("2025-12-01", "2026-05-01"),
        )
    };
    let beleid = Beleid::new(vec![terug, goed, fout]);
    let parameter = catalogus().find(SLEUTEL).unwrap();
    let bekend = |tekst| {
        let stand = beleid.stand_on(parameter, dag("2026-01-15"), moment(tekst));
        stand.waarde().map(ToString::to_string)
    };
    assert_eq!(bekend("2026-01-31").as_deref(), Some("540.00"));
    assert_eq!(bekend("2026-02-01").as_deref(), Some("450.00"));
    assert_eq!(bekend("2026-05-01"), None);
}

/// A decision, a correction or a withdrawal somewhere between 2020 and 2030, in months.
#[derive(Clone, Debug)]
struct Handeling {
    bedrag: u32,
    van: i32,
    duur: Option<i32>,
    vergadering: i32,
    bekend: i32,
    corrigeert: Option<usize>,
    is_intrekking: bool,
}

fn handelingen() -> impl Strategy<Value = Vec<Handeling>> {
    let een = (
        1u32..9,
        0i32..120,
        proptest::option::of(1i32..40),
        0i32..120,
        0i32..120,
        proptest::option::of(0usize..12),
        proptest::bool::weighted(0.2),
    );
    let maak = |(bedrag, van, duur, vergadering, bekend, corrigeert, is_intrekking)| Handeling {
        bedrag,
        van,
        duur,
        vergadering,
        bekend,
        corrigeert,
        is_intrekking,
    };
    proptest::collection::vec(een.prop_map(maak), 0..12)
}

fn maand(nummer: i32) -> Datum {
    dag("2020-01-01").saturating_add(jiff::Span::new().months(nummer))
}

fn beleid(handelingen: &[Handeling]) -> Beleid {
    let rij = |(nummer, h): (usize, &Handeling)| {
        let (van, tot) = (maand(h.van), h.duur.map(|duur| maand(h.van + duur)));
        let tekst = |dag: Datum| dag.to_string();
        let gewoon = vastgesteld(
            u64::try_from(nummer).unwrap(),
            SLEUTEL,
            &format!("{}.00", h.bedrag),
            (&tekst(van), tot.map(tekst).as_deref()),
            (&tekst(maand(h.vergadering)), &tekst(maand(h.bekend))),
        );
        let corrigeert = h.corrigeert.filter(|doel| *doel < nummer);
        let doel = corrigeert.map(|doel| WaardeId::new(id_at(Moment::UNIX_EPOCH, doel as u64)));
        let waarde = gewoon.waarde.clone().filter(|_| !h.is_intrekking);
        // A withdrawal has no end: only a later decision sets the parameter again.
        let einde = gewoon
            .periode
            .tot()
            .filter(|_| waarde.is_some() || doel.is_some());
        Vastgesteld {
            waarde,
            periode: Periode::try_new(gewoon.periode.van(), einde).unwrap(),
            corrigeert: doel,
            ..gewoon
        }
    };
    Beleid::new(handelingen.iter().enumerate().map(rij).collect())
}

proptest! {
    #[test]
    fn every_date_and_known_date_has_one_answer(handelingen in handelingen(), bekend in 0i32..130) {
        let parameter = catalogus().find(SLEUTEL).unwrap();
        let vooruit = beleid(&handelingen);
        let mut omgekeerd = vooruit.waarden().to_vec();
        omgekeerd.reverse();
        let omgekeerd = Beleid::new(omgekeerd);
        let bekend_op = moment(&maand(bekend).to_string());
        let vakken = vooruit.list_tijdvakken(parameter, bekend_op);
        prop_assert!(vakken.windows(2).all(|paar| paar[0].periode.tot() == Some(paar[1].periode.van())));
        prop_assert!(vakken.windows(2).all(|paar| paar[0].stand != paar[1].stand));
        for nummer in -1..170 {
            let peildatum = maand(nummer);
            let stand = vooruit.stand_on(parameter, peildatum, bekend_op);
            prop_assert_eq!(&stand, &omgekeerd.stand_on(parameter, peildatum, bekend_op));
            let vak: Vec<_> = vakken.iter().filter(|vak| vak.periode.contains(peildatum)).collect();
            prop_assert_eq!(vak.len(), 1);
            prop_assert_eq!(&vak[0].stand, &stand);
            if let Stand::Besloten(geldend) = stand {
                prop_assert!(geldend.bekend_op <= bekend_op && geldend.periode.contains(peildatum));
            }
        }
    }

    #[test]
    fn what_was_taken_back_comes_back_by_a_later_decision_only(handelingen in handelingen(), bekend in 0i32..130) {
        let parameter = catalogus().find(SLEUTEL).unwrap();
        let beleid = beleid(&handelingen);
        let bekend_op = moment(&maand(bekend).to_string());
        let rang = |v: &Vastgesteld| (v.besluit.vergaderdatum, v.bekend_op, v.id);
        let intrekkingen = beleid.waarden().iter().filter(|v| {
            v.waarde.is_none() && v.corrigeert.is_none() && v.bekend_op <= bekend_op
                && !v.is_gecorrigeerd(&beleid, bekend_op)
        });
        for intrekking in intrekkingen {
            for nummer in 0..170 {
                let peildatum = maand(nummer);
                let stand = beleid.stand_on(parameter, peildatum, bekend_op);
                if let (true, Stand::Besloten(geldend)) = (intrekking.periode.contains(peildatum), stand) {
                    prop_assert!(rang(geldend) > rang(intrekking));
                }
            }
        }
    }

    #[test]
    fn what_was_known_then_stays_what_was_known_then(handelingen in handelingen(), bekend in 0i32..120) {
        let parameter = catalogus().find(SLEUTEL).unwrap();
        let bekend_op = moment(&maand(bekend).to_string());
        let alles = beleid(&handelingen);
        let toen = Beleid::new(alles.waarden().iter().filter(|v| v.bekend_op <= bekend_op).cloned().collect());
        for nummer in 0..170 {
            let peildatum = maand(nummer);
            prop_assert_eq!(
                alles.stand_on(parameter, peildatum, bekend_op),
                toen.stand_on(parameter, peildatum, bekend_op)
            );
        }
    }
}
