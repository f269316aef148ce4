//! The pages of one dossier.

use domain::bevoegdheid::{Actor, Permission};
use domain::dossier::{
    Beeldstand, Gebeurtenis, Huishoudbeeld, Medewerker, Notitie, Openstaand, Overdracht, Tijdlijn,
    Uitkeringsperiode, Voorzieningsperiode, list_openstaand, uitkeringsperioden,
};
use persistence::TenantTx;
use persistence::dossier::{self, Dossierkop};
use persistence::ontwikkeling;
use persistence::verwerking::{self, Activiteit};
use primitives::{DossierId, Moment, datum_in_nederland};

use super::error::DossierError;
use super::termijn::load_termijn;
use super::woongebied::{Woonstand, load_woonstand};

/// The most notes that a page or the timeline shows.
const NOTITIES_MAX: i64 = 200;

/// What stands above every page of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossierhoofd {
    /// Who it is, the casusregisseur, the last measurement.
    pub kop: Dossierkop,
    /// The household, when there is or was a benefit for the cost of living.
    pub huishouden: Option<Huishoudbeeld>,
}

/// The first page: how the dossier stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossieroverzicht {
    /// What stands above it.
    pub hoofd: Dossierhoofd,
    /// Benefits, the newest first.
    pub uitkeringen: Vec<Uitkeringsperiode>,
    /// Provisions, the newest first.
    pub voorzieningen: Vec<Voorzieningsperiode>,
    /// When the resident was last seen, against the term of the college.
    pub beeld: Beeldstand,
    /// Where the resident lives; none where no part of the municipality has rules of its own.
    pub woongebied: Option<Woonstand>,
    /// What waits; nothing for who is no longer in the caseload.
    pub openstaand: Vec<Openstaand>,
}

/// Everything that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tijdlijnpagina {
    /// What stands above it.
    pub hoofd: Dossierhoofd,
    /// The events, the newest first.
    pub gebeurtenissen: Vec<Gebeurtenis>,
}

/// The notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notitiepagina {
    /// What stands above it.
    pub hoofd: Dossierhoofd,
    /// The notes, the newest first.
    pub notities: Vec<Notitie>,
}

/// Who directed the case, and who could.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overdrachtpagina {
    /// What stands above it.
    pub hoofd: Dossierhoofd,
    /// The handovers, the newest first.
    pub overdrachten: Vec<Overdracht>,
    /// The colleagues to choose from, by name.
    pub collegas: Vec<Medewerker>,
}

impl Dossierhoofd {
    /// The resident and who else is in the household.
    pub(crate) fn bewoners(&self) -> Vec<DossierId> {
        let huisgenoten = self.huishouden.iter().flat_map(|beeld| &beeld.huisgenoten);
        let huisgenoten = huisgenoten.map(|huisgenoot| huisgenoot.dossier);
        huisgenoten.chain([self.kop.inwoner.dossier]).collect()
    }
}

/// Reads what stands above every page of a dossier, and logs that it was read; `object` names the page.
pub async fn load_hoofd(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    dossier: DossierId,
    object: &str,
) -> Result<Dossierhoofd, DossierError> {
    let hoofd = read_hoofd(tx, actor, dossier).await?;
    record_read(tx, actor, now, &hoofd, object).await?;
    Ok(hoofd)
}

/// The first half of every page: whether the actor may, and who it is about.
pub(crate) async fn read_hoofd(
    tx: &mut TenantTx,
    actor: &Actor,
    dossier: DossierId,
) -> Result<Dossierhoofd, DossierError> {
    actor.require(Permission::DossierLezen, tx.gemeente())?;
    let kop = dossier::find_dossierkop(tx, dossier)
        .await?
        .ok_or(DossierError::NietGevonden)?;
    let huishouden = dossier::find_huishoudbeeld(tx, dossier).await?;
    Ok(Dossierhoofd { kop, huishouden })
}

/// The last half: the log. It comes after all reading, because the audit row holds a lock until the commit.
pub(crate) async fn record_read(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    hoofd: &Dossierhoofd,
    object: &str,
) -> Result<(), DossierError> {
    let activiteit = Activiteit::DossierRaadplegen;
    record_use(tx, actor, now, activiteit, hoofd, &[], object).await
}

