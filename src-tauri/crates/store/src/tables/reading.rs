//! Table `reading`: readings.

use cairn_domain::{CriterionId, Reading, RecordId, Stored, Word};
use sea_orm::entity::prelude::*;

use crate::{
    error::Result,
    tables::{Header, Row, word},
};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "reading")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TextUuid,
    pub version: i64,
    pub created_at: ChronoDateTimeUtc,
    pub created_by: String,
    pub updated_at: ChronoDateTimeUtc,
    pub updated_by: String,
    pub deleted_at: Option<ChronoDateTimeUtc>,
    pub criterion_id: TextUuid,
    pub date: ChronoDate,
    pub value: f64,
    pub note: String,
    pub note_visibility: String,
    pub evidence: String,
    pub who: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Row for Reading {
    type Entity = Entity;

    fn into_model(stored: Stored<Self>) -> Model {
        let (header, record) = Header::split(stored);
        let Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at } = header;
        let Reading { criterion_id, date, value, note, note_visibility, evidence, who } = record;
        Model {
            id,
            version,
            created_at,
            created_by,
            updated_at,
            updated_by,
            deleted_at,
            criterion_id: TextUuid(criterion_id.uuid()),
            date,
            value,
            note,
            note_visibility: note_visibility.word().into(),
            evidence,
            who,
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
            criterion_id,
            date,
            value,
            note,
            note_visibility,
            evidence,
            who,
        } = model;
        let header = Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at };
        let record = Reading {
            criterion_id: CriterionId::from_uuid(criterion_id.0),
            date,
            value,
            note,
            note_visibility: word("note_visibility", &note_visibility)?,
            evidence,
            who,
        };
        Ok(header.join(record))
    }
}
