//! `/overleg/{datum}/afspraken`: what is agreed, and how it ends.

use actix_web::web::{Data, Path};
use application::sturing::{
    Afspraakeinde, Afspraakopdracht, OverlegError, record_afspraak, record_afspraak_afgerond,
    record_afspraak_vervallen,
};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::sturing::{Afspraak, Afspraakinvoer as Invoer, OverlegGeweigerd};
use http_base::{Aangemeld, AppState, DbRol, Formulier, Fout};
use primitives::{
    AfspraakId, Datum, GemeenteCode, Veldcontrole, Veldfouten, datum_lang, parse_datum,
    parse_datum_nl,
};
use serde::Deserialize;

use super::overleg::{Afspraakinvoer, Getypt, load, page as overleg_page};
use super::weergave::{own_gemeente, read_dag};
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "sturing/afspraak.html")]
struct AfspraakPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: Einde,
    terug: String,
    tekst: String,
    eigenaar: String,
    uiterlijk: String,
    keuzes: Vec<Keuze>,
}

/// How an agreement ends, as it was typed.
#[derive(Clone, Default, Deserialize)]
pub(super) struct Einde {
    #[serde(default)]
    hoe: String,
    #[serde(default)]
    tekst: String,
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: Aangemeld,
    pad: Path<String>,
    form: Formulier<Afspraakinvoer>,
) -> Antwoord {
    let gemeente = own_gemeente(&wie, Permission::OverlegVoorbereiden)?.code;
    let dag = read_dag(&pad)?;
    let velden = form.0;
    let invoer = match read_invoer(&velden) {
        Ok(invoer) => invoer,
        Err(fouten) => return again(&state, &wie, dag, velden, fouten).await,
    };
    let opdracht = Afspraakopdracht { datum: dag, invoer };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst = state
        .db
        .in_tenant(
            "record_afspraak",
            gemeente,
            DbRol::Opdrachtgever,
            async |tx| record_afspraak(tx, actor, now, &*state.ids, &opdracht).await,
        )
        .await;
    match uitkomst {
        Ok(_) => {
            let melding = "De afspraak is vastgelegd.";
            wie.redirect(&state, &format!("/overleg/{dag}"), melding)
                .await
        }
        Err(OverlegError::Overleg(OverlegGeweigerd::Invoer(fouten))) => {
            again(&state, &wie, dag, velden, fouten).await
        }
        Err(fout) => Err(fout.into()),
    }
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: Aangemeld,
    pad: Path<(String, String)>,
) -> Antwoord {
    own_gemeente(&wie, Permission::OverlegVoorbereiden)?;
    let (dag, id) = read_adres(&pad)?;
    render(&page(&state, &wie, (dag, id), Einde::default(), Fouten::geen()).await?)
}

