// Calendar days as the user writes them. Days are `YYYY-MM-DD` texts and are never turned into instants; what is typed
// is read by the core (read.ts).
import { CalendarDate, parseDate, type DateValue } from "@internationalized/date";
import { locale } from "$lib/format/locale";
import { saidOrder } from "$lib/format/order.svelte";
import type { Kind, Weekday } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";

/** A cache of formatters: making one costs far more than using it, and a list has many dates. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(date: DateValue, options: Intl.DateTimeFormatOptions, tag = locale()): string {
  const key = `${tag} ${Object.entries(options).join(" ")}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" });
    formats.set(key, made);
  }
  return made.format(date.toDate("UTC"));
}

/** The day as a calendar date; null if the text is none. */
export function toDate(day: string | null | undefined): CalendarDate | null {
  if (!day) return null;
  try {
    return parseDate(day);
  } catch {
    return null;
  }
}

/** English words in the order that the user chose; without a choice, in the country's. */
function ordered(date: DateValue, withYear: boolean): string {
  const order = saidOrder();
  const options = { day: "numeric", month: "short" } as const;
  if (order === "year_first" && withYear) return date.toString();
  const tag = order && (order === "day_first" ? "en-GB" : "en-US");
  return format(date, withYear ? { ...options, year: "numeric" } : options, tag ?? locale());
}

/** `30 Jun 2027`. */
export function day(value: string | null): string {
  const date = toDate(value);
  return date ? ordered(date, true) : (value ?? "");
}

/** A record's title; the title of a reading begins with its ISO day, which is formatted here. */
export const recordTitle = (kind: Kind | null, title: string): string =>
  kind === "reading" ? title.replace(/^\d{4}-\d\d-\d\d/, day) : title;

/** `30 Jun`, with the year if it is not this one. */
export function dayShort(value: string | null, today: string): string {
  const date = toDate(value);
  if (!date) return value ?? "";
  return ordered(date, date.year !== toDate(today)?.year);
}

/** `Monday, 23 November`. */
export function longDay(value: string): string {
  const date = toDate(value);
  return date ? format(date, { weekday: "long", day: "numeric", month: "long" }) : value;
}

/** `Wed`. */
export function weekday(value: string | null): string {
  const date = toDate(value);
  return date ? format(date, { weekday: "short" }) : "";
}

/** `Feb 2026`. */
export function month(value: string | null): string {
  const date = toDate(value);
  return date ? format(date, { month: "short", year: "numeric" }) : "";
}

/** The number of days from `from` to `to`; negative if `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  const [a, b] = [toDate(from), toDate(to)];
  if (!a || !b) return 0;
  return Math.round((b.toDate("UTC").getTime() - a.toDate("UTC").getTime()) / 86_400_000);
}

/** How near a day is: `today`, `in 12 days`, `3 days ago`. */
export function nearness(value: string, today: string): string {
  const days = daysBetween(today, value);
  if (days === 0) return m.near_today();
  if (days === 1) return m.near_tomorrow();
  if (days === -1) return m.near_yesterday();
  return days > 0
    ? m.near_in_days({ days: String(days) })
    : m.near_days_ago({ days: String(-days) });
}

/** The local time of an instant, `10:42`. */
export function clock(instant: Date): string {
  return new Intl.DateTimeFormat(locale(), { hour: "2-digit", minute: "2-digit" }).format(instant);
}

/** The local day and time of an instant, `23 Nov 2026, 10:42`. */
export function moment(instant: string): string {
  const at = new Date(instant);
  const date = new CalendarDate(at.getFullYear(), at.getMonth() + 1, at.getDate());
  return m.day_and_time({ day: ordered(date, true), time: clock(at) });
}

/** The months by name, from 1 for January. */
export function months(): { value: string; label: string }[] {
  return Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: format(new CalendarDate(2026, index + 1, 1), { month: "long" }),
  }));
}

const WEEK: Weekday[] = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
];

/** The days of the week by their short names, from Monday. */
export function weekdayNames(): { value: Weekday; label: string }[] {
  // 2 November 2026 is a Monday.
  return WEEK.map((value, index) => ({
    value,
    label: format(new CalendarDate(2026, 11, 2 + index), { weekday: "short" }),
  }));
}
