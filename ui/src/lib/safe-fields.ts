// Which fields of a record, and which steps of a checklist, may be shown while the screen is customer-safe. Every field
// says so where it is declared in the domain. All labelled fields (shared/*Row) ask here, so that no pane can forget
// to.
import { SHOWN } from "$lib/gen/wire";
import type { ChecklistStep, EditableKind, FieldsOf } from "$lib/model";
import { safe } from "$lib/safe.svelte";

/** Whether a field of `record` may be shown now. */
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

/** The steps that may be shown; all of them if the screen is not `safe`. */
export const shownSteps = (steps: ChecklistStep[], safe: boolean): ChecklistStep[] =>
  safe ? steps.filter(({ visibility }) => visibility === "customer") : steps;
