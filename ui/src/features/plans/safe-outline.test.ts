import { expect, test } from "vitest";
import { shownOutline } from "$features/plans/safe-outline";
import type { Outline } from "$lib/model";
import { safe } from "$lib/safe.svelte";

test("no internal initiative and no internal task reaches the customer's eyes", () => {
  const task = (id: string, visibility: string) => ({ id, visibility });
  const outline = {
    objectives: [
      {
        initiatives: [
          {
            initiative: { id: "shared", visibility: "customer" },
            tasks: [task("shown", "customer"), task("hidden", "internal")],
          },
          { initiative: { id: "own", visibility: "internal" }, tasks: [task("x", "customer")] },
        ],
      },
    ],
  } as unknown as Outline;
  const shown = () =>
    shownOutline(outline).objectives[0]?.initiatives.map(({ initiative, tasks }) => [
      initiative.id,
      ...tasks.map(({ id }) => id),
    ]);
  expect(shown(), "ours alone").toEqual([
    ["shared", "shown", "hidden"],
    ["own", "x"],
  ]);
  safe.toggle(null);
  expect(shown()).toEqual([["shared", "shown"]]);
  safe.toggle(null);
});
