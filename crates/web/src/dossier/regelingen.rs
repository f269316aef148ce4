//! `/{gemeente}/inwoners/{dossier}/recht/regelingen`: what bijzondere bijstand or a minima scheme would be, explained.

use actix_web::web::{Data, Query};
use application::recht::{Regelingspagina, Regelingsvraag, load_regeling};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::recht::Vermogen;
use domain::recht::regelingen::{
    Bijzonderfeiten, Deelnemers, Kostenoordeel, Kostenpost, Leengrond, Minimafeiten, Minimasoort,
    Regelingsfeiten,
};
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente, Soort as Foutsoort};
use primitives::{
    Datum, DossierId, Geld, Veldcontrole, Veldfouten, datum_in_nederland, datum_kort, geld_nl,
    maand_lang, parse_datum_nl,
};
use serde::Deserialize;

use super::hoofd::{address, task_shell};
use super::regelingvelden::{
    DAG, Uitkomst, take_aantal, take_dag, take_geld, take_ja_nee, take_maanden, take_or_leeg,
    take_vermogen,
};
use super::{Dossierpad, dossier_of};
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

/// The longest name of a kind of costs.
const KOSTEN_MAX: usize = 200;

#[derive(Template)]
#[template(path = "dossier/regelingen.html")]
struct RegelingenPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: Invoer,
    /// Which scheme; none while one is chosen.
    soort: Option<Soort>,
    keuzes: Vec<Keuze>,
    /// The month of the delivery whose household is used; none where there is none.
    maand: Option<String>,
    ja_nee: Vec<Keuze>,
    leengronden: Vec<Keuze>,
    uitkomst: Option<Uitkomst>,
    terug: String,
}

/// The schemes of this page, one at a time.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Soort {
    Bijzonder,
    Meedoen,
    Zorgverzekering,
}

/// The scheme in the address.
#[derive(Deserialize)]
pub(super) struct Regelingkeuze {
    #[serde(default)]
    regeling: String,
}

#[derive(Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Invoer {
    regeling: String,
    peildatum: String,
    inkomen: String,
    bezittingen: String,
    schulden: String,
    overwaarde_woning: String,
    soort_kosten: String,
    kosten: String,
    noodzakelijk: String,
    bijzonder: String,
    voorliggend: String,
    eerdere_kosten: String,
    draagkracht_gebruikt: String,
    draagkracht_maanden: String,
    leengrond: String,
    lening: String,
    kinderen_tot12: String,
    kinderen_vanaf12: String,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Dossierpad,
    Query(keuze): Query<Regelingkeuze>,
) -> Antwoord {
    wie.require(Permission::RechtBerekenen)?;
    let dossier = dossier_of(&pad)?;
    let soort = Soort::chosen(&keuze.regeling)?;
    let pagina = load(&state, &wie, dossier, None).await?;
    let invoer = Invoer::proposed(&pagina, datum_in_nederland(state.clock.now()));
    render(&context(
        &state,
        &wie,
        &pagina,
        soort,
        invoer,
        Fouten::geen(),
    ))
}

pub(super) async fn calculate(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Dossierpad,
    Formulier(invoer): Formulier<Invoer>,
) -> Antwoord {
    let dossier = dossier_of(&pad)?;
    let Some(soort) = Soort::chosen(&invoer.regeling)? else {
        return Err(unknown().into());
    };
    match invoer.parse(soort) {
        Ok(vraag) => {
            let pagina = load(&state, &wie, dossier, Some(&vraag)).await?;
            let soort = Some(soort);
            render(&context(
                &state,
                &wie,
                &pagina,
                soort,
                invoer,
                Fouten::geen(),
            ))
        }
        Err(fouten) => {
            let pagina = load(&state, &wie, dossier, None).await?;
            let soort = Some(soort);
            render_invalid(&context(
                &state,
                &wie,
                &pagina,
                soort,
                invoer,
                fouten.into(),
            ))
        }
    }
}

async fn load(
    state: &AppState,
    wie: &InGemeente,
    dossier: DossierId,
    vraag: Option<&Regelingsvraag>,
) -> Result<Regelingspagina, Fout> {
    wie.require(Permission::RechtBerekenen)?;
    wie.require(Permission::DossierLezen)?;
    let (actor, now) = (wie.actor(), state.clock.now());
    let pagina = state
        .db
        .in_tenant("load_regeling", wie.code(), DbRol::Uitvoering, async |tx| {
            load_regeling(tx, actor, now, dossier, vraag).await
        });
    Ok(pagina.await?)
}

fn unknown() -> Fout {
    Fout::new(
        Foutsoort::OngeldigeInvoer,
        "Deze regeling bestaat niet. Ga terug en kies een regeling uit de lijst.",
    )
}

