//! Sheets as OpenDocument 1.3.
//!
//! Written here and not by a crate: the one that exists walks its styles in random order and so gives other
//! bytes each time, and knows no Dutch notation.

use std::io::{Cursor, Write};

use rust_decimal::Decimal;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{MAKER, Werkboek, check_columns, sheet_name};
use crate::RapportError;
use crate::lijst::{Cel, Lijst};
use crate::xml::Xml;
use primitives::{datum_kort, geld_nl, getal_nl};

const MIMETYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";
const OFFICE: &str = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
const STYLE: &str = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
const TEXT: &str = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
const TABLE: &str = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
const FO: &str = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
const NUMBER: &str = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0";
const META: &str = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0";
const DC: &str = "http://purl.org/dc/elements/1.1/";
const MANIFEST: &str = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";

/// Writes the sheets.
pub(crate) fn render_ods(werkboek: &Werkboek<'_>) -> Result<Vec<u8>, RapportError> {
    for lijst in werkboek.bladen {
        check_columns(lijst)?;
    }
    let vast = SimpleFileOptions::default().last_modified_time(DateTime::default());
    let stored = vast.compression_method(CompressionMethod::Stored);
    let packed = vast.compression_method(CompressionMethod::Deflated);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // The specification wants the type first and unpacked, so that it can be read at a fixed place.
    let delen = [
        ("mimetype", stored, MIMETYPE.to_owned()),
        ("META-INF/manifest.xml", packed, render_manifest()),
        ("meta.xml", packed, render_meta(werkboek)),
        ("styles.xml", packed, render_styles()),
        ("content.xml", packed, render_content(werkboek)),
    ];
    for (naam, opties, inhoud) in delen {
        zip.start_file(naam, opties)?;
        zip.write_all(inhoud.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

fn render_manifest() -> String {
    let mut xml = Xml::document();
    let versie = ("manifest:version", &"1.3" as &dyn std::fmt::Display);
    xml.open(
        "manifest:manifest",
        &[("xmlns:manifest", &MANIFEST), versie],
    );
    for (pad, soort) in [
        ("/", MIMETYPE),
        ("meta.xml", "text/xml"),
        ("styles.xml", "text/xml"),
        ("content.xml", "text/xml"),
    ] {
        xml.leaf(
            "manifest:file-entry",
            &[
                ("manifest:full-path", &pad),
                ("manifest:media-type", &soort),
            ],
        );
    }
    xml.finish()
}

fn render_meta(werkboek: &Werkboek<'_>) -> String {
    let mut xml = Xml::document();
    xml.open(
        "office:document-meta",
        &[
            ("xmlns:office", &OFFICE),
            ("xmlns:meta", &META),
            ("xmlns:dc", &DC),
            ("office:version", &"1.3"),
        ],
    );
    xml.open("office:meta", &[]);
    xml.element("meta:generator", &[], MAKER);
    xml.element("dc:title", &[], werkboek.titel);
    xml.element("dc:language", &[], "nl-NL");
    xml.element("meta:initial-creator", &[], MAKER);
    xml.element("meta:creation-date", &[], &werkboek.gemaakt_op.to_string());
    xml.finish()
}

fn render_styles() -> String {
    let mut xml = Xml::document();
    xml.open(
        "office:document-styles",
        &[
            ("xmlns:office", &OFFICE),
            ("xmlns:style", &STYLE),
            ("xmlns:fo", &FO),
            ("office:version", &"1.3"),
        ],
    );
    xml.open("office:styles", &[]);
    xml.open("style:default-style", &[("style:family", &"table-cell")]);
    xml.leaf(
        "style:text-properties",
        &[("fo:language", &"nl"), ("fo:country", &"NL")],
    );
    xml.finish()
}

fn render_content(werkboek: &Werkboek<'_>) -> String {
    let mut xml = Xml::document();
    xml.open(
        "office:document-content",
        &[
            ("xmlns:office", &OFFICE),
            ("xmlns:style", &STYLE),
            ("xmlns:text", &TEXT),
            ("xmlns:table", &TABLE),
            ("xmlns:fo", &FO),
            ("xmlns:number", &NUMBER),
            ("office:version", &"1.3"),
        ],
    );
    write_styles(&mut xml, werkboek);
    xml.open("office:body", &[]).open("office:spreadsheet", &[]);
    for lijst in werkboek.bladen {
        write_sheet(&mut xml, lijst);
    }
    xml.finish()
}

fn write_styles(xml: &mut Xml, werkboek: &Werkboek<'_>) {
    xml.open("office:automatic-styles", &[]);
    let mut breedtes: Vec<u8> = werkboek
        .bladen
        .iter()
        .flat_map(|blad| &blad.kolommen)
        .map(|kolom| kolom.breedte)
        .collect();
    breedtes.sort_unstable();
    breedtes.dedup();
    for breedte in breedtes {
        let naam = format_args!("k{breedte}");
        xml.open(
            "style:style",
            &[("style:name", &naam), ("style:family", &"table-column")],
        );
        // A character of the default letter is about two millimetres wide.
        let maat = format_args!("{}mm", u32::from(breedte) * 2);
        xml.leaf(
            "style:table-column-properties",
            &[("style:column-width", &maat)],
        )
        .close();
    }
    for decimalen in 0..=2u32 {
        write_number_style(
            xml,
            "number:number-style",
            &format!("g{decimalen}"),
            decimalen,
            "",
            "",
        );
    }
    write_number_style(xml, "number:percentage-style", "p", 1, "", "%");
    write_number_style(xml, "number:currency-style", "b", 2, "€ ", "");
    write_date_style(xml);
    for naam in ["g0", "g1", "g2", "p", "b", "d"] {
        write_cell_style(xml, &format!("c{naam}"), Some(naam));
    }
    write_cell_style(xml, "ct", None);
    xml.open(
        "style:style",
        &[("style:name", &"kop"), ("style:family", &"table-cell")],
    );
    xml.leaf(
        "style:table-cell-properties",
        &[("fo:wrap-option", &"wrap")],
    );
    xml.leaf("style:text-properties", &[("fo:font-weight", &"bold")])
        .close();
    xml.close();
}

fn write_number_style(
    xml: &mut Xml,
    soort: &'static str,
    naam: &str,
    decimalen: u32,
    voor: &str,
    na: &str,
) {
    xml.open(
        soort,
        &[
            ("style:name", &naam),
            ("number:language", &"nl"),
            ("number:country", &"NL"),
        ],
    );
    if !voor.is_empty() {
        xml.element("number:text", &[], voor);
    }
    xml.leaf(
        "number:number",
        &[
            ("number:decimal-places", &decimalen),
            ("number:min-decimal-places", &decimalen),
            ("number:min-integer-digits", &"1"),
            ("number:grouping", &"true"),
        ],
    );
    if !na.is_empty() {
        xml.element("number:text", &[], na);
    }
    xml.close();
}

fn write_date_style(xml: &mut Xml) {
    xml.open("number:date-style", &[("style:name", &"d")]);
    xml.leaf("number:day", &[("number:style", &"long")]);
    xml.element("number:text", &[], "-");
    xml.leaf("number:month", &[("number:style", &"long")]);
    xml.element("number:text", &[], "-");
    xml.leaf("number:year", &[("number:style", &"long")])
        .close();
}

fn write_cell_style(xml: &mut Xml, naam: &str, gegevens: Option<&str>) {
    match gegevens {
        Some(stijl) => xml.open(
            "style:style",
            &[
                ("style:name", &naam),
                ("style:family", &"table-cell"),
                ("style:data-style-name", &stijl),
            ],
        ),
        None => xml.open(
            "style:style",
            &[("style:name", &naam), ("style:family", &"table-cell")],
        ),
    };
    xml.leaf(
        "style:table-cell-properties",
        &[
            ("fo:wrap-option", &"wrap"),
            ("style:vertical-align", &"top"),
        ],
    );
    xml.close();
}

fn write_sheet(xml: &mut Xml, lijst: &Lijst) {
    xml.open("table:table", &[("table:name", &sheet_name(&lijst.titel))]);
    for kolom in &lijst.kolommen {
        xml.leaf(
            "table:table-column",
            &[("table:style-name", &format_args!("k{}", kolom.breedte))],
        );
    }
    xml.open("table:table-header-rows", &[])
        .open("table:table-row", &[]);
    for kolom in &lijst.kolommen {
        xml.open(
            "table:table-cell",
            &[
                ("table:style-name", &"kop"),
                ("office:value-type", &"string"),
            ],
        );
        xml.element("text:p", &[], &kolom.naam).close();
    }
    xml.close().close();
    for rij in &lijst.rijen {
        xml.open("table:table-row", &[]);
        for cel in rij {
            write_cell(xml, cel);
        }
        xml.close();
    }
    xml.close();
}

fn write_cell(xml: &mut Xml, cel: &Cel) {
    match cel {
        Cel::Leeg => {
            xml.leaf("table:table-cell", &[]);
        }
        Cel::Tekst(tekst) => write_text_cell(xml, tekst),
        Cel::Getal { waarde, decimalen } => {
            let stijl = format!("cg{}", decimalen.min(&2));
            let tekst = getal_nl(*waarde, *decimalen);
            write_value_cell(
                xml,
                &stijl,
                ["float", "office:value", &plain(*waarde)],
                &tekst,
            );
        }
        Cel::Procent(procent) => {
            let deel = plain(procent / Decimal::ONE_HUNDRED);
            let tekst = format!("{}%", getal_nl(*procent, 1));
            write_value_cell(xml, "cp", ["percentage", "office:value", &deel], &tekst);
        }
        Cel::Bedrag(bedrag) => {
            xml.open(
                "table:table-cell",
                &[
                    ("table:style-name", &"cb"),
                    ("office:value-type", &"currency"),
                    ("office:currency", &"EUR"),
                    ("office:value", &bedrag.to_string()),
                ],
            );
            xml.element("text:p", &[], &geld_nl(*bedrag)).close();
        }
        Cel::Datum(datum) => {
            let waarde = datum.to_string();
            let tekst = datum_kort(*datum);
            write_value_cell(xml, "cd", ["date", "office:date-value", &waarde], &tekst);
        }
    }
}

fn write_value_cell(xml: &mut Xml, stijl: &str, [soort, sleutel, waarde]: [&str; 3], tekst: &str) {
    xml.open(
        "table:table-cell",
        &[
            ("table:style-name", &stijl),
            ("office:value-type", &soort),
            (sleutel, &waarde),
        ],
    );
    xml.element("text:p", &[], tekst).close();
}

/// Every line of a text is a paragraph of its own.
fn write_text_cell(xml: &mut Xml, tekst: &str) {
    xml.open(
        "table:table-cell",
        &[
            ("table:style-name", &"ct"),
            ("office:value-type", &"string"),
        ],
    );
    for regel in tekst.lines() {
        xml.element("text:p", &[], regel);
    }
    xml.close();
}

fn plain(getal: Decimal) -> String {
    getal.normalize().to_string()
}
