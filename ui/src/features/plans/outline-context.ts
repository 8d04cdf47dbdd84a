// What all rows of an outline share: dragging, and the selection.
import type { Outline } from "$lib/model";
import type { Selection } from "$lib/selection.svelte";
import type { Drag } from "$shared/drag.svelte";
import { createContext } from "svelte";

export interface OutlineShared {
  drag: Drag;
  selection: Selection;
  /** Handles a click with a modifier key, which selects a row; a plain click opens it. */
  click: (event: MouseEvent, id: string) => void;
  /** The whole plan. */
  outline: () => Outline;
}

export const [outlineShared, shareOutline] = createContext<OutlineShared>();
