//! Errors of the use cases, and how each looks at a door. Chains go to the log, never to the user.

use std::path::Path;

use cairn_documents::DocumentError;
use cairn_domain::{Problem, Reason};
use cairn_exchange::WriteError;
use cairn_store::StoreError;
use cairn_wire::{Code, Failure};
use serde_json::json;

/// Why a command was not done.
#[derive(Debug, thiserror::Error)]
pub(crate) enum AppError {
    /// The request itself.
    #[error("{}", .0.message)]
    Request(Failure),
    /// A rule of one record.
    #[error(transparent)]
    Rule(#[from] Problem),
    /// The workspace.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A document that could not be made.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// A file of records that could not be made.
    #[error(transparent)]
    Exchange(#[from] WriteError),
    /// No workspace is open.
    #[error("No workspace is open.")]
    NoWorkspace,
    /// A file that could not be written.
    #[error("{path} could not be written: {source}.")]
    Write {
        /// The file.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// A file that could not be read.
    #[error("{}", unread(.path, .source))]
    Read {
        /// The file.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// A newer request took this one's place.
    #[error("A newer request took its place.")]
    Overtaken,
    /// Somebody ended it.
    #[error("It was cancelled, and nothing was changed.")]
    Cancelled,
    /// A task of the program ended early.
    #[error("a task ended early: {0}")]
    Task(#[from] tokio::task::JoinError),
    /// A result that is no JSON.
    #[error("a result could not be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

impl From<Failure> for AppError {
    fn from(failure: Failure) -> Self {
        Self::Request(failure)
    }
}

pub(crate) type Result<T, E = AppError> = std::result::Result<T, E>;

impl AppError {
    /// A file that could not be written.
    pub(crate) fn write(path: &Path, source: std::io::Error) -> Self {
        Self::Write { path: path.display().to_string(), source }
    }

    /// A file that could not be read.
    pub(crate) fn read(path: &Path, source: std::io::Error) -> Self {
        Self::Read { path: path.display().to_string(), source }
    }
}

impl AppError {
    /// The same where the file that is meant is one that the request names, and not the workspace.
    pub(crate) fn about_path(self) -> Self {
        let failure = Failure::from(self);
        match failure.code {
            Code::WorkspaceMissing => Failure { code: Code::Io, ..failure }.about("path").into(),
            Code::ReadOnly | Code::DiskFull | Code::Io | Code::WorkspaceUnreadable => {
                failure.about("path").into()
            }
            _ => failure.into(),
        }
    }
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        let message = error.to_string();
        match error {
            AppError::Request(failure) => failure,
            AppError::Rule(problem) => problem.into(),
            AppError::Store(error) => store_failure(error, message),
            AppError::NoWorkspace => Self::new(Code::WorkspaceMissing, message),
            AppError::Write { source, .. } => Self::new(write_code(&source), message).about("path"),
            AppError::Read { source, .. } => {
                Self::new(Code::Io, message).about("path").with(json!({ "why": why_unread(&source) }))
            }
            AppError::Overtaken | AppError::Cancelled => Self::new(Code::Cancelled, message),
            AppError::Document(_) | AppError::Exchange(_) | AppError::Task(_) | AppError::Json(_) => {
                internal(&error)
            }
        }
    }
}

fn internal(error: &dyn std::error::Error) -> Failure {
    log::error!("{error:?}");
    Failure::new(Code::Internal, "Something went wrong inside Cairn. Nothing was changed; the log says more.")
}

/// Why a file cannot be read, in a sentence.
fn unread(path: &str, source: &std::io::Error) -> String {
    match why_unread(source) {
        "missing" => format!("No file is at {path}; check its name and its folder."),
        "denied" => format!("{path} may not be read by you; check its permissions."),
        _ => format!("{path} could not be read: {source}."),
    }
}

fn why_unread(source: &std::io::Error) -> &'static str {
    use std::io::ErrorKind::{NotADirectory, NotFound, PermissionDenied};
    match source.kind() {
        NotFound | NotADirectory => "missing",
        PermissionDenied => "denied",
        _ => "other",
    }
}

fn write_code(source: &std::io::Error) -> Code {
    use std::io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem, StorageFull};
    match source.kind() {
        StorageFull => Code::DiskFull,
        PermissionDenied | ReadOnlyFilesystem => Code::ReadOnly,
        _ => Code::Io,
    }
}

fn store_failure(error: StoreError, message: String) -> Failure {
    if let StoreError::Protected { .. } = error {
        return Problem::new("path", Reason::IsWorkspace).into();
    }
    let code = match &error {
        StoreError::NotFound { .. } | StoreError::NoBlob => Code::NotFound,
        StoreError::Conflict { .. } | StoreError::RequestIdTaken { .. } | StoreError::OtherStep => {
            Code::Conflict
        }
        StoreError::StepBlocked => Code::Conflict,
        StoreError::Deleted { .. }
        | StoreError::NotDeleted { .. }
        | StoreError::ParentDeleted { .. }
        | StoreError::NoStep { .. } => Code::InvalidState,
        StoreError::UnknownField { .. } => Code::UnknownField,
        StoreError::BadFilter { .. } | StoreError::Exists { .. } | StoreError::Protected { .. } => {
            Code::Invalid
        }
        StoreError::Missing { .. } => Code::WorkspaceMissing,
        StoreError::Unreadable { .. } | StoreError::Corrupt(_) | StoreError::NoSecret => {
            Code::WorkspaceUnreadable
        }
        StoreError::Newer { .. } => Code::WorkspaceNewer,
        StoreError::ReadOnly { .. }
        | StoreError::OldAndReadOnly { .. }
        | StoreError::LogAndReadOnly { .. } => Code::ReadOnly,
        StoreError::Moved { .. } | StoreError::Overwritten { .. } => Code::WorkspaceMoved,
        StoreError::Locked | StoreError::Held { .. } => Code::WorkspaceLocked,
        StoreError::DiskFull => Code::DiskFull,
        StoreError::Io { .. } | StoreError::Forbidden { .. } => Code::Io,
        StoreError::Repeated(_) | StoreError::NotCommitted | StoreError::Database(_) => {
            return internal(&error);
        }
    };
    let failure = Failure::new(code, message);
    match error {
        StoreError::Overwritten { .. } => failure.with(json!({ "overwritten": true })),
        StoreError::NotFound { kind, .. } => failure.about("id").with(json!({ "kind": kind })),
        StoreError::Conflict { current, .. } => failure.about("version").with(json!({ "current": current })),
        StoreError::RequestIdTaken { .. } => failure.about("request_id"),
        StoreError::UnknownField { field, .. } => failure.about(field),
        StoreError::BadFilter { field } => failure.about(format!("filter.{field}")),
        StoreError::Exists { .. } => failure.about("path"),
        StoreError::OldAndReadOnly { .. } => failure.with(json!({ "older": true })),
        StoreError::ParentDeleted { kind } => failure.with(json!({ "parent": kind })),
        StoreError::LogAndReadOnly { .. } => failure.with(json!({ "log": true })),
        StoreError::Forbidden { .. } => failure.with(json!({ "why": "denied" })),
        StoreError::NoBlob => failure.about("hash"),
        _ => failure,
    }
}
