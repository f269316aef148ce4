//! `/{gemeente}/besluiten/nieuw`: recording a decision: first what it is about, then the decision itself.

use actix_web::HttpRequest;
use actix_web::web::{Data, Query};
use application::beleid::{BeleidError, RecordBesluit, Wijze, db_rol, record_besluit};
use askama::Template;
use domain::beleid::{
    Beleid, Beslissingsoort, Notatie, Orgaan, Parameter, Soort, Stemmingsoort, catalogus,
};
use domain::bevoegdheid::Permission;
use http_base::{AppState, Formulier, Fout, InGemeente, TenantTx};
use primitives::Datum;

use super::besluitvelden::{Besluitvelden, place_fouten};
use super::lezen::{beleid_of, organen_of, render_grenszin, render_stand};
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "beleid/nieuw_keuze.html")]
pub(super) struct KeuzePagina {
    pub(super) schil: Schil,
    pub(super) vragen: Keuzevragen,
    pub(super) organen: Vec<Keuze>,
    pub(super) themas: Vec<Keuze>,
}

/// What the first page asks.
pub(super) struct Keuzevragen {
    pub(super) orgaan: &'static str,
    pub(super) thema: &'static str,
}

#[derive(Template)]
#[template(path = "beleid/nieuw_besluit.html")]
struct NieuwPagina {
    schil: Schil,
    fouten: Fouten,
    velden: Besluitvelden,
    orgaan: Orgaan,
    themas: Vec<String>,
    rijen: Vec<Rij>,
    vast: usize,
    gegevens: Vec<Keuze>,
    intrekbaar: Vec<Keuze>,
    beslissingen: Vec<Keuze>,
    stemmingen: Vec<Keuze>,
    annuleren: String,
}

/// A value that the decision may set.
pub(super) struct Rij {
    pub(super) veld: Veldnamen,
    /// The parameter; none where the clerk chooses it.
    pub(super) gegeven: Option<Gegeven>,
    pub(super) sleutel: String,
    pub(super) waarde: String,
    pub(super) van: String,
    pub(super) tot: String,
}

/// The names of the fields of one row.
pub(super) struct Veldnamen {
    pub(super) sleutel: String,
    pub(super) waarde: String,
    pub(super) van: String,
    pub(super) tot: String,
}

