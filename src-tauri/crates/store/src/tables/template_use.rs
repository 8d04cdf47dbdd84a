//! Table `template_use`: which template a plan was made of, and what became of its parts.

use cairn_domain::{PlanId, RecordId, Stored, TemplateId, TemplateUse};
use sea_orm::entity::prelude::*;

use crate::{
    error::Result,
    tables::{Header, JsonText, Row, json, to_json},
};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "template_use")]
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
    /// No foreign key: the template may come with the program.
    pub template_id: TextUuid,
    pub template_version: i64,
    pub start: ChronoDate,
    pub parts: JsonText,
    pub records: JsonText,
    pub declined: JsonText,
}

impl ActiveModelBehavior for ActiveModel {}

impl Row for TemplateUse {
    type Entity = Entity;

    fn into_model(stored: Stored<Self>) -> Model {
        let (header, record) = Header::split(stored);
        let Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at } = header;
        let TemplateUse { plan_id, template_id, template_version, start, parts, records, declined } = record;
        Model {
            id,
            version,
            created_at,
            created_by,
            updated_at,
            updated_by,
            deleted_at,
            plan_id: TextUuid(plan_id.uuid()),
            template_id: TextUuid(template_id.uuid()),
            template_version,
            start,
            parts: to_json(&parts),
            records: to_json(&records),
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
            plan_id,
            template_id,
            template_version,
            start,
            parts,
            records,
            declined,
        } = model;
        let header = Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at };
        let record = TemplateUse {
            plan_id: PlanId::from_uuid(plan_id.0),
            template_id: TemplateId::from_uuid(template_id.0),
            template_version,
            start,
            parts: json("parts", &parts)?,
            records: json("records", &records)?,
            declined: json("declined", &declined)?,
        };
        Ok(header.join(record))
    }
}
