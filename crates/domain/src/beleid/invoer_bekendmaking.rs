//! A publication as typed.

use primitives::{Datum, Veldfouten, datum_lang};
use serde::Deserialize;

use super::invoer::{Omgeving, check_besluit};
use super::lezer::Lezer;
use super::terugwerking::check_terugwerking;
use super::{Bekendmaking, Besluit, CvdrNummer, Publicatie, Publicatieplaats};

/// A publication as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct BekendmakingInvoer {
    /// Code of the [`Publicatieplaats`].
    pub plaats: String,
    /// The number there.
    pub nummer: String,
    /// The day of publication.
    pub datum: String,
    /// The day of entry into force; empty for the one in the decision.
    pub inwerkingtreding: String,
}

impl BekendmakingInvoer {
    /// Reads and judges the publication of `besluit`; every fault at once, each at its field.
    pub fn parse(
        &self,
        besluit: &Besluit,
        omgeving: Omgeving<'_>,
    ) -> Result<Bekendmaking, Veldfouten> {
        let mut lezer = Lezer::new(omgeving.notatie);
        let publicatie = self.parse_publicatie(&mut lezer);
        let datum = lezer.parse_datum("datum", &self.datum);
        let inwerkingtreding = if self.inwerkingtreding.trim().is_empty() {
            Some(besluit.kop().inwerkingtreding)
        } else {
            lezer.parse_datum("inwerkingtreding", &self.inwerkingtreding)
        };
        if let Some(datum) = datum {
            check_bekendmakingsdag(&mut lezer, datum, besluit, omgeving.vandaag);
            let is_terug = |dag: &Datum| *dag < datum && besluit.kop().terugwerkend.is_none();
            if let Some(dag) = inwerkingtreding.filter(is_terug) {
                let (dag, datum) = (datum_lang(dag), datum_lang(datum));
                lezer.controle.refuse("inwerkingtreding", format!("een besluit bindt niemand vóór het is bekendgemaakt: {dag} ligt vóór {datum}. Kies de dag van de bekendmaking of later"));
            }
        }
        if let Some(inwerkingtreding) = inwerkingtreding.filter(|_| lezer.controle.is_schoon()) {
            check_besluit(besluit, inwerkingtreding, omgeving, &mut lezer);
            if let Some(datum) = datum {
                check_terugwerking(besluit, inwerkingtreding, datum, omgeving, &mut lezer);
            }
        }
        lezer.controle.finish()?;
        match (publicatie, datum, inwerkingtreding) {
            (Some(publicatie), Some(datum), Some(inwerkingtreding)) => Ok(Bekendmaking {
                publicatie,
                datum,
                inwerkingtreding,
            }),
            _ => Err(Veldfouten::single("", "de bekendmaking is niet volledig")),
        }
    }

    fn parse_publicatie(&self, lezer: &mut Lezer) -> Option<Publicatie> {
        let nummer = lezer.parse_regel("nummer", &self.nummer, 120);
        let Some(plaats) = Publicatieplaats::from_code(self.plaats.trim()) else {
            lezer
                .controle
                .refuse("plaats", "kies waar het besluit is bekendgemaakt");
            return None;
        };
        let nummer = nummer?;
        Some(match plaats {
            Publicatieplaats::Gemeenteblad => Publicatie::Gemeenteblad { nummer },
            Publicatieplaats::Cvdr => {
                let nummer = lezer.controle.take("nummer", CvdrNummer::parse(&nummer))?;
                Publicatie::Cvdr { nummer }
            }
            Publicatieplaats::Anders => Publicatie::Anders {
                omschrijving: nummer,
            },
        })
    }
}

fn check_bekendmakingsdag(lezer: &mut Lezer, datum: Datum, besluit: &Besluit, vandaag: Datum) {
    if datum > vandaag {
        lezer.controle.refuse(
            "datum",
            "deze dag ligt in de toekomst: leg de bekendmaking vast als zij er is",
        );
    }
    if datum < besluit.kop().vergaderdatum {
        lezer.controle.refuse(
            "datum",
            "een besluit wordt niet bekendgemaakt vóór de vergadering",
        );
    }
}
