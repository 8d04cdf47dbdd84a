// The accounts that were opened last, newest first. Stored in the workspace.
import { workspacePreferences } from "$lib/workspace-preferences.svelte";

const MOST = 8;
const KEY = "recent.accounts";

class Recents {
  readonly ids: readonly string[] = $derived.by(() => {
    const ids = workspacePreferences.get(KEY);
    return Array.isArray(ids) ? ids.map(String) : [];
  });

  /** Records that an account was opened. Accounts in the list keep their places, so that nothing jumps. */
  visit(id: string): void {
    if (this.ids.includes(id)) return;
    workspacePreferences.set(KEY, [id, ...this.ids].slice(0, MOST));
  }
}

export const recents = new Recents();
