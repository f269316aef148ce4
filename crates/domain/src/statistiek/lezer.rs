//! Reading and writing rows: CSV in UTF-8 with semicolons and an exact header, bytes in, faults or values out.

use std::borrow::Cow;

use csv::{ByteRecord, Reader, ReaderBuilder, WriterBuilder};
use primitives::GemeenteCode;

use super::error::Fouten;
use super::veld::Veld;
use super::waarde::Voorschrift;

const BOM: &[u8] = b"\xef\xbb\xbf";

/// One line of a file, read field by field in the order of its table of attributes.
///
/// Every reading method moves to the next field, so a record is read by asking for its fields in order. Faults are
/// noted and reading goes on, so that the sender learns all of them at once.
pub struct Rij<'a> {
    regel: u64,
    gemeente: GemeenteCode,
    velden: &'static [Veld],
    waarden: &'a ByteRecord,
    plek: usize,
    fouten: &'a mut Fouten,
}

impl Rij<'_> {
    /// The municipality of which the file must be.
    pub const fn gemeente(&self) -> GemeenteCode {
        self.gemeente
    }

    /// The value of a field that must be filled; none after noting the fault.
    pub fn vereist<T, V: Into<Voorschrift>>(
        &mut self,
        parse: impl FnOnce(&str) -> Result<T, V>,
    ) -> Option<T> {
        self.next(parse, |fouten, regel, veld| {
            fouten.refuse(regel, veld, "", Cow::Borrowed("verplicht: vul dit veld"));
        })
    }

    /// The value of a field that may be empty; none when it is, and none after noting a fault.
    pub fn mogelijk<T, V: Into<Voorschrift>>(
        &mut self,
        parse: impl FnOnce(&str) -> Result<T, V>,
    ) -> Option<T> {
        self.next(parse, |_, _, _| ())
    }

    /// Notes that an empty field must be filled because others are. A field that holds a fault is not empty.
    pub fn refuse_leeg(&mut self, naam: &'static str, voorschrift: &'static str) {
        let gevonden = self
            .velden
            .iter()
            .zip(self.waarden)
            .find(|(veld, _)| veld.naam == naam);
        if let Some((veld, b"")) = gevonden {
            self.fouten
                .refuse(self.regel, veld, "", Cow::Borrowed(voorschrift));
        }
    }

    fn next<T, V: Into<Voorschrift>>(
        &mut self,
        parse: impl FnOnce(&str) -> Result<T, V>,
        leeg: impl FnOnce(&mut Fouten, u64, &Veld),
    ) -> Option<T> {
        let veld = self.velden.get(self.plek)?;
        let ruw = self.waarden.get(self.plek).unwrap_or(b"");
        self.plek += 1;
        if ruw.is_empty() {
            leeg(self.fouten, self.regel, veld);
            return None;
        }
        let uitkomst = std::str::from_utf8(ruw)
            .map_err(|_| Cow::Borrowed("geen UTF-8: sla het bestand op als UTF-8"))
            .and_then(|tekst| parse(tekst).map_err(Into::into));
        uitkomst
            .map_err(|voorschrift| {
                let waarde = String::from_utf8_lossy(ruw);
                self.fouten.refuse(self.regel, veld, &waarde, voorschrift);
            })
            .ok()
    }
}

/// Reads all rows with their line numbers; a row with a fault is left out after noting it.
pub fn read_rows<R>(
    bytes: &[u8],
    gemeente: GemeenteCode,
    velden: &'static [Veld],
    fouten: &mut Fouten,
    read: impl Fn(&mut Rij<'_>) -> Option<R>,
) -> Vec<(u64, R)> {
    let mut lezer = reader(bytes);
    let mut record = ByteRecord::new();
    let mut rijen = Vec::new();
    match lezer.read_byte_record(&mut record) {
        Ok(true) if is_kop(&record, velden) => {}
        Ok(true) => {
            fouten.refuse_line(1, "kop", String::new(), kopfout(&record, velden));
            return rijen;
        }
        // A slice cannot fail to be read; if it ever does, that is as good as empty.
        Ok(false) | Err(_) => {
            let voorschrift = Cow::Borrowed("het bestand is leeg: het begint met een kop");
            fouten.refuse_line(1, "kop", String::new(), voorschrift);
            return rijen;
        }
    }
    if let Some((regel, veld, code)) = find_andere_gemeente(bytes, gemeente, velden) {
        fouten.refuse(regel, veld, &code, gemeentefout(&code, gemeente));
        return rijen;
    }
    let mut is_leeg = true;
    while lezer.read_byte_record(&mut record).unwrap_or(false) {
        is_leeg = false;
        let regel = record.position().map_or(0, csv::Position::line);
        if record.len() != velden.len() {
            let aantal = format!("{} velden", record.len());
            fouten.refuse_line(regel, "regel", aantal, veldenfout(velden));
            continue;
        }
        let vooraf = fouten.totaal();
        let rij = read(&mut Rij {
            regel,
            gemeente,
            velden,
            waarden: &record,
            plek: 0,
            fouten,
        });
        // A row that noted a fault is not used, also when all of its fields could be read.
        if let Some(rij) = rij.filter(|_| fouten.totaal() == vooraf) {
            rijen.push((regel, rij));
        }
    }
    if is_leeg {
        let voorschrift =
            Cow::Borrowed("het bestand heeft alleen een kop: er is geen enkele regel");
        fouten.refuse_line(1, "kop", String::new(), voorschrift);
    }
    rijen
}

/// Writes a header and rows as CSV in UTF-8 with semicolons and line feeds.
pub fn csv_bytes<'a>(
    kop: impl IntoIterator<Item = &'a str>,
    rijen: impl Iterator<Item = Vec<String>>,
) -> Vec<u8> {
    let mut schrijver = WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    let gelukt = schrijver.write_record(kop).and_then(|()| {
        for rij in rijen {
            schrijver.write_record(rij)?;
        }
        Ok(())
    });
    gelukt
        .ok()
        .and_then(|()| schrijver.into_inner().ok())
        .expect("writing to memory cannot fail, and every row has the width of its header")
}

