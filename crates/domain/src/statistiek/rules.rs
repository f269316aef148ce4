//! The relations between fields and between records that CBS checks and that our figures rest on.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use primitives::{Bsn, Maand};

use super::bestand::{Maandregel, Overtreding, refuse};
use super::bus::uitkering_waarden;
use super::code::{JaNee, Leefvorm, Statistiekcode};
use super::error::Fouten;
use super::state::{BusPersoon, BusRegel, Leveringskop, Persoonsgegevens, SrgRegel};
use super::veld::BUS_VELDEN;

/// The place of the first attribute of the benefit in the table of BUS.
const PLEK_UITKERING: usize = 6;

const LEVENSONDERHOUD: &str =
    "verplicht bij een uitkering voor levensonderhoud (statistiekcode 01, 02 en 03)";
const NIET_NA_MAAND: &str = "niet na de maand van de levering";

/// A relation: the column at which a breach is shown, whether it holds, and what is expected.
type Relatie = (&'static str, bool, &'static str);

/// The broken relations within one record of BUS.
pub(super) fn bus_overtredingen(regel: &BusRegel) -> Vec<Overtreding> {
    let relaties = soort_relaties(regel)
        .into_iter()
        .chain(persoon_relaties(regel))
        .chain(inkomsten_relaties(&regel.persoon));
    broken(relaties)
}

/// What the kind of benefit demands and forbids.
fn soort_relaties(regel: &BusRegel) -> [Relatie; 9] {
    let (uitkering, persoon) = (&regel.uitkering, &regel.persoon);
    let code = uitkering.statistiekcode;
    let is_bbz = code == Statistiekcode::Bbz;
    let is_bijzonder = code.is_bijzondere_bijstand();
    let mag_leeg = !code.is_levensonderhoud();
    let (bbz, cluster) = (
        uitkering.classificatie_bbz.is_some(),
        uitkering.cluster.is_some(),
    );
    [
        (
            "classificatie_bbz",
            bbz || !is_bbz,
            "verplicht bij Bbz (statistiekcode 14)",
        ),
        (
            "classificatie_bbz",
            is_bbz || !bbz,
            "alleen bij Bbz (statistiekcode 14)",
        ),
        (
            "cluster_bijzondere_bijstand",
            cluster || !is_bijzonder,
            "verplicht bij bijzondere bijstand (11 en 12)",
        ),
        (
            "cluster_bijzondere_bijstand",
            is_bijzonder || !cluster,
            "alleen bij bijzondere bijstand (11 en 12)",
        ),
        (
            "leefvorm",
            mag_leeg || uitkering.leefvorm.is_some(),
            LEVENSONDERHOUD,
        ),
        (
            "bedrag_norm",
            mag_leeg || uitkering.bedrag_norm.is_some(),
            LEVENSONDERHOUD,
        ),
        (
            "datum_invoering",
            mag_leeg || uitkering.datum_invoering.is_some(),
            LEVENSONDERHOUD,
        ),
        (
            "huisvesting",
            mag_leeg || persoon.huisvesting.is_some(),
            LEVENSONDERHOUD,
        ),
        (
            "ontheffing",
            mag_leeg || persoon.ontheffing.is_some(),
            LEVENSONDERHOUD,
        ),
    ]
}

/// How the dates of a person follow each other.
fn persoon_relaties(regel: &BusRegel) -> [Relatie; 5] {
    let persoon = &regel.persoon;
    let aanvang = persoon.aanvangsdatum;
    let is_einde_goed = persoon.einde.is_none_or(|einde| einde.datum >= aanvang);
    let is_ontheffing_goed =
        persoon.reden_einde_ontheffing.is_none() || persoon.einddatum_ontheffing.is_some();
    let is_vermindering_goed = persoon
        .vermindering
        .is_none_or(|v| v.einde.is_none_or(|einde| einde >= v.aanvang));
    [
        (
            "geboortedatum",
            persoon.wie.geboortedatum < aanvang,
            "vóór de aanvangsdatum",
        ),
        (
            "aanvangsdatum",
            aanvang <= regel.kop.maand.last_day(),
            NIET_NA_MAAND,
        ),
        ("einddatum", is_einde_goed, "niet vóór de aanvangsdatum"),
        (
            "einddatum_ontheffing",
            is_ontheffing_goed,
            "verplicht bij een reden waarom de ontheffing eindigde",
        ),
        (
            "einde_vermindering",
            is_vermindering_goed,
            "niet vóór de aanvang van de vermindering",
        ),
    ]
}

