//! Who decides, and what fits being late and the hearing.

use super::*;
use crate::aanvraag::{
    Besluitsoort, Mandaat, MandaatOntbreekt, Mandaatbesluit, Mandaatregister, VierOgen,
};

#[test]
fn somebody_else_decides_and_being_late_is_judged() {
    use Bezwaaruitkomst as U;
    let (tijdig, te_laat) = ("2026-04-07", "2026-04-08");
    for (naam, op, uitkomst, verschoonbaar, veld) in [
        ("another", tijdig, U::Ongegrond, None, None),
        ("gegrond", tijdig, U::Gegrond, None, None),
        (
            "in time, something else missing",
            tijdig,
            U::NietOntvankelijk,
            None,
            None,
        ),
        (
            "in time needs no excuse",
            tijdig,
            U::Ongegrond,
            Some("ziek"),
            Some("verschoonbaar"),
        ),
        (
            "late and judged",
            te_laat,
            U::Ongegrond,
            None,
            Some("verschoonbaar"),
        ),
        (
            "late and excused",
            te_laat,
            U::Gegrond,
            Some("U lag in het ziekenhuis."),
            None,
        ),
        (
            "late and not judged",
            te_laat,
            U::NietOntvankelijk,
            None,
            None,
        ),
    ] {
        let handeling = besloten("2026-05-01", uitkomst, verschoonbaar);
        let gevonden = objected(op, false).apply(akte("c", handeling));
        assert_eq!(refusal(gevonden).as_deref(), veld, "{naam}");
    }
    let zelf = akte("b", besloten("2026-05-01", U::Ongegrond, None));
    assert_eq!(
        objected(tijdig, false).apply(zelf).unwrap_err(),
        BezwaarGeweigerd::EigenBesluit
    );
}

#[test]
fn a_ground_for_not_hearing_goes_with_its_own_outcome() {
    use Bezwaaruitkomst as U;
    for (grond, goed) in [
        (
            Hoorgrond::KennelijkNietOntvankelijk,
            &[U::NietOntvankelijk][..],
        ),
        (Hoorgrond::KennelijkOngegrond, &[U::Ongegrond]),
        (Hoorgrond::VolledigTegemoet, &[U::Gegrond]),
        (Hoorgrond::GeenWens, U::ALL),
        (Hoorgrond::GeenReactie, U::ALL),
    ] {
        let bezwaar = objected("2026-03-02", false)
            .apply(later(niet_gehoord("2026-04-10", grond)))
            .unwrap();
        for uitkomst in U::ALL {
            let handeling = akte("c", besloten("2026-05-01", *uitkomst, None));
            let veld = refusal(bezwaar.clone().apply(handeling));
            let verwacht = (!goed.contains(uitkomst)).then_some("uitkomst");
            assert_eq!(veld.as_deref(), verwacht, "{grond:?} {uitkomst:?}");
        }
        // A hearing afterwards takes the place of the ground.
        let gehoord = bezwaar.apply(later(gehoord("2026-04-20"))).unwrap();
        for uitkomst in U::ALL {
            let handeling = akte("c", besloten("2026-05-01", *uitkomst, None));
            assert!(
                gehoord.clone().apply(handeling).is_ok(),
                "{grond:?} {uitkomst:?}"
            );
        }
    }
}

#[test]
fn the_register_says_who_decides_and_the_hearing_comes_first() {
    let rij = |besluit| Mandaat {
        regeling: Regeling::AlgemeneBijstand,
        besluit,
        rol: Rol::Teamleider,
        vier_ogen: VierOgen::Altijd,
        vier_ogen_vanaf: None,
        van: dag("2026-01-01"),
        tot: None,
        bron: "voorbeeld".to_owned(),
    };
    let ongehoord = objected("2026-03-02", false);
    let bezwaar = ongehoord
        .clone()
        .apply(later(gehoord("2026-04-10")))
        .unwrap();
    let geen = Err(BezwaarGeweigerd::Mandaat(MandaatOntbreekt));
    let advies = Err(BezwaarGeweigerd::Stand("in behandeling"));
    let college = Namens::College;
    for (bezwaar, besluit, wie, namens, uitkomst) in [
        (
            &bezwaar,
            Mandaatbesluit::Bezwaar,
            "c",
            college,
            Ok(Rol::Teamleider),
        ),
        (
            &bezwaar,
            Mandaatbesluit::Bezwaar,
            "b",
            college,
            Err(BezwaarGeweigerd::EigenBesluit),
        ),
        (&bezwaar, Besluitsoort::Afwijzing.into(), "c", college, geen),
        (
            &bezwaar,
            Mandaatbesluit::Bezwaar,
            "c",
            Namens::AdviesAanCollege,
            advies,
        ),
        (
            &ongehoord,
            Mandaatbesluit::Bezwaar,
            "c",
            college,
            Err(BezwaarGeweigerd::NietGehoord),
        ),
    ] {
        let register = Mandaatregister::new(vec![rij(besluit)]);
        let rollen = [Rol::Consulent, Rol::Teamleider];
        let op = dag("2026-05-01");
        let rol = bezwaar.decide(namens, &register, &persoon(wie), &rollen, op);
        assert_eq!(rol.map(|rij| rij.rol), uitkomst, "{besluit:?} {wie}");
    }
}
