import { expect, test } from "vitest";
import { links, parseRoute } from "$lib/router.svelte";

test("every link leads back to the room it was made for", () => {
  expect(parseRoute(links.portfolio())).toEqual({ room: "portfolio" });
  expect(parseRoute(links.account("a1"))).toEqual({ room: "account", id: "a1" });
  expect(parseRoute(links.plan("p1"))).toEqual({ room: "plan", id: "p1", detail: null });
  expect(parseRoute(links.plan("p1", { kind: "task", id: "t1" }))).toEqual({
    room: "plan",
    id: "p1",
    detail: { kind: "task", id: "t1" },
  });
});

test.each(["", "#/", "#/today", "#/account", "#/plan", "#/plan/p1/account/a1", "#/plan/p1/task"])(
  "%s names no room",
  (hash) => {
    expect(parseRoute(hash), "an unknown place is not guessed").toBeNull();
  },
);
