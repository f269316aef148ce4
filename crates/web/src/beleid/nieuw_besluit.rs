//! `/{gemeente}/besluiten/nieuw`: recording a decision: first what it is about, then the decision itself.

use actix_web::HttpRequest;
use actix_web::web::{Data, Query};
use application::beleid::{BeleidError, RecordBesluit, db_rol, record_besluit};
use askama::Template;
use domain::beleid::{
    Beleid, Beslissingsoort, Notatie, Orgaan, Parameter, Soort, Stemmingsoort, catalogus,
};
use domain::bevoegdheid::Permission;
use http_base::{AppState, Formulier, Fout, InGemeente, TenantTx};
use primitives::Datum;

use super::besluitvelden::{Besluitvelden, place_fouten};
use super::lezen::{
    beleid_of, gebieden_of, ja_nee, keuze_of, organen_of, render_grenszin, render_stand,
};
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "beleid/nieuw_keuze.html")]
struct KeuzePagina {
    schil: Schil,
    organen: Vec<Keuze>,
    themas: Vec<Keuze>,
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
    gegevens: Vec<Keuze>,
    beslissingen: Vec<Keuze>,
    stemmingen: Vec<Keuze>,
    gebieden: Vec<Keuze>,
    ja_nee: Vec<Keuze>,
    annuleren: String,
}

/// A value that the decision may set.
struct Rij {
    veld: Veldnamen,
    /// The parameter; none where the clerk chooses it.
    gegeven: Option<Gegeven>,
    sleutel: String,
    waarde: String,
    van: String,
    tot: String,
    gebied: String,
}

/// The names of the fields of one row.
struct Veldnamen {
    sleutel: String,
    waarde: String,
    van: String,
    tot: String,
    gebied: String,
}

struct Gegeven {
    naam: String,
    uitleg: String,
    hulp: String,
    soort: Soort,
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
fn require_organen(wie: &InGemeente) -> Result<Vec<Orgaan>, Fout> {
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
    let vandaag = state.clock.today();
    let beleid = beleid_of(state, wie).await?;
    let themas: Vec<String> = velden.all("thema").into_iter().map(str::to_owned).collect();
    let eigen: Vec<&Parameter> = list_parameters(orgaan, vandaag).collect();
    let in_thema = |p: &&Parameter| themas.contains(&p.thema);
    let rijen = if velden.rijen() == 0 {
        let sleutels = eigen.iter().copied().filter(in_thema);
        let rij = |(plek, p): (usize, &Parameter)| {
            Rij::empty(
                plek,
                p.sleutel.as_str(),
                Some(gegeven(p, &beleid, state, vandaag)),
            )
        };
        sleutels.enumerate().map(rij).collect()
    } else {
        restore_rijen(&velden, &themas, &eigen, |p| {
            gegeven(p, &beleid, state, vandaag)
        })
    };
    let titel = match orgaan {
        Orgaan::Raad => "Raadsbesluit vastleggen",
        Orgaan::College => "Collegebesluit vastleggen",
    };
    Ok(NieuwPagina {
        schil: schil(state, wie, titel),
        fouten,
        orgaan,
        rijen,
        themas,
        gegevens: eigen
            .iter()
            .map(|p| Keuze::new(p.sleutel.as_str(), &p.naam))
            .collect(),
        beslissingen: list_beslissingen(orgaan),
        gebieden: gebieden_of(state, wie)
            .await?
            .iter()
            .map(keuze_of)
            .collect(),
        ja_nee: ja_nee(),
        stemmingen: Stemmingsoort::ALL
            .map(|s| Keuze::new(s.code(), s.naam()))
            .to_vec(),
        annuleren: format!("/{}/besluiten", wie.code()),
        velden,
    })
}

/// The rows of the page that was sent, with one more where the clerk asked for it.
fn restore_rijen(
    velden: &Besluitvelden,
    themas: &[String],
    eigen: &[&Parameter],
    gegeven: impl Fn(&Parameter) -> Gegeven,
) -> Vec<Rij> {
    let vast = eigen.iter().filter(|p| themas.contains(&p.thema)).count();
    let aantal = velden.rijen() + usize::from(velden.get("actie") == "rij");
    let rij = |plek: usize| {
        let sleutel = velden.in_rij(plek, "sleutel");
        let parameter = eigen.iter().find(|p| p.sleutel.as_str() == sleutel);
        Rij {
            waarde: velden.in_rij(plek, "waarde").to_owned(),
            van: velden.in_rij(plek, "van").to_owned(),
            tot: velden.in_rij(plek, "tot").to_owned(),
            gebied: velden.in_rij(plek, "gebied").to_owned(),
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
                gebied: veld("gebied"),
            },
            gegeven,
            sleutel: sleutel.to_owned(),
            waarde: String::new(),
            van: String::new(),
            tot: String::new(),
            gebied: String::new(),
        }
    }

    /// Whether the dates must be open: something was typed there, or is wrong with it.
    fn is_open(&self, fouten: &Fouten) -> bool {
        let getypt = [&self.van, &self.tot, &self.gebied];
        let velden = [&self.veld.van, &self.veld.tot, &self.veld.gebied];
        getypt.iter().any(|tekst| !tekst.is_empty())
            || velden.iter().any(|veld| fouten.voor(veld).is_some())
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
        soort: parameter.soort,
    }
}

/// What the organ decides about now or later.
fn list_parameters(orgaan: Orgaan, vandaag: Datum) -> impl Iterator<Item = &'static Parameter> {
    catalogus().parameters().iter().filter(move |parameter| {
        parameter.regimes.iter().any(|regime| {
            regime.bevoegd.is(orgaan) && regime.periode.tot().is_none_or(|tot| tot > vandaag)
        })
    })
}

fn list_themas(organen: &[Orgaan], vandaag: Datum) -> Vec<Keuze> {
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

fn list_beslissingen(orgaan: Orgaan) -> Vec<Keuze> {
    let mag = |soort: &Beslissingsoort| {
        orgaan == Orgaan::Raad || *soort != Beslissingsoort::InHandenVanBenw
    };
    let soorten = Beslissingsoort::ALL.into_iter().filter(mag);
    soorten
        .map(|soort| Keuze::new(soort.code(), soort.naam()))
        .collect()
}
