// Steps that follow another record: its kinds, the link to it, and connecting both.
import { errorWords } from "$lib/errors";
import type { AccountId, ChecklistStep, FollowedKind, ObjectiveId, TaskId } from "$lib/model";
import { day as dayWords } from "$lib/format/dates";
import { m } from "$lib/paraglide/messages.js";
import { links, placeOf, router } from "$lib/router.svelte";
import { newRecordDialog } from "$lib/new-record-dialog.svelte";
import { rpc } from "$lib/rpc";
import { toasts } from "$lib/toasts.svelte";

export const followedKind: Record<FollowedKind, () => string> = {
  task: m.task,
  workshop: m.kind_workshop,
  touchpoint: m.kind_touchpoint,
  objective: m.kind_objective,
};

async function planOf(kind: FollowedKind, id: string): Promise<string | null> {
  if (kind === "objective") return (await rpc("objective.get", { id: id as ObjectiveId })).plan_id;
  if (kind !== "task") return null;
  const { initiative_id } = await rpc("task.get", { id: id as TaskId });
  if (!initiative_id) return null;
  const { objective_id } = await rpc("initiative.get", { id: initiative_id });
  return (await rpc("objective.get", { id: objective_id })).plan_id;
}

/** Goes to the record that a step follows. */
export async function openFollowed(step: ChecklistStep, account_id: AccountId): Promise<void> {
  const { follows_kind: kind, follows_id: id } = step;
  if (!kind || !id) return;
  try {
    const plan_id = await planOf(kind, id);
    router.go(placeOf({ kind, id, account_id, plan_id }) ?? links.account(account_id));
  } catch (thrown) {
    toasts.show(errorWords(thrown), undefined, "bad");
  }
}

/** A record that a step can follow. */
export interface Followable {
  id: string;
  label: string;
}
const all = { limit: 100_000 };

/** The records of a kind that a step of the account can follow, with their titles. */
export async function followable(kind: FollowedKind, account_id: AccountId): Promise<Followable[]> {
  const filter = { account_id };
  const dated = (day: string | null | undefined, title: string) =>
    day ? `${title}, ${dayWords(day)}` : title;
  if (kind === "touchpoint") {
    const { items } = await rpc("touchpoint.list", { filter, page: all });
    return items.map(({ id, subject, held_on }) => ({ id, label: dated(held_on, subject) }));
  }
  if (kind === "workshop") {
    const { items } = await rpc("workshop.list", { filter, page: all });
    return items.map(({ id, title }) => ({ id, label: title }));
  }
  const { items: plans } = await rpc("plan.list", { filter, page: all });
  const outlines = await Promise.all(plans.map(({ id }) => rpc("plan.outline", { id })));
  const objectives = outlines.flatMap((outline) => outline.objectives);
  if (kind === "objective")
    return objectives.map(({ objective: { id, title } }) => ({ id, label: title }));
  const { items: own } = await rpc("task.list", { filter, page: all });
  const planned = objectives.flatMap(({ initiatives }) =>
    initiatives.flatMap(({ tasks }) => tasks),
  );
  return [...own, ...planned].map(({ id, title, due }) => ({ id, label: dated(due, title) }));
}

const nameOf = async (id: AccountId) => (await rpc("account.get", { id })).name;

/** Opens the dialog that logs the call that this step was; the step then follows it. */
export async function logFor(step: ChecklistStep, account: AccountId): Promise<void> {
  newRecordDialog.start({ kind: "touchpoint", account, name: await nameOf(account), step });
}

/** Opens the dialog for a new workshop; the step then follows it. */
export async function planFor(step: ChecklistStep, account: AccountId): Promise<void> {
  newRecordDialog.start({ kind: "workshop", account, name: await nameOf(account), step });
}

/** Makes a step follow a record; null for none. */
export async function followRecord(
  step: ChecklistStep,
  record: { kind: FollowedKind; id: string } | null,
): Promise<void> {
  await rpc("checklist.follow", { step_id: step.id, ...record });
}
