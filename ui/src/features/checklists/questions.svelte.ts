// What is asked about a step before something is done to it: a reason, or whether other dates may move.
import { errorWords } from "$lib/errors";
import type { AccountId, ChecklistStep } from "$lib/model";
import { session } from "$lib/session.svelte";
import { toasts } from "$lib/toasts.svelte";
import { movedByTick, reopen, tick } from "$features/checklists/doing";
import { openFollowed } from "$features/checklists/follow";
import { isOver } from "$features/checklists/phases";

export interface Question {
  what: "skip" | "block" | "tick" | "due";
  step: ChecklistStep;
}

class Questions {
  now = $state.raw<Question | null>(null);
  /** The field of the pane that gets the focus when it opens. */
  field: string | null = null;

  ask(what: Question["what"], step: ChecklistStep): void {
    this.now = { what, step };
  }

  /** Ticks a step, or opens it again; one that follows a record is done there. */
  async toggle(step: ChecklistStep, account: AccountId): Promise<void> {
    if (step.follows_id) await openFollowed(step, account);
    else if (isOver(step)) await reopen(step);
    else await this.tick(step);
  }

  /** Done today, at once; where other dates move by it, they are shown first. */
  async tick(step: ChecklistStep): Promise<void> {
    try {
      const moves = await movedByTick(step, session.today);
      if (moves.some(({ id }) => id !== step.id)) this.ask("tick", step);
      else await tick(step, session.today);
    } catch (thrown) {
      toasts.show(errorWords(thrown), undefined, "bad");
    }
  }

  done(): void {
    this.now = null;
  }
}

export const questions = new Questions();
