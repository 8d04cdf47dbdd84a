//! The check of the file: pages, keys, contents, triggers, and whether every value is the one the journal wrote last.
//!
//! Each half reads one state of the file over a connection of its own, so that what is written meanwhile is no damage. What it
//! cannot read is a finding, and never the end of the check.

use std::path::Path;

use cairn_migrations::{APPLICATION_ID, latest};
use sea_orm::{ConnectionTrait, DatabaseConnection, DatabaseTransaction, Statement, TransactionTrait};
use sha2::{Digest as _, Sha256};

use crate::{
    connect::{self, Begun},
    copy,
    error::{Result, StoreError},
    home::RowValue,
    journal::{install, journaled, standing_triggers, wanted_triggers},
    open::Store,
    scalar::scalar,
    search,
    tables::{Table, tables},
};

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Each damage in a sentence.
    pub damage: Vec<String>,
    /// What was rebuilt.
    pub repaired: Vec<String>,
}

/// What can be made anew without touching a record.
#[derive(Default)]
struct Derived {
    triggers_differ: bool,
    stale: i64,
}

impl Store {
    /// Checks the file. With `repair`, triggers and the index of words are made anew where they are not as they
    /// should be; records never change.
    ///
    /// # Errors
    /// Where the file cannot be opened at all.
    pub async fn check(&self, repair: bool) -> Result<Findings> {
        self.stands().await?;
        let db = connect::copier(self.path(), self.is_immutable()).await?;
        let file = connect::copier(self.path(), self.is_immutable()).await?;
        let (mut findings, derived) = look(&db, &file).await?;
        db.close().await?;
        file.close().await?;
        if repair {
            self.mend(&derived, &mut findings).await?;
        } else {
            findings.damage.extend(derived.damage());
        }
        Ok(findings)
    }

    async fn mend(&self, derived: &Derived, findings: &mut Findings) -> Result<()> {
        if derived.triggers_differ {
            let tx: Begun = self.writer().await?.begin().await?;
            install(&*tx).await?;
            tx.commit().await?;
            findings.repaired.push("The journal's triggers were made anew.".into());
        }
        if derived.stale > 0 {
            let tx = self.writer().await?.begin().await?;
            search::reindex(&*tx).await?;
            tx.commit().await?;
            findings.repaired.push("The index of words was made anew.".into());
        }
        Ok(())
    }
}

/// Checks a copy of a workspace that nobody has open.
///
/// # Errors
/// [`StoreError::Missing`], [`StoreError::Unreadable`] where it is no workspace.
pub async fn check_copy(path: &Path) -> Result<Findings> {
    let db = copy::reading(path).await?;
    let owner = scalar::<i64>(&db, "PRAGMA application_id", []).await;
    if owner.is_ok_and(|owner| owner != Some(APPLICATION_ID)) {
        let path = path.display().to_string();
        return Err(StoreError::Unreadable { path, why: "it is a database of another program".into() });
    }
    let file = copy::reading(path).await?;
    let (mut findings, derived) = look(&db, &file).await?;
    db.close().await?;
    file.close().await?;
    findings.damage.extend(derived.damage());
    Ok(findings)
}

impl Derived {
    fn damage(&self) -> Vec<String> {
        let mut damage = Vec::new();
        if self.triggers_differ {
            damage.push("The journal's triggers are not as they should be.".into());
        }
        if self.stale > 0 {
            damage.push(format!("The index of words is not that of the records ({}).", self.stale));
        }
        damage
    }
}

/// All parts of the check. Pages and keys are read over `file`, a connection of their own, at the same time: they take as
/// long as all the rest.
async fn look(db: &DatabaseConnection, file: &DatabaseConnection) -> Result<(Findings, Derived)> {
    let (mut pages, mut records) = (Look::over(file).await?, Look::over(db).await?);
    let ((), derived) = tokio::join!(pages.file(), records.records());
    let damage = [pages.damage, records.damage].concat();
    Ok((Findings { damage, repaired: Vec::new() }, derived))
}

