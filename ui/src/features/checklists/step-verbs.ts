// What the palette offers for the focused step.
import type { ChecklistStep } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { verbs, type Verb } from "$lib/verbs.svelte";
import { LETTERS, type StepVerb } from "$features/checklists/keys";
import { isOver } from "$features/checklist-steps/phases";

/** The verbs that the palette offers. */
type Offered = Extract<
  StepVerb,
  "tick" | "reopen" | "skip" | "block" | "due" | "assign" | "comment"
>;

const WORDS: Record<Offered, (words: { title: string }) => string> = {
  tick: m.verb_step_tick,
  reopen: m.verb_step_reopen,
  skip: m.verb_step_skip,
  block: m.verb_step_block,
  due: m.verb_step_due,
  assign: m.verb_step_assign,
  comment: m.verb_step_comment,
};

/** Offers the verbs until the returned function is called. */
export function offerSteps(
  step: ChecklistStep | null,
  locked: boolean,
  doing: Record<StepVerb, (step: ChecklistStep) => void>,
): (() => void) | undefined {
  if (!step || locked) return undefined;
  const over = isOver(step);
  const left: Offered[] = over
    ? ["reopen", "comment"]
    : ["tick", "skip", "block", "due", "assign", "comment"];
  return verbs.offer(() =>
    left.map((verb): Verb => ({
      id: `step-${verb} ${step.id}`,
      label: WORDS[verb]({ title: step.title }),
      ...(LETTERS[verb] ? { keys: LETTERS[verb] } : {}),
      run: () => {
        doing[verb](step);
      },
    })),
  );
}
