//! `/zienswijzen` and `/{gemeente}/zienswijzen`: every round, the last sent first.

use actix_web::web::Data;
use application::beleid::zienswijze::{Rondebeeld, ZienswijzeError, list_rondebeelden};
use askama::Template;
use domain::bevoegdheid::{Actor, Permission};
use http_base::{Aangemeld, AppState, DbRol, Fout, InGemeente, TenantTx};
use primitives::{GemeenteCode, datum_kort};

use super::lezen::{pad_in, pad_of};
use super::weergave::{gemeentestatus, rondestatus};
use crate::onderdelen::{Link, Status};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;
use crate::sturing::own_gemeente;

#[derive(Template)]
#[template(path = "beleid/zienswijze/lijst.html")]
struct LijstPagina {
    schil: Schil,
    nieuw: Option<Link>,
    rijen: Vec<Rij>,
}

struct Rij {
    link: Link,
    soort: &'static str,
    verzonden: String,
    uiterlijk: String,
    binnen: String,
    status: Status,
}

pub(super) async fn show(state: Data<AppState>, wie: Aangemeld) -> Antwoord {
    let gemeente = own_gemeente(&wie, Permission::BeleidLezen)?.code;
    let beelden = load(&state, wie.actor(), gemeente).await?;
    let vandaag = state.clock.today();
    let mag = wie
        .actor()
        .require_somewhere(Permission::ZienswijzerondeVoorbereiden)
        .is_ok();
    let rij = |beeld: &Rondebeeld| {
        rij(
            beeld,
            pad_of(beeld.ronde.kop.id),
            rondestatus(beeld, vandaag),
        )
    };
    render(&LijstPagina {
        schil: Schil::platform(&state, &wie, "/zienswijzen", "Zienswijzen"),
        nieuw: mag.then(|| Link::new("Ronde openen", "/zienswijzen/nieuw")),
        rijen: beelden.iter().map(rij).collect(),
    })
}

pub(super) async fn show_gemeente(state: Data<AppState>, wie: InGemeente) -> Antwoord {
    wie.require(Permission::BeleidLezen)?;
    let beelden = load(&state, wie.actor(), wie.code()).await?;
    let vandaag = state.clock.today();
    let rij = |beeld: &Rondebeeld| {
        rij(
            beeld,
            pad_in(wie.code(), beeld.ronde.kop.id),
            gemeentestatus(beeld, wie.code(), vandaag),
        )
    };
    render(&LijstPagina {
        schil: Schil::in_gemeente(&state, &wie, "/zienswijzen", "Zienswijzen van de raad"),
        nieuw: None,
        rijen: beelden.iter().map(rij).collect(),
    })
}

/// Every round, in the name of a municipality.
pub(super) async fn load(
    state: &AppState,
    actor: &Actor,
    gemeente: GemeenteCode,
) -> Result<Vec<Rondebeeld>, Fout> {
    let werk = async |tx: &mut TenantTx| -> Result<_, ZienswijzeError> {
        list_rondebeelden(tx, actor).await
    };
    let db = &state.db;
    Ok(db
        .in_tenant("list_rondebeelden", gemeente, DbRol::Opdrachtgever, werk)
        .await?)
}

fn rij(beeld: &Rondebeeld, href: String, status: Status) -> Rij {
    let kop = &beeld.ronde.kop;
    let (binnen, van) = beeld.telling();
    Rij {
        link: Link::new(kop.titel.clone(), href),
        soort: kop.soort.naam(),
        verzonden: datum_kort(kop.verzonden_op),
        uiterlijk: datum_kort(kop.uiterlijk),
        binnen: format!("{binnen} van {van}"),
        status,
    }
}
