// Where a record stands: whether it is done, and whether anything is left to do. What that means is the core's to say.
import { STATES } from "$lib/gen/wire";

/** The kinds whose records come to an end. */
export type EndingKind = keyof typeof STATES;

/** What a task becomes by a tick. */
export const DONE = { task: STATES.task.done } as const;

/** Whether it went as it was meant to. */
export const isDone = (kind: EndingKind, record: object): boolean =>
  Reflect.get(record, STATES[kind].field) === STATES[kind].done;

/** Whether nothing is left to do. */
export function isOver(kind: EndingKind, record: object): boolean {
  const over: readonly unknown[] = STATES[kind].over;
  return over.includes(Reflect.get(record, STATES[kind].field));
}
