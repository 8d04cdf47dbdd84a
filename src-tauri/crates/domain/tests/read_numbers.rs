//! Numbers and amounts, read as they are written everywhere; a reader of its own checks them all.

use cairn_domain::{
    Money,
    read::{Mark, NoAmount, Number, amount, number},
};
use iso_currency::Currency;
use proptest::prelude::*;

/// What a text means alone: one number, or two.
fn read(text: &str) -> Option<Vec<f64>> {
    number(text).map(|number| match number.decided(None) {
        Ok(one) => vec![one.value()],
        Err(two) => two.map(cairn_domain::read::Decimal::value).to_vec(),
    })
}

fn money(text: &str, known: Option<Currency>) -> Option<(i64, Currency)> {
    let Money { minor, currency } = amount(text)?.money(known, None).ok()?;
    Some((minor, currency))
}

#[test]
fn a_mark_parts_thousands_only_where_it_can() {
    for (text, expected, why) in [
        ("120000", 120_000.0, "bare"),
        ("12500.500", 12_500.5, "five digits stand before no mark of thousands"),
        ("125000.000", 125_000.0, "nor do six"),
        ("1250.000", 1_250.0, "nor four"),
        ("0.750", 0.75, "nor a 0"),
        ("0,750", 0.75, "whatever the mark"),
        (".750", 0.75, "a fraction alone"),
        ("1.234.567", 1_234_567.0, "two are no fraction"),
        ("1,234,567.891", 1_234_567.891, "of two kinds the last parts the fraction"),
        ("1.234.567,8", 1_234_567.8, "as in Germany"),
        ("12,34,567.50", 1_234_567.5, "as in India"),
        ("1'234'567.50", 1_234_567.5, "as in Switzerland"),
        ("1’234", 1_234.0, "with the sign that their keyboards write"),
        ("1\u{202f}234\u{202f}567,5", 1_234_567.5, "as in France"),
        ("1\u{a0}234", 1_234.0, "with a no-break space"),
        ("12.5", 12.5, ""),
        ("12,5", 12.5, ""),
        ("-12.5", -12.5, ""),
        ("−12,5", -12.5, "with the sign of minus"),
        ("1,250.00-", -1_250.0, "as SAP writes"),
        ("(1,250.00)", -1_250.0, "as accountants do"),
        ("30 %", 30.0, "per cent is the unit"),
        ("1.234M", 1_234_000.0, "before a million one mark is a fraction's"),
        ("1,234 k", 1_234.0, "and before a thousand"),
        ("1.2bn", 1.2e9, ""),
        ("3 Mio.", 3e6, ""),
        ("2 crore", 2e7, ""),
        ("١٢٣٤٫٥", 1_234.5, "in Arabic digits"),
        ("１，２３４．５", 1_234.5, "in full width"),
    ] {
        assert_eq!(read(text), Some(vec![expected]), "{text}: {why}");
    }
}

#[test]
fn a_mark_before_three_digits_can_be_either() {
    assert_eq!(read("1.234"), Some(vec![1_234.0, 1.234]), "alone nobody knows");
    assert_eq!(read("12,500"), Some(vec![12_500.0, 12.5]), "alone nobody knows");
    let decided =
        |text, by| number(text).and_then(|number| number.decided(Some(by)).ok()).map(|one| one.value());
    assert_eq!(decided("1.234", Mark::Point), Some(1.234), "the point is known to part fractions");
    assert_eq!(decided("1.234", Mark::Comma), Some(1_234.0), "the comma does, so the point parts thousands");
    let shown = |texts: &[&str]| Number::shown(texts.iter().filter_map(|text| number(text)));
    assert_eq!(shown(&["1.234", "99.50"]), Some(Mark::Point), "the second shows it");
    assert_eq!(shown(&["1.234", "1,234,567"]), Some(Mark::Point), "so does one with two commas");
    assert_eq!(shown(&["1.234", "0,5"]), Some(Mark::Comma), "or with a fraction");
    assert_eq!(shown(&["1.234", "5"]), None, "nothing does");
    assert_eq!(shown(&["0.5", "0,5"]), None, "two that disagree show nothing");
}

