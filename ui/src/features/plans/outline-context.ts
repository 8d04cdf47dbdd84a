// What every row of an outline shares: how rows are dragged, and which tasks are selected.
import type { Outline } from "$lib/model";
import type { Selection } from "$lib/selection.svelte";
import type { Drag } from "$shared/drag.svelte";
import { createContext } from "svelte";

export interface OutlineShared {
  drag: Drag;
  selection: Selection;
  /** The tasks of the plan in their order: what a range runs through. */
  tasks: () => string[];
  /** The whole plan. */
  outline: () => Outline;
}

export const [outlineShared, shareOutline] = createContext<OutlineShared>();
