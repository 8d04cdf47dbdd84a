import type { Outline } from "$lib/model";
import { Selection } from "$lib/selection.svelte";
import { alike } from "$features/plans/alike";
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
  expect(alike(outline, selection, "pilot")).toEqual(INITIATIVES);
  expect(alike(outline, selection, "move")).toEqual(TASKS);
  expect(alike(outline, selection, null)).toEqual(TASKS);
});

test("tasks and initiatives are never selected at once", () => {
  const selection = new Selection();
  selection.toggle("rollout");
  expect(alike(outline, selection, "choose")).toEqual(INITIATIVES);
  selection.clear();
  selection.toggle("build");
  expect(alike(outline, selection, "pilot")).toEqual(TASKS);
});
