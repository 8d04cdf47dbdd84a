// What the core is asked about new dates of tasks: what they would push, and to apply it. Decides nothing itself.
import type * as W from "$lib/gen/wire";
import { rpc } from "$lib/rpc";

/** The dates that somebody gives a task: `start` alone moves it, `due` alone resizes it. */
export type TaskDates = Omit<W.ShiftRequest, "among">;
/** Several tasks, each so many working days later or earlier. */
export type TasksShift = Pick<W.ShiftMany, "task_ids"> & { working_days: number };
/** Several tasks, all to one last day. */
export type TasksDue = Pick<W.ShiftMany, "task_ids"> & { due: string };
export type DateRequest = TaskDates | TasksShift;
/** All that follows from a request: each date after what pushes it. */
export type Cascade = W.ShiftPreview;
export type Move = W.Moved;

/** The tasks that a request is about. */
export const askedFor = (request: DateRequest | TasksDue): readonly string[] =>
  "task_ids" in request ? request.task_ids : [request.task_id];

/** What moves that nobody asked for: other tasks, and one that was asked for where it comes to stand elsewhere. */
export const pushedBy = (request: DateRequest | TasksDue, answer: Cascade): Move[] => {
  const asked = new Set(askedFor(request));
  return answer.moves.filter(({ id, why }) => !asked.has(id) || why.reason !== "asked");
};

/** What would follow from a request: all of it, or what becomes of `among` alone. */
export function previewShift(
  request: DateRequest | TasksDue,
  among: readonly string[] | null,
): Promise<Cascade> {
  if ("task_ids" in request) return rpc("plan.preview_shift_many", request);
  const seen = among === null ? {} : { among: among as W.TaskId[] };
  return rpc("plan.preview_shift", { ...request, ...seen });
}

/** Applies a request as one step; `only` leaves what it would push where it is. */
export function applyShift(request: DateRequest | TasksDue, only: boolean): Promise<Cascade> {
  const whole = only ? { only } : {};
  return "task_ids" in request
    ? rpc("plan.shift_many", { ...request, ...whole })
    : rpc("plan.shift", { ...request, ...whole });
}
