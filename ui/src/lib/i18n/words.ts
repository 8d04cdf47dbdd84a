// The words of every picklist, from the catalogue. A new value of an enum does not compile until it has its word here.
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
export const smart: Words<M.Smart> = {
  specific: m.smart_specific,
  measurable: m.smart_measurable,
  achievable: m.smart_achievable,
  relevant: m.smart_relevant,
  time_bound: m.smart_time_bound,
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
export const touchpointType: Words<M.TouchpointType> = {
  customer_call: m.touchpoint_type_customer_call,
  in_person_meeting: m.touchpoint_type_in_person_meeting,
  email: m.touchpoint_type_email,
  update: m.touchpoint_type_update,
  health_update: m.touchpoint_type_health_update,
  ebr: m.touchpoint_type_ebr,
  kickoff: m.touchpoint_type_kickoff,
  enablement: m.touchpoint_type_enablement,
  no_answer: m.touchpoint_type_no_answer,
};
export const workshopState: Words<M.WorkshopState> = {
  planned: m.workshop_state_planned,
  scheduled: m.workshop_state_scheduled,
  running: m.workshop_state_running,
  done: m.workshop_state_done,
  cancelled: m.workshop_state_cancelled,
};
export const recurrenceUnit: Words<M.RecurrenceUnit> = {
  days: m.recurrence_unit_days,
  weeks: m.recurrence_unit_weeks,
  months: m.recurrence_unit_months,
};
export const side: Words<M.Side> = { ours: m.side_ours, customer: m.side_customer };
export const stepSide: Words<M.StepSide> = {
  ours: m.side_ours,
  customer: m.side_customer,
  partner: m.side_partner,
};
export const stepState: Words<M.StepState> = {
  open: m.step_state_open,
  done: m.step_state_done,
  skipped: m.step_state_skipped,
  blocked: m.step_state_blocked,
};
export const dayCount: Words<M.DayCount> = {
  working: m.day_count_working,
  calendar: m.day_count_calendar,
};
export const checklistState: Words<M.ChecklistState> = {
  running: m.checklist_state_running,
  complete: m.checklist_state_complete,
  closed: m.checklist_state_closed,
};
export const audience: Words<M.Audience> = {
  customer: m.audience_customer,
  internal: m.audience_internal,
};

export const hosting: Words<M.Hosting> = {
  self_managed_on_prem: m.hosting_self_managed_on_prem,
  sm_cloud: m.hosting_sm_cloud,
  sm_hybrid: m.hosting_sm_hybrid,
  gitlab_com: m.hosting_gitlab_com,
  dedicated: m.hosting_dedicated,
};
export const provider: Words<M.Provider> = {
  on_prem: m.provider_on_prem,
  aws: m.provider_aws,
  gcp: m.provider_gcp,
  azure: m.provider_azure,
  gitlab_com: m.provider_gitlab_com,
  multi_cloud: m.provider_multi_cloud,
  other: m.provider_other,
};
export const deployer: Words<M.Deployer> = {
  customer: m.deployer_customer,
  gitlab_services: m.deployer_gitlab_services,
  partner: m.deployer_partner,
};
export const backupReason: Words<M.BackupReason> = {
  asked: m.backup_reason_asked,
  due: m.backup_reason_due,
  import: m.backup_reason_import,
  deletion: m.backup_reason_deletion,
  restore: m.backup_reason_restore,
};
export const yesNo: Words<M.YesNo> = { yes: m.yes, no: m.no };
export const measureState: Words<M.MeasureState> = {
  on_track: m.measure_state_on_track,
  behind: m.measure_state_behind,
  stuck: m.measure_state_stuck,
  met: m.measure_state_met,
  missed: m.measure_state_missed,
  unknown: m.measure_state_unknown,
};
export const accountSentiment: Words<M.AccountSentiment> = {
  green: m.account_sentiment_green,
  yellow: m.account_sentiment_yellow,
  red: m.account_sentiment_red,
  will_churn: m.account_sentiment_will_churn,
};
export const toolArea: Words<M.ToolArea> = {
  scm: m.tool_area_scm,
  ci: m.tool_area_ci,
  cd: m.tool_area_cd,
  package: m.tool_area_package,
  security: m.tool_area_security,
  monitoring: m.tool_area_monitoring,
  agile: m.tool_area_agile,
};
export const persona: Words<M.Persona> = {
  executive_sponsor: m.persona_executive_sponsor,
  economic_buyer: m.persona_economic_buyer,
  champion: m.persona_champion,
  decision_maker: m.persona_decision_maker,
  influencer: m.persona_influencer,
  development_lead: m.persona_development_lead,
  security_lead: m.persona_security_lead,
  gitlab_admin: m.persona_gitlab_admin,
  user: m.persona_user,
};
export const sentiment: Words<M.Sentiment> = {
  positive: m.sentiment_positive,
  neutral: m.sentiment_neutral,
  negative: m.sentiment_negative,
};
export const criterionSource: Words<M.CriterionSource> = {
  manual: m.criterion_source_manual,
  usage_metric: m.criterion_source_usage_metric,
};
export const paper: Words<M.Paper> = { a4: m.paper_a4, letter: m.paper_letter };
export const dateOrder: Words<M.DateOrder> = {
  dmy: m.date_order_dmy,
  mdy: m.date_order_mdy,
  ymd: m.date_order_ymd,
};
export const documentFormat: Words<M.DocumentFormat> = {
  pdf: m.format_pdf,
  xlsx: m.format_xlsx,
  md: m.format_md,
  csv: m.format_csv,
};
/** The name of a format's file type. */
export const formatFile: Words<M.DocumentFormat> = {
  pdf: m.pdf_file,
  xlsx: m.xlsx_file,
  md: m.md_file,
  csv: m.csv_file,
};
export const documentKind: Words<M.DocumentKind> = {
  "success-plan": m.document_success_plan,
  summary: m.document_summary,
  onboarding: m.document_onboarding,
  checklist: m.document_checklist,
  "transition-brief": m.document_transition_brief,
  account: m.document_account,
};
export const section: Words<M.Section> = {
  cover: m.section_cover,
  where_we_stand: m.section_where_we_stand,
  changes: m.section_changes,
  timeline: m.section_timeline,
  objectives: m.section_objectives,
  people: m.section_people,
  sign_off: m.section_sign_off,
  readings: m.section_readings,
};
export const leftOut: Words<M.LeftOutWhat> = {
  arr: m.left_out_arr,
  standing: m.left_out_standing,
  sentiment: m.left_out_sentiment,
  renewal: m.left_out_renewal,
  account_notes: m.left_out_account_notes,
  command_plan: m.left_out_command_plan,
  close_reasons: m.left_out_close_reasons,
  risks: m.left_out_risks,
  initiatives: m.left_out_initiatives,
  tasks: m.left_out_tasks,
  reading_notes: m.left_out_reading_notes,
  version_notes: m.left_out_version_notes,
  checklists: m.left_out_checklists,
  steps: m.left_out_steps,
  step_notes: m.left_out_step_notes,
  delay_reason: m.left_out_delay_reason,
  meetings: m.left_out_meetings,
  measures: m.left_out_measures,
  names: m.left_out_names,
  hosts: m.left_out_hosts,
};
export const redaction: Words<M.Redaction> = { names: m.redact_names, hosts: m.redact_hosts };

export interface Choice<T extends string = string> {
  value: T;
  label: string;
}

/** The values of a picklist with their words, in order. */
export function choices<T extends string>(words: Words<T>): Choice<T>[] {
  return (Object.keys(words) as T[]).map((value) => ({ value, label: words[value]() }));
}
