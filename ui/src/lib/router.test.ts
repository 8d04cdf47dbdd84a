import { expect, test } from "vitest";
import { links, parseRoute, placeOf } from "$lib/router.svelte";

test("every link leads back to the room it was made for", () => {
  expect(parseRoute(links.today())).toEqual({ room: "today" });
  expect(parseRoute(links.runs())).toEqual({ room: "runs" });
  expect(parseRoute(links.documents("a"))).toEqual({ room: "documents", id: "a", list: null });
  expect(parseRoute(links.documents("a", "l"))).toEqual({ room: "documents", id: "a", list: "l" });
  expect(parseRoute("#/account/a/documents/l/x")).toBeNull();
  expect(parseRoute(links.portfolio())).toEqual({ room: "portfolio" });
  expect(parseRoute(links.account("a1"))).toEqual({
    room: "account",
    id: "a1",
    section: "overview",
    detail: null,
  });
  expect(parseRoute(links.account("a1", "profile"))).toMatchObject({ section: "profile" });
  expect(parseRoute("#/account/a1/checklist_step/s1")).toEqual({
    room: "account",
    id: "a1",
    section: "onboarding",
    detail: { kind: "checklist_step", id: "s1" },
  });
  const sale = { kind: "command_plan", id: "c1", account_id: "a1", plan_id: null } as const;
  expect(placeOf(sale)).toBe(links.account("a1", "command-plan"));
  expect(parseRoute(links.inAccount("a1", { kind: "contact", id: "c1" }))).toEqual({
    room: "account",
    id: "a1",
    section: "people",
    detail: { kind: "contact", id: "c1" },
  });
  expect(parseRoute(links.inAccount("a1", { kind: "task", id: "t1" }))).toMatchObject({
    section: "overview",
    detail: { kind: "task", id: "t1" },
  });
  expect(parseRoute(links.document("p1"))).toEqual({ room: "document", id: "p1", detail: null });
  expect(parseRoute(links.document("p1", { kind: "objective", id: "o1" }))).toMatchObject({
    room: "document",
    detail: { kind: "objective", id: "o1" },
  });
  expect(parseRoute(links.roadmap("p1"))).toEqual({ room: "roadmap", id: "p1", detail: null });
  expect(parseRoute(links.roadmap("p1", { kind: "task", id: "t1" }))).toMatchObject({
    room: "roadmap",
    detail: { kind: "task", id: "t1" },
  });
  const version = { kind: "plan_version", id: "v1" } as const;
  expect(parseRoute(links.versions("p1"))).toEqual({ room: "versions", id: "p1", detail: null });
  expect(parseRoute(links.versions("p1", version))).toMatchObject({
    room: "versions",
    detail: version,
  });
  expect(placeOf({ ...version, account_id: "a1", plan_id: "p1" })).toBe(
    links.versions("p1", version),
  );
  expect(parseRoute(links.settings())).toEqual({ room: "settings", section: "me" });
  expect(parseRoute(links.settings("brand"))).toEqual({ room: "settings", section: "brand" });
  expect(parseRoute(links.plan("p1"))).toEqual({ room: "plan", id: "p1", detail: null });
  expect(parseRoute(links.plan("p1", { kind: "task", id: "t1" }))).toEqual({
    room: "plan",
    id: "p1",
    detail: { kind: "task", id: "t1" },
  });
});

test.each([
  "",
  "#/",
  "#/nowhere",
  "#/account",
  "#/account/a1/plan",
  "#/account/a1/contact",
  "#/plan",
  "#/plan/p1/account/a1",
  "#/plan/p1/task",
  "#/plan/p1/document/task",
  "#/plan/p1/roadmap/task",
  "#/plan/p1/versions/task/t1",
  "#/plan/p1/plan_version/v1",
  "#/settings/else",
])("%s names no room", (hash) => {
  expect(parseRoute(hash), "an unknown place is not guessed").toBeNull();
});

test("an address that cannot be read leads nowhere", () => {
  for (const broken of ["#/%E0%A4%A", "#/account/%", "#/plan/%ff", "#/%", "#//%c3%28/x"])
    expect(parseRoute(broken), broken).toBeNull();
});
