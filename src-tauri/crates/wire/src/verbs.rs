//! Requests and views of the commands that are not one of the six of every record.

use cairn_domain::{
    Account, AccountId, Audience, Country, Criterion, Initiative, Kind, Me, Objective, Plan, PlanId, Reading,
    Task, Zone,
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::{
    body::{self, Request, RequestBody, plain_requests},
    failure::Failure,
    requests::Update,
    view::View,
};

/// What a command answers at a door.
#[derive(Clone, PartialEq, Debug, Serialize, TS)]
pub struct Answer {
    /// The command's result.
    #[ts(type = "unknown")]
    pub result: Value,
    /// The kinds of record that changed: what was read of them must be read again.
    pub changed: Vec<Kind>,
}

/// Say who I am: the version that was read (0 if nobody had said), and the fields that change.
#[derive(Clone, Debug)]
pub struct MeUpdate(
    /// The change; its id is the workspace's own.
    pub RequestBody,
);

impl Request for MeUpdate {
    fn parse(body: RequestBody) -> Result<Self, Failure> {
        body::require(&body, &["version"])?;
        Ok(Self(body))
    }
}

impl MeUpdate {
    /// The same request, naming the record it changes.
    ///
    /// # Errors
    /// `unknown_field`, or `invalid` with the field.
    pub fn of(self, id: cairn_domain::MeId) -> Result<Update<Me>, Failure> {
        let mut body = self.0;
        body.insert("id".into(), id.to_string().into());
        Update::parse(body)
    }
}

/// A workspace file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct WorkspacePath {
    /// Where it is.
    pub path: String,
}

/// What the window's frame shows, and what tells it that others wrote.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct WorkspaceStatus {
    /// The open workspace, if one is open.
    pub workspace: Option<WorkspaceInfo>,
    /// Who works here; null until they said so.
    pub me: Option<View<Me>>,
    /// Where a new workspace would go unless said otherwise.
    pub default_path: String,
    /// What the machine says of its user.
    pub guess: Guess,
    /// The date where the user is.
    pub today: NaiveDate,
    /// Number of the newest operation; grows with every change by anyone.
    pub last_op: i64,
    /// What undo would take back.
    pub undo: Option<Step>,
    /// What redo would bring back.
    pub redo: Option<Step>,
    /// How many steps can be undone.
    pub undo_count: u64,
}

/// The open workspace.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct WorkspaceInfo {
    /// Where the file is.
    pub path: String,
    /// The file's name without its ending.
    pub name: String,
    /// True where the file cannot be written.
    pub read_only: bool,
}

/// What can be guessed of a new user.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, TS)]
pub struct Guess {
    /// The machine's time zone.
    pub zone: Option<Zone>,
    /// The country of the machine's locale.
    pub country: Option<Country>,
}

/// Which door a change came through.
#[derive(
    Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, strum::EnumString, strum::IntoStaticStr, TS,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Source {
    /// The window.
    Window,
    /// The command line.
    CommandLine,
}

/// One step of undo or redo: what it changed, and where.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct Step {
    /// The operation's number.
    pub op: i64,
    /// The command that made it, such as `task.update`.
    pub name: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Through which door.
    pub source: Source,
    /// True where it was made since this program opened the workspace.
    pub this_sitting: bool,
    /// The kind of the record it changed.
    pub kind: Option<Kind>,
    /// The record it changed.
    pub id: Option<String>,
    /// That record's name or title.
    pub title: String,
    /// The account it belongs to.
    pub account_id: Option<AccountId>,
    /// That account's name.
    pub account: String,
    /// The plan it belongs to.
    pub plan_id: Option<PlanId>,
}

/// Undo or redo; with `op`, only if that is the step it would take.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct StepGuard {
    /// The step that the caller expects.
    #[serde(default)]
    #[ts(optional)]
    pub op: Option<i64>,
}

/// A record of any kind, for its history.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct HistoryOf {
    /// The record.
    pub id: String,
}

/// One operation in a record's history.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct HistoryEntry {
    /// The operation's number.
    pub op: i64,
    /// The command that made it.
    pub name: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Who, by name.
    pub by: String,
    /// Through which door.
    pub source: Source,
    /// The operation that it took back.
    pub undoes: Option<i64>,
    /// What it changed.
    pub changes: Vec<Change>,
}

