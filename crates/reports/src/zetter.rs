//! The typesetter: a template and its data in, PDF/UA-1 and PDF/A-2a out.
//!
//! Typst sees a small closed world: the template, the files given to it and three letters. It can read no
//! disk, load no package and ask no clock, so the same input gives the same bytes.

use std::sync::LazyLock;

use jiff::tz::TimeZone;
use primitives::Moment;
use serde_json::Value;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::RapportError;

static LETTERS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let bestanden: [&'static [u8]; 3] = [
        include_bytes!(concat!(env!("OUT_DIR"), "/regular.ttf")),
        include_bytes!(concat!(env!("OUT_DIR"), "/bold.ttf")),
        include_bytes!(concat!(env!("OUT_DIR"), "/italic.ttf")),
    ];
    bestanden
        .into_iter()
        .flat_map(|bestand| Font::iter(Bytes::new(bestand)))
        .collect()
});
static BOEK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(LETTERS.iter())));
static BIBLIOTHEEK: LazyLock<LazyHash<Library>> =
    LazyLock::new(|| LazyHash::new(Library::default()));

/// How many documents ago something must have been used to be kept in memory.
const ONTHOUDEN: usize = 10;

/// A document to be set.
pub(crate) struct Zetwerk {
    /// The template.
    pub(crate) sjabloon: &'static str,
    /// The files that the template reads, by path such as `/gegevens.json`.
    pub(crate) bestanden: Vec<(String, Vec<u8>)>,
    /// The moment that the file bears as its creation.
    pub(crate) gemaakt_op: Moment,
    /// What identifies the document, the same each time that it is made.
    pub(crate) kenmerk: String,
}

/// Sets the document. A warning counts as an error: it tells of a missing letter or text that does not fit.
pub(crate) fn render_pdf(zetwerk: Zetwerk) -> Result<Vec<u8>, RapportError> {
    let wereld = Wereld::try_new(zetwerk)?;
    let gezet = typst::compile::<PagedDocument>(&wereld);
    let document = gezet.output.map_err(|fouten| refused(&fouten))?;
    if !gezet.warnings.is_empty() {
        return Err(refused(&gezet.warnings));
    }
    let normen = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
        .map_err(|fout| RapportError::Zetten(fout.message().to_string()))?;
    let opties = PdfOptions {
        ident: Smart::Custom(wereld.zetwerk.kenmerk.clone()),
        creator: Smart::Custom(Some("Stuurhuis".to_owned())),
        timestamp: typst_moment(wereld.zetwerk.gemaakt_op).map(Timestamp::new_utc),
        standards: normen,
        ..PdfOptions::default()
    };
    let pdf = typst_pdf::pdf(&document, &opties).map_err(|fouten| refused(&fouten));
    // A server would otherwise remember every document that it ever set.
    comemo::evict(ONTHOUDEN);
    pdf
}

/// The text in characters that the letters have. What they lack, such as a pasted emoji, becomes a replacement
/// character, because PDF/UA allows no text without a glyph; invisible control characters are left out.
pub(crate) fn printable(tekst: &str) -> String {
    let has_glyph = |teken: char| {
        LETTERS
            .first()
            .is_some_and(|letter| letter.info().coverage.contains(u32::from(teken)))
    };
    tekst
        .chars()
        .filter(|teken| !is_invisible(*teken))
        .map(|teken| match teken {
            '\n' => '\n',
            '\t' => ' ',
            _ if has_glyph(teken) => teken,
            _ => char::REPLACEMENT_CHARACTER,
        })
        .collect()
}

/// The data with every text in characters that can be set.
pub(crate) fn printable_values(waarde: Value) -> Value {
    match waarde {
        Value::String(tekst) => Value::String(printable(&tekst)),
        Value::Array(waarden) => waarden.into_iter().map(printable_values).collect(),
        Value::Object(velden) => velden
            .into_iter()
            .map(|(naam, waarde)| (naam, printable_values(waarde)))
            .collect(),
        ander => ander,
    }
}

/// Control characters, marks that turn the direction of text, and selectors of emoji.
fn is_invisible(teken: char) -> bool {
    let is_wit = teken == '\n' || teken == '\t';
    (teken.is_control() && !is_wit)
        || matches!(teken, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(teken, '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

fn refused(meldingen: &[SourceDiagnostic]) -> RapportError {
    let teksten: Vec<&str> = meldingen
        .iter()
        .map(|melding| melding.message.as_str())
        .collect();
    RapportError::Zetten(teksten.join("; "))
}

fn typst_moment(moment: Moment) -> Option<Datetime> {
    let utc = moment.to_zoned(TimeZone::UTC);
    let deel = |waarde: i8| u8::try_from(waarde).ok();
    Datetime::from_ymd_hms(
        i32::from(utc.year()),
        deel(utc.month())?,
        deel(utc.day())?,
        deel(utc.hour())?,
        deel(utc.minute())?,
        deel(utc.second())?,
    )
}

fn file_id(pad: &str) -> Result<FileId, RapportError> {
    let pad = VirtualPath::new(pad)
        .map_err(|_| RapportError::Zetten(format!("geen pad voor een bestand: {pad}")))?;
    Ok(RootedPath::new(VirtualRoot::Project, pad).intern())
}

/// What the typesetter can see.
struct Wereld {
    zetwerk: Zetwerk,
    hoofd: Source,
    ids: Vec<FileId>,
}

impl Wereld {
    fn try_new(zetwerk: Zetwerk) -> Result<Self, RapportError> {
        let hoofd = Source::new(file_id("/hoofd.typ")?, zetwerk.sjabloon.to_owned());
        let ids = zetwerk
            .bestanden
            .iter()
            .map(|(pad, _)| file_id(pad))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            zetwerk,
            hoofd,
            ids,
        })
    }
}

impl World for Wereld {
    fn library(&self) -> &LazyHash<Library> {
        &BIBLIOTHEEK
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOEK
    }

    fn main(&self) -> FileId {
        self.hoofd.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.hoofd.id() {
            Ok(self.hoofd.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.ids
            .iter()
            .zip(&self.zetwerk.bestanden)
            .find(|(eigen, _)| **eigen == id)
            .map(|(_, (_, inhoud))| Bytes::new(inhoud.clone()))
            .ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        LETTERS.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        // A document that knows the date of today is another document tomorrow.
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_characters_never_stop_a_document() {
        assert_eq!(printable("é ‘x’ € – … ﬁ\n2"), "é ‘x’ € – … ﬁ\n2");
        assert_eq!(printable("a\u{1}\tb\u{202e}c\u{fe0f}"), "a bc");
        let leeg = char::REPLACEMENT_CHARACTER;
        assert_eq!(
            printable("klaar \u{2705} \u{4e2d}"),
            format!("klaar {leeg} {leeg}")
        );
        assert_eq!(printable(&leeg.to_string()), leeg.to_string());
        assert!(
            LETTERS
                .iter()
                .all(|letter| letter.info().coverage.contains(u32::from(leeg)))
        );
    }
}
