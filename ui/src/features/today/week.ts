// The days ahead: today and the next days on which the user works, with what falls on each.
import type { TodayItem, Weekday } from "$lib/gen/wire";
import { toDate } from "$lib/format/dates";

export interface DayAhead {
  day: string;
  /** What begins at a time first, in its order; then what is due. */
  items: TodayItem[];
}

/** How many days are shown, and how far ahead the list of today looks, in days. */
const COLUMNS = 5;
const AHEAD = 7;
const WEEK: Weekday[] = [
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
];

/** The days ahead of `today`; a day on which the user does not work stands there only where something falls on it. */
export function daysAhead(items: TodayItem[], today: string, works: Weekday[]): DayAhead[] {
  const first = toDate(today);
  if (!first) return [];
  const begins = ({ starts_at }: TodayItem) => starts_at ?? "9";
  return Array.from({ length: AHEAD + 1 }, (_, days) => first.add({ days }))
    .map((date) => {
      const day = date.toString();
      const falls = items.filter(({ due }) => due === day);
      const weekday = WEEK[date.toDate("UTC").getUTCDay()];
      return {
        day,
        items: falls.sort((a, b) => begins(a).localeCompare(begins(b))),
        works: weekday !== undefined && works.includes(weekday),
      };
    })
    .filter(({ day, items, works }) => day === today || works || items.length > 0)
    .slice(0, COLUMNS)
    .map(({ day, items }) => ({ day, items }));
}
