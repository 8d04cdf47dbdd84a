//! Files of others: what they would change, and taking them in.

use std::collections::BTreeMap;

use cairn_domain::{AccountId, ChecklistId, DateOrder, Kind, PlanId, read::Mark};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::{account_transfer::TransferredAccount, import_kind::ImportKind, roadmap::DatesInConflict};
use crate::body::plain_requests;

/// Which value stays where a field was changed here and in the file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OnConflict {
    /// The workspace's.
    #[default]
    Keep,
    /// The file's.
    Take,
}

/// What becomes of a field that was changed here and in an account's file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FieldChoice {
    /// What it says here.
    Here,
    /// What it says in the file.
    There,
    /// Both texts, one below the other; only of prose.
    Both,
}

/// Take in a file, or see what that would change.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct ImportRequest {
    /// What kind of file it is; what it looks like unless said. A file that Cairn wrote is what it is, whatever is said.
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<ImportKind>,
    /// The file.
    pub path: String,
    /// The account it is for, for kinds that can be for any.
    #[serde(default)]
    #[ts(optional)]
    pub account_id: Option<AccountId>,
    /// The plan it is for; what the file says unless said.
    #[serde(default)]
    #[ts(optional)]
    pub plan_id: Option<PlanId>,
    /// The checklist it is for; what the file says unless said.
    #[serde(default)]
    #[ts(optional)]
    pub checklist_id: Option<ChecklistId>,
    /// Further names of columns: what the file calls it, and the field it is. In a list the empty text passes a column
    /// over, and what is said is kept for the next list with the same headings.
    #[serde(default)]
    #[ts(optional, as = "Option<BTreeMap<String, String>>")]
    pub map: BTreeMap<String, String>,
    /// What a text of the file means, by the field it stands in; the empty text says that it means nothing. For a field
    /// that names an account, an id or a name. What is said is kept as that of columns.
    #[serde(default)]
    #[ts(optional, as = "Option<BTreeMap<String, BTreeMap<String, String>>>")]
    pub values: BTreeMap<String, BTreeMap<String, String>>,
    /// Rows that are left out.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<ImportRow>>")]
    pub skip: Vec<ImportRow>,
    /// Rows of a list that are records, though they look like none: a customer who is called “Total”. Without its sheet
    /// it is that row of the sheet that is read.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<ImportRow>>")]
    pub keep: Vec<ImportRow>,
    /// Whether every row with a problem is left out, and the rest taken in.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub skip_problems: bool,
    /// The encoding of a list that is a text, by a name of WHATWG's; what it looks like unless said.
    #[serde(default)]
    #[ts(optional)]
    pub encoding: Option<String>,
    /// Which value stays where both were changed; the workspace's unless said.
    #[serde(default)]
    #[ts(optional, as = "Option<OnConflict>")]
    pub conflicts: OnConflict,
    /// How days of a list such as 03/04/2026 are read.
    #[serde(default)]
    #[ts(optional)]
    pub dates: Option<DateOrder>,
    /// The mark of fractions in a list's amounts, where one before three digits could part thousands.
    #[serde(default)]
    #[ts(optional)]
    pub decimal: Option<Mark>,
    /// The currency of a list's amounts that name none, by its ISO 4217 code.
    #[serde(default)]
    #[ts(optional)]
    pub currency: Option<String>,
    /// Of an account that is here already: what becomes of fields that were changed here and in the file, by the
    /// record's id and the field, such as `0199....notes`. Unless said, prose keeps both texts, and any other field what
    /// it says here, or what `conflicts` says; what the file says stays in the history.
    #[serde(default)]
    #[ts(optional, as = "Option<BTreeMap<String, FieldChoice>>")]
    pub choices: BTreeMap<String, FieldChoice>,
    /// Whether an account that is here already becomes what the file says, as a whole.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub replace: bool,
    /// Whether the rows of a copy that another workspace made for a customer are the records of the same names: its ids
    /// mean nothing here.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub by_name: bool,
}

/// A row of a file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, TS)]
pub struct ImportRow {
    /// The sheet, in files that have some.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[ts(optional)]
    pub sheet: Option<String>,
    /// The row or line of the file, counted from 1.
    pub row: u32,
}

/// What a file changes. The first four count records.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, TS)]
pub struct ImportReport {
    /// Made by it.
    pub new: u32,
    /// Changed by it.
    pub changed: u32,
    /// In it, and the same as here.
    pub same: u32,
    /// Here, and no longer in it; nothing is deleted, but that what an account that is handed over no longer has goes
    /// to the trash.
    pub missing: u32,
    /// Rows that are left out: those that are no records, such as subtotals, and those that somebody chose to skip.
    pub skipped: u32,
    /// Rows without a problem.
    pub fine: u32,
    /// What the file was taken for.
    pub kind: Option<ImportKind>,
    /// What its headings look like, where that is something else.
    pub looks_like: Option<ImportKind>,
    /// The plan it is of.
    pub plan_id: Option<PlanId>,
    /// The checklist it is of.
    pub checklist_id: Option<ChecklistId>,
    /// What is new, changed, in conflict or missing, in the order of the file.
    pub lines: Vec<ImportLine>,
    /// Dates of a plan's tasks that contradict a dependency because of it.
    pub date_conflicts: Vec<DatesInConflict>,
    /// What stands in the way; with one, nothing is taken in.
    pub problems: Vec<ImportProblem>,
    /// The rows that are left out, with the reason.
    pub left_out: Vec<ImportLeftOut>,
    /// Sheets and columns that mean nothing here, by name; of a list, what stands around its rows.
    pub ignored: Vec<String>,
    /// How the columns of a list were understood, in the order of the file.
    pub columns: Vec<ImportColumn>,
    /// The fields that a column of such a list can mean.
    pub fields: Vec<String>,
    /// The days of a list that could be read in two ways, where it has some.
    pub dates: Option<ImportDates>,
    /// How the bytes of a list were read, where they are no UTF-8.
    pub encoding: Option<ImportEncoding>,
    /// What somebody has to say before the file can be taken in; the problems say why.
    pub asks: Vec<ImportAsk>,
    /// What is handed over, where the file does that.
    pub handed: Option<TransferredAccount>,
}

