// The question before a new date of a task is saved that would push other tasks, wherever it was typed. All date fields
// go this way: if nothing else moves, the date is saved at once.
import { errorWords } from "$lib/errors";
import type { Task } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { toasts } from "$lib/toasts.svelte";
import {
  applyShift,
  previewShift,
  pushedBy,
  type Cascade,
  type TasksDue,
  type TaskDates,
} from "$features/task-dates/shift";

export interface Question {
  title: string;
  request: TaskDates | TasksDue;
  answer: Cascade;
  /** Called with whether the date is to be saved alone; false if all moves were applied together. */
  settle: (alone: boolean) => void;
}

class MoveQuestion {
  now = $state.raw<Question | null>(null);
  busy = $state(false);

  /** Whether a date of a task may be saved by itself. If other tasks depend on it, asks first. */
  async may(task: Task, dates: Partial<Pick<Task, "start" | "due">>): Promise<boolean> {
    const { start, due } = { ...task, ...dates };
    if (!task.initiative_id || (!start && !due)) return true;
    const request = { task_id: task.id, ...(start ? { start } : {}), ...(due ? { due } : {}) };
    return await this.#ask(m.shift_title({ title: task.title }), request);
  }

  /** The same for one due day that several tasks of a plan get. */
  async mayAll(tasks: Task[], due: string | null): Promise<boolean> {
    const [one] = tasks;
    if (!one || due === null) return true;
    if (tasks.length === 1) return await this.may(one, { due });
    const request = { task_ids: tasks.map(({ id }) => id), due };
    return await this.#ask(m.shift_title_many({ count: String(tasks.length) }), request);
  }

  async #ask(title: string, request: TaskDates | TasksDue): Promise<boolean> {
    // An error is shown when the date is saved, at its field.
    const answer = await previewShift(request, null).catch(() => null);
    if (!answer || pushedBy(request, answer).length + answer.fixed.length === 0) return true;
    this.now?.settle(false);
    return await new Promise((resolve) => {
      const settle = (alone: boolean) => {
        this.now = null;
        resolve(alone);
      };
      this.now = { title, request, answer, settle };
    });
  }

  /** Applies all moves together. */
  async apply({ request, settle }: Question): Promise<void> {
    this.busy = true;
    try {
      await applyShift(request, false);
      settle(false);
    } catch (thrown) {
      toasts.show(errorWords(thrown), undefined, "bad");
    } finally {
      this.busy = false;
    }
  }
}

export const moveQuestion = new MoveQuestion();
