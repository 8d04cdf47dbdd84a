// Saves changed fields of records: one write at a time per record, each based on the newest version that this window
// knows, and a conflict only if somebody else changed the same field.
import type { CommandPlan, EditableKind, FieldsOf, RecordOf } from "$lib/model";
import { rpc, RpcError, type CommandName, type Request } from "$lib/rpc";

/** Thrown if the same field was changed elsewhere; `current` is the record as it is now. */
export class Conflict<K extends EditableKind> extends Error {
  constructor(readonly current: RecordOf[K]) {
    super("conflict");
  }
}

/** Deep equality of wire values. */
export const same = (a: unknown, b: unknown) =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

const newest = new Map<string, number>();
const queues = new Map<string, Promise<unknown>>();

/** Runs `work` after all earlier writes of the same record. */
function inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
  const turn = (queues.get(id) ?? Promise.resolve()).then(work, work);
  queues.set(id, turn);
  return turn;
}

/**
 * How a command names a record: by its id, by its account if that has one of the kind, or not at all if the workspace
 * has one.
 */
function addressOf<K extends EditableKind>(kind: K, record: RecordOf[K]): object {
  if (kind === "me" || kind === "brand") return {};
  if (kind === "command_plan") return { account_id: (record as CommandPlan).account_id };
  return { id: record.id };
}

async function send<K extends EditableKind>(
  kind: K,
  record: RecordOf[K],
  version: number,
  changes: Partial<FieldsOf[K]>,
): Promise<RecordOf[K]> {
  const target = { ...addressOf(kind, record), version };
  const name = `${kind}.update` as CommandName;
  const after = (await rpc(name, { ...target, ...changes } as Request<typeof name>)) as RecordOf[K];
  newest.set(record.id, after.version);
  return after;
}

async function read<K extends EditableKind>(kind: K, record: RecordOf[K]): Promise<RecordOf[K]> {
  const name = `${kind}.get` as CommandName;
  return (await rpc(name, addressOf(kind, record) as Request<typeof name>)) as RecordOf[K];
}

/**
 * Changes fields of a record and returns it as it is afterwards. `base` holds the fields as the user saw them. It is no
 * conflict if somebody else changed other fields meanwhile, and it is one if they changed these.
 */
export function update<K extends EditableKind>(
  kind: K,
  record: RecordOf[K],
  changes: Partial<FieldsOf[K]>,
  base: Partial<FieldsOf[K]>,
): Promise<RecordOf[K]> {
  return inTurn(record.id, async () => {
    const version = Math.max(record.version, newest.get(record.id) ?? 0);
    try {
      return await send(kind, record, version, changes);
    } catch (thrown) {
      if (RpcError.from(thrown).code !== "conflict") throw thrown;
      const current = await read(kind, record);
      const fields = Object.keys(changes) as (keyof FieldsOf[K] & keyof RecordOf[K])[];
      const moved = fields.some((field) => !same(current[field], base[field]));
      if (moved) throw new Conflict(current);
      return await send(kind, record, current.version, changes);
    }
  });
}
