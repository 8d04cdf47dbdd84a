// The question that is asked before a step changes: a day, a reason, or whether other dates may move. All changes go
// this way: a change that moves no date is applied at once, otherwise the dates are shown first.
import { errorWords } from "$lib/errors";
import type { StepMoved } from "$lib/gen/wire";
import type { AccountId, ChecklistStep, FieldsOf } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { session } from "$lib/session.svelte";
import { toasts } from "$lib/toasts.svelte";
import { applyChange, movesOf, type StepChange } from "$features/checklist-steps/changes";
import { logFor, openFollowed } from "$features/checklist-follow/follow";
import { isOver } from "$features/checklist-steps/phases";

export interface Question {
  step: ChecklistStep;
  /** The change as it is proposed: its day and reason can be edited in the dialog. */
  change: StepChange;
  /** The dates that would move, if they are known already. */
  moves: StepMoved[] | undefined;
  /** Called with whether the change was applied. */
  answer: (made: boolean) => void;
}

class Questions {
  now = $state.raw<Question | null>(null);
  /** The field of the pane that is to get the focus when it opens. */
  field: string | null = null;

  /** Asks for what a change needs; resolves to whether it was applied. */
  ask(step: ChecklistStep, change: StepChange, moves?: StepMoved[]): Promise<boolean> {
    this.now?.answer(false);
    return new Promise((resolve) => {
      const answer = (made: boolean) => {
        this.now = null;
        resolve(made);
      };
      this.now = { step, change, moves, answer };
    });
  }

  /**
   * Applies a change; asks first if dates would move or a gate is not reached. Resolves to whether it was applied; an
   * error is shown as a message.
   */
  async attempt(step: ChecklistStep, change: StepChange): Promise<boolean> {
    try {
      const moves = await movesOf(step, change);
      // The dialog applied it. A step behind a gate is not ticked without asking.
      const early = change.what === "tick" && step.gated;
      if (moves.length > 0 || early) return await this.ask(step, change, moves);
      await applyChange(step, change);
      return true;
    } catch (thrown) {
      toasts.show(errorWords(thrown), undefined, "bad");
      return false;
    }
  }

  /** Whether fields that a step's date depends on may be changed. Rejects with the error. */
  async mayEdit(
    step: ChecklistStep,
    fields: Partial<FieldsOf["checklist_step"]>,
  ): Promise<boolean> {
    const change: StepChange = { what: "edit", fields };
    const moves = await movesOf(step, change);
    return moves.length === 0 || (await this.ask(step, change, moves));
  }

  /**
   * Ticks a step as done today. If it should be a call, a message says that only logged calls count in the measures.
   */
  async tick(step: ChecklistStep, account: AccountId): Promise<boolean> {
    const done = await this.attempt(step, { what: "tick", day: session.today });
    if (done && step.follows_kind === "touchpoint")
      toasts.show(m.step_ticked_unlogged({ title: step.title }), {
        label: m.step_log_it(),
        run: () => void logFor(step, account),
      });
    return done;
  }

  /** Ticks or reopens a step; one that follows a record opens that record instead. */
  async toggle(step: ChecklistStep, account: AccountId): Promise<void> {
    if (step.follows_id) await openFollowed(step, account);
    else if (isOver(step)) await this.attempt(step, { what: "reopen" });
    else await this.tick(step, account);
  }
}

export const questions = new Questions();
