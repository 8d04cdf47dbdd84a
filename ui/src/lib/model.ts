// The records as the core sends them, under the names that the window uses. Their shapes come from Rust (gen/wire.ts).
import type * as W from "$lib/gen/wire";

export type {
  AccountSentiment,
  Audience,
  BackupInfo,
  BackupReason,
  CalendarDay,
  ChecklistState,
  CriterionKind,
  CriterionSource,
  DateOrder,
  DayCount,
  Deployer,
  Direction,
  Ending,
  DocumentFormat,
  DocumentKind,
  FollowedKind,
  HistoryEntry,
  Hosting,
  InitiativeStatus,
  InterimTarget,
  Kind,
  Leave,
  LeftOut,
  LeftOutWhat,
  Level,
  LifecycleStage,
  Link,
  MeasureState,
  Money,
  ObjectiveStatus,
  OwnHoliday,
  Paper,
  Persona,
  PlanStatus,
  PlanType,
  Priority,
  Provider,
  Recurrence,
  RecurrenceUnit,
  Redaction,
  Section,
  Sentiment,
  Side,
  Smart,
  Step,
  StepFile,
  StepLink,
  StepSide,
  StepState,
  SubscriptionPlan,
  SuccessTier,
  TaskStatus,
  TeamMember,
  ToolArea,
  ToolUse,
  TouchpointType,
  UseCase,
  VerifiableOutcomeStage,
  Weekday,
  WorkshopState,
  YesNo,
} from "$lib/gen/wire";
export type {
  AccountId,
  AttachmentId,
  ChecklistId,
  ChecklistStepId,
  ChecklistTemplateId,
  CommandPlanId,
  ContactId,
  CriterionId,
  InitiativeId,
  ObjectiveId,
  PlanId,
  PlanVersionId,
  ReadingId,
  SignOffId,
  TaskId,
  TemplateId,
  TouchpointId,
  WorkshopId,
} from "$lib/gen/wire";

export type Account = W.Stored<W.AccountId, W.Account, W.LastTouch>;
export type Contact = W.Stored<W.ContactId, W.Contact, W.LastMet>;
export type Touchpoint = W.Stored<W.TouchpointId, W.Touchpoint, W.Bare>;
export type Workshop = W.Stored<W.WorkshopId, W.Workshop, W.Bare>;
export type CommandPlan = W.Stored<W.CommandPlanId, W.CommandPlan, W.Taken>;
export type Plan = W.Stored<W.PlanId, W.Plan, W.Progress>;
export type PlanVersion = W.Stored<W.PlanVersionId, W.PlanVersion, W.Signing>;
export type Objective = W.Stored<W.ObjectiveId, W.Objective, W.Progress>;
export type Criterion = W.Stored<W.CriterionId, W.Criterion, W.Measure>;
export type Reading = W.Stored<W.ReadingId, W.Reading, W.Bare>;
export type Initiative = W.Stored<W.InitiativeId, W.Initiative, W.Bare>;
export type Task = W.Stored<W.TaskId, W.Task, W.Bare>;
/** The successor starts on the next working day after the predecessor's due plus the lag. */
export type Dependency = W.Stored<W.DependencyId, W.Dependency, W.Bare>;
export type Attachment = W.Stored<W.AttachmentId, W.Attachment, W.Blob>;
export type Template = W.Stored<W.TemplateId, W.Template, W.TemplateOrigin>;
export type ChecklistTemplate = W.Stored<
  W.ChecklistTemplateId,
  W.ChecklistTemplate,
  W.TemplateOrigin
>;
export type Checklist = W.Stored<W.ChecklistId, W.Checklist, W.Standing>;
export type ChecklistStep = W.Stored<W.ChecklistStepId, W.ChecklistStep, W.StepStanding>;
export type Me = W.Stored<W.MeId, W.Me, W.Bare>;
export type Brand = W.Stored<W.BrandId, W.Brand, W.Bare>;

export type Status = W.WorkspaceStatus;
export type Outline = W.PlanOutline;
export type ObjectiveNode = W.OutlineObjective;
export type CriterionNode = W.OutlineCriterion;
export type InitiativeNode = W.OutlineInitiative;

/** Every kind of record with editable fields, and its shape. */
export type RecordOf = Omit<W.RecordOf, "dependency">;
export type EditableKind = keyof RecordOf;
/** Kinds of which a workspace or an account has exactly one record, which is never created or deleted by hand. */
export type SingleKind = "me" | "brand" | "command_plan";
/** Kinds of which there are many records, each created and deleted by itself. */
export type DeletableKind = Exclude<EditableKind, SingleKind>;
/** Kinds of which several records can be changed at once; a version is made by freezing a plan. */
export type ManyKind = Exclude<
  DeletableKind,
  "template" | "plan_version" | "checklist_template" | "checklist" | "checklist_step"
>;

/** The editable fields of a kind: all but the header and what is computed. */
export type FieldsOf = Omit<W.FieldsOf, "dependency">;

/** The fields of a kind that hold text. */
export type TextFields<K extends EditableKind> = string &
  { [F in keyof FieldsOf[K]]: FieldsOf[K][F] extends string ? F : never }[keyof FieldsOf[K]];
