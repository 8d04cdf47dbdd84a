import { expect, test, vi } from "vitest";

vi.mock("$host", () => ({ host: { call: vi.fn() } }));
const { ListEdit } = await import("$lib/list-edit.svelte");

interface Tool {
  area: string;
  tool: string;
}

test("two rows changed at once are both kept", async () => {
  const kept: Tool[] = [
    { area: "ci", tool: "a" },
    { area: "cd", tool: "b" },
  ];
  const sent: { rows: Tool[]; base: Tool[] }[] = [];
  const list = new ListEdit<Tool>(
    () => kept,
    (rows, base) => {
      sent.push({ rows, base });
      return Promise.resolve();
    },
  );
  await Promise.all([list.set(0, "tool", "A"), list.set(1, "tool", "B")]);
  expect(
    sent.at(-1)?.rows.map(({ tool }) => tool),
    "the second builds on the first",
  ).toEqual(["A", "B"]);
  expect(sent.at(-1)?.base[0]?.tool, "and says so").toBe("A");
});

test("a refused row is not shown as if it were saved", async () => {
  const list = new ListEdit<Tool>(
    () => [],
    () => Promise.reject(new Error("no")),
  );
  await expect(list.add({ area: "ci", tool: "" })).rejects.toThrow("no");
  expect(list.rows).toEqual([]);
});

test("an undo is seen in the rows that were saved a moment ago", async () => {
  let kept = ["a"];
  const list = new ListEdit<string>(
    () => kept,
    () => Promise.resolve(),
  );
  await list.remove(0);
  kept = [];
  await new Promise((resolve) => setTimeout(resolve));
  kept = ["a"];
  expect(list.rows, "the record speaks").toEqual(["a"]);
});
