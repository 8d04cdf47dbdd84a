// What is done with backups, from the settings and from the palette.
import { drafts } from "$lib/drafts.svelte";
import { errorWords } from "$lib/errors";
import { moment } from "$lib/format/dates";
import { m } from "$lib/paraglide/messages.js";
import { queryClient } from "$lib/query";
import { rpc } from "$lib/rpc";
import { session } from "$lib/session.svelte";
import { toasts } from "$lib/toasts.svelte";
import type { Verb } from "$lib/verbs.svelte";

/** Asks again which there are. */
export async function refresh(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ["backup.list"] });
}

/** Tells what went wrong, where something did. */
async function told(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    toasts.show(errorWords(thrown), undefined, "bad");
  }
}

/** Makes one now. */
export function backUp(): Promise<void> {
  return told(async () => {
    await drafts.flush();
    const { at } = await rpc("backup.create", {});
    toasts.show(m.backup_made({ when: moment(at) }));
    await Promise.all([session.refresh(), refresh()]);
  });
}

/** Opens the newest one and checks all of it. */
export function testNewest(): Promise<void> {
  return told(async () => {
    const { ok, damage } = await rpc("backup.test", {});
    if (ok) toasts.show(m.backup_test_ok());
    else toasts.show(m.backup_test_bad({ why: damage.join(" ") }), undefined, "bad");
  });
}

/** Puts one in the place of the workspace; the message offers the way back. */
export function restore(path: string): Promise<void> {
  return told(async () => {
    // What is typed belongs to what is kept.
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

/** Chooses where backups go as well; null for nowhere. Rejects where no folder is there. */
export async function chooseSecond(path: string | null): Promise<void> {
  await rpc("backup.second_place", { path });
  await refresh();
}

/** The verbs of the palette. */
export const backupVerbs = (): Verb[] => [
  { id: "backup-now", label: m.verb_backup_now(), run: () => void backUp() },
  { id: "backup-test", label: m.verb_backup_test(), run: () => void testNewest() },
];
