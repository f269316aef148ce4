//! `/{gemeente}/opdracht` and `/{gemeente}/opdracht/{jaar}`: what is asked and what is answered, side by side.

use actix_web::web::{Data, Path};
use application::opdracht::{OpdrachtError, leesrol, list_opdrachtjaren};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::opdracht::{Antwoordstand, Onderdeelbeeld, Opdrachtbeeld};
use http_base::{AppState, Fout, InGemeente, TenantTx};
use primitives::{Kwartaal, datum_in_nederland, datum_kort, moment_nl};

use super::lezen::{
    Vraag, beeld_of, pad_of, read_jaar, render_antwoordstand, render_onderdeelstand, vraag_of,
};
use crate::onderdelen::{Link, Status, Toon};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "opdracht/opdracht.html")]
struct OpdrachtPagina {
    schil: Schil,
    jaar: i16,
    status: Status,
    feiten: Vec<(&'static str, String)>,
    samenvatting: Option<String>,
    rijen: Vec<Rij>,
    concept: Option<Concept>,
    versies: Vec<Versieregel>,
    jaren: Vec<Link>,
    hoofdactie: Option<Link>,
    acties: Vec<Link>,
}

struct Rij {
    vraag: Vraag,
    aanpak: Option<String>,
    trekker: Option<String>,
    gereed: Option<String>,
    antwoord: Status,
    ontbreekt: Option<String>,
    stand: Option<Standregel>,
}

struct Standregel {
    kwartaal: String,
    status: Status,
    toelichting: String,
}

/// The draft, for who prepares and who gives.
struct Concept {
    versie: u32,
    door: String,
    op: String,
    vragen: Vec<Vraag>,
}

struct Versieregel {
    versie: u32,
    href: String,
    door: String,
    op: String,
}

pub(super) async fn show_dit_jaar(state: Data<AppState>, wie: InGemeente) -> Antwoord {
    let jaar = state.clock.today().year();
    render(&page(&state, &wie, jaar).await?)
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
) -> Antwoord {
    wie.require(Permission::BeleidLezen)?;
    let jaar = read_jaar(&pad.1)?;
    render(&page(&state, &wie, jaar).await?)
}

async fn page(state: &AppState, wie: &InGemeente, jaar: i16) -> Result<OpdrachtPagina, Fout> {
    let beeld = beeld_of(state, wie, jaar).await?;
    let jaren = list_jaren(state, wie, jaar).await?;
    let kwartaal = kwartaal_of(state, jaar);
    let rijen: Vec<_> = beeld
        .list_onderdelen()
        .iter()
        .map(|onderdeel| rij_of(&beeld, onderdeel, wie))
        .collect();
    Ok(OpdrachtPagina {
        schil: Schil::in_gemeente(state, wie, "/opdracht", format!("Opdracht {jaar}")),
        jaar,
        status: status_of(&beeld),
        feiten: list_feiten(&beeld),
        samenvatting: summarise(&beeld),
        rijen,
        concept: concept_of(&beeld, wie),
        versies: list_versies(&beeld, wie),
        jaren,
        hoofdactie: hoofdactie(&beeld, wie),
        acties: list_acties(&beeld, wie, kwartaal),
    })
}

/// The quarter of a year whose states are recorded now: the last that is over, or the first that has begun.
fn kwartaal_of(state: &AppState, jaar: i16) -> Option<Kwartaal> {
    let lopend = Kwartaal::of(datum_in_nederland(state.clock.now()));
    let kandidaten = [lopend.plus(-1), lopend];
    let van_jaar = kandidaten.into_iter().find(|k| k.jaar() == jaar);
    van_jaar.or_else(|| {
        let laatste = Kwartaal::parse(&format!("{jaar}-K4")).ok()?;
        (laatste < lopend).then_some(laatste)
    })
}

fn rij_of(beeld: &Opdrachtbeeld, onderdeel: &Onderdeelbeeld<'_>, wie: &InGemeente) -> Rij {
    let antwoord = onderdeel.antwoord;
    Rij {
        vraag: vraag_of(beeld, onderdeel.onderdeel, wie),
        aanpak: antwoord.and_then(|a| a.aanpak.clone()),
        trekker: antwoord.and_then(|a| a.trekker.clone()),
        gereed: antwoord.and_then(|a| a.gereed).map(datum_kort),
        antwoord: render_antwoordstand(&onderdeel.antwoordstand),
        ontbreekt: match &onderdeel.antwoordstand {
            Antwoordstand::Onvolledig(delen) => Some(format!("Ontbreekt: {}.", delen.join(", "))),
            _ => None,
        },
        stand: onderdeel.stand.map(|melding| Standregel {
            kwartaal: melding.kwartaal.to_string(),
            status: render_onderdeelstand(melding.stand),
            toelichting: melding.toelichting.clone(),
        }),
    }
}

fn status_of(beeld: &Opdrachtbeeld) -> Status {
    match (beeld.opdracht.verstrekt(), beeld.opdracht.concept()) {
        (Some(akte), None) => Status::new(Toon::Goed, format!("verstrekt, versie {}", akte.versie)),
        (Some(akte), Some(_)) => Status::new(
            Toon::Aandacht,
            format!("versie {} verstrekt, wijziging in concept", akte.versie),
        ),
        (None, Some(_)) => Status::new(Toon::Aandacht, "concept, nog niet verstrekt"),
        (None, None) => Status::new(Toon::Neutraal, "nog geen opdracht"),
    }
}

fn list_feiten(beeld: &Opdrachtbeeld) -> Vec<(&'static str, String)> {
    let verstrekt = beeld.opdracht.verstrekt().map(|akte| {
        let wanneer = moment_nl(akte.op);
        ("Verstrekt", format!("{wanneer} door {}", akte.door.naam))
    });
    let plan = beeld.plan.as_ref().map(|plan| {
        let wanneer = moment_nl(plan.op);
        let versie = plan.opdrachtversie;
        let wat = format!("{wanneer} door {}, op versie {versie}", plan.door.naam);
        ("Uitvoeringsplan", wat)
    });
    verstrekt.into_iter().chain(plan).collect()
}

fn summarise(beeld: &Opdrachtbeeld) -> Option<String> {
    let onderdelen = beeld.list_onderdelen();
    let alle = onderdelen.len();
    let is_klaar = |o: &&Onderdeelbeeld<'_>| o.antwoordstand == Antwoordstand::Beantwoord;
    let klaar = onderdelen.iter().filter(is_klaar).count();
    (alle > 0).then(|| format!("{klaar} van de {alle} onderdelen zijn volledig beantwoord."))
}

fn concept_of(beeld: &Opdrachtbeeld, wie: &InGemeente) -> Option<Concept> {
    let akte = beeld.opdracht.concept()?;
    let vragen = akte.onderdelen.iter();
    Some(Concept {
        versie: akte.versie,
        door: akte.door.naam.clone(),
        op: moment_nl(akte.op),
        vragen: vragen.map(|o| vraag_of(beeld, o, wie)).collect(),
    })
}

fn list_versies(beeld: &Opdrachtbeeld, wie: &InGemeente) -> Vec<Versieregel> {
    let basis = pad_of(wie, beeld.opdracht.jaar());
    let versies = beeld.opdracht.list_verstrekt().rev();
    versies
        .map(|akte| Versieregel {
            versie: akte.versie,
            href: format!("{basis}/versies/{}", akte.versie),
            door: akte.door.naam.clone(),
            op: moment_nl(akte.op),
        })
        .collect()
}

/// The years to choose from: those with an assignment, this one and the next.
async fn list_jaren(state: &AppState, wie: &InGemeente, getoond: i16) -> Result<Vec<Link>, Fout> {
    let actor = wie.actor();
    let jaren: Result<_, OpdrachtError> = state
        .db
        .in_tenant(
            "list_opdrachtjaren",
            wie.code(),
            leesrol(actor, wie.code()),
            async |tx: &mut TenantTx| list_opdrachtjaren(tx, actor).await,
        )
        .await;
    let mut jaren = jaren?;
    let dit_jaar = state.clock.today().year();
    jaren.extend([dit_jaar, dit_jaar + 1]);
    jaren.sort_unstable_by(|a, b| b.cmp(a));
    jaren.dedup();
    let link = |jaar: i16| Link::new(jaar.to_string(), pad_of(wie, jaar));
    let andere = jaren.into_iter().filter(|jaar| *jaar != getoond);
    Ok(andere.map(link).collect())
}

/// The one thing that this person does next, if there is one.
fn hoofdactie(beeld: &Opdrachtbeeld, wie: &InGemeente) -> Option<Link> {
    let basis = pad_of(wie, beeld.opdracht.jaar());
    let sub = &wie.actor().sub;
    if wie.may(Permission::OpdrachtVerstrekken) && beeld.opdracht.check_verstrekken(sub).is_ok() {
        return Some(Link::new(
            "Nalezen en verstrekken",
            format!("{basis}/verstrekken"),
        ));
    }
    let is_leeg = beeld.opdracht.akten().is_empty();
    if wie.may(Permission::OpdrachtVoorbereiden) && is_leeg {
        return Some(Link::new(
            "Opdracht opstellen",
            format!("{basis}/opstellen"),
        ));
    }
    let is_open = |o: &Onderdeelbeeld<'_>| o.antwoordstand != Antwoordstand::Beantwoord;
    let wacht = beeld.list_onderdelen().iter().any(is_open);
    (wie.may(Permission::UitvoeringsplanVastleggen) && wacht)
        .then(|| Link::new("Beantwoorden", format!("{basis}/plan")))
}

fn list_acties(beeld: &Opdrachtbeeld, wie: &InGemeente, kwartaal: Option<Kwartaal>) -> Vec<Link> {
    let basis = pad_of(wie, beeld.opdracht.jaar());
    let mut acties = Vec::new();
    let is_leeg = beeld.opdracht.akten().is_empty();
    if wie.may(Permission::OpdrachtVoorbereiden) && !is_leeg {
        let tekst = match beeld.opdracht.concept() {
            Some(_) => "Concept wijzigen",
            None => "Nieuwe versie opstellen",
        };
        acties.push(Link::new(tekst, format!("{basis}/opstellen")));
    }
    let is_verstrekt = beeld.opdracht.verstrekt().is_some();
    if wie.may(Permission::UitvoeringsplanVastleggen) && is_verstrekt {
        acties.push(Link::new(
            "Uitvoeringsplan bijwerken",
            format!("{basis}/plan"),
        ));
        acties.extend(kwartaal.map(|kwartaal| {
            let tekst = format!("Stand van {kwartaal} vastleggen");
            Link::new(tekst, format!("{basis}/standen/{kwartaal}"))
        }));
    }
    acties
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn item_and_answer_stand_side_by_side_with_what_is_missing() {
        let vraag = |nummer| Vraag {
            nummer,
            prestatie: "Iedereen in <beeld>".to_owned(),
            grond: Vec::new(),
            norm: Some("In beeld: minstens 95,0%".to_owned()),
        };
        let html = OpdrachtPagina {
            schil: Schil::sample("Opdracht 2026"),
            jaar: 2026,
            status: Status::new(Toon::Goed, "verstrekt, versie 1"),
            feiten: vec![("Verstrekt", "1-2-2026 door het college".to_owned())],
            samenvatting: Some("0 van de 1 onderdelen zijn volledig beantwoord.".to_owned()),
            rijen: vec![Rij {
                vraag: vraag(1),
                aanpak: Some("Gesprekken".to_owned()),
                trekker: None,
                gereed: None,
                antwoord: Status::new(Toon::Aandacht, "nog niet volledig"),
                ontbreekt: Some("Ontbreekt: wie het doet.".to_owned()),
                stand: Some(Standregel {
                    kwartaal: "2026-K3".to_owned(),
                    status: Status::new(Toon::Goed, "op koers"),
                    toelichting: "Loopt.".to_owned(),
                }),
            }],
            concept: Some(Concept {
                versie: 2,
                door: "A".to_owned(),
                op: "1-3-2026".to_owned(),
                vragen: vec![vraag(2)],
            }),
            versies: vec![Versieregel {
                versie: 1,
                href: "/GM0294/opdracht/2026/versies/1".to_owned(),
                door: "B".to_owned(),
                op: "1-2-2026".to_owned(),
            }],
            jaren: vec![Link::new("2027", "/GM0294/opdracht/2027")],
            hoofdactie: None,
            acties: vec![Link::new(
                "Concept wijzigen",
                "/GM0294/opdracht/2026/opstellen",
            )],
        }
        .render()
        .unwrap();
        for tekst in [
            "Iedereen in &#60;beeld&#62;",
            "Ontbreekt: wie het doet.",
            "minstens 95,0%",
            "op koers",
            "versies/1",
        ] {
            assert!(html.contains(tekst), "{tekst}");
        }
    }
}
