//! The history of a parameter as a stepped line. The same numbers stand in the table below it.

use domain::beleid::{Parameter, Tijdvak};
use primitives::{Datum, datum_kort};

/// A drawing of 640 by 200 in whole units; the texts around it say what it shows.
#[derive(Debug)]
pub(super) struct Grafiek {
    /// The stepped line, as an SVG path.
    pub(super) pad: String,
    /// Whether the scale does not begin at zero.
    pub(super) is_afgekapt: bool,
    /// Horizontal lines with their value.
    pub(super) lijnen: Vec<Lijn>,
    /// Days at the bottom.
    pub(super) dagen: Vec<Dag>,
    /// One sentence that says the same.
    pub(super) beschrijving: String,
}

#[derive(Debug)]
pub(super) struct Lijn {
    pub(super) y: i64,
    pub(super) tekst: String,
}

#[derive(Debug)]
pub(super) struct Dag {
    pub(super) x: i64,
    pub(super) tekst: String,
}

const LINKS: i64 = 110;
const RECHTS: i64 = 630;
const BOVEN: i64 = 15;
const ONDER: i64 = 165;

struct Stap {
    van: Datum,
    tot: Datum,
    hoogte: i64,
    tekst: String,
}

impl Grafiek {
    /// Draws the values from the first decided one to a year after `vandaag`; none for lists and single values.
    pub(super) fn draw(
        parameter: &Parameter,
        vakken: &[Tijdvak<'_>],
        vandaag: Datum,
    ) -> Option<Self> {
        let stappen = list_stappen(parameter, vakken, vandaag);
        let (eerste, laatste) = (stappen.first()?, stappen.last()?);
        if stappen.len() < 2 {
            return None;
        }
        let dagen_tussen = |van: Datum, tot: Datum| i64::from((tot - van).get_days());
        let breedte = dagen_tussen(eerste.van, laatste.tot).max(1);
        let x = |dag: Datum| LINKS + dagen_tussen(eerste.van, dag) * (RECHTS - LINKS) / breedte;
        let (laagste, hoogste) = (
            stappen.iter().map(|s| s.hoogte).min()?,
            stappen.iter().map(|s| s.hoogte).max()?.max(1),
        );
        // From zero, unless small changes would vanish; then the page says so.
        let bodem = if laagste * 2 > hoogste && laagste < hoogste {
            laagste - (hoogste - laagste)
        } else {
            0
        };
        let y = |hoogte: i64| ONDER - (hoogte - bodem) * (ONDER - BOVEN) / (hoogste - bodem);
        let mut pad = String::new();
        for (plek, stap) in stappen.iter().enumerate() {
            let letter = if plek == 0 { 'M' } else { 'L' };
            let (van, tot, hoogte) = (x(stap.van), x(stap.tot), y(stap.hoogte));
            pad.push_str(&format!("{letter}{van} {hoogte}H{tot}"));
        }
        let mut lijnen: Vec<Lijn> = Vec::new();
        for stap in &stappen {
            let hoogte = y(stap.hoogte);
            // Two texts closer than a line of text would be read as one.
            if lijnen.iter().all(|lijn| (lijn.y - hoogte).abs() >= 16) {
                let tekst = stap.tekst.clone();
                lijnen.push(Lijn { y: hoogte, tekst });
            }
        }
        let mut dagen: Vec<Dag> = Vec::new();
        for stap in &stappen {
            let plaats = x(stap.van);
            if dagen.iter().all(|dag| (dag.x - plaats).abs() >= 90) && plaats <= RECHTS - 80 {
                let tekst = datum_kort(stap.van);
                dagen.push(Dag { x: plaats, tekst });
            }
        }
        let beschrijving = stappen
            .iter()
            .map(|stap| format!("vanaf {} {}", datum_kort(stap.van), stap.tekst))
            .collect::<Vec<_>>()
            .join("; ");
        Some(Self {
            pad,
            is_afgekapt: bodem != 0,
            lijnen,
            dagen,
            beschrijving,
        })
    }
}

fn list_stappen(parameter: &Parameter, vakken: &[Tijdvak<'_>], vandaag: Datum) -> Vec<Stap> {
    let eind = vakken
        .last()
        .map_or(vandaag, |vak| vak.periode.van())
        .max(vandaag);
    let eind = Datum::new(eind.year() + 1, eind.month(), 1).unwrap_or(eind);
    let besloten = vakken
        .iter()
        .skip_while(|vak| vak.stand.vastgesteld().is_none());
    let stappen = besloten.filter_map(|vak| {
        let waarde = vak.stand.waarde()?;
        let hoogte = waarde.hundredths()?;
        Some(Stap {
            van: vak.periode.van(),
            tot: vak.periode.tot().unwrap_or(eind).min(eind),
            hoogte,
            tekst: parameter.render(waarde),
        })
    });
    stappen.filter(|stap| stap.van < stap.tot).collect()
}
