import { expect, test } from "vitest";
import { knownPeople, leftOn } from "$features/people/known-people";
import type { Account, Contact, Me } from "$lib/model";

const account = {
  account_team: [
    { role: "AE", name: "Tom" },
    { role: "SA", name: "Ana" },
  ],
} as Account;
const contact = (name: string, left_on: string | null = null) =>
  ({ name, title: "CTO", left_on }) as Contact;
const me = { name: "Ana", title: "CSA" } as Me;

test("each side's people are offered once, I first", () => {
  const { ours } = knownPeople(account, [], me);
  expect(ours).toEqual([
    { text: "Ana", note: "CSA" },
    { text: "Tom", note: "AE" },
  ]);
});

test("who left the customer is not offered", () => {
  const { customer } = knownPeople(account, [contact("Mara"), contact("Piet", "2026-09-30")], me);
  expect(customer.map(({ text }) => text)).toEqual(["Mara"]);
});

test("somebody who left is told by the day, unless another of the name is there", () => {
  const sides = knownPeople(account, [contact("Mara"), contact("Piet", "2026-09-30")], me);
  expect(leftOn(sides, " piet ")).toBe("2026-09-30");
  expect(leftOn(sides, "Mara"), "she is there").toBeNull();
  expect(leftOn(sides, ""), "nobody is named").toBeNull();
  const again = knownPeople(account, [contact("Piet"), contact("Piet", "2026-09-30")], me);
  expect(leftOn(again, "Piet"), "another Piet followed").toBeNull();
});
