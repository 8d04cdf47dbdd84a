import { expect, test } from "vitest";
import { Axis, axisFor, nextScale, toDay, toIso } from "$features/roadmap/axis";

const d = toDay;

test("a day and its date are the same day, over leap years and the change of clocks", () => {
  for (const iso of ["1969-12-31", "2024-02-29", "2026-03-29", "2026-10-25", "2040-12-31"])
    expect(toIso(d(iso))).toBe(iso);
  expect(d("2026-03-30") - d("2026-03-28")).toBe(2);
});

test.each([22, 5, 2.2, 0.9, 0.31])(
  "the axis is linear and leads back to the same day (%d)",
  (per) => {
    const axis = new Axis(per, d("2026-01-01"), d("2027-12-31"));
    for (const iso of ["2026-01-01", "2026-11-23", "2027-12-31"])
      expect(axis.day(axis.x(d(iso)) + axis.perDay / 2)).toBe(d(iso));
    const [one, other] = [axis.x(d("2026-02-01")), axis.x(d("2026-03-01"))];
    expect(other - one).toBeCloseTo(28 * axis.perDay);
    expect(axis.days(2.4 * axis.perDay)).toBe(2);
    expect(axis.days(-2.6 * axis.perDay)).toBe(-3);
    expect(Object.is(axis.days(-0.1), 0), "nothing moved is no negative nothing").toBe(true);
  },
);

test("months begin on their first day, weeks on Monday, quarters in January, April, July, October", () => {
  const from = d("2026-10-14");
  const days = (zoom: "month" | "year", line: "above" | "below") => {
    const axis = new Axis({ month: 5, year: 0.9 }[zoom], from, d("2027-05-01"));
    return axis.ticks(line, 0, axis.width).map(({ day }) => toIso(day));
  };
  expect(days("month", "above").slice(0, 3)).toEqual(["2026-10-01", "2026-11-01", "2026-12-01"]);
  expect(days("month", "below").slice(0, 2)).toEqual(["2026-10-12", "2026-10-19"]);
  expect(days("year", "below")).toEqual(["2026-10-01", "2027-01-01", "2027-04-01"]);
  expect(days("year", "above")).toEqual(["2026-01-01", "2027-01-01"]);
});

test("only the lines of the part that is drawn are made", () => {
  const axis = new Axis(22, d("2020-01-01"), d("2040-01-01"));
  expect(axis.ticks("below", 22_000, 22_220).length).toBeLessThan(13);
});

test("an axis holds every day that it is made for, and fills the screen", () => {
  const axis = axisFor("year", [d("2026-11-23"), null, d("2026-12-24")], 900);
  expect(axis.first).toBeLessThan(d("2026-11-23"));
  expect(axis.last).toBeGreaterThan(d("2026-12-24"));
  expect(axis.width).toBeGreaterThanOrEqual(900);
});

test("fitted, everything is on the screen at once, whatever its length", () => {
  for (const last of ["2026-11-25", "2027-03-01", "2035-12-31"]) {
    const axis = axisFor("fit", [d("2026-11-23"), d(last)], 800);
    expect(axis.x(d("2026-11-23"))).toBeGreaterThan(0);
    expect(axis.x(d(last)) + axis.perDay).toBeLessThanOrEqual(800);
    expect(axis.perDay, "a day stays a day").toBeLessThanOrEqual(22);
  }
  expect(axisFor("fit", [d("2026-11-23"), d("2027-09-30")], 800).width).toBeCloseTo(800, 0);
});

test("from any scale the next one shows more time, or less", () => {
  expect(nextScale(5, 1)).toBe("week");
  expect(nextScale(5, -1)).toBe("quarter");
  expect(nextScale(3, 1), "fitted, the next fixed scale").toBe("month");
  expect(nextScale(3, -1)).toBe("quarter");
  expect(nextScale(22, 1)).toBeUndefined();
  expect(nextScale(0.4, -1)).toBeUndefined();
});
