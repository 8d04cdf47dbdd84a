// The keys of the roadmap: arrows select and move, Alt resizes, letters link and go to today.
import { plainLetter, typesInto } from "$lib/a11y/keys";
import { preferences } from "$lib/preferences.svelte";
import type { Letter } from "$lib/shortcuts";
import type { Board } from "$features/roadmap/board.svelte";
import { movable } from "$features/roadmap/hit";
import { HEAD, scrollToToday } from "$features/roadmap/scroll-to";
import type { Shift } from "$features/roadmap/shift.svelte";

export interface Doing {
  board: Board;
  shift: Shift;
  /** Whether dates may be changed at all. */
  changing: boolean;
  open: () => void;
  link: () => void;
  unlink: () => void;
}

/** The index in the list that a key leads to from `place`; null for nowhere. */
export function nextPlace(key: string, place: number, length: number, page: number): number | null {
  const steps: Record<string, number> = {
    ArrowDown: 1,
    j: 1,
    ArrowUp: -1,
    k: -1,
    PageDown: page,
    PageUp: -page,
    End: Infinity,
    Home: -Infinity,
  };
  const step = steps[key];
  if (step === undefined || length === 0) return null;
  if (place < 0) return step === Infinity ? length - 1 : 0;
  return Math.max(0, Math.min(length - 1, place + step));
}

function walk(key: string, { board }: Doing): boolean {
  const page = Math.max(1, Math.floor((board.height - HEAD) / board.high) - 1);
  const place = board.places.get(board.selected ?? "") ?? -1;
  const next = nextPlace(key, place, board.rows.length, page);
  if (next === null) return false;
  board.select(board.rows[next]?.id ?? null, true);
  return true;
}

/** Left and right: move or resize a bar, or fold a group. */
function sideways(event: KeyboardEvent, { board, shift, changing }: Doing): boolean {
  const row = board.current;
  // Elsewhere Alt and an arrow go back and forward in the history.
  if (!row?.task && event.altKey) return false;
  const way = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (way === 0 || !row) return false;
  if (row.group) board.fold(row.id, way < 0);
  else if (row.task && changing && movable(row))
    void shift.nudge(row.task, event.altKey ? "end" : "body", way * (event.shiftKey ? 7 : 1));
  return true;
}

/** Keys of the grid itself, while it has the focus. */
function inGrid(event: KeyboardEvent, doing: Doing): boolean {
  const { board, shift, changing } = doing;
  if (sideways(event, doing)) return true;
  if (event.altKey || event.shiftKey) return false;
  if (event.key === "Enter") {
    if (shift.asking) void shift.apply(false);
    else doing.open();
    return true;
  }
  if (event.key === "Delete" && board.line !== null && changing) {
    doing.unlink();
    return true;
  }
  // While the user is asked about other tasks, the bar that was moved stays selected.
  return !shift.asking && walk(event.key, doing);
}

function letter(key: Letter, doing: Doing): boolean {
  const { board, changing } = doing;
  if (key === "t") scrollToToday(board);
  else if (key === "l" && changing && board.current?.task) doing.link();
  else if (key === "c") board.critical.set(!board.critical.on);
  else if (key === "0") void board.setZoom("fit");
  else if (key === "-" || key === "=") board.zoomBy(key === "-" ? -1 : 1);
  else return (key === "j" || key === "k") && !doing.shift.asking && walk(key, doing);
  return true;
}

/** Handles a key event of the window; `within`: the grid has the focus. True if it was one of these keys. */
export function roadmapKey(event: KeyboardEvent, doing: Doing, within: boolean): boolean {
  if (event.ctrlKey || event.metaKey || event.defaultPrevented) return false;
  if (typesInto(event.target) || document.querySelector("dialog[open]")) return false;
  if (event.key === "Escape") {
    if (doing.shift.request !== null) doing.shift.cancel();
    else if (doing.board.line !== null) doing.board.line = null;
    else return false;
    return true;
  }
  const plain = preferences.singleLetters && !event.shiftKey ? plainLetter(event) : null;
  if (plain !== null && letter(plain, doing)) return true;
  return within && inGrid(event, doing);
}
