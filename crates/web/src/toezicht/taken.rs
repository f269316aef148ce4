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
    if week.buiten_kantooruren > 0 {
        taken.push(taak(
            format!(
                "Controleer {} buiten kantooruren",
                inspections(week.buiten_kantooruren)
            ),
            format!(
                "Sinds {}: voor 7.00 uur, na 19.00 uur of in het weekend.",
                datum_lang(sinds)
            ),
            Status::new(Toon::Aandacht, "buiten kantooruren"),
            "&tijd=buiten-kantooruren",
        ));
    }
    if week.inzagen > 0 {
        let wie = if week.medewerkers == 1 {
            "1 medewerker".to_owned()
        } else {
            format!("{} medewerkers", getal(week.medewerkers))
        };
        taken.push(taak(
            "Bekijk wie in dossiers keek".to_owned(),
            format!(
                "Sinds {}: {} door {wie}. Elke inwoner in een lijst telt als één inzage.",
                datum_lang(sinds),
                inspections(week.inzagen)
            ),
            Status::new(Toon::Neutraal, "afgelopen 7 dagen"),
            "",
        ));
    }
    taken
}

/// `1.234 inzagen`.
fn inspections(aantal: i64) -> String {
    if aantal == 1 {
        "1 inzage".to_owned()
    } else {
        format!("{} inzagen", getal_nl(aantal.into(), 0))
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
            inzagen: 1234,
            buiten_kantooruren: 1,
            medewerkers: 3,
        };
        let taken = tasks(&gemeente, (date(2026, 11, 15), week));
        assert_eq!(taken[0].titel, "Controleer 1 inzage buiten kantooruren");
        assert_eq!(
            taken[0].link.href,
            "/GM0294/inzagelog?van=2026-11-15&tijd=buiten-kantooruren"
        );
        assert!(taken[1].waarom.contains("1.234 inzagen door 3 medewerkers"));
        let stil = (date(2026, 11, 15), Weektelling::default());
        assert!(tasks(&gemeente, stil).is_empty());
    }
}
