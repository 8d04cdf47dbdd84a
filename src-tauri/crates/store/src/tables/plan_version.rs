//! Table `plan_version`: plans frozen under a name.

use cairn_domain::{PlanId, PlanVersion, RecordId, Stored};
use sea_orm::entity::prelude::*;

use crate::{
    error::Result,
    tables::{Header, Row, text},
};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "plan_version")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TextUuid,
    pub version: i64,
    pub created_at: ChronoDateTimeUtc,
    pub created_by: String,
    pub updated_at: ChronoDateTimeUtc,
    pub updated_by: String,
    pub deleted_at: Option<ChronoDateTimeUtc>,
    pub plan_id: TextUuid,
    pub name: String,
    pub frozen_on: ChronoDate,
    pub agreed_by: String,
    pub note: String,
    pub content: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Row for PlanVersion {
    type Entity = Entity;

    fn into_model(stored: Stored<Self>) -> Model {
        let (header, record) = Header::split(stored);
        let Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at } = header;
        let PlanVersion { plan_id, name, frozen_on, agreed_by, note, content } = record;
        Model {
            id,
            version,
            created_at,
            created_by,
            updated_at,
            updated_by,
            deleted_at,
            plan_id: TextUuid(plan_id.uuid()),
            name,
            frozen_on,
            agreed_by,
            note,
            content: content.into(),
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
            plan_id,
            name,
            frozen_on,
            agreed_by,
            note,
            content,
        } = model;
        let header = Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at };
        let record = PlanVersion {
            plan_id: PlanId::from_uuid(plan_id.0),
            name,
            frozen_on,
            agreed_by,
            note,
            content: text("content", content)?,
        };
        Ok(header.join(record))
    }
}
