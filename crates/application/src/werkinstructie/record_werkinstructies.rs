//! Taking over work rules from a file.

use domain::beleid::Notatie;
use domain::bevoegdheid::Actor;
use domain::werkinstructie::WerkinstructieInvoer;
use persistence::{TenantTx, werkinstructie};
use primitives::{IdGenerator, Moment, Veldcontrole};

use super::{RecordWerkinstructie, WerkinstructieError, record_werkinstructie};

/// What became of a file of work rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Werkinstructieovername {
    /// Work rules that were recorded.
    pub nieuw: usize,
    /// Work rules of a name that is there already, and that were passed over.
    pub bekend: usize,
}

/// Records the work rules of a file, all or nothing, or tells every fault of each; the same file again changes
/// nothing. Runs as execution.
pub async fn record_werkinstructies(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    bestand: &[WerkinstructieInvoer],
) -> Result<Werkinstructieovername, WerkinstructieError> {
    let bekend = werkinstructie::list_werkinstructies(tx).await?;
    let mut overname = Werkinstructieovername::default();
    let mut controle = Veldcontrole::default();
    for (plek, invoer) in bestand.iter().enumerate() {
        if bekend
            .iter()
            .any(|b| b.laatste.titel == invoer.titel.trim())
        {
            overname.bekend += 1;
            continue;
        }
        let opdracht = RecordWerkinstructie {
            wijzigt: None,
            invoer,
            notatie: Notatie::Uitwisseling,
        };
        match record_werkinstructie(tx, actor, now, ids, &opdracht).await {
            Ok(_) => overname.nieuw += 1,
            Err(WerkinstructieError::Invoer(fouten)) => {
                for fout in fouten.list() {
                    controle.refuse(format!("{plek}.{}", fout.veld), fout.melding.clone());
                }
            }
            Err(fout) => return Err(fout),
        }
    }
    controle.finish()?;
    Ok(overname)
}
