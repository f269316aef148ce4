//! `/{gemeente}/inwoners/{dossier}/recht/herziening`: earlier months with another income, what differs, and what the law
//! lets the college do with it. Nothing is stored.

use actix_web::web::{Data, Query};
use application::recht::{Herzieningsopdracht, Herzieningspagina, Leveringsmaand, load_herziening};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::recht::herziening::{GeenReden, Herziening, Maandherziening, Oorzaak, Voorstel};
use domain::recht::uitleg::render_herziening;
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente};
use primitives::{DossierId, Geld, Maand, datum_in_nederland, geld_nl, maand_lang};
use serde::Deserialize;

use super::herzieningvelden::Invoer;
use super::hoofd::{address, task_shell};
use super::stappen::Stapregel;
use super::{Dossierpad, dossier_of};
use crate::formuliervelden::{Fouten, Keuze};
use crate::onderdelen::{Status, Toon};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

/// How many months are proposed.
const VOORSTEL_MAANDEN: usize = 6;

#[derive(Template)]
#[template(path = "dossier/herziening.html")]
struct HerzieningPagina {
    schil: Schil,
    fouten: Fouten,
    maanden: Vec<Keuze>,
    van: String,
    tot_en_met: String,
    formulier: Option<Maandformulier>,
    uitkomst: Option<Uitkomst>,
    terug: String,
}

/// The months that were chosen, with what the case worker fills in.
struct Maandformulier {
    invoer: Invoer,
    regels: Vec<Maandveld>,
    oorzaken: Vec<Keuze>,
    ja_nee: Vec<Keuze>,
}

/// A month with its income.
struct Maandveld {
    veld: String,
    label: String,
    waarde: String,
    uitleg: String,
    is_deel: bool,
}

struct Uitkomst {
    totalen: Vec<(&'static str, String)>,
    maanden: Vec<Maandregel>,
}

struct Maandregel {
    maand: String,
    oud: String,
    nieuw: String,
    verschil: String,
    voorstel: Status,
    bedrag: String,
    /// Whether there is something to explain.
    is_anders: bool,
    stappen: Vec<Stapregel>,
}

/// The months in the address.
#[derive(Default, Deserialize)]
pub(super) struct Bereikvraag {
    #[serde(default)]
    van: String,
    #[serde(default, rename = "totEnMet")]
    tot_en_met: String,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Dossierpad,
    Query(vraag): Query<Bereikvraag>,
) -> Antwoord {
    let dossier = dossier_of(&pad)?;
    let vandaag = datum_in_nederland(state.clock.now());
    let invoer = Invoer::open(&vraag.van, &vraag.tot_en_met, vandaag);
    let (bereik, fouten) = match invoer.bereik() {
        Ok(bereik) => (bereik, Fouten::geen()),
        Err(fouten) => (None, fouten.into()),
    };
    let pagina = load(&state, &wie, dossier, bereik, None).await?;
    let has_fouten = !fouten.list().is_empty();
    let pagina = context(&state, &wie, &pagina, invoer, fouten);
    if has_fouten {
        render_invalid(&pagina)
    } else {
        render(&pagina)
    }
}

pub(super) async fn calculate(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Dossierpad,
    Formulier(velden): Formulier<Vec<(String, String)>>,
) -> Antwoord {
    let dossier = dossier_of(&pad)?;
    let invoer = Invoer::of(&velden);
    match invoer.parse() {
        Ok((bereik, opdracht)) => {
            let pagina = load(&state, &wie, dossier, Some(bereik), Some(&opdracht)).await?;
            render(&context(&state, &wie, &pagina, invoer, Fouten::geen()))
        }
        Err(fouten) => {
            let bereik = invoer.bereik().ok().flatten();
            let pagina = load(&state, &wie, dossier, bereik, None).await?;
            render_invalid(&context(&state, &wie, &pagina, invoer, fouten.into()))
        }
    }
}

async fn load(
    state: &AppState,
    wie: &InGemeente,
    dossier: DossierId,
    bereik: Option<(Maand, Maand)>,
    opdracht: Option<&Herzieningsopdracht>,
) -> Result<Herzieningspagina, Fout> {
    wie.require(Permission::RechtBerekenen)?;
    wie.require(Permission::DossierLezen)?;
    let (actor, now) = (wie.actor(), state.clock.now());
    let pagina = state.db.in_tenant(
        "load_herziening",
        wie.code(),
        DbRol::Uitvoering,
        async |tx| load_herziening(tx, actor, now, dossier, bereik, opdracht).await,
    );
    Ok(pagina.await?)
}

fn context(
    state: &AppState,
    wie: &InGemeente,
    pagina: &Herzieningspagina,
    invoer: Invoer,
    fouten: Fouten,
) -> HerzieningPagina {
    let hoofd = &pagina.hoofd;
    let basis = address(wie, hoofd.kop.inwoner.dossier);
    let keuze = |maand: &Maand| Keuze::new(maand.to_string(), maand_lang(*maand));
    let nieuwste = pagina.maanden.first();
    let oudste = pagina.maanden.iter().take(VOORSTEL_MAANDEN).next_back();
    let or = |getypt: &str, anders: Option<&Maand>| match (getypt, anders) {
        ("", Some(maand)) => maand.to_string(),
        _ => getypt.to_owned(),
    };
    HerzieningPagina {
        schil: task_shell(state, wie, hoofd, "Eerdere maanden opnieuw berekenen")
            .kruimel("Recht", format!("{basis}/recht")),
        van: or(&invoer.van, oudste),
        tot_en_met: or(&invoer.tot_en_met, nieuwste),
        maanden: pagina.maanden.iter().map(keuze).collect(),
        uitkomst: pagina
            .herziening
            .as_ref()
            .map(|herziening| Uitkomst::new(wie, herziening)),
        formulier: (!pagina.gekozen.is_empty())
            .then(|| Maandformulier::new(&pagina.gekozen, invoer)),
        fouten,
        terug: format!("{basis}/recht"),
    }
}

impl Maandformulier {
    fn new(gekozen: &[Leveringsmaand], invoer: Invoer) -> Self {
        let regels = gekozen.iter().map(|geleverd| {
            let veld = Invoer::inkomstenveld(geleverd.maand);
            let bedrag = geld_nl(geleverd.inkomsten);
            Maandveld {
                waarde: invoer.inkomsten(geleverd.maand).map_or_else(
                    || bedrag.trim_start_matches("€\u{a0}").to_owned(),
                    ToOwned::to_owned,
                ),
                label: maand_lang(geleverd.maand),
                uitleg: format!("Verrekend was {bedrag}."),
                is_deel: geleverd.is_deel_van_maand,
                veld,
            }
        });
        Self {
            regels: regels.collect(),
            oorzaken: Oorzaak::ALL
                .map(|oorzaak| Keuze::new(oorzaak.naam(), describe(oorzaak)))
                .into(),
            ja_nee: vec![Keuze::new("ja", "Ja"), Keuze::new("nee", "Nee")],
            invoer,
        }
    }
}

const fn describe(oorzaak: Oorzaak) -> &'static str {
    match oorzaak {
        Oorzaak::Inlichtingenplicht => "De inwoner gaf informatie niet of te laat door",
        Oorzaak::Middelen => "De inwoner kreeg later geld over deze maanden",
        Oorzaak::Verlening => "De bijstand was te hoog vastgesteld, bijvoorbeeld door een fout",
        Oorzaak::Voorschot => "Het was een voorschot, en er bleek geen recht te zijn",
        Oorzaak::Betaling => "Er is meer betaald dan was besloten",
    }
}

