// Made from the lists of words and the kinds of record. Do not edit: run the bindings command of the README.
import { m } from "$lib/paraglide/messages.js";
import type * as W from "./wire";

export type Words<T extends string> = Record<T, () => string>;

export const backupReason: Words<W.BackupReason> = {
  asked: m.backup_reason_asked,
  due: m.backup_reason_due,
  import: m.backup_reason_import,
  deletion: m.backup_reason_deletion,
  restore: m.backup_reason_restore,
};

export const successTier: Words<W.SuccessTier> = {
  on_demand: m.success_tier_on_demand,
  essentials: m.success_tier_essentials,
  advanced: m.success_tier_advanced,
  signature: m.success_tier_signature,
};

export const priority: Words<W.Priority> = {
  pr1: m.priority_pr1,
  pr2: m.priority_pr2,
  pr3: m.priority_pr3,
  pr4: m.priority_pr4,
};

export const lifecycleStage: Words<W.LifecycleStage> = {
  align: m.lifecycle_stage_align,
  onboard: m.lifecycle_stage_onboard,
  enable: m.lifecycle_stage_enable,
  expand: m.lifecycle_stage_expand,
  optimize_renew: m.lifecycle_stage_optimize_renew,
};

export const subscriptionPlan: Words<W.SubscriptionPlan> = {
  free: m.subscription_plan_free,
  premium: m.subscription_plan_premium,
  ultimate: m.subscription_plan_ultimate,
};

export const hosting: Words<W.Hosting> = {
  self_managed_on_prem: m.hosting_self_managed_on_prem,
  sm_cloud: m.hosting_sm_cloud,
  sm_hybrid: m.hosting_sm_hybrid,
  gitlab_com: m.hosting_gitlab_com,
  dedicated: m.hosting_dedicated,
};

export const provider: Words<W.Provider> = {
  on_prem: m.provider_on_prem,
  aws: m.provider_aws,
  gcp: m.provider_gcp,
  azure: m.provider_azure,
  gitlab_com: m.provider_gitlab_com,
  multi_cloud: m.provider_multi_cloud,
  other: m.provider_other,
};

export const deployer: Words<W.Deployer> = {
  customer: m.deployer_customer,
  gitlab_services: m.deployer_gitlab_services,
  partner: m.deployer_partner,
};

export const measureState: Words<W.MeasureState> = {
  on_track: m.measure_state_on_track,
  behind: m.measure_state_behind,
  stuck: m.measure_state_stuck,
  met: m.measure_state_met,
  missed: m.measure_state_missed,
  unknown: m.measure_state_unknown,
};

export const accountSentiment: Words<W.AccountSentiment> = {
  green: m.account_sentiment_green,
  yellow: m.account_sentiment_yellow,
  red: m.account_sentiment_red,
  will_churn: m.account_sentiment_will_churn,
};

export const toolArea: Words<W.ToolArea> = {
  scm: m.tool_area_scm,
  ci: m.tool_area_ci,
  cd: m.tool_area_cd,
  package: m.tool_area_package,
  security: m.tool_area_security,
  monitoring: m.tool_area_monitoring,
  agile: m.tool_area_agile,
};

