//! Calculating, on the last month that was delivered.

use std::collections::HashMap;

use domain::beleid::Woonplek;
use domain::bevoegdheid::{Actor, Permission};
use domain::doorrekening::{
    Doorrekening, Doorrekeningakte, NietTeBerekenen, Rekenbestand, Rekenhuishouden, Rekensets,
    Rekenvraag, calculate_doorrekening as calculate,
};
use domain::sturing::DREMPEL;
use persistence::recht::{self, Maanduitkering};
use persistence::{DbError, TenantTx, beleid, doorrekening, dossier, statistiek};
use primitives::{DossierId, Maand, Moment};

use super::DoorrekeningError;
use crate::recht::peildatum;

/// A calculation with what is needed to make it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Berekend {
    /// What was asked.
    pub vraag: Rekenvraag,
    /// The month of the caseload.
    pub maand: Maand,
    /// What was known then counted.
    pub bekend_op: Moment,
    /// What came out.
    pub uitkomst: Doorrekening,
    /// Whether many are left out because it is not recorded in which part of the municipality they live.
    pub is_woonplek_onbekend: bool,
}

/// Calculates a question on the last month that was delivered, as known now. Runs as reporting.
///
/// Nothing is written: as with provisional figures of a quarter, what leaves is about groups, and keeping it is the
/// act that the audit chain holds.
pub async fn calculate_doorrekening(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    vraag: &Rekenvraag,
) -> Result<Berekend, DoorrekeningError> {
    actor.require(Permission::BeleidDoorrekenen, tx.gemeente())?;
    let laatste = statistiek::load_laatste_maand(tx, statistiek::Leveringsoort::Bus).await?;
    let maand = laatste.ok_or(DoorrekeningError::GeenBestand)?;
    calculate_on(tx, vraag, maand, whole_micros(now)).await
}

/// Makes a kept calculation again from its inputs, and tells whether the same came out to the byte. Runs as
/// reporting.
pub async fn recalculate_doorrekening(
    tx: &mut TenantTx,
    actor: &Actor,
    akte: &Doorrekeningakte,
) -> Result<(Berekend, bool), DoorrekeningError> {
    actor.require(Permission::BeleidDoorrekenen, tx.gemeente())?;
    let berekend = calculate_on(tx, &akte.vraag, akte.maand, akte.bekend_op).await?;
    let is_gelijk = doorrekening::calculate_hash(&berekend.render_uitkomst()?) == akte.hash;
    Ok((berekend, is_gelijk))
}

impl Berekend {
    /// What came out, as it is stored and sent.
    pub fn render_uitkomst(&self) -> Result<String, DbError> {
        // Strings, numbers and lists only, so this does not fail; if it did, the table is to blame.
        serde_json::to_string(&self.uitkomst)
            .map_err(|_| DbError::inconsistent("doorrekening", "uitkomst", self.maand))
    }
}

async fn calculate_on(
    tx: &mut TenantTx,
    vraag: &Rekenvraag,
    maand: Maand,
    bekend_op: Moment,
) -> Result<Berekend, DoorrekeningError> {
    let beleid = beleid::load_beleid(tx).await?;
    let uitkeringen = recht::list_maanduitkeringen(tx, maand, bekend_op).await?;
    let nu = Rekensets::in_force(&beleid, vraag.vanaf(), bekend_op);
    let toen = Rekensets::in_force(&beleid, maand.first_day(), bekend_op);
    // Only where parts of the municipality have values of their own does it matter where somebody lives.
    let plekken = if toen.is_same_everywhere() && nu.is_same_everywhere() {
        HashMap::new()
    } else {
        dossier::load_woonplekken(tx, maand.last_day(), bekend_op).await?
    };
    let (bestand, zonder_woonplek) = gather(&uitkeringen, &toen, &nu, &plekken)?;
    // What is asked and holds already is no change: it is neither shown nor kept as one.
    let vraag = &vraag.without_unchanged(&nu);
    Ok(Berekend {
        vraag: vraag.clone(),
        maand,
        bekend_op,
        uitkomst: calculate(&bestand, maand, &nu, vraag),
        // Of fewer nothing is told.
        is_woonplek_onbekend: zonder_woonplek >= DREMPEL,
    })
}

/// The caseload as groups, and of how many it is not known where they live. What was known of them ends here.
fn gather(
    uitkeringen: &[Maanduitkering],
    toen: &Rekensets,
    nu: &Rekensets,
    plekken: &HashMap<DossierId, Woonplek>,
) -> Result<(Rekenbestand, u64), DoorrekeningError> {
    let mut huishoudens = Vec::with_capacity(uitkeringen.len());
    let (mut onbekend, mut zonder_woonplek) = (0, 0);
    for uitkering in uitkeringen {
        let dagen = (uitkering.aanvangsdatum, peildatum(uitkering));
        let plek = Woonplek::shared(
            uitkering
                .dossiers
                .iter()
                .filter_map(|d| plekken.get(d))
                .copied(),
        );
        let huishouden = toen
            .place(nu, plek)
            .and_then(|gebied| Rekenhuishouden::try_new(&uitkering.beeld, dagen, gebied, toen));
        match huishouden {
            Ok(huishouden) => huishoudens.push(huishouden),
            Err(fout) => {
                onbekend += 1;
                zonder_woonplek += u64::from(fout == NietTeBerekenen::Woonplek);
            }
        }
    }
    Ok((
        Rekenbestand::try_new(huishoudens, onbekend)?,
        zonder_woonplek,
    ))
}

/// The database keeps microseconds: what is calculated must be found again with what is stored.
fn whole_micros(now: Moment) -> Moment {
    Moment::from_microsecond(now.as_microsecond()).unwrap_or(now)
}
