// What a hand or a key asks for, what may follow, and the keys' way through the rows.
import { beforeEach, expect, test, vi } from "vitest";
import type { Task } from "$lib/model";
import { toDay } from "$features/roadmap/axis";
import type { Cascade, TaskDates as DateRequest } from "$features/task-dates/shift";
import { nextPlace } from "$features/roadmap/keys";
import { unfolded, type Row } from "$features/roadmap/rows";
import { Shift } from "$features/roadmap/shift.svelte";
import { requestedBar, dateRequestFor } from "$features/roadmap/date-request";

const calls = vi.hoisted(() => ({ seen: [] as [string, object][] }));
const answers: { preview: (request: DateRequest) => Promise<Cascade> } = {
  preview: () => Promise.reject(),
};
vi.mock("$lib/rpc", async (original) => ({
  ...(await original<object>()),
  rpc: (name: string, request: DateRequest) => {
    calls.seen.push([name, request]);
    return name.startsWith("plan.preview_shift") ? answers.preview(request) : Promise.resolve({});
  },
}));

const task = (fields: Partial<Task>) =>
  ({ id: "t", title: "Pilot", start: "2026-11-03", due: "2026-11-06", ...fields }) as Task;
const moved = (id: string, start: string, due = start) => ({
  ...{ id, title: id, old_start: "2026-11-03", old_due: "2026-11-06" },
  ...{ new_start: start, new_due: due, why: { reason: "asked" } },
});
const cascade = (...moves: object[]) => ({ moves, fixed: [], outside: [] }) as unknown as Cascade;
const asked = (name: string) =>
  calls.seen.filter(([each]) => each === name).map(([, request]) => request);
const later = (ms: number) => new Promise((done) => setTimeout(done, ms));

beforeEach(() => {
  calls.seen = [];
});

test("the body asks for a start alone, an end for a due alone, a start's end for both", () => {
  expect(dateRequestFor(task({}), "body", 2)).toEqual({ task_id: "t", start: "2026-11-05" });
  expect(dateRequestFor(task({}), "end", -1)).toEqual({ task_id: "t", due: "2026-11-05" });
  const both = { task_id: "t", start: "2026-11-02", due: "2026-11-06" };
  expect(dateRequestFor(task({}), "start", -1)).toEqual(both);
  expect(dateRequestFor(task({}), "body", 0)).toBeNull();
});

test("an end goes no further than the other, and what has one date is asked for by that one", () => {
  expect(dateRequestFor(task({}), "end", -30)).toEqual({ task_id: "t", due: "2026-11-03" });
  expect(dateRequestFor(task({}), "start", 30)).toMatchObject({ start: "2026-11-06" });
  expect(dateRequestFor(task({ start: null }), "body", 1)).toEqual({
    task_id: "t",
    due: "2026-11-07",
  });
  expect(dateRequestFor(task({ due: null }), "body", 1)).toEqual({
    task_id: "t",
    start: "2026-11-04",
  });
  expect(dateRequestFor(task({ milestone: true }), "body", 1)).toEqual({
    task_id: "t",
    due: "2026-11-07",
  });
  expect(dateRequestFor(task({ start: null, due: null }), "body", 1)).toBeNull();
});

test("until the core has answered, the bar follows the hand with its length kept", () => {
  const bar = requestedBar(task({}), { task_id: "t" as Task["id"], start: "2026-11-10" });
  expect(bar).toEqual({ from: toDay("2026-11-10"), to: toDay("2026-11-13") });
});

test("the core is asked once a frame, and the newest answer wins", async () => {
  answers.preview = (request) => Promise.resolve(cascade(moved("t", request.start ?? "")));
  const shift = new Shift(() => Promise.resolve());
  for (let days = 1; days <= 9; days += 1) shift.ask(dateRequestFor(task({}), "body", days));
  await later(80);
  expect(asked("plan.preview_shift"), "nine requests within a frame are one question").toHaveLength(
    1,
  );
  expect(shift.answer?.moves[0]?.new_start).toBe("2026-11-12");
});

