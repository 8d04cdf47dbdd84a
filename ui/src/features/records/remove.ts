// Deletes a record with everything below it: asks first if there is anything, and shows a message with an undo button.
import { errorWords } from "$lib/errors";
import type { DeletableKind, RecordOf } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { rpc, type CommandName, type Request } from "$lib/rpc";
import { toasts } from "$lib/toasts.svelte";
import { undo } from "$lib/undo.svelte";
import { removeQuestion } from "$features/records/remove-question.svelte";

/** Deletes `record`; `title` names it in the message. True if it was deleted. */
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
