//! The strategic meeting of commissioners and organisation, four times a year (seed 002, chapter 5).

use primitives::{
    AfspraakId, Datum, GemeenteCode, Kwartaal, Moment, OverlegId, Veldcontrole, Veldfouten,
};

use super::sluiting::Sluiting;

/// A strategic meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overleg {
    /// Its id.
    pub id: OverlegId,
    /// The day; there is one meeting a day.
    pub datum: Datum,
    /// The quarter whose figures lie before it.
    pub kwartaal: Kwartaal,
    /// Where, in a line.
    pub plaats: String,
    /// Whether it was held.
    pub stand: Overlegstand,
    /// What is talked about, in order.
    pub agenda: Vec<Agendapunt>,
    /// What was agreed.
    pub afspraken: Vec<Afspraak>,
    /// When commissioners and board were told that its documents are ready; none before that.
    pub stukken_verstuurd_op: Option<Moment>,
    /// Raised with every change of the agenda, so that two people do not overwrite each other.
    pub versie: u32,
}

/// Whether a meeting was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlegstand {
    /// Still to come: the agenda can change.
    Gepland,
    /// Held, and its decisions are fixed.
    Gehouden {
        /// When that was recorded.
        vastgelegd_op: Moment,
    },
}

/// One point of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agendapunt {
    /// The number, from 1.
    pub nummer: u16,
    /// What it is about.
    pub titel: String,
    /// More about it.
    pub toelichting: Option<String>,
    /// What was decided.
    pub besluit: Option<String>,
}

/// What was agreed in a meeting: who does what, and by when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Afspraak {
    /// Its id.
    pub id: AfspraakId,
    /// What.
    pub tekst: String,
    /// Who, by name or post.
    pub eigenaar: String,
    /// By when.
    pub uiterlijk: Datum,
    /// For one municipality only, or for all.
    pub gemeente: Option<GemeenteCode>,
    /// How far it is.
    pub stand: Afspraakstand,
}

/// How far an agreement is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Afspraakstand {
    /// To be done.
    Open,
    /// Done.
    Afgerond {
        /// When.
        op: Datum,
        /// With what result.
        resultaat: String,
    },
    /// No longer to be done.
    Vervallen {
        /// When that was decided.
        op: Datum,
        /// Why.
        reden: String,
    },
}

/// Why a meeting or an agreement cannot be changed so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OverlegGeweigerd {
    /// Something typed is wrong.
    #[error(transparent)]
    Invoer(#[from] Veldfouten),
    /// The meeting was held: its agenda and decisions are fixed.
    #[error("dit overleg is al gehouden: de agenda en de besluiten staan vast")]
    AlGehouden,
    /// Everybody was told before that the documents are ready.
    #[error("de stukken van dit overleg zijn al verstuurd")]
    AlVerstuurd,
    /// No municipality closed the quarter, so that there is nothing to read.
    #[error("nog geen gemeente heeft het kwartaal {0} gesloten: er zijn nog geen stukken")]
    GeenStukken(Kwartaal),
    /// The meeting is still to come.
    #[error("dit overleg is nog niet geweest: leg het vast op of na {0}")]
    NogNietGeweest(Datum),
    /// The agreement was finished or dropped before.
    #[error("deze afspraak is al afgerond of vervallen")]
    NietOpen,
}

/// A new agreement as somebody typed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Afspraakinvoer {
    /// What.
    pub tekst: String,
    /// Who.
    pub eigenaar: String,
    /// By when.
    pub uiterlijk: Datum,
    /// For one municipality only, or for all.
    pub gemeente: Option<GemeenteCode>,
}

/// The longest line and text that are accepted, in characters.
const REGEL_MAX: usize = 200;
const TEKST_MAX: usize = 2_000;

impl Overleg {
    /// A meeting to come, with the agenda that every strategic meeting starts from.
    pub fn try_new(
        id: OverlegId,
        datum: Datum,
        kwartaal: Kwartaal,
        plaats: &str,
    ) -> Result<Self, OverlegGeweigerd> {
        let mut controle = Veldcontrole::default();
        let plaats = read_tekst(&mut controle, "plaats", plaats, REGEL_MAX);
        if datum <= kwartaal.last_day() {
            controle.refuse(
                "datum",
                "het overleg is na het einde van het kwartaal waar het over gaat",
            );
        }
        controle.finish()?;
        Ok(Self {
            id,
            datum,
            kwartaal,
            plaats,
            stand: Overlegstand::Gepland,
            agenda: Agendapunt::standaard(kwartaal),
            afspraken: Vec::new(),
            stukken_verstuurd_op: None,
            versie: 1,
        })
    }

