//! What is still to be done for a resident.

use primitives::Datum;

use super::casusregie::Casusregie;
use super::inbeeld::{Beeldstand, Inbeeldtermijn};
use crate::ontwikkeling::Meetstand;

/// Something that waits in a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Openstaand {
    /// Nobody directs the case. Piketpaal 2.
    CasusregisseurOntbreekt,
    /// The ladder was not measured in this quarter.
    MetingNodig(Meetstand),
    /// There was no contact within the term.
    ContactNodig(Beeldstand),
}

/// What waits on `vandaag` in the dossier of a resident of the caseload, the most urgent first.
pub fn list_openstaand(
    casusregie: &Casusregie,
    gemeten_op: Option<Datum>,
    contact_op: Option<Datum>,
    termijn: Inbeeldtermijn,
    vandaag: Datum,
) -> Vec<Openstaand> {
    let meting = Meetstand::on(gemeten_op, vandaag);
    let beeld = termijn.stand(gemeten_op.max(contact_op), vandaag);
    let regie = (*casusregie == Casusregie::Geen).then_some(Openstaand::CasusregisseurOntbreekt);
    let contact = beeld
        .is_contact_nodig()
        .then_some(Openstaand::ContactNodig(beeld));
    let meting = meting
        .is_meting_nodig()
        .then_some(Openstaand::MetingNodig(meting));
    [regie, contact, meting].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::{Casusregisseur, Medewerker};
    use jiff::civil::date;

    #[test]
    fn names_everything_that_waits() {
        let vandaag = date(2026, 11, 21);
        let list = |regie: &Casusregie, gemeten_op, contact_op| {
            list_openstaand(
                regie,
                gemeten_op,
                contact_op,
                Inbeeldtermijn::STANDAARD,
                vandaag,
            )
        };
        assert_eq!(
            list(&Casusregie::Geen, None, None),
            [
                Openstaand::CasusregisseurOntbreekt,
                Openstaand::ContactNodig(Beeldstand::NooitGezien),
                Openstaand::MetingNodig(Meetstand::Nooit),
            ]
        );
        let anna = Casusregie::Bij(Casusregisseur {
            medewerker: Medewerker {
                sub: "a".into(),
                naam: "Anna".into(),
            },
            sinds: "2026-01-05T09:00:00Z".parse().unwrap(),
            volgnummer: 1,
        });
        let september = date(2026, 9, 1);
        assert_eq!(
            list(&anna, Some(september), None),
            [Openstaand::MetingNodig(Meetstand::Eerder(september))]
        );
        assert_eq!(list(&anna, Some(date(2026, 10, 1)), Some(september)), []);
    }
}
