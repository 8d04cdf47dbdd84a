import { expect, test, vi } from "vitest";
import type { Step } from "$lib/model";

const call = vi.fn();
vi.mock("$host", () => ({ host: { call } }));
const { stepLink, stepWords, undo } = await import("$lib/undo.svelte");
const { rpc } = await import("$lib/rpc");
const { toasts } = await import("$lib/toasts.svelte");

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

test("dates that moved along with others, and the links between them, are seen on the roadmap", () => {
  expect(stepLink(step({ name: "plan.shift" }), false)).toBe("#/plan/p/roadmap");
  expect(stepWords(step({ name: "plan.shift" }))).toBe("moved Security lab, Nordwind");
  const link = { name: "dependency.create", kind: "dependency", title: "" } as const;
  expect(stepLink(step(link), true)).toBe("#/plan/p/roadmap");
  expect(stepWords(step(link)), "a link has no name of its own").toBe("linked two tasks, Nordwind");
});

test("reassigned work is seen from the account, wherever the first of it stands", () => {
  expect(stepLink(step({ name: "contact.hand_over", kind: "plan" }), false)).toBe("#/account/a");
});

test("a step of many, a move, the sample and the brand have their words and places", () => {
  expect(stepWords(step({ name: "task.move" }))).toBe("moved Security lab, Nordwind");
  expect(stepWords(step({ name: "task.update_many" }))).toBe(
    "changed Security lab and others, Nordwind",
  );
  expect(
    stepWords(step({ name: "sample.add", kind: "account", title: "Acme", account: "Acme" })),
  ).toBe("added the sample");
  expect(stepLink(step({ name: "sample.add", kind: "account", id: "x" }), true)).toBe(
    "#/portfolio",
  );
  expect(stepLink(step({ name: "task.update_many" }), false), "many are seen together").toBe(
    "#/plan/p",
  );
  expect(stepLink(step({ kind: "brand", id: "b", account_id: null, plan_id: null }), false)).toBe(
    "#/settings/brand",
  );
});

test("undo waits for what was just changed, and a second one for the first", async () => {
  // The steps that are written, newest last; a write takes a while.
  const steps = ["one", "two"];
  const undone: unknown[] = [];
  call.mockImplementation(async (name: string, { op }: { op?: string }) => {
    const newest = { ...step({}), op: steps.at(-1), this_sitting: true, source: "window" };
    if (name === "workspace.status")
      return { result: { undo: steps.length > 0 ? newest : null }, changed: [] };
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (name === "undo") undone.push(op, steps.pop());
    else steps.push("three");
    return { result: newest, changed: [] };
  });
  void rpc("task.update", { id: "t" } as never);
  await Promise.all([undo.start("undo"), undo.start("undo")]);
  expect(undone, "each by its own number").toEqual(["three", "three", "two", "two"]);
});

test("undo stays in the room, and its message leads to what it did", async () => {
  location.hash = "#/portfolio";
  const newest = { ...step({}), op: 1, this_sitting: true, source: "window" };
  call.mockImplementation((name: string) =>
    Promise.resolve({
      result: name === "workspace.status" ? { undo: newest } : newest,
      changed: [],
    }),
  );
  await undo.start("undo");
  expect(location.hash, "one stays where one works").toBe("#/portfolio");
  const [toast] = toasts.items;
  expect(toast?.text).toBe("Undone: changed Security lab, Nordwind.");
  toast?.lead?.run();
  expect(location.hash).toBe("#/plan/p/task/t");
});

test("undo leaves a room that it took away", async () => {
  const { router } = await import("$lib/router.svelte");
  router.go("#/account/a");
  const newest = {
    ...step({ name: "account.create", kind: "account", id: "a", plan_id: null }),
    ...{ op: 1, this_sitting: true, source: "window" },
  };
  call.mockImplementation((name: string) =>
    name === "account.get"
      ? Promise.reject({ code: "not_found", message: "", field: null, details: {} })
      : Promise.resolve({
          result: name === "workspace.status" ? { undo: newest } : newest,
          changed: [],
        }),
  );
  await undo.start("undo");
  expect(location.hash, "there is nothing to stay in").toBe("#/portfolio");
});
