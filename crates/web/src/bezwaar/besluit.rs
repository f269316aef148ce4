//! `/{gemeente}/inwoners/{dossier}/bezwaren/{bezwaar}/besluit`: deciding on an objection.

use actix_web::web::Data;
use application::aanvraag::Afzender;
use application::bezwaar::{BezwaarError, Bezwaarbeeld, Bezwaaropdracht, record_bezwaarbesluit};
use askama::Template;
use domain::bevoegdheid::{Permission, Rol};
use domain::bezwaar::{Bezwaaruitkomst, Tijdigheid};
use domain::dossier::Vrijetekst;
use http_base::{AppState, DbRol, Formulier, InGemeente};
use primitives::{Veldcontrole, Veldfouten, datum_in_nederland, datum_lang};
use serde::Deserialize;

use super::adres::{Bezwaarpad, Wat, href, ids_of, load, shell, under};
use super::akten::who;
use super::toon::describe_horen;
use super::vergelijking::Vergelijking;
use crate::aanvraag::sender;
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

const BEREKENING: &str = "berekening";
/// What can take the place of the first decision.
const NIEUW: [(&str, &str); 2] = [
    (BEREKENING, "De nieuwe berekening"),
    ("anders", "Iets anders: dat schrijf ik hieronder op"),
];

#[derive(Template)]
#[template(path = "bezwaar/besluit.html")]
struct BesluitPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: Invoer,
    /// Why this person cannot decide now.
    belet: Option<String>,
    namens: &'static str,
    indiener: String,
    ontvangen: String,
    horen: String,
    tijdig: &'static str,
    is_te_laat: bool,
    bezwaar_tot: String,
    reden_te_laat: Option<String>,
    uitkomsten: Vec<Keuze>,
    vergelijking: Option<Vergelijking>,
    /// What can take the place of the first decision; none where nothing was calculated again.
    nieuwe: Vec<Keuze>,
    /// That somebody else must decide with the new calculation.
    tweede: Option<&'static str>,
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
    /// What takes the place of the first decision, where something was calculated again.
    #[serde(default)]
    nieuw: String,
    #[serde(default)]
    verschoonbaar: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Bezwaarpad) -> Antwoord {
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
    pad: Bezwaarpad,
    Formulier(invoer): Formulier<Invoer>,
) -> Antwoord {
    wie.require(Permission::BeschikkingNemen)?;
    let wat = ids_of(&pad.1, &pad.2)?;
    let beeld = load(&state, &wie, wat).await?;
    let is_berekend = beeld.bezwaar.find_heroverweging().is_some();
    let opdracht = match parse(wat, sender(&state, &wie), &invoer, is_berekend) {
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
            return wie
                .redirect(&state, &under(wat), "Op het bezwaar is besloten.")
                .await;
        }
        Err(BezwaarError::Invoer(fouten)) => fouten,
        Err(fout) => return Err(fout.into()),
    };
    render_invalid(&context(&state, &wie, &beeld, invoer, fouten.into()))
}

fn parse(
    (dossier, bezwaar): Wat,
    afzender: Afzender,
    invoer: &Invoer,
    is_berekend: bool,
) -> Result<Bezwaaropdracht, Veldfouten> {
    let mut controle = Veldcontrole::default();
    let gezien = invoer.gezien.parse().map_err(|_| "open de pagina opnieuw");
    let gezien = controle.take("uitkomst", gezien);
    let uitkomst = Bezwaaruitkomst::from_code(&invoer.uitkomst).ok_or("kies een besluit");
    let uitkomst = controle.take("uitkomst", uitkomst);
    let moet_kiezen = is_berekend && uitkomst == Some(Bezwaaruitkomst::Gegrond);
    if moet_kiezen && !NIEUW.iter().any(|(code, _)| *code == invoer.nieuw) {
        controle.refuse("nieuw", "kies wat er in plaats van het eerste besluit komt");
    }
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
        bezwaar,
        gezien,
        uitkomst,
        motivering: motivering.as_str().to_owned(),
        in_plaats_daarvan,
        met_berekening: moet_kiezen && invoer.nieuw == BEREKENING,
        verschoonbaar,
        afzender,
    })
}

fn context(
    state: &AppState,
    wie: &InGemeente,
    beeld: &Bezwaarbeeld,
    invoer: Invoer,
    fouten: Fouten,
) -> BesluitPagina {
    let bezwaar = &beeld.bezwaar;
    let rollen: Vec<Rol> = wie.actor().rollen_in(wie.code()).collect();
    let vandaag = datum_in_nederland(state.clock.now());
    let door = wie.actor().into();
    let mandaat = bezwaar.decide(beeld.namens, &beeld.register, &door, &rollen, vandaag);
    let tweede = mandaat.as_ref().ok().filter(|mandaat| {
        bezwaar.needs_vier_ogen(&beeld.register, mandaat, vandaag)
            && bezwaar.is_herrekend_door(&door)
    });
    let tweede = tweede.map(|_| {
        "U maakte de nieuwe berekening zelf. Een collega beslist als die in de plaats van het eerste besluit komt."
    });
    let belet = mandaat.err();
    let tijdigheid = bezwaar.tijdigheid();
    BesluitPagina {
        schil: shell(state, wie, beeld, "Beslissen op het bezwaar"),
        fouten,
        belet: belet.map(|reden| format!("U kunt hier nu niet beslissen: {reden}.")),
        namens: beeld.namens.naam(),
        indiener: who(bezwaar),
        ontvangen: datum_lang(bezwaar.ontvangen_op()),
        horen: describe_horen(bezwaar.horen()),
        tijdig: tijdigheid.naam(),
        is_te_laat: tijdigheid == Tijdigheid::TeLaat,
        bezwaar_tot: datum_lang(bezwaar.kop().bestreden.bezwaar_uiterlijk().dag),
        reden_te_laat: bezwaar.reden_te_laat().map(str::to_owned),
        vergelijking: Vergelijking::of(wie, bezwaar),
        tweede,
        nieuwe: NIEUW
            .iter()
            .filter(|_| bezwaar.find_heroverweging().is_some())
            .map(|(code, naam)| Keuze::new(*code, *naam))
            .collect(),
        uitkomsten: Bezwaaruitkomst::ALL
            .iter()
            .map(|een| Keuze::new(een.code(), een.naam()))
            .collect(),
        invoer: Invoer {
            gezien: bezwaar.akten().len().to_string(),
            ..invoer
        },
        terug: href(wie, bezwaar),
    }
}
