//! Who directs which case: the demo's users who do so, with a small list of their own, and invented colleagues.

use std::collections::{BTreeMap, HashMap};

use anyhow::anyhow;
use domain::bevoegdheid::Rol;
use domain::dossier::{Medewerker, Regisseurlijst, Regisseurregel};
use primitives::{Bsn, Datum, GemeenteCode};

use super::Maandbestanden;
use super::toeval::plus_dagen;
use super::verloop::bekend_op;
use crate::idp::gebruikers;

/// Of a thousand residents so many have nobody yet: who came in lately or was passed over (voorbeeldwaarde).
const NIEMAND_PROMILLE: u64 = 30;
/// Of a thousand residents so many are of each user of the demo; the colleagues share the others (voorbeeldwaarde).
const GEBRUIKER_PROMILLE: u64 = 120;

/// The invented colleagues of each municipality, in the order of its code.
const COLLEGAS: [&str; 3] = ["Marit Overbeek", "Jelle Wiersma", "Nadia Koster"];

/// Everyone in the files of the last month with a casusregisseur, but for a few. Partners have the same one.
pub(super) fn of_maanden(
    gemeente: GemeenteCode,
    maanden: &[Maandbestanden],
) -> anyhow::Result<Regisseurlijst> {
    let collegas = colleagues(gemeente);
    let sinds = first_seen(maanden);
    let Some(laatste) = maanden.last() else {
        return Err(anyhow!("er zijn geen maanden"));
    };
    let mut huishouden: HashMap<&str, u64> = HashMap::new();
    let mut per_bsn: BTreeMap<&str, (&Bsn, u64)> = BTreeMap::new();
    for regel in laatste.bus.regels() {
        let bsn = &regel.persoon.wie.bsn;
        let nummer = regel.uitkering.registratienummer.as_str();
        let worp = *huishouden.entry(nummer).or_insert_with(|| mix(bsn));
        per_bsn.insert(bsn.expose(), (bsn, worp));
    }
    for regel in laatste.srg.regels() {
        let bsn = &regel.wie.bsn;
        per_bsn
            .entry(bsn.expose())
            .or_insert_with(|| (bsn, mix(bsn)));
    }
    let regels = per_bsn.into_iter().filter_map(|(tekst, (bsn, worp))| {
        Some(Regisseurregel {
            bsn: bsn.clone(),
            medewerker: choose(&collegas, worp % 1_000)?.clone(),
            sinds: sinds
                .get(tekst)
                .map(|dag| known_before(maanden, *dag, worp)),
        })
    });
    Regisseurlijst::try_new(gemeente, regels.collect()).map_err(|fouten| anyhow!("{fouten}"))
}

/// The users of the demo who direct cases here, each with a share, and then the colleagues with theirs.
fn colleagues(gemeente: GemeenteCode) -> Vec<(Medewerker, u64)> {
    let hier = gebruikers().iter().filter(|gebruiker| {
        gebruiker.rollen.iter().any(|rol| {
            matches!(rol.rol, Rol::Consulent | Rol::SociaalTeam) && rol.gemeenten.contains(gemeente)
        })
    });
    let mut lijst: Vec<_> = hier
        .map(|gebruiker| {
            let medewerker = Medewerker {
                sub: gebruiker.sub.clone(),
                naam: gebruiker.naam.clone(),
            };
            (medewerker, GEBRUIKER_PROMILLE)
        })
        .collect();
    let verdeeld: u64 = lijst.iter().map(|(_, deel)| deel).sum();
    let over = 1_000_u64.saturating_sub(NIEMAND_PROMILLE + verdeeld);
    for (nummer, naam) in (1..).zip(COLLEGAS) {
        let medewerker = Medewerker {
            sub: format!("demo-collega-{}-{nummer}", gemeente.cijfers()),
            naam: naam.to_owned(),
        };
        // Rounded up, so that nobody falls between two colleagues.
        lijst.push((medewerker, over.div_ceil(3)));
    }
    lijst
}

fn choose(collegas: &[(Medewerker, u64)], worp: u64) -> Option<&Medewerker> {
    let mut rest = worp.checked_sub(NIEMAND_PROMILLE)?;
    for (medewerker, deel) in collegas {
        if rest < *deel {
            return Some(medewerker);
        }
        rest -= deel;
    }
    None
}

/// When somebody was first in a file.
fn first_seen(maanden: &[Maandbestanden]) -> HashMap<&str, Datum> {
    let mut eerst = HashMap::new();
    for maand in maanden {
        let bus = maand.bus.regels().iter().map(|r| &r.persoon.wie.bsn);
        let srg = maand.srg.regels().iter().map(|r| &r.wie.bsn);
        for bsn in bus.chain(srg) {
            eerst
                .entry(bsn.expose())
                .or_insert_with(|| bekend_op(maand.maand));
        }
    }
    eerst
}

/// Of who was there before the first file the day is not known: some day in the two years before.
fn known_before(maanden: &[Maandbestanden], dag: Datum, worp: u64) -> Datum {
    let is_eerste = maanden
        .first()
        .is_some_and(|maand| bekend_op(maand.maand) == dag);
    let dagen = i32::try_from(worp / 1_000 % 730).unwrap_or_default();
    if is_eerste {
        plus_dagen(dag, -dagen)
    } else {
        dag
    }
}

/// A number that is the same each time for a fictional bsn, and far from that of its neighbours.
pub(super) fn mix(bsn: &Bsn) -> u64 {
    let getal = bsn
        .expose()
        .bytes()
        .fold(0_u64, |getal, cijfer| getal * 10 + u64::from(cijfer - b'0'));
    getal.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40
}
