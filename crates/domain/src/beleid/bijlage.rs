//! A file that belongs to a proposal or a decision.

use primitives::BijlageId;

/// The largest file that is kept.
pub const BIJLAGE_MAX: usize = 20 * 1024 * 1024;
/// Longer names than this no reader needs.
const NAAM_MAX: usize = 120;

/// A PDF with the name under which it is shown and downloaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bijlage {
    /// Its id.
    pub id: BijlageId,
    /// Letters, digits, spaces, points, dashes; ends in `.pdf`.
    naam: String,
    inhoud: Vec<u8>,
}

/// Why a file is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BijlageError {
    /// Nothing in it.
    #[error("dit bestand is leeg: kies een PDF")]
    Leeg,
    /// Too large.
    #[error("dit bestand is te groot: een bijlage is ten hoogste 20 MB")]
    TeGroot,
    /// Something else than a PDF, whatever its name says.
    #[error("dit is geen PDF: sla het document op als PDF en kies dat bestand")]
    GeenPdf,
}

impl Bijlage {
    /// Judges a file by what is in it; its name is cleaned, never trusted.
    pub fn try_new(id: BijlageId, naam: &str, inhoud: Vec<u8>) -> Result<Self, BijlageError> {
        if inhoud.is_empty() {
            Err(BijlageError::Leeg)
        } else if inhoud.len() > BIJLAGE_MAX {
            Err(BijlageError::TeGroot)
        } else if is_pdf(&inhoud) {
            let naam = clean_naam(naam);
            Ok(Self { id, naam, inhoud })
        } else {
            Err(BijlageError::GeenPdf)
        }
    }

    /// The name.
    pub fn naam(&self) -> &str {
        &self.naam
    }

    /// What is in it.
    pub fn inhoud(&self) -> &[u8] {
        &self.inhoud
    }
}

/// A PDF begins with its version and ends with an end mark, behind which readers allow some bytes.
fn is_pdf(inhoud: &[u8]) -> bool {
    let (_, staart) = inhoud.split_at(inhoud.len().saturating_sub(1024));
    let is_versie = inhoud.strip_prefix(b"%PDF-").is_some_and(
        |rest| matches!(rest, [b'1' | b'2', b'.', minor, ..] if minor.is_ascii_digit()),
    );
    is_versie && staart.windows(5).any(|stuk| stuk == b"%%EOF")
}

/// The last part of a path, without what a header or a file system reads as a sign.
fn clean_naam(naam: &str) -> String {
    let laatste = naam.rsplit(['/', '\\']).next().unwrap_or_default();
    let zonder = laatste
        .strip_suffix(".pdf")
        .or(laatste.strip_suffix(".PDF"));
    let is_gewoon = |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '.' | '-' | '_');
    let schoon: String = zonder
        .unwrap_or(laatste)
        .chars()
        .map(|c| if is_gewoon(c) { c } else { '-' })
        .take(NAAM_MAX)
        .collect();
    let schoon = schoon.trim_matches(['.', ' ', '-']);
    if schoon.is_empty() {
        "bijlage.pdf".to_owned()
    } else {
        format!("{schoon}.pdf")
    }
}

#[cfg(test)]
mod tests {
    use primitives::{IdGenerator, SystemIds};

    use super::*;

    const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n";

    fn keep(naam: &str, inhoud: &[u8]) -> Result<Bijlage, BijlageError> {
        Bijlage::try_new(BijlageId::new(SystemIds.next()), naam, inhoud.to_vec())
    }

    #[test]
    fn a_file_is_judged_by_what_is_in_it() {
        assert!(keep("voorstel.pdf", PDF).is_ok());
        let html = b"<html><script>alert(1)</script></html>".as_slice();
        for (inhoud, fout) in [
            (b"".as_slice(), BijlageError::Leeg),
            (html, BijlageError::GeenPdf),
            (b"PK\x03\x04%PDF-1.7 %%EOF", BijlageError::GeenPdf),
            (b"%PDF-1.7\nafgebroken", BijlageError::GeenPdf),
            (b"%PDF-x.y %%EOF", BijlageError::GeenPdf),
        ] {
            assert_eq!(keep("a.pdf", inhoud), Err(fout));
        }
        let mut groot = PDF.to_vec();
        groot.resize(BIJLAGE_MAX + 1, b' ');
        assert_eq!(keep("a.pdf", &groot), Err(BijlageError::TeGroot));
    }

    #[test]
    fn a_name_is_cleaned() {
        for (naam, schoon) in [
            ("Voorstel 2018-077.pdf", "Voorstel 2018-077.pdf"),
            ("../../etc/passwd", "passwd.pdf"),
            ("C:\\stukken\\brief.PDF", "brief.pdf"),
            ("a\"; filename=\"b.exe", "a-- filename--b.exe.pdf"),
            ("brief\r\nX-Kwaad: ja.pdf", "brief--X-Kwaad- ja.pdf"),
            ("", "bijlage.pdf"),
            ("...", "bijlage.pdf"),
        ] {
            assert_eq!(keep(naam, PDF).unwrap().naam(), schoon, "{naam}");
        }
    }
}
