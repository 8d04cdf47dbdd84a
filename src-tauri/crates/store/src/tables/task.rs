//! Table `task`: tasks.

use cairn_domain::{InitiativeId, RecordId, Stored, Task, Word};
use sea_orm::entity::prelude::*;

use crate::{
    error::Result,
    tables::{Header, Row, maybe_word, text, word, word_text},
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
    pub initiative_id: TextUuid,
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
    pub audience: String,
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
            audience,
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
            initiative_id: TextUuid(initiative_id.uuid()),
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
            audience: audience.word().into(),
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
            audience,
            position,
        } = model;
        let header = Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at };
        let record = Task {
            initiative_id: InitiativeId::from_uuid(initiative_id.0),
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
            audience: word("audience", &audience)?,
            position: text("position", position)?,
        };
        Ok(header.join(record))
    }
}
