//! A new workspace on its way: it appears under its name only when it is whole.
//!
//! Does not own what is put into it before.

use std::path::{Path, PathBuf};

use sea_orm::ConnectionTrait as _;
use tempfile::NamedTempFile;

use crate::{
    connect::{NAME_LOG, Writer},
    error::Result,
    nameless::{named, nameless},
    upgrade,
};

/// An empty workspace without a name.
pub(crate) struct Blank {
    path: PathBuf,
    partial: NamedTempFile,
    writer: Writer,
    aside: Vec<PathBuf>,
}

impl Blank {
    /// Begins one that will stand at `path`. A log that waits there for a file of this name is set aside.
    pub(crate) async fn at(path: &Path) -> Result<Self> {
        let (partial, aside) = nameless(path)?;
        let writer = Writer::of_blank(partial.path()).await?;
        let tx = writer.begin().await?;
        upgrade::migrate(&tx).await?;
        tx.execute_unprepared(NAME_LOG).await?;
        tx.commit().await?;
        Ok(Self { path: path.to_owned(), partial, writer, aside })
    }

    /// Writes it.
    pub(crate) fn writer(&self) -> &Writer {
        &self.writer
    }

    /// Gives it its name; answers what was set aside for it.
    pub(crate) async fn place(self) -> Result<Vec<PathBuf>> {
        let Self { path, partial, writer, aside } = self;
        writer.close().await?;
        named(partial, &path)?;
        Ok(aside)
    }
}
