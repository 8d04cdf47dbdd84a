// The records that a text finds. One request at a time: what is typed meanwhile is asked next, and an
// answer to an older text never takes the place of a newer one's.
import type { SearchHit } from "$lib/gen/wire";
import { rpc } from "$lib/rpc";

const MOST = 24;

export class Finder {
  /** What was found for the text last answered. */
  hits = $state.raw<SearchHit[]>([]);
  /** True while the hits are not yet those of the text last asked. */
  behind = $state(false);
  #wanted = "";
  #running = false;

  /** Asks for `text`; blank text finds nothing at once. */
  ask(text: string): void {
    this.#wanted = text.trim();
    if (this.#wanted === "") this.hits = [];
    this.behind = this.#wanted !== "";
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    let asked: string | null = null;
    while (this.#wanted !== "" && asked !== this.#wanted) {
      asked = this.#wanted;
      const found = await rpc("search", { text: asked, limit: MOST }).catch(() => null);
      if (asked === this.#wanted) this.hits = found?.items ?? [];
    }
    this.behind = false;
    this.#running = false;
  }
}
