//! The objections to a decision, as its page lists them.

use domain::bezwaar::Bezwaar;
use http_base::InGemeente;
use primitives::datum_lang;

use super::adres::href;
use super::akten::{status, who};
use crate::onderdelen::{Link, Status};

/// An objection on the page of the decision.
pub(crate) struct Bezwaarregel {
    pub(crate) link: Link,
    pub(crate) ontvangen: String,
    pub(crate) status: Status,
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
    };
    bezwaren.iter().map(regel).collect()
}
