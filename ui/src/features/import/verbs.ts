// The palette's verbs for importing files and handing accounts over.
import { m } from "$lib/paraglide/messages.js";
import type { Verb } from "$lib/verbs.svelte";
import { accountTransfer, type AccountName } from "$features/import/account-transfer.svelte";
import { importing } from "$features/import/importing.svelte";

/** Imports a file of any kind, or an account that a colleague handed over. */
export const importVerbs = (): Verb[] => [
  {
    id: "import-workbook",
    label: m.verb_import(),
    run: () => {
      importing.start();
    },
  },
  {
    id: "import-account",
    label: m.verb_import_account(),
    run: () => {
      importing.start({ kind: "account" });
    },
  },
];

/** Hands an account over to a colleague. */
export const transferVerb = ({ id, name }: AccountName, quiet: boolean): Verb => ({
  id: `hand-over ${id}`,
  label: m.verb_hand_over({ account: name }),
  of: name,
  quiet,
  run: () => {
    accountTransfer.start({ id, name });
  },
});
