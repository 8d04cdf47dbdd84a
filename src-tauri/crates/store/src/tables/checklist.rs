//! Table `checklist`: the checklists of an account.

use cairn_domain::{AccountId, Checklist, RecordId, Stored};
use sea_orm::entity::prelude::*;

use crate::{
    error::Result,
    tables::{Header, JsonText, Row, json, maybe_id, maybe_text, to_json},
};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "checklist")]
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
    /// No foreign key: the template may come with the program.
    pub template_id: Option<String>,
    pub template_version: i64,
    pub anchors: JsonText,
    pub phases: JsonText,
    pub is_primary: bool,
    pub started_on: ChronoDate,
    pub closed_on: Option<ChronoDate>,
    pub delay_reason: String,
    pub applied: Option<String>,
    pub declined: JsonText,
}

impl ActiveModelBehavior for ActiveModel {}

impl Row for Checklist {
    type Entity = Entity;

    fn into_model(stored: Stored<Self>) -> Model {
        let (header, record) = Header::split(stored);
        let Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at } = header;
        let Checklist {
            account_id,
            title,
            template_id,
            template_version,
            anchors,
            phases,
            is_primary,
            started_on,
            closed_on,
            delay_reason,
            applied,
            declined,
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
            template_id: template_id.map(|id| id.to_string()),
            template_version,
            anchors: to_json(&anchors),
            phases: to_json(&phases),
            is_primary,
            started_on,
            closed_on,
            delay_reason,
            applied: applied.map(Into::into),
            declined: to_json(&declined),
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
            template_id,
            template_version,
            anchors,
            phases,
            is_primary,
            started_on,
            closed_on,
            delay_reason,
            applied,
            declined,
        } = model;
        let header = Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at };
        let record = Checklist {
            account_id: AccountId::from_uuid(account_id.0),
            title,
            template_id: maybe_id("template_id", template_id)?,
            template_version,
            anchors: json("anchors", &anchors)?,
            phases: json("phases", &phases)?,
            is_primary,
            started_on,
            closed_on,
            delay_reason,
            applied: maybe_text("applied", applied)?,
            declined: json("declined", &declined)?,
        };
        Ok(header.join(record))
    }
}
