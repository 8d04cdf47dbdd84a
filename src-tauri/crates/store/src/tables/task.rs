//! Table `task`: tasks.

use cairn_domain::{Stored, Task, Word};
use sea_orm::entity::prelude::*;

use crate::{
    error::Result,
    tables::{Header, JsonText, Row, maybe_id, maybe_json, maybe_word, text, to_json, word, word_text},
};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "task")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TextUuid,
    pub version: i64,
    pub created_at: ChronoDateTimeUtc,
    pub created_by: String,
    pub updated_at: ChronoDateTimeUtc,
    pub updated_by: String,
    pub deleted_at: Option<ChronoDateTimeUtc>,
    pub initiative_id: Option<String>,
    pub account_id: Option<String>,
    pub touchpoint_id: Option<String>,
    pub workshop_id: Option<String>,
    pub title: String,
    pub owner: String,
    pub owner_side: String,
    pub customer_dri: String,
    pub start: Option<ChronoDate>,
    pub due: Option<ChronoDate>,
    pub done_date: Option<ChronoDate>,
    pub status: String,
    pub priority: Option<String>,
    pub milestone: bool,
    pub milestone_risk: Option<String>,
    pub blocked_reason: String,
    pub visibility: String,
    pub recurrence: Option<JsonText>,
    pub position: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Row for Task {
    type Entity = Entity;

    fn into_model(stored: Stored<Self>) -> Model {
        let (header, record) = Header::split(stored);
        let Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at } = header;
        let Task {
            initiative_id,
            account_id,
            touchpoint_id,
            workshop_id,
            title,
            owner,
            owner_side,
            customer_dri,
            start,
            due,
            done_date,
            status,
            priority,
            milestone,
            milestone_risk,
            blocked_reason,
            visibility,
            recurrence,
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
            initiative_id: initiative_id.map(|id| id.to_string()),
            account_id: account_id.map(|id| id.to_string()),
            touchpoint_id: touchpoint_id.map(|id| id.to_string()),
            workshop_id: workshop_id.map(|id| id.to_string()),
            title,
            owner,
            owner_side: owner_side.word().into(),
            customer_dri,
            start,
            due,
            done_date,
            status: status.word().into(),
            priority: priority.map(word_text),
            milestone,
            milestone_risk: milestone_risk.map(word_text),
            blocked_reason,
            visibility: visibility.word().into(),
            recurrence: recurrence.as_ref().map(to_json),
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
            initiative_id,
            account_id,
            touchpoint_id,
            workshop_id,
            title,
            owner,
            owner_side,
            customer_dri,
            start,
            due,
            done_date,
            status,
            priority,
            milestone,
            milestone_risk,
            blocked_reason,
            visibility,
            recurrence,
            position,
        } = model;
        let header = Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at };
        let record = Task {
            initiative_id: maybe_id("initiative_id", initiative_id)?,
            account_id: maybe_id("account_id", account_id)?,
            touchpoint_id: maybe_id("touchpoint_id", touchpoint_id)?,
            workshop_id: maybe_id("workshop_id", workshop_id)?,
            title,
            owner,
            owner_side: word("owner_side", &owner_side)?,
            customer_dri,
            start,
            due,
            done_date,
            status: word("status", &status)?,
            priority: maybe_word("priority", priority)?,
            milestone,
            milestone_risk: maybe_word("milestone_risk", milestone_risk)?,
            blocked_reason,
            visibility: word("visibility", &visibility)?,
            recurrence: maybe_json("recurrence", recurrence)?,
            position: text("position", position)?,
        };
        Ok(header.join(record))
    }
}
