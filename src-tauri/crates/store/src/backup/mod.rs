//! Backups: copies of the workspace in a folder of their own, by names that say when, of which operation and why.
//!
//! Owns where they stand, which there are, and which go. What is in the folder under another name is left alone.
//! Does not own when one is due (`app`), nor who asks.

mod restore;
mod thin;

use std::{
    io::Read as _,
    path::{Path, PathBuf},
};

use cairn_domain::{BackupReason, Word as _};
use chrono::{DateTime, NaiveDateTime, Utc};

use crate::{
    beside::beside,
    check::content_hash,
    copy,
    error::{Result, StoreError},
    guard::same_file,
    open::Store,
    read_file::ReadFile,
};

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
pub struct Backups {
    folder: PathBuf,
    /// The workspace: what is the very same file is no copy of it.
    workspace: PathBuf,
}

impl Backups {
    /// Those beside the workspace: they go where it goes, and are found where it is damaged.
    #[must_use]
    pub fn beside(workspace: &Path) -> Self {
        // Behind any links: by whatever name it was opened, its backups are the same.
        let workspace = workspace.canonicalize().unwrap_or_else(|_| workspace.to_owned());
        Self { folder: beside(&workspace, ".backups"), workspace }
    }

    /// Those in another place. `first` is the workspace's first operation: two workspaces of one name have a folder each,
    /// and so have two copies of one workspace.
    #[must_use]
    pub fn second(place: &Path, workspace: &Path, first: &str) -> Self {
        let workspace = workspace.canonicalize().unwrap_or_else(|_| workspace.to_owned());
        let name = workspace.file_name().unwrap_or_default().to_string_lossy();
        let mark = content_hash(format!("{}\n{first}", workspace.display()).as_bytes());
        let mark: String = mark.chars().take(8).collect();
        Self { folder: place.join(format!("{name}.{mark}.backups")), workspace }
    }

    /// The folder; it is made with the first backup.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Every backup, newest first.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the store owns the workspace file and its copies")]
    pub fn list(&self) -> Vec<Backup> {
        let Ok(entries) = std::fs::read_dir(&self.folder) else { return Vec::new() };
        let of = |entry: std::fs::DirEntry| {
            let meta = entry.metadata().ok().filter(std::fs::Metadata::is_file)?;
            let (at, op, reason) = read_name(entry.file_name().to_str()?)?;
            // In this order: whoever opens and closes the file that is open here loses the locks on it.
            if same_file(&entry.path(), &self.workspace) || !may_be_one(&entry.path(), reason) {
                return None;
            }
            Some(Backup { path: entry.path(), at, op, reason, size: meta.len() })
        };
        let mut found: Vec<Backup> = entries.flatten().filter_map(of).collect();
        found.sort_by(|one, other| (other.at, other.op, &other.path).cmp(&(one.at, one.op, &one.path)));
        found
    }

    /// Where a backup goes, which is a name that nothing has; its folder is made.
    #[expect(clippy::disallowed_methods, reason = "the store owns the workspace file and its copies")]
    pub(crate) fn place_for(&self, at: DateTime<Utc>, op: i64, reason: BackupReason) -> Result<PathBuf> {
        let folder = &self.folder;
        std::fs::create_dir_all(folder).map_err(|error| StoreError::of_file(folder, error))?;
        // Two histories can come to the same operation at the same instant.
        let mut places = (0_u32..).map(|number| folder.join(name_of(at, op, reason, number)));
        let free = places.find(|place| place.symlink_metadata().is_err());
        free.ok_or_else(|| StoreError::Exists { path: folder.display().to_string() })
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
        let place = self.folder.parent().unwrap_or(Path::new(""));
        if !place.is_dir() {
            let source = std::io::Error::new(std::io::ErrorKind::NotFound, "there is no such folder now");
            return Err(StoreError::Io { path: place.display().to_string(), source });
        }
        std::fs::create_dir_all(&self.folder).map_err(|error| StoreError::of_file(&self.folder, error))?;
        let target = self.folder.join(backup.path.file_name().unwrap_or_default());
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
    /// is copied is damaged, [`StoreError::Overwritten`].
    pub async fn copy_to(&self, path: &Path) -> Result<()> {
        // Of a file that was written over nothing whole is open.
        if let Err(error @ StoreError::Overwritten { .. }) = self.stands().await {
            return Err(error);
        }
        copy::of_connection(self.readers(), path).await
    }

    /// Makes a backup among others.
    ///
    /// # Errors
    /// As [`Store::copy_to`].
    pub async fn back_up(&self, to: &Backups, at: DateTime<Utc>, reason: BackupReason) -> Result<Backup> {
        let path = to.place_for(at, self.rows().last_op().await?, reason)?;
        self.copy_to(&path).await?;
        let made = to.list().into_iter().find(|backup| backup.path == path);
        made.ok_or_else(|| StoreError::Missing { path: path.display().to_string() })
    }
}

/// A file that could be a copy of a workspace. What gave way to a restore is kept as it was.
fn may_be_one(path: &Path, reason: BackupReason) -> bool {
    const MAGIC: &[u8; 16] = b"SQLite format 3\0";
    let mut head = [0; MAGIC.len()];
    let read = ReadFile::open(path).and_then(|mut file| file.read_exact(&mut head));
    reason == BackupReason::Restore || read.is_ok() && &head == MAGIC
}

fn name_of(at: DateTime<Utc>, op: i64, reason: BackupReason, number: u32) -> String {
    let number = if number == 0 { String::new() } else { format!("-{number}") };
    format!("{}-{op}-{}{number}.cairn", at.format(INSTANT), reason.word())
}

fn read_name(name: &str) -> Option<(DateTime<Utc>, i64, BackupReason)> {
    let mut parts = name.strip_suffix(".cairn")?.splitn(3, '-');
    let at = NaiveDateTime::parse_from_str(parts.next()?, INSTANT).ok()?.and_utc();
    let op = parts.next()?.parse().ok()?;
    let reason = parts.next()?;
    let (reason, number) = reason.split_once('-').unwrap_or((reason, "0"));
    number.parse::<u32>().ok()?;
    Some((at, op, reason.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use cairn_domain::BackupReason;
    use chrono::DateTime;

    use super::{name_of, read_name};

    #[test]
    fn a_name_says_when_of_what_and_why_and_no_other_name_is_taken_for_one() {
        let at = DateTime::from_timestamp_millis(1_764_406_800_123).unwrap_or_default();
        let name = name_of(at, 401, BackupReason::Import, 0);
        assert_eq!(
            name, "20251129T090000.123Z-401-import.cairn",
            "in the order of time, for a file manager as well"
        );
        assert_eq!(read_name(&name), Some((at, 401, BackupReason::Import)), "it is read as it was written");
        let second = name_of(at, 401, BackupReason::Import, 2);
        assert_eq!(
            read_name(&second),
            Some((at, 401, BackupReason::Import)),
            "{second} is another of its kind"
        );
        for other in [
            "n.cairn",
            "20251129T090000.123Z-401-mine.cairn",
            "20251129T090000.123Z-401-import.cairn.old",
            "20251129T090000.123Z-401-import-mine.cairn",
        ] {
            assert_eq!(read_name(other), None, "{other} is somebody's own, and is never thinned");
        }
    }
}
