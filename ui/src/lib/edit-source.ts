// Where the value of a field comes from and goes to, and what is said where somebody else changed it meanwhile.
import type { Codec } from "$lib/codecs";

/** Somebody else's value of the same field. */
export class Theirs<T> extends Error {
  constructor(readonly value: T) {
    super("conflict");
  }
}

/** Where a field's value comes from and goes to. */
export interface Source<T> {
  /** Names the record in the drafts: its id. */
  record: string;
  field: string;
  value: T;
  codec: Codec<T>;
  /** Asked before a value is saved: false gives it up. Rejects with what the field should say. */
  may?: ((value: T) => Promise<boolean>) | undefined;
  /** Commits; rejects with {@link Theirs} where the value is no longer `base`. */
  save(value: T, base: T): Promise<unknown>;
}