/// What is seen of one state.
struct Look {
    tx: DatabaseTransaction,
    damage: Vec<String>,
}

impl Look {
    async fn over(db: &DatabaseConnection) -> Result<Self> {
        Ok(Self { tx: db.begin().await?, damage: Vec::new() })
    }

    /// The file as SQLite knows it.
    async fn file(&mut self) {
        let pages = self.pages().await;
        self.noted("the pages", pages);
        let keys = self.keys().await;
        self.noted("the keys", keys);
    }

    /// The records as the journal knows them.
    async fn records(&mut self) -> Derived {
        let mut derived = Derived::default();
        let schema = scalar::<i64>(&self.tx, "PRAGMA user_version", []).await.unwrap_or_default();
        // A backup from before an upgrade: its tables are not those that this program knows.
        if schema != Some(latest()) {
            return derived;
        }
        let homes = self.homes().await;
        self.noted("the homes", homes);
        let open = self.open_operation().await;
        self.noted("the open operation", open);
        let journal = self.journal().await;
        self.noted("the journal", journal);
        let contents = self.contents().await;
        self.noted("the contents", contents);
        let triggers = standing_triggers(&self.tx).await;
        let stands = self.noted("the triggers", triggers);
        derived.triggers_differ = stands.is_some_and(|stands| stands != wanted_triggers());
        let stale = search::stale(&self.tx).await;
        derived.stale = self.noted("the index of words", stale).unwrap_or(0);
        derived
    }

    /// A part that cannot be read is damaged.
    fn noted<T>(&mut self, part: &str, outcome: Result<T>) -> Option<T> {
        outcome.map_err(|error| self.damage.push(format!("This cannot be read: {part} ({error})."))).ok()
    }

    async fn ask(&self, sql: &str) -> Result<Vec<sea_orm::QueryResult>> {
        Ok(self.tx.query_all_raw(Statement::from_string(self.tx.get_database_backend(), sql)).await?)
    }

    async fn pages(&mut self) -> Result<()> {
        for row in self.ask("PRAGMA integrity_check").await? {
            let line: String = row.try_get_by_index(0)?;
            if line != "ok" {
                self.damage.push(format!("The file is damaged: {line}."));
            }
        }
        Ok(())
    }

    async fn keys(&mut self) -> Result<()> {
        for row in self.ask("PRAGMA foreign_key_check").await? {
            let table: String = row.try_get_by_index(0)?;
            self.damage.push(format!("A row of {table} hangs under a record that is not there."));
        }
        Ok(())
    }

    /// What the foreign keys do not hold: a home is a record that is there.
    async fn homes(&mut self) -> Result<()> {
        for table in tables() {
            let (name, Some(homeless)) = (table.name(), table.is_homeless("t")) else { continue };
            let sql = format!("SELECT count(*) FROM {name} AS t WHERE {homeless}");
            for _ in 0..scalar::<i64>(&self.tx, &sql, []).await?.unwrap_or(0) {
                self.damage.push(format!("A row of {name} hangs under a record that is not there."));
            }
        }
        Ok(())
    }

    async fn open_operation(&mut self) -> Result<()> {
        if scalar::<i64>(&self.tx, "SELECT op FROM ctl", []).await?.is_some() {
            self.damage.push("An operation was left open.".into());
        }
        Ok(())
    }

    /// Rows that the journal does not know, and values that it did not write. One pass over the journal finds the last
    /// entry of each row and of each of its columns; what is compared after that is looked up.
    async fn journal(&mut self) -> Result<()> {
        for sql in LAST {
            self.tx.execute_unprepared(sql).await?;
        }
        for table in tables() {
            self.rows_of(table).await?;
        }
        Ok(())
    }

