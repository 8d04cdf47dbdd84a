// Copying a template, the program's or one's own.
import { errorWords } from "$lib/errors";
import type { Template } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { links, router } from "$lib/router.svelte";
import { rpc } from "$lib/rpc";
import { toasts } from "$lib/toasts.svelte";
import { undo } from "$lib/undo.svelte";

/** Makes an own copy and opens it. */
export async function copyTemplate({ title, summary, content }: Template): Promise<void> {
  try {
    const copy = await rpc("template.create", {
      title: m.template_copy_of({ title }),
      summary,
      content,
    });
    router.go(links.library(copy.id));
    toasts.show(m.template_copied({ title }), {
      label: m.undo(),
      run: () => void undo.start("undo"),
    });
  } catch (thrown) {
    toasts.show(errorWords(thrown), undefined, "bad");
  }
}
