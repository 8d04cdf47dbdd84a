import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { toasts } from "$lib/toasts.svelte";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

const shown = () => toasts.items.map(({ text }) => text);
const undo = { label: "Undo", run: () => undefined };

test("a message with something to press stays longer than one without", () => {
  toasts.show("Saved.");
  vi.advanceTimersByTime(9000);
  expect(shown()).toEqual([]);
  toasts.show("Deleted.", undo);
  vi.advanceTimersByTime(19_000);
  expect(shown()).toEqual(["Deleted."]);
  vi.advanceTimersByTime(2000);
  expect(shown()).toEqual([]);
});

test("no message goes while somebody is at one, and its time begins anew after that", () => {
  toasts.show("Deleted.", undo);
  vi.advanceTimersByTime(19_000);
  toasts.hold(true);
  toasts.add("Steps moved.", undo);
  vi.advanceTimersByTime(600_000);
  expect(shown()).toEqual(["Deleted.", "Steps moved."]);
  toasts.hold(false);
  vi.advanceTimersByTime(19_000);
  expect(shown()).toEqual(["Deleted.", "Steps moved."]);
  vi.advanceTimersByTime(2000);
  expect(shown()).toEqual([]);
});

test("a message that was pressed away under the hand holds up no later one", () => {
  toasts.show("Deleted.", undo);
  toasts.hold(true);
  toasts.drop(toasts.items[0]?.id ?? 0);
  toasts.show("Saved.");
  vi.advanceTimersByTime(9000);
  expect(shown()).toEqual([]);
});

test("a new message takes the place of those before it, and one that says more stands beside the last", () => {
  toasts.show("One.");
  toasts.add("More.", undo);
  toasts.add("And more.", undo);
  expect(shown()).toEqual(["More.", "And more."]);
  toasts.show("Two.");
  expect(shown()).toEqual(["Two."]);
});
