// The editing of one field of a record: where its value is read from and saved to. How it is edited: edit.svelte.ts.
import type { Codec } from "$lib/codecs";
import { Edit } from "$lib/edit.svelte";
import { ChangedElsewhere } from "$lib/edit-source";
import type { EditableKind, FieldsOf, RecordOf } from "$lib/model";
import { Conflict, update } from "$lib/records";

/** The editing of one field of a record; `may` is called before a value is saved, and false cancels it. */
export function recordEdit<K extends EditableKind, F extends string & keyof FieldsOf[K]>(
  kind: K,
  record: () => RecordOf[K],
  field: F,
  codec: () => Codec<FieldsOf[K][F]>,
  may?: (value: FieldsOf[K][F]) => Promise<boolean>,
): Edit<FieldsOf[K][F]> {
  type Value = FieldsOf[K][F];
  const valueOf = (of: RecordOf[K]) => (of as unknown as FieldsOf[K])[field];
  const only = (value: Value) => ({ [field]: value }) as unknown as Partial<FieldsOf[K]>;
  return new Edit<Value>(() => ({
    record: record().id,
    field,
    value: valueOf(record()),
    codec: codec(),
    may,
    save: async (value, base) => {
      try {
        return await update(kind, record(), only(value), only(base));
      } catch (thrown) {
        throw thrown instanceof Conflict
          ? new ChangedElsewhere(valueOf(thrown.current as RecordOf[K]))
          : thrown;
      }
    },
  }));
}
