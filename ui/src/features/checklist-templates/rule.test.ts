import type { Condition } from "$lib/gen/wire";
import {
  conditionsOf,
  ruleFields,
  ruleValues,
  rulesOf,
  stepDifference,
} from "$features/checklist-templates/rule";
import { expect, it } from "vitest";

const when: Condition[] = [
  { field: "hosting", is: [], not: ["gitlab_com"] },
  { field: "public_sector", is: [true], not: [] },
  { field: "region", is: ["EMEA", "APAC"], not: [] },
];

it("conditions become rows and the same conditions again", () => {
  expect(conditionsOf(rulesOf(when))).toEqual(when);
});
it("a row that says no value is no condition yet", () => {
  expect(conditionsOf([{ field: "use_case", how: "is", values: [" "] }])).toBeNull();
  expect(conditionsOf([])).toEqual([]);
});
it("every field is offered, with its values where it has a list of them", () => {
  expect(ruleFields()).toHaveLength(9);
  expect(ruleValues("region")).toBeNull();
  expect(ruleValues("public_sector")?.map(({ value }) => value)).toEqual(["true", "false"]);
});
it("what a rule adds and removes is told by titles", () => {
  const of = (...keys: string[]) => keys.map((key) => ({ key, title: key.toUpperCase() }));
  expect(stepDifference(of("a", "b"), of("b", "c"))).toEqual({ more: ["C"], fewer: ["A"] });
});
