// Made from the Rust command list. Do not edit: run the bindings command of the README.

/** A request that changes something may carry an id made by the client: sent twice, done once. */
export type Once = { request_id?: string };
/** Make a record: its required fields, and any other. */
export type Create<Fields, Required extends keyof Fields> = Pick<Fields, Required> & Partial<Fields> & Once;
/** Change a record that was read at `version`: only the fields that change; null clears. */
export type Update<Id, Fields> = { id: Id; version: number } & Nullable<Fields> & Once;
/** Say who I am. */
export type UpdateMe<Fields> = { version: number } & Nullable<Fields> & Once;
/** Any of the fields, each of which null clears. */
export type Nullable<Fields> = { [Key in keyof Fields]?: Fields[Key] | null };
/** One record. */
export type ById<Id> = { id: Id } & Once;
/** Delete a record, at a version if one is given. */
export type Delete<Id> = { id: Id; version?: number } & Once;
/** A record with its header and its computed fields. */
export type Stored<Id, Fields, Derived> = {
  id: Id;
  version: number;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
  deleted_at: string | null;
} & Fields &
  Derived;

/**
 * What a command does to the workspace.
 */
export type Access = "read" | "write";

/**
 * A customer in the architect's book.
 */
export type Account = { 
/**
 * The customer's name.
 */
name: string, 
/**
 * The service level bought.
 */
success_tier: SuccessTier | null, 
/**
 * How much attention it gets.
 */
priority: Priority | null, 
/**
 * Where it stands in the customer journey.
 */
lifecycle_stage: LifecycleStage, 
/**
 * Where it is.
 */
country: Country | null, 
/**
 * Its time zone.
 */
time_zone: Zone | null, 
/**
 * Annual recurring revenue. Internal.
 */
arr: Money | null, 
/**
 * When the subscription renews. Internal.
 */
renewal_date: string | null, 
/**
 * What it subscribes to.
 */
subscription_plan: SubscriptionPlan | null, 
/**
 * Seats paid for.
 */
licensed_seats: number | null, };

export type AccountId = string & { readonly __brand: "AccountId" };

/**
 * What a command answers at a door.
 */
export type Answer = { 
/**
 * The command's result.
 */
result: unknown, 
/**
 * The kinds of record that changed: what was read of them must be read again.
 */
changed: Array<Kind>, };

/**
 * Who may see it: us alone, or the customer too.
 */
export type Audience = "internal" | "customer";

/**
 * A view that adds nothing.
 */
export type Bare = Record<symbol, never>;

/**
 * One changed field.
 */
export type Change = { 
/**
 * The field; parts of a money field as `arr.minor`.
 */
field: string, 
/**
 * Its value before.
 */
old: unknown, 
/**
 * Its value after.
 */
new: unknown, };

/**
 * What the check found.
 */
export type CheckReport = { 
/**
 * True where nothing is damaged.
 */
ok: boolean, 
/**
 * Each damage in a sentence.
 */
damage: Array<string>, 
/**
 * What was rebuilt.
 */
repaired: Array<string>, };

/**
 * Check the workspace.
 */
export type CheckRequest = { 
/**
 * Rebuild what is derived: triggers and indexes. Records are never changed.
 */
repair?: boolean, };

/**
 * What kind of refusal or failure it is. Callers decide by this, never by the message.
 */
export type Code = "invalid" | "unknown_field" | "unknown_command" | "not_found" | "conflict" | "invalid_state" | "dependency_loop" | "offset_loop" | "workspace_missing" | "workspace_unreadable" | "workspace_newer" | "workspace_locked" | "wrong_passphrase" | "read_only" | "disk_full" | "io" | "cancelled" | "internal";

/**
 * A country by its two letters of ISO 3166-1.
 */
export type Country = string;

/**
 * A measure of an objective: where it starts, where it should arrive, by when.
 */
