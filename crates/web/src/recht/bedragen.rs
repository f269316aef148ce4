//! `/bedragen`: the amounts of the law on a day, with their sources.

use actix_web::web::{Data, Query};
use askama::Template;
use domain::beleid::Waarde;
use domain::bevoegdheid::Permission;
use domain::recht::{Normentabel, Wetsbedrag, Wetsgroep, Wetsoverzicht, Wetswaarde};
use http_base::{Aangemeld, AppState};
use primitives::{Datum, Veldfouten, aantal_nl, datum_kort, datum_lang, parse_datum_nl};
use serde::Deserialize;

use crate::formuliervelden::Fouten;
use crate::onderdelen::Link;
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

pub(super) const PAD: &str = "/bedragen";

#[derive(Template)]
#[template(path = "recht/bedragen.html")]
struct BedragenPagina {
    schil: Schil,
    dag: String,
    fouten: Fouten,
    /// The half year in words; none where nothing is known for the day.
    periode: Option<String>,
    groepen: Vec<Groep>,
    /// Where the values were read, each once; a row names its number from 1.
    bronnen: Vec<&'static str>,
    halfjaren: Vec<Link>,
}

struct Groep {
    id: &'static str,
    titel: &'static str,
    let_op: Option<&'static str>,
    rijen: Vec<Rij>,
}

struct Rij {
    naam: &'static str,
    waarde: String,
    daarvoor: String,
    grondslag: &'static str,
    bron: Option<usize>,
}

#[derive(Default, Deserialize)]
pub(super) struct Vraag {
    #[serde(default)]
    dag: String,
}

pub(super) async fn show(state: Data<AppState>, wie: Aangemeld, vraag: Query<Vraag>) -> Antwoord {
    wie.require_somewhere(Permission::BeleidLezen)?;
    let schil = Schil::platform(&state, &wie, PAD, "Bedragen van de wet");
    let vandaag = state.clock.today();
    if vraag.dag.trim().is_empty() {
        return render(&page(schil, datum_kort(vandaag), vandaag));
    }
    match parse_datum_nl(vraag.dag.trim()) {
        Some(dag) => render(&page(schil, vraag.dag.clone(), dag)),
        None => render_invalid(&BedragenPagina {
            fouten: Fouten::from(Veldfouten::single("dag", "schrijf een dag zoals 1-7-2026")),
            groepen: Vec::new(),
            bronnen: Vec::new(),
            periode: None,
            ..page(schil, vraag.dag.clone(), vandaag)
        }),
    }
}

fn page(schil: Schil, tekst: String, dag: Datum) -> BedragenPagina {
    let overzicht = Wetsoverzicht::on(dag);
    let bedragen = overzicht.as_ref().map_or(&[][..], |o| &o.bedragen);
    let mut bronnen: Vec<&'static str> = Vec::new();
    for bron in bedragen.iter().filter_map(|bedrag| bedrag.bron) {
        if !bronnen.contains(&bron) {
            bronnen.push(bron);
        }
    }
    let perioden = Normentabel::wettelijk().perioden().iter().rev();
    let link = |van| Link::new(datum_lang(van), format!("{PAD}?dag={}", datum_kort(van)));
    BedragenPagina {
        schil,
        dag: tekst,
        fouten: Fouten::geen(),
        periode: overzicht.as_ref().map(|o| {
            format!(
                "{} tot en met {}",
                datum_lang(o.van),
                datum_lang(o.tot_en_met)
            )
        }),
        groepen: groepen_of(bedragen, &bronnen),
        bronnen,
        halfjaren: perioden.map(|normen| link(normen.van())).collect(),
    }
}

fn groepen_of(bedragen: &[Wetsbedrag], bronnen: &[&str]) -> Vec<Groep> {
    let of = |groep: Wetsgroep| {
        let (id, titel, let_op) = in_words(groep);
        let van_groep = bedragen.iter().filter(|b| b.groep == groep);
        let rijen = van_groep.map(|bedrag| row(bedrag, bronnen));
        Groep {
            id,
            titel,
            let_op,
            rijen: rijen.collect(),
        }
    };
    Wetsgroep::ALL.into_iter().map(of).collect()
}

fn row(bedrag: &Wetsbedrag, bronnen: &[&str]) -> Rij {
    let daarvoor = match bedrag.daarvoor {
        Some(waarde) if waarde == bedrag.waarde => "hetzelfde".to_owned(),
        Some(waarde) => render_waarde(waarde),
        None => "niet bekend".to_owned(),
    };
    Rij {
        naam: bedrag.naam,
        waarde: render_waarde(bedrag.waarde),
        daarvoor,
        grondslag: bedrag.grondslag,
        bron: bedrag
            .bron
            .and_then(|bron| bronnen.iter().position(|een| *een == bron))
            .map(|plek| plek + 1),
    }
}

fn render_waarde(waarde: Wetswaarde) -> String {
    match waarde {
        Wetswaarde::Bedrag(geld) => Waarde::Bedrag(geld).tekst_nl(),
        Wetswaarde::Percentage(percentage) => Waarde::Percentage(percentage).tekst_nl(),
        Wetswaarde::Maanden(maanden) => aantal_nl(maanden, "maand", "maanden"),
        Wetswaarde::Onbekend => "niet in onze bronnen".to_owned(),
        Wetswaarde::GeldtNiet => "gold nog niet".to_owned(),
    }
}

const fn in_words(groep: Wetsgroep) -> (&'static str, &'static str, Option<&'static str>) {
    match groep {
        Wetsgroep::Normen => ("normen", "Normen per maand", None),
        Wetsgroep::Inkomen => ("inkomen", "Inkomen dat niet meetelt", None),
        Wetsgroep::Vermogen => ("vermogen", "Vermogen dat niet meetelt", None),
        Wetsgroep::Inkomenstoeslag => ("toeslag", "Individuele inkomenstoeslag", None),
        Wetsgroep::Ioa => (
            "ioa",
            "IOAW en IOAZ",
            Some(
                "Stuurhuis rekent niet met de IOAW en de IOAZ: de tekst van die wetten staat niet in onze bronnen. De bedragen komen uit de normenbrief.",
            ),
        ),
    }
}
