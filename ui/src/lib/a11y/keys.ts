// Whether a keystroke is a shortcut of the window or belongs to the focused field.
import { isLetter, type Letter } from "$lib/shortcuts";

/** Whether `target` takes text, so that plain letters and Ctrl+Z belong to it. */
export function typesInto(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return true;
  if (!(target instanceof HTMLInputElement)) return false;
  return !["checkbox", "radio", "button", "submit", "reset", "range", "color", "file"].includes(
    target.type,
  );
}

/** Whether letters search for a value in `target`: an open list of values, ours or the system's own. */
const picksFrom = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('[aria-haspopup="listbox"][aria-expanded="true"], [role="listbox"], select') !==
    null;

/** The single-key shortcut of an event: without a modifier, outside fields, and not while an input method composes. */
export function plainLetter(event: KeyboardEvent): Letter | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat)
    return null;
  if (typesInto(event.target) || picksFrom(event.target) || document.querySelector("dialog[open]"))
    return null;
  // Keyboards with a key of its own for plus: it counts as `=`.
  const key = event.key === "+" ? "=" : event.key.toLowerCase();
  return isLetter(key) ? key : null;
}
