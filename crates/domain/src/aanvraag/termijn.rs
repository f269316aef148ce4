//! The terms of an application and of an objection, with their arithmetic in words.

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
pub(crate) struct Wekenregel {
    termijn: Termijn,
    artikel: String,
    van: Datum,
    tot: Option<Datum>,
    pub(crate) weken: i64,
    #[expect(dead_code, reason = "tells a reader where the number comes from")]
    bron: String,
}

/// A term that the law counts in weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Termijn {
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

/// Days on which the clock stands still: from `van` to the day before `tot`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stilstand {
    pub(crate) van: Datum,
    pub(crate) tot: Option<Datum>,
    pub(crate) artikel: &'static str,
}

/// A new last day that was told or agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Uitstel {
    /// On which day.
    pub(crate) op: Datum,
    /// The new last day.
    pub(crate) uiterlijk: Datum,
    /// What happened on that day: the middle of a sentence.
    pub(crate) wat: &'static str,
    /// The article.
    pub(crate) artikel: &'static str,
}

/// Where the term to decide begins.
pub(crate) struct Klokbegin {
    /// The term.
    pub(crate) termijn: Termijn,
    /// It begins on the day after this one.
    pub(crate) na: Datum,
    /// What happened on that day, as a sentence.
    pub(crate) zin: String,
}

/// What counts for the term to decide.
pub(crate) struct Klok<'a> {
    pub(crate) begin: Klokbegin,
    pub(crate) stilstanden: &'a [Stilstand],
    /// How often the last day was moved, in order.
    pub(crate) uitstellen: &'a [Uitstel],
    /// The day on which was decided, where it was.
    pub(crate) besloten_op: Option<Datum>,
}

/// The last day for an objection to a decision that was made known on `dag`. Awb arts 6:7 and 6:8.
pub fn bezwaar_uiterlijk(dag: Datum) -> Termijndag {
    Termijn::Bezwaar.laatste_dag(dag)
}

impl Termijn {
    /// The last day of a term that begins after `dag`. Atw art. 1 lid 1 moves it to the next working day.
    pub(crate) fn laatste_dag(self, dag: Datum) -> Termijndag {
        let regel = self.regel(dag);
        Termijndag {
            dag: next_werkdag(plus_weken(dag, regel.weken)),
            artikel: &regel.artikel,
        }
    }

    pub(crate) fn regel(self, dag: Datum) -> &'static Wekenregel {
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
    pub(crate) fn beslistermijn(&self, vandaag: Datum) -> Beslistermijn {
        let (mut uitleg, mut dag, vanaf) = self.begin();
        let is_verdaagd = !self.uitstellen.is_empty();
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
        let Klokbegin { termijn, na, zin } = &self.begin;
        let regel = termijn.regel(*na);
        let dag = plus_weken(*na, regel.weken);
        let eerste = format!(
            "{zin} Binnen {} weken moet een besluit volgen: uiterlijk {} ({}).",
            regel.weken,
            datum_lang(dag),
            regel.artikel
        );
        let mut uitleg = vec![eerste];
        uitleg.extend(self.uitstellen.iter().map(|uitstel| {
            format!(
                "Op {} {}: uiterlijk {} ({}).",
                datum_lang(uitstel.op),
                uitstel.wat,
                datum_lang(uitstel.uiterlijk),
                uitstel.artikel
            )
        }));
        match self.uitstellen.last() {
            None => (uitleg, dag, *na),
            Some(uitstel) => (uitleg, uitstel.uiterlijk, uitstel.op),
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
