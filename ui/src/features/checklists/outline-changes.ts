// Changes of a checklist's outline: each is one call and one step of undo. Errors are shown as messages.
import { errorWords } from "$lib/errors";
import type { ChecklistId, ChecklistStep, ChecklistStepId } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { rpc } from "$lib/rpc";
import { toasts } from "$lib/toasts.svelte";
import { undo } from "$lib/undo.svelte";
import type { StepPlace } from "$features/checklist-steps/phases";
import { questions } from "$features/checklist-steps/questions.svelte";

/** Shows an error as a message; true if there was none. */
async function succeeds(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (thrown) {
    toasts.show(errorWords(thrown), undefined, "bad");
    return false;
  }
}
const undoOffer = () => ({ label: m.undo(), run: () => void undo.start("undo") });

/** Removes a step. Other changes stay visible where they are made, so only this one offers its undo. */
export async function removeStep(step: ChecklistStep): Promise<boolean> {
  const done = await questions.attempt(step, { what: "remove" });
  if (done) toasts.show(m.deleted({ title: step.title }), undoOffer());
  return done;
}

/** Creates a step at a place; returns its id, or rejects. */
export async function addStep(
  checklist_id: ChecklistId,
  { phase, after }: StepPlace,
  title: string,
  depth: number,
): Promise<ChecklistStepId> {
  const behind = after ? { after: after as ChecklistStepId } : {};
  return (await rpc("checklist.add_step", { checklist_id, phase, ...behind, title, depth })).id;
}

/** Moves a step to another place of the checklist. */
export const moveStep = (step: ChecklistStep, { phase, after }: StepPlace): Promise<boolean> =>
  succeeds(
    rpc("checklist.move_step", { step_id: step.id, phase, after: after as ChecklistStepId | null }),
  );

/** Indents or outdents a step, with the steps below it. */
export const indentStep = (step: ChecklistStep, by: 1 | -1): Promise<boolean> =>
  succeeds(rpc("checklist.indent_step", { step_id: step.id, by }));
