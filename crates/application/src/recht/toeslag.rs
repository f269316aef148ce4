//! The individuele inkomenstoeslag of a resident, by the council's rules. Nothing is stored: this explains at the
//! desk what an application would give.

use domain::bevoegdheid::{Actor, Permission};
use domain::recht::bericht::Antwoord;
use domain::recht::{IitBeleid, Onbepaald, Toeslagfeiten, Vermogen};
use persistence::recht::{self, Maanduitkering};
use persistence::verwerking::Activiteit;
use persistence::{TenantTx, beleid};
use primitives::{Datum, DossierId, Geld, Maand, Moment};

use crate::dossier::{
    DossierError, Dossierhoofd, find_gezamenlijke_woonplek, read_hoofd, record_use,
};

/// What the caseworker tells besides what was delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Toeslagvraag {
    /// The day of the application.
    pub peildatum: Datum,
    /// What the household owns and owes; a delivery does not tell.
    pub vermogen: Vermogen,
    /// What decides about the toeslag besides the household and its means.
    pub feiten: Toeslagfeiten,
}

/// The page of the toeslag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toeslagpagina {
    /// What stands above it.
    pub hoofd: Dossierhoofd,
    /// What the last delivery tells; none when the resident never had algemene bijstand.
    pub bekend: Option<Toeslagbekend>,
    /// The answer; none without a question or without a delivery.
    pub antwoord: Option<Antwoord>,
}

/// What the last delivery with algemene bijstand tells about the toeslag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toeslagbekend {
    /// The month of the delivery; its household is the one that is calculated with.
    pub maand: Maand,
    /// The first day of the benefit.
    pub uitkering_vanaf: Datum,
    /// The norm of the household in that month, holiday pay included; none when it cannot be determined.
    pub norm: Option<Geld>,
}

/// The toeslag of a resident on the household of the last delivery, with its explanation; without a question only
/// what is known. The processing log gets a row for everyone in the household.
pub async fn load_toeslag(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    dossier: DossierId,
    vraag: Option<&Toeslagvraag>,
) -> Result<Toeslagpagina, DossierError> {
    actor.require(Permission::RechtBerekenen, tx.gemeente())?;
    let hoofd = read_hoofd(tx, actor, dossier).await?;
    let (uitkering, _) = recht::find_maanduitkering(tx, dossier, None).await?;
    let antwoord = match (vraag, &uitkering) {
        (Some(vraag), Some(uitkering)) => {
            let beleid = beleid::load_beleid(tx).await?;
            let dag = vraag.peildatum;
            let plek = find_gezamenlijke_woonplek(tx, &uitkering.dossiers, dag).await?;
            let beleid = beleid.read_at(plek, |daar| IitBeleid::in_force(daar, dag, now));
            let beeld = &uitkering.beeld;
            Some(beleid.map_or_else(
                || Antwoord::onbepaald(Onbepaald::Woonplek.to_string(), Vec::new()),
                |beleid| beeld.explain_toeslag(dag, vraag.vermogen, &vraag.feiten, &beleid),
            ))
        }
        _ => None,
    };
    let houders = uitkering.as_ref().map_or(&[][..], |u| &u.dossiers);
    let activiteit = Activiteit::RechtBerekenen;
    record_use(
        tx,
        actor,
        now,
        activiteit,
        &hoofd,
        houders,
        "inkomenstoeslag",
    )
    .await?;
    Ok(Toeslagpagina {
        hoofd,
        bekend: uitkering.as_ref().map(Toeslagbekend::of),
        antwoord,
    })
}

impl Toeslagbekend {
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
