import { expect, test, vi } from "vitest";
import type { ChecklistStep } from "$lib/model";

const call = vi.fn();
vi.mock("$host", () => ({ host: { call } }));
const { questions } = await import("$features/checklist-steps/questions.svelte");

const step = { id: "s", version: 1, title: "Kickoff" } as ChecklistStep;
/** The commands that were called, with dates that move by a change. */
function moving(moves: unknown[]): string[] {
  const called: string[] = [];
  call.mockImplementation((name: string) => {
    called.push(name);
    return Promise.resolve({ result: { moves }, changed: [] });
  });
  return called;
}

test("what was made in the question is not made a second time, on another day", async () => {
  const called = moving([{ id: "t" }]);
  const ticked = questions.attempt(step, { what: "tick", day: "2026-11-23" });
  await vi.waitUntil(() => questions.now !== null);
  questions.now?.answer(true);
  expect(await ticked, "it was made").toBe(true);
  expect(called, "by the question alone").toEqual(["checklist.preview_change"]);
});

test("what moves nothing is made at once, and a deletion asks for its own moves", async () => {
  const called = moving([]);
  expect(await questions.attempt(step, { what: "remove" })).toBe(true);
  expect(called).toEqual(["checklist.preview_remove", "checklist_step.delete"]);
});

test("a question that is given up changes nothing", async () => {
  const called = moving([{ id: "t" }]);
  const removed = questions.attempt(step, { what: "remove" });
  await vi.waitUntil(() => questions.now !== null);
  questions.now?.answer(false);
  expect(await removed).toBe(false);
  expect(called).toEqual(["checklist.preview_remove"]);
});

test("a step behind a shut gate is not ticked unasked, and may be ticked all the same", async () => {
  const called = moving([]);
  const gated = { ...step, gated: true };
  const ticked = questions.attempt(gated, { what: "tick", day: "2026-11-23" });
  await vi.waitUntil(() => questions.now !== null);
  questions.now?.answer(false);
  expect(await ticked, "given up").toBe(false);
  expect(called, "nothing was ticked").toEqual(["checklist.preview_change"]);
  expect(await questions.attempt(gated, { what: "skip", reason: "Not needed" })).toBe(true);
});
