//! Fields as columns of a row, flat: which columns a type of field has, and what stands in them.
//!
//! Owns both directions. A type says here, once, how it is kept; the derive of `cairn-declare` puts the fields of a record
//! together. Does not own the row's header, nor any database: the store binds and reads these values.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use heck::ToSnakeCase as _;
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

use crate::kind::Kind;

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Holds {
    /// Text: also ids, and words of a list.
    Text,
    /// A whole number.
    Whole,
    /// A floating-point number.
    Real,
    /// Yes or no.
    Flag,
    /// A calendar day.
    Day,
    /// An instant in UTC.
    Instant,
    /// A list or an object, as JSON text.
    Json,
}

/// What the value of a field means beside what it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Means {
    /// Itself.
    Plain,
    /// A word of a list.
    Word(WordList),
    /// The record of this kind that has it for its id.
    Record(Kind),
}

/// A list of words that a field takes its value from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WordList {
    /// The list in the catalogue, in the letters of the type: `ObjectiveStatus`.
    pub name: &'static str,
    /// The words on the wire, in order.
    pub words: &'static [&'static str],
}

impl WordList {
    /// Where the catalogue has them: `objective_status` of `objective_status_on_track`.
    #[must_use]
    pub fn key(&self) -> String {
        self.name.to_snake_case()
    }
}

/// What stands in one column of one row.
#[derive(Clone, PartialEq, Debug, Default)]
#[expect(missing_docs, reason = "the variants are those of `Holds`; text and JSON are both text")]
pub enum Cell {
    #[default]
    Null,
    Text(String),
    Whole(i64),
    Real(f64),
    Flag(bool),
    Day(NaiveDate),
    Instant(DateTime<Utc>),
}

/// One column of a record's table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Column {
    /// The field it belongs to.
    pub field: &'static str,
    /// What its name has behind that of the field: empty but for fields of several columns.
    pub part: &'static str,
    /// What it holds.
    pub holds: Holds,
}

impl Column {
    /// Its name in the table: `arr_minor`.
    #[must_use]
    pub fn name(&self) -> String {
        let Self { field, part, .. } = self;
        if part.is_empty() { (*field).to_owned() } else { format!("{field}_{part}") }
    }
}

/// Why a column holds no value of its field's type.
pub type NotReadable = String;

/// A record as a row, without the header; by `#[derive(Declared)]`.
pub trait AsRow: Sized {
    /// Its columns, in the order of the fields.
    fn columns() -> Vec<Column>;

    /// Adds what stands in them.
    fn to_row(&self, row: &mut Vec<Cell>);

    /// The record of a row, which has as many cells as there are columns.
    ///
    /// # Errors
    /// The first field whose columns hold no value of its type, and why.
    fn from_row(row: &mut [Cell]) -> Result<Self, (&'static str, NotReadable)>;
}

/// A type of field that is kept in columns.
pub trait Columns: Sized {
    /// Its columns: the part of the name behind the field's, and what each holds.
    const COLUMNS: &'static [(&'static str, Holds)];
    /// What it means.
    const MEANS: Means = Means::Plain;

    /// Adds what stands in them.
    fn write(&self, row: &mut Vec<Cell>);

    /// Takes the value out of them; `row` has as many as [`Columns::COLUMNS`].
    ///
    /// # Errors
    /// Why they hold no such value.
    fn read(row: &mut [Cell]) -> Result<Self, NotReadable>;
}

/// Takes a field's value out of its columns, the first of those that are left.
///
/// # Errors
/// Why they hold no such value.
pub(crate) fn take<T: Columns>(row: &mut &mut [Cell]) -> Result<T, NotReadable> {
    let all = std::mem::take(row);
    let here = T::COLUMNS.len().min(all.len());
    let (cells, left) = all.split_at_mut(here);
    *row = left;
    T::read(cells)
}

impl<T: Columns> Columns for Option<T> {
    const COLUMNS: &'static [(&'static str, Holds)] = T::COLUMNS;
    const MEANS: Means = T::MEANS;

    fn write(&self, row: &mut Vec<Cell>) {
        match self {
            Some(value) => value.write(row),
            None => row.extend(T::COLUMNS.iter().map(|_| Cell::Null)),
        }
    }

    fn read(row: &mut [Cell]) -> Result<Self, NotReadable> {
        if row.iter().all(|cell| *cell == Cell::Null) { Ok(None) } else { T::read(row).map(Some) }
    }
}

