//! What the law demands of parameters together: relations, sums, and tables that are complete.

use primitives::{Datum, Geld, Moment, Periode, geld_nl};
use rust_decimal::Decimal;

use super::catalogus::{Catalogus, Deel, Grens, Grensregel, Parameter, Regime};
use super::rules::Strijd;
use super::{Beleid, Waarde};

/// Judges the relations between a parameter and others on every day of `periode`, with `beleid` as it would
/// be after the decision.
pub fn check_samenhang(
    catalogus: &Catalogus,
    parameter: &Parameter,
    beleid: &Beleid,
    periode: Periode,
) -> Result<(), Strijd> {
    let dagen = list_dagen(catalogus, parameter, beleid, periode);
    dagen.into_iter().try_for_each(|op| {
        let (Some(regime), Some(waarde)) = (
            parameter.regime_on(op),
            beleid.find_ongetoetst(parameter, op, Moment::MAX),
        ) else {
            return Ok(());
        };
        find_in_samenhang(catalogus, regime, waarde, beleid, (op, Moment::MAX))
            .or_else(|| find_in_tabel(catalogus, parameter, beleid, op))
            .map_or(Ok(()), Err)
    })
}

/// The first relation of a regime that a value breaks on a day, as known on a moment.
pub(super) fn find_in_samenhang(
    catalogus: &Catalogus,
    regime: &Regime,
    waarde: &Waarde,
    beleid: &Beleid,
    (op, bekend_op): (Datum, Moment),
) -> Option<Strijd> {
    regime.grenzen.iter().find_map(|grens| match &grens.regel {
        Grensregel::Minimum { .. } | Grensregel::Maximum { .. } => None,
        Grensregel::MeerDan { sleutel } | Grensregel::MinderDan { sleutel } => {
            let andere = catalogus.find(sleutel.as_str())?;
            // A relation binds only once both were decided.
            let ander = beleid.find_ongetoetst(andere, op, bekend_op)?;
            find_in_paar(grens, waarde, andere, ander, op)
        }
        Grensregel::SamenHoogstens {
            waarde: maximum,
            delen,
        } => {
            let telling = Telling::new(catalogus, beleid, delen, (op, bekend_op));
            (telling.som > *maximum).then(|| Strijd::SamenTeVeel {
                maximum: geld_nl(Geld::round_half_up(*maximum)),
                delen: telling.namen,
                op,
                artikel: grens.artikel.clone(),
            })
        }
    })
}

fn find_in_paar(
    grens: &Grens,
    eigen: &Waarde,
    andere: &Parameter,
    ander: &Waarde,
    op: Datum,
) -> Option<Strijd> {
    let (naam, waarde) = (andere.naam.clone(), andere.render(ander));
    let artikel = grens.artikel.clone();
    match &grens.regel {
        Grensregel::MeerDan { .. } if eigen.getal() <= ander.getal() => Some(Strijd::NietMeerDan {
            naam,
            waarde,
            op,
            artikel,
        }),
        Grensregel::MinderDan { .. } if eigen.getal() >= ander.getal() => {
            Some(Strijd::NietMinderDan {
                naam,
                waarde,
                op,
                artikel,
            })
        }
        _ => None,
    }
}

/// What a person can be given at most of several parameters together.
struct Telling {
    som: Decimal,
    namen: Vec<String>,
}

impl Telling {
    fn new(
        catalogus: &Catalogus,
        beleid: &Beleid,
        delen: &[Deel],
        (op, bekend_op): (Datum, Moment),
    ) -> Self {
        let mut telling = Self {
            som: Decimal::ZERO,
            namen: Vec::new(),
        };
        for deel in delen {
            let Some(parameter) = catalogus.find(deel.sleutel.as_str()) else {
                continue;
            };
            let waarde = beleid.find_ongetoetst(parameter, op, bekend_op);
            // Of tiers a person gets one: the highest counts.
            let Some(hoogste) = waarde.and_then(|w| w.getallen().into_iter().max()) else {
                continue;
            };
            telling.som += hoogste * Decimal::from(deel.maal);
            let bedrag = geld_nl(Geld::round_half_up(hoogste));
            telling.namen.push(match deel.maal {
                1 => format!("‘{}’ {bedrag}", parameter.naam),
                maal => format!("‘{}’ {maal} × {bedrag}", parameter.naam),
            });
        }
        telling
    }
}

/// The rows that miss a value on a day in a table that must be complete, once one row has one.
fn find_in_tabel(
    catalogus: &Catalogus,
    parameter: &Parameter,
    beleid: &Beleid,
    op: Datum,
) -> Option<Strijd> {
    let plek = parameter.tabel.as_ref()?;
    let tabel = catalogus
        .find_tabel(&plek.tabel)
        .filter(|t| t.is_volledig)?;
    let is_leeg = |rij: &&Parameter| beleid.find_ongetoetst(rij, op, Moment::MAX).is_none();
    let ontbreekt: Vec<String> = catalogus
        .rijen_of(tabel)
        .filter(is_leeg)
        .filter_map(|rij| Some(rij.tabel.as_ref()?.rij.clone()))
        .collect();
    (!ontbreekt.is_empty()).then(|| Strijd::TabelOnvolledig {
        tabel: tabel.naam.clone(),
        ontbreekt,
        op,
    })
}

/// The days of `periode` on which the parameter or what it is held against changes.
fn list_dagen(
    catalogus: &Catalogus,
    parameter: &Parameter,
    beleid: &Beleid,
    periode: Periode,
) -> Vec<Datum> {
    let grenzen = parameter.regimes.iter().flat_map(|r| &r.grenzen);
    let sleutels = grenzen.flat_map(|grens| match &grens.regel {
        Grensregel::Minimum { .. } | Grensregel::Maximum { .. } => Vec::new(),
        Grensregel::MeerDan { sleutel } | Grensregel::MinderDan { sleutel } => vec![sleutel],
        Grensregel::SamenHoogstens { delen, .. } => delen.iter().map(|d| &d.sleutel).collect(),
    });
    let tabel = parameter
        .tabel
        .as_ref()
        .and_then(|plek| catalogus.find_tabel(&plek.tabel));
    let mut anderen: Vec<&Parameter> = sleutels
        .filter_map(|sleutel| catalogus.find(sleutel.as_str()))
        .chain(
            tabel
                .into_iter()
                .flat_map(|tabel| catalogus.rijen_of(tabel)),
        )
        .collect();
    anderen.sort_unstable_by(|een, twee| een.sleutel.cmp(&twee.sleutel));
    anderen.dedup_by(|een, twee| een.sleutel == twee.sleutel);
    let wissels = anderen
        .into_iter()
        .flat_map(|andere| beleid.list_wisseldagen(andere, Moment::MAX));
    let mut dagen: Vec<Datum> = wissels
        .filter(|dag| periode.contains(*dag))
        .chain([periode.van()])
        .collect();
    dagen.sort_unstable();
    dagen.dedup();
    dagen
}
