//! Table `plan`: success plans.

use cairn_domain::{AccountId, Plan, RecordId, Stored, Word};
use sea_orm::entity::prelude::*;

use crate::{
    error::Result,
    tables::{Header, JsonText, Row, json, to_json, word},
};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "plan")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TextUuid,
    pub version: i64,
    pub created_at: ChronoDateTimeUtc,
    pub created_by: String,
    pub updated_at: ChronoDateTimeUtc,
    pub updated_by: String,
    pub deleted_at: Option<ChronoDateTimeUtc>,
    pub account_id: TextUuid,
    pub title: String,
    pub r#type: String,
    pub status: String,
    pub period_start: Option<ChronoDate>,
    pub period_end: Option<ChronoDate>,
    pub strategy: String,
    pub highlights: String,
    pub sponsor: String,
    pub approvers: JsonText,
}

impl ActiveModelBehavior for ActiveModel {}

impl Row for Plan {
    type Entity = Entity;

    fn into_model(stored: Stored<Self>) -> Model {
        let (header, record) = Header::split(stored);
        let Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at } = header;
        let Plan {
            account_id,
            title,
            r#type,
            status,
            period_start,
            period_end,
            strategy,
            highlights,
            sponsor,
            approvers,
        } = record;
        Model {
            id,
            version,
            created_at,
            created_by,
            updated_at,
            updated_by,
            deleted_at,
            account_id: TextUuid(account_id.uuid()),
            title,
            r#type: r#type.word().into(),
            status: status.word().into(),
            period_start,
            period_end,
            strategy,
            highlights,
            sponsor,
            approvers: to_json(&approvers),
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
            account_id,
            title,
            r#type,
            status,
            period_start,
            period_end,
            strategy,
            highlights,
            sponsor,
            approvers,
        } = model;
        let header = Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at };
        let record = Plan {
            account_id: AccountId::from_uuid(account_id.0),
            title,
            r#type: word("type", &r#type)?,
            status: word("status", &status)?,
            period_start,
            period_end,
            strategy,
            highlights,
            sponsor,
            approvers: json("approvers", &approvers)?,
        };
        Ok(header.join(record))
    }
}
