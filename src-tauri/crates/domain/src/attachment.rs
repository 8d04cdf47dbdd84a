//! The attachment: a file that belongs to a record.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    blob::{Blob, Hash},
    declared::Declared,
    home,
    id::{
        AccountId, AttachmentId, ChecklistStepId, ObjectiveId, ReadingId, RecordId, SignOffId, TaskId,
        TouchpointId, WorkshopId,
    },
    kind::Kind,
    problem::Problem,
    record::Record,
    words::Audience,
};

/// A file kept in the workspace by the hash of its content.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS, Declared)]
#[field(customer = by(visibility))]
pub struct Attachment {
    /// The reading it is evidence for, if that is its home.
    #[serde(default)]
    #[field(value, customer = key, label = "kind_reading")]
    pub reading_id: Option<ReadingId>,
    /// The objective it belongs to, if that is its home.
    #[serde(default)]
    #[field(value, customer = key, label = "objective")]
    pub objective_id: Option<ObjectiveId>,
    /// The task it belongs to, if that is its home.
    #[serde(default)]
    #[field(value, customer = key, label = "task")]
    pub task_id: Option<TaskId>,
    /// The account it belongs to, if that is its home.
    #[serde(default)]
    #[field(value, customer = key, label = "account")]
    pub account_id: Option<AccountId>,
    /// The touchpoint it belongs to, if that is its home.
    #[serde(default)]
    #[field(value, customer = key, label = "kind_touchpoint")]
    pub touchpoint_id: Option<TouchpointId>,
    /// The workshop it belongs to, if that is its home.
    #[serde(default)]
    #[field(value, customer = key, label = "kind_workshop")]
    pub workshop_id: Option<WorkshopId>,
    /// The step of a checklist it belongs to, if that is its home.
    #[serde(default)]
    #[field(value, customer = key, label = "checklist_step")]
    pub checklist_step_id: Option<ChecklistStepId>,
    /// The sign-off that it is the signed paper of, if that is its home.
    #[serde(default)]
    #[field(value, customer = key, label = "sign_off")]
    pub sign_off_id: Option<SignOffId>,
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
    const PARENTS: &'static [(&'static str, Kind)] = &[
        ("reading_id", Kind::Reading),
        ("objective_id", Kind::Objective),
        ("task_id", Kind::Task),
        ("account_id", Kind::Account),
        ("touchpoint_id", Kind::Touchpoint),
        ("workshop_id", Kind::Workshop),
        ("checklist_step_id", Kind::ChecklistStep),
        ("sign_off_id", Kind::SignOff),
    ];

    fn label(&self) -> String {
        self.name.clone()
    }

    fn parent(&self) -> Option<(Kind, Uuid)> {
        let reading = self.reading_id.map(|id| (Kind::Reading, id.uuid()));
        let objective = self.objective_id.map(|id| (Kind::Objective, id.uuid()));
        let task = self.task_id.map(|id| (Kind::Task, id.uuid()));
        let account = self.account_id.map(|id| (Kind::Account, id.uuid()));
        let touchpoint = self.touchpoint_id.map(|id| (Kind::Touchpoint, id.uuid()));
        let workshop = self.workshop_id.map(|id| (Kind::Workshop, id.uuid()));
        let step = self.checklist_step_id.map(|id| (Kind::ChecklistStep, id.uuid()));
        let signed = self.sign_off_id.map(|id| (Kind::SignOff, id.uuid()));
        reading.or(objective).or(task).or(account).or(touchpoint).or(workshop).or(step).or(signed)
    }

    fn check(&self, _today: NaiveDate) -> Result<(), Problem> {
        let homes = [
            self.reading_id.is_some(),
            self.objective_id.is_some(),
            self.task_id.is_some(),
            self.account_id.is_some(),
            self.touchpoint_id.is_some(),
            self.workshop_id.is_some(),
            self.checklist_step_id.is_some(),
            self.sign_off_id.is_some(),
        ];
        home::one(Self::PARENTS, &homes)?;
        self.check_texts()
    }
}
