//! How figures, quarters and judgements look on pages.

use actix_web::web::Path;
use domain::bevoegdheid::Permission;
use domain::sturing::{
    Dimensie, Eenheid, Groepscijfer, Indicator, Klasse, Oordeel, Reekspunt, Richting, Uitkomst,
};
use http_base::{Aangemeld, AppState, Fout, Gemeentenaam};
use primitives::{Datum, Kwartaal, datum_in_nederland, parse_datum};
use reports::{Cijfer, Kleur, render_waarde_nl};
use rust_decimal::Decimal;

use crate::formuliervelden::Keuze;
use crate::onderdelen::{Status, Toon};

/// Stands in the place of a median of fewer than three others.
pub(super) const TE_WEINIG: &str = "te weinig";

/// A figure in Dutch notation, or the words that stand in its place.
pub(super) fn render_uitkomst(uitkomst: Option<Uitkomst>, eenheid: Eenheid) -> String {
    uitkomst
        .map_or(Cijfer::Ontbreekt, Cijfer::from)
        .render_nl(eenheid)
}

/// A number in the unit of an indicator, or the words that stand in its place.
pub(super) fn render_waarde(waarde: Option<Decimal>, eenheid: Eenheid) -> String {
    waarde
        .map_or(Cijfer::Ontbreekt, |w| Cijfer::Bekend(eenheid.round(w)))
        .render_nl(eenheid)
}

/// A figure of the others: without a median, whether there are too few of them or none at all.
pub(super) fn render_groep(
    punt: Option<&Reekspunt>,
    indicator: Indicator,
    kies: impl Fn(Groepscijfer) -> Decimal,
) -> String {
    let eenheid = indicator.definitie().eenheid;
    let vergelijkbaar = punt.filter(|_| indicator.is_vergelijkbaar());
    match vergelijkbaar {
        Some(punt) if punt.groep.is_none() && punt.anderen > 0 => TE_WEINIG.to_owned(),
        punt => render_waarde(punt.and_then(|p| p.groep).map(kies), eenheid),
    }
}

/// What a figure is called that is one class of a division: `Trede 2 Sociale contacten buitenshuis`.
pub(super) fn render_klasse(klasse: Klasse) -> String {
    let naam = klasse.naam();
    match klasse.dimensie() {
        Dimensie::Trede => format!("Trede {naam}"),
        Dimensie::Beweging => format!("Beweging {naam}"),
        _ => naam.to_owned(),
    }
}

/// How far a figure can be trusted.
pub(super) fn render_oordeel(oordeel: Oordeel) -> Status {
    let toon = match oordeel {
        Oordeel::Goed => Toon::Goed,
        Oordeel::Matig => Toon::Aandacht,
        Oordeel::Onvoldoende => Toon::Fout,
    };
    Status::new(toon, oordeel.naam())
}

/// `3e kwartaal 2026`.
pub(super) fn render_kwartaal(kwartaal: Kwartaal) -> String {
    format!("{}e kwartaal {}", kwartaal.nummer(), kwartaal.jaar())
}

/// The last quarter that is over.
pub(super) fn last_kwartaal(state: &AppState) -> Kwartaal {
    Kwartaal::of(datum_in_nederland(state.clock.now())).plus(-1)
}

/// The quarter of the address; another text is a page that does not exist.
pub(super) fn read_kwartaal(tekst: &str) -> Result<Kwartaal, Fout> {
    Kwartaal::parse(tekst).map_err(|_| Fout::niet_gevonden())
}

/// The day of the address `/overleg/{datum}`; another text is a page that does not exist.
pub(super) fn read_dag(pad: &Path<String>) -> Result<Datum, Fout> {
    parse_datum(pad).ok_or_else(Fout::niet_gevonden)
}

/// The municipality in whose name somebody works on what is of all members: the first in which he may, of those
/// that can be served now.
pub(crate) fn own_gemeente(wie: &Aangemeld, permission: Permission) -> Result<&Gemeentenaam, Fout> {
    wie.require_somewhere(permission)?;
    let may = |g: &&Gemeentenaam| wie.actor().may(permission, g.code);
    let wachtend = wie.wachtend().iter().find(may);
    wie.gemeenten()
        .iter()
        .find(may)
        .ok_or_else(|| wachtend.map_or_else(Fout::niet_gevonden, Fout::wordt_bijgewerkt))
}

