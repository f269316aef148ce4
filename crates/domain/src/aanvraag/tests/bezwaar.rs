//! An objection: by when must be decided, by whom, and what fits its being late.

use super::*;
use crate::bevoegdheid::Rol;

pub(super) fn herstel(gevraagd: &str, uiterlijk: &str) -> Aanvraagakte {
    later(Aanvraaghandeling::BezwaarHerstelGevraagd {
        gevraagd_op: dag(gevraagd),
        uiterlijk: dag(uiterlijk),
        wat: "handtekening".to_owned(),
    })
}

pub(super) fn aangevuld(op: &str) -> Aanvraagakte {
    later(Aanvraaghandeling::BezwaarAangevuld {
        aangevuld_op: dag(op),
    })
}

pub(super) fn verdaagd(op: &str, uiterlijk: &str) -> Aanvraagakte {
    later(Aanvraaghandeling::BezwaarVerdaagd {
        meegedeeld_op: dag(op),
        uiterlijk: dag(uiterlijk),
        reden: "hoorzitting".to_owned(),
    })
}

pub(super) fn besloten(
    door: &str,
    op: &str,
    uitkomst: Bezwaaruitkomst,
    verschoonbaar: Option<&str>,
) -> Aanvraagakte {
    let besluit = Bezwaarbesluit {
        besloten_op: dag(op),
        uitkomst,
        motivering: "Daarom.".to_owned(),
        in_plaats_daarvan: (uitkomst == Bezwaaruitkomst::Gegrond).then(|| "Toch wel.".to_owned()),
        verschoonbaar: verschoonbaar.map(str::to_owned),
        namens: Namens::College,
        rol: Rol::Teamleider,
    };
    let handeling = Aanvraaghandeling::BezwaarBesloten(Box::new(besluit));
    akte(door, "2027-12-31", handeling)
}

/// Decided by b and made known on Friday 20 February 2026: Tuesday 7 April is the last day to object.
fn bekend() -> Aanvraag {
    let bekendgemaakt = Aanvraaghandeling::Bekendgemaakt {
        bekendgemaakt_op: dag("2026-02-20"),
        wijze: Bekendmaakwijze::Post,
    };
    [
        later(voorgesteld(Besluitsoort::Afwijzing)),
        akte(
            "b",
            "2027-12-31",
            super::besloten("2026-02-19", Namens::College, true),
        ),
        later(bekendgemaakt),
    ]
    .into_iter()
    .try_fold(ontvangen("2026-02-02"), Aanvraag::apply)
    .unwrap()
}

pub(super) fn objected(op: &str, met_commissie: bool) -> Aanvraag {
    let bezwaar = Aanvraaghandeling::BezwaarOntvangen {
        ontvangen_op: dag(op),
        verzonden_op: None,
        met_commissie,
        reden_te_laat: None,
    };
    bekend().apply(later(bezwaar)).unwrap()
}

#[test]
fn the_term_begins_after_the_term_to_object_and_moves_by_the_law() {
    for (naam, met_commissie, akten, uiterlijk) in [
        // Tuesday 19 May is six weeks after Tuesday 7 April.
        ("six weeks", false, vec![], "2026-05-19"),
        ("with a committee twelve", true, vec![], "2026-06-30"),
        (
            "asked and added: the days between, after the term began",
            false,
            vec![herstel("2026-04-10", "2026-04-24"), aangevuld("2026-04-20")],
            "2026-05-28", // 11..19 April: nine days
        ),
        (
            "asked before the term began stands nothing still",
            false,
            vec![herstel("2026-03-10", "2026-03-24"), aangevuld("2026-03-20")],
            "2026-05-19",
        ),
        (
            "never added: until the term went by unused",
            false,
            vec![herstel("2026-04-10", "2026-04-24")],
            "2026-06-02", // 11..24 April: fourteen days
        ),
        (
            "moved six weeks at most",
            false,
            vec![verdaagd("2026-05-19", "2026-06-30")],
            "2026-06-30",
        ),
    ] {
        let aanvraag = akten
            .into_iter()
            .try_fold(objected("2026-03-02", met_commissie), Aanvraag::apply)
            .unwrap();
        let termijn = aanvraag.bezwaartermijn(dag("2026-07-01")).unwrap();
        assert_eq!(
            termijn.uiterlijk,
            dag(uiterlijk),
            "{naam}: {:#?}",
            termijn.uitleg
        );
        assert_eq!(aanvraag.termijneinde(), Some(dag(uiterlijk)), "{naam}");
    }
    let termijn = objected("2026-03-02", false).bezwaartermijn(dag("2026-05-01"));
    assert_eq!(
        termijn.unwrap().uitleg,
        [
            "Bezwaar maken kon tot en met 7 april 2026. Binnen 6 weken moet een besluit volgen: uiterlijk 19 mei 2026 (Awb art. 7:10 lid 1)."
        ]
    );
}

