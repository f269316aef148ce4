//! The number of a list: who was in view at the same time.

use std::fmt;

/// The transaction in which data were used, as an address names it: 32 hexadecimal digits. Says nothing of anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Lijstnummer([u8; 16]);

impl Lijstnummer {
    /// The number of a transaction.
    pub const fn new(trace: [u8; 16]) -> Self {
        Self(trace)
    }

    /// Reads the number from an address; the one spelling only.
    pub fn parse(tekst: &str) -> Option<Self> {
        let is_cijfer = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        if tekst.len() != 32 || !tekst.bytes().all(is_cijfer) {
            return None;
        }
        let getal = u128::from_str_radix(tekst, 16).ok()?;
        Some(Self(getal.to_be_bytes()))
    }

    /// The bare value, for the database.
    pub const fn trace(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Display for Lijstnummer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_read_as_it_is_written() {
        let nummer = Lijstnummer::new([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 255]);
        assert_eq!(nummer.to_string(), "000102030405060708090a0b0c0d0eff");
        assert_eq!(Lijstnummer::parse(&nummer.to_string()), Some(nummer));
        for fout in [
            "",
            "00",
            "000102030405060708090A0B0C0D0EFF",
            "+00102030405060708090a0b0c0d0eff",
        ] {
            assert_eq!(Lijstnummer::parse(fout), None, "{fout}");
        }
    }
}
