// Scales readings into a chart: days to the right, values upwards, with room for other values that must be visible.
import { daysBetween } from "$lib/format/dates";

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}
export interface Scaled {
  dots: { x: number; y: number }[];
  x: (date: string) => number;
  y: (value: number) => number;
  min: number;
  max: number;
}

const round = (value: number) => Math.round(value * 10) / 10;

/**
 * Places `points` (oldest first) in `box`. All numbers of `also` fit in too. If all values are equal they are in the
 * middle; a single reading is at the right, where the newest always is.
 */
export function scaled(
  points: { date: string; value: number }[],
  also: (number | null)[],
  box: Box,
  until: string | null = null,
): Scaled {
  const values = [...points.map(({ value }) => value), ...also.filter((value) => value !== null)];
  const min = values.length ? Math.min(...values) : 0;
  const max = values.length ? Math.max(...values) : 0;
  const first = points[0]?.date ?? "";
  const newest = points.at(-1)?.date ?? first;
  const end = until && until > newest ? until : newest;
  const days = first ? daysBetween(first, end) : 0;
  const x = (date: string) =>
    round(
      days === 0
        ? box.right
        : box.left + (daysBetween(first, date) / days) * (box.right - box.left),
    );
  const y = (value: number) =>
    round(
      max === min
        ? (box.top + box.bottom) / 2
        : box.bottom - ((value - min) / (max - min)) * (box.bottom - box.top),
    );
  return { dots: points.map(({ date, value }) => ({ x: x(date), y: y(value) })), x, y, min, max };
}
