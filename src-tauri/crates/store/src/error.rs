//! What can go wrong with a workspace, in terms that callers can act on.

use std::{io::ErrorKind, path::Path};

use cairn_domain::Kind;
use sea_orm::{DbErr, RuntimeErr, sqlx};
use uuid::Uuid;

/// A workspace that could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// No record has this id.
    #[error("There is no {} with this id.", kind.word())]
    NotFound {
        /// The kind asked for.
        kind: Kind,
        /// The id asked for.
        id: Uuid,
    },
    /// The record changed since the caller read it.
    #[error("The {} was changed since it was read: it is at version {current}.", kind.word())]
    Conflict {
        /// The kind.
        kind: Kind,
        /// The version the workspace holds.
        current: i64,
    },
    /// The record is deleted; it must be restored first.
    #[error("The {} is deleted. Restore it first.", kind.word())]
    Deleted {
        /// The kind.
        kind: Kind,
    },
    /// A record that is not deleted cannot be restored.
    #[error("The {} is not deleted.", kind.word())]
    NotDeleted {
        /// The kind.
        kind: Kind,
    },
    /// The record hangs under one that is deleted.
    #[error("The {} it belongs to is deleted. Restore that first.", kind.word())]
    ParentDeleted {
        /// The parent's kind.
        kind: Kind,
    },
    /// No content has this hash.
    #[error("This file is not in the workspace.")]
    NoBlob,
    /// The workspace's own secret is gone.
    #[error("The workspace lacks a part that it was made with. Take a backup of it.")]
    NoSecret,
    /// A field that the table does not have.
    #[error("`{field}` is not a field of {}.", kind.word())]
    UnknownField {
        /// The kind.
        kind: Kind,
        /// The field asked for.
        field: String,
    },
    /// A filter value that no field can have.
    #[error("`{field}` cannot be compared with this value.")]
    BadFilter {
        /// The field.
        field: String,
    },
    /// No step is left.
    #[error("There is nothing to {what}.")]
    NoStep {
        /// `undo` or `redo`.
        what: &'static str,
    },
    /// The step to take is not the one the caller expected.
    #[error("Something else was changed since: the next step is another.")]
    OtherStep,
    /// The values that the step would take back are no longer there.
    #[error("What this step changed was changed again, so it cannot be taken back.")]
    StepBlocked,
    /// The request was done before; this was its result.
    #[error("This request was done before.")]
    Repeated(serde_json::Value),
    /// The request's id was used for another command.
    #[error("This request id was used for `{name}`.")]
    RequestIdTaken {
        /// The command it was used for.
        name: String,
    },
    /// Nothing is there.
    #[error("There is no workspace at {path}.")]
    Missing {
        /// Where it was looked for.
        path: String,
    },
    /// Something is there already.
    #[error("There is already a file at {path}.")]
    Exists {
        /// Where it stands.
        path: String,
    },
    /// A workspace stands there, or the place belongs to one.
    #[error("{path} is a workspace or belongs to one; no other file takes its place.")]
    Protected {
        /// Where it stands.
        path: String,
    },
    /// Something is there, and it is no workspace.
    #[error("{path} is not a Cairn workspace: {why}.")]
    Unreadable {
        /// Where it stands.
        path: String,
        /// What it is instead.
        why: String,
    },
    /// A newer program wrote it.
    #[error("{path} was made by a newer Cairn (schema {found}, this one knows {known}).")]
    Newer {
        /// Where it stands.
        path: String,
        /// The file's schema.
        found: i64,
        /// The newest schema this program knows.
        known: i64,
    },
    /// The file or its folder cannot be written.
    #[error("{path} is read-only.")]
    ReadOnly {
        /// Where it stands.
        path: String,
    },
    /// An older program wrote it, and it cannot be brought up to date where it stands.
    #[error(
        "{path} is of an older Cairn and read-only, so it cannot be brought up to date. Copy it to a folder that \
         you can write to, and open the copy."
    )]
    OldAndReadOnly {
        /// Where it stands.
        path: String,
    },
    /// Its newest changes stand in a log beside it, which cannot be read where nothing can be written.
    #[error(
        "{path} is read-only, and its newest changes stand in a file of their own beside it, {path}-wal. Copy both to a \
         folder that you can write to, and open the copy."
    )]
    LogAndReadOnly {
        /// Where it stands.
        path: String,
    },
    /// The file may not be read.
    #[error("You may not read {path}: its rights say so.")]
    Forbidden {
        /// Where it stands.
        path: String,
    },
    /// The open file was moved, removed, or another one was put in its place.
    #[error(
        "{path} was moved, removed or replaced while it was open, so nothing more is written to it. What is open here \
         is still whole: save it as a copy."
    )]
    Moved {
        /// Where it stood.
        path: String,
    },
    /// Another file was written over the open one.
    #[error(
        "{path} was written over by another program while it was open, so nothing more is written to it. Close it and open \
         it again: what was put there is not touched. What was there before is in the newest backup, if there is one; changes of the last \
         seconds, if there are any, are kept beside it in a file that is named then."
    )]
    Overwritten {
        /// Where it stands.
        path: String,
    },
    /// SQLite did not count the commit that it answered.
    #[error("The workspace did not take the change.")]
    NotCommitted,
    /// Another program holds it.
    #[error("Another program is writing to this workspace.")]
    Locked,
    /// What needs the file alone waited for it in vain.
    #[error("{path} is still open in {by}. Close it there, and try again.")]
    Held {
        /// Where it stands.
        path: String,
        /// Who has it open, as far as the system tells.
        by: String,
    },
    /// No room is left.
    #[error("The disk is full.")]
    DiskFull,
    /// A file could not be read or written.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// A stored value that its type does not know.
    #[error("The workspace holds a value that cannot be read: {0}")]
    Corrupt(String),
    /// The database refused.
    #[error("The workspace could not be used.")]
    Database(#[source] DbErr),
}

