//! The raise of the norm for young people without parents to turn to, since 1 January 2026. Participatiewet
//! art. 20 lid 3 and 4.

use primitives::Geld;

use super::norm::{Norm, calculate_vanaf_21};
use super::{Leefsituatie, Normbedrag, Normen, Onbepaald, Partner};

/// How a norm was raised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verhoging {
    /// What came on top of the norm.
    pub bedrag: Geld,
    /// The amount of the law for one person.
    pub per_persoon: Geld,
    /// For how many persons.
    pub personen: u8,
    /// The norm of art. 21, above which it does not come (lid 4).
    pub maximum: Geld,
}

/// The norm with the raise, where the law gives one.
///
/// The text speaks of the norms of art. 20 lid 1 and 2 only, so with another norm the raise is undetermined.
/// With housemates it does not say whether the norm of art. 21 in a comparable situation is that of art. 22a:
/// where that would decide, the norm is undetermined.
pub(super) fn raise(
    norm: Norm,
    situatie: &Leefsituatie,
    normen: &Normen,
) -> Result<Norm, Onbepaald> {
    let personen = persons(situatie);
    if personen == 0 {
        return Ok(norm);
    }
    let Some(per_persoon) = normen.find_bedrag(Normbedrag::VerhogingJongere)? else {
        return Ok(norm);
    };
    if !norm.opbouw.is_jongerennorm() {
        return Err(Onbepaald::VerhogingAndereNorm);
    }
    let maximum = normen.bedrag(match situatie.partner() {
        None => Normbedrag::Alleenstaande,
        Some(_) => Normbedrag::Gehuwden,
    })?;
    let som = norm.bedrag + per_persoon.fraction(i64::from(personen), 1);
    let vergelijkbaar = calculate_vanaf_21(situatie, normen)?;
    if vergelijkbaar < maximum && som > vergelijkbaar {
        return Err(Onbepaald::MaximumMetMedebewoners);
    }
    let bedrag = som.min(maximum);
    Ok(Norm {
        bedrag,
        verhoging: Some(Verhoging {
            bedrag: bedrag - norm.bedrag,
            per_persoon,
            personen,
            maximum,
        }),
        ..norm
    })
}

/// How many persons with a right are 18, 19 or 20 and cannot turn to their parents.
fn persons(situatie: &Leefsituatie) -> u8 {
    let feiten = situatie.normfeiten();
    let aanvrager = situatie.aanvrager().is_jongere() && feiten.aanvrager.mist_ouders();
    let partner = matches!(
        situatie.partner(),
        Some(Partner { leeftijd: Some(leeftijd), heeft_recht: true }) if leeftijd.is_jongere()
    ) && feiten.partner.mist_ouders();
    u8::from(aanvrager) + u8::from(partner)
}
