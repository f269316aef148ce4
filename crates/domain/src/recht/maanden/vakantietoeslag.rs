//! When holiday pay is due. Participatiewet art. 45 lid 1.

use primitives::{Geld, Maand};

use super::{MaandGeenRecht, MaandOnbepaald, Maandberekening, Maandreden, Reeksregel, Termijn};

/// The month in which holiday pay is paid.
const JUNI: i8 = 6;

/// In June over the twelve months before it, or within three months after the month in which bijstand ended, over the
/// months since the last June; as far as they are in the series.
pub(super) fn list_vakantietoeslagen(
    maanden: &[Maandberekening],
    termijnen: &mut Vec<Termijn>,
) -> Result<(), MaandOnbepaald> {
    let mut open: Option<Maand> = None;
    for (plek, berekening) in maanden.iter().enumerate() {
        let (maand, vorige) = (berekening.maand, berekening.maand.plus(-1));
        if maand.first_day().month() == JUNI
            && let Some(van) = open.take()
        {
            termijnen.push(due(maanden, (van, vorige), maand));
        }
        if !matches!(berekening.uitkomst, Err(Maandreden::GeenRecht(_))) {
            open = open.or(Some(maand));
        } else if let Some(van) = open.take_if(|_| has_ended(maanden, plek)) {
            let na = Reeksregel::VakantietoeslagMaanden.aantal(vorige.first_day())?;
            let uiterlijk = vorige.plus(i32::try_from(na).unwrap_or(i32::MAX));
            termijnen.push(due(maanden, (van, vorige), uiterlijk));
        }
    }
    Ok(())
}

/// Whether the benefit has ended for good at a month.
fn has_ended(maanden: &[Maandberekening], plek: usize) -> bool {
    maanden.iter().skip(plek).all(|maand| {
        matches!(
            maand.uitkomst,
            Err(Maandreden::GeenRecht(MaandGeenRecht::NaEinde(_)))
        )
    })
}

/// What was reserved over some months, due by the last day of another.
fn due(maanden: &[Maandberekening], (van, tot): (Maand, Maand), uiterlijk: Maand) -> Termijn {
    let bedrag = |maand: &Maandberekening| match &maand.uitkomst {
        Ok(bedragen) => Some(bedragen.vakantietoeslag),
        Err(Maandreden::GeenRecht(_)) => Some(Geld::NUL),
        Err(Maandreden::Onbepaald(_)) => None,
    };
    let bedragen: Option<Vec<Geld>> = maanden
        .iter()
        .filter(|maand| van <= maand.maand && maand.maand <= tot)
        .map(bedrag)
        .collect();
    Termijn::Vakantietoeslag {
        dag: uiterlijk.last_day(),
        maanden: (van, tot),
        bedrag: bedragen.map(|alle| alle.into_iter().sum()),
    }
}
