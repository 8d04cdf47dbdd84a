// What the core is asked about new dates of tasks: what they would push, and to apply it. Decides nothing itself.
import type * as W from "$lib/gen/wire";
import { rpc } from "$lib/rpc";

/** The dates that somebody gives a task: `start` alone moves it, `due` alone resizes it. */
export type OneWish = Omit<W.ShiftRequest, "among">;
/** Several tasks, each so many working days later or earlier. */
export type ManyWish = Pick<W.ShiftMany, "task_ids"> & { working_days: number };
/** Several tasks, all to one last day. */
export type DueWish = Pick<W.ShiftMany, "task_ids"> & { due: string };
export type Wish = OneWish | ManyWish;
/** All that follows from a wish: each date after what pushes it. */
export type Cascade = W.ShiftPreview;
export type Move = W.Moved;

/** The tasks that a wish is about. */
export const askedFor = (wish: Wish | DueWish): readonly string[] =>
  "task_ids" in wish ? wish.task_ids : [wish.task_id];

/** What moves that nobody asked for: other tasks, and one that was asked for where it comes to stand elsewhere. */
export const pushedBy = (wish: Wish | DueWish, answer: Cascade): Move[] => {
  const asked = new Set(askedFor(wish));
  return answer.moves.filter(({ id, why }) => !asked.has(id) || why.reason !== "asked");
};

/** What would follow from a wish: all of it, or what becomes of `among` alone. */
export function previewShift(
  wish: Wish | DueWish,
  among: readonly string[] | null,
): Promise<Cascade> {
  if ("task_ids" in wish) return rpc("plan.preview_shift_many", wish);
  const seen = among === null ? {} : { among: among as W.TaskId[] };
  return rpc("plan.preview_shift", { ...wish, ...seen });
}

/** Applies a wish as one step; `only` leaves what it would push where it is. */
export function applyShift(wish: Wish | DueWish, only: boolean): Promise<Cascade> {
  const whole = only ? { only } : {};
  return "task_ids" in wish
    ? rpc("plan.shift_many", { ...wish, ...whole })
    : rpc("plan.shift", { ...wish, ...whole });
}
