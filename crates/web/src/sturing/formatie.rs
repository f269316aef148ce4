//! `/formatie`: how many full-time posts work for each municipality.

use actix_web::web::Data;
use application::formatie::{FormatieError, Formatieopdracht, list_formatie, record_formatie};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::formatie::{Doelgroep, Formatieregel, Functie};
use http_base::{Aangemeld, AppState, DbRol, Formulier, Fout, Gemeentenaam, TenantTx};
use primitives::{Datum, GemeenteCode, Veldfouten, datum_in_nederland, datum_kort, getal_nl};
use serde::Deserialize;

use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

/// More municipalities than this are not shown on one page.
const GEMEENTEN_MAX: usize = 25;

#[derive(Template)]
#[template(path = "sturing/formatie.html")]
struct FormatiePagina {
    schil: Schil,
    fouten: Fouten,
    invoer: Velden,
    gemeenten: Vec<Blok>,
    keuzes: Vec<Keuze>,
    functies: Vec<Keuze>,
    doelgroepen: Vec<Keuze>,
}

/// The staffing of one municipality, now and as decided for later.
struct Blok {
    naam: String,
    sleutel: String,
    totaal: String,
    rijen: Vec<Rij>,
}

struct Rij {
    functie: &'static str,
    doelgroep: &'static str,
    fte: String,
    van: String,
    tot: String,
}

/// The form.
#[derive(Clone, Default, Deserialize)]
pub(super) struct Velden {
    #[serde(default)]
    gemeente: String,
    #[serde(default)]
    functie: String,
    #[serde(default)]
    doelgroep: String,
    #[serde(default)]
    fte: String,
    #[serde(default)]
    van: String,
}

pub(super) async fn show(state: Data<AppState>, wie: Aangemeld) -> Antwoord {
    wie.require_somewhere(Permission::CijfersLezen)?;
    render(&page(&state, &wie, Velden::default(), Fouten::geen()).await?)
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: Aangemeld,
    form: Formulier<Velden>,
) -> Antwoord {
    wie.require_somewhere(Permission::FormatieVastleggen)?;
    let velden = form.0;
    let opdracht = Formatieopdracht {
        functie: velden.functie.clone(),
        doelgroep: velden.doelgroep.clone(),
        fte: velden.fte.clone(),
        van: velden.van.clone(),
    };
    let Some(gemeente) = chosen(&wie, &velden.gemeente) else {
        let mut fouten = Veldfouten::single("gemeente", "kies een gemeente")
            .list()
            .to_vec();
        if let Err(meer) = opdracht.parse() {
            fouten.extend_from_slice(meer.list());
        }
        let fouten = Fouten::from(fouten);
        return render_invalid(&page(&state, &wie, velden, fouten).await?);
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst = state
        .db
        .in_tenant(
            "record_formatie",
            gemeente.code,
            DbRol::Uitvoering,
            async |tx| record_formatie(tx, actor, now, &opdracht).await,
        )
        .await;
    match uitkomst {
        Ok(_) => {
            let melding = format!("De formatie voor {} is vastgelegd.", gemeente.naam);
            wie.redirect(&state, "/formatie", &melding).await
        }
        Err(FormatieError::Invoer(fouten)) => {
            render_invalid(&page(&state, &wie, velden, fouten.into()).await?)
        }
        Err(fout) => Err(fout.into()),
    }
}

/// The municipality of the form, if this person may record its staffing.
fn chosen<'a>(wie: &'a Aangemeld, code: &str) -> Option<&'a Gemeentenaam> {
    let code = GemeenteCode::parse(code).ok()?;
    may_record(wie).find(|g| g.code == code)
}

fn may_record(wie: &Aangemeld) -> impl Iterator<Item = &Gemeentenaam> {
    wie.gemeenten()
        .iter()
        .filter(|g| wie.actor().may(Permission::FormatieVastleggen, g.code))
}

