//! A review with its acts, and what may happen in it.

use primitives::{
    BezwaarId, Datum, DossierId, HerzieningId, Maand, Veldfouten, datum_in_nederland,
};

use super::{
    Feitwijziging, Herzieningsakte, Herzieningshandeling, Herzieningsinvoer, Herzieningsvoorstel,
    Maandlevering, Oordeel, Oorzaakoordeel,
};
use crate::aanvraag::{
    Besluit, MandaatOntbreekt, Mandaatregister, Namens, Termijndag, bezwaar_uiterlijk, keuze,
};
use crate::beleid::Persoon;
use crate::bevoegdheid::Rol;
use crate::bezwaar::{Bestreden, Bestredenbesluit};
use crate::recht::Regeling;

/// Two years at once are enough to look at.
const MAANDEN_MAX: i32 = 24;

/// What stays the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Herzieningskop {
    /// Its id.
    pub id: HerzieningId,
    /// Of whom.
    pub dossier: DossierId,
    /// The objection in which the months are looked at again; none for a review of its own. On such a one is decided with the
    /// objection. Awb art. 7:11.
    pub in_bezwaar: Option<BezwaarId>,
}

/// A review with everything that happened in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Herzieningszaak {
    kop: Herzieningskop,
    akten: Vec<Herzieningsakte>,
    stand: Herzieningsstand,
    bereik: (Maand, Maand),
}

/// How far a review has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Herzieningsstand {
    /// Facts are gathered.
    InBewerking,
    /// Waits for who may decide.
    Voorgesteld,
    /// Proposed in an objection, with which is decided on it.
    InBezwaar,
    /// Decided, not yet made known.
    Besloten,
    /// The advice went to the college, which decides itself.
    Geadviseerd,
    /// Decided and made known.
    Bekendgemaakt,
    /// It went no further.
    Gestaakt,
}

keuze!(Herzieningsstand {
    InBewerking => "in-bewerking", "in bewerking";
    Voorgesteld => "voorgesteld", "voorgesteld";
    InBezwaar => "in-bezwaar", "voorgesteld in een bezwaar";
    Besloten => "besloten", "besloten";
    Geadviseerd => "geadviseerd", "geadviseerd";
    Bekendgemaakt => "bekendgemaakt", "bekendgemaakt";
    Gestaakt => "gestaakt", "gestaakt";
});

