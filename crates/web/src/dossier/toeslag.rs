//! `/{gemeente}/inwoners/{dossier}/recht/toeslag`: what the individuele inkomenstoeslag would be, explained.

use actix_web::web::Data;
use application::recht::{Regelingsbekend, Regelingspagina, Toeslagvraag, load_toeslag};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::recht::Toeslagfeiten;
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente};
use jiff::Unit;
use primitives::{
    Datum, DossierId, Veldcontrole, Veldfouten, datum_in_nederland, datum_kort, datum_lang,
    geld_nl, maand_lang, parse_datum_nl,
};
use serde::Deserialize;

use super::hoofd::{address, task_shell};
use super::uitkomst::Uitkomst;
use super::{Dossierpad, dossier_of};
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::recht::velden::lezen::{
    DAG, list_overgangen, take_aantal, take_dag, take_deel, take_geld, take_ja_nee, take_maanden,
    take_or_leeg, take_overgang, take_vermogen,
};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "dossier/toeslag.html")]
struct ToeslagPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: Invoer,
    bekend: Option<Bekend>,
    ja_nee: Vec<Keuze>,
    overgangen: Vec<Keuze>,
    uitkomst: Option<Uitkomst>,
    terug: String,
}

#[derive(Clone, Default, Deserialize)]
pub(super) struct Invoer {
    #[serde(default)]
    peildatum: String,
    #[serde(default, rename = "maandenLaagInkomen")]
    maanden: String,
    #[serde(default)]
    inkomen: String,
    #[serde(default, rename = "inkomenNu")]
    inkomen_nu: String,
    #[serde(default)]
    kinderen: String,
    #[serde(default)]
    deel: String,
    #[serde(default)]
    overgang: String,
    #[serde(default)]
    bezittingen: String,
    #[serde(default)]
    schulden: String,
    #[serde(default, rename = "overwaardeWoning")]
    overwaarde_woning: String,
    #[serde(default, rename = "laatsteToekenning")]
    laatste_toekenning: String,
    #[serde(default, rename = "uitzichtOpVerbetering")]
    uitzicht: String,
}

/// What the delivery tells, in sentences under the fields.
struct Bekend {
    maand: String,
    duur: String,
    inkomen: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Dossierpad) -> Antwoord {
    let dossier = dossier_of(&pad)?;
    let pagina = load(&state, &wie, dossier, None).await?;
    let vandaag = datum_in_nederland(state.clock.now());
    let invoer = Invoer::proposed(pagina.bekend.as_ref(), vandaag);
    render(&context(&state, &wie, &pagina, invoer, Fouten::geen()))
}

pub(super) async fn calculate(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Dossierpad,
    Formulier(invoer): Formulier<Invoer>,
) -> Antwoord {
    let dossier = dossier_of(&pad)?;
    match invoer.parse() {
        Ok(vraag) => {
            let pagina = load(&state, &wie, dossier, Some(&vraag)).await?;
            render(&context(&state, &wie, &pagina, invoer, Fouten::geen()))
        }
        Err(fouten) => {
            let pagina = load(&state, &wie, dossier, None).await?;
            render_invalid(&context(&state, &wie, &pagina, invoer, fouten.into()))
        }
    }
}

async fn load(
    state: &AppState,
    wie: &InGemeente,
    dossier: DossierId,
    vraag: Option<&Toeslagvraag>,
) -> Result<Regelingspagina, Fout> {
    wie.require(Permission::RechtBerekenen)?;
    wie.require(Permission::DossierLezen)?;
    let (actor, now) = (wie.actor(), state.clock.now());
    let pagina = state
        .db
        .in_tenant("load_toeslag", wie.code(), DbRol::Uitvoering, async |tx| {
            load_toeslag(tx, actor, now, dossier, vraag).await
        });
    Ok(pagina.await?)
}

fn context(
    state: &AppState,
    wie: &InGemeente,
    pagina: &Regelingspagina,
    invoer: Invoer,
    fouten: Fouten,
) -> ToeslagPagina {
    let hoofd = &pagina.hoofd;
    let basis = address(wie, hoofd.kop.inwoner.dossier);
    let peildatum = parse_datum_nl(&invoer.peildatum);
    let antwoord = pagina.antwoord.as_ref().zip(peildatum);
    ToeslagPagina {
        schil: task_shell(state, wie, hoofd, "Individuele inkomenstoeslag")
            .kruimel("Recht", format!("{basis}/recht")),
        bekend: pagina.bekend.as_ref().map(Bekend::from),
        ja_nee: vec![Keuze::new("ja", "Ja"), Keuze::new("nee", "Nee")],
        overgangen: list_overgangen(),
        uitkomst: antwoord.map(|(antwoord, dag)| Uitkomst::new(wie.code(), antwoord, dag)),
        terug: format!("{basis}/recht"),
        invoer,
        fouten,
    }
}

impl Invoer {
    /// The fields as far as the delivery tells them: who lives on bijstand has an income of the norm.
    fn proposed(bekend: Option<&Regelingsbekend>, vandaag: Datum) -> Self {
        Self {
            peildatum: datum_kort(vandaag),
            maanden: bekend
                .map(|b| months(b.uitkering_vanaf, b.maand.plus(1).first_day()).to_string())
                .unwrap_or_default(),
            inkomen: bekend
                .and_then(|b| b.norm)
                .map(|norm| geld_nl(norm).trim_start_matches("€\u{a0}").to_owned())
                .unwrap_or_default(),
            ..Self::default()
        }
    }

