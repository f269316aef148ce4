//! When an advance is due, and how much it is. Participatiewet art. 52.

use primitives::Geld;

use super::*;
use crate::beleid::Beleid;
use crate::recht::bericht::{Antwoord, Vraag};

fn due(akten: Vec<Aanvraagakte>) -> Option<Datum> {
    let aanvraag = akten
        .into_iter()
        .try_fold(ontvangen("2026-11-02"), Aanvraag::apply);
    aanvraag
        .unwrap()
        .voorschot_uiterlijk()
        .map(|termijn| termijn.dag)
}

fn verleend(op: &str) -> Aanvraagakte {
    later(Aanvraaghandeling::VoorschotVerleend(voorschot(op)))
}

fn geweigerd(op: &str) -> Aanvraagakte {
    later(Aanvraaghandeling::VoorschotGeweigerd {
        geweigerd_op: dag(op),
        grond: Voorschotgrond::Medewerking,
        reden: "geen bankafschriften".to_owned(),
    })
}

#[test]
fn it_is_due_every_four_weeks_until_the_decision() {
    let voorstel = || later(voorgesteld(Besluitsoort::Afwijzing));
    let besluit = akte(
        "b",
        "2027-12-31",
        besloten("2026-12-10", Namens::College, true),
    );
    for (naam, akten, dag_) in [
        ("first", vec![], Some("2026-11-30")),
        (
            "given early",
            vec![verleend("2026-11-20")],
            Some("2026-12-18"),
        ),
        (
            "again, ending on a holiday",
            vec![verleend("2026-11-27")],
            Some("2026-12-28"),
        ),
        ("refused", vec![geweigerd("2026-11-20")], None),
        (
            "refused and given after all",
            vec![geweigerd("2026-11-20"), verleend("2026-11-23")],
            Some("2026-12-21"),
        ),
        ("proposed", vec![voorstel()], Some("2026-11-30")),
        ("decided", vec![voorstel(), besluit], None),
    ] {
        assert_eq!(due(akten), dag_.map(dag), "{naam}");
    }
    let twee = [verleend("2026-11-20"), verleend("2026-12-18")];
    let aanvraag = twee
        .into_iter()
        .try_fold(ontvangen("2026-11-02"), Aanvraag::apply);
    assert_eq!(
        aanvraag.unwrap().voorschotsom(),
        Some(Geld::from_cents(266_000))
    );
}

#[test]
fn another_scheme_has_none() {
    let kop = Aanvraagkop {
        regeling: Regeling::Studietoeslag,
        ..kop()
    };
    let aanvraag = Aanvraag {
        kop,
        ..ontvangen("2026-11-02")
    };
    assert_eq!(aanvraag.voorschot_uiterlijk(), None);
    let fout = aanvraag.apply(verleend("2026-11-20")).unwrap_err();
    assert_eq!(fout, AanvraagGeweigerd::GeenVoorschot);
}

fn answer(dag: &str, loon: &str) -> Antwoord {
    let vraag = format!(
        r#"{{ "gemeente": "GM0294", "peildatum": "{dag}", "regeling": "algemene-bijstand", "huishouden": {{
        "aanvrager": {{ "geboortedatum": "1988-04-12" }}, "huisvesting": "huurder" }}, "inkomsten": [
        {{ "persoon": "aanvrager", "soort": "arbeid", "bedrag": "{loon}" }} ],
        "vermogen": {{ "bezittingen": "0.00", "schulden": "0.00", "overwaardeWoning": "0.00" }} }}"#
    );
    Vraag::parse(vraag.as_bytes()).unwrap().calculate()
}

#[test]
fn the_law_itself_gives_ninety_five_hundredths_since_2026_and_ninety_before() {
    let beleid = Beleid::default();
    for (op, procent) in [("2025-12-31", 90), ("2026-01-01", 95)] {
        let antwoord = answer(op, "0.00");
        let voorschot = Voorschot::try_new(&antwoord, &beleid, dag(op), moment("2026-11-21"));
        let voorschot = voorschot.unwrap();
        assert_eq!(
            voorschot.percentage,
            primitives::Percentage::from_whole(procent),
            "{op}"
        );
        assert_eq!(Some(voorschot.bijstand), antwoord.bedrag);
        assert_eq!(
            voorschot.bedrag,
            voorschot.bijstand.part(voorschot.percentage)
        );
    }
}

#[test]
fn no_right_gives_no_advance_and_what_is_not_known_neither() {
    let nu = moment("2026-11-21");
    let geen_recht = answer("2026-11-02", "3000.00");
    let onbepaald = Antwoord::onbepaald("de woonplek is onbekend".to_owned(), Vec::new());
    for (antwoord, deel) in [
        (geen_recht, "volgt geen bijstand"),
        (onbepaald, "niet te bepalen: de woonplek is onbekend"),
    ] {
        let fout = Voorschot::try_new(&antwoord, &Beleid::default(), dag("2026-11-21"), nu);
        let fout = fout.unwrap_err().to_string();
        assert!(fout.contains(deel), "{fout}");
    }
}
