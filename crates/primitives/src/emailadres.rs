//! Addresses of e-mail.

use std::fmt;

/// An address of e-mail that can be delivered to, as far as its form tells. Prints nothing of itself: it is of a
/// person.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Emailadres(String);

/// A text is no address. Never holds the text itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("geen e-mailadres: schrijf het als naam@gemeente.nl")]
pub struct EmailadresError;

impl Emailadres {
    /// Reads `naam@gemeente.nl`: one at sign, letters, digits and the usual signs, a domain with a point.
    ///
    /// Stricter than the standard allows: no quotes, no spaces, no address of a bare machine.
    pub fn parse(tekst: &str) -> Result<Self, EmailadresError> {
        let tekst = tekst.trim();
        let (naam, domein) = tekst.split_once('@').ok_or(EmailadresError)?;
        let is_naam = (1..=64).contains(&naam.len())
            && naam
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~.-".contains(&b))
            && !naam.starts_with('.')
            && !naam.ends_with('.')
            && !naam.contains("..");
        let is_label = |label: &str| {
            (1..=63).contains(&label.len())
                && label
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b == b'-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        };
        let is_domein = domein.contains('.') && domein.split('.').all(is_label);
        if is_naam && is_domein && tekst.len() <= 254 {
            Ok(Self(tekst.to_owned()))
        } else {
            Err(EmailadresError)
        }
    }

    /// The address itself, for the envelope and the page of who keeps the list.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Emailadres {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Emailadres(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_usual_addresses() {
        for tekst in [
            "o.pdracht@winterswijk.nl",
            " a+b@mail.gemeente-x.nl ",
            "x@y.z",
        ] {
            assert_eq!(Emailadres::parse(tekst).unwrap().expose(), tekst.trim());
        }
    }

    #[test]
    fn refuses_the_rest_and_prints_nothing() {
        for tekst in [
            "",
            "a",
            "@b.nl",
            "a@",
            "a@b",
            "a b@c.nl",
            "a@b@c.nl",
            "a@-b.nl",
            "a@b..nl",
            ".a@b.nl",
            "a@b.nl\r\nBcc: c@d.nl",
            "é@b.nl",
            "a,b@c.nl",
            "<a@b.nl>",
        ] {
            assert_eq!(Emailadres::parse(tekst), Err(EmailadresError), "{tekst}");
        }
        assert_eq!(
            format!("{:?}", Emailadres::parse("a@b.nl").unwrap()),
            "Emailadres(…)"
        );
    }
}
