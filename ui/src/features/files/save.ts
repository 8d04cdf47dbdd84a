// Saves a file of the workspace under a name that the user chooses.
import { host } from "$host";
import { errorWords } from "$lib/errors";
import type { Hash } from "$lib/gen/wire";
import { m } from "$lib/paraglide/messages.js";
import { rpc } from "$lib/rpc";
import { toasts } from "$lib/toasts.svelte";

/** Asks where to save it, and shows a message with the place. */
export async function saveFile({ name, hash }: { name: string; hash: Hash }): Promise<void> {
  const asked = await host.chooseSavePath(m.file_save({ name }), name, null);
  if (!asked) return;
  try {
    const { path } = await rpc("blob.save", { hash, path: asked });
    toasts.show(m.file_saved({ path }), {
      label: m.show_in_folder(),
      run: () => void host.showInFolder(path).catch(() => undefined),
    });
  } catch (thrown) {
    toasts.show(errorWords(thrown), undefined, "bad");
  }
}
