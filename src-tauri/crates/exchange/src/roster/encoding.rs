//! In which encoding a text is written: by its mark, as UTF-8, as somebody said, else as it looks.
//!
//! A guess is only taken without asking where no other reading of the same bytes looks like words.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use unicode_script::{Script, UnicodeScript as _};

/// The encodings that somebody can choose from, the likeliest first; any other label of WHATWG's is understood too.
pub const ENCODINGS: [&str; 24] = [
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
    "IBM866",
    "macintosh",
    "Shift_JIS",
    "EUC-JP",
    "ISO-2022-JP",
    "GBK",
    "gb18030",
    "Big5",
    "EUC-KR",
];

/// True where an encoding is known by this name.
#[must_use]
pub fn knows_encoding(name: &str) -> bool {
    Encoding::for_label(name.trim().as_bytes()).is_some()
}

/// Countries whose expectation of a text decides the guess, if anything does.
const COUNTRIES: [&str; 13] = ["jp", "cn", "tw", "kr", "ru", "ua", "pl", "gr", "tr", "de", "lt", "il", "th"];
/// Signs beyond ASCII from which on the guess of the detector stands: below them a few letters can be anybody's.
const ENOUGH: usize = 40;
/// How much of a text its readings are compared in, in bytes.
const LOOKED_AT: usize = 200_000;
/// How much of a line is shown.
const SAMPLE: usize = 60;

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

/// The text of some bytes, and how they were read; nothing to say where it is UTF-8.
///
/// # Errors
/// A sentence, where the bytes mean nothing in the encoding that was said.
pub(super) fn decoded(bytes: &[u8], said: Option<&str>) -> Result<(String, Option<EncodingSaid>), String> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
        return Ok((text.into_owned(), None));
    }
    if let Some(label) = said.map(str::trim).filter(|label| !label.is_empty()) {
        let encoding = Encoding::for_label(label.as_bytes()).ok_or_else(|| {
            format!("“{label}” is no encoding that is known; there are Shift_JIS, windows-1250, GBK and others, by WHATWG's names.")
        })?;
        let text = read(encoding, bytes).ok_or_else(|| {
            format!("This file is not written in {}: some of its bytes mean nothing there.", encoding.name())
        })?;
        let sample = line(&text);
        return Ok((
            text,
            Some(EncodingSaid { name: encoding.name(), sure: true, sample, others: Vec::new() }),
        ));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.to_owned(), None));
    }
    guessed(bytes).ok_or_else(|| "This file is no list (CSV or XLSX) that can be read.".to_owned())
}

