//! The days by which somebody must act. Participatiewet arts 18 lid 3, 41 lid 4, 52, 54 lid 1.

use jiff::Span;
use primitives::{Datum, Geld, Maand};

use super::beleid::{Beleidsbron, required};
use super::feiten::{Gebeurtenis, Reeksfeiten, Uitkeringsperiode};
use super::maatregel::Maatregelsoort;
use super::vakantietoeslag::list_vakantietoeslagen;
use super::{MaandOnbepaald, Maandberekening, Reeksregel, Termijn};
use crate::recht::{Huishouden, Leeftijd};

/// Every term of the case up to the last day of the series, in the order of the days.
pub(super) fn list_termijnen(
    feiten: &Reeksfeiten,
    maanden: &[Maandberekening],
    bron: &Beleidsbron,
    laatste_dag: Datum,
) -> Result<Vec<Termijn>, MaandOnbepaald> {
    let mut termijnen = Vec::new();
    for periode in &feiten.perioden {
        if let Some(termijn) = zoektermijn(feiten, periode)? {
            termijnen.push(termijn);
        }
        list_voorschotten(periode, maanden, bron, laatste_dag, &mut termijnen)?;
    }
    list_vakantietoeslagen(maanden, &mut termijnen)?;
    for maatregel in &feiten.maatregelen {
        if maatregel.soort != Maatregelsoort::Arbeid && maatregel.is_verwijtbaar {
            let maanden = Reeksregel::HeroverwegingMaanden.aantal(maatregel.opgelegd_op)?;
            termijnen.push(Termijn::Heroverweging {
                dag: maatregel
                    .opgelegd_op
                    .saturating_add(Span::new().months(i64::from(maanden))),
                gedaan_op: maatregel.heroverwogen_op,
            });
        }
    }
    if let Some(waarschuwing) = &feiten.waarschuwing {
        termijnen.push(Termijn::Waarschuwing {
            dag: waarschuwing.gegeven_op,
            te_kort_na: waarschuwing.te_kort_na()?,
        });
    }
    for gebeurtenis in &feiten.gebeurtenissen {
        if let Gebeurtenis::Opschorting { dagen, .. } = gebeurtenis {
            let weken = Reeksregel::OpschortingWeken.aantal(dagen.van)?;
            let dag = plus_weken(dagen.van, weken)
                .yesterday()
                .unwrap_or(dagen.van);
            termijnen.push(Termijn::Opschorting { dag });
        }
    }
    termijnen.sort_by_key(|termijn| (termijn.dag(), termijn.rang()));
    Ok(termijnen)
}

/// Four weeks after the melding, where everybody who asks is younger than 27. Art. 41 lid 4.
fn zoektermijn(
    feiten: &Reeksfeiten,
    periode: &Uitkeringsperiode,
) -> Result<Option<Termijn>, MaandOnbepaald> {
    let melding = periode.melding;
    let huishouden = feiten
        .huishoudens
        .iter()
        .rev()
        .find(|(vanaf, _)| *vanaf <= melding);
    let is_jong = huishouden.is_some_and(|(_, huishouden)| is_jonger_dan_27(huishouden, melding));
    let is_bekend = Reeksregel::ZoektermijnWeken
        .ingang()
        .is_some_and(|ingang| ingang <= melding);
    if !is_jong || !is_bekend || periode.is_zonder_zoektermijn {
        return Ok(None);
    }
    let dag = plus_weken(melding, Reeksregel::ZoektermijnWeken.aantal(melding)?);
    Ok(Some(Termijn::Zoektermijn {
        dag,
        te_vroeg: periode.aanvraag.filter(|aanvraag| *aanvraag < dag),
    }))
}

/// Whether who asks, and a spouse with him, are younger than 27.
fn is_jonger_dan_27(huishouden: &Huishouden, dag: Datum) -> bool {
    let is_jong = |geboren| Leeftijd::op(geboren, dag).is_some_and(Leeftijd::is_jonger_dan_27);
    is_jong(huishouden.aanvrager)
        && huishouden
            .partner
            .as_ref()
            .is_none_or(|partner| is_jong(partner.geboortedatum))
}

/// Within four weeks of the application and then every four weeks, for as long as the right is not determined.
/// Art. 52 lid 1, lid 2. The amount is that of the month in which the advance is due.
fn list_voorschotten(
    periode: &Uitkeringsperiode,
    maanden: &[Maandberekening],
    bron: &Beleidsbron,
    laatste_dag: Datum,
    termijnen: &mut Vec<Termijn>,
) -> Result<(), MaandOnbepaald> {
    let regel = Reeksregel::VoorschotWeken;
    let is_bekend = |dag: &Datum| regel.ingang().is_some_and(|ingang| ingang <= *dag);
    let Some(aanvraag) = periode.aanvraag.filter(is_bekend) else {
        return Ok(());
    };
    if periode.is_zonder_voorschot {
        return Ok(());
    }
    let weken = regel.aantal(aanvraag)?;
    let mut dag = plus_weken(aanvraag, weken);
    let is_open = |dag: Datum| periode.vastgesteld_op.is_none_or(|op| dag < op);
    let eerste_dag = maanden.first().map_or(dag, |maand| maand.maand.first_day());
    while dag <= laatste_dag && is_open(dag) {
        if dag < eerste_dag {
            dag = plus_weken(dag, weken);
            continue;
        }
        let sleutel = "voorschot.percentage";
        let percentage = required(bron.percentage(sleutel, dag), sleutel)?.waarde;
        termijnen.push(Termijn::Voorschot {
            dag,
            percentage,
            bedrag: find_bedrag(maanden, dag).map(|bedrag| bedrag.part(percentage)),
        });
        dag = plus_weken(dag, weken);
    }
    Ok(())
}

fn find_bedrag(maanden: &[Maandberekening], dag: Datum) -> Option<Geld> {
    let maand = maanden.iter().find(|m| m.maand == Maand::of(dag))?;
    maand.uitkomst.as_ref().ok().map(|bedragen| bedragen.bedrag)
}

fn plus_weken(dag: Datum, weken: u32) -> Datum {
    dag.saturating_add(Span::new().weeks(i64::from(weken)))
}

impl Termijn {
    /// The day.
    pub const fn dag(&self) -> Datum {
        match self {
            Self::Zoektermijn { dag, .. }
            | Self::Voorschot { dag, .. }
            | Self::Vakantietoeslag { dag, .. }
            | Self::Heroverweging { dag, .. }
            | Self::Waarschuwing { dag, .. }
            | Self::Opschorting { dag } => *dag,
        }
    }

    /// Terms on one day stand in the order of the law.
    const fn rang(&self) -> u8 {
        match self {
            Self::Heroverweging { .. } => 0,
            Self::Waarschuwing { .. } => 1,
            Self::Zoektermijn { .. } => 2,
            Self::Vakantietoeslag { .. } => 3,
            Self::Voorschot { .. } => 4,
            Self::Opschorting { .. } => 5,
        }
    }

    /// The article.
    pub const fn grondslag(&self) -> &'static str {
        match self {
            Self::Heroverweging { .. } => "Participatiewet art. 18 lid 3",
            Self::Waarschuwing { .. } => "Participatiewet art. 18a lid 4",
            Self::Zoektermijn { .. } => "Participatiewet art. 41 lid 4",
            Self::Vakantietoeslag { .. } => "Participatiewet art. 45 lid 1",
            Self::Voorschot { .. } => "Participatiewet art. 52 lid 1",
            Self::Opschorting { .. } => "Participatiewet art. 54 lid 1",
        }
    }
}
