//! `/{gemeente}/beleid`: what holds here, by theme.

use actix_web::web::{Data, Query};
use askama::Template;
use domain::beleid::{Basisversie, Beleid, Bevoegd, Parameter, Regime, Stand, catalogus};
use domain::bevoegdheid::Permission;
use http_base::{AppState, InGemeente};
use primitives::{Datum, Moment, Veldfouten, datum_kort, datum_lang};
use serde::Deserialize;

use super::basisset::basisversies_van;
use super::lezen::{
    beleid_of, gebieden_of, keuze_of, link_to, organen_of, parse_dag, render_stand,
};
use crate::formuliervelden::{Fouten, Keuze};
use crate::onderdelen::{Link, Status, Toon};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Debug, Default, Deserialize)]
pub(super) struct Vraag {
    #[serde(default)]
    zoek: String,
    #[serde(default)]
    peildatum: String,
    #[serde(default)]
    gebied: String,
}

#[derive(Template)]
#[template(path = "beleid/beleid.html")]
struct BeleidPagina {
    schil: Schil,
    vraag: Vraag,
    fouten: Fouten,
    gebieden: Vec<Keuze>,
    blokken: Vec<Themablok>,
    nieuw: Option<Link>,
    vergelijken: String,
    basissets: String,
    bestand: String,
}

struct Themablok {
    code: String,
    naam: String,
    rijen: Vec<Rij>,
}

struct Rij {
    link: Link,
    waarde: String,
    status: Option<Status>,
    orgaan: &'static str,
    besluit: Option<Link>,
    sinds: Option<String>,
    volgende: Option<String>,
    basis: Option<Link>,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, vraag: Query<Vraag>) -> Antwoord {
    wie.require(Permission::BeleidLezen)?;
    let vraag = vraag.into_inner();
    let vandaag = state.clock.today();
    let (peildatum, fouten) = match parse_dag(&vraag.peildatum) {
        Ok(dag) => (dag.unwrap_or(vandaag), Fouten::geen()),
        Err(melding) => (vandaag, Veldfouten::single("peildatum", melding).into()),
    };
    let gebieden = gebieden_of(&state, &wie).await?;
    let gekozen = gebieden.iter().find(|g| g.code.to_string() == vraag.gebied);
    let beleid = beleid_of(&state, &wie).await?;
    let beleid = beleid.in_gebied(gekozen.map(|g| g.code));
    let waar = gekozen.map_or_else(String::new, |g| format!(" in het gebied {}", g.naam));
    let basisversies = basisversies_van(&state, &wie).await?;
    let overzicht = Overzicht {
        beleid: &beleid,
        basisversies: &basisversies,
        peildatum,
        bekend_op: state.clock.now(),
        pad: format!("/{}/beleid", wie.code()),
    };
    let schil = Schil::in_gemeente(&state, &wie, "/beleid", "Beleid").stand(format!(
        "Wat op {}{waar} geldt, voor zover het is bekendgemaakt.",
        datum_lang(peildatum)
    ));
    let nieuw = (!organen_of(&wie).is_empty()).then(|| {
        Link::new(
            "Besluit vastleggen",
            format!("/{}/besluiten/nieuw", wie.code()),
        )
    });
    render(&BeleidPagina {
        schil,
        gebieden: gebieden.iter().map(keuze_of).collect(),
        blokken: overzicht.blokken(&vraag.zoek),
        vraag,
        fouten,
        nieuw,
        vergelijken: format!("/{}/beleid/vergelijken", wie.code()),
        basissets: format!("/{}/beleid/basis", wie.code()),
        bestand: format!("/{}/beleid/bestand", wie.code()),
    })
}

struct Overzicht<'a> {
    beleid: &'a Beleid,
    basisversies: &'a [Basisversie],
    peildatum: Datum,
    bekend_op: Moment,
    pad: String,
}

