//! `read.*`: what a typed text means, by the reader that files are read by.

use cairn_domain::{
    Problem, Reason,
    read::{self, DateTerms, Decimal, NoAmount, NoDate, YEARS},
};
use cairn_wire::{AmountRead, DateRead, NumberRead, ReadAmount, ReadDate, ReadNumber, ReadTime, TimeRead};

use crate::{context::Context, error::Result};

/// What every refusal is about.
const FIELD: &str = "text";

/// A day. Without an order in the request, the user's own is taken.
pub(crate) async fn date(context: &Context, request: ReadDate) -> Result<DateRead> {
    let ReadDate { text, way, order } = request;
    let own = match order {
        Some(order) => Some(order),
        None => context.me().await?.and_then(|me| me.record.date_order),
    };
    let terms = DateTerms { today: Some(context.today().await?), order: own, way };
    let date = read::typed_date(&text, &terms).map_err(|why| {
        let reason = match why {
            NoDate::Nothing | NoDate::OtherOrder => {
                unreadable(&text, "date, such as 15 Jan 2027, fri or +2w")
            }
            NoDate::Either => Reason::TwoWays { text: text.clone() },
            NoDate::Year(_) => Reason::OutsideYears { value: text.clone(), from: YEARS.0, to: YEARS.1 },
        };
        Problem::new(FIELD, reason)
    })?;
    Ok(DateRead { date })
}

/// A number.
pub(crate) async fn number(_: &Context, request: ReadNumber) -> Result<NumberRead> {
    let ReadNumber { text, decimal } = request;
    let none = || Problem::new(FIELD, unreadable(&text, "number, such as 1805.5"));
    let number = read::number(&text).ok_or_else(none)?;
    let value = number.decided(decimal).map(Decimal::value);
    Ok(NumberRead { value: value.map_err(|_| Problem::new(FIELD, Reason::TwoWays { text: text.clone() }))? })
}

/// An amount. In a currency of two decimals a mark before three digits parts thousands, whichever mark the user's own
/// is.
pub(crate) async fn amount(_: &Context, request: ReadAmount) -> Result<AmountRead> {
    let ReadAmount { text, currency, decimal } = request;
    let none = || Problem::new(FIELD, unreadable(&text, "amount with its currency, such as 120,000 EUR"));
    let written = read::amount(&text).ok_or_else(none)?;
    let found = match written.money(currency, None) {
        Err(NoAmount::Either(_)) if decimal.is_some() => written.money(currency, decimal),
        found => found,
    };
    let amount = found.map_err(|why| match why {
        NoAmount::Either(_) => Problem::new(FIELD, Reason::TwoWays { text: text.clone() }),
        NoAmount::NoNumber | NoAmount::NoCurrency | NoAmount::NotExact(_) => none(),
    })?;
    Ok(AmountRead { amount })
}

/// A time of day.
pub(crate) async fn time(_: &Context, request: ReadTime) -> Result<TimeRead> {
    let ReadTime { text } = request;
    let time =
        read::time(&text).ok_or_else(|| Problem::new(FIELD, unreadable(&text, "time, such as 14:30")))?;
    Ok(TimeRead { time: time.format("%H:%M").to_string() })
}

fn unreadable(text: &str, what: &str) -> Reason {
    Reason::Unreadable { why: format!("“{}” is no {what}", text.trim()) }
}
