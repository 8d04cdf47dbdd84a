// How a list of rows is laid out and read: its columns.
import type { Codec } from "$lib/codecs";
import type { Choice } from "$lib/i18n/words";
import type { KnownPerson } from "$shared/naming";

/** A part of every row; how it is typed fits what it holds. */
export type Column<T> = {
  [P in string & keyof T]: {
    key: P;
    label: string;
    codec: Codec<T[P]>;
    /** Picked from these instead of typed. */
    choices?: Choice[];
    /** Who can be named in it: anybody else is asked about. */
    people?: readonly KnownPerson[] | undefined;
    /** Its share of the width. */
    share?: number;
    hint?: string;
  };
}[string & keyof T];

/** The grid of a row: the columns by their shares, and room for its buttons. */
export const grid = <T>(columns: Column<T>[], buttons: number): string =>
  [
    ...columns.map(({ share = 1 }) => `minmax(0, ${share}fr)`),
    ...Array<string>(buttons).fill("28px"),
  ].join(" ");
