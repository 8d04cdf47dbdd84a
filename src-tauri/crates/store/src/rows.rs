//! Reading records: one, a filtered and sorted part of a list, or all that hang under some parents.

use cairn_domain::{ChecklistStep, Initiative, Kind, Record, RecordId, Stored};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseExecutor, DatabaseTransaction, Order, Statement,
    sea_query::{Asterisk, Condition, Expr, ExprTrait as _, Func, Query as Sql, SelectStatement},
};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    error::{Result, StoreError},
    home::{HOME_ID, HOME_KIND, Parent},
    tables::{Table, record_of, table_of, tables},
};

/// Rows asked for when nobody says how many.
const FIRST: u64 = 200;
/// Ids in one statement; SQLite takes 32,766 parameters.
pub(crate) const CHUNK: usize = 10_000;

/// Reads a workspace, inside an operation or outside.
#[derive(Debug, Clone, Copy)]
pub struct Rows<'a>(Reader<'a>);

#[derive(Debug, Clone, Copy)]
enum Reader<'a> {
    Outside(&'a DatabaseConnection),
    Inside(&'a DatabaseTransaction),
}

/// Which rows, in which order, how many.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// Fields and the value each must have; null asks for empty ones; `deleted` chooses deleted rows.
    pub filter: serde_json::Map<String, Value>,
    /// Most important first.
    pub sort: Vec<Sort>,
    /// At most this many; 200 unless said.
    pub limit: Option<u64>,
    /// Leave out this many first.
    pub offset: u64,
}

/// One field to sort by.
#[derive(Clone, Debug)]
pub struct Sort {
    /// The field.
    pub field: String,
    /// Largest first.
    pub descending: bool,
}

impl<'a> Rows<'a> {
    pub(crate) fn over(connection: &'a DatabaseConnection) -> Self {
        Self(Reader::Outside(connection))
    }

    pub(crate) fn within(tx: &'a DatabaseTransaction) -> Self {
        Self(Reader::Inside(tx))
    }

