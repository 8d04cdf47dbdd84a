import { expect, test, vi } from "vitest";
import type { Step } from "$lib/model";

vi.mock("$host", () => ({ host: { call: vi.fn() } }));
const { stepLink, stepWords } = await import("$lib/undo.svelte");

const step = (more: Partial<Step>) =>
  ({
    name: "task.update",
    kind: "task",
    id: "t",
    title: "Security lab",
    account_id: "a",
    account: "Nordwind",
    plan_id: "p",
    ...more,
  }) as Step;

test("a step names what and where", () => {
  expect(stepWords(step({}))).toBe("changed Security lab, Nordwind");
  expect(stepWords(step({ name: "account.create", title: "Nordwind" })), "not twice").toBe(
    "added Nordwind",
  );
});

test("undo goes where the step can be seen", () => {
  expect(stepLink(step({}), false)).toBe("#/plan/p/task/t");
  expect(stepLink(step({}), true), "a record that is gone is seen from its plan").toBe("#/plan/p");
  expect(
    stepLink(step({ kind: "plan", id: "p" }), true),
    "a plan that is gone from its account",
  ).toBe("#/account/a");
  expect(stepLink(step({ kind: "account", id: "a", plan_id: null }), true)).toBe("#/portfolio");
  expect(stepLink(step({ kind: "reading", id: "r" }), false), "a reading has no page").toBe(
    "#/plan/p",
  );
});
