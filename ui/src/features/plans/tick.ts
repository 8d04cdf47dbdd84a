// Ticking a task: done today, or not done after all.
import { errorWords } from "$lib/errors";
import type { Task } from "$lib/model";
import { update } from "$lib/records";
import { toasts } from "$lib/toasts.svelte";

/** Marks `task` done or open again; a refusal is told in a message. */
export async function tickTask(task: Task, on: boolean): Promise<void> {
  const { status } = task;
  try {
    // The day it was done follows in the core, whatever door says that it is.
    await update("task", task, { status: on ? "closed_success" : "new" }, { status });
  } catch (thrown) {
    toasts.show(errorWords(thrown), undefined, "bad");
  }
}
