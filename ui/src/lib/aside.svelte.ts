// A long text that was typed into a field and left by Esc: out of the field, kept, and offered again.
import { drafts } from "$lib/drafts.svelte";

export class Aside {
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

  /** Lays `text` aside, behind what lies there. */
  put(text: string): void {
    const { record, field } = this.#place();
    this.text = this.text === null ? text : `${this.text}\n\n${text}`;
    drafts.keep(record, field, this.text, () => undefined);
  }

  /** Takes it away from there: it goes back into the field, or is given up. */
  take(): string {
    const { record, field } = this.#place();
    const text = this.text ?? "";
    this.text = null;
    drafts.drop(record, field);
    return text;
  }
}
