//! Accounts and contacts out of lists of other systems.
//!
//! Which record a row stands for is found here; a row is then made or taken over as a request would be. What was said
//! of a file's columns is kept for the next file with the same headings (docs/decisions/0019-lists.md).

mod accounts;
mod amounts;
mod contacts;
mod known;
mod seen;

use std::collections::BTreeMap;

use cairn_domain::{DateOrder, Kind, read::Mark};
use cairn_exchange::{
    Trouble,
    roster::{self, Choices, ColumnSaid, Roster},
};
use cairn_store::{Rows, StoredPreference, Tx};
use cairn_wire::{ImportAsk, ImportColumn, ImportDates, ImportReport, ImportRequest};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::report::Report;
use crate::error::Result;

/// What was said of the columns of a file, kept for the next one with the same headings.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    map: BTreeMap<String, String>,
    dates: Option<DateOrder>,
    currency: Option<String>,
    decimal: Option<Mark>,
}

/// What is needed beside the rows.
struct Terms<'a> {
    request: &'a ImportRequest,
    /// The currency of amounts that name none.
    currency: Option<String>,
    today: NaiveDate,
}

/// Takes a list in; answers what to keep of what was said about it.
pub(super) async fn take(
    tx: &mut Tx,
    bytes: &[u8],
    kind: Kind,
    request: &ImportRequest,
    today: NaiveDate,
) -> Result<(ImportReport, Option<StoredPreference>)> {
    let mut report = Report::default();
    let opened = match roster::open(kind, bytes) {
        Ok(opened) => opened,
        Err(message) => {
            report.trouble(Trouble::of_file(message));
            return Ok((report.into_report(None, Vec::new()), None));
        }
    };
    let key = format!("import.{}.{}", kind.word(), opened.key());
    let before = kept(tx.rows(), &key).await?;
    let said = Kept {
        map: request.map.clone(),
        dates: request.dates,
        decimal: request.decimal,
        currency: request
            .currency
            .clone()
            .map(|code| code.trim().to_uppercase())
            .filter(|code| !code.is_empty()),
    };
    let is_new = said != Kept::default();
    let whole = Kept {
        map: before.map.into_iter().chain(said.map).collect(),
        dates: said.dates.or(before.dates),
        currency: said.currency.or(before.currency),
        decimal: said.decimal.or(before.decimal),
    };
    let choices = Choices { map: whole.map.clone(), dates: whole.dates, decimal: whole.decimal };
    let Roster { rows, troubles, columns, ignored, dates } = opened.read(&choices);
    let mut asks = Vec::new();
    if let Some(open) = dates.as_ref().filter(|dates| dates.order.is_none()) {
        asks.push(ImportAsk::Dates);
        let sample = &open.sample;
        let message = format!(
            "Days such as “{sample}” can be read in two ways: say whether the day or the month comes first, in \
             the dialog or with `--dates dmy` or `--dates mdy`."
        );
        report.trouble(Trouble { field: Some("dates".into()), ..Trouble::of_file(message) });
    }
    troubles.into_iter().for_each(|trouble| report.trouble(trouble));
    let terms = Terms { request, currency: whole.currency.clone(), today };
    let asked = match kind {
        Kind::Contact => contacts::take(tx, &rows, &terms, &mut report).await?,
        _ => accounts::take(tx, &rows, &terms, &mut report).await?,
    };
    asks.extend(asked);
    let keep = is_new.then(|| serde_json::to_value(&whole).map(|value| StoredPreference { key, value }));
    let report = ImportReport {
        columns: columns.into_iter().map(column).collect(),
        fields: roster::fields(kind).into_iter().map(str::to_owned).collect(),
        dates: dates.map(|dates| ImportDates { order: dates.order, sample: dates.sample }),
        asks,
        ..report.into_report(None, ignored)
    };
    Ok((report, keep.transpose()?))
}

/// What was kept; what cannot be read any more is said anew.
async fn kept(rows: Rows<'_>, key: &str) -> Result<Kept> {
    let found = rows.preferences().await?.into_iter().find(|kept| kept.key == key);
    Ok(found.and_then(|kept| serde_json::from_value(kept.value).ok()).unwrap_or_default())
}

fn column(said: ColumnSaid) -> ImportColumn {
    let ColumnSaid { heading, field, sample } = said;
    ImportColumn { heading, field: field.map(str::to_owned), sample }
}
