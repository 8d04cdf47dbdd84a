// A sentence about the readings of a criterion; it is the chart's title too.
import { measure, share } from "$lib/format/numbers";
import { criterionKind, direction } from "$lib/i18n/words";
import type { Criterion } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";

/** How it is measured, then what the readings show. */
export function readingsSummary(criterion: Criterion): string {
  const how = m.finding_how({
    kind: criterionKind[criterion.kind](),
    direction: direction[criterion.direction]().toLocaleLowerCase(),
  });
  return `${how} ${progressSummary(criterion)}`;
}

function progressSummary({
  progress,
  latest,
  baseline,
  target,
  direction,
  kind,
}: Criterion): string {
  if (!latest) return m.finding_none();
  if (progress === null) return m.finding_unplaced();
  if (direction === "in_range") {
    return progress >= 1 ? m.finding_in_range() : m.finding_out_of_range();
  }
  const way = { from: measure(baseline, kind), to: measure(target, kind) };
  if (progress < 0) return m.finding_wrong_way({ share: share(-progress) });
  if (progress >= 1) return m.finding_reached({ share: share(progress), ...way });
  if (progress === 0) return m.finding_not_moved();
  return m.finding_on_the_way({ share: share(progress), ...way });
}
