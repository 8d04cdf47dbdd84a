import type { Outline } from "$lib/model";
import { Selection } from "$lib/selection.svelte";
import { bulkRows } from "$features/plans/bulk-rows";
import { expect, test } from "vitest";

const outline = {
  objectives: [
    {
      initiatives: [
        { initiative: { id: "pilot" }, tasks: [{ id: "choose" }, { id: "build" }] },
        { initiative: { id: "rollout" }, tasks: [{ id: "move" }] },
      ],
    },
  ],
} as unknown as Outline;
const TASKS = ["choose", "build", "move"];
const INITIATIVES = ["pilot", "rollout"];

test("while nothing is selected the row with the focus says what can be", () => {
  const selection = new Selection();
  expect(bulkRows(outline, selection, "pilot")).toEqual(INITIATIVES);
  expect(bulkRows(outline, selection, "move")).toEqual(TASKS);
  expect(bulkRows(outline, selection, null)).toEqual(TASKS);
});

test("tasks and initiatives are never selected at once", () => {
  const selection = new Selection();
  selection.toggle("rollout");
  expect(bulkRows(outline, selection, "choose")).toEqual(INITIATIVES);
  selection.clear();
  selection.toggle("build");
  expect(bulkRows(outline, selection, "pilot")).toEqual(TASKS);
});
