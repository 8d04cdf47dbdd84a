//! Table `brand`: the workspace's own brand.

use cairn_domain::{Brand, Stored};
use sea_orm::entity::prelude::*;

use crate::{
    error::Result,
    tables::{Header, JsonText, Row, json, maybe_text, to_json},
};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "brand")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TextUuid,
    pub version: i64,
    pub created_at: ChronoDateTimeUtc,
    pub created_by: String,
    pub updated_at: ChronoDateTimeUtc,
    pub updated_by: String,
    pub deleted_at: Option<ChronoDateTimeUtc>,
    pub company: String,
    pub logo: Option<String>,
    pub colour: String,
    pub footer: String,
    pub labels: JsonText,
}

impl ActiveModelBehavior for ActiveModel {}

impl Row for Brand {
    type Entity = Entity;

    fn into_model(stored: Stored<Self>) -> Model {
        let (header, record) = Header::split(stored);
        let Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at } = header;
        let Brand { company, logo, colour, footer, labels } = record;
        Model {
            id,
            version,
            created_at,
            created_by,
            updated_at,
            updated_by,
            deleted_at,
            company,
            logo: logo.map(String::from),
            colour,
            footer,
            labels: to_json(&labels),
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
            company,
            logo,
            colour,
            footer,
            labels,
        } = model;
        let header = Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at };
        let record = Brand {
            company,
            logo: maybe_text("logo", logo)?,
            colour,
            footer,
            labels: json("labels", &labels)?,
        };
        Ok(header.join(record))
    }
}
