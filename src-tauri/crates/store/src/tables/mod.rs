//! The tables: one file each, with the row and both conversions by full destructuring.

mod account;
mod attachment;
mod brand;
mod checklist;
mod checklist_step;
mod checklist_template;
mod command_plan;
mod contact;
mod criterion;
mod dependency;
mod initiative;
mod me;
mod objective;
mod plan;
mod plan_version;
mod reading;
mod sign_off;
mod task;
mod template;
mod template_use;
mod touchpoint;
mod workshop;

use std::str::FromStr;

use cairn_domain::{
    Account, Attachment, Brand, Checklist, ChecklistStep, ChecklistTemplate, CommandPlan, Contact, Criterion,
    Dependency, Initiative, Kind, Me, Money, Objective, Plan, PlanVersion, Reading, Record, RecordId,
    SignOff, Stored, Task, Template, TemplateUse, Touchpoint, Word, Workshop,
};
use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, EntityTrait, IntoActiveModel, Iterable, entity::prelude::*,
};

use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

use crate::error::{Result, StoreError};

/// A record that has a table.
pub trait Row: Record {
    /// The table.
    type Entity: EntityTrait<
            Model: IntoActiveModel<<Self::Entity as EntityTrait>::ActiveModel> + Send + Sync,
            ActiveModel: ActiveModelTrait<Entity = Self::Entity> + ActiveModelBehavior + Send,
        >;

    /// The row of a record.
    fn into_model(stored: Stored<Self>) -> <Self::Entity as EntityTrait>::Model;

    /// The record of a row.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] where a value is none of its type.
    fn from_model(model: <Self::Entity as EntityTrait>::Model) -> Result<Stored<Self>>;
}

/// A row's part that every record has.
pub(crate) struct Header {
    pub(crate) id: TextUuid,
    pub(crate) version: i64,
    pub(crate) created_at: ChronoDateTimeUtc,
    pub(crate) created_by: String,
    pub(crate) updated_at: ChronoDateTimeUtc,
    pub(crate) updated_by: String,
    pub(crate) deleted_at: Option<ChronoDateTimeUtc>,
}

impl Header {
    fn split<R: Record>(stored: Stored<R>) -> (Self, R) {
        let Stored { id, version, created_at, created_by, updated_at, updated_by, deleted_at, record } =
            stored;
        let id = TextUuid(id.uuid());
        (Self { id, version, created_at, created_by, updated_at, updated_by, deleted_at }, record)
    }

    fn join<R: Record>(self, record: R) -> Stored<R> {
        let Self { id, version, created_at, created_by, updated_at, updated_by, deleted_at } = self;
        let id = R::Id::from_uuid(id.0);
        Stored { id, version, created_at, created_by, updated_at, updated_by, deleted_at, record }
    }
}

/// The columns that the journal leaves out when a row changes: they follow from the operation.
pub(crate) const UNJOURNALED: [&str; 3] = ["version", "updated_at", "updated_by"];

/// A list or an object, as JSON text. The journal unpacks the columns of this type.
#[derive(Clone, Debug, PartialEq, Eq, DeriveValueType)]
#[sea_orm(column_type = "Json")]
pub struct JsonText(String);

/// A table, as the journal and the checks see it.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// The kind of record it holds; its word is the table's name.
    pub(crate) kind: Kind,
    /// Its columns with their SQLite type.
    pub(crate) columns: Vec<Column>,
    /// The columns that can hold the parent's id, and the parent's kind.
    pub(crate) parents: &'static [(&'static str, Kind)],
    /// The column that holds the name or title, if there is one.
    pub(crate) label: Option<&'static str>,
}

/// One column.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    /// Its name.
    pub(crate) name: String,
    /// True where it holds floating-point numbers.
    pub(crate) real: bool,
    /// True where it holds a list or an object, as JSON text.
    pub(crate) json: bool,
}

