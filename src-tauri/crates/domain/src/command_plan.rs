//! The command plan: what was found out and promised before the sale (`docs/practice.md`, Command plan). Internal, never
//! in a customer document.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    declared::Declared,
    id::{AccountId, CommandPlanId, CriterionId, ObjectiveId, PlanId, RecordId},
    kind::Kind,
    problem::{Problem, Reason},
    record::Record,
};

/// What was found out and promised before the sale, one an account.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS, Declared)]
#[field(customer = never)]
pub struct CommandPlan {
    /// The account it is about.
    #[field(value, customer = never, label = "account")]
    pub account_id: AccountId,
    /// Why the customer acts now.
    #[serde(default)]
    #[field(prose, search, customer = never, label = "command_plan_why_now")]
    pub why_now: String,
    /// Why with us.
    #[serde(default)]
    #[field(prose, search, customer = never, label = "command_plan_why_gitlab")]
    pub why_gitlab: String,
    /// Why they do anything at all.
    #[serde(default)]
    #[field(prose, search, customer = never, label = "command_plan_why_anything")]
    pub why_anything: String,
    /// What the customer gains above all.
    #[serde(default)]
    #[field(name, search, customer = never, label = "command_plan_primary_value_driver")]
    pub primary_value_driver: String,
    /// What they buy it as.
    #[serde(default)]
    #[field(name, search, customer = never, label = "command_plan_solution")]
    pub solution: String,
    /// The capability that carries it.
    #[serde(default)]
    #[field(name, search, customer = never, label = "command_plan_primary_capability")]
    pub primary_capability: String,
    /// By what it is measured, a line each; the first M of MEDDPPICC.
    #[serde(default)]
    #[field(name, required, search, customer = never, label = "command_plan_metrics")]
    pub metrics: Vec<String>,
    /// Who can decide over the money.
    #[serde(default)]
    #[field(prose, people, search, customer = never, label = "command_plan_economic_buyer")]
    pub economic_buyer: String,
    /// How they decide.
    #[serde(default)]
    #[field(prose, search, customer = never, label = "command_plan_decision_process")]
    pub decision_process: String,
    /// By what they decide.
    #[serde(default)]
    #[field(prose, search, customer = never, label = "command_plan_decision_criteria")]
    pub decision_criteria: String,
    /// Who else takes part in the deal.
    #[serde(default)]
    #[field(prose, search, customer = never, label = "command_plan_partners")]
    pub partners: String,
    /// What has to be signed, by whom, when.
    #[serde(default)]
    #[field(prose, search, customer = never, label = "command_plan_paper_process")]
    pub paper_process: String,
    /// What hurts.
    #[serde(default)]
    #[field(prose, search, customer = never, label = "command_plan_identify_pain")]
    pub identify_pain: String,
    /// Who speaks for us when we are not there.
    #[serde(default)]
    #[field(prose, people, search, customer = never, label = "command_plan_champion")]
    pub champion: String,
    /// What else they could do.
    #[serde(default)]
    #[field(prose, search, customer = never, label = "command_plan_competition")]
    pub competition: String,
    /// How it is today.
    #[serde(default)]
    #[field(prose, search, customer = never, label = "command_plan_before_scenarios")]
    pub before_scenarios: String,
    /// What that costs in revenue, cost and risk.
    #[serde(default)]
    #[field(prose, search, customer = never, label = "command_plan_negative_consequences")]
    pub negative_consequences: String,
    /// What is better afterwards, a line each.
    #[serde(default)]
    #[field(name, required, search, customer = never, label = "command_plan_positive_business_outcomes")]
    pub positive_business_outcomes: Vec<String>,
    /// What they must be able to do for that, most important first, a line each.
    #[serde(default)]
    #[field(name, required, search, customer = never, label = "command_plan_required_capabilities")]
    pub required_capabilities: Vec<String>,
    /// The way to the signature.
    #[serde(default)]
    #[field(prose, search, customer = never, label = "command_plan_close_plan")]
    pub close_plan: String,
    /// What could stop it.
    #[serde(default)]
    #[field(prose, search, customer = never)]
    pub risks: String,
    /// What help is needed.
    #[serde(default)]
    #[field(prose, search, customer = never, label = "command_plan_help")]
    pub help: String,
    /// What became of its outcomes. Kept here and not on the objectives, which customers read.
    #[serde(default)]
    #[field(value, customer = never, label = "account_links")]
    pub links: Vec<OutcomeLink>,
}

