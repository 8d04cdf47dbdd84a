//! Numbers that are shown with leading zeros, as keys are, or with their currency: 42 shown as 00000042 is that text.
//!
//! Which cells these are stands in parts of the workbook that its reader passes over; they are only looked at where such
//! a format is there.

use std::{
    collections::HashMap,
    io::{BufReader, Cursor, Read as _},
};

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use zip::ZipArchive;

use super::currency::Shown;
use crate::limits::UNPACKED_MAX;

/// Fewest zeros of a key: a single one is how whole numbers are shown.
const ZEROS_MIN: usize = 2;
const WORKBOOK: &str = "xl/workbook.xml";
const RELATIONS: &str = "xl/_rels/workbook.xml.rels";
const STYLES: &str = "xl/styles.xml";

/// A format such as `00000000` or `000-00`: what stands between the places of digits, and nothing for a place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Zeros(Vec<Option<char>>);

/// What the format of a number says beside the number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Told {
    /// It is a key.
    Zeros(Zeros),
    /// It is an amount.
    Currency(Shown),
}

/// The formats of a workbook that show leading zeros or a currency.
#[derive(Debug, Default)]
pub(crate) struct Formats<'a> {
    bytes: &'a [u8],
    /// By the number of the style.
    styles: HashMap<String, Told>,
    /// The part of each sheet.
    parts: HashMap<String, String>,
}

impl<'a> Formats<'a> {
    /// Those of a workbook; none where its parts cannot be read, which its own reader says.
    pub(super) fn of(bytes: &'a [u8]) -> Self {
        let styles = styles(bytes).unwrap_or_default();
        let parts = if styles.is_empty() { None } else { parts(bytes) };
        Self { bytes, styles, parts: parts.unwrap_or_default() }
    }

    /// The cells of a sheet that have one, by row and column from 0.
    pub(super) fn cells(&self, sheet: &str) -> HashMap<(u32, u32), Told> {
        let mut cells = HashMap::new();
        if let Some(part) = self.parts.get(sheet) {
            each(self.bytes, part, |element| {
                if element.local_name().as_ref() != b"c" {
                    return;
                }
                let style = attribute(element, b"s").and_then(|style| self.styles.get(&style));
                let at = attribute(element, b"r").and_then(|at| place(&at));
                if let (Some(told), Some(at)) = (style, at) {
                    cells.insert(at, told.clone());
                }
            });
        }
        cells
    }
}

impl Zeros {
    /// Of a format's code, where it is one.
    fn of(code: &str) -> Option<Self> {
        // Numbers above zero come first.
        let mut signs = code.split(';').next()?.chars();
        let mut shown = Vec::new();
        while let Some(sign) = signs.next() {
            match sign {
                '0' => shown.push(None),
                '-' | ' ' | '/' => shown.push(Some(sign)),
                '"' => shown.extend(signs.by_ref().take_while(|sign| *sign != '"').map(Some)),
                '\\' => shown.push(Some(signs.next()?)),
                _ => return None,
            }
        }
        let zeros = Self(shown);
        (zeros.places() >= ZEROS_MIN).then_some(zeros)
    }

    fn places(&self) -> usize {
        self.0.iter().filter(|sign| sign.is_none()).count()
    }

    /// A whole number as it is shown.
    pub(super) fn show(&self, number: f64) -> Option<String> {
        if number < 0.0 || number.fract() != 0.0 || number > 1e15 {
            return None;
        }
        let places = self.places();
        let digits = format!("{:0>places$}", number as u64);
        // Digits beyond the places stand before the first.
        let (more, mut rest) = (digits.len() - places, digits.chars());
        let mut before = Some(rest.by_ref().take(more).collect::<String>());
        let mut text = String::new();
        for sign in &self.0 {
            if let Some(sign) = sign {
                text.push(*sign);
            } else {
                text.push_str(&before.take().unwrap_or_default());
                text.extend(rest.next());
            }
        }
        Some(text)
    }
}

impl Told {
    /// Of a format's code, where it says something.
    fn of(code: &str) -> Option<Self> {
        Zeros::of(code).map(Self::Zeros).or_else(|| Shown::of(code).map(Self::Currency))
    }
}