/// A kind of income has an amount, and without a kind there is none and nothing to exempt.
fn inkomsten_relaties(persoon: &BusPersoon) -> [Relatie; 3] {
    let heeft_soort = persoon.soort_inkomsten.is_some();
    let bedrag = persoon.bedrag_inkomsten;
    let is_nul = bedrag.is_none_or(|bedrag| bedrag.euros() == 0);
    [
        (
            "bedrag_inkomsten_persoon",
            !heeft_soort || bedrag.is_some(),
            "verplicht bij een soort inkomsten",
        ),
        (
            "soort_inkomsten",
            heeft_soort || is_nul,
            "verplicht bij een bedrag aan inkomsten",
        ),
        (
            "vrijlating",
            heeft_soort || persoon.vrijlating != Some(JaNee::Ja),
            "alleen 1 bij een soort inkomsten",
        ),
    ]
}

/// The broken relations within one record of SRG.
pub(super) fn srg_overtredingen(regel: &SrgRegel) -> Vec<Overtreding> {
    let laatste = regel.kop.maand.last_day();
    let voorziening = regel.voorziening.as_ref();
    let is_einde_goed =
        voorziening.is_none_or(|v| v.einde.is_none_or(|einde| einde.datum >= v.begindatum));
    broken([
        (
            "geboortedatum",
            regel.wie.geboortedatum <= laatste,
            NIET_NA_MAAND,
        ),
        (
            "begindatum_trede",
            regel.positie.is_none_or(|p| p.begindatum <= laatste),
            NIET_NA_MAAND,
        ),
        (
            "begindatum",
            voorziening.is_none_or(|v| v.begindatum <= laatste),
            NIET_NA_MAAND,
        ),
        ("einddatum", is_einde_goed, "niet vóór de begindatum"),
    ])
}

fn broken(relaties: impl IntoIterator<Item = Relatie>) -> Vec<Overtreding> {
    relaties
        .into_iter()
        .filter(|(_, is_goed, _)| !is_goed)
        .map(|(veld, _, voorschrift)| Overtreding { veld, voorschrift })
        .collect()
}

/// Notes heads that differ within a month: one delivery describes a month, made by one program.
pub(super) fn check_koppen<R: Maandregel>(regels: &[(u64, R)], fouten: &mut Fouten) {
    let mut koppen: HashMap<Maand, (u64, &Leveringskop)> = HashMap::new();
    for (nummer, regel) in regels {
        let kop = regel.kop();
        let (eerder, eerste) = koppen.entry(kop.maand).or_insert((*nummer, kop));
        let ongelijk = [
            (
                "berichtgevercode",
                kop.berichtgevercode != eerste.berichtgevercode,
            ),
            (
                "softwarepakket",
                kop.softwarepakket != eerste.softwarepakket,
            ),
            ("release", kop.release != eerste.release),
        ];
        for (veld, _) in ongelijk.into_iter().filter(|(_, is_ongelijk)| *is_ongelijk) {
            let voorschrift = format!("gelijk aan regel {eerder}: een maand komt uit één levering");
            refuse(regel, *nummer, veld, voorschrift.into(), fouten);
        }
    }
}

/// Notes what does not agree between the records of BUS: a benefit has one or two people, who have the benefit in
/// common, and nobody stands twice in it; a person is the same in every benefit of a month.
pub(super) fn check_uitkeringen(regels: &[(u64, BusRegel)], fouten: &mut Fouten) {
    let mut uitkeringen: HashMap<(Maand, &str), Vec<&(u64, BusRegel)>> = HashMap::new();
    let mut personen = Personen::default();
    for rij @ (nummer, regel) in regels {
        let maand = regel.kop.maand;
        if let Some(eerder) = personen.differs(maand, &regel.persoon.wie, *nummer) {
            let voorschrift = format!(
                "dezelfde persoon heeft op regel {eerder} een andere geboortedatum of een ander geslacht"
            );
            refuse(regel, *nummer, "bsn", voorschrift.into(), fouten);
        }
        let anderen = uitkeringen
            .entry((maand, regel.uitkering.registratienummer.as_str()))
            .or_default();
        check_partner(rij, anderen, fouten);
        anderen.push(rij);
    }
}

