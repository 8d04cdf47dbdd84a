//! An operation that is only tried: on a copy of the records in memory, so that what it would do can be told while
//! others write.
//!
//! SQLite finds a temporary table before one of the file, so everything that reads and writes records does the same as
//! in the file. The bytes of contents, the journal and the index are not copied: nothing of it is ever committed.

use std::collections::BTreeSet;

use sea_orm::{ConnectionTrait, DatabaseTransaction, Statement, TransactionTrait};

use crate::{
    connect::{self, Begun},
    error::Result,
    open::Store,
    tables::tables,
    tx::{OpHead, Tx},
};

/// The table of contents: what is there is known by its name, its bytes stay in the file.
const CONTENTS: &str = "blob";

impl Store {
    /// Opens an operation that cannot be committed and holds no lock, not even in a file that cannot be written.
    ///
    /// # Errors
    /// Where the workspace cannot be read.
    pub async fn trial(&self, head: OpHead) -> Result<Tx> {
        self.stands().await?;
        let connection = connect::trial(self.path(), self.is_immutable()).await?;
        let tx = connection.begin().await?;
        copy(&tx).await?;
        Tx::open(Begun::tried(tx), head, None).await
    }
}

/// Copies every record, as it is now, into temporary tables of the same names.
async fn copy(tx: &DatabaseTransaction) -> Result<()> {
    let names: Vec<&str> = tables().iter().map(|table| table.name()).collect();
    let wanted: BTreeSet<&str> = names.iter().copied().chain([CONTENTS]).collect();
    let sql = "SELECT type, name, tbl_name, sql FROM main.sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL";
    let rows = tx.query_all_raw(Statement::from_string(tx.get_database_backend(), sql)).await?;
    let mut indices = Vec::new();
    for row in rows {
        let (kind, name, table): (String, String, String) =
            (row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?);
        let sql: String = row.try_get_by_index(3)?;
        if !wanted.contains(table.as_str()) {
            continue;
        }
        if kind == "table" {
            tx.execute_unprepared(&sql.replacen("CREATE TABLE", "CREATE TEMP TABLE", 1)).await?;
        } else {
            indices.push(sql.replacen(&name, &format!("temp.{name}"), 1));
        }
    }
    let sql = format!("INSERT INTO temp.{CONTENTS} SELECT hash, media_type, size, x'' FROM main.{CONTENTS}");
    tx.execute_unprepared(&sql).await?;
    // Parents stand before children.
    for name in names {
        tx.execute_unprepared(&format!("INSERT INTO temp.{name} SELECT * FROM main.{name}")).await?;
    }
    for sql in indices {
        tx.execute_unprepared(&sql).await?;
    }
    // The newest operation alone: the next one counts on from it.
    let sql = "CREATE TEMP TABLE op AS SELECT * FROM main.op ORDER BY n DESC LIMIT 1";
    tx.execute_unprepared(sql).await?;
    Ok(())
}