export type Criterion = { 
/**
 * The objective it measures.
 */
objective_id: ObjectiveId, 
/**
 * What is measured.
 */
name: string, 
/**
 * What kind of value it is. Percent 30 means 30 %.
 */
kind: CriterionKind, 
/**
 * The unit, in the customer's words: `days`, `pipelines`.
 */
unit: string, 
/**
 * Which way is better.
 */
direction: Direction, 
/**
 * Where it started.
 */
baseline: number | null, 
/**
 * Where it should arrive, unless the direction is in range.
 */
target: number | null, 
/**
 * Lower end of the range, if the direction is in range.
 */
target_min: number | null, 
/**
 * Upper end of the range, if the direction is in range.
 */
target_max: number | null, 
/**
 * By when.
 */
target_date: string | null, 
/**
 * How much it counts in the objective's progress, zero or more; 1 unless said.
 */
weight: number, 
/**
 * Its place in the objective.
 */
position: Position, };

export type CriterionId = string & { readonly __brand: "CriterionId" };

/**
 * What a criterion counts.
 */
export type CriterionKind = "number" | "percent" | "count" | "duration" | "money" | "yes_no";

/**
 * Which way a criterion improves.
 */
export type Direction = "higher_is_better" | "lower_is_better" | "in_range";

/**
 * The formats a document comes in.
 */
export type DocumentFormat = "pdf";

/**
 * The documents Cairn makes.
 */
export type DocumentKind = "success-plan";

/**
 * A kept draft.
 */
export type Draft = { 
/**
 * The record's id, or a name for one that is not made yet.
 */
record: string, 
/**
 * The field.
 */
field: string, 
/**
 * The text so far.
 */
text: string, 
/**
 * When it was last typed into.
 */
at: string, };

/**
 * A field that is being typed into.
 */
export type DraftKey = { 
/**
 * The record's id, or a name for one that is not made yet.
 */
record: string, 
/**
 * The field.
 */
field: string, };

/**
 * What is typed and not committed.
 */
export type DraftText = { 
/**
 * The record's id, or a name for one that is not made yet.
 */
record: string, 
/**
 * The field.
 */
field: string, 
/**
 * The text so far.
 */
text: string, };

/**
 * Write a document to a file.
 */
export type ExportRequest = { 
/**
 * Which document.
 */
document: DocumentKind, 
/**
 * The record it is about.
 */
id: PlanId, 
/**
 * The format.
 */
format: DocumentFormat, 
/**
 * For whom; the customer unless said.
 */
audience?: Audience, 
/**
 * The paper; A4 unless said.
 */
paper?: Paper, 
/**
 * The document's language; English unless said.
 */
lang?: string, 
/**
 * The file to write; what stands there is replaced as a whole.
 */
path: string, };

/**
 * A written document.
 */
export type Exported = { 
/**
 * Where it is.
 */
path: string, 
/**
 * How many pages it has.
 */
pages: number, 
/**
 * Characters that no font has; each stands as a box in the document.
 */
missing: Array<string>, 
/**
 * Texts that were too long for their place, by their beginning.
 */
cut: Array<string>, };

/**
 * An error at a door.
 */
export type Failure = { 
/**
 * What kind it is.
 */
code: Code, 
/**
 * One sentence for a person.
 */
message: string, 
/**
 * The field it is about.
 */
field?: string, 
/**
 * Figures and names that go with the code.
 */
details?: Record<string, unknown>, };

/**
 * What can be guessed of a new user.
 */
export type Guess = { 
/**
 * The machine's time zone.
 */
zone: Zone | null, 
/**
 * The country of the machine's locale.
 */
country: Country | null, };

/**
 * One operation in a record's history.
 */
export type HistoryEntry = { 
/**
 * The operation's number.
 */
op: number, 
/**
 * The command that made it.
 */
name: string, 
/**
 * When.
 */
at: string, 
/**
 * Who, by name.
 */
by: string, 
/**
 * Through which door.
 */
source: Source, 
/**
 * The operation that it took back.
 */
undoes: number | null, 
/**
 * What it changed.
 */
changes: Array<Change>, };

/**
 * A record of any kind, for its history.
 */
