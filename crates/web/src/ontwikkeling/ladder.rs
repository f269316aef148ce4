//! `/{gemeente}/inwoners/{dossier}/ontwikkeling`: where a resident stood and stands.

use actix_web::web::Data;
use application::ontwikkeling::{Ladderpagina, load_ladder};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::ontwikkeling::{Laddermeting, Meetstand, Metingbron, Trede};
use http_base::{AppState, DbRol, InGemeente};
use primitives::{datum_in_nederland, datum_kort, datum_lang};

use super::grafiek::render_ladder;
use crate::dossier::hoofd::{Hoofd, Tab, shell};
use crate::dossier::{Dossierpad, dossier_of};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "ontwikkeling/ladder.html")]
struct LadderPagina {
    schil: Schil,
    hoofd: Hoofd,
    nu: Option<Nu>,
    wanneer: String,
    grafiek: Option<String>,
    metingen: Vec<Regel>,
    treden: [Trede; 6],
}

/// The last measurement in words.
struct Nu {
    trede: String,
    omschrijving: &'static str,
    waarom: Option<&'static str>,
}

struct Regel {
    datum: String,
    trede: String,
    stap: &'static str,
    waarom: &'static str,
    door: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Dossierpad) -> Antwoord {
    wie.require(Permission::DossierLezen)?;
    let dossier = dossier_of(&pad)?;
    let (actor, now) = (wie.actor(), state.clock.now());
    let pagina = state
        .db
        .in_tenant("load_ladder", wie.code(), DbRol::Uitvoering, async |tx| {
            load_ladder(tx, actor, now, dossier).await
        })
        .await?;
    render(&context(&state, &wie, &pagina))
}

fn context(state: &AppState, wie: &InGemeente, pagina: &Ladderpagina) -> LadderPagina {
    let vandaag = datum_in_nederland(state.clock.now());
    LadderPagina {
        schil: shell(state, wie, &pagina.hoofd),
        hoofd: Hoofd::new(state, wie, &pagina.hoofd, Tab::Ontwikkeling),
        nu: pagina.metingen.first().map(Nu::from),
        wanneer: when_to_measure(pagina.meetstand),
        grafiek: render_ladder(&pagina.metingen, vandaag),
        metingen: rows(&pagina.metingen),
        treden: Trede::ALL,
    }
}

fn when_to_measure(stand: Meetstand) -> String {
    match stand {
        Meetstand::Nooit => "De trede is nog niet gemeten. Meten gebeurt elk kwartaal.".to_owned(),
        Meetstand::Eerder(dag) => format!(
            "De laatste meting was op {}. Voor dit kwartaal is een nieuwe meting nodig.",
            datum_lang(dag)
        ),
        Meetstand::DitKwartaal(dag) => {
            format!("Dit kwartaal is gemeten, op {}.", datum_lang(dag))
        }
    }
}

/// The measurements, each beside the one before it in time.
fn rows(metingen: &[Laddermeting]) -> Vec<Regel> {
    let eerder = metingen.iter().skip(1).map(Some).chain([None]);
    metingen
        .iter()
        .zip(eerder)
        .map(|(meting, eerder)| Regel {
            datum: datum_kort(meting.datum),
            trede: meting.trede.to_string(),
            stap: eerder.map_or("eerste meting", |eerder| {
                match eerder.trede.steps_to(meting.trede) {
                    0 => "gelijk",
                    1.. => "omhoog",
                    ..0 => "terug",
                }
            }),
            waarom: criterium_of(&meting.bron).unwrap_or_default(),
            door: match &meting.bron {
                Metingbron::Srg => "levering SRG".to_owned(),
                Metingbron::Stuurhuis { door, .. } => door.clone(),
            },
        })
        .collect()
}

const fn criterium_of(bron: &Metingbron) -> Option<&'static str> {
    match bron {
        Metingbron::Srg => None,
        Metingbron::Stuurhuis { criterium, .. } => Some(criterium.omschrijving()),
    }
}

impl From<&Laddermeting> for Nu {
    fn from(meting: &Laddermeting) -> Self {
        Self {
            trede: meting.trede.to_string(),
            omschrijving: meting.trede.omschrijving(),
            waarom: criterium_of(&meting.bron),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::hoofd::sample;
    use domain::ontwikkeling::Criterium;
    use jiff::civil::date;

    #[test]
    fn shows_the_ladder_with_its_grounds_and_the_way_up_and_back() {
        let metingen = [
            Laddermeting {
                datum: date(2026, 10, 3),
                trede: Trede::OnbetaaldWerk,
                bron: Metingbron::Stuurhuis {
                    criterium: Criterium::VerantwoordelijkWerk,
                    door: "Anna".to_owned(),
                },
            },
            Laddermeting {
                datum: date(2026, 2, 12),
                trede: Trede::BetaaldWerk,
                bron: Metingbron::Srg,
            },
        ];
        let html = LadderPagina {
            schil: Schil::sample("A. Jansen"),
            hoofd: sample::hoofd(Tab::Ontwikkeling),
            nu: metingen.first().map(Nu::from),
            wanneer: when_to_measure(Meetstand::DitKwartaal(date(2026, 10, 3))),
            grafiek: render_ladder(&metingen, date(2026, 11, 21)),
            metingen: rows(&metingen),
            treden: Trede::ALL,
        }
        .render()
        .unwrap();
        for tekst in [
            "4 Onbetaald werk",
            Criterium::VerantwoordelijkWerk.omschrijving(),
            "terug",
            "levering SRG",
            "<svg viewBox",
            "Dit kwartaal is gemeten, op 3 oktober 2026.",
        ] {
            assert!(html.contains(tekst), "{tekst}");
        }
    }
}
