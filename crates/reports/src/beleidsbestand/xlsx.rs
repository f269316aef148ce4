//! Policy as a sheet: the names of the columns on the first row, a value on each row below.

use std::io::{Cursor, Read, copy, sink};

use calamine::{DataRef, Reader, Xlsx};
use domain::beleid::{BESTANDSREGELS_MAX, Beleidsbestand, Beleidsbestandinvoer, RegelInvoer};
use primitives::Datum;
use zip::ZipArchive;

use super::error::BestandError;
use super::vorm::{KOLOMMEN, VERPLICHT, set, texts_of};
use crate::lijst::{Cel, Kolom, Lijst};

const BLAD: &str = "Beleid";
/// All parts of a workbook together, unpacked: ten times what a full export takes.
const UITGEPAKT_MAX: u64 = 16 * 1024 * 1024;
/// A workbook of ours has a dozen parts.
const DELEN_MAX: usize = 200;
/// More cells with a formula than this nobody repairs one by one.
const FORMULES_MAX: usize = 20;

/// Policy as a list. Every value is a text, as in the other form.
pub(super) fn list_of(bestand: &Beleidsbestand) -> Lijst {
    let breedte = |naam: &str| match naam {
        "gegeven" | "waarde" | "uitleg" => 48,
        "sleutel" => 36,
        "besluit" | "rij" | "eenheid" => 24,
        _ => 12,
    };
    let rij = |regel| texts_of(regel).into_iter().map(cel).collect();
    Lijst {
        titel: BLAD.to_owned(),
        kolommen: KOLOMMEN.map(|naam| Kolom::new(naam, breedte(naam))).into(),
        rijen: bestand.regels.iter().map(rij).collect(),
    }
}

fn cel(tekst: String) -> Cel {
    if tekst.is_empty() {
        Cel::Leeg
    } else {
        Cel::Tekst(tekst)
    }
}

/// Reads policy from a workbook.
pub(super) fn parse(inhoud: &[u8]) -> Result<Beleidsbestandinvoer, BestandError> {
    check_archief(inhoud)?;
    let boek: Result<Xlsx<_>, _> = Xlsx::new(Cursor::new(inhoud));
    let mut boek = boek.map_err(|_| BestandError::GeenWerkmap)?;
    if !boek.sheet_names().iter().any(|naam| naam == BLAD) {
        return Err(BestandError::GeenBlad(BLAD));
    }
    check_formules(&mut boek)?;
    Ok(Beleidsbestandinvoer {
        peildatum: String::new(),
        regels: read_regels(&mut boek)?,
    })
}

/// Unpacks every part and throws it away, to learn how much it is: the size that an archive names may be a lie.
fn check_archief(inhoud: &[u8]) -> Result<(), BestandError> {
    let mut archief =
        ZipArchive::new(Cursor::new(inhoud)).map_err(|_| BestandError::GeenWerkmap)?;
    if archief.len() > DELEN_MAX {
        return Err(BestandError::TeGrootUitgepakt);
    }
    let mut over = UITGEPAKT_MAX;
    for nummer in 0..archief.len() {
        let deel = archief
            .by_index(nummer)
            .map_err(|_| BestandError::GeenWerkmap)?;
        let omvang = copy(&mut deel.take(over + 1), &mut sink());
        let omvang = omvang.map_err(|_| BestandError::GeenWerkmap)?;
        over = over
            .checked_sub(omvang)
            .ok_or(BestandError::TeGrootUitgepakt)?;
    }
    Ok(())
}

type Boek<'a> = Xlsx<Cursor<&'a [u8]>>;

/// A formula gives another value on another machine, so none is read.
fn check_formules(boek: &mut Boek<'_>) -> Result<(), BestandError> {
    let mut cellen = boek
        .worksheet_cells_reader(BLAD)
        .map_err(|_| BestandError::GeenWerkmap)?;
    let mut gevonden = Vec::new();
    while let Some(cel) = cellen
        .next_formula()
        .map_err(|_| BestandError::GeenWerkmap)?
    {
        if !cel.get_value().is_empty() {
            gevonden.push(cell_name(cel.get_position()));
        }
        if gevonden.len() == FORMULES_MAX {
            break;
        }
    }
    if gevonden.is_empty() {
        Ok(())
    } else {
        Err(BestandError::Formules(gevonden))
    }
}

