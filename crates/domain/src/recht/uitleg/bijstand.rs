//! Algemene bijstand in sentences.

use primitives::{Geld, GeldNl};

use super::norm::{percent, render_normen};
use super::vermogen::render_vermogen;
use super::vrijstelling::render_vrijstelling;
use super::{Stap, decimal_nl};
use crate::recht::{
    Bijstandsberekening, Bijstandsfeiten, GeenVrijlating, Inkomen, Kader, Norm, Normpercentage,
    Persoon, Reden, Verlaging, Vrijlatingstoets,
};

/// Explains a calculation of algemene bijstand by the law alone, as far as it came.
pub fn render_bijstand(
    feiten: &Bijstandsfeiten<'_>,
    berekening: &Bijstandsberekening,
) -> Vec<Stap> {
    render_bijstand_in(&Kader::WET, feiten, berekening)
}

/// Explains a calculation by the law and the policy of `kader`, as far as it came.
pub fn render_bijstand_in(
    kader: &Kader<'_>,
    feiten: &Bijstandsfeiten<'_>,
    berekening: &Bijstandsberekening,
) -> Vec<Stap> {
    let mut stappen = Vec::with_capacity(8);
    if let Some(norm) = &berekening.norm {
        render_normen(kader, feiten, norm, &mut stappen);
    }
    if let Some(vermogen) = &berekening.vermogen {
        stappen.push(render_vermogen(vermogen));
    }
    if let Some(inkomen) = &berekening.inkomen {
        render_inkomen(kader, feiten, inkomen, &mut stappen);
    }
    if let (Some(norm), Some(verlaging), Some(maatregel)) =
        (&berekening.norm, berekening.verlaging, feiten.verlaging)
    {
        stappen.push(render_verlaging(norm, verlaging, maatregel));
    }
    match &berekening.uitkomst {
        Ok(_) => render_bedragen(feiten, berekening, &mut stappen),
        Err(Reden::GeenRecht(reden)) => stappen.push(Stap::geen_recht(reden)),
        // What is missing is no step of the law; it stands in the reason of the answer.
        Err(Reden::Onbepaald(_)) => {}
    }
    stappen
}

fn render_inkomen(
    kader: &Kader<'_>,
    feiten: &Bijstandsfeiten<'_>,
    inkomen: &Inkomen,
    stappen: &mut Vec<Stap>,
) {
    for inkomst in feiten.inkomsten {
        stappen.push(Stap::amount(
            "inkomen",
            "Participatiewet art. 32 lid 1",
            inkomst.bedrag,
            format!(
                "De {} heeft deze maand inkomen uit {}: {}.",
                inkomst.persoon.omschrijving(),
                inkomst.soort.omschrijving(),
                GeldNl(inkomst.bedrag)
            ),
        ));
    }
    let vrijstellingen = inkomen.vrijstellingen.iter();
    stappen.extend(vrijstellingen.map(|vrij| render_vrijstelling(kader, vrij)));
    stappen.extend(inkomen.vrijlatingen.iter().map(render_vrijlating));
    if let Some(deel) = inkomen.niet_rechthebbend {
        stappen.push(Stap::amount(
            "inkomen-partner",
            "Participatiewet art. 32 lid 3",
            deel.telt_mee,
            format!(
                "De partner heeft geen recht op bijstand. Daarom telt zijn inkomen alleen mee voor zover beide inkomens en de bijstand zonder zijn inkomen samen hoger zijn dan de norm voor gehuwden. Samen is dat {} + {} + {} = {}. De norm voor gehuwden is {}. Er telt {} mee.",
                GeldNl(inkomen.aanvrager),
                GeldNl(inkomen.partner),
                GeldNl(deel.bijstand_zonder),
                GeldNl(deel.tezamen),
                GeldNl(deel.gehuwdennorm),
                GeldNl(deel.telt_mee),
            ),
        ));
    }
    stappen.push(render_middelen(feiten, inkomen));
}

fn render_middelen(feiten: &Bijstandsfeiten<'_>, inkomen: &Inkomen) -> Stap {
    let tekst = if feiten.inkomsten.is_empty() {
        "Er is geen inkomen opgegeven.".to_owned()
    } else if feiten.situatie.partner().is_some() {
        let partner = inkomen
            .niet_rechthebbend
            .map_or(inkomen.partner, |deel| deel.telt_mee);
        format!(
            "Van de aanvrager telt {} mee en van de partner {}. Samen: {}.",
            GeldNl(inkomen.aanvrager),
            GeldNl(partner),
            GeldNl(inkomen.middelen)
        )
    } else {
        format!("Van het inkomen telt {} mee.", GeldNl(inkomen.middelen))
    };
    Stap::amount(
        "middelen",
        "Participatiewet art. 31 lid 1",
        inkomen.middelen,
        tekst,
    )
}

