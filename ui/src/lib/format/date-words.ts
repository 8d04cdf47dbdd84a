// Reads the words people type for a day: `tomorrow`, `fri`, `+2w`, `15 jan`.
// Pure: today and the reader's order come in as arguments.
import { CalendarDate, parseDate } from "@internationalized/date";

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const SHIFTS: Record<string, number> = {
  today: 0,
  tod: 0,
  now: 0,
  tomorrow: 1,
  tom: 1,
  yesterday: -1,
};

export type DayOrder = "day_first" | "month_first" | "year_first";

/** In which order a locale writes the parts of a date. */
export function dayOrder(locale: string): DayOrder {
  const parts = new Intl.DateTimeFormat(locale).formatToParts(new Date(2026, 10, 23));
  const first = parts.find(
    ({ type }) => type === "day" || type === "month" || type === "year",
  )?.type;
  return first === "month" ? "month_first" : first === "year" ? "year_first" : "day_first";
}

/** Position of the one name that starts with `word` (three letters at least), or -1. */
const named = (names: string[], word: string) =>
  word.length < 3 ? -1 : names.findIndex((name) => name.startsWith(word));

/** A day that exists, or null: 31 April is none. */
function exact(year: number, month: number, day: number): CalendarDate | null {
  const date = new CalendarDate(year, month, day);
  return date.year === year && date.month === month && date.day === day ? date : null;
}

/** The next such day from today on, for a date typed without its year. */
function upcoming(today: CalendarDate, month: number, day: number): CalendarDate | null {
  const thisYear = exact(today.year, month, day);
  if (thisYear && thisYear.compare(today) >= 0) return thisYear;
  // 29 February may be up to eight years away.
  for (let ahead = 1; ahead <= 8; ahead += 1) {
    const date = exact(today.year + ahead, month, day);
    if (date) return date;
  }
  return null;
}

const fullYear = (text: string) => (text.length === 2 ? 2000 + Number(text) : Number(text));

function shifted(today: CalendarDate, text: string): CalendarDate | null {
  const found =
    /^([+-])\s*(\d{1,4})\s*(d|w|m|y)?[a-z]*$/.exec(text) ??
    /^(in)\s+(\d{1,4})\s*(d|w|m|y)[a-z]*$/.exec(text);
  if (!found) return null;
  const amount = Number(found[2]) * (found[1] === "-" ? -1 : 1);
  const unit = ({ d: "days", w: "weeks", m: "months", y: "years" } as const)[found[3] ?? "d"];
  return unit ? today.add({ [unit]: amount }) : null;
}

function spelled(today: CalendarDate, text: string): CalendarDate | null {
  const found =
    /^(\d{1,2})(?:st|nd|rd|th|\.)?\s*([a-z]{3,9})\.?,?\s*(\d{4}|\d{2})?$/.exec(text) ??
    /^([a-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s*(\d{4}|\d{2})?$/.exec(text);
  if (!found) return null;
  const [a = "", b = "", year] = found.slice(1);
  const [day, word] = /^\d/.test(a) ? [a, b] : [b, a];
  const month = named(MONTHS, word) + 1;
  if (month === 0) return null;
  return year ? exact(fullYear(year), month, Number(day)) : upcoming(today, month, Number(day));
}

function figures(today: CalendarDate, text: string, order: DayOrder): CalendarDate | null {
  const parts = /^(\d{1,4})[./-](\d{1,2})(?:[./-](\d{4}|\d{2})?)?$/.exec(text);
  if (!parts) return null;
  const [a = "", b = "", c] = parts.slice(1);
  if (a.length === 4) return c ? exact(Number(a), Number(b), Number(c)) : null;
  const [day, month] = order === "day_first" ? [Number(a), Number(b)] : [Number(b), Number(a)];
  return c ? exact(fullYear(c), month, day) : upcoming(today, month, day);
}

/**
 * The day that `text` means, as `YYYY-MM-DD`; null where it means none.
 * A weekday is the next one after today; a date without a year is the next one from today on.
 */
export function parseDay(text: string, today: string, order: DayOrder): string | null {
  const now = parseDate(today);
  const words = text.trim().toLowerCase().replace(/\s+/g, " ");
  if (/^\d{4}-\d{2}-\d{2}$/.test(words)) {
    const [year = 0, month = 0, day = 0] = words.split("-").map(Number);
    return exact(year, month, day)?.toString() ?? null;
  }
  const shift = SHIFTS[words];
  if (shift !== undefined) return now.add({ days: shift }).toString();
  const weekday = named(WEEKDAYS, words.replace(/^next /, ""));
  if (weekday >= 0) {
    const ahead = (weekday - now.toDate("UTC").getUTCDay() + 7) % 7 || 7;
    return now.add({ days: ahead }).toString();
  }
  // "Wed 15 Jan" is 15 January; the weekday is what the field itself shows.
  const bare = words.replace(/^(sun|mon|tue|wed|thu|fri|sat)[a-z]*,? (?=\d)/, "");
  const date = shifted(now, bare) ?? spelled(now, bare) ?? figures(now, bare, order);
  return date && date.year >= 1900 && date.year <= 9999 ? date.toString() : null;
}
