// Which part of which bar is under the pointer.
import type { Axis } from "$features/roadmap/axis";
import type { Row } from "$features/roadmap/rows";
import { isOver } from "$lib/states";

/** The body moves the whole bar, an end changes one of its days. */
export type Part = "start" | "body" | "end";

/** The distance from its end within which a bar is dragged by that end, in pixels. */
const EDGE = 6;
/** The minimum width at which a bar is drawn and can be clicked. */
export const LEAST = 6;

/** The horizontal extent of a bar: from its first day to the end of its last. */
export function across(axis: Axis, from: number, to: number): { x: number; width: number } {
  return { x: axis.x(from), width: Math.max(LEAST, (to - from + 1) * axis.perDay) };
}

/** Whether a row's bar can be moved: a task that has dates and is not closed. */
export function movable({ task, from }: Row): boolean {
  return task !== null && from !== null && !isOver("task", task);
}

/** The part of a row's bar at `x`; null outside it, and for bars that cannot be moved. */
export function partAt(axis: Axis, row: Row, x: number): Part | null {
  if (!movable(row) || row.from === null || row.to === null) return null;
  const bar = across(axis, row.from, row.to);
  if (row.task?.milestone) return Math.abs(x - bar.x - bar.width / 2) <= EDGE + 3 ? "body" : null;
  if (x < bar.x - 2 || x > bar.x + bar.width + 2) return null;
  // A short bar is only body, so that it can be moved. Without a start day there is no length to change.
  const edged = bar.width >= 4 * EDGE;
  if (edged && row.start && x <= bar.x + EDGE) return "start";
  if (edged && row.due && x >= bar.x + bar.width - EDGE) return "end";
  return "body";
}
