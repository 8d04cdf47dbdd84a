import { expect, test, vi } from "vitest";

vi.mock("$host", () => ({
  host: { call: vi.fn(() => Promise.resolve({ result: null, changed: [] })) },
}));
const { readView, Views } = await import("$lib/views.svelte");

const all = {
  sort: [{ id: "name", desc: false }],
  filters: {},
  group: null,
  columns: ["name", "arr"],
};
const ids = ["name", "arr", "tier"];

test("a kept view loses columns that are no more, and nothing else", () => {
  expect(
    readView(
      {
        sort: [
          { id: "gone", desc: true },
          { id: "arr", desc: true },
        ],
        filters: { tier: ["signature"], gone: ["x"] },
        group: "gone",
        columns: ["tier", "gone", "tier"],
      },
      all,
      ids,
    ),
  ).toEqual({
    sort: [{ id: "arr", desc: true }],
    filters: { tier: ["signature"] },
    group: null,
    columns: ["tier"],
  });
  expect(readView("nonsense", all, ids), "what cannot be read is the table's own").toBe(all);
});

test("a view is saved under its name, changed, and gone back to", () => {
  const views = new Views("test", all, ids);
  views.change({ group: "tier" });
  expect(views.changed).toBe(true);
  views.save("By tier");
  expect([views.name, views.changed]).toEqual(["By tier", false]);
  views.choose(null);
  expect(views.now, "the table's own is never changed").toEqual(all);
  views.choose("By tier");
  expect(views.now.group).toBe("tier");
  views.remove("By tier");
  expect([views.names, views.name]).toEqual([[], null]);
});
