import { expect, test } from "vitest";
import type { Outline } from "$lib/model";
import { toDay } from "$features/roadmap/axis";
import { rowsOf } from "$features/roadmap/rows";

const task = (id: string, fields: object) => ({
  ...{ id, title: id, owner: "", start: null, due: null, done_date: null, status: "new" },
  ...fields,
});
const outline = {
  objectives: [
    {
      objective: {
        id: "o",
        title: "Lead time",
        owner: "CSA",
        status: "on_track",
        start: null,
        due: null,
      },
      initiatives: [
        {
          initiative: {
            id: "i",
            title: "Templates",
            dri: "CSA",
            status: "on_track",
            due: "2026-12-10",
          },
          tasks: [
            task("late", {
              ...{ start: "2026-11-02", due: "2026-11-06", owner: "Zoe" },
              ...{ done_date: "2026-11-20", status: "closed_success" },
            }),
            task("mark", { start: "2026-11-02", due: "2026-12-15", milestone: true, owner: "Ana" }),
            task("none", {}),
          ],
        },
      ],
    },
  ],
} as unknown as Outline;
const spans = (by: "objective" | "owner") =>
  Object.fromEntries(rowsOf(outline, by).map(({ id, from, to }) => [id, [from, to]]));

test("a bar that is done ends on the day it was done", () => {
  expect(spans("objective").late).toEqual([toDay("2026-11-02"), toDay("2026-11-20")]);
});

test("a milestone is its day, and a task without dates has no bar", () => {
  expect(spans("objective").mark).toEqual([toDay("2026-12-15"), toDay("2026-12-15")]);
  expect(spans("objective").none).toEqual([null, null]);
});

test("an initiative and its objective span what is under them", () => {
  const whole = [toDay("2026-11-02"), toDay("2026-12-15")];
  expect(spans("objective")).toMatchObject({ o: whole, i: whole });
});

test("by owner every task stands once under who does it, and what nobody does comes last", () => {
  const rows = rowsOf(outline, "owner").map(({ id, level }) => `${level} ${id}`);
  expect(rows).toEqual(["1 owner Ana", "2 mark", "1 owner Zoe", "2 late", "1 owner ", "2 none"]);
});

test("by side every task stands under whose it is, ours first", () => {
  const theirs = structuredClone(outline);
  const tasks = theirs.objectives[0]?.initiatives[0]?.tasks ?? [];
  for (const [index, each] of tasks.entries()) each.owner_side = index === 0 ? "customer" : "ours";
  const rows = rowsOf(theirs, "side").map(({ id, level }) => `${level} ${id}`);
  expect(rows).toEqual(["1 side ours", "2 mark", "2 none", "1 side customer", "2 late"]);
});
