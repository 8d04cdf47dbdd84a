import { expect, test } from "vitest";
import { Axis, axisFor, toDay, toIso, ZOOMS } from "$features/roadmap/axis";

const d = toDay;

test("a day and its date are the same day, over leap years and the change of clocks", () => {
  for (const iso of ["1969-12-31", "2024-02-29", "2026-03-29", "2026-10-25", "2040-12-31"])
    expect(toIso(d(iso))).toBe(iso);
  expect(d("2026-03-30") - d("2026-03-28")).toBe(2);
});

test.each(ZOOMS)("the axis is linear and leads back to the same day (%s)", (zoom) => {
  const axis = new Axis(zoom, d("2026-01-01"), d("2027-12-31"));
  for (const iso of ["2026-01-01", "2026-11-23", "2027-12-31"])
    expect(axis.day(axis.x(d(iso)) + axis.perDay / 2)).toBe(d(iso));
  const [one, other] = [axis.x(d("2026-02-01")), axis.x(d("2026-03-01"))];
  expect(other - one).toBeCloseTo(28 * axis.perDay);
  expect(axis.days(2.4 * axis.perDay)).toBe(2);
  expect(axis.days(-2.6 * axis.perDay)).toBe(-3);
  expect(Object.is(axis.days(-0.1), 0), "nothing moved is no negative nothing").toBe(true);
});

test("months begin on their first day, weeks on Monday, quarters in January, April, July, October", () => {
  const from = d("2026-10-14");
  const days = (zoom: "month" | "year", line: "above" | "below") => {
    const axis = new Axis(zoom, from, d("2027-05-01"));
    return axis.ticks(line, 0, axis.width).map(({ day }) => toIso(day));
  };
  expect(days("month", "above").slice(0, 3)).toEqual(["2026-10-01", "2026-11-01", "2026-12-01"]);
  expect(days("month", "below").slice(0, 2)).toEqual(["2026-10-12", "2026-10-19"]);
  expect(days("year", "below")).toEqual(["2026-10-01", "2027-01-01", "2027-04-01"]);
  expect(days("year", "above")).toEqual(["2026-01-01", "2027-01-01"]);
});

test("only the lines of the part that is drawn are made", () => {
  const axis = new Axis("week", d("2020-01-01"), d("2040-01-01"));
  expect(axis.ticks("below", 22_000, 22_220).length).toBeLessThan(13);
});

test("an axis holds every day that it is made for, and fills the screen", () => {
  const axis = axisFor("year", [d("2026-11-23"), null, d("2026-12-24")], 900);
  expect(axis.first).toBeLessThan(d("2026-11-23"));
  expect(axis.last).toBeGreaterThan(d("2026-12-24"));
  expect(axis.width).toBeGreaterThanOrEqual(900);
});
