//! The strategic meeting: planning, agenda, decisions. All run as commissioner; the audit line stands in the
//! chain of the municipality for which the actor works, the meeting itself is of all members.

use domain::bevoegdheid::{Actor, Permission};
use domain::sturing::{Afspraak, Overleg, Sluiting};
use persistence::audit::Handeling;
use persistence::sturing::{self, Gemeentenaam};
use persistence::{TenantTx, audit};
use primitives::{Datum, IdGenerator, Kwartaal, Moment, OverlegId, datum_in_nederland};

use super::error::OverlegError;

/// A meeting with what lies before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlegstukken {
    /// The meeting.
    pub overleg: Overleg,
    /// The closings of its quarter, by municipality: each has its report.
    pub sluitingen: Vec<Sluiting>,
    /// The municipalities that are in the scheme on the day of the meeting, by name.
    pub gemeenten: Vec<Gemeentenaam>,
    /// Agreements of all meetings that are still open, first due first, each with the day of its meeting.
    pub open_afspraken: Vec<(Datum, Afspraak)>,
}

/// A meeting to plan, as somebody typed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlegopdracht {
    /// The day.
    pub datum: Datum,
    /// The quarter that it is about.
    pub kwartaal: Kwartaal,
    /// Where.
    pub plaats: String,
}

/// A point for the agenda of the meeting of a day, as somebody typed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agendapuntopdracht {
    /// The day of the meeting.
    pub datum: Datum,
    /// What it is about.
    pub titel: String,
    /// More about it; may be empty.
    pub toelichting: String,
}

/// The decisions of the meeting of a day, as somebody typed them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verslagopdracht {
    /// The day of the meeting.
    pub datum: Datum,
    /// The version of the meeting that was seen.
    pub versie: u32,
    /// Decisions by number of the agenda; an empty text is none.
    pub besluiten: Vec<(u16, String)>,
}

/// Every meeting, newest first, and the open agreements of all.
pub async fn list_overleggen(
    tx: &mut TenantTx,
    actor: &Actor,
) -> Result<(Vec<Overleg>, Vec<(Datum, Afspraak)>), OverlegError> {
    actor.require(Permission::CijfersLezen, tx.gemeente())?;
    let overleggen = sturing::list_overleggen(tx).await?;
    Ok((overleggen, sturing::list_open_afspraken(tx).await?))
}

/// The meeting of a day with its documents.
pub async fn load_overleg(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    datum: Datum,
) -> Result<Overlegstukken, OverlegError> {
    actor.require(Permission::CijfersLezen, tx.gemeente())?;
    let overleg = find(tx, datum).await?;
    let kwartaal = overleg.kwartaal;
    Ok(Overlegstukken {
        sluitingen: sturing::list_sluitingen_van_kwartaal(tx, kwartaal, now).await?,
        gemeenten: sturing::list_leden(tx, overleg.datum).await?,
        open_afspraken: sturing::list_open_afspraken(tx).await?,
        overleg,
    })
}

/// Plans a meeting with the standing agenda.
pub async fn record_overleg(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    opdracht: &Overlegopdracht,
) -> Result<Overleg, OverlegError> {
    actor.require(Permission::OverlegVoorbereiden, tx.gemeente())?;
    let id = OverlegId::new(ids.next());
    let overleg = Overleg::try_new(id, opdracht.datum, opdracht.kwartaal, &opdracht.plaats)?;
    match sturing::insert_overleg(tx, &overleg).await {
        Err(fout) if fout.is_refused_by("overleg_datum") => return Err(OverlegError::DagBezet),
        uitkomst => uitkomst?,
    }
    record_audit(tx, actor, now, &overleg, "gepland").await?;
    Ok(overleg)
}

/// Adds a point to the agenda of a meeting to come.
pub async fn record_agendapunt(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    opdracht: &Agendapuntopdracht,
) -> Result<Overleg, OverlegError> {
    actor.require(Permission::OverlegVoorbereiden, tx.gemeente())?;
    let overleg = find(tx, opdracht.datum)
        .await?
        .add_agendapunt(&opdracht.titel, &opdracht.toelichting)?;
    update(tx, &overleg).await?;
    record_audit(tx, actor, now, &overleg, "agendapunt").await?;
    Ok(overleg)
}

/// Fixes the decisions of a meeting that was held.
pub async fn record_overleg_gehouden(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    opdracht: &Verslagopdracht,
) -> Result<Overleg, OverlegError> {
    actor.require(Permission::OverlegVoorbereiden, tx.gemeente())?;
    let overleg = find(tx, opdracht.datum).await?;
    if overleg.versie != opdracht.versie {
        return Err(OverlegError::Gewijzigd);
    }
    let gehouden = overleg.record_gehouden(&opdracht.besluiten, datum_in_nederland(now), now)?;
    update(tx, &gehouden).await?;
    record_audit(tx, actor, now, &gehouden, "gehouden").await?;
    Ok(gehouden)
}

/// The meeting of a day.
pub(super) async fn find(tx: &mut TenantTx, datum: Datum) -> Result<Overleg, OverlegError> {
    sturing::find_overleg(tx, datum)
        .await?
        .ok_or(OverlegError::Afwezig)
}

/// Stores the meeting as it was changed.
pub(super) async fn update(tx: &mut TenantTx, overleg: &Overleg) -> Result<(), OverlegError> {
    if sturing::update_overleg(tx, overleg).await? {
        Ok(())
    } else {
        Err(OverlegError::Gewijzigd)
    }
}

pub(super) async fn record_audit(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    overleg: &Overleg,
    wat: &str,
) -> Result<(), OverlegError> {
    let object = format!("overleg {} {wat}", overleg.id);
    audit::record(tx, actor, now, Handeling::Overleg, &object, None).await?;
    Ok(())
}
