// The accounts that were opened last, newest first: kept with the workspace.
import { workspacePreferences } from "$lib/workspace-preferences.svelte";

const MOST = 8;
const KEY = "recent.accounts";

class Recents {
  readonly ids: readonly string[] = $derived.by(() => {
    const ids = workspacePreferences.get(KEY);
    return Array.isArray(ids) ? ids.map(String) : [];
  });

  /** An account was opened. Those already in the list keep their places, so nothing jumps. */
  visit(id: string): void {
    if (this.ids.includes(id)) return;
    workspacePreferences.set(KEY, [id, ...this.ids].slice(0, MOST));
  }
}

export const recents = new Recents();
