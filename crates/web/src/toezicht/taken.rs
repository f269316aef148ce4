//! The work list of the data protection officer: what happened in the last week.

use application::toezicht::{ToezichtError, Weektelling, load_weekbeeld};
use domain::bevoegdheid::Permission;
use http_base::{Aangemeld, AppState, DbRol, Fout, Gemeentenaam};
use primitives::{Datum, datum_lang, getal_nl};

use crate::onderdelen::{Link, Status, Taak, Toon};

/// What to look at, municipality by municipality; nothing where nobody opened a dossier.
pub(crate) async fn list_taken(state: &AppState, wie: &Aangemeld) -> Result<Vec<Taak>, Fout> {
    let (actor, now) = (wie.actor(), state.clock.now());
    let mut taken = Vec::new();
    for gemeente in wie.gemeenten() {
        if !actor.may(Permission::InzagelogLezen, gemeente.code) {
            continue;
        }
        let beeld: Result<_, ToezichtError> = state
            .db
            .in_tenant(
                "load_weekbeeld",
                gemeente.code,
                DbRol::Toezicht,
                async |tx| load_weekbeeld(tx, actor, now).await,
            )
            .await;
        taken.extend(tasks(gemeente, beeld?));
    }
    Ok(taken)
}

fn tasks(gemeente: &Gemeentenaam, (sinds, week): (Datum, Weektelling)) -> Vec<Taak> {
    let mut taken = Vec::new();
    let getal = |aantal: i64| getal_nl(aantal.into(), 0);
    let taak = |titel: String, waarom: String, status: Status, vraag: &str| Taak {
        titel,
        waarom,
        gemeente: Some(gemeente.naam.clone()),
        status: Some(status),
        link: Link::new(
            "Bekijken",
            format!("/{}/inzagelog?van={sinds}{vraag}", gemeente.code),
        ),
    };
    let (dossiers, lijsten) = (
        week.dossiers_buiten_kantooruren,
        week.lijsten_buiten_kantooruren,
    );
    if dossiers + lijsten > 0 {
        taken.push(taak(
            format!(
                "Controleer {} buiten kantooruren",
                inspections(dossiers, lijsten)
            ),
            format!(
                "Sinds {}: voor 7.00 uur, na 19.00 uur of in het weekend.",
                datum_lang(sinds)
            ),
            Status::new(Toon::Aandacht, "buiten kantooruren"),
            &format!("{}&tijd=buiten-kantooruren", kind(dossiers, lijsten)),
        ));
    }
    if week.dossiers + week.lijsten > 0 {
        let wie = if week.medewerkers == 1 {
            "1 medewerker".to_owned()
        } else {
            format!("{} medewerkers", getal(week.medewerkers))
        };
        taken.push(taak(
            "Bekijk wie in dossiers keek".to_owned(),
            format!(
                "Sinds {}: {} door {wie}. Een lijst telt als één inzage.",
                datum_lang(sinds),
                inspections(week.dossiers, week.lijsten)
            ),
            Status::new(Toon::Neutraal, "afgelopen 7 dagen"),
            kind(week.dossiers, 0),
        ));
    }
    taken
}

/// The part of the address that shows what was counted.
const fn kind(dossiers: i64, lijsten: i64) -> &'static str {
    match (dossiers, lijsten) {
        (_, 0) if dossiers > 0 => "",
        (0, _) => "&soort=lijsten",
        _ => "&soort=alles",
    }
}

/// `1.234 inzagen in dossiers en 2 in lijsten`.
fn inspections(dossiers: i64, lijsten: i64) -> String {
    let inzagen = |aantal: i64| match aantal {
        1 => "1 inzage".to_owned(),
        aantal => format!("{} inzagen", getal_nl(aantal.into(), 0)),
    };
    match (dossiers, lijsten) {
        (0, lijsten) => format!("{} in lijsten", inzagen(lijsten)),
        (dossiers, 0) => format!("{} in dossiers", inzagen(dossiers)),
        (dossiers, lijsten) => format!(
            "{} in dossiers en {} in lijsten",
            inzagen(dossiers),
            getal_nl(lijsten.into(), 0)
        ),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use primitives::GemeenteCode;

    use super::*;

    #[test]
    fn what_happened_outside_office_hours_comes_first() {
        let gemeente = Gemeentenaam {
            code: GemeenteCode::parse("GM0294").unwrap(),
            naam: "Winterswijk".to_owned(),
            themakleur: "#0b5e54".to_owned(),
        };
        let week = Weektelling {
            dossiers: 1234,
            dossiers_buiten_kantooruren: 1,
            lijsten: 5678,
            lijsten_buiten_kantooruren: 0,
            medewerkers: 3,
        };
        let taken = tasks(&gemeente, (date(2026, 11, 15), week));
        assert_eq!(
            taken[0].titel,
            "Controleer 1 inzage in dossiers buiten kantooruren"
        );
        assert_eq!(
            taken[0].link.href,
            "/GM0294/inzagelog?van=2026-11-15&tijd=buiten-kantooruren"
        );
        let telling = "1.234 inzagen in dossiers en 5.678 in lijsten door 3 medewerkers";
        assert!(taken[1].waarom.contains(telling));
        assert_eq!(taken[1].link.href, "/GM0294/inzagelog?van=2026-11-15");
        let alleen_lijsten = Weektelling {
            lijsten: 1,
            lijsten_buiten_kantooruren: 1,
            ..Weektelling::default()
        };
        for taak in tasks(&gemeente, (date(2026, 11, 15), alleen_lijsten)) {
            assert!(taak.link.href.contains("&soort=lijsten"));
        }
        let stil = (date(2026, 11, 15), Weektelling::default());
        assert!(tasks(&gemeente, stil).is_empty());
    }
}
