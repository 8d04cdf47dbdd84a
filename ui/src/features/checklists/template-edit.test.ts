import type { TemplatePhase, TemplateStep } from "$lib/gen/wire";
import {
  addedStep,
  keyFor,
  movedPhase,
  movedStep,
  stepsOf,
  withoutPhase,
  withoutStep,
} from "$features/checklists/template-edit";
import { expect, it } from "vitest";

const step = (key: string, from: string, offset_days: number, parent = ""): TemplateStep =>
  ({ key, title: key, from, offset_days, parent }) as TemplateStep;
const phases: TemplatePhase[] = [
  {
    title: "One",
    gate: "",
    steps: [
      step("a", "anchor:contract", 2),
      step("b", "done:a", 3, "a"),
      step("c", "due:b", 1, "b"),
    ],
  },
  { title: "Two", gate: "", steps: [step("d", "anchor:contract", 9)] },
];
const keys = (of: TemplatePhase[]) => of.map(({ steps }) => steps.map(({ key }) => key).join(""));

it("a step that goes leaves what hangs on it where it was", () => {
  const [, c] = stepsOf(withoutStep(phases, "b"));
  expect(c).toMatchObject({ key: "c", from: "done:a", offset_days: 4, parent: "a" });
});
it("a step moves through its phase and on into the next one", () => {
  expect(keys(movedStep(phases, "b", "down"))).toEqual(["acb", "d"]);
  expect(keys(movedStep(phases, "c", "down"))).toEqual(["ab", "cd"]);
  expect(keys(movedStep(phases, "d", "up"))).toEqual(["abcd", ""]);
  expect(keys(movedStep(phases, "a", "up"))).toEqual(["abc", "d"]);
});
it("a step does not stand under one that comes after it", () => {
  const moved = stepsOf(movedStep(phases, "b", "up"));
  expect(moved.map(({ key, parent }) => `${key}<${parent}`)).toEqual(["b<", "a<", "c<b", "d<"]);
});
it("a phase moves with its steps, and stays where there is nowhere to go", () => {
  expect(keys(movedPhase(phases, 0, "down"))).toEqual(["d", "abc"]);
  expect(movedPhase(phases, 0, "up")).toBe(phases);
});
it("a phase that goes takes its steps, and what counted from them stays where it was", () => {
  const hung = [...phases, { title: "Three", gate: "", steps: [step("e", "done:b", 4)] }];
  const left = withoutPhase(hung, 0);
  expect(keys(left)).toEqual(["d", "e"]);
  expect(stepsOf(left)[1]).toMatchObject({ from: "anchor:contract", offset_days: 9 });
});
it("a new step has a key of its own, whatever it is called", () => {
  expect(keyFor("A", phases)).toBe("a_2");
  expect(keyFor("日本", phases)).toBe("step");
  expect(stepsOf(addedStep(phases, 1, "Call Ana")).at(-1)).toMatchObject({
    key: "call_ana",
    from: "anchor:contract",
    offset_days: 9,
  });
});