/// A column of a list.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct ImportColumn {
    /// As the file heads it.
    pub heading: String,
    /// The field it is taken for; none where it is passed over.
    pub field: Option<String>,
    /// The first value that stands in it, at most 60 characters of it.
    pub sample: String,
}

/// A row that is left out.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct ImportLeftOut {
    /// The sheet, in files that have some.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[ts(optional)]
    pub sheet: Option<String>,
    /// The row or line of the file, counted from 1.
    pub row: u32,
    /// Its name, or its first words.
    pub words: String,
    /// The problem that it was left out for; none where it is no record.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[ts(optional)]
    pub why: Option<String>,
}

/// The encoding of a text.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct ImportEncoding {
    /// Its name, as WHATWG writes it.
    pub name: String,
    /// A line that looks otherwise in another encoding.
    pub sample: String,
    /// What else it can be.
    pub others: Vec<ImportReading>,
    /// Every encoding that can be said.
    pub all: Vec<String>,
}

/// The same line in another encoding.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct ImportReading {
    /// The encoding.
    pub name: String,
    /// The line.
    pub sample: String,
}

/// How far an import is.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct ImportProgress {
    /// True while a file is looked at or taken in.
    pub running: bool,
    /// Rows that were seen.
    pub done: u32,
    /// Rows that there are; 0 while the file is read.
    pub all: u32,
}

/// Days such as 03/04/2026.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct ImportDates {
    /// How they are read; none where nobody can know.
    pub order: Option<DateOrder>,
    /// One of them, as it stands there.
    pub sample: String,
}

/// What a list does not tell.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportAsk {
    /// Whether the day or the month comes first.
    Dates,
    /// The currency of an amount.
    Currency,
    /// Whether a point or a comma parts fractions.
    Decimal,
    /// Whose people they are.
    Account,
    /// Whether an account that is here becomes what the file says, instead of both being brought together.
    Replace,
    /// Whether rows are the records of the same names.
    ByName,
    /// The encoding of the text.
    Encoding,
}

/// What becomes of a record or a field.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportWhat {
    /// A record is made.
    New,
    /// A field gets the file's value.
    Changed,
    /// A field was changed here and in the file; the workspace's value stays.
    Conflict,
    /// A record is not in the file any more, and stays.
    Missing,
    /// A record is not in the file any more, and goes to the trash.
    Gone,
}

/// One record or field that is not simply the same.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct ImportLine {
    /// What becomes of it.
    pub what: ImportWhat,
    /// The kind of the record.
    pub kind: Kind,
    /// The sheet, in files that have some.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[ts(optional)]
    pub sheet: Option<String>,
    /// The row or line of the file, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[ts(optional)]
    pub row: Option<u32>,
    /// The record, by its name or title.
    pub title: String,
    /// The field.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[ts(optional)]
    pub field: Option<String>,
    /// The field's value here.
    #[serde(skip_serializing_if = "Value::is_null", default)]
    #[ts(optional, type = "unknown")]
    pub from: Value,
    /// The field's value in the file; of a new record all that it says.
    #[serde(skip_serializing_if = "Value::is_null", default)]
    #[ts(optional, type = "unknown")]
    pub to: Value,
    /// What becomes of a field that can be chosen about.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[ts(optional)]
    pub choice: Option<ImportChoice>,
    /// A record that is here already and is called nearly so.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[ts(optional)]
    pub near: Option<String>,
}

/// A field that was changed here and in the file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct ImportChoice {
    /// Its name in `choices`.
    pub key: String,
    /// What becomes of it.
    pub chosen: FieldChoice,
    /// Whether both texts can be kept.
    pub both: bool,
}

/// Something in a file that cannot be taken in.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct ImportProblem {
    /// The sheet, in files that have some.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[ts(optional)]
    pub sheet: Option<String>,
    /// The row or line of the file, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[ts(optional)]
    pub row: Option<u32>,
    /// The field.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[ts(optional)]
    pub field: Option<String>,
    /// What is wrong, in a sentence.
    pub message: String,
    /// What stands there, where it can be said what that means (`values`).
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[ts(optional)]
    pub value: Option<String>,
    /// The words that could stand there, where they are on a list.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub words: Vec<String>,
    /// The row that is of the same record and says otherwise; one of the two can be skipped.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[ts(optional)]
    pub first: Option<u32>,
    /// True of a row that may be no record: it can be skipped, or kept.
    #[serde(skip_serializing_if = "is_false", default)]
    #[ts(optional, as = "Option<bool>")]
    pub doubt: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference over")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

plain_requests!(ImportRequest["path"]);
