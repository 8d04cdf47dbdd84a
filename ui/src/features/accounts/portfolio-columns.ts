// The portfolio's columns and how each sorts. Accounts without a value stand last,
// whichever way a column is turned.
import type { PortfolioRow } from "$features/accounts/portfolio";
import { locale } from "$lib/format/locale";
import { lifecycleStage, priority, successTier } from "$lib/i18n/words";
import { minorDigits } from "$lib/format/numbers";
import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_basic,
  tableFeatures,
} from "@tanstack/svelte-table";

export const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic },
});

const place = (words: object, value: string | null) =>
  value === null ? undefined : Object.keys(words).indexOf(value);

const column = createColumnHelper<typeof features, PortfolioRow>();

export const columns = column.columns([
  column.accessor((row) => row.account.name, {
    id: "name",
    sortFn: (a, b) => a.original.account.name.localeCompare(b.original.account.name, locale()),
  }),
  column.accessor((row) => place(successTier, row.account.success_tier), {
    id: "tier",
    sortFn: "basic",
    sortUndefined: "last",
    sortDescFirst: true,
  }),
  column.accessor((row) => place(priority, row.account.priority), {
    id: "priority",
    sortFn: "basic",
    sortUndefined: "last",
  }),
  column.accessor((row) => place(lifecycleStage, row.account.lifecycle_stage), {
    id: "stage",
    sortFn: "basic",
  }),
  column.accessor(
    ({ account: { arr } }) => (arr ? arr.minor / 10 ** minorDigits(arr.currency) : undefined),
    { id: "arr", sortFn: "basic", sortUndefined: "last", sortDescFirst: true },
  ),
  column.accessor((row) => row.renewsIn, { id: "renews", sortFn: "basic", sortUndefined: "last" }),
  column.accessor((row) => row.plans.length, { id: "plans", sortFn: "basic", sortDescFirst: true }),
]);
