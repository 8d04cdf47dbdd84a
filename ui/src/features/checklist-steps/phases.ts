// The steps of a checklist by phase, as they are shown: how far each phase is, what is late, and where a step can move.
import type { Checklist, ChecklistStep } from "$lib/model";
import { isOver as recordIsOver } from "$lib/states";
import type { Look } from "$shared/status";

/** A part of a checklist with its steps in order. */
export interface Phase {
  /** Empty for steps of a checklist without phases. */
  title: string;
  /** The gate: what must be true before the next phase begins; empty for none. */
  gate: string;
  /** Whether all gates before it are reached. */
  open: boolean;
  steps: ChecklistStep[];
  /** Counts the required steps, or all steps if none is required. */
  over: number;
  total: number;
}

/** Whether the step is done or skipped. */
export const isOver = (step: ChecklistStep): boolean => recordIsOver("checklist_step", step);

/** Whether the step is past its day and not over. A forecast date can be late too, as what it depends on is late. */
export const isLate = (step: ChecklistStep, today: string): boolean =>
  !isOver(step) && step.due !== null && step.due < today;

/** When something ends, given its last known date: never before today; and whether all that is left is late. */
export const forecast = (last: string, today: string): { ends_on: string; all_late: boolean } => ({
  ends_on: last < today ? today : last,
  all_late: last < today,
});

/** The gate that keeps a phase from beginning; null if it can begin. */
export function gateBefore({ progress }: Checklist, phase: string): string | null {
  const at = progress.findIndex(({ title, open }) => title === phase && !open);
  const shut = progress
    .slice(0, Math.max(0, at))
    .find(({ gate, required_over, required_total }) => gate && required_over !== required_total);
  return shut?.gate ?? null;
}

/** How many of the counted steps are over. */
export function counted(steps: ChecklistStep[]): { over: number; total: number } {
  const required = steps.filter(({ required }) => required);
  const all = required.length > 0 ? required : steps;
  return { over: all.filter(isOver).length, total: all.length };
}

/** The phases of a checklist with the given steps; without `empty`, phases without steps are left out. */
export function phasesOf(
  { progress }: Checklist,
  steps: ChecklistStep[],
  { empty }: { empty: boolean },
): Phase[] {
  const known = new Set(progress.map(({ title }) => title));
  const loose = steps.filter(({ phase }) => !known.has(phase));
  const phases = progress.map(({ title, gate, open }) => {
    const own = steps.filter(({ phase }) => phase === title);
    return { title, gate, open, steps: own, ...counted(own) };
  });
  if (loose.length > 0 || phases.length === 0)
    phases.push({ title: "", gate: "", open: true, steps: loose, ...counted(loose) });
  return phases.filter(({ steps }) => empty || steps.length > 0);
}

/** The glyph and tone of a step. */
export function stepLook(step: ChecklistStep, today: string): Look {
  if (step.state === "done") return { shape: "tick", tone: "good" };
  if (step.state === "skipped") return { shape: "dash", tone: "unknown" };
  if (step.state === "blocked") return { shape: "bar", tone: "bad" };
  return isLate(step, today)
    ? { shape: "triangle", tone: "bad" }
    : { shape: "dashed", tone: "unknown" };
}

/** A place in the order of steps. */
export interface StepPlace {
  phase: string;
  /** The step before it in its phase; null for the first place. */
  after: string | null;
}

/**
 * The place one up or down: past a neighbour and the steps below it, and on into the next phase; null if there is none.
 */
export function stepTo(phases: Phase[], id: string, way: "up" | "down"): StepPlace | null {
  const at = phases.findIndex(({ steps }) => steps.some((step) => step.id === id));
  const own = phases[at];
  const index = own?.steps.findIndex((step) => step.id === id) ?? -1;
  const step = own?.steps[index];
  if (!own || !step) return null;
  if (way === "down") {
    // The next step, with all steps below it, comes before this one.
    const next = own.steps.slice(index + 1).find(({ depth }) => depth <= step.depth);
    if (next) return { phase: own.title, after: next.id };
  } else if (index > 0) {
    // In front of the previous step that is not deeper: a neighbour, or the parent.
    const other = own.steps.slice(0, index).findLastIndex(({ depth }) => depth <= step.depth);
    return { phase: own.title, after: own.steps[other - 1]?.id ?? null };
  }
  const next = phases[at + (way === "up" ? -1 : 1)];
  if (!next) return null;
  return { phase: next.title, after: way === "up" ? (next.steps.at(-1)?.id ?? null) : null };
}

/** How deep a step may be: one deeper than the step before it, at most 3. */
const deepest = (before: ChecklistStep | undefined): number =>
  before ? Math.min(before.depth + 1, 3) : 0;

/** Whether a step can be indented or outdented by one. */
export function mayIndent(phases: Phase[], step: ChecklistStep, by: 1 | -1): boolean {
  const own = phases.find(({ title }) => title === step.phase)?.steps ?? [];
  const depth = step.depth + by;
  return depth >= 0 && depth <= deepest(own[own.indexOf(step) - 1]);
}

/** The step after `step`, else the one before it: it gets the focus when `step` is removed. */
export function neighbourOf(phases: Phase[], step: ChecklistStep): ChecklistStep | undefined {
  const all = phases.flatMap(({ steps }) => steps);
  const at = all.findIndex(({ id }) => id === step.id);
  return all[at + 1] ?? all[at - 1];
}

/** The title of the phase that this one waits for: the last one before it whose gate is not reached. */
export function waitsFor(phases: Phase[], index: number): string {
  if (phases[index]?.open !== false) return "";
  const before = phases.slice(0, index);
  return before.findLast(({ gate, over, total }) => gate && over < total)?.title ?? "";
}
