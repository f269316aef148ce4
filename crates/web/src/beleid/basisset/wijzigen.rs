//! `/{gemeente}/beleid/basis/{id}/wijzigen`: a new text, or the draft of the next version; who was overtaken sees both.

use actix_web::web::{Data, Path};
use application::beleid::{BasisError, WijzigBasisset, update_basisset};
use domain::beleid::{BasisInvoer, Basisset, Basissetstand, Notatie, catalogus};
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente, TenantTx};

use super::formulier::{BasisFormulier, Basisvelden, Formuliersoort, Verschil, form, place_fouten};
use super::lezen::{eigen_set, pad_of, schil};
use crate::formuliervelden::Fouten;
use crate::pagina::{Antwoord, render, render_conflict, render_invalid};

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
) -> Antwoord {
    let set = eigen_set(&state, &wie, &pad.1).await?;
    let invoer = set.tekst().to_invoer(&set.kop().naam, Notatie::Formulier);
    let velden = Basisvelden::from_invoer(&invoer);
    let bewerking = set.bewerking();
    render(&page(&state, &wie, &set, bewerking, velden, Fouten::geen()).await?)
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
    form_velden: Formulier<Vec<(String, String)>>,
) -> Antwoord {
    let set = eigen_set(&state, &wie, &pad.1).await?;
    let velden = Basisvelden::new(form_velden.0);
    let invoer = velden.invoer();
    let gezien = velden.bewerking();
    let mut uitkomst = update(&state, &wie, &set, gezien, &invoer).await;
    if matches!(uitkomst, Err(BasisError::Tegelijk)) {
        // At the very same moment: now the text of the other is there to compare with.
        uitkomst = update(&state, &wie, &set, gezien, &invoer).await;
    }
    match uitkomst {
        Ok(set) => {
            let onder = format!("/beleid/basis/{}", set.kop().id);
            let melding =
                "Het concept is bewaard. Een collega die er niet aan schreef, publiceert het.";
            wie.redirect(&state, &onder, melding).await
        }
        Err(BasisError::Invoer(fouten)) => {
            let fouten = place_fouten(&fouten, &invoer);
            // The form stays the one for the text that was seen.
            render_invalid(&page(&state, &wie, &set, gezien, velden, fouten).await?)
        }
        Err(BasisError::Verouderd(nu)) => {
            let verschillen = compare(&nu, &invoer);
            let bewerking = nu.bewerking();
            let mut pagina = page(&state, &wie, &nu, bewerking, velden, Fouten::geen()).await?;
            pagina.verschillen = verschillen;
            render_conflict(&pagina)
        }
        Err(fout) => Err(fout.into()),
    }
}

async fn update(
    state: &AppState,
    wie: &InGemeente,
    set: &Basisset,
    bewerking: u32,
    invoer: &BasisInvoer,
) -> Result<Basisset, BasisError> {
    let opdracht = WijzigBasisset {
        basisset: set.kop().id,
        bewerking,
        invoer,
        notatie: Notatie::Formulier,
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    state
        .db
        .in_tenant(
            "update_basisset",
            wie.code(),
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| {
                update_basisset(tx, actor, now, &*state.ids, opdracht.clone()).await
            },
        )
        .await
}

async fn page(
    state: &AppState,
    wie: &InGemeente,
    set: &Basisset,
    bewerking: u32,
    velden: Basisvelden,
    fouten: Fouten,
) -> Result<BasisFormulier, Fout> {
    let titel = match set.stand() {
        Basissetstand::Concept => "Concept wijzigen",
        Basissetstand::Gepubliceerd => "Nieuwe versie opstellen",
    };
    let eigen_pad = pad_of(wie, set.kop().id);
    let soort = Formuliersoort {
        schil: schil(state, wie, titel).kruimel(&set.kop().naam, &eigen_pad),
        is_nieuw: false,
        bewerking,
        knop: "Concept bewaren",
        annuleren: eigen_pad,
    };
    let mut pagina = form(state, wie, soort, velden, fouten).await?;
    let laatste = set.akten().last();
    pagina.door = laatste.map_or_else(String::new, |akte| akte.door.naam.clone());
    Ok(pagina)
}

/// The fields in which what was typed differs from what a colleague stored.
fn compare(nu: &Basisset, getypt: &BasisInvoer) -> Vec<Verschil> {
    let bewaard = nu.tekst().to_invoer(&nu.kop().naam, Notatie::Formulier);
    let verschil = |veld: &str, nu: &str, getypt: &str| Verschil {
        veld: veld.to_owned(),
        nu: nu.to_owned(),
        getypt: getypt.to_owned(),
    };
    let mut verschillen = vec![
        verschil("Toelichting", &bewaard.toelichting, &getypt.toelichting),
        verschil("Bedoeld vanaf", &bewaard.vanaf, &getypt.vanaf),
    ];
    let waarde = |invoer: &BasisInvoer, sleutel: &str| {
        let waarde = invoer.waarden.iter().find(|w| w.sleutel == sleutel);
        waarde.map(|w| (w.waarde.clone(), w.uitleg.clone()))
    };
    for parameter in catalogus().parameters() {
        let sleutel = parameter.sleutel.as_str();
        let (een, twee) = (
            waarde(&bewaard, sleutel).unwrap_or_default(),
            waarde(getypt, sleutel).unwrap_or_default(),
        );
        let uitleg = format!("{}, waarom", parameter.naam);
        verschillen.push(verschil(&parameter.naam, &een.0, &twee.0));
        verschillen.push(verschil(&uitleg, &een.1, &twee.1));
    }
    let is_anders = |verschil: &Verschil| verschil.nu.trim() != verschil.getypt.trim();
    verschillen.retain(is_anders);
    if verschillen.is_empty() {
        verschillen.push(verschil("Alles", "gelijk aan wat u typte", "gelijk"));
    }
    verschillen
}
