//! `/{gemeente}/inwoners/lijst.{formaat}`: the same list as a file.

use actix_web::web::{Data, Path, Query};
use application::dossier::{Inwonerregel, load_inwonerslijst};
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, Fout, InGemeente};
use primitives::{Datum, datum_in_nederland, leeftijd_op};
use reports::lijst::{Cel, Kolom, Lijst, Lijstformaat};

use super::lijst::Lijstvraag;
use crate::pagina::{Antwoord, render_lijstbestand};

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
    Query(vraag): Query<Lijstvraag>,
) -> Antwoord {
    wie.require(Permission::DossierLezen)?;
    let formaat = Lijstformaat::parse(&pad.1).ok_or_else(Fout::niet_gevonden)?;
    let filter = vraag.filter()?;
    let (actor, now) = (wie.actor(), state.clock.now());
    let regels = state
        .db
        .in_tenant(
            "load_inwonerslijst",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| load_inwonerslijst(tx, actor, now, filter).await,
        )
        .await?;
    let vandaag = datum_in_nederland(now);
    let lijst = sheet(&regels, vandaag);
    let naam = format!("inwoners-{}-{vandaag}", wie.code());
    render_lijstbestand(&lijst, formaat, &naam, now)
}

/// The columns of the page, and the dossier to find somebody again by.
fn sheet(regels: &[Inwonerregel], vandaag: Datum) -> Lijst {
    Lijst {
        titel: "Inwoners".to_owned(),
        kolommen: vec![
            Kolom::new("Dossier", 38),
            Kolom::new("Naam", 28),
            Kolom::new("Geboortedatum", 14),
            Kolom::new("Leeftijd", 10),
            Kolom::new("Trede", 8),
            Kolom::new("Gemeten op", 14),
            Kolom::new("Laatste contact", 16),
            Kolom::new("Casusregisseur", 24),
        ],
        rijen: regels.iter().map(|regel| row(regel, vandaag)).collect(),
    }
}

fn row(regel: &Inwonerregel, vandaag: Datum) -> Vec<Cel> {
    let tekst = |tekst: Option<&str>| tekst.map_or(Cel::Leeg, Cel::text);
    let datum = |dag: Option<Datum>| dag.map_or(Cel::Leeg, Cel::Datum);
    vec![
        Cel::text(regel.dossier.to_string()),
        tekst(regel.naam.as_deref()),
        Cel::Datum(regel.geboortedatum),
        leeftijd_op(regel.geboortedatum, vandaag).map_or(Cel::Leeg, Cel::number),
        regel
            .meting
            .map_or(Cel::Leeg, |(trede, _)| Cel::number(trede.nummer())),
        datum(regel.meting.map(|(_, dag)| dag)),
        datum(regel.contact_op),
        tekst(regel.casusregisseur.as_deref()),
    ]
}
