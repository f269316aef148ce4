//! Algemene bijstand in sentences.

use primitives::{Datum, Geld, GeldNl, datum_lang};

use super::{Stap, decimal_nl};
use crate::recht::{
    Bijstandsberekening, Bijstandsfeiten, Deel, Deelsoort, GeenVrijlating, Inkomen, Leefsituatie,
    Leefvorm, Norm, Normbedrag as N, Normentabel, Normpercentage, Opbouw, Persoon, Reden, Verblijf,
    Verlaging, Vermogenstoets, Vrijlatingstoets,
};

/// Explains a calculation of algemene bijstand, as far as it came.
pub fn render_bijstand(
    feiten: &Bijstandsfeiten<'_>,
    berekening: &Bijstandsberekening,
) -> Vec<Stap> {
    let mut stappen = Vec::with_capacity(8);
    if let Some(norm) = &berekening.norm {
        stappen.push(render_norm(feiten.peildatum, feiten.situatie, norm));
    }
    if let Some(vermogen) = &berekening.vermogen {
        stappen.push(render_vermogen(vermogen));
    }
    if let Some(inkomen) = &berekening.inkomen {
        render_inkomen(feiten, inkomen, &mut stappen);
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

/// Who lives here, and the norm with its arithmetic.
pub(super) fn render_norm(peildatum: Datum, situatie: &Leefsituatie, norm: &Norm) -> Stap {
    let wie = describe_huishouden(peildatum, situatie);
    let som = describe_opbouw(peildatum, norm);
    let jongeren = if is_jongerennorm(norm) {
        " Een verhoging omdat de ouders niet kunnen bijdragen (artikel 20 lid 3) is niet meegerekend."
    } else {
        ""
    };
    Stap::amount(
        "norm",
        norm.grondslag(),
        norm.bedrag,
        format!("{wie} {som}{jongeren}"),
    )
}

fn describe_huishouden(peildatum: Datum, situatie: &Leefsituatie) -> String {
    let jaren = situatie.aanvrager().jaren();
    let leefvorm = situatie.leefvorm().map_or("alleen", Leefvorm::omschrijving);
    let wie = match situatie.partner() {
        None => format!("{jaren} jaar en {leefvorm}."),
        Some(partner) => {
            let recht = if partner.heeft_recht {
                ""
            } else {
                " De partner heeft geen recht op algemene bijstand."
            };
            match partner.leeftijd {
                Some(leeftijd) => format!(
                    "{jaren} jaar en de partner {} jaar. Zij gelden als gehuwd.{recht}",
                    leeftijd.jaren()
                ),
                None => format!("{jaren} jaar en geldt als gehuwd.{recht}"),
            }
        }
    };
    format!(
        "Op {} is de aanvrager {wie}{}{}",
        datum_lang(peildatum),
        describe_verblijf(situatie),
        describe_medebewoners(situatie)
    )
}

fn describe_medebewoners(situatie: &Leefsituatie) -> String {
    match situatie.kostendelende_medebewoners() {
        _ if situatie.verblijf() == Verblijf::Inrichting => String::new(),
        0 => String::new(),
        1 => " In de woning woont nog 1 persoon van 27 jaar of ouder die kosten deelt.".to_owned(),
        aantal => {
            format!(
                " In de woning wonen nog {aantal} personen van 27 jaar of ouder die kosten delen."
            )
        }
    }
}

const fn describe_verblijf(situatie: &Leefsituatie) -> &'static str {
    match situatie.verblijf() {
        Verblijf::Woning => "",
        Verblijf::Inrichting if situatie.partner().is_some() => {
            " Zij verblijven in een inrichting."
        }
        Verblijf::Inrichting => " De aanvrager verblijft in een inrichting.",
        Verblijf::AanvragerInInrichting => " Alleen de aanvrager verblijft in een inrichting.",
        Verblijf::PartnerInInrichting => " Alleen de partner verblijft in een inrichting.",
    }
}

fn describe_opbouw(peildatum: Datum, norm: &Norm) -> String {
    let totaal = GeldNl(norm.bedrag);
    match norm.opbouw {
        Opbouw::Enkel(deel) => {
            format!(
                "De norm is {} per maand, met vakantietoeslag.",
                describe_deel(peildatum, &deel)
            )
        }
        Opbouw::Som {
            delen: [een, twee], ..
        } => format!(
            "De norm is de som van twee bedragen. Het eerste is {}. Het tweede is {}. Samen: {} + {} = {totaal} per maand, met vakantietoeslag.",
            describe_deel(peildatum, &een),
            describe_deel(peildatum, &twee),
            GeldNl(een.bedrag),
            GeldNl(twee.bedrag),
        ),
        Opbouw::Helft { van, .. } => format!(
            "De norm is {}% van de norm voor gehuwden ({}) = {totaal} per maand, met vakantietoeslag.",
            percent(peildatum, Normpercentage::NietRechthebbendePartner),
            describe_deel(peildatum, &van),
        ),
    }
}

/// An amount, with its arithmetic where there is any.
fn describe_deel(peildatum: Datum, deel: &Deel) -> String {
    let bedrag = GeldNl(deel.bedrag);
    match deel.soort {
        Deelsoort::Tabel(_) => bedrag.to_string(),
        Deelsoort::Inrichting {
            basis, verhoging, ..
        } => {
            format!("{} + {} = {bedrag}", GeldNl(basis), GeldNl(verhoging))
        }
        Deelsoort::Kostendeler { personen, van, .. } => format!(
            "(({}% + {personen} × {}%) / {personen}) × {} = {bedrag}",
            percent(peildatum, Normpercentage::KostendelersBasis),
            percent(peildatum, Normpercentage::KostendelersOpslag),
            GeldNl(van),
        ),
    }
}

/// A percentage of the law for a sentence. The calculation has used it, so it is there.
fn percent(peildatum: Datum, naam: Normpercentage) -> String {
    let normen = Normentabel::wettelijk().op(peildatum);
    let percentage = normen.and_then(|normen| normen.percentage(naam).ok());
    percentage.map_or_else(String::new, |p| decimal_nl(p.decimal()))
}

const fn is_jongerennorm(norm: &Norm) -> bool {
    let deel = match norm.opbouw {
        Opbouw::Enkel(deel) | Opbouw::Helft { van: deel, .. } => deel,
        Opbouw::Som {
            delen: [_, tweede], ..
        } => tweede,
    };
    matches!(
        deel.soort,
        Deelsoort::Tabel(
            N::JongereAlleenstaande
                | N::JongerenGehuwd
                | N::JongereEnOudere
                | N::JongereAlleenstaandeOuder
                | N::JongerenGehuwdMetKind
                | N::JongereEnOudereMetKind
                | N::KostendelendeJongere
                | N::KostendelendeJongereMetKind
        )
    )
}

pub(super) fn render_vermogen(toets: &Vermogenstoets) -> Stap {
    let grens = GeldNl(toets.grens);
    let tekst = match toets.opgegeven {
        None => format!("Er is geen vermogen opgegeven. De grens is {grens}."),
        Some(eigen) => {
            let woning = if eigen.overwaarde_woning.is_nul() {
                String::new()
            } else if toets.uit_woning.is_nul() {
                format!(
                    " De waarde van de woning ({}) telt niet mee: die is niet hoger dan {}.",
                    GeldNl(eigen.overwaarde_woning),
                    GeldNl(toets.woninggrens)
                )
            } else {
                format!(
                    " Van de waarde van de woning telt mee: {} − {} = {}.",
                    GeldNl(eigen.overwaarde_woning),
                    GeldNl(toets.woninggrens),
                    GeldNl(toets.uit_woning)
                )
            };
            format!(
                "Bezittingen {} min schulden {}.{woning} Het vermogen is {}. De grens is {grens}.",
                GeldNl(eigen.bezittingen),
                GeldNl(eigen.schulden),
                GeldNl(toets.vermogen)
            )
        }
    };
    Stap::amount("vermogen", toets.norm.grondslag(), toets.vermogen, tekst)
}

fn render_inkomen(feiten: &Bijstandsfeiten<'_>, inkomen: &Inkomen, stappen: &mut Vec<Stap>) {
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

fn render_vrijlating(toets: &Vrijlatingstoets) -> Stap {
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
