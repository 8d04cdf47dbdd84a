//! Table `checklist_template`: templates of checklists that the user made; those of the program have no row.

use cairn_domain::{ChecklistTemplate, Stored};
use sea_orm::entity::prelude::*;

use crate::{
    error::Result,
    tables::{Header, JsonText, Row, json, to_json},
};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "checklist_template")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TextUuid,
    pub version: i64,
    pub created_at: ChronoDateTimeUtc,
    pub created_by: String,
    pub updated_at: ChronoDateTimeUtc,
    pub updated_by: String,
    pub deleted_at: Option<ChronoDateTimeUtc>,
    pub title: String,
    pub summary: String,
    pub anchors: JsonText,
    pub phases: JsonText,
}

impl ActiveModelBehavior for ActiveModel {}

impl Row for ChecklistTemplate {
    type Entity = Entity;

    fn into_model(stored: Stored<Self>) -> Model {
        let (header, record) = Header::split(stored);
        let Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at } = header;
        let ChecklistTemplate { title, summary, anchors, phases } = record;
        Model {
            id,
            version,
            created_at,
            created_by,
            updated_at,
            updated_by,
            deleted_at,
            title,
            summary,
            anchors: to_json(&anchors),
            phases: to_json(&phases),
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
            title,
            summary,
            anchors,
            phases,
        } = model;
        let header = Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at };
        let record = ChecklistTemplate {
            title,
            summary,
            anchors: json("anchors", &anchors)?,
            phases: json("phases", &phases)?,
        };
        Ok(header.join(record))
    }
}
