//! The tables: one for each kind of record. Their columns are the row's header and what the record's fields declare
//! (`cairn_domain::AsRow`); nothing is said here of any one kind.
//!
//! Owns both ways between a record and a row of the database. The names that statements use come from here alone.

use std::sync::LazyLock;

use cairn_domain::{
    Account, Attachment, Brand, Cell, Checklist, ChecklistStep, ChecklistTemplate, CommandPlan, Contact,
    Criterion, Dependency, Holds, Initiative, Kind, Me, Objective, Plan, PlanVersion, Reading, Record,
    SignOff, Stored, Task, Template, TemplateUse, Touchpoint, Workshop,
};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    QueryResult, Value,
    sea_query::{Query, SelectStatement},
};

use crate::{
    error::{Result, StoreError},
    home::{self, HOME_KIND, Parent, RowValue},
};

/// The columns that every table begins with.
const HEADER: [(&str, Holds); 7] = [
    ("id", Holds::Text),
    ("version", Holds::Whole),
    ("created_at", Holds::Instant),
    ("created_by", Holds::Text),
    ("updated_at", Holds::Instant),
    ("updated_by", Holds::Text),
    ("deleted_at", Holds::Instant),
];

/// The columns that the journal leaves out when a row changes: they follow from the operation.
pub(crate) const UNJOURNALED: [&str; 3] = ["version", "updated_at", "updated_by"];

/// A table, as statements, the journal and the checks see it.
#[derive(Debug)]
pub(crate) struct Table {
    /// The kind of record it holds; its word is the table's name.
    pub(crate) kind: Kind,
    /// Its columns, the header first.
    pub(crate) columns: Vec<Column>,
    /// The same as the journal, the history and what travels have them: a home is a value for each kind that it can be.
    pub(crate) values: Vec<RowValue>,
    /// What its rows can hang under.
    pub(crate) parents: Vec<Parent>,
    /// The column that holds the name or title, if there is one.
    pub(crate) label: Option<&'static str>,
}

/// One column.
#[derive(Debug)]
pub(crate) struct Column {
    /// Its name.
    pub(crate) name: String,
    /// What it holds.
    pub(crate) holds: Holds,
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
        /// The table of a kind.
        pub(crate) fn table_of(kind: Kind) -> &'static Table {
            match kind {
                $(Kind::$record => {
                    static TABLE: LazyLock<Table> = LazyLock::new(Table::of::<$record>);
                    &TABLE
                })+
            }
        }

        /// Every table that is journaled, parents before children.
        pub(crate) fn tables() -> Vec<&'static Table> {
            vec![$(table_of(Kind::$record)),+]
        }
    };
}
with_tables!(all_tables);

impl Table {
    fn of<R: Record>() -> Self {
        let header = HEADER.map(|(name, holds)| Column { name: name.into(), holds });
        let fields = R::columns();
        let fields = fields.iter().map(|column| Column { name: column.name(), holds: column.holds });
        let columns: Vec<Column> = header.into_iter().chain(fields).collect();
        let label = ["name", "title", "subject"]
            .into_iter()
            .find(|label| columns.iter().any(|column| column.name == *label));
        let is_homed = columns.iter().any(|column| column.name == HOME_KIND);
        let parents = R::PARENTS.iter().map(|(field, kind)| Parent { field, kind: *kind, is_home: is_homed });
        let parents: Vec<Parent> = parents.collect();
        let values = columns.iter().flat_map(|one| home::values(&one.name, one.holds, &parents)).collect();
        Self { kind: R::KIND, columns, values, parents, label }
    }

    pub(crate) fn name(&self) -> &'static str {
        self.kind.word()
    }

    /// The column with this name.
    pub(crate) fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// What its rows name a parent of this kind by.
    pub(crate) fn parent(&self, kind: Kind) -> Option<&Parent> {
        self.parents.iter().find(|parent| parent.kind == kind)
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

    /// What stands in each column of a row whose values are told one by one.
    pub(crate) fn told(&self, value: impl Fn(&str) -> String) -> Vec<(&str, String)> {
        let told = |column: &str| home::told(column, &self.parents, &value);
        self.columns.iter().map(|column| (column.name.as_str(), told(&column.name))).collect()
    }

    /// True of the rows whose home is not there; nothing where the schema's own keys say so.
    pub(crate) fn is_homeless(&self, row: &str) -> Option<String> {
        home::is_homeless(&self.parents, row)
    }

    /// Reads whole rows, for [`record_of`].
    pub(crate) fn select(&'static self) -> SelectStatement {
        let columns = self.columns.iter().map(|column| column.name.as_str());
        Query::select().columns(columns).from(self.name()).to_owned()
    }
}

