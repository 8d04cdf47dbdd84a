// Which records, and which fields of them, may be shown while the screen is customer-safe. Every record and every field says so
// where it is declared in the domain. All labelled fields (shared/*Row) ask here, so that no pane can forget to.
import { SHOWN, WHOLE, type Audience, type Kind } from "$lib/gen/wire";
import type { EditableKind, FieldsOf } from "$lib/model";
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

/** Whether what is for this audience may be shown now. */
export const audienceShown = (visibility: Audience): boolean =>
  !safe.on || visibility === "customer";

/** Whether anything of `record` may be shown now. */
export function recordShown(kind: Kind, record: object): boolean {
  if (!safe.on) return true;
  const whole: string | boolean = WHOLE[kind];
  return typeof whole === "boolean" ? whole : Reflect.get(record, whole) === "customer";
}

/** The records that may be shown now. */
export const recordsShown = <R extends object>(kind: Kind, records: readonly R[]): R[] =>
  records.filter((record) => recordShown(kind, record));
