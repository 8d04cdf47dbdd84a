// Made from the Rust command list. Do not edit: run the bindings command of the README.

/** A request that changes something may carry an id made by the client: sent twice, done once. */
export type Once = { request_id?: string };
/** Make a record: its required fields, and any other. */
export type Create<Fields, Required extends keyof Fields> = Pick<Fields, Required> & Partial<Fields> & Once;
/** Change a record that was read at `version`: only the fields that change; null clears. */
export type Update<Id, Fields> = { id: Id; version: number } & Nullable<Fields> & Once;
/** Change the workspace's one record of its kind, read at `version` (0 if there is none yet). */
export type UpdateSingle<Fields> = { version: number } & Nullable<Fields> & Once;
/** Any of the fields, each of which null clears. */
export type Nullable<Fields> = { [Key in keyof Fields]?: Fields[Key] | null };
/** One record. */
export type ById<Id> = { id: Id } & Once;
/** Delete a record, at a version if one is given. */
export type Delete<Id> = { id: Id; version?: number } & Once;
/** The same change to several records, as one step: all of them or none. */
export type UpdateMany<Id, Fields> = { items: Seen<Id>[]; changes: Nullable<Fields> } & Once;
/** Delete several records as one step. */
export type DeleteMany<Id> = { items: Seen<Id>[] } & Once;
/** A record at the version that was read. */
export type Seen<Id> = { id: Id; version: number };
/** Move a record behind a sibling (null: to the first place), or under another parent of the same kind. */
export type Move<Id> = { id: Id; version?: number; after?: Id | null; parent?: string } & Once;
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
 * Take over some of the differences, and put others aside until the template changes there again; or see what moves.
 */
export type AcceptChecklist = { 
/**
 * The checklist.
 */
id: ChecklistId, 
/**
 * The ids of lines to take over; what they need goes along.
 */
lines?: Array<string>, 
/**
 * The ids of lines to put aside.
 */
decline?: Array<string>, };

/**
 * Take over some of the differences, and put others aside until the template changes there again.
 */
export type AcceptTemplate = { 
/**
 * The plan.
 */
plan_id: PlanId, 
/**
 * The ids of lines to take over; what they need goes along.
 */
lines?: Array<string>, 
/**
 * The ids of lines to put aside.
 */
decline?: Array<string>, };

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
 * The segment it is served in, such as Enterprise. Internal.
 */
segment: string, 
/**
 * The sales region, such as EMEA.
 */
region: string, 
/**
 * What it does.
 */
industry: string, 
/**
 * Where it is.
 */
country: Country | null, 
/**
 * State or province, by its ISO 3166-2 code without the country, such as `BY`.
 */
subdivision: string, 
/**
 * Days off of its own, and holidays of its country on which it works.
 */
holidays: Array<OwnHoliday>, 
/**
 * The city of its main site.
 */
city: string, 
/**
 * Its other sites, as people name them.
 */
other_sites: Array<string>, 
/**
 * Its time zone.
 */
time_zone: Zone | null, 
/**
 * The language of its documents, as a BCP 47 tag; the program's where empty.
 */
document_language: string, 
/**
 * The paper of its documents; the user's own where empty.
 */
paper: Paper | null, 
/**
 * True for a public authority: its documents carry the classification line.
 */
public_sector: boolean, 
/**
 * The classification line on every page of its documents.
 */
classification: string, 
/**
 * How the architect judges it. Internal, as are the day and the reason.
 */
sentiment: AccountSentiment | null, 
/**
 * The day of that judgement.
 */
sentiment_date: string | null, 
/**
 * Why.
 */
sentiment_reason: string, 
/**
 * Annual recurring revenue. Internal.
 */
arr: Money | null, 
/**
 * When the subscription renews. Internal.
 */
renewal_date: string | null, 
/**
 * First month of its fiscal year, 1 to 12.
 */
fiscal_year_start: number | null, 
/**
 * Since when it is a customer.
 */
customer_since: string | null, 
/**
 * Where it runs the product.
 */
hosting: Hosting | null, 
/**
 * The version it runs.
 */
product_version: string, 
/**
 * In whose machines.
 */
provider: Provider | null, 
/**
 * Who set it up.
 */
deployer: Deployer | null, 
/**
 * The reference architecture it follows, and where it leaves it.
 */
reference_architecture: string, 
/**
 * Whether one machine may fail.
 */
high_availability: YesNo | null, 
/**
 * Whether it is cut off from other networks.
 */
air_gapped: YesNo | null, 
/**
 * How it is backed up and comes back after a disaster.
 */
backup_and_dr: string, 
/**
 * The day on which the product was first worth something to the customer.
 */
first_value_on: string | null, 
/**
 * How many people used it on that day.
 */
first_value_users: number | null, 
/**
 * What shows that value, where the users alone do not. Internal.
 */
first_value_evidence: string, 
/**
 * The day on which the customer was onboarded, where no checklist says so.
 */
onboarded_on: string | null, 
/**
 * Why the onboarding takes longer than it should, where no checklist says so. Internal.
 */
onboarding_delay_reason: string, 
/**
 * What it works with, by area.
 */
tool_stack: Array<ToolUse>, 
/**
 * Who works for it on our side.
 */
account_team: Array<TeamMember>, 
/**
 * Its ids and addresses in other systems.
 */
links: Array<Link>, 
/**
 * Notes for us alone.
 */
notes: string, 
/**
 * True for an invented account of the sample.
 */
sample: boolean, 
/**
 * What it subscribes to.
 */
subscription_plan: SubscriptionPlan | null, 
/**
 * Seats paid for.
 */
licensed_seats: number | null, };

/**
 * Write an account with its history and its files to a file for a colleague.
 */
export type AccountExport = { 
/**
 * The account.
 */
id: AccountId, 
/**
 * The file to write; nothing may stand there.
 */
path: string, 
/**
 * Whether a brief for the talk is written as well, as a PDF of the same name.
 */
brief?: boolean, };

/**
 * A written file.
 */
export type AccountExported = { 
/**
 * Where it is.
 */
path: string, 
/**
 * Where the brief is, if one was wanted.
 */
brief: string | null, 
/**
 * The account's name.
 */
name: string, 
/**
 * What is in it.
 */
kinds: Array<CarriedKind>, 
/**
 * How many contents of files, versions and checklists are in it.
 */
contents: number, 
/**
 * What is not finished, the soonest first.
 */
open: Array<OpenItem>, };

export type AccountId = string & { readonly __brand: "AccountId" };

/**
 * How the architect judges an account, by hand.
 */
export type AccountSentiment = "green" | "yellow" | "red" | "will_churn";

/**
 * Add a step by hand.
 */
export type AddStep = { 
/**
 * The checklist.
 */
checklist_id: ChecklistId, 
/**
 * What is done.
 */
title: string, 
/**
 * The step to stand behind, in its phase and as deep as it; last unless said.
 */
after?: ChecklistStepId, 
/**
 * The phase, where it is another.
 */
phase?: string, 
/**
 * How far it is indented, at most one deeper than what it stands behind; as that step unless said.
 */
depth?: number, 
/**
 * By when.
 */
due?: string, 
/**
 * Who does it; ours unless said.
 */
owner_side?: StepSide, 
/**
 * Whether it is required; not unless said.
 */
required?: boolean, 
/**
 * Who may see it; we alone unless said.
 */
visibility?: Audience, };

/**
 * A task that must be done first.
 */
export type After = { 
/**
 * Its key.
 */
key: string, 
/**
 * Working days between the two, beyond the next one.
 */
lag_days: number, };

/**
 * The amount that a text means.
 */
export type AmountRead = { 
/**
 * The amount.
 */
amount: Money, };

/**
 * Give anchors their days, or see what that would move.
 */
export type AnchorDays = { 
/**
 * The checklist.
 */
id: ChecklistId, 
/**
 * The days that change, by the anchor's key.
 */
anchors: { [key in string]: string }, };

/**
 * Every date that moves with its anchors.
 */
export type AnchorMoves = { 
/**
 * In the order of the checklist.
 */
moves: Array<StepMoved>, 
/**
 * All anchors as they are then: what the template reckons from one that changes goes along.
 */
anchors: { [key in string]: string }, };

/**
 * A day that steps count from.
 */
export type AnchorWanted = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its title in the template; empty where the key says it.
 */
title: string, 
/**
 * The day, as given or by its default; none where it has to be given.
 */
day: string | null, };

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
 * Make a plan of a template, or add what it holds to a plan; or see what that would make.
 */
export type ApplyTemplate = { 
/**
 * The template, the user's own or the program's.
 */
template_id: TemplateId, 
/**
 * The account that gets a new plan.
 */
account_id?: AccountId, 
/**
 * The plan that gets the objectives. One of the two is given, not both.
 */
plan_id?: PlanId, 
/**
 * The day that the template's days count from.
 */
start: string, 
/**
 * What the new plan is called; like the template unless said.
 */
title?: string, 
/**
 * Keys of parts that are left out by choice, with what hangs under them.
 */
without?: Array<string>, };

/**
 * Somebody whose sign-off a plan needs.
 */
export type Approver = { 
/**
 * Who.
 */
name: string, 
/**
 * As what: VP Engineering, sponsor, security.
 */
role: string, };

/**
 * How an objective's two measures come about, side by side and never mixed.
 */
export type Arithmetic = { 
/**
 * Its criteria in their order.
 */
criteria: Array<CriterionTerm>, 
/**
 * The sum of the weights of those that are measured.
 */
weights: number, 
/**
 * The sum of the products: the outcome progress; null where nothing is measured.
 */
sum: number | null, 
/**
 * Its tasks, those of initiatives that serve it too among them.
 */
tasks: TaskCount, 
/**
 * Done by done and open: the work progress; null where there are none.
 */
work_progress: number | null, };

/**
 * A file kept in the workspace by the hash of its content.
 */
export type Attachment = { 
/**
 * The file's name.
 */
name: string, 
/**
 * Its content, as `blob.put` answered it.
 */
hash: Hash, 
/**
 * Who may see it.
 */
visibility: Audience, 
/**
 * The reading it hangs under, if that is its home.
 */
reading_id: ReadingId | null, 
/**
 * The objective it hangs under, if that is its home.
 */
objective_id: ObjectiveId | null, 
/**
 * The task it hangs under, if that is its home.
 */
task_id: TaskId | null, 
/**
 * The account it hangs under, if that is its home.
 */
account_id: AccountId | null, 
/**
 * The touchpoint it hangs under, if that is its home.
 */
touchpoint_id: TouchpointId | null, 
/**
 * The workshop it hangs under, if that is its home.
 */
workshop_id: WorkshopId | null, 
/**
 * The checklist step it hangs under, if that is its home.
 */
checklist_step_id: ChecklistStepId | null, 
/**
 * The sign off it hangs under, if that is its home.
 */
sign_off_id: SignOffId | null, };

/**
 * Write an attachment to a file.
 */
export type AttachmentExport = { 
/**
 * Which.
 */
id: AttachmentId, 
/**
 * The file to write; what stands there is replaced as a whole.
 */
path: string, 
/**
 * Whether a file that this workspace did not write, or that was changed since, gives way. The window needs not say
 * it: the system's dialog asks.
 */
force?: boolean, };

export type AttachmentId = string & { readonly __brand: "AttachmentId" };

/**
 * Who may see it: us alone, or the customer too.
 */
export type Audience = "internal" | "customer";

/**
 * Make a backup, or a copy of what is open.
 */
export type BackupCreate = { 
/**
 * The file to write, where none is; a backup among the others unless said.
 */
path?: string, };

/**
 * One backup.
 */
export type BackupInfo = { 
/**
 * Where it is.
 */
path: string, 
/**
 * When it was made.
 */
at: string, 
/**
 * Why.
 */
reason: BackupReason, 
/**
 * The newest operation in it.
 */
op: number, 
/**
 * Its size in bytes.
 */
size: number, };

/**
 * The backups of the open workspace.
 */
export type BackupList = { 
/**
 * The folder beside the workspace; it is made with the first backup.
 */
folder: string, 
/**
 * The second place, if one was chosen.
 */
second: SecondPlace | null, 
/**
 * Every backup beside the workspace, newest first.
 */
items: Array<BackupInfo>, };

/**
 * A file of a backup.
 */
export type BackupMade = { 
/**
 * Where it is.
 */
path: string, 
/**
 * When it was made: it was opened and checked.
 */
at: string, };

/**
 * Choose a second place for backups.
 */
export type BackupPlace = { 
/**
 * A folder that is there; null for none.
 */
path: string | null, };

/**
 * Why a backup was made; `restore` is what stood where a backup was put back.
 */
export type BackupReason = "asked" | "due" | "import" | "deletion" | "restore";

/**
 * Put a backup in the place of the open workspace.
 */
export type BackupRestore = { 
/**
 * The backup, or any other workspace.
 */
path: string, };

/**
 * A backup that was put back.
 */
export type BackupRestored = { 
/**
 * Where the workspace is.
 */
path: string, 
/**
 * Where what stood there is now: putting that back takes the restore back. None where nothing was there.
 */
kept: string | null, };

/**
 * Try a backup.
 */
export type BackupTest = { 
/**
 * Which; the newest unless said.
 */
path?: string, };

/**
 * What came out when a backup was tried.
 */
export type BackupTested = { 
/**
 * Which one.
 */
path: string, 
/**
 * True where nothing is damaged.
 */
ok: boolean, 
/**
 * Each damage in a sentence.
 */
damage: Array<string>, };

/**
 * A view that adds nothing.
 */
export type Bare = Record<symbol, never>;

/**
 * When everything was to be when a plan was frozen.
 */
export type Baseline = { 
/**
 * The version's name.
 */
name: string, 
/**
 * The day it was frozen.
 */
frozen_on: string, 
/**
 * Objectives, initiatives and tasks that had a date.
 */
bars: Array<BaselineBar>, };

/**
 * A record's dates in a version; `title` and `kind` tell of one that is gone since.
 */
export type BaselineBar = { 
/**
 * `objective`, `initiative` or `task`.
 */
kind: Kind, 
/**
 * The record.
 */
id: string, 
/**
 * What it was called.
 */
title: string, 
/**
 * Its first day, of which an initiative has none.
 */
start: string | null, 
/**
 * Its last day.
 */
due: string | null, };

/**
 * The dates of a version.
 */
export type BaselineOf = { 
/**
 * The version.
 */
version_id: PlanVersionId, };

/**
 * A record that was deleted by itself; `restore` of its kind brings it back with what went along with it.
 */
export type BinEntry = { 
/**
 * Its kind.
 */
kind: Kind, 
/**
 * The record.
 */
id: string, 
/**
 * Its name or title; of a reading its day, of a dependency what waits for what.
 */
title: string, 
/**
 * The names of what it hangs under, outermost first.
 */
place: Array<string>, 
/**
 * The account it belongs to, or is.
 */
account_id: AccountId | null, 
/**
 * That account's name.
 */
account: string, 
/**
 * The plan it belongs to.
 */
plan_id: PlanId | null, 
/**
 * The command that deleted it, such as `task.delete`.
 */
command: string, 
/**
 * When.
 */
deleted_at: string, 
/**
 * Who did it, by name.
 */
deleted_by: string, 
/**
 * What went along with it and comes back with it.
 */
under: Array<CarriedKind>, };

/**
 * Records that somebody is about to delete.
 */
export type BinPreview = { 
/**
 * Their kind.
 */
kind: Kind, 
/**
 * Which.
 */
ids: string[], };

/**
 * What was deleted, the latest first; each part narrows it.
 */
export type BinQuery = { 
/**
 * Only of this kind.
 */
kind?: Kind, 
/**
 * Only of this account.
 */
account_id?: AccountId, 
/**
 * Only where every word stands in its title, in what it hangs under, or in who deleted it.
 */
search?: string, 
/**
 * Which part of the list; the first 200 unless said.
 */
page?: PageOf, };

/**
 * What hangs under records and goes with them, by kind.
 */
export type BinWeight = { 
/**
 * Kinds of which something hangs there.
 */
under: Array<CarriedKind>, };

/**
 * What is known of a content.
 */
export type Blob = { 
/**
 * Its media type, such as `image/png`.
 */
media_type: string, 
/**
 * Its size in bytes.
 */
size: number, };

/**
 * A content, for the window to show.
 */
export type BlobContent = { 
/**
 * Its media type.
 */
media_type: string, 
/**
 * Its bytes in Base64.
 */
base64: string, };

/**
 * A written file.
 */
export type BlobFile = { 
/**
 * Where it is.
 */
path: string, };

/**
 * Hand out a content.
 */
export type BlobGet = { 
/**
 * Which.
 */
hash: Hash, };

/**
 * A content that the workspace holds.
 */
export type BlobInfo = { 
/**
 * What attachments and the brand name it by.
 */
hash: Hash, 
/**
 * The name of the file it came from.
 */
name: string, 
/**
 * Its media type, such as `image/png`.
 */
media_type: string, 
/**
 * Its size in bytes.
 */
size: number, };

/**
 * Take a file's content into the workspace; what carries who made it and where is stripped from images.
 */
export type BlobPut = { 
/**
 * The file.
 */
path: string, };

/**
 * Write a content to a file.
 */
export type BlobSave = { 
/**
 * Which.
 */
hash: Hash, 
/**
 * The file to write; what stands there is replaced as a whole.
 */
path: string, 
/**
 * Whether a file that this workspace did not write, or that was changed since, gives way. The window needs not say
 * it: the system's dialog asks.
 */
force?: boolean, };

/**
 * The workspace's own brand, on every document.
 */
export type Brand = { 
/**
 * The company's name.
 */
company: string, 
/**
 * The logo: an image, as `blob.put` answered it.
 */
logo: Hash | null, 
/**
 * The colour of headings and marks, such as `#2456c9`; the program's own where empty.
 */
colour: string, 
/**
 * A line at the foot of every page.
 */
footer: string, 
/**
 * The user's own words for the documents' labels: by language, then by label.
 */
labels: { [key in string]: { [key in string]: string } }, };

export type BrandId = string & { readonly __brand: "BrandId" };

/**
 * A day that is not as the week says.
 */
export type CalendarDay = { 
/**
 * The day.
 */
date: string, 
/**
 * What it is called; empty where nobody said.
 */
name: string, 
/**
 * Where it comes from.
 */
source: DayOffSource, 
/**
 * True for a holiday of the country that is worked.
 */
working: boolean, };

/**
 * A part of a country.
 */
export type CalendarRegion = { 
/**
 * The second half of its code of ISO 3166-2, as `subdivision` of an account takes it.
 */
code: string, 
/**
 * What it is called there.
 */
name: string, 
/**
 * The codes of what lies in it and keeps its days.
 */
parts: Array<string>, };

/**
 * The parts of a country whose holidays differ.
 */
export type CalendarRegions = { 
/**
 * By name; none where the whole country keeps the same days.
 */
regions: Array<CalendarRegion>, };

/**
 * A country.
 */
export type CalendarRegionsRequest = { 
/**
 * By its two letters of ISO 3166-1.
 */
country: Country, };

/**
 * The days that are not as the week says. Leave is no part of them.
 */
export type CalendarYear = { 
/**
 * In order: the country's holidays, and the changes of somebody's own over them.
 */
days: Array<CalendarDay>, };

/**
 * Which days of a year are off, and why.
 */
export type CalendarYearRequest = { 
/**
 * Whose days: an account's; mine where it is not said.
 */
account_id?: AccountId, 
/**
 * The year. The countries' holidays are known from 2020 to 2040.
 */
year: number, };

/**
 * Records of a kind.
 */
export type CarriedKind = { 
/**
 * The kind.
 */
kind: Kind, 
/**
 * How many.
 */
count: number, };

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
 * How many records came, went, or are said otherwise.
 */
export type ChangeCounts = { 
/**
 * Records that came.
 */
added: number, 
/**
 * Records that went.
 */
removed: number, 
/**
 * Records in both that differ.
 */
changed: number, };

/**
 * What became of a record.
 */
export type ChangeWhat = "added" | "removed" | "changed";

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
 * A checklist that is worked through for an account.
 */
export type Checklist = { 
/**
 * The account.
 */
account_id: AccountId, 
/**
 * What it is called.
 */
title: string, 
/**
 * The template it was made of; it may be gone since, or come with the program.
 */
template_id: ChecklistTemplateId | null, 
/**
 * The version of that which it follows; 0 without a template.
 */
template_version: number, 
/**
 * The days that steps count from, by the anchor's key.
 */
anchors: { [key in string]: string }, 
/**
 * Its phases in order.
 */
phases: Array<ChecklistPhase>, 
/**
 * True for the one that is looked at first among the account's.
 */
is_primary: boolean, 
/**
 * The day it was started.
 */
started_on: string, 
/**
 * The day it was closed, whatever was left open.
 */
closed_on: string | null, 
/**
 * Why it takes longer than it should, or was closed early. Internal.
 */
delay_reason: string, 
/**
 * What the template said when it was applied, as a content of the workspace; none without a template.
 */
applied: Hash | null, 
/**
 * The lines of a difference with the template that were declined.
 */
declined: Array<string>, };

/**
 * What the template of a checklist says otherwise than when it was applied.
 */
export type ChecklistDiff = { 
/**
 * What can be accepted or declined.
 */
lines: Array<TemplateLine>, 
/**
 * The template; none where the checklist was made without one.
 */
template_id: ChecklistTemplateId | null, 
/**
 * Its title; empty where it is gone.
 */
title: string, 
/**
 * The version that the checklist follows.
 */
followed_version: number, 
/**
 * Its version now; none where it is gone.
 */
version: number | null, };

export type ChecklistId = string & { readonly __brand: "ChecklistId" };

/**
 * A part of a checklist that is done before the next begins.
 */
export type ChecklistPhase = { 
/**
 * What it is called; steps name it by this.
 */
title: string, 
/**
 * What must be true before the next phase begins, as the customer reads it; empty where nothing waits.
 */
gate: string, };

/**
 * What it would hold, and what the account leaves out.
 */
