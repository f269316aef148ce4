//! `/{gemeente}/inwoners/{dossier}/recht/herziening/{herziening}/feiten`: which kind of fact, and one fact of that kind.

use actix_web::web::Data;
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::herziening::{Eindegrond, Herzieningshandeling, Herzieningsstand, Wijziging};
use domain::statistiek::{Code, Huisvesting};
use http_base::{AppState, Formulier, Fout, InGemeente};
use primitives::datum_kort;
use serde::Deserialize;

use super::adres::{Soortpad, Wat, Zaakpad, href, ids_of, load, record_act, shell, under};
use super::feitvelden::{Invoer, VRIJLATINGEN, Vorm};
use crate::formuliervelden::{Fouten, Keuze};
use crate::onderdelen::Link;
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "herziening/feiten.html")]
struct SoortenPagina {
    schil: Schil,
    soorten: Vec<Link>,
    terug: String,
}

#[derive(Template)]
#[template(path = "herziening/feit.html")]
struct FeitPagina {
    schil: Schil,
    fouten: Fouten,
    soort: &'static str,
    uitleg: &'static str,
    invoer: Invoer,
    ja_nee: Vec<Keuze>,
    huisvestingen: Vec<Keuze>,
    gronden: Vec<Keuze>,
    vrijlatingen: Vec<Keuze>,
    kan_niet: bool,
    terug: String,
}

/// Which fact goes.
#[derive(Deserialize)]
pub(super) struct Vervallen {
    #[serde(default)]
    gezien: String,
    #[serde(default)]
    nummer: String,
}

pub(super) async fn choose(state: Data<AppState>, wie: InGemeente, pad: Zaakpad) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let beeld = load(&state, &wie, ids_of(&pad.1, &pad.2)?).await?;
    let terug = href(&wie, &beeld.zaak);
    let link = |(code, naam): (&str, &str)| Link::new(naam, format!("{terug}/feiten/{code}"));
    render(&SoortenPagina {
        schil: shell(&state, &wie, &beeld, "Wat is er anders?"),
        soorten: Wijziging::SOORTEN.map(link).to_vec(),
        terug,
    })
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Soortpad) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let (wat, vorm) = read(&pad)?;
    render(&page(&state, &wie, wat, vorm, Invoer::default(), Fouten::geen()).await?)
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Soortpad,
    Formulier(invoer): Formulier<Invoer>,
) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let (wat, vorm) = read(&pad)?;
    let feit = match invoer.parse(vorm.soort) {
        Ok(feit) => feit,
        Err(fouten) => {
            return render_invalid(&page(&state, &wie, wat, vorm, invoer, fouten.into()).await?);
        }
    };
    let handeling = Herzieningshandeling::FeitVastgelegd { feit };
    let fouten = match record_act(&state, &wie, wat, &invoer.gezien, &handeling).await {
        Ok(_) => {
            let melding = "Het feit is vastgelegd.";
            return wie.redirect(&state, &under(wat), melding).await;
        }
        Err(fout) => fout.into_fouten("vanaf")?,
    };
    render_invalid(&page(&state, &wie, wat, vorm, invoer, fouten.into()).await?)
}

pub(super) async fn drop(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Zaakpad,
    Formulier(invoer): Formulier<Vervallen>,
) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let wat = ids_of(&pad.1, &pad.2)?;
    let nummer = invoer.nummer.parse().map_err(|_| Fout::niet_gevonden())?;
    let handeling = Herzieningshandeling::FeitVervallen { nummer };
    record_act(&state, &wie, wat, &invoer.gezien, &handeling).await?;
    wie.redirect(&state, &under(wat), "Het feit telt niet meer mee.")
        .await
}

fn read(pad: &Soortpad) -> Result<(Wat, Vorm), Fout> {
    let vorm = Vorm::of(&pad.3).ok_or_else(Fout::niet_gevonden)?;
    Ok((ids_of(&pad.1, &pad.2)?, vorm))
}

async fn page(
    state: &AppState,
    wie: &InGemeente,
    wat: Wat,
    vorm: Vorm,
    mut invoer: Invoer,
    fouten: Fouten,
) -> Result<FeitPagina, Fout> {
    let beeld = load(state, wie, wat).await?;
    let zaak = &beeld.zaak;
    invoer.gezien = zaak.akten().len().to_string();
    if invoer.vanaf.is_empty() && fouten.list().is_empty() {
        invoer.vanaf = datum_kort(zaak.bereik().0.first_day());
    }
    let grond = |grond: &Eindegrond| {
        Keuze::new(
            grond.code(),
            format!("{} ({})", grond.naam(), grond.artikel()),
        )
    };
    let huisvesting = |een: &Huisvesting| Keuze::new(een.code(), een.naam());
    Ok(FeitPagina {
        schil: shell(state, wie, &beeld, vorm.titel),
        fouten,
        soort: vorm.soort,
        uitleg: vorm.uitleg,
        invoer,
        vrijlatingen: VRIJLATINGEN
            .map(|(letter, naam)| Keuze::new(letter.letter(), naam))
            .to_vec(),
        ja_nee: vec![Keuze::new("ja", "Ja"), Keuze::new("nee", "Nee")],
        huisvestingen: Huisvesting::ALL.iter().map(huisvesting).collect(),
        gronden: Eindegrond::ALL.iter().map(grond).collect(),
        kan_niet: zaak.stand() != Herzieningsstand::InBewerking,
        terug: href(wie, zaak),
    })
}
