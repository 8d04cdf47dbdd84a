// Deleting a record with what hangs under it: asked first where something does, taken back from the message.
import { errorWords } from "$lib/errors";
import type { DeletableKind, RecordOf } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { rpc, type CommandName, type Request } from "$lib/rpc";
import { toasts } from "$lib/toasts.svelte";
import { undo } from "$lib/undo.svelte";
import { removeQuestion } from "$features/records/remove-question.svelte";

/** Deletes `record`; `title` names it in the message. True when it is gone. */
export async function remove<K extends DeletableKind>(
  kind: K,
  record: RecordOf[K],
  title: string,
): Promise<boolean> {
  const name: CommandName = `${kind}.delete`;
  try {
    if (!(await removeQuestion.allowed(kind, record.id, title))) return false;
    await rpc(name, { id: record.id } as Request<typeof name>);
  } catch (thrown) {
    toasts.show(errorWords(thrown), undefined, "bad");
    return false;
  }
  toasts.show(m.deleted({ title }), { label: m.undo(), run: () => void undo.start("undo") });
  return true;
}
