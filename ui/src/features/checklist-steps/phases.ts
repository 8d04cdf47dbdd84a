// A checklist's steps by phase, as they are drawn and walked: who may see them, how far each phase is, what is late.
import type { Checklist, ChecklistStep } from "$lib/model";
import type { Look } from "$shared/status";

/** A part of a checklist with its steps in order. */
export interface Phase {
  /** Empty for steps of a checklist without phases. */
  title: string;
  /** What must be true before the next phase begins; empty where nothing waits. */
  gate: string;
  /** Whether no gate before it is shut. */
  open: boolean;
  steps: ChecklistStep[];
  /** Of what counts: the required steps, or all of them where none is required. */
  over: number;
  total: number;
}

/** Nothing is left to do in it. */
export const isOver = ({ state }: ChecklistStep): boolean =>
  state === "done" || state === "skipped";

/** Past its day and still to be done. A forecast is late as well: what it hangs on is. */
export const isLate = (step: ChecklistStep, today: string): boolean =>
  !isOver(step) && step.due !== null && step.due < today;

/** When something ends whose last date is known: never before today, and whether all that is left is late. */
export const forecast = (last: string, today: string): { ends_on: string; all_late: boolean } => ({
  ends_on: last < today ? today : last,
  all_late: last < today,
});

/** The gate that keeps a phase from beginning; null where it can begin. */
export function gateBefore({ progress }: Checklist, phase: string): string | null {
  const at = progress.findIndex(({ title, open }) => title === phase && !open);
  const shut = progress
    .slice(0, Math.max(0, at))
    .find(({ gate, required_over, required_total }) => gate && required_over !== required_total);
  return shut?.gate ?? null;
}

/** How much of what counts is over. */
export function counted(steps: ChecklistStep[]): { over: number; total: number } {
  const required = steps.filter(({ required }) => required);
  const all = required.length > 0 ? required : steps;
  return { over: all.filter(isOver).length, total: all.length };
}

/** The phases of a checklist with the steps that are given; phases that nothing is seen of are left out. */
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

/** Where a step stands in the order. */
export interface StepPlace {
  phase: string;
  /** The step before it within its phase; null where it is the first. */
  after: string | null;
}

/** The spot one up or down, past a neighbour and what stands under it, and through the phases; null where there is none. */
export function stepTo(phases: Phase[], id: string, way: "up" | "down"): StepPlace | null {
  const at = phases.findIndex(({ steps }) => steps.some((step) => step.id === id));
  const own = phases[at];
  const index = own?.steps.findIndex((step) => step.id === id) ?? -1;
  const step = own?.steps[index];
  if (!own || !step) return null;
  if (way === "down") {
    // What comes next goes before it, with all that stands under that.
    const next = own.steps.slice(index + 1).find(({ depth }) => depth <= step.depth);
    if (next) return { phase: own.title, after: next.id };
  } else if (index > 0) {
    // In front of the one before it that is not deeper: a neighbour, or what it stands under.
    const other = own.steps.slice(0, index).findLastIndex(({ depth }) => depth <= step.depth);
    return { phase: own.title, after: own.steps[other - 1]?.id ?? null };
  }
  const next = phases[at + (way === "up" ? -1 : 1)];
  if (!next) return null;
  return { phase: next.title, after: way === "up" ? (next.steps.at(-1)?.id ?? null) : null };
}

/** How deep a step may stand: one deeper than the step before it, 3 at most. */
const deepest = (before: ChecklistStep | undefined): number =>
  before ? Math.min(before.depth + 1, 3) : 0;

/** Whether a step may stand one deeper, or one less deep. */
export function mayIndent(phases: Phase[], step: ChecklistStep, by: 1 | -1): boolean {
  const own = phases.find(({ title }) => title === step.phase)?.steps ?? [];
  const depth = step.depth + by;
  return depth >= 0 && depth <= deepest(own[own.indexOf(step) - 1]);
}

/** The step after another one, else the one before it: where the focus goes when it is gone. */
export function neighbourOf(phases: Phase[], step: ChecklistStep): ChecklistStep | undefined {
  const all = phases.flatMap(({ steps }) => steps);
  const at = all.findIndex(({ id }) => id === step.id);
  return all[at + 1] ?? all[at - 1];
}

/** The title of the phase whose gate keeps another shut: the last one before it with a gate that waits. */
export function waitsFor(phases: Phase[], index: number): string {
  if (phases[index]?.open !== false) return "";
  const before = phases.slice(0, index);
  return before.findLast(({ gate, over, total }) => gate && over < total)?.title ?? "";
}
