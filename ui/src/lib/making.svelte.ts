// Which new record is being named in a dialog, wherever it was asked for: a button, a letter, the palette.
import type { AccountId, ChecklistStep, PlanId } from "$lib/model";

/** What can be made from its name alone, a touchpoint from a few fields, a plan out of a template, or a template out of a plan. */
export type Making =
  | { kind: "account" }
  | { kind: "plan" | "contact" | "task"; account: AccountId; name: string }
  /** What a step of a checklist turned out to be: the step follows it. */
  | { kind: "workshop"; account: AccountId; name: string; step?: ChecklistStep }
  | { kind: "touchpoint"; account: AccountId; name: string; step?: ChecklistStep }
  | { kind: "template"; account: AccountId; name: string; plan?: PlanId }
  | { kind: "saved"; plan: PlanId; name: string };

class Maker {
  now = $state.raw<Making | null>(null);

  start(making: Making): void {
    this.now = making;
  }

  stop(): void {
    this.now = null;
  }
}

export const maker = new Maker();