export type ChecklistPreview = { 
/**
 * What the template is called.
 */
title: string, 
/**
 * The anchors that its steps count from, in the order in which they are met.
 */
anchors: Array<AnchorWanted>, 
/**
 * Its steps for this account.
 */
steps: Array<PreviewStep>, 
/**
 * The steps that do not fit the account, with the reason of each.
 */
left_out: Array<LeftOutPart>, 
/**
 * A phase whose gate nobody could open for this account; a checklist cannot be started then.
 */
gate_shut: string | null, 
/**
 * A checklist of this template that is under way for the account.
 */
runs_already: ChecklistId | null, 
/**
 * True where it becomes the account's onboarding unless said otherwise.
 */
primary: boolean, };

/**
 * A checklist that was started.
 */
export type ChecklistStarted = { 
/**
 * The checklist.
 */
id: ChecklistId, 
/**
 * What it is called.
 */
title: string, 
/**
 * Its steps, in order.
 */
steps: Array<StepLine>, 
/**
 * The steps of the template that do not fit the account.
 */
left_out: Array<LeftOutPart>, };

/**
 * Whether a checklist is worked on: complete once all that is required is done or skipped.
 */
export type ChecklistState = "running" | "complete" | "closed";

/**
 * Something to be done in a checklist, by a day that it knows by itself.
 */
export type ChecklistStep = { 
/**
 * The checklist.
 */
checklist_id: ChecklistId, 
/**
 * The title of the phase it stands in; empty where the checklist has none.
 */
phase: string, 
/**
 * Names it within the checklist, so that other dates can hang on it; empty where none does.
 */
key: string, 
/**
 * What is done, in a line.
 */
title: string, 
/**
 * A heading over it and its neighbours.
 */
group_title: string, 
/**
 * Why it is done.
 */
why: string, 
/**
 * How it is done; Markdown.
 */
how: string, 
/**
 * Where to read more.
 */
links: Array<StepLink>, 
/**
 * What is needed for it, as files.
 */
files: Array<StepFile>, 
/**
 * Who does it; their working days count.
 */
owner_side: StepSide, 
/**
 * In which role they do it.
 */
role: string, 
/**
 * Who that is, by name.
 */
assignee: string, 
/**
 * The same person, where they are a contact.
 */
contact_id: ContactId | null, 
/**
 * Whether the phase, and the checklist, wait for it.
 */
required: boolean, 
/**
 * Who may see it.
 */
visibility: Audience, 
/**
 * Who reads why and how it is done, and where to read more: advice for us is ours, whoever sees the step.
 */
guidance_for: Audience, 
/**
 * What shows that it is done, as asked for.
 */
evidence_wanted: string, 
/**
 * What shows that it is done.
 */
evidence: string, 
/**
 * How far it is indented, 0 to 3: it stands under the nearest step before it that is indented less.
 */
depth: number, 
/**
 * Days between its date and what that counts from; below zero it lies before.
 */
offset_days: number, 
/**
 * What its date counts from; without it the date is one's own.
 */
offset_from: OffsetFrom | null, 
/**
 * Which days are counted.
 */
calendar: DayCount, 
/**
 * By when; where it counts from something, computed and kept.
 */
due: string | null, 
/**
 * Whether it is done.
 */
state: StepState, 
/**
 * The day it was done.
 */
done_on: string | null, 
/**
 * Why it was skipped, or what it waits for. Internal.
 */
reason: string, 
/**
 * What was said about it. Internal.
 */
note: string, 
/**
 * Which kind of record it follows, or may become.
 */
follows_kind: FollowedKind | null, 
/**
 * The record whose state it follows.
 */
follows_id: string | null, 
/**
 * Its place in the checklist.
 */
position: Position, };

export type ChecklistStepId = string & { readonly __brand: "ChecklistStepId" };

/**
 * A template of a checklist. Its version grows with every change, as that of every record.
 */
export type ChecklistTemplate = { 
/**
 * What it is called.
 */
title: string, 
/**
 * For whom it is, and what it leads to.
 */
summary: string, 
/**
 * The anchors beside `contract`, `kickoff`, `first_login` and `go_live`, and defaults of any.
 */
anchors: Array<TemplateAnchor>, 
/**
 * In order.
 */
phases: Array<TemplatePhase>, };

/**
 * Write a template of a checklist to a file.
 */
export type ChecklistTemplateExport = { 
/**
 * The template.
 */
id: ChecklistTemplateId, 
/**
 * The file.
 */
path: string, 
/**
 * Whether a file that this workspace did not write, or that was changed since, gives way. The window needs not say
 * it: the system's dialog asks.
 */
force?: boolean, };

export type ChecklistTemplateId = string & { readonly __brand: "ChecklistTemplateId" };

/**
 * What became of a file that was read.
 */
export type ChecklistTemplateTaken = { 
/**
 * The template as it is now.
 */
template: Stored<ChecklistTemplateId, ChecklistTemplate, TemplateOrigin>, 
/**
 * Whether it is new here, changed one that is here, or is the same.
 */
what: TakenAs, };

/**
 * An outcome, and which lines go with it.
 */
export type ChosenOutcome = { 
/**
 * A line of the positive business outcomes.
 */
outcome: string, 
/**
 * Lines of the metrics: criteria with a number.
 */
metrics?: Array<string>, 
/**
 * Lines of the required capabilities: criteria that are there or not.
 */
capabilities?: Array<string>, };

/**
 * Close a checklist, whatever is left open.
 */
export type CloseChecklist = { 
/**
 * The checklist.
 */
id: ChecklistId, 
/**
 * The day; today unless said.
 */
closed_on?: string, 
/**
 * Why; needed where required steps are open.
 */
reason?: string, };

/**
 * End an objective.
 */
export type CloseObjective = { 
/**
 * The objective.
 */
id: ObjectiveId, 
/**
 * The version that was read; a newer one in the workspace is a `conflict`.
 */
version: number, 
/**
 * How it ends; a success was delivered or verified before.
 */
status: Ending, 
/**
 * Why, which a lost or dropped objective must say.
 */
reason?: string, 
/**
 * What came of it.
 */
outcome_summary: string, };

/**
 * What kind of refusal or failure it is. Callers decide by this, never by the message.
 */
export type Code = "invalid" | "unknown_field" | "unknown_command" | "not_found" | "conflict" | "invalid_state" | "dependency_loop" | "offset_loop" | "workspace_missing" | "workspace_unreadable" | "workspace_newer" | "workspace_locked" | "workspace_moved" | "wrong_passphrase" | "read_only" | "disk_full" | "io" | "cancelled" | "internal";

/**
 * What was found out and promised before the sale, one an account.
 */
export type CommandPlan = { 
/**
 * The account it is about.
 */
account_id: AccountId, 
/**
 * Why the customer acts now.
 */
why_now: string, 
/**
 * Why with us.
 */
why_gitlab: string, 
/**
 * Why they do anything at all.
 */
why_anything: string, 
/**
 * What the customer gains above all.
 */
primary_value_driver: string, 
/**
 * What they buy it as.
 */
solution: string, 
/**
 * The capability that carries it.
 */
primary_capability: string, 
/**
 * By what it is measured, a line each; the first M of MEDDPPICC.
 */
metrics: Array<string>, 
/**
 * Who can decide over the money.
 */
economic_buyer: string, 
/**
 * How they decide.
 */
decision_process: string, 
/**
 * By what they decide.
 */
decision_criteria: string, 
/**
 * Who else takes part in the deal.
 */
partners: string, 
/**
 * What has to be signed, by whom, when.
 */
paper_process: string, 
/**
 * What hurts.
 */
identify_pain: string, 
/**
 * Who speaks for us when we are not there.
 */
champion: string, 
/**
 * What else they could do.
 */
competition: string, 
/**
 * How it is today.
 */
before_scenarios: string, 
/**
 * What that costs in revenue, cost and risk.
 */
negative_consequences: string, 
/**
 * What is better afterwards, a line each.
 */
positive_business_outcomes: Array<string>, 
/**
 * What they must be able to do for that, most important first, a line each.
 */
required_capabilities: Array<string>, 
/**
 * The way to the signature.
 */
close_plan: string, 
/**
 * What could stop it.
 */
risks: string, 
/**
 * What help is needed.
 */
help: string, 
/**
 * What became of its outcomes. Kept here and not on the objectives, which customers read.
 */
links: Array<OutcomeLink>, };

export type CommandPlanId = string & { readonly __brand: "CommandPlanId" };

/**
 * Two states of one plan, field by field.
 */
export type Compare = { 
/**
 * The plan.
 */
id: PlanId, 
/**
 * The earlier state: a version of the plan, or `now`.
 */
from: PlanVersionId | "now", 
/**
 * The later state.
 */
to: PlanVersionId | "now", 
/**
 * Who reads it: `customer` compares only what the customer may see. Everything unless said.
 */
audience?: Audience, };

/**
 * Two contents side by side.
 */
export type Comparison = { 
/**
 * In the order of the later outline; what went stands where it stood.
 */
changes: Array<RecordChange>, 
/**
 * How many of each.
 */
counts: ChangeCounts, 
/**
 * Titles of the records that the values name by id.
 */
names: { [key in string]: string }, };

/**
 * The account's field is one of some values, or none of them. A field that nobody filled is none of them, and of
 * several use cases one is enough.
 */
export type Condition = { 
/**
 * Which field.
 */
field: ConditionField, 
/**
 * It must have one of these.
 */
is: Array<ConditionValue>, 
/**
 * It must have none of these. One of the two lists is given, not both.
 */
not: Array<ConditionValue>, };

/**
 * The fields of an account that can decide, and what its plans are about.
 */
export type ConditionField = "success_tier" | "hosting" | "subscription_plan" | "public_sector" | "lifecycle_stage" | "segment" | "region" | "industry" | "use_case";

/**
 * A value that a field can have: a word or a text, or true and false.
 */
export type ConditionValue = boolean | string;

/**
 * Somebody at the customer: who they are (for documents), and what they are to us (never for documents).
 */
export type Contact = { 
/**
 * The account they work for.
 */
account_id: AccountId, 
/**
 * First and last name.
 */
name: string, 
/**
 * Job title.
 */
title: string, 
/**
 * What they are to the account. Internal.
 */
persona: Persona | null, 
/**
 * How much they can move. Internal.
 */
influence: Level | null, 
/**
 * How they feel about us. Internal.
 */
sentiment: Sentiment | null, 
/**
 * Whom they report to, in the same account.
 */
reports_to: ContactId | null, 
/**
 * E-mail address.
 */
email: string, 
/**
 * Telephone number, as people write it.
 */
phone: string, 
/**
 * The day they left the company.
 */
left_on: string | null, 
/**
 * Notes for us alone.
 */
notes: string, };

export type ContactId = string & { readonly __brand: "ContactId" };

/**
 * Another sign-off stands instead of one, which is kept with the reason. What is not said stays.
 */
export type CorrectSignOff = { 
/**
 * The sign-off.
 */
id: SignOffId, 
/**
 * Why; it stands on the sign-off page.
 */
reason: string, 
/**
 * Who, by name.
 */
person?: string, 
/**
 * The day they did, today at the latest.
 */
on?: string, 
/**
 * In which words.
 */
words?: string, };

/**
 * Another confirmation stands instead of the one that is there, which is kept with the reason.
 */
export type CorrectVerification = { 
/**
 * The objective.
 */
id: ObjectiveId, 
/**
 * The version that was read; a newer one in the workspace is a `conflict`.
 */
version: number, 
/**
 * Who on the customer's side confirmed it.
 */
confirmed_by: string, 
/**
 * The day they did.
 */
confirmed_on: string, 
/**
 * In which words.
 */
words: string, 
/**
 * Why the other stands no more.
 */
reason: string, };

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
 * Where it should stand on the way to the target, by date.
 */
interim_targets: Array<InterimTarget>, 
/**
 * Where its readings come from.
 */
source: CriterionSource, 
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
 * A metric or capability that became a criterion, in the words it then had.
 */
export type CriterionLink = { 
/**
 * The line of the command plan.
 */
line: string, 
/**
 * The criterion it became.
 */
criterion_id: CriterionId, };

/**
 * Where a criterion's readings come from.
 */
export type CriterionSource = "manual" | "usage_metric";

/**
 * What one criterion brings into the outcome progress.
 */
export type CriterionTerm = { 
/**
 * The criterion.
 */
id: CriterionId, 
/**
 * Its name.
 */
name: string, 
/**
 * Share of its way; null where it is not measured, and then it does not count.
 */
progress: number | null, 
/**
 * Its weight.
 */
weight: number, 
/**
 * Its weight by the weights of all that are measured.
 */
share: number | null, 
/**
 * Share times progress.
 */
product: number | null, };

/**
 * The critical path of a plan.
 */
export type CriticalTasks = { 
/**
 * Every task of the plan.
 */
tasks: Array<TaskRoom>, 
/**
 * The dependencies over which the smallest delay is handed on.
 */
tight: Array<DependencyId>, 
/**
 * The last day of all that is still open, against which room is counted; none where nothing is.
 */
end: string | null, };

/**
 * The dependencies that the dates of a plan's open tasks contradict.
 */
export type DateConflicts = { 
/**
 * By the day on which the successor begins.
 */
conflicts: Array<DatesInConflict>, };

/**
 * The order of day, month and year where the user is.
 */
export type DateOrder = "dmy" | "mdy" | "ymd";

/**
 * The day that a text means.
 */
export type DateRead = { 
/**
 * The day.
 */
date: string, };

/**
 * A task that begins before what it waits for is over.
 */
export type DatesInConflict = { 
/**
 * What joins the two.
 */
dependency_id: DependencyId, 
/**
 * What must be done first.
 */
predecessor_id: TaskId, 
/**
 * Its title.
 */
predecessor: string, 
/**
 * Its last day.
 */
ends: string, 
/**
 * What follows.
 */
successor_id: TaskId, 
/**
 * Its title.
 */
successor: string, 
/**
 * Its first day.
 */
begins: string, 
/**
 * The first working day on which it could begin.
 */
earliest: string, };

/**
 * Which days are counted.
 */
export type DayCount = "working" | "calendar";

/**
 * Where a day off comes from: the country's table, or somebody's own calendar.
 */
export type DayOffSource = "country" | "own";

/**
 * The days on which nobody works: free days of the week, holidays, leave.
 */
export type DaysOff = { 
/**
 * Ours, in order.
 */
ours: Array<string>, 
/**
 * The customer's, in order.
 */
customer: Array<string>, 
/**
 * What those of them are called that are holidays or leave, in order.
 */
named: Array<NamedDayOff>, };

/**
 * A span of days.
 */
export type DaysOffRequest = { 
/**
 * The plan, whose account says where the customer is.
 */
id: PlanId, 
/**
 * The first day.
 */
from: string, 
/**
 * The last day, at most a hundred years later.
 */
to: string, };

/**
 * Finish to start: the successor starts on the next working day after the predecessor's due date plus the lag.
 */
export type Dependency = { 
/**
 * What must be done first.
 */
predecessor_id: TaskId, 
/**
 * What follows.
 */
successor_id: TaskId, 
/**
 * Working days between the two, 0 to 1,000, beyond the next one.
 */
lag_days: number, };

export type DependencyId = string & { readonly __brand: "DependencyId" };

/**
 * Who set the product up.
 */
export type Deployer = "customer" | "gitlab_services" | "partner";

/**
 * Which way a criterion improves.
 */
export type Direction = "higher_is_better" | "lower_is_better" | "in_range";

/**
 * The formats a document comes in.
 */
export type DocumentFormat = "pdf" | "md" | "csv" | "xlsx";

/**
 * The documents Cairn makes; [`DocumentKind::entry`] says the rest of each.
 */
export type DocumentKind = "success-plan" | "summary" | "onboarding" | "checklist" | "transition-brief" | "account";

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
 * One page, as the engine that writes the PDF draws it.
 */
export type DrawnPage = { 
/**
 * Which, counted from 0.
 */
page: number, 
/**
 * Its width in points.
 */
width: number, 
/**
 * Its height in points.
 */
height: number, 
/**
 * The page as an SVG document.
 */
svg: string, };

/**
 * How an objective ends.
 */
export type Ending = "closed_success" | "closed_lost" | "closed";

/**
 * Write a document to a file.
 */
export type ExportRequest = { 
/**
 * Which document.
 */
document: DocumentKind, 
/**
 * The record it is about: a plan, an account, or a checklist.
 */
id: string, 
/**
 * The format.
 */
format: DocumentFormat, 
/**
 * For whom; the customer unless said.
 */
audience?: Audience, 
/**
 * The paper; the account's, else the user's, else that of the user's country, unless said.
 */
paper?: Paper, 
/**
 * The document's language; the account's, else English, unless said.
 */
lang?: string, 
/**
 * The parts to print; all unless said.
 */
sections?: Array<Section>, 
/**
 * What is redacted; nothing unless said.
 */
redact?: Array<Redaction>, 
/**
 * The file to write; what stands there is replaced as a whole.
 */
path: string, 
/**
 * Whether a file that this workspace did not write, or that was changed since, gives way. The window needs not say
 * it: the system's dialog asks.
 */
force?: boolean, };

/**
 * A written document.
 */
export type Exported = { 
/**
 * Where it is.
 */
path: string, 
/**
 * How many pages it has; 0 where the format knows none.
 */
pages: number, 
/**
 * Characters that no font has; each stands as a box in the document.
 */
missing: Array<string>, 
/**
 * Texts that were too long for their place, by their beginning.
 */
cut: Array<string>, 
/**
 * What else the document could not show, such as a logo that is no image, in sentences.
 */
remarks: Array<string>, };

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
 * A field on both sides, by its name on the wire.
 */
export type FieldChange = { 
/**
 * The field.
 */
field: string, 
/**
 * The earlier value; null where it was empty or the record was not there.
 */
from: unknown, 
/**
 * The later value; null where it is empty or the record is gone.
 */
to: unknown, };

/**
 * What becomes of a field that was changed here and in an account's file.
 */
export type FieldChoice = "here" | "there" | "both";

/**
 * Say that a workshop was held.
 */
export type FinishWorkshop = { 
/**
 * The workshop.
 */
id: WorkshopId, 
/**
 * If given, the version that was read; a newer one is a `conflict`.
 */
version?: number, 
/**
 * Who came of the customer's people; all who were invited unless said here or before.
 */
attended_ids?: Array<ContactId>, 
/**
 * When it began, where nobody said so before; as `workshop.schedule` takes it.
 */
starts_at?: string, 
/**
 * The zone of that.
 */
zone?: Zone, };

/**
 * Let a step follow the state of a record, or its own again; or see what that would move.
 */
export type FollowStep = { 
/**
 * The step.
 */
step_id: ChecklistStepId, 
/**
 * The kind of record; left out, the step goes its own way again.
 */
kind?: FollowedKind, 
/**
 * The record.
 */
id?: string, };

/**
 * The kinds of record that a step of a checklist can follow.
 */
export type FollowedKind = "task" | "workshop" | "touchpoint" | "objective";

/**
 * Keep a plan as it stands today, under a name.
 */
export type Freeze = { 
/**
 * The plan.
 */
id: PlanId, 
/**
 * What the version is called; no two of a plan have one name.
 */
name: string, 
/**
 * Who agreed to it, by name.
 */
agreed_by?: string, 
/**
 * What is worth knowing about it.
 */
note?: string, };

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
 * The SHA-256 of a content, as 64 lower-case hexadecimal digits.
 */
export type Hash = string;

/**
 * A milestone that stays although a link would push it.
 */
export type HeldMilestone = { 
/**
 * The milestone.
 */
id: TaskId, 
/**
 * Its title.
 */
title: string, 
/**
 * Its date, which stays.
 */
due: string | null, 
/**
 * The title of the task that ends too late for it.
 */
predecessor: string, };

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
 * True where it happened in another workspace, before the record came from there.
 */
elsewhere: boolean, 
/**
 * What it changed; nothing where the record arrived as it was.
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
 * Where the customer runs the product.
 */
export type Hosting = "self_managed_on_prem" | "sm_cloud" | "sm_hybrid" | "gitlab_com" | "dedicated";

/**
 * What a list does not tell.
 */
export type ImportAsk = "dates" | "currency" | "decimal" | "account" | "replace" | "by_name" | "encoding";

/**
 * A field that was changed here and in the file.
 */
export type ImportChoice = { 
/**
 * Its name in `choices`.
 */
key: string, 
/**
 * What becomes of it.
 */
chosen: FieldChoice, 
/**
 * Whether both texts can be kept.
 */
both: boolean, };

/**
 * A column of a list.
 */
export type ImportColumn = { 
/**
 * As the file heads it.
 */
heading: string, 
/**
 * The field it is taken for; none where it is passed over.
 */
field: string | null, 
/**
 * The first value that stands in it, at most 60 characters of it.
 */
sample: string, };

/**
 * Days such as 03/04/2026.
 */
export type ImportDates = { 
/**
 * How they are read; none where nobody can know.
 */
order: DateOrder | null, 
/**
 * One of them, as it stands there.
 */
sample: string, };

/**
 * The encoding of a text.
 */
export type ImportEncoding = { 
/**
 * Its name, as WHATWG writes it.
 */
name: string, 
/**
 * A line that looks otherwise in another encoding.
 */
sample: string, 
/**
 * What else it can be.
 */
others: Array<ImportReading>, 
/**
 * Every encoding that can be said.
 */
all: Array<string>, };

/**
 * What kind of file it is. A new one gets its arm in `app/src/import`.
 */
export type ImportKind = "workbook" | "plan-markdown" | "checklist" | "template" | "accounts" | "contacts" | "account";

/**
 * A row that is left out.
 */
export type ImportLeftOut = { 
/**
 * The sheet, in files that have some.
 */
sheet?: string, 
/**
 * The row or line of the file, counted from 1.
 */
row: number, 
/**
 * Its name, or its first words.
 */
words: string, 
/**
 * The problem that it was left out for; none where it is no record.
 */
why?: string, };

