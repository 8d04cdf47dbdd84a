//! Table `initiative`: initiatives.

use cairn_domain::{Initiative, ObjectiveId, RecordId, Stored, Word};
use sea_orm::entity::prelude::*;

use crate::{
    error::Result,
    tables::{Header, JsonText, Row, json, text, to_json, word},
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
    pub also_serves: JsonText,
    pub title: String,
    pub update_text: String,
    pub dri: String,
    pub customer_dri: String,
    pub due: Option<ChronoDate>,
    pub status: String,
    pub visibility: String,
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
            also_serves,
            title,
            update_text,
            dri,
            customer_dri,
            due,
            status,
            visibility,
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
            also_serves: to_json(&also_serves),
            title,
            update_text,
            dri,
            customer_dri,
            due,
            status: status.word().into(),
            visibility: visibility.word().into(),
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
            also_serves,
            title,
            update_text,
            dri,
            customer_dri,
            due,
            status,
            visibility,
            position,
        } = model;
        let header = Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at };
        let record = Initiative {
            objective_id: ObjectiveId::from_uuid(objective_id.0),
            also_serves: json("also_serves", &also_serves)?,
            title,
            update_text,
            dri,
            customer_dri,
            due,
            status: word("status", &status)?,
            visibility: word("visibility", &visibility)?,
            position: text("position", position)?,
        };
        Ok(header.join(record))
    }
}
