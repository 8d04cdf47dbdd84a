// A content of the workspace, written to a file that the user names.
import { host } from "$host";
import { errorWords } from "$lib/errors";
import type { Hash } from "$lib/gen/wire";
import { m } from "$lib/paraglide/messages.js";
import { rpc } from "$lib/rpc";
import { toasts } from "$lib/toasts.svelte";

/** Asks where to, and says where it is. */
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
