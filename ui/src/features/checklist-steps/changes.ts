// Changes of a step that may move dates: the fields they set, their preview, and the call that applies them.
import { announcer } from "$lib/a11y/announce.svelte";
import type { ChecklistStep, FieldsOf } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import type { StepMoved } from "$lib/gen/wire";
import { rpc, type Request } from "$lib/rpc";

type Fields = Partial<FieldsOf["checklist_step"]>;

export type StepChange =
  | { what: "tick" | "due"; day: string }
  | { what: "skip" | "block"; reason: string }
  | { what: "reopen" }
  | { what: "remove" }
  | { what: "edit"; fields: Fields };

/** The request for the preview of the dates that a verb would move; null of an edit and of a removal. */
export function previewOf(
  { id: step_id }: ChecklistStep,
  change: StepChange,
): Request<"checklist.preview_change"> | null {
  switch (change.what) {
    case "tick":
      return { step_id, what: "tick", day: change.day };
    case "due":
      return { step_id, what: "set_due", day: change.day };
    case "skip":
    case "block":
      return { step_id, what: change.what, reason: change.reason };
    case "reopen":
      return { step_id, what: "reopen" };
    default:
      return null;
  }
}

/** The dates that the change would move. */
export async function movesOf(step: ChecklistStep, change: StepChange): Promise<StepMoved[]> {
  const { id, version } = step;
  const request = previewOf(step, change);
  const { moves } = request
    ? await rpc("checklist.preview_change", request)
    : change.what === "edit"
      ? await rpc("checklist.preview_step", { id, version, ...change.fields })
      : await rpc("checklist.preview_remove", { step_id: id });
  return moves;
}

/** Applies the change, as one step of undo; an edit is saved by its own field. */
export async function applyChange({ id, title }: ChecklistStep, change: StepChange): Promise<void> {
  const step_id = id;
  switch (change.what) {
    case "tick":
      await rpc("checklist.tick", { step_id, done_on: change.day });
      announcer.say(m.step_ticked({ title }));
      break;
    case "due":
      await rpc("checklist.set_due", { step_id, due: change.day });
      break;
    case "skip":
      await rpc("checklist.skip", { step_id, reason: change.reason });
      break;
    case "block":
      await rpc("checklist.block", { step_id, reason: change.reason });
      break;
    case "reopen":
      await rpc("checklist.reopen", { step_id });
      announcer.say(m.step_reopened({ title }));
      break;
    case "remove":
      await rpc("checklist_step.delete", { id });
      break;
    case "edit":
  }
}
