//! Putting a backup in the place of a workspace. What stood there is kept, so that this can be taken back.

use std::path::{Path, PathBuf};

use cairn_domain::BackupReason;
use cairn_migrations::latest;
use chrono::{DateTime, Utc};
use sea_orm::DatabaseConnection;

use super::Backups;
use crate::{
    account_transfer::SHIPPED,
    beside::beside,
    connect::wal,
    connect::{self, BUSY},
    copy,
    error::{Result, StoreError},
    guard::same_file,
    nameless::{named, nameless_beside},
    place::Place,
    read_file::{ReadFile, own_file},
    scalar::scalar,
};

const HANDED: &str = "it is one account that was handed over, and all others would go: take it in with `cairn import account`, \
                      or open it as a workspace of its own";

/// Puts a backup in the place of the workspace at `path`, once nobody has that open any more; answers where what stood
/// there is now, if something did. At every moment there is a whole file under the name.
///
/// # Errors
/// [`StoreError::Missing`], [`StoreError::Unreadable`] and [`StoreError::Newer`] of the backup; [`StoreError::Held`] where
/// somebody keeps the workspace open for ten seconds.
pub async fn restore(path: &Path, backup: &Path, at: DateTime<Utc>) -> Result<Option<PathBuf>> {
    // Behind any links: the file gives way, not a link to it.
    let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let source = copy::reading(backup).await?;
    // It is made beside the workspace, and tried there: what can go wrong goes wrong before anything is touched.
    let made = async {
        let found: i64 = scalar(&source, "PRAGMA user_version", []).await?.unwrap_or(0);
        if found > latest() {
            return Err(StoreError::Newer { path: backup.display().to_string(), found, known: latest() });
        }
        let handed = handed(&source, found).await?;
        Ok((copy::into(&source, nameless_beside(&real)?).await?, handed))
    };
    let made = made.await.map_err(|error| copy::of(backup, error));
    source.close().await?;
    let (made, handed) = made?;
    made.as_file().sync_all().map_err(|error| StoreError::of_file(path, error))?;
    let refuse_handed = || {
        let path = backup.display().to_string();
        Err(StoreError::Unreadable { path, why: HANDED.into() })
    };
    let Ok(place) = Place::of(path) else {
        if handed.is_some() {
            return refuse_handed();
        }
        // What waits under the name for a file that is gone is not folded into this one.
        wal::put_both_away(&["-wal", "-shm", "-journal"].map(|end| beside(&real, end)))?;
        named(made, path)?;
        return Ok(None);
    };
    // What does not go with the old file is not folded into it, even where that is damaged.
    if let Err(error) = wal::put_in_order(&place).await {
        log::warn!("what gives way to a backup: {error}");
    }
    let (alone, last, first) = match have_alone(path).await {
        Ok((alone, last, first)) => (Some(alone), last, first),
        Err(StoreError::Locked) => return Err(held(path)),
        // Damaged: that is what a backup is for.
        Err(StoreError::Unreadable { .. }) => (None, 0, None),
        Err(error) => return Err(error),
    };
    // A backup of a hand-over file that somebody works in is a backup as any other.
    if handed.is_some() && handed != first {
        if let Some(alone) = alone {
            alone.close().await?;
        }
        return refuse_handed();
    }
    let kept = keep(path, &real, at, last)?;
    #[expect(clippy::disallowed_methods, reason = "the store owns the workspace file and its copies")]
    let placed = made.persist(&real).map_err(|refused| {
        // A second name of a file that still works is no copy of it.
        if same_file(&kept, &real)
            && let Err(error) = std::fs::remove_file(&kept)
        {
            log::warn!("{} is the workspace itself, and could not be removed: {error}", kept.display());
        }
        StoreError::of_file(path, refused.error)
    });
    if let Some(alone) = alone {
        alone.close().await?;
    }
    placed?;
    Ok(Some(kept))
}

/// The first operation of a file that hands an account over and in which nobody worked since.
async fn handed(source: &DatabaseConnection, schema: i64) -> Result<Option<String>> {
    if schema < latest() {
        return Ok(None);
    }
    // None where it is a database of another program, or damaged: what is made of it says so.
    let sql = "SELECT count(*) FROM op WHERE n > 0 AND name <> ?";
    let others: Option<i64> = scalar(source, sql, [SHIPPED.into()]).await.unwrap_or_default();
    if others == Some(0) { first_op(source).await } else { Ok(None) }
}

async fn first_op(db: &DatabaseConnection) -> Result<Option<String>> {
    scalar(db, "SELECT id FROM op WHERE n = 1", []).await
}

/// Holds the workspace so that nobody else can open it, complete in one file; its newest operation and its first.
async fn have_alone(path: &Path) -> Result<(DatabaseConnection, i64, Option<String>)> {
    let alone = connect::alone(path, BUSY).await?;
    scalar::<i64>(&alone, "PRAGMA wal_checkpoint(TRUNCATE)", []).await?;
    // None where it is a database of another program.
    let last: Option<i64> = scalar(&alone, "SELECT max(n) FROM op", []).await.unwrap_or_default();
    let first = first_op(&alone).await.unwrap_or_default();
    Ok((alone, last.unwrap_or(0), first))
}

/// A second name for what stands there, among the backups: the first one is taken over in one moment. With it goes a
/// log that could not be folded in.
#[expect(clippy::disallowed_methods, reason = "the store owns the workspace file and its copies")]
fn keep(path: &Path, real: &Path, at: DateTime<Utc>, op: i64) -> Result<PathBuf> {
    let kept = Backups::beside(path).place_for(at, op, BackupReason::Restore)?;
    // Some file systems know one name for a file only.
    if std::fs::hard_link(real, &kept).is_err() {
        copied(real, &kept).map_err(|error| StoreError::of_file(&kept, error))?;
    }
    wal::put_both_away(&[beside(real, "-journal")])?;
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

fn copied(file: &Path, to: &Path) -> std::io::Result<u64> {
    std::io::copy(&mut ReadFile::open(file)?, &mut own_file(to)?)
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

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::disallowed_methods)]
mod tests {
    use std::fs;

    use super::*;

    #[cfg(unix)]
    #[test]
    fn what_gives_way_is_its_owners_alone_where_a_file_has_one_name_only() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let (file, copy) = (folder.path().join("n.cairn"), folder.path().join("kept.cairn"));
        fs::write(&file, "what is known of a customer").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
        copied(&file, &copy).unwrap();
        assert_eq!(fs::read(&copy).unwrap(), fs::read(&file).unwrap());
        assert_eq!(fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(copied(&file, &copy).is_err(), "nothing is written over what is kept already");
    }
}