export type HistoryOf = { 
/**
 * The record.
 */
id: string, };

/**
 * How an objective is reached: a body of work with one directly responsible person a side.
 */
export type Initiative = { 
/**
 * The objective it serves.
 */
objective_id: ObjectiveId, 
/**
 * What is done, in a line.
 */
title: string, 
/**
 * Status, progress and next steps, in the author's words.
 */
update_text: string, 
/**
 * Directly responsible on our side.
 */
dri: string, 
/**
 * Directly responsible on the customer's side.
 */
customer_dri: string, 
/**
 * By when.
 */
due: string | null, 
/**
 * How it is going.
 */
status: InitiativeStatus, 
/**
 * Who may see it.
 */
audience: Audience, 
/**
 * Its place in the objective.
 */
position: Position, };

export type InitiativeId = string & { readonly __brand: "InitiativeId" };

/**
 * How an initiative is going.
 */
export type InitiativeStatus = "not_started" | "on_track" | "watchpoint" | "concern" | "closed_success" | "closed";

/**
 * The kinds of record. The same word names the table, the command's first part and the cache tag.
 */
export type Kind = "me" | "account" | "plan" | "objective" | "criterion" | "reading" | "initiative" | "task";

/**
 * The newest reading of a criterion.
 */
export type Latest = { 
/**
 * When it was read.
 */
date: string, 
/**
 * What was read.
 */
value: number, };

/**
 * Importance of an objective or a task.
 */
export type Level = "low" | "medium" | "high";

/**
 * Where an account stands in the customer journey; the last is "Optimize & Renew".
 */
export type LifecycleStage = "align" | "onboard" | "enable" | "expand" | "optimize_renew";

/**
 * Which records, in which order, how many.
 */
export type ListQuery = { 
/**
 * Fields that must have a value; null asks for empty ones; `"deleted": true` asks for deleted records.
 */
filter?: Record<string, unknown>, 
/**
 * The order, most important first.
 */
sort?: Array<SortBy>, 
/**
 * Which part; without it the first 200.
 */
page?: PageOf, };

/**
 * A part of a list, and how many there are in all.
 */
export type Listing<V> = { 
/**
 * The part asked for.
 */
items: Array<V>, 
/**
 * How many match.
 */
total: number, };

/**
 * The workspace's own user: signs documents, and is named in the history.
 */
export type Me = { 
/**
 * First and last name.
 */
name: string, 
/**
 * Job title, as documents show it.
 */
title: string, 
/**
 * E-mail address.
 */
email: string, 
/**
 * Where the user's days begin and end.
 */
zone: Zone | null, 
/**
 * Where the user works.
 */
country: Country | null, };

export type MeId = string & { readonly __brand: "MeId" };

/**
 * What the readings say of a criterion.
 */
export type Measure = { 
/**
 * Share of the way from baseline to target, 1 being all of it; null without reading, baseline or target.
 */
progress: number | null, 
/**
 * The newest reading.
 */
latest: Latest | null, };

/**
 * An amount in minor units (cents for EUR) of one currency.
 */
export type Money = { 
/**
 * Minor units; below 2^53 in size, so that every reader of JSON keeps it exactly.
 */
minor: number, 
/**
 * ISO 4217 code, such as `EUR`.
 */
currency: string, };

/**
 * A request without fields.
 */
export type Nothing = Record<symbol, never>;

/**
 * A customer business outcome, with its status and, kept apart, its verifiable-outcome stage.
 */
