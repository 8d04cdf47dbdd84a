//! A house's colour, made dark enough to be read on white.

/// The contrast that text on white needs, by WCAG 2.
const CONTRAST: f64 = 4.5;

/// A colour for text and lines on white.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Legible {
    /// As `#rrggbb`.
    pub(crate) hex: String,
    /// Whether it is a darker tone than the one asked for.
    pub(crate) darker: bool,
}

/// The colour written as `#rgb` or `#rrggbb`, darker in the same hue where it must be; `None` if it is no colour.
pub(crate) fn legible(written: &str) -> Option<Legible> {
    let digits = written.trim().strip_prefix('#')?;
    let digit = |c: char| c.to_digit(16).map(f64::from);
    let digits = digits.chars().map(digit).collect::<Option<Vec<f64>>>()?;
    let light = match digits[..] {
        [r, g, b] => [r, g, b].map(|digit| linear(digit * 17.0)),
        [r, red, g, green, b, blue] => {
            [(r, red), (g, green), (b, blue)].map(|(high, low)| linear(high * 16.0 + low))
        }
        _ => return None,
    };
    let luminance = 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
    // White has luminance 1; both sides have the 0.05 of the standard's formula.
    let most = 1.05 / CONTRAST - 0.05;
    let darker = luminance > most;
    let factor = if darker { most / luminance } else { 1.0 };
    let [r, g, b] = light.map(|channel| byte(channel * factor, darker));
    Some(Legible { hex: format!("#{r:02x}{g:02x}{b:02x}"), darker })
}

/// The light of a channel, 0 to 1, from its byte.
fn linear(byte: f64) -> f64 {
    let share = byte / 255.0;
    if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
}

/// The byte of a channel's light; rounded down where rounding up would be too light.
fn byte(light: f64, down: bool) -> u8 {
    let share = if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
    let byte = share * 255.0;
    (if down { byte.floor() } else { byte.round() }) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dark_colour_stays_and_a_light_one_is_darkened_in_its_hue() {
        let told = |written| legible(written).map(|colour| (colour.hex, colour.darker));
        assert_eq!(told("#2456c9"), Some(("#2456c9".into(), false)), "our own is dark enough");
        assert_eq!(told(" #ABC "), Some(("#6c7883".into(), true)), "short and spaced, too light");
        assert_eq!(told("#ffcc00"), Some(("#917300".into(), true)), "yellow becomes ochre");
        assert_eq!(told("#000000"), Some(("#000000".into(), false)), "black is black");
    }

    #[test]
    fn every_colour_ends_legible_on_white() {
        for written in ["#ffffff", "#ffff00", "#00ff00", "#ff00ff", "#fc6d26", "#777777", "#767676"] {
            let hex = legible(written).map(|colour| colour.hex).unwrap_or_default();
            assert_eq!(
                legible(&hex).map(|colour| colour.darker),
                Some(false),
                "{written} as {hex} can be read"
            );
        }
    }

    #[test]
    fn what_is_no_colour_is_none() {
        for written in ["", "#", "red", "#12", "#12345", "#1234567", "#gggggg", "2456c9", "#\u{661}23456"] {
            assert_eq!(legible(written), None, "{written:?} is no colour");
        }
    }
}
