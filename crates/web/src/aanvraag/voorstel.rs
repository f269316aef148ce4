//! `/{gemeente}/inwoners/{dossier}/aanvragen/{aanvraag}/voorstel`: proposing a decision on a calculation.

use actix_web::web::Data;
use application::aanvraag::{Aanvraagbeeld, record_voorstel};
use askama::Template;
use domain::aanvraag::{Aanvraag, Afweegpunt, Besluitsoort, Ontheffinggrond};
use domain::bevoegdheid::Permission;
use domain::recht::Regeling;
use http_base::{AppState, DbRol, Formulier, InGemeente};
use primitives::{datum_kort, datum_lang};

use super::adres::{Aanvraagpad, href, ids_of, load, shell, under};
use super::feitvelden::{Feitinvoer, Feitkeuzes};
use super::voorstelvelden::{Afweeggroep, Invoer};
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::recht::velden::Regelinginvoer;
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "aanvraag/voorstel.html")]
pub(crate) struct VoorstelPagina {
    schil: Schil,
    inleiding: &'static str,
    /// How the decision is asked for.
    vraag: &'static str,
    /// What the button says.
    knop: &'static str,
    fouten: Fouten,
    invoer: Invoer,
    besluiten: Vec<Keuze>,
    feiten: Feitinvoer,
    aanbod: Feitkeuzes,
    groepen: Vec<Afweeggroep>,
    /// Whether one more group of fields can be asked for.
    kan_meer: bool,
    punten: Vec<Keuze>,
    /// What an exemption can rest on; none where there is none.
    gronden: Vec<Keuze>,
    gemeld_op: String,
    terug: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Aanvraagpad) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let beeld = load(&state, &wie, ids_of(&pad.1, &pad.2)?).await?;
    let mut invoer = Invoer {
        ingang: datum_kort(beeld.aanvraag.gemeld_op()),
        ..Invoer::default()
    };
    invoer.feiten.regeling = Regelinginvoer::proposed(None);
    render(&context(&state, &wie, &beeld, invoer, Fouten::geen()))
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Aanvraagpad,
    Formulier(invoer): Formulier<Invoer>,
) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let wat = ids_of(&pad.1, &pad.2)?;
    let beeld = load(&state, &wie, wat).await?;
    let invoer = invoer.placed();
    if invoer.asks_meer() {
        return render(&context(&state, &wie, &beeld, invoer, Fouten::geen()));
    }
    let opdracht = match invoer.parse(wat, beeld.aanvraag.kop().regeling) {
        Ok(opdracht) => opdracht,
        Err(fouten) => {
            return render_invalid(&context(&state, &wie, &beeld, invoer, fouten.into()));
        }
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst = state
        .db
        .in_tenant(
            "record_voorstel",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| record_voorstel(tx, actor, now, &opdracht).await,
        )
        .await;
    let fouten = match uitkomst {
        Ok(_) => {
            let onder = under(wat.0, wat.1);
            return wie
                .redirect(&state, &onder, "Het besluit is voorgesteld.")
                .await;
        }
        Err(fout) => fout.into_fouten("besluit")?,
    };
    render_invalid(&context(&state, &wie, &beeld, invoer, fouten.into()))
}

fn context(
    state: &AppState,
    wie: &InGemeente,
    beeld: &Aanvraagbeeld,
    invoer: Invoer,
    fouten: Fouten,
) -> VoorstelPagina {
    let aanvraag = &beeld.aanvraag;
    let schil = shell(state, wie, beeld, "Een besluit voorstellen");
    let invoer = invoer.on_akten(aanvraag.akten().len());
    VoorstelPagina::new(schil, aanvraag, href(wie, aanvraag), (invoer, fouten))
}

impl VoorstelPagina {
    /// The form about an application, under a shell; `terug` is where who does not propose goes.
    pub(crate) fn new(
        schil: Schil,
        aanvraag: &Aanvraag,
        terug: String,
        (invoer, fouten): (Invoer, Fouten),
    ) -> Self {
        let punt =
            |een: Afweegpunt| Keuze::new(een.code(), format!("{} ({})", een.naam(), een.artikel()));
        let regeling = aanvraag.kop().regeling;
        let groepen = invoer.groepen();
        let gronden = Ontheffinggrond::ALL
            .iter()
            .filter(|_| regeling == Regeling::AlgemeneBijstand)
            .map(|een| Keuze::new(een.code(), een.naam()));
        Self {
            schil,
            inleiding: "Stuurhuis rekent met wat u hier invult en met de regels die nu gelden. De berekening wordt bij het voorstel bewaard. Bij niet behandelen wordt er niet gerekend: vul dan alleen het besluit en de reden in.",
            vraag: "Welk besluit stelt u voor?",
            knop: "Berekenen en voorstellen",
            fouten,
            feiten: invoer.feiten.clone(),
            besluiten: Besluitsoort::ALL
                .iter()
                .map(|een| Keuze::new(een.code(), een.naam()))
                .collect(),
            aanbod: Feitkeuzes::new(regeling, false, &invoer.feiten),
            kan_meer: groepen.len() < Afweegpunt::ALL.len(),
            groepen,
            gronden: gronden.collect(),
            punten: Afweegpunt::ALL.map(punt).to_vec(),
            invoer,
            gemeld_op: datum_lang(aanvraag.gemeld_op()),
            terug,
        }
    }

    /// The same form for a new calculation in an objection, in which the application is always treated.
    #[must_use]
    pub(crate) fn in_bezwaar(self) -> Self {
        let besluiten = Besluitsoort::ALL
            .iter()
            .filter(|een| **een != Besluitsoort::BuitenBehandeling);
        Self {
            inleiding: "Hier staat wat bij het eerste besluit is ingevuld. Verander wat anders is. Stuurhuis rekent met de regels die nu gelden en bewaart de berekening bij het bezwaar. U kunt daarna nog een keer rekenen: de laatste berekening telt. Er is nog niets besloten.",
            vraag: "Welk besluit wordt het als het bezwaar gegrond is?",
            knop: "Opnieuw berekenen",
            besluiten: besluiten
                .map(|een| Keuze::new(een.code(), een.naam()))
                .collect(),
            aanbod: Feitkeuzes {
                verplicht: true,
                ..self.aanbod
            },
            ..self
        }
    }
}
