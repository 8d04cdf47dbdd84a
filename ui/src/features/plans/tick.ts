// Ticks a task as done today, or opens it again.
import { errorWords } from "$lib/errors";
import type { Task } from "$lib/model";
import { update } from "$lib/records";
import { DONE } from "$lib/states";
import { toasts } from "$lib/toasts.svelte";

/** Marks `task` as done or open; an error is shown as a message. */
export async function tickTask(task: Task, on: boolean): Promise<void> {
  const { status } = task;
  try {
    // The core sets the day it was done, whoever changes the status.
    await update("task", task, { status: on ? DONE.task : "new" }, { status });
  } catch (thrown) {
    toasts.show(errorWords(thrown), undefined, "bad");
  }
}
