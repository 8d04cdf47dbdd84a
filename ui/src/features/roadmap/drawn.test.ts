// What is drawn and what the pointer is on: the visible part, bars and their ends, elbows.
import { expect, test } from "vitest";
import type { Task } from "$lib/model";
import { Axis, toDay } from "$features/roadmap/axis";
import { pull } from "$features/roadmap/drag-bar";
import { distance, elbow, pathOf } from "$features/roadmap/elbows";
import { across, LEAST, partAt } from "$features/roadmap/hit";
import { slot, drawnRange } from "$features/roadmap/drawn-range";
import type { Row } from "$features/roadmap/rows";

const axis = new Axis(5, toDay("2026-11-01"), toDay("2027-01-31"));

function row(task: Partial<Task>): Row {
  const { start = null, due = null } = task;
  const to = due ? toDay(due) : start ? toDay(start) : null;
  return {
    ...{ id: "t", detail: null, title: "Pilot", owner: "", level: 3, group: false, look: null },
    ...{ status: "", start, due, from: start ? toDay(start) : to, to },
    task: { status: "new", milestone: false, start, due, ...task } as Task,
  };
}

test("what is visible is drawn with a little around it, in steps, and never beyond the list", () => {
  const at = (offset: number) => drawnRange(offset, 640, 32, 5000, 8);
  expect(at(0)).toEqual({ from: 0, to: 32 });
  expect(at(100), "a small scroll draws nothing anew").toEqual({ from: 0, to: 32 });
  const { from, to } = at(64_000);
  expect(from).toBeLessThanOrEqual(2000);
  expect(to).toBeGreaterThanOrEqual(2020);
  expect(to - from, "a screen of rows, not five thousand").toBeLessThan(50);
  expect(at(5000 * 32)).toMatchObject({ to: 5000 });
  expect(drawnRange(-50, 640, 32, 3, 8)).toEqual({ from: 0, to: 3 });
  expect(drawnRange(0, 640, 32, 0, 8)).toEqual({ from: 0, to: 0 });
});

test("while the window moves on, no two rows that are drawn share a place, and places are filled again", () => {
  const most = 40;
  const places = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => slot(from + index, most));
  const [one, next] = [places(4, 40), places(8, 44)];
  expect(new Set(one).size).toBe(36);
  expect(new Set(next).size).toBe(36);
  expect(next.filter((place) => !one.includes(place))).toHaveLength(4);
});

test("a bar runs from its first day to the end of its last, and is wide enough to be seen", () => {
  const bar = across(axis, toDay("2026-11-03"), toDay("2026-11-07"));
  expect(bar.x).toBe(2 * axis.perDay);
  expect(bar.width).toBe(5 * axis.perDay);
  const year = new Axis(0.9, axis.first, axis.last);
  expect(across(year, axis.first, axis.first).width).toBe(LEAST);
});

test("the ends of a long bar are taken by themselves, a short one only whole", () => {
  const long = row({ start: "2026-11-03", due: "2026-11-22" });
  const { x, width } = across(axis, toDay("2026-11-03"), toDay("2026-11-22"));
  expect(partAt(axis, long, x + 1)).toBe("start");
  expect(partAt(axis, long, x + width - 1)).toBe("end");
  expect(partAt(axis, long, x + width / 2)).toBe("body");
  expect(partAt(axis, long, x - 10)).toBeNull();
  expect(partAt(axis, long, x + width + 10)).toBeNull();
  expect(partAt(axis, row({ start: "2026-11-03", due: "2026-11-03" }), x + 1)).toBe("body");
});

test("a bar without a first day has no first end, a milestone is whole, and what is over stays", () => {
  const x = axis.x(toDay("2026-11-20"));
  const single = row({ due: "2026-11-20" });
  expect(partAt(axis, single, x + 1)).toBe("body");
  expect(partAt(axis, row({ due: "2026-11-20", milestone: true }), x + 2)).toBe("body");
  const over = row({ start: "2026-11-03", due: "2026-11-22", status: "closed_success" });
  expect(partAt(axis, over, axis.x(toDay("2026-11-10")))).toBeNull();
  expect(partAt(axis, row({}), x)).toBeNull();
});

test("an elbow runs straight out, across and straight in; it goes around where there is no room", () => {
  const easy = elbow({ x: 100, y: 16 }, { x: 160, y: 80 }, 32);
  expect(pathOf(easy)).toBe("M100 16L108 16L108 80L160 80");
  const around = elbow({ x: 100, y: 16 }, { x: 60, y: 48 }, 32);
  expect(around.length).toBe(6);
  expect(around.at(3)?.y, "between the two rows").toBe(32);
  expect(around.at(-1)).toEqual({ x: 60, y: 48 });
  for (const points of [easy, around])
    for (let n = 1; n < points.length; n += 1) {
      const [a, b] = [points[n - 1], points[n]];
      expect(a?.x === b?.x || a?.y === b?.y, "no part is slanted").toBe(true);
    }
  expect(elbow({ x: 100, y: 80 }, { x: 60, y: 16 }, 32).at(3)?.y, "upwards from below").toBe(32);
});

test("the pointer is on a line within some pixels of any of its parts", () => {
  const points = elbow({ x: 100, y: 16 }, { x: 160, y: 80 }, 32);
  expect(distance(points, { x: 110, y: 50 })).toBe(2);
  expect(distance(points, { x: 130, y: 83 })).toBe(3);
  expect(distance(points, { x: 130, y: 40 })).toBeGreaterThan(20);
});

test("near the edge of what is seen the roadmap scrolls on, the faster the nearer, and not before", () => {
  expect(pull(500, 100, 900)).toBe(0);
  expect(pull(880, 100, 900)).toBeGreaterThan(0);
  expect(pull(900, 100, 900)).toBeGreaterThan(pull(870, 100, 900));
  expect(pull(2000, 100, 900), "beyond it no faster than on it").toBe(pull(900, 100, 900));
  expect(pull(100, 100, 900)).toBe(-pull(900, 100, 900));
  expect(pull(10, 0, 0), "where nothing is seen nothing scrolls").toBe(0);
});
