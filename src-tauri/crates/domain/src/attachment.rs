//! The attachment: a file that belongs to a record.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    blob::{Blob, Hash},
    declared::Declared,
    home::{Home, Homed as _},
    id::AttachmentId,
    kind::Kind,
    problem::Problem,
    record::Record,
    words::Audience,
};

/// A file kept in the workspace by the hash of its content.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS, Declared)]
#[field(customer = by(visibility))]
pub struct Attachment {
    /// What it belongs to: a reading that it is the evidence for, a sign-off that it is the signed paper of.
    #[serde(flatten)]
    #[field(
        home(Reading, Objective, Task, Account, Touchpoint, Workshop, ChecklistStep, SignOff),
        customer = key
    )]
    pub home: Home<Self>,
    /// The file's name.
    #[field(title, required, customer = screen, label = "field_name")]
    pub name: String,
    /// Its content, as `blob.put` answered it.
    #[field(value, customer = key, label = "file_content")]
    pub hash: Hash,
    /// Who may see it.
    #[serde(default)]
    #[field(value, customer = never)]
    pub visibility: Audience,
}

impl Record for Attachment {
    type Id = AttachmentId;
    type Derived = Blob;
    const KIND: Kind = Kind::Attachment;
    const REQUIRED: &'static [&'static str] = &["name", "hash"];
    const PARENTS: &'static [(&'static str, Kind)] = Self::HOMES;

    fn label(&self) -> String {
        self.name.clone()
    }

    fn parent(&self) -> Option<(Kind, Uuid)> {
        self.home.get()
    }

    fn check(&self, _today: NaiveDate) -> Result<(), Problem> {
        self.home.check()?;
        self.check_texts()
    }
}
