//! Amounts of a list as money. Where nothing tells the currency, or which mark is that of fractions, it is asked once
//! for the whole file. How an amount is read is decided in `cairn_domain::read`.

use cairn_domain::{
    Currency, Money,
    read::{Amount, Currencies, Mark, NoAmount, amount, currencies},
};
use serde_json::Value;

/// What stands near an amount and tells its currency.
struct Near<'a> {
    /// What the format of a spreadsheet's cell shows.
    shown: Option<&'a str>,
    /// The currency of the country that the format is of.
    likely: Option<&'a str>,
    /// What a cell of its own or the heading says.
    said: Option<&'a str>,
}

impl<'a> Near<'a> {
    fn of(cell: &'a Value, said: Option<&'a str>) -> Self {
        let format = |key: &str| cell.get("shown").and_then(|shown| shown.get(key)).and_then(Value::as_str);
        Self { shown: format("sign"), likely: format("likely"), said }
    }

    /// The one currency that is said, if one is.
    fn one(said: Option<&str>) -> Option<Currency> {
        let found = currencies(said?)?;
        if let [one] = found.all() { Some(*one) } else { None }
    }

    /// Which of the currencies that a sign can stand for is meant.
    fn meant(&self, written: &Currencies) -> Option<Currency> {
        let told = [Self::one(self.said), Self::one(self.likely)];
        told.into_iter().flatten().find(|currency| written.all().contains(currency))
    }

    /// The currency that stands beside a cell, where the cell's format shows another one: then nobody can tell which is
    /// meant.
    fn other_than(&self, shown: &Currencies) -> Option<&'a str> {
        self.shown?;
        let said = self.said?;
        Self::one(Some(said)).filter(|one| !shown.all().contains(one)).map(|_| said)
    }
}

/// Reads the amounts of a list.
#[derive(Debug)]
pub(super) struct Amounts<'a> {
    /// What was said of those that name no currency.
    said: Option<&'a str>,
    /// What was said of those that can be read in two ways.
    decimal: Option<Mark>,
    /// The first of those whose currency nobody knows.
    no_currency: Option<String>,
    /// The first of those that can be read in two ways.
    either: Option<String>,
}

impl<'a> Amounts<'a> {
    pub(super) const fn new(said: Option<&'a str>, decimal: Option<Mark>) -> Self {
        Self { said, decimal, no_currency: None, either: None }
    }

    /// The amount as it is kept; none where something has to be asked first. `cell` is what the list's reader found,
    /// `beside` the currency in a cell of its own, `here` the amount that it replaces.
    ///
    /// # Errors
    /// A sentence, where no amount can be so.
    pub(super) fn money(
        &mut self,
        cell: &Value,
        beside: Option<&str>,
        here: Option<Money>,
    ) -> Result<Option<Money>, String> {
        let text = cell.get("text").and_then(Value::as_str).unwrap_or_default();
        let number = cell.get("number").and_then(Value::as_f64);
        let decimal = cell.get("decimal").and_then(|mark| serde_json::from_value::<Mark>(mark.clone()).ok());
        let heading = cell.get("currency").and_then(Value::as_str);
        let read = number.map_or_else(|| amount(text), Amount::of_cell);
        let mut read = read.ok_or_else(|| format!("“{text}” is no amount, such as 1200 or EUR 1,200.50."))?;
        let here = here.map(|here| here.currency);
        let said = self.said.and_then(|said| currencies(said)?.meant(here));
        let said = said.or(if self.said.is_some() { None } else { here });
        let near = Near::of(cell, beside.or(heading));
        // A currency in the cell itself counts before one beside it; a sign that several currencies have means the one
        // beside it.
        if let (None, Some(sign)) = (&read.currencies, near.shown.or(near.said)) {
            let written = currencies(sign)
                .ok_or_else(|| format!("“{sign}” is no currency; write its three letters, such as EUR."))?;
            if let Some(other) = near.other_than(&written) {
                return Err(format!(
                    "The cell shows {sign} and beside it stands {other}: make the two agree, or pass the column of \
                     currencies over."
                ));
            }
            read.currencies = Some(written);
        }
        let known = read.currencies.as_ref().and_then(|written| near.meant(written)).or(said);
        let money = match read.money(known, decimal) {
            // The answer about marks is used only for amounts that can be read in two ways.
            Err(NoAmount::Either(_)) if self.decimal.is_some() => read.money(known, self.decimal),
            money => money,
        };
        match money {
            Ok(money) => Ok(Some(money)),
            Err(NoAmount::NoCurrency) => {
                self.no_currency.get_or_insert_with(|| text.to_owned());
                Ok(None)
            }
            Err(NoAmount::Either(_)) => {
                self.either.get_or_insert_with(|| text.to_owned());
                Ok(None)
            }
            Err(NoAmount::NotExact(currency)) => Err(format!(
                "“{text}” is no amount in {}, which has {} digits behind the mark.",
                currency.code(),
                currency.exponent().unwrap_or(0)
            )),
            Err(NoAmount::NoNumber) => Err(format!("“{text}” is no amount, such as 1200 or EUR 1,200.50.")),
        }
    }

