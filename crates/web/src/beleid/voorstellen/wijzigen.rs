//! `/{gemeente}/voorstellen/{id}/wijzigen`: a new text; who was overtaken by a colleague sees both.

use actix_web::web::{Data, Path};
use application::beleid::{VoorstelError, WijzigVoorstel, db_rol, update_voorstel};
use domain::beleid::{IntrekkingInvoer, Notatie, Voorstel, VoorstelInvoer, catalogus};
use http_base::{AppState, Formulier, Fout, InGemeente, TenantTx};

use super::doorrekeningen::list_keuzes;
use super::lezen::{eigen_voorstel, pad_of, schil_onder};
use super::opstellen::{TekstPagina, Verschil};
use crate::beleid::basisset::Grondslagblok;
use crate::beleid::besluitvelden::{Besluitvelden, place_fouten};
use crate::beleid::waardeblok::Waardeblok;
use crate::formuliervelden::Fouten;
use crate::pagina::{Antwoord, render, render_conflict, render_invalid};

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
) -> Antwoord {
    let voorstel = load(&state, &wie, &pad.1).await?;
    let invoer = voorstel.tekst().to_invoer(Notatie::Formulier);
    let velden = Besluitvelden::from_invoer(&invoer);
    render(&form(&state, &wie, &voorstel, velden, Fouten::geen()).await?)
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
    form_velden: Formulier<Vec<(String, String)>>,
) -> Antwoord {
    let voorstel = load(&state, &wie, &pad.1).await?;
    let velden = Besluitvelden::new(form_velden.0);
    if velden.get("actie") == "rij" {
        return render(&form(&state, &wie, &voorstel, velden, Fouten::geen()).await?);
    }
    let (invoer, plekken) = velden.voorstelinvoer();
    let mut uitkomst = update(&state, &wie, &voorstel, &velden, &invoer).await;
    if matches!(uitkomst, Err(VoorstelError::Tegelijk)) {
        // At the very same moment: now the text of the other is there to compare with.
        uitkomst = update(&state, &wie, &voorstel, &velden, &invoer).await;
    }
    match uitkomst {
        Ok(_) => {
            let onder = format!("/voorstellen/{}", voorstel.kop().id);
            let melding = "De nieuwe tekst is bewaard. Een collega die er niet aan schreef, dient het voorstel in.";
            wie.redirect(&state, &onder, melding).await
        }
        Err(VoorstelError::Invoer(fouten)) => {
            let fouten = place_fouten(fouten, &plekken).into();
            let mut pagina = form(&state, &wie, &voorstel, velden, fouten).await?;
            // The form stays the one for the text that was seen.
            keep_versie(&mut pagina);
            render_invalid(&pagina)
        }
        Err(VoorstelError::Verouderd(nu)) => {
            let verschillen = compare(&nu, &invoer);
            let mut pagina = form(&state, &wie, &nu, velden, Fouten::geen()).await?;
            pagina.verschillen = verschillen;
            render_conflict(&pagina)
        }
        Err(fout) => Err(fout.into()),
    }
}