/// What of an income does not count, or why an exemption that was named is none.
pub fn render_vrijlating(toets: &Vrijlatingstoets) -> Stap {
    let (bedrag, tekst) = match toets.uitkomst {
        Ok(vrij) => {
            let berekend = toets.inkomsten.part(vrij.percentage);
            let grens = if berekend > vrij.maximum {
                format!(" Het hoogste bedrag is {}.", GeldNl(vrij.maximum))
            } else {
                String::new()
            };
            let tekst = format!(
                "{}% van {} is {}.{grens} Van het inkomen van de {} telt daarom {} niet mee.",
                decimal_nl(vrij.percentage.decimal()),
                GeldNl(toets.inkomsten),
                GeldNl(berekend),
                toets.persoon.omschrijving(),
                GeldNl(vrij.bedrag)
            );
            (vrij.bedrag, tekst)
        }
        Err(reden) => {
            let tekst = format!(
                "De vrijlating onder {} geldt niet: {}.",
                toets.letter.letter(),
                describe_geen_vrijlating(reden, toets.persoon)
            );
            (Geld::NUL, tekst)
        }
    };
    Stap::amount("vrijlating", toets.letter.grondslag(), bedrag, tekst)
}

fn describe_geen_vrijlating(reden: GeenVrijlating, persoon: Persoon) -> String {
    let persoon = persoon.omschrijving();
    match reden {
        GeenVrijlating::JongerDan27 => {
            format!("de {persoon} is jonger dan 27 jaar (artikel 31 lid 5)")
        }
        GeenVrijlating::GeenArbeid => "het is geen inkomen uit werk".to_owned(),
        GeenVrijlating::GeenAlleenstaandeOuder => {
            format!("de {persoon} is geen alleenstaande ouder")
        }
        GeenVrijlating::GeenKindOnder12 => "er is geen kind jonger dan 12 jaar".to_owned(),
        GeenVrijlating::TermijnVerbruikt { gebruikt, termijn } => {
            format!("van de {termijn} maanden zijn er al {gebruikt} gebruikt")
        }
        GeenVrijlating::GeenRecht => "de partner ontvangt geen bijstand".to_owned(),
    }
}

fn render_verlaging(norm: &Norm, verlaging: Geld, maatregel: Verlaging) -> Stap {
    let tekst = match maatregel {
        Verlaging::Percentage(percentage) => format!(
            "Door een maatregel is de bijstand lager: {}% van de norm van {} = {}.",
            decimal_nl(percentage.decimal()),
            GeldNl(norm.bedrag),
            GeldNl(verlaging)
        ),
        Verlaging::Bedrag(_) => {
            format!(
                "Door een maatregel is de bijstand {} lager.",
                GeldNl(verlaging)
            )
        }
    };
    Stap::amount(
        "verlaging",
        "Participatiewet art. 18 lid 2",
        verlaging,
        tekst,
    )
}

fn render_bedragen(
    feiten: &Bijstandsfeiten<'_>,
    berekening: &Bijstandsberekening,
    stappen: &mut Vec<Stap>,
) {
    let (Ok(bedragen), Some(norm), Some(inkomen), Some(verlaging)) = (
        &berekening.uitkomst,
        &berekening.norm,
        &berekening.inkomen,
        berekening.verlaging,
    ) else {
        return;
    };
    let bedrag = GeldNl(bedragen.bedrag);
    let uitkomst = if norm.bedrag - inkomen.middelen < verlaging {
        format!("is lager dan nul. De bijstand is {bedrag}.")
    } else {
        format!("= {bedrag} per maand.")
    };
    let min_verlaging = if feiten.verlaging.is_some() {
        format!(" − {}", GeldNl(verlaging))
    } else {
        String::new()
    };
    stappen.push(Stap::amount(
        "bedrag",
        "Participatiewet art. 19 lid 2",
        bedragen.bedrag,
        format!(
            "De bijstand: {} − {}{min_verlaging} {uitkomst}",
            GeldNl(norm.bedrag),
            GeldNl(inkomen.middelen)
        ),
    ));
    stappen.push(Stap::amount(
        "vakantietoeslag",
        "Participatiewet art. 19 lid 3",
        bedragen.vakantietoeslag,
        format!(
            "Daarvan is {}% vakantietoeslag: {}. Die wordt in juni betaald.",
            percent(feiten.peildatum, Normpercentage::Vakantietoeslag),
            GeldNl(bedragen.vakantietoeslag)
        ),
    ));
    stappen.push(Stap::amount(
        "uitbetaling",
        "Participatiewet art. 45 lid 1",
        bedragen.uitbetaling,
        format!(
            "Deze maand wordt betaald: {bedrag} − {} = {}.",
            GeldNl(bedragen.vakantietoeslag),
            GeldNl(bedragen.uitbetaling)
        ),
    ));
}
