// A workshop's time: the instant as the clocks of a zone show it, in parts that are typed and in words.
import { locale } from "$lib/format/locale";

const two = (part: number) => String(part).padStart(2, "0");

/** Day and time of an instant in a zone, as they are typed: `2026-12-01` and `09:30`. */
export function partsIn(instant: string, zone: string): { day: string; time: string } {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(new Date(instant));
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return {
    day: `${String(of("year"))}-${two(of("month"))}-${two(of("day"))}`,
    time: `${two(of("hour"))}:${two(of("minute"))}`,
  };
}

/** An instant in words, as the clocks of a zone show it. */
export const inWords = (instant: string, zone: string): string =>
  new Intl.DateTimeFormat(locale(), {
    timeZone: zone,
    dateStyle: "medium",
    timeStyle: "short",
  }).format(new Date(instant));
