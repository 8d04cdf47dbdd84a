import { describe, expect, it } from "vitest";
import { parseTime, partsIn } from "$features/touch/local-time";

describe("the time of a workshop", () => {
  it("is read as people type it, and not where it is none", () => {
    expect(["9", "9:30", "0930", "14.15"].map(parseTime)).toEqual([
      "09:00",
      "09:30",
      "09:30",
      "14:15",
    ]);
    expect(["", "25", "9:75", "soon"].map(parseTime)).toEqual([null, null, null, null]);
  });

  it("stands in its own zone, on another day where it must", () => {
    expect(partsIn("2026-11-10T23:00:00Z", "Asia/Tokyo")).toEqual({
      day: "2026-11-11",
      time: "08:00",
    });
    expect(partsIn("2026-12-01T08:30:00Z", "Europe/Berlin").time).toBe("09:30");
  });
});
