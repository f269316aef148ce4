//! Sheets as Office Open XML.

use jiff::tz::TimeZone;
use primitives::{Datum, Moment};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::{MAKER, Werkboek, check_columns, sheet_name};
use crate::RapportError;
use crate::cijfer::as_f64;
use crate::lijst::{Cel, Lijst};

/// More characters do not fit in a cell.
const MAX_TEKST: usize = 32_767;

/// Writes the sheets.
pub(crate) fn render_xlsx(werkboek: &Werkboek<'_>) -> Result<Vec<u8>, RapportError> {
    let mut boek = Workbook::new();
    boek.set_properties(
        &DocProperties::new()
            .set_title(werkboek.titel)
            .set_author(MAKER)
            .set_creation_datetime(&excel_moment(werkboek.gemaakt_op)?),
    );
    let opmaak = Opmaak::new();
    for lijst in werkboek.bladen {
        check_columns(lijst)?;
        write_sheet(boek.add_worksheet(), &opmaak, lijst)?;
    }
    Ok(boek.save_to_buffer()?)
}

/// The looks of cells.
struct Opmaak {
    kop: Format,
    tekst: Format,
    procent: Format,
    bedrag: Format,
    datum: Format,
    getallen: [Format; 3],
}

impl Opmaak {
    fn new() -> Self {
        let boven = || Format::new().set_align(FormatAlign::Top);
        Self {
            kop: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_border_bottom(FormatBorder::Thin),
            tekst: boven().set_text_wrap(),
            procent: boven().set_num_format("0.0%"),
            bedrag: boven().set_num_format("€ #,##0.00"),
            datum: boven().set_num_format("dd-mm-yyyy"),
            getallen: [
                boven().set_num_format("#,##0"),
                boven().set_num_format("#,##0.0"),
                boven().set_num_format("#,##0.00"),
            ],
        }
    }

    fn number(&self, decimalen: u32) -> &Format {
        let [geheel, een, twee] = &self.getallen;
        match decimalen {
            0 => geheel,
            1 => een,
            _ => twee,
        }
    }
}

fn write_sheet(blad: &mut Worksheet, opmaak: &Opmaak, lijst: &Lijst) -> Result<(), XlsxError> {
    blad.set_name(sheet_name(&lijst.titel))?;
    for (kolom, nummer) in lijst.kolommen.iter().zip(0u16..) {
        blad.set_column_width(nummer, kolom.breedte)?;
        blad.write_string_with_format(0, nummer, &kolom.naam, &opmaak.kop)?;
    }
    for (rij, nummer) in lijst.rijen.iter().zip(1u32..) {
        for (cel, kolom) in rij.iter().zip(0u16..) {
            write_cell(blad, opmaak, (nummer, kolom), cel)?;
        }
    }
    blad.set_freeze_panes(1, 0)?;
    blad.set_repeat_rows(0, 0)?;
    // A4 on its side, as wide as one page.
    blad.set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0);
    let laatste = u16::try_from(lijst.kolommen.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let onderste = u32::try_from(lijst.rijen.len()).unwrap_or(u32::MAX);
    if !lijst.rijen.is_empty() && !lijst.kolommen.is_empty() {
        blad.autofilter(0, 0, onderste, laatste)?;
    }
    Ok(())
}

fn write_cell(
    blad: &mut Worksheet,
    opmaak: &Opmaak,
    (rij, kolom): (u32, u16),
    cel: &Cel,
) -> Result<(), XlsxError> {
    match cel {
        Cel::Leeg => {}
        Cel::Tekst(tekst) => {
            let tekst: String = tekst.chars().take(MAX_TEKST).collect();
            blad.write_string_with_format(rij, kolom, tekst, &opmaak.tekst)?;
        }
        Cel::Getal { waarde, decimalen } => {
            blad.write_number_with_format(rij, kolom, as_f64(*waarde), opmaak.number(*decimalen))?;
        }
        Cel::Procent(procent) => {
            let deel = as_f64(procent / rust_decimal::Decimal::ONE_HUNDRED);
            blad.write_number_with_format(rij, kolom, deel, &opmaak.procent)?;
        }
        Cel::Bedrag(bedrag) => {
            blad.write_number_with_format(rij, kolom, as_f64(bedrag.decimal()), &opmaak.bedrag)?;
        }
        Cel::Datum(datum) => match excel_date(*datum) {
            Some(dag) => {
                blad.write_datetime_with_format(rij, kolom, &dag, &opmaak.datum)?;
            }
            // The calendar of spreadsheets begins in 1900.
            None => {
                blad.write_string_with_format(rij, kolom, datum.to_string(), &opmaak.tekst)?;
            }
        },
    }
    Ok(())
}

fn excel_date(datum: Datum) -> Option<ExcelDateTime> {
    let jaar = u16::try_from(datum.year()).ok()?;
    let maand = u8::try_from(datum.month()).ok()?;
    let dag = u8::try_from(datum.day()).ok()?;
    // An error says only that the date lies outside the calendar of spreadsheets.
    ExcelDateTime::from_ymd(jaar, maand, dag).ok()
}

fn excel_moment(moment: Moment) -> Result<ExcelDateTime, XlsxError> {
    let utc = moment.to_zoned(TimeZone::UTC);
    let deel = |waarde: i8| u16::try_from(waarde).unwrap_or_default();
    let dag = excel_date(utc.date()).map_or_else(|| ExcelDateTime::from_ymd(1900, 1, 1), Ok)?;
    dag.and_hms(
        deel(utc.hour()),
        u8::try_from(utc.minute()).unwrap_or_default(),
        utc.second(),
    )
}