    /// What somebody has to say, where an amount needs it: the choice, and the sentence.
    pub(super) fn questions(&self) -> Vec<(&'static str, String)> {
        let currency = self.no_currency.as_ref().map(|amount| {
            let how = "in the dialog or with `--currency EUR`";
            let question = match self.said {
                Some(said) if currencies(said).is_none() => {
                    format!("“{said}” is no currency: say its three letters, {how}.")
                }
                _ => format!(
                    "Amounts such as {amount} name no currency: say which one they are in, {how}, or add a column \
                     Currency."
                ),
            };
            ("currency", question)
        });
        let decimal = self.either.as_ref().map(|amount| {
            let question = format!(
                "Amounts such as {amount} can be read in two ways: say whether a point or a comma stands before the \
                 fraction, in the dialog or with `--decimal point` or `--decimal comma`."
            );
            ("decimal", question)
        });
        currency.into_iter().chain(decimal).collect()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const fn eur(minor: i64) -> Money {
        Money { minor, currency: Currency::EUR }
    }

    fn cell(text: &str) -> Value {
        json!({ "text": text })
    }

    #[test]
    fn the_currency_of_amounts_is_asked_once_and_only_where_nothing_tells_it() {
        let mut amounts = Amounts::new(None, None);
        let mut money = |text: &str, own, here| amounts.money(&cell(text), own, here);
        assert_eq!(money("12.5", Some("EUR"), None), Ok(Some(eur(1_250))), "it stands in its cell");
        assert_eq!(
            money("€12.5", Some("USD"), None),
            Ok(Some(eur(1_250))),
            "what stands with the amount is nearer"
        );
        assert_eq!(money("3", None, Some(eur(1))), Ok(Some(eur(300))), "the account has one");
        assert_eq!(amounts.questions(), [], "nothing is open yet");
        let mut money = |text: &str| amounts.money(&cell(text), None, None);
        assert_eq!(money("1200"), Ok(None), "this one is to be asked");
        assert_eq!(money("80"), Ok(None), "and so is the next");
        assert_eq!(money("kr 80"), Ok(None), "of kr nobody knows which");
        let questions = amounts.questions();
        let question = questions.first().map(|(_, question)| question.as_str()).unwrap_or_default();
        assert!(
            question.contains("such as 1200 ") && question.contains("--currency EUR"),
            "an example, and how it is said: {question}"
        );
    }

    #[test]
    fn a_sign_of_several_currencies_is_the_one_that_stands_beside_it() {
        let mut amounts = Amounts::new(None, None);
        let aud = Ok(Some(Money { minor: 500, currency: Currency::AUD }));
        assert_eq!(amounts.money(&cell("$5"), Some("AUD"), None), aud, "a column says which dollar");
        let headed = json!({ "text": "$5", "currency": "AUD" });
        assert_eq!(amounts.money(&headed, None, None), aud, "and so does the heading");
        assert_eq!(
            amounts.money(&cell("$5"), Some("EUR"), None).map(|money| money.map(|money| money.currency)),
            Ok(Some(Currency::USD)),
            "what it cannot be it is not"
        );
        let mut said = Amounts::new(Some("EUR"), None);
        assert_eq!(said.money(&cell("$5"), Some("AUD"), None), aud, "nearer than what was said of the file");
    }

    #[test]
    fn a_currency_that_the_cell_shows_is_the_amounts() {
        let shown = |sign: &str, likely: Option<&str>| json!({ "text": "5", "number": 5.0, "shown": { "sign": sign, "likely": likely } });
        let mut amounts = Amounts::new(Some("EUR"), None);
        let mut is = |cell: Value, beside, here| {
            amounts.money(&cell, beside, here).map(|money| money.map(|money| money.currency))
        };
        assert_eq!(
            is(shown("$", Some("USD")), None, None),
            Ok(Some(Currency::USD)),
            "not what was said of the file"
        );
        assert_eq!(is(shown("£", None), None, Some(eur(1))), Ok(Some(Currency::GBP)), "nor what is here");
        assert_eq!(
            is(shown("$", Some("AUD")), None, None),
            Ok(Some(Currency::AUD)),
            "the country tells which dollar"
        );
        assert_eq!(
            is(shown("$", Some("USD")), Some("CAD"), None),
            Ok(Some(Currency::CAD)),
            "a column tells it better"
        );
        assert!(
            is(shown("€", None), Some("USD"), None)
                .is_err_and(|why| why.contains("€") && why.contains("USD")),
            "what contradicts is asked"
        );
    }

    #[test]
    fn a_currency_that_was_said_holds_for_amounts_that_name_none() {
        let mut amounts = Amounts::new(Some("EUR"), None);
        let mut money = |text: &str, own| amounts.money(&cell(text), own, None);
        assert_eq!(money("5", None), Ok(Some(eur(500))), "as it was said");
        assert!(money("5", Some("XYZ")).is_err(), "a word cannot mend what the row says");
        assert!(money("0.001", None).is_err(), "a cent is the least");
        assert_eq!(amounts.questions(), [], "nothing is left to ask");
        let mut wrong = Amounts::new(Some("EURO"), None);
        assert_eq!(wrong.money(&cell("5"), None, Some(eur(1))), Ok(None), "what was said is no currency");
        let questions = wrong.questions();
        let question = questions.first().map(|(_, question)| question.as_str()).unwrap_or_default();
        assert!(question.starts_with("“EURO” is no currency"), "so it is asked anew: {question}");
    }

    #[test]
    fn three_digits_of_a_currency_that_has_them_are_decided_by_the_column_or_asked() {
        let mut amounts = Amounts::new(None, None);
        let told = |decimal: Option<&str>| json!({ "text": "12.500", "decimal": decimal });
        let kwd = |minor| Ok(Some(Money { minor, currency: Currency::KWD }));
        assert_eq!(amounts.money(&told(Some("point")), Some("KWD"), None), kwd(12_500), "the column tells");
        assert_eq!(
            amounts.money(&told(Some("comma")), Some("KWD"), None),
            kwd(12_500_000),
            "the column tells"
        );
        assert_eq!(
            amounts.money(&json!({ "text": "12.5", "number": 12.5 }), Some("KWD"), None),
            kwd(12_500),
            "a cell"
        );
        assert_eq!(
            amounts.money(&told(None), Some("EUR"), None),
            Ok(Some(eur(1_250_000))),
            "cents are two digits"
        );
        assert_eq!(amounts.questions(), [], "nothing is open yet");
        assert_eq!(amounts.money(&told(None), Some("KWD"), None), Ok(None), "nobody can tell");
        let asked: Vec<_> = amounts.questions().into_iter().map(|(field, _)| field).collect();
        assert_eq!(asked, ["decimal"], "so it is asked");
        let mut said = Amounts::new(None, Some(Mark::Point));
        assert_eq!(said.money(&told(None), Some("KWD"), None), kwd(12_500), "as it was said");
        assert_eq!(
            said.money(&told(None), Some("EUR"), None),
            Ok(Some(eur(1_250_000))),
            "what needs no question is not changed by its answer"
        );
    }
}
