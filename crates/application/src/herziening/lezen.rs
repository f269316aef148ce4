//! Showing reviews.

use domain::aanvraag::{Brief, Mandaatregister, Namens};
use domain::bevoegdheid::{Actor, Permission, Rol};
use domain::bezwaar::{Bestredenbesluit, Bezwaar};
use domain::herziening::{Herzieningsuitkomst, Herzieningszaak, Maandlevering, render_brief};
use persistence::verwerking::{self, Activiteit};
use persistence::{TenantTx, aanvraag, bezwaar, dossier, herziening, recht};
use primitives::{DossierId, HerzieningId, Maand, Moment, datum_in_nederland};

use super::HerzieningError;
use crate::aanvraag::Afzender;
use crate::dossier::{Dossierhoofd, read_hoofd, record_use};
use crate::recht::peildatum;

/// The reviews of a resident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Herzieningenlijst {
    /// What stands above it.
    pub hoofd: Dossierhoofd,
    /// The reviews, the newest first.
    pub zaken: Vec<Herzieningszaak>,
}

/// The months of which a review can begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Maandkeuze {
    /// What stands above it.
    pub hoofd: Dossierhoofd,
    /// The months with algemene bijstand, the newest first.
    pub maanden: Vec<Maand>,
}

/// One review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Herzieningsbeeld {
    /// What stands above it.
    pub hoofd: Dossierhoofd,
    /// The review.
    pub zaak: Herzieningszaak,
    /// What comes out: as it was proposed, or with what is known now where nothing is.
    pub uitkomst: Herzieningsuitkomst,
    /// On whose behalf is decided here.
    pub namens: Namens,
    /// Who may decide.
    pub register: Mandaatregister,
    /// The months as they were delivered.
    pub maanden: Vec<Maandlevering>,
    /// The objections to the decision, the first on top.
    pub bezwaren: Vec<Bezwaar>,
}

/// The reviews of a resident.
pub async fn list_herzieningen(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    dossier: DossierId,
) -> Result<Herzieningenlijst, HerzieningError> {
    let hoofd = read_hoofd(tx, actor, dossier).await?;
    let zaken = herziening::list_herzieningen(tx, dossier).await?;
    record_look(tx, actor, now, &hoofd, &[], "herzieningen").await?;
    Ok(Herzieningenlijst { hoofd, zaken })
}

/// The months of which a review can begin.
pub async fn load_maandkeuze(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    dossier: DossierId,
) -> Result<Maandkeuze, HerzieningError> {
    actor.require(Permission::AanvraagBehandelen, tx.gemeente())?;
    let hoofd = read_hoofd(tx, actor, dossier).await?;
    let (_, maanden) = recht::find_maanduitkering(tx, dossier, None).await?;
    record_look(tx, actor, now, &hoofd, &[], "herziening beginnen").await?;
    Ok(Maandkeuze { hoofd, maanden })
}

/// A review with what comes out. The processing log gets a row for everyone in the records.
pub async fn load_herziening(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    (dossier, id): (DossierId, HerzieningId),
) -> Result<Herzieningsbeeld, HerzieningError> {
    let hoofd = read_hoofd(tx, actor, dossier).await?;
    let zaak = find(tx, dossier, id).await?;
    let (maanden, houders) = load_leveringen(tx, &zaak).await?;
    let (vorm, _) = aanvraag::load_uitvoeringsvorm(tx).await?;
    let register = aanvraag::load_mandaatregister(tx).await?;
    let bezwaren = bezwaar::list_bezwaren(tx, Bestredenbesluit::Herziening(id)).await?;
    record_look(tx, actor, now, &hoofd, &houders, "herziening").await?;
    let uitkomst = match zaak.find_voorstel() {
        Some(voorstel) => voorstel.uitkomst.clone(),
        None => zaak
            .invoer(maanden.clone())
            .calculate(datum_in_nederland(now)),
    };
    Ok(Herzieningsbeeld {
        hoofd,
        zaak,
        uitkomst,
        namens: Namens::of(vorm),
        register,
        maanden,
        bezwaren,
    })
}