pub(super) struct Gegeven {
    pub(super) naam: String,
    pub(super) uitleg: String,
    pub(super) hulp: String,
    pub(super) is_lijst: bool,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, verzoek: HttpRequest) -> Antwoord {
    let organen = require_organen(&wie)?;
    let vraag = Query::<Vec<(String, String)>>::from_query(verzoek.query_string())?;
    let velden = Besluitvelden::new(vraag.into_inner());
    let gevraagd = Orgaan::from_code(velden.get("orgaan"));
    let orgaan = match (gevraagd, organen.as_slice()) {
        (Some(orgaan), _) if organen.contains(&orgaan) => Some(orgaan),
        (_, [enige]) => Some(*enige),
        _ => None,
    };
    match orgaan {
        Some(orgaan) if !velden.all("thema").is_empty() => {
            render(&form(&state, &wie, orgaan, velden, Fouten::geen()).await?)
        }
        _ => render(&KeuzePagina {
            schil: schil(&state, &wie, "Besluit vastleggen"),
            vragen: Keuzevragen {
                orgaan: "Wie nam het besluit?",
                thema: "Waarover gaat het besluit?",
            },
            organen: organen
                .iter()
                .map(|o| Keuze::new(o.code(), o.besluitnaam()))
                .collect(),
            themas: list_themas(&organen, state.clock.today()),
        }),
    }
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    form_velden: Formulier<Vec<(String, String)>>,
) -> Antwoord {
    let organen = require_organen(&wie)?;
    let velden = Besluitvelden::new(form_velden.0);
    let orgaan = Orgaan::from_code(velden.get("orgaan"))
        .filter(|orgaan| organen.contains(orgaan))
        .ok_or_else(Fout::niet_gevonden)?;
    if velden.get("actie") == "rij" {
        return render(&form(&state, &wie, orgaan, velden, Fouten::geen()).await?);
    }
    let (invoer, plekken) = velden.invoer();
    let opdracht = RecordBesluit {
        orgaan,
        invoer: &invoer,
        notatie: Notatie::Formulier,
        wijze: Wijze::Vastlegging,
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst: Result<_, BeleidError> = state
        .db
        .in_tenant(
            "record_besluit",
            wie.code(),
            db_rol(orgaan),
            async |tx: &mut TenantTx| {
                record_besluit(tx, actor, now, &*state.ids, opdracht.clone()).await
            },
        )
        .await;
    match uitkomst {
        Ok(besluit) => {
            let onder = format!("/besluiten/{}", besluit.kop().id);
            let melding = if besluit.kop().uitkomst.is_aanvaard() {
                "Het besluit is vastgelegd. De waarden gelden pas na de bekendmaking."
            } else {
                "Het besluit is vastgelegd. Het voorstel is niet aangenomen: er verandert niets."
            };
            wie.redirect(&state, &onder, melding).await
        }
        Err(BeleidError::Invoer(fouten)) => {
            let fouten = place_fouten(fouten, &plekken).into();
            render_invalid(&form(&state, &wie, orgaan, velden, fouten).await?)
        }
        Err(fout) => Err(fout.into()),
    }
}

/// The organs for which this person records; without any the page is not for them.
pub(super) fn require_organen(wie: &InGemeente) -> Result<Vec<Orgaan>, Fout> {
    let organen = organen_of(wie);
    if organen.is_empty() {
        wie.require(Permission::RaadsbesluitVastleggen)?;
    }
    Ok(organen)
}

fn schil(state: &AppState, wie: &InGemeente, titel: &str) -> Schil {
    Schil::in_gemeente(state, wie, "/besluiten", titel)
        .kruimel("Besluiten", format!("/{}/besluiten", wie.code()))
}

async fn form(
    state: &AppState,
    wie: &InGemeente,
    orgaan: Orgaan,
    velden: Besluitvelden,
    fouten: Fouten,
) -> Result<NieuwPagina, Fout> {
    let beleid = beleid_of(state, wie).await?;
    let themas: Vec<String> = velden.all("thema").into_iter().map(str::to_owned).collect();
    let blok = Waardeblok::new(state, &beleid, orgaan, &velden);
    let titel = match orgaan {
        Orgaan::Raad => "Raadsbesluit vastleggen",
        Orgaan::College => "Collegebesluit vastleggen",
    };
    Ok(NieuwPagina {
        schil: schil(state, wie, titel),
        fouten,
        orgaan,
        themas,
        rijen: blok.rijen,
        vast: blok.vast,
        gegevens: blok.gegevens,
        intrekbaar: blok.intrekbaar,
        beslissingen: list_beslissingen(orgaan),
        stemmingen: Stemmingsoort::ALL
            .map(|s| Keuze::new(s.code(), s.naam()))
            .to_vec(),
        annuleren: format!("/{}/besluiten", wie.code()),
        velden,
    })
}

/// The part of a form about values: a row for each, and what can be taken back.
pub(super) struct Waardeblok {
    pub(super) rijen: Vec<Rij>,
    /// How many rows are about a parameter that the page names itself.
    pub(super) vast: usize,
    pub(super) gegevens: Vec<Keuze>,
    pub(super) intrekbaar: Vec<Keuze>,
}

impl Waardeblok {
    pub(super) fn new(
        state: &AppState,
        beleid: &Beleid,
        orgaan: Orgaan,
        velden: &Besluitvelden,
    ) -> Self {
        let vandaag = state.clock.today();
        let eigen: Vec<&Parameter> = list_parameters(orgaan, vandaag).collect();
        let gegeven = |p: &Parameter| gegeven(p, beleid, state, vandaag);
        let themas = velden.all("thema");
        let in_thema = |p: &&Parameter| themas.contains(&p.thema.as_str());
        // Who changes a proposal finds a row for each of its values; otherwise there is one for each parameter of
        // the chosen subjects.
        let in_themas = || eigen.iter().copied().filter(in_thema);
        let vast = velden.get("vast").parse();
        let vast = vast.unwrap_or_else(|_| in_themas().count());
        let rijen = if velden.rijen() == 0 && velden.get("actie").is_empty() {
            let rij = |(plek, p): (usize, &Parameter)| {
                Rij::empty(plek, p.sleutel.as_str(), Some(gegeven(p)))
            };
            in_themas().enumerate().map(rij).collect()
        } else {
            restore_rijen(velden, vast, &eigen, gegeven)
        };
        let is_besloten = |p: &&&Parameter| {
            let vakken = beleid.list_tijdvakken(p, state.clock.now());
            let mut straks = vakken
                .iter()
                .filter(|vak| vak.periode.tot().is_none_or(|tot| tot > vandaag));
            straks.any(|vak| {
                let besloten = vak.stand.vastgesteld();
                besloten.is_some_and(|v| v.besluit.orgaan == orgaan)
            })
        };
        let keuze = |p: &&Parameter| Keuze::new(p.sleutel.as_str(), &p.naam);
        Self {
            rijen,
            vast,
            gegevens: eigen.iter().map(keuze).collect(),
            intrekbaar: eigen.iter().filter(is_besloten).map(keuze).collect(),
        }
    }
}

/// The rows of the page that was sent, with one more where the clerk asked for it.
fn restore_rijen(
    velden: &Besluitvelden,
    vast: usize,
    eigen: &[&Parameter],
    gegeven: impl Fn(&Parameter) -> Gegeven,
) -> Vec<Rij> {
    let aantal = velden.rijen() + usize::from(velden.get("actie") == "rij");
    let rij = |plek: usize| {
        let sleutel = velden.in_rij(plek, "sleutel");
        let parameter = eigen.iter().find(|p| p.sleutel.as_str() == sleutel);
        Rij {
            waarde: velden.in_rij(plek, "waarde").to_owned(),
            van: velden.in_rij(plek, "van").to_owned(),
            tot: velden.in_rij(plek, "tot").to_owned(),
            ..Rij::empty(
                plek,
                sleutel,
                parameter.filter(|_| plek < vast).map(|p| gegeven(p)),
            )
        }
    };
    (0..aantal).map(rij).collect()
}

impl Rij {
    fn empty(plek: usize, sleutel: &str, gegeven: Option<Gegeven>) -> Self {
        let veld = |naam: &str| format!("waarden.{plek}.{naam}");
        Self {
            veld: Veldnamen {
                sleutel: veld("sleutel"),
                waarde: veld("waarde"),
                van: veld("van"),
                tot: veld("tot"),
            },
            gegeven,
            sleutel: sleutel.to_owned(),
            waarde: String::new(),
            van: String::new(),
            tot: String::new(),
        }
    }

    /// Whether the dates must be open: something was typed there, or is wrong with it.
    pub(super) fn is_open(&self, fouten: &Fouten) -> bool {
        !self.van.is_empty()
            || !self.tot.is_empty()
            || fouten.voor(&self.veld.van).is_some()
            || fouten.voor(&self.veld.tot).is_some()
    }
}

fn gegeven(parameter: &Parameter, beleid: &Beleid, state: &AppState, vandaag: Datum) -> Gegeven {
    let stand = beleid.stand_on(parameter, vandaag, state.clock.now());
    let mut uitleg = format!(
        "{} Nu: {}.",
        parameter.soort.schrijfwijze(),
        render_stand(parameter, &stand)
    );
    let regime = parameter.regime_on(vandaag).or(parameter.regimes.last());
    let grenzen = regime.map_or(&[][..], |regime| &regime.grenzen);
    for grens in grenzen {
        uitleg.push_str(&format!(" De wet: {}.", render_grenszin(parameter, grens)));
    }
    Gegeven {
        naam: parameter.naam.clone(),
        uitleg,
        hulp: parameter.uitleg.clone(),
        is_lijst: parameter.soort == Soort::Lijst,
    }
}

/// What the organ decides about now or later.
fn list_parameters(orgaan: Orgaan, vandaag: Datum) -> impl Iterator<Item = &'static Parameter> {
    catalogus().parameters().iter().filter(move |parameter| {
        parameter.regimes.iter().any(|regime| {
            regime.orgaan == orgaan && regime.periode.tot().is_none_or(|tot| tot > vandaag)
        })
    })
}

pub(super) fn list_themas(organen: &[Orgaan], vandaag: Datum) -> Vec<Keuze> {
    let heeft = |code: &str| {
        organen
            .iter()
            .any(|orgaan| list_parameters(*orgaan, vandaag).any(|p| p.thema == code))
    };
    let themas = catalogus()
        .themas()
        .iter()
        .filter(|thema| heeft(&thema.code));
    themas
        .map(|thema| Keuze::new(&thema.code, &thema.naam))
        .collect()
}

pub(super) fn list_beslissingen(orgaan: Orgaan) -> Vec<Keuze> {
    let mag = |soort: &Beslissingsoort| {
        orgaan == Orgaan::Raad || *soort != Beslissingsoort::InHandenVanBenw
    };
    let soorten = Beslissingsoort::ALL.into_iter().filter(mag);
    soorten
        .map(|soort| Keuze::new(soort.code(), soort.naam()))
        .collect()
}
