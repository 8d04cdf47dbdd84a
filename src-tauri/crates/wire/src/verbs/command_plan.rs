//! The command plan of an account, and the step that makes objectives of it.

use cairn_domain::{AccountId, CommandPlan, Objective, PlanId, Problem, Reason};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::{Config, TS, TypeVisitor};

use crate::{
    body::{Request, RequestBody, plain_requests, read, require},
    failure::Failure,
    requests::Update,
    view::View,
};

/// The command plan of an account.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct OfAccount {
    /// The account.
    pub account_id: AccountId,
}

/// Fill an account's command plan, or change it: only the fields that change; null clears a field.
#[derive(Clone, Debug)]
pub struct CommandPlanUpdate {
    /// The account.
    pub account_id: AccountId,
    /// If given, the version that was read (0 if there was none yet); a newer one is a `conflict`.
    pub version: Option<i64>,
    changes: RequestBody,
}

impl Request for CommandPlanUpdate {
    fn parse(body: RequestBody) -> Result<Self, Failure> {
        #[derive(Deserialize)]
        struct Target {
            account_id: AccountId,
            #[serde(default)]
            version: Option<i64>,
        }
        require(&body, &["account_id"])?;
        let (target, changes): (RequestBody, RequestBody) =
            body.into_iter().partition(|(key, _)| key == "account_id" || key == "version");
        if changes.contains_key("links") {
            return Err(Problem::new("links", Reason::Fixed).into());
        }
        let Target { account_id, version } = read(target)?;
        let asked = Self { account_id, version, changes };
        // Unknown keys are named here, before anything is read.
        asked.clone().over(0)?;
        Ok(asked)
    }
}

impl CommandPlanUpdate {
    /// The same request as a change of the record at `version`.
    ///
    /// # Errors
    /// `unknown_field`.
    pub fn over(self, version: i64) -> Result<Update<CommandPlan>, Failure> {
        let mut body = self.changes;
        body.insert("id".into(), CommandPlan::id_of(self.account_id).to_string().into());
        body.insert("version".into(), Value::from(version));
        Update::parse(body)
    }
}

impl TS for CommandPlanUpdate {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;
    fn name(_: &Config) -> String {
        "{ account_id: AccountId; version?: number } & Nullable<Omit<CommandPlan, \"account_id\" | \"links\">> & Once"
            .into()
    }
    fn inline(cfg: &Config) -> String {
        Self::name(cfg)
    }
    fn visit_dependencies(visitor: &mut impl TypeVisitor) {
        visitor.visit::<AccountId>();
        visitor.visit::<CommandPlan>();
    }
}

/// Make objectives of outcomes. What became one before in this plan is not made again.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct ToObjectives {
    /// The account whose command plan it is.
    pub account_id: AccountId,
    /// The plan that they go into, one of the account's.
    pub plan_id: PlanId,
    /// The outcomes.
    pub outcomes: Vec<OutcomeChoice>,
}

/// An outcome of the command plan, with the lines that become its criteria.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(untagged)]
pub enum OutcomeChoice {
    /// The line alone. Where it is the only outcome, all metrics and capabilities are its criteria.
    Line(String),
    /// The line, and which lines go with it.
    Chosen(ChosenOutcome),
}

/// An outcome, and which lines go with it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChosenOutcome {
    /// A line of the positive business outcomes.
    pub outcome: String,
    /// Lines of the metrics: criteria with a number.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub metrics: Vec<String>,
    /// Lines of the required capabilities: criteria that are there or not.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub capabilities: Vec<String>,
}

/// The objectives of the outcomes asked for.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct ObjectivesMade {
    /// In the order asked for, whether they were made now or before.
    pub objectives: Vec<View<Objective>>,
    /// How many objectives are new.
    pub made: usize,
    /// How many criteria are new.
    pub criteria_made: usize,
}

plain_requests!(OfAccount["account_id"], ToObjectives["account_id", "plan_id", "outcomes"]);
