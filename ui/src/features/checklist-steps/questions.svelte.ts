// What is asked about a step before something is done to it: a day, a reason, or whether other dates may move.
// One way for every change: it is made at once where no date moves, else its dates are shown first.
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
  /** As it is at first: the day and the reason can be changed where it is asked. */
  change: StepChange;
  /** The dates that move, as far as they are known. */
  moves: StepMoved[] | undefined;
  /** Takes whether the change was made. */
  answer: (made: boolean) => void;
}

class Questions {
  now = $state.raw<Question | null>(null);
  /** The field of the pane that gets the focus when it opens. */
  field: string | null = null;

  /** Asks for what a change needs; whether it was made then. */
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

  /** Makes a change; where dates move by it, or a gate before it is shut, that is shown first. Whether it was made; a refusal is told in a message. */
  async attempt(step: ChecklistStep, change: StepChange): Promise<boolean> {
    try {
      const moves = await movesOf(step, change);
      // What was asked for was made where it was asked. What waits for a gate is not ticked unasked.
      const early = change.what === "tick" && step.gated;
      if (moves.length > 0 || early) return await this.ask(step, change, moves);
      await applyChange(step, change);
      return true;
    } catch (thrown) {
      toasts.show(errorWords(thrown), undefined, "bad");
      return false;
    }
  }

  /** Whether fields of a step may change: those that its date hangs on. Rejects with the refusal. */
  async mayEdit(
    step: ChecklistStep,
    fields: Partial<FieldsOf["checklist_step"]>,
  ): Promise<boolean> {
    const change: StepChange = { what: "edit", fields };
    const moves = await movesOf(step, change);
    return moves.length === 0 || (await this.ask(step, change, moves));
  }

  /** Done today. One that is to be a call says that the measures count what is logged. */
  async tick(step: ChecklistStep, account: AccountId): Promise<boolean> {
    const done = await this.attempt(step, { what: "tick", day: session.today });
    if (done && step.follows_kind === "touchpoint")
      toasts.show(m.step_ticked_unlogged({ title: step.title }), {
        label: m.step_log_it(),
        run: () => void logFor(step, account),
      });
    return done;
  }

  /** Ticks a step, or opens it again; one that follows a record is done there. */
  async toggle(step: ChecklistStep, account: AccountId): Promise<void> {
    if (step.follows_id) await openFollowed(step, account);
    else if (isOver(step)) await this.attempt(step, { what: "reopen" });
    else await this.tick(step, account);
  }
}

export const questions = new Questions();
