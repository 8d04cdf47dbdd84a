// Actions for backups, used by the settings and by the palette.
import { drafts } from "$lib/drafts.svelte";
import { errorWords } from "$lib/errors";
import { moment } from "$lib/format/dates";
import { m } from "$lib/paraglide/messages.js";
import { queryClient } from "$lib/query";
import { rpc } from "$lib/rpc";
import { session } from "$lib/session.svelte";
import { toasts } from "$lib/toasts.svelte";
import type { Verb } from "$lib/verbs.svelte";

/** Loads the list of backups again. */
export async function refresh(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ["backup.list"] });
}

/** Shows what went wrong, if something did. */
async function showingErrors(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    toasts.show(errorWords(thrown), undefined, "bad");
  }
}

/** Makes a backup now. */
export function backUp(): Promise<void> {
  return showingErrors(async () => {
    await drafts.flush();
    const { at } = await rpc("backup.create", {});
    toasts.show(m.backup_made({ when: moment(at) }));
    await Promise.all([session.refresh(), refresh()]);
  });
}

/** Opens the newest backup and checks it completely. */
export function testNewest(): Promise<void> {
  return showingErrors(async () => {
    const { ok, damage } = await rpc("backup.test", {});
    if (ok) toasts.show(m.backup_test_ok());
    else toasts.show(m.backup_test_bad({ why: damage.join(" ") }), undefined, "bad");
  });
}

/** Replaces the workspace by a backup; the message offers to undo that. */
export function restore(path: string): Promise<void> {
  return showingErrors(async () => {
    // Drafts belong to the file that is open now: they are written first.
    await drafts.flush();
    const { kept } = await rpc("backup.restore", { path });
    await session.refresh();
    await queryClient.invalidateQueries();
    toasts.show(
      m.backup_restored(),
      kept ? { label: m.backup_take_back(), run: () => void restore(kept) } : undefined,
    );
  });
}

/** Chooses a second folder for backups; null for none. Rejects if the folder does not exist. */
export async function chooseSecond(path: string | null): Promise<void> {
  await rpc("backup.second_place", { path });
  await refresh();
}

/** The verbs of the palette. */
export const backupVerbs = (): Verb[] => [
  { id: "backup-now", label: m.verb_backup_now(), run: () => void backUp() },
  { id: "backup-test", label: m.verb_backup_test(), run: () => void testNewest() },
];