/**
 * One record or field that is not simply the same.
 */
export type ImportLine = { 
/**
 * What becomes of it.
 */
what: ImportWhat, 
/**
 * The kind of the record.
 */
kind: Kind, 
/**
 * The sheet, in files that have some.
 */
sheet?: string, 
/**
 * The row or line of the file, counted from 1.
 */
row?: number, 
/**
 * The record, by its name or title.
 */
title: string, 
/**
 * The field.
 */
field?: string, 
/**
 * The field's value here.
 */
from?: unknown, 
/**
 * The field's value in the file; of a new record all that it says.
 */
to?: unknown, 
/**
 * What becomes of a field that can be chosen about.
 */
choice?: ImportChoice, 
/**
 * A record that is here already and is called nearly so.
 */
near?: string, };

/**
 * Something in a file that cannot be taken in.
 */
export type ImportProblem = { 
/**
 * The sheet, in files that have some.
 */
sheet?: string, 
/**
 * The row or line of the file, counted from 1.
 */
row?: number, 
/**
 * The field.
 */
field?: string, 
/**
 * What is wrong, in a sentence.
 */
message: string, 
/**
 * What stands there, where it can be said what that means (`values`).
 */
value?: string, 
/**
 * The words that could stand there, where they are on a list.
 */
words?: Array<string>, 
/**
 * The row that is of the same record and says otherwise; one of the two can be skipped.
 */
first?: number, 
/**
 * True of a row that may be no record: it can be skipped, or kept.
 */
doubt?: boolean, };

/**
 * How far an import is.
 */
export type ImportProgress = { 
/**
 * True while a file is looked at or taken in.
 */
running: boolean, 
/**
 * Rows that were seen.
 */
done: number, 
/**
 * Rows that there are; 0 while the file is read.
 */
all: number, };

/**
 * The same line in another encoding.
 */
export type ImportReading = { 
/**
 * The encoding.
 */
name: string, 
/**
 * The line.
 */
sample: string, };

/**
 * What a file changes. The first four count records.
 */
export type ImportReport = { 
/**
 * Made by it.
 */
new: number, 
/**
 * Changed by it.
 */
changed: number, 
/**
 * In it, and the same as here.
 */
same: number, 
/**
 * Here, and no longer in it; nothing is deleted, but that what an account that is handed over no longer has goes
 * to the trash.
 */
missing: number, 
/**
 * Rows that are left out: those that are no records, such as subtotals, and those that somebody chose to skip.
 */
skipped: number, 
/**
 * Rows without a problem.
 */
fine: number, 
/**
 * What the file was taken for.
 */
kind: ImportKind | null, 
/**
 * What its headings look like, where that is something else.
 */
looks_like: ImportKind | null, 
/**
 * The plan it is of.
 */
plan_id: PlanId | null, 
/**
 * The checklist it is of.
 */
checklist_id: ChecklistId | null, 
/**
 * What is new, changed, in conflict or missing, in the order of the file.
 */
lines: Array<ImportLine>, 
/**
 * Dates of a plan's tasks that contradict a dependency because of it.
 */
date_conflicts: Array<DatesInConflict>, 
/**
 * What stands in the way; with one, nothing is taken in.
 */
problems: Array<ImportProblem>, 
/**
 * The rows that are left out, with the reason.
 */
left_out: Array<ImportLeftOut>, 
/**
 * Sheets and columns that mean nothing here, by name; of a list, what stands around its rows.
 */
ignored: Array<string>, 
/**
 * How the columns of a list were understood, in the order of the file.
 */
columns: Array<ImportColumn>, 
/**
 * The fields that a column of such a list can mean.
 */
fields: Array<string>, 
/**
 * The days of a list that could be read in two ways, where it has some.
 */
dates: ImportDates | null, 
/**
 * How the bytes of a list were read, where they are no UTF-8.
 */
encoding: ImportEncoding | null, 
/**
 * What somebody has to say before the file can be taken in; the problems say why.
 */
asks: Array<ImportAsk>, 
/**
 * What is handed over, where the file does that.
 */
handed: TransferredAccount | null, };

/**
 * Take in a file, or see what that would change.
 */
export type ImportRequest = { 
/**
 * What kind of file it is; what it looks like unless said. A file that Cairn wrote is what it is, whatever is said.
 */
kind?: ImportKind, 
/**
 * The file.
 */
path: string, 
/**
 * The account it is for, for kinds that can be for any.
 */
account_id?: AccountId, 
/**
 * The plan it is for; what the file says unless said.
 */
plan_id?: PlanId, 
/**
 * The checklist it is for; what the file says unless said.
 */
checklist_id?: ChecklistId, 
/**
 * Further names of columns: what the file calls it, and the field it is. In a list the empty text passes a column
 * over, and what is said is kept for the next list with the same headings.
 */
map?: { [key in string]: string }, 
/**
 * What a text of the file means, by the field it stands in; the empty text says that it means nothing. For a field
 * that names an account, an id or a name. What is said is kept as that of columns.
 */
values?: { [key in string]: { [key in string]: string } }, 
/**
 * Rows that are left out.
 */
skip?: Array<ImportRow>, 
/**
 * Rows of a list that are records, though they look like none: a customer who is called “Total”. Without its sheet
 * it is that row of the sheet that is read.
 */
keep?: Array<ImportRow>, 
/**
 * Whether every row with a problem is left out, and the rest taken in.
 */
skip_problems?: boolean, 
/**
 * The encoding of a list that is a text, by a name of WHATWG's; what it looks like unless said.
 */
encoding?: string, 
/**
 * Which value stays where both were changed; the workspace's unless said.
 */
conflicts?: OnConflict, 
/**
 * How days of a list such as 03/04/2026 are read.
 */
dates?: DateOrder, 
/**
 * The mark of fractions in a list's amounts, where one before three digits could part thousands.
 */
decimal?: Mark, 
/**
 * The currency of a list's amounts that name none, by its ISO 4217 code.
 */
currency?: string, 
/**
 * Of an account that is here already: what becomes of fields that were changed here and in the file, by the
 * record's id and the field, such as `0199....notes`. Unless said, prose keeps both texts, and any other field what
 * it says here, or what `conflicts` says; what the file says stays in the history.
 */
choices?: { [key in string]: FieldChoice }, 
/**
 * Whether an account that is here already becomes what the file says, as a whole.
 */
replace?: boolean, 
/**
 * Whether the rows of a copy that another workspace made for a customer are the records of the same names: its ids
 * mean nothing here.
 */
by_name?: boolean, };

/**
 * A row of a file.
 */
export type ImportRow = { 
/**
 * The sheet, in files that have some.
 */
sheet?: string, 
/**
 * The row or line of the file, counted from 1.
 */
row: number, };

/**
 * What becomes of a record or a field.
 */
export type ImportWhat = "new" | "changed" | "conflict" | "missing" | "gone";

/**
 * Indent a step, with those that stand under it.
 */
export type IndentStep = { 
/**
 * The step.
 */
step_id: ChecklistStepId, 
/**
 * How far: 1 deeper, -1 back.
 */
by: number, };

/**
 * How an objective is reached: a body of work with one directly responsible person a side.
 */
export type Initiative = { 
/**
 * The objective it lives under.
 */
objective_id: ObjectiveId, 
/**
 * Other objectives of the same plan that it serves too.
 */
also_serves: Array<ObjectiveId>, 
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
visibility: Audience, 
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
 * A value that should be reached on the way.
 */
export type InterimTarget = { 
/**
 * By when.
 */
date: string, 
/**
 * What should be reached, in the criterion's unit.
 */
value: number, };

/**
 * The kinds of record. The same word names the table, the command's first part and the cache tag.
 */
export type Kind = "me" | "brand" | "account" | "contact" | "touchpoint" | "workshop" | "command_plan" | "plan" | "plan_version" | "sign_off" | "objective" | "criterion" | "reading" | "initiative" | "task" | "dependency" | "attachment" | "template" | "template_use" | "checklist_template" | "checklist" | "checklist_step";

/**
 * A label of the documents that the user can word anew.
 */
export type Label = { 
/**
 * Its key in the brand's `labels`.
 */
key: string, 
/**
 * The program's own text; parts in braces are filled in and must stay.
 */
default: string, 
/**
 * The user's text, if there is one.
 */
text: string | null, };

/**
 * Ask for the documents' labels in a language.
 */
export type LabelsRequest = { 
/**
 * The language; English unless said.
 */
lang?: string, };

/**
 * When somebody of the customer was met last.
 */
export type LastMet = { 
/**
 * The day of the last meeting or workshop they attended.
 */
last_met: string | null, };

/**
 * When a customer was last in touch.
 */
export type LastTouch = { 
/**
 * The day of the last call, meeting, mail or workshop.
 */
last_touch: string | null, };

/**
 * A step whose day went by.
 */
export type LateStep = { 
/**
 * Which.
 */
id: ChecklistStepId, 
/**
 * Its title.
 */
title: string, 
/**
 * By when it was to be done.
 */
due: string, 
/**
 * By how many days it is late.
 */
days: number, 
/**
 * Who does it.
 */
owner_side: StepSide, 
/**
 * What it waits for, where it is blocked.
 */
reason: string, };

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
 * Days on which the user is away.
 */
export type Leave = { 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
to: string, 
/**
 * What for.
 */
note: string, };

/**
 * Records or facts that an audience does not see.
 */
export type LeftOut = { 
/**
 * What they are.
 */
what: LeftOutWhat, 
/**
 * Which, by name or title; empty where the kind says it all.
 */
items: Array<string>, };

/**
 * A part that is not made.
 */
export type LeftOutPart = { 
/**
 * Its kind.
 */
kind: Kind, 
/**
 * Its key.
 */
key: string, 
/**
 * Its name or title.
 */
title: string, 
/**
 * Why.
 */
why: LeftOutWhy, };

/**
 * What can be left out of a document.
 */
export type LeftOutWhat = "arr" | "standing" | "sentiment" | "renewal" | "account_notes" | "command_plan" | "close_reasons" | "risks" | "initiatives" | "tasks" | "reading_notes" | "version_notes" | "names" | "checklists" | "steps" | "step_notes" | "delay_reason" | "meetings" | "measures" | "hosts";

/**
 * Why a part is not made.
 */
export type LeftOutWhy = { "reason": "condition" } & Condition | { "reason": "choice" } | { "reason": "above", 
/**
 * The title of that.
 */
title: string, };

/**
 * Importance of an objective or a task.
 */
export type Level = "low" | "medium" | "high";

/**
 * Where an account stands in the customer journey; the last is "Optimize & Renew".
 */
export type LifecycleStage = "align" | "onboard" | "enable" | "expand" | "optimize_renew";

/**
 * The account in another system.
 */
export type Link = { 
/**
 * CRM, tickets, collaboration group, or another word.
 */
system: string, 
/**
 * Its id there.
 */
id: string, 
/**
 * Its address there.
 */
url: string, };

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
 * What is questioned about a touchpoint.
 */
export type LogWarning = "no_actions" | "few_contacts";

/**
 * What was logged.
 */
export type Logged = { 
/**
 * The touchpoint.
 */
touchpoint: Stored<TouchpointId, Touchpoint, Bare>, 
/**
 * The tasks that its actions became, in order.
 */
actions: Array<Stored<TaskId, Task, Bare>>, 
/**
 * The contacts that its people became, in order.
 */
people: Array<Stored<ContactId, Contact, LastMet>>, 
/**
 * What is questioned, and was logged all the same.
 */
warnings: Array<LogWarning>, };

/**
 * Something that was agreed.
 */
export type LoggedAction = { 
/**
 * What is to be done.
 */
title: string, 
/**
 * Whose it is; ours unless said.
 */
owner_side?: Side, 
/**
 * Who does it; I, where it is ours and nobody is named.
 */
owner?: string, 
/**
 * By when.
 */
due?: string, };

/**
 * A part that becomes a record.
 */
export type MadePart = { 
/**
 * What it becomes.
 */
kind: Kind, 
/**
 * Its key in the template.
 */
key: string, 
/**
 * Its name or title; of a dependency both titles.
 */
title: string, 
/**
 * The key of the part that it hangs under; none for an objective and a dependency.
 */
under: string | null, 
/**
 * First day.
 */
start: string | null, 
/**
 * Last day; of a criterion the day of its target.
 */
due: string | null, 
/**
 * Which side does it, if it is a task.
 */
side: Side | null, 
/**
 * The record; none while it is only looked at.
 */
id: string | null, };

/**
 * The mark before a fraction.
 */
export type Mark = "point" | "comma";

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
country: Country | null, 
/**
 * The part of the country, as the second half of an ISO 3166-2 code; empty where nobody said.
 */
subdivision: string, 
/**
 * The days the user works; Monday to Friday unless said.
 */
working_week: Array<Weekday>, 
/**
 * When the user is away.
 */
leave: Array<Leave>, 
/**
 * Days off of the user's own, and holidays of their country that they work.
 */
holidays: Array<OwnHoliday>, 
/**
 * First month of the fiscal year that quarters are counted by, 1 to 12; January unless said.
 */
fiscal_year_start: number | null, 
/**
 * The paper of documents whose account has none of its own.
 */
paper: Paper | null, 
/**
 * How dates are written and typed; as in the user's country unless said.
 */
date_order: DateOrder | null, 
/**
 * How long an onboarding may take, by tier, where it is not as in the handbook.
 */
onboarding_targets: Array<OnboardingTargets>, };

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
latest: Latest | null, 
/**
 * The day on which the trend of the readings reaches the target: a projection, no promise.
 */
projected: string | null, 
/**
 * The interim target that comes next.
 */
next_interim: NextInterim | null, };

/**
 * A day that a measure counts from or to, and the record that says so.
 */
export type MeasureFact = { 
/**
 * The day.
 */
date: string, 
/**
 * The kind of the record.
 */
kind: Kind, 
/**
 * The record.
 */
id: string, 
/**
 * Its name or title.
 */
title: string, 
/**
 * The field of it that holds the day.
 */
field: string, };

/**
 * The measures of onboardings, quarter by quarter.
 */
export type MeasureQuarters = { 
/**
 * From the start to the first call or meeting.
 */
time_to_engage: Array<QuarterDays>, 
/**
 * From the contract to the kickoff.
 */
kickoff: Array<QuarterDays>, 
/**
 * From the contract to the second call.
 */
second_call: Array<QuarterDays>, 
/**
 * From the contract to the first value.
 */
time_to_first_value: Array<QuarterDays>, 
/**
 * From the start to the end.
 */
time_to_onboard: Array<QuarterDays>, };

/**
 * How a measure of the onboarding stands.
 */
export type MeasureState = "on_track" | "behind" | "stuck" | "met" | "missed" | "unknown";

/**
 * One measure, with the facts it came from.
 */
export type Measured = { 
/**
 * Calendar days from the first fact to the second; none while there is no second, 0 where it came before.
 */
days: number | null, 
/**
 * The most days it should take.
 */
target: number, 
/**
 * How it stands.
 */
state: MeasureState, 
/**
 * When it will be reached, as far as anybody can say.
 */
forecast: string | null, 
/**
 * The facts: from which day, and to which.
 */
from: Array<MeasureFact>, };

/**
 * Somebody who was met for the first time.
 */
export type MetPerson = { 
/**
 * First and last name.
 */
name: string, 
/**
 * Job title.
 */
title?: string, 
/**
 * What they are to the account.
 */
persona?: Persona, };

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
 * Why a task moves.
 */
export type MoveReason = { "reason": "asked" } | { "reason": "after", 
/**
 * That task's title.
 */
predecessor: string, };

/**
 * Move a step, with those that stand under it.
 */
export type MoveStep = { 
/**
 * The step.
 */
step_id: ChecklistStepId, 
/**
 * The step to stand behind; null for the first place of the phase.
 */
after?: ChecklistStepId | null, 
/**
 * The phase; that of the step before unless said.
 */
phase?: string, };

/**
 * A task that moves.
 */
export type Moved = { 
/**
 * The task.
 */
id: TaskId, 
/**
 * Its title.
 */
title: string, 
/**
 * First day before.
 */
old_start: string | null, 
/**
 * First day after.
 */
new_start: string | null, 
/**
 * Last day before.
 */
old_due: string | null, 
/**
 * Last day after.
 */
new_due: string | null, 
/**
 * Why.
 */
why: MoveReason, };

/**
 * A holiday, or a day of leave.
 */
export type NamedDayOff = { 
/**
 * The day.
 */
date: string, 
/**
 * Whose it is.
 */
side: Side, 
/**
 * What it is called; empty where nobody said.
 */
name: string, };

/**
 * A field of a record that is still open and names somebody who left.
 */
export type NamedPlace = { 
/**
 * Who left.
 */
contact_id: ContactId, 
/**
 * Their name.
 */
contact: string, 
/**
 * What names them.
 */
kind: Kind, 
/**
 * Which.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * The field that holds the name.
 */
field: string, 
/**
 * The plan it stands in; none for a task outside of plans and for a step of a checklist.
 */
plan_id: PlanId | null, };

/**
 * The next interim target, and how the newest reading stands to it.
 */
export type NextInterim = { 
/**
 * By when.
 */
date: string, 
/**
 * What should be reached, in the criterion's unit.
 */
value: number, 
/**
 * Whether the newest reading has reached it; null without a reading.
 */
met: boolean | null, };

/**
 * A request without fields.
 */
export type Nothing = Record<symbol, never>;

/**
 * The number that a text means.
 */
export type NumberRead = { 
/**
 * The number; of per cent 30 is 30 %.
 */
value: number, };

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
risks_visibility: Audience, 
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
stage: VerifiableOutcomeStage, 
/**
 * Who on the customer's side confirmed the outcome.
 */
confirmed_by: string, 
/**
 * The day they confirmed it.
 */
confirmed_on: string | null, 
/**
 * In which words.
 */
confirmed_words: string, 
/**
 * What was confirmed and then corrected or taken back, the oldest first.
 */
past_confirmations: Array<PastConfirmation>, 
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
 * Why it was closed (`docs/practice.md`, Closing an objective). Internal.
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
 * The objectives of the outcomes asked for.
 */
export type ObjectivesMade = { 
/**
 * In the order asked for, whether they were made now or before.
 */
objectives: Array<Stored<ObjectiveId, Objective, Progress>>, 
/**
 * How many objectives are new.
 */
made: number, 
/**
 * How many criteria are new.
 */
criteria_made: number, };

/**
 * The command plan of an account.
 */
export type OfAccount = { 
/**
 * The account.
 */
account_id: AccountId, };

/**
 * One plan by its id.
 */
export type OfPlan = { 
/**
 * The plan.
 */
plan_id: PlanId, };

/**
 * One step by its id.
 */
export type OfStep = { 
/**
 * The step.
 */
step_id: ChecklistStepId, };

/**
 * What a date counts from. As text on the wire: `anchor:contract`, `due:kickoff`, `done:kickoff`.
 */
export type OffsetFrom = string;

/**
 * Which value stays where a field was changed here and in the file.
 */
export type OnConflict = "keep" | "take";

/**
 * The measures of an account's onboarding.
 */
export type Onboarding = { 
/**
 * The account.
 */
account_id: AccountId, 
/**
 * Its name.
 */
account: string, 
/**
 * True while it goes on.
 */
open: boolean, 
/**
 * Why it takes longer than it should.
 */
delay_reason: string, 
/**
 * True where it is late and nobody said why.
 */
needs_reason: boolean, 
/**
 * From the start to the first call or meeting.
 */
time_to_engage: Measured, 
/**
 * From the contract to the first value.
 */
time_to_first_value: Measured, 
/**
 * From the start to the end.
 */
time_to_onboard: Measured, 
/**
 * From the contract to the kickoff.
 */
kickoff: Measured, 
/**
 * From the contract to the second call.
 */
second_call: Measured, 
/**
 * True while it is open for longer than it may be.
 */
not_engaged: boolean, 
/**
 * True where something is late, so that somebody should say why.
 */
is_late: boolean, };

/**
 * The measures of one account, or of every account whose onboarding began.
 */
export type OnboardingOf = { 
/**
 * The account.
 */
account_id?: AccountId, };

/**
 * How many calendar days an onboarding may take; what nobody set is as `docs/practice.md`, Onboarding, says.
 */
export type OnboardingTargets = { 
/**
 * The tier it holds for; none for every tier without a line of its own.
 */
success_tier: SuccessTier | null, 
/**
 * From the start to the first call or meeting.
 */
time_to_engage: number, 
/**
 * From the contract to the kickoff.
 */
kickoff: number, 
/**
 * From the contract to the second call.
 */
second_call: number, 
/**
 * From the contract to the first value.
 */
time_to_first_value: number, 
/**
 * From the start to the end of the onboarding.
 */
time_to_onboard: number, 
/**
 * So many days beyond its target something is stuck, and not only behind.
 */
stuck_after: number, 
/**
 * Open for longer, the customer is not engaged.
 */
not_engaged_after: number, };

/**
 * The measures of some accounts.
 */
export type Onboardings = { 
/**
 * One for each account.
 */
items: Array<Onboarding>, };

/**
 * Something of an account that is not finished.
 */
export type OpenItem = { 
/**
 * The kind of the record.
 */
kind: Kind, 
/**
 * The record.
 */
id: string, 
/**
 * Its name or title.
 */
title: string, 
/**
 * What it belongs to: a plan, a checklist, a call; empty where that is the account itself.
 */
of: string, 
/**
 * When it is due, or takes place.
 */
due: string | null, 
/**
 * Who has it, by name; empty where nobody is named.
 */
owner: string, };

/**
 * How many required steps were open on a day.
 */
export type OpenOn = { 
/**
 * The day.
 */
day: string, 
/**
 * So many at its end.
 */
open: number, };

/**
 * An outcome of the command plan, with the lines that become its criteria.
 */
export type OutcomeChoice = string | ChosenOutcome;

/**
 * An outcome that became an objective, in the words it then had.
 */
