//! What a delivery did, as figures and in words.

use std::collections::BTreeSet;

use persistence::statistiek::{Leveringsoort, Telling};
use primitives::{LeveringId, Maand, aantal_nl, maand_lang};

use super::opdracht::Wijze;
use crate::dossier::{Notitieverslag, Regisseursverslag, Woongebiedverslag};

/// What a delivery did, or would do when it was only tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Importverslag {
    /// Whether anything was written.
    pub wijze: Wijze,
    /// Of the file of BUS.
    pub bus: Option<Bestandsverslag>,
    /// Of the file of SRG.
    pub srg: Option<Bestandsverslag>,
    /// Of the list of names.
    pub namen: Option<Namenverslag>,
    /// Of the list of casusregisseurs.
    pub regisseurs: Option<Regisseursverslag>,
    /// Of the list of notes.
    pub notities: Option<Notitieverslag>,
    /// Of the list of areas.
    pub woongebieden: Option<Woongebiedverslag>,
}

/// What one file did, or would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bestandsverslag {
    /// The delivery; none when it was only tried, or changed nothing.
    pub levering: Option<LeveringId>,
    /// The months that the file describes.
    pub maanden: BTreeSet<Maand>,
    /// Its records by what they changed.
    pub telling: Telling,
    /// How many people are in the file.
    pub inwoners: usize,
    /// How many of them were not known.
    pub inwoners_nieuw: usize,
}

/// What a list of names did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Namenverslag {
    /// Names in the list.
    pub regels: usize,
    /// Residents who got another name; none when it was only tried.
    pub gewijzigd: Option<usize>,
}

impl Importverslag {
    /// The files of statutory records, with their kind.
    pub fn bestanden(&self) -> impl Iterator<Item = (Leveringsoort, &Bestandsverslag)> {
        let bus = self.bus.iter().map(|bestand| (Leveringsoort::Bus, bestand));
        let srg = self.srg.iter().map(|bestand| (Leveringsoort::Srg, bestand));
        bus.chain(srg)
    }

    /// A sentence in Dutch for each file.
    pub fn zinnen(&self) -> Vec<String> {
        let mut zinnen: Vec<_> = self
            .bestanden()
            .map(|(soort, bestand)| bestand.zin(soort))
            .collect();
        if let Some(namen) = self.namen {
            zinnen.push(namen.zin());
        }
        zinnen.extend(self.regisseurs.map(Regisseursverslag::zin));
        zinnen.extend(self.notities.map(Notitieverslag::zin));
        zinnen.extend(self.woongebieden.map(Woongebiedverslag::zin));
        zinnen
    }
}

impl Bestandsverslag {
    fn zin(&self, soort: Leveringsoort) -> String {
        let over = match (self.maanden.first(), self.maanden.last()) {
            (Some(eerste), Some(laatste)) if eerste != laatste => {
                format!(
                    "{} tot en met {}",
                    maand_lang(*eerste),
                    maand_lang(*laatste)
                )
            }
            (Some(maand), _) => maand_lang(*maand),
            _ => "geen enkele maand".to_owned(),
        };
        let begin = format!("{} over {over}", soort.naam().to_uppercase());
        if self.telling.is_gelijk() {
            return format!("{begin}: alles was al bekend, er verandert niets.");
        }
        let telling = self.telling;
        let delen: Vec<_> = [
            (telling.nieuw, "nieuw"),
            (telling.gewijzigd, "gewijzigd"),
            (telling.ongewijzigd, "gelijk"),
            (telling.vervallen, "vervallen"),
        ]
        .into_iter()
        .filter(|(aantal, _)| *aantal > 0)
        .map(|(aantal, wat)| format!("{aantal} {wat}"))
        .collect();
        let nieuw = match self.inwoners_nieuw {
            0 => String::new(),
            aantal => format!(", van wie {aantal} nog niet bekend"),
        };
        format!(
            "{begin}: {} van {}{nieuw}. {}.",
            aantal_nl(telling.regels(), "regel", "regels"),
            aantal_nl(self.inwoners, "inwoner", "inwoners"),
            delen.join(", ")
        )
    }
}

impl Namenverslag {
    fn zin(self) -> String {
        let namen = aantal_nl(self.regels, "naam", "namen");
        match self.gewijzigd {
            Some(gewijzigd) => format!("Namenlijst: {namen}, {gewijzigd} vastgelegd."),
            None => format!("Namenlijst: {namen}."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verslag(telling: Telling, inwoners_nieuw: usize) -> Importverslag {
        let maand = Maand::parse("2026-10").unwrap();
        Importverslag {
            wijze: Wijze::Proef,
            bus: Some(Bestandsverslag {
                levering: None,
                maanden: BTreeSet::from([maand]),
                telling,
                inwoners: telling.regels(),
                inwoners_nieuw,
            }),
            srg: None,
            namen: Some(Namenverslag {
                regels: 1,
                gewijzigd: None,
            }),
            regisseurs: None,
            notities: None,
            woongebieden: None,
        }
    }

    #[test]
    fn what_happened_is_told_without_zeros() {
        let telling = Telling {
            nieuw: 8,
            ongewijzigd: 499,
            ..Telling::default()
        };
        assert_eq!(
            verslag(telling, 8).zinnen(),
            [
                "BUS over oktober 2026: 507 regels van 507 inwoners, van wie 8 nog niet bekend. 8 nieuw, 499 gelijk.",
                "Namenlijst: 1 naam."
            ]
        );
        let telling = Telling {
            ongewijzigd: 1,
            ..Telling::default()
        };
        assert_eq!(
            verslag(telling, 0).zinnen().first().unwrap(),
            "BUS over oktober 2026: alles was al bekend, er verandert niets."
        );
    }
}
