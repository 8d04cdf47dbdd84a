import { beforeEach, expect, test, vi } from "vitest";
import type { Account } from "$lib/model";

const call = vi.hoisted(() => vi.fn());
vi.mock("$host", () => ({ host: { call } }));
const { Conflict, update } = await import("$lib/records");

type Sent = { version: number; request_id: string };
const account = (id: string, more: Partial<Account> = {}) =>
  ({ id, version: 1, name: "Nordwind", licensed_seats: 5, ...more }) as Account;
const answers = (result: unknown) => Promise.resolve({ result, changed: ["account"] });

beforeEach(() => {
  call.mockReset();
});

test("two fields saved at once do not conflict with each other", async () => {
  call.mockImplementation((_: string, { version }: Sent) =>
    answers(account("a", { version: version + 1 })),
  );
  const record = account("a");
  await Promise.all([
    update("account", record, { name: "A" }, { name: "Nordwind" }),
    update("account", record, { licensed_seats: 9 }, { licensed_seats: 5 }),
  ]);
  expect(
    call.mock.calls.map(([, request]) => (request as Sent).version),
    "the second waits for the first and knows its version",
  ).toEqual([1, 2]);
});

test("a version that moved for another field is no conflict", async () => {
  call.mockImplementation((name: string, { version }: Sent) => {
    if (name === "account.get") return answers(account("b", { version: 7, licensed_seats: 6 }));
    return version === 7
      ? answers(account("b", { version: 8, name: "B" }))
      : Promise.reject({ code: "conflict", message: "" });
  });
  const after = await update("account", account("b"), { name: "B" }, { name: "Nordwind" });
  expect(after.version, "sent again against the version that is there").toBe(8);
});

test("the same field changed elsewhere is a conflict that brings their value", async () => {
  call.mockImplementation((name: string) =>
    name === "account.get"
      ? answers(account("c", { version: 7, name: "Theirs" }))
      : Promise.reject({ code: "conflict", message: "" }),
  );
  const thrown = await update(
    "account",
    account("c"),
    { name: "Mine" },
    { name: "Nordwind" },
  ).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(Conflict);
  expect((thrown as { current: Account }).current.name, "nothing is overwritten silently").toBe(
    "Theirs",
  );
});

test("a refusal does not block the next change of the record", async () => {
  call.mockRejectedValueOnce({ code: "invalid", message: "", field: "name" });
  call.mockImplementation(() => answers(account("d", { version: 2 })));
  const record = account("d");
  await expect(update("account", record, { name: "" }, { name: "Nordwind" })).rejects.toMatchObject(
    {
      code: "invalid",
      field: "name",
    },
  );
  await expect(
    update("account", record, { name: "D" }, { name: "Nordwind" }),
  ).resolves.toMatchObject({ version: 2 });
});

test("a write carries its own id, a read carries none", async () => {
  const { rpc } = await import("$lib/rpc");
  call.mockImplementation(() => answers({ items: [], total: 0 }));
  await rpc("account.list", {});
  await rpc("account.create", { name: "A" });
  const [read, write] = call.mock.calls.map(([, request]) => request as Partial<Sent>);
  expect(read?.request_id).toBeUndefined();
  expect(write?.request_id, "sent twice, done once").toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
});
