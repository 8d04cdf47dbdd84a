// The columns of a list of rows inside a record, and their layout.
import type { Codec } from "$lib/codecs";
import type { Choice } from "$lib/i18n/words";
import type { KnownPerson } from "$shared/naming";

/** A column: the type of its value decides how it is edited. */
export type Column<T> = {
  [P in string & keyof T]: {
    key: P;
    label: string;
    codec: Codec<T[P]>;
    /** The choices, if it is chosen instead of typed. */
    choices?: Choice[];
    /** The people who can be named in it; an unknown name is asked about. */
    people?: readonly KnownPerson[] | undefined;
    /** Its part of the width. */
    share?: number;
    hint?: string;
  };
}[string & keyof T];

/** The grid of a row: the columns by their widths, and space for its buttons. */
export const grid = <T>(columns: Column<T>[], buttons: number): string =>
  [
    ...columns.map(({ share = 1 }) => `minmax(0, ${share}fr)`),
    ...Array<string>(buttons).fill("28px"),
  ].join(" ");
