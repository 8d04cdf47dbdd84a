//! Table `contact`: people at the customer.

use cairn_domain::{AccountId, Contact, RecordId, Stored};
use sea_orm::entity::prelude::*;

use crate::{
    error::Result,
    tables::{Header, Row, maybe_id, maybe_word, word_text},
};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "contact")]
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
    pub name: String,
    pub title: String,
    pub persona: Option<String>,
    pub influence: Option<String>,
    pub sentiment: Option<String>,
    pub reports_to: Option<String>,
    pub email: String,
    pub phone: String,
    pub left_on: Option<ChronoDate>,
    pub notes: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Row for Contact {
    type Entity = Entity;

    fn into_model(stored: Stored<Self>) -> Model {
        let (header, record) = Header::split(stored);
        let Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at } = header;
        let Contact {
            account_id,
            name,
            title,
            persona,
            influence,
            sentiment,
            reports_to,
            email,
            phone,
            left_on,
            notes,
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
            name,
            title,
            persona: persona.map(word_text),
            influence: influence.map(word_text),
            sentiment: sentiment.map(word_text),
            reports_to: reports_to.map(|id| id.to_string()),
            email,
            phone,
            left_on,
            notes,
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
            name,
            title,
            persona,
            influence,
            sentiment,
            reports_to,
            email,
            phone,
            left_on,
            notes,
        } = model;
        let header = Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at };
        let record = Contact {
            account_id: AccountId::from_uuid(account_id.0),
            name,
            title,
            persona: maybe_word("persona", persona)?,
            influence: maybe_word("influence", influence)?,
            sentiment: maybe_word("sentiment", sentiment)?,
            reports_to: maybe_id("reports_to", reports_to)?,
            email,
            phone,
            left_on,
            notes,
        };
        Ok(header.join(record))
    }
}
