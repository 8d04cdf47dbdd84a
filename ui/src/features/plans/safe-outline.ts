// The outline as the customer may see it: without the rows that are internal. Internal fields stay in the data; the
// panes hide them.
import type { Outline } from "$lib/model";

export function customerOutline(outline: Outline): Outline {
  return {
    ...outline,
    objectives: outline.objectives.map((node) => ({
      ...node,
      initiatives: node.initiatives
        .filter(({ initiative }) => initiative.visibility === "customer")
        .map(({ initiative, tasks }) => ({
          initiative,
          tasks: tasks.filter(({ visibility }) => visibility === "customer"),
        })),
    })),
  };
}
