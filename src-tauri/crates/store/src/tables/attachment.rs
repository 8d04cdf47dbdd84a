//! Table `attachment`: attachments.

use cairn_domain::{Attachment, Stored, Word};
use sea_orm::entity::prelude::*;

use crate::{
    error::Result,
    tables::{Header, Row, maybe_id, text, word},
};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "attachment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TextUuid,
    pub version: i64,
    pub created_at: ChronoDateTimeUtc,
    pub created_by: String,
    pub updated_at: ChronoDateTimeUtc,
    pub updated_by: String,
    pub deleted_at: Option<ChronoDateTimeUtc>,
    pub reading_id: Option<String>,
    pub objective_id: Option<String>,
    pub task_id: Option<String>,
    pub account_id: Option<String>,
    pub touchpoint_id: Option<String>,
    pub workshop_id: Option<String>,
    pub checklist_step_id: Option<String>,
    pub sign_off_id: Option<String>,
    pub name: String,
    pub hash: String,
    pub visibility: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Row for Attachment {
    type Entity = Entity;

    fn into_model(stored: Stored<Self>) -> Model {
        let (header, record) = Header::split(stored);
        let Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at } = header;
        let Attachment {
            reading_id,
            objective_id,
            task_id,
            account_id,
            touchpoint_id,
            workshop_id,
            checklist_step_id,
            sign_off_id,
            name,
            hash,
            visibility,
        } = record;
        Model {
            id,
            version,
            created_at,
            created_by,
            updated_at,
            updated_by,
            deleted_at,
            reading_id: reading_id.map(|id| id.to_string()),
            objective_id: objective_id.map(|id| id.to_string()),
            task_id: task_id.map(|id| id.to_string()),
            account_id: account_id.map(|id| id.to_string()),
            touchpoint_id: touchpoint_id.map(|id| id.to_string()),
            workshop_id: workshop_id.map(|id| id.to_string()),
            checklist_step_id: checklist_step_id.map(|id| id.to_string()),
            sign_off_id: sign_off_id.map(|id| id.to_string()),
            name,
            hash: hash.into(),
            visibility: visibility.word().into(),
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
            reading_id,
            objective_id,
            task_id,
            account_id,
            touchpoint_id,
            workshop_id,
            checklist_step_id,
            sign_off_id,
            name,
            hash,
            visibility,
        } = model;
        let header = Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at };
        let record = Attachment {
            reading_id: maybe_id("reading_id", reading_id)?,
            objective_id: maybe_id("objective_id", objective_id)?,
            task_id: maybe_id("task_id", task_id)?,
            account_id: maybe_id("account_id", account_id)?,
            touchpoint_id: maybe_id("touchpoint_id", touchpoint_id)?,
            workshop_id: maybe_id("workshop_id", workshop_id)?,
            checklist_step_id: maybe_id("checklist_step_id", checklist_step_id)?,
            sign_off_id: maybe_id("sign_off_id", sign_off_id)?,
            name,
            hash: text("hash", hash)?,
            visibility: word("visibility", &visibility)?,
        };
        Ok(header.join(record))
    }
}
