// Ticks a row of today's list: its record is done.
import { errorWords } from "$lib/errors";
import type { ChecklistStepId, TodayItem } from "$lib/gen/wire";
import type { TaskId } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { rpc } from "$lib/rpc";
import { DONE } from "$lib/states";
import { toasts } from "$lib/toasts.svelte";
import { undo } from "$lib/undo.svelte";
import { questions } from "$features/checklist-steps/questions.svelte";

/**
 * Marks the record of a row as done today. True if it is; an error is shown as a message. If dates of a checklist would
 * move, they are shown first.
 */
export async function tickItem({
  kind,
  id,
  version,
  title,
  account_id,
}: TodayItem): Promise<boolean> {
  try {
    if (kind === "checklist_step") {
      const step = await rpc("checklist_step.get", { id: id as ChecklistStepId });
      // A step that follows a record is completed there, with its own messages.
      if (step.follows_kind) {
        await questions.toggle(step, account_id);
        return false;
      }
      if (!(await questions.tick(step, account_id))) return false;
    } else await rpc("task.update", { id: id as TaskId, version, status: DONE.task });
  } catch (thrown) {
    toasts.show(errorWords(thrown), undefined, "bad");
    return false;
  }
  toasts.show(m.today_ticked({ title }), { label: m.undo(), run: () => void undo.start("undo") });
  return true;
}
