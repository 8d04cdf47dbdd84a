// Where the value of a field is read from and saved to, and the error if somebody else changed it meanwhile.
import type { Codec } from "$lib/codecs";

/** Thrown when somebody else saved another value of the same field. */
export class ChangedElsewhere<T> extends Error {
  constructor(readonly value: T) {
    super("conflict");
  }
}

/** Where a field's value is read from and saved to. */
export interface Source<T> {
  /** The record's id: with `field` it names the draft. */
  record: string;
  field: string;
  value: T;
  codec: Codec<T>;
  /** Called before a value is saved; false cancels the edit. Rejects with what the field should say. */
  may?: ((value: T) => Promise<boolean>) | undefined;
  /** Saves; rejects with {@link ChangedElsewhere} if the stored value is no longer `base`. */
  save(value: T, base: T): Promise<unknown>;
}
