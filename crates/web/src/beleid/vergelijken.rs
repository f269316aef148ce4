//! `/{gemeente}/beleid/vergelijken`: the policy of all municipalities side by side, and what it gives.

use actix_web::web::{Data, Query};
use askama::Template;
use domain::beleid::{Deelnemer, Parameter, Vergelijking, catalogus, compare_beleid};
use domain::bevoegdheid::Permission;
use domain::recht::{INKOMENS, compare_huishoudens};
use http_base::{AppState, Fout, InGemeente, list_deelnemers};
use primitives::{Datum, Moment, Veldfouten, datum_lang};
use serde::Deserialize;

use super::huishoudblok::Huishoudblok;
use super::lezen::{parse_dag, render_stand};
use crate::formuliervelden::{Fouten, Keuze};
use crate::onderdelen::{Downloads, Link};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Debug, Default, Deserialize)]
pub(super) struct Vraag {
    #[serde(default)]
    pub(super) peildatum: String,
    #[serde(default)]
    thema: String,
    #[serde(default)]
    verschil: String,
}

#[derive(Template)]
#[template(path = "beleid/vergelijken.html")]
struct VergelijkPagina {
    schil: Schil,
    vraag: Vraag,
    fouten: Fouten,
    themas: Vec<Keuze>,
    gemeenten: Vec<String>,
    blokken: Vec<Themablok>,
    huishoudens: Vec<Huishoudblok>,
    inkomens: [u32; 6],
    downloads: Downloads,
}

struct Themablok {
    code: String,
    naam: String,
    rijen: Vec<Rij>,
}

struct Rij {
    link: Link,
    cellen: Vec<Cel>,
}

struct Cel {
    waarde: String,
    is_afwijkend: bool,
}

/// What the page and its download compare: who, and on which day.
pub(super) struct Bron {
    pub(super) deelnemers: Vec<Deelnemer>,
    pub(super) peildatum: Datum,
    pub(super) bekend_op: Moment,
}

impl Bron {
    /// Reads the policy of all municipalities; a day that is none gives today, with the fault at its field.
    pub(super) async fn load(
        state: &AppState,
        wie: &InGemeente,
        vraag: &Vraag,
    ) -> Result<(Self, Fouten), Fout> {
        let vandaag = state.clock.today();
        let (peildatum, fouten) = match parse_dag(&vraag.peildatum) {
            Ok(dag) => (dag.unwrap_or(vandaag), Fouten::geen()),
            Err(melding) => (vandaag, Veldfouten::single("peildatum", melding).into()),
        };
        let bron = Self {
            deelnemers: list_deelnemers(state, wie.actor(), wie.code()).await?,
            peildatum,
            bekend_op: state.clock.now(),
        };
        Ok((bron, fouten))
    }

    /// Every parameter in every municipality.
    pub(super) fn vergelijkingen(&self) -> Vec<Vergelijking<'_>> {
        compare_beleid(&self.deelnemers, self.peildatum, self.bekend_op)
    }
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, vraag: Query<Vraag>) -> Antwoord {
    wie.require(Permission::BeleidLezen)?;
    let vraag = vraag.into_inner();
    let (bron, fouten) = Bron::load(&state, &wie, &vraag).await?;
    let dag = datum_lang(bron.peildatum);
    let schil = Schil::in_gemeente(&state, &wie, "/beleid", "Beleid vergelijken")
        .kruimel("Beleid", format!("/{}/beleid", wie.code()))
        .stand(format!(
            "Wat op {dag} geldt, voor zover het is bekendgemaakt."
        ));
    let vergelijkingen = bron.vergelijkingen();
    let gevraagd: Vec<&Vergelijking<'_>> = vergelijkingen
        .iter()
        .filter(|v| vraag.thema.is_empty() || v.parameter.thema == vraag.thema)
        .filter(|v| vraag.verschil.is_empty() || v.verschillend > 1)
        .collect();
    render(&VergelijkPagina {
        schil,
        fouten,
        themas: catalogus()
            .themas()
            .iter()
            .map(|thema| Keuze::new(&thema.code, &thema.naam))
            .collect(),
        gemeenten: bron.deelnemers.iter().map(|d| d.naam.clone()).collect(),
        blokken: list_blokken(&gevraagd, &wie),
        huishoudens: compare_huishoudens(&bron.deelnemers, bron.peildatum, bron.bekend_op)
            .iter()
            .map(|vergelijking| Huishoudblok::new(vergelijking, &wie))
            .collect(),
        inkomens: INKOMENS,
        downloads: Downloads {
            basis: format!("/{}/beleid/vergelijken/lijst", wie.code()),
            vraag: format!("?peildatum={}", bron.peildatum),
        },
        vraag,
    })
}

fn list_blokken(vergelijkingen: &[&Vergelijking<'_>], wie: &InGemeente) -> Vec<Themablok> {
    let themas = catalogus().themas().iter().map(|thema| {
        let eigen = vergelijkingen
            .iter()
            .filter(|v| v.parameter.thema == thema.code);
        Themablok {
            code: thema.code.clone(),
            naam: thema.naam.clone(),
            rijen: eigen.map(|vergelijking| rij(vergelijking, wie)).collect(),
        }
    });
    themas.filter(|blok| !blok.rijen.is_empty()).collect()
}

fn rij(vergelijking: &Vergelijking<'_>, wie: &InGemeente) -> Rij {
    let parameter: &Parameter = vergelijking.parameter;
    let cellen = vergelijking.standen.iter().map(|vergeleken| Cel {
        waarde: render_stand(parameter, &vergeleken.stand),
        is_afwijkend: vergeleken.is_afwijkend,
    });
    Rij {
        link: Link::new(
            &parameter.naam,
            format!("/{}/beleid/{}", wie.code(), parameter.sleutel),
        ),
        cellen: cellen.collect(),
    }
}
