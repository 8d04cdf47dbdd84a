//! Table `me`: who works in this workspace.

use cairn_domain::{Me, Stored};
use sea_orm::entity::prelude::*;

use crate::{
    error::Result,
    tables::{Header, Row, maybe_text},
};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "me")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TextUuid,
    pub version: i64,
    pub created_at: ChronoDateTimeUtc,
    pub created_by: String,
    pub updated_at: ChronoDateTimeUtc,
    pub updated_by: String,
    pub deleted_at: Option<ChronoDateTimeUtc>,
    pub name: String,
    pub title: String,
    pub email: String,
    pub zone: Option<String>,
    pub country: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Row for Me {
    type Entity = Entity;

    fn into_model(stored: Stored<Self>) -> Model {
        let (header, record) = Header::split(stored);
        let Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at } = header;
        let Me { name, title, email, zone, country } = record;
        Model {
            id,
            version,
            created_at,
            created_by,
            updated_at,
            updated_by,
            deleted_at,
            name,
            title,
            email,
            zone: zone.map(String::from),
            country: country.map(String::from),
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
            name,
            title,
            email,
            zone,
            country,
        } = model;
        let header = Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at };
        let record = Me {
            name,
            title,
            email,
            zone: maybe_text("zone", zone)?,
            country: maybe_text("country", country)?,
        };
        Ok(header.join(record))
    }
}
