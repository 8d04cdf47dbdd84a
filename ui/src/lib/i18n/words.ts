// The words of every picklist, from the catalogue. A new value of an enum does
// not type-check here until it has its word.
import type * as M from "$lib/model";
import { m } from "$lib/paraglide/messages.js";

type Words<T extends string> = Record<T, () => string>;

export const successTier: Words<M.SuccessTier> = {
  on_demand: m.success_tier_on_demand,
  essentials: m.success_tier_essentials,
  advanced: m.success_tier_advanced,
  signature: m.success_tier_signature,
};
export const priority: Words<M.Priority> = {
  pr1: m.priority_pr1,
  pr2: m.priority_pr2,
  pr3: m.priority_pr3,
  pr4: m.priority_pr4,
};
export const lifecycleStage: Words<M.LifecycleStage> = {
  align: m.lifecycle_stage_align,
  onboard: m.lifecycle_stage_onboard,
  enable: m.lifecycle_stage_enable,
  expand: m.lifecycle_stage_expand,
  optimize_renew: m.lifecycle_stage_optimize_renew,
};
export const subscriptionPlan: Words<M.SubscriptionPlan> = {
  free: m.subscription_plan_free,
  premium: m.subscription_plan_premium,
  ultimate: m.subscription_plan_ultimate,
};
export const planType: Words<M.PlanType> = {
  roi_success_plan: m.plan_type_roi_success_plan,
  stage_adoption: m.plan_type_stage_adoption,
};
export const planStatus: Words<M.PlanStatus> = {
  draft: m.plan_status_draft,
  active: m.plan_status_active,
  completed: m.plan_status_completed,
  archived: m.plan_status_archived,
};
export const objectiveStatus: Words<M.ObjectiveStatus> = {
  not_started: m.objective_status_not_started,
  on_track: m.objective_status_on_track,
  watchpoint: m.objective_status_watchpoint,
  concern: m.objective_status_concern,
  closed_success: m.objective_status_closed_success,
  closed_lost: m.objective_status_closed_lost,
  closed: m.objective_status_closed,
};
export const verifiableOutcomeStage: Words<M.VerifiableOutcomeStage> = {
  proposed: m.verifiable_outcome_stage_proposed,
  accepted: m.verifiable_outcome_stage_accepted,
  delivered: m.verifiable_outcome_stage_delivered,
  verified: m.verifiable_outcome_stage_verified,
};
export const useCase: Words<M.UseCase> = {
  ai: m.use_case_ai,
  cd: m.use_case_cd,
  ci: m.use_case_ci,
  dedicated: m.use_case_dedicated,
  developer_experience: m.use_case_developer_experience,
  infrastructure: m.use_case_infrastructure,
  other: m.use_case_other,
  plan: m.use_case_plan,
  scm: m.use_case_scm,
  security: m.use_case_security,
};
export const level: Words<M.Level> = {
  low: m.level_low,
  medium: m.level_medium,
  high: m.level_high,
};
export const criterionKind: Words<M.CriterionKind> = {
  number: m.criterion_kind_number,
  percent: m.criterion_kind_percent,
  count: m.criterion_kind_count,
  duration: m.criterion_kind_duration,
  money: m.criterion_kind_money,
  yes_no: m.criterion_kind_yes_no,
};
export const direction: Words<M.Direction> = {
  higher_is_better: m.direction_higher_is_better,
  lower_is_better: m.direction_lower_is_better,
  in_range: m.direction_in_range,
};
export const initiativeStatus: Words<M.InitiativeStatus> = {
  not_started: m.initiative_status_not_started,
  on_track: m.initiative_status_on_track,
  watchpoint: m.initiative_status_watchpoint,
  concern: m.initiative_status_concern,
  closed_success: m.initiative_status_closed_success,
  closed: m.initiative_status_closed,
};
export const taskStatus: Words<M.TaskStatus> = {
  new: m.task_status_new,
  work_in_progress: m.task_status_work_in_progress,
  blocked: m.task_status_blocked,
  closed_success: m.task_status_closed_success,
  closed: m.task_status_closed,
};
export const side: Words<M.Side> = { ours: m.side_ours, customer: m.side_customer };
export const audience: Words<M.Audience> = {
  customer: m.audience_customer,
  internal: m.audience_internal,
};

export interface Choice<T extends string = string> {
  value: T;
  label: string;
}

/** The values of a picklist with their words, in the field's own order. */
export function choices<T extends string>(words: Words<T>): Choice<T>[] {
  return (Object.keys(words) as T[]).map((value) => ({ value, label: words[value]() }));
}
