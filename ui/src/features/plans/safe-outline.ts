// The outline without the rows that may not be shown now. Fields that may not stay in the data; the panes hide them.
import type { Outline } from "$lib/model";
import { recordShown, recordsShown } from "$lib/safe-fields";

export function shownOutline(outline: Outline): Outline {
  return {
    ...outline,
    objectives: outline.objectives.map((node) => ({
      ...node,
      initiatives: node.initiatives
        .filter(({ initiative }) => recordShown("initiative", initiative))
        .map(({ initiative, tasks }) => ({ initiative, tasks: recordsShown("task", tasks) })),
    })),
  };
}
