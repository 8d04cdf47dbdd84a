//! What a file says: records by row, each field with its value, and what could not be read.

use std::collections::{BTreeMap, BTreeSet};

use cairn_domain::{Kind, TaskStatus};
use chrono::NaiveDate;
use serde_json::Value;
use uuid::Uuid;

/// Where in a file something stands.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RowPlace {
    /// The sheet, in files that have some.
    pub sheet: Option<String>,
    /// The row or line, counted from 1.
    pub row: Option<u32>,
}

impl RowPlace {
    /// True where a place is meant by this one; without its sheet a row is that row of whatever sheet is read.
    #[must_use]
    pub fn covers(&self, place: &Self) -> bool {
        self.row == place.row && (self.sheet.is_none() || self.sheet == place.sheet)
    }
}

/// What a file says of one field.
#[derive(Clone, PartialEq, Debug)]
pub struct ParsedField {
    /// The field's name on the wire.
    pub field: String,
    /// What it says.
    pub content: Content,
    /// True where the file tells that nobody edited this since it was written from the workspace.
    pub untouched: bool,
    /// True for a number that a spreadsheet may have made of a percentage: typed as 30 %, it keeps 0.3.
    pub shrunk: bool,
    /// The fingerprint of the value that the file was written from, where the file keeps it.
    pub base: Option<String>,
}

/// A value of a file.
#[derive(Clone, PartialEq, Debug)]
pub enum Content {
    /// As the wire writes it; null clears the field.
    Plain(Value),
    /// Another record of this kind, by its id or its title.
    Record(Kind, String),
    /// Several of them.
    Records(Kind, Vec<String>),
    /// The record of this kind that stands in this row of the file.
    Line(Kind, u32),
}

/// One record as a file says it.
#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    /// What it is.
    pub kind: Kind,
    /// Where it stands.
    pub place: RowPlace,
    /// Which it is; a row without is a new record.
    pub id: Option<Uuid>,
    /// True where a row without id is the record of the same name or title under the same parent, if there is one.
    pub by_title: bool,
    /// True where a part of it could not be read, which a [`crate::RowError`] says: there is no sense in checking the rest.
    pub broken: bool,
    /// Its fields; one that is not here is left as it is.
    pub fields: Vec<ParsedField>,
}

impl Row {
    /// What the file says of a field, where it is plain.
    #[must_use]
    pub fn plain(&self, field: &str) -> Option<&Value> {
        self.fields.iter().find(|said| said.field == field).and_then(|said| match &said.content {
            Content::Plain(value) => Some(value),
            Content::Record(..) | Content::Records(..) | Content::Line(..) => None,
        })
    }

    /// Says a plain field more.
    pub fn say(&mut self, field: &str, value: Value) {
        let content = Content::Plain(value);
        self.fields.push(ParsedField {
            field: field.to_owned(),
            content,
            untouched: false,
            shrunk: false,
            base: None,
        });
    }

    /// Its name or title, as the file says it.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        ["title", "name"].iter().find_map(|field| self.plain(field)).and_then(Value::as_str)
    }
}

/// What cannot be taken from a file, and where.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RowError {
    /// Where.
    pub place: RowPlace,
    /// The field's name on the wire.
    pub field: Option<String>,
    /// What is wrong, in a sentence.
    pub message: String,
    /// What stands there, where it could be said what it means.
    pub value: Option<String>,
    /// The words that could stand there, where they are on a list.
    pub words: Vec<String>,
    /// The row that says the same thing first.
    pub first: Option<u32>,
    /// True of a row that may be no record: it can be left out, or kept.
    pub doubt: bool,
}

impl RowError {
    /// A problem of a whole file.
    #[must_use]
    pub fn of_file(message: impl Into<String>) -> Self {
        Self { message: message.into(), ..Self::default() }
    }

    /// A problem at a place.
    #[must_use]
    pub fn at(place: &RowPlace, field: Option<&str>, message: impl Into<String>) -> Self {
        let field = field.map(str::to_owned);
        Self { place: place.clone(), field, message: message.into(), ..Self::default() }
    }

    /// A problem with a value, which could be said to mean one of these words.
    #[must_use]
    pub fn over(self, value: &str, words: Vec<String>) -> Self {
        Self { value: Some(value.trim().to_owned()), words, ..self }
    }

    /// A problem with a row that says what another one says first.
    #[must_use]
    pub fn after(self, first: Option<u32>) -> Self {
        Self { first, ..self }
    }
}

/// All that was read from a file.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ParsedFile {
    /// The plan or the checklist that the file says it is of.
    pub home: Option<Uuid>,
    /// The day of the copy, where its ids are sealed: those of no record until they are opened.
    pub sealed: Option<NaiveDate>,
    /// Its records, parents before children.
    pub rows: Vec<Row>,
    /// What could not be read.
    pub row_errors: Vec<RowError>,
    /// The kinds of record that the file has a place for.
    pub kinds: BTreeSet<Kind>,
    /// The records that the file held when it was written, where it tells.
    pub written: Option<BTreeSet<Uuid>>,
    /// Columns and sheets that mean nothing here, by name.
    pub ignored: Vec<String>,
    /// What the box before a line of a text says of its task, by the line, where the status behind it says otherwise.
    pub boxes: BTreeMap<u32, TaskStatus>,
    /// Records whose rows somebody left out.
    pub left: BTreeSet<Uuid>,
}
