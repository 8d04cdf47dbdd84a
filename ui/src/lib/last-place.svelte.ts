// Where the user was when the window closed: the address with its open pane, and how far its list was scrolled. Stored in
// the workspace, so that a file opens where the work stopped.
import { workspacePreferences } from "$lib/workspace-preferences.svelte";
import type { Attachment } from "svelte/attachments";

const KEY = "place";

interface Place {
  hash: string;
  top: number;
}

/** The list that an address scrolls: the same with and without an open pane, `/<kind>/<id>`. */
export function listOf(hash: string): string {
  const parts = hash.split("/");
  return (parts.length > 4 ? parts.slice(0, -2) : parts).join("/");
}

class LastPlace {
  /** How far each list was scrolled since the window opened. */
  #tops = new Map<string, number>();

  /** The stored place, null for none. */
  left(): Place | null {
    const place = workspacePreferences.get(KEY) as Partial<Place> | undefined;
    if (typeof place?.hash !== "string") return null;
    const top = typeof place.top === "number" ? place.top : 0;
    return { hash: place.hash, top };
  }

  /** Restores the stored place: its list scrolls there when it appears. */
  resume(): void {
    const place = this.left();
    this.#tops.clear();
    if (place) this.#tops.set(listOf(place.hash), place.top);
  }

  /** Stores that the window is at `hash` now. */
  at(hash: string): void {
    workspacePreferences.set(KEY, { hash, top: this.#tops.get(listOf(hash)) ?? 0 });
  }

  /** An attachment: scrolls a list back to where it was as soon as it is tall enough, and stores its position from then on. */
  scroll: Attachment<HTMLElement> = (list) => {
    const name = listOf(location.hash);
    const wanted = this.#tops.get(name) ?? 0;
    let settled = wanted === 0;
    const reach = () => {
      if (settled || list.scrollHeight - list.clientHeight < wanted) return;
      settled = true;
      list.scrollTop = wanted;
    };
    const settle = () => {
      settled = true;
    };
    const remember = () => {
      if (!settled || listOf(location.hash) !== name) return;
      this.#tops.set(name, list.scrollTop);
      this.at(location.hash);
    };
    const observer = new MutationObserver(reach);
    observer.observe(list, { childList: true, subtree: true });
    list.addEventListener("scroll", remember, { passive: true });
    list.addEventListener("wheel", settle, { passive: true });
    list.addEventListener("keydown", settle);
    reach();
    return () => {
      observer.disconnect();
      list.removeEventListener("scroll", remember);
      list.removeEventListener("wheel", settle);
      list.removeEventListener("keydown", settle);
    };
  };
}

export const lastPlace = new LastPlace();
