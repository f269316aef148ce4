//! What a scheme would give a resident, on the household of the last delivery.

use domain::beleid::Beleid;
use domain::bevoegdheid::{Actor, Permission};
use domain::recht::bericht::Antwoord;
use domain::recht::{Maandbeeld, Onbepaald};
use persistence::recht::{self, Maanduitkering};
use persistence::verwerking::Activiteit;
use persistence::{TenantTx, beleid};
use primitives::{Datum, DossierId, Geld, Maand, Moment};

use crate::dossier::{
    DossierError, Dossierhoofd, find_gezamenlijke_woonplek, read_hoofd, record_use,
};

/// The page of a scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regelingspagina {
    /// What stands above it.
    pub hoofd: Dossierhoofd,
    /// What the last delivery tells; none when the resident never had algemene bijstand.
    pub bekend: Option<Regelingsbekend>,
    /// The answer; none without a question or without a delivery.
    pub antwoord: Option<Antwoord>,
}

/// What the last delivery with algemene bijstand tells about a scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regelingsbekend {
    /// The month of the delivery; its household is the one that is calculated with.
    pub maand: Maand,
    /// The first day of the benefit.
    pub uitkering_vanaf: Datum,
    /// The norm of the household in that month, holiday pay included; none when it cannot be determined.
    pub norm: Option<Geld>,
}

/// A question about a day: which policy it reads, and how it is answered for a household.
pub(super) struct Aanleiding<R, E> {
    pub(super) peildatum: Datum,
    pub(super) read: R,
    pub(super) explain: E,
}

/// What a scheme gives a resident, by the policy where the household lives; without a question only what is known. The
/// processing log gets a row for everyone in the household.
pub(super) async fn load_bij_inwoner<T: PartialEq>(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    dossier: DossierId,
    object: &str,
    vraag: Option<Aanleiding<impl Fn(&Beleid) -> T, impl Fn(&Maandbeeld, &T) -> Antwoord>>,
) -> Result<Regelingspagina, DossierError> {
    actor.require(Permission::RechtBerekenen, tx.gemeente())?;
    let hoofd = read_hoofd(tx, actor, dossier).await?;
    let (uitkering, _) = recht::find_maanduitkering(tx, dossier, None).await?;
    let antwoord = match (vraag, &uitkering) {
        (Some(vraag), Some(uitkering)) => {
            let beleid = beleid::load_beleid(tx).await?;
            let dag = vraag.peildatum;
            let plek = find_gezamenlijke_woonplek(tx, &uitkering.dossiers, dag).await?;
            let beleid = beleid.read_at(plek, vraag.read);
            Some(beleid.map_or_else(
                || Antwoord::onbepaald(Onbepaald::Woonplek.to_string(), Vec::new()),
                |beleid| (vraag.explain)(&uitkering.beeld, &beleid),
            ))
        }
        _ => None,
    };
    let houders = uitkering.as_ref().map_or(&[][..], |u| &u.dossiers);
    let activiteit = Activiteit::RechtBerekenen;
    record_use(tx, actor, now, activiteit, &hoofd, houders, object).await?;
    Ok(Regelingspagina {
        hoofd,
        bekend: uitkering.as_ref().map(Regelingsbekend::of),
        antwoord,
    })
}

impl Regelingsbekend {
    fn of(uitkering: &Maanduitkering) -> Self {
        Self {
            maand: uitkering.maand,
            uitkering_vanaf: uitkering.aanvangsdatum,
            norm: uitkering
                .beeld
                .explain(super::inwoner::peildatum(uitkering))
                .norm,
        }
    }
}
