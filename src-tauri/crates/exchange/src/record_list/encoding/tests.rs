//! Texts as systems write them, in whatever encoding.

use encoding_rs::UTF_8;

use super::*;

fn bytes(encoding: &str, text: &str) -> Vec<u8> {
    let encoding = Encoding::for_label(encoding.as_bytes()).unwrap_or(UTF_8);
    encoding.encode(text).0.into_owned()
}

/// A text in an encoding of a byte a sign, by trying which it is.
fn by_sign(encoding: &str, text: &str) -> Vec<u8> {
    let charset = Charset::named(encoding).unwrap_or_else(|| panic!("{encoding} is known"));
    let of = |sign: char| (0..=255).find(|byte| charset.read(&[*byte]) == Some(sign.to_string()));
    text.chars().map(|sign| of(sign).unwrap_or_else(|| panic!("{encoding} has no {sign}"))).collect()
}

/// The same text, or a question; never another text.
fn is_read(encoding: &str, text: &str) -> bool {
    is_read_of(encoding, &bytes(encoding, text), text)
}

fn is_read_of(encoding: &str, bytes: &[u8], text: &str) -> bool {
    let Decoded { text: read, said, strange } =
        decoded(bytes, None).unwrap_or_else(|why| panic!("{encoding}: {why}"));
    assert_eq!(strange, [], "{encoding}: it is no UTF-8");
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
    let Decoded { text: read, said, .. } =
        decoded(&bytes("windows-1250", text), Some("cp1250")).unwrap_or_default();
    assert_eq!(read, text, "labels count as names");
    assert_eq!(said.map(|said| (said.name, said.sure)), Some(("windows-1250", true)));
    assert!(decoded(b"\xff\xfe", Some("klingon")).is_ok(), "a mark goes before every word");
    assert!(decoded(b"a", Some("klingon")).is_err_and(|why| why.contains("“klingon” is no encoding")));
    assert!(decoded(b"\x81", Some("utf-8")).is_err_and(|why| why.contains("not written in UTF-8")));
}

const WESTERN: [&str; 10] = [
    "Köln",
    "Böhm",
    "Jäger",
    "Nestlé",
    "Société Générale",
    "Müller",
    "Malmö",
    "Möbel",
    "Straße & Söhne",
    "Besançon",
];

#[test]
fn what_spreadsheets_write_for_old_systems_is_asked_about() {
    for encoding in ["IBM850", "macintosh", "IBM852"] {
        for name in WESTERN.into_iter().filter(|name| encoding != "IBM852" || !name.contains('è')) {
            let text = format!("Account Name,ARR\n{name},1\n");
            let bytes = by_sign(encoding, &text);
            if is_read_of(encoding, &bytes, &text) {
                continue;
            }
            let said = decoded(&bytes, None)
                .unwrap_or_default()
                .said
                .unwrap_or_else(|| panic!("{encoding}: {name}"));
            let mut samples = said.others.iter().map(|(_, sample)| sample).chain([&said.sample]);
            assert!(
                samples.any(|sample| sample.contains(name)),
                "{encoding}: {name} is not offered: {said:?}"
            );
        }
    }
    let all: String = WESTERN.iter().map(|name| format!("{name},1\n")).collect();
    for encoding in ["IBM850", "macintosh"] {
        is_read_of(encoding, &by_sign(encoding, &all), &all);
    }
    for text in ["Sñoda,1\n", "García,1\n", "Peñarol,1\n"] {
        is_read_of("macintosh", &by_sign("macintosh", text), text);
    }
    assert_eq!(
        decoded(&by_sign("IBM850", "Köln"), Some("cp850")).unwrap_or_default().text,
        "Köln",
        "as it was said"
    );
}

#[test]
fn what_windows_writes_needs_no_question() {
    for text in [
        "Name,Notes\nMüller,a\n",
        "Name,Notes\nKöln,a\nGroupe d’Or,b\n",
        "Name,Notes\nMcDonald’s,He said “yes” – and left\nSociété Générale,x\n",
        "Name,ARR\nNordwind – Süd,€ 12\n",
    ] {
        assert!(is_read("windows-1252", text), "{text}");
    }
}

#[test]
fn readings_are_told_apart_by_a_line_in_which_they_differ() {
    let said = |bytes: &[u8]| decoded(bytes, None).unwrap_or_default().said;
    for text in [
        "Société Générale,100\nCrédit Agricole,5\nPeugeot Citroën,5\nHôtel,1\nBãnca,1\n",
        "Dvořák,1\n",
        "Łódź,1\n",
    ] {
        for encoding in ["windows-1252", "windows-1250"] {
            let Some(said) = said(&bytes(encoding, text)) else { continue };
            let mut samples: Vec<&String> =
                said.others.iter().map(|(_, sample)| sample).chain([&said.sample]).collect();
            samples.sort();
            let count = samples.len();
            samples.dedup();
            assert_eq!(samples.len(), count, "two readings look the same: {said:?}");
        }
    }
}

#[test]
fn seven_bits_that_hide_letters_are_read_or_refused() {
    let text = "Name\n日立製作所\n";
    let japanese = ISO_2022_JP.encode(text).0.into_owned();
    let Decoded { text: read, said, .. } = decoded(&japanese, None).unwrap_or_default();
    assert_eq!((read.as_str(), said.map(|said| said.name)), (text, Some("ISO-2022-JP")));
}

#[test]
fn a_line_in_another_encoding_does_not_turn_the_rest() {
    let mut mixed = "Name\nMüller AG\nJäger\n".as_bytes().to_vec();
    mixed.extend(b"K\xf6ln\n");
    let Decoded { text, said, strange } = decoded(&mixed, None).unwrap_or_default();
    assert_eq!(text, "Name\nMüller AG\nJäger\nK\u{fffd}ln\n", "the rest is read");
    assert_eq!((said, strange), (None, vec![(4, "Köln".to_owned())]), "and the line is named");
}