test("what pushes nobody is applied when it is let go; what pushes others is asked about first", async () => {
  const fresh = vi.fn(() => Promise.resolve());
  const shift = new Shift(fresh);
  answers.preview = () => Promise.resolve(cascade(moved("t", "2026-11-04", "2026-11-07")));
  shift.ask(dateRequestFor(task({}), "body", 1));
  await shift.drop();
  expect(asked("plan.shift")).toEqual([{ task_id: "t", start: "2026-11-04" }]);
  expect(fresh).toHaveBeenCalledOnce();
  expect(shift.request).toBeNull();

  answers.preview = () =>
    Promise.resolve(cascade(moved("t", "2026-11-04"), moved("u", "2026-11-09")));
  shift.ask(dateRequestFor(task({}), "body", 1));
  await shift.drop();
  expect(shift.asking).toBe(true);
  expect(asked("plan.shift"), "nothing moves before the answer").toHaveLength(1);
  await shift.apply(true);
  expect(asked("plan.shift")[1]).toMatchObject({ only: true });
  expect(shift.asking).toBe(false);
});

test("presses that follow each other are one move, and days off are stepped over", async () => {
  // The 7th and 8th of November 2026 are a weekend: a start there stays on the Friday.
  answers.preview = ({ start = "" }) =>
    Promise.resolve(
      cascade({
        ...moved("t", ["2026-11-07", "2026-11-08"].includes(start) ? "2026-11-06" : start),
        old_start: "2026-11-06",
        old_due: "2026-11-06",
        new_due: "2026-11-06",
      }),
    );
  const shift = new Shift(() => Promise.resolve());
  await shift.nudge(task({ start: "2026-11-06" }), "body", 1);
  expect(shift.answer?.moves[0]?.new_start).toBe("2026-11-09");
  await shift.nudge(task({ start: "2026-11-06" }), "body", 1);
  await later(700);
  expect(asked("plan.shift")).toEqual([{ task_id: "t", start: "2026-11-10" }]);
});

test("the keys lead through the rows and stop at their ends", () => {
  expect(nextPlace("ArrowDown", -1, 9, 5)).toBe(0);
  expect(nextPlace("ArrowDown", 8, 9, 5)).toBe(8);
  expect(nextPlace("k", 0, 9, 5)).toBe(0);
  expect(nextPlace("PageDown", 1, 9, 5)).toBe(6);
  expect(nextPlace("End", 0, 9, 5)).toBe(8);
  expect(nextPlace("Home", 7, 9, 5)).toBe(0);
  expect(nextPlace("x", 1, 9, 5)).toBeNull();
  expect(nextPlace("ArrowDown", -1, 0, 5)).toBeNull();
});

test("a closed group folds away everything under it and nothing else", () => {
  const rows = [1, 2, 3, 3, 2, 1, 2].map((level, index) => ({ id: `${index}`, level }) as Row);
  const shown = (...closed: string[]) => unfolded(rows, new Set(closed)).map(({ id }) => id);
  expect(shown("1")).toEqual(["0", "1", "4", "5", "6"]);
  expect(shown("0")).toEqual(["0", "5", "6"]);
  expect(shown()).toHaveLength(7);
});

test("under a hand only what is in sight is asked about; let go, all that follows", async () => {
  answers.preview = (request) =>
    Promise.resolve(
      "among" in request
        ? cascade(moved("t", "2026-11-04"))
        : cascade(moved("t", "2026-11-04"), moved("far", "2026-11-09")),
    );
  const shift = new Shift(
    () => Promise.resolve(),
    () => ["near"],
  );
  shift.ask(dateRequestFor(task({}), "body", 1));
  await later(60);
  expect(asked("plan.preview_shift")[0]).toMatchObject({ among: ["near"] });
  expect(shift.answer?.moves).toHaveLength(1);
  await shift.drop();
  expect(shift.answer?.moves, "nothing moves that was not listed").toHaveLength(2);
  expect(shift.asking).toBe(true);
});

test("several tasks are always asked about before they move", async () => {
  const many = { task_ids: ["t"] as Task["id"][], working_days: 2 };
  answers.preview = () => Promise.resolve(cascade(moved("t", "2026-11-05")));
  const shift = new Shift(() => Promise.resolve());
  shift.ask(many);
  await shift.drop();
  expect(shift.asking).toBe(true);
  expect(asked("plan.shift_many")).toEqual([]);
  await shift.apply(true);
  expect(asked("plan.shift_many")).toEqual([{ ...many, only: true }]);
});
