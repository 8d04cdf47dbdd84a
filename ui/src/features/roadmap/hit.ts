// What the pointer is on: which bar, and which part of it.
import type { Axis } from "$features/roadmap/axis";
import type { Row } from "$features/roadmap/rows";

/** The body moves the whole bar, an end one of its days. */
export type Part = "start" | "body" | "end";

/** How near to its end a bar is taken by that end, in pixels. */
const EDGE = 6;
/** The least width that a bar is drawn and taken with. */
export const LEAST = 6;

/** Where a bar stands across: from its first day to the end of its last. */
export function across(axis: Axis, from: number, to: number): { x: number; width: number } {
  return { x: axis.x(from), width: Math.max(LEAST, (to - from + 1) * axis.perDay) };
}

/** Whether a row's bar can be given other dates: a task that has some, and is not over. */
export function movable({ task, from }: Row): boolean {
  return task !== null && from !== null && !task.status.startsWith("closed");
}

/** The part of a row's bar at `x`; null beside it, and for bars that nobody moves. */
export function partAt(axis: Axis, row: Row, x: number): Part | null {
  if (!movable(row) || row.from === null || row.to === null) return null;
  const bar = across(axis, row.from, row.to);
  if (row.task?.milestone) return Math.abs(x - bar.x - bar.width / 2) <= EDGE + 3 ? "body" : null;
  if (x < bar.x - 2 || x > bar.x + bar.width + 2) return null;
  // A short bar is all body: it must be possible to move it. Without a first day there is no length to change.
  const edged = bar.width >= 4 * EDGE;
  if (edged && row.start && x <= bar.x + EDGE) return "start";
  if (edged && row.due && x >= bar.x + bar.width - EDGE) return "end";
  return "body";
}
