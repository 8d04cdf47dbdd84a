// The size of a file as people read it.
import { number } from "$lib/format/numbers";
import { m } from "$lib/paraglide/messages.js";

/** `48 kB`, `1.2 MB`; a thousand bytes to the kilobyte, as file managers count. */
export function size(bytes: number): string {
  if (bytes < 1000) return m.size_bytes({ n: number(bytes) });
  if (bytes < 999_500) return m.size_kilobytes({ n: number(Math.round(bytes / 1000)) });
  return m.size_megabytes({ n: number(Math.round(bytes / 100_000) / 10) });
}
