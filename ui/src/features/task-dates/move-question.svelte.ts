// What another date of a task would push, asked about before it is saved, wherever that date is typed. One way for every
// field: it is saved at once where nothing else moves.
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
  /** Takes whether the date is to be saved alone; all that moves along was applied where it is not. */
  settle: (alone: boolean) => void;
}

class MoveQuestion {
  now = $state.raw<Question | null>(null);
  busy = $state(false);

  /** Whether a date of a task may be saved by itself. Where others hang on it, they are shown first. */
  async may(task: Task, dates: Partial<Pick<Task, "start" | "due">>): Promise<boolean> {
    const { start, due } = { ...task, ...dates };
    if (!task.initiative_id || (!start && !due)) return true;
    const request = { task_id: task.id, ...(start ? { start } : {}), ...(due ? { due } : {}) };
    return await this.#ask(m.shift_title({ title: task.title }), request);
  }

  /** The same for one last day that several tasks of a plan get. */
  async mayAll(tasks: Task[], due: string | null): Promise<boolean> {
    const [one] = tasks;
    if (!one || due === null) return true;
    if (tasks.length === 1) return await this.may(one, { due });
    const request = { task_ids: tasks.map(({ id }) => id), due };
    return await this.#ask(m.shift_title_many({ count: String(tasks.length) }), request);
  }

  async #ask(title: string, request: TaskDates | TasksDue): Promise<boolean> {
    // What is refused is refused where it is saved, at its field.
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

  /** Applies all that moves along. */
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
