import type { Checklist, ChecklistStep } from "$lib/model";
import {
  counted,
  forecast,
  gateBefore,
  isLate,
  phasesOf,
  stepTo,
} from "$features/checklist-steps/phases";
import { recordsShown } from "$lib/safe-fields";
import { safe } from "$lib/safe.svelte";
import { describe, expect, it } from "vitest";

const step = (id: string, phase: string, rest: Partial<ChecklistStep> = {}): ChecklistStep =>
  ({
    id,
    phase,
    required: true,
    state: "open",
    visibility: "customer",
    due: null,
    depth: 0,
    ...rest,
  }) as ChecklistStep;
const run = {
  progress: [
    { title: "Prepare", gate: "Ready", open: true },
    { title: "Meet", gate: "", open: false },
  ],
} as Checklist;
const steps = [step("a", "Prepare"), step("b", "Prepare"), step("c", "Meet"), step("d", "Gone")];
const all = phasesOf(run, steps, { empty: true });

describe("the phases of a checklist", () => {
  it("hold every step, also one whose phase is gone", () => {
    expect(all.map((phase) => phase.steps.map(({ id }) => id))).toEqual([["a", "b"], ["c"], ["d"]]);
  });
  it("are left out for the customer where nothing may be seen", () => {
    safe.toggle(null);
    const seen = recordsShown("checklist_step", [
      step("a", "Prepare", { visibility: "internal" }),
      step("c", "Meet"),
    ]);
    safe.toggle(null);
    expect(phasesOf(run, seen, { empty: false }).map(({ title }) => title)).toEqual(["Meet"]);
  });
  it("count what is required, and everything where nothing is", () => {
    const done = step("x", "", { state: "done", required: false });
    expect(counted([done, step("y", "")])).toEqual({ over: 0, total: 1 });
    expect(counted([done])).toEqual({ over: 1, total: 1 });
  });
});

describe("moving a step by a key", () => {
  it("stays in its phase, then goes on into the next one", () => {
    expect(stepTo(all, "a", "down")).toEqual({ phase: "Prepare", after: "b" });
    expect(stepTo(all, "b", "down")).toEqual({ phase: "Meet", after: null });
    expect(stepTo(all, "c", "up")).toEqual({ phase: "Prepare", after: "b" });
    expect(stepTo(all, "b", "up")).toEqual({ phase: "Prepare", after: null });
    expect(stepTo(all, "a", "up")).toBeNull();
  });
  it("goes past a neighbour with all that stands under it", () => {
    const deep = (id: string, depth: number) => step(id, "Prepare", { depth });
    const nested = [deep("a", 0), deep("a1", 1), deep("a2", 1), deep("b", 0), step("c", "Meet")];
    const phases = phasesOf(run, nested, { empty: true });
    expect(stepTo(phases, "a", "down"), "behind b, not behind its own").toEqual({
      phase: "Prepare",
      after: "b",
    });
    expect(stepTo(phases, "b", "up"), "in front of a, not among its own").toEqual({
      phase: "Prepare",
      after: null,
    });
    expect(stepTo(phases, "a1", "down")).toEqual({ phase: "Prepare", after: "a2" });
    expect(stepTo(phases, "a2", "up"), "in front of a1").toEqual({ phase: "Prepare", after: "a" });
    expect(stepTo(phases, "a2", "down"), "under the next one").toEqual({
      phase: "Prepare",
      after: "b",
    });
  });
});

it("a step is late only while it is to be done", () => {
  const late = step("a", "", { due: "2026-11-01" });
  expect(isLate(late, "2026-11-02")).toBe(true);
  expect(isLate({ ...late, state: "skipped" }, "2026-11-02")).toBe(false);
});

describe("what is told of a checklist as a whole", () => {
  it("ends today at the earliest, and says when all that is left is late", () => {
    expect(forecast("2026-10-29", "2026-11-30")).toEqual({ ends_on: "2026-11-30", all_late: true });
    expect(forecast("2026-12-10", "2026-11-30")).toEqual({
      ends_on: "2026-12-10",
      all_late: false,
    });
    expect(forecast("2026-11-30", "2026-11-30").all_late, "today is not late").toBe(false);
  });
  it("names the gate that a phase waits for", () => {
    const left = { required_over: 0, required_total: 1 };
    const progress = [
      { title: "Prepare", gate: "Ready", open: true, ...left },
      { title: "Meet", gate: "", open: false, ...left },
    ];
    const waiting = { progress } as Checklist;
    expect(gateBefore(waiting, "Meet")).toBe("Ready");
    expect(gateBefore(waiting, "Prepare"), "the first waits for nothing").toBeNull();
  });
});
