//! Bringing a workspace to today's schema: a copy beside it first, then one transaction, so that the file is at
//! the old schema or at the new one and never between.
//!
//! Does not own the changes themselves (`cairn-migrations`), nor when they are due (`open`).

use std::path::Path;

use cairn_migrations::{APPLICATION_ID, Migrator, latest};
use sea_orm::{ConnectionTrait, DatabaseTransaction, Statement};
use sea_orm_migration::MigratorTrait;
use tempfile::NamedTempFile;

use crate::{
    beside::beside,
    connect::{self, NAME_LOG, Writer, has_log_names},
    copy,
    error::{Result, StoreError},
    journal,
    scalar::scalar,
    search,
};

/// Brings the file to today's schema.
pub(crate) async fn run(path: &Path, writer: &Writer) -> Result<()> {
    let tx = writer.begin().await?;
    let found: i64 = scalar(&*tx, "PRAGMA user_version", []).await?.unwrap_or(0);
    // Another program may have done it while this one waited for its turn.
    if found < latest() {
        put_copy_beside(path).await?;
        let named = has_log_names(&*tx).await?;
        migrate(&tx).await?;
        if !named {
            tx.execute_unprepared(NAME_LOG).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// Runs what is missing, and makes what is derived anew: the triggers and the index of words.
pub(crate) async fn migrate(tx: &DatabaseTransaction) -> Result<()> {
    Migrator::up(tx, None).await?;
    journal::install(tx).await?;
    journal::hold_all(tx).await?;
    search::reindex(tx).await?;
    let pragmas = format!("PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {};", latest());
    tx.execute_unprepared(&pragmas).await?;
    Ok(())
}

/// A copy of what is committed. It appears under its name only when it is whole and on the disk.
#[expect(clippy::disallowed_methods, reason = "the store owns the workspace file and its copies")]
async fn put_copy_beside(path: &Path) -> Result<()> {
    let half = beside(path, ".partial");
    let refused = |error| StoreError::of_file(&half, error);
    // Left by a program that was ended in the middle; nobody else writes it while the transaction is open.
    let _ = std::fs::remove_file(&half);
    let (folder, name) = (half.parent().unwrap_or(Path::new("")), half.file_name().unwrap_or_default());
    // Readable by its owner alone, as the workspace is.
    let partial = tempfile::Builder::new().prefix(name).rand_bytes(0).tempfile_in(folder).map_err(refused)?;
    let source = connect::copier(path, false).await?;
    let into = Statement::from_sql_and_values(
        source.get_database_backend(),
        "VACUUM INTO ?",
        [half.display().to_string().into()],
    );
    source.execute_raw(into).await?;
    source.close().await?;
    copy::try_it(partial.path()).await?;
    partial.as_file().sync_all().map_err(refused)?;
    keep(partial, path)
}

/// Gives the copy its name. An earlier copy is never written over: it stands, where it is the same, or the new
/// one gets a number.
#[expect(clippy::disallowed_methods, reason = "the store owns the workspace file and its copies")]
fn keep(mut partial: NamedTempFile, path: &Path) -> Result<()> {
    for n in 0_u32.. {
        let number = if n == 0 { String::new() } else { format!("-{n}") };
        let place = beside(path, &format!(".before-schema-{}{number}", latest()));
        match partial.persist_noclobber(&place) {
            Ok(_) => break,
            Err(refused) if refused.error.kind() == std::io::ErrorKind::AlreadyExists => {
                partial = refused.file;
            }
            Err(refused) => return Err(StoreError::of_file(&place, refused.error)),
        }
        let same = std::fs::read(&place).ok() == std::fs::read(partial.path()).ok();
        if same {
            break;
        }
    }
    Ok(())
}
