//! `/{gemeente}/populatieruns/{run}`: before and after in this municipality, and the households to look at.

use actix_web::web::{Data, Path, Query};
use application::recht::populatie::{
    Populatiepagina, Populatiestand, Uitzonderingregel, Uitzonderingvraag, load_populatieresultaat,
};
use askama::Template;
use domain::beleid::catalogus;
use domain::bevoegdheid::Permission;
use domain::recht::populatie::{Populatieklasse, Populatiesom, Signaal};
use http_base::{AppState, DbRol, Fout, InGemeente, Soort, TenantTx};
use primitives::{
    Geld, GemeenteCode, PopulatierunId, UitkeringId, geld_nl, getal_nl, maand_lang, moment_nl,
};
use reports::grafiek::{Opschrift, Staaf, Staafgrafiek, render_staafgrafiek};
use reports::{Cijfer, Eenheid, Kleur};
use serde::Deserialize;

use super::woorden::{LIJST, render_dagen, run_of};
use crate::formuliervelden::{Fouten, Keuze};
use crate::onderdelen::{Bladeren, Downloads};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;
use crate::sturing::kleur_of;

#[derive(Template)]
#[template(path = "recht/populatieresultaat.html")]
struct ResultaatPagina {
    schil: Schil,
    fouten: Fouten,
    dagen: String,
    bekend_op: String,
    som: Option<Som>,
    reden: String,
    redenen: Vec<Keuze>,
    rijen: Vec<Rij>,
    bladeren: Bladeren,
    downloads: Downloads,
}

