// Keystrokes that are kept but not saved: every field's text goes to the workspace
// within a second and comes back into the same field after a crash.
import { rpc } from "$lib/rpc";
import { SvelteMap } from "svelte/reactivity";

/** Longest time a keystroke stays only in memory, in milliseconds. */
const WITHIN = 500;

const keyOf = (record: string, field: string) => `${record} ${field}`;

class Drafts {
  #kept = new SvelteMap<string, string>();
  #waiting = new Map<string, { timer: ReturnType<typeof setTimeout>; send: () => Promise<void> }>();

  /** Reads what an earlier sitting left behind. */
  async load(): Promise<void> {
    const drafts = await rpc("draft.list", {});
    this.#kept.clear();
    for (const { record, field, text } of drafts) this.#kept.set(keyOf(record, field), text);
  }

  /** What was kept of a field, undefined for nothing. */
  of(record: string, field: string): string | undefined {
    return this.#kept.get(keyOf(record, field));
  }

  /** Keeps `text`, at the latest half a second from now; `done` runs when it is kept. */
  keep(record: string, field: string, text: string, done: () => void): void {
    const key = keyOf(record, field);
    this.#kept.set(key, text);
    if (this.#waiting.has(key)) return;
    const send = async () => {
      this.#waiting.delete(key);
      const latest = this.#kept.get(key);
      if (latest === undefined) return;
      // A draft that cannot be kept (disk full) stays in the field; the commit will say why.
      await rpc("draft.save", { record, field, text: latest }).then(done, () => undefined);
      // Dropped while it was being sent: the drop must win.
      if (!this.#kept.has(key)) void this.#drop(record, field);
    };
    this.#waiting.set(key, { send, timer: setTimeout(() => void send(), WITHIN) });
  }

  /** Keeps at once what waits to be kept: the file is about to be another one. */
  async flush(): Promise<void> {
    const waiting = [...this.#waiting.values()];
    for (const { timer } of waiting) clearTimeout(timer);
    await Promise.all(waiting.map(({ send }) => send()));
  }

  /** Forgets a field's draft: it was committed or given up. */
  drop(record: string, field: string): void {
    const key = keyOf(record, field);
    clearTimeout(this.#waiting.get(key)?.timer);
    this.#waiting.delete(key);
    if (this.#kept.delete(key)) void this.#drop(record, field);
  }

  #drop(record: string, field: string): Promise<unknown> {
    return rpc("draft.drop", { record, field }).catch(() => undefined);
  }
}

export const drafts = new Drafts();
