// What every row of an outline shares: how rows are dragged, and which of them are selected.
import type { Outline } from "$lib/model";
import type { Selection } from "$lib/selection.svelte";
import type { Drag } from "$shared/drag.svelte";
import { createContext } from "svelte";

export interface OutlineShared {
  drag: Drag;
  selection: Selection;
  /** Takes a click that selects a row, with a key held; any other opens it. */
  click: (event: MouseEvent, id: string) => void;
  /** The whole plan. */
  outline: () => Outline;
}

export const [outlineShared, shareOutline] = createContext<OutlineShared>();
