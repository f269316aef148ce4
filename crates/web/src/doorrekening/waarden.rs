//! The left side: every value that can be calculated, with what holds now, its source and its bounds.

use domain::beleid::{
    Beleid, Grensregel, Parameter, Soort, Stand, Waarde, catalogus, render_grens,
};
use domain::doorrekening::{Rekenparameter, RekenvraagInvoer, find_belemmering};
use primitives::{Datum, Moment};
use rust_decimal::Decimal;

use crate::onderdelen::Link;

/// The values of one theme.
pub(super) struct Groep {
    pub(super) naam: String,
    pub(super) velden: Vec<Waardeveld>,
}

/// One value.
pub(super) struct Waardeveld {
    pub(super) sleutel: &'static str,
    pub(super) naam: String,
    pub(super) eenheid: String,
    pub(super) waarde: String,
    pub(super) uitleg: String,
    pub(super) besluit: Option<Link>,
    pub(super) schuif: Schuif,
}

/// The ends of a slider, in whole units.
pub(super) struct Schuif {
    pub(super) min: String,
    pub(super) max: String,
    pub(super) stap: &'static str,
}

/// What cannot be calculated, with the reason.
pub(super) struct Belemmerd {
    pub(super) naam: String,
    pub(super) waarom: &'static str,
}

/// The policy of a day, to say what holds.
pub(super) struct Geldig<'a> {
    pub(super) beleid: &'a Beleid,
    pub(super) dag: Datum,
    pub(super) bekend_op: Moment,
}

impl Geldig<'_> {
    /// The fields by theme, filled with what was typed or else with what holds.
    pub(super) fn groepen(&self, invoer: &RekenvraagInvoer) -> Vec<Groep> {
        let velden = |thema: &str| {
            Rekenparameter::ALL
                .into_iter()
                .filter_map(|sleutel| Some((sleutel, sleutel.parameter(catalogus())?)))
                .filter(|(_, parameter)| parameter.thema == thema)
                .map(|(sleutel, parameter)| self.veld(sleutel, parameter, invoer))
                .collect()
        };
        let groepen = catalogus().themas().iter().map(|thema| Groep {
            naam: thema.naam.clone(),
            velden: velden(&thema.code),
        });
        groepen.filter(|groep| !groep.velden.is_empty()).collect()
    }

    fn veld(
        &self,
        sleutel: Rekenparameter,
        parameter: &Parameter,
        invoer: &RekenvraagInvoer,
    ) -> Waardeveld {
        let stand = self.beleid.stand_on(parameter, self.dag, self.bekend_op);
        let getypt = invoer
            .waarden
            .iter()
            .find(|(naam, _)| naam == sleutel.sleutel());
        let nu = stand.waarde();
        Waardeveld {
            sleutel: sleutel.sleutel(),
            naam: parameter.naam.clone(),
            eenheid: parameter.eenheid.clone().unwrap_or_default(),
            waarde: getypt.map_or_else(
                || nu.map(Waarde::invoer_nl).unwrap_or_default(),
                |(_, tekst)| tekst.clone(),
            ),
            uitleg: self.uitleg(parameter, &stand),
            besluit: besluit_of(&stand),
            schuif: Schuif::of(parameter, nu, self.dag),
        }
    }

    fn uitleg(&self, parameter: &Parameter, stand: &Stand<'_>) -> String {
        let nu = match stand {
            Stand::BestaatNiet => "Bestaat op deze dag niet".to_owned(),
            _ => stand.waarde().map_or_else(
                || "Nu niets vastgesteld".to_owned(),
                |waarde| format!("Nu: {}", parameter.render(waarde)),
            ),
        };
        match grens_of(parameter, self.dag) {
            Some(grens) => format!("{nu}. De wet: {grens}."),
            None => format!("{nu}."),
        }
    }
}

/// Every parameter of the catalogue that cannot be calculated on this day.
pub(super) fn list_belemmerd(dag: Datum) -> Vec<Belemmerd> {
    let bestaat = |parameter: &&Parameter| parameter.regime_on(dag).is_some();
    let belemmerd = |parameter: &Parameter| {
        Some(Belemmerd {
            naam: parameter.naam.clone(),
            waarom: find_belemmering(parameter)?,
        })
    };
    let alle = catalogus().parameters().iter().filter(bestaat);
    alle.filter_map(belemmerd).collect()
}

fn besluit_of(stand: &Stand<'_>) -> Option<Link> {
    let besluit = &stand.vastgesteld()?.besluit;
    let tekst = format!("{} {}", besluit.orgaan.besluitnaam(), besluit.nummer);
    let href = format!("/{}/besluiten/{}", besluit.gemeente, besluit.id);
    Some(Link::new(tekst, href))
}

/// The bounds of the day with their article.
fn grens_of(parameter: &Parameter, dag: Datum) -> Option<String> {
    let grenzen = &parameter.regime_on(dag)?.grenzen;
    let zin = |grens: &domain::beleid::Grens| match &grens.regel {
        Grensregel::Minimum { waarde } => {
            let waarde = render_grens(parameter, *waarde);
            Some(format!("ten minste {waarde} ({})", grens.artikel))
        }
        Grensregel::Maximum { waarde } => {
            let waarde = render_grens(parameter, *waarde);
            Some(format!("ten hoogste {waarde} ({})", grens.artikel))
        }
        Grensregel::MeerDan { .. }
        | Grensregel::MinderDan { .. }
        | Grensregel::SamenHoogstens { .. } => None,
    };
    let zinnen: Vec<String> = grenzen.iter().filter_map(zin).collect();
    (!zinnen.is_empty()).then(|| zinnen.join(", "))
}

impl Schuif {
    /// From the least to the most of the law; without bounds far enough around what holds.
    fn of(parameter: &Parameter, nu: Option<&Waarde>, dag: Datum) -> Self {
        let (ruim, stap) = match parameter.soort {
            Soort::Bedrag => (1_000, "10"),
            Soort::Maanden => (60, "1"),
            _ => (150, "1"),
        };
        let ruim = Decimal::from(ruim);
        let nu = nu.and_then(Waarde::getal).unwrap_or_default();
        let (mut min, mut max) = (Decimal::ZERO, ruim.max(nu * Decimal::TWO));
        let grenzen = parameter.regime_on(dag).map(|r| r.grenzen.as_slice());
        for grens in grenzen.unwrap_or_default() {
            match grens.regel {
                Grensregel::Minimum { waarde } => min = waarde,
                Grensregel::Maximum { waarde } => max = waarde,
                Grensregel::MeerDan { .. }
                | Grensregel::MinderDan { .. }
                | Grensregel::SamenHoogstens { .. } => {}
            }
        }
        Self {
            min: min.normalize().to_string(),
            max: max.normalize().to_string(),
            stap,
        }
    }
}
