//! The mandate register: who may decide what, on whose behalf, and when two people are needed. Awb arts 10:3, 10:10, 10:11.

use primitives::{Datum, Geld, Veldcontrole, Veldfouten};
use serde::{Deserialize, Serialize};

use super::handeling::keuze;
use super::{Besluitsoort, Besluitvoorstel};
use crate::bevoegdheid::Rol;
use crate::gemeente::Uitvoeringsvorm;
use crate::herziening::Herzieningsbesluit;
use crate::recht::Regeling;

/// On whose behalf a decision is taken. Participatiewet arts 7 lid 4 and 8c; Awb arts 10:10 and 10:13.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Namens {
    /// The board of the joint organisation decides itself (delegated).
    DagelijksBestuur,
    /// In the name of the college (mandated).
    College,
    /// The college decides itself; this is advice.
    AdviesAanCollege,
}

keuze!(Namens {
    DagelijksBestuur => "dagelijks-bestuur", "het dagelijks bestuur";
    College => "college", "burgemeester en wethouders";
    AdviesAanCollege => "advies-aan-college", "advies aan burgemeester en wethouders";
});

/// When a second person must decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VierOgen {
    /// Always.
    Altijd,
    /// Where something was weighed.
    BijAfweging,
    /// Never, whatever was weighed.
    Nooit,
}

keuze!(VierOgen {
    Altijd => "altijd", "altijd";
    BijAfweging => "bij-afweging", "als er iets is afgewogen";
    Nooit => "nooit", "nooit";
});

/// A decision that the register gives to a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mandaatbesluit {
    /// On an application.
    Aanvraag(Besluitsoort),
    /// On an objection; never by who took the first decision. Awb art. 10:3 lid 3.
    Bezwaar,
    /// On months that were decided on.
    Herziening(Herzieningsbesluit),
}

/// One row of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mandaat {
    /// About which benefit.
    pub regeling: Regeling,
    /// About which decision.
    pub besluit: Mandaatbesluit,
    /// Who may decide.
    pub rol: Rol,
    /// When a second person is needed.
    pub vier_ogen: VierOgen,
    /// And always from this amount on.
    pub vier_ogen_vanaf: Option<Geld>,
    /// The first day.
    pub van: Datum,
    /// The first day on which it holds no more.
    pub tot: Option<Datum>,
    /// The mandate decision, or that it is an example.
    pub bron: String,
}

/// How a row stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mandaatgeldigheid {
    /// It holds.
    Geldt,
    /// It begins later.
    Komt,
    /// It ended, or a later row took its place.
    Voorbij,
}

/// The register of a municipality.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mandaatregister(Vec<Mandaat>);

/// Nobody with this role may take this decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("het mandaatregister geeft uw rol dit besluit niet")]
pub struct MandaatOntbreekt;

impl Namens {
    /// The organ that goes with how the municipality has the law executed.
    pub const fn of(vorm: Uitvoeringsvorm) -> Self {
        match vorm {
            Uitvoeringsvorm::Gedelegeerd => Self::DagelijksBestuur,
            Uitvoeringsvorm::Gemandateerd => Self::College,
            Uitvoeringsvorm::Advies => Self::AdviesAanCollege,
        }
    }
}

impl Mandaatbesluit {
    /// The name in data.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Aanvraag(besluit) => besluit.code(),
            Self::Bezwaar => "bezwaar",
            Self::Herziening(besluit) => besluit.code(),
        }
    }

    /// The one of a name in data.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "bezwaar" => Some(Self::Bezwaar),
            _ => Besluitsoort::from_code(code)
                .map(Self::Aanvraag)
                .or_else(|| Herzieningsbesluit::from_code(code).map(Self::Herziening)),
        }
    }

    /// As people read it.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Aanvraag(besluit) => besluit.naam(),
            Self::Bezwaar => "Beslissen op bezwaar",
            Self::Herziening(besluit) => besluit.naam(),
        }
    }
}

impl From<Besluitsoort> for Mandaatbesluit {
    fn from(besluit: Besluitsoort) -> Self {
        Self::Aanvraag(besluit)
    }
}

impl From<Herzieningsbesluit> for Mandaatbesluit {
    fn from(besluit: Herzieningsbesluit) -> Self {
        Self::Herziening(besluit)
    }
}

impl Mandaat {
    const fn key(&self) -> (Regeling, Mandaatbesluit, Rol, Datum) {
        (self.regeling, self.besluit, self.rol, self.van)
    }

    fn geldigheid(&self, dag: Datum) -> Mandaatgeldigheid {
        if self.tot.is_some_and(|tot| tot <= dag) {
            Mandaatgeldigheid::Voorbij
        } else if self.van > dag {
            Mandaatgeldigheid::Komt
        } else {
            Mandaatgeldigheid::Geldt
        }
    }

    /// Whether a second person must take this decision.
    pub fn needs_vier_ogen(&self, voorstel: &Besluitvoorstel) -> bool {
        self.needs_tweede_persoon(voorstel.bedrag, !voorstel.afwegingen.is_empty())
    }

    /// Whether a second person must take a decision about this amount, in which something was weighed or not.
    pub fn needs_tweede_persoon(&self, bedrag: Option<Geld>, is_afgewogen: bool) -> bool {
        let is_hoog = self
            .vier_ogen_vanaf
            .zip(bedrag)
            .is_some_and(|(vanaf, bedrag)| bedrag >= vanaf);
        is_hoog
            || match self.vier_ogen {
                VierOgen::Altijd => true,
                VierOgen::BijAfweging => is_afgewogen,
                VierOgen::Nooit => false,
            }
    }
}

