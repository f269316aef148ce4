//! `/{gemeente}/inwoners/{dossier}/recht/werken`: what more work gives this household, and from which wage on a scheme stops.

mod uitkomst;

use actix_web::web::{Data, Query};
use application::recht::{Werkenpagina, Werkenvraag, load_werken};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::recht::Vrijlating;
use domain::recht::armoedeval::BRUTO_MAX;
use http_base::{AppState, DbRol, Formulier, InGemeente, TenantTx};
use primitives::{Geld, Veldcontrole, Veldfouten, geld_nl, maand_lang, parse_getal_nl};
use serde::Deserialize;

use self::uitkomst::Uitkomst;
use super::hoofd::{address, task_shell};
use super::{Dossierpad, dossier_of};
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;
use crate::sturing::kleur_of;

/// The wage that is explained when none was asked for.
const BRUTO_VOORSTEL: &str = "600";
/// A child of this age is none any more.
const KIND_TOT: u8 = 18;
/// More children than this are in no household.
const KINDEREN_MAX: usize = 30;

#[derive(Template)]
#[template(path = "dossier/werken.html")]
struct WerkenPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: Invoer,
    vrijlatingen: Vec<Keuze>,
    maand: Option<String>,
    reden: Option<String>,
    uitkomst: Option<Uitkomst>,
}

/// The question. Ages of children are about this resident, so they are sent and stand in no address.
#[derive(Clone, Deserialize)]
pub(super) struct Invoer {
    #[serde(default = "propose_vrijlating")]
    vrijlating: String,
    #[serde(default = "propose_bruto")]
    bruto: String,
    #[serde(default)]
    kinderen: String,
}

/// The example in the address. Nothing in it is about this resident.
#[derive(Deserialize)]
pub(super) struct Voorbeeld {
    #[serde(default = "propose_vrijlating")]
    vrijlating: String,
    #[serde(default = "propose_bruto")]
    bruto: String,
}

fn propose_vrijlating() -> String {
    Vrijlating::N.letter().to_owned()
}

fn propose_bruto() -> String {
    BRUTO_VOORSTEL.to_owned()
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Dossierpad,
    Query(voorbeeld): Query<Voorbeeld>,
) -> Antwoord {
    let invoer = Invoer {
        vrijlating: voorbeeld.vrijlating,
        bruto: voorbeeld.bruto,
        kinderen: String::new(),
    };
    answer(&state, &wie, &pad, invoer).await
}

pub(super) async fn calculate(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Dossierpad,
    Formulier(invoer): Formulier<Invoer>,
) -> Antwoord {
    answer(&state, &wie, &pad, invoer).await
}

async fn answer(state: &AppState, wie: &InGemeente, pad: &Dossierpad, invoer: Invoer) -> Antwoord {
    wie.require(Permission::RechtBerekenen)?;
    wie.require(Permission::DossierLezen)?;
    let dossier = dossier_of(pad)?;
    let gelezen = invoer.parse();
    let voorbeeld = Werkenvraag {
        vrijlating: Some(Vrijlating::N),
        bruto: Geld::NUL,
        kinderen: None,
    };
    let vraag = gelezen.as_ref().unwrap_or(&voorbeeld);
    let (actor, now) = (wie.actor(), state.clock.now());
    let load = async |tx: &mut TenantTx| load_werken(tx, actor, now, dossier, vraag).await;
    let pagina = state
        .db
        .in_tenant("load_werken", wie.code(), DbRol::Uitvoering, load)
        .await?;
    match gelezen {
        Ok(_) => render(&context(state, wie, pagina, invoer, Fouten::geen())),
        Err(fouten) => render_invalid(&context(state, wie, pagina, invoer, fouten.into())),
    }
}

impl Invoer {
    fn parse(&self) -> Result<Werkenvraag, Veldfouten> {
        let mut controle = Veldcontrole::default();
        let vrijlating = match self.vrijlating.as_str() {
            "geen" => Some(None),
            letter => [Vrijlating::N, Vrijlating::R, Vrijlating::Y]
                .into_iter()
                .find(|vrijlating| vrijlating.letter() == letter)
                .map(Some),
        };
        if vrijlating.is_none() {
            controle.refuse("vrijlating", "kies een vrijlating uit de lijst");
        }
        let bruto = parse_getal_nl(&self.bruto).and_then(|getal| Geld::try_new(getal).ok());
        let bruto = bruto.filter(|bruto| (Geld::NUL..=BRUTO_MAX).contains(bruto));
        if bruto.is_none() {
            let melding = format!("vul een bedrag in van 0 tot en met {}", geld_nl(BRUTO_MAX));
            controle.refuse("bruto", melding);
        }
        let kinderen = self.read_kinderen(&mut controle);
        controle.finish()?;
        Ok(Werkenvraag {
            kinderen,
            vrijlating: vrijlating.flatten(),
            bruto: bruto.unwrap_or(Geld::NUL),
        })
    }