fn reader(bytes: &[u8]) -> Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(b';')
        .has_headers(false)
        .flexible(true)
        .from_reader(bytes.strip_prefix(BOM).unwrap_or(bytes))
}

/// The first line and the code when every complete line is of one and the same other municipality.
///
/// Stops at the first line that says otherwise, so a file of the right municipality costs one line.
fn find_andere_gemeente(
    bytes: &[u8],
    gemeente: GemeenteCode,
    velden: &'static [Veld],
) -> Option<(u64, &'static Veld, String)> {
    let (plek, veld) = velden
        .iter()
        .enumerate()
        .find(|(_, veld)| veld.naam == "gemeentecode")?;
    let mut lezer = reader(bytes);
    let mut record = ByteRecord::new();
    let mut gevonden: Option<(u64, &'static Veld, String)> = None;
    // The header was checked before.
    lezer.read_byte_record(&mut record).unwrap_or(false);
    while lezer.read_byte_record(&mut record).unwrap_or(false) {
        if record.len() != velden.len() {
            continue;
        }
        let code = record
            .get(plek)
            .and_then(|ruw| std::str::from_utf8(ruw).ok())
            .filter(|code| code.len() == 4 && code.bytes().all(|b| b.is_ascii_digit()))?;
        match &gevonden {
            _ if code == gemeente.cijfers() => return None,
            Some((_, _, eerder)) if eerder != code => return None,
            Some(_) => {}
            None => {
                let regel = record.position().map_or(0, csv::Position::line);
                gevonden = Some((regel, veld, code.to_owned()));
            }
        }
    }
    gevonden
}

fn gemeentefout(code: &str, gekozen: GemeenteCode) -> Voorschrift {
    let gekozen = gekozen.cijfers();
    format!(
        "dit bestand is van gemeente {code}, maar u koos gemeente {gekozen}: kies gemeente {code} of neem het \
         bestand van {gekozen}"
    )
    .into()
}

fn is_kop(record: &ByteRecord, velden: &[Veld]) -> bool {
    record.len() == velden.len()
        && record
            .iter()
            .zip(velden)
            .all(|(kolom, veld)| kolom == veld.naam.as_bytes())
}

/// What is wrong with the header. Names no column of the file itself: without a header the first line holds people.
fn kopfout(record: &ByteRecord, velden: &[Veld]) -> Voorschrift {
    let heeft = |veld: &Veld| record.iter().any(|kolom| kolom == veld.naam.as_bytes());
    let ontbreekt: Vec<_> = velden.iter().filter(|veld| !heeft(veld)).collect();
    if ontbreekt.len() == velden.len() {
        return Cow::Borrowed(
            "de eerste regel is niet de kop van dit soort bestand: kolomnamen in de voorgeschreven volgorde, \
             gescheiden door puntkomma's",
        );
    }
    if ontbreekt.is_empty() {
        return format!(
            "de kop heeft {} kolommen in de voorgeschreven volgorde; hier zijn het er {} of staan ze anders",
            velden.len(),
            record.len()
        )
        .into();
    }
    let namen: Vec<_> = ontbreekt.iter().map(|veld| veld.naam).collect();
    format!("in de kop ontbreekt: {}", namen.join(", ")).into()
}

fn veldenfout(velden: &[Veld]) -> Voorschrift {
    format!(
        "een regel heeft {} velden, gescheiden door puntkomma's",
        velden.len()
    )
    .into()
}