fn context(
    state: &AppState,
    wie: &InGemeente,
    pagina: &Regelingspagina,
    soort: Option<Soort>,
    invoer: Invoer,
    fouten: Fouten,
) -> RegelingenPagina {
    let hoofd = &pagina.hoofd;
    let basis = address(wie, hoofd.kop.inwoner.dossier);
    let peildatum = parse_datum_nl(&invoer.peildatum);
    let antwoord = pagina.antwoord.as_ref().zip(peildatum);
    let titel = soort.map_or("Andere regelingen", Soort::naam);
    let schil = task_shell(state, wie, hoofd, titel).kruimel("Recht", format!("{basis}/recht"));
    let kiezen = format!("{basis}/recht/regelingen");
    let adres = |soort: Soort| format!("{kiezen}?regeling={}", soort.slug());
    RegelingenPagina {
        schil,
        soort,
        keuzes: Soort::ALL
            .iter()
            .map(|soort| Keuze::new(adres(*soort), soort.naam()))
            .collect(),
        maand: pagina
            .bekend
            .as_ref()
            .map(|bekend| maand_lang(bekend.maand)),
        ja_nee: vec![Keuze::new("ja", "Ja"), Keuze::new("nee", "Nee")],
        leengronden: list_leengronden(),
        uitkomst: antwoord.map(|(antwoord, dag)| Uitkomst::new(wie.code(), antwoord, dag)),
        terug: match soort {
            Some(_) => kiezen.clone(),
            None => format!("{basis}/recht"),
        },
        invoer,
        fouten,
    }
}

/// Why a loan is possible, in the order of the law.
fn list_leengronden() -> Vec<Keuze> {
    let gronden = Leengrond::ALL.into_iter();
    gronden
        .map(|(naam, grond)| {
            let tekst = match grond {
                Leengrond::Geen => "Er is geen reden: het is een gift".to_owned(),
                grond => {
                    let artikel = grond.grondslag().trim_start_matches("Participatiewet ");
                    format!("Een lening kan, want {} ({artikel})", grond.omschrijving())
                }
            };
            Keuze::new(naam, tekst)
        })
        .collect()
}

impl Soort {
    const ALL: [Self; 3] = [Self::Bijzonder, Self::Meedoen, Self::Zorgverzekering];

    /// The scheme of an address; none where none is asked for.
    fn chosen(slug: &str) -> Result<Option<Self>, Fout> {
        if slug.is_empty() {
            return Ok(None);
        }
        let mut alle = Self::ALL.into_iter();
        let gevonden = alle.find(|soort| soort.slug() == slug);
        gevonden.map(Some).ok_or_else(unknown)
    }

    const fn slug(self) -> &'static str {
        match self {
            Self::Bijzonder => "bijzondere-bijstand",
            Self::Meedoen => "meedoen",
            Self::Zorgverzekering => "zorgverzekering",
        }
    }

    const fn naam(self) -> &'static str {
        match self {
            Self::Bijzonder => "Bijzondere bijstand",
            Self::Meedoen => "Meedoenregeling",
            Self::Zorgverzekering => "Collectieve zorgverzekering",
        }
    }

    /// What an amount is for, behind it.
    const fn per(self) -> &'static str {
        match self {
            Self::Bijzonder => "voor deze kosten",
            Self::Meedoen => Minimasoort::Meedoen.per(),
            Self::Zorgverzekering => Minimasoort::Zorgverzekering.per(),
        }
    }

    fn is_bijzonder(self) -> bool {
        self == Self::Bijzonder
    }

    fn is_meedoen(self) -> bool {
        self == Self::Meedoen
    }

    fn is_zorgverzekering(self) -> bool {
        self == Self::Zorgverzekering
    }
}

impl Invoer {
    /// The fields as far as they are known: who lives on bijstand has an income of the norm.
    fn proposed(pagina: &Regelingspagina, vandaag: Datum) -> Self {
        let norm = pagina.bekend.as_ref().and_then(|bekend| bekend.norm);
        Self {
            peildatum: datum_kort(vandaag),
            inkomen: norm
                .map(|norm| geld_nl(norm).trim_start_matches("€\u{a0}").to_owned())
                .unwrap_or_default(),
            eerdere_kosten: "0".to_owned(),
            draagkracht_gebruikt: "0".to_owned(),
            ..Self::default()
        }
    }

    fn parse(&self, soort: Soort) -> Result<Regelingsvraag, Veldfouten> {
        let mut controle = Veldcontrole::default();
        let c = &mut controle;
        let peildatum = take_dag(c, "peildatum", &self.peildatum);
        let inkomen = take_geld(c, "inkomen", &self.inkomen);
        let vermogen = match soort {
            Soort::Zorgverzekering => Some(Vermogen::GEEN),
            Soort::Bijzonder | Soort::Meedoen => take_vermogen(
                c,
                [&self.bezittingen, &self.schulden, &self.overwaarde_woning],
            ),
        };
        let feiten = match soort {
            Soort::Bijzonder => self
                .take_bijzonder(c, inkomen)
                .map(Regelingsfeiten::BijzondereBijstand),
            Soort::Meedoen => self
                .take_minima(c, inkomen)
                .map(Regelingsfeiten::Minimaregeling),
            Soort::Zorgverzekering => inkomen.map(|inkomen| {
                Regelingsfeiten::Minimaregeling(Minimafeiten {
                    soort: Minimasoort::Zorgverzekering,
                    inkomen,
                    deelnemers: Deelnemers::GEEN_KINDEREN,
                })
            }),
        };
        controle.finish()?;
        let (Some(peildatum), Some(vermogen), Some(feiten)) = (peildatum, vermogen, feiten) else {
            // What is absent was refused above.
            return Err(Veldfouten::single("peildatum", DAG));
        };
        Ok(Regelingsvraag {
            peildatum,
            vermogen,
            feiten,
        })
    }

