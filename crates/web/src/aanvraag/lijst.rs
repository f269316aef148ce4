//! `/{gemeente}/inwoners/{dossier}/beschikkingen`: the applications of a resident and what was decided.

use actix_web::web::Data;
use application::aanvraag::list_aanvragen;
use askama::Template;
use domain::aanvraag::Aanvraag;
use domain::bevoegdheid::Permission;
use domain::bezwaar::Bestredenbesluit;
use http_base::{AppState, DbRol, InGemeente};
use primitives::{datum_in_nederland, datum_kort};

use super::adres::{href, name};
use super::akten::{status, term_status};
use crate::bezwaar::replaced_by;
use crate::dossier::hoofd::{Hoofd, Tab, shell};
use crate::dossier::{Dossierpad, dossier_of};
use crate::onderdelen::{Link, Status};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "aanvraag/lijst.html")]
struct LijstPagina {
    schil: Schil,
    hoofd: Hoofd,
    mag_vastleggen: bool,
    aanvragen: Vec<Regel>,
}

struct Regel {
    link: Link,
    ontvangen: String,
    status: Status,
    besluit: &'static str,
    /// What holds in its place since an objection.
    vervangen: Option<Link>,
    termijn: Option<(String, Status)>,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Dossierpad) -> Antwoord {
    wie.require(Permission::DossierLezen)?;
    let dossier = dossier_of(&pad)?;
    let (actor, now) = (wie.actor(), state.clock.now());
    let lijst = state
        .db
        .in_tenant(
            "list_aanvragen",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| list_aanvragen(tx, actor, now, dossier).await,
        )
        .await?;
    let vandaag = datum_in_nederland(now);
    let regel = |aanvraag: &Aanvraag| Regel {
        link: Link::new(name(aanvraag), href(&wie, aanvraag)),
        ontvangen: datum_kort(aanvraag.ontvangen_op()),
        status: status(aanvraag),
        besluit: match (aanvraag.find_besluit(), aanvraag.find_voorstel()) {
            (Some(_), Some(voorstel)) => voorstel.besluit.naam(),
            _ => "nog geen",
        },
        vervangen: replaced_by(
            &wie,
            Bestredenbesluit::Aanvraag(aanvraag.kop().id),
            &lijst.bezwaren,
        ),
        termijn: aanvraag.stand().is_open().then(|| {
            let termijn = aanvraag.beslistermijn(vandaag);
            let status = term_status(vandaag, termijn.uiterlijk, termijn.staat_stil);
            (datum_kort(termijn.uiterlijk), status)
        }),
    };
    render(&LijstPagina {
        schil: shell(&state, &wie, &lijst.hoofd),
        hoofd: Hoofd::new(&state, &wie, &lijst.hoofd, Tab::Beschikkingen),
        mag_vastleggen: wie.may(Permission::AanvraagBehandelen),
        aanvragen: lijst.aanvragen.iter().map(regel).collect(),
    })
}
