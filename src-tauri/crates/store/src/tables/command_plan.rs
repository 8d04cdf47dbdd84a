//! Table `command_plan`: what was promised before the sale, one row an account.

use cairn_domain::{AccountId, CommandPlan, RecordId, Stored};
use sea_orm::entity::prelude::*;

use crate::{
    error::Result,
    tables::{Header, JsonText, Row, json, to_json},
};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "command_plan")]
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
    pub why_now: String,
    pub why_gitlab: String,
    pub why_anything: String,
    pub primary_value_driver: String,
    pub solution: String,
    pub primary_capability: String,
    pub metrics: JsonText,
    pub economic_buyer: String,
    pub decision_process: String,
    pub decision_criteria: String,
    pub partners: String,
    pub paper_process: String,
    pub identify_pain: String,
    pub champion: String,
    pub competition: String,
    pub before_scenarios: String,
    pub negative_consequences: String,
    pub positive_business_outcomes: JsonText,
    pub required_capabilities: JsonText,
    pub close_plan: String,
    pub risks: String,
    pub help: String,
    pub links: JsonText,
}

impl ActiveModelBehavior for ActiveModel {}

impl Row for CommandPlan {
    type Entity = Entity;

    fn into_model(stored: Stored<Self>) -> Model {
        let (header, record) = Header::split(stored);
        let Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at } = header;
        let CommandPlan {
            account_id,
            why_now,
            why_gitlab,
            why_anything,
            primary_value_driver,
            solution,
            primary_capability,
            metrics,
            economic_buyer,
            decision_process,
            decision_criteria,
            partners,
            paper_process,
            identify_pain,
            champion,
            competition,
            before_scenarios,
            negative_consequences,
            positive_business_outcomes,
            required_capabilities,
            close_plan,
            risks,
            help,
            links,
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
            why_now,
            why_gitlab,
            why_anything,
            primary_value_driver,
            solution,
            primary_capability,
            metrics: to_json(&metrics),
            economic_buyer,
            decision_process,
            decision_criteria,
            partners,
            paper_process,
            identify_pain,
            champion,
            competition,
            before_scenarios,
            negative_consequences,
            positive_business_outcomes: to_json(&positive_business_outcomes),
            required_capabilities: to_json(&required_capabilities),
            close_plan,
            risks,
            help,
            links: to_json(&links),
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
            why_now,
            why_gitlab,
            why_anything,
            primary_value_driver,
            solution,
            primary_capability,
            metrics,
            economic_buyer,
            decision_process,
            decision_criteria,
            partners,
            paper_process,
            identify_pain,
            champion,
            competition,
            before_scenarios,
            negative_consequences,
            positive_business_outcomes,
            required_capabilities,
            close_plan,
            risks,
            help,
            links,
        } = model;
        let header = Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at };
        let record = CommandPlan {
            account_id: AccountId::from_uuid(account_id.0),
            why_now,
            why_gitlab,
            why_anything,
            primary_value_driver,
            solution,
            primary_capability,
            metrics: json("metrics", &metrics)?,
            economic_buyer,
            decision_process,
            decision_criteria,
            partners,
            paper_process,
            identify_pain,
            champion,
            competition,
            before_scenarios,
            negative_consequences,
            positive_business_outcomes: json("positive_business_outcomes", &positive_business_outcomes)?,
            required_capabilities: json("required_capabilities", &required_capabilities)?,
            close_plan,
            risks,
            help,
            links: json("links", &links)?,
        };
        Ok(header.join(record))
    }
}
