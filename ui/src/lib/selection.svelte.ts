// Which rows of a list are selected. Knows ids and their order, not what a row is.
import { SvelteSet } from "svelte/reactivity";

export class Selection {
  #ids = new SvelteSet<string>();
  /** The start of a range: the row that was last toggled. */
  #anchor: string | null = null;

  get size(): number {
    return this.#ids.size;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** The selected ids among `ids`, in order: what is not in the list any more is not selected. */
  of(ids: readonly string[]): string[] {
    return ids.filter((id) => this.#ids.has(id));
  }

  toggle(id: string): void {
    if (!this.#ids.delete(id)) this.#ids.add(id);
    this.#anchor = id;
  }

  /** Selects from the last toggled row to `id`, as `ids` are ordered. */
  range(id: string, ids: readonly string[]): void {
    const to = ids.indexOf(id);
    const anchored = this.#anchor === null ? -1 : ids.indexOf(this.#anchor);
    if (to < 0) return;
    const from = anchored < 0 ? to : anchored;
    this.#anchor = ids[from] ?? id;
    for (const each of ids.slice(Math.min(from, to), Math.max(from, to) + 1)) this.#ids.add(each);
  }

  all(ids: readonly string[]): void {
    for (const id of ids) this.#ids.add(id);
  }

  clear(): void {
    this.#ids.clear();
    this.#anchor = null;
  }
}
