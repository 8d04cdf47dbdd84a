// What a projection means for a criterion, for its pane, its chart and the table.
import type { Criterion } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";

/** Whether the trend reaches the target only after its date. */
export const isLate = ({
  projected,
  target_date,
}: Pick<Criterion, "projected" | "target_date">): boolean =>
  projected !== null && target_date !== null && projected > target_date;

/** The day to which the trend leads; none where that went by, since it was no forecast then. */
export const ahead = ({ projected }: Pick<Criterion, "projected">, today: string): string | null =>
  projected !== null && projected >= today ? projected : null;

/** The sentence about the next interim target: reached, not reached, or nothing read yet. */
export const interimWords = (met: boolean | null) =>
  met === null ? m.interim_next : met ? m.interim_met : m.interim_missed;

/** Where the way from the newest reading ends: the target, or the nearer end of the range. */
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
