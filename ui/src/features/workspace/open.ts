// Opens another workspace in this window, wherever it was asked for: in the settings, or by opening its file.
import { drafts } from "$lib/drafts.svelte";
import { errorWords } from "$lib/errors";
import { rpc } from "$lib/rpc";
import { links, router } from "$lib/router.svelte";
import { session } from "$lib/session.svelte";
import { toasts } from "$lib/toasts.svelte";

/** Opens the file at `path`; if that fails it rejects, and the open file stays. */
export async function openWorkspace(path: string): Promise<void> {
  await drafts.flush();
  const status = await rpc("workspace.open", { path });
  router.go(links.portfolio());
  session.take(status);
}

/** The same for a file that was opened from outside the window; an error is shown as a message. */
export async function openFromOutside(path: string): Promise<void> {
  if (path === session.status?.workspace?.path) return;
  try {
    await openWorkspace(path);
  } catch (thrown) {
    toasts.show(errorWords(thrown), undefined, "bad");
  }
}
