//! Taking over rounds from a file. The file names who did what and when; two people are two names.
//!
//! What is taken over stands with the day of then; the audit line has the moment of the takeover and who did that.

use domain::beleid::zienswijze::{
    Antwoord, AntwoordInvoer, Beantwoording, EindeInvoer, Herinnering, IndieningInvoer, Ingediend,
    Ontwerpakte, Ontwerpgeweigerd, Ontwerphandeling, Ronde, RondeInvoer, Rondeeinde, Zienswijze,
    ZienswijzeInvoer,
};
use domain::beleid::{Notatie, Persoon};
use domain::bevoegdheid::{Actor, Permission};
use jiff::SignedDuration;
use persistence::audit::{self, Handeling};
use persistence::beleid::zienswijze;
use persistence::{TenantTx, jobs};
use primitives::{
    Datum, GemeenteCode, IdGenerator, Moment, Veldfouten, ZienswijzerondeId, begin_in_nederland,
};
use serde::Deserialize;

use super::ZienswijzeError;
use super::bericht::VerdeelZienswijzebericht;
use super::lezen::{load_beeld, load_ronde};

/// A round in a file.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rondebestand {
    /// The round as a system writes it.
    pub ronde: RondeInvoer,
    /// Who opened it.
    pub geopend_door: String,
    /// What councils brought in.
    #[serde(default)]
    pub zienswijzen: Vec<Zienswijzebestand>,
    /// How it ended; none while it runs.
    pub einde: Option<Eindebestand>,
}

/// The view of a council in a file.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Zienswijzebestand {
    /// Whose council.
    pub gemeente: GemeenteCode,
    /// What it says.
    pub tekst: ZienswijzeInvoer,
    /// The decision of the council.
    #[serde(default)]
    pub besluit: IndieningInvoer,
    /// Who wrote it.
    pub opgesteld_door: String,
    /// Who brought it in.
    pub ingediend_door: String,
    /// On which day.
    pub ingediend_op: Datum,
    /// What the board answered; none while it did not.
    pub antwoord: Option<Antwoordbestand>,
}

/// The answer of the board in a file.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Antwoordbestand {
    /// What is done with each point.
    pub tekst: AntwoordInvoer,
    /// Who prepared it.
    pub voorbereid_door: String,
    /// Who confirmed it.
    pub vastgesteld_door: String,
    /// On which day.
    pub vastgesteld_op: Datum,
}

/// The end of a round in a file: it was finished.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Eindebestand {
    /// The list of decisions.
    pub besluitenlijst: String,
    /// Who finished it.
    pub door: String,
    /// On which day.
    pub op: Datum,
}

/// Takes over the round itself, unless one with its name and day of sending is there; and leaves the reminders that are
/// still to come. Runs as execution.
pub async fn record_rondeovername(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    bestand: &Rondebestand,
) -> Result<(ZienswijzerondeId, bool), ZienswijzeError> {
    actor.require(Permission::ZienswijzerondeVoorbereiden, tx.gemeente())?;
    let id = ZienswijzerondeId::new(ids.next());
    let kop = bestand.ronde.parse(id, Notatie::Uitwisseling)?;
    let rondes = zienswijze::list_rondes(tx).await?;
    let bekend = rondes
        .iter()
        .find(|r| r.kop.titel == kop.titel && r.kop.verzonden_op == kop.verzonden_op);
    if let Some(bekend) = bekend {
        return Ok((bekend.kop.id, false));
    }
    let geopend_op = noon(kop.verzonden_op).min(now);
    let ronde = Ronde::new(kop, persoon(&bestand.geopend_door), geopend_op);
    zienswijze::insert_ronde(tx, &ronde).await?;
    let object = format!("zienswijzeronde {id} overgenomen");
    record_audit(tx, actor, now, &object).await?;
    if bestand.einde.is_none() {
        let later = Herinnering::list_for(&ronde, now).into_iter();
        // Councils have the documents of a round that is taken over.
        for (wanneer, moment) in later.filter(|(wanneer, _)| *wanneer != Herinnering::Geopend) {
            let job = VerdeelZienswijzebericht {
                ronde: id,
                wanneer,
                gemeente: None,
            };
            jobs::enqueue(tx, moment, ids, &job).await?;
        }
    }
    Ok((id, true))
}

