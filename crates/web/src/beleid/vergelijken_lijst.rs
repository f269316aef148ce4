//! `/{gemeente}/beleid/vergelijken/lijst.{formaat}`: the comparison as a file.

use actix_web::web::{Data, Path, Query};
use domain::bevoegdheid::Permission;
use http_base::{AppState, Fout, InGemeente};
use reports::lijst::{Cel, Kolom, Lijst, Lijstformaat};

use super::lezen::render_stand;
use super::vergelijken::{Bron, Vraag};
use crate::pagina::{Antwoord, render_lijstbestand};

pub(super) async fn download(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
    Query(vraag): Query<Vraag>,
) -> Antwoord {
    wie.require(Permission::BeleidLezen)?;
    let formaat = Lijstformaat::parse(&pad.1).ok_or_else(Fout::niet_gevonden)?;
    let (bron, _) = Bron::load(&state, &wie, &vraag).await?;
    let naam = format!("beleidsvergelijking-{}", bron.peildatum);
    render_lijstbestand(&list_of(&bron), formaat, &naam, state.clock.now())
}

/// A row for each parameter, a column for each municipality.
fn list_of(bron: &Bron) -> Lijst {
    let gemeenten = bron.deelnemers.iter().map(|d| Kolom::new(&d.naam, 24));
    let vast = [
        Kolom::new("sleutel", 36),
        Kolom::new("gegeven", 60),
        Kolom::new("beslist door", 12),
        Kolom::new("verschillende waarden", 12),
    ];
    let rijen = bron.vergelijkingen().into_iter().map(|vergelijking| {
        let parameter = vergelijking.parameter;
        let bevoegd = parameter
            .regime_on(bron.peildatum)
            .map_or("", |regime| regime.bevoegd.code());
        let vast = [
            Cel::text(parameter.sleutel.to_string()),
            Cel::text(&parameter.naam),
            Cel::text(bevoegd),
            Cel::number(vergelijking.verschillend as u64),
        ];
        let waarden = vergelijking
            .standen
            .iter()
            .map(|v| Cel::text(render_stand(parameter, &v.stand)));
        vast.into_iter().chain(waarden).collect()
    });
    Lijst {
        titel: "Beleidsvergelijking".to_owned(),
        kolommen: vast.into_iter().chain(gemeenten).collect(),
        rijen: rijen.collect(),
    }
}
