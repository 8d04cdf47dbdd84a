import { expect, test } from "vitest";
import { customerOutline } from "$features/plans/safe-outline";
import type { Outline } from "$lib/model";

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
  const told = customerOutline(outline).objectives[0]?.initiatives.map(({ initiative, tasks }) => [
    initiative.id,
    ...tasks.map(({ id }) => id),
  ]);
  expect(told).toEqual([["shared", "shown"]]);
});