    async fn rows_of(&mut self, table: &Table) -> Result<()> {
        let name = table.name();
        let unknown = format!(
            "SELECT count(*) FROM {name} AS t WHERE NOT EXISTS (
                 SELECT 1 FROM temp.last WHERE tbl = '{name}' AND row_id = t.id AND col = '')"
        );
        let rows: i64 = scalar(&self.tx, &unknown, []).await?.unwrap_or(0);
        if rows > 0 {
            self.damage.push(format!("{rows} rows of {name} were made outside the journal."));
        }
        let values: Vec<_> = journaled(table).collect();
        let entry = format!("made.tbl = '{name}' AND made.row_id = t.id AND made.col = ''");
        let from = format!(
            "{name} AS t JOIN temp.last AS made ON {entry} JOIN journal AS whole ON whole.n = made.n"
        );
        let changed =
            format!("EXISTS (SELECT 1 FROM temp.last WHERE tbl = '{name}' AND row_id = t.id AND col > '')");
        let whole = |value: &RowValue| {
            format!("{} IS NOT json_extract(whole.new, '$.{}')", value.of("t"), value.name)
        };
        // A row that came back is written as a whole, so the newest entry of either kind counts.
        let newest = |value: &RowValue| {
            let (column, now) = (&value.name, value.of("t"));
            let later = format!(
                "SELECT j.new FROM temp.last AS u JOIN journal AS j ON j.n = u.n
                 WHERE u.tbl = '{name}' AND u.row_id = t.id AND u.col = '{column}' AND u.n > made.n"
            );
            format!("iif(EXISTS ({later}), {now} IS NOT ({later}), {})", whole(value))
        };
        // Most rows were never changed, and need not be asked for each of their columns.
        let as_made = values.iter().map(|value| whole(value));
        let mut strange = self.strange(as_made, &format!("{from} WHERE NOT {changed}")).await?;
        let as_changed = values.iter().map(|value| newest(value));
        let others = self.strange(as_changed, &format!("{from} WHERE {changed}")).await?;
        strange.iter_mut().zip(others).for_each(|(count, more)| *count += more);
        for (value, rows) in values.iter().zip(strange).filter(|(_, rows)| *rows > 0) {
            let column = &value.name;
            self.damage.push(format!("{rows} values of {name}.{column} were changed outside the journal."));
        }
        Ok(())
    }

    /// How many rows each condition is true of.
    async fn strange(&self, conditions: impl Iterator<Item = String>, from: &str) -> Result<Vec<i64>> {
        let counts: Vec<String> =
            conditions.map(|condition| format!("count(*) FILTER (WHERE {condition})")).collect();
        let row = self.ask(&format!("SELECT {} FROM {from}", counts.join(", "))).await?;
        let Some(row) = row.first() else { return Ok(Vec::new()) };
        Ok((0..counts.len()).map(|at| row.try_get_by_index(at)).collect::<std::result::Result<_, _>>()?)
    }

    /// Contents that are not those of their hash. One at a time: together they may be larger than the memory.
    async fn contents(&mut self) -> Result<()> {
        let mut damaged = 0;
        for row in self.ask("SELECT hash FROM blob").await? {
            let hash: String = row.try_get_by_index(0)?;
            let sql = "SELECT bytes FROM blob WHERE hash = ?";
            let bytes: Result<Option<Vec<u8>>> = scalar(&self.tx, sql, [hash.as_str().into()]).await;
            let whole = bytes.is_ok_and(|bytes| bytes.is_some_and(|bytes| content_hash(&bytes) == hash));
            damaged += i64::from(!whole);
        }
        if damaged > 0 {
            self.damage.push(format!("{damaged} files are damaged: their content is not what was put in."));
        }
        Ok(())
    }
}

/// The number of the last entry of each row as a whole, under no column, and of each of its columns.
const LAST: [&str; 2] = [
    "CREATE TEMP TABLE last (tbl TEXT, row_id TEXT, col TEXT, n INTEGER, PRIMARY KEY (tbl, row_id, col)) WITHOUT ROWID",
    "INSERT INTO temp.last SELECT tbl, row_id, coalesce(col, ''), max(n) FROM journal WHERE kind <> 'delete' GROUP BY 1, 2, 3",
];

/// The SHA-256 of a content, as it names one.
#[must_use]
pub fn content_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
