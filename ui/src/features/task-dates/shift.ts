// Asks the core about new dates of tasks: what they would push; and applies them.
import type * as W from "$lib/gen/wire";
import { rpc } from "$lib/rpc";

/** New dates of one task: `start` alone moves it, `due` alone resizes it. */
export type TaskDates = Omit<W.ShiftRequest, "among">;
/** Several tasks, moved by a number of working days. */
export type TasksShift = Pick<W.ShiftMany, "task_ids"> & { working_days: number };
/** Several tasks that all get the same due day. */
export type TasksDue = Pick<W.ShiftMany, "task_ids"> & { due: string };
export type DateRequest = TaskDates | TasksShift;
/** Everything that follows from a request: each moved date comes after what pushes it. */
export type Cascade = W.ShiftPreview;
export type Move = W.Moved;

/** The tasks that a request is about. */
export const askedFor = (request: DateRequest | TasksDue): readonly string[] =>
  "task_ids" in request ? request.task_ids : [request.task_id];

/** The moves that were not requested: other tasks, and a requested one that ends up at other dates. */
export const pushedBy = (request: DateRequest | TasksDue, answer: Cascade): Move[] => {
  const asked = new Set(askedFor(request));
  return answer.moves.filter(({ id, why }) => !asked.has(id) || why.reason !== "asked");
};

/** What would follow from a request: everything, or only for the tasks `among`. */
export function previewShift(
  request: DateRequest | TasksDue,
  among: readonly string[] | null,
): Promise<Cascade> {
  if ("task_ids" in request) return rpc("plan.preview_shift_many", request);
  const seen = among === null ? {} : { among: among as W.TaskId[] };
  return rpc("plan.preview_shift", { ...request, ...seen });
}

/** Applies a request as one step of undo; `only` does not move what it would push. */
export function applyShift(request: DateRequest | TasksDue, only: boolean): Promise<Cascade> {
  const whole = only ? { only } : {};
  return "task_ids" in request
    ? rpc("plan.shift_many", { ...request, ...whole })
    : rpc("plan.shift", { ...request, ...whole });
}
