import { beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.resetModules();
});
const fresh = async () => ({
  ...(await import("$lib/safe.svelte")),
  ...(await import("$lib/safe-fields")),
});

test("only the account that is open is shown, also after a reload", async () => {
  const before = await fresh();
  before.safe.toggle("nordwind");
  expect([before.safe.shows("nordwind"), before.safe.shows("fjord")]).toEqual([true, false]);
  vi.resetModules();
  const after = await fresh();
  expect(after.safe.on, "it survived").toBe(true);
  expect([after.safe.shows("nordwind"), after.safe.shows("fjord")]).toEqual([true, false]);
  after.safe.toggle(null);
  expect([after.safe.on, after.safe.shows("fjord")]).toEqual([false, true]);
});

test("switched on where no account is open, the first one opened is the customer's", async () => {
  const { safe } = await fresh();
  safe.toggle(null);
  expect(safe.shows("nordwind")).toBe(false);
  safe.enter("nordwind");
  safe.enter("fjord");
  expect([safe.shows("nordwind"), safe.shows("fjord")]).toEqual([true, false]);
  safe.toggle(null);
});

test("a room can hold it on, and what the person switched on stays when the room closes", async () => {
  const { safe } = await fresh();
  const release = safe.hold("nordwind");
  expect(safe.shows("fjord")).toBe(false);
  release();
  expect(safe.on).toBe(false);
  safe.toggle("nordwind");
  safe.hold("nordwind")();
  expect(safe.on).toBe(true);
  safe.toggle(null);
});

test("internal fields are hidden, notes and risks unless they are marked for the customer", async () => {
  const { safe, fieldShown } = await fresh();
  expect(fieldShown("account", {}, "arr"), "while it is off").toBe(true);
  safe.toggle("nordwind");
  expect(fieldShown("account", {}, "arr")).toBe(false);
  expect(fieldShown("account", {}, "country")).toBe(true);
  expect(fieldShown("objective", { risks_visibility: "internal" }, "risks")).toBe(false);
  expect(fieldShown("objective", { risks_visibility: "customer" }, "risks")).toBe(true);
  expect(fieldShown("reading", { note_visibility: "internal" }, "note")).toBe(false);
  safe.toggle(null);
});
