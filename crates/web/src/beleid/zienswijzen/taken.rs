//! What waits in rounds of zienswijzen: for the clerks of a council, and for management and board.

use application::beleid::zienswijze::Rondebeeld;
use domain::beleid::zienswijze::Ronde;
use domain::bevoegdheid::Permission;
use http_base::{Aangemeld, AppState, Fout, Gemeentenaam};
use primitives::{Datum, datum_lang};

use super::lezen::{antwoord_of, pad_in, pad_of, zienswijze_of};
use super::lijst::load;
use crate::onderdelen::{Link, Status, Taak, Toon};

/// A last day this many days ahead is near.
const NABIJ_DAGEN: i64 = 28;

/// Views to write or to bring in, answers to prepare or to confirm, rounds to finish.
pub(crate) async fn list_zienswijzetaken(
    state: &AppState,
    wie: &Aangemeld,
) -> Result<Vec<Taak>, Fout> {
    let actor = wie.actor();
    let rechten = [
        Permission::ZienswijzeVastleggen,
        Permission::ZienswijzerondeVoorbereiden,
    ];
    let werkt = |g: &&Gemeentenaam| rechten.iter().any(|recht| actor.may(*recht, g.code));
    let eigen: Vec<_> = wie.gemeenten().iter().filter(werkt).collect();
    let Some(eerste) = eigen.first() else {
        return Ok(Vec::new());
    };
    let beelden = load(state, actor, eerste.code).await?;
    let mut taken = Vec::new();
    for beeld in beelden.iter().filter(|b| b.ronde.check_lopend().is_ok()) {
        for gemeente in &eigen {
            if actor.may(Permission::ZienswijzeVastleggen, gemeente.code) {
                taken.extend(griffietaak(state, wie, beeld, gemeente).await?);
            }
            if actor.may(Permission::ZienswijzerondeVoorbereiden, gemeente.code) {
                taken.extend(antwoordtaak(state, wie, beeld, gemeente).await?);
            }
        }
        taken.extend(afrondtaak(state, wie, beeld));
    }
    Ok(taken)
}

/// What a clerk can do for the view of the own council.
async fn griffietaak(
    state: &AppState,
    wie: &Aangemeld,
    beeld: &Rondebeeld,
    gemeente: &Gemeentenaam,
) -> Result<Option<Taak>, Fout> {
    let is_lid = beeld.leden.iter().any(|lid| lid.code == gemeente.code);
    if !is_lid || beeld.find_ingediend(gemeente.code).is_some() {
        return Ok(None);
    }
    let (kop, pad) = (&beeld.ronde.kop, pad_in(gemeente.code, beeld.ronde.kop.id));
    let zienswijze = zienswijze_of(state, wie.actor(), gemeente.code, kop.id).await?;
    let link = match zienswijze {
        None => Link::new("Opstellen", format!("{pad}/opstellen")),
        Some(concept) if concept.check_bevestigen(&wie.actor().sub).is_ok() => {
            Link::new("Nalezen en indienen", format!("{pad}/indienen"))
        }
        // A colleague reads it and brings it in.
        Some(_) => return Ok(None),
    };
    Ok(Some(Taak {
        titel: format!("Zienswijze van de raad: {}", kop.titel),
        waarom: format!(
            "De raad kan een zienswijze geven tot en met {}. Het algemeen bestuur beslist op {}.",
            datum_lang(kop.uiterlijk),
            datum_lang(kop.bestuur_op)
        ),
        gemeente: Some(gemeente.naam.clone()),
        status: Some(termijnstatus(&beeld.ronde, state.clock.today())),
        link,
    }))
}

/// What management and board can do for the answer to a council.
async fn antwoordtaak(
    state: &AppState,
    wie: &Aangemeld,
    beeld: &Rondebeeld,
    gemeente: &Gemeentenaam,
) -> Result<Option<Taak>, Fout> {
    let ingediend = beeld.find_ingediend(gemeente.code);
    let wacht = ingediend.is_some_and(|ingediend| !ingediend.tekst.punten.is_empty())
        && beeld.find_antwoord(gemeente.code).is_none();
    if !wacht {
        return Ok(None);
    }
    let (kop, pad) = (&beeld.ronde.kop, pad_in(gemeente.code, beeld.ronde.kop.id));
    let actor = wie.actor();
    let antwoord = antwoord_of(state, actor, gemeente.code, kop.id).await?;
    let mag_vaststellen = actor.may(Permission::ZienswijzerondeVaststellen, gemeente.code);
    let (titel, link) = match antwoord {
        Some(klaar) if mag_vaststellen && klaar.check_vaststellen(&actor.sub).is_ok() => (
            "Stel het antwoord vast",
            Link::new("Nalezen", format!("{pad}/antwoord/vaststellen")),
        ),
        // Ready: somebody of the board confirms it.
        Some(klaar) if klaar.tekst().iter().all(Option::is_some) => return Ok(None),
        _ => (
            "Bereid het antwoord voor",
            Link::new("Antwoorden", format!("{pad}/antwoord")),
        ),
    };
    Ok(Some(Taak {
        titel: format!("{titel} op de zienswijze: {}", kop.titel),
        waarom: format!(
            "De raad diende punten in. Het algemeen bestuur beslist op {}.",
            datum_lang(kop.bestuur_op)
        ),
        gemeente: Some(gemeente.naam.clone()),
        status: Some(bestuurstatus(kop.bestuur_op, state.clock.today())),
        link,
    }))
}

/// A round that can be finished, for the board.
fn afrondtaak(state: &AppState, wie: &Aangemeld, beeld: &Rondebeeld) -> Option<Taak> {
    let recht = Permission::ZienswijzerondeVaststellen;
    wie.actor().require_somewhere(recht).ok()?;
    let (kop, vandaag) = (&beeld.ronde.kop, state.clock.today());
    let standen = beeld.gemeentestanden();
    beeld.ronde.check_afronden(&standen, vandaag).ok()?;
    Some(Taak {
        titel: format!("Rond af: {}", kop.titel),
        waarom: "Elk punt van elke raad heeft een antwoord.".to_owned(),
        gemeente: None,
        status: Some(bestuurstatus(kop.bestuur_op, vandaag)),
        link: Link::new("Afronden", format!("{}/afronden", pad_of(kop.id))),
    })
}

fn termijnstatus(ronde: &Ronde, vandaag: Datum) -> Status {
    let dag = ronde.kop.uiterlijk;
    let nabij = dag.saturating_sub(jiff::Span::new().days(NABIJ_DAGEN));
    let woord = format!("uiterlijk {}", datum_lang(dag));
    if vandaag > dag {
        Status::new(Toon::Fout, "te laat")
    } else if vandaag >= nabij {
        Status::new(Toon::Aandacht, woord)
    } else {
        Status::new(Toon::Neutraal, woord)
    }
}

fn bestuurstatus(bestuur_op: Datum, vandaag: Datum) -> Status {
    if vandaag > bestuur_op {
        Status::new(Toon::Fout, "te laat")
    } else {
        let woord = format!("vóór {}", datum_lang(bestuur_op));
        Status::new(Toon::Aandacht, woord)
    }
}
