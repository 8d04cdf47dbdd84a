import { expect, test } from "vitest";
import { initiativeOf, objectiveOf, positionOf, nextPlace } from "$features/plans/siblings";
import type { Outline } from "$lib/model";

const task = (id: string) => ({ id, title: id });
const outline = {
  plan: { id: "p" },
  objectives: [
    {
      objective: { id: "o1", title: "o1" },
      criteria: [{ criterion: { id: "c1", name: "c1" } }, { criterion: { id: "c2", name: "c2" } }],
      initiatives: [
        { initiative: { id: "i1", title: "i1" }, tasks: [task("t1"), task("t2"), task("t3")] },
        { initiative: { id: "i2", title: "i2" }, tasks: [] },
      ],
    },
    { objective: { id: "o2", title: "o2" }, criteria: [], initiatives: [] },
  ],
} as unknown as Outline;

const go = (id: string, way: "up" | "down") => {
  const at = positionOf(outline, id);
  return at && nextPlace(outline, at, way);
};

test("a row moves one place among its siblings", () => {
  expect(go("t2", "up"), "to the first place").toEqual({ parent: "i1", after: null });
  expect(go("t1", "down")).toEqual({ parent: "i1", after: "t2" });
  expect(go("o2", "up")).toEqual({ parent: "p", after: null });
  expect(go("c1", "down")).toEqual({ parent: "o1", after: "c2" });
});

test("at the end of its list a row stays, but a task goes on into the next initiative", () => {
  expect(go("c2", "down")).toBeNull();
  expect(go("o1", "up")).toBeNull();
  expect(go("t3", "down")).toEqual({ parent: "i2", after: null });
  expect(go("t1", "up"), "there is none before").toBeNull();
});

test("what is added goes where the focus is", () => {
  expect(objectiveOf(outline, "t2")).toBe("o1");
  expect(initiativeOf(outline, "t2")).toBe("i1");
  expect(initiativeOf(outline, "c1"), "the first one of its objective").toBe("i1");
  expect(initiativeOf(outline, "o2")).toBeNull();
});
