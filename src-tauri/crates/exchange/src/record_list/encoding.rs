//! In which encoding a text is written: by its mark, as UTF-8, as somebody said, else as it looks.
//!
//! A guess is only taken without asking where no other reading of the same bytes looks like words.

mod charset;
mod torn;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, MACINTOSH, UTF_16BE, UTF_16LE, WINDOWS_1252};

use charset::{Charset, IBM850, IBM852};
use torn::{Looks, looks};

/// The encodings that somebody can choose from, the likeliest first; any other label of WHATWG's is understood too.
pub const ENCODINGS: [&str; 26] = [
    "UTF-8",
    "windows-1252",
    "windows-1250",
    "windows-1251",
    "windows-1253",
    "windows-1254",
    "windows-1255",
    "windows-1256",
    "windows-1257",
    "windows-1258",
    "windows-874",
    "ISO-8859-2",
    "ISO-8859-5",
    "ISO-8859-7",
    "KOI8-R",
    "macintosh",
    "IBM850",
    "IBM852",
    "IBM866",
    "Shift_JIS",
    "EUC-JP",
    "ISO-2022-JP",
    "GBK",
    "gb18030",
    "Big5",
    "EUC-KR",
];

/// The name of an encoding by any label of it, if it is known.
#[must_use]
pub fn encoding_named(label: &str) -> Option<&'static str> {
    Charset::named(label).map(Charset::name)
}

/// Countries whose expectation of a text decides the guess, if anything does.
const COUNTRIES: [&str; 13] = ["jp", "cn", "tw", "kr", "ru", "ua", "pl", "gr", "tr", "de", "lt", "il", "th"];
/// What spreadsheets write beside the encoding of the system, and nothing guesses.
const RIVALS: [Charset; 3] = [Charset::Web(MACINTOSH), Charset::Table(&IBM850), Charset::Table(&IBM852)];
/// Signs beyond ASCII from which on the guess of the detector stands: below them a few letters can be anybody's.
const ENOUGH: usize = 40;
/// How much of a text its readings are compared in, in bytes.
const LOOKED_AT: usize = 100_000;
/// How much of it the detector reads, in bytes.
const DETECTED_IN: usize = 1_000_000;
/// How much of a line is shown.
const SAMPLE: usize = 60;
/// Most readings that are told.
const READINGS_MAX: usize = 5;
/// How Japanese begins in the encoding that has seven bits.
const ESCAPED: &str = "\u{1b}$";

/// How the bytes of a text were read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EncodingSaid {
    /// The encoding's name, as WHATWG writes it.
    pub name: &'static str,
    /// True where nobody has to be asked.
    pub sure: bool,
    /// A line that looks otherwise in another encoding.
    pub sample: String,
    /// What else it could be, each with the same line; empty where nothing is to be asked.
    pub others: Vec<(&'static str, String)>,
}

/// A text, and how its bytes were read.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Decoded {
    pub(super) text: String,
    /// Nothing where it is UTF-8.
    pub(super) said: Option<EncodingSaid>,
    /// Lines of a text in UTF-8 that are in another encoding, counted from 1, each as it reads in the likeliest. What
    /// means nothing there is U+FFFD in the text.
    pub(super) strange: Vec<(u32, String)>,
}

impl Decoded {
    fn whole(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    fn certain(text: String, charset: Charset) -> Self {
        let sample = samples(&[&text]).pop().unwrap_or_default();
        let said = EncodingSaid { name: charset.name(), sure: true, sample, others: Vec::new() };
        Self { text, said: Some(said), ..Self::default() }
    }
}

/// The text of some bytes, and how they were read.
///
/// # Errors
/// A sentence, where the bytes mean nothing in the encoding that was said.
pub(super) fn decoded(bytes: &[u8], said: Option<&str>) -> Result<Decoded, String> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
        return Ok(Decoded::whole(text));
    }
    if let Some(label) = said.map(str::trim).filter(|label| !label.is_empty()) {
        let charset = Charset::named(label).ok_or_else(|| {
            format!("“{label}” is no encoding that is known; there are Shift_JIS, windows-1250, GBK and others, by WHATWG's names.")
        })?;
        let text = charset.read(bytes).ok_or_else(|| {
            format!("This file is not written in {}: some of its bytes mean nothing there.", charset.name())
        })?;
        return Ok(Decoded::certain(text, charset));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        let escaped = Charset::Web(ISO_2022_JP);
        return Ok(match escaped.read(bytes).filter(|_| text.contains(ESCAPED)) {
            Some(japanese) => Decoded::certain(japanese, escaped),
            None => Decoded::whole(text),
        });
    }
    nearly_utf8(bytes)
        .or_else(|| guessed(bytes))
        .ok_or_else(|| "This file is no list (CSV or XLSX) that can be read.".to_owned())
}

/// A text in UTF-8 but for fewer lines than there are in it: to read all of it otherwise would make nonsense of the
/// rest.
fn nearly_utf8(bytes: &[u8]) -> Option<Decoded> {
    let (mut strange, mut fine) = (Vec::new(), String::new());
    let mut count = 0;
    for (number, line) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
        match std::str::from_utf8(line) {
            Ok(text) if text.is_ascii() => {}
            Ok(text) => {
                fine.push_str(text);
                fine.push('\n');
                count += 1;
            }
            Err(_) => {
                let (text, _) = WINDOWS_1252.decode_without_bom_handling(line);
                strange.push((number, samples(&[&text]).pop().unwrap_or_default()));
            }
        }
    }
    let is_so = count >= strange.len() && looks(&fine) != Looks::Torn;
    is_so.then(|| Decoded { text: String::from_utf8_lossy(bytes).into_owned(), said: None, strange })
}

