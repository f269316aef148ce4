//! `/{gemeente}/beleid/basis/{id}`: the base, what each municipality made of it and why, and what comes next.

use actix_web::web::{Data, Path, Query};
use askama::Template;
use domain::beleid::{Basisset, Basissetstand, Basistekst, Basisversie, compare_basis};
use domain::bevoegdheid::Permission;
use http_base::{AppState, Fout, InGemeente};
use primitives::{BasissetId, datum_lang, moment_nl};
use serde::Deserialize;

use super::lezen::{find_set, list_deelnemers, namen_of, pad_of, parse_id, schil, versies_of};
use super::vergelijking::{Regel, Samenvatting, list_regels, summarise};
use crate::beleid::lezen::organen_of;
use crate::onderdelen::{Link, Status, Toon};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Deserialize)]
pub(super) struct Vraag {
    #[serde(default)]
    versie: String,
}

#[derive(Template)]
#[template(path = "beleid/basisset/toon.html")]
struct SetPagina {
    schil: Schil,
    status: Status,
    concept: Option<String>,
    acties: Vec<Link>,
    voorstellen: Vec<Link>,
    feiten: Vec<(&'static str, String)>,
    toelichting: Option<String>,
    is_nieuwste: bool,
    gemeenten: Vec<String>,
    samenvattingen: Vec<Samenvatting>,
    regels: Vec<Regel>,
    bestand: Option<Bestandslinks>,
    versies: Vec<Link>,
}

/// Where the version can be had as a file.
struct Bestandslinks {
    basis: String,
    vraag: String,
}

/// What is shown: a published version, or a draft that was never published.
struct Bron {
    id: BasissetId,
    set: Option<Basisset>,
    /// Every published version, the newest first.
    versies: Vec<Basisversie>,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
    vraag: Query<Vraag>,
) -> Antwoord {
    wie.require(Permission::BeleidLezen)?;
    let id = parse_id(&pad.1)?;
    let mut versies = versies_of(&state, &wie).await?;
    versies.retain(|versie| versie.basisset == id);
    let set = find_set(&state, &wie, id).await?;
    let bron = Bron { id, set, versies };
    let gevraagd = vraag.versie.trim();
    let basis = if gevraagd.is_empty() {
        bron.versies.first()
    } else {
        let versie = bron
            .versies
            .iter()
            .find(|v| v.versie.to_string() == gevraagd);
        Some(versie.ok_or_else(Fout::niet_gevonden)?)
    };
    match (basis, &bron.set) {
        (Some(basis), _) => render(&published(&state, &wie, &bron, basis).await?),
        (None, Some(set)) => render(&draft(&state, &wie, &bron, set).await?),
        (None, None) => Err(Fout::niet_gevonden()),
    }
}

async fn published(
    state: &AppState,
    wie: &InGemeente,
    bron: &Bron,
    basis: &Basisversie,
) -> Result<SetPagina, Fout> {
    let deelnemers = list_deelnemers(state, wie, basis).await?;
    // A base that is still to come is held against what will hold then.
    let peildatum = state.clock.today().max(basis.tekst.vanaf);
    let wanneer = (peildatum, state.clock.now());
    let regels = compare_basis(basis, &bron.versies, &deelnemers, wanneer);
    let is_nieuwste = bron.versies.first() == Some(basis);
    let eigen_pad = pad_of(wie, bron.id);
    let mut feiten = vec![
        ("Versie", basis.versie.to_string()),
        ("Bedoeld vanaf", datum_lang(basis.tekst.vanaf)),
        (
            "Gemeenten",
            namen_of(state, &basis.tekst.leden).await?.join(", "),
        ),
    ];
    let wie_wanneer = format!(
        "{} door {}",
        moment_nl(basis.gepubliceerd_op),
        basis.gepubliceerd_door
    );
    feiten.push(("Gepubliceerd", wie_wanneer));
    let concept = bron
        .set
        .as_ref()
        .filter(|set| set.stand() == Basissetstand::Concept);
    let schil = schil(state, wie, &basis.naam).stand(format!(
        "Vergeleken met wat op {} geldt, voor zover het is bekendgemaakt.",
        datum_lang(peildatum)
    ));
    Ok(SetPagina {
        schil,
        status: Status::new(Toon::Goed, format!("versie {} gepubliceerd", basis.versie)),
        concept: concept.map(|set| {
            format!(
                "Versie {} is in de maak: zij geldt nog niet als basis.",
                set.versie()
            )
        }),
        acties: list_acties(wie, bron),
        voorstellen: if is_nieuwste {
            list_voorstellen(wie, basis)
        } else {
            Vec::new()
        },
        feiten,
        toelichting: basis.tekst.toelichting.clone(),
        is_nieuwste,
        gemeenten: deelnemers.iter().map(|d| d.naam.clone()).collect(),
        samenvattingen: summarise(basis, &regels, &deelnemers, wanneer.1),
        regels: list_regels(&regels, &format!("/{}/beleid", wie.code()), wie.actor()),
        bestand: Some(Bestandslinks {
            basis: format!("{eigen_pad}/bestand"),
            vraag: format!("?versie={}", basis.versie),
        }),
        versies: list_versies(bron, basis, &eigen_pad),
    })
}

async fn draft(
    state: &AppState,
    wie: &InGemeente,
    bron: &Bron,
    set: &Basisset,
) -> Result<SetPagina, Fout> {
    let tekst = set.tekst();
    let basis = as_versie(set, tekst);
    let regels = compare_basis(&basis, &[], &[], (tekst.vanaf, state.clock.now()));
    Ok(SetPagina {
        schil: schil(state, wie, &set.kop().naam),
        status: Status::new(Toon::Neutraal, "concept"),
        concept: Some("Dit is een concept. Alleen de gemeenten die meedoen, zien het. Een tweede persoon leest het na en publiceert het.".to_owned()),
        acties: list_acties(wie, bron),
        voorstellen: Vec::new(),
        feiten: vec![
            ("Versie", set.versie().to_string()),
            ("Bedoeld vanaf", datum_lang(tekst.vanaf)),
            ("Gemeenten", namen_of(state, &tekst.leden).await?.join(", ")),
        ],
        toelichting: tekst.toelichting.clone(),
        is_nieuwste: true,
        gemeenten: Vec::new(),
        samenvattingen: Vec::new(),
        regels: list_regels(&regels, &format!("/{}/beleid", wie.code()), wie.actor()),
        bestand: None,
        versies: Vec::new(),
    })
}

/// The draft in the form of a version, to show it in the same table.
fn as_versie(set: &Basisset, tekst: &Basistekst) -> Basisversie {
    let laatste = set.akten().last();
    Basisversie {
        basisset: set.kop().id,
        naam: set.kop().naam.clone(),
        versie: set.versie(),
        tekst: tekst.clone(),
        gepubliceerd_op: laatste.map_or(primitives::Moment::MAX, |akte| akte.op),
        gepubliceerd_door: String::new(),
    }
}

/// What this person may do with the base itself.
fn list_acties(wie: &InGemeente, bron: &Bron) -> Vec<Link> {
    let Some(set) = bron.set.as_ref() else {
        return Vec::new();
    };
    if !wie.may(Permission::BasissetOpstellen) {
        return Vec::new();
    }
    let pad = pad_of(wie, bron.id);
    let publiceren = set.check_publiceren(&wie.actor().sub).is_ok();
    let wijzigen = match set.stand() {
        Basissetstand::Concept => "Concept wijzigen",
        Basissetstand::Gepubliceerd => "Nieuwe versie opstellen",
    };
    let publiceren =
        publiceren.then(|| Link::new("Nalezen en publiceren", format!("{pad}/publiceren")));
    let wijzigen = Link::new(wijzigen, format!("{pad}/wijzigen"));
    publiceren.into_iter().chain([wijzigen]).collect()
}

/// A proposal from the base to each organ for which this person works.
fn list_voorstellen(wie: &InGemeente, basis: &Basisversie) -> Vec<Link> {
    if !basis.tekst.has_lid(wie.code()) {
        return Vec::new();
    }
    let heeft = |orgaan: &domain::beleid::Orgaan| {
        basis
            .tekst
            .waarden_of(*orgaan, basis.tekst.vanaf)
            .next()
            .is_some()
    };
    let organen = organen_of(wie).into_iter().filter(heeft);
    let link = |orgaan: domain::beleid::Orgaan| {
        let pad = format!(
            "/{}/voorstellen/nieuw?orgaan={}&basisset={}&basisversie={}",
            wie.code(),
            orgaan.code(),
            basis.basisset,
            basis.versie
        );
        Link::new(format!("Voorstel aan {orgaan} maken"), pad)
    };
    organen.map(link).collect()
}

fn list_versies(bron: &Bron, basis: &Basisversie, pad: &str) -> Vec<Link> {
    let andere = bron.versies.iter().filter(|v| v.versie != basis.versie);
    let link = |v: &Basisversie| {
        let tekst = format!(
            "Versie {}, bedoeld vanaf {}",
            v.versie,
            datum_lang(v.tekst.vanaf)
        );
        Link::new(tekst, format!("{pad}?versie={}", v.versie))
    };
    andere.map(link).collect()
}
