//! Table `objective`: objectives.

use cairn_domain::{Objective, PlanId, RecordId, Stored, Word};
use sea_orm::entity::prelude::*;

use crate::{
    error::Result,
    tables::{Header, JsonText, Row, json, maybe_word, text, to_json, word, word_text},
};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "objective")]
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
    pub title: String,
    pub summary: String,
    pub successes: String,
    pub risks: String,
    pub risks_visibility: String,
    pub business_impact: String,
    pub use_case: Option<String>,
    pub priority: Option<String>,
    pub status: String,
    pub stage: String,
    pub confirmed_by: String,
    pub confirmed_on: Option<ChronoDate>,
    pub confirmed_words: String,
    pub past_confirmations: JsonText,
    pub owner: String,
    pub customer_owner: String,
    pub start: Option<ChronoDate>,
    pub due: Option<ChronoDate>,
    pub close_reason: String,
    pub summary_of_outcome: String,
    pub position: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Row for Objective {
    type Entity = Entity;

    fn into_model(stored: Stored<Self>) -> Model {
        let (header, record) = Header::split(stored);
        let Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at } = header;
        let Objective {
            plan_id,
            title,
            summary,
            successes,
            risks,
            risks_visibility,
            business_impact,
            use_case,
            priority,
            status,
            stage,
            confirmed_by,
            confirmed_on,
            confirmed_words,
            past_confirmations,
            owner,
            customer_owner,
            start,
            due,
            close_reason,
            summary_of_outcome,
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
            plan_id: TextUuid(plan_id.uuid()),
            title,
            summary,
            successes,
            risks,
            risks_visibility: risks_visibility.word().into(),
            business_impact,
            use_case: use_case.map(word_text),
            priority: priority.map(word_text),
            status: status.word().into(),
            stage: stage.word().into(),
            confirmed_by,
            confirmed_on,
            confirmed_words,
            past_confirmations: to_json(&past_confirmations),
            owner,
            customer_owner,
            start,
            due,
            close_reason,
            summary_of_outcome,
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
            plan_id,
            title,
            summary,
            successes,
            risks,
            risks_visibility,
            business_impact,
            use_case,
            priority,
            status,
            stage,
            confirmed_by,
            confirmed_on,
            confirmed_words,
            past_confirmations,
            owner,
            customer_owner,
            start,
            due,
            close_reason,
            summary_of_outcome,
            position,
        } = model;
        let header = Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at };
        let record = Objective {
            plan_id: PlanId::from_uuid(plan_id.0),
            title,
            summary,
            successes,
            risks,
            risks_visibility: word("risks_visibility", &risks_visibility)?,
            business_impact,
            use_case: maybe_word("use_case", use_case)?,
            priority: maybe_word("priority", priority)?,
            status: word("status", &status)?,
            stage: word("stage", &stage)?,
            confirmed_by,
            confirmed_on,
            confirmed_words,
            past_confirmations: json("past_confirmations", &past_confirmations)?,
            owner,
            customer_owner,
            start,
            due,
            close_reason,
            summary_of_outcome,
            position: text("position", position)?,
        };
        Ok(header.join(record))
    }
}