fn check_partner(
    (nummer, regel): &(u64, BusRegel),
    anderen: &[&(u64, BusRegel)],
    fouten: &mut Fouten,
) {
    let bsn = &regel.persoon.wie.bsn;
    if let Some((eerder, _)) = anderen
        .iter()
        .find(|(_, ander)| ander.persoon.wie.bsn == *bsn)
    {
        let voorschrift =
            format!("deze persoon staat in deze maand al bij deze uitkering, op regel {eerder}");
        refuse(regel, *nummer, "bsn", voorschrift.into(), fouten);
        return;
    }
    let Some((eerder, eerste)) = anderen.first() else {
        return;
    };
    if anderen.len() >= 2 {
        let voorschrift = "een uitkering heeft in een maand hoogstens twee personen";
        refuse(
            regel,
            *nummer,
            "registratienummer",
            voorschrift.into(),
            fouten,
        );
        return;
    }
    let is_alleen = matches!(
        regel.uitkering.leefvorm,
        Some(Leefvorm::Alleenstaande | Leefvorm::AlleenstaandeOuder)
    );
    if is_alleen {
        let voorschrift = format!("alleenstaand, maar ook regel {eerder} hoort bij deze uitkering");
        refuse(regel, *nummer, "leefvorm", voorschrift.into(), fouten);
    }
    if regel.uitkering == eerste.uitkering {
        return;
    }
    let hier = uitkering_waarden(&regel.uitkering);
    let daar = uitkering_waarden(&eerste.uitkering);
    let velden = BUS_VELDEN.iter().skip(PLEK_UITKERING);
    for (veld, _) in velden
        .zip(hier.iter().zip(&daar))
        .filter(|(_, (hier, daar))| hier != daar)
    {
        let voorschrift = format!("gelijk aan regel {eerder}, die bij dezelfde uitkering hoort");
        refuse(regel, *nummer, veld.naam, voorschrift.into(), fouten);
    }
}

/// Notes what does not agree between the records of SRG: a person is the same and has one position in all records
/// of a month, and a provision stands there once.
pub(super) fn check_trajecten(regels: &[(u64, SrgRegel)], fouten: &mut Fouten) {
    let mut trajecten: HashMap<(Maand, &Bsn), Vec<&(u64, SrgRegel)>> = HashMap::new();
    for rij @ (nummer, regel) in regels {
        let anderen = trajecten
            .entry((regel.kop.maand, &regel.wie.bsn))
            .or_default();
        if let Some((eerder, eerste)) = anderen.first() {
            check_zelfde_persoon((*nummer, regel), (*eerder, eerste), fouten);
        }
        let sleutel = |regel: &SrgRegel| {
            regel
                .voorziening
                .as_ref()
                .map(|v| v.registratienummer.clone())
        };
        if let Some((eerder, _)) = anderen
            .iter()
            .find(|(_, ander)| sleutel(ander) == sleutel(regel))
        {
            let voorschrift = format!(
                "deze persoon staat in deze maand al met deze voorziening op regel {eerder}"
            );
            refuse(
                regel,
                *nummer,
                "registratienummer_voorziening",
                voorschrift.into(),
                fouten,
            );
        }
        anderen.push(rij);
    }
}

fn check_zelfde_persoon(
    (nummer, regel): (u64, &SrgRegel),
    (eerder, eerste): (u64, &SrgRegel),
    fouten: &mut Fouten,
) {
    let ongelijk = [
        (
            "geboortedatum",
            regel.wie.geboortedatum != eerste.wie.geboortedatum,
        ),
        ("geslacht", regel.wie.geslacht != eerste.wie.geslacht),
        (
            "trede",
            regel.positie.map(|p| p.trede) != eerste.positie.map(|p| p.trede),
        ),
        (
            "begindatum_trede",
            regel.positie.map(|p| p.begindatum) != eerste.positie.map(|p| p.begindatum),
        ),
        (
            "arbeidsvermogen",
            regel.arbeidsvermogen != eerste.arbeidsvermogen,
        ),
    ];
    for (veld, _) in ongelijk.into_iter().filter(|(_, is_ongelijk)| *is_ongelijk) {
        let voorschrift = format!("gelijk aan regel {eerder}, die over dezelfde persoon gaat");
        refuse(regel, nummer, veld, voorschrift.into(), fouten);
    }
}

/// The people of a file by month, with the line on which they stood first.
#[derive(Default)]
struct Personen<'a>(HashMap<(Maand, &'a Bsn), (u64, &'a Persoonsgegevens)>);

impl<'a> Personen<'a> {
    /// The line on which the same person stood with another date of birth or sex, if there is one.
    fn differs(&mut self, maand: Maand, wie: &'a Persoonsgegevens, nummer: u64) -> Option<u64> {
        match self.0.entry((maand, &wie.bsn)) {
            Entry::Vacant(leeg) => {
                leeg.insert((nummer, wie));
                None
            }
            Entry::Occupied(bezet) => {
                let (eerder, eerste) = bezet.get();
                (*eerste != wie).then_some(*eerder)
            }
        }
    }
}
