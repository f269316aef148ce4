//! Recording many decisions with their publication from a file, each as on the day it became known.

use std::ops::Add;

use domain::beleid::{BekendmakingInvoer, BesluitInvoer, Notatie, Orgaan};
use domain::bevoegdheid::Actor;
use persistence::{TenantTx, beleid};
use primitives::{IdGenerator, Moment, Veldcontrole, Veldfouten};
use serde::Deserialize;

use super::basisset::{insert_grondslag, load_grondslag};
use super::{
    BeleidError, Grondslagbestand, RecordBekendmaking, RecordBesluit, Wijze, record_bekendmaking,
    record_besluit,
};

/// A decision in a file, with its publication if it was published.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Besluitbestand {
    /// Who decided.
    pub orgaan: Orgaan,
    /// Since when it is known: the moment at which it counts as recorded.
    pub bekend_op: Moment,
    /// The decision.
    pub besluit: BesluitInvoer,
    /// The publication.
    pub bekendmaking: Option<BekendmakingInvoer>,
    /// The shared base on which it rests, if it rests on one.
    pub grondslag: Option<Grondslagbestand>,
}

/// What became of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Overname {
    /// Decisions that were recorded.
    pub nieuw: usize,
    /// Decisions whose number was recorded before, and that were passed over.
    pub bekend: usize,
}

impl Add for Overname {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            nieuw: self.nieuw + other.nieuw,
            bekend: self.bekend + other.bekend,
        }
    }
}

/// Records the decisions of one organ from a file, in its order. All or nothing; the same file again changes
/// nothing.
///
/// The transaction works in the role of one organ, so decisions of the other are passed over: call once for each.
pub async fn record_besluiten(
    tx: &mut TenantTx,
    actor: &Actor,
    ids: &dyn IdGenerator,
    orgaan: Orgaan,
    bestand: &[Besluitbestand],
) -> Result<Overname, BeleidError> {
    let eigen = bestand
        .iter()
        .enumerate()
        .filter(|(_, b)| b.orgaan == orgaan);
    let nummers = beleid::list_nummers(tx, orgaan).await?;
    let mut overname = Overname::default();
    for (plek, regel) in eigen {
        if nummers
            .iter()
            .any(|nummer| nummer == regel.besluit.nummer.trim())
        {
            overname.bekend += 1;
            continue;
        }
        let opdracht = RecordBesluit {
            orgaan,
            invoer: &regel.besluit,
            notatie: Notatie::Uitwisseling,
            wijze: Wijze::Overname,
        };
        let grondslag = match &regel.grondslag {
            None => None,
            Some(bestand) => {
                let wat = (bestand, &regel.besluit);
                let gelezen = load_grondslag(tx, regel.bekend_op, orgaan, wat).await;
                Some(gelezen.map_err(|fout| name_place(fout.into(), plek, "grondslag"))?)
            }
        };
        let besluit = record_besluit(tx, actor, regel.bekend_op, ids, opdracht)
            .await
            .map_err(|fout| name_place(fout, plek, "besluit"))?;
        insert_grondslag(tx, besluit.kop(), grondslag.as_ref()).await?;
        if let Some(invoer) = &regel.bekendmaking {
            let opdracht = RecordBekendmaking {
                besluit: besluit.kop().id,
                invoer,
                notatie: Notatie::Uitwisseling,
            };
            record_bekendmaking(tx, actor, regel.bekend_op, opdracht)
                .await
                .map_err(|fout| name_place(fout, plek, "bekendmaking"))?;
        }
        overname.nieuw += 1;
    }
    Ok(overname)
}

/// Puts the place in the file before each wrong field.
fn name_place(fout: BeleidError, plek: usize, deel: &str) -> BeleidError {
    let BeleidError::Invoer(fouten) = fout else {
        return fout;
    };
    let mut controle = Veldcontrole::default();
    for veldfout in fouten.list() {
        controle.refuse(
            format!("{plek}.{deel}.{}", veldfout.veld),
            veldfout.melding.clone(),
        );
    }
    let geen = || Veldfouten::single(format!("{plek}.{deel}"), "dit is niet goed");
    BeleidError::Invoer(controle.finish().err().unwrap_or_else(geen))
}
