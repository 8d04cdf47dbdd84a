// Scrolls the roadmap to a row and its bar, to the rows of a question, or to today.
import type { Axis, DayNumber } from "$features/roadmap/axis";
import { across } from "$features/roadmap/hit";
import type { TableColumns } from "$features/roadmap/table-columns";
import type { Row } from "$features/roadmap/rows";

/** The height of the header with its two lines of labels. */
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

/** The visible width of the bars, in pixels. */
const seenOf = ({ width, columns }: Scrolled) => width - columns.width;

/** Scrolls the row at an index of the list, and its bar, into view. */
export function scrollToRow(board: Scrolled, place: number): void {
  const { scroller, axis, high } = board;
  if (!scroller) return;
  // Read from the element, as the stored size is updated a frame later.
  const [y, inside] = [place * high, scroller.clientHeight - HEAD];
  if (y < scroller.scrollTop) scroller.scrollTop = y;
  else if (y + high > scroller.scrollTop + inside) scroller.scrollTop = y + high - inside;
  const row = board.rows[place];
  if (!row || row.from === null || row.to === null) return;
  const [bar, seen] = [across(axis, row.from, row.to), seenOf(board)];
  const beyond = bar.x > scroller.scrollLeft + seen - 24;
  if (beyond || bar.x + bar.width < scroller.scrollLeft) scroller.scrollLeft = bar.x - seen / 4;
}

/** Scrolls the rows of `ids` into view; if they do not all fit, from the first one on. */
export function scrollToRows(board: Scrolled, ids: readonly string[]): void {
  const places = ids.flatMap((id) => board.places.get(id) ?? []);
  const first = places[0];
  if (first === undefined || !board.scroller) return;
  // A loop, as spreading thousands of values over arguments would fail.
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

/** Scrolls to today. */
export function scrollToToday(board: Scrolled): void {
  const { axis, today, scroller } = board;
  scroller?.scrollTo({ left: axis.x(today) - seenOf(board) / 4 });
}
