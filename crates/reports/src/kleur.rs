//! The colour of a municipality, kept readable.

use std::fmt;

/// A colour as red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Kleur {
    rood: u8,
    groen: u8,
    blauw: u8,
}

/// Why a text is no colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("geen kleur: schrijf hem als #0b5e55")]
pub struct KleurError;

/// Contrast that WCAG 1.4.3 asks of text.
const CONTRAST_TEKST: f64 = 4.5;

impl Kleur {
    /// The house colour of Stuurhuis, for whoever has no own theme.
    pub const STUURHUIS: Self = Self::new(0x0b, 0x5e, 0x55);
    /// White paper.
    pub const WIT: Self = Self::new(0xff, 0xff, 0xff);
    /// The colour of text.
    pub(crate) const INKT: Self = Self::new(0x1b, 0x25, 0x33);

    /// A colour from its three parts.
    pub const fn new(rood: u8, groen: u8, blauw: u8) -> Self {
        Self { rood, groen, blauw }
    }

    /// Reads `#0b5e55`.
    pub fn parse(tekst: &str) -> Result<Self, KleurError> {
        let cijfers = tekst.strip_prefix('#').ok_or(KleurError)?;
        if cijfers.len() != 6 || !cijfers.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(KleurError);
        }
        let getal = u32::from_str_radix(cijfers, 16).map_err(|_| KleurError)?;
        let [_, rood, groen, blauw] = getal.to_be_bytes();
        Ok(Self { rood, groen, blauw })
    }

    /// This colour, darkened until white text on it and its text on white are readable (WCAG 1.4.3).
    pub fn readable(self) -> Self {
        (0..=100)
            .map(|procent| self.mix(Self::INKT, procent))
            .find(|kleur| kleur.contrast(Self::WIT) >= CONTRAST_TEKST)
            .unwrap_or(Self::INKT)
    }

    /// This colour with `procent` per cent of another in it.
    pub fn mix(self, ander: Self, procent: u32) -> Self {
        let procent = procent.min(100);
        let part = |van: u8, naar: u8| {
            let som = u32::from(van) * (100 - procent) + u32::from(naar) * procent;
            // A weighted mean of two bytes is a byte.
            u8::try_from((som + 50) / 100).unwrap_or(u8::MAX)
        };
        Self {
            rood: part(self.rood, ander.rood),
            groen: part(self.groen, ander.groen),
            blauw: part(self.blauw, ander.blauw),
        }
    }

    /// White or ink, whichever reads best on this colour.
    pub fn text_on(self) -> Self {
        if self.contrast(Self::WIT) >= self.contrast(Self::INKT) {
            Self::WIT
        } else {
            Self::INKT
        }
    }

    /// The contrast ratio of WCAG 2, from 1 to 21.
    pub fn contrast(self, ander: Self) -> f64 {
        let (een, twee) = (self.luminance(), ander.luminance());
        (een.max(twee) + 0.05) / (een.min(twee) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |deel: u8| {
            let deel = f64::from(deel) / 255.0;
            if deel <= 0.04045 {
                deel / 12.92
            } else {
                ((deel + 0.055) / 1.055).powf(2.4)
            }
        };
        0.0722f64.mul_add(
            linear(self.blauw),
            0.2126f64.mul_add(linear(self.rood), 0.7152 * linear(self.groen)),
        )
    }
}

impl fmt::Display for Kleur {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.rood, self.groen, self.blauw)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_one_form() {
        assert_eq!(Kleur::parse("#0B5E55"), Ok(Kleur::STUURHUIS));
        assert_eq!(Kleur::STUURHUIS.to_string(), "#0b5e55");
        for tekst in [
            "", "0b5e55", "#0b5e5", "#0b5e5g", "#+b5e55", "red", "#é1234",
        ] {
            assert_eq!(Kleur::parse(tekst), Err(KleurError), "{tekst}");
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let zwart = Kleur::new(0, 0, 0);
        assert!((zwart.contrast(Kleur::WIT) - 21.0).abs() < 0.01);
        assert!((Kleur::WIT.contrast(Kleur::WIT) - 1.0).abs() < 0.01);
        let grijs = Kleur::parse("#767676").unwrap();
        assert!((grijs.contrast(Kleur::WIT) - 4.54).abs() < 0.01);
    }

    #[test]
    fn a_light_theme_is_darkened_until_it_can_be_read() {
        let geel = Kleur::parse("#ffd400").unwrap();
        assert!(geel.contrast(Kleur::WIT) < 4.5);
        assert!(geel.readable().contrast(Kleur::WIT) >= 4.5);
        assert_eq!(Kleur::STUURHUIS.readable(), Kleur::STUURHUIS);
        assert_eq!(geel.text_on(), Kleur::INKT);
        assert_eq!(Kleur::STUURHUIS.text_on(), Kleur::WIT);
    }
}