export type Objective = { 
/**
 * The plan it belongs to.
 */
plan_id: PlanId, 
/**
 * The outcome, in a line.
 */
title: string, 
/**
 * What and why for the business, written for executives.
 */
summary: string, 
/**
 * What went well.
 */
successes: string, 
/**
 * What could go wrong.
 */
risks: string, 
/**
 * Who may read the risks.
 */
risks_audience: Audience, 
/**
 * The effect on the business, in the customer's own words.
 */
business_impact: string, 
/**
 * What part of the platform it rests on.
 */
use_case: UseCase | null, 
/**
 * How important it is.
 */
priority: Level | null, 
/**
 * How it is going.
 */
status: ObjectiveStatus, 
/**
 * How far it is agreed and confirmed.
 */
verifiable_outcome_stage: VerifiableOutcomeStage, 
/**
 * Who answers for it on our side.
 */
owner: string, 
/**
 * Who answers for it on the customer's side.
 */
customer_owner: string, 
/**
 * First day of work.
 */
start: string | null, 
/**
 * Target completion.
 */
due: string | null, 
/**
 * Why it was closed, in the words of `practice.md` 2.2. Internal.
 */
close_reason: string, 
/**
 * What came of it.
 */
summary_of_outcome: string, 
/**
 * Its place in the plan.
 */
position: Position, };

export type ObjectiveId = string & { readonly __brand: "ObjectiveId" };

/**
 * How an objective is going. Kept apart from its verifiable-outcome stage.
 */
export type ObjectiveStatus = "not_started" | "on_track" | "watchpoint" | "concern" | "closed_success" | "closed_lost" | "closed";

/**
 * A criterion with its readings.
 */
export type OutlineCriterion = { 
/**
 * The criterion.
 */
criterion: Stored<CriterionId, Criterion, Measure>, 
/**
 * Its readings, oldest first.
 */
readings: Array<Stored<ReadingId, Reading, Bare>>, };

/**
 * An initiative with its tasks.
 */
export type OutlineInitiative = { 
/**
 * The initiative.
 */
initiative: Stored<InitiativeId, Initiative, Bare>, 
/**
 * Its tasks in order.
 */
tasks: Array<Stored<TaskId, Task, Bare>>, };

/**
 * An objective with what hangs under it.
 */
export type OutlineObjective = { 
/**
 * The objective.
 */
objective: Stored<ObjectiveId, Objective, Progress>, 
/**
 * Its criteria in order.
 */
criteria: Array<OutlineCriterion>, 
/**
 * Its initiatives in order.
 */
initiatives: Array<OutlineInitiative>, };

/**
 * A part of a list.
 */
export type PageOf = { 
/**
 * How many at most.
 */
limit: number, 
/**
 * How many to leave out first.
 */
offset?: number, };

/**
 * The paper a document is set for.
 */
export type Paper = "a4" | "letter";

/**
 * A success plan of one account.
 */
export type Plan = { 
/**
 * The account it is for.
 */
account_id: AccountId, 
/**
 * What it is called.
 */
title: string, 
/**
 * What it is for.
 */
type: PlanType, 
/**
 * Whether it is worked on.
 */
status: PlanStatus, 
/**
 * First day of the period it covers.
 */
period_start: string | null, 
/**
 * Last day of the period it covers.
 */
period_end: string | null, 
/**
 * Why the customer bought, and the direction.
 */
strategy: string, 
/**
 * What was achieved so far.
 */
highlights: string, 
/**
 * Who sponsors it on the customer's side, by name or title.
 */
sponsor: string, };

export type PlanId = string & { readonly __brand: "PlanId" };

/**
 * A whole plan, for one screen.
 */
export type PlanOutline = { 
/**
 * The customer.
 */
account: Stored<AccountId, Account, Bare>, 
/**
 * The plan.
 */
plan: Stored<PlanId, Plan, Progress>, 
/**
 * Its objectives in order.
 */
objectives: Array<OutlineObjective>, };

/**
 * Whether a plan is worked on.
 */
export type PlanStatus = "draft" | "active" | "completed" | "archived";

/**
 * What a success plan is for.
 */
export type PlanType = "roi_success_plan" | "stage_adoption";

/**
 * Where a record stands among its siblings; positions compare as text.
 */
export type Position = string;

/**
 * How much of the architect's attention an account gets.
 */
export type Priority = "pr1" | "pr2" | "pr3" | "pr4";

/**
 * How far a plan or an objective is, measured twice.
 */
