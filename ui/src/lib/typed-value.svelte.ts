// The value that a text stands for while it is typed. The core reads the text; only its newest answer counts, and forms wait for it.
import type { Codec } from "$lib/codecs";

/** A value that follows a text. Create it while a component is initialised. */
export class TypedValue<T> {
  value = $state.raw<T | null>(null);
  /** The answer that is awaited; null if none is. */
  #pending: Promise<void> | null = null;
  #asked = 0;

  constructor(text: () => string | null, codec: Codec<T | null>) {
    $effect(() => {
      const typed = text();
      if (typed !== null) this.ask(codec, typed);
      else this.value = null;
    });
  }

  private ask(codec: Codec<T | null>, text: string): void {
    const asked = ++this.#asked;
    const answer = Promise.resolve(codec.read(text)).then((read) => {
      if (asked !== this.#asked) return;
      this.value = "value" in read ? read.value : null;
      this.#pending = null;
    });
    this.#pending = answer;
  }

  /** The value, once every answer has arrived. */
  async settled(): Promise<T | null> {
    while (this.#pending) await this.#pending;
    return this.value;
  }
}

/** An attachment: delays a form's submit and its buttons while a field of it is still being read. */
export const holdFormWhile =
  (pending: () => Promise<unknown> | null) =>
  (element: HTMLElement): (() => void) => {
    const form = element.closest("form");
    const hold = (event: Event) => {
      const reading = pending();
      const button = event.target instanceof Element ? event.target.closest("button") : null;
      if (!reading || (event.type === "click" && !button)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void reading.then(() => {
        if (event instanceof SubmitEvent) form?.requestSubmit(event.submitter);
        else button?.click();
      });
    };
    const events = ["submit", "click"] as const;
    for (const name of events) form?.addEventListener(name, hold, { capture: true });
    return () => {
      for (const name of events) form?.removeEventListener(name, hold, { capture: true });
    };
  };
