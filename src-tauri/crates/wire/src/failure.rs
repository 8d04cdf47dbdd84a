//! Errors as they cross a door: a code, a sentence, the field, and figures.

use cairn_domain::{Problem, Reason};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use strum::VariantArray;
use ts_rs::TS;

/// What kind of refusal or failure it is. Callers decide by this, never by the message.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, VariantArray, TS)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// A field's value cannot be accepted; `field` names it.
    Invalid,
    /// A key that the request does not have.
    UnknownField,
    /// No command has this name.
    UnknownCommand,
    /// No record has this id.
    NotFound,
    /// The record changed since it was read.
    Conflict,
    /// The record's state does not allow it.
    InvalidState,
    /// Tasks would wait for each other; `details.path` has the titles in order.
    DependencyLoop,
    /// Steps' dates would hang on each other; `details.path` has the titles in order.
    OffsetLoop,
    /// No workspace is there.
    WorkspaceMissing,
    /// Something is there, and it is no workspace that can be read.
    WorkspaceUnreadable,
    /// A newer program made the workspace.
    WorkspaceNewer,
    /// Another program holds the workspace.
    WorkspaceLocked,
    /// The open workspace was moved, removed or replaced: it can be read and saved as a copy.
    WorkspaceMoved,
    /// The passphrase does not open the workspace.
    WrongPassphrase,
    /// The workspace or the folder cannot be written.
    ReadOnly,
    /// No room on the disk.
    DiskFull,
    /// A file could not be read or written.
    Io,
    /// The user stopped it.
    Cancelled,
    /// A fault of the program; the log has the chain.
    Internal,
}

/// An error at a door.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct Failure {
    /// What kind it is.
    pub code: Code,
    /// One sentence for a person.
    pub message: String,
    /// The field it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub field: Option<String>,
    /// Figures and names that go with the code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "Record<string, unknown>")]
    pub details: Option<Value>,
}

impl Failure {
    /// An error without field or details.
    #[must_use]
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), field: None, details: None }
    }

    /// The same error, about `field`.
    #[must_use]
    pub fn about(self, field: impl Into<String>) -> Self {
        Self { field: Some(field.into()), ..self }
    }

    /// The same error with its figures.
    #[must_use]
    pub fn with(self, details: Value) -> Self {
        Self { details: Some(details), ..self }
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        let message = format!("{problem}.");
        let Problem { field, reason } = problem;
        let code = match reason {
            Reason::Loop { .. } => Code::DependencyLoop,
            Reason::OffsetLoop { .. } => Code::OffsetLoop,
            _ if reason.is_about_state() => Code::InvalidState,
            _ => Code::Invalid,
        };
        let details = serde_json::to_value(&reason).unwrap_or_default();
        Self::new(code, message).about(field).with(details)
    }
}
