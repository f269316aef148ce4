//! `/overleg`: every strategic meeting, the open agreements, and planning a new one.

use actix_web::web::Data;
use application::sturing::{OverlegError, Overlegopdracht, list_overleggen, record_overleg};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::sturing::{Afspraak, Overleg, OverlegGeweigerd, Overlegstand};
use http_base::{Aangemeld, AppState, DbRol, Formulier, Fout, TenantTx};
use primitives::{
    Datum, Kwartaal, Veldcontrole, Veldfouten, datum_in_nederland, datum_kort, datum_lang,
    parse_datum_nl,
};
use serde::Deserialize;

use super::weergave::{last_kwartaal, own_gemeente, render_kwartaal};
use crate::formuliervelden::{Fouten, Keuze};
use crate::onderdelen::{Status, Toon};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "sturing/overleggen.html")]
struct OverleggenPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: Velden,
    overleggen: Vec<Rij>,
    afspraken: Vec<Afspraakregel>,
    kwartalen: Vec<Keuze>,
    mag_plannen: bool,
}

struct Rij {
    dag: String,
    sleutel: String,
    kwartaal: String,
    plaats: String,
    status: Status,
}

/// An agreement, with how it stands.
pub(super) struct Afspraakregel {
    pub(super) id: String,
    pub(super) tekst: String,
    pub(super) eigenaar: String,
    pub(super) uiterlijk: String,
    pub(super) overleg: String,
    pub(super) voor: String,
    pub(super) status: Status,
    pub(super) uitkomst: String,
    pub(super) is_open: bool,
}

/// The form.
#[derive(Clone, Default, Deserialize)]
pub(super) struct Velden {
    #[serde(default)]
    datum: String,
    #[serde(default)]
    kwartaal: String,
    #[serde(default)]
    plaats: String,
}

