//! Saying how the items stand in a quarter.

use domain::bevoegdheid::{Actor, Permission};
use domain::opdracht::{OpdrachtGeweigerd, Opdrachtbeeld, StandInvoer, Standmelding};
use persistence::audit::Handeling;
use persistence::{TenantTx, audit, opdracht};
use primitives::{Kwartaal, Moment, Veldcontrole, Veldfouten, datum_in_nederland};

use super::OpdrachtError;
use super::lezen::check_jaar;

/// How the items of a quarter stand, as typed.
#[derive(Clone, Debug)]
pub struct Standopdracht<'a> {
    /// The quarter.
    pub kwartaal: Kwartaal,
    /// A line for each item; one without a word falls away, one that says what was known changes nothing.
    pub standen: &'a [StandInvoer],
}

/// Records how items stand in a quarter that has begun: every line or none. Runs as execution.
///
/// What is recorded after a closing shows at the next closing of the quarter only.
pub async fn record_standen(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    nieuw: &Standopdracht<'_>,
) -> Result<Vec<Standmelding>, OpdrachtError> {
    actor.require(Permission::UitvoeringsplanVastleggen, tx.gemeente())?;
    let kwartaal = nieuw.kwartaal;
    check_jaar(kwartaal.jaar())?;
    if kwartaal > Kwartaal::of(datum_in_nederland(now)) {
        return Err(OpdrachtError::GeenJaar);
    }
    let beeld = opdracht::load_beeld(tx, kwartaal.jaar()).await?;
    let meldingen = decide_meldingen(&beeld, actor, now, nieuw)?;
    for melding in &meldingen {
        opdracht::insert_stand(tx, melding)
            .await
            .map_err(|fout| OpdrachtError::or_verouderd(fout, "onderdeelstand_pkey"))?;
        let object = format!("onderdeel {kwartaal} {}", melding.onderdeel);
        let wat = Some(melding.stand.code());
        audit::record(tx, actor, now, Handeling::Uitvoeringsplan, &object, wat).await?;
    }
    Ok(meldingen)
}

/// What changes: lines that say something else than what is known.
fn decide_meldingen(
    beeld: &Opdrachtbeeld,
    actor: &Actor,
    now: Moment,
    nieuw: &Standopdracht<'_>,
) -> Result<Vec<Standmelding>, OpdrachtError> {
    let verstrekt = beeld.opdracht.verstrekt();
    let verstrekt = verstrekt.ok_or(OpdrachtGeweigerd::NietVerstrekt)?;
    let mut controle = Veldcontrole::default();
    let mut meldingen: Vec<Standmelding> = Vec::new();
    let mut is_verouderd = false;
    for (plek, invoer) in nieuw.standen.iter().enumerate() {
        if invoer.is_leeg() {
            continue;
        }
        let onderdeel = invoer.onderdeel.trim().parse().ok();
        let Some(onderdeel) = onderdeel.filter(|nummer| verstrekt.find(*nummer).is_some()) else {
            let melding = "dit onderdeel staat niet in de verstrekte opdracht";
            controle.refuse(format!("standen.{plek}.onderdeel"), melding);
            continue;
        };
        if meldingen
            .iter()
            .any(|melding| melding.onderdeel == onderdeel)
        {
            let melding = "dit onderdeel staat er twee keer: geef één stand";
            controle.refuse(format!("standen.{plek}.onderdeel"), melding);
            continue;
        }
        let (stand, toelichting) = match invoer.parse(plek) {
            Ok(gelezen) => gelezen,
            Err(fouten) => {
                note(&mut controle, &fouten);
                continue;
            }
        };
        let bekend = beeld.find_stand(nieuw.kwartaal, onderdeel);
        if bekend.is_some_and(|b| b.stand == stand && b.toelichting == toelichting) {
            continue;
        }
        let aantal = bekend.map_or(0, |bekend| bekend.nummer);
        is_verouderd |= invoer.gezien.trim().parse() != Ok(aantal);
        meldingen.push(Standmelding {
            kwartaal: nieuw.kwartaal,
            onderdeel,
            nummer: aantal + 1,
            stand,
            toelichting,
            door: actor.into(),
            op: now,
        });
    }
    controle.finish()?;
    if is_verouderd {
        return Err(OpdrachtError::Verouderd);
    }
    Ok(meldingen)
}

fn note(controle: &mut Veldcontrole, fouten: &Veldfouten) {
    for fout in fouten.list() {
        controle.refuse(fout.veld.clone(), fout.melding.clone());
    }
}
