// Moves the focus through a list by keyboard: j and k, arrows, Home and End go through the elements that `selector`
// finds. Enter opens one, as each is a link.
import { plainLetter } from "$lib/a11y/keys";
import { preferences } from "$lib/preferences.svelte";

/** The index that a key leads to in a list of `length`, from `index` (-1 for none); null if it leads nowhere. */
export function nextRow(key: string, index: number, length: number): number | null {
  if (length === 0) return null;
  if (key === "j" || key === "ArrowDown") return Math.min(index + 1, length - 1);
  if (key === "k" || key === "ArrowUp") return Math.max(index - 1, 0);
  if (key === "Home") return 0;
  if (key === "End") return length - 1;
  return null;
}

/** Handles a key event of the window for the list in `root`; letters work everywhere outside fields. */
export function walkRows(
  event: KeyboardEvent,
  root: HTMLElement | undefined,
  selector: string,
): void {
  if (!root) return;
  const letter = preferences.singleLetters ? plainLetter(event) : null;
  const rows = [...root.querySelectorAll<HTMLElement>(selector)];
  const index = rows.findIndex((row) => row === document.activeElement);
  const current = rows.findIndex((row) => row.ariaCurrent === "true");
  if (event.key === "Enter" && index >= 0 && index === current) {
    // Its record is open in the pane already.
    event.preventDefault();
    document.querySelector<HTMLElement>(".pane")?.focus();
    return;
  }
  const key = letter === "j" || letter === "k" ? letter : index >= 0 ? event.key : "";
  // If the focus is elsewhere, a letter goes to the row whose record is open first.
  const back = index < 0 && current >= 0 && key !== "";
  const next = back ? current : nextRow(key, index, rows.length);
  if (next === null) return;
  event.preventDefault();
  rows[next]?.focus();
  rows[next]?.scrollIntoView({ block: "nearest" });
}
