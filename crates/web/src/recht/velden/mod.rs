//! The fields of a scheme beside algemene bijstand, for every form that asks about one.

mod invoer;
mod kosten;
pub(crate) mod lezen;
mod soort;
mod werk;

use domain::recht::regelingen::Leengrond;

pub(crate) use invoer::{Kindervraag, Regelinginvoer};
pub(crate) use kosten::Post;
pub(crate) use soort::Soort;

use self::kosten::POSTEN_MAX;
use self::werk::PREMIES;
use crate::formuliervelden::Keuze;

/// The fields of one scheme in a form: `regelingvelden.html`.
pub(crate) struct Regelingvelden {
    pub(crate) soort: Soort,
    pub(crate) invoer: Regelinginvoer,
    pub(crate) ja_nee: Vec<Keuze>,
    pub(crate) leengronden: Vec<Keuze>,
    pub(crate) premies: Vec<Keuze>,
    /// Whether the facts must be there whatever is chosen in the form.
    pub(crate) verplicht: bool,
    /// Whether children are asked for by number.
    pub(crate) met_aantallen: bool,
    /// Whether one more cost may be added.
    pub(crate) kan_meer: bool,
}

impl Regelingvelden {
    pub(crate) fn new(soort: Soort, invoer: Regelinginvoer, kinderen: Kindervraag) -> Self {
        Self {
            soort,
            ja_nee: vec![Keuze::new("ja", "Ja"), Keuze::new("nee", "Nee")],
            leengronden: list_leengronden(),
            premies: PREMIES
                .map(|(code, _, naam)| Keuze::new(code, naam))
                .to_vec(),
            verplicht: kinderen == Kindervraag::Aantallen,
            met_aantallen: kinderen == Kindervraag::Aantallen && soort.is_meedoen(),
            kan_meer: soort.is_bijzonder() && invoer.posten.len() < POSTEN_MAX,
            invoer,
        }
    }
}

/// Why a loan is possible, in the order of the law.
fn list_leengronden() -> Vec<Keuze> {
    let gronden = Leengrond::ALL.into_iter();
    gronden
        .map(|(naam, grond)| {
            let tekst = match grond {
                Leengrond::Geen => "Er is geen reden: het is een gift".to_owned(),
                grond => {
                    let artikel = grond.grondslag().trim_start_matches("Participatiewet ");
                    format!("Een lening kan, want {} ({artikel})", grond.omschrijving())
                }
            };
            Keuze::new(naam, tekst)
        })
        .collect()
}
