//! One search box: what somebody typed tells by what to search.

use std::fmt;

use primitives::{Bsn, Datum, DossierId, parse_datum};

/// By what to search for residents. Prints nothing of itself.
#[derive(Clone, PartialEq, Eq)]
pub enum Zoekopdracht {
    /// A bsn, exactly.
    Bsn(Bsn),
    /// A date of birth, exactly.
    Geboortedatum(Datum),
    /// A dossier by its id.
    Dossier(DossierId),
    /// The number of a benefit in the source administration, exactly.
    Registratienummer(String),
    /// The beginning of a name, in small letters.
    Naam(String),
}

/// Why nothing can be searched for. Never holds what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ZoekopdrachtError {
    /// Nothing typed.
    #[error("vul een naam, geboortedatum, bsn of uitkeringsnummer in")]
    Leeg,
    /// One letter would find half of the municipality.
    #[error("vul minstens twee letters van de naam in")]
    TeKort,
    /// Longer than any name.
    #[error("dit is te lang om een naam of nummer te zijn")]
    TeLang,
    /// Control characters, which no keyboard types.
    #[error("gebruik letters, cijfers en leestekens")]
    Stuurtekens,
    /// A date in figures that is not in the calendar.
    #[error("deze datum bestaat niet: schrijf dag-maand-jaar, zoals 12-04-1988")]
    Datum,
}

impl Zoekopdracht {
    /// Tells by its form what was typed: nine digits that pass the eleven test are a bsn, `12-4-1988` a date of birth,
    /// something with a digit a number, anything else the beginning of a name.
    pub fn parse(tekst: &str) -> Result<Self, ZoekopdrachtError> {
        let tekst = tekst.trim();
        if tekst.is_empty() {
            return Err(ZoekopdrachtError::Leeg);
        }
        if tekst.chars().count() > 100 {
            return Err(ZoekopdrachtError::TeLang);
        }
        if tekst.chars().any(char::is_control) {
            return Err(ZoekopdrachtError::Stuurtekens);
        }
        if let Ok(dossier) = DossierId::parse(tekst) {
            return Ok(Self::Dossier(dossier));
        }
        if let Some(datum) = parse_geboortedatum(tekst) {
            return datum.map(Self::Geboortedatum);
        }
        if let Ok(bsn) = Bsn::parse(&tekst.replace(['.', ' '], "")) {
            return Ok(Self::Bsn(bsn));
        }
        if tekst.contains(|c: char| c.is_ascii_digit()) {
            return Self::parse_registratienummer(tekst);
        }
        if tekst.chars().count() < 2 {
            return Err(ZoekopdrachtError::TeKort);
        }
        Ok(Self::Naam(tekst.to_lowercase()))
    }

    /// Reads the number of a benefit in the source administration.
    pub fn parse_registratienummer(tekst: &str) -> Result<Self, ZoekopdrachtError> {
        let tekst = tekst.trim();
        if tekst.is_empty() {
            Err(ZoekopdrachtError::Leeg)
        } else if tekst.chars().count() > 100 {
            Err(ZoekopdrachtError::TeLang)
        } else if tekst.chars().any(char::is_control) {
            Err(ZoekopdrachtError::Stuurtekens)
        } else {
            Ok(Self::Registratienummer(tekst.to_owned()))
        }
    }
}

/// Reads `12-4-1988`, `12/04/1988` and `1988-04-12`; none when it does not look like a date at all.
fn parse_geboortedatum(tekst: &str) -> Option<Result<Datum, ZoekopdrachtError>> {
    let delen: Vec<&str> = tekst.split(['-', '/']).collect();
    let [eerste, maand, laatste] = delen.as_slice() else {
        return None;
    };
    let is_getal = |deel: &str, lengte: usize| {
        (1..=lengte).contains(&deel.len()) && deel.bytes().all(|b| b.is_ascii_digit())
    };
    if !is_getal(eerste, 4) || !is_getal(maand, 2) || !is_getal(laatste, 4) {
        return None;
    }
    let (jaar, dag) = if eerste.len() == 4 {
        (eerste, laatste)
    } else {
        (laatste, eerste)
    };
    let datum = parse_datum(&format!("{jaar}-{maand:0>2}-{dag:0>2}"));
    Some(datum.ok_or(ZoekopdrachtError::Datum))
}

impl fmt::Debug for Zoekopdracht {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Bsn(_) => "Bsn(…)",
            Self::Geboortedatum(_) => "Geboortedatum(…)",
            Self::Dossier(_) => "Dossier(…)",
            Self::Registratienummer(_) => "Registratienummer(…)",
            Self::Naam(_) => "Naam(…)",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_no_keyboard_types_is_refused() {
        for tekst in ["12\u{0}3", "jan\u{0}sen", "a\u{1b}[31m"] {
            assert_eq!(
                Zoekopdracht::parse(tekst),
                Err(ZoekopdrachtError::Stuurtekens)
            );
        }
        let nummer = Zoekopdracht::parse_registratienummer("U\u{0}1");
        assert_eq!(nummer, Err(ZoekopdrachtError::Stuurtekens));
        let lang = "1".repeat(101);
        let nummer = Zoekopdracht::parse_registratienummer(&lang);
        assert_eq!(nummer, Err(ZoekopdrachtError::TeLang));
    }

    #[test]
    fn the_form_tells_what_it_is() {
        let bsn = Bsn::parse("111222333").unwrap();
        for (tekst, opdracht) in [
            ("111222333", Zoekopdracht::Bsn(bsn.clone())),
            (" 111.222.333 ", Zoekopdracht::Bsn(bsn)),
            ("12-04-1988", Zoekopdracht::Geboortedatum(date(1988, 4, 12))),
            ("12-4-1988", Zoekopdracht::Geboortedatum(date(1988, 4, 12))),
            ("12/4/1988", Zoekopdracht::Geboortedatum(date(1988, 4, 12))),
            ("1988-04-12", Zoekopdracht::Geboortedatum(date(1988, 4, 12))),
            ("Jansen", Zoekopdracht::Naam("jansen".into())),
            (
                "d'Hondt-De Vries",
                Zoekopdracht::Naam("d'hondt-de vries".into()),
            ),
            (
                "111222334",
                Zoekopdracht::Registratienummer("111222334".into()),
            ),
            (
                "PW-2026-00012",
                Zoekopdracht::Registratienummer("PW-2026-00012".into()),
            ),
        ] {
            assert_eq!(Zoekopdracht::parse(tekst), Ok(opdracht), "{tekst}");
        }
        let id = "01890a5d-ac96-774b-bcce-b302099a8057";
        let dossier = DossierId::parse(id).unwrap();
        assert_eq!(Zoekopdracht::parse(id), Ok(Zoekopdracht::Dossier(dossier)));
    }

    #[test]
    fn refuses_what_finds_too_much_or_nothing() {
        for (tekst, fout) in [
            ("", ZoekopdrachtError::Leeg),
            ("  ", ZoekopdrachtError::Leeg),
            ("j", ZoekopdrachtError::TeKort),
            ("30-02-1988", ZoekopdrachtError::Datum),
            ("1-13-1988", ZoekopdrachtError::Datum),
        ] {
            assert_eq!(Zoekopdracht::parse(tekst), Err(fout), "{tekst}");
        }
        assert_eq!(
            Zoekopdracht::parse(&"a".repeat(101)),
            Err(ZoekopdrachtError::TeLang)
        );
    }
}