    pub(crate) fn db(self) -> DatabaseExecutor<'a> {
        match self.0 {
            Reader::Outside(connection) => connection.into(),
            Reader::Inside(tx) => tx.into(),
        }
    }

    /// One record, deleted or not.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn get<R: Record>(self, id: R::Id) -> Result<Stored<R>> {
        match self.find::<R>(id).await? {
            Some(stored) => Ok(stored),
            None => Err(StoreError::NotFound { kind: R::KIND, id: id.uuid() }),
        }
    }

    /// One record, deleted or not, if it is there.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn find<R: Record>(self, id: R::Id) -> Result<Option<Stored<R>>> {
        // Not by `one`: SQLite would prepare a statement whose limit is a parameter anew each time.
        let mut select = table_of(R::KIND).select();
        select.and_where(Expr::col("id").eq(id.to_string()));
        Ok(self.read(&select).await?.pop())
    }

    /// The records of a statement that [`crate::tables::Table::select`] began.
    pub(crate) async fn read<R: Record>(self, select: &SelectStatement) -> Result<Vec<Stored<R>>> {
        self.db().query_all(select).await?.iter().map(record_of).collect()
    }

    /// A part of the records that match, and how many match in all.
    ///
    /// # Errors
    /// [`StoreError::UnknownField`], [`StoreError::BadFilter`].
    pub async fn list<R: Record>(self, query: &Query) -> Result<(Vec<Stored<R>>, u64)> {
        let table = table_of(R::KIND);
        let (mut which, mut deleted) = (Condition::all(), false);
        for (field, value) in &query.filter {
            if field == "deleted" {
                deleted = value.as_bool().ok_or_else(|| StoreError::BadFilter { field: field.clone() })?;
            } else {
                which = which.add(asked::<R>(field, value)?);
            }
        }
        let gone = Expr::col("deleted_at");
        which = which.add(if deleted { gone.is_not_null() } else { gone.is_null() });
        let mut count = Sql::select();
        count.expr(Func::count(Expr::col(Asterisk))).from(table.name()).cond_where(which.clone());
        let total = self.db().query_one(&count).await?;
        let total: i64 = total.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or(0);
        let mut select = table.select();
        select.cond_where(which);
        for Sort { field, descending } in &query.sort {
            let order = if *descending { Order::Desc } else { Order::Asc };
            match home::<R>(field) {
                Some(home) => select.order_by_expr(Expr::cust(home.id(table.name())), order),
                None => select.order_by(column::<R>(field)?, order),
            };
        }
        in_natural_order(table, &mut select).limit(query.limit.unwrap_or(FIRST)).offset(query.offset);
        Ok((self.read(&select).await?, total.unsigned_abs()))
    }

    /// All records that hang under `parents` of a kind and are not deleted, in their order.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn under<R: Record>(
        self,
        kind: Kind,
        parents: impl IntoIterator<Item = Uuid>,
    ) -> Result<Vec<Stored<R>>> {
        let table = table_of(R::KIND);
        let Some(parent) = table.parent(kind) else {
            return Ok(Vec::new());
        };
        let ids: Vec<Uuid> = parents.into_iter().collect();
        let mut found = Vec::new();
        for ids in ids.chunks(CHUNK) {
            let mut select = table.select();
            select.cond_where(parent.holds(ids));
            select.and_where(Expr::col("deleted_at").is_null());
            found.extend(self.read(in_natural_order(table, &mut select)).await?);
        }
        Ok(found)
    }

    /// The initiatives that serve some objectives beside their own, and are not deleted.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn serving(self, objectives: &[Uuid]) -> Result<Vec<Stored<Initiative>>> {
        let db = self.db();
        let ids: Vec<String> = objectives.iter().map(Uuid::to_string).collect();
        let sql = "SELECT id FROM initiative WHERE deleted_at IS NULL AND also_serves <> '[]' AND EXISTS (
                       SELECT 1 FROM json_each(also_serves) WHERE value IN (SELECT value FROM json_each(?)))";
        let values = [serde_json::json!(ids).to_string().into()];
        let rows =
            db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?;
        let ids: Vec<String> =
            rows.iter().map(|row| row.try_get_by_index(0)).collect::<std::result::Result<_, _>>()?;
        let mut found = Vec::new();
        for ids in ids.chunks(CHUNK) {
            let table = table_of(Kind::Initiative);
            let mut select = table.select();
            select.and_where(Expr::col("id").is_in(ids.iter().cloned()));
            found.extend(self.read(in_natural_order(table, &mut select)).await?);
        }
        Ok(found)
    }

    /// The steps of checklists that follow what the open operation changed, and are not deleted.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn followers(self) -> Result<Vec<Stored<ChecklistStep>>> {
        let db = self.db();
        let sql = "SELECT id FROM checklist_step WHERE deleted_at IS NULL AND follows_id IN (
                       SELECT row_id FROM journal WHERE op = (SELECT op FROM ctl))";
        let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
        let ids: Vec<String> =
            rows.iter().map(|row| row.try_get_by_index(0)).collect::<std::result::Result<_, _>>()?;
        let mut found = Vec::with_capacity(ids.len());
        for id in ids {
            let id = id.parse().map_err(|_| StoreError::Corrupt("a step's id is none".into()))?;
            found.push(self.get::<ChecklistStep>(id).await?);
        }
        Ok(found)
    }

    /// What the open operation brought back or made, if something that it hangs under was there all along: what came
    /// back as a whole agrees with itself.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn brought_back(self) -> Result<Vec<(Kind, String)>> {
        const BACK: &str = "SELECT row_id FROM journal WHERE op = (SELECT op FROM ctl)
            AND (kind = 'insert' OR (col = 'deleted_at' AND new IS NULL))";
        let db = self.db();
        let mut found = Vec::new();
        for table in tables() {
            let beside = |parent: &Parent| {
                let id = parent.id("t");
                format!("({id} IS NOT NULL AND {id} NOT IN ({BACK}))")
            };
            let parents: Vec<String> = table.parents.iter().map(beside).collect();
            let parents = if parents.is_empty() { "1".to_owned() } else { parents.join(" OR ") };
            let sql = format!(
                "SELECT t.id FROM {} AS t WHERE t.deleted_at IS NULL AND t.id IN ({BACK}) AND ({parents})",
                table.name()
            );
            for row in db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await? {
                found.push((table.kind, row.try_get_by_index(0)?));
            }
        }
        Ok(found)
    }

    /// Name or title of a record, deleted or not, with its parent.
    pub(crate) async fn label(
        self,
        kind: Kind,
        id: &str,
    ) -> Result<Option<(String, Option<(Kind, String)>)>> {
        let table = table_of(kind);
        let label = table.label.unwrap_or("''");
        let parents: String =
            table.parents.iter().map(|parent| format!(", {}", parent.id(table.name()))).collect();
        let sql = format!("SELECT {label}{parents} FROM {} WHERE id = ?", table.name());
        let db = self.db();
        let row = db
            .query_one_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, [id.into()]))
            .await?;
        let Some(row) = row else {
            return Ok(None);
        };
        let mut parent = None;
        for (index, Parent { kind, .. }) in table.parents.iter().enumerate() {
            let above: Option<String> = row.try_get_by_index(index + 1)?;
            parent = parent.or(above.map(|id| (*kind, id)));
        }
        Ok(Some((row.try_get_by_index(0)?, parent)))
    }
}

