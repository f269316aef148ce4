//! The objections to a decision, as its page lists them.

use domain::bezwaar::{Bestredenbesluit, Bezwaar, find_geldend};
use http_base::InGemeente;
use primitives::datum_lang;

use super::adres::href;
use super::akten::{status, who};
use super::vergelijking::summarize;
use crate::onderdelen::{Link, Status};

/// An objection on the page of the decision.
pub(crate) struct Bezwaarregel {
    pub(crate) link: Link,
    pub(crate) ontvangen: String,
    pub(crate) status: Status,
    /// What was decided on it, with what took the place of the first decision.
    pub(crate) uitkomst: Option<String>,
}

/// What holds in the place of a decision since one of its objections, and where that was decided.
pub(crate) fn replaced_by(
    wie: &InGemeente,
    tegen: Bestredenbesluit,
    bezwaren: &[Bezwaar],
) -> Option<Link> {
    let (bezwaar, geldend) = find_geldend(tegen, bezwaren)?;
    Some(Link::new(summarize(geldend), href(wie, bezwaar)))
}

/// The objections, the first on top.
pub(crate) fn list_regels(wie: &InGemeente, bezwaren: &[Bezwaar]) -> Vec<Bezwaarregel> {
    let regel = |bezwaar: &Bezwaar| Bezwaarregel {
        link: Link::new(
            format!("Bezwaar {}: {}", bezwaar.kop().nummer, who(bezwaar)),
            href(wie, bezwaar),
        ),
        ontvangen: format!(
            "ontvangen op {}, {}",
            datum_lang(bezwaar.ontvangen_op()),
            bezwaar.tijdigheid().naam()
        ),
        status: status(bezwaar),
        uitkomst: bezwaar.besluit().map(|besluit| {
            let naam = besluit.uitkomst.naam();
            match bezwaar.vervanging() {
                Some(nieuw) => {
                    format!(
                        "{naam}. In plaats van dit besluit: {}.",
                        summarize(&nieuw.nieuw)
                    )
                }
                None => format!("{naam}."),
            }
        }),
    };
    bezwaren.iter().map(regel).collect()
}
