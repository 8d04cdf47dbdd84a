//! Table `criterion`: success criteria.

use cairn_domain::{Criterion, ObjectiveId, RecordId, Stored, Word};
use sea_orm::entity::prelude::*;

use crate::{
    error::Result,
    tables::{Header, JsonText, Row, json, text, to_json, word},
};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "criterion")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TextUuid,
    pub version: i64,
    pub created_at: ChronoDateTimeUtc,
    pub created_by: String,
    pub updated_at: ChronoDateTimeUtc,
    pub updated_by: String,
    pub deleted_at: Option<ChronoDateTimeUtc>,
    pub objective_id: TextUuid,
    pub name: String,
    pub kind: String,
    pub unit: String,
    pub direction: String,
    pub baseline: Option<f64>,
    pub target: Option<f64>,
    pub target_min: Option<f64>,
    pub target_max: Option<f64>,
    pub target_date: Option<ChronoDate>,
    pub interim_targets: JsonText,
    pub source: String,
    pub weight: f64,
    pub position: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Row for Criterion {
    type Entity = Entity;

    fn into_model(stored: Stored<Self>) -> Model {
        let (header, record) = Header::split(stored);
        let Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at } = header;
        let Criterion {
            objective_id,
            name,
            kind,
            unit,
            direction,
            baseline,
            target,
            target_min,
            target_max,
            target_date,
            interim_targets,
            source,
            weight,
            position,
        } = record;
        Model {
            id,
            version,
            created_at,
            created_by,
            updated_at,
            updated_by,
            deleted_at,
            objective_id: TextUuid(objective_id.uuid()),
            name,
            kind: kind.word().into(),
            unit,
            direction: direction.word().into(),
            baseline,
            target,
            target_min,
            target_max,
            target_date,
            interim_targets: to_json(&interim_targets),
            source: source.word().into(),
            weight,
            position: position.into(),
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
            objective_id,
            name,
            kind,
            unit,
            direction,
            baseline,
            target,
            target_min,
            target_max,
            target_date,
            interim_targets,
            source,
            weight,
            position,
        } = model;
        let header = Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at };
        let record = Criterion {
            objective_id: ObjectiveId::from_uuid(objective_id.0),
            name,
            kind: word("kind", &kind)?,
            unit,
            direction: word("direction", &direction)?,
            baseline,
            target,
            target_min,
            target_max,
            target_date,
            interim_targets: json("interim_targets", &interim_targets)?,
            source: word("source", &source)?,
            weight,
            position: text("position", position)?,
        };
        Ok(header.join(record))
    }
}
