// A move of tasks that is not applied yet: the requested dates, what the core says would follow, and how it ends:
// applied, applied to the one task only, or cancelled. Asks the core at most once a frame; the newest answer wins.
import { announcer } from "$lib/a11y/announce.svelte";
import { errorWords } from "$lib/errors";
import type { Task } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { toasts } from "$lib/toasts.svelte";
import { undo } from "$lib/undo.svelte";
import {
  applyShift,
  pushedBy,
  previewShift,
  type Cascade,
  type DateRequest,
} from "$features/task-dates/shift";
import type { Part } from "$features/roadmap/hit";
import { movedWords, requestWords } from "$features/roadmap/words";
import { dateRequestFor } from "$features/roadmap/date-request";

/** Key presses within so many milliseconds of each other are one move. */
const TOGETHER = 450;
/** So many days are tried in the direction of a key until one is a working day. */
const TRIES = 12;

export class Shift {
  request = $state.raw<DateRequest | null>(null);
  /** What follows from the request, or from the one before it until the core has answered. */
  answer = $state.raw<Cascade | null>(null);
  /** True while the user is asked whether other tasks may move too. */
  asking = $state(false);
  busy = $state(false);
  #answered: DateRequest | null = null;
  /** True once the whole cascade is wanted, not only its visible part. */
  #whole = false;
  #following: Promise<void> | null = null;
  #keyed: { task: string; part: Part; days: number } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `fresh` resolves when the plan shows what was applied, `sight` returns the visible tasks. */
  constructor(
    readonly fresh: () => Promise<unknown>,
    readonly sight: () => readonly string[] = () => [],
  ) {}

  /** Requests dates; null cancels the request. */
  ask(request: DateRequest | null): void {
    if (request === null) this.cancel();
    else if (JSON.stringify(request) !== JSON.stringify(this.request)) {
      this.request = request;
      this.#whole = this.asking || "task_ids" in request;
      this.#following ??= this.#follow();
    }
  }

  async #follow(): Promise<void> {
    while (this.request !== null && this.request !== this.#answered) {
      await new Promise(requestAnimationFrame);
      const request = this.request;
      if (request === null) break;
      try {
        const whole = this.#whole;
        const answer = await previewShift(request, whole ? null : this.sight());
        if (whole !== this.#whole) continue;
        if (this.request === null) break;
        this.#answered = request;
        this.answer = answer;
      } catch (thrown) {
        if (request !== this.request) continue;
        this.cancel();
        toasts.show(errorWords(thrown), undefined, "bad");
      }
    }
    this.#following = null;
  }

  /**
   * The bar was dropped: applies a move that pushes no other task, and asks about one that does or that moves several
   * tasks.
   */
  async drop(): Promise<void> {
    await this.#following;
    if (!this.#whole && this.request !== null) {
      this.#whole = true;
      this.#answered = null;
      await (this.#following ??= this.#follow());
    }
    const { answer, request } = this;
    if (answer === null || request === null) return;
    const asked = answer.moves[0];
    const pushed = pushedBy(request, answer).length;
    if (asked === undefined) this.cancel();
    else if ("task_ids" in request || pushed > 0 || answer.fixed.length > 0) {
      if (!this.asking)
        announcer.say(
          m.roadmap_asks({ what: requestWords(request, asked), count: String(pushed) }),
        );
      this.asking = true;
    } else await this.apply(false);
  }

  /** Asks about what `task` pushes from where it is: a link to it is new, or has another lag. */
  async settle({ id, start, due }: Task): Promise<void> {
    if (this.busy || this.asking) return;
    this.ask({ task_id: id, ...(start ? { start } : {}), ...(due ? { due } : {}) });
    this.#whole = true;
    await this.#following;
    const { answer } = this;
    if (answer && answer.moves.length + answer.fixed.length > 1) await this.drop();
    else this.cancel();
  }

  /** Moves the bar by a key; quick presses are one move. */
  async nudge(task: Task, part: Part, days: number): Promise<void> {
    const same = this.#keyed?.task === task.id && this.#keyed.part === part;
    if (this.busy || (this.asking && !same)) return;
    const keyed = { task: task.id, part, days: (same ? (this.#keyed?.days ?? 0) : 0) + days };
    this.#keyed = keyed;
    clearTimeout(this.#timer);
    this.ask(dateRequestFor(task, part, keyed.days));
    for (let tries = 0; tries < TRIES; tries += 1) {
      await this.#following;
      // The core moved it back over days off: tries one day further.
      if (this.#keyed !== keyed || keyed.days === 0 || !this.#stayed()) break;
      keyed.days += Math.sign(days);
      this.ask(dateRequestFor(task, part, keyed.days));
    }
    if (this.#keyed !== keyed || this.request === null) return;
    const moved = this.answer?.moves[0];
    if (moved) announcer.say(movedWords(moved));
    if (!this.asking) this.#timer = setTimeout(() => void this.drop(), TOGETHER);
  }

  #stayed(): boolean {
    const moved = this.answer?.moves[0];
    return (
      moved !== undefined && moved.old_start === moved.new_start && moved.old_due === moved.new_due
    );
  }

  async apply(only: boolean): Promise<void> {
    const { request, answer } = this;
    if (request === null || this.busy) return;
    this.busy = true;
    clearTimeout(this.#timer);
    try {
      await applyShift(request, only);
      const moved = answer?.moves[0];
      const outside = (answer?.outside.length ?? 0) > 0;
      await this.fresh();
      if (moved) {
        const others = only || !answer ? 0 : pushedBy(request, answer).length;
        const what = requestWords(request, moved);
        const words = others > 0 ? m.roadmap_moved_more({ what, count: String(others) }) : what;
        toasts.show(outside ? m.roadmap_moved_outside({ what: words }) : words, {
          label: m.undo(),
          run: () => void undo.start("undo"),
        });
      }
    } catch (thrown) {
      toasts.show(errorWords(thrown), undefined, "bad");
    } finally {
      this.busy = false;
      this.cancel();
    }
  }

  /** Cancels the move: everything stays where it is. */
  cancel(): void {
    clearTimeout(this.#timer);
    this.request = null;
    this.answer = null;
    this.asking = false;
    this.#answered = null;
    this.#whole = false;
    this.#keyed = null;
  }
}
