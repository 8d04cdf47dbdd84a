// The editing of one field: what it shows, what is typed, its draft, saving it, and conflicts with somebody else's
// change. Knows no markup (shared/InlineField.svelte) and no record (edit-source.ts).
import { SetAsideText } from "$lib/set-aside-text.svelte";
import { drafts } from "$lib/drafts.svelte";
import { ChangedElsewhere, type Source } from "$lib/edit-source";
import { errorWords } from "$lib/errors";
import { refetched } from "$lib/query";
import { same } from "$lib/records";
import { untrack } from "svelte";

/** The states of the mark beside a field. */
export type Mark = "none" | "kept" | "saving" | "saved";

/** How long the saved mark stays, in milliseconds. */
const SAVED_FOR = 2400;

export class Edit<T> {
  #source: () => Source<T>;
  /** The typed text that is not saved; null while the field shows the record's value. */
  #typed = $state<string | null>(null);
  /** The value that was just saved, until the record has been fetched again. */
  #settled = $state.raw<{ before: T; value: T } | null>(null);
  /** The value when typing began. */
  #base: T | undefined;
  mark = $state<Mark>("none");
  error = $state<string | null>(null);
  /** The error of the last refusal, for components that show more than its sentence. */
  refusal: unknown = null;
  /** After a conflict: the stored value, and the one that was to be saved here. */
  theirs = $state.raw<{ value: T; mine: T } | null>(null);
  /** The long text that Esc removed from the field. */
  readonly aside: SetAsideText;

  constructor(source: () => Source<T>) {
    this.#source = source;
    this.aside = new SetAsideText(() => untrack(source));
    const { record, field } = untrack(source);
    const kept = drafts.of(record, field);
    if (kept !== undefined) {
      this.#typed = kept;
      this.#base = untrack(source).value;
      this.mark = "kept";
    }
  }

  /** Whether something is typed that is not being saved: Esc discards it. */
  get dirty(): boolean {
    return this.#typed !== null && this.mark !== "saving";
  }

  /** The value as this window knows it: the record's, or the one that was just saved. */
  get value(): T {
    const { value } = this.#source();
    const settled = this.#settled;
    return settled && same(settled.before, value) ? settled.value : value;
  }

  get text(): string {
    return this.#typed ?? this.#source().codec.write(this.value);
  }

  /** Takes typed text; a draft of it is stored within a second. */
  type(text: string): void {
    const { record, field } = this.#source();
    if (this.#typed === null) this.#base = this.value;
    this.#typed = text;
    this.error = null;
    this.mark = "none";
    drafts.keep(record, field, text, () => {
      if (this.#typed !== null && this.mark === "none") this.mark = "kept";
    });
  }

  /** Discards what was typed. */
  cancel(): void {
    const { record, field } = this.#source();
    this.#typed = null;
    this.error = null;
    this.theirs = null;
    this.mark = "none";
    drafts.drop(record, field);
  }

  /** Empties the field and sets its text aside, to be put back on request. */
  setAside(): void {
    const typed = this.#typed;
    this.cancel();
    if (typed?.trim()) this.aside.put(typed);
  }

  /** Saves what was typed. True if nothing is left unsaved. */
  async commit(): Promise<boolean> {
    if (this.#typed === null) return true;
    if (this.mark === "saving") return false;
    const typed = this.#typed;
    let read = this.#source().codec.read(typed);
    if (read instanceof Promise) {
      this.mark = "saving";
      read = await read;
      this.mark = "kept";
    }
    if ("refused" in read) {
      this.error = read.refused;
      return false;
    }
    if (same(read.value, this.value) && this.#typed === typed) {
      this.cancel();
      return true;
    }
    return await this.#save(read.value, this.#base as T, typed);
  }

  /** Saves a value that was picked rather than typed. */
  pick(value: T): Promise<boolean> {
    if (same(value, this.value)) {
      this.cancel();
      return Promise.resolve(true);
    }
    return this.#save(value, this.#typed === null ? this.value : (this.#base as T));
  }

  /** After a conflict: saves what was typed here over the other value. */
  async keepMine(): Promise<void> {
    const theirs = this.theirs;
    if (!theirs) return;
    this.theirs = null;
    this.#base = theirs.value;
    await this.#save(theirs.mine, theirs.value);
  }

  /** After a conflict: takes the other value. */
  takeTheirs(): void {
    this.cancel();
  }

  /** Shows a value until the record has been fetched again, and no longer: an undo would not be visible. */
  #settle(settled: { before: T; value: T }): void {
    this.#settled = settled;
    void refetched().then(() => {
      if (this.#settled === settled) this.#settled = null;
    });
  }

  async #save(value: T, base: T, sent: string | null = this.#typed): Promise<boolean> {
    const source = this.#source();
    const before = source.value;
    this.mark = "saving";
    this.error = null;
    this.refusal = null;
    try {
      if (source.may && !(await source.may(value))) {
        this.cancel();
        return false;
      }
      await source.save(value, base);
    } catch (thrown) {
      this.mark = this.#typed === null ? "none" : "kept";
      if (thrown instanceof ChangedElsewhere)
        this.theirs = { value: thrown.value as T, mine: value };
      else {
        this.refusal = thrown;
        this.error = errorWords(thrown);
      }
      return false;
    }
    this.#settle({ before, value });
    this.theirs = null;
    // The user typed on while the field was being saved: that is the draft of the next edit.
    if (this.#typed === sent) {
      this.#typed = null;
      drafts.drop(source.record, source.field);
      this.mark = "saved";
      setTimeout(() => {
        if (this.mark === "saved") this.mark = "none";
      }, SAVED_FOR);
    } else {
      this.#base = value;
      this.mark = "kept";
    }
    return true;
  }
}
