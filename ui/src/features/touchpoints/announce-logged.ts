// What is said once a touchpoint is logged: what is questioned in it, and the way to it.
import type { Logged, LogWarning } from "$lib/gen/wire";
import type { AccountId } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { links, router } from "$lib/router.svelte";
import { toasts } from "$lib/toasts.svelte";

const QUESTIONS: Record<LogWarning, () => string> = {
  no_actions: m.touch_no_actions,
  few_contacts: m.touch_few_contacts,
};

/** Says it when it is called: by then the dialog is closed, and knows no more what it was opened for. */
export function announceLogged(
  account: AccountId,
  { touchpoint: { subject, id }, warnings }: Logged,
): () => void {
  // Questioned, not refused.
  const said = [m.touch_logged({ subject }), ...warnings.map((one) => QUESTIONS[one]())];
  const link = links.inAccount(account, { kind: "touchpoint", id });
  const open = {
    label: m.touch_open(),
    run: () => {
      router.go(link);
    },
  };
  return () => {
    toasts.show(said.join(" "), open);
  };
}
