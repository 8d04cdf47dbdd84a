// Moves the focus to where something missing of an objective is entered: its own field, a criterion that lacks it, or
// the field that adds a row.
import type { CriterionNode, Objective } from "$lib/model";
import { links, router } from "$lib/router.svelte";
import { paneLink } from "$features/plans/pane-link";
import { focusField } from "$features/plans/focus-field";
import { focusAdder } from "$features/plans/outline-verbs";
import { tick } from "svelte";

/** Whether a criterion lacks a field, by field. */
export const LACKS: Record<string, (node: CriterionNode) => boolean> = {
  baseline: ({ criterion }) => criterion.baseline === null,
  target: ({ criterion: { direction, target, target_min, target_max } }) =>
    // A minimum or a maximum alone is a range with one end.
    direction === "in_range" ? target_min === null && target_max === null : target === null,
  target_date: ({ criterion }) => criterion.target_date === null,
};

/** The rows that are added below the objective. */
const ADDED: Record<string, string> = { criteria: "criterion", initiatives: "initiative" };

export async function focusMissing(
  field: string,
  objective: Objective,
  criteria: CriterionNode[],
): Promise<void> {
  const lacks = LACKS[field];
  const added = ADDED[field];
  if (added) {
    router.go(links.plan(objective.plan_id));
    await tick();
    focusAdder(document.body, added, objective.id);
  } else if (!lacks) focusField(field, null);
  else {
    const at = criteria.find(lacks)?.criterion;
    const first = at?.direction === "in_range" && field === "target" ? "target_min" : field;
    if (at) focusField(first, paneLink(router.route, { kind: "criterion", id: at.id }));
  }
}