/// The records of some ids, deleted or not, in no order.
pub(crate) async fn of_ids<R: Record>(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = &str>,
) -> Result<Vec<Stored<R>>> {
    let mut select = table_of(R::KIND).select();
    select.and_where(Expr::col("id").is_in(ids));
    db.query_all(&select).await?.iter().map(record_of).collect()
}

/// The home that a key names.
fn home<R: Record>(key: &str) -> Option<&'static Parent> {
    table_of(R::KIND).parents.iter().find(|parent| parent.is_home && parent.field == key)
}

/// The condition that a field has a value; null asks for empty ones.
fn asked<R: Record>(field: &str, value: &Value) -> Result<Condition> {
    let Some(home) = home::<R>(field) else {
        let column = Expr::col(column::<R>(field)?);
        return Ok(Condition::all().add(match value {
            Value::Null => column.is_null(),
            value => column.eq(comparable(field, value)?),
        }));
    };
    let kind = Expr::col(HOME_KIND);
    Ok(match value {
        Value::Null => Condition::all().add(kind.ne(home.kind.word())),
        value => Condition::all()
            .add(kind.eq(home.kind.word()))
            .add(Expr::col(HOME_ID).eq(comparable(field, value)?)),
    })
}

/// Siblings by position, what has a day by that; the id, which begins with the time, settles the rest.
fn in_natural_order<'s>(table: &Table, select: &'s mut SelectStatement) -> &'s mut SelectStatement {
    for field in ["position", "date", "held_on", "starts_at", "id"] {
        if table.column(field).is_some() {
            select.order_by(field, Order::Asc);
        }
    }
    select
}

/// A field's column: the same word, with `arr.minor` as `arr_minor`.
pub(crate) fn column<R: Record>(field: &str) -> Result<&'static str> {
    match table_of(R::KIND).column(&field.replace('.', "_")) {
        Some(column) if ![HOME_KIND, HOME_ID].contains(&column.name.as_str()) => Ok(&column.name),
        _ => Err(StoreError::UnknownField { kind: R::KIND, field: field.to_owned() }),
    }
}

fn comparable(field: &str, value: &Value) -> Result<sea_orm::Value> {
    match value {
        Value::String(text) => Ok(text.clone().into()),
        Value::Bool(flag) => Ok((*flag).into()),
        Value::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(whole), _) => Ok(whole.into()),
            (None, Some(real)) => Ok(real.into()),
            (None, None) => Err(StoreError::BadFilter { field: field.to_owned() }),
        },
        Value::Null | Value::Array(_) | Value::Object(_) => {
            Err(StoreError::BadFilter { field: field.to_owned() })
        }
    }
}
