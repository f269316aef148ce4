//! The statutory records as XML.

use domain::statistiek::{Bestand, Regel};

use crate::xml::Xml;

/// Writes a file of statutory records as XML: an element `soort` (`bus`, `srg`) that holds one `regel` for each
/// record, with an element for each attribute that has a value.
///
/// The element names stand in one table in the domain, because CBS gives its own in guidelines that are not at hand.
pub fn render_xml<R: Regel>(soort: &'static str, bestand: &Bestand<R>) -> Vec<u8> {
    let mut xml = Xml::document();
    xml.open(soort, &[]).text("\n");
    for regel in bestand.regels() {
        xml.open("regel", &[]);
        for (veld, waarde) in R::VELDEN.iter().zip(regel.waarden()) {
            if !waarde.is_empty() {
                xml.element(veld.element, &[], &waarde);
            }
        }
        xml.close().text("\n");
    }
    xml.finish().into_bytes()
}

#[cfg(test)]
mod tests {
    use domain::statistiek::{BUS_VELDEN, BusBestand};
    use primitives::GemeenteCode;
    use roxmltree::Document;

    use super::*;

    const REGEL: &str = "2026;03;0267;0267;gws;2026.1;U1;01;;1;01;1402;+0000;+0530;000828;20250402;;111222333;\
19880412;2;1;20250401;;2;;;2;;;;11;+0530;1;";

    #[test]
    fn the_xml_holds_the_same_values_as_the_csv() {
        let kop: Vec<_> = BUS_VELDEN.iter().map(|veld| veld.naam).collect();
        let csv = format!("{}\n{REGEL}\n", kop.join(";"));
        let gemeente = GemeenteCode::parse("GM0267").unwrap();
        let bestand = BusBestand::parse(csv.as_bytes(), gemeente).unwrap();
        let xml = String::from_utf8(render_xml("bus", &bestand)).unwrap();
        let document = Document::parse(&xml).unwrap();
        let wortel = document.root_element();
        assert_eq!(wortel.tag_name().name(), "bus");
        let regels: Vec<_> = wortel
            .children()
            .filter(roxmltree::Node::is_element)
            .collect();
        assert_eq!(regels.len(), 1);
        let waarde = |naam: &str| {
            let gevonden = regels[0].children().find(|kind| kind.has_tag_name(naam));
            gevonden.and_then(|kind| kind.text()).unwrap_or_default()
        };
        let terug: Vec<_> = BUS_VELDEN.iter().map(|veld| waarde(veld.element)).collect();
        assert_eq!(terug.join(";"), REGEL);
    }
}
