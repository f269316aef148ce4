//! `/{gemeente}/inzagelog/lijst.{formaat}`: the same list as a file.

use actix_web::web::{Data, Path, Query};
use application::toezicht::{Inzageregel, load_inzagelijst};
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, Fout, InGemeente};
use primitives::datum_in_nederland;
use reports::lijst::{Cel, Kolom, Lijst, Lijstformaat};

use super::inzagelog::{Inzagevraag, Rij};
use crate::pagina::{Antwoord, render_lijstbestand};

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
    let naam = format!("inzagelog-{}-{}", wie.code(), datum_in_nederland(now));
    render_lijstbestand(&sheet(&regels), formaat, &naam, now)
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
