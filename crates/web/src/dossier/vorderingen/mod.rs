//! `/{gemeente}/inwoners/{dossier}/recht/vorderingen`: what the law lets the college do with a loan, a guarantee, costs that
//! somebody else paid after all, or a claim that it wants to let go.

mod invoer;

use actix_web::web::{Data, Query};
use application::recht::{
    Vorderingsantwoord, Vorderingspagina, Vorderingsuitkomst, Vorderingsvraag, load_vordering,
};
use askama::Template;
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente, Soort as Foutsoort};
use primitives::{DossierId, GemeenteCode, geld_nl};
use serde::Deserialize;

use self::invoer::{Invoer, list_leengronden};
use super::hoofd::{address, task_shell};
use super::regelingvelden::chosen;
use super::stappen::Stapregel;
use super::{Dossierpad, dossier_of};
use crate::formuliervelden::{Fouten, Keuze};
use crate::onderdelen::{Link, Status, Toon};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "dossier/vorderingen.html")]
struct VorderingenPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: Invoer,
    /// Which question; none while one is chosen.
    soort: Option<Soort>,
    keuzes: Vec<Link>,
    ja_nee: Vec<Keuze>,
    leengronden: Vec<Keuze>,
    uitkomst: Option<Uitkomst>,
    terug: String,
}

/// The questions of this page, one at a time.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Soort {
    Lening,
    Borgtocht,
    Vergoeding,
    Kwijtschelding,
}

/// What came out.
struct Uitkomst {
    status: Status,
    bedrag: Option<String>,
    /// The fields that must be filled in to tell.
    ontbreekt: Vec<Link>,
    stappen: Vec<Stapregel>,
}

/// The question in the address.
#[derive(Deserialize)]
pub(super) struct Soortkeuze {
    #[serde(default)]
    soort: String,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Dossierpad,
    Query(keuze): Query<Soortkeuze>,
) -> Antwoord {
    wie.require(Permission::RechtBerekenen)?;
    let dossier = dossier_of(&pad)?;
    let soort = chosen(&Soort::ALL, Soort::slug, &keuze.soort, unknown)?;
    let pagina = load(&state, &wie, dossier, None).await?;
    let (invoer, fouten) = (Invoer::default(), Fouten::geen());
    render(&context(&state, &wie, &pagina, soort, invoer, fouten))
}

pub(super) async fn judge(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Dossierpad,
    Formulier(invoer): Formulier<Invoer>,
) -> Antwoord {
    wie.require(Permission::RechtBerekenen)?;
    let dossier = dossier_of(&pad)?;
    let soort = chosen(&Soort::ALL, Soort::slug, &invoer.soort, unknown)?.ok_or_else(unknown)?;
    match invoer.parse(soort) {
        Ok(vraag) => {
            let pagina = load(&state, &wie, dossier, Some(&vraag)).await?;
            let fouten = Fouten::geen();
            render(&context(&state, &wie, &pagina, Some(soort), invoer, fouten))
        }
        Err(fouten) => {
            let pagina = load(&state, &wie, dossier, None).await?;
            let fouten = fouten.into();
            render_invalid(&context(&state, &wie, &pagina, Some(soort), invoer, fouten))
        }
    }
}

async fn load(
    state: &AppState,
    wie: &InGemeente,
    dossier: DossierId,
    vraag: Option<&Vorderingsvraag>,
) -> Result<Vorderingspagina, Fout> {
    wie.require(Permission::DossierLezen)?;
    let (actor, now) = (wie.actor(), state.clock.now());
    let pagina = state
        .db
        .in_tenant(
            "load_vordering",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| load_vordering(tx, actor, now, dossier, vraag).await,
        )
        .await?;
    Ok(pagina)
}

fn unknown() -> Fout {
    Fout::new(
        Foutsoort::OngeldigeInvoer,
        "Deze vraag bestaat niet. Ga terug en kies een vraag uit de lijst.",
    )
}