export type Progress = { 
/**
 * From criteria: share of the way to the targets; null where nothing is measured.
 */
outcome_progress: number | null, 
/**
 * From tasks: share of them done; null where there are none.
 */
work_progress: number | null, };

/**
 * One dated value of a criterion, with where it came from.
 */
export type Reading = { 
/**
 * The criterion that was read.
 */
criterion_id: CriterionId, 
/**
 * The day it was read; today unless said, never later.
 */
date: string, 
/**
 * What was read, in the criterion's unit.
 */
value: number, 
/**
 * What is worth knowing about it.
 */
note: string, 
/**
 * Who may read the note.
 */
note_audience: Audience, 
/**
 * Where the value comes from: a report, a link.
 */
evidence: string, 
/**
 * Who read it.
 */
who: string, };

export type ReadingId = string & { readonly __brand: "ReadingId" };

/**
 * What is wrong with a field. On the wire it stands in `details.reason`, with its figures beside it.
 */
export type Reason = { "reason": "empty" } | { "reason": "too_long", 
/**
 * The most characters it holds.
 */
max: number, } | { "reason": "unreadable", 
/**
 * What the reader of the value found.
 */
why: string, } | { "reason": "before_start", 
/**
 * The opening date.
 */
start: string, } | { "reason": "after_today", 
/**
 * Today where the user is.
 */
today: string, } | { "reason": "not_finite" } | { "reason": "negative" } | { "reason": "too_large" } | { "reason": "equals_baseline" } | { "reason": "empty_range" } | { "reason": "not_yes_no" } | { "reason": "fixed" } | { "reason": "not_delivered" } | { "reason": "needed_to_close" };

/**
 * Who works: we, or the customer.
 */
export type Side = "ours" | "customer";

/**
 * One field to sort by.
 */
export type SortBy = { 
/**
 * The field.
 */
field: string, 
/**
 * Largest first.
 */
descending?: boolean, };

/**
 * Which door a change came through.
 */
export type Source = "window" | "command_line";

/**
 * One step of undo or redo: what it changed, and where.
 */
export type Step = { 
/**
 * The operation's number.
 */
op: number, 
/**
 * The command that made it, such as `task.update`.
 */
name: string, 
/**
 * When.
 */
at: string, 
/**
 * Through which door.
 */
source: Source, 
/**
 * True where it was made since this program opened the workspace.
 */
this_sitting: boolean, 
/**
 * The kind of the record it changed.
 */
kind: Kind | null, 
/**
 * The record it changed.
 */
id: string | null, 
/**
 * That record's name or title.
 */
title: string, 
/**
 * The account it belongs to.
 */
account_id: AccountId | null, 
/**
 * That account's name.
 */
account: string, 
/**
 * The plan it belongs to.
 */
plan_id: PlanId | null, };

/**
 * Undo or redo; with `op`, only if that is the step it would take.
 */
export type StepGuard = { 
/**
 * The step that the caller expects.
 */
op?: number, };

/**
 * What the customer subscribes to.
 */
export type SubscriptionPlan = "free" | "premium" | "ultimate";

/**
 * The service level a customer bought.
 */
export type SuccessTier = "on_demand" | "essentials" | "advanced" | "signature";

/**
 * One step, with somebody who does it and a day by which it is done.
 */
export type Task = { 
/**
 * The initiative it belongs to.
 */
initiative_id: InitiativeId, 
/**
 * What is done, in a line.
 */
title: string, 
/**
 * Who does it.
 */
owner: string, 
/**
 * Which side the owner is on.
 */
owner_side: Side, 
/**
 * Directly responsible on the customer's side.
 */
customer_dri: string, 
/**
 * First day of work.
 */
start: string | null, 
/**
 * By when.
 */
due: string | null, 
/**
 * The day it was done.
 */
done_date: string | null, 
/**
 * How it is going.
 */
status: TaskStatus, 
/**
 * How important it is.
 */
priority: Level | null, 
/**
 * Whether it marks a milestone.
 */
milestone: boolean, 
/**
 * Who may see it.
 */
audience: Audience, 
/**
 * Its place in the initiative.
 */
position: Position, };

