// The fields of a dialog, kept as a draft while they differ from how the dialog began. The draft is restored when the same
// dialog opens again, and discarded only when the user says so. `shared/Dialog` stores it and offers to discard it.
import { drafts } from "$lib/drafts.svelte";

/** What a dialog collects, by name; anything that JSON holds. */
export type Fields = Record<string, unknown>;

/** How a stored draft is read into the fields, and which fields are worth storing. */
interface Ways<T> {
  revive?: (kept: Partial<T>, start: T) => T;
  worth?: (fields: T) => boolean;
}

export class DialogDraft<T extends Fields> {
  fields: T;
  /** True while it shows a draft from an earlier opening. */
  again: boolean;
  readonly #draft: { record: string; field: string };
  readonly #start: string;
  readonly #worth: (fields: T) => boolean;
  #over = false;

  /** `record` and `name` identify the dialog; `start` is how it begins without a draft. */
  constructor(record: string, name: string, start: T, ways: Ways<T> = {}) {
    this.#draft = { record, field: name };
    this.#start = JSON.stringify(start);
    this.#worth = ways.worth ?? ((fields) => JSON.stringify(fields) !== this.#start);
    const kept = parsed<T>(drafts.of(record, name));
    this.again = $state(kept !== null);
    this.fields = $state(kept ? (ways.revive ?? known)(kept, start) : start);
  }

  /** Whether something is typed that was neither sent nor discarded. */
  get open(): boolean {
    return !this.#over && this.#worth($state.snapshot(this.fields) as T);
  }

  /** Stores what is typed; deletes the draft if the fields are as they began. */
  keep(): void {
    const { record, field } = this.#draft;
    const text = JSON.stringify(this.fields);
    if (this.open) drafts.keep(record, field, text, () => undefined);
    else drafts.drop(record, field);
  }

  /** The dialog did what it is for: deletes the draft. */
  done(): void {
    this.#over = true;
    this.#drop();
  }

  /** Discards what is typed, and starts again. */
  discard(): void {
    Object.assign(this.fields, JSON.parse(this.#start));
    this.#drop();
  }

  #drop(): void {
    this.again = false;
    drafts.drop(this.#draft.record, this.#draft.field);
  }
}

/** A draft as an object; null if there is none, or if another version of the program stored something else there. */
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

/** The draft's values of the fields that the dialog has today. */
const known = <T extends Fields>(kept: Partial<T>, start: T): T => ({
  ...start,
  ...Object.fromEntries(Object.entries(kept).filter(([key]) => key in start)),
});
