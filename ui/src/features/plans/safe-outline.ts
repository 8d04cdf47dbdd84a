// The outline as the customer may see it: without what is marked internal. Fields stay as they are; the
// panes leave out the internal ones.
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
