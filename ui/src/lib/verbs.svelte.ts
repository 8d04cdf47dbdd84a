// The verbs that the palette lists: what can be done now. Every open room offers its own, with their target; the
// palette itself has none.
import type { VerbId } from "$lib/verb-words";
import { SvelteSet } from "svelte/reactivity";

export interface Verb {
  /** Identifies the verb and its target; the list of recent verbs and the search words depend on it. */
  id: VerbId;
  /** The verb with its target, such as "Add an objective to FY27, Nordwind". */
  label: string;
  /** Its shortcut as `mod+shift+h` or `n`; only shown here, bound elsewhere. */
  keys?: string;
  /** Listed only if its words are typed. */
  quiet?: boolean;
  /** The name of its target: typing only that means the target, not the verb. */
  of?: string;
  run: () => void;
}

class Verbs {
  #offers = new SvelteSet<() => Verb[]>();

  /** Offers verbs until the returned function is called. Those of the room that opened last come first. */
  offer(verbs: () => Verb[]): () => void {
    this.#offers.add(verbs);
    return () => {
      this.#offers.delete(verbs);
    };
  }

  get all(): Verb[] {
    return [...this.#offers].reverse().flatMap((verbs) => verbs());
  }
}

export const verbs = new Verbs();