#[test]
fn what_is_no_number_is_not_read() {
    for text in [
        "",
        "-",
        ".",
        "15.01.2027",
        "1.2.3",
        "1.2.3,4",
        "1,23,4",
        "1 23",
        "12 34",
        "1,2,3",
        "01.234.567",
        "1.23.456",
        "10²",
        "½",
        "1/2",
        "2027-01-15",
        "1..5",
        "1.",
        "NaN",
        "inf",
        "1e5",
        "--3",
        "-(3)",
        "(3",
        "3)",
        "5 apples",
        "about 12",
        "1.2 per seat",
        "12:30",
        "1,234.567.8",
        "1'23",
        "(1)(2)",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn an_amount_is_read_with_its_currency() {
    for (text, minor, currency) in [
        ("€ 120.000,50", 12_000_050, Currency::EUR),
        ("USD 1,200,000", 120_000_000, Currency::USD),
        ("$1.2M", 120_000_000, Currency::USD),
        ("$1.234M", 123_400_000, Currency::USD),
        ("US$ 1,200", 120_000, Currency::USD),
        ("A$1,200", 120_000, Currency::AUD),
        ("AU$5", 500, Currency::AUD),
        ("₹12,34,567", 123_456_700, Currency::INR),
        ("Rs. 500", 50_000, Currency::INR),
        ("1.2bn JPY", 1_200_000_000, Currency::JPY),
        ("¥1,200", 1_200, Currency::JPY),
        ("120k EUR", 12_000_000, Currency::EUR),
        ("120 kEUR", 12_000_000, Currency::EUR),
        ("1.2 €m", 120_000_000, Currency::EUR),
        ("500k€", 50_000_000, Currency::EUR),
        ("CHF 1'250.–", 125_000, Currency::CHF),
        ("Fr. 1’250.-", 125_000, Currency::CHF),
        ("Fr.5", 500, Currency::CHF),
        ("(1,200) EUR", -120_000, Currency::EUR),
        ("($1,200)", -120_000, Currency::USD),
        ("-5 EUR", -500, Currency::EUR),
        ("EUR -5", -500, Currency::EUR),
        ("$-5", -500, Currency::USD),
        ("-$5", -500, Currency::USD),
        ("120.000 EUR", 12_000_000, Currency::EUR),
        ("120,000 eur", 12_000_000, Currency::EUR),
        ("12500.500 KWD", 12_500_500, Currency::KWD),
        ("R$ 1.234,56", 123_456, Currency::BRL),
        ("zł 12,50", 1_250, Currency::PLN),
        ("1 250 Kč", 125_000, Currency::CZK),
        ("￥５００", 500, Currency::JPY),
        ("￦500", 500, Currency::KRW),
        ("₹1.5 cr", 1_500_000_000, Currency::INR),
        ("Rs. 1,50,000/-", 15_000_000, Currency::INR),
        ("Rp 1.234.567", 123_456_700, Currency::IDR),
        ("1.234.567 đ", 1_234_567, Currency::VND),
        ("1 234,56 руб.", 123_456, Currency::RUB),
        ("KD 1.25", 1_250, Currency::KWD),
        ("1200 Euro", 120_000, Currency::EUR),
        ("12 US dollars", 1_200, Currency::USD),
        ("5 Swiss francs", 500, Currency::CHF),
    ] {
        assert_eq!(money(text, None), Some((minor, currency)), "{text}");
    }
    for text in
        ["500 monkeys", "€", "5 € $", "EUR 5 EUR", "15.01.2027", "1.2.3 EUR", "EUR", "€5 per seat", "5 XXY"]
    {
        assert_eq!(money(text, Some(Currency::EUR)), None, "{text}");
    }
}

#[test]
fn a_sign_of_several_currencies_is_the_one_that_is_known() {
    assert_eq!(money("kr 500", None), None, "kr alone is four currencies");
    assert_eq!(money("500 kr", Some(Currency::NOK)), Some((50_000, Currency::NOK)));
    assert_eq!(money("500 kr.", Some(Currency::EUR)), None, "the euro is none of them");
    assert_eq!(
        money("$500", Some(Currency::AUD)),
        Some((50_000, Currency::AUD)),
        "in a book of Australian dollars"
    );
    assert_eq!(money("$500", Some(Currency::EUR)), Some((50_000, Currency::USD)), "else it is the usual one");
    assert_eq!(money("US$500", Some(Currency::AUD)), Some((50_000, Currency::USD)), "this is one only");
}

#[test]
fn three_digits_of_a_currency_that_has_them_are_asked_about() {
    let read = |text: &str, by| amount(text).map(|amount| amount.money(None, by));
    assert!(matches!(read("12.500 KWD", None), Some(Err(NoAmount::Either(_)))), "nobody can tell");
    let is = |minor| Some(Ok(Money { minor, currency: Currency::KWD }));
    assert_eq!(read("12.500 KWD", Some(Mark::Point)), is(12_500), "the column tells");
    assert_eq!(read("12.500 KWD", Some(Mark::Comma)), is(12_500_000), "the column tells");
    let told = read("12.500 EUR", Some(Mark::Point));
    assert_eq!(told, Some(Ok(Money { minor: 1_250, currency: Currency::EUR })), "of any currency");
    assert!(matches!(read("1.2345 EUR", None), Some(Err(NoAmount::NotExact(_)))), "cents are the least");
    assert!(
        matches!(read("99999999999999999 EUR", None), Some(Err(NoAmount::NotExact(_)))),
        "more than is exact"
    );
}

/// Reads what is written in one known way, from the right: the reader that the other is checked by.
fn naive(text: &str, group: char, decimal: char) -> f64 {
    let (mut whole, mut fraction, mut scale, mut behind) = (0.0, 0.0, 1.0, false);
    for c in text.chars() {
        match c.to_digit(10) {
            Some(digit) if behind => {
                scale /= 10.0;
                fraction += f64::from(digit) * scale;
            }
            Some(digit) => whole = whole * 10.0 + f64::from(digit),
            None if c == decimal => behind = true,
            None => assert_eq!(c, group, "no other sign is written"),
        }
    }
    whole + fraction
}

/// A number as a country writes it.
fn written(whole: u64, fraction: &str, group: &str, decimal: char, indian: bool) -> String {
    let digits = whole.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        let behind = digits.len() - at;
        let parts = if indian {
            behind == 3 || (behind > 3 && !behind.is_multiple_of(2))
        } else {
            behind.is_multiple_of(3)
        };
        if at > 0 && parts {
            text.push_str(group);
        }
        text.push(digit);
    }
    if fraction.is_empty() { text } else { format!("{text}{decimal}{fraction}") }
}

proptest! {
    #[test]
    fn a_number_written_in_any_country_is_read_back(
        whole in 0_u64..1_000_000_000_000,
        fraction in "[0-9]{0,6}",
        style in 0_usize..8,
    ) {
        let (group, decimal, indian) = [
            (",", '.', false), (".", ',', false), (" ", ',', false), ("'", '.', false), ("\u{202f}", ',', false),
            ("’", '.', false), (",", '.', true), ("", '.', false),
        ][style];
        let text = written(whole, &fraction, group, decimal, indian);
        let expected = naive(&text, group.chars().next().unwrap_or(' '), decimal);
        let found = read(&text).unwrap_or_default();
        prop_assert!(
            found.iter().any(|one| (one - expected).abs() <= expected.abs() * 1e-12),
            "{} is {} and was read as {:?}", text, expected, found
        );
        let mark = if decimal == '.' { Mark::Point } else { Mark::Comma };
        let decided = number(&text).and_then(|number| number.decided(Some(mark)).ok()).map_or(f64::NAN, |one| one.value());
        prop_assert!((decided - expected).abs() <= expected.abs() * 1e-12, "with its mark known it is read one way");
    }

    #[test]
    fn no_amount_is_ever_a_thousand_times_what_was_written(minor in 0_i64..900_000_000_000, style in 0_usize..4) {
        let (group, decimal) = [(",", '.'), (".", ','), ("'", '.'), ("", '.')][style];
        let whole = u64::try_from(minor / 100).unwrap_or_default();
        let text = format!("{} EUR", written(whole, &format!("{:02}", minor % 100), group, decimal, false));
        prop_assert_eq!(money(&text, None), Some((minor, Currency::EUR)), "{}", text);
    }

    #[test]
    fn nothing_that_is_typed_ends_the_reader(text in "\\PC{0,40}") {
        let _ = (number(&text), amount(&text));
    }
}
