// A long text that Esc removed from its field: kept as a draft, and offered to be put back.
import { drafts } from "$lib/drafts.svelte";

export class SetAsideText {
  text: string | null;
  readonly #place: () => { record: string; field: string };

  constructor(place: () => { record: string; field: string }) {
    this.#place = () => {
      const { record, field } = place();
      return { record, field: `${field}.aside` };
    };
    const { record, field } = this.#place();
    this.text = $state(drafts.of(record, field) ?? null);
  }

  /** Sets `text` aside, after what is there already. */
  put(text: string): void {
    const { record, field } = this.#place();
    this.text = this.text === null ? text : `${this.text}\n\n${text}`;
    drafts.keep(record, field, this.text, () => undefined);
  }

  /** Returns the text and forgets it: it goes back into the field, or is discarded. */
  take(): string {
    const { record, field } = this.#place();
    const text = this.text ?? "";
    this.text = null;
    drafts.drop(record, field);
    return text;
  }
}
