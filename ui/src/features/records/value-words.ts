// Stored values in words, for the history.
import { day, toDate, weekdayNames } from "$lib/format/dates";
import { money, number } from "$lib/format/numbers";
import * as words from "$lib/i18n/words";
import type { Money } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";

const LISTS: Record<string, () => string>[] = Object.values(words).filter(
  (list): list is Record<string, () => string> & typeof list => typeof list === "object",
);

const isMoney = (value: unknown): value is Money =>
  typeof value === "object" &&
  value !== null &&
  Object.keys(value).sort().join() === "currency,minor" &&
  typeof (value as Money).minor === "number";

/** A stored value in words: a day, a number, a term of a picklist, or the text itself. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return m.no_value();
  if (typeof value === "number") return number(value);
  if (typeof value === "boolean") return value ? m.yes() : m.no();
  if (Array.isArray(value)) return value.map(valueWords).join(", ") || m.no_value();
  if (isMoney(value)) return money(value);
  if (typeof value === "object") return Object.values(value).map(valueWords).join(" ");
  if (typeof value !== "string") return m.no_value();
  // Values that only programs can read are named, not shown.
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)) return m.history_record();
  if (/^[0-9a-f]{64}$/.test(value)) return m.history_file();
  if (/^\d{4}-\d{2}-\d{2}$/.test(value) && toDate(value)) return day(value);
  const weekday = weekdayNames().find((name) => name.value === value);
  if (weekday) return weekday.label;
  return LISTS.find((list) => value in list)?.[value]?.() ?? value;
}