export type OutcomeLink = { 
/**
 * The line of the command plan.
 */
outcome: string, 
/**
 * The objective it became.
 */
objective_id: ObjectiveId, 
/**
 * The metrics and capabilities that became its criteria.
 */
criteria: Array<CriterionLink>, };

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
 * One day of one's own.
 */
export type OwnHoliday = { 
/**
 * The day.
 */
date: string, 
/**
 * What it is.
 */
name: string, 
/**
 * True where it is worked, whatever the table says; false for a day off.
 */
working: boolean, };

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
 * The paper a document is set for: 210 x 297 mm, or 8.5 x 11 in.
 */
export type Paper = "a4" | "letter";

/**
 * A confirmation that stands no more, and why. It is kept: somebody said it.
 */
export type PastConfirmation = { 
/**
 * Who had confirmed the outcome.
 */
by: string, 
/**
 * The day they had.
 */
on: string, 
/**
 * In which words.
 */
words: string, 
/**
 * True where it was taken back, false where another stands instead of it.
 */
withdrawn: boolean, 
/**
 * Why.
 */
reason: string, 
/**
 * The day it was corrected or taken back.
 */
ended_on: string, };

/**
 * What a contact is to the account.
 */
export type Persona = "executive_sponsor" | "economic_buyer" | "champion" | "decision_maker" | "influencer" | "development_lead" | "security_lead" | "gitlab_admin" | "user";

/**
 * How far a phase is.
 */
export type PhaseProgress = { 
/**
 * The phase.
 */
title: string, 
/**
 * What must be true before the next one begins; empty where nothing waits.
 */
gate: string, 
/**
 * True where no gate before it is shut.
 */
open: boolean, 
/**
 * How many steps it has.
 */
steps_total: number, 
/**
 * How many of them are over.
 */
steps_over: number, 
/**
 * How many are required.
 */
required_total: number, 
/**
 * How many of those are over.
 */
required_over: number, };

/**
 * One field of one record.
 */
export type PlaceRef = { 
/**
 * The record.
 */
id: string, 
/**
 * The field that holds the name.
 */
field: string, };

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
sponsor: string, 
/**
 * Who is asked to sign its versions.
 */
approvers: Array<Approver>, };

export type PlanId = string & { readonly __brand: "PlanId" };

/**
 * A whole plan, for one screen.
 */
export type PlanOutline = { 
/**
 * The customer.
 */
account: Stored<AccountId, Account, LastTouch>, 
/**
 * The customer's people.
 */
contacts: Array<Stored<ContactId, Contact, LastMet>>, 
/**
 * The plan.
 */
plan: Stored<PlanId, Plan, Progress>, 
/**
 * Which of its tasks wait for which.
 */
dependencies: Array<Stored<DependencyId, Dependency, Bare>>, 
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
 * A plan as it stood on a day. Only its name and its note change, and nothing once somebody signed it.
 */
export type PlanVersion = { 
/**
 * The plan.
 */
plan_id: PlanId, 
/**
 * What it is called; no two versions of a plan have one name.
 */
name: string, 
/**
 * The day it was frozen.
 */
frozen_on: string, 
/**
 * Who agreed to it, by name.
 */
agreed_by: string, 
/**
 * What is worth knowing about it. Internal.
 */
note: string, 
/**
 * The plan's records as they stood ([`crate::PlanContent`]).
 */
content: Hash, };

export type PlanVersionId = string & { readonly __brand: "PlanVersionId" };

/**
 * Where a record stands among its siblings; positions compare as text.
 */
export type Position = string;

/**
 * One choice of the window, such as a table's columns or a saved view.
 */
export type Preference = { 
/**
 * Its name, such as `portfolio.views`.
 */
key: string, 
/**
 * Its value; null forgets it.
 */
value: unknown, };

/**
 * How a document will look. A newer preview asked for meanwhile answers this one with `cancelled`.
 */
export type Preview = { 
/**
 * How many pages it has.
 */
pages: number, 
/**
 * The pages asked for.
 */
drawn: Array<DrawnPage>, 
/**
 * Characters that no font has; each stands as a box in the document.
 */
missing: Array<string>, 
/**
 * Texts that were too long for their place, by their beginning.
 */
cut: Array<string>, 
/**
 * What else the document could not show, in sentences.
 */
remarks: Array<string>, 
/**
 * What this audience does not see.
 */
left_out: Array<LeftOut>, };

/**
 * What a checklist made of a template would hold.
 */
export type PreviewChecklist = { 
/**
 * The template.
 */
template_id: ChecklistTemplateId, 
/**
 * The account.
 */
account_id: AccountId, 
/**
 * The days that are known; steps that count from others have no date yet.
 */
anchors?: { [key in string]: string }, 
/**
 * Phases to look at in place of the template's, before they are saved there.
 */
phases?: Array<TemplatePhase>, };

/**
 * Look at a document before it is written.
 */
export type PreviewRequest = { 
/**
 * Which document.
 */
document: DocumentKind, 
/**
 * The record it is about: a plan, an account, or a checklist.
 */
id: string, 
/**
 * For whom; the customer unless said.
 */
audience?: Audience, 
/**
 * The paper; the account's, else the user's, else that of the user's country, unless said.
 */
paper?: Paper, 
/**
 * The document's language; the account's, else English, unless said.
 */
lang?: string, 
/**
 * The parts to print; all unless said.
 */
sections?: Array<Section>, 
/**
 * What is redacted; nothing unless said.
 */
redact?: Array<Redaction>, 
/**
 * The pages to draw, counted from 0; none unless said. One that is not there is left out.
 */
pages?: Array<number>, };

/**
 * A step that would be made.
 */
export type PreviewStep = { 
/**
 * Its key.
 */
key: string, 
/**
 * What is done.
 */
title: string, 
/**
 * Its phase.
 */
phase: string, 
/**
 * How far it is indented.
 */
depth: number, 
/**
 * By when.
 */
due: string | null, 
/**
 * True where its date hangs on the day on which another step will be done.
 */
provisional: boolean, 
/**
 * Whether it is required.
 */
required: boolean, 
/**
 * Who does it.
 */
owner_side: StepSide, 
/**
 * Who may see it.
 */
visibility: Audience, };

/**
 * What would move if this was done with a step.
 */
export type PreviewStepChange = { 
/**
 * The step.
 */
step_id: ChecklistStepId, 
/**
 * What is done.
 */
what: StepVerb, 
/**
 * The day on which it was done, or on which it is due; today unless said.
 */
day?: string, 
/**
 * Why it is left out, or what it waits for.
 */
reason?: string, };

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
 * In whose machines the product runs.
 */
export type Provider = "on_prem" | "aws" | "gcp" | "azure" | "gitlab_com" | "multi_cloud" | "other";

/**
 * How long a measure took where it was reached in a quarter.
 */
export type QuarterDays = { 
/**
 * The first day of the quarter of the calendar year.
 */
from: string, 
/**
 * For how many accounts.
 */
accounts: number, 
/**
 * The days that the one in the middle took, of two the longer one.
 */
median_days: number, 
/**
 * How many took no longer than the target of their account.
 */
in_time: number, };

/**
 * Which amount of money does a text mean?
 */
export type ReadAmount = { 
/**
 * Such as `120k EUR`, `$1.2M`, `CHF 1'250.–`.
 */
text: string, 
/**
 * The currency that is meant where the text names none, by its ISO 4217 code.
 */
currency?: string, 
/**
 * The mark of fractions, for currencies with three digits behind it.
 */
decimal?: Mark, };

/**
 * Which day does a text mean?
 */
export type ReadDate = { 
/**
 * Such as `15 jan`, `fri`, `+2w`, `end of month`, `2027-01-15`.
 */
text: string, 
/**
 * On which side of today a day without its year lies; ahead unless said.
 */
way?: Way, 
/**
 * How 03/04/2026 is read; as the user writes dates unless said.
 */
order?: DateOrder, };

/**
 * Which number does a text mean?
 */
export type ReadNumber = { 
/**
 * Such as `1,805.5`, `30 %`, `1.2k`.
 */
text: string, 
/**
 * The mark of fractions, where one before three digits could part thousands.
 */
decimal?: Mark, };

/**
 * Which time of day does a text mean?
 */
export type ReadTime = { 
/**
 * Such as `9`, `14:30`, `1pm`.
 */
text: string, };

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
note_visibility: Audience, 
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
why: string, } | { "reason": "outside_years", 
/**
 * As it was written.
 */
value: string, 
/**
 * The first year.
 */
from: number, 
/**
 * The last year.
 */
to: number, } | { "reason": "two_ways", 
/**
 * As it was written.
 */
text: string, } | { "reason": "before_start", 
/**
 * The opening date.
 */
start: string, } | { "reason": "after_end", 
/**
 * The closing date.
 */
end: string, } | { "reason": "after_today", 
/**
 * Today where the user is.
 */
today: string, } | { "reason": "reading_that_day", 
/**
 * The reading of that day.
 */
id: ReadingId, 
/**
 * What was read, in the criterion's unit.
 */
value: number, 
/**
 * Its version, to change it.
 */
version: number, } | { "reason": "no_weight" } | { "reason": "not_finite" } | { "reason": "no_month" } | { "reason": "no_region", 
/**
 * The country's two letters.
 */
country: string, 
/**
 * Codes that it has, as they are said here.
 */
such: Array<string>, } | { "reason": "region_is_country", 
/**
 * The two letters of that.
 */
country: string, } | { "reason": "mixed_region", 
/**
 * Codes of such parts.
 */
parts: Array<string>, } | { "reason": "no_url" } | { "reason": "no_colour" } | { "reason": "negative" } | { "reason": "too_large" } | { "reason": "out_of_range", 
/**
 * The least.
 */
min: number, 
/**
 * The most.
 */
max: number, } | { "reason": "wrong_way", 
/**
 * Where it started.
 */
baseline: number, 
/**
 * Where it should arrive.
 */
target: number, 
/**
 * What is called better.
 */
direction: Direction, } | { "reason": "empty_range" } | { "reason": "not_yes_no" } | { "reason": "fixed" } | { "reason": "not_delivered" } | { "reason": "not_acceptable", 
/**
 * The fields that are missing; those of criteria by their own names.
 */
missing: Array<string>, } | { "reason": "not_delivered_yet" } | { "reason": "only_by_verify" } | { "reason": "confirmed" } | { "reason": "not_confirmed" } | { "reason": "amended" } | { "reason": "signed" } | { "reason": "needed_to_verify" } | { "reason": "second_home", 
/**
 * The field that names its other home.
 */
other: string, } | { "reason": "beside", 
/**
 * The other field.
 */
other: string, } | { "reason": "twice", 
/**
 * What is there twice.
 */
what: string, } | { "reason": "no_part", 
/**
 * The key.
 */
key: string, } | { "reason": "before_start_day", 
/**
 * The opening day, in working days after the plan's start.
 */
day: number, } | { "reason": "loop", 
/**
 * Their titles in order, the first again at the end.
 */
path: Array<string>, } | { "reason": "offset_loop", 
/**
 * Their titles in the order in which they would follow, the first again at the end.
 */
path: Array<string>, } | { "reason": "too_far", 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
to: string, } | { "reason": "no_anchor", 
/**
 * The title of the first such step.
 */
step: string, } | { "reason": "gate_shut", 
/**
 * The phase's title.
 */
phase: string, } | { "reason": "runs_already", 
/**
 * The checklist that runs.
 */
id: ChecklistId, 
/**
 * What it is called.
 */
title: string, } | { "reason": "needed_for_step" } | { "reason": "needed_for_checklist" } | { "reason": "needed_for_delay", 
/**
 * The target.
 */
days: number, } | { "reason": "only_when_done" } | { "reason": "follows_record", 
/**
 * The kind of that.
 */
kind: FollowedKind, } | { "reason": "checklist_closed" } | { "reason": "elsewhere" } | { "reason": "circle" } | { "reason": "bad_file", 
/**
 * What is wrong with it.
 */
why: string, } | { "reason": "is_workspace" } | { "reason": "file_there" } | { "reason": "not_chosen" } | { "reason": "needed_to_block" } | { "reason": "needed_to_log" } | { "reason": "had_left", 
/**
 * Their name.
 */
name: string, 
/**
 * The day they left.
 */
on: string, 
/**
 * The day that is meant.
 */
day: string, } | { "reason": "no_mail", 
/**
 * As it was written.
 */
value: string, } | { "reason": "no_phase", 
/**
 * The key.
 */
key: string, 
/**
 * The phases that are there, by their titles.
 */
known: Array<string>, } | { "reason": "nobody", 
/**
 * What was given.
 */
name: string, } | { "reason": "needed_to_close" };

/**
 * Name somebody else where a person who left is still named.
 */
export type Reassign = { 
/**
 * Who left.
 */
id: ContactId, 
/**
 * The name that takes the place; empty leaves it open.
 */
to: string, 
/**
 * Where; every open place unless said.
 */
places?: Array<PlaceRef>, 
/**
 * Take the name as it is typed, also where nobody of the customer has it.
 */
as_typed?: boolean, };

/**
 * What was reassigned.
 */
export type Reassigned = { 
/**
 * How many places name the other person now.
 */
places: number, };

/**
 * What became of one record.
 */
export type RecordChange = { 
/**
 * Its kind.
 */
kind: Kind, 
/**
 * Its id.
 */
id: string, 
/**
 * Its name or title, the later one; of a dependency `predecessor > successor`.
 */
title: string, 
/**
 * The titles of the records above it within the plan, topmost first.
 */
place: Array<string>, 
/**
 * What became of it.
 */
what: ChangeWhat, 
/**
 * Its fields that differ; of one that came or went, all that are not null.
 */
fields: Array<FieldChange>, };

/**
 * When a task comes again after it was done.
 */
export type Recurrence = { 
/**
 * So many units lie from one day to the next, 1 to 999.
 */
every: number, 
/**
 * What is counted.
 */
unit: RecurrenceUnit, 
/**
 * On working days only: days are counted as such, and another date that is none goes to the next that is.
 */
working_days: boolean, 
/**
 * The day that is counted from: the task's last day, else its first, unless said. It stays while the task comes
 * again and again, so that a month's end or a day off moves one date and not all that follow.
 */
from: string | null, 
/**
 * Not after this day.
 */
until: string | null, 
/**
 * How many times it is still to be done, this time included, 1 to 9,999; without end unless said.
 */
times: number | null, };

/**
 * What a recurring task counts from one time to the next.
 */
export type RecurrenceUnit = "days" | "weeks" | "months";

/**
 * What gives way to marks such as `[person 1]` wherever it stands.
 */
export type Redaction = "names" | "hosts";

/**
 * A checklist that is worked on.
 */
export type RunOverview = { 
/**
 * Which.
 */
id: ChecklistId, 
/**
 * Its title.
 */
title: string, 
/**
 * Whose.
 */
account_id: AccountId, 
/**
 * Their name.
 */
account: string, 
/**
 * True for the one that is looked at first among the account's.
 */
is_primary: boolean, 
/**
 * Days since it was started.
 */
days: number, 
/**
 * The phase it is in; empty where it has none.
 */
phase: string, 
/**
 * How many steps are required.
 */
required_total: number, 
/**
 * How many of them are over.
 */
required_over: number, 
/**
 * On track, behind or stuck: by its late steps and, for the account's onboarding, by the target of that.
 */
state: MeasureState, 
/**
 * True where it is open for longer than a customer who is engaged needs.
 */
not_engaged: boolean, 
/**
 * When it can end at the earliest: the last date of a required step that is not over, and never before today.
 */
ends_on: string | null, 
/**
 * True where that last date went by: all that is left is late.
 */
all_late: boolean, 
/**
 * The open steps whose day went by, the oldest first.
 */
late: Array<LateStep>, 
/**
 * Why it takes longer, in the user's words.
 */
delay_reason: string, };

/**
 * Every checklist that is worked on, how the open steps burn down, and how long onboardings took.
 */
export type RunPortfolio = { 
/**
 * Those that are worked on, the one that is behind longest first.
 */
runs: Array<RunOverview>, 
/**
 * The open required steps of all checklists, week by week up to today.
 */
burn_down: Array<OpenOn>, 
/**
 * How long each measure of an onboarding took, by the quarter in which it was reached.
 */
quarters: MeasureQuarters, 
/**
 * The targets where a tier has none of its own.
 */
targets: OnboardingTargets, };

/**
 * What was added or removed.
 */
export type SampleReport = { 
/**
 * How many accounts.
 */
accounts: number, };

/**
 * Add the sample.
 */
export type SampleRequest = { 
/**
 * Thousands of records more, to see how the program holds.
 */
large?: boolean, };

/**
 * Make a template of a plan.
 */
export type SaveAsTemplate = { 
/**
 * The plan.
 */
id: PlanId, 
/**
 * What the template is called.
 */
title: string, 
/**
 * For whom it is, and what it leads to.
 */
summary?: string, };

/**
 * Give a workshop its time; it is scheduled then.
 */
export type ScheduleWorkshop = { 
/**
 * The workshop.
 */
id: WorkshopId, 
/**
 * If given, the version that was read; a newer one is a `conflict`.
 */
version?: number, 
/**
 * When it begins: a local time of its zone, `YYYY-MM-DDTHH:MM`, or an instant.
 */
starts_at: string, 
/**
 * The zone of that; the workshop's own, else the account's, else mine.
 */
zone?: Zone, 
/**
 * How long it takes, if that changes.
 */
minutes?: number, 
/**
 * Room or link, if that changes.
 */
place?: string, };

/**
 * A record in which the text occurs.
 */
export type SearchHit = { 
/**
 * Its kind.
 */
kind: Kind, 
/**
 * The record.
 */
id: string, 
/**
 * Its name or title.
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
plan_id: PlanId | null, 
/**
 * Where the text occurs, in its surroundings: pieces in order.
 */
context: Array<SearchPiece>, };

/**
 * What was found, best first.
 */
export type SearchHits = { 
/**
 * The records.
 */
items: Array<SearchHit>, };

/**
 * A piece of text around a hit.
 */
export type SearchPiece = { 
/**
 * The text.
 */
text: string, 
/**
 * True where it is what was searched for.
 */
hit: boolean, };

/**
 * Find records by what is written in them.
 */
export type SearchRequest = { 
/**
 * Words, each of which must occur; the last may be a beginning. Case and accents do not matter.
 */
text: string, 
/**
 * How many at most; 50 unless said.
 */
limit?: number, };

/**
 * The second place, where backups go as well.
 */
export type SecondPlace = { 
/**
 * The folder that was chosen.
 */
folder: string, 
/**
 * False where it is not there now, such as a disk that is not plugged in.
 */
there: boolean, 
/**
 * The newest backup in it.
 */
newest: string | null, };

/**
 * A part of a success plan's document, in the order of its pages.
 */
export type Section = "cover" | "where_we_stand" | "changes" | "timeline" | "objectives" | "people" | "sign_off" | "readings";

/**
 * How a contact feels about us.
 */
export type Sentiment = "positive" | "neutral" | "negative";

/**
 * Give a task new dates, and what they push.
 */
export type ShiftApply = { 
/**
 * The task.
 */
task_id: TaskId, 
/**
 * As in the preview.
 */
start?: string, 
/**
 * As in the preview.
 */
due?: string, 
/**
 * Move this task alone, whatever its dates push.
 */
only?: boolean, };

/**
 * Move several tasks of one plan, and what they push: by working days, or all to one last day.
 */
export type ShiftMany = { 
/**
 * The tasks; by working days, what is over or has no dates stays.
 */
task_ids: Array<TaskId>, 
/**
 * How many working days of its side's calendar each moves later, or earlier below zero; at most 1,000. Needed
 * without `due`.
 */
working_days?: number, 
/**
 * The last day that each gets instead; the first one stays where it can.
 */
due?: string, 
/**
 * Move these tasks alone, whatever their dates push.
 */
only?: boolean, };

/**
 * Every date that moves, with its reason.
 */
export type ShiftPreview = { 
/**
 * What was asked for and what it pushes, each after what pushes it.
 */
moves: Array<Moved>, 
/**
 * Milestones that would have to move, and stay.
 */
fixed: Array<HeldMilestone>, 
/**
 * Tasks whose new dates lie outside of the plan's period.
 */
outside: Array<TaskId>, };

/**
 * What would move if a task got new dates.
 */
export type ShiftRequest = { 
/**
 * The task.
 */
task_id: TaskId, 
/**
 * Its new first day; alone it moves the task, which keeps its length in working days.
 */
start?: string, 
/**
 * Its new last day; alone it changes the length.
 */
due?: string, 
/**
 * Answer only what becomes of these tasks, and of the task itself: a bar under a hand needs no more than what
 * is in sight. All of them unless said.
 */
among?: Array<TaskId>, };

/**
 * Who works: we, or the customer.
 */
export type Side = "ours" | "customer";

/**
 * A sign-off with its id, as a version lists it.
 */
export type SignEntry = { 
/**
 * Its id.
 */
id: SignOffId, 
/**
 * The version.
 */
version_id: PlanVersionId, 
/**
 * Who, by name.
 */
person: string, 
/**
 * The day they did; of an entry that takes one back, the day it was taken back.
 */
signed_on: string, 
/**
 * In which words, where they said any.
 */
words: string, 
/**
 * The entry that this one stands instead of.
 */
amends: SignOffId | null, 
/**
 * True where it takes that entry back.
 */
withdrawn: boolean, 
/**
 * Why it stands instead of the other.
 */
reason: string, };

export type SignOffId = string & { readonly __brand: "SignOffId" };

/**
 * Somebody signed a version. No undo takes this back; `sign_off.withdraw` and `sign_off.correct` do.
 */
export type SignVersion = { 
/**
 * The version.
 */
version_id: PlanVersionId, 
/**
 * Who, by name.
 */
person: string, 
/**
 * The day they did, today at the latest.
 */
on: string, 
/**
 * In which words, where they said any.
 */
words?: string, };

/**
 * Who signed a version, and who is still asked to.
 */