/// A record as its row: what stands in each column, in the order of the table's.
pub(crate) fn row_of<R: Record>(stored: &Stored<R>) -> Vec<Cell> {
    let Stored { id, version, created_at, created_by, updated_at, updated_by, deleted_at, record } = stored;
    let mut row = vec![
        Cell::Text(id.to_string()),
        Cell::Whole(*version),
        Cell::Instant(*created_at),
        Cell::Text(created_by.clone()),
        Cell::Instant(*updated_at),
        Cell::Text(updated_by.clone()),
        deleted_at.map_or(Cell::Null, Cell::Instant),
    ];
    record.to_row(&mut row);
    row
}

/// The record of a row that was read by [`Table::select`].
///
/// # Errors
/// [`StoreError::Corrupt`] where a column holds no value of its field.
pub(crate) fn record_of<R: Record>(row: &QueryResult) -> Result<Stored<R>> {
    let columns = &table_of(R::KIND).columns;
    let (header, fields) = columns.split_at(HEADER.len());
    let mut cells = Vec::with_capacity(fields.len());
    for (at, column) in fields.iter().enumerate() {
        cells.push(cell(row, header.len() + at, column.holds)?);
    }
    let wrong = |(field, why)| StoreError::Corrupt(format!("{field}: {why}"));
    let id: String = row.try_get_by_index(0)?;
    Ok(Stored {
        id: id.parse().map_err(|_| wrong(("id", format!("{id} is none"))))?,
        version: row.try_get_by_index(1)?,
        created_at: row.try_get_by_index(2)?,
        created_by: row.try_get_by_index(3)?,
        updated_at: row.try_get_by_index(4)?,
        updated_by: row.try_get_by_index(5)?,
        deleted_at: row.try_get_by_index(6)?,
        record: R::from_row(&mut cells).map_err(wrong)?,
    })
}

/// What stands in one column of a row.
fn cell(row: &QueryResult, at: usize, holds: Holds) -> Result<Cell> {
    Ok(match holds {
        Holds::Text | Holds::Json => row.try_get_by_index::<Option<String>>(at)?.map(Cell::Text),
        Holds::Whole => row.try_get_by_index::<Option<i64>>(at)?.map(Cell::Whole),
        Holds::Real => row.try_get_by_index::<Option<f64>>(at)?.map(Cell::Real),
        Holds::Flag => row.try_get_by_index::<Option<bool>>(at)?.map(Cell::Flag),
        Holds::Day => row.try_get_by_index::<Option<NaiveDate>>(at)?.map(Cell::Day),
        Holds::Instant => row.try_get_by_index::<Option<DateTime<Utc>>>(at)?.map(Cell::Instant),
    }
    .unwrap_or_default())
}

/// What stands in a column, as a statement takes it.
pub(crate) fn bound(cell: Cell) -> Value {
    match cell {
        Cell::Null => Value::String(None),
        Cell::Text(text) => text.into(),
        Cell::Whole(number) => number.into(),
        Cell::Real(number) => number.into(),
        Cell::Flag(flag) => flag.into(),
        Cell::Day(day) => day.into(),
        Cell::Instant(instant) => instant.into(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::collections::BTreeSet;

    use sea_orm::{ConnectionTrait as _, Statement};

    use super::*;
    use crate::open::Store;

    /// Every column of a file of today, with how SQLite declares what it holds.
    #[tokio::test]
    async fn the_file_has_a_column_for_every_field_and_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::create(&folder.path().join("n.cairn")).await.unwrap();
        for table in tables() {
            let db = store.readers();
            let sql = format!("SELECT name, type FROM pragma_table_info('{}')", table.name());
            let rows =
                db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap();
            let there: BTreeSet<(String, String)> = rows
                .iter()
                .map(|row| (row.try_get_by_index(0).unwrap(), row.try_get_by_index(1).unwrap()))
                .collect();
            let declared = |column: &Column| (column.name.clone(), declared_as(column.holds).to_owned());
            let wanted: BTreeSet<_> = table.columns.iter().map(declared).collect();
            assert_eq!(there, wanted, "{}", table.name());
        }
        store.close().await;
    }

    fn declared_as(holds: Holds) -> &'static str {
        match holds {
            Holds::Text | Holds::Json | Holds::Day | Holds::Instant => "TEXT",
            Holds::Whole | Holds::Flag => "INTEGER",
            Holds::Real => "REAL",
        }
    }
}