/// As it looks most; the other readings that could be meant, where some could.
fn guessed(bytes: &[u8]) -> Option<(String, Option<EncodingSaid>)> {
    // Two bytes a sign without their mark: every second byte of ASCII is none.
    let zeros = bytes.iter().take(1_000).filter(|byte| **byte == 0).count();
    if zeros > 0 {
        let is_little = bytes.get(1) == Some(&0);
        let encoding = if is_little { UTF_16LE } else { UTF_16BE };
        return read(encoding, bytes).filter(|text| !text.contains('\0')).map(|text| (text, None));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let looked = beyond_ascii(bytes);
    let mut readings: Vec<(&'static Encoding, String)> = Vec::new();
    let of_countries = COUNTRIES.map(|country| detector.guess(Some(country.as_bytes()), Utf8Detection::Deny));
    for encoding in std::iter::once(guess).chain(of_countries) {
        if readings.iter().any(|(other, _)| *other == encoding) {
            continue;
        }
        if let Some(text) = read(encoding, looked).filter(|text| !is_torn(text)) {
            // What reads the same is no other reading.
            if !readings.iter().any(|(_, other)| *other == text) {
                readings.push((encoding, text));
            }
        }
    }
    let is_likely = readings.first().is_some_and(|(first, _)| *first == guess);
    let (first, part) = if readings.is_empty() { (guess, read(guess, looked)?) } else { readings.remove(0) };
    let beyond = part.chars().filter(|sign| !sign.is_ascii()).count();
    let sure = is_likely && (readings.is_empty() || beyond >= ENOUGH);
    let at = part.split('\n').position(|line| !line.is_ascii()).unwrap_or_default();
    let others = if sure { Vec::new() } else { readings };
    let others = others.into_iter().map(|(other, text)| (other.name(), nth_line(&text, at))).collect();
    let sample = nth_line(&part, at);
    let text = read(first, bytes)?;
    Some((text, Some(EncodingSaid { name: first.name(), sure, sample, others })))
}

/// The part of a text by which its readings are told apart: from the line of its first sign beyond ASCII on, as whole
/// lines.
fn beyond_ascii(bytes: &[u8]) -> &[u8] {
    let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or_default();
    let is_end = |byte: &u8| *byte == b'\n';
    let from = bytes.get(..first).and_then(|before| before.iter().rposition(is_end)).map_or(0, |end| end + 1);
    let rest = bytes.get(from..).unwrap_or_default();
    let Some(part) = rest.get(..LOOKED_AT) else { return rest };
    let to = part.iter().rposition(is_end).map_or(part.len(), |end| end + 1);
    part.get(..to).unwrap_or_default()
}

/// The text, where every byte means something.
fn read(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    if encoding == UTF_8 {
        return std::str::from_utf8(bytes).ok().map(str::to_owned);
    }
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    (!broken).then(|| text.into_owned())
}

/// The first line that is not ASCII.
fn line(text: &str) -> String {
    nth_line(text, text.split('\n').position(|line| !line.is_ascii()).unwrap_or_default())
}

fn nth_line(text: &str, at: usize) -> String {
    let line = text.split('\n').nth(at).unwrap_or_default().trim();
    // What is told apart stands around the first sign that is not ASCII.
    let from = line.char_indices().position(|(_, sign)| !sign.is_ascii()).unwrap_or_default();
    line.chars().skip(from.saturating_sub(SAMPLE / 2)).take(SAMPLE).collect()
}

/// True where a word is of two scripts, a sign of money or a control stands inside one, or it begins small and goes on
/// large: a text that was read in the wrong encoding.
fn is_torn(text: &str) -> bool {
    let signs: Vec<char> = text.chars().filter(|sign| !matches!(sign, '\r')).collect();
    let is_letter = |sign: char| sign.is_alphabetic();
    let pairs = signs.windows(2).any(|pair| {
        let &[one, other] = pair else { return false };
        let strange = |sign: char| !sign.is_ascii() && !sign.is_alphanumeric() && !is_mark_of_text(sign);
        let control =
            |sign: char| ('\u{80}'..='\u{9f}').contains(&sign) || ('\u{e000}'..='\u{f8ff}').contains(&sign);
        if control(one) || control(other) {
            return true;
        }
        if (strange(one) && is_letter(other)) || (is_letter(one) && strange(other)) {
            return true;
        }
        if !is_letter(one) || !is_letter(other) || (one.is_ascii() && other.is_ascii()) {
            return false;
        }
        (one.is_lowercase() && other.is_uppercase()) || (one.script() != other.script() && !mixes(one, other))
    });
    // One sign of the East within a Latin word.
    let inside = signs.windows(3).any(|three| {
        let &[one, middle, other] = three else { return false };
        is_eastern(middle)
            && one.script() == Script::Latin
            && other.script() == Script::Latin
            && other.is_lowercase()
    });
    pairs || inside
}

/// Scripts that stand beside each other in one word: those of the East, with Latin too.
fn mixes(one: char, other: char) -> bool {
    let common = |sign: char| matches!(sign.script(), Script::Common | Script::Inherited);
    let latin = |sign: char| sign.script() == Script::Latin;
    let fits = |sign: char| is_eastern(sign) || latin(sign) || common(sign);
    common(one) || common(other) || (fits(one) && fits(other) && (is_eastern(one) || is_eastern(other)))
}

fn is_eastern(sign: char) -> bool {
    matches!(
        sign.script(),
        Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul | Script::Bopomofo
    )
}

/// Marks that people write beside letters: quotation marks, dashes, apostrophes, trade marks, ordinals, and those of the
/// East.
const fn is_mark_of_text(sign: char) -> bool {
    matches!(
        sign,
        '\u{a0}' | '«' | '»' | '®' | '°' | '·' | '¿' | '¡' | '’' | '‘' | '“' | '”' | '„' | '‚' | '–' | '—' | '…'
            | '™' | '€' | '•' | '№' | '\u{3000}'..='\u{303f}' | '\u{30fb}' | '\u{ff00}'..='\u{ffef}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(encoding: &str, text: &str) -> Vec<u8> {
        let encoding = Encoding::for_label(encoding.as_bytes()).unwrap_or(UTF_8);
        encoding.encode(text).0.into_owned()
    }

    /// The same text, or a question; never another text.
    fn is_read(encoding: &str, text: &str) -> bool {
        let (read, said) =
            decoded(&bytes(encoding, text), None).unwrap_or_else(|why| panic!("{encoding}: {why}"));
        let said = said.unwrap_or_else(|| panic!("{encoding}: it is no UTF-8"));
        assert!(!said.sure || read == text, "{encoding}: {read:?} was taken for {text:?} ({said:?})");
        said.sure
    }

    #[test]
    fn a_text_is_read_as_it_was_written_or_asked_about() {
        let japanese = "会社名,担当,備考\n株式会社日立製作所,山田太郎,更新は来年の三月です\nトヨタ自動車,鈴木一郎,クラウドへの移行を検討しています\n";
        let russian = "Название,Город,Заметка\nСеверсталь,Москва,Продление в марте следующего года\nЯндекс,Санкт-Петербург,Переход в облако\n";
        let greek = "Όνομα,Πόλη,Σημείωση\nΕλληνικά Πετρέλαια,Αθήνα,Ανανέωση τον Μάρτιο του επόμενου έτους\n";
        let polish = "Nazwa,Miasto,Uwaga\nŻabka Polska,Poznań,Odnowienie w październiku\nŁódzkie Zakłady,Łódź,Przejście do chmury w przyszłym roku\nŚląska Spółka,Częstochowa,Właściciel: Grażyna Wójcik\n";
        let chinese = "公司名称,联系人,备注\n中国移动通信集团,张伟,明年三月续约并扩大使用范围\n华为技术有限公司,王芳,正在评估迁移到云端的方案与成本\n阿里巴巴集团控股,李娜,需要安排一次高层会议讨论合作\n";
        for (encoding, text) in [
            ("shift_jis", japanese),
            ("euc-jp", japanese),
            ("windows-1251", russian),
            ("koi8-r", russian),
            ("windows-1253", greek),
            ("windows-1250", polish),
            ("gbk", chinese),
        ] {
            assert!(is_read(encoding, text), "{encoding}: this much text needs no question");
        }
        assert!(is_read(
            "windows-1252",
            "Name,City\nMüller & Söhne,Köln\nSoci\u{e9}t\u{e9} G\u{e9}n\u{e9}rale,Besançon\n"
        ));
    }

    #[test]
    fn a_few_letters_are_never_taken_for_others() {
        for (encoding, text) in [
            ("shift_jis", "Name,ARR\n日本,1\n"),
            ("gbk", "Name,ARR\n中国,1\n"),
            ("windows-1250", "Name,ARR\nDvořák,1\n"),
            ("windows-1250", "Name,ARR\nŁódź,1\n"),
            ("windows-1251", "Name,ARR\nМир,1\n"),
            ("windows-1253", "Name,ARR\nΝερό,1\n"),
            ("windows-1252", "Name,ARR\nMøller,1\n"),
            ("euc-kr", "Name,ARR\n삼성,1\n"),
            ("big5", "Name,ARR\n台積電,1\n"),
        ] {
            is_read(encoding, text);
        }
    }

    #[test]
    fn what_was_said_holds_and_is_refused_where_it_cannot_be() {
        let text = "Name\nDvořák\n";
        let (read, said) = decoded(&bytes("windows-1250", text), Some("cp1250")).unwrap_or_default();
        assert_eq!(read, text, "labels count as names");
        assert_eq!(said.map(|said| (said.name, said.sure)), Some(("windows-1250", true)));
        assert!(decoded(b"\xff\xfe", Some("klingon")).is_ok(), "a mark goes before every word");
        assert!(decoded(b"a", Some("klingon")).is_err_and(|why| why.contains("“klingon” is no encoding")));
        assert!(decoded(b"\x81", Some("utf-8")).is_err_and(|why| why.contains("not written in UTF-8")));
    }
}
