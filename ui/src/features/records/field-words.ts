// The names of fields and of stored values, for the history. A field without a name does not compile.
import { day, toDate, weekdayNames } from "$lib/format/dates";
import { money, number } from "$lib/format/numbers";
import type { Dependency, SignEntry } from "$lib/gen/wire";
import * as words from "$lib/i18n/words";
import type { FieldsOf, Money } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";

interface Fields extends FieldsOf {
  dependency: Dependency;
  sign_off: Omit<SignEntry, "id">;
}
/** All editable fields; also the parts of money, and fields of a record or of a template's line. */
type Named =
  | { [K in keyof Fields]: keyof Fields[K] }[keyof Fields]
  | "arr.minor"
  | "arr.currency"
  | "deleted_at"
  | "under";

const NAMES: Record<Named, () => string> = {
  why_now: m.command_plan_why_now,
  why_gitlab: m.command_plan_why_gitlab,
  why_anything: m.command_plan_why_anything,
  primary_value_driver: m.command_plan_primary_value_driver,
  solution: m.command_plan_solution,
  primary_capability: m.command_plan_primary_capability,
  metrics: m.command_plan_metrics,
  economic_buyer: m.command_plan_economic_buyer,
  decision_process: m.command_plan_decision_process,
  decision_criteria: m.command_plan_decision_criteria,
  partners: m.command_plan_partners,
  paper_process: m.command_plan_paper_process,
  identify_pain: m.command_plan_identify_pain,
  champion: m.command_plan_champion,
  competition: m.command_plan_competition,
  before_scenarios: m.command_plan_before_scenarios,
  negative_consequences: m.command_plan_negative_consequences,
  positive_business_outcomes: m.command_plan_positive_business_outcomes,
  required_capabilities: m.command_plan_required_capabilities,
  close_plan: m.command_plan_close_plan,
  help: m.command_plan_help,
  name: m.field_name,
  title: m.field_title,
  email: m.me_email,
  zone: m.me_zone,
  country: m.me_country,
  success_tier: m.tier,
  priority: m.priority,
  lifecycle_stage: m.stage,
  time_zone: m.me_zone,
  arr: m.arr,
  "arr.minor": m.arr,
  "arr.currency": m.field_currency,
  renewal_date: m.renewal_date,
  subscription_plan: m.subscription,
  licensed_seats: m.seats,
  type: m.plan_type,
  status: m.status,
  period_start: m.period_start,
  period_end: m.period_end,
  strategy: m.strategy,
  highlights: m.highlights,
  sponsor: m.sponsor,
  approvers: m.approvers,
  agreed_by: m.agreed_by,
  frozen_on: m.frozen_on,
  position: m.place_in_list,
  objective_id: m.objective,
  criterion_id: m.success_criterion,
  initiative_id: m.initiative,
  predecessor_id: m.predecessor,
  successor_id: m.successor,
  lag_days: m.lag_between,
  summary: m.summary,
  successes: m.successes,
  risks: m.risks,
  risks_visibility: m.risks_visibility,
  business_impact: m.business_impact,
  use_case: m.use_case,
  stage: m.outcome_stage,
  owner: m.owner,
  customer_owner: m.customer_owner,
  start: m.start,
  due: m.due,
  close_reason: m.close_reason,
  summary_of_outcome: m.summary_of_outcome,
  kind: m.kind,
  unit: m.unit,
  direction: m.direction,
  baseline: m.baseline,
  target: m.target,
  target_min: m.target_min,
  target_max: m.target_max,
  target_date: m.target_date,
  weight: m.weight,
  date: m.date,
  value: m.value,
  note: m.note,
  note_visibility: m.note_visibility,
  evidence: m.evidence,
  who: m.who,
  update_text: m.update_text,
  dri: m.dri,
  customer_dri: m.customer_dri,
  visibility: m.visibility,
  owner_side: m.owner_side,
  done_date: m.done_date,
  milestone: m.milestone,
  confirmed_by: m.confirmed_by,
  confirmed_on: m.confirmed_on,
  confirmed_words: m.confirmed_words,
  past_confirmations: m.past_confirmations,
  also_serves: m.also_serves,
  interim_targets: m.interim_targets,
  source: m.criterion_source,
  milestone_risk: m.milestone_risk,
  blocked_reason: m.blocked_reason,
  segment: m.segment,
  region: m.region,
  industry: m.industry,
  subdivision: m.subdivision,
  city: m.city,
  other_sites: m.other_sites,
  document_language: m.document_language,
  paper: m.paper,
  public_sector: m.public_sector,
  classification: m.classification,
  sentiment: m.account_sentiment,
  sentiment_date: m.sentiment_date,
  sentiment_reason: m.sentiment_reason,
  fiscal_year_start: m.fiscal_year_start,
  customer_since: m.customer_since,
  hosting: m.hosting,
  product_version: m.product_version,
  tool_stack: m.tool_stack,
  account_team: m.account_team,
  links: m.account_links,
  files: m.step_files,
  notes: m.notes,
  sample: m.sample_record,
  persona: m.persona,
  influence: m.influence,
  reports_to: m.reports_to,
  phone: m.phone,
  left_on: m.left_on,
  working_week: m.working_week,
  leave: m.leave,
  holidays: m.holidays,
  recurrence: m.recurrence,
  date_order: m.date_order,
  company: m.company,
  logo: m.logo,
  colour: m.colour,
  footer: m.footer,
  labels: m.document_words,
  hash: m.file_content,
  deleted_at: m.deleted_at,
  content: m.template_content,
  under: m.template_line_under,
  account_id: m.account,
  plan_id: m.plan,
  version_id: m.version,
  reading_id: m.kind_reading,
  task_id: m.task,
  person: m.signed_by,
  signed_on: m.signed_on,
  words: m.confirmed_words,
  amends: m.sign_off_amends,
  withdrawn: m.sign_off_withdrawn,
  provider: m.provider,
  deployer: m.deployer,
  reference_architecture: m.reference_architecture,
  high_availability: m.high_availability,
  air_gapped: m.air_gapped,
  backup_and_dr: m.backup_and_dr,
  first_value_on: m.first_value_on,
  first_value_users: m.first_value_users,
  first_value_evidence: m.first_value_evidence,
  onboarded_on: m.onboarded_on,
  onboarding_delay_reason: m.onboarding_delay_reason,
  onboarding_targets: m.onboarding_targets,
  touchpoint_id: m.kind_touchpoint,
  workshop_id: m.kind_workshop,
  checklist_step_id: m.checklist_step,
  sign_off_id: m.sign_off,
  touchpoint_type: m.touchpoint_type,
  subject: m.touchpoint_subject,
  held_on: m.touchpoint_held_on,
  our_attendees: m.our_attendees,
  contact_ids: m.contacts_present,
  others: m.others_present,
  sponsor_present: m.sponsor_present,
  meeting_type: m.meeting_type,
  workshop_type: m.workshop_type,
  state: m.workshop_state,
  starts_at: m.workshop_starts_at,
  minutes: m.workshop_minutes,
  place: m.workshop_place,
  host: m.workshop_host,
  invited_ids: m.workshop_invited,
  attended_ids: m.workshop_attended,
  goal: m.workshop_goal,
  checklist_id: m.kind_checklist,
  template_id: m.kind_template,
  template_version: m.template_of_version,
  anchors: m.checklist_anchors,
  phases: m.checklist_phases,
  is_primary: m.run_is_primary,
  started_on: m.checklist_started_on,
  closed_on: m.checklist_closed_on,
  delay_reason: m.delay_reason,
  applied: m.template_content,
  declined: m.template_declined,
  phase: m.checklist_phase,
  key: m.step_key,
  group_title: m.step_group,
  why: m.step_why,
  how: m.step_how,
  role: m.step_role,
  assignee: m.step_assignee,
  contact_id: m.kind_contact,
  required: m.step_required,
  guidance_for: m.step_guidance_for,
  evidence_wanted: m.step_evidence_wanted,
  depth: m.step_level,
  offset_days: m.step_offset,
  offset_from: m.step_counts_from,
  calendar: m.step_calendar,
  done_on: m.step_done_on,
  reason: m.step_reason,
  follows_kind: m.step_follows,
  follows_id: m.step_follows,
};
const NAME: Partial<Record<string, () => string>> = NAMES;

