// What the roadmap asks of the core, under the names it uses. Asks; decides nothing.
import type * as W from "$lib/gen/wire";
import { rpc } from "$lib/rpc";

/** The successor starts on the next working day after the predecessor's due plus the lag. */
export type Dependency = W.Stored<W.DependencyId, W.Dependency, W.Bare>;
/** The dates that somebody gives a task: `start` alone moves it, `due` alone resizes it. */
export type Wish = W.ShiftRequest;
/** All that follows from a wish: the task itself first. */
export type Cascade = W.ShiftPreview;
export type Move = W.Moved;

/** Applies a wish as one step; `only` leaves what it would push where it is. */
export const applyShift = (wish: Wish, only: boolean) =>
  rpc("plan.shift", only ? { ...wish, only } : wish);
