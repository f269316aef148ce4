//! What waits for the college, and for management, about the assignment of this year.

use application::opdracht::{OpdrachtError, leesrol, load_opdrachtbeeld};
use domain::bevoegdheid::{Actor, Permission};
use domain::opdracht::{Antwoordstand, Opdrachtbeeld};
use http_base::{Aangemeld, AppState, Fout, Gemeentenaam, TenantTx};
use primitives::{Kwartaal, datum_lang};

use crate::onderdelen::{Link, Status, Taak, Toon};

/// A draft to give, items to answer, states of the last quarter to record.
pub(crate) async fn list_taken(state: &AppState, wie: &Aangemeld) -> Result<Vec<Taak>, Fout> {
    let actor = wie.actor();
    let laatste = Kwartaal::of(state.clock.today()).plus(-1);
    let mut jaren = vec![state.clock.today().year(), laatste.jaar()];
    jaren.dedup();
    let mut taken = Vec::new();
    for gemeente in wie.gemeenten() {
        let doet_iets = [
            Permission::OpdrachtVerstrekken,
            Permission::UitvoeringsplanVastleggen,
        ]
        .into_iter()
        .any(|recht| actor.may(recht, gemeente.code));
        if !doet_iets {
            continue;
        }
        for jaar in &jaren {
            let beeld: Result<_, OpdrachtError> = state
                .db
                .in_tenant(
                    "load_opdrachtbeeld",
                    gemeente.code,
                    leesrol(actor, gemeente.code),
                    async |tx: &mut TenantTx| load_opdrachtbeeld(tx, actor, *jaar).await,
                )
                .await;
            taken.extend(list_taken_of(&beeld?, actor, gemeente, laatste));
        }
    }
    Ok(taken)
}

fn list_taken_of(
    beeld: &Opdrachtbeeld,
    actor: &Actor,
    gemeente: &Gemeentenaam,
    laatste: Kwartaal,
) -> Vec<Taak> {
    let jaar = beeld.opdracht.jaar();
    let basis = format!("/{}/opdracht/{jaar}", gemeente.code);
    let taak = |titel: String, waarom: String, status: &str, link: Link| Taak {
        titel,
        waarom,
        gemeente: Some(gemeente.naam.clone()),
        status: Some(Status::new(Toon::Aandacht, status)),
        link,
    };
    let mut taken = Vec::new();
    let may = |recht| actor.may(recht, gemeente.code);
    if let Some(concept) = beeld.opdracht.concept()
        && may(Permission::OpdrachtVerstrekken)
        && beeld.opdracht.check_verstrekken(&actor.sub).is_ok()
    {
        taken.push(taak(
            format!("Lees na en verstrek de opdracht van {jaar}"),
            format!(
                "Versie {} is opgesteld door {}.",
                concept.versie, concept.door.naam
            ),
            "wacht op verstrekking",
            Link::new("Nalezen", format!("{basis}/verstrekken")),
        ));
    }
    let Some(verstrekt) = beeld.opdracht.verstrekt() else {
        return taken;
    };
    if !may(Permission::UitvoeringsplanVastleggen) {
        return taken;
    }
    let onderdelen = beeld.list_onderdelen();
    let open = onderdelen
        .iter()
        .filter(|o| o.antwoordstand != Antwoordstand::Beantwoord)
        .count();
    if open > 0 {
        taken.push(taak(
            format!("Beantwoord de opdracht van {jaar}"),
            format!(
                "{open} van de {} onderdelen van versie {} wachten op een volledig antwoord.",
                onderdelen.len(),
                verstrekt.versie
            ),
            "opdracht wacht op antwoord",
            Link::new("Beantwoorden", format!("{basis}/plan")),
        ));
    }
    let zonder = beeld.list_zonder_stand(laatste).len();
    if laatste.jaar() == jaar && zonder > 0 {
        taken.push(taak(
            format!("Leg de stand van de opdracht vast over {laatste}"),
            format!(
                "Van {zonder} onderdelen ontbreekt de stand; het kwartaal is voorbij sinds {}.",
                datum_lang(laatste.last_day())
            ),
            "stand van kwartaal ontbreekt",
            Link::new("Vastleggen", format!("{basis}/standen/{laatste}")),
        ));
    }
    taken
}