/** The name of a field, as on its label; an unknown one as the core calls it. */
export const fieldWords = (field: string): string => NAME[field]?.() ?? field;

const LISTS: Record<string, () => string>[] = Object.values(words).filter(
  (list): list is Record<string, () => string> & typeof list => typeof list === "object",
);

const isMoney = (value: unknown): value is Money =>
  typeof value === "object" &&
  value !== null &&
  Object.keys(value).sort().join() === "currency,minor" &&
  typeof (value as Money).minor === "number";

/** A stored value in words: a day, a number, a term of a picklist, or the text itself. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return m.no_value();
  if (typeof value === "number") return number(value);
  if (typeof value === "boolean") return value ? m.yes() : m.no();
  if (Array.isArray(value)) return value.map(valueWords).join(", ") || m.no_value();
  if (isMoney(value)) return money(value);
  if (typeof value === "object") return Object.values(value).map(valueWords).join(" ");
  if (typeof value !== "string") return m.no_value();
  // Values that only programs can read are named, not shown.
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)) return m.history_record();
  if (/^[0-9a-f]{64}$/.test(value)) return m.history_file();
  if (/^\d{4}-\d{2}-\d{2}$/.test(value) && toDate(value)) return day(value);
  const weekday = weekdayNames().find((name) => name.value === value);
  if (weekday) return weekday.label;
  return LISTS.find((list) => value in list)?.[value]?.() ?? value;
}
