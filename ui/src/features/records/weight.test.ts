import { expect, test } from "vitest";
import { weightWords } from "$features/records/weight";

test("what goes along is counted by kind, and what nobody knows by name is left out", () => {
  const under = [
    { kind: "plan", count: 5 },
    { kind: "task", count: 1 },
    { kind: "template_use", count: 2 },
  ] as const;
  expect(weightWords([...under])).toBe("5 plans, 1 task");
  expect(weightWords([{ kind: "template_use", count: 1 }])).toBe("");
});
