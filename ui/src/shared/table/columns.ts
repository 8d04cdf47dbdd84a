// The definition of a table's column: how it is sorted, shown, filtered, grouped and copied.
import { locale } from "$lib/format/locale";
import type { Choice } from "$lib/i18n/words";
import { m } from "$lib/paraglide/messages.js";
import type { View } from "$lib/views.svelte";
import {
  columnFilteringFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
} from "@tanstack/svelte-table";

export interface Column<R> {
  id: string;
  label: string;
  /** Width in CSS pixels; the first column takes the rest. */
  width: number;
  /** The value to sort by; undefined comes last in both directions. */
  value: (row: R) => string | number | undefined;
  /** The text that is shown. */
  text: (row: R) => string;
  /** The text for a spreadsheet, if that differs: ISO dates, amounts without signs. */
  copy?: (row: R) => string;
  /** The list of values, if it has one: then it can be filtered and grouped by. */
  pick?: { choices: Choice[]; of: (row: R) => string | null };
  /** Numbers are aligned to the end. */
  end?: boolean;
  /** The first click sorts the largest first. */
  descending?: boolean;
}

/** Represents "no value" in filters and groups. */
export const NONE = "";

export const features = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
});

/** Compares texts as the user's language orders them, and numbers by size. */
function compare(a: unknown, b: unknown): number {
  return typeof a === "number" && typeof b === "number"
    ? a - b
    : String(a).localeCompare(String(b), locale());
}

/** The columns as the table library expects them. */
export function engineColumns<R extends object>(columns: Column<R>[]) {
  const helper = createColumnHelper<typeof features, R>();
  return helper.columns(
    columns.map((column) =>
      helper.accessor((row: R) => column.value(row), {
        id: column.id,
        sortUndefined: "last",
        sortDescFirst: column.descending ?? false,
        sortFn: (a, b) => compare(column.value(a.original), column.value(b.original)),
        filterFn: (row, _, wanted: string[]) =>
          wanted.includes(column.pick?.of(row.original) ?? NONE),
      }),
    ),
  );
}

/** One line of the table: a record, or the header of a group. */
export type Line<R> =
  | { kind: "row"; row: R }
  | { kind: "group"; key: string; label: string; count: number; open: boolean };

/** The sorted rows with the headers of their groups; the rows of a collapsed group are left out. */
export function lines<R>(
  rows: R[],
  group: Column<R> | undefined,
  closed: { has(key: string): boolean },
): Line<R>[] {
  const pick = group?.pick;
  if (!pick) return rows.map((row) => ({ kind: "row", row }));
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const key = pick.of(row) ?? NONE;
    const own = groups.get(key);
    if (own) own.push(row);
    else groups.set(key, [row]);
  }
  // In the order of the list of values; rows without a value come last.
  const keys = [...pick.choices.map(({ value }) => value), NONE];
  return keys.flatMap((key): Line<R>[] => {
    const own = groups.get(key);
    if (!own) return [];
    const choice = pick.choices.find(({ value }) => value === key);
    const open = !closed.has(key);
    const head: Line<R> = {
      kind: "group",
      key,
      label: choice?.label ?? m.filter_none(),
      count: own.length,
      open,
    };
    return open ? [head, ...own.map((row): Line<R> => ({ kind: "row", row }))] : [head];
  });
}

/** The visible columns in their order. */
export function shownColumns<R>(columns: Column<R>[], view: View): Column<R>[] {
  return view.columns.flatMap((id) => columns.find((column) => column.id === id) ?? []);
}

/** The rows as cells of text, below the names of the columns. */
export const cells = <R>(columns: Column<R>[], rows: R[]): string[][] => [
  columns.map(({ label }) => label),
  ...rows.map((row) => columns.map(({ copy, text }) => (copy ?? text)(row))),
];
