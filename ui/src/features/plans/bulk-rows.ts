// The rows of an outline that can be changed together: its tasks or its initiatives, never both at once.
import type { Outline } from "$lib/model";
import type { Selection } from "$lib/selection.svelte";
import { initiativesOf } from "$features/plans/initiative-fields";
import { tasksOf } from "$features/plans/task-fields";

/** All rows of the selected kind; if nothing is selected, of the kind of the row `at`; else the tasks. */
export function bulkRows(outline: Outline, selection: Selection, at: string | null): string[] {
  const tasks: string[] = tasksOf(outline).map(({ id }) => id);
  const initiatives: string[] = initiativesOf(outline).map(({ id }) => id);
  if (selection.of(tasks).length > 0) return tasks;
  const chosen = selection.of(initiatives).length > 0;
  return chosen || (at !== null && initiatives.includes(at)) ? initiatives : tasks;
}
