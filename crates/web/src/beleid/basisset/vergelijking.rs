//! A base beside what holds in each municipality, for the reader.

use domain::beleid::{Basisdeelnemer, Basisregel, Basisversie, Naleving};
use domain::bevoegdheid::Actor;
use primitives::Moment;

use crate::beleid::lezen::Besluitbron;
use crate::onderdelen::{Link, Status, Toon};

/// How one municipality stands towards the base.
pub(super) struct Samenvatting {
    pub(super) naam: String,
    pub(super) besloten_op: String,
    pub(super) is_ouder: bool,
    pub(super) gelijk: usize,
    pub(super) afwijkend: usize,
    pub(super) ouder: usize,
    pub(super) eigen: usize,
    pub(super) open: usize,
}

/// A parameter of the base with a cell for each municipality.
pub(super) struct Regel {
    pub(super) gegeven: Link,
    pub(super) basis: String,
    pub(super) uitleg: Option<String>,
    pub(super) cellen: Vec<Cel>,
}

/// What holds in one municipality.
pub(super) struct Cel {
    pub(super) waarde: String,
    pub(super) status: Status,
    pub(super) reden: Option<String>,
    pub(super) besluit: Option<Besluitbron>,
}

/// The lines of the table for a reader; `beleid_pad` is the policy of the municipality of the page.
pub(super) fn list_regels(
    regels: &[Basisregel<'_>],
    beleid_pad: &str,
    actor: &Actor,
) -> Vec<Regel> {
    let regel = |regel: &Basisregel<'_>| Regel {
        gegeven: Link::new(
            &regel.parameter.naam,
            format!("{beleid_pad}/{}", regel.parameter.sleutel),
        ),
        basis: regel.parameter.render(&regel.basis.waarde),
        uitleg: regel.basis.uitleg.clone(),
        cellen: regel
            .nalevingen
            .iter()
            .map(|n| cel(regel, n, actor))
            .collect(),
    };
    regels.iter().map(regel).collect()
}

fn cel(regel: &Basisregel<'_>, naleving: &Naleving<'_>, actor: &Actor) -> Cel {
    let (status, reden) = match naleving {
        Naleving::Gelijk(_) => (Status::new(Toon::Goed, "gelijk"), None),
        Naleving::Afwijkend { reden, .. } => {
            let reden = reden.unwrap_or("Geen reden vastgelegd: zie het besluit.");
            (Status::new(Toon::Aandacht, "wijkt af"), Some(reden))
        }
        Naleving::OudereVersie { versie, .. } => {
            let woord = format!("houdt versie {versie} aan");
            (Status::new(Toon::Aandacht, woord), None)
        }
        Naleving::EigenBesluit(_) => (Status::new(Toon::Neutraal, "eigen besluit"), None),
        Naleving::NietBesloten => (Status::new(Toon::Neutraal, "nog niet besloten"), None),
    };
    let vastgesteld = naleving.vastgesteld();
    let waarde = vastgesteld.and_then(|v| v.waarde.as_ref());
    Cel {
        waarde: waarde.map_or_else(String::new, |waarde| regel.parameter.render(waarde)),
        status,
        reden: reden.map(str::to_owned),
        besluit: vastgesteld.map(|v| Besluitbron::new(actor, &v.besluit)),
    }
}

/// How each municipality stands, counted.
pub(super) fn summarise(
    basis: &Basisversie,
    regels: &[Basisregel<'_>],
    deelnemers: &[Basisdeelnemer],
    bekend_op: Moment,
) -> Vec<Samenvatting> {
    let samenvatting = |(plek, deelnemer): (usize, &Basisdeelnemer)| {
        let eigen: Vec<_> = regels
            .iter()
            .filter_map(|regel| regel.nalevingen.get(plek))
            .collect();
        let tel = |is: fn(&Naleving<'_>) -> bool| eigen.iter().filter(|n| is(n)).count();
        let versie = deelnemer.last_versie(basis, bekend_op);
        Samenvatting {
            naam: deelnemer.naam.clone(),
            besloten_op: versie.map_or_else(|| "Geen".to_owned(), |v| format!("versie {v}")),
            is_ouder: versie.is_some_and(|v| v < basis.versie),
            gelijk: tel(|n| matches!(n, Naleving::Gelijk(_))),
            afwijkend: tel(|n| matches!(n, Naleving::Afwijkend { .. })),
            ouder: tel(|n| matches!(n, Naleving::OudereVersie { .. })),
            eigen: tel(|n| matches!(n, Naleving::EigenBesluit(_))),
            open: tel(|n| matches!(n, Naleving::NietBesloten)),
        }
    };
    deelnemers.iter().enumerate().map(samenvatting).collect()
}
