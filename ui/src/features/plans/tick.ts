// Ticking a task: done today, or not done after all.
import { errorWords } from "$lib/errors";
import type { Task } from "$lib/model";
import { update } from "$lib/records";
import { session } from "$lib/session.svelte";
import { toasts } from "$lib/toasts.svelte";

/** Marks `task` done or open again; a refusal is told in a message. */
export async function tickTask(task: Task, on: boolean): Promise<void> {
  const { status, done_date } = task;
  const changes = on
    ? { status: "closed_success" as const, done_date: session.today }
    : { status: "new" as const, done_date: null };
  try {
    await update("task", task, changes, { status, done_date });
  } catch (thrown) {
    toasts.show(errorWords(thrown), undefined, "bad");
  }
}
