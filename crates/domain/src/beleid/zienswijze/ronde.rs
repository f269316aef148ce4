//! A round: documents of the organisation on which every council may give its view.

use primitives::{Datum, GemeenteCode, Moment, ZienswijzerondeId, datum_lang};

use super::termijn::{Rondetermijnen, Termijn, gs_uiterlijk, is_te_laat};
use crate::beleid::Persoon;

/// What the documents of a round are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rondesoort {
    /// The financial and policy frames for a budget. Wgr art. 34b.
    Kadernota,
    /// The draft of a budget. Wgr art. 35.
    Ontwerpbegroting,
    /// The draft of a change of a budget. Wgr art. 35.
    Begrotingswijziging,
    /// The draft of the scheme itself, or of a change of it. Wgr art. 1 lid 2, 3 and 5.
    Regelingswijziging,
    /// Another document that councils are asked about, without a term of the law (seed 003).
    Nota,
}

/// What stays the same through the life of a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rondekop {
    /// Its id.
    pub id: ZienswijzerondeId,
    /// What the documents are.
    pub soort: Rondesoort,
    /// The subject.
    pub titel: String,
    /// The year that it is about.
    pub jaar: i16,
    /// What it is about and what is asked.
    pub toelichting: Option<String>,
    /// Where the documents can be found, besides the files that are kept here.
    pub verwijzing: Option<String>,
    /// The day on which the documents go to the councils.
    pub verzonden_op: Datum,
    /// The last day for the view of a council.
    pub uiterlijk: Datum,
    /// The day on which the general board is planned to treat it.
    pub bestuur_op: Datum,
}

/// A round, and how far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ronde {
    /// What stays the same.
    pub kop: Rondekop,
    /// When it was opened.
    pub geopend_op: Moment,
    /// By whom.
    pub geopend_door: Persoon,
    /// How far it is.
    pub stand: Rondestand,
}

/// How far a round is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rondestand {
    /// Councils write, the board answers.
    Lopend,
    /// Every point has an answer.
    Afgerond(Rondeeinde),
    /// Taken back by the organisation.
    Ingetrokken(Rondeeinde),
}

/// How a round ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rondeeinde {
    /// What was decided, or why it was taken back.
    pub tekst: String,
    /// When that was recorded.
    pub op: Moment,
    /// By whom.
    pub door: Persoon,
}

/// How a round stands with one council.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gemeentestand {
    /// The municipality.
    pub gemeente: GemeenteCode,
    /// Its name.
    pub naam: String,
    /// How many points its council brought in; none when nothing came yet.
    pub punten: Option<usize>,
    /// Whether the board confirmed an answer to every point.
    pub is_beantwoord: bool,
}

/// Why something may not happen to a round.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RondeGeweigerd {
    /// It has ended.
    #[error("deze ronde is {0}")]
    Voorbij(&'static str),
    /// Some council has no answer yet.
    #[error("nog niet elk punt heeft een vastgesteld antwoord: het ontbreekt voor {0}")]
    NietBeantwoord(String),
    /// Councils still have time, and not all of them have spoken.
    #[error("de raden hebben nog tijd tot en met {}, en er is nog niets van {namen}", datum_lang(*.uiterlijk))]
    TermijnLoopt {
        /// The last day.
        uiterlijk: Datum,
        /// Of whom nothing came.
        namen: String,
    },
}

impl Rondesoort {
    /// Every kind, in the order of the form.
    pub const ALL: [Self; 5] = [
        Self::Kadernota,
        Self::Ontwerpbegroting,
        Self::Begrotingswijziging,
        Self::Regelingswijziging,
        Self::Nota,
    ];

    /// The name in data.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Kadernota => "kadernota",
            Self::Ontwerpbegroting => "ontwerpbegroting",
            Self::Begrotingswijziging => "begrotingswijziging",
            Self::Regelingswijziging => "regelingswijziging",
            Self::Nota => "nota",
        }
    }

    /// The name on a page.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Kadernota => "Kadernota (financiële en beleidsmatige kaders)",
            Self::Ontwerpbegroting => "Ontwerpbegroting",
            Self::Begrotingswijziging => "Begrotingswijziging",
            Self::Regelingswijziging => "Wijziging van de gemeenschappelijke regeling",
            Self::Nota => "Nota of ander stuk",
        }
    }

    /// The kind of a name in data.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|soort| soort.code() == code)
    }
}

