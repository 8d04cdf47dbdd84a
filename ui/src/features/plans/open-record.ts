// Finds the record that an address names in a plan's outline.
import type { CriterionNode, Initiative, Objective, Outline, Plan, Task } from "$lib/model";
import type { Detail } from "$lib/router.svelte";

/** The open record with what its pane needs. */
export type OpenRecord =
  | { kind: "plan"; plan: Plan }
  | { kind: "objective"; objective: Objective; criteria: CriterionNode[] }
  | { kind: "criterion"; node: CriterionNode }
  | { kind: "initiative"; initiative: Initiative; others: Objective[] }
  | { kind: "task"; task: Task };

/** The record that `detail` names; null if the outline does not have it (any more). */
export function openRecord({ plan, objectives }: Outline, { kind, id }: Detail): OpenRecord | null {
  if (kind === "plan") return plan.id === id ? { kind, plan } : null;
  for (const { objective, criteria, initiatives } of objectives) {
    if (kind === "objective" && objective.id === id) return { kind, objective, criteria };
    if (kind === "criterion") {
      const node = criteria.find(({ criterion }) => criterion.id === id);
      if (node) return { kind, node };
    }
    for (const { initiative, tasks } of initiatives) {
      if (kind === "initiative" && initiative.id === id) {
        const others = objectives.map((node) => node.objective).filter((one) => one !== objective);
        return { kind, initiative, others };
      }
      const task = kind === "task" ? tasks.find((task) => task.id === id) : undefined;
      if (task) return { kind: "task", task };
    }
  }
  return null;
}
