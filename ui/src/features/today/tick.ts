// Ticking a row of today: its record is done.
import { errorWords } from "$lib/errors";
import type { ChecklistStepId, TodayItem } from "$lib/gen/wire";
import type { TaskId } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { rpc } from "$lib/rpc";
import { toasts } from "$lib/toasts.svelte";
import { undo } from "$lib/undo.svelte";
import { questions } from "$features/checklist-steps/questions.svelte";

/** Marks what a row is about as done today. True when it is; a refusal is told in a message. Where dates of a checklist
 * move by it, they are shown first. */
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
      // One that follows a record is done there, and says itself what comes of it.
      if (step.follows_kind) {
        await questions.toggle(step, account_id);
        return false;
      }
      if (!(await questions.tick(step, account_id))) return false;
    } else await rpc("task.update", { id: id as TaskId, version, status: "closed_success" });
  } catch (thrown) {
    toasts.show(errorWords(thrown), undefined, "bad");
    return false;
  }
  toasts.show(m.today_ticked({ title }), { label: m.undo(), run: () => void undo.start("undo") });
  return true;
}
