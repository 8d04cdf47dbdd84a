import { describe, expect, it, test } from "vitest";
import { ahead, goal, isLate } from "$features/plans/projection";

describe("a projection", () => {
  it("is late only after the target's date", () => {
    expect(isLate({ projected: "2027-01-02", target_date: "2027-01-01" })).toBe(true);
    expect(isLate({ projected: "2027-01-01", target_date: "2027-01-01" })).toBe(false);
    expect(isLate({ projected: "2027-01-02", target_date: null })).toBe(false);
  });

  it("leads to the nearer end of a range", () => {
    const range = { direction: "in_range", target: null, target_min: 5, target_max: 10 } as const;
    expect(goal({ ...range, latest: { date: "2026-11-23", value: 12 } })).toBe(10);
    expect(goal({ ...range, latest: { date: "2026-11-23", value: 2 } })).toBe(5);
    expect(goal({ ...range, latest: null })).toBeNull();
  });
});

test("a day that went by is no forecast", () => {
  expect(ahead({ projected: "2026-11-01" }, "2026-11-30")).toBeNull();
  expect(ahead({ projected: "2026-11-30" }, "2026-11-30")).toBe("2026-11-30");
  expect(ahead({ projected: null }, "2026-11-30")).toBeNull();
});
