//! The norm in sentences.

use primitives::{Datum, Geld, GeldNl, datum_lang};

use super::{Stap, decimal_nl};
use crate::recht::{
    Bijstandsbeleid, Deel, Deelsoort, Leefsituatie, Leefvorm, Norm, Normbedrag as N, Normentabel,
    Normpercentage, Normverlaging, Opbouw, Verblijf, Verhoging, Verlagingsgrond,
};

/// The norm of the law, what raises or lowers it, and what is left.
pub(super) fn render_normen(
    beleid: &Bijstandsbeleid,
    peildatum: Datum,
    situatie: &Leefsituatie,
    norm: &Norm,
    stappen: &mut Vec<Stap>,
) {
    let basis = render_norm(peildatum, situatie, norm);
    if !norm.is_aangepast() {
        stappen.push(basis);
        return;
    }
    stappen.push(Stap {
        stap: "norm-wet",
        ..basis
    });
    if let Some(verhoging) = &norm.verhoging {
        stappen.push(render_verhoging(norm, verhoging));
    }
    for verlaging in norm.verlagingen.iter().flatten() {
        stappen.push(render_normverlaging(beleid, norm, verlaging));
    }
    stappen.push(render_som(norm));
}

/// Who lives here, and the norm of the law with its arithmetic.
fn render_norm(peildatum: Datum, situatie: &Leefsituatie, norm: &Norm) -> Stap {
    let wie = describe_huishouden(peildatum, situatie);
    let som = describe_opbouw(peildatum, norm);
    let jongeren = describe_jongeren(peildatum, situatie, norm);
    let basis = norm.basis;
    Stap::amount(
        "norm",
        norm.grondslag(),
        basis,
        format!("{wie} {som}{jongeren}"),
    )
}

fn render_verhoging(norm: &Norm, verhoging: &Verhoging) -> Stap {
    let bedrag = GeldNl(verhoging.bedrag);
    let wie = match verhoging.personen {
        1 => "Een jongere van 18, 19 of 20 jaar kan geen beroep doen op zijn ouders.".to_owned(),
        personen => format!(
            "{personen} jongeren van 18, 19 of 20 jaar kunnen geen beroep doen op hun ouders."
        ),
    };
    let gewenst = verhoging
        .per_persoon
        .fraction(i64::from(verhoging.personen), 1);
    let maximum = if verhoging.bedrag < gewenst {
        format!(
            " De norm wordt niet hoger dan {}, de norm voor mensen vanaf 21 jaar (lid 4). Er komt daarom {} − {} = {bedrag} bij.",
            GeldNl(verhoging.maximum),
            GeldNl(verhoging.maximum),
            GeldNl(norm.basis),
        )
    } else {
        String::new()
    };
    Stap::amount(
        "norm-verhoging",
        "Participatiewet art. 20 lid 3",
        verhoging.bedrag,
        format!(
            "{wie} Daarom is de norm {} hoger.{maximum}",
            GeldNl(gewenst)
        ),
    )
}

fn render_normverlaging(beleid: &Bijstandsbeleid, norm: &Norm, verlaging: &Normverlaging) -> Stap {
    let verhoogd = norm.basis + norm.verhoging.map_or(Geld::NUL, |v| v.bedrag);
    let reden = match verlaging.grond {
        Verlagingsgrond::Woonsituatie => "De woonkosten zijn lager dan gewoon.",
        Verlagingsgrond::Nachtopvang => "De aanvrager slaapt in de nachtopvang.",
        Verlagingsgrond::Schoolverlater => "Een opleiding is kort geleden beëindigd.",
    };
    let geldend = verlaging.grond.geldend(beleid);
    Stap {
        besluit: geldend.and_then(|geldend| geldend.besluit.clone()),
        ..Stap::amount(
            "norm-verlaging",
            verlaging.grond.grondslag(),
            verlaging.bedrag,
            format!(
                "{reden} Het college stelt de norm daarom lager vast: {}% van {} = {}.",
                decimal_nl(verlaging.percentage.decimal()),
                GeldNl(verhoogd),
                GeldNl(verlaging.bedrag)
            ),
        )
    }
}

/// The norm that the income is laid beside. Participatiewet art. 5 onder c.
fn render_som(norm: &Norm) -> Stap {
    let plus = norm
        .verhoging
        .map_or_else(String::new, |v| format!(" + {}", GeldNl(v.bedrag)));
    let mut min = String::new();
    for verlaging in norm.verlagingen.iter().flatten() {
        min += &format!(" − {}", GeldNl(verlaging.bedrag));
    }
    let af: Geld = norm.verlagingen.iter().flatten().map(|v| v.bedrag).sum();
    let bedrag = GeldNl(norm.bedrag);
    let uitkomst = if norm.bedrag.is_nul() && !af.is_nul() {
        format!("is niet hoger dan nul. De norm is {bedrag}.")
    } else {
        format!("= {bedrag} per maand.")
    };
    Stap::amount(
        "norm",
        "Participatiewet art. 5 onder c",
        norm.bedrag,
        format!(
            "De norm voor dit huishouden: {}{plus}{min} {uitkomst}",
            GeldNl(norm.basis)
        ),
    )
}

/// Why a norm for young people was not raised.
fn describe_jongeren(peildatum: Datum, situatie: &Leefsituatie, norm: &Norm) -> &'static str {
    if !norm.has_jongere() || norm.verhoging.is_some() {
        return "";
    }
    let feiten = situatie.normfeiten();
    let is_verteld = feiten.aanvrager.ouders.is_some() || feiten.partner.ouders.is_some();
    let normen = Normentabel::wettelijk().op(peildatum);
    let bestaat = normen.is_some_and(|n| n.find_bedrag(N::VerhogingJongere) != Ok(None));
    if is_verteld && !bestaat {
        " De verhoging van artikel 20 lid 3 bestond nog niet."
    } else if is_verteld {
        " De ouders kunnen bijdragen. Daarom is er geen verhoging (artikel 20 lid 3)."
    } else {
        " Een verhoging omdat de ouders niet kunnen bijdragen (artikel 20 lid 3) is niet meegerekend."
    }
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
        describe_medebewoners(situatie),
    )
}

fn describe_medebewoners(situatie: &Leefsituatie) -> String {
    match situatie.kostendelende_medebewoners() {
        _ if situatie.verblijf() == Verblijf::Inrichting => String::new(),
        0 => String::new(),
        _ if situatie.normfeiten().aanvrager.is_mantelzorger_elders => {
            " De aanvrager woont hier tijdelijk om intensieve mantelzorg te geven. Daarom geldt de kostendelersnorm niet (artikel 22a lid 4).".to_owned()
        }
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
    let totaal = GeldNl(norm.basis);
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
pub(super) fn percent(peildatum: Datum, naam: Normpercentage) -> String {
    let normen = Normentabel::wettelijk().op(peildatum);
    let percentage = normen.and_then(|normen| normen.percentage(naam).ok());
    percentage.map_or_else(String::new, |p| decimal_nl(p.decimal()))
}
