// The keys that select rows and act on the selection, the same in every list: x, Shift and arrows,
// Ctrl A, Ctrl C, Delete, Esc, and b into the bar with the rest.
import { plainLetter, typesInto } from "$lib/a11y/keys";
import { preferences } from "$lib/preferences.svelte";
import type { Selection } from "$lib/selection.svelte";

export interface Selectable {
  selection: Selection;
  /** The rows that can be selected, in their order. */
  ids: readonly string[];
  /** The row that has the focus, null for none. */
  focused: string | null;
  copy: () => void;
  remove: () => void;
}

/** Handles a key event of the window; true if it was one of these keys. */
export function selectKey(event: KeyboardEvent, list: Selectable): boolean {
  const { selection, ids, focused } = list;
  if (typesInto(event.target) || document.querySelector("dialog[open]")) return false;
  const any = selection.of(ids).length > 0;
  const key = event.key.toLowerCase();
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
    if (key === "a" && ids.length > 0) selection.all(ids);
    // Selected text is what the user wants to copy.
    else if (key === "c" && any && document.getSelection()?.isCollapsed !== false) list.copy();
    else return false;
    return true;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const letter = preferences.singleLetters ? plainLetter(event) : null;
  if (key === "delete" && any) list.remove();
  else if (key === "escape" && any) selection.clear();
  else if (letter === "b" && any)
    // The rows stay selected.
    document.querySelector<HTMLElement>("[data-bulk] button")?.focus({ preventScroll: true });
  else if (letter === "x" && focused !== null) {
    if (event.shiftKey) selection.range(focused, ids);
    else selection.toggle(focused);
  } else return false;
  return true;
}