async fn update(
    state: &AppState,
    wie: &InGemeente,
    voorstel: &Voorstel,
    velden: &Besluitvelden,
    invoer: &VoorstelInvoer,
) -> Result<Voorstel, VoorstelError> {
    let opdracht = WijzigVoorstel {
        voorstel: voorstel.kop().id,
        // A version that is no number was never shown: it counts as overtaken.
        versie: velden.get("versie").parse().unwrap_or(0),
        invoer,
        notatie: Notatie::Formulier,
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    state
        .db
        .in_tenant(
            "update_voorstel",
            wie.code(),
            db_rol(voorstel.kop().orgaan),
            async |tx: &mut TenantTx| {
                update_voorstel(tx, actor, now, &*state.ids, opdracht.clone()).await
            },
        )
        .await
}

/// The proposal, if this person may change it and it is not with the organ.
async fn load(state: &AppState, wie: &InGemeente, kenmerk: &str) -> Result<Voorstel, Fout> {
    let voorstel = eigen_voorstel(state, wie, kenmerk).await?;
    voorstel.check_wijzigen().map_err(VoorstelError::from)?;
    Ok(voorstel)
}

async fn form(
    state: &AppState,
    wie: &InGemeente,
    voorstel: &Voorstel,
    velden: Besluitvelden,
    fouten: Fouten,
) -> Result<TekstPagina, Fout> {
    let orgaan = voorstel.kop().orgaan;
    let blok = Waardeblok::load(state, wie, orgaan, &velden).await?;
    let grondslag = Grondslagblok::load(state, wie, orgaan, &velden).await?;
    let doorrekeningen = list_keuzes(state, wie).await?;
    let laatste = voorstel.akten().last();
    Ok(TekstPagina {
        schil: schil_onder(state, wie, voorstel, "Tekst wijzigen"),
        fouten,
        verborgen: vec![("versie", voorstel.versie().to_string())],
        blok,
        grondslag,
        doorrekeningen,
        verschillen: Vec::new(),
        door: laatste.map_or_else(String::new, |akte| akte.door.naam.clone()),
        knop: "Nieuwe tekst bewaren",
        annuleren: pad_of(voorstel),
        velden,
    })
}

fn keep_versie(pagina: &mut TekstPagina) {
    let gezien = pagina.velden.get("versie").to_owned();
    pagina.verborgen = vec![("versie", gezien)];
}

/// What differs between the text of now and what was typed.
fn compare(nu: &Voorstel, getypt: &VoorstelInvoer) -> Vec<Verschil> {
    let nu = nu.tekst().to_invoer(Notatie::Formulier);
    let mut velden = vec![
        (
            "Onderwerp".to_owned(),
            nu.titel.clone(),
            getypt.titel.clone(),
        ),
        (
            "Toelichting".to_owned(),
            nu.toelichting.clone(),
            getypt.toelichting.clone(),
        ),
        (
            "Kaders".to_owned(),
            nu.kaders.join("\n"),
            getypt.kaders.join("\n"),
        ),
        (
            "Moet ingaan".to_owned(),
            nu.inwerkingtreding.clone(),
            getypt.inwerkingtreding.clone(),
        ),
    ];
    velden.push((
        "Reden voor terugwerkende kracht".to_owned(),
        nu.terugwerkend.clone(),
        getypt.terugwerkend.clone(),
    ));
    let mut sleutels: Vec<&str> = nu.waarden.iter().map(|w| w.sleutel.as_str()).collect();
    sleutels.extend(getypt.waarden.iter().map(|w| w.sleutel.as_str()));
    sleutels.sort_unstable();
    sleutels.dedup();
    for sleutel in sleutels {
        let naam = catalogus().find(sleutel).map_or(sleutel, |p| &p.naam);
        let (oud, nieuw) = (waarden_of(&nu, sleutel), waarden_of(getypt, sleutel));
        velden.push((naam.to_owned(), oud, nieuw));
    }
    let intrekkingen = |invoer: &VoorstelInvoer| {
        let regel = |i: &IntrekkingInvoer| {
            let naam = catalogus().find(&i.sleutel).map_or(&i.sleutel, |p| &p.naam);
            if i.gebied.is_empty() {
                naam.clone()
            } else {
                format!("{naam}, in het gebied {}", i.gebied)
            }
        };
        let regels: Vec<String> = invoer.intrekkingen.iter().map(regel).collect();
        regels.join("\n")
    };
    velden.push((
        "Intrekken".to_owned(),
        intrekkingen(&nu),
        intrekkingen(getypt),
    ));
    velden.push((
        "Doorrekeningen".to_owned(),
        nu.doorrekeningen.join("\n"),
        getypt.doorrekeningen.join("\n"),
    ));
    let gelijk = |tekst: &str| tekst.trim().replace("\r\n", "\n");
    let anders = velden
        .into_iter()
        .filter(|(_, nu, getypt)| gelijk(nu) != gelijk(getypt));
    let verschil = |(veld, nu, getypt)| Verschil { veld, nu, getypt };
    let mut verschillen: Vec<_> = anders.map(verschil).collect();
    if verschillen.is_empty() {
        let zelfde = || "hetzelfde".to_owned();
        verschillen.push(Verschil {
            veld: "De hele tekst".to_owned(),
            nu: zelfde(),
            getypt: zelfde(),
        });
    }
    verschillen
}

/// The values of a parameter as typed, each with its dates.
fn waarden_of(invoer: &VoorstelInvoer, sleutel: &str) -> String {
    let regel = |w: &domain::beleid::WaardeInvoer| {
        let mut regel = w.waarde.trim().to_owned();
        let delen = [
            ("vanaf", &w.van),
            ("tot", &w.tot),
            ("in het gebied", &w.gebied),
        ];
        for (woord, deel) in delen {
            if !deel.trim().is_empty() {
                regel.push_str(&format!(", {woord} {}", deel.trim()));
            }
        }
        regel
    };
    let eigen = invoer.waarden.iter().filter(|w| w.sleutel == sleutel);
    eigen.map(regel).collect::<Vec<_>>().join("\n")
}
