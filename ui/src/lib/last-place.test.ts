import { expect, test, vi } from "vitest";

vi.mock("$host", () => ({ host: { call: vi.fn() } }));
const { listOf } = await import("$lib/last-place.svelte");

test("an open pane leaves the list where it is; another room has its own", () => {
  expect(listOf("#/plan/p/task/t")).toBe(listOf("#/plan/p"));
  expect(listOf("#/plan/p/document/task/t")).toBe(listOf("#/plan/p/document"));
  expect(listOf("#/plan/p/document")).not.toBe(listOf("#/plan/p"));
});
