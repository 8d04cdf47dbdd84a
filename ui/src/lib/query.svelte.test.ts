import { flushSync } from "svelte";
import { expect, test, vi } from "vitest";

const call = vi.fn();
vi.mock("$host", () => ({ host: { call } }));
const { ask, refetched } = await import("$lib/query");

test("who looked at the error alone while an answer was on its way is told of the answer", async () => {
  // All answers come at the same moment.
  const moment = new Promise((resolve) => setTimeout(resolve, 10));
  call.mockImplementation(async (_: string, { urgency }: { urgency: string }) => {
    await moment;
    return { result: { items: [urgency], total: 1 }, changed: [] };
  });
  const seen: unknown[] = [];
  const stop = $effect.root(() => {
    const answers = ["late", "today"].map((urgency) =>
      ask("today.list", () => ({ urgency }) as never),
    );
    $effect(() => {
      if (answers.some(({ error }) => error)) return;
      // Stops at the first that was not answered: the second's data is not looked at before.
      if (answers.every(({ data }) => data !== undefined))
        seen.push(answers.map(({ data }) => data?.items));
    });
  });
  flushSync();
  await vi.waitFor(() => {
    flushSync();
    expect(seen.at(-1)).toEqual([["late"], ["today"]]);
  });
  await refetched();
  stop();
});
