//! The individuele inkomenstoeslag in sentences.

use primitives::{Datum, Geld, GeldNl, datum_lang};

use super::norm::render_normen;
use super::vermogen::render_vermogen;
use super::{Stap, decimal_nl};
use crate::recht::regelingen::Regelingsaanvraag;
use crate::recht::{IitBeleid, Iitberekening, Leefsituatie, Reden, Toeslagfeiten};

/// Explains a calculation of the toeslag, as far as it came.
pub fn render_iit(
    aanvraag: &Regelingsaanvraag<'_>,
    feiten: &Toeslagfeiten,
    beleid: &IitBeleid,
    berekening: &Iitberekening,
) -> Vec<Stap> {
    let (peildatum, situatie) = (aanvraag.peildatum, aanvraag.situatie);
    let mut stappen = vec![render_leeftijd(peildatum, situatie)];
    if let Some(norm) = &berekening.norm {
        let beleid = aanvraag.bijstandsbeleid;
        render_normen(beleid, peildatum, situatie, norm, &mut stappen);
    }
    if let Some(vermogen) = &berekening.vermogen {
        stappen.push(render_vermogen(vermogen));
    }
    render_inkomensgrens(feiten, beleid, berekening, &mut stappen);
    match &berekening.uitkomst {
        Ok(_) if berekening.overgang.is_some() => render_overgang(beleid, berekening, &mut stappen),
        Ok(_) => render_bedrag(aanvraag, feiten, beleid, berekening, &mut stappen),
        Err(Reden::GeenRecht(reden)) => stappen.push(Stap::geen_recht(reden)),
        Err(Reden::Onbepaald(_)) => {}
    }
    stappen
}

fn render_leeftijd(peildatum: Datum, situatie: &Leefsituatie) -> Stap {
    let jaren = situatie.aanvrager().jaren();
    Stap {
        stap: "leeftijd",
        grondslag: "Participatiewet art. 36 lid 1",
        besluit: None,
        waarde: Some(jaren.to_string()),
        tekst: format!(
            "Op {} is de aanvrager {jaren} jaar. De toeslag is er vanaf 21 jaar tot de AOW-leeftijd.",
            datum_lang(peildatum)
        ),
    }
}

fn render_inkomensgrens(
    feiten: &Toeslagfeiten,
    beleid: &IitBeleid,
    berekening: &Iitberekening,
    stappen: &mut Vec<Stap>,
) {
    let (Some(grens), Some(norm), Some(periode), Some(percentage)) = (
        berekening.inkomensgrens,
        &berekening.norm,
        &beleid.referteperiode,
        &beleid.inkomensgrens,
    ) else {
        return;
    };
    stappen.push(Stap {
        stap: "referteperiode",
        grondslag: "Participatiewet art. 8 lid 2",
        besluit: periode.besluit.clone(),
        waarde: Some(periode.waarde.to_string()),
        tekst: format!(
            "De gemeente noemt een inkomen langdurig laag na {} maanden. Het inkomen is {} maanden laag.",
            periode.waarde, feiten.maanden_laag_inkomen
        ),
    });
    stappen.push(Stap {
        besluit: percentage.besluit.clone(),
        ..Stap::amount(
            "inkomensgrens",
            "Participatiewet art. 8 lid 2",
            grens,
            format!(
                "De gemeente noemt een inkomen laag tot en met {}% van de norm: {}% van {} = {}. Het inkomen is {}.",
                decimal_nl(percentage.waarde.decimal()),
                decimal_nl(percentage.waarde.decimal()),
                GeldNl(norm.bedrag),
                GeldNl(grens),
                GeldNl(feiten.inkomen)
            ),
        )
    });
    if let (Some(grens), Some(percentage), Some(inkomen)) = (
        berekening.inkomensgrens_peildatum,
        &beleid.inkomensgrens_peildatum,
        feiten.inkomen_peildatum,
    ) {
        stappen.push(Stap {
            besluit: percentage.besluit.clone(),
            ..Stap::amount(
                "inkomensgrens-peildatum",
                "Participatiewet art. 8 lid 2",
                grens,
                format!(
                    "Op de dag van de aanvraag is de grens {}% van de norm: {}. Het inkomen is dan {}.",
                    decimal_nl(percentage.waarde.decimal()),
                    GeldNl(grens),
                    GeldNl(inkomen)
                ),
            )
        });
    }
}