/// The sums of the municipality.
struct Som {
    is_klaar: bool,
    maand: String,
    huishoudens: String,
    totaal: String,
    oud: String,
    nieuw: String,
    verschil: String,
    telling: [(&'static str, String); 4],
    grafiek: String,
    klassen: Vec<(&'static str, String)>,
    signalen: Vec<(&'static str, String)>,
    in_strijd: Vec<String>,
}

struct Rij {
    href: String,
    naam: String,
    signalen: String,
    oud: String,
    nieuw: String,
    verschil: String,
    reden: String,
}

/// Which exceptions, in the address. Nothing in it is personal.
#[derive(Default, Deserialize)]
pub(super) struct Resultaatvraag {
    #[serde(default)]
    reden: String,
    #[serde(default)]
    na: String,
}

impl Resultaatvraag {
    /// The question; a value that is not in the lists is no question of ours.
    pub(super) fn read(&self, run: PopulatierunId) -> Result<Uitzonderingvraag, Fout> {
        let onbekend = || {
            let melding = "Deze keuze bestaat niet. Ga terug en kies uit de lijst.";
            Fout::new(Soort::OngeldigeInvoer, melding)
        };
        let signaal = match self.reden.as_str() {
            "" => None,
            code => Some(Signaal::from_code(code).ok_or_else(onbekend)?),
        };
        let na = match self.na.as_str() {
            "" => None,
            kenmerk => Some(UitkeringId::parse(kenmerk).map_err(|_| onbekend())?),
        };
        Ok(Uitzonderingvraag { run, signaal, na })
    }
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
    Query(vraag): Query<Resultaatvraag>,
) -> Antwoord {
    wie.require(Permission::DossierLezen)?;
    let gelezen = vraag.read(run_of(&pad.1)?)?;
    let (actor, now) = (wie.actor(), state.clock.now());
    let load = async |tx: &mut TenantTx| load_populatieresultaat(tx, actor, now, &gelezen).await;
    let pagina = state
        .db
        .in_tenant(
            "load_populatieresultaat",
            wie.code(),
            DbRol::Uitvoering,
            load,
        )
        .await?;
    let schil = Schil::in_gemeente(&state, &wie, LIJST, pagina.run.opdracht.naam.as_str())
        .kruimel("Populatieruns", format!("/{}{LIJST}", wie.code()));
    render(&page(
        schil,
        (wie.code(), kleur_of(&wie.gemeente)),
        vraag.reden,
        &pagina,
    ))
}

fn page(
    schil: Schil,
    (gemeente, kleur): (GemeenteCode, Kleur),
    reden: String,
    pagina: &Populatiepagina,
) -> ResultaatPagina {
    let basis = format!("/{gemeente}{LIJST}/{}", pagina.run.id);
    let query = match reden.as_str() {
        "" => String::new(),
        code => format!("?reden={code}"),
    };
    let volgende = pagina.volgende.map(|na| {
        let teken = if query.is_empty() { "?" } else { "&" };
        format!("{basis}{query}{teken}na={na}")
    });
    let keuze = |signaal: Signaal| Keuze::new(signaal.code(), signaal.omschrijving());
    ResultaatPagina {
        schil,
        fouten: Fouten::geen(),
        dagen: render_dagen(&pagina.run),
        bekend_op: moment_nl(pagina.run.bekend_op),
        som: pagina.stand.as_ref().map(|stand| Som::new(stand, kleur)),
        redenen: Signaal::ALL.map(keuze).to_vec(),
        reden,
        rijen: pagina
            .regels
            .iter()
            .map(|regel| Rij::new(gemeente, regel))
            .collect(),
        bladeren: Bladeren {
            vorige: None,
            volgende,
        },
        downloads: Downloads {
            basis: format!("{basis}/lijst"),
            vraag: query,
        },
    }
}

fn aantal(n: u32) -> String {
    getal_nl(n.into(), 0)
}

impl Som {
    fn new(stand: &Populatiestand, kleur: Kleur) -> Self {
        let som = &stand.som;
        let met_reden = Signaal::ALL.map(|s| (s.omschrijving(), som.aantal(s)));
        let naam_of = |sleutel: &String| {
            let gevonden = catalogus().find(sleutel);
            gevonden.map_or_else(|| sleutel.clone(), |parameter| parameter.naam.clone())
        };
        Self {
            is_klaar: som.huishoudens >= stand.totaal,
            maand: maand_lang(stand.maand),
            huishoudens: aantal(som.huishoudens),
            totaal: aantal(stand.totaal),
            oud: geld_nl(som.oud),
            nieuw: geld_nl(som.nieuw),
            verschil: geld_nl(som.nieuw - som.oud),
            telling: [
                ("Krijgen meer", aantal(som.hoger)),
                ("Krijgen minder", aantal(som.lager)),
                ("Krijgen evenveel", aantal(som.gelijk)),
                ("Niet te bepalen", aantal(som.onbepaald)),
            ],
            grafiek: draw(som, kleur),
            klassen: som
                .verdeling()
                .map(|(k, n)| (k.omschrijving(), aantal(n)))
                .collect(),
            signalen: met_reden
                .into_iter()
                .map(|(naam, n)| (naam, aantal(n)))
                .collect(),
            in_strijd: stand.beleid_in_strijd.iter().map(naam_of).collect(),
        }
    }
}

/// Households by how much they get more or less in a month.
fn draw(som: &Populatiesom, kleur: Kleur) -> String {
    let gevuld: Vec<_> = som
        .verdeling()
        .filter(|(_, n)| *n > 0)
        .map(|(klasse, n)| format!("{}: {n}", klasse.omschrijving()))
        .collect();
    render_staafgrafiek(&Staafgrafiek {
        opschrift: Opschrift {
            id: "verdeling".to_owned(),
            titel: "Huishoudens naar verschil per maand".to_owned(),
            omschrijving: format!("Aantal huishoudens per verschil. {}.", gevuld.join("; ")),
        },
        eenheid: Eenheid::Aantal,
        staven: som
            .verdeling()
            .map(|(klasse, n)| Staaf {
                naam: klasse.omschrijving().to_owned(),
                cijfer: Cijfer::Bekend(n.into()),
                is_eigen: klasse != Populatieklasse::Gelijk,
            })
            .collect(),
        grens: None,
        kleur,
    })
}

impl Rij {
    fn new(gemeente: GemeenteCode, regel: &Uitzonderingregel) -> Self {
        let uitzondering = &regel.uitzondering;
        let vergelijking = &uitzondering.vergelijking;
        let bedrag = |bedrag: Option<Geld>| bedrag.map_or_else(|| "onbekend".to_owned(), geld_nl);
        let dossier = uitzondering.dossier;
        let kort: String = dossier.to_string().chars().take(8).collect();
        Self {
            href: format!("/{gemeente}/inwoners/{dossier}/recht"),
            naam: regel
                .naam
                .clone()
                .unwrap_or_else(|| format!("Dossier {kort}")),
            signalen: render_signalen(regel),
            oud: bedrag(vergelijking.oud),
            nieuw: bedrag(vergelijking.nieuw),
            verschil: vergelijking.verschil().map(geld_nl).unwrap_or_default(),
            reden: vergelijking.reden.clone().unwrap_or_default(),
        }
    }
}

/// `bedrag daalt, andere norm`.
pub(super) fn render_signalen(regel: &Uitzonderingregel) -> String {
    let signalen = regel.uitzondering.vergelijking.signalen.list();
    signalen
        .map(Signaal::omschrijving)
        .collect::<Vec<_>>()
        .join(", ")
}
