import { expect, test, vi } from "vitest";

const call = vi.fn();
vi.mock("$host", () => ({ host: { call } }));
const { queryClient, refetched } = await import("$lib/query");
const { rpc } = await import("$lib/rpc");
const { QueryObserver } = await import("@tanstack/svelte-query");

test("what is shown has been asked for again when two quick writes are over", async () => {
  let name = "one";
  call.mockImplementation(async (command: string) => {
    if (command === "account.update") name += "+";
    await new Promise((resolve) => setTimeout(resolve, 10));
    return {
      result: { name },
      changed: command === "account.update" ? ["account"] : [],
    };
  });
  const shown = new QueryObserver(queryClient, {
    queryKey: ["account.get", { id: "a" }],
    queryFn: () => rpc("account.get", { id: "a" } as never),
  });
  const stop = shown.subscribe(() => undefined);
  await Promise.all([
    rpc("account.update", { id: "a" } as never),
    rpc("account.update", { id: "a" } as never),
  ]);
  await refetched();
  expect(shown.getCurrentResult().data).toEqual({ name: "one++" });
  stop();
});
