//! What a row hangs under, as statements say it: a column of its own for the one kind that it can be, or the pair of columns
//! in which a home stands.
//!
//! Owns the pair: in the journal, in the history and in what travels to another workspace a home is one value for each kind
//! that it can be, by its key on the wire. So an entry that was written before there was a pair reads as one of today, and
//! a kind that is added to the list changes none.

use cairn_domain::{Holds, Kind};
use sea_orm::sea_query::{Condition, Expr, ExprTrait as _};
use uuid::Uuid;

/// The column that says of which kind a home is.
pub(crate) const HOME_KIND: &str = "home_kind";
/// The column that says which record it is.
pub(crate) const HOME_ID: &str = "home_id";

/// A kind of record that rows of a table can hang under.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parent {
    /// The key that names it on the wire.
    pub(crate) field: &'static str,
    /// Its kind.
    pub(crate) kind: Kind,
    /// True where it is one of several, of which a row has one.
    pub(crate) is_home: bool,
}

impl Parent {
    /// The column that holds its id.
    pub(crate) const fn column(&self) -> &'static str {
        if self.is_home { HOME_ID } else { self.field }
    }

    /// Its id in a row; nothing where the row hangs under another kind.
    pub(crate) fn id(&self, row: &str) -> String {
        if self.is_home { home_of(row, self.kind) } else { format!("{row}.{}", self.field) }
    }

    /// True of the rows that hang under one of them, for the builder of statements.
    pub(crate) fn holds(&self, ids: &[Uuid]) -> Condition {
        let among = Expr::col(self.column()).is_in(ids.iter().map(Uuid::to_string));
        let all = Condition::all().add(among);
        if self.is_home { all.add(Expr::col(HOME_KIND).eq(self.kind.word())) } else { all }
    }

    /// The same as text; `ids` is a list or a statement. An index leads to them.
    pub(crate) fn is_among(&self, row: &str, ids: &str) -> String {
        let among = format!("{row}.{} IN ({ids})", self.column());
        if self.is_home { format!("{row}.{HOME_KIND} = '{}' AND {among}", self.kind.word()) } else { among }
    }
}

/// The id of a home, where it is of this kind.
fn home_of(row: &str, kind: Kind) -> String {
    format!("iif({row}.{HOME_KIND} = '{}', {row}.{HOME_ID}, NULL)", kind.word())
}

/// A value of a row as the journal has it: that of a column, or one key of its home.
#[derive(Debug)]
pub(crate) struct RowValue {
    /// Its name in the journal.
    pub(crate) name: String,
    /// What it holds.
    pub(crate) holds: Holds,
    home: Option<Kind>,
}

impl RowValue {
    /// What it is in a row.
    pub(crate) fn of(&self, row: &str) -> String {
        match self.home {
            Some(kind) => home_of(row, kind),
            None => format!("{row}.{}", self.name),
        }
    }

    /// The columns in which it stands.
    pub(crate) fn columns(&self) -> String {
        match self.home {
            Some(_) => format!("{HOME_KIND}, {HOME_ID}"),
            None => self.name.clone(),
        }
    }

    /// Sets it to a value. A home that a row did not have is none: the key that it had sets it.
    pub(crate) fn set(&self, value: &str) -> (String, String) {
        let Self { name, home, .. } = self;
        match home {
            Some(kind) => (
                format!("{HOME_KIND} = '{}', {HOME_ID} = {value}", kind.word()),
                format!("{value} IS NOT NULL"),
            ),
            None => (format!("{name} = {value}"), "TRUE".to_owned()),
        }
    }
}

/// The values that stand in a column; those of a home stand in both of its columns, and are told by the first.
pub(crate) fn values(column: &str, holds: Holds, parents: &[Parent]) -> Vec<RowValue> {
    match column {
        HOME_KIND => parents
            .iter()
            .map(|parent| RowValue { name: parent.field.into(), holds, home: Some(parent.kind) })
            .collect(),
        HOME_ID => Vec::new(),
        name => vec![RowValue { name: name.to_owned(), holds, home: None }],
    }
}

/// What stands in a column of a row whose values are told one by one.
pub(crate) fn told(column: &str, parents: &[Parent], value: impl Fn(&str) -> String) -> String {
    match column {
        HOME_KIND => {
            let is = |parent: &Parent| {
                format!("WHEN {} IS NOT NULL THEN '{}'", value(parent.field), parent.kind.word())
            };
            format!("CASE {} END", parents.iter().map(is).collect::<Vec<_>>().join(" "))
        }
        HOME_ID => {
            let ids: Vec<String> = parents.iter().map(|parent| value(parent.field)).collect();
            format!("coalesce({}, NULL)", ids.join(", "))
        }
        name => value(name),
    }
}

/// True of the rows whose home is not there; nothing of a table whose rows have none.
pub(crate) fn is_homeless(parents: &[Parent], row: &str) -> Option<String> {
    let homes = parents.iter().filter(|parent| parent.is_home).map(|parent| {
        let kind = parent.kind.word();
        format!("WHEN '{kind}' THEN EXISTS (SELECT 1 FROM {kind} WHERE id = {row}.{HOME_ID})")
    });
    let homes: Vec<String> = homes.collect();
    (!homes.is_empty()).then(|| format!("NOT CASE {row}.{HOME_KIND} {} ELSE FALSE END", homes.join(" ")))
}
