//! Working back in time: only where it favours residents, and with a reason.
//!
//! Who reads that he gets less, or has more duties, could not know it then (rechtszekerheid). What gives more may be
//! given for days that have passed. Which way a parameter favours residents stands in the catalogue.

use std::cmp::Ordering;
use std::fmt;

use primitives::{Datum, Moment, datum_lang};
use rust_decimal::Decimal;

use super::besluit::{BeslotenWaarde, Besluit};
use super::catalogus::{Parameter, Richting};
use super::invoer::Omgeving;
use super::lezer::Lezer;
use super::{Beleid, Waarde};

/// Why a value does not work back in time.
#[derive(Clone, Debug, PartialEq, Eq)]
enum NietTerug {
    /// Neither more nor less of it favours residents by itself.
    ZonderRichting,
    /// On that day residents had it better.
    Ongunstig {
        /// The day.
        op: Datum,
        /// What held then.
        gold: String,
    },
}

/// Refuses each value that would bind before `uiterlijk` and does not favour residents on every such day; and each
/// withdrawal that would.
pub(super) fn check_terugwerking(
    besluit: &Besluit,
    inwerkingtreding: Datum,
    uiterlijk: Datum,
    omgeving: Omgeving<'_>,
    lezer: &mut Lezer,
) {
    for (plek, besloten) in besluit.waarden().iter().enumerate() {
        let parameter = omgeving.catalogus.find(besloten.sleutel.as_str());
        let beleid = omgeving.beleid.clone().in_gebied(besloten.gebied);
        let grens = (inwerkingtreding, uiterlijk);
        let uitkomst =
            parameter.map_or(Ok(()), |p| check_waarde_terug(p, besloten, &beleid, grens));
        if let Err(niet) = uitkomst {
            lezer
                .controle
                .refuse(format!("waarden.{plek}.waarde"), niet.to_string());
        }
    }
    for (plek, intrekking) in besluit.intrekkingen().iter().enumerate() {
        if intrekking.vanaf.max(inwerkingtreding) < uiterlijk {
            let melding = "een intrekking werkt niet terug: kies een latere dag";
            let veld = format!("intrekkingen.{plek}.sleutel");
            lezer.controle.refuse(veld, melding);
        }
    }
}

fn check_waarde_terug(
    parameter: &Parameter,
    besloten: &BeslotenWaarde,
    beleid: &Beleid,
    (inwerkingtreding, uiterlijk): (Datum, Datum),
) -> Result<(), NietTerug> {
    let Some(periode) = besloten.periode_from(inwerkingtreding) else {
        return Ok(());
    };
    let wissels = beleid.list_wisseldagen(parameter, Moment::MAX);
    let terug = std::iter::once(periode.van())
        .chain(wissels)
        .filter(|dag| periode.contains(*dag) && *dag < uiterlijk);
    for op in terug {
        let gold = beleid
            .stand_on(parameter, op, Moment::MAX)
            .waarde()
            .cloned();
        if gold.as_ref() == Some(&besloten.waarde) {
            continue;
        }
        let Some(richting) = parameter.gunstig else {
            return Err(NietTerug::ZonderRichting);
        };
        if !is_gunstig(richting, gold.as_ref(), &besloten.waarde) {
            let gold = gold.map_or_else(
                || "er niets was vastgesteld".to_owned(),
                |waarde| format!("het {} was", parameter.render(&waarde)),
            );
            return Err(NietTerug::Ongunstig { op, gold });
        }
    }
    Ok(())
}

/// Whether residents have it at least as good with the new value. Where nothing was decided they got nothing, and
/// had no duty.
fn is_gunstig(richting: Richting, oud: Option<&Waarde>, nieuw: &Waarde) -> bool {
    let Some(oud) = oud else {
        return richting == Richting::Hoger && rang(nieuw).is_some();
    };
    let volgorde = rang(oud).zip(rang(nieuw));
    let volgorde = volgorde.map(|(oud, nieuw)| nieuw.cmp(&oud));
    match richting {
        Richting::Hoger => volgorde.is_some_and(Ordering::is_ge),
        Richting::Lager => volgorde.is_some_and(Ordering::is_le),
    }
}

/// Where a value stands between less and more; none for what has no order, such as a list.
fn rang(waarde: &Waarde) -> Option<Decimal> {
    match waarde {
        Waarde::JaNee(is_ja) => Some(Decimal::from(u8::from(*is_ja))),
        anders => anders.getal(),
    }
}

impl fmt::Display for NietTerug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ZonderRichting => f.write_str(
                "dit werkt niet terug: van dit gegeven staat niet vast welke kant inwoners bevoordeelt. Kies de dag van de vergadering of later",
            ),
            Self::Ongunstig { op, gold } => {
                let op = datum_lang(*op);
                write!(
                    f,
                    "dit werkt niet terug: op {op}, toen {gold}, waren inwoners beter af. Kies de dag van de vergadering of later"
                )
            }
        }
    }
}
