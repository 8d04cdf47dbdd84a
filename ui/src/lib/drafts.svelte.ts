// Drafts: what is typed into a field and not saved yet. It is written to the workspace within a second, and restored
// into the same field after a crash.
import { rpc } from "$lib/rpc";
import { SvelteMap } from "svelte/reactivity";

/** The longest time before a keystroke is written, in milliseconds. */
const WITHIN = 500;

const keyOf = (record: string, field: string) => `${record} ${field}`;

class Drafts {
  #kept = new SvelteMap<string, string>();
  #waiting = new Map<string, { timer: ReturnType<typeof setTimeout>; send: () => Promise<void> }>();

  /** Reads the drafts that are stored in the workspace. */
  async load(): Promise<void> {
    const drafts = await rpc("draft.list", {});
    this.#kept.clear();
    for (const { record, field, text } of drafts) this.#kept.set(keyOf(record, field), text);
  }

  /** The draft of a field; undefined for none. */
  of(record: string, field: string): string | undefined {
    return this.#kept.get(keyOf(record, field));
  }

  /** Stores `text` as the draft, half a second from now at the latest; `done` runs when it is stored. */
  keep(record: string, field: string, text: string, done: () => void): void {
    const key = keyOf(record, field);
    this.#kept.set(key, text);
    if (this.#waiting.has(key)) return;
    const send = async () => {
      this.#waiting.delete(key);
      const latest = this.#kept.get(key);
      if (latest === undefined) return;
      // A draft that cannot be stored (disk full) stays in the field; saving it will show why.
      await rpc("draft.save", { record, field, text: latest }).then(done, () => undefined);
      // The draft was dropped while it was being sent: the drop must win.
      if (!this.#kept.has(key)) void this.#drop(record, field);
    };
    this.#waiting.set(key, { send, timer: setTimeout(() => void send(), WITHIN) });
  }

  /** Writes all waiting drafts now: another file is about to be opened. */
  async flush(): Promise<void> {
    const waiting = [...this.#waiting.values()];
    for (const { timer } of waiting) clearTimeout(timer);
    await Promise.all(waiting.map(({ send }) => send()));
  }

  /** Deletes a field's draft: its text was saved or discarded. */
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