/// The colour of a municipality, kept readable by the charts.
pub(crate) fn kleur_of(gemeente: &Gemeentenaam) -> Kleur {
    Kleur::parse(&gemeente.themakleur).unwrap_or(Kleur::STUURHUIS)
}

/// Every indicator, to choose from.
pub(super) fn list_indicatoren() -> Vec<Keuze> {
    let keuze = |indicator: Indicator| {
        let definitie = indicator.definitie();
        Keuze::new(definitie.sleutel, definitie.naam)
    };
    Indicator::ALL.into_iter().map(keuze).collect()
}

/// `1,2 procentpunt hoger dan de mediaan van de andere gemeenten (lager is beter)`.
pub(super) fn render_verschil(punt: &Reekspunt, indicator: Indicator) -> Option<String> {
    let definitie = indicator.definitie();
    if !indicator.is_vergelijkbaar() {
        return None;
    }
    let verschil = definitie.eenheid.round(punt.verschil()?);
    if verschil.is_zero() {
        return Some("Gelijk aan de mediaan van de andere gemeenten.".to_owned());
    }
    let kant = if verschil > Decimal::ZERO {
        "hoger"
    } else {
        "lager"
    };
    let waarde = match definitie.eenheid {
        Eenheid::Procent => format!("{} procentpunt", primitives::getal_nl(verschil.abs(), 1)),
        Eenheid::Euro => render_waarde_nl(verschil.abs(), Eenheid::Euro),
        anders => format!(
            "{} {}",
            render_waarde_nl(verschil.abs(), anders),
            anders.naam()
        ),
    };
    let is_beter = match definitie.richting {
        Richting::HogerIsBeter => Some(verschil > Decimal::ZERO),
        Richting::LagerIsBeter => Some(verschil < Decimal::ZERO),
        Richting::Neutraal => None,
    };
    let staart = match is_beter {
        Some(true) => ": dat is gunstig",
        Some(false) => ": dat is minder gunstig",
        None => "",
    };
    Some(format!(
        "{waarde} {kant} dan de mediaan van de andere gemeenten{staart}."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(eigen: &str, mediaan: &str) -> Reekspunt {
        Reekspunt {
            kwartaal: Kwartaal::parse("2026-K3").unwrap(),
            eigen: Some(Uitkomst::Bekend {
                waarde: eigen.parse().unwrap(),
                teller: Decimal::ONE,
                noemer: None,
            }),
            oordeel: None,
            anderen: 3,
            groep: Groepscijfer::new(vec![mediaan.parse().unwrap(); 3]),
        }
    }

    #[test]
    fn a_difference_says_which_way_and_whether_that_is_good() {
        let verschil =
            |indicator, eigen, mediaan| render_verschil(&point(eigen, mediaan), indicator).unwrap();
        assert_eq!(
            verschil(Indicator::Instroom, "5.4", "4.2"),
            "1,2 procentpunt hoger dan de mediaan van de andere gemeenten: dat is minder gunstig."
        );
        assert_eq!(
            verschil(Indicator::CaseloadPerFte, "75.0", "129.0"),
            "54,0 inwoners per fte lager dan de mediaan van de andere gemeenten: dat is gunstig."
        );
        assert!(verschil(Indicator::Ontheffing, "10", "9").ends_with("gemeenten."));
        assert_eq!(
            render_verschil(&point("1", "2"), Indicator::BestandPersonen),
            None
        );
    }

    #[test]
    fn too_few_others_is_another_thing_than_no_others() {
        let mut punt = point("5.4", "4.2");
        let mediaan =
            |punt: &Reekspunt| render_groep(Some(punt), Indicator::Instroom, |groep| groep.mediaan);
        assert_eq!(mediaan(&punt), "4,2%");
        punt.groep = None;
        assert_eq!(mediaan(&punt), TE_WEINIG);
        punt.anderen = 0;
        assert_eq!(mediaan(&punt), "geen cijfer");
    }

    #[test]
    fn a_class_is_called_by_what_it_is_a_class_of() {
        assert_eq!(
            render_klasse(Klasse::Trede2),
            "Trede 2 Sociale contacten buitenshuis"
        );
        assert_eq!(render_klasse(Klasse::BewegingGelijk), "Beweging gelijk");
    }
}