export type Signing = { 
/**
 * What stands, in the order in which it was recorded.
 */
signed: Array<SignEntry>, 
/**
 * What was corrected or taken back, and the entries that took it back.
 */
past: Array<SignEntry>, 
/**
 * The plan's approvers of today who have not signed this version.
 */
asked: Array<Approver>, };

/**
 * The letters of SMART.
 */
export type Smart = "specific" | "measurable" | "achievable" | "relevant" | "time_bound";

/**
 * What an objective lacks to be SMART.
 */
export type SmartCheck = { 
/**
 * The letters that miss something, in order.
 */
hints: Array<SmartHint>, };

/**
 * One letter of SMART, and the fields that it misses.
 */
export type SmartHint = { 
/**
 * Which letter.
 */
part: Smart, 
/**
 * Field names, each once; `criteria` and `initiatives` where there is none.
 */
missing: Array<string>, };

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
 * How far a checklist is.
 */
export type Standing = { 
/**
 * Whether it is worked on.
 */
state: ChecklistState, 
/**
 * How many steps there are.
 */
steps_total: number, 
/**
 * How many of them are over: done or skipped.
 */
steps_over: number, 
/**
 * How many are required.
 */
required_total: number, 
/**
 * How many of those are over.
 */
required_over: number, 
/**
 * The last date of a required step that is not over, as planned; none where none is left. It may have gone by:
 * [`Forecast`] says when the end can be expected.
 */
ends_on: string | null, 
/**
 * Each phase, in order.
 */
progress: Array<PhaseProgress>, };

/**
 * Start a checklist for an account.
 */
export type StartChecklist = { 
/**
 * The account.
 */
account_id: AccountId, 
/**
 * The template, the user's own or the program's.
 */
template_id: ChecklistTemplateId, 
/**
 * The days that its steps count from, by the anchor's key. An anchor that has a default may be left out.
 */
anchors?: { [key in string]: string }, 
/**
 * What it is called; like the template unless said.
 */
title?: string, 
/**
 * Whether it is looked at first; so it is unless another of the account is.
 */
primary?: boolean, 
/**
 * The day it starts; today unless said.
 */
started_on?: string, 
/**
 * True to start it although one of the template is under way for the account.
 */
again?: boolean, };

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
 * A step that changed, and the dates that moved with it.
 */
export type StepChanged = { 
/**
 * Every other date that moved.
 */
moves: Array<StepMoved>, 
/**
 * The step.
 */
id: ChecklistStepId, 
/**
 * Its version.
 */
version: number, 
/**
 * What is done.
 */
title: string, 
/**
 * Its phase.
 */
phase: string, 
/**
 * How far it is indented.
 */
depth: number, 
/**
 * By when.
 */
due: string | null, 
/**
 * Whether it is done.
 */
state: StepState, 
/**
 * When it was.
 */
done_on: string | null, 
/**
 * Why it was skipped or is blocked.
 */
reason: string, 
/**
 * Whether it is required.
 */
required: boolean, 
/**
 * True where its date hangs on the day on which another step will be done, and that is not done yet.
 */
provisional: boolean, 
/**
 * True while a gate before its phase is shut.
 */
gated: boolean, 
/**
 * True where its date is a day on which whoever does it does not work.
 */
on_day_off: boolean, 
/**
 * Who does it.
 */
owner_side: StepSide, 
/**
 * Who may see it.
 */
visibility: Audience, };

/**
 * Give a step a date of its own.
 */
export type StepDue = { 
/**
 * The step.
 */
step_id: ChecklistStepId, 
/**
 * The date. It counts from nothing then.
 */
due: string, };

/**
 * A file that a step needs: it names a content of the workspace, and many steps may name the same.
 */
export type StepFile = { 
/**
 * The file's name.
 */
name: string, 
/**
 * Its content, as `blob.put` answered it.
 */
hash: Hash, };

/**
 * Undo or redo; with `op`, only if that is the step it would take.
 */
export type StepGuard = { 
/**
 * The step that the caller expects.
 */
op?: number, };

/**
 * A step as a list shows it.
 */
export type StepLine = { 
/**
 * The step.
 */
id: ChecklistStepId, 
/**
 * Its version.
 */
version: number, 
/**
 * What is done.
 */
title: string, 
/**
 * Its phase.
 */
phase: string, 
/**
 * How far it is indented.
 */
depth: number, 
/**
 * By when.
 */
due: string | null, 
/**
 * Whether it is done.
 */
state: StepState, 
/**
 * When it was.
 */
done_on: string | null, 
/**
 * Why it was skipped or is blocked.
 */
reason: string, 
/**
 * Whether it is required.
 */
required: boolean, 
/**
 * True where its date hangs on the day on which another step will be done, and that is not done yet.
 */
provisional: boolean, 
/**
 * True while a gate before its phase is shut.
 */
gated: boolean, 
/**
 * True where its date is a day on which whoever does it does not work.
 */
on_day_off: boolean, 
/**
 * Who does it.
 */
owner_side: StepSide, 
/**
 * Who may see it.
 */
visibility: Audience, };

/**
 * Somewhere to read more.
 */
export type StepLink = { 
/**
 * What it is.
 */
title: string, 
/**
 * Its address.
 */
url: string, };

/**
 * What the date of a step counts from.
 */
export type StepMoveReason = { "reason": "asked" } | { "reason": "anchor", 
/**
 * The key of that.
 */
anchor: string, } | { "reason": "after_due", 
/**
 * That step's title.
 */
step: string, } | { "reason": "after_done", 
/**
 * That step's title.
 */
step: string, };

/**
 * A step whose date moves.
 */
export type StepMoved = { 
/**
 * The step.
 */
id: ChecklistStepId, 
/**
 * Its title.
 */
title: string, 
/**
 * By when it was to be done before.
 */
old_due: string | null, 
/**
 * By when after.
 */
new_due: string | null, 
/**
 * Why.
 */
why: StepMoveReason, };

/**
 * Every date that moves, with its reason.
 */
export type StepMoves = { 
/**
 * In the order of the checklist.
 */
moves: Array<StepMoved>, };

/**
 * Who does a step of a checklist; called as the sides of a task are.
 */
export type StepSide = "ours" | "customer" | "partner";

/**
 * What a step's view adds.
 */
export type StepStanding = { 
/**
 * True where its date hangs on the day on which another step will be done, and that is not done yet.
 */
provisional: boolean, 
/**
 * True while a gate before its phase is shut.
 */
gated: boolean, 
/**
 * True where its date is a day on which whoever does it does not work.
 */
on_day_off: boolean, };

/**
 * Whether a step of a checklist is done.
 */
export type StepState = "open" | "done" | "skipped" | "blocked";

/**
 * What can be done with a step, beside editing its fields.
 */
export type StepVerb = "tick" | "skip" | "block" | "reopen" | "set_due";

/**
 * Skip a step, or say what it waits for.
 */
export type StepWithReason = { 
/**
 * The step.
 */
step_id: ChecklistStepId, 
/**
 * Why.
 */
reason: string, };

/**
 * What the customer subscribes to.
 */
export type SubscriptionPlan = "free" | "premium" | "ultimate";

/**
 * The service level a customer bought.
 */
export type SuccessTier = "on_demand" | "essentials" | "advanced" | "signature";

/**
 * What a command plan's view adds: what became of its outcomes as it stands now, deleted records left out.
 */
export type Taken = { 
/**
 * One an objective.
 */
taken: Array<TakenOutcome>, };

/**
 * How a file relates to what is here.
 */
export type TakenAs = "new" | "changed" | "same";

/**
 * A metric or capability and its criterion.
 */
export type TakenLine = { 
/**
 * The line as it was taken.
 */
line: string, 
/**
 * The criterion.
 */
criterion_id: CriterionId, 
/**
 * Its name now.
 */
name: string, 
/**
 * True where the command plan no longer has the line.
 */
line_changed: boolean, 
/**
 * True where the record is called otherwise.
 */
record_changed: boolean, };

/**
 * An outcome and its objective, with what changed on either side since. Nothing is copied after that.
 */
export type TakenOutcome = { 
/**
 * The line as it was taken.
 */
outcome: string, 
/**
 * The objective.
 */
objective_id: ObjectiveId, 
/**
 * Its plan.
 */
plan_id: PlanId, 
/**
 * Its title now.
 */
title: string, 
/**
 * Its criteria that come from the command plan.
 */
criteria: Array<TakenLine>, 
/**
 * True where the command plan no longer has the line.
 */
line_changed: boolean, 
/**
 * True where the record is called otherwise.
 */
record_changed: boolean, };

/**
 * One step, with somebody who does it and a day by which it is done.
 */
export type Task = { 
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
 * How likely the milestone is to be missed.
 */
milestone_risk: Level | null, 
/**
 * What it waits for, while it is blocked.
 */
blocked_reason: string, 
/**
 * Who may see it: the customer in a plan, we alone elsewhere, unless said otherwise.
 */
visibility: Audience, 
/**
 * How it comes again once it is done; the next one then carries this on.
 */
recurrence: Recurrence | null, 
/**
 * Its place in the initiative.
 */
position: Position, 
/**
 * The initiative it hangs under, if that is its home.
 */
initiative_id: InitiativeId | null, 
/**
 * The account it hangs under, if that is its home.
 */
account_id: AccountId | null, 
/**
 * The touchpoint it hangs under, if that is its home.
 */
touchpoint_id: TouchpointId | null, 
/**
 * The workshop it hangs under, if that is its home.
 */
workshop_id: WorkshopId | null, };

/**
 * How many tasks are what, for the work progress.
 */
export type TaskCount = { 
/**
 * Done.
 */
done: number, 
/**
 * Not done yet.
 */
open: number, 
/**
 * Closed without success: they count on neither side.
 */
dropped: number, };

export type TaskId = string & { readonly __brand: "TaskId" };

/**
 * How much later a task can end.
 */
export type TaskRoom = { 
/**
 * The task.
 */
id: TaskId, 
/**
 * Working days of its side by which it can end later without moving the plan's end or breaking a milestone;
 * below zero where it is too late already. None for what is over, for what has no due date, and for a
 * milestone that waits for nothing.
 */
slack_days: number | null, 
/**
 * True where the smallest delay is felt.
 */
critical: boolean, };

/**
 * How a task is going.
 */
export type TaskStatus = "new" | "work_in_progress" | "blocked" | "closed_success" | "closed";

/**
 * Somebody of the account team.
 */
export type TeamMember = { 
/**
 * AE, SA, CSM, CSA, RM, PS, or another word.
 */
role: string, 
/**
 * Who.
 */
name: string, };

/**
 * A template of a plan. Its version grows with every change, as that of every record.
 */
export type Template = { 
/**
 * What it is called.
 */
title: string, 
/**
 * For whom it is, and what it leads to.
 */
summary: string, 
/**
 * What a plan made of it holds.
 */
content: TemplateContent, };

/**
 * A named day that steps count from.
 */
export type TemplateAnchor = { 
/**
 * Names it.
 */
key: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * The anchor from which its day is reckoned where nobody says it.
 */
from: OffsetFrom | null, 
/**
 * Calendar days between the two, below zero for a day before.
 */
offset_days: number, };

/**
 * What a plan made of a template holds.
 */
export type TemplateContent = { 
/**
 * What the plan is for.
 */
plan_type: PlanType, 
/**
 * Length of the plan's period, in weeks, 1 to 520.
 */
weeks: number, 
/**
 * The direction, for the author to edit.
 */
strategy: string, 
/**
 * In order.
 */
objectives: Array<TemplateObjective>, };

/**
 * A criterion of a template.
 */
export type TemplateCriterion = { 
/**
 * Names it within the template.
 */
key: string, 
/**
 * What is measured.
 */
name: string, 
/**
 * What kind of value it is.
 */
kind: CriterionKind, 
/**
 * The unit.
 */
unit: string, 
/**
 * Which way is better.
 */
direction: Direction, 
/**
 * Where it starts, where that is known beforehand.
 */
baseline: number | null, 
/**
 * Where it should arrive.
 */
target: number | null, 
/**
 * Lower end of the range.
 */
target_min: number | null, 
/**
 * Upper end of the range.
 */
target_max: number | null, 
/**
 * How much it counts, zero or more.
 */
weight: number, 
/**
 * The working day by which the target is reached.
 */
target_day: number | null, 
/**
 * For which accounts; all must hold.
 */
when: Array<Condition>, };

/**
 * What the templates of a plan say otherwise than when they were applied.
 */
export type TemplateDiff = { 
/**
 * What can be accepted or declined, parents before children.
 */
lines: Array<TemplateLine>, 
/**
 * The templates that the plan was made of, oldest first.
 */
uses: Array<TemplateUsed>, };

/**
 * Write a template to a file.
 */
export type TemplateExport = { 
/**
 * The template.
 */
id: TemplateId, 
/**
 * The file.
 */
path: string, 
/**
 * Whether a file that this workspace did not write, or that was changed since, gives way. The window needs not say
 * it: the system's dialog asks.
 */
force?: boolean, };

export type TemplateId = string & { readonly __brand: "TemplateId" };

/**
 * An initiative of a template.
 */
export type TemplateInitiative = { 
/**
 * Names it within the template.
 */
key: string, 
/**
 * What is done, in a line.
 */
title: string, 
/**
 * Status and next steps, as they stand at the beginning.
 */
update_text: string, 
/**
 * The working day by which it is done.
 */
due_day: number | null, 
/**
 * The keys of other objectives that it serves too.
 */
also_serves: Array<string>, 
/**
 * Who may see it.
 */
visibility: Audience, 
/**
 * For which accounts; all must hold.
 */
when: Array<Condition>, 
/**
 * Its steps.
 */
tasks: Array<TemplateTask>, };

/**
 * One difference, to be accepted or declined.
 */
export type TemplateLine = { 
/**
 * Names it among the lines of the plan.
 */
id: string, 
/**
 * The part's key.
 */
key: string, 
/**
 * The part's kind.
 */
kind: Kind, 
/**
 * The part's name or title, as the plan has it, else as the template has it.
 */
title: string, 
/**
 * What the template did.
 */
what: TemplateWhat, 
/**
 * Which field changed; none where the whole part was added or removed.
 */
field?: string, 
/**
 * What the template said when it was applied.
 */
from: unknown, 
/**
 * What it says now.
 */
to: unknown, 
/**
 * What the plan says.
 */
yours: unknown, 
/**
 * The line that has to be accepted before, or with this one: the part that it hangs under is new too.
 */
needs?: Array<string>, };

/**
 * What a template makes, and what it leaves out.
 */
export type TemplateMade = { 
/**
 * The plan; none while it is only looked at and would be new.
 */
plan_id: PlanId | null, 
/**
 * The plan's title.
 */
title: string, 
/**
 * First day of the plan's period.
 */
period_start: string | null, 
/**
 * Its last day.
 */
period_end: string | null, 
/**
 * Every part but the plan, parents before children, dependencies last.
 */
made: Array<MadePart>, 
/**
 * What does not fit the account or was not wanted.
 */
left_out: Array<LeftOutPart>, };

/**
 * An objective of a template.
 */
export type TemplateObjective = { 
/**
 * Names it within the template.
 */
key: string, 
/**
 * The outcome, in a line.
 */
title: string, 
/**
 * What and why for the business.
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
 * What part of the platform it rests on.
 */
use_case: UseCase | null, 
/**
 * How important it is.
 */
priority: Level | null, 
/**
 * The working day on which it begins.
 */
start_day: number | null, 
/**
 * The working day by which it is reached.
 */
due_day: number | null, 
/**
 * For which accounts; all must hold.
 */
when: Array<Condition>, 
/**
 * How it is measured.
 */
criteria: Array<TemplateCriterion>, 
/**
 * How it is reached.
 */
initiatives: Array<TemplateInitiative>, };

/**
 * What a template's view adds.
 */
export type TemplateOrigin = { 
/**
 * True where it comes with the program: it is not changed but copied.
 */
built_in: boolean, };

/**
 * A file that holds a template.
 */
export type TemplatePath = { 
/**
 * The file.
 */
path: string, };

/**
 * A phase of a template.
 */
export type TemplatePhase = { 
/**
 * What it is called.
 */
title: string, 
/**
 * What must be true before the next phase begins, as the customer reads it; empty where nothing waits.
 */
gate: string, 
/**
 * Its steps, in order.
 */
steps: Array<TemplateStep>, };

/**
 * A step of a template.
 */
export type TemplateStep = { 
/**
 * Names it within the template.
 */
key: string, 
/**
 * What is done, in a line.
 */
title: string, 
/**
 * A heading over it and its neighbours.
 */
group: string, 
/**
 * Why it is done.
 */
why: string, 
/**
 * How it is done; Markdown.
 */
how: string, 
/**
 * Where to read more.
 */
links: Array<StepLink>, 
/**
 * What is needed for it, as files.
 */
files: Array<StepFile>, 
/**
 * Who does it; their working days count.
 */
owner_side: StepSide, 
/**
 * In which role they do it.
 */
role: string, 
/**
 * Whether the phase, and the checklist, wait for it.
 */
required: boolean, 
/**
 * Who may see it.
 */
visibility: Audience, 
/**
 * Who reads why and how it is done, and where to read more: advice for us is ours, whoever sees the step.
 */
guidance_for: Audience, 
/**
 * What shows that it is done, as asked for.
 */
evidence: string, 
/**
 * For which accounts; all must hold.
 */
when: Array<Condition>, 
/**
 * Days between its date and what that counts from; below zero it lies before.
 */
offset_days: number, 
/**
 * What its date counts from.
 */
from: OffsetFrom, 
/**
 * Which days are counted.
 */
calendar: DayCount, 
/**
 * The key of the step that it is indented under.
 */
parent: string, 
/**
 * Which kind of record it may become.
 */
follows: FollowedKind | null, };

/**
 * What became of a file that was read.
 */
export type TemplateTaken = { 
/**
 * The template as it is now.
 */
template: Stored<TemplateId, Template, TemplateOrigin>, 
/**
 * Whether it is new here, changed one that is here, or is the same.
 */
what: TakenAs, };

/**
 * A task of a template.
 */
export type TemplateTask = { 
/**
 * Names it within the template.
 */
key: string, 
/**
 * What is done, in a line.
 */
title: string, 
/**
 * Which side does it; its working days are the ones that count.
 */
owner_side: Side, 
/**
 * The working day on which it begins.
 */
start_day: number | null, 
/**
 * The working day by which it is done.
 */
due_day: number | null, 
/**
 * Whether it marks a milestone.
 */
milestone: boolean, 
/**
 * How important it is.
 */
priority: Level | null, 
/**
 * Who may see it.
 */
visibility: Audience, 
/**
 * What it waits for.
 */
after: Array<After>, 
/**
 * For which accounts; all must hold.
 */
when: Array<Condition>, };

export type TemplateUseId = string & { readonly __brand: "TemplateUseId" };

/**
 * A template that a plan was made of.
 */
export type TemplateUsed = { 
/**
 * The use.
 */
id: TemplateUseId, 
/**
 * The template.
 */
template_id: TemplateId, 
/**
 * Its title; empty where it is gone.
 */
title: string, 
/**
 * The version that the plan follows.
 */
followed_version: number, 
/**
 * Its version now; none where it is gone.
 */
version: number | null, 
/**
 * The day that its days count from.
 */
start: string, 
/**
 * The lines that were declined so far.
 */
declined: Array<string>, };

/**
 * What the template did.
 */
export type TemplateWhat = "added" | "removed" | "changed";

/**
 * Tick a step.
 */
export type TickStep = { 
/**
 * The step.
 */
step_id: ChecklistStepId, 
/**
 * The day it was done; today unless said.
 */
done_on?: string, };

/**
 * The time that a text means.
 */
export type TimeRead = { 
/**
 * Hours and minutes, such as `13:00`.
 */
time: string, };

/**
 * A part of the stream, newest first.
 */
export type Timeline = { 
/**
 * The part asked for.
 */
items: Array<TimelineEntry>, 
/**
 * How many match.
 */
total: number, };

/**
 * One thing that happened.
 */
export type TimelineEntry = { 
/**
 * The day, where the user is; a workshop's in its own zone.
 */
date: string, 
/**
 * The instant, where one is known.
 */
at: string | null, 
/**
 * What it was about.
 */
title: string, 
/**
 * What was said, at most its first part.
 */
text: string, 
/**
 * Who was there, or who moved the date.
 */
people: Array<string>, 
/**
 * The kind of the record to open.
 */
record: Kind, 
/**
 * The record to open.
 */
id: string, 
/**
 * The plan it stands in.
 */
plan_id: PlanId | null, 
/**
 * Who may see that it happened.
 */
visibility: Audience, 
/**
 * Who may see the text.
 */
text_visibility: Audience, 
/**
 * How many actions came of it.
 */
actions: number, 
/**
 * How many of these are open.
 */
open_actions: number, } & ({ "kind": "touchpoint", 
/**
 * Which.
 */
touchpoint_type: TouchpointType, 
/**
 * How the customer came across.
 */
sentiment: Sentiment | null, 
/**
 * Whether the sponsor was there.
 */
sponsor_present: boolean, } | { "kind": "workshop", 
/**
 * How far it is.
 */
state: WorkshopState, 
/**
 * The zone of its time.
 */
zone: Zone | null, } | { "kind": "reading", 
/**
 * What was read.
 */
value: number, 
/**
 * The kind of the criterion.
 */
criterion_kind: CriterionKind, 
/**
 * Its unit.
 */
unit: string, } | { "kind": "date_change", 
/**
 * Which date of the record, the first that was moved.
 */
field: string, 
/**
 * The day it had.
 */
old: string, 
/**
 * The day it was given; none where it was taken away.
 */
new: string | null, 
/**
 * How many more dates moved along.
 */
others: number, });

/**
 * What stands in the stream.
 */
export type TimelineKind = "touchpoint" | "workshop" | "reading" | "date_change";

/**
 * A part of what happened with a customer.
 */
export type TimelineOf = { 
/**
 * The account.
 */
id: AccountId, 
/**
 * Only these kinds.
 */
kinds?: Array<TimelineKind>, 
/**
 * Words, each of which must occur in an entry.
 */
search?: string, 
/**
 * From this day on.
 */
from?: string, 
/**
 * Up to this day.
 */
to?: string, 
/**
 * Which part; without it the first 200.
 */
page?: PageOf, };

