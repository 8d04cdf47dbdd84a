//! Putting a backup in the place of a workspace. What stood there is kept, so that this can be taken back.

use std::path::{Path, PathBuf};

use cairn_domain::BackupReason;
use cairn_migrations::latest;
use chrono::{DateTime, Utc};
use sea_orm::DatabaseConnection;

use super::{Backups, copy};
use crate::{
    blank::{named, nameless_beside},
    connect::{self, BUSY},
    error::{Result, StoreError},
    place::{Place, beside},
    tx::scalar,
    wal,
};

/// Puts a backup in the place of the workspace at `path`, once nobody has that open any more; answers where what stood
/// there is now, if something did. At every moment there is a whole file under the name.
///
/// # Errors
/// [`StoreError::Missing`], [`StoreError::Unreadable`] and [`StoreError::Newer`] of the backup; [`StoreError::Held`] where
/// somebody keeps the workspace open for ten seconds.
pub async fn restore(path: &Path, backup: &Path, at: DateTime<Utc>) -> Result<Option<PathBuf>> {
    if !backup.is_file() {
        return Err(StoreError::Missing { path: backup.display().to_string() });
    }
    // Behind any links: the file gives way, not a link to it.
    let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let source = copy::reading(backup).await?;
    // It is made beside the workspace, and tried there: what can go wrong goes wrong before anything is touched.
    let made = async {
        let found: i64 = scalar(&source, "PRAGMA user_version", []).await?.unwrap_or(0);
        if found > latest() {
            return Err(StoreError::Newer { path: backup.display().to_string(), found, known: latest() });
        }
        copy::into(&source, nameless_beside(&real)?).await
    };
    let made = made.await.map_err(|error| of_backup(backup, error));
    source.close().await?;
    let made = made?;
    made.as_file().sync_all().map_err(|error| StoreError::of_file(path, error))?;
    let Ok(place) = Place::of(path) else {
        named(made, path)?;
        return Ok(None);
    };
    // What does not go with the old file is not folded into it, even where that is damaged.
    if let Err(error) = wal::settle(&place).await {
        log::warn!("what gives way to a backup: {error}");
    }
    let (alone, last) = match have_alone(path).await {
        Ok((alone, last)) => (Some(alone), last),
        Err(StoreError::Locked) => return Err(held(path)),
        // Damaged: that is what a backup is for.
        Err(StoreError::Unreadable { .. }) => (None, 0),
        Err(error) => return Err(error),
    };
    let kept = keep(path, &real, at, last)?;
    #[expect(clippy::disallowed_methods, reason = "the store owns the workspace file and its copies")]
    let placed = made.persist(&real).map_err(|refused| StoreError::of_file(path, refused.error));
    if let Some(alone) = alone {
        alone.close().await?;
    }
    placed?;
    Ok(Some(kept))
}

/// Holds the workspace so that nobody else can open it, complete in one file; and its newest operation.
async fn have_alone(path: &Path) -> Result<(DatabaseConnection, i64)> {
    let alone = connect::alone(path, BUSY).await?;
    scalar::<i64>(&alone, "PRAGMA wal_checkpoint(TRUNCATE)", []).await?;
    // None where it is a database of another program.
    let last: Option<i64> = scalar(&alone, "SELECT max(n) FROM op", []).await.unwrap_or_default();
    Ok((alone, last.unwrap_or(0)))
}

/// A second name for what stands there, among the backups: the first one is taken over in one moment. With it goes a
/// log that could not be folded in.
#[expect(clippy::disallowed_methods, reason = "the store owns the workspace file and its copies")]
fn keep(path: &Path, real: &Path, at: DateTime<Utc>, op: i64) -> Result<PathBuf> {
    let kept = Backups::beside(path).place_for(at, op, BackupReason::Restore)?;
    // The same state, kept a moment ago for the same reason.
    if kept.symlink_metadata().is_err() {
        // Some file systems know one name for a file only.
        if std::fs::hard_link(real, &kept).is_err() {
            std::fs::copy(real, &kept).map_err(|error| StoreError::of_file(&kept, error))?;
        }
    }
    for end in ["-wal", "-shm"] {
        let log = beside(real, end);
        let empty = log.metadata().is_ok_and(|meta| meta.len() == 0);
        let gone = match log.symlink_metadata() {
            Ok(_) if empty || end == "-shm" => std::fs::remove_file(&log),
            Ok(_) => std::fs::rename(&log, beside(&kept, end)),
            Err(_) => Ok(()),
        };
        gone.map_err(|error| StoreError::of_file(&log, error))?;
    }
    Ok(kept)
}

/// What is wrong with the copy is wrong with the backup.
fn of_backup(backup: &Path, error: StoreError) -> StoreError {
    let path = backup.display().to_string();
    match error {
        StoreError::Unreadable { why, .. } => StoreError::Unreadable { path, why },
        other => other,
    }
}

fn held(path: &Path) -> StoreError {
    let by = holders(path);
    let by = if by.is_empty() { "another program".to_owned() } else { by.join(" and ") };
    StoreError::Held { path: path.display().to_string(), by }
}

/// The processes that have a file open, by name and number, as far as the system tells.
#[cfg(target_os = "linux")]
#[expect(clippy::disallowed_methods, reason = "the system tells who has a file open in a folder of its own")]
fn holders(path: &Path) -> Vec<String> {
    let Ok(real) = std::fs::canonicalize(path) else { return Vec::new() };
    let entries = |folder: PathBuf| std::fs::read_dir(folder).into_iter().flatten().flatten();
    let has_open = |process: &Path| {
        entries(process.join("fd")).any(|open| std::fs::read_link(open.path()).is_ok_and(|file| file == real))
    };
    let named = |process: PathBuf| {
        let number: u32 = process.file_name()?.to_str()?.parse().ok()?;
        let others = number != std::process::id() && has_open(&process);
        let name = others.then(|| std::fs::read_to_string(process.join("comm")).ok()).flatten()?;
        Some(format!("{} (process {number})", name.trim()))
    };
    entries("/proc".into()).filter_map(|process| named(process.path())).collect()
}

#[cfg(not(target_os = "linux"))]
fn holders(_: &Path) -> Vec<String> {
    Vec::new()
}