export type TaskId = string & { readonly __brand: "TaskId" };

/**
 * How a task is going.
 */
export type TaskStatus = "new" | "work_in_progress" | "blocked" | "closed_success" | "closed";

/**
 * What part of the platform an objective rests on.
 */
export type UseCase = "ai" | "cd" | "ci" | "dedicated" | "developer_experience" | "infrastructure" | "other" | "plan" | "scm" | "security";

/**
 * How far an outcome is agreed and confirmed by the customer.
 */
export type VerifiableOutcomeStage = "proposed" | "accepted" | "delivered" | "verified";

/**
 * The open workspace.
 */
export type WorkspaceInfo = { 
/**
 * Where the file is.
 */
path: string, 
/**
 * The file's name without its ending.
 */
name: string, 
/**
 * True where the file cannot be written.
 */
read_only: boolean, };

/**
 * A workspace file.
 */
export type WorkspacePath = { 
/**
 * Where it is.
 */
path: string, };

/**
 * What the window's frame shows, and what tells it that others wrote.
 */
export type WorkspaceStatus = { 
/**
 * The open workspace, if one is open.
 */
workspace: WorkspaceInfo | null, 
/**
 * Who works here; null until they said so.
 */
me: Stored<MeId, Me, Bare> | null, 
/**
 * Where a new workspace would go unless said otherwise.
 */
default_path: string, 
/**
 * What the machine says of its user.
 */
guess: Guess, 
/**
 * The date where the user is.
 */
today: string, 
/**
 * Number of the newest operation; grows with every change by anyone.
 */
last_op: number, 
/**
 * What undo would take back.
 */
undo: Step | null, 
/**
 * What redo would bring back.
 */
redo: Step | null, 
/**
 * How many steps can be undone.
 */
undo_count: number, };

/**
 * A time zone by its IANA name, such as `Europe/Berlin`.
 */
export type Zone = string;

