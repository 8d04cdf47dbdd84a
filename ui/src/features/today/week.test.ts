import { expect, test } from "vitest";

import type { TodayItem, Weekday } from "$lib/gen/wire";
import { daysAhead } from "$features/today/week";

const WEEK: Weekday[] = ["monday", "tuesday", "wednesday", "thursday", "friday"];
const item = (due: string, title: string, starts_at: string | null = null) =>
  ({ due, title, starts_at }) as TodayItem;
const shown = (items: TodayItem[], today: string) =>
  daysAhead(items, today, WEEK).map(({ day, items }) => [day, items.map(({ title }) => title)]);

test("from a Thursday the week goes on after the weekend", () => {
  expect(shown([], "2026-11-26").map(([day]) => day)).toEqual([
    "2026-11-26",
    "2026-11-27",
    "2026-11-30",
    "2026-12-01",
    "2026-12-02",
  ]);
});

test("a day off is shown where something falls on it, and today always", () => {
  expect(shown([item("2026-11-29", "Upgrade")], "2026-11-28")).toEqual([
    ["2026-11-28", []],
    ["2026-11-29", ["Upgrade"]],
    ["2026-11-30", []],
    ["2026-12-01", []],
    ["2026-12-02", []],
  ]);
});

test("on a day what begins at a time stands first, in its order; what is late does not stand there", () => {
  const items = [
    item("2026-11-20", "Late"),
    item("2026-11-23", "Due"),
    item("2026-11-23", "Second", "2026-11-23T14:00:00Z"),
    item("2026-11-23", "First", "2026-11-23T08:00:00Z"),
  ];
  expect(shown(items, "2026-11-23")[0]).toEqual(["2026-11-23", ["First", "Second", "Due"]]);
});