    fn parse(&self) -> Result<Toeslagvraag, Veldfouten> {
        let mut controle = Veldcontrole::default();
        let c = &mut controle;
        let peildatum = take_dag(c, "peildatum", &self.peildatum);
        let maanden = take_maanden(c, "maandenLaagInkomen", &self.maanden);
        let inkomen = take_geld(c, "inkomen", &self.inkomen);
        let nu = &self.inkomen_nu;
        let inkomen_peildatum = take_or_leeg(c, "inkomenNu", nu, take_geld);
        let kinderen = take_or_leeg(c, "kinderen", &self.kinderen, take_aantal);
        let deel = take_or_leeg(c, "deel", &self.deel, take_deel);
        let overgang = take_or_leeg(c, "overgang", &self.overgang, take_overgang);
        let vermogen = take_vermogen(
            c,
            [&self.bezittingen, &self.schulden, &self.overwaarde_woning],
        );
        let toegekend = &self.laatste_toekenning;
        let laatste_toekenning = take_or_leeg(c, "laatsteToekenning", toegekend, take_dag);
        let uitzicht = take_ja_nee(c, "uitzichtOpVerbetering", &self.uitzicht);
        controle.finish()?;
        let (
            Some(peildatum),
            Some(maanden_laag_inkomen),
            Some(inkomen),
            Some(vermogen),
            Some(uitzicht),
        ) = (peildatum, maanden, inkomen, vermogen, uitzicht)
        else {
            // What is absent was refused above.
            return Err(Veldfouten::single("peildatum", DAG));
        };
        Ok(Toeslagvraag {
            peildatum,
            vermogen,
            feiten: Toeslagfeiten {
                maanden_laag_inkomen,
                inkomen,
                inkomen_peildatum,
                deel,
                overgang,
                kinderen,
                laatste_toekenning,
                uitzicht_op_verbetering: uitzicht,
            },
        })
    }
}

/// Whole months from the day `van` to the day `tot`.
fn months(van: Datum, tot: Datum) -> i32 {
    let duur = van.until((Unit::Month, tot));
    duur.map_or(0, |duur| duur.get_months()).max(0)
}

impl From<&Regelingsbekend> for Bekend {
    fn from(bekend: &Regelingsbekend) -> Self {
        Self {
            maand: maand_lang(bekend.maand),
            duur: format!(
                "Tel alleen hele maanden met een laag inkomen. Volgens de levering over {} begon de uitkering op {}.",
                maand_lang(bekend.maand),
                datum_lang(bekend.uitkering_vanaf)
            ),
            inkomen: match bekend.norm {
                Some(norm) => format!(
                    "Van een paar samen, per maand. Bijstand telt mee: de norm was in {} {}.",
                    maand_lang(bekend.maand),
                    geld_nl(norm)
                ),
                None => "Van een paar samen, per maand. Bijstand telt mee.".to_owned(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use primitives::{Geld, Maand};

    #[test]
    fn the_delivery_fills_in_what_it_knows() {
        let bekend = Regelingsbekend {
            maand: Maand::parse("2026-10").unwrap(),
            uitkering_vanaf: date(2022, 8, 22),
            norm: Some(Geld::parse("1419.46").unwrap()),
        };
        let invoer = Invoer::proposed(Some(&bekend), date(2026, 11, 22));
        assert_eq!(
            (invoer.maanden.as_str(), invoer.inkomen.as_str()),
            ("50", "1.419,46"),
            "whole months to the end of the delivered one"
        );
        let invoer = Invoer {
            bezittingen: "5.000".to_owned(),
            schulden: "0".to_owned(),
            uitzicht: "nee".to_owned(),
            ..invoer
        };
        let vraag = invoer.parse().unwrap();
        assert_eq!(vraag.peildatum, date(2026, 11, 22));
        assert_eq!(vraag.feiten.inkomen, Geld::parse("1419.46").unwrap());
    }

    #[test]
    fn only_whole_months_count() {
        assert_eq!(months(date(2023, 10, 31), date(2026, 10, 1)), 35);
        assert_eq!(months(date(2023, 10, 1), date(2026, 10, 1)), 36);
        assert_eq!(months(date(2026, 10, 1), date(2023, 10, 1)), 0);
    }

    #[test]
    fn every_wrong_field_is_named() {
        let invoer = Invoer {
            peildatum: "31-02-2026".to_owned(),
            maanden: "-1".to_owned(),
            inkomen: "1,005".to_owned(),
            schulden: "-1".to_owned(),
            laatste_toekenning: "gisteren".to_owned(),
            ..Invoer::default()
        };
        let fouten = invoer.parse().unwrap_err();
        let velden: Vec<_> = fouten.list().iter().map(|f| f.veld.as_str()).collect();
        assert_eq!(
            velden,
            [
                "peildatum",
                "maandenLaagInkomen",
                "inkomen",
                "bezittingen",
                "schulden",
                "laatsteToekenning",
                "uitzichtOpVerbetering"
            ]
        );
    }
}
