// The roadmap in words: the labels of its axis, what a move did, and why a date moves.
import { day, dayShort } from "$lib/format/dates";
import { locale } from "$lib/format/locale";
import { m } from "$lib/paraglide/messages.js";
import { session } from "$lib/session.svelte";
import type { DayNumber, Unit } from "$features/roadmap/axis";
import type { Move } from "$features/roadmap/core";
import type { Row } from "$features/roadmap/rows";

const SHAPES: Record<Unit, Intl.DateTimeFormatOptions> = {
  day: { day: "numeric" },
  week: { day: "numeric" },
  month: { month: "short" },
  quarter: { month: "short" },
  year: { year: "numeric" },
};
const formats = new Map<string, Intl.DateTimeFormat>();

/** The label of a unit that begins on `at`; `whole` says the year with the month. */
export function tickWords(unit: Unit, at: DayNumber, whole: boolean): string {
  const key = `${locale()} ${unit} ${whole}`;
  let format = formats.get(key);
  if (!format) {
    const year = whole && unit === "month" ? ({ year: "numeric" } as const) : {};
    format = new Intl.DateTimeFormat(locale(), { ...SHAPES[unit], ...year, timeZone: "UTC" });
    formats.set(key, format);
  }
  return format.format(at * 86_400_000);
}

/** A move of one task: `Pilot: now 1 Dec to 4 Dec`. */
export function movedWords({ title, new_start, new_due }: Move): string {
  const [start, due] = [new_start, new_due].map((date) => (date === null ? null : day(date)));
  if (start && due && start !== due) return m.roadmap_moved({ title, start, due });
  return m.roadmap_moved_day({ title, day: due ?? start ?? "" });
}

/** Dates as one line: `1 Dec to 4 Dec`. */
export function datesWords(start: string | null, due: string | null): string {
  const [from, to] = [start, due].map((date) => date && dayShort(date, session.today));
  if (from && to && from !== to) return m.period_to({ start: from, end: to });
  return to || from || "";
}

/** The calendar days of a bar, both ends counted; none for a milestone or where only one end is known. */
export function daysWords({ task, start, from, to }: Row): string {
  const short = task ? start === null || task.milestone : from === to;
  if (from === null || to === null || short) return "";
  return String(to - from + 1);
}