pub(crate) fn misfit<T>(row: &[Cell]) -> Result<T, NotReadable> {
    Err(format!("{row:?} has no place there"))
}

macro_rules! plain {
    ($($type:ty => $holds:ident),+ $(,)?) => {$(
        impl Columns for $type {
            const COLUMNS: &'static [(&'static str, Holds)] = &[("", Holds::$holds)];

            fn write(&self, row: &mut Vec<Cell>) {
                row.push(Cell::$holds(self.to_owned()));
            }

            fn read(row: &mut [Cell]) -> Result<Self, NotReadable> {
                match row {
                    [Cell::$holds(value)] => Ok(std::mem::take(value)),
                    other => misfit(other),
                }
            }
        }
    )+};
}
plain!(String => Text, i64 => Whole, f64 => Real, bool => Flag, NaiveDate => Day, DateTime<Utc> => Instant);

macro_rules! smaller_numbers {
    ($($type:ty),+) => {$(
        impl Columns for $type {
            const COLUMNS: &'static [(&'static str, Holds)] = i64::COLUMNS;

            fn write(&self, row: &mut Vec<Cell>) {
                i64::from(*self).write(row);
            }

            fn read(row: &mut [Cell]) -> Result<Self, NotReadable> {
                i64::read(row)?.try_into().map_err(|why: std::num::TryFromIntError| why.to_string())
            }
        }
    )+};
}
smaller_numbers!(u8, i32);

/// Types that are written as text and read again from that.
macro_rules! as_text {
    ($($type:ty),+ $(,)?) => {$(
        impl crate::columns::Columns for $type {
            const COLUMNS: &'static [(&'static str, crate::columns::Holds)] =
                <String as crate::columns::Columns>::COLUMNS;

            fn write(&self, row: &mut Vec<crate::columns::Cell>) {
                crate::columns::Columns::write(&String::from(self.to_owned()), row);
            }

            fn read(row: &mut [crate::columns::Cell]) -> Result<Self, crate::columns::NotReadable> {
                <String as crate::columns::Columns>::read(row)?.try_into().map_err(|why| format!("{why}"))
            }
        }
    )+};
}
pub(crate) use as_text;

/// Types whose text is made by a function, and read again by `FromStr`: ids, and words of a list.
macro_rules! as_word {
    ($type:ty, $word:expr, $means:expr) => {
        impl crate::columns::Columns for $type {
            const COLUMNS: &'static [(&'static str, crate::columns::Holds)] =
                <String as crate::columns::Columns>::COLUMNS;
            const MEANS: crate::columns::Means = $means;

            fn write(&self, row: &mut Vec<crate::columns::Cell>) {
                let word: fn(&Self) -> String = $word;
                row.push(crate::columns::Cell::Text(word(self)));
            }

            fn read(row: &mut [crate::columns::Cell]) -> Result<Self, crate::columns::NotReadable> {
                let text = <String as crate::columns::Columns>::read(row)?;
                text.parse().map_err(|_| format!("{text} is none of its values"))
            }
        }
    };
}
pub(crate) use as_word;
as_word!(Uuid, ToString::to_string, Means::Plain);

macro_rules! as_json {
    ($([$($of:tt)*] $type:ty),+ $(,)?) => {$(
        impl<$($of)*> crate::columns::Columns for $type {
            const COLUMNS: &'static [(&'static str, crate::columns::Holds)] =
                &[("", crate::columns::Holds::Json)];

            fn write(&self, row: &mut Vec<crate::columns::Cell>) {
                row.push(crate::columns::Cell::Text(serde_json::to_string(self).unwrap_or_default()));
            }

            fn read(row: &mut [crate::columns::Cell]) -> Result<Self, crate::columns::NotReadable> {
                match row {
                    [crate::columns::Cell::Text(text)] => serde_json::from_str(text).map_err(|why| why.to_string()),
                    other => crate::columns::misfit(other),
                }
            }
        }
    )+};
}
pub(crate) use as_json;
as_json!(
    [T: Serialize + DeserializeOwned] Vec<T>,
    [K: Serialize + DeserializeOwned + Ord, V: Serialize + DeserializeOwned] BTreeMap<K, V>,
);
