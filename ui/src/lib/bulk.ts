// One change to the selected records: one step for undo, all of them or none.
import { errorWords } from "$lib/errors";
import type { FieldsOf, ManyKind, RecordOf } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { rpc, type CommandName, type Request } from "$lib/rpc";
import { toasts } from "$lib/toasts.svelte";
import { undo } from "$lib/undo.svelte";

const seen = (records: { id: string; version: number }[]) =>
  records.map(({ id, version }) => ({ id, version }));

async function send(name: CommandName, request: unknown, done: string): Promise<boolean> {
  try {
    await rpc(name, request as Request<typeof name>);
  } catch (thrown) {
    toasts.show(errorWords(thrown), undefined, "bad");
    return false;
  }
  toasts.show(done, { label: m.undo(), run: () => void undo.start("undo") });
  return true;
}

const counted = (count: number, one: () => string, many: (words: { count: string }) => string) =>
  count === 1 ? one() : many({ count: String(count) });

/** One record is a step of its own, so that undo names it alone. */
const only = <T>(records: T[]): T | null => (records.length === 1 ? (records[0] ?? null) : null);

/** Sets fields of all `records`. True when it is done. */
export function updateMany<K extends ManyKind>(
  kind: K,
  records: RecordOf[K][],
  changes: Partial<FieldsOf[K]>,
): Promise<boolean> {
  const done = counted(records.length, m.bulk_changed_one, m.bulk_changed);
  const one = only(records);
  return one
    ? send(`${kind}.update`, { ...seen([one])[0], ...changes }, done)
    : send(`${kind}.update_many`, { items: seen(records), changes }, done);
}

/** Deletes all `records`, with what hangs under them. True when they are gone. */
export function deleteMany<K extends ManyKind>(kind: K, records: RecordOf[K][]): Promise<boolean> {
  const done = counted(records.length, m.bulk_deleted_one, m.bulk_deleted);
  const one = only(records);
  return one
    ? send(`${kind}.delete`, seen([one])[0], done)
    : send(`${kind}.delete_many`, { items: seen(records) }, done);
}
