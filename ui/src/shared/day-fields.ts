// Which fields of a record hold a calendar day.
import type { Way } from "$lib/gen/wire";
import type { EditableKind, FieldsOf } from "$lib/model";

/** Each of them, and on which side of today a day typed without its year lies: what happened lies back. */
const WAYS = {
  renewal_date: "ahead",
  period_start: "ahead",
  period_end: "ahead",
  start: "ahead",
  due: "ahead",
  done_date: "back",
  target_date: "ahead",
  date: "back",
  confirmed_on: "back",
  sentiment_date: "back",
  customer_since: "back",
  left_on: "back",
  held_on: "back",
  first_value_on: "back",
  onboarded_on: "back",
  started_on: "back",
  closed_on: "back",
} as const satisfies Record<string, Way>;

type Days = keyof typeof WAYS;

/** On which side of today a field looks for a day without its year. */
export const wayOf = (field: string): Way => WAYS[field as Days];

/** The day fields of a kind of record. */
export type DayFields<K extends EditableKind> = Extract<keyof FieldsOf[K], Days>;
