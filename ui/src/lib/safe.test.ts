import { beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.resetModules();
});
const fresh = async () => ({
  ...(await import("$lib/safe.svelte")),
  ...(await import("$lib/safe-fields")),
});

test("only the account that is open is shown, also after a reload", async () => {
  const before = await fresh();
  before.safe.toggle("nordwind");
  expect([before.safe.shows("nordwind"), before.safe.shows("fjord")]).toEqual([true, false]);
  vi.resetModules();
  const after = await fresh();
  expect(after.safe.on, "it survived").toBe(true);
  expect([after.safe.shows("nordwind"), after.safe.shows("fjord")]).toEqual([true, false]);
  after.safe.toggle(null);
  expect([after.safe.on, after.safe.shows("fjord")]).toEqual([false, true]);
});

test("switched on where no account is open, the first one opened is the customer's", async () => {
  const { safe } = await fresh();
  safe.toggle(null);
  expect(safe.shows("nordwind")).toBe(false);
  safe.enter("nordwind");
  safe.enter("fjord");
  expect([safe.shows("nordwind"), safe.shows("fjord")]).toEqual([true, false]);
  safe.toggle(null);
});

test("a room can hold it on, and what the person switched on stays when the room closes", async () => {
  const { safe } = await fresh();
  const release = safe.hold("nordwind");
  expect(safe.shows("fjord")).toBe(false);
  release();
  expect(safe.on).toBe(false);
  safe.toggle("nordwind");
  safe.hold("nordwind")();
  expect(safe.on).toBe(true);
  safe.toggle(null);
});

test("internal fields are hidden, notes and risks unless they are marked for the customer", async () => {
  const { safe, fieldShown } = await fresh();
  expect(fieldShown("account", {}, "arr"), "while it is off").toBe(true);
  safe.toggle("nordwind");
  expect(fieldShown("account", {}, "arr")).toBe(false);
  expect(fieldShown("account", {}, "country")).toBe(true);
  expect(fieldShown("objective", { risks_visibility: "internal" }, "risks")).toBe(false);
  expect(fieldShown("objective", { risks_visibility: "customer" }, "risks")).toBe(true);
  expect(fieldShown("reading", { note_visibility: "internal" }, "note")).toBe(false);
  safe.toggle(null);
});

/** What a customer's document may hold, of each field of each kind: as the leak check of the documents reads it. */
const documents = Object.values(
  import.meta.glob<Record<string, Record<string, Record<string, true | string>>>>(
    "../../../tests/leak/customer.json",
    { eager: true, import: "default" },
  ),
)[0];

/** What only the screen shows. A new one is a decision: it is written down here as well. */
const SCREEN_ALONE: Record<string, string> = {
  me: "email zone country subdivision working_week leave holidays fiscal_year_start paper date_order",
  account:
    "region industry country subdivision holidays city other_sites time_zone document_language paper public_sector fiscal_year_start customer_since hosting product_version provider deployer reference_architecture high_availability air_gapped backup_and_dr tool_stack account_team subscription_plan licensed_seats",
  contact: "account_id reports_to email phone",
  touchpoint: "account_id our_attendees contact_ids others meeting_type notes",
  workshop:
    "account_id workshop_type state zone minutes place host invited_ids attended_ids objective_id goal",
  plan: "account_id status",
  plan_version: "plan_id",
  objective: "plan_id",
  criterion: "objective_id",
  reading: "criterion_id",
  sign_off: "version_id amends withdrawn",
  dependency: "predecessor_id successor_id lag_days",
  initiative: "objective_id also_serves",
  task: "initiative_id touchpoint_id workshop_id account_id",
  attachment:
    "reading_id objective_id task_id account_id touchpoint_id workshop_id checklist_step_id sign_off_id name hash",
  checklist: "account_id",
  checklist_step: "checklist_id key contact_id follows_kind follows_id",
};

test("the screen shows what a customer's document may hold, and beyond it only what is said here", async () => {
  const { SHOWN } = await import("$lib/gen/wire");
  expect(Object.keys(documents ?? {})).toEqual(["plan", "onboarding"]);
  const printed = (kind: string, field: string) =>
    Object.values(documents ?? {})
      .map((document) => document[kind]?.[field])
      .find((one) => one !== undefined) ?? false;
  for (const [kind, fields] of Object.entries(SHOWN)) {
    const alone = SCREEN_ALONE[kind]?.split(" ") ?? [];
    for (const [field, shown] of Object.entries(fields)) {
      const name = `${kind}.${field}`;
      if (alone.includes(field)) {
        expect(printed(kind, field), `${name} is printed, and no exception`).toBe(false);
        expect(shown, `${name} is shown, and said to be`).not.toBe(false);
        expect(shown, `${name} says that no document prints it`).not.toBe(true);
      } else expect(shown, `${name}, as the documents have it`).toBe(printed(kind, field));
    }
    expect(Object.keys(fields), `${kind} has what is said to be shown`).toEqual(
      expect.arrayContaining(alone),
    );
  }
});

test("what is ours about a task, a reading, a person and an outcome is not on the screen", async () => {
  const { safe, fieldShown } = await fresh();
  safe.toggle("nordwind");
  expect(fieldShown("task", {}, "milestone_risk")).toBe(false);
  expect(fieldShown("task", {}, "blocked_reason")).toBe(false);
  expect(fieldShown("task", { visibility: "customer" }, "visibility"), "seen by").toBe(false);
  expect(fieldShown("reading", { note_visibility: "customer" }, "evidence")).toBe(false);
  expect(fieldShown("contact", {}, "left_on")).toBe(false);
  expect(fieldShown("objective", {}, "summary_of_outcome"), "why it ended").toBe(false);
  safe.toggle(null);
});
