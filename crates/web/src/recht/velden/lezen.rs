//! Reading the fields of a scheme: what must be filled in, and what may stay empty.

use domain::recht::regelingen::Leengrond;
use domain::recht::{Overgang, Vermogen};
use primitives::{Datum, Geld, Percentage, Veldcontrole, parse_datum_nl, parse_getal_nl};

use crate::formuliervelden::{Keuze, parse_bedrag};

/// What is wrong with a day.
pub(crate) const DAG: &str = "vul een dag in die bestaat, zoals 21-11-2026";

/// Longer than anybody has had an income.
const MAANDEN_MAX: u32 = 1200;

/// A ground for a loan, by its name.
pub(crate) fn take_leengrond(
    controle: &mut Veldcontrole,
    veld: &str,
    tekst: &str,
) -> Option<Leengrond> {
    let mut gronden = Leengrond::ALL.into_iter();
    let grond = gronden
        .find(|(naam, _)| *naam == tekst)
        .map(|(_, grond)| grond);
    controle.take(veld, grond.ok_or("kies een reden uit de lijst"))
}

/// A day that must be filled in.
pub(crate) fn take_dag(controle: &mut Veldcontrole, veld: &str, tekst: &str) -> Option<Datum> {
    controle.take(veld, parse_datum_nl(tekst).ok_or(DAG))
}

/// An amount that must be filled in.
pub(crate) fn take_geld(controle: &mut Veldcontrole, veld: &str, tekst: &str) -> Option<Geld> {
    controle.take(veld, parse_geld(tekst))
}

/// A number of whole months that must be filled in.
pub(crate) fn take_maanden(controle: &mut Veldcontrole, veld: &str, tekst: &str) -> Option<u32> {
    let maanden = tekst.trim().parse().ok();
    let maanden = maanden.filter(|maanden| *maanden <= MAANDEN_MAX);
    controle.take(
        veld,
        maanden.ok_or("vul een aantal hele maanden in, zoals 36"),
    )
}

/// A number of people that must be filled in.
pub(crate) fn take_aantal(controle: &mut Veldcontrole, veld: &str, tekst: &str) -> Option<u32> {
    let aantal = tekst.trim().parse().ok().filter(|aantal| *aantal <= 30);
    controle.take(
        veld,
        aantal.ok_or("vul een heel getal in van 0 tot en met 30"),
    )
}

/// Yes or no, which must be chosen.
pub(crate) fn take_ja_nee(controle: &mut Veldcontrole, veld: &str, tekst: &str) -> Option<bool> {
    let keuze = match tekst {
        "ja" => Ok(true),
        "nee" => Ok(false),
        _ => Err("kies ja of nee"),
    };
    controle.take(veld, keuze)
}

/// A field that may stay empty.
pub(crate) fn take_or_leeg<T>(
    controle: &mut Veldcontrole,
    veld: &str,
    tekst: &str,
    take: impl FnOnce(&mut Veldcontrole, &str, &str) -> Option<T>,
) -> Option<T> {
    let tekst = tekst.trim();
    (!tekst.is_empty())
        .then(|| take(controle, veld, tekst))
        .flatten()
}

/// Possessions, debts and the home; without a home its field stays empty.
pub(crate) fn take_vermogen(
    controle: &mut Veldcontrole,
    [bezittingen, schulden, overwaarde]: [&str; 3],
) -> Option<Vermogen> {
    let bezittingen = take_geld(controle, "bezittingen", bezittingen);
    let schulden = take_geld(controle, "schulden", schulden);
    let overwaarde = match overwaarde.trim() {
        "" => Some(Geld::NUL),
        tekst => take_geld(controle, "overwaardeWoning", tekst),
    };
    Some(Vermogen {
        bezittingen: bezittingen?,
        schulden: schulden?,
        overwaarde_woning: overwaarde?,
        ..Vermogen::GEEN
    })
}

fn parse_geld(tekst: &str) -> Result<Geld, &'static str> {
    parse_bedrag(tekst).ok_or(
        "vul een bedrag in euro's in, met hoogstens twee cijfers achter de komma, zoals 1.401,50",
    )
}

/// A part in per cent.
pub(crate) fn take_deel(
    controle: &mut Veldcontrole,
    veld: &str,
    tekst: &str,
) -> Option<Percentage> {
    let deel = parse_getal_nl(tekst).and_then(|getal| Percentage::try_new(getal).ok());
    let deel = deel.filter(|deel| *deel <= Percentage::HONDERD);
    controle.take(
        veld,
        deel.ok_or("vul een percentage in van 0 tot en met 100"),
    )
}

/// What the earlier rules of the council gave.
pub(crate) fn take_overgang(
    controle: &mut Veldcontrole,
    veld: &str,
    tekst: &str,
) -> Option<Overgang> {
    let mut alle = Overgang::ALL.into_iter();
    let gevonden = alle.find(|(code, _)| *code == tekst);
    controle.take(
        veld,
        gevonden
            .map(|(_, overgang)| overgang)
            .ok_or("kies een antwoord uit de lijst"),
    )
}

/// The answers about the earlier rules, as a form offers them.
pub(crate) fn list_overgangen() -> Vec<Keuze> {
    Overgang::ALL
        .map(|(code, overgang)| {
            let tekst = match overgang {
                Overgang::Recht => "Er was toen wel een toeslag",
                Overgang::GeenRecht => "Er was toen ook geen toeslag",
                Overgang::Ontvangen => "Het bedrag van de overgangsregeling is al gegeven",
            };
            Keuze::new(code, tekst)
        })
        .to_vec()
}
