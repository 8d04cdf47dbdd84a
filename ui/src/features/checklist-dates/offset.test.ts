import { expect, test } from "vitest";
import { offsetWords } from "$features/checklist-dates/offset";

test("an offset says which days count", () => {
  const words = (offset_days: number, calendar: "working" | "calendar") =>
    offsetWords({ offset_days, calendar }, "Contract");
  expect(words(10, "working")).toBe("10 working days after Contract");
  expect(words(1, "working")).toBe("1 working day after Contract");
  expect(words(-1, "calendar")).toBe("1 day before Contract");
  expect(words(-30, "calendar")).toBe("30 days before Contract");
  expect(words(0, "working")).toBe("on the day of Contract");
});
