//! The mandate register as a file says it.

use primitives::{Geld, Veldcontrole, Veldfouten, parse_datum};
use serde::Deserialize;

use super::{Mandaat, Mandaatbesluit, VierOgen};
use crate::bevoegdheid::Rol;
use crate::recht::Regeling;

/// One row as texts; `vierOgenVanaf` and `tot` may be left out.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Mandaatinvoer {
    regeling: String,
    besluit: String,
    rol: String,
    vier_ogen: String,
    #[serde(default)]
    vier_ogen_vanaf: Option<String>,
    van: String,
    #[serde(default)]
    tot: Option<String>,
    bron: String,
}

impl Mandaatinvoer {
    /// The rows of a file; every fault at once, by the number of its row from 1.
    pub fn parse_all(rijen: &[Self]) -> Result<Vec<Mandaat>, Veldfouten> {
        let mut controle = Veldcontrole::default();
        let genummerd = (1..).zip(rijen);
        let mandaten: Vec<_> = genummerd
            .filter_map(|(nummer, rij)| rij.parse(nummer, &mut controle))
            .collect();
        controle.finish()?;
        Ok(mandaten)
    }

    fn parse(&self, nummer: usize, controle: &mut Veldcontrole) -> Option<Mandaat> {
        const DAG: &str = "schrijf een dag als 2026-01-31";
        let veld = |naam: &str| format!("{nummer}.{naam}");
        let regeling = Regeling::from_code(&self.regeling).ok_or("deze regeling is onbekend");
        let regeling = controle.take(&veld("regeling"), regeling);
        let besluit = Mandaatbesluit::from_code(&self.besluit).ok_or("dit besluit is onbekend");
        let besluit = controle.take(&veld("besluit"), besluit);
        let rol = Rol::from_claim(&self.rol)
            .filter(|rol| matches!(rol, Rol::Consulent | Rol::Teamleider));
        let rol = controle.take(&veld("rol"), rol.ok_or("kies consulent of teamleider"));
        let vier_ogen = VierOgen::from_code(&self.vier_ogen);
        let vier_ogen = vier_ogen.ok_or("kies altijd, bij-afweging of nooit");
        let vier_ogen = controle.take(&veld("vierOgen"), vier_ogen);
        let vanaf = self.vier_ogen_vanaf.as_deref().map(Geld::parse).transpose();
        let vanaf = controle.take(&veld("vierOgenVanaf"), vanaf);
        let van = controle.take(&veld("van"), parse_datum(&self.van).ok_or(DAG));
        let tot = self.tot.as_deref().map(|dag| parse_datum(dag).ok_or(DAG));
        let tot = controle.take(&veld("tot"), tot.transpose());
        if self.bron.trim().is_empty() {
            controle.refuse(
                veld("bron"),
                "noem het mandaatbesluit, of dat het een voorbeeld is",
            );
        }
        if van.zip(tot.flatten()).is_some_and(|(van, tot)| tot < van) {
            controle.refuse(veld("tot"), "deze dag ligt vóór de eerste dag");
        }
        Some(Mandaat {
            regeling: regeling?,
            besluit: besluit?,
            rol: rol?,
            vier_ogen: vier_ogen?,
            vier_ogen_vanaf: vanaf?,
            van: van?,
            tot: tot?,
            bron: self.bron.trim().to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_of_a_file_is_told_by_its_row() {
        let rij = |rol: &str, tot: &str| {
            serde_json::from_value(serde_json::json!({
                "regeling": "algemene-bijstand", "besluit": "toekenning", "rol": rol,
                "vierOgen": "altijd", "van": "2026-01-01", "tot": tot, "bron": "voorbeeld"
            }))
            .unwrap()
        };
        let goed: Vec<Mandaatinvoer> = vec![rij("consulent", "2027-01-01")];
        assert_eq!(Mandaatinvoer::parse_all(&goed).unwrap().len(), 1);
        let fout: Vec<Mandaatinvoer> = vec![rij("fg", "2025-01-01"), rij("consulent", "morgen")];
        let fouten = Mandaatinvoer::parse_all(&fout).unwrap_err();
        let velden: Vec<_> = fouten.list().iter().map(|f| f.veld.as_str()).collect();
        assert_eq!(velden, ["1.rol", "1.tot", "2.tot"]);
    }
}