/** Every command: what it is asked with, what it answers. */
export type RpcSchema = {
  "account.create": [Create<Account, "name">, Stored<AccountId, Account, Bare>];
  "account.get": [ById<AccountId>, Stored<AccountId, Account, Bare>];
  "account.list": [ListQuery, Listing<Stored<AccountId, Account, Bare>>];
  "account.update": [Update<AccountId, Account>, Stored<AccountId, Account, Bare>];
  "account.delete": [Delete<AccountId>, Stored<AccountId, Account, Bare>];
  "account.restore": [ById<AccountId>, Stored<AccountId, Account, Bare>];
  "plan.create": [Create<Plan, "account_id" | "title">, Stored<PlanId, Plan, Progress>];
  "plan.get": [ById<PlanId>, Stored<PlanId, Plan, Progress>];
  "plan.list": [ListQuery, Listing<Stored<PlanId, Plan, Progress>>];
  "plan.update": [Update<PlanId, Plan>, Stored<PlanId, Plan, Progress>];
  "plan.delete": [Delete<PlanId>, Stored<PlanId, Plan, Progress>];
  "plan.restore": [ById<PlanId>, Stored<PlanId, Plan, Progress>];
  "objective.create": [Create<Objective, "plan_id" | "title">, Stored<ObjectiveId, Objective, Progress>];
  "objective.get": [ById<ObjectiveId>, Stored<ObjectiveId, Objective, Progress>];
  "objective.list": [ListQuery, Listing<Stored<ObjectiveId, Objective, Progress>>];
  "objective.update": [Update<ObjectiveId, Objective>, Stored<ObjectiveId, Objective, Progress>];
  "objective.delete": [Delete<ObjectiveId>, Stored<ObjectiveId, Objective, Progress>];
  "objective.restore": [ById<ObjectiveId>, Stored<ObjectiveId, Objective, Progress>];
  "criterion.create": [Create<Criterion, "objective_id" | "name">, Stored<CriterionId, Criterion, Measure>];
  "criterion.get": [ById<CriterionId>, Stored<CriterionId, Criterion, Measure>];
  "criterion.list": [ListQuery, Listing<Stored<CriterionId, Criterion, Measure>>];
  "criterion.update": [Update<CriterionId, Criterion>, Stored<CriterionId, Criterion, Measure>];
  "criterion.delete": [Delete<CriterionId>, Stored<CriterionId, Criterion, Measure>];
  "criterion.restore": [ById<CriterionId>, Stored<CriterionId, Criterion, Measure>];
  "reading.create": [Create<Reading, "criterion_id" | "value">, Stored<ReadingId, Reading, Bare>];
  "reading.get": [ById<ReadingId>, Stored<ReadingId, Reading, Bare>];
  "reading.list": [ListQuery, Listing<Stored<ReadingId, Reading, Bare>>];
  "reading.update": [Update<ReadingId, Reading>, Stored<ReadingId, Reading, Bare>];
  "reading.delete": [Delete<ReadingId>, Stored<ReadingId, Reading, Bare>];
  "reading.restore": [ById<ReadingId>, Stored<ReadingId, Reading, Bare>];
  "initiative.create": [Create<Initiative, "objective_id" | "title">, Stored<InitiativeId, Initiative, Bare>];
  "initiative.get": [ById<InitiativeId>, Stored<InitiativeId, Initiative, Bare>];
  "initiative.list": [ListQuery, Listing<Stored<InitiativeId, Initiative, Bare>>];
  "initiative.update": [Update<InitiativeId, Initiative>, Stored<InitiativeId, Initiative, Bare>];
  "initiative.delete": [Delete<InitiativeId>, Stored<InitiativeId, Initiative, Bare>];
  "initiative.restore": [ById<InitiativeId>, Stored<InitiativeId, Initiative, Bare>];
  "task.create": [Create<Task, "initiative_id" | "title">, Stored<TaskId, Task, Bare>];
  "task.get": [ById<TaskId>, Stored<TaskId, Task, Bare>];
  "task.list": [ListQuery, Listing<Stored<TaskId, Task, Bare>>];
  "task.update": [Update<TaskId, Task>, Stored<TaskId, Task, Bare>];
  "task.delete": [Delete<TaskId>, Stored<TaskId, Task, Bare>];
  "task.restore": [ById<TaskId>, Stored<TaskId, Task, Bare>];
  "me.get": [Nothing, Stored<MeId, Me, Bare>];
  "me.update": [UpdateMe<Me>, Stored<MeId, Me, Bare>];
  "plan.outline": [ById<PlanId>, PlanOutline];
  "undo": [StepGuard, Step];
  "redo": [StepGuard, Step];
  "history": [HistoryOf, Array<HistoryEntry>];
  "draft.list": [Nothing, Array<Draft>];
  "draft.save": [DraftText, Draft];
  "draft.drop": [DraftKey, Nothing];
  "document.export": [ExportRequest, Exported];
  "workspace.status": [Nothing, WorkspaceStatus];
  "workspace.create": [WorkspacePath, WorkspaceStatus];
  "workspace.open": [WorkspacePath, WorkspaceStatus];
  "workspace.check": [CheckRequest, CheckReport];
};

