// A checklist template's phases with one thing changed. Keys stay for good: running checklists know their steps by them.
import type { TemplatePhase, TemplateStep } from "$lib/gen/wire";

/** Every step, in order. */
export const stepsOf = (phases: TemplatePhase[]): TemplateStep[] =>
  phases.flatMap(({ steps }) => steps);

const within = (phases: TemplatePhase[], change: (steps: TemplateStep[]) => TemplateStep[]) =>
  phases.map((phase) => ({ ...phase, steps: change(phase.steps) }));

/** With other values in one step. */
export const withStep = (phases: TemplatePhase[], key: string, changes: Partial<TemplateStep>) =>
  within(phases, (steps) =>
    steps.map((step) => (step.key === key ? { ...step, ...changes } : step)),
  );

/** With another title or gate of the phase at a place. */
export const withPhase = (
  phases: TemplatePhase[],
  at: number,
  changes: Partial<Pick<TemplatePhase, "title" | "gate">>,
) => phases.map((phase, index) => (index === at ? { ...phase, ...changes } : phase));

/** With an empty phase more. */
export const addedPhase = (phases: TemplatePhase[], title: string): TemplatePhase[] => [
  ...phases,
  { title, gate: "", steps: [] },
];

/** Without a phase and its steps. What counted from these counts from what they counted from. */
export const withoutPhase = (phases: TemplatePhase[], at: number): TemplatePhase[] =>
  (phases[at]?.steps ?? [])
    .reduce((left, { key }) => withoutStep(left, key), phases)
    .filter((_, index) => index !== at);

/** With a phase one place up or down, with all its steps; the same where there is no such place. */
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

/** A key out of a title that no other step has. */
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

/** With a step more at the end of a phase; it counts as the one before it does, or from the contract. */
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

/** Without a step. What counted from it counts from what it counted from, and what stood under it stands free. */
export function withoutStep(phases: TemplatePhase[], key: string): TemplatePhase[] {
  const gone = stepsOf(phases).find((step) => step.key === key);
  if (!gone) return phases;
  return within(phases, (steps) =>
    steps
      .filter((step) => step.key !== key)
      .map((step) => ({
        ...step,
        ...(step.from === `due:${key}` || step.from === `done:${key}`
          ? { from: gone.from, offset_days: step.offset_days + gone.offset_days }
          : {}),
        ...(step.parent === key ? { parent: gone.parent } : {}),
      })),
  );
}

/** With a step one place up or down; through the phases, and free of what it stood under where that is left. */
export function movedStep(
  phases: TemplatePhase[],
  key: string,
  way: "up" | "down",
): TemplatePhase[] {
  const at = phases.findIndex(({ steps }) => steps.some((step) => step.key === key));
  const own = phases[at]?.steps ?? [];
  const index = own.findIndex((step) => step.key === key);
  const step = own[index];
  if (!step) return phases;
  const other = own[index + (way === "up" ? -1 : 1)];
  if (other) {
    const swapped = own.map((one) => (one === step ? other : one === other ? step : one));
    return phases.map((phase, place) =>
      place === at ? { ...phase, steps: upright(swapped) } : phase,
    );
  }
  const to = at + (way === "up" ? -1 : 1);
  if (!phases[to]) return phases;
  return phases.map((phase, place) => {
    if (place === at) return { ...phase, steps: upright(own.filter((one) => one !== step)) };
    if (place !== to) return phase;
    return {
      ...phase,
      steps: upright(way === "up" ? [...phase.steps, step] : [step, ...phase.steps]),
    };
  });
}

/** A step stands only under one before it in its phase. */
const upright = (steps: TemplateStep[]): TemplateStep[] =>
  steps.map((step, at) =>
    step.parent && !steps.slice(0, at).some(({ key }) => key === step.parent)
      ? { ...step, parent: "" }
      : step,
  );
