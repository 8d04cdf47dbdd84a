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
  type DueWish,
  type OneWish,
} from "$features/task-dates/shift";

export interface Question {
  title: string;
  wish: OneWish | DueWish;
  answer: Cascade;
  /** Takes whether the date is to be saved alone; all that moves along was applied where it is not. */
  settle: (alone: boolean) => void;
}

class Moving {
  now = $state.raw<Question | null>(null);
  busy = $state(false);

  /** Whether a date of a task may be saved by itself. Where others hang on it, they are shown first. */
  async may(task: Task, dates: Partial<Pick<Task, "start" | "due">>): Promise<boolean> {
    const { start, due } = { ...task, ...dates };
    if (!task.initiative_id || (!start && !due)) return true;
    const wish = { task_id: task.id, ...(start ? { start } : {}), ...(due ? { due } : {}) };
    return await this.#ask(m.shift_title({ title: task.title }), wish);
  }

  /** The same for one last day that several tasks of a plan get. */
  async mayAll(tasks: Task[], due: string | null): Promise<boolean> {
    const [one] = tasks;
    if (!one || due === null) return true;
    if (tasks.length === 1) return await this.may(one, { due });
    const wish = { task_ids: tasks.map(({ id }) => id), due };
    return await this.#ask(m.shift_title_many({ count: String(tasks.length) }), wish);
  }

  async #ask(title: string, wish: OneWish | DueWish): Promise<boolean> {
    // What is refused is refused where it is saved, at its field.
    const answer = await previewShift(wish, null).catch(() => null);
    if (!answer || pushedBy(wish, answer).length + answer.fixed.length === 0) return true;
    this.now?.settle(false);
    return await new Promise((resolve) => {
      const settle = (alone: boolean) => {
        this.now = null;
        resolve(alone);
      };
      this.now = { title, wish, answer, settle };
    });
  }

  /** Applies all that moves along. */
  async apply({ wish, settle }: Question): Promise<void> {
    this.busy = true;
    try {
      await applyShift(wish, false);
      settle(false);
    } catch (thrown) {
      toasts.show(errorWords(thrown), undefined, "bad");
    } finally {
      this.busy = false;
    }
  }
}

export const moving = new Moving();
