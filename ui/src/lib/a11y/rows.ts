// Walking a list by keyboard: j and k, arrows, Home and End move the focus among the
// elements that `selector` finds; opening one is its own link's Enter.
import { plainLetter } from "$lib/a11y/keys";
import { preferences } from "$lib/preferences.svelte";

/** Where a key leads in a list of `length` from `index` (-1 is none); null if it leads nowhere. */
export function nextRow(key: string, index: number, length: number): number | null {
  if (length === 0) return null;
  if (key === "j" || key === "ArrowDown") return Math.min(index + 1, length - 1);
  if (key === "k" || key === "ArrowUp") return Math.max(index - 1, 0);
  if (key === "Home") return 0;
  if (key === "End") return length - 1;
  return null;
}

/** Handles a key of the window for the list in `root`; letters work anywhere outside fields. */
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
    // Its record is open beside it already.
    event.preventDefault();
    document.querySelector<HTMLElement>(".pane")?.focus();
    return;
  }
  const key = letter === "j" || letter === "k" ? letter : index >= 0 ? event.key : "";
  // From elsewhere a letter leads first to the row whose record is open.
  const back = index < 0 && current >= 0 && key !== "";
  const next = back ? current : nextRow(key, index, rows.length);
  if (next === null) return;
  event.preventDefault();
  rows[next]?.focus();
  rows[next]?.scrollIntoView({ block: "nearest" });
}
