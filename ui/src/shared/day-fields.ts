// Which fields of a record hold a calendar day.
import type { EditableKind, FieldsOf } from "$lib/model";

type Days =
  | "renewal_date"
  | "period_start"
  | "period_end"
  | "start"
  | "due"
  | "done_date"
  | "target_date"
  | "date"
  | "confirmed_on"
  | "sentiment_date"
  | "customer_since"
  | "left_on"
  | "held_on"
  | "first_value_on"
  | "onboarded_on"
  | "started_on"
  | "closed_on";

/** The day fields of a kind of record. */
export type DayFields<K extends EditableKind> = Extract<keyof FieldsOf[K], Days>;
