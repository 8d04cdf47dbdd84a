// Functions that return a checklist template's phases with one thing changed. Keys of steps never change, as running
// checklists refer to them.
import type { DayCount, TemplatePhase, TemplateStep } from "$lib/gen/wire";

/** Every step, in order. */
export const stepsOf = (phases: TemplatePhase[]): TemplateStep[] =>
  phases.flatMap(({ steps }) => steps);

const within = (phases: TemplatePhase[], change: (steps: TemplateStep[]) => TemplateStep[]) =>
  phases.map((phase) => ({ ...phase, steps: change(phase.steps) }));

/** Changes the values of one step. */
export const withStep = (phases: TemplatePhase[], key: string, changes: Partial<TemplateStep>) =>
  within(phases, (steps) =>
    steps.map((step) => (step.key === key ? { ...step, ...changes } : step)),
  );

/** Changes the title or the gate of a phase. */
export const withPhase = (
  phases: TemplatePhase[],
  at: number,
  changes: Partial<Pick<TemplatePhase, "title" | "gate">>,
) => phases.map((phase, index) => (index === at ? { ...phase, ...changes } : phase));

/** Adds an empty phase. */
export const addedPhase = (phases: TemplatePhase[], title: string): TemplatePhase[] => [
  ...phases,
  { title, gate: "", steps: [] },
];

/** Removes a phase and its steps. Steps that counted from these count from what they counted from. */
export const withoutPhase = (phases: TemplatePhase[], at: number): TemplatePhase[] =>
  bridged(phases, phases[at]?.steps ?? []).filter((_, index) => index !== at);

/** Moves a phase one place up or down, with all its steps; unchanged if it is at the end. */
export function movedPhase(
  phases: TemplatePhase[],
  at: number,
  way: "up" | "down",
): TemplatePhase[] {
  const to = at + (way === "up" ? -1 : 1);
  const [one, other] = [phases[at], phases[to]];
  if (!one || !other) return phases;
  return phases.map((phase, index) => (index === at ? other : index === to ? one : phase));
}

/** Makes a key from a title that no other step has. */
export function keyFor(title: string, phases: TemplatePhase[]): string {
  const taken = new Set(stepsOf(phases).map(({ key }) => key));
  const plain = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_");
  const base = plain.replace(/^_+|_+$/g, "").slice(0, 40) || "step";
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? base : `${base}_${String(n)}`;
    if (!taken.has(key)) return key;
  }
}

/** Adds a step at the end of a phase; it counts from what the one before it does, or from the contract. */
export function addedStep(phases: TemplatePhase[], at: number, title: string): TemplatePhase[] {
  const before = phases[at]?.steps.at(-1) ?? stepsOf(phases.slice(0, at)).at(-1);
  const step: TemplateStep = {
    key: keyFor(title, phases),
    title,
    group: "",
    why: "",
    how: "",
    links: [],
    files: [],
    owner_side: before?.owner_side ?? "ours",
    role: "",
    required: true,
    visibility: before?.visibility ?? "internal",
    guidance_for: "internal",
    evidence: "",
    when: [],
    offset_days: before?.offset_days ?? 0,
    from: before?.from ?? "anchor:contract",
    calendar: before?.calendar ?? "working",
    parent: "",
    follows: null,
  };
  return phases.map((phase, index) =>
    index === at ? { ...phase, steps: [...phase.steps, step] } : phase,
  );
}

/** Removes a step. Steps that counted from it keep their dates, and steps below it move up one level. */
export function withoutStep(phases: TemplatePhase[], key: string): TemplatePhase[] {
  const removed = stepsOf(phases).find((step) => step.key === key);
  if (!removed) return phases;
  return within(bridged(phases, [removed]), (steps) =>
    steps
      .filter((step) => step.key !== key)
      .map((step) => (step.parent === key ? { ...step, parent: removed.parent } : step)),
  );
}

/** Converts between working days and calendar days: five working days are a week, and fractions are dropped. */
const inDays = (days: number, count: DayCount) =>
  Math.trunc(count === "working" ? (days * 7) / 5 : (days * 5) / 7);

/**
 * Connects steps that counted from removed steps to what those counted from: both offsets added, in the days of the
 * longer one. The core does the same when it leaves out a step (`bridge`).
 */
function bridged(phases: TemplatePhase[], removed: TemplateStep[]): TemplatePhase[] {
  const bases = new Map<string, TemplateStep>();
  for (const step of removed) bases.set(`due:${step.key}`, step).set(`done:${step.key}`, step);
  const bridge = (step: TemplateStep): TemplateStep => {
    let now = step;
    // Each step is visited once, as there are no loops.
    for (let left = removed.length; left > 0; left -= 1) {
      const base = bases.get(now.from);
      if (!base) break;
      now = { ...now, ...together(now, base), from: base.from };
    }
    return now;
  };
  return within(phases, (steps) => steps.map(bridge));
}

type Offset = Pick<TemplateStep, "offset_days" | "calendar">;
/** Adds two offsets. */
function together(one: Offset, other: Offset): Offset {
  const [days, far] = [one.offset_days, other.offset_days];
  if (one.calendar === other.calendar) return { calendar: one.calendar, offset_days: days + far };
  return Math.abs(days) >= Math.abs(far)
    ? { calendar: one.calendar, offset_days: days + inDays(far, other.calendar) }
    : { calendar: other.calendar, offset_days: far + inDays(days, one.calendar) };
}

/** The step after another one, else the one before it: it gets the focus when the other is removed. */
export function neighbourOf(phases: TemplatePhase[], key: string): TemplateStep | undefined {
  const all = stepsOf(phases);
  const at = all.findIndex((step) => step.key === key);
  return all[at + 1] ?? all[at - 1];
}
