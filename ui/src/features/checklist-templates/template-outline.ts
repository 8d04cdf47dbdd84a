// The outline of a checklist template: order and depth. Whatever moves takes what stands under it along, and what each
// stands under comes from order and depth again, so that the core takes it (`check_parents`).
import type { TemplatePhase, TemplateStep } from "$lib/gen/wire";

/** How deep a step may stand, as the core has it. */
const DEEPEST = 3;

/** A step of a phase and how many it stands under: an outline is order and depth. */
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

/** The steps of an outline, each under the nearest one before it that is less deep. A branch that is deeper than it can
 *  be comes up as a whole. */
function stepsFrom(rows: Row[]): TemplateStep[] {
  const above: Row[] = [];
  return rows.map((row) => {
    while ((above.at(-1)?.depth ?? -1) >= row.depth) above.pop();
    const parent = above.at(-1)?.step.key ?? "";
    above.push(row);
    return parent === row.step.parent ? row.step : { ...row.step, parent };
  });
}

/** With other outlines of the phases at some places. */
const outlined = (phases: TemplatePhase[], changed: Record<number, Row[]>): TemplatePhase[] =>
  phases.map((phase, at) => {
    const rows = changed[at];
    return rows ? { ...phase, steps: stepsFrom(rows) } : phase;
  });

/** Where a step stands: its phase, the rows of that, its own among them, and where what stands under it ends. */
function spotOf(phases: TemplatePhase[], key: string) {
  const at = phases.findIndex(({ steps }) => steps.some((step) => step.key === key));
  const rows = rowsOf(phases[at]?.steps ?? []);
  const index = rows.findIndex(({ step }) => step.key === key);
  const root = rows[index];
  if (!root) return null;
  const next = rows.findIndex((row, place) => place > index && row.depth <= root.depth);
  return { at, rows, index, root, end: next < 0 ? rows.length : next };
}

/** Rows with a branch put at a place. Never between another and what stands under that, which would hang under the
 *  branch from then on. */
function put(rows: Row[], branch: Row[], place: number): Row[] {
  const depth = branch[0]?.depth ?? 0;
  let to = place;
  while ((rows[to]?.depth ?? -1) > depth) to += 1;
  return rows.toSpliced(to, 0, ...branch);
}

/** With a step, and all that stands under it, one place up or down: past a neighbour with what stands under that, out
 *  of what it stood under and into the next one, and through the phases. The same where there is no such place. */
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
    // In front of a neighbour, or of what it stands under.
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

/** What a step can stand under: the one right above it in its phase, and what that stands under; the outermost first.
 *  None that would put something too deep. */
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

/** With a step, and all that stands under it, under another one of {@link parentsFor}; at the top where that is empty.
 *  What follows keeps its depth, so that it may come to stand under the step. */
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