impl Uitkomst {
    fn new(wie: &InGemeente, herziening: &Herziening) -> Self {
        let totalen = [
            ("Nabetaling", herziening.nabetaling),
            ("Te verrekenen", herziening.verrekening),
            ("Terug te vorderen", herziening.terugvordering),
            ("Mag tegen elkaar weg", herziening.salderen()),
        ];
        Self {
            totalen: totalen
                .into_iter()
                .filter(|(_, bedrag)| !bedrag.is_nul())
                .map(|(wat, bedrag)| (wat, geld_nl(bedrag)))
                .collect(),
            maanden: herziening
                .maanden
                .iter()
                .map(|maand| Maandregel::new(wie, maand))
                .collect(),
        }
    }
}

impl Maandregel {
    fn new(wie: &InGemeente, maand: &Maandherziening) -> Self {
        let (voorstel, bedrag) = match maand.voorstel {
            Voorstel::Geen(_) => (Status::new(Toon::Neutraal, "niets"), None),
            Voorstel::Nabetaling(bedrag) => (Status::new(Toon::Goed, "nabetalen"), Some(bedrag)),
            Voorstel::Verrekening(bedrag) => {
                (Status::new(Toon::Aandacht, "verrekenen"), Some(bedrag))
            }
            Voorstel::Terugvordering(bedrag, _) => {
                (Status::new(Toon::Aandacht, "terugvorderen"), Some(bedrag))
            }
            Voorstel::Onbepaald(_) => (Status::new(Toon::Fout, "niet te bepalen"), None),
        };
        let geld = |bedrag: Option<Geld>| bedrag.map(geld_nl).unwrap_or_default();
        let stappen = render_herziening(maand);
        Self {
            maand: maand_lang(maand.paar.maand),
            oud: geld(maand.paar.oud.map(|stand| stand.bedrag)),
            nieuw: geld(maand.paar.nieuw.map(|stand| stand.bedrag)),
            verschil: geld(maand.paar.verschil()),
            voorstel,
            bedrag: geld(bedrag),
            is_anders: maand.voorstel != Voorstel::Geen(GeenReden::Gelijk),
            stappen: stappen
                .iter()
                .map(|stap| Stapregel::new(wie.code(), stap))
                .collect(),
        }
    }
}
