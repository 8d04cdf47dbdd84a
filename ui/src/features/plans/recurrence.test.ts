import { describe, expect, it } from "vitest";
import { pickedRecurrence, recurrenceWords, usualRecurrences } from "$features/plans/recurrence";

describe("how often a task comes again", () => {
  it("is said in the singular where nothing is counted", () => {
    expect(recurrenceWords({ every: 1, unit: "weeks" })).toBe("Every week");
    expect(recurrenceWords({ every: 2, unit: "weeks" })).toBe("Every 2 weeks");
  });

  it("is what was picked", () => {
    const [, , fortnight] = usualRecurrences();
    expect(fortnight?.label).toBe("Every 2 weeks");
    expect(pickedRecurrence(fortnight?.value)).toMatchObject({ every: 2, unit: "weeks" });
    expect(pickedRecurrence(null)).toBeNull();
  });
});
