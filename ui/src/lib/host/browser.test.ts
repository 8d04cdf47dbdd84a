import { expect, test, vi } from "vitest";
import { host } from "$lib/host/browser";
import { RpcError } from "$lib/rpc";

vi.mock("$host", () => ({ host: {} }));

/** The core's reply, which the real one gives to `src-tauri/crates/devhost/tests`. */
function replies(status: number, body: string) {
  const asked = vi.fn(() => Promise.resolve(new Response(body, { status })));
  vi.stubGlobal("fetch", asked);
  return asked;
}

test("a command is asked with the token of the page's address", async () => {
  history.replaceState(null, "", "/?token=t1#/accounts");
  const asked = replies(200, '{"result":{"total":0},"changed":[]}');
  expect(await host.call("account.list", { limit: 1 })).toEqual({
    result: { total: 0 },
    changed: [],
  });
  expect(asked).toHaveBeenCalledExactlyOnceWith(
    "/call/account.list",
    expect.objectContaining({ headers: { authorization: "Bearer t1" }, body: '{"limit":1}' }),
  );
});

test("a refusal arrives as the core said it", async () => {
  const failure = {
    code: "invalid",
    message: "name: empty.",
    field: "name",
    details: { reason: "empty" },
  };
  replies(422, JSON.stringify(failure));
  await expect(host.call("account.create", {})).rejects.toEqual(failure);
});

test("a core that was not reached is a fault, in the words of whoever stood in the way", async () => {
  replies(403, "The token is another one.");
  const thrown: unknown = await host.call("account.list", {}).catch((error: unknown) => error);
  const { code, message } = RpcError.from(thrown);
  expect(code).toBe("internal");
  expect(message).toContain("The token is another one.");
});

test("what a browser cannot do is refused in the form of every refusal", async () => {
  await expect(host.showInFolder("/tmp/plan.pdf")).rejects.toMatchObject({ code: "io" });
  await expect(host.openLink("javascript:alert(1)")).rejects.toMatchObject({ code: "invalid" });
});
