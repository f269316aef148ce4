//! The columns of a file of policy, the same in both forms.

use domain::beleid::{Beleidsregel, RegelInvoer};

/// The name of the form, with its version.
pub(super) const VORM: &str = "stuurhuis-beleid-1";

/// The columns, in order.
pub(super) const KOLOMMEN: [&str; 11] = [
    "sleutel", "gegeven", "rij", "gebied", "waarde", "eenheid", "van", "tot", "orgaan", "besluit",
    "uitleg",
];

/// The columns without which a line says nothing.
pub(super) const VERPLICHT: [&str; 2] = ["sleutel", "waarde"];

/// The texts of a line, in the order of the columns.
pub(super) fn texts_of(regel: &Beleidsregel) -> [String; 11] {
    let parameter = regel.parameter;
    [
        parameter.sleutel.to_string(),
        parameter.naam.clone(),
        regel.rij().to_owned(),
        regel
            .gebied
            .map(|gebied| gebied.to_string())
            .unwrap_or_default(),
        regel.waarde.to_string(),
        parameter.eenheid.clone().unwrap_or_default(),
        regel.van.to_string(),
        regel.tot.map(|tot| tot.to_string()).unwrap_or_default(),
        regel.orgaan.map_or("", |orgaan| orgaan.code()).to_owned(),
        regel.besluit.clone().unwrap_or_default(),
        regel.uitleg.clone().unwrap_or_default(),
    ]
}

/// Puts a text at its place in a line. What only helps the reader, such as the name of a parameter, is passed over.
pub(super) fn set(regel: &mut RegelInvoer, kolom: &str, tekst: String) {
    match kolom {
        "sleutel" => regel.sleutel = tekst,
        "gebied" => regel.gebied = tekst,
        "waarde" => regel.waarde = tekst,
        "van" => regel.van = tekst,
        "tot" => regel.tot = tekst,
        "orgaan" => regel.orgaan = tekst,
        _ => {}
    }
}
