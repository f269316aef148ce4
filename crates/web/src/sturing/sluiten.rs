//! `/{gemeente}/kwartalen/{kwartaal}/sluiten`: what will happen, and closing.

use actix_web::web::{Data, Path};
use application::sturing::{
    Aanleiding, KwartaalError, SluitError, Sluitopdracht, Voorlopig, close_kwartaal, load_kwartaal,
};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::sturing::{Indicator, SluitingGeweigerd};
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente, Soort, TenantTx};
use primitives::{Datum, Kwartaal, Veldfouten, datum_lang, parse_datum_nl};
use serde::Deserialize;

use super::kwartaal::{Punt, calculate, find_totaal};
use super::weergave::{last_kwartaal, read_kwartaal, render_kwartaal, render_uitkomst};
use crate::formuliervelden::Fouten;
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

/// The figures that tell at a glance whether these are the right ones.
const KERN: [Indicator; 4] = [
    Indicator::BestandUitkeringen,
    Indicator::BestandPersonen,
    Indicator::Volumeontwikkeling,
    Indicator::InBeeld,
];

#[derive(Template)]
#[template(path = "sturing/sluiten.html")]
struct SluitenPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: Velden,
    lijst: String,
    basis: String,
    naam: String,
    uitleg_bekend_op: String,
    versie: Option<u16>,
    is_leeg: bool,
    aandachtspunten: Vec<Punt>,
    kern: Vec<(&'static str, String)>,
}

/// The form.
#[derive(Clone, Default, Deserialize)]
pub(super) struct Velden {
    #[serde(default, rename = "bekendOp")]
    bekend_op: String,
    #[serde(default)]
    toelichting: String,
    /// `ja` when it is ticked.
    #[serde(default)]
    vergelijking: String,
}

