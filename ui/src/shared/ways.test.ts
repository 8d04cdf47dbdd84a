// On which side of today a form looks for a day without its year.
import { expect, test } from "vitest";

const sources = import.meta.glob<string>("../features/*/*.svelte", {
  query: "?raw",
  import: "default",
  eager: true,
});

test.each([
  ["records/Amend", "back", "a confirmation or sign-off that is corrected was given"],
  ["versions/SignOff", "back", "so was a new one"],
  ["plans/VerifyObjective", "back", "what is verified was confirmed"],
  ["touchpoints/LogTouchpoint", "back", "a call that is logged was held"],
  ["checklist-start/StartRun", "nearest", "a contract may have begun a week ago, or begin in two"],
  ["checklist-dates/AnchorsDialog", "nearest", "the same day, said anew"],
  ["touchpoints/WorkshopTime", "nearest", "a workshop is planned, or entered after it was held"],
])("%s looks %s: %s", (name, way) => {
  const first = sources[`../features/${name}.svelte`]?.split("<DayInput")[1]?.split("/>")[0];
  expect(first).toContain(`way="${way}"`);
});