fn context(
    state: &AppState,
    wie: &InGemeente,
    pagina: &Vorderingspagina,
    soort: Option<Soort>,
    invoer: Invoer,
    fouten: Fouten,
) -> VorderingenPagina {
    let hoofd = &pagina.hoofd;
    let basis = address(wie, hoofd.kop.inwoner.dossier);
    let kiezen = format!("{basis}/recht/vorderingen");
    let titel = soort.map_or("Leningen en kwijtschelden", Soort::naam);
    let schil = task_shell(state, wie, hoofd, titel).kruimel("Recht", format!("{basis}/recht"));
    let adres = |soort: &Soort| {
        let href = format!("{kiezen}?soort={}", soort.slug());
        Link::new(soort.naam(), href)
    };
    let antwoord = pagina.antwoord.as_ref();
    VorderingenPagina {
        schil,
        fouten,
        invoer,
        soort,
        keuzes: Soort::ALL.iter().map(adres).collect(),
        ja_nee: vec![
            Keuze::new("ja", "Ja"),
            Keuze::new("nee", "Nee"),
            Keuze::new("", "Nog niet bekend"),
        ],
        leengronden: list_leengronden(),
        uitkomst: antwoord.map(|antwoord| Uitkomst::new(wie.code(), antwoord)),
        terug: match soort {
            Some(_) => kiezen,
            None => format!("{basis}/recht"),
        },
    }
}

impl Soort {
    const ALL: [Self; 4] = [
        Self::Lening,
        Self::Borgtocht,
        Self::Vergoeding,
        Self::Kwijtschelding,
    ];

    const fn slug(self) -> &'static str {
        match self {
            Self::Lening => "lening",
            Self::Borgtocht => "borgtocht",
            Self::Vergoeding => "vergoeding",
            Self::Kwijtschelding => "kwijtschelding",
        }
    }

    const fn naam(self) -> &'static str {
        match self {
            Self::Lening => "Een lening terugvragen",
            Self::Borgtocht => "Een betaalde borgtocht terugvragen",
            Self::Vergoeding => "Bijstand terugvragen na een vergoeding",
            Self::Kwijtschelding => "De rest van een vordering kwijtschelden",
        }
    }

    const fn uitleg(self) -> &'static str {
        match self {
            Self::Lening => {
                "Bijstand die als lening is gegeven, mag het college terugvorderen als de inwoner zich niet aan de afspraken houdt (Participatiewet art. 58 lid 2 onder b)."
            }
            Self::Borgtocht => {
                "Stond de gemeente borg en moest zij betalen, dan mag het college dat terugvorderen (Participatiewet art. 58 lid 2 onder c)."
            }
            Self::Vergoeding => {
                "Kreeg de inwoner bijstand voor een doel, en daarna van een ander geld voor hetzelfde doel? Dan mag het college de bijstand tot dat bedrag terugvorderen (Participatiewet art. 58 lid 2 onder f sub 2°)."
            }
            Self::Kwijtschelding => {
                "Dit gaat over geld dat terug moet omdat de inwoner iets niet vertelde (Participatiewet art. 58 lid 1 en 7). Elke regel telt op zichzelf: vul in wat u weet."
            }
        }
    }

    fn is_lening(self) -> bool {
        self == Self::Lening
    }

    fn is_vergoeding(self) -> bool {
        self == Self::Vergoeding
    }

    fn is_kwijtschelding(self) -> bool {
        self == Self::Kwijtschelding
    }
}

impl Uitkomst {
    fn new(gemeente: GemeenteCode, antwoord: &Vorderingsantwoord) -> Self {
        let goed = |woord: &'static str| Status::new(Toon::Goed, woord);
        let neutraal = |woord: &'static str| Status::new(Toon::Neutraal, woord);
        let (status, bedrag, ontbreekt) = match &antwoord.uitkomst {
            Vorderingsuitkomst::Terugvordering(bedrag) => {
                (goed("mag terug"), Some(geld_nl(*bedrag)), Vec::new())
            }
            Vorderingsuitkomst::GeenTerugvordering => (neutraal("niets terug"), None, Vec::new()),
            Vorderingsuitkomst::Kwijtschelding => (goed("mag kwijt"), None, Vec::new()),
            Vorderingsuitkomst::GeenKwijtschelding => {
                (neutraal("mag niet kwijt"), None, Vec::new())
            }
            Vorderingsuitkomst::Onbepaald(feiten) => {
                let veld =
                    |feit: &&'static str| Link::new(invoer::label(feit), format!("#veld-{feit}"));
                let ontbreekt = feiten.iter().map(veld).collect();
                (
                    Status::new(Toon::Aandacht, "niet te bepalen"),
                    None,
                    ontbreekt,
                )
            }
        };
        // What is missing is told by its fields.
        let stappen = antwoord.stappen.iter().filter(|_| ontbreekt.is_empty());
        Self {
            stappen: stappen.map(|stap| Stapregel::new(gemeente, stap)).collect(),
            status,
            bedrag,
            ontbreekt,
        }
    }
}
