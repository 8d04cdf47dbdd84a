//! Table `initiative`: initiatives.

use cairn_domain::{Initiative, ObjectiveId, RecordId, Stored, Word};
use sea_orm::entity::prelude::*;

use crate::{
    error::Result,
    tables::{Header, Row, text, word},
};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "initiative")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TextUuid,
    pub version: i64,
    pub created_at: ChronoDateTimeUtc,
    pub created_by: String,
    pub updated_at: ChronoDateTimeUtc,
    pub updated_by: String,
    pub deleted_at: Option<ChronoDateTimeUtc>,
    pub objective_id: TextUuid,
    pub title: String,
    pub update_text: String,
    pub dri: String,
    pub customer_dri: String,
    pub due: Option<ChronoDate>,
    pub status: String,
    pub audience: String,
    pub position: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Row for Initiative {
    type Entity = Entity;

    fn into_model(stored: Stored<Self>) -> Model {
        let (header, record) = Header::split(stored);
        let Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at } = header;
        let Initiative {
            objective_id,
            title,
            update_text,
            dri,
            customer_dri,
            due,
            status,
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
            objective_id: TextUuid(objective_id.uuid()),
            title,
            update_text,
            dri,
            customer_dri,
            due,
            status: status.word().into(),
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
            objective_id,
            title,
            update_text,
            dri,
            customer_dri,
            due,
            status,
            audience,
            position,
        } = model;
        let header = Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at };
        let record = Initiative {
            objective_id: ObjectiveId::from_uuid(objective_id.0),
            title,
            update_text,
            dri,
            customer_dri,
            due,
            status: word("status", &status)?,
            audience: word("audience", &audience)?,
            position: text("position", position)?,
        };
        Ok(header.join(record))
    }
}
