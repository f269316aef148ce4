//! `/zienswijzen/{ronde}/stukken`: adding a document to a round, and downloading it. A file is never shown inside a page.

use actix_web::web::{Data, Path};
use application::beleid::zienswijze::{Rondebeeld, ZienswijzeError, find_stuk, record_stuk};
use askama::Template;
use domain::bevoegdheid::Permission;
use http_base::{Aangemeld, AppState, DbRol, Fout, TenantTx, Upload};
use primitives::{BijlageId, Veldfouten};

use super::lezen::{pad_of, parse_ronde, ronde_of, schil_onder};
use crate::beleid::voorstellen::Bijlagelink;
use crate::formuliervelden::Fouten;
use crate::pagina::{Antwoord, render, render_bestand, render_invalid};
use crate::schil::Schil;
use crate::sturing::own_gemeente;

#[derive(Template)]
#[template(path = "beleid/voorstel/bijlage.html")]
struct StukPagina {
    schil: Schil,
    fouten: Fouten,
    annuleren: String,
}

pub(super) async fn show(state: Data<AppState>, wie: Aangemeld, pad: Path<String>) -> Antwoord {
    let beeld = load(&state, &wie, &pad).await?;
    render(&page(&state, &wie, &beeld, Fouten::geen()))
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: Aangemeld,
    pad: Path<String>,
    upload: Upload,
) -> Antwoord {
    let beeld = load(&state, &wie, &pad).await?;
    let gemeente = own_gemeente(&wie, Permission::ZienswijzerondeVoorbereiden)?.code;
    let Some(bestand) = upload.bestand("bestand") else {
        let fouten = Veldfouten::single("bestand", "kies een PDF van ten hoogste 20 MB");
        return render_invalid(&page(&state, &wie, &beeld, fouten.into()));
    };
    let (actor, now, id) = (wie.actor(), state.clock.now(), beeld.ronde.kop.id);
    let stuk = (id, bestand.naam.as_str(), bestand.inhoud.as_slice());
    let uitkomst: Result<_, ZienswijzeError> = state
        .db
        .in_tenant(
            "record_stuk",
            gemeente,
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| record_stuk(tx, actor, now, &*state.ids, stuk).await,
        )
        .await;
    match uitkomst {
        Ok(_) => {
            wie.redirect(&state, &pad_of(id), "Het stuk is toegevoegd.")
                .await
        }
        Err(ZienswijzeError::Invoer(fouten)) => {
            render_invalid(&page(&state, &wie, &beeld, fouten.into()))
        }
        Err(fout) => Err(fout.into()),
    }
}

pub(super) async fn download(
    state: Data<AppState>,
    wie: Aangemeld,
    pad: Path<(String, String)>,
) -> Antwoord {
    let gemeente = own_gemeente(&wie, Permission::BeleidLezen)?.code;
    let ronde = parse_ronde(&pad.0)?;
    let stuk = BijlageId::parse(&pad.1).map_err(|_| Fout::niet_gevonden())?;
    let actor = wie.actor();
    let gelezen: Result<_, ZienswijzeError> = state
        .db
        .in_tenant(
            "find_stuk",
            gemeente,
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| find_stuk(tx, actor, ronde, stuk).await,
        )
        .await;
    let (naam, inhoud) = gelezen?.ok_or_else(Fout::niet_gevonden)?;
    Ok(render_bestand("application/pdf", &naam, inhoud))
}

/// The documents of a round, to download.
pub(super) fn list_links(beeld: &Rondebeeld) -> Vec<Bijlagelink> {
    let pad = pad_of(beeld.ronde.kop.id);
    let link = |regel: &application::beleid::Bijlageregel| {
        Bijlagelink::new(regel.clone(), format!("{pad}/stukken/{}", regel.id))
    };
    beeld.stukken.iter().map(link).collect()
}

/// The round, if this person may add to it now.
async fn load(state: &AppState, wie: &Aangemeld, kenmerk: &str) -> Result<Rondebeeld, Fout> {
    own_gemeente(wie, Permission::ZienswijzerondeVoorbereiden)?;
    let beeld = ronde_of(state, wie, kenmerk).await?;
    beeld.ronde.check_lopend().map_err(ZienswijzeError::from)?;
    Ok(beeld)
}

fn page(state: &AppState, wie: &Aangemeld, beeld: &Rondebeeld, fouten: Fouten) -> StukPagina {
    StukPagina {
        schil: schil_onder(state, wie, beeld, "Stuk toevoegen"),
        fouten,
        annuleren: pad_of(beeld.ronde.kop.id),
    }
}
