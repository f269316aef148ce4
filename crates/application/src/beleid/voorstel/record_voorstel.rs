//! Writing a proposal, and writing it again.

use domain::beleid::{
    Notatie, Orgaan, Voorstel, VoorstelInvoer, Voorstelhandeling, Voorstelkop, Voorsteltekst,
};
use domain::bevoegdheid::Actor;
use persistence::{TenantTx, beleid, doorrekening};
use primitives::{IdGenerator, Moment, Veldfouten, VoorstelId};

use super::VoorstelError;
use super::handelen::{check_versie, load_eigen, record_audit, record_handeling};
use crate::beleid::basisset::parse_voorstel;
use crate::beleid::uitgangspunt::Uitgangspunt;

/// A new proposal.
#[derive(Clone, Debug)]
pub struct RecordVoorstel<'a> {
    /// The organ that is asked to decide.
    pub orgaan: Orgaan,
    /// The text as typed.
    pub invoer: &'a VoorstelInvoer,
    /// How it is written.
    pub notatie: Notatie,
}

/// A new text for a proposal.
#[derive(Clone, Debug)]
pub struct WijzigVoorstel<'a> {
    /// The proposal.
    pub voorstel: VoorstelId,
    /// The version for which the form was opened.
    pub versie: u32,
    /// The text as typed.
    pub invoer: &'a VoorstelInvoer,
    /// How it is written.
    pub notatie: Notatie,
}

/// Records a proposal. It is a draft of its organ until a second person submits it.
pub async fn record_voorstel(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    opdracht: RecordVoorstel<'_>,
) -> Result<Voorstel, VoorstelError> {
    let gemeente = tx.gemeente();
    actor.require(opdracht.orgaan.permission(), gemeente)?;
    let uitgangspunt = Uitgangspunt::load(tx).await?;
    let omgeving = uitgangspunt.omgeving(now, opdracht.notatie);
    let tekst = parse_voorstel(tx, opdracht.invoer, opdracht.orgaan, omgeving, ids).await?;
    check_doorrekeningen(tx, &tekst).await?;
    let kop = Voorstelkop {
        id: VoorstelId::new(ids.next()),
        gemeente,
        orgaan: opdracht.orgaan,
    };
    let voorstel = Voorstel::new(kop, tekst, actor.into(), now);
    beleid::insert_voorstel(tx, &voorstel).await?;
    record_audit(tx, actor, now, &voorstel, "opgesteld").await?;
    Ok(voorstel)
}

/// Records a new text in place of the last, unless somebody else wrote one since the form was opened.
pub async fn update_voorstel(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    opdracht: WijzigVoorstel<'_>,
) -> Result<Voorstel, VoorstelError> {
    let voorstel = load_eigen(tx, actor, opdracht.voorstel).await?;
    voorstel.check_wijzigen()?;
    check_versie(&voorstel, opdracht.versie)?;
    let uitgangspunt = Uitgangspunt::load(tx).await?;
    let omgeving = uitgangspunt.omgeving(now, opdracht.notatie);
    let orgaan = voorstel.kop().orgaan;
    let tekst = parse_voorstel(tx, opdracht.invoer, orgaan, omgeving, ids).await?;
    check_doorrekeningen(tx, &tekst).await?;
    let handeling = Voorstelhandeling::Gewijzigd(tekst);
    record_handeling(tx, actor, now, voorstel, handeling).await
}

/// Refuses a calculation that was not kept here. What was kept is never deleted, so the proposal keeps it.
async fn check_doorrekeningen(
    tx: &mut TenantTx,
    tekst: &Voorsteltekst,
) -> Result<(), VoorstelError> {
    if tekst.doorrekeningen.is_empty() {
        return Ok(());
    }
    let gevonden = doorrekening::list_doorrekeningen_of(tx, &tekst.doorrekeningen).await?;
    if gevonden.len() == tekst.doorrekeningen.len() {
        return Ok(());
    }
    let melding = "deze doorrekening is hier niet bewaard: kies er een uit de lijst";
    Err(Veldfouten::single("doorrekeningen", melding).into())
}
