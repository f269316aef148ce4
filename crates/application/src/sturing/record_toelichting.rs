//! Commenting on figures.

use domain::bevoegdheid::{Actor, Permission};
use domain::sturing::{Indicator, Toelichting};
use persistence::audit::Handeling;
use persistence::{TenantTx, audit, sturing};
use primitives::{IdGenerator, Kwartaal, Moment, Veldcontrole};

use super::error::KwartaalError;
use crate::herhaling;

/// The longest comment, in characters.
const TEKST_MAX: usize = 2_000;

/// A comment as somebody typed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toelichtingopdracht {
    /// On which quarter.
    pub kwartaal: Kwartaal,
    /// On which indicator, by its name for machines; empty is on the whole.
    pub indicator: String,
    /// What.
    pub tekst: String,
}

/// Records a comment on a quarter of this municipality, once however often the button is pressed. Runs as
/// commissioner.
pub async fn record_toelichting(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    opdracht: &Toelichtingopdracht,
) -> Result<Toelichting, KwartaalError> {
    actor.require(Permission::OverlegVoorbereiden, tx.gemeente())?;
    let mut controle = Veldcontrole::default();
    let tekst = opdracht.tekst.trim();
    if tekst.is_empty() {
        controle.refuse("tekst", "schrijf een toelichting");
    } else if tekst.chars().count() > TEKST_MAX {
        controle.refuse(
            "tekst",
            format!("te lang: gebruik hoogstens {TEKST_MAX} tekens"),
        );
    }
    let is_stuurteken = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if tekst.chars().any(is_stuurteken) {
        controle.refuse("tekst", "gebruik letters, cijfers en leestekens");
    }
    let indicator = Indicator::from_sleutel(&opdracht.indicator);
    if indicator.is_none() && !opdracht.indicator.is_empty() {
        controle.refuse("indicator", "kies een cijfer uit de lijst");
    }
    controle.finish()?;
    let toelichting = Toelichting {
        indicator,
        tekst: tekst.to_owned(),
        door: actor.naam.clone(),
        rol: speaking_rol(tx, actor),
        op: now,
    };
    sturing::lock_toelichtingen(tx, opdracht.kwartaal).await?;
    let sinds = herhaling::since(now);
    let eerder =
        sturing::find_zelfde_toelichting(tx, opdracht.kwartaal, &toelichting, sinds).await?;
    if let Some(eerder) = eerder {
        return Ok(eerder);
    }
    let id = ids.next();
    sturing::insert_toelichting(tx, id, opdracht.kwartaal, &toelichting).await?;
    let object = format!("toelichting {} {id}", opdracht.kwartaal);
    audit::record(tx, actor, now, Handeling::Toelichting, &object, None).await?;
    Ok(toelichting)
}

/// The role in which somebody comments: the first that allows it.
fn speaking_rol(tx: &TenantTx, actor: &Actor) -> String {
    actor
        .rollen_in(tx.gemeente())
        .find(|rol| Permission::OverlegVoorbereiden.is_given_to(*rol))
        .map(|rol| rol.naam().to_owned())
        .unwrap_or_default()
}
