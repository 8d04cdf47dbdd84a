// The address of a found record. A reading is shown at its criterion, and a file at the record it belongs to.
import type { Kind } from "$lib/gen/wire";
import type { AttachmentId, ReadingId } from "$lib/model";
import { placeOf, type Placed } from "$lib/router.svelte";
import { rpc } from "$lib/rpc";

/** The record that a file belongs to. */
async function homeOf(id: AttachmentId): Promise<{ kind: Kind; id: string } | null> {
  const home = await rpc("attachment.get", { id });
  const { reading_id, objective_id, task_id, touchpoint_id, workshop_id, checklist_step_id } = home;
  const { sign_off_id } = home;
  if (reading_id) return { kind: "reading", id: reading_id };
  if (objective_id) return { kind: "objective", id: objective_id };
  if (touchpoint_id) return { kind: "touchpoint", id: touchpoint_id };
  if (workshop_id) return { kind: "workshop", id: workshop_id };
  if (sign_off_id) return { kind: "sign_off", id: sign_off_id };
  if (checklist_step_id) return { kind: "checklist_step", id: checklist_step_id };
  return task_id ? { kind: "task", id: task_id } : null;
}

/** The address of `record`, null for one without a room; rejects if it no longer exists. */
export async function placeOfFound(record: Placed): Promise<string | null> {
  const { kind, id } = record;
  if (kind === "attachment" && id) {
    const home = await homeOf(id as AttachmentId);
    return home ? await placeOfFound({ ...record, ...home }) : placeOf(record);
  }
  if (kind !== "reading" || !id) return placeOf(record);
  const { criterion_id } = await rpc("reading.get", { id: id as ReadingId });
  return placeOf({ ...record, kind: "criterion", id: criterion_id });
}
