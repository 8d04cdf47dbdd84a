// The dates of a task in words.
import { dayShort } from "$lib/format/dates";
import { m } from "$lib/paraglide/messages.js";
import { session } from "$lib/session.svelte";

/** Dates as one line: `1 Dec to 4 Dec`. */
export function datesWords(start: string | null, due: string | null): string {
  const [from, to] = [start, due].map((date) => date && dayShort(date, session.today));
  if (from && to && from !== to) return m.period_to({ start: from, end: to });
  return to || from || "";
}
