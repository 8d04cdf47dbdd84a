//! A new workspace on its way: it appears under its name only when it is whole.
//!
//! Does not own what is put into it before.

use std::path::{Path, PathBuf};

use sea_orm::{ConnectionTrait, DatabaseConnection};
use tempfile::NamedTempFile;

use crate::{
    connect,
    error::{Result, StoreError},
    guard::place_for,
    upgrade,
};

/// An empty workspace without a name.
pub(crate) struct Blank {
    path: PathBuf,
    partial: NamedTempFile,
    writer: DatabaseConnection,
}

impl Blank {
    /// Begins one that will stand at `path`.
    #[expect(clippy::disallowed_methods, reason = "the store owns the workspace file")]
    pub(crate) async fn at(path: &Path) -> Result<Self> {
        if path.exists() {
            return Err(StoreError::Exists { path: path.display().to_string() });
        }
        // Nothing stands there, and yet it may be the name of another workspace's log.
        place_for(path, None)?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if !folder.is_dir() {
            return Err(StoreError::Missing { path: path.display().to_string() });
        }
        // Readable by its owner alone: it holds customers' data.
        let partial =
            tempfile::NamedTempFile::new_in(folder).map_err(|source| StoreError::of_file(path, source))?;
        let writer = connect::writer(partial.path(), false).await?;
        let tx = connect::immediate(&writer).await?;
        upgrade::migrate(&tx).await?;
        tx.commit().await?;
        Ok(Self { path: path.to_owned(), partial, writer })
    }

    /// Writes it.
    pub(crate) fn writer(&self) -> &DatabaseConnection {
        &self.writer
    }

    /// Gives it its name.
    #[expect(clippy::disallowed_methods, reason = "the store owns the workspace file")]
    pub(crate) async fn place(self) -> Result<()> {
        let Self { path, partial, writer } = self;
        // Folds the write-ahead log into the file, so that the file alone can be renamed.
        writer.execute_unprepared("PRAGMA journal_mode = DELETE").await?;
        writer.close().await?;
        // Never over a workspace that somebody else made meanwhile.
        partial.persist_noclobber(&path).map_err(|refused| StoreError::of_file(&path, refused.error))?;
        Ok(())
    }
}
