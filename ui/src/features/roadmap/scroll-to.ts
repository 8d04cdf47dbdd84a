// What is brought into sight on a roadmap: a row with its bar, the rows of a question, today.
import type { Axis, DayNumber } from "$features/roadmap/axis";
import { across } from "$features/roadmap/hit";
import type { TableColumns } from "$features/roadmap/table-columns";
import type { Row } from "$features/roadmap/rows";

/** The height of the head with its two lines of labels. */
export const HEAD = 46;

/** What scrolling needs to know of a roadmap. */
export interface Scrolled {
  readonly scroller: HTMLElement | undefined;
  readonly axis: Axis;
  readonly rows: readonly Row[];
  /** Where each row stands in the list, by its id. */
  readonly places: ReadonlyMap<string, number>;
  /** The height of a row. */
  readonly high: number;
  readonly width: number;
  /** The columns of the table, and the width that they take. */
  readonly columns: TableColumns;
  readonly today: DayNumber;
}

/** How much of the bars is seen, in pixels. */
const seenOf = ({ width, columns }: Scrolled) => width - columns.width;

/** Brings the row at a place of the list and its bar into sight. */
export function scrollToRow(board: Scrolled, place: number): void {
  const { scroller, axis, high } = board;
  if (!scroller) return;
  // As it is now: what is known of its size comes a frame later.
  const [y, inside] = [place * high, scroller.clientHeight - HEAD];
  if (y < scroller.scrollTop) scroller.scrollTop = y;
  else if (y + high > scroller.scrollTop + inside) scroller.scrollTop = y + high - inside;
  const row = board.rows[place];
  if (!row || row.from === null || row.to === null) return;
  const [bar, seen] = [across(axis, row.from, row.to), seenOf(board)];
  const beyond = bar.x > scroller.scrollLeft + seen - 24;
  if (beyond || bar.x + bar.width < scroller.scrollLeft) scroller.scrollLeft = bar.x - seen / 4;
}

/** Brings the rows of `ids` into sight; where there is no room for all, from the first one on. */
export function scrollToRows(board: Scrolled, ids: readonly string[]): void {
  const places = ids.flatMap((id) => board.places.get(id) ?? []);
  const first = places[0];
  if (first === undefined || !board.scroller) return;
  // Of thousands the ends are found without spreading them over arguments.
  const [least, last] = places.reduce(
    ([low, high], place) => [Math.min(low, place), Math.max(high, place)] as const,
    [first, first] as const,
  );
  const inside = board.scroller.clientHeight - HEAD;
  const fits = (last - least + 1) * board.high <= inside;
  if (fits) [last, least].forEach((place) => scrollToRow(board, place));
  else board.scroller.scrollTo({ top: first * board.high });
  scrollToRow(board, first);
}

/** Brings today into sight. */
export function scrollToToday(board: Scrolled): void {
  const { axis, today, scroller } = board;
  scroller?.scrollTo({ left: axis.x(today) - seenOf(board) / 4 });
}
