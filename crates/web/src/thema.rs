//! The colours of each municipality.
//!
//! House styles of municipalities are proprietary, so these are example colours ("voorbeeldwaarde") of one
//! lightness ladder (OKLCH) with a hue of their own; a test keeps the contrast.

use primitives::GemeenteCode;

/// Eight steps of one hue, from background to text. The tokens use them for two scales: accent and action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Thema([&'static str; 8]);

/// The steps as the theme names them.
const STAPPEN: [u16; 8] = [50, 100, 200, 300, 400, 500, 600, 700];

const STUURHUIS: Thema = Thema([
    "#f7fafe", "#e9f3fe", "#d2e7fe", "#9cccff", "#1f6cb0", "#0c528c", "#033b68", "#011b35",
]);
const PAARS: Thema = Thema([
    "#fbf9ff", "#f4efff", "#e9deff", "#d0bafa", "#7555a8", "#5a3e85", "#412b62", "#1f1332",
]);
const ZEEGROEN: Thema = Thema([
    "#f5fcfa", "#e3f7f1", "#c7efe3", "#85dbc4", "#007b66", "#005e4d", "#004437", "#002119",
]);
const KOPER: Thema = Thema([
    "#fff9f6", "#feeee6", "#ffdccb", "#f8b694", "#a34d16", "#803703", "#5f2600", "#301000",
]);
const KOBALT: Thema = Thema([
    "#f8fafe", "#ecf2fe", "#d9e5fe", "#adc7ff", "#4365b3", "#304c8e", "#20366a", "#0d1936",
]);
const GROEN: Thema = Thema([
    "#f7fcf7", "#e9f6e9", "#d3edd3", "#a3d7a3", "#2e7c35", "#1b5f23", "#0f4516", "#042107",
]);
const WAD: Thema = Thema([
    "#f5fbfe", "#e3f5fd", "#c6ecfb", "#84d4f3", "#027493", "#015871", "#004053", "#001f2a",
]);

/// The colours of a municipality, or those of the platform.
pub(crate) fn of(gemeente: Option<GemeenteCode>) -> Thema {
    let Some(code) = gemeente else {
        return STUURHUIS;
    };
    match code.cijfers().as_str() {
        "0267" => PAARS,
        "0294" => ZEEGROEN,
        "1509" => KOPER,
        "1586" => KOBALT,
        "1859" => GROEN,
        "1966" => WAD,
        _ => STUURHUIS,
    }
}

impl Thema {
    /// The style sheet.
    pub(crate) fn css(self) -> String {
        let mut css = String::from(".voorbeeld-theme{");
        for schaal in ["violet", "blauw"] {
            for (stap, kleur) in STAPPEN.into_iter().zip(self.0) {
                css.push_str(&format!("--voorbeeld-kleuren-{schaal}-{stap}:{kleur};"));
            }
        }
        css.push_str("}\n");
        css
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(kleur: &str) -> f64 {
        let deel = |van: usize| {
            let waarde = f64::from(u8::from_str_radix(&kleur[van..van + 2], 16).unwrap()) / 255.0;
            if waarde <= 0.04045 {
                waarde / 12.92
            } else {
                ((waarde + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * deel(1) + 0.7152 * deel(3) + 0.0722 * deel(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_keeps_a_contrast_of_four_and_a_half_on_every_background() {
        for thema in [STUURHUIS, PAARS, ZEEGROEN, KOPER, KOBALT, GROEN, WAD] {
            for tekst in &thema.0[4..] {
                for achtergrond in ["#ffffff", thema.0[0], thema.0[1]] {
                    let gemeten = contrast(tekst, achtergrond);
                    assert!(gemeten >= 4.5, "{tekst} on {achtergrond}: {gemeten:.2}");
                }
            }
            assert!(contrast(thema.0[5], thema.0[2]) >= 4.5);
        }
    }

    #[test]
    fn a_theme_is_sixteen_values_and_small() {
        let css = of(Some(GemeenteCode::parse("GM0294").unwrap())).css();
        assert_eq!(css.matches("--voorbeeld-kleuren-").count(), 16);
        assert!(css.len() < 1000);
        assert_eq!(of(None), STUURHUIS);
    }
}
