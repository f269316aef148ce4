//! `/{gemeente}/inwoners/{dossier}/bezwaren/{bezwaar}/berekening`: calculating again what was decided.

use actix_web::web::Data;
use application::bezwaar::{
    BezwaarError, Heroverwegingbeeld, begin_heroverweging, load_heroverweging, record_heroverweging,
};
use askama::Template;
use domain::aanvraag::Aanvraag;
use domain::bevoegdheid::Permission;
use domain::bezwaar::Besluitinhoud;
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente};

use super::adres::{Bezwaarpad, Wat, href, ids_of, shell, under};
use super::toon::begonnen;
use crate::aanvraag::{VoorstelPagina, Voorstelinvoer};
use crate::formuliervelden::Fouten;
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

const TITEL: &str = "Opnieuw berekenen";

#[derive(Template)]
#[template(path = "bezwaar/heroverweging.html")]
struct MaandenPagina {
    schil: Schil,
    kan_niet: bool,
    /// Whether a review of the months was begun already.
    is_begonnen: bool,
    terug: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Bezwaarpad) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let beeld = load(&state, &wie, ids_of(&pad.1, &pad.2)?).await?;
    match &beeld.aanvraag {
        Some(aanvraag) if beeld.beeld.bezwaar.stand().is_open() => {
            let invoer = filled(&beeld, aanvraag);
            render(&form(
                &state,
                &wie,
                &beeld,
                aanvraag,
                (invoer, Fouten::geen()),
            ))
        }
        _ => render(&months(&state, &wie, &beeld)),
    }
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Bezwaarpad,
    Formulier(invoer): Formulier<Voorstelinvoer>,
) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let wat = ids_of(&pad.1, &pad.2)?;
    let beeld = load(&state, &wie, wat).await?;
    let is_open = beeld.beeld.bezwaar.check_open();
    is_open.map_err(BezwaarError::from)?;
    let Some(aanvraag) = &beeld.aanvraag else {
        return begin(&state, &wie, wat).await;
    };
    let invoer = invoer.placed();
    if invoer.asks_meer() {
        return render(&form(
            &state,
            &wie,
            &beeld,
            aanvraag,
            (invoer, Fouten::geen()),
        ));
    }
    let kop = aanvraag.kop();
    let opdracht = match invoer.parse((kop.dossier, kop.id), kop.regeling) {
        Ok(opdracht) => opdracht,
        Err(fouten) => {
            let gevuld = (invoer, fouten.into());
            return render_invalid(&form(&state, &wie, &beeld, aanvraag, gevuld));
        }
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst = state
        .db
        .in_tenant(
            "record_heroverweging",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| record_heroverweging(tx, actor, now, wat.1, &opdracht).await,
        )
        .await;
    let fouten = match uitkomst {
        Ok(_) => {
            let melding = "Het is opnieuw berekend.";
            return wie.redirect(&state, &under(wat), melding).await;
        }
        Err(fout) => fout.into_fouten("besluit")?,
    };
    let gevuld = (invoer, fouten.into());
    render_invalid(&form(&state, &wie, &beeld, aanvraag, gevuld))
}

/// Begins a review of the months in the objection, and goes there.
async fn begin(state: &AppState, wie: &InGemeente, wat: Wat) -> Antwoord {
    let (actor, now, ids) = (wie.actor(), state.clock.now(), state.ids.as_ref());
    let zaak: Result<_, BezwaarError> = state
        .db
        .in_tenant(
            "begin_heroverweging",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| begin_heroverweging(tx, actor, now, ids, wat).await,
        )
        .await;
    let kop = zaak?.kop();
    let onder = format!("/inwoners/{}/recht/herziening/{}", kop.dossier, kop.id);
    let melding = "De feiten van het eerste besluit staan hier. Verander wat anders is.";
    wie.redirect(state, &onder, melding).await
}

async fn load(state: &AppState, wie: &InGemeente, wat: Wat) -> Result<Heroverwegingbeeld, Fout> {
    let (actor, now) = (wie.actor(), state.clock.now());
    let beeld = state.db.in_tenant(
        "load_heroverweging",
        wie.code(),
        DbRol::Uitvoering,
        async |tx| load_heroverweging(tx, actor, now, wat).await,
    );
    Ok(beeld.await?)
}

/// The form as it was filled in for the last new calculation, or else for the decision.
fn filled(beeld: &Heroverwegingbeeld, aanvraag: &Aanvraag) -> Voorstelinvoer {
    let laatste = beeld.beeld.bezwaar.find_heroverweging();
    let eerder = match laatste.map(|(_, heroverweging)| &heroverweging.nieuw) {
        Some(Besluitinhoud::Aanvraag(voorstel)) => Some(&**voorstel),
        _ => aanvraag.find_voorstel(),
    };
    eerder.map_or_else(Voorstelinvoer::default, |eerder| {
        Voorstelinvoer::filled(beeld.vraag.as_deref(), eerder)
    })
}

fn form(
    state: &AppState,
    wie: &InGemeente,
    beeld: &Heroverwegingbeeld,
    aanvraag: &Aanvraag,
    (invoer, fouten): (Voorstelinvoer, Fouten),
) -> VoorstelPagina {
    let bezwaar = &beeld.beeld.bezwaar;
    let invoer = invoer.on_akten(bezwaar.akten().len());
    let schil = shell(state, wie, &beeld.beeld, TITEL);
    VoorstelPagina::new(schil, aanvraag, href(wie, bezwaar), (invoer, fouten)).in_bezwaar()
}

fn months(state: &AppState, wie: &InGemeente, beeld: &Heroverwegingbeeld) -> MaandenPagina {
    let bezwaar = &beeld.beeld.bezwaar;
    MaandenPagina {
        schil: shell(state, wie, &beeld.beeld, TITEL),
        kan_niet: !bezwaar.stand().is_open(),
        is_begonnen: begonnen(&beeld.beeld).is_some(),
        terug: href(wie, bezwaar),
    }
}
