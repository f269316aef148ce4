//! The colours of each municipality, made of the one main colour in its registry row.
//!
//! House styles of municipalities are proprietary, so a municipality gives a colour and no more. Its hue goes
//! through one ladder of lightness (OKLCH), so that the contrast holds for every hue; a test checks them all.

/// Main colour of the platform itself.
pub(crate) const STUURHUIS: &str = "#0c528c";

/// The steps of a scale as the theme names them, with lightness and strength of colour.
const LADDER: [(u16, f64, f64); 8] = [
    (50, 0.985, 0.008),
    (100, 0.96, 0.022),
    (200, 0.92, 0.045),
    (300, 0.83, 0.09),
    (400, 0.52, 0.13),
    (500, 0.43, 0.115),
    (600, 0.345, 0.095),
    (700, 0.22, 0.06),
];

/// Below this strength a colour is grey and has no hue of its own.
const GRIJS: f64 = 0.02;

/// The style sheet of a main colour of six hexadecimal digits: 16 custom properties, eight for the scale of
/// accents and eight for that of actions.
pub(crate) fn css(kleur: &str) -> Option<String> {
    let (tint, is_grijs) = hue(kleur)?;
    let mut css = String::from(".voorbeeld-theme{");
    for schaal in ["violet", "blauw"] {
        for (stap, licht, sterkte) in LADDER {
            let sterkte = if is_grijs { 0.0 } else { sterkte };
            css.push_str(&format!(
                "--voorbeeld-kleuren-{schaal}-{stap}:{};",
                in_gamut(licht, sterkte, tint)
            ));
        }
    }
    css.push_str("}\n");
    Some(css)
}

/// The hue of a colour in radians, and whether it is too grey to have one.
fn hue(kleur: &str) -> Option<(f64, bool)> {
    if kleur.len() != 6 || !kleur.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let getal = u32::from_str_radix(kleur, 16).ok()?;
    let [_, rood, groen, blauw] = getal
        .to_be_bytes()
        .map(|deel| linear(f64::from(deel) / 255.0));
    let lang = (0.412_221_470_8 * rood + 0.536_332_536_3 * groen + 0.051_445_992_9 * blauw).cbrt();
    let midden =
        (0.211_903_498_2 * rood + 0.680_699_545_1 * groen + 0.107_396_956_6 * blauw).cbrt();
    let kort = (0.088_302_461_9 * rood + 0.281_718_837_6 * groen + 0.629_978_700_5 * blauw).cbrt();
    let a = 1.977_998_495_1 * lang - 2.428_592_205 * midden + 0.450_593_709_9 * kort;
    let b = 0.025_904_037_1 * lang + 0.782_771_766_2 * midden - 0.808_675_766 * kort;
    Some((b.atan2(a), a.hypot(b) < GRIJS))
}

/// The colour of this lightness and hue, as strong as a screen can show it up to `sterkte`.
fn in_gamut(licht: f64, sterkte: f64, tint: f64) -> String {
    let mut sterkte = sterkte;
    loop {
        let delen = to_linear_rgb(licht, sterkte, tint);
        let is_zichtbaar = delen.iter().all(|deel| (-0.001..=1.001).contains(deel));
        if is_zichtbaar || sterkte <= 0.0 {
            return hex(delen);
        }
        sterkte -= 0.002;
    }
}

fn to_linear_rgb(licht: f64, sterkte: f64, tint: f64) -> [f64; 3] {
    let (a, b) = (sterkte * tint.cos(), sterkte * tint.sin());
    let lang = (licht + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let midden = (licht - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let kort = (licht - 0.089_484_177_5 * a - 1.291_485_548 * b).powi(3);
    [
        4.076_741_662_1 * lang - 3.307_711_591_3 * midden + 0.230_969_929_2 * kort,
        -1.268_438_004_6 * lang + 2.609_757_401_1 * midden - 0.341_319_396_5 * kort,
        -0.004_196_086_3 * lang - 0.703_418_614_7 * midden + 1.707_614_701 * kort,
    ]
}

fn hex(delen: [f64; 3]) -> String {
    let mut tekst = String::from("#");
    for deel in delen {
        let deel = deel.clamp(0.0, 1.0);
        let gamma = if deel <= 0.003_130_8 {
            12.92 * deel
        } else {
            1.055 * deel.powf(1.0 / 2.4) - 0.055
        };
        // Between 0 and 255 by the clamp above.
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0 to 255"
        )]
        let byte = (gamma * 255.0).round() as u8;
        tekst.push_str(&format!("{byte:02x}"));
    }
    tekst
}

fn linear(deel: f64) -> f64 {
    if deel <= 0.040_45 {
        deel / 12.92
    } else {
        ((deel + 0.055) / 1.055).powf(2.4)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(kleur: &str) -> f64 {
        let deel = |van: usize| {
            linear(f64::from(u8::from_str_radix(&kleur[van..van + 2], 16).unwrap()) / 255.0)
        };
        0.2126 * deel(1) + 0.7152 * deel(3) + 0.0722 * deel(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_keeps_a_contrast_of_four_and_a_half_in_every_hue() {
        for graden in 0..360 {
            let tint = f64::from(graden).to_radians();
            let schaal = LADDER.map(|(_, licht, sterkte)| in_gamut(licht, sterkte, tint));
            for tekst in &schaal[4..] {
                for achtergrond in ["#ffffff", &schaal[0], &schaal[1]] {
                    let gemeten = contrast(tekst, achtergrond);
                    assert!(
                        gemeten >= 4.5,
                        "{tekst} on {achtergrond} at {graden}: {gemeten:.2}"
                    );
                }
            }
            assert!(contrast(&schaal[5], &schaal[2]) >= 4.5);
            assert!(contrast("#ffffff", &schaal[5]) >= 7.0);
        }
    }

    #[test]
    fn keeps_the_hue_of_the_main_colour() {
        for kleur in ["0b5e54", "5a3e85", "803703", "304c8e"] {
            let (tint, _) = hue(kleur).unwrap();
            let (terug, _) = hue(&in_gamut(0.43, 0.08, tint)[1..]).unwrap();
            assert!((tint - terug).abs() < 0.1, "{kleur}: {tint} {terug}");
        }
        assert!(hue("808080").unwrap().1);
    }

    #[test]
    fn a_theme_is_sixteen_values_and_small() {
        let css = css("0b5e54").unwrap();
        assert_eq!(css.matches("--voorbeeld-kleuren-").count(), 16);
        assert!(css.len() < 1000);
    }

    #[test]
    fn only_six_hexadecimal_digits_are_a_colour() {
        for tekst in ["", "fff", "0b5e5g", "0b5e54}", "é1234"] {
            assert_eq!(css(tekst), None, "{tekst}");
        }
    }
}
