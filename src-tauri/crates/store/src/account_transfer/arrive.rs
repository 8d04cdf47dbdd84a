//! A transfer arrives in an open operation: what is new is added, what differs is written over, what is here alone goes
//! to the trash. All of it is one step.

use std::collections::BTreeSet;

use cairn_domain::Kind;
use sea_orm::{ConnectionTrait, Statement};
use serde_json::json;

use super::{Fields, Shelf, Transfer, TransferDifference, difference::Fate};
use crate::{error::Result, rows::Rows, tx::Tx};

/// Rows in one statement.
const CHUNK: usize = 200;

impl Tx {
    /// Takes a transfer in, as the difference to what is here says. `from` is where its contents are.
    pub(super) async fn arrive(
        &mut self,
        transfer: Transfer,
        difference: &TransferDifference,
        from: Rows<'_>,
    ) -> Result<()> {
        // A row may name one that comes later.
        self.db().execute_unprepared("PRAGMA defer_foreign_keys = ON").await?;
        let Transfer { shelves, contents, history } = transfer;
        for hash in contents {
            if self.rows().blob(&hash).await?.is_none() {
                self.save_blob(&hash, from.blob_bytes(&hash).await?).await?;
            }
        }
        for shelf in &shelves {
            let of = |wanted: Fate| -> BTreeSet<&str> {
                let fates = difference.fates.iter();
                let fates = fates.filter(|(kind, fate, _)| *kind == shelf.table.kind && *fate == wanted);
                fates.map(|(.., id)| id.as_str()).collect()
            };
            self.write(shelf, &of(Fate::New), added(shelf)).await?;
            self.write(shelf, &of(Fate::Changed), written_over(shelf)).await?;
        }
        // Behind the changes: what was moved away from under a record that goes does not go with it.
        for shelf in &shelves {
            let kind = shelf.table.kind;
            let gone = |(of, fate, _): &&(Kind, Fate, String)| *of == kind && *fate == Fate::OnlyHere;
            let gone: Vec<String> = difference.fates.iter().filter(gone).map(|(.., id)| id.clone()).collect();
            if !gone.is_empty() {
                self.trash(kind, gone).await?;
            }
        }
        self.add_history(history).await
    }

    async fn write(&mut self, shelf: &Shelf, which: &BTreeSet<&str>, sql: String) -> Result<()> {
        let rows: Vec<&Fields> =
            shelf.rows.iter().filter(|(id, _)| which.contains(id.as_str())).map(|(_, row)| row).collect();
        for rows in rows.chunks(CHUNK) {
            let db = self.db();
            let values = [json!(rows).to_string().into()];
            db.execute_raw(Statement::from_sql_and_values(db.get_database_backend(), &sql, values)).await?;
            self.touch(shelf.table.kind);
        }
        Ok(())
    }
}

/// As they stand: also who made them and when, and how often they were changed.
fn added(shelf: &Shelf) -> String {
    let (columns, values): (Vec<_>, Vec<_>) = shelf.table.told(sent).into_iter().unzip();
    let name = shelf.table.name();
    format!(
        "INSERT INTO {name} ({}) SELECT {} FROM json_each(?1) AS sent",
        columns.join(", "),
        values.join(", ")
    )
}

/// Whoever read the row before has to read it again, so its version grows over both.
fn written_over(shelf: &Shelf) -> String {
    let name = shelf.table.name();
    let columns = shelf.table.told(sent).into_iter().filter(|(column, _)| *column != "id");
    let set: Vec<String> = columns
        .map(|(column, sent)| match column {
            "version" => format!("version = max({name}.version, {sent}) + 1"),
            column => format!("{column} = {sent}"),
        })
        .collect();
    format!(
        "UPDATE {name} SET {} FROM json_each(?1) AS sent WHERE {name}.id = {}",
        set.join(", "),
        sent("id")
    )
}

/// What a sent row says of a column. The list of rows is named: a table may have a column `value` of its own.
fn sent(column: &str) -> String {
    format!("json_extract(sent.value, '$.{column}')")
}
