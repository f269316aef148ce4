//! `/{gemeente}/populatieruns/{run}/lijst.{formaat}`: the households to look at, as a file.

use actix_web::web::{Data, Path, Query};
use application::recht::populatie::{Uitzonderingregel, load_uitzonderingenlijst};
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, Fout, InGemeente, TenantTx};
use primitives::{Geld, datum_in_nederland};
use reports::lijst::{Cel, Kolom, Lijst, Lijstformaat};

use super::resultaat::{Resultaatvraag, render_signalen};
use super::woorden::run_of;
use crate::pagina::{Antwoord, render_lijstbestand};

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String, String)>,
    Query(vraag): Query<Resultaatvraag>,
) -> Antwoord {
    wie.require(Permission::DossierLezen)?;
    let formaat = Lijstformaat::parse(&pad.2).ok_or_else(Fout::niet_gevonden)?;
    let vraag = vraag.read(run_of(&pad.1)?)?;
    let (actor, now) = (wie.actor(), state.clock.now());
    let load = async |tx: &mut TenantTx| load_uitzonderingenlijst(tx, actor, now, &vraag).await;
    let (run, regels) = state
        .db
        .in_tenant(
            "load_uitzonderingenlijst",
            wie.code(),
            DbRol::Uitvoering,
            load,
        )
        .await?;
    let lijst = Lijst {
        titel: "Huishoudens om naar te kijken".to_owned(),
        kolommen: vec![
            Kolom::new("Dossier", 38),
            Kolom::new("Naam", 28),
            Kolom::new("Waarom", 40),
            Kolom::new("Was per maand", 14),
            Kolom::new("Wordt per maand", 14),
            Kolom::new("Verschil", 12),
            Kolom::new("Toelichting", 60),
        ],
        rijen: regels.iter().map(row).collect(),
    };
    let naam = format!(
        "populatierun-{}-{}-{}",
        wie.code(),
        run.opdracht.maatstaf.tot.dag,
        datum_in_nederland(now)
    );
    render_lijstbestand(&lijst, formaat, &naam, now)
}

fn row(regel: &Uitzonderingregel) -> Vec<Cel> {
    let vergelijking = &regel.uitzondering.vergelijking;
    let tekst = |tekst: Option<&str>| tekst.map_or(Cel::Leeg, Cel::text);
    let bedrag = |bedrag: Option<Geld>| bedrag.map_or(Cel::Leeg, |b| Cel::number(b.decimal()));
    vec![
        Cel::text(regel.uitzondering.dossier.to_string()),
        tekst(regel.naam.as_deref()),
        Cel::text(render_signalen(regel)),
        bedrag(vergelijking.oud),
        bedrag(vergelijking.nieuw),
        bedrag(vergelijking.verschil()),
        tekst(vergelijking.reden.as_deref()),
    ]
}
