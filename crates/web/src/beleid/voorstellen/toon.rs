//! `/{gemeente}/voorstellen/{id}`: a proposal, what it changes, what was said of it, its life, and what comes next.

use actix_web::web::{Data, Path};
use askama::Template;
use domain::beleid::{Voorstel, Voorstelstand};
use http_base::{AppState, Fout, InGemeente};
use primitives::datum_lang;

use super::bijlagen::{Bijlagelink, list_van_voorstel};
use super::doorrekeningen::list_links;
use super::lezen::{Wijzigregel, list_wijzigingen, pad_of, soortnaam, status_of, voorstel_of};
use super::tijdlijn::{Gebeurtenis, Inbrengblok, list_gebeurtenissen, list_inbreng, vervolg};
use crate::beleid::basisset::list_grondslagfeiten;
use crate::beleid::lezen::beleid_of;
use crate::onderdelen::{Link, Status};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "beleid/voorstel/voorstel.html")]
struct VoorstelPagina {
    schil: Schil,
    status: Status,
    vervolg: Option<&'static str>,
    hoofdactie: Option<Link>,
    feiten: Vec<(&'static str, String)>,
    toelichting: Option<String>,
    kaders: Vec<String>,
    wijzigingen: Vec<Wijzigregel>,
    inbreng: Vec<Inbrengblok>,
    doorrekeningen: Vec<Link>,
    bijlagen: Vec<Bijlagelink>,
    gebeurtenissen: Vec<Gebeurtenis>,
    acties: Vec<Link>,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
) -> Antwoord {
    let voorstel = voorstel_of(&state, &wie, &pad.1).await?;
    render(&page(&state, &wie, &voorstel).await?)
}

async fn page(
    state: &AppState,
    wie: &InGemeente,
    voorstel: &Voorstel,
) -> Result<VoorstelPagina, Fout> {
    let tekst = voorstel.tekst();
    let mag = wie.may(voorstel.kop().orgaan.permission());
    let beleid = beleid_of(state, wie).await?;
    // What it changes is held against what was known when it was decided; until then against what is known now.
    let laatste = voorstel.akten().last().map(|akte| akte.op);
    let bekend_op = laatste
        .filter(|_| !voorstel.stand().is_open())
        .unwrap_or_else(|| state.clock.now());
    let beleid_pad = format!("/{}/beleid", wie.code());
    let eigen_pad = pad_of(voorstel);
    let schil = Schil::in_gemeente(state, wie, "/voorstellen", tekst.titel.clone())
        .kruimel("Voorstellen", format!("/{}/voorstellen", wie.code()));
    Ok(VoorstelPagina {
        schil,
        status: status_of(voorstel.stand()),
        vervolg: vervolg(voorstel.stand()),
        hoofdactie: hoofdactie(voorstel, &wie.actor().sub, mag),
        feiten: list_feiten(voorstel),
        toelichting: tekst.toelichting.clone(),
        kaders: tekst.kaders.clone(),
        wijzigingen: list_wijzigingen(tekst, &beleid, &beleid_pad, bekend_op),
        inbreng: list_inbreng(voorstel, mag.then_some(eigen_pad.as_str())),
        doorrekeningen: list_links(state, wie, &tekst.doorrekeningen).await?,
        bijlagen: list_van_voorstel(state, wie, voorstel).await?,
        gebeurtenissen: list_gebeurtenissen(voorstel),
        acties: if mag {
            list_acties(voorstel, &wie.actor().sub)
        } else {
            Vec::new()
        },
    })
}

/// The one thing that this person does next, if there is one.
fn hoofdactie(voorstel: &Voorstel, sub: &str, mag: bool) -> Option<Link> {
    let pad = pad_of(voorstel);
    if let Voorstelstand::Aangenomen { besluit } = voorstel.stand() {
        let gemeente = voorstel.kop().gemeente;
        return Some(Link::new(
            "Naar het besluit",
            format!("/{gemeente}/besluiten/{besluit}"),
        ));
    }
    if !mag {
        None
    } else if voorstel.check_indienen(sub).is_ok() {
        Some(Link::new("Nalezen en indienen", format!("{pad}/indienen")))
    } else if voorstel.check_behandelen().is_ok() {
        let pad = format!("{pad}/behandeling");
        Some(Link::new("Behandeling vastleggen", pad))
    } else if voorstel.check_wijzigen().is_ok() {
        Some(Link::new("Tekst wijzigen", format!("{pad}/wijzigen")))
    } else {
        None
    }
}

fn list_acties(voorstel: &Voorstel, sub: &str) -> Vec<Link> {
    let pad = pad_of(voorstel);
    let link =
        |mag: bool, tekst: &str, deel: &str| mag.then(|| Link::new(tekst, format!("{pad}/{deel}")));
    // Where changing the text is all that this person can do next, it is the main button.
    let wijzigen = voorstel.check_wijzigen().is_ok() && voorstel.check_indienen(sub).is_ok();
    let open = voorstel.check_inbreng().is_ok();
    let acties = [
        link(wijzigen, "Tekst wijzigen", "wijzigen"),
        link(open, "Advies of zienswijze vastleggen", "advies"),
        link(open, "Bijlage toevoegen", "bijlagen"),
        link(
            voorstel.check_intrekken(sub).is_ok(),
            "Voorstel intrekken",
            "intrekken",
        ),
    ];
    acties.into_iter().flatten().collect()
}

fn list_feiten(voorstel: &Voorstel) -> Vec<(&'static str, String)> {
    let tekst = voorstel.tekst();
    let mut feiten = vec![
        ("Soort", soortnaam(voorstel.kop().orgaan).to_owned()),
        ("Moet ingaan op", datum_lang(tekst.inwerkingtreding)),
    ];
    if let Some(reden) = &tekst.terugwerkend {
        feiten.push(("Reden voor terugwerkende kracht", reden.clone()));
    }
    if let Some(eerste) = voorstel.akten().first() {
        feiten.push(("Opgesteld door", eerste.door.naam.clone()));
    }
    if let Some(grondslag) = &tekst.grondslag {
        feiten.extend(list_grondslagfeiten(grondslag));
    }
    feiten.push(("Versie van de tekst", voorstel.versie().to_string()));
    feiten
}