#[test]
fn it_is_moved_once_before_its_end_and_never_too_far() {
    for (op, uiterlijk, goed) in [
        ("2026-05-19", "2026-06-30", true),
        ("2026-05-19", "2026-07-01", false),
        ("2026-05-19", "2026-05-19", false),
        ("2026-05-20", "2026-06-01", false),
    ] {
        let uitkomst = objected("2026-03-02", false).apply(verdaagd(op, uiterlijk));
        assert_eq!(uitkomst.is_ok(), goed, "{op} {uiterlijk}");
    }
    let een = objected("2026-03-02", false)
        .apply(verdaagd("2026-05-01", "2026-06-01"))
        .unwrap();
    let twee = een.apply(verdaagd("2026-05-02", "2026-06-08"));
    assert_eq!(twee.unwrap_err(), AanvraagGeweigerd::AlVerdaagd);
}

#[test]
fn somebody_else_decides_and_being_late_is_judged() {
    use Bezwaaruitkomst as U;
    let (tijdig, te_laat) = (objected("2026-04-07", false), objected("2026-04-08", false));
    for (naam, aanvraag, akte, veld) in [
        (
            "another",
            &tijdig,
            besloten("c", "2026-05-01", U::Ongegrond, None),
            None,
        ),
        (
            "gegrond",
            &tijdig,
            besloten("c", "2026-05-01", U::Gegrond, None),
            None,
        ),
        (
            "in time, something else missing",
            &tijdig,
            besloten("c", "2026-05-01", U::NietOntvankelijk, None),
            None,
        ),
        (
            "in time needs no excuse",
            &tijdig,
            besloten("c", "2026-05-01", U::Ongegrond, Some("ziek")),
            Some("verschoonbaar"),
        ),
        (
            "late and judged",
            &te_laat,
            besloten("c", "2026-05-01", U::Ongegrond, None),
            Some("verschoonbaar"),
        ),
        (
            "late and excused",
            &te_laat,
            besloten(
                "c",
                "2026-05-01",
                U::Gegrond,
                Some("U lag in het ziekenhuis."),
            ),
            None,
        ),
        (
            "late and not judged",
            &te_laat,
            besloten("c", "2026-05-01", U::NietOntvankelijk, None),
            None,
        ),
    ] {
        let fout = aanvraag.clone().apply(akte).err().map(|fout| match fout {
            AanvraagGeweigerd::Invoer(fouten) => fouten.list()[0].veld.clone(),
            anders => anders.to_string(),
        });
        assert_eq!(fout.as_deref(), veld, "{naam}");
    }
    let zelf = besloten("b", "2026-05-01", U::Ongegrond, None);
    assert_eq!(
        tijdig.apply(zelf).unwrap_err(),
        AanvraagGeweigerd::EigenBesluit
    );
}

#[test]
fn the_register_says_who_decides_on_an_objection() {
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
    let aanvraag = objected("2026-03-02", false);
    let geen = Err(AanvraagGeweigerd::Mandaat(MandaatOntbreekt));
    for (besluit, wie, uitkomst) in [
        (Mandaatbesluit::Bezwaar, "c", Ok(Rol::Teamleider)),
        (
            Mandaatbesluit::Bezwaar,
            "b",
            Err(AanvraagGeweigerd::EigenBesluit),
        ),
        (Besluitsoort::Afwijzing.into(), "c", geen),
    ] {
        let register = Mandaatregister::new(vec![rij(besluit)]);
        let rollen = [Rol::Consulent, Rol::Teamleider];
        let rol = aanvraag.decide_bezwaar(
            Namens::College,
            &register,
            &persoon(wie),
            &rollen,
            dag("2026-05-01"),
        );
        assert_eq!(rol, uitkomst, "{besluit:?} {wie}");
    }
}
