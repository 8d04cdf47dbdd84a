// What the person keeps with the workspace: saved views, recents, where the window was. It travels
// with the file, because it is about the work in it. Theme, density, the rail and single letters are
// about this screen and these hands, and must be right before the first paint: preferences.svelte.ts.
import { rpc } from "$lib/rpc";
import { SvelteMap } from "svelte/reactivity";

/** Changes that come quickly are written once, this many milliseconds after the first. */
const WITHIN = 400;

class Kept {
  #values = new SvelteMap<string, unknown>();
  #waiting = new Map<string, ReturnType<typeof setTimeout>>();

  /** Reads the open workspace's values. */
  async load(): Promise<void> {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
    this.#values.clear();
    for (const { key, value } of await rpc("preference.list", {})) this.#values.set(key, value);
  }

  /** The value under `key`, as it was kept; undefined for none. Callers check its shape. */
  get(key: string): unknown {
    return this.#values.get(key);
  }

  /** Keeps `value`; null forgets it. What cannot be written (read-only) holds until the window closes. */
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

export const kept = new Kept();