pub(super) async fn end(
    state: Data<AppState>,
    wie: Aangemeld,
    pad: Path<(String, String)>,
    form: Formulier<Einde>,
) -> Antwoord {
    let gemeente = own_gemeente(&wie, Permission::OverlegVoorbereiden)?.code;
    let (dag, id) = read_adres(&pad)?;
    let velden = form.0;
    let einde = Afspraakeinde {
        afspraak: id,
        tekst: velden.tekst.clone(),
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let is_vervallen = match velden.hoe.as_str() {
        "afgerond" => false,
        "vervallen" => true,
        _ => {
            let fouten = Veldfouten::single("hoe", "kies afgerond of vervallen");
            let pagina = page(&state, &wie, (dag, id), velden, fouten.into()).await?;
            return render_invalid(&pagina);
        }
    };
    let uitkomst = state
        .db
        .in_tenant(
            "record_afspraak_einde",
            gemeente,
            DbRol::Opdrachtgever,
            async |tx| {
                if is_vervallen {
                    record_afspraak_vervallen(tx, actor, now, &einde).await
                } else {
                    record_afspraak_afgerond(tx, actor, now, &einde).await
                }
            },
        )
        .await;
    match uitkomst {
        Ok(_) => {
            let melding = "De afspraak is bijgewerkt.";
            wie.redirect(&state, &format!("/overleg/{dag}"), melding)
                .await
        }
        // Whatever the ending is called, the form has one field for its words.
        Err(OverlegError::Overleg(OverlegGeweigerd::Invoer(fouten))) => {
            let melding = fouten.list().first().map(|f| f.melding.clone());
            let fouten = Veldfouten::single("tekst", melding.unwrap_or_default());
            render_invalid(&page(&state, &wie, (dag, id), velden, fouten.into()).await?)
        }
        Err(fout) => Err(fout.into()),
    }
}

fn read_adres(pad: &Path<(String, String)>) -> Result<(Datum, AfspraakId), Fout> {
    let dag = parse_datum(&pad.0).ok_or_else(Fout::niet_gevonden)?;
    let id = AfspraakId::parse(&pad.1).map_err(|_| Fout::niet_gevonden())?;
    Ok((dag, id))
}

/// Reads what only the form knows; the domain reads the rest.
fn read_invoer(velden: &Afspraakinvoer) -> Result<Invoer, Veldfouten> {
    let mut controle = Veldcontrole::default();
    let uiterlijk =
        parse_datum_nl(&velden.uiterlijk).ok_or("schrijf een dag die bestaat, zoals 31-12-2026");
    let uiterlijk = controle.take("uiterlijk", uiterlijk);
    let gemeente = match velden.gemeente.as_str() {
        "" => None,
        code => controle.take("gemeente", GemeenteCode::parse(code)),
    };
    controle.finish()?;
    let uiterlijk =
        uiterlijk.ok_or_else(|| Veldfouten::single("uiterlijk", "schrijf een dag die bestaat"))?;
    Ok(Invoer {
        tekst: velden.tekst.clone(),
        eigenaar: velden.eigenaar.clone(),
        uiterlijk,
        gemeente,
    })
}

async fn again(
    state: &AppState,
    wie: &Aangemeld,
    dag: Datum,
    afspraak: Afspraakinvoer,
    fouten: Veldfouten,
) -> Antwoord {
    let getypt = Getypt {
        afspraak,
        fouten: fouten.into(),
        ..Getypt::default()
    };
    render_invalid(&overleg_page(state, wie, dag, getypt).await?)
}

async fn page(
    state: &AppState,
    wie: &Aangemeld,
    (dag, id): (Datum, AfspraakId),
    invoer: Einde,
    fouten: Fouten,
) -> Result<AfspraakPagina, Fout> {
    let overleg = load(state, wie, dag).await?.overleg;
    let afspraak: Option<&Afspraak> = overleg.afspraken.iter().find(|a| a.id == id);
    let afspraak = afspraak.ok_or_else(Fout::niet_gevonden)?;
    Ok(AfspraakPagina {
        schil: Schil::platform(state, wie, "/overleg", "Afspraak afronden")
            .kruimel("Overleg", "/overleg")
            .kruimel(datum_lang(dag), format!("/overleg/{dag}")),
        fouten,
        invoer,
        terug: format!("/overleg/{dag}"),
        tekst: afspraak.tekst.clone(),
        eigenaar: afspraak.eigenaar.clone(),
        uiterlijk: datum_lang(afspraak.uiterlijk),
        keuzes: vec![
            Keuze::new("afgerond", "Afgerond: het is gedaan"),
            Keuze::new("vervallen", "Vervallen: het hoeft niet meer"),
        ],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_asks_how_it_ended() {
        let html = AfspraakPagina {
            schil: Schil::sample("Afspraak afronden"),
            fouten: Fouten::geen(),
            invoer: Einde::default(),
            terug: "/overleg/2026-11-12".to_owned(),
            tekst: "Meet de treden".to_owned(),
            eigenaar: "teamleider".to_owned(),
            uiterlijk: "31 december 2026".to_owned(),
            keuzes: vec![Keuze::new("afgerond", "Afgerond")],
        }
        .render()
        .unwrap();
        assert!(html.contains("Meet de treden") && html.contains("name=\"hoe\""));
    }

    #[test]
    fn a_day_that_does_not_exist_is_named() {
        let velden = Afspraakinvoer {
            uiterlijk: "31-2-2027".to_owned(),
            gemeente: "Winterswijk".to_owned(),
            ..Afspraakinvoer::default()
        };
        let fouten = read_invoer(&velden).unwrap_err();
        let namen: Vec<_> = fouten.list().iter().map(|f| f.veld.as_str()).collect();
        assert_eq!(namen, ["uiterlijk", "gemeente"]);
    }
}
