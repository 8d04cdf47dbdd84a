// The outline of a checklist template as order and depth. A step moves with all steps below it; afterwards each step's
// parent is computed from order and depth, as the core requires (`check_parents`).
import type { TemplatePhase, TemplateStep } from "$lib/gen/wire";

/** The maximum depth of a step, as in the core. */
const DEEPEST = 3;

/** A step and its depth: order and depth make the outline. */
interface Row {
  step: TemplateStep;
  depth: number;
}

function rowsOf(steps: TemplateStep[]): Row[] {
  const depths = new Map<string, number>();
  return steps.map((step) => {
    const depth = (depths.get(step.parent) ?? -1) + 1;
    depths.set(step.key, depth);
    return { step, depth };
  });
}

/**
 * The steps of an outline with their parents: each below the nearest one before it that is less deep. A branch that is
 * too deep is raised as a whole.
 */
function stepsFrom(rows: Row[]): TemplateStep[] {
  const above: Row[] = [];
  return rows.map((row) => {
    while ((above.at(-1)?.depth ?? -1) >= row.depth) above.pop();
    const parent = above.at(-1)?.step.key ?? "";
    above.push(row);
    return parent === row.step.parent ? row.step : { ...row.step, parent };
  });
}

/** Replaces the outlines of some phases. */
const outlined = (phases: TemplatePhase[], changed: Record<number, Row[]>): TemplatePhase[] =>
  phases.map((phase, at) => {
    const rows = changed[at];
    return rows ? { ...phase, steps: stepsFrom(rows) } : phase;
  });

/** The place of a step: its phase, that phase's rows, its own row, and where the rows below it end. */
function spotOf(phases: TemplatePhase[], key: string) {
  const at = phases.findIndex(({ steps }) => steps.some((step) => step.key === key));
  const rows = rowsOf(phases[at]?.steps ?? []);
  const index = rows.findIndex(({ step }) => step.key === key);
  const root = rows[index];
  if (!root) return null;
  const next = rows.findIndex((row, place) => place > index && row.depth <= root.depth);
  return { at, rows, index, root, end: next < 0 ? rows.length : next };
}

/** Inserts a branch into rows; never between a step and the steps below it, as these would then be below the branch. */
function put(rows: Row[], branch: Row[], place: number): Row[] {
  const depth = branch[0]?.depth ?? 0;
  let to = place;
  while ((rows[to]?.depth ?? -1) > depth) to += 1;
  return rows.toSpliced(to, 0, ...branch);
}

/**
 * Moves a step, with all steps below it, one place up or down: past a neighbour and its steps, out of its parent into
 * the next one, and through the phases. Unchanged if there is no such place.
 */
export function movedStep(
  phases: TemplatePhase[],
  key: string,
  way: "up" | "down",
): TemplatePhase[] {
  const spot = spotOf(phases, key);
  if (!spot) return phases;
  const { at, rows, index, root, end } = spot;
  const branch = rows.slice(index, end);
  const rest = rows.toSpliced(index, end - index);
  if (way === "down" && index < rest.length)
    return outlined(phases, { [at]: put(rest, branch, index + 1) });
  if (way === "up" && index > 0) {
    // In front of a neighbour, or of its parent.
    const place = rest.slice(0, index).findLastIndex(({ depth }) => depth <= root.depth);
    return outlined(phases, { [at]: put(rest, branch, place) });
  }
  const to = at + (way === "up" ? -1 : 1);
  const other = phases[to];
  if (!other) return phases;
  const there = rowsOf(other.steps);
  const place = way === "up" ? there.length : 0;
  return outlined(phases, { [at]: rest, [to]: put(there, branch, place) });
}

/**
 * The possible parents of a step: the one right above it in its phase, and that one's parents; the outermost first.
 * None that would make something too deep.
 */
export function parentsFor(phases: TemplatePhase[], key: string): TemplateStep[] {
  const spot = spotOf(phases, key);
  if (!spot) return [];
  const { rows, index, root, end } = spot;
  const under = Math.max(...rows.slice(index, end).map(({ depth }) => depth)) - root.depth;
  const found: TemplateStep[] = [];
  for (let row = rows[index - 1]; row;) {
    const { parent } = row.step;
    if (row.depth + 1 + under <= DEEPEST) found.unshift(row.step);
    row = rows.find(({ step }) => step.key === parent);
  }
  return found;
}

/**
 * Moves a step, with all steps below it, below one of {@link parentsFor}, or to the top level if `parent` is empty. The
 * rows after it keep their depth, so some may come to be below the step.
 */
export function withParent(phases: TemplatePhase[], key: string, parent: string): TemplatePhase[] {
  const spot = spotOf(phases, key);
  if (!spot || spot.root.step.parent === parent) return phases;
  if (parent && !parentsFor(phases, key).some((step) => step.key === parent)) return phases;
  const { at, rows, index, root, end } = spot;
  const depth = parent ? (rows.find(({ step }) => step.key === parent)?.depth ?? -1) + 1 : 0;
  const moved = rows.map((row, place) =>
    place >= index && place < end ? { ...row, depth: row.depth - root.depth + depth } : row,
  );
  return outlined(phases, { [at]: moved });
}