/**
 * Make objectives of outcomes. What became one before in this plan is not made again.
 */
export type ToObjectives = { 
/**
 * The account whose command plan it is.
 */
account_id: AccountId, 
/**
 * The plan that they go into, one of the account's.
 */
plan_id: PlanId, 
/**
 * The outcomes.
 */
outcomes: Array<OutcomeChoice>, };

/**
 * A part of what needs somebody, the most urgent first.
 */
export type Today = { 
/**
 * The day where the user is.
 */
today: string, 
/**
 * The part asked for.
 */
items: Array<TodayItem>, 
/**
 * How much there is in all.
 */
total: number, };

/**
 * How much needs somebody now.
 */
export type TodayCount = { 
/**
 * Its day went by.
 */
late: number, 
/**
 * It is for today.
 */
today: number, };

/**
 * One of the days ahead, with what begins and what is due on it.
 */
export type TodayDay = { 
/**
 * The day.
 */
day: string, 
/**
 * The first of it: what begins at a time, in its order, and then as the list stands.
 */
items: Array<TodayItem>, 
/**
 * How much there is in all.
 */
total: number, };

/**
 * A record that needs somebody, and why.
 */
export type TodayItem = { 
/**
 * Why.
 */
reason: TodayReason, 
/**
 * How soon.
 */
urgency: Urgency, 
/**
 * What kind of record.
 */
kind: Kind, 
/**
 * Which.
 */
id: string, 
/**
 * Its version, for ticking it.
 */
version: number, 
/**
 * Its name or title.
 */
title: string, 
/**
 * Whose.
 */
account_id: AccountId, 
/**
 * Their name.
 */
account: string, 
/**
 * True where no automation may name them: they are of the public sector.
 */
public_sector: boolean, 
/**
 * The plan it stands in, if it does.
 */
plan_id: PlanId | null, 
/**
 * The checklist it stands in, if it does.
 */
checklist_id: ChecklistId | null, 
/**
 * When it begins, where it has a time.
 */
starts_at: string | null, 
/**
 * Who does it.
 */
owner: string, 
/**
 * The day it is about.
 */
due: string | null, 
/**
 * Days since that day, or since what should have happened again; below zero it lies ahead.
 */
days: number | null, 
/**
 * After how many days it counts as too long.
 */
limit: number | null, 
/**
 * What it waits for, or what it waited for.
 */
detail: string, };

/**
 * Which part of what needs somebody.
 */
export type TodayQuery = { 
/**
 * Only what is this urgent.
 */
urgency?: Urgency, 
/**
 * Which part of it; the first 200 unless said.
 */
page?: PageOf, };

/**
 * Why something is on the list.
 */
export type TodayReason = "late" | "due" | "blocked" | "waiting_on_customer" | "waiting_on_partner" | "waiting_on_gate" | "unblocked" | "workshop_next" | "workshop_open" | "recap_owed" | "call_overdue" | "ebr_overdue" | "sentiment_old" | "plan_quiet" | "wrong_way" | "person_unmet" | "onboarding_long" | "not_engaged" | "agreed";

/**
 * What may be told of without being asked, of accounts that are not of the public sector.
 */
export type TodayReminders = { 
/**
 * The day where the user is.
 */
today: string, 
/**
 * How much needs somebody now.
 */
count: TodayCount, 
/**
 * The first of that, what can begin since what it waited for is done, and the workshops to come.
 */
items: Array<TodayItem>, };

/**
 * The days ahead.
 */
export type TodayWeekOf = { 
/**
 * How much of each day is shown at most; 4 unless said.
 */
limit?: number, };

/**
 * A part of the customer's tool chain.
 */
export type ToolArea = "scm" | "ci" | "cd" | "package" | "security" | "monitoring" | "agile";

/**
 * A tool the customer uses, and how likely it is replaced.
 */
export type ToolUse = { 
/**
 * For what.
 */
area: ToolArea, 
/**
 * What it is called.
 */
tool: string, 
/**
 * How happy they are with it. Internal.
 */
satisfaction: Level | null, 
/**
 * How much they want another. Internal.
 */
appetite: Level | null, 
/**
 * When its contract ends. Internal.
 */
contract_end: string | null, };

/**
 * One time that the customer was met or written to, or that something was noted about them. What was agreed are
 * tasks whose home it is.
 */
export type Touchpoint = { 
/**
 * Which customer.
 */
account_id: AccountId, 
/**
 * What kind of touch.
 */
touchpoint_type: TouchpointType, 
/**
 * What it was about, in a line.
 */
subject: string, 
/**
 * The day, never after today.
 */
held_on: string, 
/**
 * Who was there on our side.
 */
our_attendees: Array<string>, 
/**
 * Who was there of the customer's people.
 */
contact_ids: Array<ContactId>, 
/**
 * Who else was there and is no contact, as one writes it down.
 */
others: string, 
/**
 * Whether the sponsor was there.
 */
sponsor_present: boolean, 
/**
 * How the customer came across. Internal.
 */
sentiment: Sentiment | null, 
/**
 * What was said, as Markdown.
 */
notes: string, 
/**
 * The kind of meeting in one's own words, such as a cadence call.
 */
meeting_type: string, 
/**
 * Who may see it.
 */
visibility: Audience, };

export type TouchpointId = string & { readonly __brand: "TouchpointId" };

/**
 * How the customer was met, or what was noted between. Where nobody answered, nobody was met.
 */
export type TouchpointType = "customer_call" | "in_person_meeting" | "email" | "update" | "health_update" | "ebr" | "kickoff" | "enablement" | "no_answer";

/**
 * An account in a file that was handed over.
 */
export type TransferredAccount = { 
/**
 * The account.
 */
id: AccountId, 
/**
 * Its name.
 */
name: string, 
/**
 * Who wrote the file, by name; empty where nobody had said who they are.
 */
made_by: string, 
/**
 * When; none where the file was not written by handing an account over.
 */
made_at: string | null, 
/**
 * What becomes of the records of each kind.
 */
kinds: Array<TransferredKind>, 
/**
 * What is not finished, the soonest first.
 */
open: Array<OpenItem>, };

/**
 * What becomes of the records of a kind.
 */
export type TransferredKind = { 
/**
 * The kind.
 */
kind: Kind, 
/**
 * Made.
 */
new: number, 
/**
 * Changed.
 */
changed: number, 
/**
 * The same as here.
 */
same: number, 
/**
 * Here alone.
 */
missing: number, };

/**
 * How soon something is wanted; the most urgent first.
 */
export type Urgency = "late" | "today" | "soon" | "watch";

/**
 * What part of the platform an objective rests on.
 */
export type UseCase = "ai" | "cd" | "ci" | "dedicated" | "developer_experience" | "infrastructure" | "other" | "plan" | "scm" | "security";

/**
 * How far an outcome is agreed and confirmed by the customer.
 */
export type VerifiableOutcomeStage = "proposed" | "accepted" | "delivered" | "verified";

/**
 * The customer confirmed a delivered outcome. No undo takes this back; `objective.withdraw_verification` does.
 */
export type VerifyObjective = { 
/**
 * The objective.
 */
id: ObjectiveId, 
/**
 * The version that was read; a newer one in the workspace is a `conflict`.
 */
version: number, 
/**
 * Who on the customer's side confirmed it.
 */
confirmed_by: string, 
/**
 * The day they did.
 */
confirmed_on: string, 
/**
 * In which words.
 */
words: string, };

/**
 * Whether GitLab's success-plan viewer would show an objective.
 */
export type ViewerCheck = { 
/**
 * True where nothing is missing.
 */
appears: boolean, 
/**
 * The fields that it misses; those of criteria by their own names, `criteria` where there is none.
 */
missing: Array<string>, };

/**
 * On which side of today a day without its year is looked for.
 */
export type Way = "ahead" | "back" | "nearest";

/**
 * A day of the week.
 */
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/**
 * A sign-off is so no more. It is kept, and so is the reason.
 */
export type WithdrawSignOff = { 
/**
 * The sign-off.
 */
id: SignOffId, 
/**
 * Why; it stands on the sign-off page.
 */
reason: string, };

/**
 * What was confirmed is so no more. It is kept, with the reason.
 */
export type WithdrawVerification = { 
/**
 * The objective.
 */
id: ObjectiveId, 
/**
 * The version that was read; a newer one in the workspace is a `conflict`.
 */
version: number, 
/**
 * Why.
 */
reason: string, };

/**
 * A workshop or an enablement session with a customer.
 */
export type Workshop = { 
/**
 * With which customer.
 */
account_id: AccountId, 
/**
 * What it is called.
 */
title: string, 
/**
 * What type of workshop it is, in one's own words.
 */
workshop_type: string, 
/**
 * How far it is.
 */
state: WorkshopState, 
/**
 * When it begins.
 */
starts_at: string | null, 
/**
 * The zone in which that was agreed.
 */
zone: Zone | null, 
/**
 * How long it takes.
 */
minutes: number | null, 
/**
 * Room or link.
 */
place: string, 
/**
 * Who leads it.
 */
host: string, 
/**
 * Which of the customer's people are invited.
 */
invited_ids: Array<ContactId>, 
/**
 * Which of them came.
 */
attended_ids: Array<ContactId>, 
/**
 * What it should bring about.
 */
goal: string, 
/**
 * The objective it serves, of a plan of the same customer.
 */
objective_id: ObjectiveId | null, 
/**
 * Who may see it.
 */
visibility: Audience, };

export type WorkshopId = string & { readonly __brand: "WorkshopId" };

/**
 * How far a workshop is.
 */
export type WorkshopState = "planned" | "scheduled" | "running" | "done" | "cancelled";

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
 * True where the file cannot be written, or is not there any more.
 */
read_only: boolean, 
/**
 * True once the open file was moved, removed or replaced: what is open here can be saved as a copy.
 */
moved: boolean, 
/**
 * True where it is not saved because another program wrote over it: it has to be opened again.
 */
overwritten: boolean, 
/**
 * Files of others that stood beside it when it was opened, under the names that they were given.
 */
set_aside: Array<string>, };

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
undo_count: number, 
/**
 * True where accounts of the sample are there.
 */
sample: boolean, 
/**
 * When the newest backup was made; null where there is none.
 */
backup: string | null, };

/**
 * An answer that may be unknown as long as nobody asked.
 */
export type YesNo = "yes" | "no";

/**
 * A time zone by its IANA name, such as `Europe/Berlin`.
 */
export type Zone = string;

