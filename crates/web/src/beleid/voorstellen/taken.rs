//! What waits for griffie and college about proposals: a second person, or a meeting.

use application::beleid::{VoorstelError, Voorstellenvraag, db_rol, list_voorstellen};
use domain::beleid::{Orgaan, Voorstel, Voorstelstand};
use domain::bevoegdheid::Actor;
use http_base::{AppState, Fout, Gemeentenaam, TenantTx};
use primitives::datum_lang;

use super::lezen::{pad_of, soortnaam};
use crate::onderdelen::{Link, Status, Taak, Toon};

/// More open proposals than this nobody reads on a work list.
const OPEN_MAX: u8 = 50;

/// Open proposals of the organ for which this person can do something now.
pub(crate) async fn list_voorsteltaken(
    state: &AppState,
    actor: &Actor,
    gemeente: &Gemeentenaam,
    orgaan: Orgaan,
) -> Result<Vec<Taak>, Fout> {
    let mut taken = Vec::new();
    for stand in ["teruggegeven", "concept", "aangehouden", "ingediend"] {
        let vraag = Voorstellenvraag {
            orgaan: Some(orgaan),
            stand: Some(stand),
            na: None,
            aantal: OPEN_MAX,
        };
        let lijst: Result<_, VoorstelError> = state
            .db
            .in_tenant(
                "list_voorsteltaken",
                gemeente.code,
                db_rol(orgaan),
                async |tx: &mut TenantTx| list_voorstellen(tx, actor, vraag).await,
            )
            .await;
        let voorstellen = lijst?.voorstellen;
        taken.extend(voorstellen.iter().filter_map(|v| taak(v, actor, gemeente)));
    }
    Ok(taken)
}

fn taak(voorstel: &Voorstel, actor: &Actor, gemeente: &Gemeentenaam) -> Option<Taak> {
    let (tekst, pad) = (voorstel.tekst(), pad_of(voorstel));
    let (titel, status, link) = match voorstel.stand() {
        Voorstelstand::Concept if voorstel.check_indienen(&actor.sub).is_ok() => (
            "Lees na en dien in",
            "wacht op bevestiging",
            Link::new("Nalezen", format!("{pad}/indienen")),
        ),
        Voorstelstand::Teruggegeven { .. } => (
            "Wijzig de tekst van",
            "in handen van B&W gesteld",
            Link::new("Wijzigen", format!("{pad}/wijzigen")),
        ),
        Voorstelstand::Ingediend | Voorstelstand::Aangehouden { .. } => (
            "Leg de behandeling vast van",
            "wacht op behandeling",
            Link::new("Vastleggen", format!("{pad}/behandeling")),
        ),
        _ => return None,
    };
    Some(Taak {
        titel: format!("{titel}: {}", tekst.titel),
        waarom: format!(
            "{}, moet ingaan op {}.",
            soortnaam(voorstel.kop().orgaan),
            datum_lang(tekst.inwerkingtreding)
        ),
        gemeente: Some(gemeente.naam.clone()),
        status: Some(Status::new(Toon::Aandacht, status)),
        link,
    })
}
