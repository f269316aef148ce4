//! The fields of the forms, between what the browser sends and what the domain reads.

use domain::opdracht::{AntwoordInvoer, OnderdeelInvoer, OpdrachtInvoer, PlanInvoer, StandInvoer};

/// The names of the fields of an item.
pub(super) struct Onderdeelnamen {
    pub(super) nummer: String,
    pub(super) prestatie: String,
    pub(super) kaders: String,
    pub(super) zonder_kader: String,
    pub(super) indicator: String,
    pub(super) kant: String,
    pub(super) norm: String,
    pub(super) marge: String,
    pub(super) vervalt: String,
}

/// The names of the fields of an answer.
pub(super) struct Antwoordnamen {
    pub(super) onderdeel: String,
    pub(super) aanpak: String,
    pub(super) trekker: String,
    pub(super) gereed: String,
}

/// The names of the fields of a state.
pub(super) struct Standnamen {
    pub(super) onderdeel: String,
    pub(super) gezien: String,
    pub(super) stand: String,
    pub(super) toelichting: String,
}

impl Onderdeelnamen {
    pub(super) fn new(plek: usize) -> Self {
        let veld = |naam: &str| format!("onderdelen.{plek}.{naam}");
        Self {
            nummer: veld("nummer"),
            prestatie: veld("prestatie"),
            kaders: veld("kaders"),
            zonder_kader: veld("zonderKader"),
            indicator: veld("indicator"),
            kant: veld("kant"),
            norm: veld("norm"),
            marge: veld("marge"),
            vervalt: veld("vervalt"),
        }
    }
}

impl Antwoordnamen {
    pub(super) fn new(plek: usize) -> Self {
        let veld = |naam: &str| format!("antwoorden.{plek}.{naam}");
        Self {
            onderdeel: veld("onderdeel"),
            aanpak: veld("aanpak"),
            trekker: veld("trekker"),
            gereed: veld("gereed"),
        }
    }
}

impl Standnamen {
    pub(super) fn new(plek: usize) -> Self {
        let veld = |naam: &str| format!("standen.{plek}.{naam}");
        Self {
            onderdeel: veld("onderdeel"),
            gezien: veld("gezien"),
            stand: veld("stand"),
            toelichting: veld("toelichting"),
        }
    }
}

/// More rows than this no page of ours has.
const RIJEN_MAX: usize = 100;

/// The fields as sent, in order; names may come back.
#[derive(Debug, Default)]
pub(super) struct Velden(Vec<(String, String)>);

impl Velden {
    pub(super) const fn new(paren: Vec<(String, String)>) -> Self {
        Self(paren)
    }

    /// The first value of a name; empty when absent.
    pub(super) fn get(&self, naam: &str) -> &str {
        let paar = self.0.iter().find(|(sleutel, _)| sleutel == naam);
        paar.map_or("", |(_, waarde)| waarde)
    }

    /// A number that a form carries; one that was never shown counts as overtaken.
    pub(super) fn number(&self, naam: &str) -> u32 {
        self.get(naam).parse().unwrap_or(u32::MAX)
    }

    /// The items. One that falls away is an empty one, so that the others keep their place.
    pub(super) fn opdracht(&self) -> OpdrachtInvoer {
        let namen = (0..RIJEN_MAX).map(Onderdeelnamen::new);
        let onderdelen = namen.take_while(|rij| self.has(&rij.prestatie)).map(|rij| {
            if self.get(&rij.vervalt) == "ja" {
                return OnderdeelInvoer::default();
            }
            OnderdeelInvoer {
                nummer: self.text(&rij.nummer),
                prestatie: self.text(&rij.prestatie),
                kaders: self.all(&rij.kaders),
                zonder_kader: self.text(&rij.zonder_kader),
                indicator: self.text(&rij.indicator),
                kant: self.text(&rij.kant),
                norm: self.text(&rij.norm),
                marge: self.text(&rij.marge),
            }
        });
        OpdrachtInvoer {
            onderdelen: onderdelen.collect(),
        }
    }

    /// The answers.
    pub(super) fn plan(&self) -> PlanInvoer {
        let namen = (0..RIJEN_MAX).map(Antwoordnamen::new);
        let namen = namen.take_while(|rij| self.has(&rij.onderdeel));
        let antwoorden = namen.map(|rij| AntwoordInvoer {
            onderdeel: self.text(&rij.onderdeel),
            aanpak: self.text(&rij.aanpak),
            trekker: self.text(&rij.trekker),
            gereed: self.text(&rij.gereed),
        });
        PlanInvoer {
            antwoorden: antwoorden.collect(),
        }
    }

    /// The states.
    pub(super) fn standen(&self) -> Vec<StandInvoer> {
        let namen = (0..RIJEN_MAX).map(Standnamen::new);
        let namen = namen.take_while(|rij| self.has(&rij.onderdeel));
        let standen = namen.map(|rij| StandInvoer {
            onderdeel: self.text(&rij.onderdeel),
            gezien: self.text(&rij.gezien),
            stand: self.text(&rij.stand),
            toelichting: self.text(&rij.toelichting),
        });
        standen.collect()
    }

    fn all(&self, naam: &str) -> Vec<String> {
        let eigen = self.0.iter().filter(|(sleutel, _)| sleutel == naam);
        eigen.map(|(_, waarde)| waarde.clone()).collect()
    }

    fn text(&self, naam: &str) -> String {
        self.get(naam).to_owned()
    }

    /// Whether the page had this field.
    fn has(&self, naam: &str) -> bool {
        self.0.iter().any(|(sleutel, _)| sleutel == naam)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_that_falls_away_leaves_the_places_of_the_others() {
        let paar = |naam: &str, waarde: &str| (naam.to_owned(), waarde.to_owned());
        let velden = Velden::new(vec![
            paar("onderdelen.0.prestatie", "weg"),
            paar("onderdelen.0.vervalt", "ja"),
            paar("onderdelen.1.prestatie", "blijft"),
            paar("onderdelen.1.kaders", "a:1"),
            paar("onderdelen.1.kaders", "a:2"),
            paar("onderdelen.3.prestatie", "na een gat"),
        ]);
        let onderdelen = velden.opdracht().onderdelen;
        assert_eq!(onderdelen.len(), 2);
        assert_eq!(onderdelen[0], OnderdeelInvoer::default());
        assert_eq!(onderdelen[1].kaders, ["a:1", "a:2"]);
        assert_eq!(velden.number("gezien"), u32::MAX);
    }
}