export const persona: Words<W.Persona> = {
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

export const sentiment: Words<W.Sentiment> = {
  positive: m.sentiment_positive,
  neutral: m.sentiment_neutral,
  negative: m.sentiment_negative,
};

export const planType: Words<W.PlanType> = {
  roi_success_plan: m.plan_type_roi_success_plan,
  stage_adoption: m.plan_type_stage_adoption,
};

export const planStatus: Words<W.PlanStatus> = {
  draft: m.plan_status_draft,
  active: m.plan_status_active,
  completed: m.plan_status_completed,
  archived: m.plan_status_archived,
};

export const objectiveStatus: Words<W.ObjectiveStatus> = {
  not_started: m.objective_status_not_started,
  on_track: m.objective_status_on_track,
  watchpoint: m.objective_status_watchpoint,
  concern: m.objective_status_concern,
  closed_success: m.objective_status_closed_success,
  closed_lost: m.objective_status_closed_lost,
  closed: m.objective_status_closed,
};

export const verifiableOutcomeStage: Words<W.VerifiableOutcomeStage> = {
  proposed: m.verifiable_outcome_stage_proposed,
  accepted: m.verifiable_outcome_stage_accepted,
  delivered: m.verifiable_outcome_stage_delivered,
  verified: m.verifiable_outcome_stage_verified,
};

export const useCase: Words<W.UseCase> = {
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

export const smart: Words<W.Smart> = {
  specific: m.smart_specific,
  measurable: m.smart_measurable,
  achievable: m.smart_achievable,
  relevant: m.smart_relevant,
  time_bound: m.smart_time_bound,
};

export const level: Words<W.Level> = {
  low: m.level_low,
  medium: m.level_medium,
  high: m.level_high,
};

export const criterionKind: Words<W.CriterionKind> = {
  number: m.criterion_kind_number,
  percent: m.criterion_kind_percent,
  count: m.criterion_kind_count,
  duration: m.criterion_kind_duration,
  money: m.criterion_kind_money,
  yes_no: m.criterion_kind_yes_no,
};

export const criterionSource: Words<W.CriterionSource> = {
  manual: m.criterion_source_manual,
  usage_metric: m.criterion_source_usage_metric,
};

export const direction: Words<W.Direction> = {
  higher_is_better: m.direction_higher_is_better,
  lower_is_better: m.direction_lower_is_better,
  in_range: m.direction_in_range,
};

export const initiativeStatus: Words<W.InitiativeStatus> = {
  not_started: m.initiative_status_not_started,
  on_track: m.initiative_status_on_track,
  watchpoint: m.initiative_status_watchpoint,
  concern: m.initiative_status_concern,
  closed_success: m.initiative_status_closed_success,
  closed: m.initiative_status_closed,
};

export const touchpointType: Words<W.TouchpointType> = {
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

export const workshopState: Words<W.WorkshopState> = {
  planned: m.workshop_state_planned,
  scheduled: m.workshop_state_scheduled,
  running: m.workshop_state_running,
  done: m.workshop_state_done,
  cancelled: m.workshop_state_cancelled,
};

export const taskStatus: Words<W.TaskStatus> = {
  new: m.task_status_new,
  work_in_progress: m.task_status_work_in_progress,
  blocked: m.task_status_blocked,
  closed_success: m.task_status_closed_success,
  closed: m.task_status_closed,
};

export const recurrenceUnit: Words<W.RecurrenceUnit> = {
  days: m.recurrence_unit_days,
  weeks: m.recurrence_unit_weeks,
  months: m.recurrence_unit_months,
};

export const checklistState: Words<W.ChecklistState> = {
  running: m.checklist_state_running,
  complete: m.checklist_state_complete,
  closed: m.checklist_state_closed,
};

export const stepState: Words<W.StepState> = {
  open: m.step_state_open,
  done: m.step_state_done,
  skipped: m.step_state_skipped,
  blocked: m.step_state_blocked,
};

export const stepSide: Words<W.StepSide> = {
  ours: m.side_ours,
  customer: m.side_customer,
  partner: m.side_partner,
};

export const dayCount: Words<W.DayCount> = {
  working: m.day_count_working,
  calendar: m.day_count_calendar,
};

export const side: Words<W.Side> = {
  ours: m.side_ours,
  customer: m.side_customer,
};

export const audience: Words<W.Audience> = {
  internal: m.audience_internal,
  customer: m.audience_customer,
};

export const section: Words<W.Section> = {
  cover: m.section_cover,
  where_we_stand: m.section_where_we_stand,
  changes: m.section_changes,
  timeline: m.section_timeline,
  objectives: m.section_objectives,
  people: m.section_people,
  sign_off: m.section_sign_off,
  readings: m.section_readings,
};

export const paper: Words<W.Paper> = {
  a4: m.paper_a4,
  letter: m.paper_letter,
};

export const dateOrder: Words<W.DateOrder> = {
  dmy: m.date_order_dmy,
  mdy: m.date_order_mdy,
  ymd: m.date_order_ymd,
};

/** What a record of each kind is called. */
export const kindWords: Words<W.Kind> = {
  me: m.kind_me,
  brand: m.kind_brand,
  account: m.kind_account,
  contact: m.kind_contact,
  touchpoint: m.kind_touchpoint,
  workshop: m.kind_workshop,
  command_plan: m.kind_command_plan,
  plan: m.kind_plan,
  plan_version: m.kind_plan_version,
  sign_off: m.kind_sign_off,
  objective: m.kind_objective,
  criterion: m.kind_criterion,
  reading: m.kind_reading,
  initiative: m.kind_initiative,
  task: m.kind_task,
  dependency: m.kind_dependency,
  attachment: m.kind_attachment,
  template: m.kind_template,
  template_use: m.kind_template_use,
  checklist_template: m.kind_checklist_template,
  checklist: m.kind_checklist,
  checklist_step: m.kind_checklist_step,
};

/** How many there are, of each kind that a user knows by name: of one, and of several. */
export const countWords: Partial<Record<W.Kind, [one: () => string, many: (words: { count: string }) => string]>> = {
  contact: [m.count_contact_one, m.count_contact],
  touchpoint: [m.count_touchpoint_one, m.count_touchpoint],
  workshop: [m.count_workshop_one, m.count_workshop],
  command_plan: [m.count_command_plan_one, m.count_command_plan],
  plan: [m.count_plan_one, m.count_plan],
  plan_version: [m.count_plan_version_one, m.count_plan_version],
  sign_off: [m.count_sign_off_one, m.count_sign_off],
  objective: [m.count_objective_one, m.count_objective],
  criterion: [m.count_criterion_one, m.count_criterion],
  reading: [m.count_reading_one, m.count_reading],
  initiative: [m.count_initiative_one, m.count_initiative],
  task: [m.count_task_one, m.count_task],
  dependency: [m.count_dependency_one, m.count_dependency],
  attachment: [m.count_attachment_one, m.count_attachment],
  checklist: [m.count_checklist_one, m.count_checklist],
  checklist_step: [m.count_checklist_step_one, m.count_checklist_step],
};
