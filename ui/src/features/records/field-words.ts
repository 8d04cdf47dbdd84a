// Field names and stored values in words, for the history.
import { day, toDate } from "$lib/format/dates";
import { number } from "$lib/format/numbers";
import * as words from "$lib/i18n/words";
import { m } from "$lib/paraglide/messages.js";

const NAMES: Record<string, () => string> = {
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
  summary: m.summary,
  successes: m.successes,
  risks: m.risks,
  risks_audience: m.risks_audience,
  business_impact: m.business_impact,
  use_case: m.use_case,
  verifiable_outcome_stage: m.outcome_stage,
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
  note_audience: m.note_audience,
  evidence: m.evidence,
  who: m.who,
  update_text: m.update_text,
  dri: m.dri,
  customer_dri: m.customer_dri,
  audience: m.audience,
  owner_side: m.owner_side,
  done_date: m.done_date,
  milestone: m.milestone,
  deleted_at: m.deleted_at,
};

/** A field's name as its label says it; an unknown one as it is called on the wire. */
export const fieldWords = (field: string): string => NAMES[field]?.() ?? field;

const LISTS: Record<string, () => string>[] = Object.values(words).filter(
  (list): list is Record<string, () => string> & typeof list => typeof list === "object",
);

/** A stored value in words: days, numbers, terms of the picklists, or the text itself. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return m.no_value();
  if (typeof value === "number") return number(value);
  if (typeof value === "boolean") return value ? m.yes() : m.no();
  if (typeof value !== "string") return JSON.stringify(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value) && toDate(value)) return day(value);
  return LISTS.find((list) => value in list)?.[value]?.() ?? value;
}
