//! The terms of the Wet gemeenschappelijke regelingen (Wgr) as dated data, and what follows from them.
//!
//! The change of 1 July 2022 made the terms longer. Weeks are counted as they stand: no source of ours says that a
//! last day in a weekend moves.

use std::sync::LazyLock;

use jiff::Span;
use primitives::{Datum, Moment, datum_in_nederland};
use serde::Deserialize;

use super::Rondesoort;

static TERMIJNEN: LazyLock<Termijntabel> = LazyLock::new(|| {
    // The text is compiled in and a test parses it, so this holds in every build that passes its tests.
    serde_json::from_str(include_str!("../../../data/wgr.json"))
        .expect("data/wgr.json is parsed by a test")
});

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Termijntabel {
    #[expect(dead_code, reason = "explains the file to its reader")]
    toelichting: String,
    pub(super) dagen: Vec<Dagregel>,
    pub(super) weken: Vec<Wekenregel>,
}

/// A day of the year by which something must be done.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Dagregel {
    pub(super) stap: Planstap,
    artikel: String,
    pub(super) van: Datum,
    pub(super) tot: Option<Datum>,
    jaar: i16,
    maand: i8,
    dag: i8,
    is_voor: bool,
    pub(super) bron: String,
}

/// A number of weeks.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wekenregel {
    pub(super) stap: Wekenstap,
    artikel: String,
    pub(super) van: Datum,
    pub(super) tot: Option<Datum>,
    weken: i64,
    pub(super) bron: String,
}

/// A step of the yearly cycle that the law sets a day for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Planstap {
    /// The financial and policy frames go to the councils. Wgr art. 34b.
    KadersNaarRaden,
    /// The provisional annual account goes to the councils. Wgr art. 34b.
    VoorlopigeJaarrekeningNaarRaden,
    /// The adopted annual account goes to Gedeputeerde Staten. Wgr art. 34 lid 4 (to be verified).
    JaarrekeningNaarGs,
    /// The adopted budget goes to Gedeputeerde Staten. Wgr art. 34 lid 2.
    BegrotingNaarGs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Wekenstap {
    ZienswijzeBegroting,
    ZienswijzeRegeling,
    ToezendingGs,
}

/// A day that the law sets, with the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Termijn {
    /// The day: the last or the first on which it may be done.
    pub dag: Datum,
    /// The article.
    pub artikel: &'static str,
    /// Where we read it.
    pub bron: &'static str,
}

/// What the law says of the days of a round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rondetermijnen {
    /// Councils have at least until this day. None where the law sets no term: then the agreed one counts.
    pub laatste_dag_raden: Option<Termijn>,
    /// The general board may treat it from this day on.
    pub eerste_dag_bestuur: Option<Termijn>,
    /// The documents are sent by this day.
    pub toezending: Option<Termijn>,
    /// The general board decides by this day: on the next it must have gone to Gedeputeerde Staten.
    pub laatste_dag_bestuur: Option<Termijn>,
}

impl Planstap {
    /// Every step, in the order in which they fall in a year.
    pub const ALL: [Self; 4] = [
        Self::KadersNaarRaden,
        Self::VoorlopigeJaarrekeningNaarRaden,
        Self::JaarrekeningNaarGs,
        Self::BegrotingNaarGs,
    ];

    /// The name in data.
    pub const fn code(self) -> &'static str {
        match self {
            Self::KadersNaarRaden => "kaders-naar-raden",
            Self::VoorlopigeJaarrekeningNaarRaden => "voorlopige-jaarrekening-naar-raden",
            Self::JaarrekeningNaarGs => "jaarrekening-naar-gs",
            Self::BegrotingNaarGs => "begroting-naar-gs",
        }
    }

    /// The step of a name in data.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stap| stap.code() == code)
    }

    /// What must be done, about a year.
    pub fn naam(self, jaar: i16) -> String {
        match self {
            Self::KadersNaarRaden => format!("Kadernota {jaar} naar de raden"),
            Self::VoorlopigeJaarrekeningNaarRaden => {
                format!("Voorlopige jaarrekening {jaar} naar de raden")
            }
            Self::JaarrekeningNaarGs => {
                format!("Vastgestelde jaarrekening {jaar} naar Gedeputeerde Staten")
            }
            Self::BegrotingNaarGs => {
                format!("Vastgestelde begroting {jaar} naar Gedeputeerde Staten")
            }
        }
    }

    /// The year that it is about, when it is done in `kalenderjaar`.
    pub const fn jaar_in(self, kalenderjaar: i16) -> i16 {
        match self {
            Self::KadersNaarRaden | Self::BegrotingNaarGs => kalenderjaar.saturating_add(1),
            Self::VoorlopigeJaarrekeningNaarRaden | Self::JaarrekeningNaarGs => {
                kalenderjaar.saturating_sub(1)
            }
        }
    }

    /// The last day on which it may be done, about a year, by the law in force on that day.
    pub fn uiterlijk(self, jaar: i16) -> Option<Termijn> {
        TERMIJNEN.dagen.iter().find_map(|regel| {
            let dag = regel.dag_for(jaar).filter(|_| regel.stap == self)?;
            is_within(dag, regel.van, regel.tot).then_some(Termijn {
                dag,
                artikel: &regel.artikel,
                bron: &regel.bron,
            })
        })
    }
}

