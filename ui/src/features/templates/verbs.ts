// Creates templates of plans and checklists, by copying one or empty.
import { errorWords } from "$lib/errors";
import { plain } from "$lib/i18n/isolate";
import type { ChecklistTemplate, Template } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { links, router } from "$lib/router.svelte";
import { rpc } from "$lib/rpc";
import { toasts } from "$lib/toasts.svelte";
import { undo } from "$lib/undo.svelte";

export type TemplateKind = "template" | "checklist_template";

/** Opens the new template, and shows a message. */
async function made(words: string, work: Promise<{ id: string }>): Promise<void> {
  try {
    const { id } = await work;
    router.go(links.library(id));
    toasts.show(words, {
      label: m.undo(),
      run: () => void undo.start("undo"),
    });
  } catch (thrown) {
    toasts.show(errorWords(thrown), undefined, "bad");
  }
}

/** Copies a plan template and opens the copy. */
export const copyTemplate = ({ title, summary, content }: Template): Promise<void> =>
  made(
    m.template_copied({ title }),
    rpc("template.create", { title: plain(m.template_copy_of({ title })), summary, content }),
  );

/** Copies a checklist template and opens the copy. */
export const copyChecklistTemplate = (of: ChecklistTemplate): Promise<void> => {
  const { title, summary, anchors, phases } = of;
  const named = { title: plain(m.template_copy_of({ title })), summary };
  return made(
    m.template_copied({ title }),
    rpc("checklist_template.create", { ...named, anchors, phases }),
  );
};

/** Creates an empty checklist template and opens it. */
export const newChecklistTemplate = (): Promise<void> => {
  const title = m.checklist_template_new();
  return made(m.template_made({ title }), rpc("checklist_template.create", { title }));
};
