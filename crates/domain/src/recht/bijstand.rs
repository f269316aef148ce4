//! The right to algemene bijstand of one household in one calendar month. Participatiewet arts 19, 18, 45.

use primitives::{Datum, Geld, Percentage};

use super::{
    GeenRecht, Inkomen, Inkomst, Kader, Leefsituatie, Norm, Normen, Normpercentage, Onbepaald,
    Reden, Vermogen, Vermogenstoets, inkomen, norm, normverlaging, vermogen,
};

/// What decides about algemene bijstand in a month.
#[derive(Clone, Copy, Debug)]
pub struct Bijstandsfeiten<'a> {
    /// The day whose facts hold for the whole month.
    pub peildatum: Datum,
    /// The household.
    pub situatie: &'a Leefsituatie,
    /// The incomes of the month.
    pub inkomsten: &'a [Inkomst],
    /// What it owns and owes; told or not.
    pub vermogen: Option<Vermogen>,
    /// The reduction by a maatregel.
    pub verlaging: Option<Verlaging>,
}

/// The reduction by a maatregel. Participatiewet art. 18 lid 2 and following.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verlaging {
    /// A percentage of the norm.
    Percentage(Percentage),
    /// The amount itself, as the statutory records give it.
    Bedrag(Geld),
}

/// The amounts of a right, which a maatregel may have lowered to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bedragen {
    /// Norm less income less reduction.
    pub bedrag: Geld,
    /// The part that is reserved until June.
    pub vakantietoeslag: Geld,
    /// The rest.
    pub uitbetaling: Geld,
}

/// A calculation with everything it went through, as far as it came. Holds no text: see
/// [`super::uitleg`] for that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bijstandsberekening {
    /// The norm.
    pub norm: Option<Norm>,
    /// The means test.
    pub vermogen: Option<Vermogenstoets>,
    /// The income.
    pub inkomen: Option<Inkomen>,
    /// The reduction.
    pub verlaging: Option<Geld>,
    /// What came out.
    pub uitkomst: Result<Bedragen, Reden>,
}

/// Calculates the right to algemene bijstand by the law as it is known now, without policy. Participatiewet art. 19.
pub fn calculate_bijstand(feiten: &Bijstandsfeiten<'_>) -> Bijstandsberekening {
    calculate_bijstand_in(&Kader::WET, feiten)
}

/// The same by the law and the policy of `kader`.
pub fn calculate_bijstand_in(
    kader: &Kader<'_>,
    feiten: &Bijstandsfeiten<'_>,
) -> Bijstandsberekening {
    let mut berekening = Bijstandsberekening {
        norm: None,
        vermogen: None,
        inkomen: None,
        verlaging: None,
        uitkomst: Err(Onbepaald::GeenNormen(feiten.peildatum).into()),
    };
    if let Some(normen) = kader.normen(feiten.peildatum) {
        berekening.uitkomst = berekening.calculate(kader, feiten, &normen);
    }
    berekening
}

impl Bijstandsberekening {
    fn calculate(
        &mut self,
        kader: &Kader<'_>,
        feiten: &Bijstandsfeiten<'_>,
        normen: &Normen,
    ) -> Result<Bedragen, Reden> {
        norm::check_uitsluiting(feiten.situatie)?;
        let norm = normverlaging::calculate_bijstandsnorm(
            feiten.situatie,
            feiten.peildatum,
            normen,
            kader.beleid,
        )?;
        self.norm = Some(norm);
        let vermogen = vermogen::calculate_vermogen(feiten.vermogen, feiten.situatie, normen)?;
        self.vermogen = Some(vermogen);
        vermogen.check()?;
        let inkomen = inkomen::calculate_inkomen(
            feiten.inkomsten,
            feiten.situatie,
            &norm,
            normen,
            kader.beleid,
        )?;
        let middelen = inkomen.middelen;
        self.inkomen = Some(inkomen);
        let verlaging = match feiten.verlaging {
            None => Geld::NUL,
            Some(Verlaging::Percentage(percentage)) => norm.bedrag.part(percentage),
            Some(Verlaging::Bedrag(bedrag)) => bedrag,
        };
        self.verlaging = Some(verlaging);
        if middelen >= norm.bedrag {
            let norm = norm.bedrag;
            return Err(GeenRecht::Inkomen { middelen, norm }.into());
        }
        let bedrag = (norm.bedrag - middelen - verlaging).not_below_zero();
        let vakantietoeslag = bedrag.part(normen.percentage(Normpercentage::Vakantietoeslag)?);
        Ok(Bedragen {
            bedrag,
            vakantietoeslag,
            uitbetaling: bedrag - vakantietoeslag,
        })
    }
}