    /// Ages with a comma between them, or that there are none.
    fn read_kinderen(&self, controle: &mut Veldcontrole) -> Option<Vec<u8>> {
        let tekst = self.kinderen.trim();
        if tekst.is_empty() {
            return None;
        }
        if tekst.eq_ignore_ascii_case("geen") {
            return Some(Vec::new());
        }
        let jaren = tekst.split(',').map(|deel| {
            let jaren = deel.trim().parse().ok();
            jaren.filter(|jaren: &u8| *jaren < KIND_TOT)
        });
        let jaren: Option<Vec<u8>> = jaren.collect();
        let jaren = jaren.filter(|jaren| jaren.len() <= KINDEREN_MAX);
        controle.take(
            "kinderen",
            jaren.ok_or("vul leeftijden in van 0 tot en met 17, met een komma ertussen, zoals 4, 11; of vul ‘geen’ in"),
        )
    }
}

fn context(
    state: &AppState,
    wie: &InGemeente,
    pagina: Werkenpagina,
    invoer: Invoer,
    fouten: Fouten,
) -> WerkenPagina {
    let basis = address(wie, pagina.hoofd.kop.inwoner.dossier);
    let (maand, uitkomst) = pagina.uitkomst.unzip();
    let (uitkomst, reden) = match uitkomst {
        Some(Ok(uitkomst)) => (Some(uitkomst), None),
        Some(Err(reden)) => (None, Some(reden)),
        None => (None, None),
    };
    let kleur = kleur_of(&wie.gemeente);
    WerkenPagina {
        schil: task_shell(state, wie, &pagina.hoofd, "Wat levert meer werken op?")
            .kruimel("Recht", format!("{basis}/recht")),
        invoer,
        fouten,
        vrijlatingen: vec![
            Keuze::new("n", "25%, zes maanden (artikel 31 lid 2 onder n)"),
            Keuze::new(
                "r",
                "12,5%, alleenstaande ouder met een kind jonger dan 12 (artikel 31 lid 2 onder r)",
            ),
            Keuze::new("y", "15%, medisch urenbeperkt (artikel 31 lid 2 onder y)"),
            Keuze::new("geen", "Geen vrijlating"),
        ],
        maand: maand.map(maand_lang),
        reden,
        uitkomst: uitkomst.map(|uitkomst| Uitkomst::new(wie.code(), &uitkomst, kleur)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wage_and_an_exemption_are_read_or_named() {
        let invoer = |vrijlating: &str, bruto: &str| Invoer {
            vrijlating: vrijlating.to_owned(),
            bruto: bruto.to_owned(),
            kinderen: "4, 11".to_owned(),
        };
        let goed = invoer("geen", "1.250,50").parse().unwrap();
        assert_eq!(
            (goed.vrijlating, goed.bruto.to_string()),
            (None, "1250.50".to_owned())
        );
        assert_eq!(goed.kinderen, Some(vec![4, 11]));
        for (tekst, kinderen) in [
            ("", None),
            ("Geen", Some(vec![])),
            (" 0,17 ", Some(vec![0, 17])),
        ] {
            let met = Invoer {
                kinderen: tekst.to_owned(),
                ..invoer("r", "0")
            };
            assert_eq!(met.parse().unwrap().kinderen, kinderen, "{tekst}");
        }
        let fout = Invoer {
            kinderen: "18".to_owned(),
            ..invoer("q", "4.000,01")
        };
        let fout = fout.parse().unwrap_err();
        let velden: Vec<_> = fout.list().iter().map(|fout| fout.veld.as_str()).collect();
        assert_eq!(velden, ["vrijlating", "bruto", "kinderen"]);
        assert!(invoer("n", "-1").parse().is_err());
    }
}
