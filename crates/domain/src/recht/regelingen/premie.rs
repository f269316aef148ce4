//! Premiums for work: after half a year on a participatieplaats, and those of the college. Participatiewet arts 10a lid 6
//! and 31 lid 2 onder j.

use primitives::{Datum, Geld};
use rust_decimal::Decimal;

use super::{Regelingsaanvraag, Waarden, Weigering, fact, normen_op, of_the_law, required};
use crate::beleid::{Geldend, Staffel};
use crate::recht::maanden::Reeksregel;
use crate::recht::{Normbedrag, Reden};

/// Which premium.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Premiesoort {
    /// After every six months of unpaid work. Art. 10a lid 6; the council sets it.
    Participatieplaats,
    /// For who finds work; by the months of bijstand. The college sets it, as those below.
    Uitstroom,
    /// For who completes a trial placement.
    Proefplaats,
    /// For who completes an apprenticeship.
    Leerstage,
}

/// The value for one kind of premium, as far as it was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Premiebeleid {
    /// `premie.participatieplaats`, `premie.proefplaats` or `premie.leerstage`.
    pub bedrag: Option<Geldend<Geld>>,
    /// `premie.uitstroom`: euros by months of bijstand.
    pub staffel: Option<Geldend<Staffel>>,
}

/// What decides besides the age.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Premiefeiten {
    /// Which premium.
    pub soort: Premiesoort,
    /// The college finds that it helps to find work, or on a participatieplaats that somebody took part enough.
    pub is_akkoord_college: bool,
    /// Of a participatieplaats: months of unpaid work since the last premium.
    pub maanden_gewerkt: Option<u32>,
    /// Of uitstroom: months of bijstand.
    pub maanden_bijstand: Option<u32>,
    /// Premiums paid earlier in the calendar year.
    pub eerder_dit_jaar: Geld,
    /// How many.
    pub keer_eerder_dit_jaar: u32,
    /// Belongs to the target group of the loonkostensubsidie. Art. 31 lid 5.
    pub is_doelgroep: bool,
}

/// A calculation with everything it went through, as far as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Premieberekening {
    /// The premium of the municipality.
    pub premie: Option<Geld>,
    /// The most of all premiums in the calendar year.
    pub maximum: Option<Geld>,
    /// Whether it counts as income: for who is younger than 27 and outside the target group. Art. 31 lid 5.
    pub is_inkomen: bool,
    /// The amount, or why there is none.
    pub uitkomst: Result<Geld, Reden>,
}

/// Calculates a premium that falls due on a day.
pub(super) fn calculate(
    aanvraag: &Regelingsaanvraag<'_>,
    feiten: &Premiefeiten,
    beleid: &Premiebeleid,
) -> Premieberekening {
    let is_jong = aanvraag.situatie.aanvrager().is_jonger_dan_27();
    let mut berekening = Premieberekening {
        premie: None,
        maximum: None,
        is_inkomen: is_jong && !feiten.is_doelgroep,
        uitkomst: Ok(Geld::NUL),
    };
    berekening.uitkomst = weigh(aanvraag.peildatum, feiten, beleid, &mut berekening);
    berekening
}

fn weigh(
    peildatum: Datum,
    feiten: &Premiefeiten,
    beleid: &Premiebeleid,
    berekening: &mut Premieberekening,
) -> Result<Geld, Reden> {
    feiten.check_verdiend(peildatum)?;
    let regel = Reeksregel::PremieKeer;
    let hoogstens = of_the_law(regel.aantal(peildatum), regel, peildatum)?;
    let keer = feiten.keer_eerder_dit_jaar;
    if keer >= hoogstens {
        return Err(Weigering::DerdePremie { keer, hoogstens }.into());
    }
    let premie = beleid.premie(feiten)?;
    berekening.premie = Some(premie);
    let maximum = normen_op(peildatum)?.bedrag(Normbedrag::Premie)?;
    berekening.maximum = Some(maximum);
    let ruimte = (maximum - feiten.eerder_dit_jaar).not_below_zero();
    if ruimte.is_nul() {
        return Err(Weigering::PremiesVol {
            betaald: feiten.eerder_dit_jaar,
            hoogstens: maximum,
        }
        .into());
    }
    Ok(premie.min(ruimte))
}

impl Premiefeiten {
    fn check_verdiend(&self, peildatum: Datum) -> Result<(), Reden> {
        if self.soort != Premiesoort::Participatieplaats {
            return if self.is_akkoord_college {
                Ok(())
            } else {
                Err(Weigering::GeenBijdrage.into())
            };
        }
        let gewerkt = fact(self.maanden_gewerkt, "premie.maandenGewerkt")?;
        let regel = Reeksregel::ParticipatieplaatsMaanden;
        let nodig = of_the_law(regel.aantal(peildatum), regel, peildatum)?;
        if gewerkt < nodig {
            return Err(Weigering::NogGeenHalfJaar { gewerkt, nodig }.into());
        }
        if !self.is_akkoord_college {
            return Err(Weigering::NietMeegewerkt.into());
        }
        Ok(())
    }
}

impl Premiebeleid {
    /// The value for one kind of premium.
    pub fn read(waarden: &Waarden, soort: Premiesoort) -> Self {
        let sleutel = soort.sleutel();
        Self {
            bedrag: waarden.bedrag(sleutel),
            staffel: waarden.staffel(sleutel),
        }
    }

    fn premie(&self, feiten: &Premiefeiten) -> Result<Geld, Reden> {
        let sleutel = feiten.soort.sleutel();
        if feiten.soort != Premiesoort::Uitstroom {
            return Ok(required(self.bedrag.as_ref(), sleutel)?.waarde);
        }
        let staffel = required(self.staffel.as_ref(), sleutel)?;
        let maanden = fact(feiten.maanden_bijstand, "premie.maandenBijstand")?;
        let bedrag = staffel.waarde.waarde_at(Decimal::from(maanden));
        Ok(Geld::round_half_up(bedrag))
    }

    /// The decision behind the value.
    pub fn besluit(&self) -> Option<&str> {
        let besluit = match (&self.bedrag, &self.staffel) {
            (Some(bedrag), _) => &bedrag.besluit,
            (None, Some(staffel)) => &staffel.besluit,
            (None, None) => &None,
        };
        besluit.as_deref()
    }
}

impl Premiesoort {
    /// Every one, with its name in a question.
    pub const ALL: [(&'static str, Self); 4] = [
        ("participatieplaats", Self::Participatieplaats),
        ("uitstroom", Self::Uitstroom),
        ("proefplaats", Self::Proefplaats),
        ("leerstage", Self::Leerstage),
    ];

    const fn sleutel(self) -> &'static str {
        match self {
            Self::Participatieplaats => "premie.participatieplaats",
            Self::Uitstroom => "premie.uitstroom",
            Self::Proefplaats => "premie.proefplaats",
            Self::Leerstage => "premie.leerstage",
        }
    }

    /// The article that it is given by.
    pub const fn grondslag(self) -> &'static str {
        match self {
            Self::Participatieplaats => "Participatiewet art. 10a lid 6",
            Self::Uitstroom | Self::Proefplaats | Self::Leerstage => {
                "Participatiewet art. 31 lid 2 onder j"
            }
        }
    }
}
