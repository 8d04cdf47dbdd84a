// What is done to the outline of a checklist: each one call, one step of undo. Refusals are told in a message.
import { errorWords } from "$lib/errors";
import type { ChecklistId, ChecklistStep, ChecklistStepId } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { rpc } from "$lib/rpc";
import { toasts } from "$lib/toasts.svelte";
import { undo } from "$lib/undo.svelte";
import type { StepPlace } from "$features/checklist-steps/phases";
import { questions } from "$features/checklist-steps/questions.svelte";

/** Tells a refusal; true where there was none. */
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

/** Out of sight of nobody: the row stays where it is, so only a deletion offers its undo. */
export async function removeStep(step: ChecklistStep): Promise<boolean> {
  const done = await questions.attempt(step, { what: "remove" });
  if (done) toasts.show(m.deleted({ title: step.title }), undoOffer());
  return done;
}

/** A new step behind `at`; its id, or the refusal. */
export async function addStep(
  checklist_id: ChecklistId,
  { phase, after }: StepPlace,
  title: string,
  depth: number,
): Promise<ChecklistStepId> {
  const behind = after ? { after: after as ChecklistStepId } : {};
  return (await rpc("checklist.add_step", { checklist_id, phase, ...behind, title, depth })).id;
}

/** To another place of the checklist. */
export const moveStep = (step: ChecklistStep, { phase, after }: StepPlace): Promise<boolean> =>
  succeeds(
    rpc("checklist.move_step", { step_id: step.id, phase, after: after as ChecklistStepId | null }),
  );

/** One deeper, or one less, with what stands under it. */
export const indentStep = (step: ChecklistStep, by: 1 | -1): Promise<boolean> =>
  succeeds(rpc("checklist.indent_step", { step_id: step.id, by }));
