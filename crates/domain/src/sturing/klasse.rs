//! Classes into which a figure is split.

use primitives::{Datum, leeftijd_op};
use rust_decimal::Decimal;

use crate::ontwikkeling::Trede;

/// A way of splitting a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Dimensie {
    /// Not split.
    Totaal,
    /// By age on the reference date.
    Leeftijd,
    /// By the act that gives the benefit.
    Regeling,
    /// By how long the benefit lasts.
    Duur,
    /// By step of the Participatieladder.
    Trede,
    /// By movement on the Participatieladder.
    Beweging,
    /// By measured wage value.
    Loonwaarde,
}

impl Dimensie {
    /// The words above a table.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Totaal => "Totaal",
            Self::Leeftijd => "Leeftijd",
            Self::Regeling => "Regeling",
            Self::Duur => "Duur van de uitkering",
            Self::Trede => "Trede van de Participatieladder",
            Self::Beweging => "Beweging op de Participatieladder",
            Self::Loonwaarde => "Loonwaarde",
        }
    }

    /// The classes in the order of a table.
    pub fn klassen(self) -> impl Iterator<Item = Klasse> {
        Klasse::ALL
            .into_iter()
            .filter(move |klasse| klasse.dimensie() == self)
    }
}

/// One class of a [`Dimensie`]; the classes of a dimension do not overlap and leave nobody out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "every class is named in Dutch by `naam`")]
pub enum Klasse {
    Totaal,
    LeeftijdOnder27,
    Leeftijd27Tot45,
    Leeftijd45Plus,
    RegelingParticipatiewet,
    RegelingIoaw,
    RegelingIoaz,
    RegelingBbz,
    DuurOnder1,
    Duur1Tot2,
    Duur2Tot5,
    Duur5Tot10,
    Duur10Plus,
    Trede1,
    Trede2,
    Trede3,
    Trede4,
    Trede5,
    Trede6,
    BewegingOmhoog,
    BewegingGelijk,
    BewegingOmlaag,
    LoonwaardeOnder25,
    Loonwaarde25Tot50,
    Loonwaarde50Tot75,
    Loonwaarde75Plus,
}

impl Klasse {
    /// Every class, dimension by dimension, in the order of a table.
    pub const ALL: [Self; 26] = [
        Self::Totaal,
        Self::LeeftijdOnder27,
        Self::Leeftijd27Tot45,
        Self::Leeftijd45Plus,
        Self::RegelingParticipatiewet,
        Self::RegelingIoaw,
        Self::RegelingIoaz,
        Self::RegelingBbz,
        Self::DuurOnder1,
        Self::Duur1Tot2,
        Self::Duur2Tot5,
        Self::Duur5Tot10,
        Self::Duur10Plus,
        Self::Trede1,
        Self::Trede2,
        Self::Trede3,
        Self::Trede4,
        Self::Trede5,
        Self::Trede6,
        Self::BewegingOmhoog,
        Self::BewegingGelijk,
        Self::BewegingOmlaag,
        Self::LoonwaardeOnder25,
        Self::Loonwaarde25Tot50,
        Self::Loonwaarde50Tot75,
        Self::Loonwaarde75Plus,
    ];

