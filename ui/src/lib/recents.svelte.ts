// The accounts that were opened last, newest first. Per workspace, kept in the
// window's storage: it is about this screen, not about the work.
import { session } from "$lib/session.svelte";

const MOST = 8;

class Recents {
  #ids = $state.raw<string[]>([]);
  #of = "";

  #key(): string {
    return `cairn.recent.${session.status?.workspace?.path ?? ""}`;
  }

  /** Reads the list of the open workspace. */
  load(): void {
    this.#of = this.#key();
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.#of) ?? "[]");
      this.#ids = Array.isArray(kept) ? kept.map(String) : [];
    } catch {
      this.#ids = [];
    }
  }

  get ids(): readonly string[] {
    return this.#ids;
  }

  /** An account was opened. Those already in the list keep their places, so nothing jumps. */
  visit(id: string): void {
    if (this.#ids.includes(id)) return;
    this.#ids = [id, ...this.#ids].slice(0, MOST);
    localStorage.setItem(this.#of, JSON.stringify(this.#ids));
  }
}

export const recents = new Recents();