/// One changed field.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct Change {
    /// The field; parts of a money field as `arr.minor`.
    pub field: String,
    /// Its value before.
    #[ts(type = "unknown")]
    pub old: Value,
    /// Its value after.
    #[ts(type = "unknown")]
    pub new: Value,
}

/// A field that is being typed into.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct DraftKey {
    /// The record's id, or a name for one that is not made yet.
    pub record: String,
    /// The field.
    pub field: String,
}

/// What is typed and not committed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct DraftText {
    /// The record's id, or a name for one that is not made yet.
    pub record: String,
    /// The field.
    pub field: String,
    /// The text so far.
    pub text: String,
}

/// A kept draft.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct Draft {
    /// The record's id, or a name for one that is not made yet.
    pub record: String,
    /// The field.
    pub field: String,
    /// The text so far.
    pub text: String,
    /// When it was last typed into.
    pub at: DateTime<Utc>,
}

/// A whole plan, for one screen.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct PlanOutline {
    /// The customer.
    pub account: View<Account>,
    /// The plan.
    pub plan: View<Plan>,
    /// Its objectives in order.
    pub objectives: Vec<OutlineObjective>,
}

/// An objective with what hangs under it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct OutlineObjective {
    /// The objective.
    pub objective: View<Objective>,
    /// Its criteria in order.
    pub criteria: Vec<OutlineCriterion>,
    /// Its initiatives in order.
    pub initiatives: Vec<OutlineInitiative>,
}

/// A criterion with its readings.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct OutlineCriterion {
    /// The criterion.
    pub criterion: View<Criterion>,
    /// Its readings, oldest first.
    pub readings: Vec<View<Reading>>,
}

/// An initiative with its tasks.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct OutlineInitiative {
    /// The initiative.
    pub initiative: View<Initiative>,
    /// Its tasks in order.
    pub tasks: Vec<View<Task>>,
}

/// The documents Cairn makes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentKind {
    /// One success plan, for an executive to keep.
    SuccessPlan,
}

/// The formats a document comes in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum DocumentFormat {
    /// Tagged pages, PDF/UA-1.
    Pdf,
}

/// The paper a document is set for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Paper {
    /// 210 x 297 mm.
    #[default]
    A4,
    /// 8.5 x 11 in.
    Letter,
}

/// Write a document to a file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct ExportRequest {
    /// Which document.
    pub document: DocumentKind,
    /// The record it is about.
    pub id: PlanId,
    /// The format.
    pub format: DocumentFormat,
    /// For whom; the customer unless said.
    #[serde(default = "customer")]
    #[ts(optional, as = "Option<Audience>")]
    pub audience: Audience,
    /// The paper; A4 unless said.
    #[serde(default)]
    #[ts(optional, as = "Option<Paper>")]
    pub paper: Paper,
    /// The document's language; English unless said.
    #[serde(default)]
    #[ts(optional)]
    pub lang: Option<String>,
    /// The file to write; what stands there is replaced as a whole.
    pub path: String,
}

fn customer() -> Audience {
    Audience::Customer
}

/// A written document.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct Exported {
    /// Where it is.
    pub path: String,
    /// How many pages it has.
    pub pages: u32,
    /// Characters that no font has; each stands as a box in the document.
    pub missing: Vec<String>,
    /// Texts that were too long for their place, by their beginning.
    pub cut: Vec<String>,
}

/// Check the workspace.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct CheckRequest {
    /// Rebuild what is derived: triggers and indexes. Records are never changed.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub repair: bool,
}

/// What the check found.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct CheckReport {
    /// True where nothing is damaged.
    pub ok: bool,
    /// Each damage in a sentence.
    pub damage: Vec<String>,
    /// What was rebuilt.
    pub repaired: Vec<String>,
}

plain_requests!(
    WorkspacePath ["path"],
    StepGuard [],
    HistoryOf ["id"],
    DraftKey ["record", "field"],
    DraftText ["record", "field", "text"],
    ExportRequest ["document", "id", "format", "path"],
    CheckRequest [],
);
