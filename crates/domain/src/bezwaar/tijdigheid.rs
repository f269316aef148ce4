//! Whether an objection came in time.

use primitives::Datum;

use crate::aanvraag::termijn::{Termijn, bezwaar_uiterlijk};
use crate::aanvraag::termijnenwet::plus_weken;

/// Whether an objection came in time. Awb arts 6:7 to 6:9; whether being late is excusable (6:11) people judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tijdigheid {
    /// Received before the end of the term.
    OpTijd,
    /// Posted before the end, and received within a week after it.
    OpTijdPerPost,
    /// Later.
    TeLaat,
}

impl Tijdigheid {
    /// How an objection stands that was received on a day, and posted on another where that is known.
    pub(super) fn of(
        bekendgemaakt_op: Datum,
        ontvangen_op: Datum,
        verzonden_op: Option<Datum>,
    ) -> Self {
        let einde = bezwaar_uiterlijk(bekendgemaakt_op).dag;
        let post = plus_weken(einde, Termijn::BezwaarPerPost.regel(einde).weken);
        if ontvangen_op <= einde {
            Self::OpTijd
        } else if ontvangen_op <= post && verzonden_op.is_some_and(|dag| dag <= einde) {
            Self::OpTijdPerPost
        } else {
            Self::TeLaat
        }
    }

    /// In words.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::OpTijd => "op tijd",
            Self::OpTijdPerPost => "op tijd, want op tijd op de post gedaan",
            Self::TeLaat => "te laat",
        }
    }
}