/// Why something may not happen in a review. Displays as a Dutch sentence.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ZaakGeweigerd {
    /// It has come too far, or not far enough.
    #[error("dat kan nu niet: deze herziening is {0}")]
    Stand(&'static str),
    /// A review begins once.
    #[error("een herziening begint met de maanden waarover zij gaat")]
    GeenBegin,
    /// A field breaks a rule.
    #[error(transparent)]
    Invoer(#[from] Veldfouten),
    /// Who proposed it wants to decide on it.
    #[error("u stelde dit besluit zelf voor: een collega beslist, want twee mensen kijken ernaar")]
    EigenVoorstel,
    /// The register does not let this role decide.
    #[error(transparent)]
    Mandaat(#[from] MandaatOntbreekt),
}

impl Herzieningszaak {
    /// The review in which these acts happened, in order.
    pub fn restore(
        kop: Herzieningskop,
        akten: impl IntoIterator<Item = Herzieningsakte>,
    ) -> Result<Self, ZaakGeweigerd> {
        let mut akten = akten.into_iter();
        let eerste = akten.next().ok_or(ZaakGeweigerd::GeenBegin)?;
        akten.try_fold(Self::try_new(kop, eerste)?, Self::apply)
    }

    /// A review that begins.
    pub fn try_new(kop: Herzieningskop, akte: Herzieningsakte) -> Result<Self, ZaakGeweigerd> {
        let Herzieningshandeling::Begonnen {
            van, tot_en_met, ..
        } = akte.handeling
        else {
            return Err(ZaakGeweigerd::GeenBegin);
        };
        if tot_en_met < van {
            let melding = "kies een maand die niet voor de eerste maand ligt";
            return Err(refuse("totEnMet", melding.to_owned()));
        }
        if tot_en_met >= van.plus(MAANDEN_MAX) {
            let melding = format!("kies hoogstens {MAANDEN_MAX} maanden");
            return Err(refuse("totEnMet", melding));
        }
        Ok(Self {
            kop,
            akten: vec![akte],
            stand: Herzieningsstand::InBewerking,
            bereik: (van, tot_en_met),
        })
    }

    /// The review after one more act, or why that may not happen.
    pub fn apply(mut self, akte: Herzieningsakte) -> Result<Self, ZaakGeweigerd> {
        use Herzieningshandeling as H;
        use Herzieningsstand as S;
        self.stand = match &akte.handeling {
            H::Begonnen { .. } => return Err(ZaakGeweigerd::GeenBegin),
            H::FeitVastgelegd { feit } => {
                self.check_feit(feit)?;
                self.expect(S::InBewerking, S::InBewerking)?
            }
            H::FeitVervallen { nummer } => {
                if !self.list_feiten().iter().any(|(eigen, _)| eigen == nummer) {
                    return Err(refuse("nummer", "dit feit telt al niet mee".to_owned()));
                }
                self.expect(S::InBewerking, S::InBewerking)?
            }
            H::Beoordeeld { oordeel } => {
                self.check_oordeel(oordeel, datum_in_nederland(akte.op))?;
                self.expect(S::InBewerking, S::InBewerking)?
            }
            H::Voorgesteld(_) => {
                let na = match self.kop.in_bezwaar {
                    Some(_) => S::InBezwaar,
                    None => S::Voorgesteld,
                };
                self.expect(S::InBewerking, na)?
            }
            H::Teruggegeven { .. } => self.expect(S::Voorgesteld, S::InBewerking)?,
            H::Besloten(besluit) => {
                let na = match besluit.namens {
                    Namens::AdviesAanCollege => S::Geadviseerd,
                    Namens::DagelijksBestuur | Namens::College => S::Besloten,
                };
                self.check_besluiten(besluit, &akte.door)?;
                self.expect(S::Voorgesteld, na)?
            }
            H::Bekendgemaakt {
                bekendgemaakt_op, ..
            } => {
                self.check_bekendmaking(*bekendgemaakt_op, datum_in_nederland(akte.op))?;
                self.expect(S::Besloten, S::Bekendgemaakt)?
            }
            H::Gestaakt { .. } => self.expect(self.stand.or_open(), S::Gestaakt)?,
        };
        self.akten.push(akte);
        Ok(self)
    }

    /// The decision that somebody with these roles takes by the register, or why not: there is a mandate for every decision
    /// in the proposal, and one of them that asks a second person is enough.
    pub fn decide(
        &self,
        namens: Namens,
        register: &Mandaatregister,
        door: &Persoon,
        rollen: &[Rol],
        besloten_op: Datum,
    ) -> Result<Besluit, ZaakGeweigerd> {
        self.expect(Herzieningsstand::Voorgesteld, self.stand)?;
        let voorstel = self.find_voorstel().ok_or(self.refused())?;
        let is_afgewogen = !voorstel.afwegingen.is_empty();
        let by_rol = |rol: &Rol| {
            let mandaten = voorstel.besluiten.iter().map(|besluit| {
                register.find(
                    Regeling::AlgemeneBijstand,
                    (*besluit).into(),
                    besloten_op,
                    &[*rol],
                )
            });
            let mandaten: Vec<_> = mandaten.collect::<Result<_, _>>().ok()?;
            let vier_ogen = mandaten
                .iter()
                .any(|mandaat| mandaat.needs_tweede_persoon(Some(voorstel.bedrag), is_afgewogen));
            Some((*rol, vier_ogen))
        };
        let (rol, vier_ogen) = rollen.iter().find_map(by_rol).ok_or(MandaatOntbreekt)?;
        let besluit = Besluit {
            besloten_op,
            namens,
            rol,
            vier_ogen,
        };
        self.check_besluiten(&besluit, door)?;
        Ok(besluit)
    }

    /// What is calculated with, on the months as they were delivered.
    pub fn invoer(&self, maanden: Vec<Maandlevering>) -> Herzieningsinvoer {
        Herzieningsinvoer {
            maanden,
            wijzigingen: self
                .list_feiten()
                .into_iter()
                .map(|(_, feit)| feit.clone())
                .collect(),
            oordeel: self.find_oordeel().cloned(),
        }
    }

    /// What stays the same.
    pub const fn kop(&self) -> Herzieningskop {
        self.kop
    }

    /// The acts, in order.
    pub fn akten(&self) -> &[Herzieningsakte] {
        &self.akten
    }

    /// How far it has come.
    pub const fn stand(&self) -> Herzieningsstand {
        self.stand
    }

    /// The first and the last month.
    pub const fn bereik(&self) -> (Maand, Maand) {
        self.bereik
    }

    /// The facts that count, each with the number of its act.
    pub fn list_feiten(&self) -> Vec<(u32, &Feitwijziging)> {
        let mut feiten: Vec<(u32, &Feitwijziging)> = Vec::new();
        for (nummer, akte) in (1_u32..).zip(&self.akten) {
            match &akte.handeling {
                Herzieningshandeling::FeitVastgelegd { feit } => feiten.push((nummer, feit)),
                Herzieningshandeling::FeitVervallen { nummer } => {
                    feiten.retain(|(eigen, _)| eigen != nummer);
                }
                _ => {}
            }
        }
        feiten
    }

    /// What the college found last.
    pub fn find_oordeel(&self) -> Option<&Oordeel> {
        self.find_last(|handeling| match handeling {
            Herzieningshandeling::Beoordeeld { oordeel } => Some(oordeel),
            _ => None,
        })
    }

    /// The proposal that waits, or on which was decided.
    pub fn find_voorstel(&self) -> Option<&Herzieningsvoorstel> {
        if matches!(
            self.stand,
            Herzieningsstand::InBewerking | Herzieningsstand::Gestaakt
        ) {
            return None;
        }
        self.find_last(|handeling| match handeling {
            Herzieningshandeling::Voorgesteld(voorstel) => Some(&**voorstel),
            _ => None,
        })
    }

    /// The number of the act that proposed last, from 1, and who did it.
    pub fn find_voorsteller(&self) -> Option<(u32, &Persoon)> {
        (1_u32..)
            .zip(&self.akten)
            .filter(|(_, akte)| matches!(akte.handeling, Herzieningshandeling::Voorgesteld(_)))
            .last()
            .map(|(nummer, akte)| (nummer, &akte.door))
    }

    /// The day on which it was made known, with the last day for an objection. Awb arts 6:7 and 6:8.
    pub fn bekendmaking(&self) -> Option<(Datum, Termijndag)> {
        self.find_last(|handeling| match handeling {
            Herzieningshandeling::Bekendgemaakt {
                bekendgemaakt_op, ..
            } => Some((*bekendgemaakt_op, bezwaar_uiterlijk(*bekendgemaakt_op))),
            _ => None,
        })
    }

    /// The decision as an objection can be made to it; none before it is made known, and where the college decides itself.
    pub fn bestreden(&self) -> Option<Bestreden> {
        let (bekendgemaakt_op, _) = self.bekendmaking()?;
        let besloten =
            |akte: &&Herzieningsakte| matches!(akte.handeling, Herzieningshandeling::Besloten(_));
        let beslisser = &self.akten.iter().rev().find(besloten)?.door;
        Some(Bestreden {
            besluit: Bestredenbesluit::Herziening(self.kop.id),
            dossier: self.kop.dossier,
            regeling: Regeling::AlgemeneBijstand,
            bekendgemaakt_op,
            beslisser: beslisser.sub.clone(),
        })
    }

    fn find_last<'a, T>(
        &'a self,
        pick: impl Fn(&'a Herzieningshandeling) -> Option<T>,
    ) -> Option<T> {
        self.akten
            .iter()
            .rev()
            .find_map(|akte| pick(&akte.handeling))
    }

    fn check_feit(&self, feit: &Feitwijziging) -> Result<(), ZaakGeweigerd> {
        let (van, tot) = self.bereik;
        if feit.tot_en_met.is_some_and(|eind| eind < feit.vanaf) {
            let melding = "deze dag ligt voor de eerste dag";
            return Err(refuse("totEnMet", melding.to_owned()));
        }
        let is_binnen = feit.vanaf <= tot.last_day()
            && feit.tot_en_met.is_none_or(|eind| van.first_day() <= eind);
        if !is_binnen {
            let melding = "deze dagen vallen buiten de maanden van deze herziening";
            return Err(refuse("vanaf", melding.to_owned()));
        }
        Ok(())
    }

    fn check_oordeel(&self, oordeel: &Oordeel, vandaag: Datum) -> Result<(), ZaakGeweigerd> {
        if oordeel.dag < self.bereik.0.first_day() {
            let melding = "het besluit kan niet vóór de maanden liggen waarover het gaat";
            return Err(refuse("dag", melding.to_owned()));
        }
        let uiterlijk = vandaag.saturating_add(jiff::Span::new().months(1));
        if oordeel.dag > uiterlijk {
            let melding = "kies een dag binnen een maand";
            return Err(refuse("dag", melding.to_owned()));
        }
        oordeel
            .oorzaken
            .iter()
            .try_for_each(|oorzaak| self.check_oorzaak(oorzaak))
    }

    /// The months of a cause lie in the review.
    fn check_oorzaak(&self, oorzaak: &Oorzaakoordeel) -> Result<(), ZaakGeweigerd> {
        let (eerste, laatste) = self.bereik;
        let is_binnen = |maand: Maand| eerste <= maand && maand <= laatste;
        let buiten = "deze maand valt buiten deze herziening";
        if oorzaak.van.is_some_and(|van| !is_binnen(van)) {
            return Err(refuse("van", buiten.to_owned()));
        }
        if oorzaak.tot_en_met.is_some_and(|tot| !is_binnen(tot)) {
            return Err(refuse("totEnMet", buiten.to_owned()));
        }
        if oorzaak
            .van
            .zip(oorzaak.tot_en_met)
            .is_some_and(|(van, tot)| tot < van)
        {
            let melding = "kies een maand die niet voor de eerste maand ligt";
            return Err(refuse("totEnMet", melding.to_owned()));
        }
        Ok(())
    }

    fn check_besluiten(&self, besluit: &Besluit, door: &Persoon) -> Result<(), ZaakGeweigerd> {
        let (_, voorsteller) = self.find_voorsteller().ok_or(self.refused())?;
        if besluit.vier_ogen && voorsteller.sub == door.sub {
            return Err(ZaakGeweigerd::EigenVoorstel);
        }
        Ok(())
    }

    fn check_bekendmaking(&self, dag: Datum, vandaag: Datum) -> Result<(), ZaakGeweigerd> {
        if dag > vandaag {
            return Err(refuse("dag", "deze dag moet nog komen".to_owned()));
        }
        let besloten = self.find_last(|handeling| match handeling {
            Herzieningshandeling::Besloten(besluit) => Some(besluit.besloten_op),
            _ => None,
        });
        if besloten.is_some_and(|besloten| dag < besloten) {
            let melding = "het besluit is pas later genomen";
            return Err(refuse("dag", melding.to_owned()));
        }
        Ok(())
    }

    fn expect(
        &self,
        nu: Herzieningsstand,
        na: Herzieningsstand,
    ) -> Result<Herzieningsstand, ZaakGeweigerd> {
        if self.stand == nu {
            Ok(na)
        } else {
            Err(self.refused())
        }
    }

    const fn refused(&self) -> ZaakGeweigerd {
        ZaakGeweigerd::Stand(self.stand.naam())
    }
}

impl Herzieningsstand {
    /// Whether a decision must still be taken.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::InBewerking | Self::Voorgesteld)
    }

    /// Whether a decision was taken, or an advice was given.
    pub const fn is_besloten(self) -> bool {
        matches!(
            self,
            Self::Besloten | Self::Geadviseerd | Self::Bekendgemaakt
        )
    }

    /// This one where it is open; else the one that refuses.
    const fn or_open(self) -> Self {
        if self.is_open() {
            self
        } else {
            Self::InBewerking
        }
    }
}

fn refuse(veld: &str, melding: String) -> ZaakGeweigerd {
    Veldfouten::single(veld, melding).into()
}
