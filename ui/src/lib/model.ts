// The records as they cross the door, under the names the window uses. Owns no
// shape: those come from the Rust side (gen/wire.ts).
import type * as W from "$lib/gen/wire";

export type {
  Audience,
  CriterionKind,
  Direction,
  HistoryEntry,
  InitiativeStatus,
  Kind,
  Level,
  LifecycleStage,
  Money,
  ObjectiveStatus,
  Paper,
  PlanStatus,
  PlanType,
  Priority,
  Side,
  Step,
  SubscriptionPlan,
  SuccessTier,
  TaskStatus,
  UseCase,
  VerifiableOutcomeStage,
} from "$lib/gen/wire";
export type { AccountId, CriterionId, InitiativeId, ObjectiveId, PlanId } from "$lib/gen/wire";

export type Account = W.Stored<W.AccountId, W.Account, W.Bare>;
export type Plan = W.Stored<W.PlanId, W.Plan, W.Progress>;
export type Objective = W.Stored<W.ObjectiveId, W.Objective, W.Progress>;
export type Criterion = W.Stored<W.CriterionId, W.Criterion, W.Measure>;
export type Reading = W.Stored<W.ReadingId, W.Reading, W.Bare>;
export type Initiative = W.Stored<W.InitiativeId, W.Initiative, W.Bare>;
export type Task = W.Stored<W.TaskId, W.Task, W.Bare>;
export type Me = W.Stored<W.MeId, W.Me, W.Bare>;

export type Status = W.WorkspaceStatus;
export type Outline = W.PlanOutline;
export type ObjectiveNode = W.OutlineObjective;
export type CriterionNode = W.OutlineCriterion;
export type InitiativeNode = W.OutlineInitiative;

/** Every kind of record that has fields to type into, with its shape. */
export interface RecordOf {
  me: Me;
  account: Account;
  plan: Plan;
  objective: Objective;
  criterion: Criterion;
  reading: Reading;
  initiative: Initiative;
  task: Task;
}
export type EditableKind = keyof RecordOf;

/** The fields of a kind that a person changes: all but the header and what is computed. */
export interface FieldsOf {
  me: W.Me;
  account: W.Account;
  plan: W.Plan;
  objective: W.Objective;
  criterion: W.Criterion;
  reading: W.Reading;
  initiative: W.Initiative;
  task: W.Task;
}
