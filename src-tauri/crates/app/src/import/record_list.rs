//! Accounts and contacts out of lists of other systems.
//!
//! Which record a row stands for is found here; a row is then made or taken over as a request would be. What was said
//! of a file is kept for the next file with the same headings (docs/decisions/0019-lists.md).

mod accounts;
mod amounts;
mod contacts;
mod known;
mod near;
mod seen;

use std::collections::BTreeMap;

use cairn_domain::{DateOrder, Kind, read::Mark};
use cairn_exchange::{
    Row, RowError, RowPlace, Wording,
    record_list::{self, Choices, ColumnSaid, ENCODINGS, EncodingSaid, LeftOut, RecordList, encoding_named},
};
use cairn_store::{StoredPreference, Tx};
use cairn_wire::{
    ImportAsk, ImportColumn, ImportDates, ImportEncoding, ImportKind, ImportLeftOut, ImportReading,
    ImportReport, ImportRequest, ImportRow,
};
use serde::{Deserialize, Serialize};

use super::{Pass, report::Report, watch::Watch};
use crate::{context::Open, error::Result};
pub(super) use known::{Accounts, Meant};

/// What was said of a file, kept for the next one with the same headings.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    map: BTreeMap<String, String>,
    values: BTreeMap<String, BTreeMap<String, String>>,
    dates: Option<DateOrder>,
    currency: Option<String>,
    encoding: Option<String>,
    decimal: Option<Mark>,
}

impl Kept {
    /// What a request says.
    fn of(request: &ImportRequest) -> Self {
        let said = |text: &Option<String>| {
            text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
        };
        Self {
            map: request.map.clone(),
            values: request.values.clone(),
            dates: request.dates,
            currency: said(&request.currency).map(|code| code.to_uppercase()),
            encoding: said(&request.encoding),
            decimal: request.decimal,
        }
    }

    /// Together with what is said now, which counts before what was said earlier.
    fn and(mut self, said: Self) -> Self {
        self.map.extend(said.map);
        for (field, values) in said.values {
            self.values.entry(field).or_default().extend(values);
        }
        Self {
            dates: said.dates.or(self.dates),
            currency: said.currency.or(self.currency),
            encoding: said.encoding.or(self.encoding),
            decimal: said.decimal.or(self.decimal),
            ..self
        }
    }
}

/// What a list looks like before it is read.
#[derive(Clone, Debug, Default)]
pub(super) struct Look {
    /// What it was said to be before, else what its headings say.
    pub(super) kind: Option<ImportKind>,
    /// What its headings say.
    like: Option<ImportKind>,
    key: String,
}

/// A list that was read.
pub(super) struct Read {
    pub(super) kind: Kind,
    record_list: RecordList,
    encoding: Option<EncodingSaid>,
    key: String,
    /// All that is known of such files.
    kept: Kept,
    look: Look,
}

impl Read {
    /// Its rows.
    pub(super) fn rows(&self) -> &[Row] {
        &self.record_list.rows
    }

    /// What to keep for the next one, if something was said.
    pub(super) fn keep(&self, request: &ImportRequest) -> Result<Vec<StoredPreference>> {
        let mut keep = Vec::new();
        if Kept::of(request) != Kept::default() {
            let value = serde_json::to_value(&self.kept)?;
            keep.push(StoredPreference { key: self.key.clone(), value });
        }
        // Where somebody says that a list is of another kind than its headings say, that holds for the next one too.
        if request.kind.is_some() && request.kind != self.look.kind && !self.look.key.is_empty() {
            keep.push(StoredPreference {
                key: kind_key(&self.look.key),
                value: serde_json::to_value(request.kind)?,
            });
        }
        Ok(keep)
    }
}

fn kind_key(headings: &str) -> String {
    format!("import.kind.{headings}")
}

/// Looks at the headings of a list.
pub(super) async fn look(open: &Open, bytes: &[u8], request: &ImportRequest, watch: &Watch) -> Result<Look> {
    let (bytes, encoding) = (bytes.to_vec(), request.encoding.clone());
    let looked = watch.read(move || record_list::look(&bytes, encoding.as_deref())).await?;
    // A file that cannot be read is reported where it is read.
    let Ok(record_list::Look { kind, key }) = looked else { return Ok(Look::default()) };
    let like = kind.map(|kind| match kind {
        Kind::Contact => ImportKind::Contacts,
        _ => ImportKind::Accounts,
    });
    let before: Option<ImportKind> = kept(open, &kind_key(&key)).await?;
    Ok(Look { kind: before.or(like), like, key })
}

