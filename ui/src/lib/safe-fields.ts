// Which fields of a record are on the screen while it is customer-safe, as each is declared in the domain. Held by every
// labelled field (shared/*Row), so that a pane cannot forget it. And which steps of a checklist are.
import { SHOWN } from "$lib/gen/wire";
import type { ChecklistStep, EditableKind, FieldsOf } from "$lib/model";
import { safe } from "$lib/safe.svelte";

/** Whether a field of `record` may be on the screen now. */
export function fieldShown<K extends EditableKind>(
  kind: K,
  record: object,
  field: keyof FieldsOf[K],
): boolean {
  if (!safe.on) return true;
  const shown: unknown = Reflect.get(SHOWN[kind], field);
  if (typeof shown !== "string") return shown === true;
  return shown === "screen" || Reflect.get(record, shown) === "customer";
}

/** The steps of a checklist that may be on the screen; all of them where it is not `safe`. */
export const shownSteps = (steps: ChecklistStep[], safe: boolean): ChecklistStep[] =>
  safe ? steps.filter(({ visibility }) => visibility === "customer") : steps;
