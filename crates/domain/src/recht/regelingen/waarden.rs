//! The values of council and college that a scheme asks for.

use std::collections::BTreeMap;

use primitives::{Datum, Geld, Moment, Percentage};

use crate::beleid::{
    Beleid, Gebruik, Geldend, Lijst, Parameter, Staffel, Tarieven, Waarde, catalogus,
};

/// What holds for one scheme on one day, by the key of the catalogue.
///
/// Where nothing was decided the rule of the catalogue about that holds, if it gives a value; else the key is
/// absent, as it is where the law does not allow what was decided. What is absent is never guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waarden(BTreeMap<&'static str, Geldend<Waarde>>);

impl Waarden {
    /// The values that a question gives itself; it says everything that was decided.
    pub fn given(
        gebruik: Gebruik,
        peildatum: Datum,
        gegeven: Vec<(&'static Parameter, Waarde)>,
    ) -> Self {
        let standaard = list_parameters(gebruik).filter_map(|parameter| {
            let waarde = parameter
                .regime_on(peildatum)?
                .zonder_besluit
                .waarde
                .clone();
            Some((parameter.sleutel.as_str(), Geldend::given(waarde?)))
        });
        let gegeven = gegeven
            .into_iter()
            .map(|(parameter, waarde)| (parameter.sleutel.as_str(), Geldend::given(waarde)));
        Self(standaard.chain(gegeven).collect())
    }

    /// The values in force on a day, as known on a moment.
    pub fn in_force(
        gebruik: Gebruik,
        beleid: &Beleid,
        peildatum: Datum,
        bekend_op: Moment,
    ) -> Self {
        let waarden = list_parameters(gebruik).filter_map(|parameter| {
            let sleutel = parameter.sleutel.as_str();
            let geldend = beleid.find_geldend(catalogus(), sleutel, peildatum, bekend_op)?;
            Some((sleutel, geldend))
        });
        Self(waarden.collect())
    }

    /// An amount.
    pub fn bedrag(&self, sleutel: &str) -> Option<Geldend<Geld>> {
        self.find(sleutel, |waarde| match waarde {
            Waarde::Bedrag(bedrag) => Some(*bedrag),
            _ => None,
        })
    }

    /// A percentage.
    pub fn percentage(&self, sleutel: &str) -> Option<Geldend<Percentage>> {
        self.find(sleutel, |waarde| match waarde {
            Waarde::Percentage(percentage) => Some(*percentage),
            _ => None,
        })
    }

    /// A number of months.
    pub fn maanden(&self, sleutel: &str) -> Option<Geldend<u32>> {
        self.find(sleutel, |waarde| match waarde {
            Waarde::Maanden(maanden) => Some(u32::from(*maanden)),
            _ => None,
        })
    }

    /// Yes or no.
    pub fn ja_nee(&self, sleutel: &str) -> Option<Geldend<bool>> {
        self.find(sleutel, |waarde| match waarde {
            Waarde::JaNee(is_ja) => Some(*is_ja),
            _ => None,
        })
    }

    /// A day.
    pub fn datum(&self, sleutel: &str) -> Option<Geldend<Datum>> {
        self.find(sleutel, |waarde| match waarde {
            Waarde::Datum(datum) => Some(*datum),
            _ => None,
        })
    }

    /// A whole number.
    pub fn aantal(&self, sleutel: &str) -> Option<Geldend<u32>> {
        self.find(sleutel, |waarde| match waarde {
            Waarde::Getal(getal) if getal.is_integer() => u32::try_from(*getal).ok(),
            _ => None,
        })
    }

    /// Numbers by tier.
    pub fn staffel(&self, sleutel: &str) -> Option<Geldend<Staffel>> {
        self.find(sleutel, |waarde| match waarde {
            Waarde::Staffel(staffel) => Some(staffel.clone()),
            _ => None,
        })
    }

    /// Amounts by category.
    pub fn tarieven(&self, sleutel: &str) -> Option<Geldend<Tarieven>> {
        self.find(sleutel, |waarde| match waarde {
            Waarde::Tarieven(tarieven) => Some(tarieven.clone()),
            _ => None,
        })
    }

    /// A list in words.
    pub fn lijst(&self, sleutel: &str) -> Option<Geldend<Lijst>> {
        self.find(sleutel, |waarde| match waarde {
            Waarde::Lijst(lijst) => Some(lijst.clone()),
            _ => None,
        })
    }

    fn find<T>(&self, sleutel: &str, pick: impl Fn(&Waarde) -> Option<T>) -> Option<Geldend<T>> {
        let geldend = self.0.get(sleutel)?;
        Some(Geldend {
            waarde: pick(&geldend.waarde)?,
            besluit: geldend.besluit.clone(),
        })
    }
}

/// The values one by one, each with its decision.
impl FromIterator<(&'static str, Geldend<Waarde>)> for Waarden {
    fn from_iter<I: IntoIterator<Item = (&'static str, Geldend<Waarde>)>>(waarden: I) -> Self {
        Self(waarden.into_iter().collect())
    }
}

fn list_parameters(gebruik: Gebruik) -> impl Iterator<Item = &'static Parameter> {
    catalogus()
        .parameters()
        .iter()
        .filter(move |parameter| parameter.gebruik.contains(&gebruik))
}
