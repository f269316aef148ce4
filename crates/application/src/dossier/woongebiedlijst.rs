//! Taking over where residents live, beside the caseload itself.

use std::collections::HashSet;

use domain::bevoegdheid::{Actor, Permission};
use domain::dossier::{Woongebied, Woongebiedlijst, find_woonplek};
use persistence::audit::{self, Handeling};
use persistence::verwerking::{self, Activiteit};
use persistence::{TenantTx, dossier, gemeente};
use primitives::{Bsn, Moment, Veldcontrole};

use super::error::DossierError;
use crate::statistiek::Wijze;

/// What a list of areas did, or would do when it was only tried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Woongebiedverslag {
    /// Residents of whom it was recorded.
    pub vastgelegd: usize,
    /// Residents of whom the same is known already.
    pub gelijk: usize,
    /// Lines about who is not known here.
    pub onbekend: usize,
}

/// Records where residents live, all or nothing; the same list again changes nothing. `verwacht` are the residents of
/// the same delivery.
pub(crate) async fn record_woongebiedlijst(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    lijst: &Woongebiedlijst,
    wijze: Wijze,
    verwacht: &HashSet<&Bsn>,
) -> Result<Woongebiedverslag, DossierError> {
    actor.require(Permission::DossierBijwerken, tx.gemeente())?;
    let gebieden = gemeente::list_gebieden(tx).await?;
    let bsns: Vec<_> = lijst.regels().iter().map(|regel| &regel.bsn).collect();
    let dossiers = dossier::list_dossiers_by_bsn(tx, &bsns).await?;
    let ids: Vec<_> = dossiers.values().copied().collect();
    let bekend = dossier::load_woongebieden(tx, &ids).await?;
    let mut verslag = Woongebiedverslag::default();
    let mut controle = Veldcontrole::default();
    let mut nieuw = Vec::new();
    // The first line of the file holds the names of the columns.
    for (nummer, regel) in (2..).zip(lijst.regels()) {
        let woongebied =
            Woongebied::try_new(regel.gebied, regel.sinds, (now, &actor.naam), &gebieden);
        let woongebied = match woongebied {
            Ok(woongebied) => woongebied,
            Err(fouten) => {
                for fout in fouten {
                    controle.refuse(fout.veld(), format!("regel {nummer}: {fout}"));
                }
                continue;
            }
        };
        match dossiers.get(&regel.bsn) {
            Some(wie) => {
                let nu = bekend.get(wie).into_iter().flatten();
                let op_die_dag = nu.filter(|rij| rij.sinds == regel.sinds);
                if find_woonplek(op_die_dag, regel.sinds) == woongebied.woonplek() {
                    verslag.gelijk += 1;
                } else {
                    nieuw.push((*wie, woongebied));
                }
            }
            // A trial did not write who comes with the same files.
            None if wijze == Wijze::Proef && verwacht.contains(&regel.bsn) => {
                verslag.vastgelegd += 1;
            }
            None => verslag.onbekend += 1,
        }
    }
    controle.finish()?;
    verslag.vastgelegd += nieuw.len();
    if wijze == Wijze::Definitief && !nieuw.is_empty() {
        dossier::insert_woongebieden(tx, &nieuw, &actor.sub).await?;
        let toelichting = format!("woongebied van {} inwoners", nieuw.len());
        let (handeling, object) = (Handeling::Dossier, "woongebiedenlijst");
        audit::record(tx, actor, now, handeling, object, Some(&toelichting)).await?;
        let mut wie: Vec<_> = nieuw.iter().map(|(dossier, _)| *dossier).collect();
        wie.sort_unstable();
        wie.dedup();
        verwerking::record(tx, now, Activiteit::StatistiekVerwerken, &wie).await?;
    }
    Ok(verslag)
}

impl Woongebiedverslag {
    /// What happened, in a sentence of Dutch.
    pub fn zin(self) -> String {
        let delen = [
            (self.vastgelegd, "vastgelegd"),
            (self.gelijk, "waren al zo"),
            (self.onbekend, "over wie hier niet bekend is"),
        ];
        let delen: Vec<_> = delen
            .into_iter()
            .filter(|(aantal, _)| *aantal > 0)
            .map(|(aantal, wat)| format!("{aantal} {wat}"))
            .collect();
        format!("Woongebieden: {}.", delen.join(", "))
    }
}
