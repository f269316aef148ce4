//! Text that staff write themselves, kept free of identifiers that must be stored encrypted.

use std::fmt;

use primitives::Bsn;

/// A text of 1 to `MAX` characters without bsn or bank account. Prints nothing of itself.
///
/// The identifiers of a person are stored encrypted; a note that repeats one would undo that.
#[derive(Clone, PartialEq, Eq)]
pub struct Vrijetekst<const MAX: usize>(String);

/// Why something is done, in one or two sentences.
pub type Reden = Vrijetekst<500>;

/// Why a text is refused. Never holds the text itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VrijetekstError {
    /// Nothing but white space.
    #[error("vul hier een tekst in")]
    Leeg,
    /// More than it may have.
    #[error("deze tekst is te lang: hoogstens {max} tekens")]
    TeLang {
        /// The most that is allowed.
        max: usize,
    },
    /// Control characters, which no keyboard types.
    #[error("deze tekst bevat tekens die geen letters of leestekens zijn")]
    Stuurtekens,
    /// A number that passes the eleven test.
    #[error("in deze tekst staat een bsn: haal het weg, het bsn staat al in het dossier")]
    Bsn,
    /// A Dutch bank account.
    #[error("in deze tekst staat een rekeningnummer: haal het weg")]
    Rekeningnummer,
}

impl<const MAX: usize> Vrijetekst<MAX> {
    /// Reads a text as somebody typed it; white space around it and other line ends are tidied.
    pub fn parse(tekst: &str) -> Result<Self, VrijetekstError> {
        let tekst = tekst.trim().replace("\r\n", "\n");
        if tekst.is_empty() {
            Err(VrijetekstError::Leeg)
        } else if tekst.chars().count() > MAX {
            Err(VrijetekstError::TeLang { max: MAX })
        } else if tekst
            .chars()
            .any(|c| c.is_control() && c != '\n' && c != '\t')
        {
            Err(VrijetekstError::Stuurtekens)
        } else if contains_bsn(&tekst) {
            Err(VrijetekstError::Bsn)
        } else if contains_rekeningnummer(&tekst) {
            Err(VrijetekstError::Rekeningnummer)
        } else {
            Ok(Self(tekst))
        }
    }

    /// The text, for the page of who may see it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MAX: usize> fmt::Debug for Vrijetekst<MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Vrijetekst(…)")
    }
}

/// Whether nine digits that pass the eleven test stand in the text: together, or in groups of 3-3-3 or 4-2-3 with a
/// space or point between them. Longer numbers, such as those of telephones, are something else.
fn contains_bsn(tekst: &str) -> bool {
    let groepen = digit_groups(tekst);
    let is_bsn = |cijfers: &str| cijfers.len() == 9 && Bsn::parse(cijfers).is_ok();
    let is_geheel = groepen.iter().any(|groep| is_bsn(groep.cijfers));
    let is_verdeeld = groepen.windows(3).any(|drie| {
        let [eerste, tweede, derde] = drie else {
            return false;
        };
        let lengtes = (
            eerste.cijfers.len(),
            tweede.cijfers.len(),
            derde.cijfers.len(),
        );
        let sluit_aan = tweede.sluit_aan && derde.sluit_aan;
        sluit_aan
            && matches!(lengtes, (3, 3, 3) | (4, 2, 3))
            && is_bsn(&format!(
                "{}{}{}",
                eerste.cijfers, tweede.cijfers, derde.cijfers
            ))
    });
    is_geheel || is_verdeeld
}

/// Digits in a row, and whether only one space or point divides them from the row before.
struct Cijfergroep<'a> {
    cijfers: &'a str,
    sluit_aan: bool,
}

fn digit_groups(tekst: &str) -> Vec<Cijfergroep<'_>> {
    let mut groepen = Vec::new();
    let mut rest = tekst;
    while let Some(begin) = rest.find(|c: char| c.is_ascii_digit()) {
        let (ertussen, vanaf) = rest.split_at(begin);
        let einde = vanaf
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(vanaf.len());
        let (cijfers, verder) = vanaf.split_at(einde);
        groepen.push(Cijfergroep {
            cijfers,
            sluit_aan: matches!(ertussen, " " | "." | "\u{a0}"),
        });
        rest = verder;
    }
    groepen
}

/// Whether a Dutch IBAN stands in the text, with or without spaces: NL, two digits, four letters, ten digits.
fn contains_rekeningnummer(tekst: &str) -> bool {
    let dicht: Vec<u8> = tekst
        .bytes()
        .filter(|b| !b.is_ascii_whitespace())
        .map(|b| b.to_ascii_uppercase())
        .collect();
    dicht.windows(18).any(|stuk| {
        stuk.starts_with(b"NL")
            && stuk.iter().enumerate().skip(2).all(|(plek, byte)| {
                if (4..8).contains(&plek) {
                    byte.is_ascii_uppercase()
                } else {
                    byte.is_ascii_digit()
                }
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_people_write() {
        for tekst in [
            "Gesproken over vrijwilligerswerk bij de voetbalclub.",
            "Bel terug op 06 1234 5678, na 21-11-2026.",
            "Twee regels\nmet een streepje – en een €",
            "Nummer 111222334 is geen bsn, 1112223330 ook niet.",
        ] {
            assert_eq!(Reden::parse(tekst).unwrap().as_str(), tekst);
        }
        assert_eq!(Reden::parse("  a\r\nb ").unwrap().as_str(), "a\nb");
    }

    #[test]
    fn refuses_identifiers_and_noise() {
        for (tekst, fout) in [
            ("", VrijetekstError::Leeg),
            (" \n ", VrijetekstError::Leeg),
            ("bsn 111222333", VrijetekstError::Bsn),
            ("bsn: 111.222.333!", VrijetekstError::Bsn),
            ("(1112 22 333)", VrijetekstError::Bsn),
            ("a\0b", VrijetekstError::Stuurtekens),
            ("op nl20 INGB 0001 2345 67", VrijetekstError::Rekeningnummer),
            ("NL20INGB0001234567", VrijetekstError::Rekeningnummer),
        ] {
            assert_eq!(Reden::parse(tekst), Err(fout), "{tekst}");
        }
        let lang = "a".repeat(501);
        assert_eq!(
            Reden::parse(&lang),
            Err(VrijetekstError::TeLang { max: 500 })
        );
        assert!(Reden::parse(&"é".repeat(500)).is_ok());
        assert_eq!(
            format!("{:?}", Reden::parse("geheim").unwrap()),
            "Vrijetekst(…)"
        );
    }
}
