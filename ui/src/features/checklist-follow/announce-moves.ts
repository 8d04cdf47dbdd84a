// Shows a message when a change to a record moved the checklist steps that follow it, as they are in another room.
import { m } from "$lib/paraglide/messages.js";
import { links, router } from "$lib/router.svelte";
import { onChanged } from "$lib/rpc";
import { session } from "$lib/session.svelte";
import { toasts } from "$lib/toasts.svelte";

/** The commands that change records that a step can follow. */
const FOLLOWED = /^(task|objective|workshop|touchpoint)\./;

/** Shows these messages until the returned function is called. */
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
