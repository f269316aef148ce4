//! Closing a quarter: from that act on its figures never change.

use std::fmt;

use primitives::{GemeenteCode, Kwartaal, Moment, SluitingId, datum_in_nederland, datum_lang};

use super::aandachtspunt::Aandachtspunt;
use super::cijfer::Kwartaalcijfers;

/// The longest explanation that is accepted, in characters.
const TOELICHTING_MAX: usize = 2_000;

/// Whether the figures of a quarter are fixed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kwartaalstand {
    /// Figures still move with every registration.
    Open,
    /// Figures are fixed; the last closing counts.
    Gesloten(Sluiting),
}

/// The closing of one quarter of one municipality. A closing again is a new one with the next version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sluiting {
    /// Its id.
    pub id: SluitingId,
    /// Whose figures.
    pub gemeente: GemeenteCode,
    /// Of which quarter.
    pub kwartaal: Kwartaal,
    /// 1 for the first closing of the quarter, 2 for the next.
    pub versie: u16,
    /// The moment up to which registrations count.
    pub bekend_op: Moment,
    /// When it was closed.
    pub gesloten_op: Moment,
    /// Who closed it, by name.
    pub gesloten_door: String,
    /// Why it was closed in spite of remarks, or closed again.
    pub toelichting: Option<String>,
    /// SHA-256 over the published figures.
    pub hash: Cijferhash,
}

/// The SHA-256 over the published figures of a closing, by which anybody can see that they are unchanged.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cijferhash([u8; 32]);

/// A text is no hash of 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("geen controlegetal van 64 tekens")]
pub struct CijferhashError;

/// For what a quarter is closed again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Aanleiding {
    /// The figures changed.
    #[default]
    Cijfers,
    /// Others closed meanwhile, with whom the report is to compare; the own figures may be the same.
    Vergelijking,
    /// The items of the assignment stand otherwise than at the last closing; the own figures may be the same.
    Opdracht,
}

/// Somebody wants to close a quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sluitaanvraag {
    /// The id that the closing gets.
    pub id: SluitingId,
    /// Whose figures.
    pub gemeente: GemeenteCode,
    /// Who closes it, by name.
    pub door: String,
    /// Why, where that has to be said.
    pub toelichting: Option<String>,
    /// For what, where it was closed before.
    pub aanleiding: Aanleiding,
}

/// Why a quarter cannot be closed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SluitingGeweigerd {
    /// The quarter is not over.
    #[error("het kwartaal {0} is nog niet voorbij: sluit na {dag}", dag = datum_lang(.0.last_day()))]
    KwartaalLoopt(Kwartaal),
    /// The reference moment lies outside what can be known.
    #[error(
        "de datum waarop de cijfers bekend zijn ligt na vandaag of vóór het einde van het kwartaal: kies een dag daartussen"
    )]
    BekendOpBuitenBereik,
    /// There is nothing to close.
    #[error(
        "er is voor dit kwartaal niets geregistreerd: lever eerst de bestanden van het kwartaal aan"
    )]
    NietsGeregistreerd,
    /// Remarks were found and nobody said why the figures can be fixed all the same.
    #[error("er zijn aandachtspunten: leg uit waarom u toch sluit")]
    ToelichtingNodig(Vec<Aandachtspunt>),
    /// The quarter was closed before and nobody said why it is closed again.
    #[error("dit kwartaal is al gesloten (versie {versie}): leg uit waarom u opnieuw sluit")]
    RedenNodig {
        /// The version that counts now.
        versie: u16,
    },
    /// Nothing changed since the last closing, and no new comparison is wanted.
    #[error(
        "de cijfers zijn gelijk aan de vorige sluiting: opnieuw sluiten is alleen nodig voor een nieuwe vergelijking met de andere gemeenten of als de opdracht er anders voor staat"
    )]
    Ongewijzigd,
    /// The explanation is too long.
    #[error("de toelichting is te lang: gebruik hoogstens {TOELICHTING_MAX} tekens")]
    ToelichtingTeLang,
}

