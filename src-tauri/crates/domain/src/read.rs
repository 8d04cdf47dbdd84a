//! What people and systems write, read once for every door: numbers, amounts, days and times.
//!
//! Owns what a text means by itself: which mark parts thousands, which currency a sign stands for, which day `15 janv.`
//! is. Does not own where a text came from, nor which numbers and days a record may hold.

mod amount;
mod country;
mod currency;
mod date;
mod decimal;
mod figures;
mod names;
mod number;
mod relative;
mod time;
mod way;

pub use amount::{Amount, NoAmount, amount};
pub(crate) use country::country;
pub use currency::{Currencies, currencies, currencies_called};
pub use date::{DateTerms, NoDate, YEARS, date, readings, typed_date};
pub use decimal::Decimal;
pub use figures::Mark;
pub use names::month_of as month;
pub use number::{Number, number};
pub use time::time;
pub use way::Way;

/// A text in the characters that readers know: digits of other scripts and full-width signs as ASCII has them, every
/// space as a space. Superscripts and fractions stay what they are, since 10² is not 102.
fn plain(text: &str) -> String {
    /// Where the digits of a script begin: Arabic, Persian, Devanagari, Bengali, Thai.
    const ZEROS: [u32; 5] = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];
    let one = |c: char| {
        let code = u32::from(c);
        let digit = ZEROS.iter().find_map(|zero| code.checked_sub(*zero).filter(|digit| *digit < 10));
        match digit.and_then(|digit| char::from_digit(digit, 10)) {
            Some(digit) => digit,
            None if c.is_whitespace() => ' ',
            // The full-width forms stand in the order of ASCII.
            None if (0xff01..=0xff5e).contains(&code) => char::from_u32(code - 0xfee0).unwrap_or(c),
            // Those of money stand elsewhere.
            None => match c {
                '￠' => '¢',
                '￡' => '£',
                '￥' => '¥',
                '￦' => '₩',
                c => c,
            },
        }
    };
    // Marks that only say in which direction a text runs say nothing here.
    let silent =
        |c: &char| matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    text.chars().filter(|c| !silent(c)).map(one).collect::<String>().trim().to_owned()
}
