//! `/{gemeente}/inwoners/{dossier}/recht/herziening/{herziening}/voorstel`: proposing the decision that follows.

use actix_web::web::Data;
use application::herziening::{
    Herzieningsbeeld, Herzieningsvoorstelopdracht, record_herzieningsvoorstel,
};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::dossier::{Reden, Vrijetekst};
use domain::herziening::Herzieningsstand;
use domain::recht::herziening::Oorzaak;
use http_base::{AppState, DbRol, Formulier, InGemeente};
use primitives::{Veldcontrole, Veldfouten};

use super::adres::{Wat, Zaakpad, href, ids_of, load, shell, under};
use super::oorzaakvelden::describe;
use super::uitkomst::Uitkomst;
use crate::formuliervelden::Fouten;
use crate::formuliervelden::find_veld;
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "herziening/voorstel.html")]
struct VoorstelPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: Invoer,
    uitkomst: Uitkomst,
    /// Why is asked where the law lets the college choose, by cause.
    afwegingen: Vec<Afwegingsveld>,
    kan_niet: bool,
    terug: String,
}

#[derive(Clone, Default)]
struct Invoer {
    gezien: String,
    motivering: String,
    afwegingen: Vec<(Oorzaak, String)>,
}

/// Why the college claims with a cause.
struct Afwegingsveld {
    naam: String,
    label: String,
    waarde: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Zaakpad) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let beeld = load(&state, &wie, ids_of(&pad.1, &pad.2)?).await?;
    render(&context(
        &state,
        &wie,
        &beeld,
        Invoer::default(),
        Fouten::geen(),
    ))
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Zaakpad,
    Formulier(velden): Formulier<Vec<(String, String)>>,
) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let wat = ids_of(&pad.1, &pad.2)?;
    let invoer = Invoer::sent(&velden);
    let fouten = match invoer.parse(wat) {
        Ok(opdracht) => {
            let (actor, now) = (wie.actor(), state.clock.now());
            let uitkomst = state.db.in_tenant(
                "record_herzieningsvoorstel",
                wie.code(),
                DbRol::Uitvoering,
                async |tx| record_herzieningsvoorstel(tx, actor, now, &opdracht).await,
            );
            match uitkomst.await {
                Ok(zaak) => {
                    let melding = match zaak.kop().in_bezwaar {
                        Some(_) => "De nieuwe berekening staat nu ook bij het bezwaar.",
                        None => "Het besluit is voorgesteld.",
                    };
                    return wie.redirect(&state, &under(wat), melding).await;
                }
                Err(fout) => fout.into_fouten("motivering")?,
            }
        }
        Err(fouten) => fouten,
    };
    let beeld = load(&state, &wie, wat).await?;
    render_invalid(&context(&state, &wie, &beeld, invoer, fouten.into()))
}

impl Invoer {
    /// The form that was sent.
    fn sent(velden: &[(String, String)]) -> Self {
        let afweging = |oorzaak: Oorzaak| (oorzaak, find_veld(velden, &field(oorzaak)));
        Self {
            gezien: find_veld(velden, "gezien"),
            motivering: find_veld(velden, "motivering"),
            afwegingen: Oorzaak::ALL.map(afweging).to_vec(),
        }
    }

    fn parse(&self, (dossier, herziening): Wat) -> Result<Herzieningsvoorstelopdracht, Veldfouten> {
        let mut controle = Veldcontrole::default();
        let gezien = self.gezien.parse().map_err(|_| "open de pagina opnieuw");
        let gezien = controle.take("motivering", gezien);
        let motivering = controle.take("motivering", Vrijetekst::<2000>::parse(&self.motivering));
        let mut afwegingen = Vec::new();
        for (oorzaak, tekst) in &self.afwegingen {
            if !tekst.trim().is_empty() {
                let reden = controle.take(&field(*oorzaak), Reden::parse(tekst));
                afwegingen.extend(reden.map(|reden| (*oorzaak, reden.as_str().to_owned())));
            }
        }
        controle.finish()?;
        match (gezien, motivering) {
            (Some(gezien), Some(motivering)) => Ok(Herzieningsvoorstelopdracht {
                dossier,
                herziening,
                gezien,
                motivering: motivering.as_str().to_owned(),
                afwegingen,
            }),
            _ => Err(Veldfouten::single(
                "motivering",
                "vul het formulier opnieuw in",
            )),
        }
    }
}

fn context(
    state: &AppState,
    wie: &InGemeente,
    beeld: &Herzieningsbeeld,
    invoer: Invoer,
    fouten: Fouten,
) -> VoorstelPagina {
    let zaak = &beeld.zaak;
    let keuzes = zaak
        .find_oordeel()
        .map_or_else(Vec::new, |oordeel| beeld.uitkomst.list_keuzes(oordeel));
    let is_een = keuzes.len() == 1;
    let veld = |oorzaak: Oorzaak| Afwegingsveld {
        naam: field(oorzaak),
        label: if is_een {
            "Waarom vraagt u het geld terug?".to_owned()
        } else {
            format!("Waarom vraagt u het geld terug? ({})", describe(oorzaak))
        },
        waarde: invoer
            .afwegingen
            .iter()
            .find(|(van, _)| *van == oorzaak)
            .map(|(_, tekst)| tekst.clone())
            .unwrap_or_default(),
    };
    VoorstelPagina {
        afwegingen: keuzes.into_iter().map(veld).collect(),
        schil: shell(state, wie, beeld, "Een besluit voorstellen"),
        fouten,
        invoer: Invoer {
            gezien: zaak.akten().len().to_string(),
            ..invoer
        },
        uitkomst: Uitkomst::from(&beeld.uitkomst),
        kan_niet: zaak.stand() != Herzieningsstand::InBewerking,
        terug: href(wie, zaak),
    }
}

/// The field of why the college claims with a cause.
fn field(oorzaak: Oorzaak) -> String {
    format!("afweging-{}", oorzaak.naam())
}
