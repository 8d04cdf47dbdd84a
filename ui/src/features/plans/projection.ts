// The projection of a criterion in words, for its pane, its chart and the table.
import type { Criterion } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";

/** Whether the trend reaches the target only after its date. */
export const isLate = ({
  projected,
  target_date,
}: Pick<Criterion, "projected" | "target_date">): boolean =>
  projected !== null && target_date !== null && projected > target_date;

/** The day at which the trend reaches the target; none if it has passed, as it was no forecast then. */
export const ahead = ({ projected }: Pick<Criterion, "projected">, today: string): string | null =>
  projected !== null && projected >= today ? projected : null;

/** The sentence about the next interim target: reached, missed, or not read yet. */
export const interimWords = (met: boolean | null) =>
  met === null ? m.interim_next : met ? m.interim_met : m.interim_missed;

/** The value to reach from the newest reading: the target, or the nearer end of the range. */
export function goal({
  direction,
  target,
  target_min,
  target_max,
  latest,
}: Pick<Criterion, "direction" | "target" | "target_min" | "target_max" | "latest">):
  number | null {
  if (direction !== "in_range") return target;
  if (target_min === null || target_max === null || !latest) return null;
  return latest.value < target_min ? target_min : target_max;
}
