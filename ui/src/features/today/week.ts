// The days ahead: today and the next working days of the user, with what happens on each.
import type { TodayItem, Weekday } from "$lib/gen/wire";
import { toDate } from "$lib/format/dates";

export interface DayAhead {
  day: string;
  /** What begins at a time comes first, by that time; then what is due. */
  items: TodayItem[];
}

/** The number of days that are shown, and how far ahead today's list looks, in days. */
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

/** The days ahead of `today`; days off are listed only if something happens on them. */
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