/// Reads cell by cell: a sheet with one cell far away never becomes a table in memory.
fn read_regels(boek: &mut Boek<'_>) -> Result<Vec<RegelInvoer>, BestandError> {
    let mut cellen = boek
        .worksheet_cells_reader(BLAD)
        .map_err(|_| BestandError::GeenWerkmap)?;
    let mut kop: Vec<(u32, &'static str)> = Vec::new();
    let mut regels: Vec<RegelInvoer> = Vec::new();
    let mut is_kop_heel = false;
    while let Some(cel) = cellen.next_cell().map_err(|_| BestandError::GeenWerkmap)? {
        let ((rij, kolom), tekst) = (cel.get_position(), text_of(cel.get_value()));
        if tekst.trim().is_empty() {
            continue;
        }
        if rij == 0 {
            let naam = tekst.trim().to_lowercase();
            if let Some(naam) = KOLOMMEN.iter().find(|bekend| **bekend == naam) {
                if kop.iter().any(|(_, bekend)| bekend == naam) {
                    return Err(BestandError::DubbeleKolom(naam));
                }
                kop.push((kolom, naam));
            }
            continue;
        }
        if !is_kop_heel {
            check_kop(&kop)?;
            is_kop_heel = true;
        }
        // The header, and a row for each line.
        if rij > u32::from(BESTANDSREGELS_MAX) {
            return Err(BestandError::TeVeelRijen(BESTANDSREGELS_MAX));
        }
        let Some((_, naam)) = kop.iter().find(|(plek, _)| *plek == kolom) else {
            continue;
        };
        let plaats = u64::from(rij) + 1;
        if regels.last().is_none_or(|regel| regel.plaats != plaats) {
            regels.push(RegelInvoer {
                plaats,
                ..RegelInvoer::default()
            });
        }
        if let Some(regel) = regels.last_mut() {
            set(regel, naam, tekst);
        }
    }
    check_kop(&kop)?;
    Ok(regels)
}

fn check_kop(kop: &[(u32, &'static str)]) -> Result<(), BestandError> {
    let is_weg = |naam: &&'static str| !kop.iter().any(|(_, bekend)| bekend == naam);
    let weg: Vec<_> = VERPLICHT.into_iter().filter(|naam| is_weg(naam)).collect();
    if weg.is_empty() {
        Ok(())
    } else {
        Err(BestandError::GeenKolom(weg))
    }
}

/// The text of a cell as somebody would type it: a spreadsheet program keeps numbers and days in its own way.
fn text_of(waarde: &DataRef<'_>) -> String {
    match waarde {
        DataRef::String(tekst) => tekst.clone(),
        DataRef::SharedString(tekst) => (*tekst).to_owned(),
        DataRef::Int(getal) => getal.to_string(),
        DataRef::Float(getal) => getal.to_string(),
        DataRef::Bool(true) => "ja".to_owned(),
        DataRef::Bool(false) => "nee".to_owned(),
        DataRef::DateTime(moment) => {
            let (jaar, maand, dag, ..) = moment.to_ymd_hms_milli();
            let dag = i16::try_from(jaar)
                .ok()
                .zip(i8::try_from(maand).ok().zip(i8::try_from(dag).ok()))
                .and_then(|(jaar, (maand, dag))| Datum::new(jaar, maand, dag).ok());
            dag.map_or_else(String::new, |dag| dag.to_string())
        }
        DataRef::DateTimeIso(tekst) | DataRef::DurationIso(tekst) => {
            tekst.split('T').next().unwrap_or_default().to_owned()
        }
        DataRef::Error(_) => "#fout".to_owned(),
        DataRef::Empty => String::new(),
    }
}

/// The name of a cell: `C4`.
fn cell_name((rij, kolom): (u32, u32)) -> String {
    let mut letters = String::new();
    let mut rest = kolom + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.insert(0, char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    format!("{letters}{}", rij + 1)
}
