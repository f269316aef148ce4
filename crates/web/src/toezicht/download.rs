//! `/{gemeente}/inzagelog/lijst.{formaat}`: the same list as a file.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Data, Path, Query};
use application::toezicht::{Inzageregel, load_inzagelijst};
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, Fout, InGemeente};
use primitives::datum_in_nederland;
use reports::lijst::{Cel, Kolom, Lijst, Lijstformaat, render_lijst};

use super::inzagelog::{Inzagevraag, Rij};
use crate::pagina::Antwoord;

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
    Query(vraag): Query<Inzagevraag>,
) -> Antwoord {
    wie.require(Permission::InzagelogLezen)?;
    let formaat = Lijstformaat::parse(&pad.1).ok_or_else(Fout::niet_gevonden)?;
    let filter = vraag.filter()?;
    let (actor, now) = (wie.actor(), state.clock.now());
    let regels = state
        .db
        .in_tenant(
            "load_inzagelijst",
            wie.code(),
            DbRol::Toezicht,
            async |tx| load_inzagelijst(tx, actor, now, &filter).await,
        )
        .await?;
    let bytes = render_lijst(&sheet(&regels), formaat, now).map_err(Fout::storing)?;
    let vandaag = datum_in_nederland(now);
    let naam = format!("inzagelog-{}-{vandaag}.{}", wie.code(), formaat.extension());
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, formaat.media_type()))
        .insert_header((
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"{naam}\""),
        ))
        .body(bytes))
}

/// The columns of the page, with day and time apart so that a spreadsheet can sort on them.
fn sheet(regels: &[Inzageregel]) -> Lijst {
    Lijst {
        titel: "Inzagelog".to_owned(),
        kolommen: vec![
            Kolom::new("Datum", 12),
            Kolom::new("Datum en tijd", 18),
            Kolom::new("Medewerker", 26),
            Kolom::new("Kenmerk medewerker", 30),
            Kolom::new("Rol", 24),
            Kolom::new("Dossier", 38),
            Kolom::new("Activiteit", 34),
            Kolom::new("Wat", 30),
        ],
        rijen: regels.iter().map(row).collect(),
    }
}

fn row(regel: &Inzageregel) -> Vec<Cel> {
    let rij = Rij::from(regel);
    vec![
        Cel::Datum(datum_in_nederland(regel.moment)),
        Cel::text(rij.moment),
        Cel::text(rij.naam),
        Cel::text(rij.kenmerk),
        Cel::text(rij.rollen),
        Cel::text(rij.dossier),
        Cel::text(rij.activiteit),
        Cel::text(rij.wat),
    ]
}
