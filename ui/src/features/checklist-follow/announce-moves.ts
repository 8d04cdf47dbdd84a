// Says when a change to a record moved the steps of a checklist that follow it: they stand in another room.
import { m } from "$lib/paraglide/messages.js";
import { links, router } from "$lib/router.svelte";
import { onChanged } from "$lib/rpc";
import { session } from "$lib/session.svelte";
import { toasts } from "$lib/toasts.svelte";

/** Commands about what a step can follow. */
const FOLLOWED = /^(task|objective|workshop|touchpoint)\./;

/** Tells it until the returned function is called. */
export function announceFollowedMoves(): () => void {
  return onChanged((name, changed) => {
    if (FOLLOWED.test(name) && changed.includes("checklist_step")) void tell();
  });
}

async function tell() {
  const status = await session.refresh();
  const account = status?.undo?.account_id;
  if (!account) return;
  toasts.add(m.steps_followed(), {
    label: m.steps_followed_look(),
    run: () => {
      router.go(links.account(account, "onboarding"));
    },
  });
}
