// The time of a workshop: an instant in the local time of a zone, as fields and in words.
import { locale } from "$lib/format/locale";
import { parseAbsolute, toCalendarDate, toTime } from "@internationalized/date";

/** The day and time of an instant in a zone, as they are typed: `2026-12-01` and `09:30`. */
export function partsIn(instant: string, zone: string): { day: string; time: string } {
  const at = parseAbsolute(instant, zone);
  return { day: toCalendarDate(at).toString(), time: toTime(at).toString().slice(0, 5) };
}

/** An instant in words, in the local time of a zone. */
export const inWords = (instant: string, zone: string): string =>
  new Intl.DateTimeFormat(locale(), {
    timeZone: zone,
    dateStyle: "medium",
    timeStyle: "short",
  }).format(new Date(instant));
