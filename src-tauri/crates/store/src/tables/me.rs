//! Table `me`: who works in this workspace.

use cairn_domain::{Me, Stored};
use sea_orm::entity::prelude::*;

use crate::{
    error::Result,
    tables::{Header, JsonText, Row, json, maybe_month, maybe_text, maybe_word, to_json, word_text},
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
    pub subdivision: String,
    pub working_week: JsonText,
    pub leave: JsonText,
    pub holidays: JsonText,
    pub fiscal_year_start: Option<i64>,
    pub paper: Option<String>,
    pub date_order: Option<String>,
    pub onboarding_targets: JsonText,
}

impl ActiveModelBehavior for ActiveModel {}

impl Row for Me {
    type Entity = Entity;

    fn into_model(stored: Stored<Self>) -> Model {
        let (header, record) = Header::split(stored);
        let Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at } = header;
        let Me {
            name,
            title,
            email,
            zone,
            country,
            subdivision,
            working_week,
            leave,
            holidays,
            fiscal_year_start,
            paper,
            date_order,
            onboarding_targets,
        } = record;
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
            subdivision,
            working_week: to_json(&working_week),
            leave: to_json(&leave),
            holidays: to_json(&holidays),
            fiscal_year_start: fiscal_year_start.map(i64::from),
            paper: paper.map(word_text),
            date_order: date_order.map(word_text),
            onboarding_targets: to_json(&onboarding_targets),
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
            subdivision,
            working_week,
            leave,
            holidays,
            fiscal_year_start,
            paper,
            date_order,
            onboarding_targets,
        } = model;
        let header = Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at };
        let record = Me {
            name,
            title,
            email,
            zone: maybe_text("zone", zone)?,
            country: maybe_text("country", country)?,
            subdivision,
            working_week: json("working_week", &working_week)?,
            leave: json("leave", &leave)?,
            holidays: json("holidays", &holidays)?,
            fiscal_year_start: maybe_month("fiscal_year_start", fiscal_year_start)?,
            paper: maybe_word("paper", paper)?,
            date_order: maybe_word("date_order", date_order)?,
            onboarding_targets: json("onboarding_targets", &onboarding_targets)?,
        };
        Ok(header.join(record))
    }
}