    /// Adds a point before the last one, which is the round of questions.
    pub fn add_agendapunt(
        mut self,
        titel: &str,
        toelichting: &str,
    ) -> Result<Self, OverlegGeweigerd> {
        self.require_gepland()?;
        let mut controle = Veldcontrole::default();
        let titel = read_tekst(&mut controle, "titel", titel, REGEL_MAX);
        let toelichting = read_vrij(&mut controle, "toelichting", toelichting);
        controle.finish()?;
        let punt = Agendapunt {
            nummer: 0,
            titel,
            toelichting,
            besluit: None,
        };
        let plek = self.agenda.len().saturating_sub(1);
        self.agenda.insert(plek, punt);
        for (nummer, punt) in (1..).zip(&mut self.agenda) {
            punt.nummer = nummer;
        }
        Ok(self)
    }

    /// Tells that the documents are ready: once, before the meeting is held, and when there is one at least.
    pub fn record_stukken_verstuurd(
        mut self,
        sluitingen: &[Sluiting],
        now: Moment,
    ) -> Result<Self, OverlegGeweigerd> {
        self.require_gepland()?;
        if self.stukken_verstuurd_op.is_some() {
            return Err(OverlegGeweigerd::AlVerstuurd);
        }
        if !sluitingen.iter().any(|s| s.kwartaal == self.kwartaal) {
            return Err(OverlegGeweigerd::GeenStukken(self.kwartaal));
        }
        self.stukken_verstuurd_op = Some(now);
        Ok(self)
    }

    /// Fixes the decisions, given by number of the agenda, on or after the day of the meeting.
    pub fn record_gehouden(
        mut self,
        besluiten: &[(u16, String)],
        vandaag: Datum,
        now: Moment,
    ) -> Result<Self, OverlegGeweigerd> {
        self.require_gepland()?;
        if vandaag < self.datum {
            return Err(OverlegGeweigerd::NogNietGeweest(self.datum));
        }
        let mut controle = Veldcontrole::default();
        for (plek, (nummer, _)) in besluiten.iter().enumerate() {
            let veld = || format!("besluit-{nummer}");
            if self.agenda.iter().all(|punt| punt.nummer != *nummer) {
                controle.refuse(veld(), "dit nummer staat niet op de agenda");
            } else if besluiten
                .iter()
                .take(plek)
                .any(|(eerder, _)| eerder == nummer)
            {
                controle.refuse(veld(), "dit agendapunt heeft al een besluit");
            }
        }
        for punt in &mut self.agenda {
            let veld = format!("besluit-{}", punt.nummer);
            let getypt = besluiten.iter().find(|(nummer, _)| *nummer == punt.nummer);
            let getypt = getypt.map(|(_, tekst)| tekst.as_str()).unwrap_or_default();
            punt.besluit = read_vrij(&mut controle, &veld, getypt);
        }
        controle.finish()?;
        self.stand = Overlegstand::Gehouden { vastgelegd_op: now };
        Ok(self)
    }

    fn require_gepland(&self) -> Result<(), OverlegGeweigerd> {
        match self.stand {
            Overlegstand::Gepland => Ok(()),
            Overlegstand::Gehouden { .. } => Err(OverlegGeweigerd::AlGehouden),
        }
    }
}

impl Agendapunt {
    /// The agenda that every strategic meeting starts from.
    fn standaard(kwartaal: Kwartaal) -> Vec<Self> {
        let titels = [
            "Opening en vaststellen van de agenda".to_owned(),
            "Lopende afspraken".to_owned(),
            format!("Kwartaalrapportages {kwartaal} per gemeente"),
            "Benchmark: hoe doen we het ten opzichte van elkaar".to_owned(),
            "Formatie en caseload".to_owned(),
            "Rondvraag en sluiting".to_owned(),
        ];
        let punt = |(nummer, titel)| Self {
            nummer,
            titel,
            toelichting: None,
            besluit: None,
        };
        (1..).zip(titels).map(punt).collect()
    }
}