impl Velden {
    fn aanleiding(&self) -> Aanleiding {
        match self.vergelijking.as_str() {
            "ja" => Aanleiding::Vergelijking,
            _ => Aanleiding::Cijfers,
        }
    }
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
) -> Antwoord {
    let kwartaal = open_page(&state, &wie, &pad.1)?;
    render(&page(&state, &wie, kwartaal, Velden::default(), Fouten::geen()).await?)
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
    form: Formulier<Velden>,
) -> Antwoord {
    let kwartaal = open_page(&state, &wie, &pad.1)?;
    let velden = form.0;
    let bekend_op = match read_bekend_op(&velden.bekend_op) {
        Ok(dag) => dag,
        Err(fouten) => return again(&state, &wie, kwartaal, velden, fouten).await,
    };
    let opdracht = Sluitopdracht {
        aanleiding: velden.aanleiding(),
        kwartaal,
        bekend_op,
        toelichting: Some(velden.toelichting.clone()),
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst = state
        .db
        .in_tenant(
            "close_kwartaal",
            wie.code(),
            DbRol::Rapportage,
            async |tx| close_kwartaal(tx, actor, now, &*state.ids, &opdracht).await,
        )
        .await;
    match uitkomst {
        Ok(sluiting) => {
            let melding = format!(
                "Het {} is gesloten (versie {}). De opdrachtgevers en het bestuur krijgen bericht.",
                render_kwartaal(kwartaal),
                sluiting.versie
            );
            wie.redirect(&state, &format!("/kwartalen/{kwartaal}"), &melding)
                .await
        }
        Err(SluitError::Sluiting(geweigerd)) => match place_fout(&geweigerd) {
            Some(fouten) => again(&state, &wie, kwartaal, velden, fouten).await,
            None => Err(SluitError::Sluiting(geweigerd).into()),
        },
        Err(fout) => Err(fout.into()),
    }
}

/// Only management, and only a quarter that is over.
fn open_page(state: &AppState, wie: &InGemeente, tekst: &str) -> Result<Kwartaal, Fout> {
    wie.require(Permission::KwartaalSluiten)?;
    let kwartaal = read_kwartaal(tekst)?;
    if kwartaal > last_kwartaal(state) {
        let dag = datum_lang(kwartaal.last_day());
        let waarom = format!("Dit kwartaal loopt nog. U kunt het sluiten na {dag}.");
        return Err(Fout::new(Soort::Conflict, waarom));
    }
    Ok(kwartaal)
}

async fn again(
    state: &AppState,
    wie: &InGemeente,
    kwartaal: Kwartaal,
    velden: Velden,
    fouten: Veldfouten,
) -> Antwoord {
    render_invalid(&page(state, wie, kwartaal, velden, fouten.into()).await?)
}

fn read_bekend_op(tekst: &str) -> Result<Option<Datum>, Veldfouten> {
    if tekst.trim().is_empty() {
        return Ok(None);
    }
    match parse_datum_nl(tekst) {
        Some(dag) => Ok(Some(dag)),
        None => Err(Veldfouten::single(
            "bekendOp",
            "Schrijf een dag die bestaat, zoals 20-10-2026.",
        )),
    }
}

/// What can be mended on the form, at its field.
fn place_fout(geweigerd: &SluitingGeweigerd) -> Option<Veldfouten> {
    let veld = match geweigerd {
        SluitingGeweigerd::ToelichtingNodig(_)
        | SluitingGeweigerd::RedenNodig { .. }
        | SluitingGeweigerd::ToelichtingTeLang => "toelichting",
        SluitingGeweigerd::BekendOpBuitenBereik => "bekendOp",
        SluitingGeweigerd::KwartaalLoopt(_)
        | SluitingGeweigerd::NietsGeregistreerd
        | SluitingGeweigerd::Ongewijzigd => return None,
    };
    Some(Veldfouten::single(veld, sentence(&geweigerd.to_string())))
}

/// The reason as a sentence of its own.
fn sentence(tekst: &str) -> String {
    let mut letters = tekst.chars();
    let eerste: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    format!("{eerste}{}.", letters.as_str())
}

async fn page(
    state: &AppState,
    wie: &InGemeente,
    kwartaal: Kwartaal,
    invoer: Velden,
    fouten: Fouten,
) -> Result<SluitenPagina, Fout> {
    let (actor, now) = (wie.actor(), state.clock.now());
    let werk = async |tx: &mut TenantTx| -> Result<_, KwartaalError> {
        load_kwartaal(tx, actor, now, kwartaal).await
    };
    let overzicht = state
        .db
        .in_tenant("load_kwartaal", wie.code(), DbRol::Opdrachtgever, werk)
        .await?;
    let voorlopig = calculate(state, wie, kwartaal).await?;
    let naam = render_kwartaal(kwartaal);
    let schil = Schil::in_gemeente(state, wie, "/kwartalen", format!("Sluit het {naam}"))
        .kruimel("Kwartalen", format!("/{}/kwartalen", wie.code()))
        .kruimel(
            naam.as_str(),
            format!("/{}/kwartalen/{kwartaal}", wie.code()),
        );
    Ok(SluitenPagina {
        schil,
        fouten,
        invoer,
        lijst: format!("/{}/kwartalen", wie.code()),
        basis: format!("/{}/kwartalen/{kwartaal}", wie.code()),
        naam,
        uitleg_bekend_op: format!(
            "Leeg: alles tot nu. Anders een dag na {}.",
            datum_lang(kwartaal.last_day())
        ),
        versie: overzicht.akte.map(|akte| akte.sluiting.versie),
        is_leeg: voorlopig.is_leeg,
        aandachtspunten: voorlopig.aandachtspunten.iter().map(Punt::from).collect(),
        kern: list_kern(&voorlopig),
    })
}

fn list_kern(voorlopig: &Voorlopig) -> Vec<(&'static str, String)> {
    let regel = |indicator: Indicator| {
        let definitie = indicator.definitie();
        let uitkomst = find_totaal(&voorlopig.cijfers, indicator);
        (definitie.naam, render_uitkomst(uitkomst, definitie.eenheid))
    };
    KERN.into_iter().map(regel).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_says_what_will_happen_and_asks_why_when_there_are_remarks() {
        let geweigerd = SluitingGeweigerd::ToelichtingNodig(vec![]);
        let html = SluitenPagina {
            schil: Schil::sample("Sluit het 3e kwartaal 2026"),
            fouten: place_fout(&geweigerd).unwrap().into(),
            invoer: Velden::default(),
            lijst: "/GM0294/kwartalen".to_owned(),
            basis: "/GM0294/kwartalen/2026-K3".to_owned(),
            naam: "3e kwartaal 2026".to_owned(),
            uitleg_bekend_op: "Leeg: alles tot nu.".to_owned(),
            versie: Some(1),
            is_leeg: false,
            aandachtspunten: vec![Punt {
                tekst: "Er is geen formatie vastgelegd.".to_owned(),
                advies: "Leg de formatie vast.".to_owned(),
            }],
            kern: vec![("Uitkeringen", "507".to_owned())],
        }
        .render()
        .unwrap();
        assert!(html.contains("veranderen deze cijfers niet meer") && html.contains("versie 2"));
        assert!(html.contains("Er zijn aandachtspunten: leg uit waarom u toch sluit."));
        assert!(html.contains("id=\"veld-toelichting\"") && html.contains("507"));
    }

    #[test]
    fn what_cannot_be_mended_here_is_no_fault_of_a_field() {
        assert!(place_fout(&SluitingGeweigerd::NietsGeregistreerd).is_none());
        assert!(read_bekend_op("31-2-2026").is_err());
        assert_eq!(read_bekend_op(" ").unwrap(), None);
    }
}
