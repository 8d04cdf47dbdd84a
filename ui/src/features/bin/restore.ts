// Restores a deleted record, shows a message, and links to the record.
import { COMMANDS, KINDS, type BinEntry, type Kind } from "$lib/gen/wire";
import { recordTitle } from "$lib/format/dates";
import { m } from "$lib/paraglide/messages.js";
import { placeOf, router } from "$lib/router.svelte";
import { rpc, type CommandName, type Request } from "$lib/rpc";
import { toasts } from "$lib/toasts.svelte";
import { undo } from "$lib/undo.svelte";
import { kindWords } from "$lib/gen/words";

/** The kinds of record in the bin, for the filter. */
export const BINNED = KINDS.filter((kind) => `${kind}.restore` in COMMANDS);

/** The title of a deleted record; without one, the name of its kind. */
export const entryTitle = ({ kind, title }: BinEntry): string =>
  recordTitle(kind, title) || kindWords[kind]();

/** Restores it with everything that was deleted with it; throws if a rule forbids it. */
export async function restore(entry: BinEntry): Promise<void> {
  const { kind, id, account_id, plan_id } = entry;
  const name = `${kind as Exclude<Kind, "me">}.restore` as CommandName;
  await rpc(name, { id } as Request<typeof name>);
  const link = placeOf({ kind, id, account_id, plan_id: kind === "plan" ? id : plan_id });
  const lead = link ? { label: m.go_there(), run: () => void router.go(link) } : undefined;
  const back = { label: m.undo(), run: () => void undo.start("undo") };
  toasts.show(m.restored({ title: entryTitle(entry) }), back, "plain", lead);
}
