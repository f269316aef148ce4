//! A series in sentences: the steps of each month, and the days of the case.

mod dagen;
mod posten;

use primitives::{Datum, GeldNl, datum_lang};

use super::{Stap, decimal_nl, render_bijstand_in};
use crate::recht::maanden::{
    Deelbedragen, Deelgrond, MaandGeenRecht, Maandberekening, Maanddeel, Maandreden,
    Reeksberekening,
};
use crate::recht::{Bedragen, Normentabel, Normpercentage, Persoon};

pub use dagen::{Dagstap, render_termijnen};

/// Explains a month of a series, as far as it came.
pub fn render_maand(maand: &Maandberekening, reeks: &Reeksberekening) -> Vec<Stap> {
    let mut stappen = Vec::with_capacity(12);
    let is_heel = maand.delen.len() == 1 && maand.delen.iter().all(|deel| !deel.is_part());
    for deel in &maand.delen {
        render_deel(deel, is_heel, reeks, &mut stappen);
    }
    if let (Ok(bedragen), false) = (&maand.uitkomst, is_heel) {
        render_som(maand, bedragen, &mut stappen);
    }
    posten::render_betaling(maand, &mut stappen);
    stappen
}

fn render_deel(deel: &Maanddeel, is_heel: bool, reeks: &Reeksberekening, stappen: &mut Vec<Stap>) {
    let Some(grond) = &deel.grond else {
        if let Err(Maandreden::GeenRecht(reden)) = &deel.uitkomst {
            stappen.push(geen_recht(reden, deel, is_heel));
        }
        return;
    };
    if !is_heel {
        stappen.push(Stap::text(
            "dagen",
            "Participatiewet art. 45 lid 3",
            format!(
                "Voor {} rekenen wij eerst de hele maand uit.",
                describe_dagen(deel)
            ),
        ));
    }
    render_wie(grond, stappen);
    posten::render_inkomen(grond, stappen);
    let eigen = render_bijstand_in(&grond.kader(), &grond.feiten(), &grond.berekening);
    let is_van_maand = |stap: &Stap| matches!(stap.stap, "vakantietoeslag" | "uitbetaling");
    for stap in eigen {
        if stap.stap == "verlaging" {
            stappen.push(posten::verlaging(stap, grond, reeks));
        } else if is_heel || !is_van_maand(&stap) {
            stappen.push(stap);
        }
    }
    if let (Ok(bedragen), false) = (&deel.uitkomst, is_heel) {
        stappen.push(render_aandeel(deel, bedragen));
    }
}

fn geen_recht(reden: &MaandGeenRecht, deel: &Maanddeel, is_heel: bool) -> Stap {
    let dagen = if is_heel {
        String::new()
    } else {
        format!("Geen bijstand over {}. ", describe_dagen(deel))
    };
    Stap::text("geen-recht", reden.grondslag(), format!("{dagen}{reden}"))
}

/// Who stands for whom, and a household that is paid on after a death.
fn render_wie(grond: &Deelgrond, stappen: &mut Vec<Stap>) {
    if let Some((persoon, uitsluiting)) = grond.uitgesloten {
        let gevolg = match persoon {
            Persoon::Aanvrager => {
                "Daarom geldt de partner hieronder als aanvrager, en de aanvrager als partner zonder recht."
            }
            Persoon::Partner => "De aanvrager heeft wel recht.",
        };
        stappen.push(Stap::text(
            "uitsluiting",
            uitsluiting.grondslag(),
            format!(
                "De {} heeft op deze dagen geen recht op bijstand: {}. {gevolg}",
                persoon.omschrijving(),
                uitsluiting.omschrijving()
            ),
        ));
    }
    if let Some(dag) = grond.overlijden {
        stappen.push(Stap::text(
            "overlijden",
            "Participatiewet art. 45 lid 5",
            format!(
                "Na het overlijden op {} blijft de norm van die dag nog een maand gelden.",
                datum_lang(dag)
            ),
        ));
    }
}

fn render_aandeel(deel: &Maanddeel, bedragen: &Deelbedragen) -> Stap {
    let (dagen, van) = deel.dagen;
    let min_verlaging = if bedragen.verlaging.is_nul() {
        String::new()
    } else {
        format!(" − {}", GeldNl(bedragen.verlaging))
    };
    let tekst = format!(
        "Voor {dagen} van de {van} dagen telt {dagen}/{van} van elk bedrag. De bijstand voor {}: {} − {}{min_verlaging} = {}.",
        describe_dagen(deel),
        GeldNl(bedragen.norm),
        GeldNl(bedragen.middelen),
        GeldNl(bedragen.bedrag)
    );
    Stap::amount(
        "deel",
        "Participatiewet art. 45 lid 3",
        bedragen.bedrag,
        tekst,
    )
}

fn render_som(maand: &Maandberekening, bedragen: &Bedragen, stappen: &mut Vec<Stap>) {
    let delen: Vec<String> = maand
        .delen
        .iter()
        .filter_map(|deel| deel.uitkomst.as_ref().ok())
        .map(|deel| GeldNl(deel.bedrag).to_string())
        .collect();
    let som = if delen.len() == 1 {
        GeldNl(bedragen.bedrag).to_string()
    } else {
        format!("{} = {}", delen.join(" + "), GeldNl(bedragen.bedrag))
    };
    stappen.push(Stap::amount(
        "maand",
        "Participatiewet art. 45 lid 1",
        bedragen.bedrag,
        format!("De bijstand over deze maand: {som}."),
    ));
    stappen.push(Stap::amount(
        "vakantietoeslag",
        "Participatiewet art. 19 lid 3",
        bedragen.vakantietoeslag,
        format!(
            "Daarvan is {}% vakantietoeslag: {}. Die wordt in juni betaald.",
            vakantiepercentage(maand.maand.first_day()),
            GeldNl(bedragen.vakantietoeslag)
        ),
    ));
    stappen.push(Stap::amount(
        "uitbetaling",
        "Participatiewet art. 45 lid 1",
        bedragen.uitbetaling,
        format!(
            "Deze maand wordt betaald: {} − {} = {}.",
            GeldNl(bedragen.bedrag),
            GeldNl(bedragen.vakantietoeslag),
            GeldNl(bedragen.uitbetaling)
        ),
    ));
}

/// The percentage of the law. The calculation has used it, so it is there.
fn vakantiepercentage(dag: Datum) -> String {
    let normen = Normentabel::wettelijk().op(dag);
    let percentage = normen.and_then(|n| n.percentage(Normpercentage::Vakantietoeslag).ok());
    percentage.map_or_else(String::new, |p| decimal_nl(p.decimal()))
}

/// `1 maart tot en met 14 maart 2026`, or one day.
fn describe_dagen(deel: &Maanddeel) -> String {
    if deel.van == deel.tot_en_met {
        return datum_lang(deel.van);
    }
    format!(
        "{} tot en met {}",
        deel.van.day(),
        datum_lang(deel.tot_en_met)
    )
}
