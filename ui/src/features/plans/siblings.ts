// The position of a row in a plan's outline: its parent, its siblings, and the place one step up or down.
import type { Outline } from "$lib/model";

/** The kinds of row that are ordered among their siblings. */
export type Ordered = "objective" | "criterion" | "initiative" | "task";

export interface Row {
  kind: Ordered;
  id: string;
  title: string;
}
export interface RowPosition {
  row: Row;
  /** The id of its parent. */
  parent: string;
  /** The rows with the same parent, itself included, in order. */
  siblings: Row[];
  index: number;
}
/** A place for a row: below `parent`, after `after`, or first if that is null. */
export interface Place {
  parent: string;
  after: string | null;
}

/** All lists of rows, from top to bottom, with their parents. */
function* lists({ plan, objectives }: Outline): Generator<{ parent: string; rows: Row[] }> {
  yield {
    parent: plan.id,
    rows: objectives.map(({ objective: { id, title } }) => ({ kind: "objective", id, title })),
  };
  for (const { objective, criteria, initiatives } of objectives) {
    yield {
      parent: objective.id,
      rows: criteria.map(({ criterion: { id, name } }) => ({ kind: "criterion", id, title: name })),
    };
    yield {
      parent: objective.id,
      rows: initiatives.map(({ initiative: { id, title } }) => ({ kind: "initiative", id, title })),
    };
    for (const { initiative, tasks } of initiatives)
      yield {
        parent: initiative.id,
        rows: tasks.map(({ id, title }) => ({ kind: "task", id, title })),
      };
  }
}

/** The position of a row; null if the outline does not have it. */
export function positionOf(outline: Outline, id: string): RowPosition | null {
  for (const { parent, rows } of lists(outline)) {
    const index = rows.findIndex((row) => row.id === id);
    const row = rows[index];
    if (row) return { row, parent, siblings: rows, index };
  }
  return null;
}

/**
 * The place one step up or down; null at the end of the list. A task at the end of its initiative goes on to the next
 * one of the plan.
 */
export function nextPlace(outline: Outline, at: RowPosition, way: "up" | "down"): Place | null {
  const { row, parent, siblings, index } = at;
  const last = siblings.length - 1;
  if (way === "up" && index > 0) return { parent, after: siblings[index - 2]?.id ?? null };
  if (way === "down" && index < last) return { parent, after: siblings[index + 1]?.id ?? null };
  if (row.kind !== "task") return null;
  const initiatives = outline.objectives.flatMap((objective) => objective.initiatives);
  const own = initiatives.findIndex(({ initiative }) => initiative.id === parent);
  const next = initiatives[own + (way === "up" ? -1 : 1)];
  if (!next) return null;
  return {
    parent: next.initiative.id,
    after: way === "up" ? (next.tasks.at(-1)?.id ?? null) : null,
  };
}

/** The objective that a row is or belongs to; null for none. */
export function objectiveOf({ objectives }: Outline, id: string): string | null {
  const node = objectives.find(
    ({ objective, criteria, initiatives }) =>
      objective.id === id ||
      criteria.some(({ criterion }) => criterion.id === id) ||
      initiatives.some(
        ({ initiative, tasks }) => initiative.id === id || tasks.some((task) => task.id === id),
      ),
  );
  return node?.objective.id ?? null;
}

/** The initiative that a row is or belongs to, else the first one of its objective; null for none. */
export function initiativeOf(outline: Outline, id: string): string | null {
  const node = outline.objectives.find(
    ({ objective }) => objective.id === objectiveOf(outline, id),
  );
  const own = node?.initiatives.find(
    ({ initiative, tasks }) => initiative.id === id || tasks.some((task) => task.id === id),
  );
  return (own ?? node?.initiatives[0])?.initiative.id ?? null;
}
