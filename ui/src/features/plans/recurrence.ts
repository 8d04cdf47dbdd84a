// How often a task recurs, in words, and the usual choices.
import type { Recurrence, RecurrenceUnit } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";

/** A recurrence without end, on working days. */
export const recurring = (every: number, unit: RecurrenceUnit): Recurrence => ({
  every,
  unit,
  working_days: true,
  from: null,
  until: null,
  times: null,
});

const ONE: Record<RecurrenceUnit, () => string> = {
  days: m.recurrence_one_day,
  weeks: m.recurrence_one_week,
  months: m.recurrence_one_month,
};
const MANY: Record<RecurrenceUnit, (words: { every: string }) => string> = {
  days: m.recurrence_days,
  weeks: m.recurrence_weeks,
  months: m.recurrence_months,
};

/** `every 2 weeks`. */
export const recurrenceWords = ({ every, unit }: Pick<Recurrence, "every" | "unit">): string =>
  every === 1 ? ONE[unit]() : MANY[unit]({ every: String(every) });

const USUAL: [number, RecurrenceUnit][] = [
  [1, "days"],
  [1, "weeks"],
  [2, "weeks"],
  [1, "months"],
  [3, "months"],
];

/** The usual recurrences as choices; their values are for {@link pickedRecurrence}. */
export const usualRecurrences = (): { value: string; label: string }[] =>
  USUAL.map(([every, unit], index) => ({
    value: String(index),
    label: recurrenceWords({ every, unit }),
  }));

/** The recurrence of a choice; null for none. */
export function pickedRecurrence(value: unknown): Recurrence | null {
  const usual = value === null ? undefined : USUAL[Number(value)];
  return usual ? recurring(...usual) : null;
}
