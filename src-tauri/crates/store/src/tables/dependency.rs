//! Table `dependency`: tasks that wait for each other.

use cairn_domain::{Dependency, RecordId, Stored, TaskId};
use sea_orm::entity::prelude::*;

use crate::{
    error::Result,
    tables::{Header, Row},
};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "dependency")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TextUuid,
    pub version: i64,
    pub created_at: ChronoDateTimeUtc,
    pub created_by: String,
    pub updated_at: ChronoDateTimeUtc,
    pub updated_by: String,
    pub deleted_at: Option<ChronoDateTimeUtc>,
    pub predecessor_id: TextUuid,
    pub successor_id: TextUuid,
    pub lag_days: i64,
}

impl ActiveModelBehavior for ActiveModel {}

impl Row for Dependency {
    type Entity = Entity;

    fn into_model(stored: Stored<Self>) -> Model {
        let (header, record) = Header::split(stored);
        let Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at } = header;
        let Dependency { predecessor_id, successor_id, lag_days } = record;
        Model {
            id,
            version,
            created_at,
            created_by,
            updated_at,
            updated_by,
            deleted_at,
            predecessor_id: TextUuid(predecessor_id.uuid()),
            successor_id: TextUuid(successor_id.uuid()),
            lag_days,
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
            predecessor_id,
            successor_id,
            lag_days,
        } = model;
        let header = Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at };
        let record = Dependency {
            predecessor_id: TaskId::from_uuid(predecessor_id.0),
            successor_id: TaskId::from_uuid(successor_id.0),
            lag_days,
        };
        Ok(header.join(record))
    }
}
