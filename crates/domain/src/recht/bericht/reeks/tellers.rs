//! Counters and readings: read from a question and written to an answer in the same form.

use primitives::{Datum, Geld, Maand};
use serde::Serialize;

use super::super::json::Json;
use super::super::lezer::{Lezer, Object, Pad};
use super::read_maand;
use crate::recht::maanden::{Lezing, LezingLoontijdvak, LezingN, Persoonstellers, Tellers};

const LEZING_N: [(&str, LezingN); 2] = [
    ("per-uitkeringsperiode", LezingN::PerUitkeringsperiode),
    ("eenmalig", LezingN::Eenmalig),
];

const LEZING_LOONTIJDVAK: [(&str, LezingLoontijdvak); 2] = [
    ("dagen", LezingLoontijdvak::Dagen),
    ("einddag", LezingLoontijdvak::Einddag),
];

/// What is used at the end of a month, as it can be given to a next question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Tellerstand {
    /// Of the applicant.
    pub aanvrager: Persoonstand,
    /// Of the partner.
    pub partner: Persoonstand,
    /// The last day with bijstand.
    pub laatste_dag: Option<Datum>,
    /// The calendar year of the amounts below.
    pub jaar: i16,
    /// Gifts and contributions in the year.
    pub giften: Geld,
    /// Paid from the buffer in the year.
    pub bufferbudget: Geld,
    /// What was set off of the boete.
    pub boete: Geld,
    /// What of advances is not set off yet.
    pub voorschot: Geld,
}

/// What one person used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Persoonstand {
    /// Months of exemption n.
    pub n: u32,
    /// The first month of exemption r.
    pub r_vanaf: Option<Maand>,
    /// The first month of exemption z.
    pub z_vanaf: Option<Maand>,
    /// The first month of art. 34a lid 1 onder a.
    pub arbeid_vanaf: Option<Maand>,
    /// Premiums in the year.
    pub premies: u32,
    /// Their amount.
    pub premiebedrag: Geld,
}

impl From<Tellers> for Tellerstand {
    fn from(tellers: Tellers) -> Self {
        Self {
            aanvrager: tellers.aanvrager.into(),
            partner: tellers.partner.into(),
            laatste_dag: tellers.laatste_dag,
            jaar: tellers.jaar,
            giften: tellers.giften,
            bufferbudget: tellers.buffer,
            boete: tellers.boete,
            voorschot: tellers.voorschot,
        }
    }
}

impl From<Persoonstellers> for Persoonstand {
    fn from(van: Persoonstellers) -> Self {
        Self {
            n: van.n,
            r_vanaf: van.r_vanaf,
            z_vanaf: van.z_vanaf,
            arbeid_vanaf: van.arbeid_vanaf,
            premies: van.premies,
            premiebedrag: van.premiebedrag,
        }
    }
}

/// What was used before the first month; what is left out was not used.
pub(super) fn read_tellers(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Tellers> {
    let bekend = [
        "aanvrager",
        "partner",
        "laatsteDag",
        "jaar",
        "giften",
        "bufferbudget",
        "boete",
        "voorschot",
    ];
    let object = lezer.object(waarde, pad, &bekend)?;
    let aanvrager = lezer.optional(&object, "aanvrager", read_persoon);
    let partner = lezer.optional(&object, "partner", read_persoon);
    let laatste_dag = lezer.optional(&object, "laatsteDag", Lezer::datum);
    let jaar = lezer.optional(&object, "jaar", read_jaar);
    let mut bedrag = |naam| bedrag(lezer, &object, naam);
    Some(Tellers {
        aanvrager: aanvrager.unwrap_or(Persoonstellers::GEEN),
        partner: partner.unwrap_or(Persoonstellers::GEEN),
        laatste_dag,
        jaar: jaar.unwrap_or(Tellers::GEEN.jaar),
        giften: bedrag("giften"),
        buffer: bedrag("bufferbudget"),
        boete: bedrag("boete"),
        voorschot: bedrag("voorschot"),
    })
}

fn read_persoon(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Persoonstellers> {
    let bekend = [
        "n",
        "rVanaf",
        "zVanaf",
        "arbeidVanaf",
        "premies",
        "premiebedrag",
    ];
    let object = lezer.object(waarde, pad, &bekend)?;
    Some(Persoonstellers {
        n: lezer.optional(&object, "n", Lezer::maanden).unwrap_or(0),
        r_vanaf: lezer.optional(&object, "rVanaf", read_maand),
        z_vanaf: lezer.optional(&object, "zVanaf", read_maand),
        arbeid_vanaf: lezer.optional(&object, "arbeidVanaf", read_maand),
        premies: lezer
            .optional(&object, "premies", Lezer::maanden)
            .unwrap_or(0),
        premiebedrag: bedrag(lezer, &object, "premiebedrag"),
    })
}

fn bedrag(lezer: &mut Lezer, object: &Object<'_, '_>, naam: &str) -> Geld {
    lezer
        .optional(object, naam, Lezer::bedrag)
        .unwrap_or(Geld::NUL)
}

fn read_jaar(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<i16> {
    let jaar = match waarde {
        Json::Getal(tekst) => tekst.parse().ok(),
        _ => None,
    };
    let jaar = jaar.filter(|jaar| (0..=2200).contains(jaar));
    if jaar.is_none() {
        lezer.refuse(pad, "schrijf een jaar als getal, zoals 2026");
    }
    jaar
}

/// How the law is read where its text is silent.
pub(super) fn read_lezing(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Lezing> {
    let object = lezer.object(waarde, pad, &["vrijlatingN", "loontijdvak"])?;
    let vrijlating_n = lezer.optional(&object, "vrijlatingN", |l, w, p| l.choice(w, p, &LEZING_N));
    let loontijdvak = lezer.optional(&object, "loontijdvak", |l, w, p| {
        l.choice(w, p, &LEZING_LOONTIJDVAK)
    });
    Some(Lezing {
        vrijlating_n: vrijlating_n.unwrap_or_default(),
        loontijdvak: loontijdvak.unwrap_or_default(),
    })
}
