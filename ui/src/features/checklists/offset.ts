// What a step's date counts from, in words: an anchor, or another step's due or done day.
import type { Choice } from "$lib/i18n/words";
import { m } from "$lib/paraglide/messages.js";
import { anchorWords } from "$features/checklists/anchors";

/** A step that others can count from: its key and what it is called. */
export interface Based {
  key: string;
  title: string;
}

/** `anchor:contract`, `due:kickoff`, `done:kickoff` in words. */
export function fromWords(
  from: string,
  steps: Based[],
  names: Record<string, string> = {},
): string {
  const at = from.indexOf(":");
  const [way, key] = [from.slice(0, at), from.slice(at + 1)];
  if (way === "anchor") return anchorWords(key, names);
  const title = steps.find((step) => step.key === key)?.title ?? key;
  return way === "done" ? m.step_from_done({ title }) : m.step_from_due({ title });
}

/** What a step can count from; what it counts from now is among them, whatever became of it. */
export function fromChoices(
  anchors: string[],
  steps: Based[],
  now: string | null,
  names: Record<string, string> = {},
): Choice[] {
  const keyed = steps.filter(({ key }) => key !== "");
  const values = [
    ...anchors.map((key) => `anchor:${key}`),
    ...keyed.flatMap(({ key }) => [`done:${key}`, `due:${key}`]),
  ];
  if (now !== null && !values.includes(now)) values.push(now);
  return values.map((value) => ({ value, label: fromWords(value, keyed, names) }));
}
