// What a field is called, and the example that stands in it while it is empty: as it is declared in the domain.
import { FIELDS, type Declared } from "$lib/gen/fields";
import type { Kind } from "$lib/gen/wire";
import { m } from "$lib/paraglide/messages.js";

/** Parts of an amount, and what the history tells of a record and of a template's line beside their fields. */
const OTHERS: Partial<Record<string, () => string>> = {
  "arr.minor": m.arr,
  "arr.currency": m.field_currency,
  deleted_at: m.deleted_at,
  under: m.template_line_under,
};

const all: Partial<Record<Kind, Partial<Record<string, Declared>>>> = FIELDS;

/** What is declared of a field. */
export const declared = (kind: Kind, field: string): Declared | undefined => all[kind]?.[field];

/** The label of a field; one that no record has is called as on the wire. */
export const fieldLabel = (kind: Kind, field: string): string =>
  declared(kind, field)?.label() ?? fieldWords(field);

/** The same where the kind of record is not known: what most kinds call it, of as many the shortest. */
export function fieldWords(field: string): string {
  const other = OTHERS[field];
  if (other) return other();
  const called = new Map<string, number>();
  for (const fields of Object.values(all)) {
    const label = fields[field]?.label();
    if (label) called.set(label, (called.get(label) ?? 0) + 1);
  }
  const [first] = [...called].sort(
    ([one, ones], [two, twos]) => twos - ones || one.length - two.length,
  );
  return first?.[0] ?? field;
}
