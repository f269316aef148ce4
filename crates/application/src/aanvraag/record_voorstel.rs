//! Proposing a decision on a calculation that is frozen with it.

use domain::aanvraag::{
    Aanvraag, Aanvraaghandeling, Aanvraagkop, Afweging, Besluitsoort, Besluitvoorstel, Ontheffing,
    Ontheffinggrond, Rekenfeiten,
};
use domain::beleid::Woonplek;
use domain::bevoegdheid::{Actor, Permission};
use domain::recht::Onbepaald;
use domain::recht::bericht::{Antwoord, Vraag};
use persistence::aanvraag::Berekening;
use persistence::{DbError, TenantTx, aanvraag, beleid};
use primitives::{AanvraagId, Datum, DossierId, Moment, Veldfouten};

use super::AanvraagError;
use super::handelen::{append, load_seen};
use crate::dossier::{find_gezamenlijke_woonplek, read_hoofd};

/// What is proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voorstelopdracht {
    /// Of whom.
    pub dossier: DossierId,
    /// On which application.
    pub aanvraag: AanvraagId,
    /// The number of the last act that was shown.
    pub gezien: usize,
    /// What.
    pub besluit: Besluitsoort,
    /// From when; only where something is given.
    pub ingang: Option<Datum>,
    /// Why, for the resident.
    pub motivering: String,
    /// What was weighed.
    pub afwegingen: Vec<Afweging>,
    /// An exemption from the duty to work: on which ground and its last day.
    pub ontheffing: Option<(Ontheffinggrond, Datum)>,
    /// What is calculated with; none where the application is not treated.
    pub feiten: Option<Rekenfeiten>,
}

/// Calculates the right on the facts and the policy as known now, and records the proposal that follows from it.
pub async fn record_voorstel(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    opdracht: &Voorstelopdracht,
) -> Result<Aanvraag, AanvraagError> {
    actor.require(Permission::AanvraagBehandelen, tx.gemeente())?;
    let eerder = load_seen(tx, opdracht.dossier, opdracht.aanvraag, opdracht.gezien).await?;
    let (voorstel, berekening) = propose(tx, actor, now, &eerder, opdracht).await?;
    let handeling = Aanvraaghandeling::Voorgesteld(Box::new(voorstel));
    let nieuw = append(tx, actor, now, eerder, handeling).await?;
    if let Some(berekening) = &berekening {
        aanvraag::insert_berekening(tx, &nieuw, berekening).await?;
    }
    Ok(nieuw)
}

/// The proposal that follows from the facts as known now, with the calculation to keep beside it; nothing is written.
pub(crate) async fn propose(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    aanvraag: &Aanvraag,
    opdracht: &Voorstelopdracht,
) -> Result<(Besluitvoorstel, Option<Berekening>), AanvraagError> {
    let berekend = match &opdracht.feiten {
        Some(feiten) => Some(calculate(tx, actor, now, aanvraag, feiten).await?),
        None => None,
    };
    let voorstel = Besluitvoorstel::try_new(
        opdracht.besluit,
        berekend.as_ref().map(|(antwoord, _)| antwoord),
        opdracht.ingang,
        opdracht.motivering.clone(),
        opdracht.afwegingen.clone(),
    )?;
    let voorstel = match (&opdracht.feiten, &berekend) {
        (Some(feiten), Some((antwoord, _))) => {
            voorstel.with_uitkeringswijze(aanvraag.kop().regeling, feiten, antwoord)
        }
        _ => voorstel,
    };
    let voorstel = complete(tx, actor, aanvraag.kop(), voorstel, opdracht).await?;
    Ok((voorstel, berekend.map(|(_, berekening)| berekening)))
}

/// The proposal with what comes with a grant: a plan for who is young, an exemption.
async fn complete(
    tx: &mut TenantTx,
    actor: &Actor,
    kop: Aanvraagkop,
    voorstel: Besluitvoorstel,
    opdracht: &Voorstelopdracht,
) -> Result<Besluitvoorstel, AanvraagError> {
    let Some(feiten) = &opdracht.feiten else {
        return Ok(voorstel);
    };
    let hoofd = read_hoofd(tx, actor, kop.dossier).await?;
    let partner = feiten.partner.map(|partner| partner.geboortedatum);
    let geboren = [Some(hoofd.kop.inwoner.geboortedatum), partner];
    let voorstel = voorstel.with_plan(kop.regeling, geboren.into_iter().flatten());
    let Some((grond, tot_en_met)) = opdracht.ontheffing else {
        return Ok(voorstel);
    };
    let ontheffing = Ontheffing::try_new(grond, feiten.peildatum, tot_en_met, feiten)?;
    Ok(voorstel.with_ontheffing(ontheffing, kop.regeling)?)
}

/// The answer on these facts as known now, with what must be kept to make it again.
pub(super) async fn calculate(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    aanvraag: &Aanvraag,
    feiten: &Rekenfeiten,
) -> Result<(Antwoord, Berekening), AanvraagError> {
    let onleesbaar = || Veldfouten::single("besluit", "deze feiten zijn niet te berekenen");
    let kop = aanvraag.kop();
    let hoofd = read_hoofd(tx, actor, kop.dossier).await?;
    let plek = find_gezamenlijke_woonplek(tx, &hoofd.bewoners(), feiten.peildatum).await?;
    let gebied = match plek {
        Woonplek::Gebied(code) => Some(code),
        Woonplek::Onbekend | Woonplek::Overig => None,
    };
    let geboren = hoofd.kop.inwoner.geboortedatum;
    let json = feiten
        .question((tx.gemeente(), gebied), kop.regeling, geboren)
        .map_err(|_| onleesbaar())?;
    let antwoord = answer(tx, now, plek, &Vraag::parse(json.as_bytes())?).await?;
    let berekening = Berekening {
        antwoord: serde_json::to_string(&antwoord).map_err(|_| onleesbaar())?,
        vraag: json,
        bekend_op: now,
    };
    Ok((antwoord, berekening))
}

/// The answer with the values in force where the household lives, as known now.
pub(super) async fn answer(
    tx: &mut TenantTx,
    now: Moment,
    plek: Woonplek,
    vraag: &Vraag,
) -> Result<Antwoord, DbError> {
    if !vraag.needs_beleid() {
        return Ok(vraag.calculate());
    }
    let beleid = beleid::load_beleid(tx).await?;
    let daar = |daar: &_| vraag.clone().with_geldend_beleid(daar, now).calculate();
    let antwoord = beleid.read_at(plek, daar);
    Ok(
        antwoord
            .unwrap_or_else(|| Antwoord::onbepaald(Onbepaald::Woonplek.to_string(), Vec::new())),
    )
}
