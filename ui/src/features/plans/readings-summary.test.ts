import { expect, test } from "vitest";
import type { Criterion } from "$lib/model";
import { readingsSummary } from "$features/plans/readings-summary";

const criterion = (more: Partial<Criterion>) =>
  ({
    kind: "count",
    direction: "lower_is_better",
    baseline: 40,
    target: 0,
    latest: { date: "2026-11-20", value: 46 },
    progress: -0.15,
    ...more,
  }) as Criterion;

test("going the wrong way is said in words, without a second minus", () => {
  expect(readingsSummary(criterion({}))).toBe(
    "Count, lower is better. 15 % the wrong way since the baseline.",
  );
});

test("without a reading nothing is claimed", () => {
  expect(readingsSummary(criterion({ latest: null, progress: null }))).toContain("No reading yet");
});

test("a reading without a target is not placed", () => {
  expect(readingsSummary(criterion({ target: null, progress: null }))).toContain(
    "baseline and target",
  );
});

test("past the target is reached", () => {
  expect(readingsSummary(criterion({ progress: 1.12 }))).toContain("112 %");
});
