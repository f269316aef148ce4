//! `/{gemeente}/inwoners/{dossier}/aanvragen/{aanvraag}/bezwaar`: deciding on an objection.

use actix_web::web::Data;
use application::aanvraag::{
    AanvraagError, Aanvraagbeeld, Afzender, Bezwaaropdracht, record_bezwaarbesluit,
};
use askama::Template;
use domain::aanvraag::{Bezwaarstand, Bezwaaruitkomst};
use domain::bevoegdheid::{Permission, Rol};
use domain::dossier::Vrijetekst;
use http_base::{AppState, DbRol, Formulier, InGemeente};
use primitives::{AanvraagId, DossierId, Veldcontrole, Veldfouten, datum_in_nederland, datum_lang};
use serde::Deserialize;

use super::adres::{Aanvraagpad, href, ids_of, load, sender, shell, under};
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "aanvraag/bezwaarbesluit.html")]
struct BezwaarPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: Invoer,
    /// Why this person cannot decide now.
    belet: Option<String>,
    namens: &'static str,
    ontvangen: String,
    tijdig: &'static str,
    is_te_laat: bool,
    bezwaar_tot: String,
    reden_te_laat: Option<String>,
    uitkomsten: Vec<Keuze>,
    terug: String,
}

#[derive(Clone, Default, Deserialize)]
pub(super) struct Invoer {
    #[serde(default)]
    gezien: String,
    #[serde(default)]
    uitkomst: String,
    #[serde(default)]
    motivering: String,
    #[serde(default, rename = "inPlaatsDaarvan")]
    in_plaats_daarvan: String,
    #[serde(default)]
    verschoonbaar: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Aanvraagpad) -> Antwoord {
    wie.require(Permission::BeschikkingNemen)?;
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
    pad: Aanvraagpad,
    Formulier(invoer): Formulier<Invoer>,
) -> Antwoord {
    wie.require(Permission::BeschikkingNemen)?;
    let wat = ids_of(&pad.1, &pad.2)?;
    let beeld = load(&state, &wie, wat).await?;
    let opdracht = match parse(wat, sender(&state, &wie), &invoer) {
        Ok(opdracht) => opdracht,
        Err(fouten) => {
            return render_invalid(&context(&state, &wie, &beeld, invoer, fouten.into()));
        }
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst = state
        .db
        .in_tenant(
            "record_bezwaarbesluit",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| record_bezwaarbesluit(tx, actor, now, &opdracht).await,
        )
        .await;
    let fouten = match uitkomst {
        Ok(_) => {
            let onder = under(wat.0, wat.1);
            return wie
                .redirect(&state, &onder, "Op het bezwaar is besloten.")
                .await;
        }
        Err(AanvraagError::Invoer(fouten)) => fouten,
        Err(fout) => return Err(fout.into()),
    };
    render_invalid(&context(&state, &wie, &beeld, invoer, fouten.into()))
}

fn parse(
    (dossier, aanvraag): (DossierId, AanvraagId),
    afzender: Afzender,
    invoer: &Invoer,
) -> Result<Bezwaaropdracht, Veldfouten> {
    let mut controle = Veldcontrole::default();
    let gezien = invoer.gezien.parse().map_err(|_| "open de pagina opnieuw");
    let gezien = controle.take("uitkomst", gezien);
    let uitkomst = Bezwaaruitkomst::from_code(&invoer.uitkomst).ok_or("kies een besluit");
    let uitkomst = controle.take("uitkomst", uitkomst);
    let motivering = controle.take("motivering", Vrijetekst::<2000>::parse(&invoer.motivering));
    let mut optional = |veld: &str, tekst: &str| {
        (!tekst.trim().is_empty())
            .then(|| controle.take(veld, Vrijetekst::<2000>::parse(tekst)))
            .flatten()
            .map(|tekst| tekst.as_str().to_owned())
    };
    let in_plaats_daarvan = optional("inPlaatsDaarvan", &invoer.in_plaats_daarvan);
    let verschoonbaar = optional("verschoonbaar", &invoer.verschoonbaar);
    controle.finish()?;
    let (Some(gezien), Some(uitkomst), Some(motivering)) = (gezien, uitkomst, motivering) else {
        return Err(Veldfouten::single(
            "uitkomst",
            "vul het formulier opnieuw in",
        ));
    };
    Ok(Bezwaaropdracht {
        dossier,
        aanvraag,
        gezien,
        uitkomst,
        motivering: motivering.as_str().to_owned(),
        in_plaats_daarvan,
        verschoonbaar,
        afzender,
    })
}

fn context(
    state: &AppState,
    wie: &InGemeente,
    beeld: &Aanvraagbeeld,
    invoer: Invoer,
    fouten: Fouten,
) -> BezwaarPagina {
    let aanvraag = &beeld.aanvraag;
    let rollen: Vec<Rol> = wie.actor().rollen_in(wie.code()).collect();
    let vandaag = datum_in_nederland(state.clock.now());
    let door = wie.actor().into();
    let belet = aanvraag
        .decide_bezwaar(beeld.namens, &beeld.register, &door, &rollen, vandaag)
        .err();
    let day = |dag: Option<primitives::Datum>| dag.map(datum_lang).unwrap_or_default();
    let stand = aanvraag.bezwaarstand();
    BezwaarPagina {
        schil: shell(state, wie, beeld, "Beslissen op het bezwaar"),
        fouten,
        belet: belet.map(|reden| format!("U kunt hier nu niet beslissen: {reden}.")),
        namens: beeld.namens.naam(),
        ontvangen: day(aanvraag.bezwaar_ontvangen_op()),
        tijdig: stand.map_or("", Bezwaarstand::naam),
        is_te_laat: stand == Some(Bezwaarstand::TeLaat),
        bezwaar_tot: day(aanvraag.bezwaar_uiterlijk().map(|termijn| termijn.dag)),
        reden_te_laat: aanvraag.reden_te_laat().map(str::to_owned),
        uitkomsten: Bezwaaruitkomst::ALL
            .iter()
            .map(|een| Keuze::new(een.code(), een.naam()))
            .collect(),
        invoer: Invoer {
            gezien: aanvraag.akten().len().to_string(),
            ..invoer
        },
        terug: href(wie, aanvraag),
    }
}
