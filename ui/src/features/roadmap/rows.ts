// The rows of the roadmap: a plan's outline as a flat list of groups and bars, by objective, owner or side. Knows dates
// and order, not positions on the screen.
import { initiativeStatus, objectiveStatus, side, taskStatus } from "$lib/i18n/words";
import type { Initiative, Objective, Outline, Task } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import type { Detail } from "$lib/router.svelte";
import { initiativeLooks, objectiveLooks, taskLooks, type Look } from "$shared/status";
import { toDay, type DayNumber } from "$features/roadmap/axis";

/** What the rows are grouped by. */
export type Grouping = "objective" | "owner" | "side";
export const GROUPINGS: readonly Grouping[] = ["objective", "owner", "side"];

/** A row, with its bar if it has dates. */
export interface Row {
  /** The record's id; an owner or a side has a key instead. */
  id: string;
  /** The record that Enter opens; null for an owner or a side. */
  detail: Detail | null;
  title: string;
  owner: string;
  level: number;
  /** Whether it has rows below it. */
  group: boolean;
  look: Look | null;
  /** The status in words. */
  status: string;
  /** The dates of the record. */
  start: string | null;
  due: string | null;
  /** The first and the last day of the bar; null for a row that has none. */
  from: DayNumber | null;
  to: DayNumber | null;
  /** The task, for a row whose bar can be moved. */
  task: Task | null;
}

const day = (iso: string | null) => (iso === null ? null : toDay(iso));

function taskRow(task: Task, level: number): Row {
  // A done task ends on the day it was done; if only one day is known, the bar is one day long.
  const to = day(task.done_date ?? task.due ?? task.start);
  const start = day(task.milestone ? (task.done_date ?? task.due ?? task.start) : task.start);
  return {
    id: task.id,
    detail: { kind: "task", id: task.id },
    title: task.title,
    owner: task.owner,
    level,
    group: false,
    look: taskLooks[task.status],
    status: taskStatus[task.status](),
    start: task.start,
    due: task.due,
    from: start === null || to === null ? to : Math.min(start, to),
    to,
    task,
  };
}

/** The first and the last day of rows, extended by `own`. */
function spanOf(rows: readonly Row[], ...own: (DayNumber | null)[]) {
  let [from, to] = [Infinity, -Infinity];
  for (const each of [...own, ...rows.flatMap((row) => [row.from, row.to])]) {
    if (each === null) continue;
    from = Math.min(from, each);
    to = Math.max(to, each);
  }
  return from > to ? { from: null, to: null } : { from, to };
}

function initiativeRows(initiative: Initiative, tasks: readonly Task[], level: number): Row[] {
  const rows = tasks.map((task) => taskRow(task, level + 1));
  const head: Row = {
    id: initiative.id,
    detail: { kind: "initiative", id: initiative.id },
    title: initiative.title,
    owner: initiative.dri,
    level,
    group: rows.length > 0,
    look: initiativeLooks[initiative.status],
    status: initiativeStatus[initiative.status](),
    start: null,
    due: initiative.due,
    ...spanOf(rows, day(initiative.due)),
    task: null,
  };
  return [head, ...rows];
}

function objectiveRow(objective: Objective, rows: readonly Row[]): Row {
  return {
    id: objective.id,
    detail: { kind: "objective", id: objective.id },
    title: objective.title,
    owner: objective.owner,
    level: 1,
    group: rows.length > 0,
    look: objectiveLooks[objective.status],
    status: objectiveStatus[objective.status](),
    start: objective.start,
    due: objective.due,
    ...spanOf(rows, day(objective.start), day(objective.due)),
    task: null,
  };
}

/** A group that is no record. */
function groupRow(id: string, title: string, rows: readonly Row[]): Row {
  return {
    id,
    detail: null,
    title,
    owner: "",
    level: 1,
    group: true,
    look: null,
    status: "",
    start: null,
    due: null,
    ...spanOf(rows),
    task: null,
  };
}

/** The tasks of the plan in groups by `key`, in their order. */
function byTask(outline: Outline, key: (task: Task) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const { initiatives } of outline.objectives)
    for (const { tasks } of initiatives)
      for (const task of tasks) {
        const own = groups.get(key(task));
        if (own) own.push(taskRow(task, 2));
        else groups.set(key(task), [taskRow(task, 2)]);
      }
  return groups;
}

function byOwner(outline: Outline): Row[] {
  const owners = byTask(outline, ({ owner }) => owner);
  // Tasks without an owner come last.
  const named = [...owners.keys()].sort(
    (a, b) => Number(a === "") - Number(b === "") || a.localeCompare(b),
  );
  return named.flatMap((owner) => {
    const rows = owners.get(owner) ?? [];
    return [groupRow(`owner ${owner}`, owner || m.roadmap_no_owner(), rows), ...rows];
  });
}

function bySide(outline: Outline): Row[] {
  const sides = byTask(outline, ({ owner_side }) => owner_side);
  return (["ours", "customer"] as const).flatMap((one) => {
    const rows = sides.get(one) ?? [];
    return rows.length === 0 ? [] : [groupRow(`side ${one}`, side[one](), rows), ...rows];
  });
}

/** All rows of the plan, from top to bottom. */
export function rowsOf(outline: Outline, by: Grouping): Row[] {
  if (by === "owner") return byOwner(outline);
  if (by === "side") return bySide(outline);
  return outline.objectives.flatMap(({ objective, initiatives }) => {
    const rows = initiatives.flatMap(({ initiative, tasks }) =>
      initiativeRows(initiative, tasks, 2),
    );
    return [objectiveRow(objective, rows), ...rows];
  });
}

/** The rows that are not hidden in a folded one. */
export function unfolded(rows: readonly Row[], closed: ReadonlySet<string>): Row[] {
  let under = Infinity;
  return rows.filter(({ id, level }) => {
    if (level > under) return false;
    under = closed.has(id) ? level : Infinity;
    return true;
  });
}
