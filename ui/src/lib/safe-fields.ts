// Which fields of a record are internal: not on the screen while it is customer-safe. One list, held by
// every labelled field (shared/*Row), so that a pane cannot forget it.
import type { EditableKind } from "$lib/model";
import { safe } from "$lib/safe.svelte";

/** Never for the customer. */
const INTERNAL: Partial<Record<EditableKind, readonly string[]>> = {
  account: [
    "success_tier",
    "priority",
    "lifecycle_stage",
    "segment",
    "arr",
    "renewal_date",
    "sentiment",
    "sentiment_date",
    "sentiment_reason",
    "links",
    "notes",
  ],
  contact: ["persona", "influence", "sentiment", "notes"],
  objective: ["close_reason"],
  plan_version: ["note"],
};

/** For the customer only where another field says so. */
const BY_VISIBILITY: Partial<Record<EditableKind, Readonly<Record<string, string>>>> = {
  objective: { risks: "risks_visibility" },
  reading: { note: "note_visibility" },
};

/** Whether a field of `record` may be on the screen now. */
export function fieldShown(kind: EditableKind, record: object, field: string): boolean {
  if (!safe.on) return true;
  if (INTERNAL[kind]?.includes(field)) return false;
  const visibility = BY_VISIBILITY[kind]?.[field];
  return visibility === undefined || Reflect.get(record, visibility) === "customer";
}