/// As it looks most; the other readings that could be meant, where some could.
fn guessed(bytes: &[u8]) -> Option<Decoded> {
    // Two bytes a sign without their mark: every second byte of ASCII is none.
    let zeros = bytes.iter().take(1_000).filter(|byte| **byte == 0).count();
    if zeros > 0 {
        let is_little = bytes.get(1) == Some(&0);
        let charset = Charset::Web(if is_little { UTF_16LE } else { UTF_16BE });
        return charset.read(bytes).filter(|text| !text.contains('\0')).map(Decoded::whole);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(beyond_ascii(bytes, DETECTED_IN), true);
    let looked = beyond_ascii(bytes, LOOKED_AT);
    let guess = Charset::Web(detector.guess(None, Utf8Detection::Deny));
    let likely = guess.read(looked).map_or(Looks::Torn, |text| looks(&text));
    let of_countries = COUNTRIES.map(|country| detector.guess(Some(country.as_bytes()), Utf8Detection::Deny));
    let mut readings: Vec<(Charset, String)> = Vec::new();
    let mut add = |charset: Charset, worst: Looks| {
        if let Some(text) = charset.read(looked).filter(|text| looks(text) <= worst)
            // What reads the same is no other reading.
            && !readings.iter().any(|(_, other)| *other == text)
        {
            readings.push((charset, text));
        }
    };
    add(guess, Looks::Odd);
    of_countries.into_iter().for_each(|encoding| add(Charset::Web(encoding), Looks::Odd));
    // What are marks to Windows are letters to others.
    let has_marks = looked.iter().any(|byte| (0x80..=0x9f).contains(byte));
    if has_marks || likely != Looks::Fine {
        let worst = if likely == Looks::Fine { Looks::Fine } else { Looks::Odd };
        RIVALS.into_iter().for_each(|rival| add(rival, worst));
    }
    if readings.is_empty() {
        readings.push((guess, guess.read(looked)?));
    }
    readings.truncate(READINGS_MAX);
    let texts: Vec<&str> = readings.iter().map(|(_, text)| text.as_str()).collect();
    let beyond = texts.first().map_or(0, |text| text.chars().filter(|sign| !sign.is_ascii()).count());
    let is_clear = likely == Looks::Fine && beyond >= ENOUGH;
    let sure = likely != Looks::Torn && (texts.len() == 1 || is_clear);
    let mut told = readings.iter().map(|(charset, _)| charset.name()).zip(samples(&texts));
    let (name, sample) = told.next()?;
    let Some(text) = readings.first()?.0.read(bytes) else {
        // Far down it means nothing in what it begins like.
        let other = Charset::Web(WINDOWS_1252);
        let said = EncodingSaid { name: other.name(), sure: false, sample, others: told.collect() };
        return other.read(bytes).map(|text| Decoded { text, said: Some(said), strange: Vec::new() });
    };
    let others = if sure { Vec::new() } else { told.collect() };
    Some(Decoded { text, said: Some(EncodingSaid { name, sure, sample, others }), strange: Vec::new() })
}

/// The part of a text by which its readings are told apart: from the line of its first sign beyond ASCII on, as whole
/// lines, and so many bytes at most.
fn beyond_ascii(bytes: &[u8], most: usize) -> &[u8] {
    let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or_default();
    let is_end = |byte: &u8| *byte == b'\n';
    let from = bytes.get(..first).and_then(|before| before.iter().rposition(is_end)).map_or(0, |end| end + 1);
    let rest = bytes.get(from..).unwrap_or_default();
    let Some(part) = rest.get(..most) else { return rest };
    let to = part.iter().rposition(is_end).map_or(part.len(), |end| end + 1);
    part.get(..to).unwrap_or_default()
}

/// The same line of each reading: the first in which they differ, around what differs, else the first that is not ASCII.
fn samples(texts: &[&str]) -> Vec<String> {
    let lines: Vec<Vec<&str>> = texts.iter().map(|text| text.split('\n').collect()).collect();
    let of = |at: usize| lines.iter().map(move |lines| lines.get(at).copied().unwrap_or_default().trim());
    let differ = |at: &usize| of(*at).any(|line| Some(line) != of(*at).next());
    let count = lines.first().map_or(0, Vec::len);
    let beyond = |at: &usize| of(*at).any(|line| !line.is_ascii());
    let at = (0..count).find(differ).or_else(|| (0..count).find(beyond)).unwrap_or_default();
    let first: Vec<char> = of(at).next().unwrap_or_default().chars().collect();
    let apart =
        of(at).filter_map(|line| line.chars().zip(&first).position(|(one, other)| one != *other)).min();
    let from = apart.or_else(|| first.iter().position(|sign| !sign.is_ascii())).unwrap_or_default();
    let skip = from.saturating_sub(SAMPLE / 2);
    of(at).map(|line| line.chars().skip(skip).take(SAMPLE).collect()).collect()
}

#[cfg(test)]
mod tests;
