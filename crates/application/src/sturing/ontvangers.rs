//! Who is told by e-mail of closed quarters, meetings and rounds of zienswijzen.

use domain::bevoegdheid::{Actor, Permission};
use persistence::audit::Handeling;
use persistence::sturing::{self, Ontvanger, Ontvangerrol};
use persistence::{TenantTx, audit};
use primitives::{Emailadres, IdGenerator, Moment, OntvangerId, Veldcontrole, Veldfouten};

use super::error::KwartaalError;

/// Somebody to tell, as typed.
#[derive(Clone, PartialEq, Eq)]
pub struct Ontvangeropdracht {
    /// In which capacity: `opdrachtgever`, `bestuur` or `griffie`.
    pub rol: String,
    /// The address.
    pub email: String,
}

/// Everybody who is told, by capacity and address. Runs as commissioner.
pub async fn list_ontvangers(
    tx: &mut TenantTx,
    actor: &Actor,
) -> Result<Vec<Ontvanger>, KwartaalError> {
    actor.require(Permission::OverlegVoorbereiden, tx.gemeente())?;
    Ok(sturing::list_ontvangers(tx).await?)
}

/// Adds an address that is told from the next closing on. Runs as commissioner.
pub async fn record_ontvanger(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    opdracht: &Ontvangeropdracht,
) -> Result<Ontvanger, KwartaalError> {
    actor.require(Permission::OverlegVoorbereiden, tx.gemeente())?;
    let mut controle = Veldcontrole::default();
    let rol =
        Ontvangerrol::from_sleutel(&opdracht.rol).ok_or("kies opdrachtgever, bestuur of griffie");
    let rol = controle.take("rol", rol);
    let email = controle.take("email", Emailadres::parse(&opdracht.email));
    controle.finish()?;
    let (Some(rol), Some(email)) = (rol, email) else {
        return Err(Veldfouten::single("rol", "kies opdrachtgever, bestuur of griffie").into());
    };
    let id = OntvangerId::new(ids.next());
    let nieuw = Ontvanger { id, rol, email };
    if !sturing::insert_ontvanger(tx, &nieuw, now).await? {
        return Err(Veldfouten::single("email", "dit adres staat al in de lijst").into());
    }
    audit::record(
        tx,
        actor,
        now,
        Handeling::Overleg,
        &format!("ontvanger {id}"),
        None,
    )
    .await?;
    Ok(nieuw)
}

/// Takes an address off the list. Runs as commissioner.
pub async fn record_ontvanger_einde(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    id: OntvangerId,
) -> Result<(), KwartaalError> {
    actor.require(Permission::OverlegVoorbereiden, tx.gemeente())?;
    if !sturing::update_ontvanger_vervallen(tx, id, now).await? {
        return Err(KwartaalError::GeenOntvanger);
    }
    let object = format!("ontvanger {id} vervallen");
    audit::record(tx, actor, now, Handeling::Overleg, &object, None).await?;
    Ok(())
}
