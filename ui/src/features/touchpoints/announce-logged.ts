// The message after a touchpoint was logged, with warnings about it, and a link to it.
import type { Logged, LogWarning } from "$lib/gen/wire";
import type { AccountId } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { links, router } from "$lib/router.svelte";
import { toasts } from "$lib/toasts.svelte";

const QUESTIONS: Record<LogWarning, () => string> = {
  no_actions: m.touch_no_actions,
  few_contacts: m.touch_few_contacts,
};

/** Returns the function that shows the message: the dialog is closed by then, and its props are gone. */
export function announceLogged(
  account: AccountId,
  { touchpoint: { subject, id }, warnings }: Logged,
): () => void {
  // These are warnings, not errors.
  const sentences = [m.touch_logged({ subject }), ...warnings.map((one) => QUESTIONS[one]())];
  const link = links.inAccount(account, { kind: "touchpoint", id });
  const open = {
    label: m.touch_open(),
    run: () => {
      router.go(link);
    },
  };
  return () => {
    toasts.show(sentences.join(" "), open);
  };
}
