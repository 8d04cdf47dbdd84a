//! Backups: copies of the workspace in a folder of their own, by names that say when, of which operation and why.
//!
//! Owns where they stand, which there are, and which go. What is in the folder under another name is left alone.
//! Does not own when one is due (`app`), nor who asks.

mod copy;
mod restore;
mod thin;

use std::path::{Path, PathBuf};

use cairn_domain::{BackupReason, Word as _};
use chrono::{DateTime, NaiveDateTime, Utc};

use crate::{
    error::{Result, StoreError},
    open::Store,
    place::beside,
};

pub(crate) use copy::{reading, try_it};
pub use restore::restore;

/// How a backup's name writes its instant.
const INSTANT: &str = "%Y%m%dT%H%M%S%.3fZ";

/// A backup, as its name tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Where it is.
    pub path: PathBuf,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// The newest operation in it.
    pub op: i64,
    /// Why it was made.
    pub reason: BackupReason,
    /// How many bytes it has.
    pub size: u64,
}

/// The backups of a workspace in one folder.
#[derive(Clone, Debug)]
pub struct Backups(PathBuf);

impl Backups {
    /// Those beside the workspace: they go where it goes, and are found where it is damaged.
    #[must_use]
    pub fn beside(workspace: &Path) -> Self {
        Self(beside(workspace, ".backups"))
    }

    /// Those in another place. `first` is the workspace's first operation: two workspaces of one name have a folder each.
    #[must_use]
    pub fn second(place: &Path, workspace: &Path, first: &str) -> Self {
        let name = workspace.file_name().unwrap_or_default().to_string_lossy();
        let mark: String = first.chars().rev().take(8).collect::<Vec<_>>().into_iter().rev().collect();
        Self(place.join(format!("{name}.{mark}.backups")))
    }

    /// The folder; it is made with the first backup.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.0
    }

    /// Every backup, newest first.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the store owns the workspace file and its copies")]
    pub fn list(&self) -> Vec<Backup> {
        let Ok(entries) = std::fs::read_dir(&self.0) else { return Vec::new() };
        let of = |entry: std::fs::DirEntry| {
            let meta = entry.metadata().ok().filter(std::fs::Metadata::is_file)?;
            let (at, op, reason) = read_name(entry.file_name().to_str()?)?;
            Some(Backup { path: entry.path(), at, op, reason, size: meta.len() })
        };
        let mut found: Vec<Backup> = entries.flatten().filter_map(of).collect();
        found.sort_by(|one, other| (other.at, other.op, &other.path).cmp(&(one.at, one.op, &one.path)));
        found
    }

    /// Where a backup goes; its folder is made.
    #[expect(clippy::disallowed_methods, reason = "the store owns the workspace file and its copies")]
    pub(crate) fn place_for(&self, at: DateTime<Utc>, op: i64, reason: BackupReason) -> Result<PathBuf> {
        std::fs::create_dir_all(&self.0).map_err(|error| StoreError::of_file(&self.0, error))?;
        Ok(self.0.join(name_of(at, op, reason)))
    }

    /// Removes those that are too many. A backup that could not be removed stays, and is tried again the next time.
    #[expect(clippy::disallowed_methods, reason = "the store owns the workspace file and its copies")]
    pub fn thin(&self, now: DateTime<Utc>) {
        for Backup { path, .. } in thin::too_many(now, self.list()) {
            if let Err(error) = std::fs::remove_file(&path) {
                log::warn!("{} could not be removed: {error}", path.display());
            }
        }
    }

    /// Takes over a backup from another place, by way of a copy that is tried as the first was.
    ///
    /// # Errors
    /// Where the place cannot be written, or the copy does not check out.
    #[expect(clippy::disallowed_methods, reason = "the store owns the workspace file and its copies")]
    pub async fn take(&self, backup: &Backup) -> Result<()> {
        let place = self.0.parent().unwrap_or(Path::new(""));
        if !place.is_dir() {
            return Err(StoreError::Missing { path: place.display().to_string() });
        }
        std::fs::create_dir_all(&self.0).map_err(|error| StoreError::of_file(&self.0, error))?;
        let target = self.0.join(backup.path.file_name().unwrap_or_default());
        match copy::of_file(&backup.path, &target).await {
            Err(StoreError::Exists { .. }) => Ok(()),
            taken => taken,
        }
    }
}

impl Store {
    /// Copies one state of the workspace to a file where none is, whoever writes meanwhile. It appears under its name
    /// only when it was opened and checks out. Also where the open file was moved: what is open here is copied.
    ///
    /// # Errors
    /// [`StoreError::Exists`], [`StoreError::Missing`] if the folder is not there, [`StoreError::Unreadable`] where what
    /// is copied is damaged.
    pub async fn copy_to(&self, path: &Path) -> Result<()> {
        copy::of_connection(self.readers(), path).await
    }

    /// Makes a backup among others; the same state for the same reason twice is one.
    ///
    /// # Errors
    /// As [`Store::copy_to`].
    pub async fn back_up(&self, to: &Backups, at: DateTime<Utc>, reason: BackupReason) -> Result<Backup> {
        let path = to.place_for(at, self.rows().last_op().await?, reason)?;
        match self.copy_to(&path).await {
            Err(StoreError::Exists { .. }) => {}
            made => made?,
        }
        let made = to.list().into_iter().find(|backup| backup.path == path);
        made.ok_or_else(|| StoreError::Missing { path: path.display().to_string() })
    }
}

fn name_of(at: DateTime<Utc>, op: i64, reason: BackupReason) -> String {
    format!("{}-{op}-{}.cairn", at.format(INSTANT), reason.word())
}

fn read_name(name: &str) -> Option<(DateTime<Utc>, i64, BackupReason)> {
    let mut parts = name.strip_suffix(".cairn")?.splitn(3, '-');
    let at = NaiveDateTime::parse_from_str(parts.next()?, INSTANT).ok()?.and_utc();
    let (op, reason) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Some((at, op, reason))
}

#[cfg(test)]
mod tests {
    use cairn_domain::BackupReason;
    use chrono::DateTime;

    use super::{name_of, read_name};

    #[test]
    fn a_name_says_when_of_what_and_why_and_no_other_name_is_taken_for_one() {
        let at = DateTime::from_timestamp_millis(1_764_406_800_123).unwrap_or_default();
        let name = name_of(at, 401, BackupReason::Import);
        assert_eq!(
            name, "20251129T090000.123Z-401-import.cairn",
            "in the order of time, for a file manager as well"
        );
        assert_eq!(read_name(&name), Some((at, 401, BackupReason::Import)), "it is read as it was written");
        for other in
            ["n.cairn", "20251129T090000.123Z-401-mine.cairn", "20251129T090000.123Z-401-import.cairn.old"]
        {
            assert_eq!(read_name(other), None, "{other} is somebody's own, and is never thinned");
        }
    }
}
