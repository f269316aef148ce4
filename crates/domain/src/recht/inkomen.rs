//! Income that counts against the norm. Participatiewet arts 31 and 32.

use primitives::Geld;

use super::{
    Bijstandsbeleid, Inkomstensoort, Leefsituatie, Norm, Normen, Onbepaald, Partner, Vrijlating,
    Vrijlatingstoets, Vrijstelling, norm, vrijlating, vrijstelling,
};

/// One net income of the month, with the holiday pay that belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inkomst {
    /// Whose it is.
    pub persoon: Persoon,
    /// What it is.
    pub soort: Inkomstensoort,
    /// The amount; never below zero.
    pub bedrag: Geld,
    /// The exemption that the college grants.
    pub vrijlating: Option<Vrijlating>,
    /// How many months of that exemption were used before this month.
    pub maanden_gebruikt: Option<u32>,
}

/// One of the two who can have an income.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Persoon {
    /// Who asks.
    Aanvrager,
    /// To whom he is married or counts as married.
    Partner,
}

/// The income of a household that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inkomen {
    /// The exemptions that were named, in the order of the persons and letters.
    pub vrijlatingen: Vec<Vrijlatingstoets>,
    /// What does not count by its kind.
    pub vrijstellingen: Vec<Vrijstelling>,
    /// Of the applicant, after exemption.
    pub aanvrager: Geld,
    /// Of the partner, after exemption.
    pub partner: Geld,
    /// How much of the partner's counts where he has no right.
    pub niet_rechthebbend: Option<NietRechthebbend>,
    /// What counts in all.
    pub middelen: Geld,
}

/// How the income of a partner without a right counts. Participatiewet art. 32 lid 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NietRechthebbend {
    /// The bijstand that there would be without his income.
    pub bijstand_zonder: Geld,
    /// Their incomes and that bijstand together.
    pub tezamen: Geld,
    /// The norm for a couple.
    pub gehuwdennorm: Geld,
    /// What counts.
    pub telt_mee: Geld,
}

/// The income that counts against a norm.
pub fn calculate_inkomen(
    inkomsten: &[Inkomst],
    situatie: &Leefsituatie,
    norm: &Norm,
    normen: &Normen,
    beleid: &Bijstandsbeleid,
) -> Result<Inkomen, Onbepaald> {
    check_dekking(inkomsten, situatie)?;
    let vrijlatingen = if inkomsten.iter().any(|i| i.vrijlating.is_some()) {
        vrijlating::calculate_vrijlatingen(inkomsten, situatie, normen)?
    } else {
        Vec::new()
    };
    let vrijstellingen = if inkomsten.iter().any(|i| i.soort.has_eigen_regel()) {
        vrijstelling::calculate_vrijstellingen(inkomsten, situatie, normen, beleid)?
    } else {
        Vec::new()
    };
    let netto = |persoon: Persoon| -> Geld {
        let bruto: Geld = inkomsten
            .iter()
            .filter(|i| i.persoon == persoon)
            .map(|i| i.bedrag)
            .sum();
        let vrij: Geld = vrijlatingen
            .iter()
            .filter(|toets| toets.persoon == persoon)
            .filter_map(|toets| toets.uitkomst.ok())
            .map(|vrij| vrij.bedrag)
            .sum();
        let vrijgesteld = vrijstellingen.iter().filter(|v| v.persoon == persoon);
        bruto - vrij - vrijgesteld.map(|v| v.bedrag).sum()
    };
    let aanvrager = netto(Persoon::Aanvrager);
    let partner = netto(Persoon::Partner);
    let niet_rechthebbend = match situatie.partner() {
        Some(feiten) if !feiten.heeft_recht && !partner.is_nul() => Some(niet_rechthebbend(
            aanvrager, partner, feiten, situatie, norm, normen,
        )?),
        _ => None,
    };
    Ok(Inkomen {
        aanvrager,
        partner,
        middelen: aanvrager + niet_rechthebbend.map_or(partner, |deel| deel.telt_mee),
        niet_rechthebbend,
        vrijlatingen,
        vrijstellingen,
    })
}

/// Refuses incomes for which this module has no rule.
fn check_dekking(inkomsten: &[Inkomst], situatie: &Leefsituatie) -> Result<(), Onbepaald> {
    let is_van_partner = |i: &Inkomst| i.persoon == Persoon::Partner;
    if situatie.partner().is_none() && inkomsten.iter().any(is_van_partner) {
        return Err(Onbepaald::InkomstenZonderPartner);
    }
    Ok(())
}

/// Only what lifts the couple above the couple's norm counts. Participatiewet art. 32 lid 3.
fn niet_rechthebbend(
    aanvrager: Geld,
    partner: Geld,
    feiten: Partner,
    situatie: &Leefsituatie,
    norm: &Norm,
    normen: &Normen,
) -> Result<NietRechthebbend, Onbepaald> {
    let gehuwdennorm = norm::calculate_gehuwdennorm(situatie, normen, feiten.leeftijd)?.bedrag;
    let bijstand_zonder = (norm.bedrag - aanvrager).not_below_zero();
    let tezamen = aanvrager + partner + bijstand_zonder;
    Ok(NietRechthebbend {
        bijstand_zonder,
        tezamen,
        gehuwdennorm,
        telt_mee: (tezamen - gehuwdennorm).not_below_zero().min(partner),
    })
}

impl Persoon {
    /// As people read it.
    pub const fn omschrijving(self) -> &'static str {
        match self {
            Self::Aanvrager => "aanvrager",
            Self::Partner => "partner",
        }
    }
}