impl Table {
    pub(crate) fn name(&self) -> &'static str {
        self.kind.word()
    }

    /// The column with this name.
    pub(crate) fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// The field that a column holds: of the same name, or the part of an amount, as `arr.minor` is of `arr`.
    pub(crate) fn field(&self, column: &str) -> String {
        match column.rsplit_once('_') {
            Some((amount, part @ ("minor" | "currency")))
                if self.column(&format!("{amount}_minor")).is_some()
                    && self.column(&format!("{amount}_currency")).is_some() =>
            {
                format!("{amount}.{part}")
            }
            _ => column.to_owned(),
        }
    }

    fn of<R: Row>() -> Self {
        let columns: Vec<Column> = <R::Entity as EntityTrait>::Column::iter()
            .map(|column| {
                let def = column.def();
                let holds = def.get_column_type();
                Column {
                    name: column.as_str().to_owned(),
                    real: matches!(holds, ColumnType::Double | ColumnType::Float),
                    json: matches!(holds, ColumnType::Json),
                }
            })
            .collect();
        let label = ["name", "title", "subject"]
            .into_iter()
            .find(|label| columns.iter().any(|column| column.name == *label));
        Self { kind: R::KIND, columns, parents: R::PARENTS, label }
    }
}

/// Hands every record with a table to a macro of the caller, parents before children.
macro_rules! with_tables {
    ($callback:ident) => {
        $callback! {
            Me, Brand, Account, Contact, CommandPlan, Plan, PlanVersion, SignOff, Objective, Criterion, Reading, Initiative,
            Touchpoint, Workshop, Task, Dependency, Template, TemplateUse, ChecklistTemplate, Checklist, ChecklistStep,
            Attachment
        }
    };
}
pub(crate) use with_tables;

macro_rules! all_tables {
    ($($record:ident),+) => {
        /// Every table that is journaled, parents before children.
        pub(crate) fn tables() -> Vec<Table> {
            vec![$(Table::of::<$record>()),+]
        }
    };
}
with_tables!(all_tables);

fn word_text<W: Word>(word: W) -> String {
    word.word().to_owned()
}

fn word<W: Word>(column: &str, text: &str) -> Result<W> {
    text.parse().map_err(|_| StoreError::Corrupt(format!("{column} = {text}")))
}

fn maybe_word<W: Word>(column: &str, text: Option<String>) -> Result<Option<W>> {
    text.map(|text| word(column, &text)).transpose()
}

fn text<T: TryFrom<String, Error: std::fmt::Display>>(column: &str, value: String) -> Result<T> {
    T::try_from(value).map_err(|why| StoreError::Corrupt(format!("{column}: {why}")))
}

fn maybe_text<T: TryFrom<String, Error: std::fmt::Display>>(
    column: &str,
    value: Option<String>,
) -> Result<Option<T>> {
    value.map(|value| text(column, value)).transpose()
}

fn to_json<T: Serialize>(value: &T) -> JsonText {
    JsonText(serde_json::to_string(value).unwrap_or_default())
}

fn maybe_json<T: DeserializeOwned>(column: &str, text: Option<JsonText>) -> Result<Option<T>> {
    text.map(|text| json(column, &text)).transpose()
}

fn json<T: DeserializeOwned>(column: &str, text: &JsonText) -> Result<T> {
    serde_json::from_str(&text.0).map_err(|why| StoreError::Corrupt(format!("{column}: {why}")))
}

/// An optional id. `TextUuid` cannot be empty: sea-orm 2.0.4 takes NULL for a value of a wrong type.
fn maybe_id<T: RecordId>(column: &str, id: Option<String>) -> Result<Option<T>> {
    let id = id.map(|id| id.parse()).transpose();
    id.map_err(|_| StoreError::Corrupt(format!("{column} is no id")))
}

fn uuid(column: &str, id: &str) -> Result<Uuid> {
    id.parse().map_err(|_| StoreError::Corrupt(format!("{column} is no id")))
}

fn maybe_month(column: &str, month: Option<i64>) -> Result<Option<u8>> {
    let month = month.map(u8::try_from).transpose();
    month.map_err(|why| StoreError::Corrupt(format!("{column}: {why}")))
}

fn money(column: &str, minor: Option<i64>, currency: Option<String>) -> Result<Option<Money>> {
    match (minor, currency) {
        (Some(minor), Some(code)) => match iso_currency::Currency::from_str(&code) {
            Ok(currency) => Ok(Some(Money { minor, currency })),
            Err(_) => Err(StoreError::Corrupt(format!("{column}: currency {code}"))),
        },
        (None, None) => Ok(None),
        _ => Err(StoreError::Corrupt(format!("{column}: an amount needs its currency"))),
    }
}