/// An outcome that became an objective, in the words it then had.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct OutcomeLink {
    /// The line of the command plan.
    pub outcome: String,
    /// The objective it became.
    pub objective_id: ObjectiveId,
    /// The metrics and capabilities that became its criteria.
    pub criteria: Vec<CriterionLink>,
}

/// A metric or capability that became a criterion, in the words it then had.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct CriterionLink {
    /// The line of the command plan.
    pub line: String,
    /// The criterion it became.
    pub criterion_id: CriterionId,
}

/// What a command plan's view adds: what became of its outcomes as it stands now, deleted records left out.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct Taken {
    /// One an objective.
    pub taken: Vec<TakenOutcome>,
}

/// An outcome and its objective, with what changed on either side since. Nothing is copied after that.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct TakenOutcome {
    /// The line as it was taken.
    pub outcome: String,
    /// The objective.
    pub objective_id: ObjectiveId,
    /// Its plan.
    pub plan_id: PlanId,
    /// Its title now.
    pub title: String,
    /// What changed since.
    #[serde(flatten)]
    pub change: LinkChange,
    /// Its criteria that come from the command plan.
    pub criteria: Vec<TakenLine>,
}

/// A metric or capability and its criterion.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct TakenLine {
    /// The line as it was taken.
    pub line: String,
    /// The criterion.
    pub criterion_id: CriterionId,
    /// Its name now.
    pub name: String,
    /// What changed since.
    #[serde(flatten)]
    pub change: LinkChange,
}

/// What changed since a line became a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct LinkChange {
    /// True where the command plan no longer has the line.
    pub line_changed: bool,
    /// True where the record is called otherwise.
    pub record_changed: bool,
}

impl LinkChange {
    /// Compares a line as it was taken with the lines and the record as they are.
    #[must_use]
    pub fn of<'a>(taken: &str, mut lines: impl Iterator<Item = &'a String>, record: &str) -> Self {
        Self { line_changed: !lines.any(|line| line == taken), record_changed: record != taken }
    }
}

impl CommandPlan {
    /// The command plan of an account before anybody wrote in it.
    #[must_use]
    pub fn empty(account_id: AccountId) -> Self {
        Self {
            account_id,
            why_now: String::new(),
            why_gitlab: String::new(),
            why_anything: String::new(),
            primary_value_driver: String::new(),
            solution: String::new(),
            primary_capability: String::new(),
            metrics: Vec::new(),
            economic_buyer: String::new(),
            decision_process: String::new(),
            decision_criteria: String::new(),
            partners: String::new(),
            paper_process: String::new(),
            identify_pain: String::new(),
            champion: String::new(),
            competition: String::new(),
            before_scenarios: String::new(),
            negative_consequences: String::new(),
            positive_business_outcomes: Vec::new(),
            required_capabilities: Vec::new(),
            close_plan: String::new(),
            risks: String::new(),
            help: String::new(),
            links: Vec::new(),
        }
    }

    /// The id of an account's command plan: made from the account's, so that there is never a second one.
    #[must_use]
    pub fn id_of(account_id: AccountId) -> CommandPlanId {
        CommandPlanId::from_uuid(Uuid::new_v5(&account_id.uuid(), Kind::CommandPlan.word().as_bytes()))
    }

    fn lists(&self) -> [(&'static str, &Vec<String>); 3] {
        [
            ("positive_business_outcomes", &self.positive_business_outcomes),
            ("required_capabilities", &self.required_capabilities),
            ("metrics", &self.metrics),
        ]
    }
}

impl Record for CommandPlan {
    type Id = CommandPlanId;
    type Derived = Taken;
    const KIND: Kind = Kind::CommandPlan;
    const REQUIRED: &'static [&'static str] = &["account_id"];
    const PARENTS: &'static [(&'static str, Kind)] = &[("account_id", Kind::Account)];

    /// It has no name: there is one an account.
    fn label(&self) -> String {
        String::new()
    }

    fn parent(&self) -> Option<(Kind, Uuid)> {
        Some((Kind::Account, self.account_id.uuid()))
    }

    fn check(&self, _today: NaiveDate) -> Result<(), Problem> {
        self.check_texts()?;
        for (field, lines) in self.lists() {
            let mut seen = BTreeSet::new();
            for line in lines {
                if !seen.insert(line) {
                    return Err(Problem::new(field, Reason::Twice { what: line.clone() }));
                }
            }
        }
        Ok(())
    }
}
