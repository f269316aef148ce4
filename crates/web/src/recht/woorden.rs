//! What the pages of population runs say in the same words.

use domain::recht::populatie::{Gemeentestand, Populatierun, Runstand};
use http_base::Fout;
use primitives::{PopulatierunId, datum_kort};

use crate::onderdelen::{Status, Toon};

/// The address of the list.
pub(super) const LIJST: &str = "/populatieruns";

/// The run of an address; a text that is no id is no run either.
pub(super) fn run_of(kenmerk: &str) -> Result<PopulatierunId, Fout> {
    PopulatierunId::parse(kenmerk).map_err(|_| Fout::niet_gevonden())
}

/// `30-06-2026 naast 01-07-2026`.
pub(super) fn render_dagen(run: &Populatierun) -> String {
    let maatstaf = &run.opdracht.maatstaf;
    format!(
        "{} naast {}",
        maatstaf.van.render(datum_kort),
        maatstaf.tot.render(datum_kort)
    )
}

pub(super) fn render_stand(stand: Runstand) -> Status {
    let toon = match stand {
        Runstand::Klaar => Toon::Goed,
        Runstand::Wacht | Runstand::Bezig => Toon::Neutraal,
        Runstand::Onderbroken => Toon::Aandacht,
        Runstand::Mislukt => Toon::Fout,
    };
    Status::new(toon, stand.code())
}

pub(super) fn render_gemeentestand(stand: Gemeentestand) -> Status {
    let toon = match stand {
        Gemeentestand::Klaar => Toon::Goed,
        Gemeentestand::Wacht | Gemeentestand::Bezig => Toon::Neutraal,
        Gemeentestand::Onderbroken => Toon::Aandacht,
        Gemeentestand::Mislukt => Toon::Fout,
    };
    Status::new(toon, stand.code())
}
