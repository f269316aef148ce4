//! `/{gemeente}/inwoners/{dossier}/ontwikkeling/meten`: measuring the ladder in one form.

use std::collections::HashMap;

use actix_web::web::Data;
use application::dossier::{DossierError, Dossierhoofd, load_hoofd};
use application::ontwikkeling::{Metingopdracht, record_meting};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::ontwikkeling::{Antwoord, Antwoorden, Meting, Trede, Vraag, Vraagblok};
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente};
use primitives::{
    DossierId, Veldcontrole, Veldfouten, datum_in_nederland, datum_kort, parse_datum_nl,
};

use crate::dossier::hoofd::{address, task_shell};
use crate::dossier::{Dossierpad, dossier_of};
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord as Pagina, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "ontwikkeling/meten.html")]
struct MetenPagina {
    schil: Schil,
    fouten: Fouten,
    gemeten_op: String,
    blokken: Vec<Blok>,
    ja_nee: Vec<Keuze>,
    laatste: Option<String>,
    heeft_uitkering: bool,
    treden: [Trede; 6],
    terug: String,
}

struct Blok {
    /// Ties the block to the style sheet, which hides what is not asked.
    klasse: &'static str,
    titel: &'static str,
    voor_wie: Option<&'static str>,
    vragen: Vec<Regel>,
}

struct Regel {
    naam: &'static str,
    tekst: &'static str,
    hulp: &'static str,
    antwoord: String,
}

