// The editing of a field that holds a list. Each row is saved by itself, based on the rows as this window knows them,
// so that two quick changes do not undo each other.
import type { EditableKind, FieldsOf, RecordOf } from "$lib/model";
import { refetched } from "$lib/query";
import { Conflict, same, update } from "$lib/records";
import { RpcError } from "$lib/rpc";

/** The fields of a kind that hold lists of `T`. */
export type ListField<K extends EditableKind, T> = {
  [F in keyof FieldsOf[K]]: FieldsOf[K][F] extends T[] ? F : never;
}[keyof FieldsOf[K]] &
  string;

export class ListEdit<T> {
  #read: () => T[];
  #write: (rows: T[], base: T[]) => Promise<unknown>;
  /** The rows that are saved or being saved here, until the record has been fetched again. */
  #settled = $state.raw<{ before: T[]; rows: T[] } | null>(null);

  constructor(read: () => T[], write: (rows: T[], base: T[]) => Promise<unknown>) {
    this.#read = read;
    this.#write = write;
  }

  /** The rows as this window knows them. */
  get rows(): T[] {
    const rows = this.#read();
    return this.#settled && same(this.#settled.before, rows) ? this.#settled.rows : rows;
  }

  /** Saves new rows; rejects if they are refused, and shows the old ones again. */
  async save(rows: T[]): Promise<void> {
    const base = this.rows;
    const settled = { before: this.#read(), rows };
    const earlier = this.#settled;
    this.#settled = settled;
    try {
      await this.#write(rows, base);
      this.#forget(settled);
    } catch (thrown) {
      if (this.#settled === settled) this.#settled = earlier;
      this.#forget(earlier);
      throw thrown instanceof Conflict ? new RpcError("conflict", "") : thrown;
    }
  }

  /** Shows the record's own rows once it has been fetched again: an undo would not be visible otherwise. */
  #forget(settled: { before: T[]; rows: T[] } | null): void {
    void refetched().then(() => {
      if (this.#settled === settled) this.#settled = null;
    });
  }

  /** Changes one part of one row. */
  set<P extends keyof T>(index: number, part: P, value: T[P]): Promise<void> {
    return this.save(this.rows.map((row, at) => (at === index ? { ...row, [part]: value } : row)));
  }

  add(row: T): Promise<void> {
    return this.save([...this.rows, row]);
  }

  remove(index: number): Promise<void> {
    return this.save(this.rows.filter((_, at) => at !== index));
  }
}

/** The list edit of one field of a record. */
export function recordList<K extends EditableKind, T>(
  kind: K,
  record: () => RecordOf[K],
  field: ListField<K, T>,
): ListEdit<T> {
  const only = (rows: T[]) => ({ [field]: rows }) as unknown as Partial<FieldsOf[K]>;
  return new ListEdit<T>(
    () => (record() as unknown as Record<string, T[]>)[field] ?? [],
    (rows, base) => update(kind, record(), only(rows), only(base)),
  );
}