impl Dagregel {
    fn dag_for(&self, jaar: i16) -> Option<Datum> {
        let dag = Datum::new(jaar.checked_add(self.jaar)?, self.maand, self.dag).ok()?;
        if self.is_voor {
            dag.yesterday().ok()
        } else {
            Some(dag)
        }
    }
}

impl Rondetermijnen {
    /// What the law says of a round of a kind about a year, when its documents are sent on a day.
    pub fn new(soort: Rondesoort, jaar: i16, verzonden_op: Datum) -> Self {
        match soort {
            Rondesoort::Kadernota => Self {
                toezending: Planstap::KadersNaarRaden.uiterlijk(jaar),
                ..Self::default()
            },
            Rondesoort::Ontwerpbegroting => Self {
                laatste_dag_bestuur: Planstap::BegrotingNaarGs.uiterlijk(jaar),
                ..Self::with_weken(Wekenstap::ZienswijzeBegroting, verzonden_op)
            },
            // Art. 35 lid 5 brings the change of a budget under leden 1 and 3; read from the equal text of art. 91 lid 5.
            Rondesoort::Begrotingswijziging => {
                Self::with_weken(Wekenstap::ZienswijzeBegroting, verzonden_op)
            }
            Rondesoort::Regelingswijziging => Self {
                eerste_dag_bestuur: None,
                ..Self::with_weken(Wekenstap::ZienswijzeRegeling, verzonden_op)
            },
            Rondesoort::Nota => Self::default(),
        }
    }

    fn with_weken(stap: Wekenstap, verzonden_op: Datum) -> Self {
        let termijn = add_weken(stap, verzonden_op);
        Self {
            laatste_dag_raden: termijn,
            eerste_dag_bestuur: termijn,
            ..Self::default()
        }
    }
}

/// The day by which a budget that the general board adopts on `besluit_op` has gone to Gedeputeerde Staten: within two
/// weeks, and in any case before the day of the year. Wgr art. 34 lid 2.
pub(super) fn gs_uiterlijk(jaar: i16, besluit_op: Datum) -> Option<Termijn> {
    let weken = add_weken(Wekenstap::ToezendingGs, besluit_op)?;
    let dag = Planstap::BegrotingNaarGs.uiterlijk(jaar)?;
    Some(if weken.dag < dag.dag { weken } else { dag })
}

/// The last day on which the draft of a budget can be sent so that every term still fits. Wgr arts 34 lid 2 and 35.
pub(super) fn begroting_naar_raden(jaar: i16) -> Option<Termijn> {
    let einde = Planstap::BegrotingNaarGs.uiterlijk(jaar)?;
    let regel = TERMIJNEN.weken.iter().find(|regel| {
        regel.stap == Wekenstap::ZienswijzeBegroting && is_within(einde.dag, regel.van, regel.tot)
    })?;
    let dag = einde.dag.checked_sub(Span::new().weeks(regel.weken)).ok()?;
    Some(Termijn {
        dag,
        artikel: &regel.artikel,
        bron: &regel.bron,
    })
}

fn add_weken(stap: Wekenstap, van: Datum) -> Option<Termijn> {
    let regel = TERMIJNEN
        .weken
        .iter()
        .find(|regel| regel.stap == stap && is_within(van, regel.van, regel.tot))?;
    let dag = van.checked_add(Span::new().weeks(regel.weken)).ok()?;
    Some(Termijn {
        dag,
        artikel: &regel.artikel,
        bron: &regel.bron,
    })
}

fn is_within(dag: Datum, van: Datum, tot: Option<Datum>) -> bool {
    van <= dag && tot.is_none_or(|tot| dag < tot)
}

/// Whether something that reached us at a moment came after a last day, as the day is in the Netherlands.
pub(super) fn is_te_laat(uiterlijk: Datum, op: Moment) -> bool {
    datum_in_nederland(op) > uiterlijk
}

#[cfg(test)]
pub(super) fn termijntabel() -> &'static Termijntabel {
    &TERMIJNEN
}
