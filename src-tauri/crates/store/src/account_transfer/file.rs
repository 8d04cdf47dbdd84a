//! Receiving: a file that somebody was handed. It is copied first, and only the copy is opened: a workspace that is
//! opened is written, brought to today's schema at least.

use std::path::{Path, PathBuf};

use cairn_domain::{Account, AccountId, RecordId as _, Stored};
use cairn_migrations::latest;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, Statement};
use tempfile::TempDir;

use super::{SHIPPED, Transfer, TransferDifference, inspect};
use crate::{
    beside::beside,
    error::{Result, StoreError},
    leftover,
    open::{Store, look_at},
    read_file::{ReadFile, own_file},
    rows::{Query, Rows},
    tables::{table_of, with_tables},
    tx::Tx,
};

/// Largest file that is taken in, in bytes.
const LARGEST: u64 = 2_000_000_000;

/// A copy of a file with one account.
#[derive(Debug)]
pub struct TransferFile {
    /// As it was named.
    path: PathBuf,
    store: Store,
    /// Goes with the copy in it.
    _folder: TempDir,
}

impl TransferFile {
    /// Copies a file, and makes sure that all of it can be read.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`], [`StoreError::Newer`], [`StoreError::Missing`], [`StoreError::Io`].
    pub async fn open(path: &Path) -> Result<Self> {
        look_at(path)?;
        leftover::sweep(&tempfile::env::temp_dir());
        let folder = own_folder().map_err(|error| StoreError::of_file(path, error))?;
        let copy = folder.path().join("account.cairn");
        put_copy(path, &copy)?;
        let named = |error| named(path, error);
        inspect::look(&copy, |schema| schema >= latest()).await.map_err(named)?;
        let store = Store::open(&copy).await.map_err(named)?;
        inspect::compare_schema(store.readers(), folder.path()).await.map_err(named)?;
        let file = Self { path: path.to_owned(), store, _folder: folder };
        if let Some(first) = file.store.check(false).await.map_err(named)?.damage.into_iter().next() {
            let why = format!("it is damaged: {}", first.trim_end_matches('.'));
            return Err(StoreError::Unreadable { path: path.display().to_string(), why });
        }
        file.store.rows().refuse_impossible().await.map_err(named)?;
        file.store.rows().read_all().await.map_err(named)?;
        Ok(file)
    }

    /// Reads the copy.
    #[must_use]
    pub fn rows(&self) -> Rows<'_> {
        self.store.rows()
    }

    /// The accounts that are not in its trash.
    ///
    /// # Errors
    /// Only where the copy cannot be read.
    pub async fn accounts(&self) -> Result<(Vec<Stored<Account>>, u64)> {
        self.rows().list(&Query::default()).await
    }

    /// Who wrote it and when; nothing where it was not written by handing an account over.
    ///
    /// # Errors
    /// Only where the copy cannot be read.
    pub async fn made(&self) -> Result<Option<(String, DateTime<Utc>)>> {
        let db = self.rows().db();
        let sql = "SELECT actor, at FROM op WHERE name = ? ORDER BY n LIMIT 1";
        let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, [SHIPPED.into()]);
        let row = db.query_one_raw(statement).await?;
        row.map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).transpose()
    }

    /// What travels with an account of it.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`] where a record names a content that is not in the file.
    pub async fn transfer(&self, account: AccountId) -> Result<Transfer> {
        self.rows().transfer(&account.to_string()).await.map_err(|error| named(&self.path, error))
    }

    /// Closes the copy and removes it.
    pub async fn close(self) {
        self.store.close().await;
    }
}

impl Tx {
    /// What a transfer would change here.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn compare(&self, account: AccountId, transfer: &Transfer) -> Result<TransferDifference> {
        self.rows().difference(&account.uuid().to_string(), transfer).await
    }

    /// Takes a transfer in, as the difference says.
    ///
    /// # Errors
    /// Only where the workspace cannot be written.
    pub async fn receive(
        &mut self,
        transfer: Transfer,
        difference: &TransferDifference,
        file: &TransferFile,
    ) -> Result<()> {
        self.arrive(transfer, difference, file.rows()).await
    }
}

macro_rules! read_all {
    ($($record:ident),+) => {
        impl Rows<'_> {
            /// Reads every row as its type, so that nothing strange is taken in as a text or a number.
            async fn read_all(self) -> Result<()> {
                $(self.read::<cairn_domain::$record>(&table_of(cairn_domain::Kind::$record).select()).await?;)+
                Ok(())
            }
        }
    };
}
with_tables!(read_all);

/// The file, and the log beside it, which may hold what the file does not have yet.
fn put_copy(path: &Path, copy: &Path) -> Result<()> {
    let refused = |error| StoreError::of_file(path, error);
    for ending in ["", "-wal"] {
        let mut source = match ReadFile::open(&beside(path, ending)) {
            Err(error) if !ending.is_empty() && error.kind() == std::io::ErrorKind::NotFound => continue,
            opened => opened.map_err(refused)?,
        };
        // Not a copy of its rights: one that must not be written is copied as well, and one that all may read is not.
        let mut target = own_file(&beside(copy, ending)).map_err(refused)?;
        let copied = std::io::copy(&mut std::io::Read::take(&mut source, LARGEST + 1), &mut target);
        if copied.map_err(refused)? > LARGEST {
            let why = format!("it is larger than {} MB", LARGEST / 1_000_000);
            return Err(StoreError::Unreadable { path: path.display().to_string(), why });
        }
    }
    Ok(())
}

/// A folder for its owner alone: it holds all that is known of a customer, and stays where the program is killed.
fn own_folder() -> std::io::Result<TempDir> {
    let mut builder = leftover::temporary();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder.tempdir()
}

/// What is wrong with the copy is wrong with the file.
fn named(path: &Path, error: StoreError) -> StoreError {
    let path = path.display().to_string();
    match error {
        StoreError::Unreadable { why, .. } => StoreError::Unreadable { path, why },
        StoreError::Newer { found, known, .. } => StoreError::Newer { path, found, known },
        StoreError::Corrupt(why) => {
            StoreError::Unreadable { path, why: format!("it holds a value that cannot be read: {why}") }
        }
        StoreError::Database(error) => {
            log::warn!("a file that was handed over: {error}");
            StoreError::Unreadable { path, why: "it is damaged".into() }
        }
        other => other,
    }
}

#[cfg(all(test, unix))]
mod tests {
    #![allow(clippy::unwrap_used, clippy::disallowed_methods)]
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn a_copy_of_what_was_handed_over_is_its_owners_alone() {
        let folder = own_folder().unwrap();
        let (from, copy) = (folder.path().join("from"), folder.path().join("copy"));
        std::fs::write(&from, "words of a customer").unwrap();
        put_copy(&from, &copy).unwrap();
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(folder.path()), mode(&copy)), (0o700, 0o600), "whatever the original allows");
    }
}
