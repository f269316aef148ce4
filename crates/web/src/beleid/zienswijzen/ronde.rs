//! `/zienswijzen/{ronde}`: a round with its documents, and what every council brought in and got as an answer.

use actix_web::web::{Data, Path};
use application::beleid::zienswijze::Rondebeeld;
use askama::Template;
use domain::beleid::zienswijze::Gemeentestand;
use domain::bevoegdheid::Permission;
use http_base::{Aangemeld, AppState};
use primitives::moment_nl;

use super::lezen::{pad_in, pad_of, ronde_of};
use super::stukken::list_links;
use super::weergave::{Feit, Zienswijzeblok, list_feiten, render_blok, rondestatus};
use crate::beleid::voorstellen::Bijlagelink;
use crate::onderdelen::{Link, Status};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "beleid/zienswijze/ronde.html")]
struct RondePagina {
    schil: Schil,
    status: Status,
    hoofdactie: Option<Link>,
    feiten: Vec<Feit>,
    toelichting: Option<String>,
    bijlagen: Vec<Bijlagelink>,
    blokken: Vec<Zienswijzeblok>,
    telling: String,
    /// How it ended: a heading, and the text.
    einde: Option<(String, String)>,
    acties: Vec<Link>,
}

pub(super) async fn show(state: Data<AppState>, wie: Aangemeld, pad: Path<String>) -> Antwoord {
    let beeld = ronde_of(&state, &wie, &pad).await?;
    render(&page(&state, &wie, &beeld))
}

fn page(state: &AppState, wie: &Aangemeld, beeld: &Rondebeeld) -> RondePagina {
    let (vandaag, kop) = (state.clock.today(), &beeld.ronde.kop);
    let (binnen, van) = beeld.telling();
    let blok = |stand: &Gemeentestand| Zienswijzeblok {
        href: wie
            .actor()
            .may(Permission::BeleidLezen, stand.gemeente)
            .then(|| pad_in(stand.gemeente, kop.id)),
        ..render_blok(beeld, stand.gemeente, &stand.naam, vandaag)
    };
    let einde = beeld.ronde.stand.einde().map(|einde| {
        let titel = format!("{} op {}", beeld.ronde.stand.code(), moment_nl(einde.op));
        (titel, einde.tekst.clone())
    });
    RondePagina {
        schil: Schil::platform(state, wie, "/zienswijzen", kop.titel.clone())
            .kruimel("Zienswijzen", "/zienswijzen"),
        status: rondestatus(beeld, vandaag),
        hoofdactie: hoofdactie(wie, beeld, vandaag),
        feiten: list_feiten(beeld),
        toelichting: kop.toelichting.clone(),
        bijlagen: list_links(beeld),
        blokken: beeld.gemeentestanden().iter().map(blok).collect(),
        telling: format!("{binnen} van {van} raden dienden iets in"),
        einde,
        acties: list_acties(wie, beeld),
    }
}

/// Finishing the round, for who may and when it may.
fn hoofdactie(wie: &Aangemeld, beeld: &Rondebeeld, vandaag: primitives::Datum) -> Option<Link> {
    let mag = wie
        .actor()
        .require_somewhere(Permission::ZienswijzerondeVaststellen)
        .is_ok();
    let kan = beeld
        .ronde
        .check_afronden(&beeld.gemeentestanden(), vandaag)
        .is_ok();
    let pad = format!("{}/afronden", pad_of(beeld.ronde.kop.id));
    (mag && kan).then(|| Link::new("Ronde afronden", pad))
}

fn list_acties(wie: &Aangemeld, beeld: &Rondebeeld) -> Vec<Link> {
    if beeld.ronde.check_lopend().is_err() {
        return Vec::new();
    }
    let pad = pad_of(beeld.ronde.kop.id);
    let link = |permission, tekst: &str, deel: &str| {
        let mag = wie.actor().require_somewhere(permission).is_ok();
        mag.then(|| Link::new(tekst, format!("{pad}/{deel}")))
    };
    let acties = [
        link(
            Permission::ZienswijzerondeVoorbereiden,
            "Stuk toevoegen",
            "stukken",
        ),
        link(
            Permission::ZienswijzerondeVaststellen,
            "Ronde intrekken",
            "intrekken",
        ),
    ];
    acties.into_iter().flatten().collect()
}