impl Overzicht<'_> {
    fn blokken(&self, zoek: &str) -> Vec<Themablok> {
        let themas = catalogus().themas().iter().map(|thema| {
            let parameters = catalogus().parameters().iter();
            let eigen =
                parameters.filter(|p| p.thema == thema.code && is_gezocht(p, &thema.naam, zoek));
            Themablok {
                code: thema.code.clone(),
                naam: thema.naam.clone(),
                rijen: eigen.map(|p| self.rij(p)).collect(),
            }
        });
        themas.filter(|blok| !blok.rijen.is_empty()).collect()
    }

    /// The line of a parameter. What is over or still to come stands there too, so that each can be found.
    fn rij(&self, parameter: &Parameter) -> Rij {
        let stand = self
            .beleid
            .stand_on(parameter, self.peildatum, self.bekend_op);
        let volgende = self.volgende(parameter);
        let regime = parameter
            .regime_on(self.peildatum)
            .or(parameter.regimes.first());
        let vastgesteld = stand.vastgesteld();
        let status = match &stand {
            Stand::InStrijd(..) => Some(Status::new(Toon::Fout, "in strijd met de wet")),
            Stand::ZonderBesluit(_) => regime.map(status_zonder_besluit),
            Stand::BestaatNiet if volgende.is_some() => {
                Some(Status::new(Toon::Neutraal, "nog niet van kracht"))
            }
            Stand::BestaatNiet => Some(Status::new(Toon::Neutraal, "vervallen")),
            Stand::Besloten(_) => None,
        };
        Rij {
            link: Link::new(
                &parameter.naam,
                format!("{}/{}", self.pad, parameter.sleutel),
            ),
            waarde: render_stand(parameter, &stand),
            status,
            orgaan: regime.map_or("", |regime| regime.bevoegd.code()),
            besluit: vastgesteld.map(|v| link_to(&v.besluit)),
            sinds: vastgesteld.map(|v| datum_kort(v.periode.van())),
            volgende,
            basis: self.basis(parameter, &stand),
        }
    }

    /// The shared base from which the value deviates, once that base is meant to hold. A base is about the whole
    /// municipality.
    fn basis(&self, parameter: &Parameter, stand: &Stand<'_>) -> Option<Link> {
        let is_heel = self.beleid.gebied().is_none();
        let versies = self
            .basisversies
            .iter()
            .filter(|v| v.tekst.vanaf <= self.peildatum);
        let basis = versies
            .filter(|_| is_heel)
            .find(|v| v.differs_from(parameter, stand))?;
        let pad = format!("{}/basis/{}", self.pad, basis.basisset);
        Some(Link::new(&basis.naam, pad))
    }

    /// The first change after the day of the page, in words.
    fn volgende(&self, parameter: &Parameter) -> Option<String> {
        let vakken = self.beleid.list_tijdvakken(parameter, self.bekend_op);
        let later = vakken
            .iter()
            .find(|vak| vak.periode.van() > self.peildatum)?;
        let vanaf = datum_kort(later.periode.van());
        Some(format!(
            "vanaf {vanaf}: {}",
            render_stand(parameter, &later.stand)
        ))
    }
}

fn status_zonder_besluit(regime: &Regime) -> Status {
    match regime.bevoegd {
        Bevoegd::Rijk => Status::new(Toon::Neutraal, "bepaalt de wet"),
        Bevoegd::Raad | Bevoegd::College if regime.is_verplicht => {
            Status::new(Toon::Aandacht, "nog te besluiten")
        }
        Bevoegd::Raad | Bevoegd::College | Bevoegd::Uitvoering => {
            Status::new(Toon::Neutraal, "zonder besluit")
        }
    }
}

fn is_gezocht(parameter: &Parameter, thema: &str, zoek: &str) -> bool {
    let zoek = zoek.trim().to_lowercase();
    let teksten = [
        parameter.naam.as_str(),
        parameter.uitleg.as_str(),
        parameter.sleutel.as_str(),
        thema,
    ];
    teksten
        .iter()
        .any(|tekst| tekst.to_lowercase().contains(&zoek))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_parameter_by_its_words() {
        let parameter = catalogus().find("voorschot.percentage").unwrap();
        for (zoek, verwacht) in [
            ("", true),
            ("Voorschot", true),
            (" vier weken ", true),
            ("xyz", false),
        ] {
            assert_eq!(is_gezocht(parameter, "Bijstand", zoek), verwacht, "{zoek}");
        }
    }
}
