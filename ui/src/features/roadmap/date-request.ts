// The dates to ask the core for when a bar, or one of its ends, is moved by some days.
import type { Task } from "$lib/model";
import { toDay, toIso } from "$features/roadmap/axis";
import type { TaskDates } from "$features/task-dates/shift";
import type { Part } from "$features/roadmap/hit";

/** Null if nothing would change, or if there is no such end. */
export function dateRequestFor(task: Task, part: Part, days: number): TaskDates | null {
  const { id: task_id, start, due } = task;
  if (days === 0) return null;
  const later = (iso: string) => toIso(toDay(iso) + days);
  if (part === "start") {
    if (start === null) return null;
    // The end stays, so the start cannot go beyond it.
    const at = due !== null && later(start) > due ? due : later(start);
    return { task_id, start: at, ...(due === null ? {} : { due }) };
  }
  if (part === "end") {
    if (due === null) return null;
    return { task_id, due: start !== null && later(due) < start ? start : later(due) };
  }
  if (start !== null && !task.milestone) return { task_id, start: later(start) };
  return due === null ? null : { task_id, due: later(due) };
}

/** The bar of `task` for the requested dates, until the core has answered. */
export function requestedBar(task: Task, request: TaskDates): { from: number; to: number } | null {
  const own = request.due ?? task.due ?? request.start ?? task.start;
  if (own === undefined || own === null) return null;
  let to = toDay(own);
  if (request.start !== undefined && request.due === undefined && task.start !== null)
    to += toDay(request.start) - toDay(task.start);
  const from = task.milestone ? own : (request.start ?? task.start);
  return { from: from === null ? to : Math.min(to, toDay(from)), to };
}
