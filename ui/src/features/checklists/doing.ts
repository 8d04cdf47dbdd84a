// What is done to a checklist and its steps: each one call, one step of undo. Refusals are told in a message.
import { announcer } from "$lib/a11y/announce.svelte";
import { errorWords } from "$lib/errors";
import type { StepMoved } from "$lib/gen/wire";
import type { ChecklistId, ChecklistStep, ChecklistStepId } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { rpc } from "$lib/rpc";
import { toasts } from "$lib/toasts.svelte";
import { undo } from "$lib/undo.svelte";
import type { Spot } from "$features/checklists/phases";

/** Tells a refusal; true where there was none. */
async function told(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (thrown) {
    toasts.show(errorWords(thrown), undefined, "bad");
    return false;
  }
}
const back = () => ({ label: m.undo(), run: () => void undo.start("undo") });

/** What a tick of that day would move beside the step itself. */
export async function movedByTick(step: ChecklistStep, done_on: string): Promise<StepMoved[]> {
  return (await rpc("checklist.preview_tick", { step_id: step.id, done_on })).moves;
}

/** Done on a day; nothing else is asked. */
export async function tick(step: ChecklistStep, done_on: string): Promise<boolean> {
  const done = await told(rpc("checklist.tick", { step_id: step.id, done_on }));
  if (done) announcer.say(m.step_ticked({ title: step.title }));
  return done;
}

/** By a day of its own; it counts from nothing then. */
export const setDue = (step: ChecklistStep, due: string): Promise<boolean> =>
  told(rpc("checklist.set_due", { step_id: step.id, due }));

/** To be done again. */
export async function reopen(step: ChecklistStep): Promise<boolean> {
  const done = await told(rpc("checklist.reopen", { step_id: step.id }));
  if (done) announcer.say(m.step_reopened({ title: step.title }));
  return done;
}

/** Out of sight of nobody: the row stays where it is, so only a deletion offers its undo. */
export async function removeStep(step: ChecklistStep): Promise<boolean> {
  const done = await told(rpc("checklist_step.delete", { id: step.id }));
  if (done) toasts.show(m.deleted({ title: step.title }), back());
  return done;
}

/** A new step behind `at`; its id, or the refusal. */
export async function addStep(
  checklist_id: ChecklistId,
  at: Spot,
  title: string,
  depth: number,
): Promise<ChecklistStepId> {
  const behind = at.after ? { after: at.after as ChecklistStepId } : {};
  const made = await rpc("checklist.add_step", { checklist_id, phase: at.phase, ...behind, title });
  // It stands as deep as the one before it.
  const by = depth > made.depth ? 1 : -1;
  for (let now = made.depth; now !== depth; now += by)
    await rpc("checklist.indent_step", { step_id: made.id, by });
  return made.id;
}

/** To another place of the checklist. */
export const moveStep = (step: ChecklistStep, { phase, after }: Spot): Promise<boolean> =>
  told(
    rpc("checklist.move_step", { step_id: step.id, phase, after: after as ChecklistStepId | null }),
  );

/** One deeper, or one less, with what stands under it. */
export const indentStep = (step: ChecklistStep, by: 1 | -1): Promise<boolean> =>
  told(rpc("checklist.indent_step", { step_id: step.id, by }));