impl Kwartaalstand {
    /// Closes the quarter, or closes it again as the next version.
    ///
    /// `hash` is taken over what [`super::render_vastgelegd`] writes of the figures as they will be published.
    pub fn close(
        &self,
        aanvraag: Sluitaanvraag,
        cijfers: &Kwartaalcijfers,
        hash: Cijferhash,
        now: Moment,
    ) -> Result<Sluiting, SluitingGeweigerd> {
        let toelichting = aanvraag
            .toelichting
            .map(|tekst| tekst.trim().to_owned())
            .filter(|tekst| !tekst.is_empty());
        check_moment(cijfers.kwartaal, cijfers.bekend_op, now)?;
        if toelichting
            .as_ref()
            .is_some_and(|t| t.chars().count() > TOELICHTING_MAX)
        {
            return Err(SluitingGeweigerd::ToelichtingTeLang);
        }
        if cijfers.is_leeg() {
            return Err(SluitingGeweigerd::NietsGeregistreerd);
        }
        let versie = self.next_versie(hash, aanvraag.aanleiding, toelichting.is_some())?;
        if toelichting.is_none() && !cijfers.aandachtspunten.is_empty() {
            let punten = cijfers.aandachtspunten.clone();
            return Err(SluitingGeweigerd::ToelichtingNodig(punten));
        }
        Ok(Sluiting {
            id: aanvraag.id,
            gemeente: aanvraag.gemeente,
            kwartaal: cijfers.kwartaal,
            versie,
            bekend_op: cijfers.bekend_op,
            gesloten_op: now,
            gesloten_door: aanvraag.door,
            toelichting,
            hash,
        })
    }

    fn next_versie(
        &self,
        hash: Cijferhash,
        aanleiding: Aanleiding,
        is_toegelicht: bool,
    ) -> Result<u16, SluitingGeweigerd> {
        match self {
            Self::Open => Ok(1),
            Self::Gesloten(vorige) if vorige.hash == hash && aanleiding == Aanleiding::Cijfers => {
                Err(SluitingGeweigerd::Ongewijzigd)
            }
            Self::Gesloten(vorige) if !is_toegelicht => Err(SluitingGeweigerd::RedenNodig {
                versie: vorige.versie,
            }),
            Self::Gesloten(vorige) => Ok(vorige.versie.saturating_add(1)),
        }
    }
}

/// Figures are fixed after the quarter, as known after it and not later than now.
fn check_moment(
    kwartaal: Kwartaal,
    bekend_op: Moment,
    now: Moment,
) -> Result<(), SluitingGeweigerd> {
    if datum_in_nederland(now) <= kwartaal.last_day() {
        return Err(SluitingGeweigerd::KwartaalLoopt(kwartaal));
    }
    if bekend_op > now || datum_in_nederland(bekend_op) <= kwartaal.last_day() {
        return Err(SluitingGeweigerd::BekendOpBuitenBereik);
    }
    Ok(())
}

impl Cijferhash {
    /// Wraps a hash.
    pub const fn new(hash: [u8; 32]) -> Self {
        Self(hash)
    }

    /// The hash itself, for the database.
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Reads 64 hexadecimal digits in lower case.
    pub fn parse(tekst: &str) -> Result<Self, CijferhashError> {
        let is_vorm = tekst.len() == 64
            && tekst
                .bytes()
                .all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        if !is_vorm {
            return Err(CijferhashError);
        }
        let mut hash = [0; 32];
        for (byte, paar) in hash.iter_mut().zip(tekst.as_bytes().chunks_exact(2)) {
            let cijfers = std::str::from_utf8(paar).map_err(|_| CijferhashError)?;
            *byte = u8::from_str_radix(cijfers, 16).map_err(|_| CijferhashError)?;
        }
        Ok(Self(hash))
    }
}

impl fmt::Display for Cijferhash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Cijferhash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}