/// The fields of the form: the questions by their names, and `gemetenOp`.
type Invoer = HashMap<String, String>;

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Dossierpad) -> Pagina {
    wie.require(Permission::DossierBijwerken)?;
    let vandaag = datum_in_nederland(state.clock.now());
    let invoer = Invoer::from([("gemetenOp".to_owned(), datum_kort(vandaag))]);
    render(&page(&state, &wie, dossier_of(&pad)?, &invoer, Fouten::geen()).await?)
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Dossierpad,
    Formulier(invoer): Formulier<Invoer>,
) -> Pagina {
    wie.require(Permission::DossierBijwerken)?;
    let dossier = dossier_of(&pad)?;
    let opdracht = match parse(dossier, &invoer) {
        Ok(opdracht) => opdracht,
        Err(fouten) => {
            return render_invalid(&page(&state, &wie, dossier, &invoer, fouten.into()).await?);
        }
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst = state
        .db
        .in_tenant("record_meting", wie.code(), DbRol::Uitvoering, async |tx| {
            record_meting(tx, actor, now, &opdracht).await
        })
        .await;
    match uitkomst {
        Ok(meting) => {
            let onder = format!("/inwoners/{dossier}/ontwikkeling");
            wie.redirect(&state, &onder, &result(&meting)).await
        }
        Err(DossierError::Invoer(fouten)) => {
            render_invalid(&page(&state, &wie, dossier, &invoer, fouten.into()).await?)
        }
        Err(fout) => Err(fout.into()),
    }
}

/// The step and why it is that one.
fn result(meting: &Meting) -> String {
    let vaststelling = &meting.vaststelling;
    format!(
        "Vastgelegd: trede {}. {}",
        vaststelling.trede(),
        vaststelling.criterium().omschrijving()
    )
}

fn parse(dossier: DossierId, invoer: &Invoer) -> Result<Metingopdracht, Veldfouten> {
    let mut controle = Veldcontrole::default();
    let dag = invoer
        .get("gemetenOp")
        .map(String::as_str)
        .unwrap_or_default();
    let dag = parse_datum_nl(dag).ok_or("vul een dag in die bestaat, zoals 21-11-2026");
    let dag = controle.take("gemetenOp", dag);
    let mut antwoorden = Vec::new();
    for vraag in Vraag::ALL {
        match invoer.get(vraag.naam()).map(String::as_str) {
            None | Some("") => {}
            Some(tekst) => {
                let antwoord = Antwoord::parse(tekst).ok_or("kies ja of nee");
                antwoorden.extend(controle.take(vraag.naam(), antwoord).map(|a| (vraag, a)));
            }
        }
    }
    controle.finish()?;
    let gemeten_op = dag.ok_or_else(|| Veldfouten::single("gemetenOp", "vul een dag in"))?;
    Ok(Metingopdracht {
        dossier,
        gemeten_op,
        antwoorden: antwoorden.into_iter().collect::<Antwoorden>(),
    })
}

async fn page(
    state: &AppState,
    wie: &InGemeente,
    dossier: DossierId,
    invoer: &Invoer,
    fouten: Fouten,
) -> Result<MetenPagina, Fout> {
    let (actor, now) = (wie.actor(), state.clock.now());
    let hoofd = state
        .db
        .in_tenant("load_hoofd", wie.code(), DbRol::Uitvoering, async |tx| {
            load_hoofd(tx, actor, now, dossier, "meten").await
        })
        .await?;
    let schil = task_shell(state, wie, &hoofd, "Trede meten");
    let terug = format!("{}/ontwikkeling", address(wie, dossier));
    Ok(context(schil, &hoofd, invoer, fouten, terug))
}

fn context(
    schil: Schil,
    hoofd: &Dossierhoofd,
    invoer: &Invoer,
    fouten: Fouten,
    terug: String,
) -> MetenPagina {
    let inwoner = &hoofd.kop.inwoner;
    let vorige = inwoner
        .meting
        .map(|(trede, dag)| format!("{trede}, gemeten op {}", primitives::datum_lang(dag)));
    MetenPagina {
        schil,
        fouten,
        gemeten_op: invoer.get("gemetenOp").cloned().unwrap_or_default(),
        blokken: Vraagblok::ALL.map(|blok| block(blok, invoer)).into(),
        ja_nee: vec![Keuze::new("ja", "Ja"), Keuze::new("nee", "Nee")],
        laatste: vorige,
        heeft_uitkering: inwoner.heeft_uitkering,
        treden: Trede::ALL,
        terug,
    }
}

fn block(blok: Vraagblok, invoer: &Invoer) -> Blok {
    let regel = |vraag: Vraag| Regel {
        naam: vraag.naam(),
        tekst: vraag.tekst(),
        hulp: vraag.hulp(),
        antwoord: invoer.get(vraag.naam()).cloned().unwrap_or_default(),
    };
    Blok {
        klasse: match blok {
            Vraagblok::Werk => "werk",
            Vraagblok::Ondersteuning => "ondersteuning",
            Vraagblok::OnbetaaldWerk => "onbetaald",
            Vraagblok::MeedoenEnContact => "meedoen",
        },
        titel: blok.titel(),
        voor_wie: blok.voor_wie(),
        vragen: blok.vragen().map(regel).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::hoofd::sample;

    #[test]
    fn every_question_is_on_the_form_and_what_was_answered_stays() {
        let invoer = Invoer::from([
            ("contract".to_owned(), "nee".to_owned()),
            ("gemetenOp".to_owned(), "2026-11-21".to_owned()),
        ]);
        let fouten = Veldfouten::single("onbetaald-werk", "beantwoord ook deze vraag").into();
        let schil = Schil::sample("Trede meten");
        let hoofd = sample::dossierhoofd();
        let html = context(schil, &hoofd, &invoer, fouten, "/terug".to_owned())
            .render()
            .unwrap();
        let pagina = scraper::Html::parse_document(&html);
        let count = |css: &str| {
            pagina
                .select(&scraper::Selector::parse(css).unwrap())
                .count()
        };
        assert_eq!(count("fieldset input[type=radio]"), 2 * Vraag::ALL.len());
        assert_eq!(count("input[name=contract][value=nee][checked]"), 1);
        assert_eq!(count("input[checked]"), 1);
        assert_eq!(count("#veld-onbetaald-werk.utrecht-form-field--invalid"), 1);
        assert_eq!(
            count("[data-foutoverzicht] a[href='#veld-onbetaald-werk']"),
            1
        );
    }

    #[test]
    fn answers_that_are_not_ours_are_refused_at_their_question() {
        let dossier = sample::dossierhoofd().kop.inwoner.dossier;
        let invoer = Invoer::from([
            ("contract".to_owned(), "misschien".to_owned()),
            ("gemetenOp".to_owned(), "31-02-2026".to_owned()),
            ("onbekend".to_owned(), "ja".to_owned()),
        ]);
        let fouten = parse(dossier, &invoer).unwrap_err();
        let velden: Vec<_> = fouten
            .list()
            .iter()
            .map(|fout| fout.veld.as_str())
            .collect();
        assert_eq!(velden, ["gemetenOp", "contract"]);
    }
}