async fn page(
    state: &AppState,
    wie: &Aangemeld,
    invoer: Velden,
    fouten: Fouten,
) -> Result<FormatiePagina, Fout> {
    let (actor, now) = (wie.actor(), state.clock.now());
    let leesbaar = wie
        .gemeenten()
        .iter()
        .filter(|g| actor.may(Permission::CijfersLezen, g.code));
    let mut gemeenten = Vec::new();
    // One short transaction for each: a role reads the staffing of its own municipality only.
    for gemeente in leesbaar.take(GEMEENTEN_MAX) {
        let werk = async |tx: &mut TenantTx| -> Result<_, FormatieError> {
            list_formatie(tx, actor, now).await
        };
        let regels = state
            .db
            .in_tenant("list_formatie", gemeente.code, DbRol::Opdrachtgever, werk)
            .await?;
        gemeenten.push(Blok::new(gemeente, &regels, datum_in_nederland(now)));
    }
    let functie = |functie: Functie| Keuze::new(functie.sleutel(), functie.sleutel());
    let doelgroep = |groep: Doelgroep| Keuze::new(groep.sleutel(), groep.naam());
    Ok(FormatiePagina {
        schil: Schil::platform(state, wie, "/formatie", "Formatie"),
        fouten,
        invoer,
        gemeenten,
        keuzes: may_record(wie)
            .map(|g| Keuze::new(g.code.to_string(), g.naam.as_str()))
            .collect(),
        functies: Functie::ALL.into_iter().map(functie).collect(),
        doelgroepen: Doelgroep::ALL.into_iter().map(doelgroep).collect(),
    })
}

impl Blok {
    /// What holds today and what comes; what is over is left out.
    fn new(gemeente: &Gemeentenaam, regels: &[Formatieregel], vandaag: Datum) -> Self {
        let is_nu = |regel: &&Formatieregel| regel.periode.contains(vandaag);
        let totaal: rust_decimal::Decimal =
            regels.iter().filter(is_nu).map(|r| r.fte.decimal()).sum();
        let blijvend = regels
            .iter()
            .filter(|r| r.periode.tot().is_none_or(|tot| tot > vandaag));
        Self {
            naam: gemeente.naam.clone(),
            sleutel: gemeente.code.to_string(),
            totaal: getal_nl(totaal, 2),
            rijen: blijvend.map(Rij::from).collect(),
        }
    }
}

impl From<&Formatieregel> for Rij {
    fn from(regel: &Formatieregel) -> Self {
        Self {
            functie: regel.functie.sleutel(),
            doelgroep: regel.doelgroep.naam(),
            fte: getal_nl(regel.fte.decimal(), 2),
            van: datum_kort(regel.periode.van()),
            tot: regel.periode.tot().map_or_else(String::new, datum_kort),
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::formatie::Fte;
    use jiff::civil::date;
    use primitives::Periode;

    use super::*;

    #[test]
    fn the_sum_is_that_of_today() {
        let regel = |fte: &str, van, tot| Formatieregel {
            functie: Functie::Klantmanager,
            doelgroep: Doelgroep::Regulier,
            fte: Fte::parse(fte).unwrap(),
            periode: Periode::try_new(van, tot).unwrap(),
        };
        let regels = [
            regel("1,67", date(2025, 1, 1), Some(date(2026, 6, 1))),
            regel("2,67", date(2026, 6, 1), Some(date(2027, 1, 1))),
            regel("1", date(2027, 1, 1), None),
        ];
        let gemeente = Schil::sample("Formatie").gemeente.unwrap();
        let blok = Blok::new(&gemeente, &regels, date(2026, 11, 21));
        assert_eq!((blok.totaal.as_str(), blok.rijen.len()), ("2,67", 2));
        let html = FormatiePagina {
            schil: Schil::sample("Formatie"),
            fouten: Fouten::geen(),
            invoer: Velden::default(),
            gemeenten: vec![blok],
            keuzes: vec![Keuze::new("GM0294", "Winterswijk")],
            functies: Vec::new(),
            doelgroepen: Vec::new(),
        }
        .render()
        .unwrap();
        assert!(html.contains("01-06-2026") && html.contains("Formatie vastleggen"));
    }
}
