// A workshop's time: the instant as the clocks of a zone show it, in parts that are typed and in words.
import { locale } from "$lib/format/locale";
import { parseAbsolute, toCalendarDate, toTime } from "@internationalized/date";

/** Day and time of an instant in a zone, as they are typed: `2026-12-01` and `09:30`. */
export function partsIn(instant: string, zone: string): { day: string; time: string } {
  const at = parseAbsolute(instant, zone);
  return { day: toCalendarDate(at).toString(), time: toTime(at).toString().slice(0, 5) };
}

/** An instant in words, as the clocks of a zone show it. */
export const inWords = (instant: string, zone: string): string =>
  new Intl.DateTimeFormat(locale(), {
    timeZone: zone,
    dateStyle: "medium",
    timeStyle: "short",
  }).format(new Date(instant));
