// Preferences that are stored in the workspace file: saved views, recent accounts, the last place. They travel with the
// file because they are about the work in it. Theme, density, the rail and single letters are about this computer and must
// be known before the first paint: preferences.svelte.ts.
import { rpc } from "$lib/rpc";
import { SvelteMap } from "svelte/reactivity";

/** Changes in quick succession are written once, this many milliseconds after the first. */
const WITHIN = 400;

class WorkspacePreferences {
  #values = new SvelteMap<string, unknown>();
  #waiting = new Map<string, ReturnType<typeof setTimeout>>();

  /** Reads the values of the open workspace. */
  async load(): Promise<void> {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
    this.#values.clear();
    for (const { key, value } of await rpc("preference.list", {})) this.#values.set(key, value);
  }

  /** The stored value of `key`; undefined for none. Callers check its shape. */
  get(key: string): unknown {
    return this.#values.get(key);
  }

  /** Stores `value`; null deletes it. If the file is read-only, the value holds until the window closes. */
  set(key: string, value: unknown): void {
    this.#values.set(key, value);
    if (this.#waiting.has(key)) return;
    const write = () => {
      this.#waiting.delete(key);
      rpc("preference.save", { key, value: this.#values.get(key) ?? null }).catch(() => undefined);
    };
    this.#waiting.set(key, setTimeout(write, WITHIN));
  }
}

export const workspacePreferences = new WorkspacePreferences();
