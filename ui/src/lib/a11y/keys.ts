// Which keystrokes belong to the window and which to the field that has the focus.
import { isLetter, type Letter } from "$lib/shortcuts";

/** Whether typing goes into `target`, so that plain letters and Ctrl+Z are its own. */
export function typesInto(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return true;
  if (!(target instanceof HTMLInputElement)) return false;
  return !["checkbox", "radio", "button", "submit", "reset", "range", "color", "file"].includes(
    target.type,
  );
}

/** Whether letters look for a value in `target`: a list of values, open under its button or the system's own. */
const picksFrom = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('[aria-haspopup="listbox"][aria-expanded="true"], [role="listbox"], select') !==
    null;

/** A shortcut of a single key with nothing held, outside fields and an input method's composition. */
export function plainLetter(event: KeyboardEvent): Letter | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat)
    return null;
  if (typesInto(event.target) || picksFrom(event.target) || document.querySelector("dialog[open]"))
    return null;
  // Where plus has a key of its own, it is that one.
  const key = event.key === "+" ? "=" : event.key.toLowerCase();
  return isLetter(key) ? key : null;
}
