import { expect, test, vi } from "vitest";
import type { Task } from "$lib/model";

const sent: [string, unknown][] = [];
vi.mock("$host", () => ({
  host: {
    call: (name: string, request: unknown) => {
      sent.push([name, request]);
      return Promise.resolve({ result: null, changed: [] });
    },
  },
}));
const { deleteMany, updateMany } = await import("$lib/bulk");
const { toasts } = await import("$lib/toasts.svelte");

const task = (id: string, version: number) => ({ id, version, title: id }) as unknown as Task;
const told = () => toasts.items.map(({ text }) => text);

test("several records are one step, each at the version that was seen", async () => {
  await updateMany("task", [task("a", 3), task("b", 1)], { owner: "Priya" });
  expect(sent.at(-1)).toMatchObject([
    "task.update_many",
    {
      items: [
        { id: "a", version: 3 },
        { id: "b", version: 1 },
      ],
      changes: { owner: "Priya" },
    },
  ]);
  expect(told()).toEqual(["Changed a and 1 more."]);
});

test("a single record is a step of its own, so that undo names it alone", async () => {
  await deleteMany("task", [task("a", 3)]);
  expect(sent.at(-1)).toMatchObject(["task.delete", { id: "a", version: 3 }]);
  expect(told()).toEqual(["Deleted a."]);
});
