//! `/{gemeente}/kwartalen/{kwartaal}/rapport.{formaat}`: the quarterly report as a file.

use actix_web::web::{self, Data, Path};
use application::sturing::load_rapport;
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, Fout, InGemeente};
use reports::kwartaal::{Kwartaalrapport, Opmaak, Rapportformaat, render_kwartaalrapport};

use super::weergave::{kleur_of, read_kwartaal};
use crate::pagina::{Antwoord, render_bestand};

pub(super) async fn download(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String, String)>,
) -> Antwoord {
    wie.require(Permission::CijfersLezen)?;
    let kwartaal = read_kwartaal(&pad.1)?;
    let formaat = Rapportformaat::parse(&pad.2).ok_or_else(Fout::niet_gevonden)?;
    let actor = wie.actor();
    let bron = state
        .db
        .in_tenant(
            "load_rapport",
            wie.code(),
            DbRol::Opdrachtgever,
            async |tx| load_rapport(tx, actor, kwartaal).await,
        )
        .await?;
    let opmaak = Opmaak {
        organisatie: state.settings.organisatie.clone(),
        kleur: kleur_of(&wie.gemeente),
    };
    let rapport = Kwartaalrapport::new(&bron, &opmaak);
    let naam = rapport.file_name(formaat);
    // Setting the PDF takes tens of milliseconds: not on a thread that serves others.
    let bytes = web::block(move || render_kwartaalrapport(&rapport, formaat))
        .await
        .map_err(Fout::storing)?;
    let bytes = bytes.map_err(Fout::storing)?;
    Ok(render_bestand(formaat.media_type(), &naam, bytes))
}
