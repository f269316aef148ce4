//! An objection comes in.

use domain::bevoegdheid::{Actor, Permission};
use domain::bezwaar::{
    Bestredenbesluit, Bezwaar, BezwaarGeweigerd, Bezwaarhandeling, Bezwaarkop, Indiener,
};
use persistence::{TenantTx, bezwaar};
use primitives::{BezwaarId, Datum, DossierId, IdGenerator, Moment};

use super::BezwaarError;
use super::handelen::{akte, record_trail};
use super::lezen::find_bestreden;
use crate::dossier::read_hoofd;

/// What came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bezwaarontvangst {
    /// About whom is the decision.
    pub dossier: DossierId,
    /// To which decision.
    pub tegen: Bestredenbesluit,
    /// How many objections to it were shown.
    pub gezien: usize,
    /// On which day.
    pub ontvangen_op: Datum,
    /// The day on which it was posted, where the stamp tells.
    pub verzonden_op: Option<Datum>,
    /// Whether a committee advises.
    pub met_commissie: bool,
    /// Why it is late, as who objects says.
    pub reden_te_laat: Option<String>,
    /// Who objects.
    pub indiener: Indiener,
}

/// Records the receipt of an objection to a decision that was made known; its term to decide is counted.
pub async fn record_bezwaar(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    ontvangst: &Bezwaarontvangst,
) -> Result<Bezwaar, BezwaarError> {
    actor.require(Permission::AanvraagBehandelen, tx.gemeente())?;
    read_hoofd(tx, actor, ontvangst.dossier).await?;
    let gevonden = find_bestreden(tx, ontvangst.dossier, ontvangst.tegen).await?;
    let bestreden = gevonden
        .bestreden
        .ok_or(BezwaarGeweigerd::NietBekendgemaakt)?;
    let eerder = bezwaar::list_bezwaren(tx, ontvangst.tegen).await?.len();
    if eerder != ontvangst.gezien {
        return Err(BezwaarError::Verouderd);
    }
    let kop = Bezwaarkop {
        id: BezwaarId::new(ids.next()),
        bestreden,
        nummer: u32::try_from(eerder + 1).map_err(|_| BezwaarError::Verouderd)?,
    };
    let ontvangen = Bezwaarhandeling::Ontvangen {
        ontvangen_op: ontvangst.ontvangen_op,
        verzonden_op: ontvangst.verzonden_op,
        met_commissie: ontvangst.met_commissie,
        reden_te_laat: ontvangst.reden_te_laat.clone(),
        indiener: ontvangst.indiener.clone(),
    };
    let nieuw = Bezwaar::try_new(kop, akte(actor, now, ontvangen))?;
    bezwaar::insert_bezwaar(tx, &nieuw)
        .await
        .map_err(BezwaarError::of_sleutel)?;
    record_trail(tx, actor, now, &nieuw).await?;
    Ok(nieuw)
}
