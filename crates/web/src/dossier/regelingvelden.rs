//! What the pages of the schemes share: fields that are read, and the answer as it is shown.

use domain::recht::Vermogen;
use domain::recht::bericht::Antwoord;
use domain::recht::regelingen::Leengrond;
use http_base::Fout;
use primitives::{Datum, Geld, GemeenteCode, Veldcontrole, datum_lang, geld_nl, parse_datum_nl};

use super::stappen::{Stapregel, list_stappen, outcome};
use crate::formuliervelden::parse_bedrag;
use crate::onderdelen::Status;

/// What is wrong with a day.
pub(super) const DAG: &str = "vul een dag in die bestaat, zoals 21-11-2026";

/// Longer than anybody has had an income.
const MAANDEN_MAX: u32 = 1200;

/// An answer for a day.
pub(super) struct Uitkomst {
    pub(super) status: Status,
    pub(super) bedrag: Option<String>,
    pub(super) reden: Option<String>,
    pub(super) peildatum: String,
    pub(super) stappen: Vec<Stapregel>,
}

impl Uitkomst {
    pub(super) fn new(gemeente: GemeenteCode, antwoord: &Antwoord, peildatum: Datum) -> Self {
        Self {
            status: outcome(antwoord),
            bedrag: antwoord.bedrag.map(geld_nl),
            reden: antwoord.reden.clone(),
            peildatum: datum_lang(peildatum),
            stappen: list_stappen(gemeente, antwoord),
        }
    }
}

/// Which of `alle` an address asks for by its name; none where it asks for none.
pub(super) fn chosen<T: Copy>(
    alle: &[T],
    name: impl Fn(T) -> &'static str,
    gevraagd: &str,
    unknown: impl Fn() -> Fout,
) -> Result<Option<T>, Fout> {
    if gevraagd.is_empty() {
        return Ok(None);
    }
    let gevonden = alle.iter().find(|een| name(**een) == gevraagd);
    gevonden.copied().map(Some).ok_or_else(unknown)
}

/// A ground for a loan, by its name.
pub(super) fn take_leengrond(
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
pub(super) fn take_dag(controle: &mut Veldcontrole, veld: &str, tekst: &str) -> Option<Datum> {
    controle.take(veld, parse_datum_nl(tekst).ok_or(DAG))
}

/// An amount that must be filled in.
pub(super) fn take_geld(controle: &mut Veldcontrole, veld: &str, tekst: &str) -> Option<Geld> {
    controle.take(veld, parse_geld(tekst))
}

/// A number of whole months that must be filled in.
pub(super) fn take_maanden(controle: &mut Veldcontrole, veld: &str, tekst: &str) -> Option<u32> {
    let maanden = tekst.trim().parse().ok();
    let maanden = maanden.filter(|maanden| *maanden <= MAANDEN_MAX);
    controle.take(
        veld,
        maanden.ok_or("vul een aantal hele maanden in, zoals 36"),
    )
}

/// A number of people that must be filled in.
pub(super) fn take_aantal(controle: &mut Veldcontrole, veld: &str, tekst: &str) -> Option<u32> {
    let aantal = tekst.trim().parse().ok().filter(|aantal| *aantal <= 30);
    controle.take(
        veld,
        aantal.ok_or("vul een heel getal in van 0 tot en met 30"),
    )
}

/// Yes or no, which must be chosen.
pub(super) fn take_ja_nee(controle: &mut Veldcontrole, veld: &str, tekst: &str) -> Option<bool> {
    let keuze = match tekst {
        "ja" => Ok(true),
        "nee" => Ok(false),
        _ => Err("kies ja of nee"),
    };
    controle.take(veld, keuze)
}

/// A field that may stay empty.
pub(super) fn take_or_leeg<T>(
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
pub(super) fn take_vermogen(
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
