//! Granting an advance on a calculation that is frozen with it. Participatiewet art. 52.

use domain::aanvraag::{Aanvraag, Aanvraaghandeling, Beschikkingsstap, Rekenfeiten, Voorschot};
use domain::beleid::Woonplek;
use domain::bevoegdheid::{Actor, Permission};
use domain::recht::bericht::Antwoord;
use persistence::aanvraag::Berekening;
use persistence::{TenantTx, aanvraag, beleid};
use primitives::{AanvraagId, Datum, DossierId, Geld, Moment, Veldfouten, datum_in_nederland};

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
    /// The amount that was shown before it was granted; none where nobody was shown one.
    pub getoond: Option<Geld>,
}

/// An advance as it would be granted, with how it was calculated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voorschotbeeld {
    /// The advance.
    pub voorschot: Voorschot,
    /// The steps of the bijstand that it is a part of.
    pub stappen: Vec<Beschikkingsstap>,
}

/// What would be granted on these facts, today. Nothing is written.
pub async fn preview_voorschot(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    opdracht: &Voorschotopdracht,
) -> Result<Voorschotbeeld, AanvraagError> {
    actor.require(Permission::AanvraagBehandelen, tx.gemeente())?;
    let aanvraag = load_seen(tx, opdracht.dossier, opdracht.aanvraag, opdracht.gezien).await?;
    let (voorschot, antwoord, _) = compute(tx, actor, now, &aanvraag, &opdracht.feiten).await?;
    Ok(Voorschotbeeld {
        voorschot,
        stappen: antwoord.uitleg.iter().map(Beschikkingsstap::from).collect(),
    })
}

/// Calculates the bijstand on what is known and grants the part of it that holds where the household lives, today. Refused
/// where another amount was shown than comes out.
pub async fn record_voorschot(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    opdracht: &Voorschotopdracht,
) -> Result<Aanvraag, AanvraagError> {
    actor.require(Permission::AanvraagBehandelen, tx.gemeente())?;
    let eerder = load_seen(tx, opdracht.dossier, opdracht.aanvraag, opdracht.gezien).await?;
    let (voorschot, _, berekening) = compute(tx, actor, now, &eerder, &opdracht.feiten).await?;
    if opdracht
        .getoond
        .is_some_and(|bedrag| bedrag != voorschot.bedrag)
    {
        let melding =
            "uit deze gegevens komt nu een ander bedrag dan u zag: bereken het voorschot opnieuw";
        return Err(Veldfouten::single("peildatum", melding).into());
    }
    let handeling = Aanvraaghandeling::VoorschotVerleend(voorschot);
    let nieuw = append(tx, actor, now, eerder, handeling).await?;
    aanvraag::insert_berekening(tx, &nieuw, &berekening).await?;
    Ok(nieuw)
}

/// The advance on an open application for bijstand, the answer that it is a part of, and what is frozen with it.
async fn compute(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    aanvraag: &Aanvraag,
    feiten: &Rekenfeiten,
) -> Result<(Voorschot, Antwoord, Berekening), AanvraagError> {
    aanvraag.check_voorschot()?;
    let (antwoord, berekening) = calculate(tx, actor, now, aanvraag, feiten).await?;
    let vandaag = datum_in_nederland(now);
    let plek = locate(tx, actor, aanvraag.kop().dossier, vandaag).await?;
    let geldend = beleid::load_beleid(tx).await?;
    let grant = |daar: &_| Voorschot::try_new(&antwoord, daar, vandaag, now);
    let onbekend = || {
        let melding = "waar de inwoner woont is niet bekend, en het deel van de bijstand verschilt per woonplaats";
        Veldfouten::single("peildatum", melding)
    };
    let voorschot = geldend.read_at(plek, grant).ok_or_else(onbekend)??;
    Ok((voorschot, antwoord, berekening))
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
