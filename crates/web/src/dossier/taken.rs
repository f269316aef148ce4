//! The work list: what waits for who works with residents.

use application::dossier::{
    DossierError, Lijstfilter, Nodig, Van, Werkvoorraad, load_werkvoorraad,
};
use domain::bevoegdheid::Permission;
use http_base::{Aangemeld, AppState, DbRol, Fout, Gemeentenaam};
use primitives::getal_nl;

use super::lijst::query_of;
use crate::onderdelen::{Link, Status, Taak, Toon};

/// What waits for this person, municipality by municipality.
pub(crate) async fn list_taken(state: &AppState, wie: &Aangemeld) -> Result<Vec<Taak>, Fout> {
    let (actor, now) = (wie.actor(), state.clock.now());
    let mut taken = Vec::new();
    for gemeente in wie.gemeenten() {
        if !actor.may(Permission::DossierBijwerken, gemeente.code) {
            continue;
        }
        let werk: Result<_, DossierError> = state
            .db
            .in_tenant(
                "load_werkvoorraad",
                gemeente.code,
                DbRol::Uitvoering,
                async |tx| load_werkvoorraad(tx, actor, now).await,
            )
            .await;
        taken.extend(tasks(gemeente, &werk?));
    }
    Ok(taken)
}

fn tasks(gemeente: &Gemeentenaam, werk: &Werkvoorraad) -> Vec<Taak> {
    let van = werk.van;
    let wiens = if van == Van::Mij {
        "Van uw inwoners"
    } else {
        "Van alle inwoners"
    };
    let maanden = werk.termijn.maanden();
    let regels = [
        (
            werk.uit_beeld,
            "Spreek",
            format!("{wiens}: {maanden} maanden of langer geen contact en geen meting."),
            Status::new(Toon::Fout, "uit beeld"),
            Lijstfilter {
                van,
                nodig: Nodig::Contact,
            },
        ),
        (
            werk.zonder_casusregisseur,
            "Wijs een casusregisseur aan voor",
            "Elke inwoner heeft één vaste contactpersoon.".to_owned(),
            Status::new(Toon::Aandacht, "zonder casusregisseur"),
            Lijstfilter {
                van: Van::Niemand,
                nodig: Nodig::Alles,
            },
        ),
        (
            werk.te_meten,
            "Meet de trede van",
            format!("{wiens}: dit kwartaal nog niet gemeten."),
            Status::new(Toon::Aandacht, "dit kwartaal"),
            Lijstfilter {
                van,
                nodig: Nodig::Meting,
            },
        ),
    ];
    regels
        .into_iter()
        .filter(|(aantal, ..)| *aantal > 0)
        .map(|(aantal, werkwoord, waarom, status, filter)| Taak {
            titel: format!("{werkwoord} {}", residents(aantal)),
            waarom,
            gemeente: Some(gemeente.naam.clone()),
            status: Some(status),
            link: Link::new(
                "Bekijken",
                format!("/{}/inwoners{}", gemeente.code, query_of(filter)),
            ),
        })
        .collect()
}

fn residents(aantal: u64) -> String {
    if aantal == 1 {
        "1 inwoner".to_owned()
    } else {
        format!("{} inwoners", getal_nl(aantal.into(), 0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::dossier::Inbeeldtermijn;
    use primitives::GemeenteCode;

    #[test]
    fn only_what_waits_is_on_the_list() {
        let gemeente = Gemeentenaam {
            code: GemeenteCode::parse("GM0294").unwrap(),
            naam: "Winterswijk".to_owned(),
            themakleur: "#0b5e54".to_owned(),
        };
        let werk = Werkvoorraad {
            van: Van::Mij,
            te_meten: 1234,
            uit_beeld: 1,
            zonder_casusregisseur: 0,
            termijn: Inbeeldtermijn::STANDAARD,
        };
        let taken = tasks(&gemeente, &werk);
        let regels: Vec<_> = taken
            .iter()
            .map(|t| (t.titel.as_str(), t.link.href.as_str()))
            .collect();
        assert_eq!(
            regels,
            [
                ("Spreek 1 inwoner", "/GM0294/inwoners?van=mij&nodig=contact"),
                (
                    "Meet de trede van 1.234 inwoners",
                    "/GM0294/inwoners?van=mij&nodig=meting"
                ),
            ]
        );
    }
}