/** Every command: whether it changes something, and which kinds of record it reads. */
export const COMMANDS = {
  "account.create": { access: "write", reads: ["account"] },
  "account.get": { access: "read", reads: ["account"] },
  "account.list": { access: "read", reads: ["account"] },
  "account.update": { access: "write", reads: ["account"] },
  "account.delete": { access: "write", reads: ["account"] },
  "account.restore": { access: "write", reads: ["account"] },
  "plan.create": { access: "write", reads: ["plan", "objective", "criterion", "reading", "initiative", "task"] },
  "plan.get": { access: "read", reads: ["plan", "objective", "criterion", "reading", "initiative", "task"] },
  "plan.list": { access: "read", reads: ["plan", "objective", "criterion", "reading", "initiative", "task"] },
  "plan.update": { access: "write", reads: ["plan", "objective", "criterion", "reading", "initiative", "task"] },
  "plan.delete": { access: "write", reads: ["plan", "objective", "criterion", "reading", "initiative", "task"] },
  "plan.restore": { access: "write", reads: ["plan", "objective", "criterion", "reading", "initiative", "task"] },
  "objective.create": { access: "write", reads: ["objective", "criterion", "reading", "initiative", "task"] },
  "objective.get": { access: "read", reads: ["objective", "criterion", "reading", "initiative", "task"] },
  "objective.list": { access: "read", reads: ["objective", "criterion", "reading", "initiative", "task"] },
  "objective.update": { access: "write", reads: ["objective", "criterion", "reading", "initiative", "task"] },
  "objective.delete": { access: "write", reads: ["objective", "criterion", "reading", "initiative", "task"] },
  "objective.restore": { access: "write", reads: ["objective", "criterion", "reading", "initiative", "task"] },
  "criterion.create": { access: "write", reads: ["criterion", "reading"] },
  "criterion.get": { access: "read", reads: ["criterion", "reading"] },
  "criterion.list": { access: "read", reads: ["criterion", "reading"] },
  "criterion.update": { access: "write", reads: ["criterion", "reading"] },
  "criterion.delete": { access: "write", reads: ["criterion", "reading"] },
  "criterion.restore": { access: "write", reads: ["criterion", "reading"] },
  "reading.create": { access: "write", reads: ["reading"] },
  "reading.get": { access: "read", reads: ["reading"] },
  "reading.list": { access: "read", reads: ["reading"] },
  "reading.update": { access: "write", reads: ["reading"] },
  "reading.delete": { access: "write", reads: ["reading"] },
  "reading.restore": { access: "write", reads: ["reading"] },
  "initiative.create": { access: "write", reads: ["initiative"] },
  "initiative.get": { access: "read", reads: ["initiative"] },
  "initiative.list": { access: "read", reads: ["initiative"] },
  "initiative.update": { access: "write", reads: ["initiative"] },
  "initiative.delete": { access: "write", reads: ["initiative"] },
  "initiative.restore": { access: "write", reads: ["initiative"] },
  "task.create": { access: "write", reads: ["task"] },
  "task.get": { access: "read", reads: ["task"] },
  "task.list": { access: "read", reads: ["task"] },
  "task.update": { access: "write", reads: ["task"] },
  "task.delete": { access: "write", reads: ["task"] },
  "task.restore": { access: "write", reads: ["task"] },
  "me.get": { access: "read", reads: ["me"] },
  "me.update": { access: "write", reads: [] },
  "plan.outline": { access: "read", reads: ["account", "plan", "objective", "criterion", "reading", "initiative", "task"] },
  "undo": { access: "write", reads: [] },
  "redo": { access: "write", reads: [] },
  "history": { access: "read", reads: ["me", "account", "plan", "objective", "criterion", "reading", "initiative", "task"] },
  "draft.list": { access: "read", reads: [] },
  "draft.save": { access: "write", reads: [] },
  "draft.drop": { access: "write", reads: [] },
  "document.export": { access: "read", reads: [] },
  "workspace.status": { access: "read", reads: ["me", "account", "plan", "objective", "criterion", "reading", "initiative", "task"] },
  "workspace.create": { access: "write", reads: [] },
  "workspace.open": { access: "write", reads: [] },
  "workspace.check": { access: "write", reads: [] },
} as const satisfies Record<keyof RpcSchema, { access: Access; reads: readonly Kind[] }>;

/** Every error code. */
export const CODES = ["invalid", "unknown_field", "unknown_command", "not_found", "conflict", "invalid_state", "dependency_loop", "offset_loop", "workspace_missing", "workspace_unreadable", "workspace_newer", "workspace_locked", "wrong_passphrase", "read_only", "disk_full", "io", "cancelled", "internal"] as const satisfies readonly Code[];

/** Every kind of record. */
export const KINDS = ["me", "account", "plan", "objective", "criterion", "reading", "initiative", "task"] as const satisfies readonly Kind[];
