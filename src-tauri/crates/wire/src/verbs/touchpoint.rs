//! Logging a touchpoint with what was agreed and what was found out, in one step.

use cairn_domain::{Account, AccountId, ChecklistStepId, Contact, Persona, Side, Task, Touchpoint};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::{Config, TS, TypeVisitor};

use crate::{
    body::{Request, RequestBody, read, require},
    failure::Failure,
    requests::{Create, Update},
    view::View,
};

/// Longest subject that is taken from the notes, in characters.
const SUBJECT_MAX: usize = 80;

/// Log a touchpoint: its fields, and what was agreed. Without a subject it is the first line of the notes.
#[derive(Clone, Debug)]
pub struct TouchpointLog {
    /// The touchpoint.
    pub touchpoint: Create<Touchpoint>,
    /// True where the request says who was there on our side, if nobody.
    pub names_us: bool,
    /// What was agreed.
    pub actions: Vec<LoggedAction>,
    /// People who were met for the first time: they become contacts, and were there.
    pub people: Vec<MetPerson>,
    /// What was found out about the customer: fields of the account that change.
    pub learned: Option<RequestBody>,
    /// The step of a checklist that it was: it follows the touchpoint from then on.
    pub step_id: Option<ChecklistStepId>,
}

/// Somebody who was met for the first time.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MetPerson {
    /// First and last name.
    pub name: String,
    /// Job title.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub title: String,
    /// What they are to the account.
    #[serde(default)]
    #[ts(optional)]
    pub persona: Option<Persona>,
}

/// Something that was agreed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LoggedAction {
    /// What is to be done.
    pub title: String,
    /// Whose it is; ours unless said.
    #[serde(default)]
    #[ts(optional, as = "Option<Side>")]
    pub owner_side: Side,
    /// Who does it; I, where it is ours and nobody is named.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub owner: String,
    /// By when.
    #[serde(default)]
    #[ts(optional)]
    pub due: Option<NaiveDate>,
}

/// What was logged.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct Logged {
    /// The touchpoint.
    pub touchpoint: View<Touchpoint>,
    /// The tasks that its actions became, in order.
    pub actions: Vec<View<Task>>,
    /// The contacts that its people became, in order.
    pub people: Vec<View<Contact>>,
    /// What is questioned, and was logged all the same.
    pub warnings: Vec<LogWarning>,
}

/// What is questioned about a touchpoint.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LogWarning {
    /// A call from which nothing follows was not effective (`docs/practice.md`, Calls).
    NoActions,
    /// After a kickoff fewer than two regular contacts are known (`docs/practice.md`, Onboarding).
    FewContacts,
}

impl Request for TouchpointLog {
    fn parse(mut body: RequestBody) -> Result<Self, Failure> {
        #[derive(Deserialize)]
        struct Agreed {
            #[serde(default)]
            actions: Vec<LoggedAction>,
            #[serde(default)]
            people: Vec<MetPerson>,
            #[serde(default)]
            learned: Option<RequestBody>,
            #[serde(default)]
            step_id: Option<ChecklistStepId>,
        }
        require(&body, &["account_id"])?;
        let mut agreed = RequestBody::new();
        for key in ["actions", "people", "learned", "step_id"] {
            if let Some(value) = body.shift_remove(key).filter(|value| !value.is_null()) {
                agreed.insert(key.into(), value);
            }
        }
        let names_us = body.get("our_attendees").is_some_and(|us| !us.is_null());
        if body.get("subject").is_none_or(Value::is_null)
            && let Some(subject) = body.get("notes").and_then(Value::as_str).and_then(first_line)
        {
            body.insert("subject".into(), subject.into());
        }
        let Agreed { actions, people, learned, step_id } = read(agreed)?;
        Ok(Self { touchpoint: Create::parse(body)?, names_us, actions, people, learned, step_id })
    }
}

/// What was found out, as a change of the account at the version that was read; at `version`, where none is named.
///
/// # Errors
/// `unknown_field`, or `invalid` with the field, below `learned`.
pub fn learned(fields: RequestBody, account: AccountId, version: i64) -> Result<Update<Account>, Failure> {
    let mut body = fields;
    body.entry("version").or_insert_with(|| version.into());
    body.insert("id".into(), account.to_string().into());
    Update::parse(body).map_err(within_learned)
}

/// The same refusal, about a field of what was found out.
#[must_use]
pub fn within_learned(failure: Failure) -> Failure {
    let field = failure.field.as_ref().map(|field| format!("learned.{field}"));
    match field {
        Some(field) => failure.about(field),
        None => failure,
    }
}

/// The first line that says something, less the marks of Markdown before it.
fn first_line(notes: &str) -> Option<String> {
    let bare = notes.lines().map(|line| line.trim_start_matches(['#', '-', '*', '>', ' ', '\t']).trim());
    bare.filter(|line| !line.is_empty()).map(|line| line.chars().take(SUBJECT_MAX).collect()).next()
}

impl TS for TouchpointLog {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;
    fn name(_: &Config) -> String {
        "Create<Touchpoint, \"account_id\"> & { actions?: Array<LoggedAction>; people?: Array<MetPerson>; \
            learned?: { version?: number } & Nullable<Account>; step_id?: ChecklistStepId }"
            .into()
    }
    fn inline(cfg: &Config) -> String {
        Self::name(cfg)
    }
    fn visit_dependencies(visitor: &mut impl TypeVisitor) {
        visitor.visit::<Touchpoint>();
        visitor.visit::<LoggedAction>();
        visitor.visit::<MetPerson>();
        visitor.visit::<Account>();
        visitor.visit::<ChecklistStepId>();
    }
}
