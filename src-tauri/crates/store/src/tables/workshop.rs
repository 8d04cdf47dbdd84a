//! Table `workshop`: workshops.

use cairn_domain::{AccountId, RecordId, Stored, Word, Workshop};
use sea_orm::entity::prelude::*;

use crate::{
    error::Result,
    tables::{Header, JsonText, Row, json, maybe_id, maybe_text, to_json, word},
};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "workshop")]
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
    pub workshop_type: String,
    pub state: String,
    pub starts_at: Option<ChronoDateTimeUtc>,
    pub zone: Option<String>,
    pub minutes: Option<i64>,
    pub place: String,
    pub host: String,
    pub invited_ids: JsonText,
    pub attended_ids: JsonText,
    pub goal: String,
    pub objective_id: Option<String>,
    pub visibility: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Row for Workshop {
    type Entity = Entity;

    fn into_model(stored: Stored<Self>) -> Model {
        let (header, record) = Header::split(stored);
        let Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at } = header;
        let Workshop {
            account_id,
            title,
            workshop_type,
            state,
            starts_at,
            zone,
            minutes,
            place,
            host,
            invited_ids,
            attended_ids,
            goal,
            objective_id,
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
            account_id: TextUuid(account_id.uuid()),
            title,
            workshop_type,
            state: state.word().into(),
            starts_at,
            zone: zone.map(String::from),
            minutes,
            place,
            host,
            invited_ids: to_json(&invited_ids),
            attended_ids: to_json(&attended_ids),
            goal,
            objective_id: objective_id.map(|id| id.to_string()),
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
            account_id,
            title,
            workshop_type,
            state,
            starts_at,
            zone,
            minutes,
            place,
            host,
            invited_ids,
            attended_ids,
            goal,
            objective_id,
            visibility,
        } = model;
        let header = Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at };
        let record = Workshop {
            account_id: AccountId::from_uuid(account_id.0),
            title,
            workshop_type,
            state: word("state", &state)?,
            starts_at,
            zone: maybe_text("zone", zone)?,
            minutes,
            place,
            host,
            invited_ids: json("invited_ids", &invited_ids)?,
            attended_ids: json("attended_ids", &attended_ids)?,
            goal,
            objective_id: maybe_id("objective_id", objective_id)?,
            visibility: word("visibility", &visibility)?,
        };
        Ok(header.join(record))
    }
}
