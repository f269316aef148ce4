//! The fields of the decision form, between what the browser sends and what the domain reads.

use domain::beleid::{BesluitInvoer, UitkomstInvoer, WaardeInvoer};
use primitives::{Veldcontrole, Veldfouten};

/// More rows than this no page of ours has.
const RIJEN_MAX: usize = 200;

/// The fields as sent, in order; names may come back.
#[derive(Debug, Default)]
pub(super) struct Besluitvelden(Vec<(String, String)>);

impl Besluitvelden {
    pub(super) const fn new(paren: Vec<(String, String)>) -> Self {
        Self(paren)
    }

    /// The first value of a name; empty when absent.
    pub(super) fn get(&self, naam: &str) -> &str {
        let paar = self.0.iter().find(|(sleutel, _)| sleutel == naam);
        paar.map_or("", |(_, waarde)| waarde)
    }

    /// Every value of a name.
    pub(super) fn all(&self, naam: &str) -> Vec<&str> {
        let eigen = self.0.iter().filter(|(sleutel, _)| sleutel == naam);
        eigen.map(|(_, waarde)| waarde.as_str()).collect()
    }

    /// How many rows for values the page had.
    pub(super) fn rijen(&self) -> usize {
        let is_rij = |plek: &usize| {
            let naam = format!("waarden.{plek}.sleutel");
            self.0.iter().any(|(sleutel, _)| *sleutel == naam)
        };
        (0..RIJEN_MAX).take_while(is_rij).count()
    }

    /// A field of a row.
    pub(super) fn in_rij(&self, plek: usize, veld: &str) -> &str {
        self.get(&format!("waarden.{plek}.{veld}"))
    }

    /// The decision as typed, without the rows in which nothing was typed; and which rows remained.
    pub(super) fn invoer(&self) -> (BesluitInvoer, Vec<usize>) {
        let is_gevuld = |plek: &usize| {
            ["waarde", "van", "tot"]
                .iter()
                .any(|veld| !self.in_rij(*plek, veld).trim().is_empty())
        };
        let plekken: Vec<usize> = (0..self.rijen()).filter(is_gevuld).collect();
        let tekst = |naam: &str| self.get(naam).to_owned();
        let rij = |plek: &usize| WaardeInvoer {
            sleutel: self.in_rij(*plek, "sleutel").to_owned(),
            waarde: self.in_rij(*plek, "waarde").to_owned(),
            van: self.in_rij(*plek, "van").to_owned(),
            tot: self.in_rij(*plek, "tot").to_owned(),
            gebied: self.in_rij(*plek, "gebied").to_owned(),
        };
        let invoer = BesluitInvoer {
            nummer: tekst("nummer"),
            titel: tekst("titel"),
            vergaderdatum: tekst("vergaderdatum"),
            toelichting: tekst("toelichting"),
            uitkomst: UitkomstInvoer {
                beslissing: tekst("uitkomst.beslissing"),
                amendement: tekst("uitkomst.amendement"),
                stemming: tekst("uitkomst.stemming"),
                stemmen_voor: tekst("uitkomst.stemmenVoor"),
                stemmen_tegen: tekst("uitkomst.stemmenTegen"),
                uitgereikt_bij: tekst("uitkomst.uitgereiktBij"),
                opmerkingen: tekst("uitkomst.opmerkingen"),
            },
            inwerkingtreding: tekst("inwerkingtreding"),
            waarden: plekken.iter().map(rij).collect(),
        };
        (invoer, plekken)
    }
}

/// Faults at the rows of the page, where the domain counted only the rows that were filled.
pub(super) fn place_fouten(fouten: Veldfouten, plekken: &[usize]) -> Veldfouten {
    let mut controle = Veldcontrole::default();
    for fout in fouten.list() {
        controle.refuse(place(&fout.veld, plekken), fout.melding.clone());
    }
    controle.finish().err().unwrap_or(fouten)
}

fn place(veld: &str, plekken: &[usize]) -> String {
    let gevonden = veld.strip_prefix("waarden.").and_then(|rest| {
        let (nummer, naam) = rest.split_once('.')?;
        let plek = plekken.get(nummer.parse::<usize>().ok()?)?;
        Some(format!("waarden.{plek}.{naam}"))
    });
    gevonden.unwrap_or_else(|| veld.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_rows_fall_away_and_faults_find_their_row_again() {
        let paren = [
            ("waarden.0.sleutel", "iit.bedrag.alleenstaande"),
            ("waarden.0.waarde", " "),
            ("waarden.1.sleutel", "iit.referteperiode"),
            ("waarden.1.waarde", "drie"),
        ];
        let paar = |(a, b): (&str, &str)| (a.to_owned(), b.to_owned());
        let velden = Besluitvelden::new(paren.map(paar).to_vec());
        let (invoer, plekken) = velden.invoer();
        assert_eq!(
            (invoer.waarden.len(), plekken.as_slice()),
            (1, [1].as_slice())
        );
        let fouten = place_fouten(Veldfouten::single("waarden.0.waarde", "x"), &plekken);
        assert_eq!(fouten.list()[0].veld, "waarden.1.waarde");
        assert_eq!(place("waarden", &plekken), "waarden");
    }
}
