//! The check of the file: pages, keys, triggers, and whether every value is the one the journal wrote last.

use sea_orm::{ConnectionTrait, Statement};

use crate::{
    error::Result,
    journal::{install, journaled, standing_triggers, wanted_triggers},
    open::Store,
    search,
    tables::{Table, tables},
    tx::scalar,
};

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Each damage in a sentence.
    pub damage: Vec<String>,
    /// What was rebuilt.
    pub repaired: Vec<String>,
}

impl Store {
    /// Checks the file. With `repair`, triggers and the index of words are made anew where they are not as they
    /// should be; records never change.
    ///
    /// # Errors
    /// Where the file cannot be read at all.
    pub async fn check(&self, repair: bool) -> Result<Findings> {
        let mut findings = Findings::default();
        let db = self.rows().db();
        let ask = async |sql: &str| -> Result<Vec<String>> {
            let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
            rows.iter().map(|row| Ok(row.try_get_by_index(0)?)).collect()
        };
        for line in ask("PRAGMA integrity_check").await? {
            if line != "ok" {
                findings.damage.push(format!("The file is damaged: {line}."));
            }
        }
        for table in ask("PRAGMA foreign_key_check").await? {
            findings.damage.push(format!("A row of {table} hangs under a record that is not there."));
        }
        if scalar::<i64>(&db, "SELECT op FROM ctl", []).await?.is_some() {
            findings.damage.push("An operation was left open.".into());
        }
        for table in tables() {
            self.check_journal(&table, &mut findings).await?;
        }
        if standing_triggers(&db).await? != wanted_triggers() {
            if repair {
                install(self.writer().await?).await?;
                findings.repaired.push("The journal's triggers were made anew.".into());
            } else {
                findings.damage.push("The journal's triggers are not as they should be.".into());
            }
        }
        let stale = search::stale(&db).await?;
        if stale > 0 && repair {
            search::reindex(self.writer().await?).await?;
            findings.repaired.push("The index of words was made anew.".into());
        } else if stale > 0 {
            findings.damage.push(format!("The index of words is not that of the records ({stale})."));
        }
        Ok(findings)
    }

    /// Rows that the journal does not know, and values that it did not write.
    async fn check_journal(&self, table: &Table, findings: &mut Findings) -> Result<()> {
        let (db, name) = (self.rows().db(), table.name());
        let unknown = format!(
            "SELECT count(*) FROM {name} WHERE NOT EXISTS (SELECT 1 FROM journal WHERE row_id = {name}.id AND kind = 'insert')"
        );
        let rows: i64 = scalar(&db, &unknown, []).await?.unwrap_or(0);
        if rows > 0 {
            findings.damage.push(format!("{rows} rows of {name} were made outside the journal."));
        }
        for column in journaled(table) {
            let column = &column.name;
            // A row that came back is written as a whole, so the newest entry of either kind counts.
            let strange = format!(
                "SELECT count(*) FROM {name} AS t JOIN (
                     SELECT row_id, new, kind, max(n) FROM journal
                     WHERE tbl = '{name}' AND (col = '{column}' OR kind = 'insert') GROUP BY row_id
                 ) AS last ON last.row_id = t.id
                 WHERE t.{column} IS NOT iif(last.kind = 'insert', json_extract(last.new, '$.{column}'), last.new)"
            );
            let rows: i64 = scalar(&db, &strange, []).await?.unwrap_or(0);
            if rows > 0 {
                findings
                    .damage
                    .push(format!("{rows} values of {name}.{column} were changed outside the journal."));
            }
        }
        Ok(())
    }
}
