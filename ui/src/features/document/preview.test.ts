import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PlanId } from "$lib/model";

const call = vi.hoisted(() => vi.fn());
vi.mock("$host", () => ({ host: { call } }));
const { requestFields, Preview } = await import("$features/document/preview.svelte");

const plan = "p" as PlanId;
const options = {
  document: "success-plan",
  audience: "customer",
  paper: null,
  sections: null,
  redact: [],
} as const;
const drawing = (page: number) => ({ page, width: 595, height: 842, svg: "<svg/>" });
const found = { pages: 3, missing: [], cut: [], remarks: [], left_out: [] };
const pagesAsked = () =>
  call.mock.calls.map(([, request]) => (request as { pages: number[] }).pages);

beforeEach(() => {
  vi.useFakeTimers();
  call.mockReset();
  vi.stubGlobal(
    "Image",
    class {
      decode = () => Promise.resolve();
      src = "";
    },
  );
  let made = 0;
  URL.createObjectURL = () => `blob:${String(++made)}`;
  URL.revokeObjectURL = () => undefined;
});
afterEach(() => {
  vi.useRealTimers();
});

test("a page that was drawn is asked for again only when something changed", async () => {
  call.mockImplementation((_: string, { pages }: { pages: number[] }) =>
    Promise.resolve({ result: { ...found, drawn: pages.map(drawing) }, changed: [] }),
  );
  const preview = new Preview();
  preview.want(plan, options, 1, [0, 1]);
  await vi.advanceTimersByTimeAsync(100);
  preview.want(plan, options, 1, [0, 1, 2]);
  await vi.advanceTimersByTimeAsync(100);
  preview.want(plan, options, 2, [1]);
  await vi.advanceTimersByTimeAsync(100);
  expect(pagesAsked(), "first, then the new one, then anew").toEqual([[0, 1], [2], [1]]);
  expect(preview.sheets.filter(Boolean), "the others keep their last drawing").toHaveLength(3);
});

test("an answer that came too late is dropped in silence", async () => {
  const answers: ((value: unknown) => void)[] = [];
  call.mockImplementation(() => new Promise((done) => answers.push(done)));
  const preview = new Preview();
  preview.want(plan, options, 1, [0]);
  await vi.advanceTimersByTimeAsync(100);
  preview.want(plan, options, 2, [0]);
  await vi.advanceTimersByTimeAsync(100);
  answers[1]?.({ result: { ...found, drawn: [drawing(0)] }, changed: [] });
  await vi.advanceTimersByTimeAsync(0);
  answers[0]?.({ result: { ...found, pages: 9, drawn: [] }, changed: [] });
  await vi.advanceTimersByTimeAsync(0);
  expect(preview.found?.pages, "the newer answer stands").toBe(3);
  expect(preview.error).toBeNull();
  expect(preview.busy).toBe(false);
});

test("a cancelled question is no error, another refusal is, and the pages stay", async () => {
  call.mockResolvedValueOnce({ result: { ...found, drawn: [drawing(0)] }, changed: [] });
  const preview = new Preview();
  preview.want(plan, options, 1, [0]);
  await vi.advanceTimersByTimeAsync(100);
  call.mockRejectedValueOnce({ code: "cancelled", message: "" });
  preview.want(plan, options, 2, [0]);
  await vi.advanceTimersByTimeAsync(100);
  expect(preview.error).toBeNull();
  call.mockRejectedValueOnce({ code: "internal", message: "" });
  preview.want(plan, options, 3, [0]);
  await vi.advanceTimersByTimeAsync(100);
  expect(preview.error).not.toBeNull();
  expect(preview.sheets[0]).toBeDefined();
});

test("what is only glanced at is drawn after what is read", async () => {
  call.mockImplementation((_: string, { pages }: { pages: number[] }) =>
    Promise.resolve({ result: { ...found, drawn: pages.map(drawing) }, changed: [] }),
  );
  const preview = new Preview();
  preview.want(plan, options, 1, [1], [0, 1, 2, 9]);
  await vi.advanceTimersByTimeAsync(500);
  expect(pagesAsked(), "a page that is not there is not asked for").toEqual([[1], [0, 2]]);
});

test("seeing the same pages again asks nothing again while they are on their way", async () => {
  const answers: ((value: unknown) => void)[] = [];
  call.mockImplementation(() => new Promise((done) => answers.push(done)));
  const preview = new Preview();
  preview.want(plan, options, 1, [0]);
  await vi.advanceTimersByTimeAsync(100);
  preview.want(plan, options, 1, [0]);
  preview.want(plan, options, 1, [0], [0]);
  await vi.advanceTimersByTimeAsync(500);
  expect(pagesAsked()).toEqual([[0]]);
  preview.want(plan, options, 1, [0, 1]);
  answers[0]?.({ result: { ...found, drawn: [drawing(0)] }, changed: [] });
  await vi.advanceTimersByTimeAsync(500);
  expect(pagesAsked(), "only what is new").toEqual([[0], [1]]);
});

test("what is redacted is asked for, and nothing else unless said", () => {
  expect(requestFields(options)).toEqual({ document: "success-plan", audience: "customer" });
  expect(requestFields({ ...options, redact: ["names", "hosts"] }).redact).toEqual([
    "names",
    "hosts",
  ]);
});
