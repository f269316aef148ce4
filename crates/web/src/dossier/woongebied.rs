//! `/{gemeente}/inwoners/{dossier}/woongebied`: in which part of the municipality somebody lives.

use actix_web::web::Data;
use application::dossier::{
    DossierError, Woongebiedopdracht, Woongebiedpagina, load_woongebied, record_woongebied,
};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::dossier::Woongebied;
use domain::gemeente::Gebied;
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente};
use primitives::{
    DossierId, GemeenteCode, Veldcontrole, Veldfouten, datum_in_nederland, datum_kort, datum_lang,
    parse_datum_nl,
};
use serde::Deserialize;

use super::hoofd::{address, name, task_shell};
use super::{Dossierpad, dossier_of};
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

/// The choice for whoever lives in no area with rules of its own.
const ELDERS: &str = "elders";

#[derive(Template)]
#[template(path = "dossier/woongebied.html")]
struct WoongebiedPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: Invoer,
    keuzes: Vec<Keuze>,
    uitleg: String,
    /// Who else it holds for.
    huisgenoten: Vec<String>,
    vastgelegd: Vec<Regel>,
    terug: String,
}

#[derive(Default, Deserialize)]
pub(super) struct Invoer {
    #[serde(default)]
    gebied: String,
    #[serde(default)]
    sinds: String,
}

/// What was recorded, in a table.
struct Regel {
    sinds: String,
    waar: String,
    vastgelegd: String,
    door: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Dossierpad) -> Antwoord {
    wie.require(Permission::DossierBijwerken)?;
    let dossier = dossier_of(&pad)?;
    render(&page(&state, &wie, dossier, Invoer::default(), Fouten::geen()).await?)
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Dossierpad,
    Formulier(invoer): Formulier<Invoer>,
) -> Antwoord {
    wie.require(Permission::DossierBijwerken)?;
    let dossier = dossier_of(&pad)?;
    let opdracht = match invoer.parse(dossier) {
        Ok(opdracht) => opdracht,
        Err(fouten) => {
            return render_invalid(&page(&state, &wie, dossier, invoer, fouten.into()).await?);
        }
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst = state
        .db
        .in_tenant(
            "record_woongebied",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| record_woongebied(tx, actor, now, &opdracht).await,
        )
        .await;
    match uitkomst {
        Ok(_) => {
            let onder = format!("/inwoners/{dossier}");
            let melding = "Vastgelegd waar deze inwoner woont.";
            wie.redirect(&state, &onder, melding).await
        }
        Err(DossierError::Invoer(fouten)) => {
            render_invalid(&page(&state, &wie, dossier, invoer, fouten.into()).await?)
        }
        Err(fout) => Err(fout.into()),
    }
}

impl Invoer {
    fn parse(&self, dossier: DossierId) -> Result<Woongebiedopdracht, Veldfouten> {
        let mut controle = Veldcontrole::default();
        let gebied = match self.gebied.as_str() {
            ELDERS => Ok(None),
            code => GemeenteCode::parse(code)
                .map(Some)
                .map_err(|_| "kies waar deze inwoner woont"),
        };
        let gebied = controle.take("gebied", gebied);
        let sinds = parse_datum_nl(&self.sinds);
        let sinds = controle.take(
            "sinds",
            sinds.ok_or("vul een dag in die bestaat, zoals 21-11-2026"),
        );
        controle.finish()?;
        match (gebied, sinds) {
            (Some(gebied), Some(sinds)) => Ok(Woongebiedopdracht {
                dossier,
                gebied,
                sinds,
            }),
            // What is absent was refused above.
            _ => Err(Veldfouten::single("gebied", "kies waar deze inwoner woont")),
        }
    }
}

async fn page(
    state: &AppState,
    wie: &InGemeente,
    dossier: DossierId,
    invoer: Invoer,
    fouten: Fouten,
) -> Result<WoongebiedPagina, Fout> {
    let (actor, now) = (wie.actor(), state.clock.now());
    let pagina = state
        .db
        .in_tenant(
            "load_woongebied",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| load_woongebied(tx, actor, now, dossier).await,
        )
        .await?;
    Ok(context(state, wie, &pagina, invoer, fouten))
}

fn context(
    state: &AppState,
    wie: &InGemeente,
    pagina: &Woongebiedpagina,
    invoer: Invoer,
    fouten: Fouten,
) -> WoongebiedPagina {
    let hoofd = &pagina.hoofd;
    let dossier = hoofd.kop.inwoner.dossier;
    let gebieden = &pagina.gebieden;
    let keuzes = gebieden
        .iter()
        .map(|gebied| Keuze::new(gebied.code.to_string(), gebied.naam.clone()))
        .chain([Keuze::new(ELDERS, "Ergens anders in de gemeente")]);
    let huisgenoten = hoofd.huishouden.iter().flat_map(|beeld| &beeld.huisgenoten);
    WoongebiedPagina {
        schil: task_shell(state, wie, hoofd, "Waar woont deze inwoner?"),
        fouten,
        invoer,
        keuzes: keuzes.collect(),
        uitleg: explain(gebieden),
        huisgenoten: huisgenoten.map(|h| name(h.naam.as_deref())).collect(),
        vastgelegd: pagina
            .vastgelegd
            .iter()
            .map(|rij| Regel::new(rij, gebieden))
            .collect(),
        terug: address(wie, dossier),
    }
}

/// Until when which area has rules of its own.
fn explain(gebieden: &[Gebied]) -> String {
    let per_gebied = gebieden.iter().map(|gebied| {
        let laatste = gebied.eigen_regels_tot().yesterday();
        let laatste = laatste.unwrap_or_else(|_| gebied.eigen_regels_tot());
        format!("{} tot en met {}", gebied.naam, datum_lang(laatste))
    });
    format!(
        "Een vroegere gemeente kan na de herindeling nog twee jaar eigen regels hebben: {}.",
        per_gebied.collect::<Vec<_>>().join(", ")
    )
}

impl Regel {
    fn new(rij: &Woongebied, gebieden: &[Gebied]) -> Self {
        Self {
            sinds: datum_kort(rij.sinds),
            waar: match rij.gebied {
                None => "Ergens anders in de gemeente".to_owned(),
                Some(code) => gebieden
                    .iter()
                    .find(|gebied| gebied.code == code)
                    .map_or_else(|| code.to_string(), |gebied| gebied.naam.clone()),
            },
            vastgelegd: datum_kort(datum_in_nederland(rij.bekend_op)),
            door: rij.door.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use primitives::id_at;

    fn parse(gebied: &str, sinds: &str) -> Result<Woongebiedopdracht, Vec<String>> {
        let dossier = DossierId::new(id_at("2026-11-21T11:00:00Z".parse().unwrap(), 1));
        let invoer = Invoer {
            gebied: gebied.to_owned(),
            sinds: sinds.to_owned(),
        };
        invoer.parse(dossier).map_err(|fouten| {
            let lijst = fouten.list().iter();
            lijst.map(|fout| fout.veld.clone()).collect()
        })
    }

    #[test]
    fn every_wrong_field_is_named() {
        assert_eq!(parse("", "31-02-2026").unwrap_err(), ["gebied", "sinds"]);
        let goed = parse("elders", "01-02-2026").unwrap();
        assert_eq!((goed.gebied, goed.sinds), (None, date(2026, 2, 1)));
        assert!(parse("GM1651", "2026-02-01").unwrap().gebied.is_some());
    }
}
