//! `/{gemeente}/inwoners/{dossier}/bezwaren/{bezwaar}`: how an objection stands and what must be done.

use actix_web::web::Data;
use application::bezwaar::Bezwaarbeeld;
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::bezwaar::{Bezwaaruitkomst, Horen};
use domain::herziening::{Herzieningsstand, Herzieningszaak};
use http_base::{AppState, InGemeente};
use primitives::{datum_in_nederland, datum_lang};

use super::adres::{
    Bezwaarpad, besluit_href, besluit_shell, href, ids_of, load, name, opnieuw_href,
};
use super::akten::{line, list_mogelijk, status, who};
use super::vergelijking::Vergelijking;
use crate::aanvraag::Termijnblok;
use crate::dossier::hoofd::address;
use crate::onderdelen::{Akteregel, Link, Status};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "bezwaar/toon.html")]
struct BezwaarPagina {
    schil: Schil,
    status: Status,
    besluit: Link,
    termijn: Option<Termijnblok>,
    wie: String,
    ontvangen: String,
    bezwaar_tot: String,
    horen: String,
    uitkomst: Option<(&'static str, String)>,
    in_plaats_daarvan: Option<String>,
    /// The first decision beside the last new calculation.
    vergelijking: Option<Vergelijking>,
    /// The review in the objection that was begun and not proposed yet.
    begonnen: Option<String>,
    /// Where another amount is calculated and decided, once who objects is right and no new calculation was decided with.
    opnieuw: Option<String>,
    beroep: Option<String>,
    brief: Option<String>,
    eerste: Option<Link>,
    anders: Vec<Link>,
    akten: Vec<Akteregel>,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Bezwaarpad) -> Antwoord {
    wie.require(Permission::DossierLezen)?;
    let beeld = load(&state, &wie, ids_of(&pad.1, &pad.2)?).await?;
    render(&context(&state, &wie, &beeld))
}

fn context(state: &AppState, wie: &InGemeente, beeld: &Bezwaarbeeld) -> BezwaarPagina {
    let bezwaar = &beeld.bezwaar;
    let vandaag = datum_in_nederland(state.clock.now());
    let basis = href(wie, bezwaar);
    let may = |pad: &str| {
        wie.may(match pad {
            "besluit" => Permission::BeschikkingNemen,
            _ => Permission::AanvraagBehandelen,
        })
    };
    let mut mogelijk = list_mogelijk(bezwaar, vandaag)
        .into_iter()
        .filter(|(pad, _)| may(pad))
        .map(|(pad, tekst)| Link::new(tekst, format!("{basis}/{pad}")));
    let bestreden = &bezwaar.kop().bestreden;
    let titel = format!("Bezwaar {}", bezwaar.kop().nummer);
    let wat = (&beeld.hoofd, bestreden.besluit);
    let besluit = bezwaar.besluit();
    BezwaarPagina {
        schil: besluit_shell(state, wie, wat, (beeld.besluit, &titel)),
        status: status(bezwaar),
        besluit: Link::new(
            format!(
                "{}, bekendgemaakt op {}",
                name(beeld.besluit),
                datum_lang(bestreden.bekendgemaakt_op)
            ),
            besluit_href(wie, bestreden.dossier, bestreden.besluit),
        ),
        termijn: bezwaar.stand().is_wachtend().then(|| {
            let termijn = bezwaar.beslistermijn(vandaag);
            Termijnblok::new("Beslissen op bezwaar uiterlijk", vandaag, termijn)
        }),
        wie: who(bezwaar),
        ontvangen: format!(
            "{}, {}",
            datum_lang(bezwaar.ontvangen_op()),
            bezwaar.tijdigheid().naam()
        ),
        bezwaar_tot: datum_lang(bestreden.bezwaar_uiterlijk().dag),
        horen: describe_horen(bezwaar.horen()),
        uitkomst: besluit.map(|besluit| (besluit.uitkomst.naam(), besluit.motivering.clone())),
        in_plaats_daarvan: besluit.and_then(|besluit| besluit.in_plaats_daarvan.clone()),
        vergelijking: Vergelijking::of(wie, bezwaar),
        begonnen: begonnen(beeld)
            .filter(|_| bezwaar.stand().is_open())
            .map(|zaak| {
                let basis = address(wie, bestreden.dossier);
                format!("{basis}/recht/herziening/{}", zaak.kop().id)
            }),
        opnieuw: besluit
            .filter(|besluit| {
                besluit.uitkomst == Bezwaaruitkomst::Gegrond && besluit.heroverweging.is_none()
            })
            .filter(|_| wie.may(Permission::AanvraagBehandelen))
            .map(|_| opnieuw_href(wie, bestreden.dossier, bestreden.besluit)),
        beroep: bezwaar
            .beroep_uiterlijk()
            .map(|(_, dag)| datum_lang(dag.dag)),
        brief: besluit.map(|_| format!("{basis}/brief.pdf")),
        eerste: mogelijk.next(),
        anders: mogelijk.collect(),
        akten: bezwaar.akten().iter().rev().map(line).collect(),
    }
}

/// The review in the objection in which is still worked.
pub(super) fn begonnen(beeld: &Bezwaarbeeld) -> Option<&Herzieningszaak> {
    let is_open = |zaak: &&Herzieningszaak| zaak.stand() == Herzieningsstand::InBewerking;
    beeld.in_bezwaar.as_ref().filter(is_open)
}

/// How it went with the hearing, as a sentence.
pub(super) fn describe_horen(horen: Option<Horen<'_>>) -> String {
    match horen {
        Some(Horen::Gehoord(gehoord)) => {
            format!("op {}, met {}", datum_lang(gehoord.gehoord_op), gehoord.wie)
        }
        Some(Horen::NietGehoord(grond, _)) => format!("niet: {}", grond.naam().to_lowercase()),
        None => "nog niet".to_owned(),
    }
}
