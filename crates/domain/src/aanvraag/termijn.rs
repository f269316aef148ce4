//! The terms of an application, with their arithmetic in words.

use std::sync::LazyLock;

use jiff::Span;
use primitives::{Datum, datum_lang};
use serde::Deserialize;

use super::termijnenwet::{next_werkdag, plus_weken};

static TERMIJNEN: LazyLock<Termijntabel> = LazyLock::new(|| {
    // The text is compiled in and a test parses it, so this holds in every build that passes its tests.
    serde_json::from_str(include_str!("../../data/awb.json"))
        .expect("data/awb.json is parsed by a test")
});

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Termijntabel {
    #[expect(dead_code, reason = "explains the file to its reader")]
    toelichting: String,
    weken: Vec<Wekenregel>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wekenregel {
    termijn: Termijn,
    artikel: String,
    van: Datum,
    tot: Option<Datum>,
    pub(super) weken: i64,
    #[expect(dead_code, reason = "tells a reader where the number comes from")]
    bron: String,
}

/// A term that the law counts in weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Termijn {
    Beslissen,
    BuitenBehandeling,
    Bezwaar,
    BezwaarPerPost,
    BezwaarBeslissen,
    BezwaarBeslissenCommissie,
    BezwaarVerdagen,
    Beroep,
    Voorschot,
}

/// A last day, with the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Termijndag {
    /// The last day on which it may be done.
    pub dag: Datum,
    /// The article, as people cite it.
    pub artikel: &'static str,
}

/// By when must be decided, and how that day comes about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beslistermijn {
    /// The last day. While the clock stands still it moves on with every day.
    pub uiterlijk: Datum,
    /// Whether the clock stands still now. Awb art. 4:15.
    pub staat_stil: bool,
    /// Days left, counted from the day of asking; negative when it is too late.
    pub dagen_over: i32,
    /// The arithmetic, a sentence for each step.
    pub uitleg: Vec<String>,
}

/// Whether an objection came in time. Awb arts 6:7 to 6:9; whether being late is excusable (6:11) people judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bezwaarstand {
    /// Received before the end of the term.
    OpTijd,
    /// Posted before the end, and received within a week after it.
    OpTijdPerPost,
    /// Later.
    TeLaat,
}

/// Days on which the clock stands still: from `van` to the day before `tot`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stilstand {
    pub(super) van: Datum,
    pub(super) tot: Option<Datum>,
    pub(super) artikel: &'static str,
}

/// Where the term to decide begins.
pub(super) struct Klokbegin {
    /// The term.
    pub(super) termijn: Termijn,
    /// It begins on the day after this one.
    pub(super) na: Datum,
    /// What happened on that day, as a sentence.
    pub(super) zin: String,
    /// The article by which it can be moved.
    pub(super) verdagen: &'static str,
}

/// What counts for the term to decide.
pub(super) struct Klok<'a> {
    pub(super) begin: Klokbegin,
    pub(super) stilstanden: &'a [Stilstand],
    /// The day on which a new last day was told, and that day.
    pub(super) verdaagd: Option<(Datum, Datum)>,
    /// The day on which was decided, where it was.
    pub(super) besloten_op: Option<Datum>,
}

/// The last day for an objection to a decision that was made known on `dag`. Awb arts 6:7 and 6:8.
pub fn bezwaar_uiterlijk(dag: Datum) -> Termijndag {
    Termijn::Bezwaar.laatste_dag(dag)
}

impl Termijn {
    /// The last day of a term that begins after `dag`. Atw art. 1 lid 1 moves it to the next working day.
    pub(super) fn laatste_dag(self, dag: Datum) -> Termijndag {
        let regel = self.regel(dag);
        Termijndag {
            dag: next_werkdag(plus_weken(dag, regel.weken)),
            artikel: &regel.artikel,
        }
    }

    pub(super) fn regel(self, dag: Datum) -> &'static Wekenregel {
        let geldt =
            |regel: &&Wekenregel| regel.termijn == self && regel.tot.is_none_or(|tot| dag < tot);
        let regels = || TERMIJNEN.weken.iter().filter(geldt);
        regels()
            .find(|regel| regel.van <= dag)
            .or_else(|| regels().next())
            // A test walks over every term.
            .expect("data/awb.json has a row for every term")
    }
}

