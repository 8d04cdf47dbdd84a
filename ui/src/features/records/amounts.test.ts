import { expect, test } from "vitest";
import { withAmounts } from "$features/records/amounts";
import type { HistoryEntry } from "$lib/gen/wire";

const entry = (...changes: [string, unknown, unknown][]) =>
  ({ changes: changes.map(([field, old, now]) => ({ field, old, new: now })) }) as HistoryEntry;

test("an amount in a history is one change, with its currency", () => {
  const told = withAmounts([
    entry(["name", null, "Acme"], ["arr.minor", null, 41_000_000], ["arr.currency", null, "USD"]),
    entry(["arr.minor", 41_000_000, 50_000_000]),
    entry(["arr.minor", 50_000_000, null], ["arr.currency", "USD", null]),
  ]).map(({ changes }) => changes);
  const usd = (minor: number) => ({ minor, currency: "USD" });
  expect(told).toEqual([
    [
      { field: "name", old: null, new: "Acme" },
      { field: "arr", old: null, new: usd(41_000_000) },
    ],
    [{ field: "arr", old: usd(41_000_000), new: usd(50_000_000) }],
    [{ field: "arr", old: usd(50_000_000), new: null }],
  ]);
});

test("parts of which one was never known stay as they are", () => {
  const [told] = withAmounts([entry(["arr.minor", 5, 6])]);
  expect(told?.changes).toEqual([{ field: "arr.minor", old: 5, new: 6 }]);
});
