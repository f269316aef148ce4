//! Invented names: common first names and surnames, put together by chance. BUS and SRG hold none.

use anyhow::anyhow;
use domain::statistiek::{Geslacht, Naam, Naamregel, Namenbestand};
use primitives::{Bsn, GemeenteCode};

use super::verloop::Wereld;

const VROUWEN: [&str; 40] = [
    "Noor",
    "Emma",
    "Fatima",
    "Anna",
    "Sanne",
    "Lisa",
    "Johanna",
    "Maria",
    "Eva",
    "Ingrid",
    "Samira",
    "Marieke",
    "Femke",
    "Lotte",
    "Petra",
    "Yasmin",
    "Bianca",
    "Karin",
    "Esther",
    "Roos",
    "Hanneke",
    "Willemijn",
    "Aisha",
    "Monique",
    "Tineke",
    "Sofie",
    "Nadia",
    "Iris",
    "Gerda",
    "Wilma",
    "Elif",
    "Joke",
    "Marloes",
    "Daphne",
    "Zeynep",
    "Anouk",
    "Ellen",
    "Mirjam",
    "Saskia",
    "Hiba",
];
const MANNEN: [&str; 40] = [
    "Daan", "Jan", "Mohammed", "Bram", "Kees", "Thijs", "Ahmed", "Peter", "Sven", "Rob", "Wouter",
    "Youssef", "Dirk", "Henk", "Lars", "Marco", "Ruben", "Gert", "Omar", "Tom", "Willem", "Jeroen",
    "Mehmet", "Bart", "Frank", "Gerrit", "Hassan", "Ivo", "Joris", "Klaas", "Luuk", "Maarten",
    "Niels", "Paul", "Rachid", "Stefan", "Tijmen", "Victor", "Wessel", "Yonas",
];
const ACHTERNAMEN: [&str; 53] = [
    "de Jong",
    "Jansen",
    "de Vries",
    "van den Berg",
    "Bakker",
    "van Dijk",
    "Visser",
    "Smit",
    "Meijer",
    "de Boer",
    "Mulder",
    "de Groot",
    "Bos",
    "Vos",
    "Peters",
    "Hendriks",
    "van Leeuwen",
    "Dekker",
    "Brouwer",
    "de Wit",
    "Dijkstra",
    "Smits",
    "de Graaf",
    "van der Meer",
    "van der Linden",
    "Kok",
    "Jacobs",
    "de Haan",
    "Vermeulen",
    "van den Heuvel",
    "van der Veen",
    "van den Broek",
    "de Bruijn",
    "Schouten",
    "van Beek",
    "Willems",
    "van Vliet",
    "Hoekstra",
    "Maas",
    "Verhoeven",
    "Koster",
    "van Dam",
    "van der Wal",
    "Prins",
    "Blom",
    "Huisman",
    "Peeters",
    "Kuipers",
    "Yilmaz",
    "Haddad",
    "Tesfay",
    "Nguyen",
    "El Amrani",
];

/// A name for everyone who is or was in the caseload.
pub(super) fn of_wereld(gemeente: GemeenteCode, wereld: &Wereld) -> anyhow::Result<Namenbestand> {
    let regels = wereld.inwoners.iter().map(|inwoner| Naamregel {
        bsn: inwoner.bsn.clone(),
        naam: naam(&inwoner.bsn, inwoner.geslacht),
    });
    Namenbestand::try_new(gemeente, regels.collect()).map_err(|fouten| anyhow!("{fouten}"))
}

/// The name that belongs to a fictional bsn, the same each time.
fn naam(bsn: &Bsn, geslacht: Geslacht) -> Naam {
    // Mixes the digits, so that neighbouring numbers have other names.
    let mengsel = bsn.expose().bytes().fold(7_usize, |som, cijfer| {
        som.wrapping_mul(31).wrapping_add(usize::from(cijfer)) % 1_000_003
    });
    let voornamen = match geslacht {
        Geslacht::Vrouw => &VROUWEN,
        Geslacht::Man => &MANNEN,
    };
    let kies = |lijst: &[&'static str], getal: usize| {
        lijst.get(getal % lijst.len()).copied().unwrap_or("Noor")
    };
    let naam = format!(
        "{} {}",
        kies(voornamen, mengsel),
        kies(&ACHTERNAMEN, mengsel / 40)
    );
    Naam::parse(&naam).expect("the lists hold letters and spaces")
}
