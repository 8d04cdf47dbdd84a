// Texts of the roadmap: the labels of its axis, what a move did, and why a date moves.
import { day } from "$lib/format/dates";
import { locale } from "$lib/format/locale";
import { level } from "$lib/i18n/words";
import { m } from "$lib/paraglide/messages.js";
import { safe } from "$lib/safe.svelte";
import { isOver } from "$lib/states";
import type { DayNumber, Unit } from "$features/roadmap/axis";
import type { Move, DateRequest } from "$features/task-dates/shift";
import type { Row } from "$features/roadmap/rows";
import type { Work } from "$features/roadmap/work";

const SHAPES: Record<Unit, Intl.DateTimeFormatOptions> = {
  day: { day: "numeric" },
  week: { day: "numeric" },
  month: { month: "short" },
  quarter: { month: "short" },
  year: { year: "numeric" },
};
const formats = new Map<string, Intl.DateTimeFormat>();

/** The label of a unit that begins on `at`; `whole` adds the year to the month. */
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

/** A request in words; `first` is the first task that it moves. */
export function requestWords(request: DateRequest, first: Move): string {
  if (!("task_ids" in request)) {
    const { title, old_start, new_start, old_due, new_due } = first;
    const stays = old_start === new_start && old_due === new_due;
    return stays ? m.roadmap_behind({ title }) : movedWords(first);
  }
  const [tasks, days] = [String(request.task_ids.length), String(Math.abs(request.working_days))];
  return request.working_days < 0
    ? m.roadmap_many_earlier({ tasks, days })
    : m.roadmap_many_later({ tasks, days });
}

/** The working days of a bar, both ends included; empty for a milestone, or if only one end is known. */
export function daysWords({ task, start, from, to }: Row, work: Work | null): string {
  const short = task ? start === null || task.milestone : from === to;
  if (work === null || from === null || to === null || short) return "";
  return String(work.length(task?.owner_side ?? "ours", from, to));
}

/** A number of days with a real minus sign, and with a plus if `signed`; empty for null. */
export function daysSigned(days: number | null, signed: boolean): string {
  if (days === null) return "";
  if (days < 0) return `\u2212${-days}`;
  return signed && days > 0 ? `+${days}` : String(days);
}

/** How likely a milestone is to be missed; not shown to the customer, and not once it is over. */
export function riskOf({ task }: Row) {
  if (!task?.milestone || safe.on || isOver("task", task)) return null;
  return task.milestone_risk;
}

/** The text beside a milestone's diamond. */
export function markWords(row: Row): string {
  const risk = riskOf(row);
  return risk === null ? row.title : m.roadmap_mark({ title: row.title, risk: level[risk]() });
}

/** What a blocked task waits for; not shown to the customer. */
export const blockedWords = ({ task }: Row): string =>
  task?.status === "blocked" && !safe.on ? task.blocked_reason : "";