pub(super) async fn show(state: Data<AppState>, wie: Aangemeld) -> Antwoord {
    let invoer = Velden {
        kwartaal: last_kwartaal(&state).to_string(),
        ..Velden::default()
    };
    render(&page(&state, &wie, invoer, Fouten::geen()).await?)
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: Aangemeld,
    form: Formulier<Velden>,
) -> Antwoord {
    let gemeente = own_gemeente(&wie, Permission::OverlegVoorbereiden)?.code;
    let velden = form.0;
    let opdracht = match read_opdracht(&velden) {
        Ok(opdracht) => opdracht,
        Err(fouten) => return render_invalid(&page(&state, &wie, velden, fouten.into()).await?),
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst = state
        .db
        .in_tenant(
            "record_overleg",
            gemeente,
            DbRol::Opdrachtgever,
            async |tx| record_overleg(tx, actor, now, &*state.ids, &opdracht).await,
        )
        .await;
    let fouten = match uitkomst {
        Ok(overleg) => {
            let pad = format!("/overleg/{}", overleg.datum);
            return wie.redirect(&state, &pad, "Het overleg is gepland.").await;
        }
        Err(OverlegError::Overleg(OverlegGeweigerd::Invoer(fouten))) => fouten,
        Err(OverlegError::DagBezet) => Veldfouten::single(
            "datum",
            "Op deze dag is al een overleg gepland. Kies een andere dag.",
        ),
        Err(fout) => return Err(fout.into()),
    };
    render_invalid(&page(&state, &wie, velden, fouten.into()).await?)
}

fn read_opdracht(velden: &Velden) -> Result<Overlegopdracht, Veldfouten> {
    let mut controle = Veldcontrole::default();
    let datum =
        parse_datum_nl(&velden.datum).ok_or("schrijf een dag die bestaat, zoals 12-11-2026");
    let datum = controle.take("datum", datum);
    let kwartaal = Kwartaal::parse(&velden.kwartaal).map_err(|_| "kies een kwartaal");
    let kwartaal = controle.take("kwartaal", kwartaal);
    controle.finish()?;
    match (datum, kwartaal) {
        (Some(datum), Some(kwartaal)) => Ok(Overlegopdracht {
            datum,
            kwartaal,
            plaats: velden.plaats.clone(),
        }),
        // Whatever is missing was named above.
        _ => Err(Veldfouten::single(
            "datum",
            "schrijf een dag die bestaat, zoals 12-11-2026",
        )),
    }
}

async fn page(
    state: &AppState,
    wie: &Aangemeld,
    invoer: Velden,
    fouten: Fouten,
) -> Result<OverleggenPagina, Fout> {
    let gemeente = own_gemeente(wie, Permission::CijfersLezen)?.code;
    let actor = wie.actor();
    let werk =
        async |tx: &mut TenantTx| -> Result<_, OverlegError> { list_overleggen(tx, actor).await };
    let (overleggen, open) = state
        .db
        .in_tenant("list_overleggen", gemeente, DbRol::Opdrachtgever, werk)
        .await?;
    let vandaag = datum_in_nederland(state.clock.now());
    let laatste = last_kwartaal(state);
    let keuze = |kwartaal: Kwartaal| Keuze::new(kwartaal.to_string(), render_kwartaal(kwartaal));
    Ok(OverleggenPagina {
        schil: Schil::platform(state, wie, "/overleg", "Opdrachtgeversoverleg"),
        fouten,
        invoer,
        overleggen: overleggen.iter().map(|o| Rij::new(o, vandaag)).collect(),
        afspraken: open
            .iter()
            .map(|(dag, afspraak)| Afspraakregel::new(*dag, afspraak, vandaag))
            .collect(),
        kwartalen: [laatste.plus(1), laatste, laatste.plus(-1)]
            .map(keuze)
            .into(),
        mag_plannen: actor
            .require_somewhere(Permission::OverlegVoorbereiden)
            .is_ok(),
    })
}

impl Rij {
    fn new(overleg: &Overleg, vandaag: Datum) -> Self {
        Self {
            dag: datum_lang(overleg.datum),
            sleutel: overleg.datum.to_string(),
            kwartaal: render_kwartaal(overleg.kwartaal),
            plaats: overleg.plaats.clone(),
            status: status_of(overleg, vandaag),
        }
    }
}

/// Whether a meeting was held, is to come, or waits for its decisions to be recorded.
pub(super) fn status_of(overleg: &Overleg, vandaag: Datum) -> Status {
    match overleg.stand {
        Overlegstand::Gehouden { .. } => Status::new(Toon::Goed, "gehouden"),
        Overlegstand::Gepland if overleg.datum < vandaag => {
            Status::new(Toon::Aandacht, "besluiten nog vastleggen")
        }
        Overlegstand::Gepland => Status::new(Toon::Neutraal, "gepland"),
    }
}

impl Afspraakregel {
    pub(super) fn new(overleg: Datum, afspraak: &Afspraak, vandaag: Datum) -> Self {
        use domain::sturing::Afspraakstand as Stand;
        let (status, uitkomst) = match &afspraak.stand {
            Stand::Open if afspraak.is_te_laat(vandaag) => {
                (Status::new(Toon::Fout, "te laat"), String::new())
            }
            Stand::Open => (Status::new(Toon::Neutraal, "open"), String::new()),
            Stand::Afgerond { resultaat, .. } => {
                (Status::new(Toon::Goed, "afgerond"), resultaat.clone())
            }
            Stand::Vervallen { reden, .. } => {
                (Status::new(Toon::Neutraal, "vervallen"), reden.clone())
            }
        };
        let voor = afspraak.gemeente.map(|code| code.to_string());
        Self {
            id: afspraak.id.to_string(),
            tekst: afspraak.tekst.clone(),
            eigenaar: afspraak.eigenaar.clone(),
            uiterlijk: datum_kort(afspraak.uiterlijk),
            overleg: overleg.to_string(),
            voor: voor.unwrap_or_else(|| "alle gemeenten".to_owned()),
            status,
            uitkomst,
            is_open: afspraak.stand == Stand::Open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_meetings_the_page_says_how_to_begin() {
        let html = OverleggenPagina {
            schil: Schil::sample("Opdrachtgeversoverleg"),
            fouten: Fouten::geen(),
            invoer: Velden::default(),
            overleggen: Vec::new(),
            afspraken: Vec::new(),
            kwartalen: Vec::new(),
            mag_plannen: true,
        }
        .render()
        .unwrap();
        assert!(
            html.contains("Er is nog geen overleg gepland.") && html.contains("Overleg plannen")
        );
    }

    #[test]
    fn every_wrong_field_is_named() {
        let velden = Velden {
            datum: "31-2-2026".into(),
            ..Velden::default()
        };
        let fouten = read_opdracht(&velden).unwrap_err();
        let namen: Vec<_> = fouten.list().iter().map(|f| f.veld.as_str()).collect();
        assert_eq!(namen, ["datum", "kwartaal"]);
    }
}
