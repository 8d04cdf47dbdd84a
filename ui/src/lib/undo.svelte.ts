// Undo and redo of everything. The user stays in the room; a message says what was undone and links to it. Asks first
// about a step that was made before the window opened or by another program.
import { errorWords } from "$lib/errors";
import { recordTitle } from "$lib/format/dates";
import type { AccountId, PlanId, Step } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { links, placeOf, router } from "$lib/router.svelte";
import { rpc, RpcError, writesFinished } from "$lib/rpc";
import { safe } from "$lib/safe.svelte";
import { session } from "$lib/session.svelte";
import { toasts } from "$lib/toasts.svelte";

export type Way = "undo" | "redo";

const VERBS: Record<string, (words: { title: string }) => string> = {
  create: m.step_create,
  update: m.step_update,
  delete: m.step_delete,
  restore: m.step_restore,
  freeze: m.step_freeze,
  close: m.step_close,
  log: m.step_log,
  schedule: m.step_schedule,
  done: m.step_held,
  move: m.step_move,
  shift: m.step_shift,
  shift_many: m.step_many_moved,
  update_many: m.step_update_many,
  delete_many: m.step_delete_many,
  tick: m.step_ticked_off,
  skip: m.step_skipped,
  block: m.step_blocked,
  reopen: m.step_opened,
  add_step: m.step_create,
  move_step: m.step_move,
  indent_step: m.step_indented,
  set_due: m.step_shift,
  follow: m.step_followed,
};

/** Steps that are not about one record. */
const WHOLE: Record<string, () => string> = {
  "command_plan.update": m.step_command_plan,
  "command_plan.to_objectives": m.step_to_objectives,
  "import.apply": m.step_import,
  "contact.hand_over": m.step_hand_over,
  "sample.add": m.step_sample_add,
  "sample.remove": m.step_sample_remove,
  "brand.update": m.step_brand,
  "template.apply": m.step_template_apply,
  "template.accept": m.step_template_accept,
  "template.import": m.step_template_import,
  "plan.save_as_template": m.step_template_save,
  "checklist.start": m.step_run_start,
  "checklist.set_anchor": m.step_anchors,
  "checklist.accept": m.step_run_accept,
  "checklist_template.import": m.step_template_import,
  "dependency.create": m.step_link,
  "dependency.update": m.step_lag,
  "dependency.delete": m.step_unlink,
};

/** A step in words: `changed Security lab, Nordwind`. */
export function stepWords(step: Step): string {
  const verb = VERBS[step.name.split(".")[1] ?? ""] ?? m.step_other;
  const what = WHOLE[step.name]?.() ?? verb({ title: recordTitle(step.kind, step.title) });
  const titled = step.account && step.account !== step.title;
  return titled ? m.step_at({ what, where: step.account }) : what;
}

/**
 * The address at which a step can be seen, null for none. `gone` means that the step left the record deleted: then it
 * is the parent's, as for a step with many records.
 */
export function stepLink(step: Step, gone: boolean): string | null {
  if (step.name.startsWith("sample.")) return links.portfolio();
  const { kind, account_id, plan_id } = step;
  // Reassigned work changes several records: it is shown at the account.
  if (step.name === "contact.hand_over" && step.account_id) return links.account(step.account_id);
  // A shift of several dates is shown on the roadmap.
  const dated = step.name.startsWith("plan.shift") || step.kind === "dependency";
  if (dated && step.plan_id) return links.roadmap(step.plan_id);
  if (step.kind === "plan_version" && gone && step.plan_id) return links.versions(step.plan_id);
  if (kind === "checklist_step" && account_id) return checklistLink(account_id);
  if (kind === "checklist" && gone && account_id) return links.account(account_id, "onboarding");
  if (!gone && !step.name.endsWith("_many")) return placeOf(step);
  if (kind === "account") return links.portfolio();
  if (kind === "template" || kind === "checklist_template") return links.library();
  return placeOf({ kind: null, id: null, account_id, plan_id: kind === "plan" ? null : plan_id });
}

/** A checklist step is shown in its list: if that is open, the address does not change. */
function checklistLink(account: string): string | null {
  const { route } = router;
  const there = route.room === "account" && route.id === account && route.section === "onboarding";
  return there ? null : links.account(account, "onboarding");
}

/** True if the account or the plan of the open room no longer exists. */
async function roomIsGone(): Promise<boolean> {
  const { route } = router;
  if (!("id" in route) || !route.id || route.room === "library") return false;
  const ofAccount = route.room === "account" || route.room === "documents";
  try {
    const { deleted_at } = ofAccount
      ? await rpc("account.get", { id: route.id as AccountId })
      : await rpc("plan.get", { id: route.id as PlanId });
    return deleted_at !== null;
  } catch (thrown) {
    return RpcError.from(thrown).code === "not_found";
  }
}

class Undo {
  /** The step that the user is asked about; null for none. */
  asking = $state.raw<{ way: Way; step: Step } | null>(null);
  /** Runs one at a time: pressing the key twice undoes two steps, never the same step twice. */
  #turn: Promise<void> = Promise.resolve();

  start(way: Way): Promise<void> {
    this.#turn = this.#turn.then(() => this.#next(way));
    return this.#turn;
  }

  async #next(way: Way): Promise<void> {
    if (this.asking) return;
    // The user means the change that was made a moment ago, though its answer may not be here yet.
    await writesFinished();
    const status = await session.refresh();
    const step = status?.[way];
    if (!step) {
      toasts.show(way === "undo" ? m.undo_nothing() : m.redo_nothing());
    } else if (!safe.shows(step.account_id)) {
      // The step is about another customer: neither its name nor a link may be shown.
      toasts.show(m.undo_not_safe());
    } else if (!step.this_sitting || step.source !== "window") {
      this.asking = { way, step };
    } else {
      await this.#run(way, step);
    }
  }

  async answer(yes: boolean): Promise<void> {
    const asked = this.asking;
    this.asking = null;
    if (yes && asked) await this.#run(asked.way, asked.step);
  }

  async #run(way: Way, step: Step): Promise<void> {
    try {
      const done = await rpc(way, { op: step.op });
      const gone = (
        way === "undo" ? /\.(create|freeze|start|add_step|restore)$/ : /\.delete(_many)?$/
      ).test(done.name);
      const link = stepLink(done, gone);
      const away = link !== null && !location.hash.startsWith(link);
      // The room stays open, unless the step removed its record.
      const lost = await roomIsGone();
      if (lost) router.go(link ?? links.portfolio(), true);
      const back: Way = way === "undo" ? "redo" : "undo";
      const what = stepWords(done);
      const told = way === "undo" ? m.undo_done({ what }) : m.redo_done({ what });
      const label = back === "undo" ? m.undo() : m.redo();
      const lead =
        away && !lost ? { label: m.go_there(), run: () => void router.go(link) } : undefined;
      toasts.show(told, { label, run: () => void this.start(back) }, "plain", lead);
    } catch (thrown) {
      toasts.show(errorWords(thrown), undefined, "bad");
    }
  }
}

export const undo = new Undo();