    fn take_minima(&self, c: &mut Veldcontrole, inkomen: Option<Geld>) -> Option<Minimafeiten> {
        let tot_12 = take_aantal(c, "kinderenTot12", &self.kinderen_tot12);
        let vanaf_12 = take_aantal(c, "kinderenVanaf12", &self.kinderen_vanaf12);
        Some(Minimafeiten {
            soort: Minimasoort::Meedoen,
            inkomen: inkomen?,
            deelnemers: Deelnemers {
                kinderen_tot_12: tot_12?,
                kinderen_vanaf_12: vanaf_12?,
            },
        })
    }

    fn take_bijzonder(
        &self,
        c: &mut Veldcontrole,
        inkomen: Option<Geld>,
    ) -> Option<Bijzonderfeiten> {
        let post = self.take_kosten(c);
        let eerdere_kosten = take_geld(c, "eerdereKosten", &self.eerdere_kosten);
        let gebruikt = take_geld(c, "draagkrachtGebruikt", &self.draagkracht_gebruikt);
        let maanden = &self.draagkracht_maanden;
        let draagkracht_maanden = take_or_leeg(c, "draagkrachtMaanden", maanden, take_maanden);
        Some(Bijzonderfeiten {
            kosten: vec![post?],
            eerdere_kosten: eerdere_kosten?,
            inkomen: inkomen?,
            draagkracht_gebruikt: gebruikt?,
            draagkracht_maanden,
            afwijking: None,
        })
    }

    fn take_kosten(&self, c: &mut Veldcontrole) -> Option<Kostenpost> {
        let soort = self.soort_kosten.trim();
        let is_leesbaar = !soort.is_empty()
            && soort.chars().count() <= KOSTEN_MAX
            && !soort.chars().any(char::is_control);
        let soort = is_leesbaar
            .then(|| soort.to_owned())
            .ok_or("vul in waarvoor de kosten zijn, in hoogstens 200 tekens");
        let soort = c.take("soortKosten", soort);
        let bedrag = take_geld(c, "kosten", &self.kosten);
        let noodzakelijk = take_ja_nee(c, "noodzakelijk", &self.noodzakelijk);
        let bijzonder = take_ja_nee(c, "bijzonder", &self.bijzonder);
        let elders = take_ja_nee(c, "voorliggend", &self.voorliggend);
        let leengrond = take_or_leeg(c, "leengrond", &self.leengrond, take_leengrond);
        Some(Kostenpost {
            soort: soort?,
            bedrag: bedrag?,
            oordeel: Kostenoordeel::of(noodzakelijk?, bijzonder?, elders?),
            leengrond,
            is_lening: self.lening == "ja",
        })
    }
}

fn take_leengrond(controle: &mut Veldcontrole, veld: &str, tekst: &str) -> Option<Leengrond> {
    let mut gronden = Leengrond::ALL.into_iter();
    let grond = gronden
        .find(|(naam, _)| *naam == tekst)
        .map(|(_, grond)| grond);
    controle.take(veld, grond.ok_or("kies een reden uit de lijst"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn velden(invoer: &Invoer, soort: Soort) -> Vec<String> {
        let fouten = invoer.parse(soort).err();
        let lijst = fouten.iter().flat_map(|fouten| fouten.list());
        lijst.map(|fout| fout.veld.clone()).collect()
    }

    #[test]
    fn every_wrong_field_is_named_for_its_scheme_only() {
        let leeg = Invoer::default();
        assert_eq!(
            velden(&leeg, Soort::Bijzonder),
            [
                "peildatum",
                "inkomen",
                "bezittingen",
                "schulden",
                "soortKosten",
                "kosten",
                "noodzakelijk",
                "bijzonder",
                "voorliggend",
                "eerdereKosten",
                "draagkrachtGebruikt",
            ]
        );
        assert_eq!(
            velden(&leeg, Soort::Meedoen),
            [
                "peildatum",
                "inkomen",
                "bezittingen",
                "schulden",
                "kinderenTot12",
                "kinderenVanaf12",
            ]
        );
        assert_eq!(
            velden(&leeg, Soort::Zorgverzekering),
            ["peildatum", "inkomen"]
        );
        let fout = Invoer {
            leengrond: "x".to_owned(),
            draagkracht_maanden: "1,5".to_owned(),
            ..leeg
        };
        let velden = velden(&fout, Soort::Bijzonder);
        assert!(velden.contains(&"leengrond".to_owned()));
        assert!(velden.contains(&"draagkrachtMaanden".to_owned()));
    }
}
