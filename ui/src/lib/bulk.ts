// Changes or deletes all selected records at once: one step of undo, all of them or none.
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

/** The message after the change: one record by its name, several by the name of the first. */
function told<R extends object>(
  records: R[],
  one: (words: { title: string }) => string,
  many: (words: { title: string; rest: string }) => string,
): string {
  const [first] = records;
  const title = String(
    (first && (Reflect.get(first, "title") ?? Reflect.get(first, "name"))) ?? "",
  );
  return records.length === 1 ? one({ title }) : many({ title, rest: String(records.length - 1) });
}

/** Sets fields of all `records`. True if it succeeded. */
export function updateMany<K extends ManyKind>(
  kind: K,
  records: RecordOf[K][],
  changes: Partial<FieldsOf[K]>,
): Promise<boolean> {
  const done = told(records, m.bulk_changed_one, m.bulk_changed);
  const [one] = seen(records);
  // A single record is written by its own command, so that undo names it.
  return records.length === 1
    ? send(`${kind}.update`, { ...one, ...changes }, done)
    : send(`${kind}.update_many`, { items: seen(records), changes }, done);
}

/** Deletes all `records`, with everything below them. True if it succeeded. */
export function deleteMany<K extends ManyKind>(kind: K, records: RecordOf[K][]): Promise<boolean> {
  const done = told(records, m.deleted, m.bulk_deleted);
  const [one] = seen(records);
  return records.length === 1
    ? send(`${kind}.delete`, one, done)
    : send(`${kind}.delete_many`, { items: seen(records) }, done);
}