impl Rondekop {
    /// What the law says of the days of this round.
    pub fn termijnen(&self) -> Rondetermijnen {
        Rondetermijnen::new(self.soort, self.jaar, self.verzonden_op)
    }

    /// The day by which the adopted budget has gone to Gedeputeerde Staten, where this is one.
    pub fn gs_uiterlijk(&self) -> Option<Termijn> {
        match self.soort {
            Rondesoort::Ontwerpbegroting => gs_uiterlijk(self.jaar, self.bestuur_op),
            _ => None,
        }
    }

    /// Whether the view of a council that came at this moment came after the last day. It counts all the same.
    pub fn is_te_laat(&self, op: Moment) -> bool {
        is_te_laat(self.uiterlijk, op)
    }
}

impl Rondestand {
    /// The name in data, and on pages.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Lopend => "lopend",
            Self::Afgerond(_) => "afgerond",
            Self::Ingetrokken(_) => "ingetrokken",
        }
    }

    /// How it ended, if it did.
    pub const fn einde(&self) -> Option<&Rondeeinde> {
        match self {
            Self::Lopend => None,
            Self::Afgerond(einde) | Self::Ingetrokken(einde) => Some(einde),
        }
    }
}

impl Ronde {
    /// A new round.
    pub const fn new(kop: Rondekop, door: Persoon, now: Moment) -> Self {
        Self {
            kop,
            geopend_op: now,
            geopend_door: door,
            stand: Rondestand::Lopend,
        }
    }

    /// Refuses once it has ended.
    pub const fn check_lopend(&self) -> Result<(), RondeGeweigerd> {
        match self.stand {
            Rondestand::Lopend => Ok(()),
            _ => Err(RondeGeweigerd::Voorbij(self.stand.code())),
        }
    }

    /// Refuses when it was taken back: a view on a round that is only finished is late, and still counts.
    pub const fn check_zienswijze(&self) -> Result<(), RondeGeweigerd> {
        match self.stand {
            Rondestand::Ingetrokken(_) => Err(RondeGeweigerd::Voorbij(self.stand.code())),
            Rondestand::Lopend | Rondestand::Afgerond(_) => Ok(()),
        }
    }

    /// Refuses unless every point of every council has an answer, and no council can still bring in something in time.
    pub fn check_afronden(
        &self,
        gemeenten: &[Gemeentestand],
        vandaag: Datum,
    ) -> Result<(), RondeGeweigerd> {
        self.check_lopend()?;
        let open = |stand: &&Gemeentestand| stand.punten.is_some() && !stand.is_beantwoord;
        if let Some(namen) = join_namen(gemeenten, open) {
            return Err(RondeGeweigerd::NietBeantwoord(namen));
        }
        match join_namen(gemeenten, |stand| stand.punten.is_none()) {
            Some(namen) if vandaag <= self.kop.uiterlijk => Err(RondeGeweigerd::TermijnLoopt {
                uiterlijk: self.kop.uiterlijk,
                namen,
            }),
            _ => Ok(()),
        }
    }

    /// The round with the list of decisions, when it may be finished.
    pub fn record_afgerond(
        mut self,
        gemeenten: &[Gemeentestand],
        vandaag: Datum,
        einde: Rondeeinde,
    ) -> Result<Self, RondeGeweigerd> {
        self.check_afronden(gemeenten, vandaag)?;
        self.stand = Rondestand::Afgerond(einde);
        Ok(self)
    }

    /// The round, taken back for a reason.
    pub fn record_ingetrokken(mut self, einde: Rondeeinde) -> Result<Self, RondeGeweigerd> {
        self.check_lopend()?;
        self.stand = Rondestand::Ingetrokken(einde);
        Ok(self)
    }
}

fn join_namen(
    gemeenten: &[Gemeentestand],
    kies: impl Fn(&&Gemeentestand) -> bool,
) -> Option<String> {
    let namen: Vec<_> = gemeenten
        .iter()
        .filter(kies)
        .map(|stand| stand.naam.as_str())
        .collect();
    (!namen.is_empty()).then(|| namen.join(", "))
}
