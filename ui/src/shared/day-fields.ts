// Which fields of a record hold a calendar day.
import type { Way } from "$lib/gen/wire";
import type { EditableKind, FieldsOf } from "$lib/model";

/** Each of them, and whether a day that is typed without its year is in the past (`back`) or in the future. */
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

/** Whether a field reads a day without its year as past or future. */
export const wayOf = (field: string): Way => WAYS[field as Days];

/** The day fields of a kind of record. */
export type DayFields<K extends EditableKind> = Extract<keyof FieldsOf[K], Days>;