/// Reads a list.
pub(super) async fn read(
    open: &Open,
    kind: Kind,
    bytes: Vec<u8>,
    request: &ImportRequest,
    look: Look,
    watch: &Watch,
) -> Result<Read> {
    let said = Kept::of(request);
    let none = |row_error: RowError, look: Look| Read {
        kind,
        record_list: RecordList { row_errors: vec![row_error], ..RecordList::default() },
        encoding: None,
        key: String::new(),
        kept: Kept::default(),
        look,
    };
    if let Some(name) = said.encoding.as_ref().filter(|name| encoding_named(name).is_none()) {
        let message = format!("“{name}” is no encoding that is known; there are {}.", ENCODINGS.join(", "));
        return Ok(none(RowError { field: Some("encoding".into()), ..RowError::of_file(message) }, look));
    }
    let first = said.encoding.clone();
    let (opened, bytes) =
        watch.read(move || (record_list::open(kind, &bytes, first.as_deref()), bytes)).await?;
    let opened = match opened {
        Ok(opened) => opened,
        Err(message) => return Ok(none(RowError::of_file(message), look)),
    };
    let key = format!("import.{}.{}", kind.word(), opened.key());
    let kept = kept::<Kept>(open, &key).await?.unwrap_or_default().and(said.clone());
    let wording = Wording { columns: kept.map.clone(), values: kept.values.clone() };
    let place = |row: &ImportRow| RowPlace { sheet: row.sheet.clone(), row: Some(row.row) };
    let keep = request.keep.iter().map(place).collect();
    let choices = Choices { wording, dates: kept.dates, keep };
    // The encoding that was chosen for the last such file is taken again, if it is one that this file may have: most
    // encodings can read any bytes.
    let again = kept.encoding.clone().filter(|label| {
        let open = opened.encoding().filter(|open| said.encoding.is_none() && !open.sure);
        let name = encoding_named(label);
        open.is_some_and(|open| {
            let mut all = open.others.iter().map(|(other, _)| *other).chain([open.name]);
            all.any(|other| Some(other) == name)
        })
    });
    let read = move || {
        let opened = match again.map(|encoding| record_list::open(kind, &bytes, Some(&encoding))) {
            Some(Ok(again)) => again,
            _ => opened,
        };
        (opened.encoding().cloned(), opened.read(&choices))
    };
    let (encoding, record_list) = watch.read(read).await?;
    Ok(Read { kind, record_list, encoding, key, kept, look })
}

/// What was kept; nothing where it cannot be read any more, and then it is asked again.
async fn kept<T: for<'de> Deserialize<'de>>(open: &Open, key: &str) -> Result<Option<T>> {
    let found = open.store.rows().preferences().await?.into_iter().find(|kept| kept.key == key);
    Ok(found.and_then(|kept| serde_json::from_value(kept.value).ok()))
}

/// What is needed beside the rows.
#[derive(Clone, Copy)]
struct Terms<'a> {
    pass: Pass<'a>,
    /// The currency of amounts that name none.
    currency: Option<&'a str>,
    /// The mark of fractions of amounts that could be two.
    decimal: Option<Mark>,
}

/// Takes a list in.
pub(super) async fn take(pass: Pass<'_>, tx: &mut Tx, list: &Read) -> Result<ImportReport> {
    let Read { kind, record_list, encoding, key: _, kept, look } = list;
    let RecordList { rows, row_errors, columns, left_out, ignored, dates } = record_list;
    let (mut report, mut asks) = (Report::default(), Vec::new());
    if let Some(open) = encoding.as_ref().filter(|encoding| !encoding.sure) {
        asks.push(ImportAsk::Encoding);
        report.row_error(RowError {
            field: Some("encoding".into()),
            ..RowError::of_file(which_encoding(open))
        });
    }
    if let Some(open) = dates.as_ref().filter(|dates| dates.order.is_none()) {
        asks.push(ImportAsk::Dates);
        let sample = &open.sample;
        let message = format!(
            "Days such as “{sample}” can be read in several ways: say whether the day, the month or the year comes \
             first, in the dialog or with `--dates dmy`, `--dates mdy` or `--dates ymd`."
        );
        report.row_error(RowError { field: Some("dates".into()), ..RowError::of_file(message) });
    }
    let wanted = row_errors.iter().filter(|row_error| !pass.left.has(&row_error.place));
    wanted.for_each(|row_error| report.row_error(row_error.clone()));
    let rows: Vec<&Row> = rows.iter().filter(|row| !row.broken && !pass.left.has(&row.place)).collect();
    let terms = Terms { pass, currency: kept.currency.as_deref(), decimal: kept.decimal };
    let asked = match kind {
        Kind::Contact => contacts::take(tx, &rows, terms, &mut report).await?,
        _ => accounts::take(tx, &rows, terms, &mut report).await?,
    };
    asks.extend(asked);
    let taken = if *kind == Kind::Contact { ImportKind::Contacts } else { ImportKind::Accounts };
    let report = report.into_report(None, ignored.clone());
    Ok(ImportReport {
        columns: columns.iter().cloned().map(column).collect(),
        fields: record_list::fields(*kind).into_iter().map(str::to_owned).collect(),
        dates: dates.as_ref().map(|dates| ImportDates { order: dates.order, sample: dates.sample.clone() }),
        encoding: encoding.as_ref().map(told_encoding),
        looks_like: look.like.filter(|like| *like != taken),
        left_out: left_out.iter().filter_map(left).collect(),
        asks,
        ..report
    })
}

fn which_encoding(said: &EncodingSaid) -> String {
    let readings: Vec<String> = std::iter::once((said.name, &said.sample))
        .chain(said.others.iter().map(|(name, sample)| (*name, sample)))
        .map(|(name, sample)| format!("{name}: “{sample}”"))
        .collect();
    format!(
        "This text is no UTF-8, and nothing tells in which encoding it was written; it could be {}. Say which, in the \
         dialog or with `--encoding {}`.",
        readings.join(" or "),
        said.name
    )
}

fn told_encoding(said: &EncodingSaid) -> ImportEncoding {
    let other =
        |(name, sample): &(&str, String)| ImportReading { name: (*name).to_owned(), sample: sample.clone() };
    ImportEncoding {
        name: said.name.to_owned(),
        sample: said.sample.clone(),
        others: said.others.iter().map(other).collect(),
        all: ENCODINGS.map(str::to_owned).to_vec(),
    }
}

fn left(left: &LeftOut) -> Option<ImportLeftOut> {
    let LeftOut { place, words } = left;
    Some(ImportLeftOut { sheet: place.sheet.clone(), row: place.row?, words: words.clone(), why: None })
}

fn column(said: ColumnSaid) -> ImportColumn {
    let ColumnSaid { heading, field, sample } = said;
    ImportColumn { heading, field: field.map(str::to_owned), sample }
}