/// The letter: as it was decided, with its day and term once it was made known; before the decision a draft in the name of
/// who asks. None without a proposal. With the moment of the last act, so that the same letter gives the same file.
pub async fn load_herzieningsbrief(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    (dossier, id): (DossierId, HerzieningId),
    afzender: &Afzender,
) -> Result<(Brief, Moment), HerzieningError> {
    let hoofd = read_hoofd(tx, actor, dossier).await?;
    let zaak = find(tx, dossier, id).await?;
    let brief = match herziening::find_brief(tx, id).await? {
        Some(brief) => Some(brief),
        None => draft(tx, actor, &hoofd, &zaak, afzender).await?,
    };
    let brief = brief.ok_or(HerzieningError::NietGevonden)?;
    record_look(tx, actor, now, &hoofd, &[], "brief bij herziening").await?;
    let laatste = zaak.akten().last().map_or(now, |akte| akte.op);
    Ok(match zaak.bekendmaking() {
        Some((op, bezwaar)) => (brief.with_bekendmaking(op, bezwaar), laatste),
        None => (brief, laatste),
    })
}

/// How many reviews wait for a decision that this actor may take. Holds nobody's data.
pub async fn count_te_beslissen(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
) -> Result<usize, HerzieningError> {
    actor.require(Permission::AanvraagBehandelen, tx.gemeente())?;
    let rollen: Vec<Rol> = actor.rollen_in(tx.gemeente()).collect();
    let vandaag = datum_in_nederland(now);
    Ok(herziening::count_te_beslissen(tx, &actor.into(), &rollen, vandaag).await?)
}

/// A review that waits for a decision, with who it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wachtende {
    /// The review.
    pub zaak: Herzieningszaak,
    /// The name of the resident; none where it is not known.
    pub naam: Option<String>,
}

/// The reviews that wait for a decision, the oldest first; the processing log gets a row for each resident.
pub async fn list_voorgesteld(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
) -> Result<Vec<Wachtende>, HerzieningError> {
    actor.require(Permission::AanvraagBehandelen, tx.gemeente())?;
    let zaken = herziening::list_voorgesteld(tx).await?;
    let mut dossiers: Vec<_> = zaken.iter().map(|zaak| zaak.kop().dossier).collect();
    dossiers.sort_unstable();
    dossiers.dedup();
    let namen = dossier::load_namen(tx, &dossiers).await?;
    let object = "wachtende herzieningen";
    let activiteit = Activiteit::InwonersZoeken;
    verwerking::record_raadpleging(tx, actor, now, activiteit, object, &dossiers).await?;
    let wachtend = zaken.into_iter().map(|zaak| Wachtende {
        naam: namen.get(&zaak.kop().dossier).cloned().flatten(),
        zaak,
    });
    Ok(wachtend.collect())
}

/// The months of a review as they were delivered, and everyone in the records.
pub(super) async fn load_leveringen(
    tx: &mut TenantTx,
    zaak: &Herzieningszaak,
) -> Result<(Vec<Maandlevering>, Vec<DossierId>), HerzieningError> {
    let dossier = zaak.kop().dossier;
    let uitkeringen = recht::list_maanduitkeringen_of(tx, dossier, zaak.bereik()).await?;
    let houders = uitkeringen
        .iter()
        .flat_map(|uitkering| uitkering.dossiers.clone())
        .collect();
    let maanden = uitkeringen.iter().map(|uitkering| Maandlevering {
        maand: uitkering.maand,
        begin: peildatum(uitkering),
        eigen: uitkering
            .dossiers
            .iter()
            .position(|een| *een == dossier)
            .unwrap_or(0),
        beeld: uitkering.beeld.clone(),
        vrijlating: uitkering.vrijlating,
    });
    Ok((maanden.collect(), houders))
}

async fn draft(
    tx: &mut TenantTx,
    actor: &Actor,
    hoofd: &Dossierhoofd,
    zaak: &Herzieningszaak,
    afzender: &Afzender,
) -> Result<Option<Brief>, HerzieningError> {
    let (vorm, gemeente) = aanvraag::load_uitvoeringsvorm(tx).await?;
    let gegevens = afzender.sign(actor, hoofd, gemeente);
    Ok(render_brief(zaak, Namens::of(vorm), &gegevens))
}

async fn find(
    tx: &mut TenantTx,
    dossier: DossierId,
    id: HerzieningId,
) -> Result<Herzieningszaak, HerzieningError> {
    herziening::find_herziening(tx, dossier, id)
        .await?
        .ok_or(HerzieningError::NietGevonden)
}

async fn record_look(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    hoofd: &Dossierhoofd,
    houders: &[DossierId],
    object: &str,
) -> Result<(), HerzieningError> {
    Ok(record_use(tx, actor, now, Activiteit::Herzien, hoofd, houders, object).await?)
}