/** Every command: what it is asked with, what it answers. */
export type RpcSchema = {
  "account.create": [Create<Account, "name">, Stored<AccountId, Account, LastTouch>];
  "account.get": [ById<AccountId>, Stored<AccountId, Account, LastTouch>];
  "account.list": [ListQuery, Listing<Stored<AccountId, Account, LastTouch>>];
  "account.update": [Update<AccountId, Account>, Stored<AccountId, Account, LastTouch>];
  "account.delete": [Delete<AccountId>, Stored<AccountId, Account, LastTouch>];
  "account.restore": [ById<AccountId>, Stored<AccountId, Account, LastTouch>];
  "account.update_many": [UpdateMany<AccountId, Account>, Array<Stored<AccountId, Account, LastTouch>>];
  "account.delete_many": [DeleteMany<AccountId>, Array<Stored<AccountId, Account, LastTouch>>];
  "contact.create": [Create<Contact, "account_id" | "name">, Stored<ContactId, Contact, LastMet>];
  "contact.get": [ById<ContactId>, Stored<ContactId, Contact, LastMet>];
  "contact.list": [ListQuery, Listing<Stored<ContactId, Contact, LastMet>>];
  "contact.update": [Update<ContactId, Contact>, Stored<ContactId, Contact, LastMet>];
  "contact.delete": [Delete<ContactId>, Stored<ContactId, Contact, LastMet>];
  "contact.restore": [ById<ContactId>, Stored<ContactId, Contact, LastMet>];
  "contact.update_many": [UpdateMany<ContactId, Contact>, Array<Stored<ContactId, Contact, LastMet>>];
  "contact.delete_many": [DeleteMany<ContactId>, Array<Stored<ContactId, Contact, LastMet>>];
  "touchpoint.create": [Create<Touchpoint, "account_id" | "subject">, Stored<TouchpointId, Touchpoint, Bare>];
  "touchpoint.get": [ById<TouchpointId>, Stored<TouchpointId, Touchpoint, Bare>];
  "touchpoint.list": [ListQuery, Listing<Stored<TouchpointId, Touchpoint, Bare>>];
  "touchpoint.update": [Update<TouchpointId, Touchpoint>, Stored<TouchpointId, Touchpoint, Bare>];
  "touchpoint.delete": [Delete<TouchpointId>, Stored<TouchpointId, Touchpoint, Bare>];
  "touchpoint.restore": [ById<TouchpointId>, Stored<TouchpointId, Touchpoint, Bare>];
  "touchpoint.update_many": [UpdateMany<TouchpointId, Touchpoint>, Array<Stored<TouchpointId, Touchpoint, Bare>>];
  "touchpoint.delete_many": [DeleteMany<TouchpointId>, Array<Stored<TouchpointId, Touchpoint, Bare>>];
  "workshop.create": [Create<Workshop, "account_id" | "title">, Stored<WorkshopId, Workshop, Bare>];
  "workshop.get": [ById<WorkshopId>, Stored<WorkshopId, Workshop, Bare>];
  "workshop.list": [ListQuery, Listing<Stored<WorkshopId, Workshop, Bare>>];
  "workshop.update": [Update<WorkshopId, Workshop>, Stored<WorkshopId, Workshop, Bare>];
  "workshop.delete": [Delete<WorkshopId>, Stored<WorkshopId, Workshop, Bare>];
  "workshop.restore": [ById<WorkshopId>, Stored<WorkshopId, Workshop, Bare>];
  "workshop.update_many": [UpdateMany<WorkshopId, Workshop>, Array<Stored<WorkshopId, Workshop, Bare>>];
  "workshop.delete_many": [DeleteMany<WorkshopId>, Array<Stored<WorkshopId, Workshop, Bare>>];
  "plan.create": [Create<Plan, "account_id" | "title">, Stored<PlanId, Plan, Progress>];
  "plan.get": [ById<PlanId>, Stored<PlanId, Plan, Progress>];
  "plan.list": [ListQuery, Listing<Stored<PlanId, Plan, Progress>>];
  "plan.update": [Update<PlanId, Plan>, Stored<PlanId, Plan, Progress>];
  "plan.delete": [Delete<PlanId>, Stored<PlanId, Plan, Progress>];
  "plan.restore": [ById<PlanId>, Stored<PlanId, Plan, Progress>];
  "plan.update_many": [UpdateMany<PlanId, Plan>, Array<Stored<PlanId, Plan, Progress>>];
  "plan.delete_many": [DeleteMany<PlanId>, Array<Stored<PlanId, Plan, Progress>>];
  "objective.create": [Create<Objective, "plan_id" | "title">, Stored<ObjectiveId, Objective, Progress>];
  "objective.get": [ById<ObjectiveId>, Stored<ObjectiveId, Objective, Progress>];
  "objective.list": [ListQuery, Listing<Stored<ObjectiveId, Objective, Progress>>];
  "objective.update": [Update<ObjectiveId, Objective>, Stored<ObjectiveId, Objective, Progress>];
  "objective.delete": [Delete<ObjectiveId>, Stored<ObjectiveId, Objective, Progress>];
  "objective.restore": [ById<ObjectiveId>, Stored<ObjectiveId, Objective, Progress>];
  "objective.update_many": [UpdateMany<ObjectiveId, Objective>, Array<Stored<ObjectiveId, Objective, Progress>>];
  "objective.delete_many": [DeleteMany<ObjectiveId>, Array<Stored<ObjectiveId, Objective, Progress>>];
  "criterion.create": [Create<Criterion, "objective_id" | "name">, Stored<CriterionId, Criterion, Measure>];
  "criterion.get": [ById<CriterionId>, Stored<CriterionId, Criterion, Measure>];
  "criterion.list": [ListQuery, Listing<Stored<CriterionId, Criterion, Measure>>];
  "criterion.update": [Update<CriterionId, Criterion>, Stored<CriterionId, Criterion, Measure>];
  "criterion.delete": [Delete<CriterionId>, Stored<CriterionId, Criterion, Measure>];
  "criterion.restore": [ById<CriterionId>, Stored<CriterionId, Criterion, Measure>];
  "criterion.update_many": [UpdateMany<CriterionId, Criterion>, Array<Stored<CriterionId, Criterion, Measure>>];
  "criterion.delete_many": [DeleteMany<CriterionId>, Array<Stored<CriterionId, Criterion, Measure>>];
  "reading.create": [Create<Reading, "criterion_id" | "value">, Stored<ReadingId, Reading, Bare>];
  "reading.get": [ById<ReadingId>, Stored<ReadingId, Reading, Bare>];
  "reading.list": [ListQuery, Listing<Stored<ReadingId, Reading, Bare>>];
  "reading.update": [Update<ReadingId, Reading>, Stored<ReadingId, Reading, Bare>];
  "reading.delete": [Delete<ReadingId>, Stored<ReadingId, Reading, Bare>];
  "reading.restore": [ById<ReadingId>, Stored<ReadingId, Reading, Bare>];
  "reading.update_many": [UpdateMany<ReadingId, Reading>, Array<Stored<ReadingId, Reading, Bare>>];
  "reading.delete_many": [DeleteMany<ReadingId>, Array<Stored<ReadingId, Reading, Bare>>];
  "initiative.create": [Create<Initiative, "objective_id" | "title">, Stored<InitiativeId, Initiative, Bare>];
  "initiative.get": [ById<InitiativeId>, Stored<InitiativeId, Initiative, Bare>];
  "initiative.list": [ListQuery, Listing<Stored<InitiativeId, Initiative, Bare>>];
  "initiative.update": [Update<InitiativeId, Initiative>, Stored<InitiativeId, Initiative, Bare>];
  "initiative.delete": [Delete<InitiativeId>, Stored<InitiativeId, Initiative, Bare>];
  "initiative.restore": [ById<InitiativeId>, Stored<InitiativeId, Initiative, Bare>];
  "initiative.update_many": [UpdateMany<InitiativeId, Initiative>, Array<Stored<InitiativeId, Initiative, Bare>>];
  "initiative.delete_many": [DeleteMany<InitiativeId>, Array<Stored<InitiativeId, Initiative, Bare>>];
  "task.create": [Create<Task, "title">, Stored<TaskId, Task, Bare>];
  "task.get": [ById<TaskId>, Stored<TaskId, Task, Bare>];
  "task.list": [ListQuery, Listing<Stored<TaskId, Task, Bare>>];
  "task.update": [Update<TaskId, Task>, Stored<TaskId, Task, Bare>];
  "task.delete": [Delete<TaskId>, Stored<TaskId, Task, Bare>];
  "task.restore": [ById<TaskId>, Stored<TaskId, Task, Bare>];
  "task.update_many": [UpdateMany<TaskId, Task>, Array<Stored<TaskId, Task, Bare>>];
  "task.delete_many": [DeleteMany<TaskId>, Array<Stored<TaskId, Task, Bare>>];
  "dependency.create": [Create<Dependency, "predecessor_id" | "successor_id">, Stored<DependencyId, Dependency, Bare>];
  "dependency.get": [ById<DependencyId>, Stored<DependencyId, Dependency, Bare>];
  "dependency.list": [ListQuery, Listing<Stored<DependencyId, Dependency, Bare>>];
  "dependency.update": [Update<DependencyId, Dependency>, Stored<DependencyId, Dependency, Bare>];
  "dependency.delete": [Delete<DependencyId>, Stored<DependencyId, Dependency, Bare>];
  "dependency.restore": [ById<DependencyId>, Stored<DependencyId, Dependency, Bare>];
  "dependency.update_many": [UpdateMany<DependencyId, Dependency>, Array<Stored<DependencyId, Dependency, Bare>>];
  "dependency.delete_many": [DeleteMany<DependencyId>, Array<Stored<DependencyId, Dependency, Bare>>];
  "attachment.create": [Create<Attachment, "name" | "hash">, Stored<AttachmentId, Attachment, Blob>];
  "attachment.get": [ById<AttachmentId>, Stored<AttachmentId, Attachment, Blob>];
  "attachment.list": [ListQuery, Listing<Stored<AttachmentId, Attachment, Blob>>];
  "attachment.update": [Update<AttachmentId, Attachment>, Stored<AttachmentId, Attachment, Blob>];
  "attachment.delete": [Delete<AttachmentId>, Stored<AttachmentId, Attachment, Blob>];
  "attachment.restore": [ById<AttachmentId>, Stored<AttachmentId, Attachment, Blob>];
  "attachment.update_many": [UpdateMany<AttachmentId, Attachment>, Array<Stored<AttachmentId, Attachment, Blob>>];
  "attachment.delete_many": [DeleteMany<AttachmentId>, Array<Stored<AttachmentId, Attachment, Blob>>];
  "checklist.create": [Create<Checklist, "account_id" | "title">, Stored<ChecklistId, Checklist, Standing>];
  "checklist.get": [ById<ChecklistId>, Stored<ChecklistId, Checklist, Standing>];
  "checklist.list": [ListQuery, Listing<Stored<ChecklistId, Checklist, Standing>>];
  "checklist.update": [Update<ChecklistId, Checklist>, Stored<ChecklistId, Checklist, Standing>];
  "checklist.delete": [Delete<ChecklistId>, Stored<ChecklistId, Checklist, Standing>];
  "checklist.restore": [ById<ChecklistId>, Stored<ChecklistId, Checklist, Standing>];
  "checklist.update_many": [UpdateMany<ChecklistId, Checklist>, Array<Stored<ChecklistId, Checklist, Standing>>];
  "checklist.delete_many": [DeleteMany<ChecklistId>, Array<Stored<ChecklistId, Checklist, Standing>>];
  "checklist_step.create": [Create<ChecklistStep, "checklist_id" | "title">, Stored<ChecklistStepId, ChecklistStep, StepStanding>];
  "checklist_step.get": [ById<ChecklistStepId>, Stored<ChecklistStepId, ChecklistStep, StepStanding>];
  "checklist_step.list": [ListQuery, Listing<Stored<ChecklistStepId, ChecklistStep, StepStanding>>];
  "checklist_step.update": [Update<ChecklistStepId, ChecklistStep>, Stored<ChecklistStepId, ChecklistStep, StepStanding>];
  "checklist_step.delete": [Delete<ChecklistStepId>, Stored<ChecklistStepId, ChecklistStep, StepStanding>];
  "checklist_step.restore": [ById<ChecklistStepId>, Stored<ChecklistStepId, ChecklistStep, StepStanding>];
  "checklist_step.update_many": [UpdateMany<ChecklistStepId, ChecklistStep>, Array<Stored<ChecklistStepId, ChecklistStep, StepStanding>>];
  "checklist_step.delete_many": [DeleteMany<ChecklistStepId>, Array<Stored<ChecklistStepId, ChecklistStep, StepStanding>>];
  "objective.move": [Move<ObjectiveId>, Stored<ObjectiveId, Objective, Progress>];
  "criterion.move": [Move<CriterionId>, Stored<CriterionId, Criterion, Measure>];
  "initiative.move": [Move<InitiativeId>, Stored<InitiativeId, Initiative, Bare>];
  "task.move": [Move<TaskId>, Stored<TaskId, Task, Bare>];
  "me.get": [Nothing, Stored<MeId, Me, Bare>];
  "me.update": [UpdateSingle<Me>, Stored<MeId, Me, Bare>];
  "brand.get": [Nothing, Stored<BrandId, Brand, Bare>];
  "brand.update": [UpdateSingle<Brand>, Stored<BrandId, Brand, Bare>];
  "read.date": [ReadDate, DateRead];
  "read.number": [ReadNumber, NumberRead];
  "read.amount": [ReadAmount, AmountRead];
  "read.time": [ReadTime, TimeRead];
  "search": [SearchRequest, SearchHits];
  "blob.put": [BlobPut, BlobInfo];
  "blob.get": [BlobGet, BlobContent];
  "blob.save": [BlobSave, BlobFile];
  "attachment.export": [AttachmentExport, BlobFile];
  "sample.add": [SampleRequest, SampleReport];
  "sample.remove": [Nothing, SampleReport];
  "preference.list": [Nothing, Array<Preference>];
  "preference.save": [Preference, Preference];
  "command_plan.get": [OfAccount, Stored<CommandPlanId, CommandPlan, Taken>];
  "command_plan.update": [{ account_id: AccountId; version?: number } & Nullable<Omit<CommandPlan, "account_id" | "links">> & Once, Stored<CommandPlanId, CommandPlan, Taken>];
  "command_plan.to_objectives": [ToObjectives, ObjectivesMade];
  "objective.verify": [VerifyObjective, Stored<ObjectiveId, Objective, Progress>];
  "objective.withdraw_verification": [WithdrawVerification, Stored<ObjectiveId, Objective, Progress>];
  "objective.correct_verification": [CorrectVerification, Stored<ObjectiveId, Objective, Progress>];
  "objective.close": [CloseObjective, Stored<ObjectiveId, Objective, Progress>];
  "objective.viewer_check": [ById<ObjectiveId>, ViewerCheck];
  "objective.smart_check": [ById<ObjectiveId>, SmartCheck];
  "plan.freeze": [Freeze, Stored<PlanVersionId, PlanVersion, Signing>];
  "plan_version.list": [ListQuery, Listing<Stored<PlanVersionId, PlanVersion, Signing>>];
  "plan_version.get": [ById<PlanVersionId>, Stored<PlanVersionId, PlanVersion, Signing>];
  "plan_version.update": [Update<PlanVersionId, PlanVersion>, Stored<PlanVersionId, PlanVersion, Signing>];
  "plan_version.delete": [Delete<PlanVersionId>, Stored<PlanVersionId, PlanVersion, Signing>];
  "plan_version.restore": [ById<PlanVersionId>, Stored<PlanVersionId, PlanVersion, Signing>];
  "plan.sign_off": [SignVersion, Stored<PlanVersionId, PlanVersion, Signing>];
  "sign_off.withdraw": [WithdrawSignOff, Stored<PlanVersionId, PlanVersion, Signing>];
  "sign_off.correct": [CorrectSignOff, Stored<PlanVersionId, PlanVersion, Signing>];
  "plan.compare": [Compare, Comparison];
  "plan.baseline": [BaselineOf, Baseline];
  "objective.arithmetic": [ById<ObjectiveId>, Arithmetic];
  "touchpoint.log": [Create<Touchpoint, "account_id"> & { actions?: Array<LoggedAction>; people?: Array<MetPerson>; learned?: { version?: number } & Nullable<Account>; step_id?: ChecklistStepId }, Logged];
  "workshop.schedule": [ScheduleWorkshop, Stored<WorkshopId, Workshop, Bare>];
  "workshop.done": [FinishWorkshop, Stored<WorkshopId, Workshop, Bare>];
  "onboarding.handbook": [Nothing, OnboardingTargets];
  "onboarding.measures": [OnboardingOf, Onboardings];
  "account.timeline": [TimelineOf, Timeline];
  "calendar.year": [CalendarYearRequest, CalendarYear];
  "calendar.regions": [CalendarRegionsRequest, CalendarRegions];
  "account.tasks": [OfAccount, Array<Stored<TaskId, Task, Bare>>];
  "contact.places": [OfAccount, Array<NamedPlace>];
  "contact.hand_over": [Reassign, Reassigned];
  "today.list": [TodayQuery, Today];
  "today.count": [Nothing, TodayCount];
  "today.week": [TodayWeekOf, Array<TodayDay>];
  "today.reminders": [Nothing, TodayReminders];
  "onboarding.portfolio": [Nothing, RunPortfolio];
  "plan.outline": [ById<PlanId>, PlanOutline];
  "plan.preview_shift": [ShiftRequest, ShiftPreview];
  "plan.shift": [ShiftApply, ShiftPreview];
  "plan.preview_shift_many": [ShiftMany, ShiftPreview];
  "plan.shift_many": [ShiftMany, ShiftPreview];
  "plan.critical_path": [ById<PlanId>, CriticalTasks];
  "plan.date_conflicts": [ById<PlanId>, DateConflicts];
  "plan.days_off": [DaysOffRequest, DaysOff];
  "template.list": [ListQuery, Listing<Stored<TemplateId, Template, TemplateOrigin>>];
  "template.get": [ById<TemplateId>, Stored<TemplateId, Template, TemplateOrigin>];
  "template.create": [Create<Template, "title">, Stored<TemplateId, Template, TemplateOrigin>];
  "template.update": [Update<TemplateId, Template>, Stored<TemplateId, Template, TemplateOrigin>];
  "template.delete": [Delete<TemplateId>, Stored<TemplateId, Template, TemplateOrigin>];
  "template.restore": [ById<TemplateId>, Stored<TemplateId, Template, TemplateOrigin>];
  "template.preview": [ApplyTemplate, TemplateMade];
  "template.apply": [ApplyTemplate, TemplateMade];
  "template.diff": [OfPlan, TemplateDiff];
  "template.accept": [AcceptTemplate, TemplateDiff];
  "plan.save_as_template": [SaveAsTemplate, Stored<TemplateId, Template, TemplateOrigin>];
  "template.export": [TemplateExport, TemplatePath];
  "template.import": [TemplatePath, TemplateTaken];
  "checklist_template.list": [ListQuery, Listing<Stored<ChecklistTemplateId, ChecklistTemplate, TemplateOrigin>>];
  "checklist_template.get": [ById<ChecklistTemplateId>, Stored<ChecklistTemplateId, ChecklistTemplate, TemplateOrigin>];
  "checklist_template.create": [Create<ChecklistTemplate, "title">, Stored<ChecklistTemplateId, ChecklistTemplate, TemplateOrigin>];
  "checklist_template.update": [Update<ChecklistTemplateId, ChecklistTemplate>, Stored<ChecklistTemplateId, ChecklistTemplate, TemplateOrigin>];
  "checklist_template.delete": [Delete<ChecklistTemplateId>, Stored<ChecklistTemplateId, ChecklistTemplate, TemplateOrigin>];
  "checklist_template.restore": [ById<ChecklistTemplateId>, Stored<ChecklistTemplateId, ChecklistTemplate, TemplateOrigin>];
  "checklist_template.preview": [PreviewChecklist, ChecklistPreview];
  "checklist_template.export": [ChecklistTemplateExport, TemplatePath];
  "checklist_template.import": [TemplatePath, ChecklistTemplateTaken];
  "checklist.start": [StartChecklist, ChecklistStarted];
  "checklist.tick": [TickStep, StepChanged];
  "checklist.preview_change": [PreviewStepChange, StepMoves];
  "checklist.preview_step": [Update<ChecklistStepId, ChecklistStep>, StepMoves];
  "checklist.preview_remove": [OfStep, StepMoves];
  "checklist.skip": [StepWithReason, StepChanged];
  "checklist.block": [StepWithReason, StepChanged];
  "checklist.reopen": [OfStep, StepChanged];
  "checklist.set_due": [StepDue, StepChanged];
  "checklist.add_step": [AddStep, Stored<ChecklistStepId, ChecklistStep, StepStanding>];
  "checklist.move_step": [MoveStep, Stored<ChecklistStepId, ChecklistStep, StepStanding>];
  "checklist.indent_step": [IndentStep, Stored<ChecklistStepId, ChecklistStep, StepStanding>];
  "checklist.preview_anchor": [AnchorDays, AnchorMoves];
  "checklist.set_anchor": [AnchorDays, AnchorMoves];
  "checklist.preview_follow": [FollowStep, StepMoves];
  "checklist.follow": [FollowStep, StepChanged];
  "checklist.close": [CloseChecklist, Stored<ChecklistId, Checklist, Standing>];
  "checklist.diff": [ById<ChecklistId>, ChecklistDiff];
  "checklist.preview_accept": [AcceptChecklist, StepMoves];
  "checklist.accept": [AcceptChecklist, ChecklistDiff];
  "undo": [StepGuard, Step];
  "redo": [StepGuard, Step];
  "bin.list": [BinQuery, Listing<BinEntry>];
  "bin.preview": [BinPreview, BinWeight];
  "history": [HistoryOf, Array<HistoryEntry>];
  "draft.list": [Nothing, Array<Draft>];
  "draft.save": [DraftText, Draft];
  "draft.drop": [DraftKey, Nothing];
  "document.export": [ExportRequest, Exported];
  "document.preview": [PreviewRequest, Preview];
  "document.labels": [LabelsRequest, Array<Label>];
  "account.export": [AccountExport, AccountExported];
  "import.preview": [ImportRequest, ImportReport];
  "import.apply": [ImportRequest, ImportReport];
  "import.progress": [Nothing, ImportProgress];
  "import.cancel": [Nothing, ImportProgress];
  "workspace.status": [Nothing, WorkspaceStatus];
  "workspace.create": [WorkspacePath, WorkspaceStatus];
  "workspace.open": [WorkspacePath, WorkspaceStatus];
  "backup.list": [Nothing, BackupList];
  "backup.create": [BackupCreate, BackupMade];
  "backup.test": [BackupTest, BackupTested];
  "backup.second_place": [BackupPlace, BackupList];
  "backup.restore": [BackupRestore, BackupRestored];
  "workspace.check": [CheckRequest, CheckReport];
};

/** Every command: whether it changes something, and which kinds of record it reads. */
export const COMMANDS = {
  "account.create": { access: "write", reads: ["account", "touchpoint", "workshop"] },
  "account.get": { access: "read", reads: ["account", "touchpoint", "workshop"] },
  "account.list": { access: "read", reads: ["account", "touchpoint", "workshop"] },
  "account.update": { access: "write", reads: ["account", "touchpoint", "workshop"] },
  "account.delete": { access: "write", reads: ["account", "touchpoint", "workshop"] },
  "account.restore": { access: "write", reads: ["account", "touchpoint", "workshop"] },
  "account.update_many": { access: "write", reads: ["account", "touchpoint", "workshop"] },
  "account.delete_many": { access: "write", reads: ["account", "touchpoint", "workshop"] },
  "contact.create": { access: "write", reads: ["contact", "touchpoint", "workshop"] },
  "contact.get": { access: "read", reads: ["contact", "touchpoint", "workshop"] },
  "contact.list": { access: "read", reads: ["contact", "touchpoint", "workshop"] },
  "contact.update": { access: "write", reads: ["contact", "touchpoint", "workshop"] },
  "contact.delete": { access: "write", reads: ["contact", "touchpoint", "workshop"] },
  "contact.restore": { access: "write", reads: ["contact", "touchpoint", "workshop"] },
  "contact.update_many": { access: "write", reads: ["contact", "touchpoint", "workshop"] },
  "contact.delete_many": { access: "write", reads: ["contact", "touchpoint", "workshop"] },
  "touchpoint.create": { access: "write", reads: ["touchpoint"] },
  "touchpoint.get": { access: "read", reads: ["touchpoint"] },
  "touchpoint.list": { access: "read", reads: ["touchpoint"] },
  "touchpoint.update": { access: "write", reads: ["touchpoint"] },
  "touchpoint.delete": { access: "write", reads: ["touchpoint"] },
  "touchpoint.restore": { access: "write", reads: ["touchpoint"] },
  "touchpoint.update_many": { access: "write", reads: ["touchpoint"] },
  "touchpoint.delete_many": { access: "write", reads: ["touchpoint"] },
  "workshop.create": { access: "write", reads: ["workshop"] },
  "workshop.get": { access: "read", reads: ["workshop"] },
  "workshop.list": { access: "read", reads: ["workshop"] },
  "workshop.update": { access: "write", reads: ["workshop"] },
  "workshop.delete": { access: "write", reads: ["workshop"] },
  "workshop.restore": { access: "write", reads: ["workshop"] },
  "workshop.update_many": { access: "write", reads: ["workshop"] },
  "workshop.delete_many": { access: "write", reads: ["workshop"] },
  "plan.create": { access: "write", reads: ["plan", "objective", "criterion", "reading", "initiative", "task"] },
  "plan.get": { access: "read", reads: ["plan", "objective", "criterion", "reading", "initiative", "task"] },
  "plan.list": { access: "read", reads: ["plan", "objective", "criterion", "reading", "initiative", "task"] },
  "plan.update": { access: "write", reads: ["plan", "objective", "criterion", "reading", "initiative", "task"] },
  "plan.delete": { access: "write", reads: ["plan", "objective", "criterion", "reading", "initiative", "task"] },
  "plan.restore": { access: "write", reads: ["plan", "objective", "criterion", "reading", "initiative", "task"] },
  "plan.update_many": { access: "write", reads: ["plan", "objective", "criterion", "reading", "initiative", "task"] },
  "plan.delete_many": { access: "write", reads: ["plan", "objective", "criterion", "reading", "initiative", "task"] },
  "objective.create": { access: "write", reads: ["objective", "criterion", "reading", "initiative", "task"] },
  "objective.get": { access: "read", reads: ["objective", "criterion", "reading", "initiative", "task"] },
  "objective.list": { access: "read", reads: ["objective", "criterion", "reading", "initiative", "task"] },
  "objective.update": { access: "write", reads: ["objective", "criterion", "reading", "initiative", "task"] },
  "objective.delete": { access: "write", reads: ["objective", "criterion", "reading", "initiative", "task"] },
  "objective.restore": { access: "write", reads: ["objective", "criterion", "reading", "initiative", "task"] },
  "objective.update_many": { access: "write", reads: ["objective", "criterion", "reading", "initiative", "task"] },
  "objective.delete_many": { access: "write", reads: ["objective", "criterion", "reading", "initiative", "task"] },
  "criterion.create": { access: "write", reads: ["criterion", "reading"] },
  "criterion.get": { access: "read", reads: ["criterion", "reading"] },
  "criterion.list": { access: "read", reads: ["criterion", "reading"] },
  "criterion.update": { access: "write", reads: ["criterion", "reading"] },
  "criterion.delete": { access: "write", reads: ["criterion", "reading"] },
  "criterion.restore": { access: "write", reads: ["criterion", "reading"] },
  "criterion.update_many": { access: "write", reads: ["criterion", "reading"] },
  "criterion.delete_many": { access: "write", reads: ["criterion", "reading"] },
  "reading.create": { access: "write", reads: ["reading"] },
  "reading.get": { access: "read", reads: ["reading"] },
  "reading.list": { access: "read", reads: ["reading"] },
  "reading.update": { access: "write", reads: ["reading"] },
  "reading.delete": { access: "write", reads: ["reading"] },
  "reading.restore": { access: "write", reads: ["reading"] },
  "reading.update_many": { access: "write", reads: ["reading"] },
  "reading.delete_many": { access: "write", reads: ["reading"] },
  "initiative.create": { access: "write", reads: ["initiative"] },
  "initiative.get": { access: "read", reads: ["initiative"] },
  "initiative.list": { access: "read", reads: ["initiative"] },
  "initiative.update": { access: "write", reads: ["initiative"] },
  "initiative.delete": { access: "write", reads: ["initiative"] },
  "initiative.restore": { access: "write", reads: ["initiative"] },
  "initiative.update_many": { access: "write", reads: ["initiative"] },
  "initiative.delete_many": { access: "write", reads: ["initiative"] },
  "task.create": { access: "write", reads: ["task"] },
  "task.get": { access: "read", reads: ["task"] },
  "task.list": { access: "read", reads: ["task"] },
  "task.update": { access: "write", reads: ["task"] },
  "task.delete": { access: "write", reads: ["task"] },
  "task.restore": { access: "write", reads: ["task"] },
  "task.update_many": { access: "write", reads: ["task"] },
  "task.delete_many": { access: "write", reads: ["task"] },
  "dependency.create": { access: "write", reads: ["dependency"] },
  "dependency.get": { access: "read", reads: ["dependency"] },
  "dependency.list": { access: "read", reads: ["dependency"] },
  "dependency.update": { access: "write", reads: ["dependency"] },
  "dependency.delete": { access: "write", reads: ["dependency"] },
  "dependency.restore": { access: "write", reads: ["dependency"] },
  "dependency.update_many": { access: "write", reads: ["dependency"] },
  "dependency.delete_many": { access: "write", reads: ["dependency"] },
  "attachment.create": { access: "write", reads: ["attachment"] },
  "attachment.get": { access: "read", reads: ["attachment"] },
  "attachment.list": { access: "read", reads: ["attachment"] },
  "attachment.update": { access: "write", reads: ["attachment"] },
  "attachment.delete": { access: "write", reads: ["attachment"] },
  "attachment.restore": { access: "write", reads: ["attachment"] },
  "attachment.update_many": { access: "write", reads: ["attachment"] },
  "attachment.delete_many": { access: "write", reads: ["attachment"] },
  "checklist.create": { access: "write", reads: ["checklist", "checklist_step"] },
  "checklist.get": { access: "read", reads: ["checklist", "checklist_step"] },
  "checklist.list": { access: "read", reads: ["checklist", "checklist_step"] },
  "checklist.update": { access: "write", reads: ["checklist", "checklist_step"] },
  "checklist.delete": { access: "write", reads: ["checklist", "checklist_step"] },
  "checklist.restore": { access: "write", reads: ["checklist", "checklist_step"] },
  "checklist.update_many": { access: "write", reads: ["checklist", "checklist_step"] },
  "checklist.delete_many": { access: "write", reads: ["checklist", "checklist_step"] },
  "checklist_step.create": { access: "write", reads: ["me", "account", "checklist", "checklist_step"] },
  "checklist_step.get": { access: "read", reads: ["me", "account", "checklist", "checklist_step"] },
  "checklist_step.list": { access: "read", reads: ["me", "account", "checklist", "checklist_step"] },
  "checklist_step.update": { access: "write", reads: ["me", "account", "checklist", "checklist_step"] },
  "checklist_step.delete": { access: "write", reads: ["me", "account", "checklist", "checklist_step"] },
  "checklist_step.restore": { access: "write", reads: ["me", "account", "checklist", "checklist_step"] },
  "checklist_step.update_many": { access: "write", reads: ["me", "account", "checklist", "checklist_step"] },
  "checklist_step.delete_many": { access: "write", reads: ["me", "account", "checklist", "checklist_step"] },
  "objective.move": { access: "write", reads: [] },
  "criterion.move": { access: "write", reads: [] },
  "initiative.move": { access: "write", reads: [] },
  "task.move": { access: "write", reads: [] },
  "me.get": { access: "read", reads: ["me"] },
  "me.update": { access: "write", reads: [] },
  "brand.get": { access: "read", reads: ["brand"] },
  "brand.update": { access: "write", reads: [] },
  "read.date": { access: "read", reads: ["me"] },
  "read.number": { access: "read", reads: [] },
  "read.amount": { access: "read", reads: [] },
  "read.time": { access: "read", reads: [] },
  "search": { access: "read", reads: ["me", "brand", "account", "contact", "touchpoint", "workshop", "command_plan", "plan", "plan_version", "sign_off", "objective", "criterion", "reading", "initiative", "task", "dependency", "attachment", "template", "template_use", "checklist_template", "checklist", "checklist_step"] },
  "blob.put": { access: "write", reads: [] },
  "blob.get": { access: "read", reads: [] },
  "blob.save": { access: "read", reads: [] },
  "attachment.export": { access: "read", reads: [] },
  "sample.add": { access: "write", reads: [] },
  "sample.remove": { access: "write", reads: [] },
  "preference.list": { access: "read", reads: [] },
  "preference.save": { access: "write", reads: [] },
  "command_plan.get": { access: "read", reads: ["command_plan", "plan", "objective", "criterion"] },
  "command_plan.update": { access: "write", reads: [] },
  "command_plan.to_objectives": { access: "write", reads: [] },
  "objective.verify": { access: "write", reads: [] },
  "objective.withdraw_verification": { access: "write", reads: [] },
  "objective.correct_verification": { access: "write", reads: [] },
  "objective.close": { access: "write", reads: [] },
  "objective.viewer_check": { access: "read", reads: ["objective", "criterion"] },
  "objective.smart_check": { access: "read", reads: ["objective", "criterion", "initiative"] },
  "plan.freeze": { access: "write", reads: [] },
  "plan_version.list": { access: "read", reads: ["plan", "plan_version", "sign_off"] },
  "plan_version.get": { access: "read", reads: ["plan", "plan_version", "sign_off"] },
  "plan_version.update": { access: "write", reads: [] },
  "plan_version.delete": { access: "write", reads: [] },
  "plan_version.restore": { access: "write", reads: [] },
  "plan.sign_off": { access: "write", reads: [] },
  "sign_off.withdraw": { access: "write", reads: [] },
  "sign_off.correct": { access: "write", reads: [] },
  "plan.compare": { access: "read", reads: ["plan", "plan_version", "objective", "criterion", "reading", "initiative", "task", "dependency"] },
  "plan.baseline": { access: "read", reads: ["plan_version"] },
  "objective.arithmetic": { access: "read", reads: ["objective", "criterion", "reading", "initiative", "task"] },
  "touchpoint.log": { access: "write", reads: [] },
  "workshop.schedule": { access: "write", reads: [] },
  "workshop.done": { access: "write", reads: [] },
  "onboarding.handbook": { access: "read", reads: [] },
  "onboarding.measures": { access: "read", reads: ["me", "account", "touchpoint", "workshop", "checklist", "checklist_step"] },
  "account.timeline": { access: "read", reads: ["me", "account", "contact", "touchpoint", "workshop", "plan", "objective", "criterion", "reading", "initiative", "task", "checklist", "checklist_step"] },
  "calendar.year": { access: "read", reads: ["me", "account"] },
  "calendar.regions": { access: "read", reads: [] },
  "account.tasks": { access: "read", reads: ["task", "touchpoint", "workshop"] },
  "contact.places": { access: "read", reads: ["contact", "touchpoint", "workshop", "plan", "objective", "initiative", "task", "checklist", "checklist_step"] },
  "contact.hand_over": { access: "write", reads: [] },
  "today.list": { access: "read", reads: ["me", "account", "contact", "touchpoint", "workshop", "plan", "objective", "criterion", "reading", "initiative", "task", "dependency", "checklist", "checklist_step"] },
  "today.count": { access: "read", reads: ["me", "account", "touchpoint", "workshop", "plan", "objective", "initiative", "task", "checklist", "checklist_step"] },
  "today.week": { access: "read", reads: ["me", "account", "touchpoint", "workshop", "plan", "objective", "initiative", "task", "dependency", "checklist", "checklist_step"] },
  "today.reminders": { access: "read", reads: ["me", "account", "touchpoint", "workshop", "plan", "objective", "initiative", "task", "dependency", "checklist", "checklist_step"] },
  "onboarding.portfolio": { access: "read", reads: ["me", "account", "touchpoint", "workshop", "checklist", "checklist_step"] },
  "plan.outline": { access: "read", reads: ["account", "contact", "touchpoint", "workshop", "plan", "objective", "criterion", "reading", "initiative", "task", "dependency"] },
  "plan.preview_shift": { access: "read", reads: ["me", "account", "plan", "objective", "initiative", "task", "dependency"] },
  "plan.shift": { access: "write", reads: [] },
  "plan.preview_shift_many": { access: "read", reads: ["me", "account", "plan", "objective", "initiative", "task", "dependency"] },
  "plan.shift_many": { access: "write", reads: [] },
  "plan.critical_path": { access: "read", reads: ["me", "account", "plan", "objective", "initiative", "task", "dependency"] },
  "plan.date_conflicts": { access: "read", reads: ["me", "account", "plan", "objective", "initiative", "task", "dependency"] },
  "plan.days_off": { access: "read", reads: ["me", "account", "plan"] },
  "template.list": { access: "read", reads: ["template"] },
  "template.get": { access: "read", reads: ["template"] },
  "template.create": { access: "write", reads: [] },
  "template.update": { access: "write", reads: [] },
  "template.delete": { access: "write", reads: [] },
  "template.restore": { access: "write", reads: [] },
  "template.preview": { access: "read", reads: ["me", "account", "plan", "objective", "template"] },
  "template.apply": { access: "write", reads: [] },
  "template.diff": { access: "read", reads: ["me", "account", "plan", "objective", "criterion", "initiative", "task", "dependency", "template", "template_use", "checklist_template", "checklist", "checklist_step"] },
  "template.accept": { access: "write", reads: [] },
  "plan.save_as_template": { access: "write", reads: [] },
  "template.export": { access: "read", reads: [] },
  "template.import": { access: "write", reads: [] },
  "checklist_template.list": { access: "read", reads: ["checklist_template"] },
  "checklist_template.get": { access: "read", reads: ["checklist_template"] },
  "checklist_template.create": { access: "write", reads: [] },
  "checklist_template.update": { access: "write", reads: [] },
  "checklist_template.delete": { access: "write", reads: [] },
  "checklist_template.restore": { access: "write", reads: [] },
  "checklist_template.preview": { access: "read", reads: ["me", "account", "plan", "objective", "checklist_template", "checklist"] },
  "checklist_template.export": { access: "read", reads: [] },
  "checklist_template.import": { access: "write", reads: [] },
  "checklist.start": { access: "write", reads: [] },
  "checklist.tick": { access: "write", reads: [] },
  "checklist.preview_change": { access: "read", reads: ["me", "account", "contact", "checklist", "checklist_step"] },
  "checklist.preview_step": { access: "read", reads: ["me", "account", "contact", "checklist", "checklist_step"] },
  "checklist.preview_remove": { access: "read", reads: ["me", "account", "checklist", "checklist_step"] },
  "checklist.skip": { access: "write", reads: [] },
  "checklist.block": { access: "write", reads: [] },
  "checklist.reopen": { access: "write", reads: [] },
  "checklist.set_due": { access: "write", reads: [] },
  "checklist.add_step": { access: "write", reads: [] },
  "checklist.move_step": { access: "write", reads: [] },
  "checklist.indent_step": { access: "write", reads: [] },
  "checklist.preview_anchor": { access: "read", reads: ["me", "account", "checklist", "checklist_step", "checklist_template"] },
  "checklist.set_anchor": { access: "write", reads: [] },
  "checklist.preview_follow": { access: "read", reads: ["me", "account", "task", "objective", "workshop", "touchpoint", "checklist", "checklist_step"] },
  "checklist.follow": { access: "write", reads: [] },
  "checklist.close": { access: "write", reads: [] },
  "checklist.diff": { access: "read", reads: ["account", "plan", "objective", "checklist", "checklist_step", "checklist_template"] },
  "checklist.preview_accept": { access: "read", reads: ["me", "account", "plan", "objective", "checklist", "checklist_step", "checklist_template"] },
  "checklist.accept": { access: "write", reads: [] },
  "undo": { access: "write", reads: [] },
  "redo": { access: "write", reads: [] },
  "bin.list": { access: "read", reads: ["me", "brand", "account", "contact", "touchpoint", "workshop", "command_plan", "plan", "plan_version", "sign_off", "objective", "criterion", "reading", "initiative", "task", "dependency", "attachment", "template", "template_use", "checklist_template", "checklist", "checklist_step"] },
  "bin.preview": { access: "read", reads: ["me", "brand", "account", "contact", "touchpoint", "workshop", "command_plan", "plan", "plan_version", "sign_off", "objective", "criterion", "reading", "initiative", "task", "dependency", "attachment", "template", "template_use", "checklist_template", "checklist", "checklist_step"] },
  "history": { access: "read", reads: ["me", "brand", "account", "contact", "touchpoint", "workshop", "command_plan", "plan", "plan_version", "sign_off", "objective", "criterion", "reading", "initiative", "task", "dependency", "attachment", "template", "template_use", "checklist_template", "checklist", "checklist_step"] },
  "draft.list": { access: "read", reads: [] },
  "draft.save": { access: "write", reads: [] },
  "draft.drop": { access: "write", reads: [] },
  "document.export": { access: "read", reads: [] },
  "document.preview": { access: "read", reads: ["me", "brand", "account", "contact", "command_plan", "plan", "plan_version", "sign_off", "objective", "criterion", "reading", "initiative", "task", "dependency", "attachment", "touchpoint", "checklist", "checklist_step"] },
  "document.labels": { access: "read", reads: ["brand"] },
  "account.export": { access: "read", reads: [] },
  "import.preview": { access: "read", reads: ["me", "brand", "account", "contact", "touchpoint", "workshop", "command_plan", "plan", "plan_version", "sign_off", "objective", "criterion", "reading", "initiative", "task", "dependency", "attachment", "template", "template_use", "checklist_template", "checklist", "checklist_step"] },
  "import.apply": { access: "write", reads: [] },
  "import.progress": { access: "read", reads: [] },
  "import.cancel": { access: "read", reads: [] },
  "workspace.status": { access: "read", reads: ["me", "brand", "account", "contact", "touchpoint", "workshop", "command_plan", "plan", "plan_version", "sign_off", "objective", "criterion", "reading", "initiative", "task", "dependency", "attachment", "template", "template_use", "checklist_template", "checklist", "checklist_step"] },
  "workspace.create": { access: "write", reads: [] },
  "workspace.open": { access: "write", reads: [] },
  "backup.list": { access: "read", reads: [] },
  "backup.create": { access: "read", reads: [] },
  "backup.test": { access: "read", reads: [] },
  "backup.second_place": { access: "write", reads: [] },
  "backup.restore": { access: "write", reads: [] },
  "workspace.check": { access: "write", reads: [] },
} as const satisfies Record<keyof RpcSchema, { access: Access; reads: readonly Kind[] }>;

