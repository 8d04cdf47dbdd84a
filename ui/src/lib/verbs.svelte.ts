// What can be done now. Every room offers its own verbs while it is open, with their target; the
// palette lists them and knows none itself.
import type { VerbId } from "$lib/verb-words";
import { SvelteSet } from "svelte/reactivity";

export interface Verb {
  /** The same for the same verb at the same target: what recents remember, and what its common words hang on. */
  id: VerbId;
  /** The verb with its target, such as "Add an objective to FY27, Nordwind". */
  label: string;
  /** Its shortcut as `mod+shift+h` or `n`; shown, not bound. */
  keys?: string;
  /** Listed only where its words are typed. */
  quiet?: boolean;
  /** Its target's name: typed alone it means the target, not what can be done with it. */
  of?: string;
  run: () => void;
}

class Verbs {
  #offers = new SvelteSet<() => Verb[]>();

  /** Offers verbs until the returned function is called. The room that came last stands first. */
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
