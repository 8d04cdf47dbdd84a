import { expect, test, vi } from "vitest";

const asked: string[] = [];
const answers: ((items: { id: string }[]) => void)[] = [];
vi.mock("$lib/rpc", () => ({
  rpc: (_: string, { text }: { text: string }) => {
    asked.push(text);
    return new Promise((resolve) => {
      answers.push((items) => {
        resolve({ items });
      });
    });
  },
}));
const { Finder } = await import("$features/palette/finder.svelte");

test("what is typed while a request runs is asked once, and only the last shows", async () => {
  const finder = new Finder();
  for (const text of ["n", "no", "nor"]) finder.ask(text);
  expect(asked, "one at a time").toEqual(["n"]);
  answers[0]?.([{ id: "old" }]);
  await vi.waitFor(() => {
    expect(asked).toEqual(["n", "nor"]);
  });
  expect(finder.hits, "an older answer never shows").toEqual([]);
  answers[1]?.([{ id: "new" }]);
  await vi.waitFor(() => {
    expect(finder.hits.map(({ id }) => id)).toEqual(["new"]);
  });
  expect(finder.behind).toBe(false);
});

test("a text that was taken back finds nothing", async () => {
  const finder = new Finder();
  finder.ask("x");
  finder.ask("");
  answers.at(-1)?.([{ id: "late" }]);
  await Promise.resolve();
  await Promise.resolve();
  expect(finder.hits).toEqual([]);
});
