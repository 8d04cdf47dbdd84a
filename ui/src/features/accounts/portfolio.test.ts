import { expect, test } from "vitest";
import { arrTotals, filterRows, portfolioRows } from "$features/accounts/portfolio";
import type { Account, Plan } from "$lib/model";

const account = (id: string, more: Partial<Account> = {}) =>
  ({
    id,
    name: id,
    lifecycle_stage: "enable",
    success_tier: null,
    priority: null,
    arr: null,
    renewal_date: null,
    ...more,
  }) as Account;
const plan = (id: string, account_id: string, status: Plan["status"]) =>
  ({ id, account_id, status }) as Plan;

test("an account's worked-on plan stands first", () => {
  const rows = portfolioRows(
    [account("a")],
    [plan("1", "a", "archived"), plan("2", "a", "active")],
    "2026-11-23",
  );
  expect(
    rows[0]?.plans.map(({ id }) => id),
    "active before archived",
  ).toEqual(["2", "1"]);
});

test("days to a renewal are negative once it has passed", () => {
  const rows = portfolioRows(
    [account("a", { renewal_date: "2026-11-20" }), account("b")],
    [],
    "2026-11-23",
  );
  expect(rows.map(({ renewsIn }) => renewsIn)).toEqual([-3, undefined]);
});

test("the filter finds every word, in any order", () => {
  const rows = portfolioRows(
    [account("Nordwind"), account("Fjord", { lifecycle_stage: "align" })],
    [],
    "2026-11-23",
  );
  expect(filterRows(rows, "enable nord").map(({ account }) => account.id)).toEqual(["Nordwind"]);
  expect(filterRows(rows, "  "), "blank filters nothing").toHaveLength(2);
});

test("amounts of different currencies are never added", () => {
  const arr = (minor: number, currency: string) => account("x", { arr: { minor, currency } });
  expect(arrTotals([arr(100, "EUR"), arr(200, "EUR"), arr(5000, "USD")])).toHaveLength(2);
});
