//! Granting an advance on a calculation that is frozen with it. Participatiewet art. 52.

use domain::aanvraag::{Aanvraag, Aanvraaghandeling, Rekenfeiten, Voorschot};
use domain::beleid::Woonplek;
use domain::bevoegdheid::{Actor, Permission};
use domain::recht::Regeling;
use persistence::{TenantTx, aanvraag, beleid};
use primitives::{AanvraagId, Datum, DossierId, Moment, Veldfouten, datum_in_nederland};

use super::AanvraagError;
use super::handelen::{append, load_seen};
use super::record_voorstel::calculate;
use crate::dossier::{find_gezamenlijke_woonplek, read_hoofd};

/// On what an advance is calculated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voorschotopdracht {
    /// Of whom.
    pub dossier: DossierId,
    /// On which application.
    pub aanvraag: AanvraagId,
    /// The number of the last act that was shown.
    pub gezien: usize,
    /// What is known of the household now.
    pub feiten: Rekenfeiten,
}

/// Calculates the bijstand on what is known and grants the part of it that holds where the household lives, today.
pub async fn record_voorschot(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    opdracht: &Voorschotopdracht,
) -> Result<Aanvraag, AanvraagError> {
    actor.require(Permission::AanvraagBehandelen, tx.gemeente())?;
    let eerder = load_seen(tx, opdracht.dossier, opdracht.aanvraag, opdracht.gezien).await?;
    if eerder.kop().regeling != Regeling::AlgemeneBijstand {
        return Err(domain::aanvraag::AanvraagGeweigerd::GeenVoorschot.into());
    }
    let (antwoord, berekening) = calculate(tx, actor, now, &eerder, &opdracht.feiten).await?;
    let vandaag = datum_in_nederland(now);
    let plek = locate(tx, actor, opdracht.dossier, vandaag).await?;
    let geldend = beleid::load_beleid(tx).await?;
    let grant = |daar: &_| Voorschot::try_new(&antwoord, daar, vandaag, now);
    let onbekend = || {
        let melding = "waar de inwoner woont is niet bekend, en het deel van de bijstand verschilt per woonplaats";
        Veldfouten::single("peildatum", melding)
    };
    let voorschot = geldend.read_at(plek, grant).ok_or_else(onbekend)??;
    let handeling = Aanvraaghandeling::VoorschotVerleend(voorschot);
    let nieuw = append(tx, actor, now, eerder, handeling).await?;
    aanvraag::insert_berekening(tx, &nieuw, &berekening).await?;
    Ok(nieuw)
}

async fn locate(
    tx: &mut TenantTx,
    actor: &Actor,
    dossier: DossierId,
    dag: Datum,
) -> Result<Woonplek, AanvraagError> {
    let hoofd = read_hoofd(tx, actor, dossier).await?;
    Ok(find_gezamenlijke_woonplek(tx, &hoofd.bewoners(), dag).await?)
}
