//! Table `sign_off`: who signed a version of a plan.

use cairn_domain::{PlanVersionId, RecordId, SignOff, Stored};
use sea_orm::entity::prelude::*;

use crate::{
    error::Result,
    tables::{Header, Row, maybe_id},
};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_off")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TextUuid,
    pub version: i64,
    pub created_at: ChronoDateTimeUtc,
    pub created_by: String,
    pub updated_at: ChronoDateTimeUtc,
    pub updated_by: String,
    pub deleted_at: Option<ChronoDateTimeUtc>,
    pub version_id: TextUuid,
    pub person: String,
    pub signed_on: ChronoDate,
    pub words: String,
    pub amends: Option<String>,
    pub withdrawn: bool,
    pub reason: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Row for SignOff {
    type Entity = Entity;

    fn into_model(stored: Stored<Self>) -> Model {
        let (header, record) = Header::split(stored);
        let Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at } = header;
        let SignOff { version_id, person, signed_on, words, amends, withdrawn, reason } = record;
        Model {
            id,
            version,
            created_at,
            created_by,
            updated_at,
            updated_by,
            deleted_at,
            version_id: TextUuid(version_id.uuid()),
            person,
            signed_on,
            words,
            amends: amends.map(|id| id.to_string()),
            withdrawn,
            reason,
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
            version_id,
            person,
            signed_on,
            words,
            amends,
            withdrawn,
            reason,
        } = model;
        let header = Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at };
        let record = SignOff {
            version_id: PlanVersionId::from_uuid(version_id.0),
            person,
            signed_on,
            words,
            amends: maybe_id("amends", amends)?,
            withdrawn,
            reason,
        };
        Ok(header.join(record))
    }
}