fn render_bedrag(
    aanvraag: &Regelingsaanvraag<'_>,
    feiten: &Toeslagfeiten,
    beleid: &IitBeleid,
    berekening: &Iitberekening,
    stappen: &mut Vec<Stap>,
) {
    let toekenning = match feiten.laatste_toekenning {
        Some(op) => format!(
            "De toeslag is voor het laatst toegekend op {}. Dat is niet in de 12 maanden voor {}.",
            datum_lang(op),
            datum_lang(aanvraag.peildatum)
        ),
        None => "Er is geen eerdere toekenning van de toeslag opgegeven.".to_owned(),
    };
    stappen.push(render_uitzicht(beleid));
    stappen.push(Stap {
        stap: "eerdere-toekenning",
        grondslag: "Participatiewet art. 36 lid 3",
        besluit: None,
        waarde: feiten.laatste_toekenning.map(|op| op.to_string()),
        tekst: toekenning,
    });
    let leefvorm = aanvraag.situatie.leefvorm();
    let (Some(leefvorm), Ok(bedrag)) = (leefvorm, beleid.bedrag(leefvorm)) else {
        return;
    };
    stappen.push(Stap {
        besluit: bedrag.besluit.clone(),
        ..Stap::amount(
            "bedrag",
            "Participatiewet art. 8 lid 1 onder b",
            bedrag.waarde,
            format!(
                "De toeslag die de gemeente heeft vastgesteld voor {}: {} per jaar.",
                leefvorm.in_een_zin(),
                GeldNl(bedrag.waarde)
            ),
        )
    });
    render_kindtoeslag(beleid, berekening, stappen);
    render_deel(beleid, berekening, stappen);
}

/// An amount once, because the rules of the council changed.
fn render_overgang(beleid: &IitBeleid, berekening: &Iitberekening, stappen: &mut Vec<Stap>) {
    let (Some((bedrag, grens)), Some(laatste)) = (&berekening.overgang, &beleid.overgang_einddatum)
    else {
        return;
    };
    let besluit = beleid.overgang_bedrag.as_ref();
    stappen.push(Stap {
        besluit: besluit.and_then(|geldend| geldend.besluit.clone()),
        ..Stap::amount(
            "overgang",
            "Participatiewet art. 8 lid 1 onder b",
            *bedrag,
            format!(
                "{grens} Volgens de vorige regels van de gemeente was er wel een toeslag. Daarom is er één keer {}. Deze overgangsregeling geldt tot en met {}.",
                GeldNl(*bedrag),
                datum_lang(laatste.waarde)
            ),
        )
    });
}

/// The college judged; what the municipality looks at stands in its ordinance.
fn render_uitzicht(beleid: &IitBeleid) -> Stap {
    let gronden = &beleid.weigeringsgronden;
    let mut tekst = "Er is geen uitzicht op een hoger inkomen.".to_owned();
    if let Some(gronden) = gronden {
        let gronden = gronden.waarde.items().join("; ");
        tekst += &format!(" De gemeente ziet dat uitzicht bij: {gronden}.");
    }
    Stap {
        stap: "uitzicht",
        grondslag: "Participatiewet art. 36 lid 1",
        besluit: gronden.as_ref().and_then(|gronden| gronden.besluit.clone()),
        waarde: Some("nee".to_owned()),
        tekst,
    }
}

fn render_kindtoeslag(beleid: &IitBeleid, berekening: &Iitberekening, stappen: &mut Vec<Stap>) {
    let (Some((aantal, bedrag)), Some(eerste), Some(volgende)) = (
        berekening.kindtoeslag,
        &beleid.kindtoeslag_eerste,
        &beleid.kindtoeslag_volgende,
    ) else {
        return;
    };
    stappen.push(Stap {
        besluit: eerste.besluit.clone().or_else(|| volgende.besluit.clone()),
        ..Stap::amount(
            "kindtoeslag",
            "Participatiewet art. 8 lid 2",
            bedrag,
            format!(
                "Voor het eerste kind {}, voor elk volgend kind {}. Met {aantal} {} samen {}.",
                GeldNl(eerste.waarde),
                GeldNl(volgende.waarde),
                if aantal == 1 { "kind" } else { "kinderen" },
                GeldNl(bedrag)
            ),
        )
    });
}

/// What is not given because the income is just above a limit, as an amount below zero.
fn render_deel(beleid: &IitBeleid, berekening: &Iitberekening, stappen: &mut Vec<Stap>) {
    let (Some(deel), Some(deels), Ok(bedrag)) = (
        berekening.deel,
        &beleid.deels_boven_grens,
        &berekening.uitkomst,
    ) else {
        return;
    };
    let heel = stappen
        .iter()
        .filter(|stap| matches!(stap.stap, "bedrag" | "kindtoeslag"))
        .filter_map(|stap| Geld::parse(stap.waarde.as_deref()?).ok())
        .sum::<Geld>();
    stappen.push(Stap {
        besluit: deels.besluit.clone(),
        ..Stap::amount(
            "deel",
            "Participatiewet art. 8 lid 2",
            *bedrag - heel,
            format!(
                "Het inkomen is net boven de grens. De gemeente geeft dan een deel: {}% van {} = {}.",
                decimal_nl(deel.decimal()),
                GeldNl(heel),
                GeldNl(*bedrag)
            ),
        )
    });
}
