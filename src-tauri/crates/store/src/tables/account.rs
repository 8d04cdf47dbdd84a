//! Table `account`: accounts.

use cairn_domain::{Account, Stored, Word};
use sea_orm::entity::prelude::*;

use crate::{
    error::Result,
    tables::{Header, Row, maybe_text, maybe_word, money, word, word_text},
};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
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
    pub success_tier: Option<String>,
    pub priority: Option<String>,
    pub lifecycle_stage: String,
    pub country: Option<String>,
    pub time_zone: Option<String>,
    pub arr_minor: Option<i64>,
    pub arr_currency: Option<String>,
    pub renewal_date: Option<ChronoDate>,
    pub subscription_plan: Option<String>,
    pub licensed_seats: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Row for Account {
    type Entity = Entity;

    fn into_model(stored: Stored<Self>) -> Model {
        let (header, record) = Header::split(stored);
        let Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at } = header;
        let Account {
            name,
            success_tier,
            priority,
            lifecycle_stage,
            country,
            time_zone,
            arr,
            renewal_date,
            subscription_plan,
            licensed_seats,
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
            success_tier: success_tier.map(word_text),
            priority: priority.map(word_text),
            lifecycle_stage: lifecycle_stage.word().into(),
            country: country.map(String::from),
            time_zone: time_zone.map(String::from),
            arr_minor: arr.map(|arr| arr.minor),
            arr_currency: arr.map(|arr| arr.currency.code().into()),
            renewal_date,
            subscription_plan: subscription_plan.map(word_text),
            licensed_seats,
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
            success_tier,
            priority,
            lifecycle_stage,
            country,
            time_zone,
            arr_minor,
            arr_currency,
            renewal_date,
            subscription_plan,
            licensed_seats,
        } = model;
        let header = Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at };
        let record = Account {
            name,
            success_tier: maybe_word("success_tier", success_tier)?,
            priority: maybe_word("priority", priority)?,
            lifecycle_stage: word("lifecycle_stage", &lifecycle_stage)?,
            country: maybe_text("country", country)?,
            time_zone: maybe_text("time_zone", time_zone)?,
            arr: money("arr", arr_minor, arr_currency)?,
            renewal_date,
            subscription_plan: maybe_word("subscription_plan", subscription_plan)?,
            licensed_seats,
        };
        Ok(header.join(record))
    }
}
