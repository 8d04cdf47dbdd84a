import { describe, expect, it } from "vitest";
import { partsIn } from "$features/touchpoints/local-time";

describe("the time of a workshop", () => {
  it("stands in its own zone, on another day where it must", () => {
    expect(partsIn("2026-11-10T23:00:00Z", "Asia/Tokyo")).toEqual({
      day: "2026-11-11",
      time: "08:00",
    });
    expect(partsIn("2026-12-01T08:30:00Z", "Europe/Berlin").time).toBe("09:30");
  });
});
