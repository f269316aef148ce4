//! Taking over bases with their published versions from a file.

use domain::beleid::{BasisInvoer, Notatie};
use domain::bevoegdheid::{Actor, Permission};
use persistence::{TenantTx, beleid};
use primitives::{IdGenerator, Moment, Veldcontrole, Veldfouten};
use serde::Deserialize;

use super::BasisError;
use super::record_basispublicatie::record_basispublicatie;
use super::record_basisset::{WijzigBasisset, record_basisset, update_basisset};

/// A base in a file: its published versions, the first one first.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Basisbestand {
    /// The name.
    pub naam: String,
    /// The text of each version; its name may be left out.
    pub versies: Vec<BasisInvoer>,
}

/// What became of a file of bases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Basisoverdracht {
    /// Bases that were recorded.
    pub nieuw: usize,
    /// Bases whose name was there already, and that were passed over.
    pub bekend: usize,
}

/// Records the bases of a file with their versions, all or nothing; the same file again changes nothing.
pub async fn record_basissets(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    bestand: &[Basisbestand],
) -> Result<Basisoverdracht, BasisError> {
    actor.require(Permission::BasissetOpstellen, tx.gemeente())?;
    let bekend = beleid::list_basisversies(tx).await?;
    let mut overdracht = Basisoverdracht::default();
    for (plek, set) in bestand.iter().enumerate() {
        if bekend.iter().any(|versie| versie.naam == set.naam.trim()) {
            overdracht.bekend += 1;
            continue;
        }
        record_one(tx, actor, now, ids, set)
            .await
            .map_err(|fout| name_place(fout, plek))?;
        overdracht.nieuw += 1;
    }
    Ok(overdracht)
}

async fn record_one(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    set: &Basisbestand,
) -> Result<(), BasisError> {
    let mut vorige = None;
    for versie in &set.versies {
        let invoer = BasisInvoer {
            naam: set.naam.clone(),
            ..versie.clone()
        };
        let concept = match vorige {
            None => record_basisset(tx, actor, now, ids, (&invoer, Notatie::Uitwisseling)).await?,
            Some((basisset, bewerking)) => {
                let opdracht = WijzigBasisset {
                    basisset,
                    bewerking,
                    invoer: &invoer,
                    notatie: Notatie::Uitwisseling,
                };
                update_basisset(tx, actor, now, ids, opdracht).await?
            }
        };
        let (id, bewerking) = (concept.kop().id, concept.bewerking());
        let gepubliceerd = record_basispublicatie(tx, actor, now, id, bewerking).await?;
        vorige = Some((id, gepubliceerd.bewerking()));
    }
    Ok(())
}

/// Puts the place in the file before each wrong field.
fn name_place(fout: BasisError, plek: usize) -> BasisError {
    let BasisError::Invoer(fouten) = fout else {
        return fout;
    };
    let mut controle = Veldcontrole::default();
    for veldfout in fouten.list() {
        controle.refuse(
            format!("{plek}.{}", veldfout.veld),
            veldfout.melding.clone(),
        );
    }
    let geen = || Veldfouten::single(plek.to_string(), "dit is niet goed");
    BasisError::Invoer(controle.finish().err().unwrap_or_else(geen))
}
