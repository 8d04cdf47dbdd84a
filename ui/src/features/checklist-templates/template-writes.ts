// Saves the phases of a checklist template, as a whole. Each change starts from the result of the one before, even
// while that is being saved, so that two quick changes do not undo each other.
import { errorWords } from "$lib/errors";
import type { TemplatePhase } from "$lib/gen/wire";
import { recordList, type ListEdit } from "$lib/list-edit.svelte";
import type { ChecklistTemplate } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { toasts } from "$lib/toasts.svelte";
import { undo } from "$lib/undo.svelte";

type Phases = ListEdit<TemplatePhase>;

export const phaseList = (template: () => ChecklistTemplate): Phases =>
  recordList<"checklist_template", TemplatePhase>("checklist_template", template, "phases");

/** Saves phases, and shows an error as a message. True if there was something to save and it was saved. */
export async function savePhases(list: Phases, now: TemplatePhase[]): Promise<boolean> {
  if (now === list.rows) return false;
  try {
    await list.save(now);
    return true;
  } catch (thrown) {
    toasts.show(errorWords(thrown), undefined, "bad");
    return false;
  }
}

/** The same for removing something; the message offers to undo it. */
export async function removeFromPhases(
  list: Phases,
  now: TemplatePhase[],
  title: string,
): Promise<void> {
  if (await savePhases(list, now))
    toasts.show(m.deleted({ title }), { label: m.undo(), run: () => void undo.start("undo") });
}
