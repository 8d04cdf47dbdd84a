import { expect, test } from "vitest";
import { scaled } from "$shared/spark";

const box = { left: 0, right: 100, top: 0, bottom: 10 };

test("readings stand by their date, and the target fits in", () => {
  const { dots, y } = scaled(
    [
      { date: "2026-01-01", value: 20 },
      { date: "2026-01-11", value: 15 },
      { date: "2026-04-11", value: 12 },
    ],
    [20, 10, null],
    box,
  );
  expect(
    dots.map(({ x }) => x),
    "ten days, then ninety",
  ).toEqual([0, 10, 100]);
  expect(y(10), "the target is the lowest").toBe(10);
  expect(dots[0]?.y, "the first is the highest").toBe(0);
});

test("one reading lies where the newest always is", () => {
  const { dots } = scaled([{ date: "2026-01-01", value: 5 }], [], box);
  expect(dots, "at the right, in the middle").toEqual([{ x: 100, y: 5 }]);
});

test("time runs on to a day that is still ahead", () => {
  const { dots, x } = scaled(
    [
      { date: "2026-01-01", value: 1 },
      { date: "2026-01-06", value: 2 },
    ],
    [],
    box,
    "2026-01-11",
  );
  expect(dots[1]?.x, "halfway").toBe(50);
  expect(x("2026-01-11")).toBe(100);
});
