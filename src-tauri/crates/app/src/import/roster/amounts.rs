//! Amounts of a list and the currency that each is in. Where nothing tells it, it is asked once for the file.

use cairn_domain::Money;
use serde_json::json;

/// Reads the amounts of a list.
#[derive(Debug)]
pub(super) struct Amounts<'a> {
    /// What was said of those that name no currency.
    said: Option<&'a str>,
    /// The first of those whose currency nobody knows.
    open: Option<f64>,
}

impl<'a> Amounts<'a> {
    pub(super) const fn new(said: Option<&'a str>) -> Self {
        Self { said, open: None }
    }

    /// An amount in minor units; none while its currency is to be asked. `own` is the currency that stands with it,
    /// `here` the amount that it takes the place of.
    ///
    /// # Errors
    /// A sentence, where no amount can be so.
    pub(super) fn money(
        &mut self,
        amount: f64,
        own: Option<&str>,
        here: Option<Money>,
    ) -> Result<Option<Money>, String> {
        let unit =
            match (own, self.said) {
                (Some(own), _) => Some(none_of(own).ok_or_else(|| {
                    format!("“{own}” is no currency; write its three letters, such as EUR.")
                })?),
                (None, Some(said)) => none_of(said),
                (None, None) => here,
            };
        let Some(unit) = unit else {
            self.open.get_or_insert(amount);
            return Ok(None);
        };
        let minor = amount * 10f64.powi(i32::from(unit.minor_digits()));
        let whole = minor.round();
        // Beyond this a number of a list is not exact any more.
        if (minor - whole).abs() > 1e-3 || whole.abs() > 9e15 {
            return Err(format!("{amount} is no amount in this currency."));
        }
        Ok(Some(Money { minor: whole as i64, ..unit }))
    }

    /// What somebody has to say, where an amount needs it.
    pub(super) fn question(&self) -> Option<String> {
        let amount = self.open?;
        let how = "in the dialog or with `--currency EUR`";
        Some(match self.said {
            Some(said) => format!("“{said}” is no currency: say its three letters, {how}."),
            None => format!(
                "Amounts such as {amount} name no currency: say which one they are in, {how}, or add a column \
                 Currency."
            ),
        })
    }
}

/// Nothing, in the currency of a code.
fn none_of(code: &str) -> Option<Money> {
    serde_json::from_value(json!({ "minor": 0, "currency": code })).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn eur(minor: i64) -> Money {
        Money { minor, ..none_of("EUR").unwrap_or_else(|| panic!("the euro is a currency")) }
    }

    #[test]
    fn the_currency_of_amounts_is_asked_once_and_only_where_nothing_tells_it() {
        let mut amounts = Amounts::new(None);
        assert_eq!(amounts.money(12.5, Some("EUR"), None), Ok(Some(eur(1_250))), "it stands with the amount");
        assert_eq!(amounts.money(3.0, None, Some(eur(1))), Ok(Some(eur(300))), "the account has one");
        assert_eq!(amounts.question(), None, "nothing is open yet");
        assert_eq!(amounts.money(1200.0, None, None), Ok(None), "this one is to be asked");
        assert_eq!(amounts.money(80.0, None, None), Ok(None), "and so is the next");
        let question = amounts.question().unwrap_or_default();
        assert!(
            question.contains("such as 1200 ") && question.contains("--currency EUR"),
            "an example, and how it is said: {question}"
        );
    }

    #[test]
    fn a_currency_that_was_said_holds_for_amounts_that_name_none() {
        let mut amounts = Amounts::new(Some("EUR"));
        assert_eq!(amounts.money(5.0, None, None), Ok(Some(eur(500))), "as it was said");
        assert!(amounts.money(5.0, Some("XYZ"), None).is_err(), "a word cannot mend what the row says");
        assert!(amounts.money(0.001, None, None).is_err(), "a cent is the least");
        assert_eq!(amounts.question(), None, "nothing is left to ask");
        let mut wrong = Amounts::new(Some("EURO"));
        assert_eq!(wrong.money(5.0, None, Some(eur(1))), Ok(None), "what was said is no currency");
        let question = wrong.question().unwrap_or_default();
        assert!(question.starts_with("“EURO” is no currency"), "so it is asked anew: {question}");
    }
}
