// What a key does on a step of a checklist. Single letters can be switched off; everything has a button as well.
import { plainLetter, typesInto } from "$lib/a11y/keys";
import { walkRows } from "$lib/a11y/rows";
import type { ChecklistStep } from "$lib/model";
import { preferences } from "$lib/preferences.svelte";

export type StepVerb =
  | "tick"
  | "next"
  | "rename"
  | "up"
  | "down"
  | "skip"
  | "block"
  | "due"
  | "reopen"
  | "remove"
  | "open"
  | "assign"
  | "comment";

/** The letters of the verbs, as the sheet and the palette show them. */
export const LETTERS: Partial<Record<StepVerb, string>> = {
  skip: "s",
  block: "b",
  due: "d",
  reopen: "r",
  assign: "a",
  comment: "c",
  open: "o",
};
const NAMED: Record<string, StepVerb> = {
  " ": "tick",
  Enter: "next",
  F2: "rename",
  Delete: "remove",
};
/** The verbs that change nothing. */
const LOOKING: readonly StepVerb[] = ["open"];

/** What the key does to the focused step; null if it moved the focus, or means nothing here. */
export function stepKey(
  event: KeyboardEvent,
  root: HTMLElement | undefined,
  focused: ChecklistStep | null,
  /** Whether nothing may be changed: the checklist is closed, or the workspace is read-only. */
  locked: boolean,
): StepVerb | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || typesInto(event.target))
    return null;
  if (document.querySelector("dialog[open]")) return null;
  const verb = focused && verbOf(event);
  if (verb) return locked && !LOOKING.includes(verb) ? null : verb;
  if (!event.altKey) walkRows(event, root, "a.open");
  return null;
}

function verbOf(event: KeyboardEvent): StepVerb | null {
  if (event.altKey)
    return event.key === "ArrowUp" ? "up" : event.key === "ArrowDown" ? "down" : null;
  if (event.shiftKey) return null;
  // Buttons in the row use these keys themselves, and so does the check box for Space.
  const onRow = event.target instanceof Element && event.target.matches("a.open");
  if (onRow && NAMED[event.key]) return NAMED[event.key] ?? null;
  const letter = preferences.singleLetters ? plainLetter(event) : null;
  const found = Object.entries(LETTERS).find(([, key]) => key === letter);
  return found ? (found[0] as StepVerb) : null;
}
