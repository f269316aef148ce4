//! `/{gemeente}/inwoners/{dossier}/recht/regelingen`: what one of the other schemes would be, explained.

mod invoer;
mod kosten;
mod werk;

use actix_web::web::{Data, Query};
use application::recht::{Regelingspagina, Regelingsvraag, load_regeling};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::recht::regelingen::{Leengrond, Minimasoort};
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente, Soort as Foutsoort};
use primitives::{DossierId, datum_in_nederland, maand_lang, parse_datum_nl};
use serde::Deserialize;

use self::invoer::Invoer;
pub(crate) use self::invoer::find_veld;
use self::kosten::{POSTEN_MAX, Post};
use self::werk::PREMIES;
use super::hoofd::{address, task_shell};
use super::regelingvelden::{Uitkomst, chosen};
use super::{Dossierpad, dossier_of};
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

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
    premies: Vec<Keuze>,
    /// Whether one more cost may be added.
    kan_meer: bool,
    uitkomst: Option<Uitkomst>,
    terug: String,
}

/// The schemes of this page, one at a time.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Soort {
    Bijzonder,
    Meedoen,
    Zorgverzekering,
    Studietoeslag,
    Loonkosten,
    Premie,
}

/// The scheme in the address.
#[derive(Deserialize)]
pub(super) struct Regelingkeuze {
    #[serde(default)]
    regeling: String,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Dossierpad,
    Query(keuze): Query<Regelingkeuze>,
) -> Antwoord {
    wie.require(Permission::RechtBerekenen)?;
    let dossier = dossier_of(&pad)?;
    let soort = chosen(&Soort::ALL, Soort::slug, &keuze.regeling, unknown)?;
    let pagina = load(&state, &wie, dossier, None).await?;
    let invoer = Invoer::proposed(&pagina, datum_in_nederland(state.clock.now()));
    let context = context(&state, &wie, &pagina, soort, invoer, Fouten::geen());
    render(&context)
}

pub(super) async fn calculate(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Dossierpad,
    Formulier(velden): Formulier<Vec<(String, String)>>,
) -> Antwoord {
    let dossier = dossier_of(&pad)?;
    let mut invoer = Invoer::of(&velden);
    let Some(soort) = chosen(&Soort::ALL, Soort::slug, &invoer.regeling, unknown)? else {
        return Err(unknown());
    };
    if velden.iter().any(|(veld, _)| veld == "meer") {
        let pagina = load(&state, &wie, dossier, None).await?;
        if invoer.posten.len() < POSTEN_MAX {
            invoer.posten.push(Post::new(invoer.posten.len() + 1));
        }
        return render(&context(
            &state,
            &wie,
            &pagina,
            Some(soort),
            invoer,
            Fouten::geen(),
        ));
    }
    let (vraag, fouten) = match invoer.parse(soort) {
        Ok(vraag) => (Some(vraag), Fouten::geen()),
        Err(fouten) => (None, fouten.into()),
    };
    let pagina = load(&state, &wie, dossier, vraag.as_ref()).await?;
    let context = context(&state, &wie, &pagina, Some(soort), invoer, fouten);
    if vraag.is_some() {
        render(&context)
    } else {
        render_invalid(&context)
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
        premies: PREMIES
            .map(|(code, _, naam)| Keuze::new(code, naam))
            .to_vec(),
        kan_meer: invoer.posten.len() < POSTEN_MAX,
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
    const ALL: [Self; 6] = [
        Self::Bijzonder,
        Self::Meedoen,
        Self::Zorgverzekering,
        Self::Studietoeslag,
        Self::Loonkosten,
        Self::Premie,
    ];

    const fn slug(self) -> &'static str {
        match self {
            Self::Bijzonder => "bijzondere-bijstand",
            Self::Meedoen => "meedoen",
            Self::Zorgverzekering => "zorgverzekering",
            Self::Studietoeslag => "studietoeslag",
            Self::Loonkosten => "loonkostensubsidie",
            Self::Premie => "premie",
        }
    }

    const fn naam(self) -> &'static str {
        match self {
            Self::Bijzonder => "Bijzondere bijstand",
            Self::Meedoen => "Meedoenregeling",
            Self::Zorgverzekering => "Collectieve zorgverzekering",
            Self::Studietoeslag => "Studietoeslag",
            Self::Loonkosten => "Loonkostensubsidie",
            Self::Premie => "Premies",
        }
    }

    /// What an amount is for, behind it.
    const fn per(self) -> &'static str {
        match self {
            Self::Bijzonder => "voor deze kosten",
            Self::Meedoen => Minimasoort::Meedoen.per(),
            Self::Zorgverzekering => Minimasoort::Zorgverzekering.per(),
            Self::Studietoeslag | Self::Loonkosten => "per maand",
            Self::Premie => "één keer",
        }
    }

    fn is_bijzonder(self) -> bool {
        self == Self::Bijzonder
    }

    fn is_meedoen(self) -> bool {
        self == Self::Meedoen
    }

    fn is_studietoeslag(self) -> bool {
        self == Self::Studietoeslag
    }

    fn is_loonkosten(self) -> bool {
        self == Self::Loonkosten
    }

    fn is_premie(self) -> bool {
        self == Self::Premie
    }

    /// Whether the income of the household counts.
    const fn asks_inkomen(self) -> bool {
        matches!(
            self,
            Self::Bijzonder | Self::Meedoen | Self::Zorgverzekering
        )
    }

    /// Whether what the household owns and owes counts, or may count.
    const fn asks_vermogen(self) -> bool {
        matches!(self, Self::Bijzonder | Self::Meedoen)
    }

    /// What the day of the question is.
    const fn dag(self) -> &'static str {
        match self {
            Self::Studietoeslag | Self::Loonkosten => "Een dag in de maand waar het om gaat",
            Self::Premie => "Dag waarop de premie wordt betaald",
            _ => "Dag van de aanvraag",
        }
    }
}
