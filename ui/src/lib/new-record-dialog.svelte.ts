// The dialog that creates a record: which kind it is open for. A button, a letter or the palette opens it.
import type { AccountId, ChecklistStep, PlanId } from "$lib/model";

/** What the dialog can create: most from a name alone, a touchpoint from a few fields, a plan from a template (`template`), or a
 * template from a plan (`saved`). */
export type RecordToCreate =
  | { kind: "account" }
  | { kind: "plan" | "contact" | "task"; account: AccountId; name: string }
  /** `step`: the checklist step that is to follow the new record. */
  | { kind: "workshop"; account: AccountId; name: string; step?: ChecklistStep }
  | { kind: "touchpoint"; account: AccountId; name: string; step?: ChecklistStep }
  | { kind: "template"; account: AccountId; name: string; plan?: PlanId }
  | { kind: "saved"; plan: PlanId; name: string };

class NewRecordDialog {
  now = $state.raw<RecordToCreate | null>(null);

  start(wanted: RecordToCreate): void {
    this.now = wanted;
  }

  stop(): void {
    this.now = null;
  }
}

export const newRecordDialog = new NewRecordDialog();