/** Every error code. */
export const CODES = ["invalid", "unknown_field", "unknown_command", "not_found", "conflict", "invalid_state", "dependency_loop", "offset_loop", "workspace_missing", "workspace_unreadable", "workspace_newer", "workspace_locked", "workspace_moved", "wrong_passphrase", "read_only", "disk_full", "io", "cancelled", "internal"] as const satisfies readonly Code[];

/** Every kind of record. */
export const KINDS = ["me", "brand", "account", "contact", "touchpoint", "workshop", "command_plan", "plan", "plan_version", "sign_off", "objective", "criterion", "reading", "initiative", "task", "dependency", "attachment", "template", "template_use", "checklist_template", "checklist", "checklist_step"] as const satisfies readonly Kind[];

/** A record of each kind that has fields to change, as it is sent. */
export type RecordOf = {
  me: Stored<MeId, Me, Bare>;
  brand: Stored<BrandId, Brand, Bare>;
  account: Stored<AccountId, Account, LastTouch>;
  contact: Stored<ContactId, Contact, LastMet>;
  touchpoint: Stored<TouchpointId, Touchpoint, Bare>;
  workshop: Stored<WorkshopId, Workshop, Bare>;
  command_plan: Stored<CommandPlanId, CommandPlan, Taken>;
  plan: Stored<PlanId, Plan, Progress>;
  plan_version: Stored<PlanVersionId, PlanVersion, Signing>;
  objective: Stored<ObjectiveId, Objective, Progress>;
  criterion: Stored<CriterionId, Criterion, Measure>;
  reading: Stored<ReadingId, Reading, Bare>;
  initiative: Stored<InitiativeId, Initiative, Bare>;
  task: Stored<TaskId, Task, Bare>;
  dependency: Stored<DependencyId, Dependency, Bare>;
  attachment: Stored<AttachmentId, Attachment, Blob>;
  template: Stored<TemplateId, Template, TemplateOrigin>;
  checklist_template: Stored<ChecklistTemplateId, ChecklistTemplate, TemplateOrigin>;
  checklist: Stored<ChecklistId, Checklist, Standing>;
  checklist_step: Stored<ChecklistStepId, ChecklistStep, StepStanding>;
};

/** The fields of each of them: all but the header and what is computed. */
export type FieldsOf = {
  me: Me;
  brand: Brand;
  account: Account;
  contact: Contact;
  touchpoint: Touchpoint;
  workshop: Workshop;
  command_plan: CommandPlan;
  plan: Plan;
  plan_version: PlanVersion;
  objective: Objective;
  criterion: Criterion;
  reading: Reading;
  initiative: Initiative;
  task: Task;
  dependency: Dependency;
  attachment: Attachment;
  template: Template;
  checklist_template: ChecklistTemplate;
  checklist: Checklist;
  checklist_step: ChecklistStep;
};

/**
 * Which fields of a record the customer sees: true in documents and on the screen, `screen` on the screen alone, false nowhere,
 * and otherwise as the field of that name says.
 */
export const SHOWN = {
  me: {
    name: true,
    title: true,
    email: "screen",
    zone: "screen",
    country: "screen",
    subdivision: "screen",
    working_week: "screen",
    leave: "screen",
    holidays: "screen",
    fiscal_year_start: "screen",
    paper: "screen",
    date_order: "screen",
    onboarding_targets: false,
  },
  brand: {
    company: true,
    logo: true,
    colour: true,
    footer: true,
    labels: true,
  },
  account: {
    name: true,
    success_tier: false,
    priority: false,
    lifecycle_stage: false,
    segment: false,
    region: "screen",
    industry: "screen",
    country: "screen",
    subdivision: "screen",
    holidays: "screen",
    city: "screen",
    other_sites: "screen",
    time_zone: "screen",
    document_language: "screen",
    paper: "screen",
    public_sector: "screen",
    classification: true,
    sentiment: false,
    sentiment_date: false,
    sentiment_reason: false,
    arr: false,
    renewal_date: false,
    fiscal_year_start: "screen",
    customer_since: "screen",
    hosting: "screen",
    product_version: "screen",
    provider: "screen",
    deployer: "screen",
    reference_architecture: "screen",
    high_availability: "screen",
    air_gapped: "screen",
    backup_and_dr: "screen",
    first_value_on: false,
    first_value_users: false,
    first_value_evidence: false,
    onboarded_on: false,
    onboarding_delay_reason: false,
    tool_stack: "screen",
    account_team: "screen",
    links: false,
    notes: false,
    sample: false,
    subscription_plan: "screen",
    licensed_seats: "screen",
  },
  contact: {
    account_id: "screen",
    name: true,
    title: true,
    persona: false,
    influence: false,
    sentiment: false,
    reports_to: "screen",
    email: "screen",
    phone: "screen",
    left_on: false,
    notes: false,
  },
  touchpoint: {
    account_id: "screen",
    touchpoint_type: true,
    subject: true,
    held_on: true,
    our_attendees: "screen",
    contact_ids: "screen",
    others: "screen",
    sponsor_present: false,
    sentiment: false,
    notes: "visibility",
    meeting_type: "screen",
    visibility: false,
  },
  workshop: {
    account_id: "screen",
    title: true,
    workshop_type: "screen",
    state: "screen",
    starts_at: true,
    zone: "screen",
    minutes: "screen",
    place: "screen",
    host: "screen",
    invited_ids: "screen",
    attended_ids: "screen",
    goal: "visibility",
    objective_id: "screen",
    visibility: false,
  },
  command_plan: {
    account_id: false,
    why_now: false,
    why_gitlab: false,
    why_anything: false,
    primary_value_driver: false,
    solution: false,
    primary_capability: false,
    metrics: false,
    economic_buyer: false,
    decision_process: false,
    decision_criteria: false,
    partners: false,
    paper_process: false,
    identify_pain: false,
    champion: false,
    competition: false,
    before_scenarios: false,
    negative_consequences: false,
    positive_business_outcomes: false,
    required_capabilities: false,
    close_plan: false,
    risks: false,
    help: false,
    links: false,
  },
  plan: {
    account_id: "screen",
    title: true,
    type: true,
    status: "screen",
    period_start: true,
    period_end: true,
    strategy: true,
    highlights: true,
    sponsor: true,
    approvers: true,
  },
  plan_version: {
    plan_id: "screen",
    name: true,
    frozen_on: true,
    agreed_by: true,
    note: false,
    content: true,
  },
  sign_off: {
    version_id: "screen",
    person: true,
    signed_on: true,
    words: true,
    amends: "screen",
    withdrawn: "screen",
    reason: true,
  },
  objective: {
    plan_id: "screen",
    title: true,
    summary: true,
    successes: true,
    risks: "risks_visibility",
    risks_visibility: false,
    business_impact: true,
    use_case: true,
    priority: true,
    status: true,
    stage: true,
    confirmed_by: true,
    confirmed_on: true,
    confirmed_words: true,
    past_confirmations: false,
    owner: true,
    customer_owner: true,
    start: true,
    due: true,
    close_reason: false,
    summary_of_outcome: false,
    position: true,
  },
  criterion: {
    objective_id: "screen",
    name: true,
    kind: true,
    unit: true,
    direction: true,
    baseline: true,
    target: true,
    target_min: true,
    target_max: true,
    target_date: true,
    interim_targets: false,
    source: false,
    weight: false,
    position: true,
  },
  reading: {
    criterion_id: "screen",
    date: true,
    value: true,
    note: "note_visibility",
    note_visibility: false,
    evidence: false,
    who: false,
  },
  initiative: {
    objective_id: "screen",
    also_serves: "screen",
    title: true,
    update_text: true,
    dri: true,
    customer_dri: true,
    due: true,
    status: true,
    visibility: false,
    position: true,
  },
  task: {
    initiative_id: "screen",
    account_id: "screen",
    touchpoint_id: "screen",
    workshop_id: "screen",
    title: true,
    owner: true,
    owner_side: true,
    customer_dri: true,
    start: true,
    due: true,
    done_date: true,
    status: true,
    priority: false,
    milestone: true,
    milestone_risk: false,
    blocked_reason: false,
    visibility: false,
    recurrence: false,
    position: true,
  },
  dependency: {
    predecessor_id: "screen",
    successor_id: "screen",
    lag_days: "screen",
  },
  attachment: {
    reading_id: "screen",
    objective_id: "screen",
    task_id: "screen",
    account_id: "screen",
    touchpoint_id: "screen",
    workshop_id: "screen",
    checklist_step_id: "screen",
    sign_off_id: "screen",
    name: "screen",
    hash: "screen",
    visibility: false,
  },
  template: {
    title: false,
    summary: false,
    content: false,
  },
  template_use: {
    plan_id: false,
    template_id: false,
    template_version: false,
    start: false,
    parts: false,
    records: false,
    declined: false,
  },
  checklist_template: {
    title: false,
    summary: false,
    anchors: false,
    phases: false,
  },
  checklist: {
    account_id: "screen",
    title: true,
    template_id: false,
    template_version: false,
    anchors: true,
    phases: true,
    is_primary: false,
    started_on: true,
    closed_on: true,
    delay_reason: false,
    applied: false,
    declined: false,
  },
  checklist_step: {
    checklist_id: "screen",
    phase: true,
    key: "screen",
    title: true,
    group_title: true,
    why: "guidance_for",
    how: "guidance_for",
    links: "guidance_for",
    files: false,
    owner_side: true,
    role: true,
    assignee: true,
    contact_id: "screen",
    required: true,
    visibility: false,
    guidance_for: false,
    evidence_wanted: true,
    evidence: true,
    depth: true,
    offset_days: false,
    offset_from: false,
    calendar: false,
    due: true,
    state: true,
    done_on: true,
    reason: false,
    note: false,
    follows_kind: "screen",
    follows_id: "screen",
    position: true,
  },
} as const satisfies Record<Kind, Record<string, boolean | string>>;

/** Whether the customer sees anything of a record of a kind: always, never, or as the field of that name says. */
export const WHOLE = {
  me: true,
  brand: true,
  account: true,
  contact: true,
  touchpoint: "visibility",
  workshop: "visibility",
  command_plan: false,
  plan: true,
  plan_version: true,
  sign_off: true,
  objective: true,
  criterion: true,
  reading: true,
  initiative: "visibility",
  task: "visibility",
  dependency: false,
  attachment: "visibility",
  template: false,
  template_use: false,
  checklist_template: false,
  checklist: true,
  checklist_step: "visibility",
} as const satisfies Record<Kind, boolean | string>;

/** Of the kinds whose records come to an end: the field that says so, what it is where a tick was given, and where nothing is left to do. */
export const STATES = {
  workshop: { field: "state", done: "done", over: ["done", "cancelled"] },
  plan: { field: "status", done: "completed", over: ["completed", "archived"] },
  objective: { field: "status", done: "closed_success", over: ["closed_success", "closed_lost", "closed"] },
  initiative: { field: "status", done: "closed_success", over: ["closed_success", "closed"] },
  task: { field: "status", done: "closed_success", over: ["closed_success", "closed"] },
  checklist_step: { field: "state", done: "done", over: ["done", "skipped"] },
} as const satisfies Partial<Record<Kind, { field: string; done: string; over: readonly string[] }>>;

/** The documents: what each is about, for whom it is made, in which formats, and whether its parts can be chosen. */
export const DOCUMENTS = {
  "success-plan": { about: "plan", audiences: ["customer", "internal"], formats: ["pdf", "md", "csv", "xlsx"], hasSections: true },
  "summary": { about: "plan", audiences: ["customer", "internal"], formats: ["pdf"], hasSections: false },
  "onboarding": { about: "account", audiences: ["customer", "internal"], formats: ["pdf"], hasSections: false },
  "checklist": { about: "checklist", audiences: ["customer", "internal"], formats: ["pdf", "md", "xlsx"], hasSections: false },
  "transition-brief": { about: "account", audiences: ["internal"], formats: ["pdf"], hasSections: false },
  "account": { about: "account", audiences: ["internal"], formats: ["pdf"], hasSections: false },
} as const satisfies Record<
  DocumentKind,
  { about: Kind; audiences: readonly Audience[]; formats: readonly DocumentFormat[]; hasSections: boolean }
>;
