// The place at which a new step of a checklist is being typed: before a row, or at the end of its phase.
import type { Checklist, ChecklistStep, ChecklistStepId } from "$lib/model";
import { addStep } from "$features/checklists/outline-changes";
import type { Phase } from "$features/checklist-steps/phases";

interface Place {
  phase: string;
  /** The row that it comes before; null at the end of the phase. New steps appear above it. */
  before: string | null;
  /** The depth at which it starts. */
  depth: number;
}

export class Adding {
  now = $state.raw<Place | null>(null);

  /** Opens the field after `step`, or at the end of the phase. */
  begin(phases: Phase[], phase: string, step: ChecklistStep | null): void {
    const own = phases.find(({ title }) => title === phase)?.steps ?? [];
    // After the steps below it, where the new one will be.
    const next = step && own.slice(own.indexOf(step) + 1).find(({ depth }) => depth <= step.depth);
    this.now = { phase, before: next?.id ?? null, depth: (step ?? own.at(-1))?.depth ?? 0 };
  }

  /** Creates a step there; `steps` are all steps of the checklist, including those that the safe screen hides. */
  async create(
    run: Checklist,
    steps: ChecklistStep[],
    title: string,
    depth: number,
  ): Promise<ChecklistStepId | null> {
    if (!this.now) return null;
    const { phase, before } = this.now;
    const own = steps.filter((step) => step.phase === phase);
    const index = before ? own.findIndex(({ id }) => id === before) : own.length;
    return addStep(run.id, { phase, after: own[index - 1]?.id ?? null }, title, depth);
  }

  end(): void {
    this.now = null;
  }

  /** Whether the field is before `step`, or at the end of `phase` if that is null. */
  at(phase: string, step: string | null): boolean {
    return this.now?.phase === phase && this.now.before === step;
  }
}