impl Afspraak {
    /// A new agreement, to be done not before the meeting.
    pub fn try_new(
        id: AfspraakId,
        invoer: &Afspraakinvoer,
        overlegdatum: Datum,
    ) -> Result<Self, OverlegGeweigerd> {
        let mut controle = Veldcontrole::default();
        let tekst = read_tekst(&mut controle, "tekst", &invoer.tekst, TEKST_MAX);
        let eigenaar = read_tekst(&mut controle, "eigenaar", &invoer.eigenaar, REGEL_MAX);
        if invoer.uiterlijk < overlegdatum {
            controle.refuse("uiterlijk", "kies een dag op of na het overleg");
        }
        controle.finish()?;
        Ok(Self {
            id,
            tekst,
            eigenaar,
            uiterlijk: invoer.uiterlijk,
            gemeente: invoer.gemeente,
            stand: Afspraakstand::Open,
        })
    }

    /// Done, with a result.
    pub fn finish(mut self, op: Datum, resultaat: &str) -> Result<Self, OverlegGeweigerd> {
        self.require_open()?;
        let resultaat = required("resultaat", resultaat)?;
        self.stand = Afspraakstand::Afgerond { op, resultaat };
        Ok(self)
    }

    /// No longer to be done, for a reason.
    pub fn drop_it(mut self, op: Datum, reden: &str) -> Result<Self, OverlegGeweigerd> {
        self.require_open()?;
        let reden = required("reden", reden)?;
        self.stand = Afspraakstand::Vervallen { op, reden };
        Ok(self)
    }

    /// Whether it should have been done already.
    pub fn is_te_laat(&self, vandaag: Datum) -> bool {
        self.stand == Afspraakstand::Open && self.uiterlijk < vandaag
    }

    fn require_open(&self) -> Result<(), OverlegGeweigerd> {
        match self.stand {
            Afspraakstand::Open => Ok(()),
            Afspraakstand::Afgerond { .. } | Afspraakstand::Vervallen { .. } => {
                Err(OverlegGeweigerd::NietOpen)
            }
        }
    }
}

fn required(veld: &str, tekst: &str) -> Result<String, Veldfouten> {
    let mut controle = Veldcontrole::default();
    let gelezen = read_tekst(&mut controle, veld, tekst, TEKST_MAX);
    controle.finish()?;
    Ok(gelezen)
}

/// Refuses control characters other than the end of a line and a tab: no keyboard types them.
fn refuse_stuurtekens(controle: &mut Veldcontrole, veld: &str, tekst: &str) {
    let is_stuurteken = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if tekst.chars().any(is_stuurteken) {
        controle.refuse(veld, "gebruik letters, cijfers en leestekens");
    }
}

fn read_vrij(controle: &mut Veldcontrole, veld: &str, tekst: &str) -> Option<String> {
    let tekst = tekst.trim();
    refuse_stuurtekens(controle, veld, tekst);
    if tekst.chars().count() > TEKST_MAX {
        controle.refuse(
            veld,
            format!("te lang: gebruik hoogstens {TEKST_MAX} tekens"),
        );
    }
    (!tekst.is_empty()).then(|| tekst.to_owned())
}