/// The styles of cells whose format says something, by their number.
fn styles(bytes: &[u8]) -> Option<HashMap<String, Told>> {
    let (mut codes, mut styles) = (HashMap::new(), HashMap::new());
    let (mut at, mut inside) = (0_u32, false);
    each(bytes, STYLES, |element| match element.local_name().as_ref() {
        b"numFmt" => {
            let told = attribute(element, b"formatCode").and_then(|code| Told::of(&code));
            if let (Some(id), Some(told)) = (attribute(element, b"numFmtId"), told) {
                codes.insert(id, told);
            }
        }
        // Formats of cells stand behind those of whole styles, which have the same elements.
        b"cellXfs" => inside = true,
        b"cellStyles" | b"dxfs" => inside = false,
        b"xf" if inside => {
            if let Some(told) = attribute(element, b"numFmtId").and_then(|id| codes.get(&id)) {
                styles.insert(at.to_string(), told.clone());
            }
            at += 1;
        }
        _ => {}
    })?;
    Some(styles)
}

/// The part of each sheet.
fn parts(bytes: &[u8]) -> Option<HashMap<String, String>> {
    let mut targets = HashMap::new();
    each(bytes, RELATIONS, |element| {
        if let (Some(id), Some(target)) = (attribute(element, b"Id"), attribute(element, b"Target")) {
            let target = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
            targets.insert(id, target);
        }
    })?;
    let mut parts = HashMap::new();
    each(bytes, WORKBOOK, |element| {
        if element.local_name().as_ref() == b"sheet"
            && let (Some(name), Some(id)) = (attribute(element, b"name"), attribute(element, b"id"))
            && let Some(target) = targets.get(&id)
        {
            parts.insert(name, target.clone());
        }
    })?;
    Some(parts)
}

/// Every element of a part; nothing where it is not there.
fn each(bytes: &[u8], part: &str, mut told: impl FnMut(&BytesStart<'_>)) -> Option<()> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let part = archive.by_name(part).ok()?;
    let mut reader = Reader::from_reader(BufReader::new(part.take(UNPACKED_MAX)));
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) => told(&element),
            Ok(Event::Eof) => return Some(()),
            Ok(_) => {}
            Err(_) => return None,
        }
        buffer.clear();
    }
}

/// An attribute by its name without a prefix.
fn attribute(element: &BytesStart<'_>, name: &[u8]) -> Option<String> {
    let mut all = element.attributes().flatten();
    let found = all.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    let text = std::str::from_utf8(&found.value).ok()?;
    quick_xml::escape::unescape(text).ok().map(std::borrow::Cow::into_owned)
}

/// Row and column of `B7`, from 0.
fn place(text: &str) -> Option<(u32, u32)> {
    let letters = text.find(|sign: char| sign.is_ascii_digit())?;
    let (column, row) = text.split_at(letters);
    let count = |sum: u32, letter: u8| {
        sum.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase().checked_sub(b'A')?) + 1)
    };
    let column = column.bytes().try_fold(0, count)?;
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_text_that_its_zeros_show() {
        let shown = |code: &str, number: f64| Zeros::of(code).and_then(|zeros| zeros.show(number));
        assert_eq!(shown("00000000", 42.0).as_deref(), Some("00000042"));
        assert_eq!(shown("000-00", 12_345.0).as_deref(), Some("123-45"), "what stands between");
        assert_eq!(shown("\"K-\"0000", 7.0).as_deref(), Some("K-0007"), "and before");
        assert_eq!(shown("000", 12_345.0).as_deref(), Some("12345"), "more digits than places");
        assert_eq!(shown("00", 1.5), None, "a fraction is no key");
        for code in ["0", "General", "#,##0", "0.00", "yyyy-mm-dd", "00%", "0.00E+00", "@"] {
            assert_eq!(Zeros::of(code), None, "{code} shows an amount");
        }
        assert_eq!((place("A1"), place("AB12")), (Some((0, 0)), Some((11, 27))));
        assert_eq!(
            (place("AAAAAAAA1"), place("A0"), place("7")),
            (None, None, None),
            "what is no place of a sheet"
        );
    }
}
