//! Drafting a base, and writing it again.

use domain::beleid::{BasisInvoer, Basisakte, Basishandeling, Basisset, Basissetkop, Notatie};
use domain::bevoegdheid::{Actor, Permission};
use persistence::audit::{self, Handeling};
use persistence::{DbError, TenantTx, beleid, sturing};
use primitives::{BasissetId, GemeenteCode, IdGenerator, Moment, Veldfouten, datum_in_nederland};

use super::BasisError;

/// A new text for a base.
#[derive(Clone, Debug)]
pub struct WijzigBasisset<'a> {
    /// The base.
    pub basisset: BasissetId,
    /// How many acts there were when the form was opened.
    pub bewerking: u32,
    /// The text as typed.
    pub invoer: &'a BasisInvoer,
    /// How it is written.
    pub notatie: Notatie,
}

/// Records a base. It is a draft of its members until a second person publishes it.
pub async fn record_basisset(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    (invoer, notatie): (&BasisInvoer, Notatie),
) -> Result<Basisset, BasisError> {
    let namens = tx.gemeente();
    actor.require(Permission::BasissetOpstellen, namens)?;
    let gemeenten = list_codes(tx, now).await?;
    let (naam, tekst) = invoer.parse(namens, &gemeenten, notatie, ids)?;
    let kop = Basissetkop {
        id: BasissetId::new(ids.next()),
        naam,
    };
    let set = Basisset::try_new(
        kop,
        akte(actor, namens, now, Basishandeling::Opgesteld(tekst)),
    )?;
    beleid::insert_basisset(tx, &set)
        .await
        .map_err(as_naam_bezet)?;
    record_audit(tx, actor, now, &set).await?;
    Ok(set)
}

/// Records a new text in place of the last, unless somebody else did something since the form was opened. After a
/// publication it is the draft of the next version.
pub async fn update_basisset(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    opdracht: WijzigBasisset<'_>,
) -> Result<Basisset, BasisError> {
    let namens = tx.gemeente();
    let set = load_eigen(tx, actor, opdracht.basisset, opdracht.bewerking).await?;
    let gemeenten = list_codes(tx, now).await?;
    let invoer = BasisInvoer {
        naam: set.kop().naam.clone(),
        ..opdracht.invoer.clone()
    };
    let (_, tekst) = invoer.parse(namens, &gemeenten, opdracht.notatie, ids)?;
    record_handeling(tx, actor, now, set, Basishandeling::Gewijzigd(tekst)).await
}

/// The base of the members, if this person may work on it and saw its last act.
pub(super) async fn load_eigen(
    tx: &mut TenantTx,
    actor: &Actor,
    id: BasissetId,
    gezien: u32,
) -> Result<Basisset, BasisError> {
    actor.require(Permission::BasissetOpstellen, tx.gemeente())?;
    let set = beleid::find_basisset(tx, id).await?;
    let set = set.ok_or(BasisError::Onbekend)?;
    if set.bewerking() == gezien {
        Ok(set)
    } else {
        Err(BasisError::Verouderd(Box::new(set)))
    }
}

/// Lets the domain judge an act, and stores it with its audit row.
pub(super) async fn record_handeling(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    set: Basisset,
    handeling: Basishandeling,
) -> Result<Basisset, BasisError> {
    let set = set.with(akte(actor, tx.gemeente(), now, handeling))?;
    beleid::insert_basisakte(tx, &set)
        .await
        .map_err(as_tegelijk)?;
    record_audit(tx, actor, now, &set).await?;
    Ok(set)
}

fn akte(actor: &Actor, namens: GemeenteCode, op: Moment, handeling: Basishandeling) -> Basisakte {
    Basisakte {
        handeling,
        door: actor.into(),
        namens,
        op,
    }
}

/// The municipalities that are in the scheme today.
async fn list_codes(tx: &mut TenantTx, now: Moment) -> Result<Vec<GemeenteCode>, DbError> {
    let leden = sturing::list_leden(tx, datum_in_nederland(now)).await?;
    Ok(leden.into_iter().map(|lid| lid.code).collect())
}

async fn record_audit(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    set: &Basisset,
) -> Result<(), DbError> {
    let soort = set.akten().last().map_or("", |akte| akte.handeling.code());
    let object = format!("basisset {}", set.kop().id);
    let toelichting = format!("{soort}: {}, versie {}", set.kop().naam, set.versie());
    audit::record(
        tx,
        actor,
        now,
        Handeling::Basisset,
        &object,
        Some(&toelichting),
    )
    .await
}

fn as_naam_bezet(fout: DbError) -> BasisError {
    if fout.is_refused_by("basisset_naam_uniek") {
        let melding = "er is al een basisset met deze naam: kies een andere naam";
        Veldfouten::single("naam", melding).into()
    } else {
        fout.into()
    }
}

fn as_tegelijk(fout: DbError) -> BasisError {
    if fout.is_refused_by("basisakte_pkey") {
        BasisError::Tegelijk
    } else {
        fout.into()
    }
}