fn read_tekst(controle: &mut Veldcontrole, veld: &str, tekst: &str, hoogstens: usize) -> String {
    let tekst = tekst.trim();
    refuse_stuurtekens(controle, veld, tekst);
    if tekst.is_empty() {
        controle.refuse(veld, "vul dit in");
    } else if tekst.chars().count() > hoogstens {
        controle.refuse(
            veld,
            format!("te lang: gebruik hoogstens {hoogstens} tekens"),
        );
    }
    tekst.to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::sluiting::Cijferhash;
    use super::*;
    use jiff::civil::date;
    use primitives::SluitingId;
    use uuid::Uuid;

    fn planned() -> Overleg {
        let kwartaal = Kwartaal::parse("2026-K3").unwrap();
        Overleg::try_new(
            OverlegId::new(Uuid::nil()),
            date(2026, 11, 12),
            kwartaal,
            "Groenlo",
        )
        .unwrap()
    }

    fn agreed() -> Afspraak {
        let invoer = Afspraakinvoer {
            tekst: "Meet de trede van wie nog geen meting heeft".into(),
            eigenaar: "teamleider".into(),
            uiterlijk: date(2026, 12, 31),
            gemeente: None,
        };
        Afspraak::try_new(AfspraakId::new(Uuid::nil()), &invoer, date(2026, 11, 12)).unwrap()
    }

    fn closed() -> Sluiting {
        let op: Moment = "2026-10-20T09:00:00Z".parse().unwrap();
        Sluiting {
            id: SluitingId::new(Uuid::nil()),
            gemeente: GemeenteCode::parse("GM0294").unwrap(),
            kwartaal: planned().kwartaal,
            versie: 1,
            bekend_op: op,
            gesloten_op: op,
            gesloten_door: "Directie".into(),
            toelichting: None,
            hash: Cijferhash::new([0; 32]),
        }
    }

    #[test]
    fn a_meeting_starts_from_the_standing_agenda() {
        let overleg = planned().add_agendapunt(" Statushouders ", "").unwrap();
        let titels: Vec<_> = overleg
            .agenda
            .iter()
            .map(|p| (p.nummer, p.titel.as_str()))
            .collect();
        assert_eq!(titels.len(), 7);
        assert_eq!(titels[5], (6, "Statushouders"));
        assert_eq!(titels[6], (7, "Rondvraag en sluiting"));
    }

    #[test]
    fn a_meeting_comes_after_its_quarter_and_has_a_place() {
        let kwartaal = Kwartaal::parse("2026-K3").unwrap();
        let fout = Overleg::try_new(
            OverlegId::new(Uuid::nil()),
            date(2026, 9, 30),
            kwartaal,
            " ",
        );
        let Err(OverlegGeweigerd::Invoer(fouten)) = fout else {
            panic!("refused by field")
        };
        let velden: Vec<_> = fouten.list().iter().map(|f| f.veld.as_str()).collect();
        assert_eq!(velden, ["plaats", "datum"]);
    }

    #[test]
    fn a_held_meeting_is_fixed() {
        let now: Moment = "2026-11-12T15:00:00Z".parse().unwrap();
        let dag = date(2026, 11, 12);
        let vroeg = planned().record_gehouden(&[], date(2026, 11, 11), now);
        assert_eq!(vroeg, Err(OverlegGeweigerd::NogNietGeweest(dag)));
        let besluiten = [(4, " Akkoord ".to_owned())];
        let gehouden = planned().record_gehouden(&besluiten, dag, now).unwrap();
        assert_eq!(gehouden.agenda[3].besluit.as_deref(), Some("Akkoord"));
        assert_eq!(gehouden.agenda[0].besluit, None);
        let later = gehouden.add_agendapunt("Nog iets", "");
        assert_eq!(later, Err(OverlegGeweigerd::AlGehouden));
    }

    #[test]
    fn a_decision_belongs_to_one_point_of_the_agenda() {
        let now: Moment = "2026-11-12T15:00:00Z".parse().unwrap();
        let besluit = |nummer| (nummer, "Akkoord".to_owned());
        for besluiten in [vec![besluit(99)], vec![besluit(4), besluit(4)]] {
            let uitkomst = planned().record_gehouden(&besluiten, date(2026, 11, 12), now);
            assert!(
                matches!(uitkomst, Err(OverlegGeweigerd::Invoer(_))),
                "{besluiten:?}"
            );
        }
    }

    #[test]
    fn documents_are_sent_once_and_only_when_there_are_some() {
        let now: Moment = "2026-11-02T09:00:00Z".parse().unwrap();
        let leeg = planned().record_stukken_verstuurd(&[], now);
        assert_eq!(leeg, Err(OverlegGeweigerd::GeenStukken(planned().kwartaal)));
        let stukken = [closed()];
        let verstuurd = planned().record_stukken_verstuurd(&stukken, now).unwrap();
        assert_eq!(verstuurd.stukken_verstuurd_op, Some(now));
        let nogmaals = verstuurd.record_stukken_verstuurd(&stukken, now);
        assert_eq!(nogmaals, Err(OverlegGeweigerd::AlVerstuurd));
        let gehouden = planned().record_gehouden(&[], date(2026, 11, 12), now);
        let te_laat = gehouden.unwrap().record_stukken_verstuurd(&stukken, now);
        assert_eq!(te_laat, Err(OverlegGeweigerd::AlGehouden));
    }

    #[test]
    fn an_agreement_is_finished_or_dropped_once() {
        assert!(agreed().is_te_laat(date(2027, 1, 1)) && !agreed().is_te_laat(date(2026, 12, 31)));
        let klaar = agreed().finish(date(2026, 12, 1), "gedaan").unwrap();
        assert!(!klaar.is_te_laat(date(2027, 1, 1)));
        assert_eq!(
            klaar.drop_it(date(2026, 12, 2), "x"),
            Err(OverlegGeweigerd::NietOpen)
        );
        assert!(matches!(
            agreed().finish(date(2026, 12, 1), " "),
            Err(OverlegGeweigerd::Invoer(_))
        ));
    }
}
