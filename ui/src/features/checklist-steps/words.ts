// The title of the question about a step, and the label of its button.
import { m } from "$lib/paraglide/messages.js";
import type { StepChange } from "$features/checklist-steps/changes";

export const changeWords: Record<
  StepChange["what"],
  { title: (of: { title: string }) => string; verb: () => string }
> = {
  tick: { title: m.step_tick_title, verb: m.step_tick_verb },
  due: { title: m.step_due_title, verb: m.step_due_verb },
  skip: { title: () => m.step_skip(), verb: m.step_skip_verb },
  block: { title: () => m.step_block(), verb: m.step_block_verb },
  reopen: { title: m.step_reopen_title, verb: m.step_reopen },
  remove: { title: m.step_remove_title, verb: m.step_delete_verb },
  edit: { title: m.step_edit_title, verb: m.anchors_accept },
};
