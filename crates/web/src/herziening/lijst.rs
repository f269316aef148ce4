//! `/{gemeente}/inwoners/{dossier}/recht/herziening`: the reviews of a resident.

use actix_web::web::Data;
use application::herziening::list_herzieningen;
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::herziening::Herzieningszaak;
use http_base::{AppState, DbRol, InGemeente};
use primitives::{datum_in_nederland, datum_kort, geld_nl};

use super::adres::{href, list_href, name};
use super::akten::status;
use crate::dossier::hoofd::{address, task_shell};
use crate::dossier::{Dossierpad, dossier_of};
use crate::onderdelen::{Link, Status};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "herziening/lijst.html")]
struct LijstPagina {
    schil: Schil,
    basis: String,
    mag_beginnen: bool,
    zaken: Vec<Regel>,
}

struct Regel {
    link: Link,
    begonnen: String,
    status: Status,
    gevolg: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Dossierpad) -> Antwoord {
    wie.require(Permission::DossierLezen)?;
    let dossier = dossier_of(&pad)?;
    let (actor, now) = (wie.actor(), state.clock.now());
    let lijst = state
        .db
        .in_tenant(
            "list_herzieningen",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| list_herzieningen(tx, actor, now, dossier).await,
        )
        .await?;
    let regel = |zaak: &Herzieningszaak| Regel {
        link: Link::new(name(zaak), href(&wie, zaak)),
        begonnen: zaak
            .akten()
            .first()
            .map(|akte| datum_kort(datum_in_nederland(akte.op)))
            .unwrap_or_default(),
        status: status(zaak),
        gevolg: consequence(zaak),
    };
    render(&LijstPagina {
        schil: task_shell(&state, &wie, &lijst.hoofd, "Eerdere maanden herzien")
            .kruimel("Recht", format!("{}/recht", address(&wie, dossier))),
        basis: list_href(&wie, dossier),
        mag_beginnen: wie.may(Permission::AanvraagBehandelen),
        zaken: lijst.zaken.iter().map(regel).collect(),
    })
}

/// What follows from a proposal, in the shortest words.
fn consequence(zaak: &Herzieningszaak) -> String {
    let Some(voorstel) = zaak.find_voorstel() else {
        return "nog geen voorstel".to_owned();
    };
    let uitkomst = &voorstel.uitkomst;
    let delen: Vec<_> = [
        ("nabetaling", uitkomst.nabetaling),
        ("verrekening", uitkomst.verrekening),
        ("terugvordering", uitkomst.terugvordering),
    ]
    .into_iter()
    .filter(|(_, bedrag)| !bedrag.is_nul())
    .map(|(wat, bedrag)| format!("{wat} {}", geld_nl(bedrag)))
    .collect();
    if delen.is_empty() {
        "niets te betalen".to_owned()
    } else {
        delen.join(", ")
    }
}
