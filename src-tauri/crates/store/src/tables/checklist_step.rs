//! Table `checklist_step`: the steps of checklists.

use cairn_domain::{ChecklistId, ChecklistStep, RecordId, Stored, Word};
use sea_orm::entity::prelude::*;

use crate::{
    error::Result,
    tables::{
        Header, JsonText, Row, json, maybe_id, maybe_text, maybe_word, text, to_json, uuid, word, word_text,
    },
};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "checklist_step")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TextUuid,
    pub version: i64,
    pub created_at: ChronoDateTimeUtc,
    pub created_by: String,
    pub updated_at: ChronoDateTimeUtc,
    pub updated_by: String,
    pub deleted_at: Option<ChronoDateTimeUtc>,
    pub checklist_id: TextUuid,
    pub phase: String,
    pub key: String,
    pub title: String,
    pub group_title: String,
    pub why: String,
    pub how: String,
    pub links: JsonText,
    pub owner_side: String,
    pub role: String,
    pub assignee: String,
    pub contact_id: Option<String>,
    pub required: bool,
    pub visibility: String,
    pub evidence_wanted: String,
    pub evidence: String,
    pub depth: i64,
    pub offset_days: i32,
    pub offset_from: Option<String>,
    pub calendar: String,
    pub due: Option<ChronoDate>,
    pub state: String,
    pub done_on: Option<ChronoDate>,
    pub reason: String,
    pub note: String,
    pub follows_kind: Option<String>,
    /// No foreign key: it is of one kind or another.
    pub follows_id: Option<String>,
    pub position: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Row for ChecklistStep {
    type Entity = Entity;

    fn into_model(stored: Stored<Self>) -> Model {
        let (header, record) = Header::split(stored);
        let Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at } = header;
        let ChecklistStep {
            checklist_id,
            phase,
            key,
            title,
            group_title,
            why,
            how,
            links,
            owner_side,
            role,
            assignee,
            contact_id,
            required,
            visibility,
            evidence_wanted,
            evidence,
            depth,
            offset_days,
            offset_from,
            calendar,
            due,
            state,
            done_on,
            reason,
            note,
            follows_kind,
            follows_id,
            position,
        } = record;
        Model {
            id,
            version,
            created_at,
            created_by,
            updated_at,
            updated_by,
            deleted_at,
            checklist_id: TextUuid(checklist_id.uuid()),
            phase,
            key,
            title,
            group_title,
            why,
            how,
            links: to_json(&links),
            owner_side: owner_side.word().into(),
            role,
            assignee,
            contact_id: contact_id.map(|id| id.to_string()),
            required,
            visibility: visibility.word().into(),
            evidence_wanted,
            evidence,
            depth,
            offset_days,
            offset_from: offset_from.map(Into::into),
            calendar: calendar.word().into(),
            due,
            state: state.word().into(),
            done_on,
            reason,
            note,
            follows_kind: follows_kind.map(word_text),
            follows_id: follows_id.map(|id| id.to_string()),
            position: position.into(),
        }
    }

    fn from_model(model: Model) -> Result<Stored<Self>> {
        let Model {
            id,
            version,
            created_at,
            created_by,
            updated_at,
            updated_by,
            deleted_at,
            checklist_id,
            phase,
            key,
            title,
            group_title,
            why,
            how,
            links,
            owner_side,
            role,
            assignee,
            contact_id,
            required,
            visibility,
            evidence_wanted,
            evidence,
            depth,
            offset_days,
            offset_from,
            calendar,
            due,
            state,
            done_on,
            reason,
            note,
            follows_kind,
            follows_id,
            position,
        } = model;
        let header = Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at };
        let record = ChecklistStep {
            checklist_id: ChecklistId::from_uuid(checklist_id.0),
            phase,
            key,
            title,
            group_title,
            why,
            how,
            links: json("links", &links)?,
            owner_side: word("owner_side", &owner_side)?,
            role,
            assignee,
            contact_id: maybe_id("contact_id", contact_id)?,
            required,
            visibility: word("visibility", &visibility)?,
            evidence_wanted,
            evidence,
            depth,
            offset_days,
            offset_from: maybe_text("offset_from", offset_from)?,
            calendar: word("calendar", &calendar)?,
            due,
            state: word("state", &state)?,
            done_on,
            reason,
            note,
            follows_kind: maybe_word("follows_kind", follows_kind)?,
            follows_id: follows_id.map(|id| uuid("follows_id", &id)).transpose()?,
            position: text("position", position)?,
        };
        Ok(header.join(record))
    }
}