impl StoreError {
    /// What the system said of a file.
    pub(crate) fn of_file(path: &Path, source: std::io::Error) -> Self {
        let path = path.display().to_string();
        match source.kind() {
            ErrorKind::AlreadyExists => Self::Exists { path },
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::ReadOnly { path },
            ErrorKind::StorageFull => Self::DiskFull,
            _ => Self::Io { path, source },
        }
    }
}

impl StoreError {
    /// What a result code of SQLite means to a caller, where it means something to one.
    pub(crate) fn of_sqlite(code: u32, sentence: &str) -> Option<Self> {
        // No room for the memory that connections share beside the file.
        if code == SQLITE_IOERR_SHMSIZE {
            return Some(Self::DiskFull);
        }
        // SQLite's primary result codes, the low byte of the extended one.
        match code & 0xff {
            5 | 6 => Some(Self::Locked),
            8 => Some(Self::ReadOnly { path: "The workspace".into() }),
            10 | 14 => {
                Some(Self::Io { path: "The workspace".into(), source: std::io::Error::other(sentence) })
            }
            11 | 26 => {
                let why = "it is damaged or not a database".into();
                Some(Self::Unreadable { path: "The file".into(), why })
            }
            13 => Some(Self::DiskFull),
            _ => None,
        }
    }
}

const SQLITE_IOERR_SHMSIZE: u32 = 4874;

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        DbErr::Query(RuntimeErr::SqlxError(error.into())).into()
    }
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        let known = sqlite_error(&error).and_then(|(code, sentence)| Self::of_sqlite(code, &sentence));
        known.unwrap_or(Self::Database(error))
    }
}

/// SQLite's extended result code and its sentence, if SQLite raised the error.
fn sqlite_error(error: &DbErr) -> Option<(u32, String)> {
    let (DbErr::Conn(runtime) | DbErr::Exec(runtime) | DbErr::Query(runtime)) = error else {
        return None;
    };
    let RuntimeErr::SqlxError(sqlx) = runtime else {
        return None;
    };
    let raised = sqlx.as_database_error()?;
    Some((raised.code()?.parse().ok()?, raised.message().to_owned()))
}

/// A result of the store.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;
