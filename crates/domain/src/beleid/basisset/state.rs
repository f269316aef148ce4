//! A base with what happened to it: drafted, changed, published by a second person, drafted again.

use primitives::{BasissetId, GemeenteCode, Moment};

use super::{Basistekst, Basisversie};
use crate::beleid::Persoon;

/// What stays the same through the life of a base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basissetkop {
    /// Its id.
    pub id: BasissetId,
    /// The name by which people know it.
    pub naam: String,
}

/// A base with everything that happened to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basisset {
    kop: Basissetkop,
    akten: Vec<Basisakte>,
    tekst: Basistekst,
    versie: u16,
    stand: Basissetstand,
}

/// An act with who did it, for which municipality, when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basisakte {
    /// What was done.
    pub handeling: Basishandeling,
    /// By whom.
    pub door: Persoon,
    /// For which member.
    pub namens: GemeenteCode,
    /// When it was recorded.
    pub op: Moment,
}

/// Something that happens to a base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basishandeling {
    /// The first text.
    Opgesteld(Basistekst),
    /// A new text in place of the last. After a publication it is the draft of the next version.
    Gewijzigd(Basistekst),
    /// A second person published the text as a version.
    Gepubliceerd,
}

/// Whether the last text was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basissetstand {
    /// Being written.
    Concept,
    /// Published, and not changed since.
    Gepubliceerd,
}

/// Why something may not happen to a base.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BasisGeweigerd {
    /// The municipality does not take part.
    #[error("alleen een gemeente die meedoet, werkt aan deze basisset")]
    GeenLid,
    /// Who wrote it wants to publish it.
    #[error(
        "u schreef zelf mee aan deze versie: een collega publiceert haar, want twee mensen kijken ernaar"
    )]
    ZelfdePersoon,
    /// There is nothing to publish.
    #[error("deze versie is al gepubliceerd: wijzig eerst de tekst voor een nieuwe versie")]
    AlGepubliceerd,
    /// A life begins with a first text, once.
    #[error("een basisset begint met zijn eerste tekst")]
    GeenBegin,
}

impl Basishandeling {
    /// The name in data.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Opgesteld(_) => "opgesteld",
            Self::Gewijzigd(_) => "gewijzigd",
            Self::Gepubliceerd => "gepubliceerd",
        }
    }

    /// The text that it brings, if it brings one.
    pub const fn tekst(&self) -> Option<&Basistekst> {
        match self {
            Self::Opgesteld(tekst) | Self::Gewijzigd(tekst) => Some(tekst),
            Self::Gepubliceerd => None,
        }
    }
}

impl Basisset {
    /// A base with its first text.
    pub fn try_new(kop: Basissetkop, eerste: Basisakte) -> Result<Self, BasisGeweigerd> {
        let Basishandeling::Opgesteld(tekst) = &eerste.handeling else {
            return Err(BasisGeweigerd::GeenBegin);
        };
        if !tekst.has_lid(eerste.namens) {
            return Err(BasisGeweigerd::GeenLid);
        }
        Ok(Self {
            kop,
            tekst: tekst.clone(),
            akten: vec![eerste],
            versie: 1,
            stand: Basissetstand::Concept,
        })
    }

    /// The base to which these acts happened, in order.
    pub fn restore(
        kop: Basissetkop,
        akten: impl IntoIterator<Item = Basisakte>,
    ) -> Result<Self, BasisGeweigerd> {
        let mut akten = akten.into_iter();
        let eerste = akten.next().ok_or(BasisGeweigerd::GeenBegin)?;
        akten.try_fold(Self::try_new(kop, eerste)?, Self::with)
    }

    /// The base after one more act, or why that may not happen.
    pub fn with(mut self, akte: Basisakte) -> Result<Self, BasisGeweigerd> {
        self.check_lid(akte.namens)?;
        match &akte.handeling {
            Basishandeling::Opgesteld(_) => return Err(BasisGeweigerd::GeenBegin),
            Basishandeling::Gewijzigd(tekst) => {
                if !tekst.has_lid(akte.namens) {
                    return Err(BasisGeweigerd::GeenLid);
                }
                if self.stand == Basissetstand::Gepubliceerd {
                    self.versie += 1;
                }
                self.tekst = tekst.clone();
                self.stand = Basissetstand::Concept;
            }
            Basishandeling::Gepubliceerd => {
                self.check_publiceren(&akte.door.sub)?;
                self.stand = Basissetstand::Gepubliceerd;
            }
        }
        self.akten.push(akte);
        Ok(self)
    }

    /// Refuses unless the municipality takes part.
    pub fn check_lid(&self, gemeente: GemeenteCode) -> Result<(), BasisGeweigerd> {
        if self.tekst.has_lid(gemeente) {
            Ok(())
        } else {
            Err(BasisGeweigerd::GeenLid)
        }
    }

    /// Refuses unless `sub` may publish the text: somebody who wrote none of this version. The command line takes over
    /// what others decided, as it does with decisions.
    pub fn check_publiceren(&self, sub: &str) -> Result<(), BasisGeweigerd> {
        match self.stand {
            Basissetstand::Gepubliceerd => Err(BasisGeweigerd::AlGepubliceerd),
            Basissetstand::Concept if self.is_schrijver(sub) && !is_systeem(sub) => {
                Err(BasisGeweigerd::ZelfdePersoon)
            }
            Basissetstand::Concept => Ok(()),
        }
    }

    fn is_schrijver(&self, sub: &str) -> bool {
        let concept = self.akten.iter().rev();
        let mut concept = concept.take_while(|akte| akte.handeling.tekst().is_some());
        concept.any(|akte| akte.door.sub == sub)
    }

    /// The version that the last act published, if it published one.
    pub fn last_publicatie(&self) -> Option<Basisversie> {
        let akte = self.akten.last()?;
        (self.stand == Basissetstand::Gepubliceerd).then(|| Basisversie {
            basisset: self.kop.id,
            naam: self.kop.naam.clone(),
            versie: self.versie,
            tekst: self.tekst.clone(),
            gepubliceerd_op: akte.op,
            gepubliceerd_door: akte.door.naam.clone(),
        })
    }

    /// What stays the same.
    pub const fn kop(&self) -> &Basissetkop {
        &self.kop
    }

    /// Everything that happened, in order.
    pub fn akten(&self) -> &[Basisakte] {
        &self.akten
    }

    /// How many acts there are: who changes it names how many he saw.
    pub fn bewerking(&self) -> u32 {
        u32::try_from(self.akten.len()).unwrap_or(u32::MAX)
    }

    /// The last text.
    pub const fn tekst(&self) -> &Basistekst {
        &self.tekst
    }

    /// The number of the version that the last text is, or will be.
    pub const fn versie(&self) -> u16 {
        self.versie
    }

    /// Whether the last text was published.
    pub const fn stand(&self) -> Basissetstand {
        self.stand
    }
}

fn is_systeem(sub: &str) -> bool {
    sub.starts_with("systeem:")
}
