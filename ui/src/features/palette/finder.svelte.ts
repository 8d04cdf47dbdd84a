// Searches records. One request at a time: text that is typed meanwhile is searched next, and an answer to an older
// text never replaces a newer one.
import type { SearchHit } from "$lib/gen/wire";
import { rpc } from "$lib/rpc";

const MOST = 24;

export class Finder {
  /** The hits of the last answer. */
  hits = $state.raw<SearchHit[]>([]);
  /** True while the hits are not those of the last text. */
  behind = $state(false);
  #wanted = "";
  #running = false;

  /** Searches `text`; blank text finds nothing at once. */
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
