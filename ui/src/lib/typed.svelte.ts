// What is typed into a dialog and not done yet: kept as a draft while it differs from how the dialog began, there
// again when the same dialog opens again, and given up only where somebody says so. `shared/Dialog` keeps and offers it.
import { drafts } from "$lib/drafts.svelte";

/** What a dialog collects, by name; anything that JSON holds. */
export type Fields = Record<string, unknown>;

/** How what was kept is read into what a dialog begins with, and what of it is worth keeping. */
interface Ways<T> {
  revive?: (kept: Partial<T>, start: T) => T;
  worth?: (fields: T) => boolean;
}

export class Typed<T extends Fields> {
  fields: T;
  /** True while it shows what an earlier opening left. */
  again: boolean;
  readonly #draft: { record: string; field: string };
  readonly #start: string;
  readonly #worth: (fields: T) => boolean;
  #over = false;

  /** `record` and `name` tell this dialog from every other; `start` is how it begins where nothing was kept. */
  constructor(record: string, name: string, start: T, ways: Ways<T> = {}) {
    this.#draft = { record, field: name };
    this.#start = JSON.stringify(start);
    this.#worth = ways.worth ?? ((fields) => JSON.stringify(fields) !== this.#start);
    const kept = parsed<T>(drafts.of(record, name));
    this.again = $state(kept !== null);
    this.fields = $state(kept ? (ways.revive ?? known)(kept, start) : start);
  }

  /** Whether something is typed that was neither done nor given up. */
  get open(): boolean {
    return !this.#over && this.#worth($state.snapshot(this.fields) as T);
  }

  /** Keeps what is typed by now; what was all taken back is kept no longer. */
  keep(): void {
    const { record, field } = this.#draft;
    const text = JSON.stringify(this.fields);
    if (this.open) drafts.keep(record, field, text, () => undefined);
    else drafts.drop(record, field);
  }

  /** It was done: nothing is left to keep. */
  done(): void {
    this.#over = true;
    this.#drop();
  }

  /** Gives up what is typed, and begins anew. */
  discard(): void {
    Object.assign(this.fields, JSON.parse(this.#start));
    this.#drop();
  }

  #drop(): void {
    this.again = false;
    drafts.drop(this.#draft.record, this.#draft.field);
  }
}

/** A draft as an object; null where it is none, or was left by a program that kept something else there. */
function parsed<T>(text: string | undefined): Partial<T> | null {
  if (text === undefined) return null;
  try {
    const kept = JSON.parse(text) as unknown;
    return typeof kept === "object" && kept !== null && !Array.isArray(kept)
      ? (kept as Partial<T>)
      : null;
  } catch {
    return null;
  }
}

/** What was kept, in the parts that the dialog has today. */
const known = <T extends Fields>(kept: Partial<T>, start: T): T => ({
  ...start,
  ...Object.fromEntries(Object.entries(kept).filter(([key]) => key in start)),
});