/// The same for a page that does more than show, with data of `anderen` besides those of the household.
pub(crate) async fn record_use(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    activiteit: Activiteit,
    hoofd: &Dossierhoofd,
    anderen: &[DossierId],
    object: &str,
) -> Result<(), DossierError> {
    let dossier = hoofd.kop.inwoner.dossier;
    let mut betrokkenen = hoofd.bewoners();
    betrokkenen.extend_from_slice(anderen);
    betrokkenen.sort_unstable();
    betrokkenen.dedup();
    let object = format!("dossier {dossier}: {object}");
    verwerking::record_raadpleging(tx, actor, now, activiteit, &object, &betrokkenen).await?;
    Ok(())
}

/// How a dossier stands.
pub async fn load_dossier(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    dossier: DossierId,
) -> Result<Dossieroverzicht, DossierError> {
    let hoofd = read_hoofd(tx, actor, dossier).await?;
    let uitkeringen = load_uitkeringen(tx, dossier).await?;
    let voorzieningen = dossier::list_voorzieningen(tx, dossier).await?;
    let woongebied = load_woonstand(tx, now, dossier).await?;
    let vandaag = datum_in_nederland(now);
    let termijn = load_termijn(tx, now).await?;
    let inwoner = &hoofd.kop.inwoner;
    let gemeten_op = inwoner.meting.map(|(_, dag)| dag);
    let contact_op = inwoner.contact_op;
    let openstaand = if inwoner.is_actief {
        list_openstaand(
            &hoofd.kop.casusregie,
            gemeten_op,
            contact_op,
            termijn,
            vandaag,
        )
    } else {
        Vec::new()
    };
    record_read(tx, actor, now, &hoofd, "overzicht").await?;
    Ok(Dossieroverzicht {
        uitkeringen,
        voorzieningen,
        beeld: termijn.stand(gemeten_op.max(contact_op), vandaag),
        woongebied,
        openstaand,
        hoofd,
    })
}

/// Everything that happened around a resident.
pub async fn load_tijdlijn(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    dossier: DossierId,
) -> Result<Tijdlijnpagina, DossierError> {
    let hoofd = read_hoofd(tx, actor, dossier).await?;
    let gebeurtenissen = Tijdlijn::default()
        .with_notities(dossier::list_notities(tx, dossier, NOTITIES_MAX).await?)
        .with_overdrachten(dossier::list_overdrachten(tx, dossier).await?)
        .with_metingen(&ontwikkeling::list_metingen(tx, dossier).await?)
        .with_voorzieningen(&dossier::list_voorzieningen(tx, dossier).await?)
        .with_uitkeringen(&load_uitkeringen(tx, dossier).await?)
        .newest_first();
    record_read(tx, actor, now, &hoofd, "tijdlijn").await?;
    Ok(Tijdlijnpagina {
        hoofd,
        gebeurtenissen,
    })
}

/// The notes of a dossier.
pub async fn list_notities(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    dossier: DossierId,
) -> Result<Notitiepagina, DossierError> {
    let hoofd = read_hoofd(tx, actor, dossier).await?;
    let notities = dossier::list_notities(tx, dossier, NOTITIES_MAX).await?;
    record_read(tx, actor, now, &hoofd, "notities").await?;
    Ok(Notitiepagina { hoofd, notities })
}

/// Who directed the case so far, and the colleagues to whom it can be handed over.
pub async fn load_overdracht(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    dossier: DossierId,
) -> Result<Overdrachtpagina, DossierError> {
    let hoofd = read_hoofd(tx, actor, dossier).await?;
    let vandaag = datum_in_nederland(now);
    if actor.may(Permission::DossierBijwerken, tx.gemeente()) {
        // So that the actor finds himself in the list.
        dossier::record_gezien(tx, &medewerker(actor), vandaag).await?;
    }
    let collegas = dossier::list_medewerkers(tx, vandaag).await?;
    let overdrachten = dossier::list_overdrachten(tx, dossier).await?;
    record_read(tx, actor, now, &hoofd, "casusregie").await?;
    Ok(Overdrachtpagina {
        hoofd,
        overdrachten,
        collegas,
    })
}

/// The actor as a colleague.
pub(super) fn medewerker(actor: &Actor) -> Medewerker {
    Medewerker {
        sub: actor.sub.clone(),
        naam: actor.naam.clone(),
    }
}

async fn load_uitkeringen(
    tx: &mut TenantTx,
    dossier: DossierId,
) -> Result<Vec<Uitkeringsperiode>, DossierError> {
    let maanden = dossier::list_maandstanden(tx, dossier).await?;
    let laatste = dossier::find_laatste_levering(tx).await?;
    Ok(uitkeringsperioden(&maanden, laatste))
}