    /// The name for machines, unique over all dimensions: `leeftijd-onder-27`.
    pub const fn sleutel(self) -> &'static str {
        self.row().0
    }

    /// The name for people, in a table of its dimension.
    pub const fn naam(self) -> &'static str {
        self.row().1
    }

    /// What is split.
    pub const fn dimensie(self) -> Dimensie {
        self.row().2
    }

    /// The class with this name for machines.
    pub fn from_sleutel(sleutel: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|klasse| klasse.sleutel() == sleutel)
    }

    /// The class of an age: the limits of 27 and 45 years that CBS publishes.
    pub fn of_leeftijd(geboortedatum: Datum, peildatum: Datum) -> Self {
        match leeftijd_op(geboortedatum, peildatum).unwrap_or_default() {
            ..27 => Self::LeeftijdOnder27,
            27..45 => Self::Leeftijd27Tot45,
            45.. => Self::Leeftijd45Plus,
        }
    }

    /// The class of a duration, from the first day of the benefit up to `peildatum`.
    pub fn of_duur(van: Datum, peildatum: Datum) -> Self {
        match leeftijd_op(van, peildatum).unwrap_or_default() {
            0 => Self::DuurOnder1,
            1 => Self::Duur1Tot2,
            2..5 => Self::Duur2Tot5,
            5..10 => Self::Duur5Tot10,
            10.. => Self::Duur10Plus,
        }
    }

    /// The class of a step.
    pub const fn of_trede(trede: Trede) -> Self {
        match trede {
            Trede::Geisoleerd => Self::Trede1,
            Trede::SocialeContacten => Self::Trede2,
            Trede::GeorganiseerdeActiviteiten => Self::Trede3,
            Trede::OnbetaaldWerk => Self::Trede4,
            Trede::BetaaldWerkMetOndersteuning => Self::Trede5,
            Trede::BetaaldWerk => Self::Trede6,
        }
    }

    /// The class of a number of steps up or down.
    pub const fn of_beweging(stappen: i8) -> Self {
        match stappen {
            ..0 => Self::BewegingOmlaag,
            0 => Self::BewegingGelijk,
            1.. => Self::BewegingOmhoog,
        }
    }

    /// The class of a wage value in per cent of the statutory minimum wage.
    pub fn of_loonwaarde(procent: Decimal) -> Self {
        if procent < Decimal::from(25) {
            Self::LoonwaardeOnder25
        } else if procent < Decimal::from(50) {
            Self::Loonwaarde25Tot50
        } else if procent < Decimal::from(75) {
            Self::Loonwaarde50Tot75
        } else {
            Self::Loonwaarde75Plus
        }
    }

    const fn row(self) -> (&'static str, &'static str, Dimensie) {
        use Dimensie as D;
        match self {
            Self::Totaal => ("totaal", "Totaal", D::Totaal),
            Self::LeeftijdOnder27 => ("leeftijd-onder-27", "jonger dan 27 jaar", D::Leeftijd),
            Self::Leeftijd27Tot45 => ("leeftijd-27-tot-45", "27 tot 45 jaar", D::Leeftijd),
            Self::Leeftijd45Plus => ("leeftijd-45-plus", "45 jaar en ouder", D::Leeftijd),
            Self::RegelingParticipatiewet => ("regeling-pw", "Participatiewet", D::Regeling),
            Self::RegelingIoaw => ("regeling-ioaw", "IOAW", D::Regeling),
            Self::RegelingIoaz => ("regeling-ioaz", "IOAZ", D::Regeling),
            Self::RegelingBbz => ("regeling-bbz", "Bbz", D::Regeling),
            Self::DuurOnder1 => ("duur-onder-1", "korter dan 1 jaar", D::Duur),
            Self::Duur1Tot2 => ("duur-1-tot-2", "1 tot 2 jaar", D::Duur),
            Self::Duur2Tot5 => ("duur-2-tot-5", "2 tot 5 jaar", D::Duur),
            Self::Duur5Tot10 => ("duur-5-tot-10", "5 tot 10 jaar", D::Duur),
            Self::Duur10Plus => ("duur-10-plus", "10 jaar of langer", D::Duur),
            Self::Trede1 => ("trede-1", "1 Geïsoleerd", D::Trede),
            Self::Trede2 => ("trede-2", "2 Sociale contacten buitenshuis", D::Trede),
            Self::Trede3 => (
                "trede-3",
                "3 Deelname georganiseerde activiteiten",
                D::Trede,
            ),
            Self::Trede4 => ("trede-4", "4 Onbetaald werk", D::Trede),
            Self::Trede5 => ("trede-5", "5 Betaald werk met ondersteuning", D::Trede),
            Self::Trede6 => ("trede-6", "6 Betaald werk", D::Trede),
            Self::BewegingOmhoog => ("beweging-omhoog", "omhoog", D::Beweging),
            Self::BewegingGelijk => ("beweging-gelijk", "gelijk", D::Beweging),
            Self::BewegingOmlaag => ("beweging-omlaag", "omlaag", D::Beweging),
            Self::LoonwaardeOnder25 => ("loonwaarde-onder-25", "lager dan 25%", D::Loonwaarde),
            Self::Loonwaarde25Tot50 => ("loonwaarde-25-tot-50", "25% tot 50%", D::Loonwaarde),
            Self::Loonwaarde50Tot75 => ("loonwaarde-50-tot-75", "50% tot 75%", D::Loonwaarde),
            Self::Loonwaarde75Plus => ("loonwaarde-75-plus", "75% of hoger", D::Loonwaarde),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn names_for_machines_are_unique_and_read_back() {
        for klasse in Klasse::ALL {
            assert_eq!(Klasse::from_sleutel(klasse.sleutel()), Some(klasse));
        }
        for trede in Trede::ALL {
            assert_eq!(Klasse::of_trede(trede).naam(), trede.to_string());
        }
    }

    #[test]
    fn limits_belong_to_the_class_that_starts_there() {
        let dag = date(2026, 3, 31);
        assert_eq!(
            Klasse::of_leeftijd(date(1999, 4, 1), dag),
            Klasse::LeeftijdOnder27
        );
        assert_eq!(
            Klasse::of_leeftijd(date(1999, 3, 31), dag),
            Klasse::Leeftijd27Tot45
        );
        assert_eq!(Klasse::of_duur(date(2024, 4, 1), dag), Klasse::Duur1Tot2);
        assert_eq!(Klasse::of_duur(date(2024, 3, 31), dag), Klasse::Duur2Tot5);
        assert_eq!(
            Klasse::of_loonwaarde(Decimal::from(50)),
            Klasse::Loonwaarde50Tot75
        );
        assert_eq!(Klasse::of_beweging(-1), Klasse::BewegingOmlaag);
    }
}