impl Klok<'_> {
    /// The term as it stands on a day.
    pub(super) fn beslistermijn(&self, vandaag: Datum) -> Beslistermijn {
        let (mut uitleg, mut dag, vanaf) = self.begin();
        let is_verdaagd = self.verdaagd.is_some();
        let einde = self.besloten_op.unwrap_or(vandaag);
        for stilstand in self.stilstanden {
            let dagen = stilstand.dagen(vanaf, einde);
            if dagen == 0 {
                continue;
            }
            dag = dag.saturating_add(Span::new().days(dagen));
            let tot = stilstand.tot.map_or_else(
                || "de termijn staat nu nog stil".to_owned(),
                |tot| format!("tot {}", datum_lang(tot)),
            );
            uitleg.push(format!(
                "De termijn stond {dagen} {} stil, vanaf {} ({tot}; {}). De laatste dag is dan {}.",
                if dagen == 1 { "dag" } else { "dagen" },
                datum_lang(stilstand.van),
                stilstand.artikel,
                datum_lang(dag)
            ));
        }
        // The day that was told to the applicant is no term of a law, so the Atw does not move it.
        let werkdag = if is_verdaagd { dag } else { next_werkdag(dag) };
        if werkdag != dag {
            uitleg.push(format!(
                "Die dag is een zaterdag, zondag of feestdag. De laatste dag is daarom {} (Algemene termijnenwet art. 1 lid 1).",
                datum_lang(werkdag)
            ));
        }
        Beslistermijn {
            uiterlijk: werkdag,
            staat_stil: self.besloten_op.is_none() && self.is_stil(vandaag),
            dagen_over: vandaag
                .until(werkdag)
                .map_or(0, |verschil| verschil.get_days()),
            uitleg,
        }
    }

    /// The first step: the weeks of the law, or the day that was told instead.
    fn begin(&self) -> (Vec<String>, Datum, Datum) {
        let Klokbegin {
            termijn,
            na,
            zin,
            verdagen,
        } = &self.begin;
        let regel = termijn.regel(*na);
        let dag = plus_weken(*na, regel.weken);
        let eerste = format!(
            "{zin} Binnen {} weken moet een besluit volgen: uiterlijk {} ({}).",
            regel.weken,
            datum_lang(dag),
            regel.artikel
        );
        match self.verdaagd {
            None => (vec![eerste], dag, *na),
            Some((meegedeeld_op, tot)) => {
                let verdaagd = format!(
                    "Op {} is aan de aanvrager gemeld dat het besluit later komt: uiterlijk {} ({verdagen}).",
                    datum_lang(meegedeeld_op),
                    datum_lang(tot)
                );
                (vec![eerste, verdaagd], tot, meegedeeld_op)
            }
        }
    }

    fn is_stil(&self, dag: Datum) -> bool {
        let stil = |stilstand: &Stilstand| {
            stilstand.van <= dag && stilstand.tot.is_none_or(|tot| dag < tot)
        };
        self.stilstanden.iter().any(stil)
    }
}

impl Stilstand {
    /// How many days it stood still after `na`, up to and with `einde`.
    fn dagen(&self, na: Datum, einde: Datum) -> i64 {
        let van = self.van.max(na.tomorrow().unwrap_or(na));
        let lopend = einde.tomorrow().unwrap_or(einde);
        let tot = self.tot.map_or(lopend, |tot| tot.min(lopend));
        van.until(tot)
            .map_or(0, |verschil| i64::from(verschil.get_days().max(0)))
    }
}

impl Bezwaarstand {
    /// How an objection stands that was received on a day, and posted on another where that is known.
    pub(super) fn of(
        bekendgemaakt_op: Datum,
        ontvangen_op: Datum,
        verzonden_op: Option<Datum>,
    ) -> Self {
        let einde = Termijn::Bezwaar.laatste_dag(bekendgemaakt_op).dag;
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