/// Takes over the view of this municipality's council. Runs as council.
pub async fn record_zienswijzeovername(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ronde: ZienswijzerondeId,
    bestand: &Zienswijzebestand,
) -> Result<(), ZienswijzeError> {
    let gemeente = tx.gemeente();
    actor.require(Permission::ZienswijzeVastleggen, gemeente)?;
    let kop = load_ronde(tx, ronde).await?.kop;
    let (tekst, op) = (bestand.tekst.parse()?, noon(bestand.ingediend_op));
    let besluit = bestand.besluit.parse(
        tekst.strekking,
        &kop,
        Notatie::Uitwisseling,
        bestand.ingediend_op,
    )?;
    let concept = Zienswijze::new(tekst.clone(), persoon(&bestand.opgesteld_door), op);
    zienswijze::insert_zienswijzeakte(tx, ronde, &concept).await?;
    let vast = concept.with(Ontwerpakte {
        handeling: Ontwerphandeling::Bevestigd(besluit.clone()),
        door: persoon(&bestand.ingediend_door),
        op,
    })?;
    zienswijze::insert_zienswijzeakte(tx, ronde, &vast).await?;
    let ingediend = Ingediend {
        ronde,
        gemeente,
        tekst,
        besluit,
        op,
    };
    zienswijze::insert_ingediend(tx, &ingediend).await?;
    record_audit(
        tx,
        actor,
        now,
        &format!("zienswijze op ronde {ronde} overgenomen"),
    )
    .await
}

/// Takes over the answer of the board to this municipality's council. Runs as execution.
pub async fn record_antwoordovername(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ronde: ZienswijzerondeId,
    bestand: &Antwoordbestand,
) -> Result<(), ZienswijzeError> {
    let gemeente = tx.gemeente();
    actor.require(Permission::ZienswijzerondeVaststellen, gemeente)?;
    let ingediend = zienswijze::find_ingediend(tx, ronde).await?;
    let aantal = ingediend
        .ok_or(ZienswijzeError::Onbekend)?
        .tekst
        .punten
        .len();
    let (reacties, op) = (bestand.tekst.parse(aantal)?, noon(bestand.vastgesteld_op));
    let concept = Beantwoording::new(reacties.clone(), persoon(&bestand.voorbereid_door), op);
    zienswijze::insert_antwoordakte(tx, ronde, &concept).await?;
    let door = persoon(&bestand.vastgesteld_door);
    concept.check_vaststellen(&door.sub)?;
    let vast = concept.with(Ontwerpakte {
        handeling: Ontwerphandeling::Bevestigd(()),
        door,
        op,
    })?;
    zienswijze::insert_antwoordakte(tx, ronde, &vast).await?;
    let reacties: Option<Vec<_>> = reacties.into_iter().collect();
    let antwoord = Antwoord {
        ronde,
        gemeente,
        reacties: reacties.ok_or(Ontwerpgeweigerd::NietVolledig)?,
        op,
    };
    zienswijze::insert_antwoord(tx, &antwoord).await?;
    record_audit(
        tx,
        actor,
        now,
        &format!("antwoord in ronde {ronde} overgenomen"),
    )
    .await
}

/// Takes over that a round was finished. Runs as execution.
pub async fn record_eindeovername(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    id: ZienswijzerondeId,
    bestand: &Eindebestand,
) -> Result<(), ZienswijzeError> {
    actor.require(Permission::ZienswijzerondeVaststellen, tx.gemeente())?;
    let beeld = load_beeld(tx, id).await?;
    let invoer = EindeInvoer {
        tekst: bestand.besluitenlijst.clone(),
    };
    let einde = Rondeeinde {
        tekst: invoer.parse()?,
        op: noon(bestand.op),
        door: persoon(&bestand.door),
    };
    let standen = beeld.gemeentestanden();
    let af = beeld.ronde.record_afgerond(&standen, bestand.op, einde)?;
    if !zienswijze::insert_ronde_einde(tx, &af).await? {
        return Err(Veldfouten::single("einde", "deze ronde is al afgerond").into());
    }
    record_audit(
        tx,
        actor,
        now,
        &format!("zienswijzeronde {id} afgerond, overgenomen"),
    )
    .await
}

/// Noon of a day: what a file tells by the day.
fn noon(dag: Datum) -> Moment {
    begin_in_nederland(dag) + SignedDuration::from_hours(12)
}

/// Somebody of whom the file knows the name only.
fn persoon(naam: &str) -> Persoon {
    Persoon {
        sub: format!("overname:{naam}"),
        naam: naam.to_owned(),
    }
}

async fn record_audit(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    object: &str,
) -> Result<(), ZienswijzeError> {
    audit::record(tx, actor, now, Handeling::Zienswijze, object, None).await?;
    Ok(())
}
