//! What is typed and not committed.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::body::plain_requests;

/// A field that is being typed into.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct DraftKey {
    /// The record's id, or a name for one that is not made yet.
    pub record: String,
    /// The field.
    pub field: String,
}

/// What is typed and not committed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct DraftText {
    /// The record's id, or a name for one that is not made yet.
    pub record: String,
    /// The field.
    pub field: String,
    /// The text so far.
    pub text: String,
}

/// A kept draft.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct Draft {
    /// The record's id, or a name for one that is not made yet.
    pub record: String,
    /// The field.
    pub field: String,
    /// The text so far.
    pub text: String,
    /// When it was last typed into.
    pub at: DateTime<Utc>,
}

plain_requests!(DraftKey ["record", "field"], DraftText ["record", "field", "text"]);
