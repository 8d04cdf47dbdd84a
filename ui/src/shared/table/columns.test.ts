import { expect, test } from "vitest";
import { cells, lines, type Column } from "$shared/table/columns";

interface Row {
  name: string;
  tier: string | null;
}
const tier: Column<Row> = {
  id: "tier",
  label: "Tier",
  width: 80,
  value: (row) => row.tier ?? undefined,
  text: (row) => row.tier ?? "–",
  copy: (row) => row.tier ?? "",
  pick: {
    choices: [
      { value: "high", label: "High" },
      { value: "low", label: "Low" },
    ],
    of: (row) => row.tier,
  },
};
const rows: Row[] = [
  { name: "a", tier: "low" },
  { name: "b", tier: null },
  { name: "c", tier: "high" },
  { name: "d", tier: "low" },
];
const told = (closed: Set<string>) =>
  lines(rows, tier, closed).map((line) =>
    line.kind === "row" ? line.row.name : `${line.label} ${String(line.count)}`,
  );

test("groups stand as the list of values is ordered, what has none last", () => {
  expect(told(new Set())).toEqual(["High 1", "c", "Low 2", "a", "d", "No value 1", "b"]);
});

test("a closed group keeps its head", () => {
  expect(told(new Set(["low"]))).toEqual(["High 1", "c", "Low 2", "No value 1", "b"]);
});

test("cells carry the columns' names and what a spreadsheet reads", () => {
  expect(cells([tier], rows.slice(0, 2))).toEqual([["Tier"], ["low"], [""]]);
});
