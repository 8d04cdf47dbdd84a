// In words, what a step's date counts from: an anchor, or the day another step is due or done.
import { number } from "$lib/format/numbers";
import type { TemplateStep } from "$lib/gen/wire";
import type { Choice } from "$lib/i18n/words";
import { m } from "$lib/paraglide/messages.js";
import { anchorWords } from "$features/checklist-dates/anchors";

/** A step that others can count from: its key and its title. */
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

/** The offset of a step's day from what it counts from (`from`, in words). */
export function offsetWords(
  { offset_days, calendar }: Pick<TemplateStep, "offset_days" | "calendar">,
  from: string,
): string {
  if (offset_days === 0) return m.offset_on({ from });
  const days = number(Math.abs(offset_days));
  const one = Math.abs(offset_days) === 1;
  const span =
    calendar === "working"
      ? one
        ? m.span_working_day()
        : m.span_working_days({ days })
      : one
        ? m.span_day()
        : m.span_days({ days });
  return offset_days < 0 ? m.offset_before({ span, from }) : m.offset_after({ span, from });
}

/** The choices for what a step counts from; the present one is always among them, even if it no longer exists. */
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