impl Mandaatregister {
    /// The rows as they were recorded.
    pub const fn new(mandaten: Vec<Mandaat>) -> Self {
        Self(mandaten)
    }

    /// The rows.
    pub fn list(&self) -> &[Mandaat] {
        &self.0
    }

    /// How a row of this register stands on a day: also past where a later row took its place.
    pub fn geldigheid(&self, mandaat: &Mandaat, dag: Datum) -> Mandaatgeldigheid {
        let follows = |ander: &Mandaat| {
            (ander.regeling, ander.besluit, ander.rol)
                == (mandaat.regeling, mandaat.besluit, mandaat.rol)
                && ander.van > mandaat.van
                && ander.van <= dag
        };
        if self.0.iter().any(follows) {
            Mandaatgeldigheid::Voorbij
        } else {
            mandaat.geldigheid(dag)
        }
    }

    /// Refuses rows that the register has already, or that stand twice, by their number from 1.
    pub fn check_nieuw(&self, nieuw: &[Mandaat]) -> Result<(), Veldfouten> {
        let mut controle = Veldcontrole::default();
        for (plek, mandaat) in nieuw.iter().enumerate() {
            let same = |ander: &Mandaat| ander.key() == mandaat.key();
            let melding = if self.0.iter().any(same) {
                "dit mandaat is met deze ingangsdag al vastgelegd"
            } else if nieuw.iter().take(plek).any(same) {
                "dit mandaat staat met deze ingangsdag al eerder in het bestand"
            } else {
                continue;
            };
            controle.refuse(format!("{}.van", plek + 1), melding);
        }
        controle.finish()
    }

    /// The row by which one of these roles may take this decision on a day.
    pub fn find(
        &self,
        regeling: Regeling,
        besluit: Mandaatbesluit,
        dag: Datum,
        rollen: &[Rol],
    ) -> Result<&Mandaat, MandaatOntbreekt> {
        let last_for = |rol: &Rol| {
            let past = |mandaat: &&Mandaat| {
                mandaat.regeling == regeling
                    && mandaat.besluit == besluit
                    && mandaat.rol == *rol
                    && mandaat.van <= dag
            };
            let rijen = self.0.iter().filter(past);
            // A later row takes the place of an earlier one, also where it has ended.
            rijen
                .max_by_key(|mandaat| mandaat.van)
                .filter(|mandaat| mandaat.tot.is_none_or(|tot| dag < tot))
        };
        rollen.iter().find_map(last_for).ok_or(MandaatOntbreekt)
    }
}

#[cfg(test)]
mod tests {
    use primitives::parse_datum;

    use super::*;

    fn rij(van: &str, tot: Option<&str>) -> Mandaat {
        Mandaat {
            regeling: Regeling::AlgemeneBijstand,
            besluit: Besluitsoort::Toekenning.into(),
            rol: Rol::Teamleider,
            vier_ogen: VierOgen::Altijd,
            vier_ogen_vanaf: None,
            van: parse_datum(van).unwrap(),
            tot: tot.and_then(parse_datum),
            bron: "voorbeeld".to_owned(),
        }
    }

    #[test]
    fn every_decision_has_a_name_of_its_own_in_data() {
        let op_aanvraag = Besluitsoort::ALL.iter().map(|besluit| (*besluit).into());
        let over_maanden = Herzieningsbesluit::ALL.iter().map(|b| (*b).into());
        let alle = op_aanvraag
            .chain(over_maanden)
            .chain([Mandaatbesluit::Bezwaar]);
        for besluit in alle {
            assert_eq!(Mandaatbesluit::from_code(besluit.code()), Some(besluit));
        }
        assert_eq!(Mandaatbesluit::from_code("iets-anders"), None);
    }

    #[test]
    fn a_row_holds_until_its_end_or_until_a_later_one_takes_its_place() {
        use Mandaatgeldigheid as G;
        let rijen = vec![
            rij("2025-01-01", None),
            rij("2026-01-01", Some("2026-12-01")),
            rij("2027-01-01", None),
        ];
        let register = Mandaatregister::new(rijen);
        for (dag, stand) in [
            ("2025-06-01", [G::Geldt, G::Komt, G::Komt]),
            ("2026-11-30", [G::Voorbij, G::Geldt, G::Komt]),
            ("2026-12-01", [G::Voorbij, G::Voorbij, G::Komt]),
            ("2027-01-01", [G::Voorbij, G::Voorbij, G::Geldt]),
        ] {
            let dag = parse_datum(dag).unwrap();
            let rijen = register.list().iter();
            let gevonden: Vec<_> = rijen.map(|rij| register.geldigheid(rij, dag)).collect();
            assert_eq!(gevonden, stand, "{dag}");
        }
    }

    #[test]
    fn a_row_that_is_there_or_stands_twice_is_told_by_its_number() {
        let register = Mandaatregister::new(vec![rij("2026-01-01", None)]);
        let nieuw = ["2027-01-01", "2026-01-01", "2027-01-01"].map(|van| rij(van, None));
        let fouten = register.check_nieuw(&nieuw).unwrap_err();
        let velden: Vec<_> = fouten.list().iter().map(|f| f.veld.as_str()).collect();
        assert_eq!(velden, ["2.van", "3.van"]);
    }
}
